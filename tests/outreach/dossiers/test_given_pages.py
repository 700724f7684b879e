"""Texts, files and addresses of the user's own: read like any source, refused in words, and nothing typed is lost."""

from __future__ import annotations

import dataclasses
import io

import pytest
from lxml import html
from sqlalchemy import func, select

from outreach.dossiers import given
from outreach.dossiers.given import LONGEST_PASTE
from outreach.dossiers.models import Claim, ResearchRun, SourceDocument
from tests import factories
from tests.outreach.dossiers.documents import locked_pdf, pdf
from tests.outreach.dossiers.invented_sources import HOUSE, JANE

TEXT = "Jane Q. Roe, Chief Medical Officer of Larkspur Valley Health, opened a short-stay unit on May 3, 2026."


@pytest.fixture
def add(app, alice, invented):
    """Posts the form about Jane, and returns the answer."""
    with app.extensions["database"].session_for(1) as session:
        house = factories.make_organization(session, name=HOUSE, state="VT", city="Larkspur", website="")
        person = factories.make_person(session, name=JANE)
        factories.make_position(session, person, house, title="Chief Medical Officer")
        path = f"/people/{person.id}/research/add"

    def send(data):
        assert alice.get(path).status_code == 200
        return alice.post(path, data)

    return send


@pytest.fixture
def rows(app):
    def count(table) -> int:
        with app.extensions["database"].reader_for(1) as session:
            return session.scalar(select(func.count()).select_from(table))

    return count


def error_at(answer, name: str) -> str:
    """The words beside a field, which stand in the summary too."""
    assert answer.status_code == 422, answer.text[:500]
    page = html.document_fromstring(answer.text)
    assert page.findtext(".//title").strip().startswith("Error: ")
    (told,) = page.xpath(f"//p[@id='{name}-error']")
    words = told.text_content().removeprefix("Error: ")
    assert words in page.xpath("//div[@class='summary']")[0].text_content()
    return words


def file_of(body: bytes, name: str):
    return (io.BytesIO(body), name)


@pytest.mark.parametrize(
    "data",
    [
        {"text": TEXT},
        {"file": file_of(TEXT.encode(), "panel.txt")},
        {"file": file_of(f"<html><body><p>{TEXT}</p></body></html>".encode(), "page.html")},
        {"file": file_of(pdf(TEXT), "report.pdf")},
        {"text": TEXT, "file": file_of(pdf(TEXT), "report.pdf"), "title": "Sentinel"},
    ],
    ids=["text", "text file", "web page", "PDF", "two at once"],
)
def test_what_is_given_is_read_and_its_facts_cite_it(add, alice, run_jobs, data):
    answer = add(data)
    assert answer.status_code == 303
    run_jobs()
    page = alice.get(answer.headers["Location"])
    assert "Chief Medical Officer" in page.text
    (link, *_) = html.document_fromstring(page.text).xpath("//a[starts-with(@href, '/claims/')]/@href")
    copy = alice.get(link)
    assert copy.status_code == 200
    assert "<mark" in copy.text


def test_an_address_is_fetched_and_read(add, alice, sources, run_jobs, app):
    sources.says["given_pages"] = TEXT
    answer = add({"address": "harborpoint.example.org/news/1"})
    assert answer.status_code == 303
    run_jobs()
    assert "Chief Medical Officer" in alice.get(answer.headers["Location"]).text
    with app.extensions["database"].reader_for(1) as session:
        document = session.scalars(select(SourceDocument)).one()
        assert (document.url, document.origin) == ("https://harborpoint.example.org/news/1", "address")
        assert session.scalars(select(ResearchRun)).one().query["urls"] == ["https://harborpoint.example.org/news/1"]


@pytest.mark.parametrize(
    ("data", "field", "words"),
    [
        ({}, "text", "Paste a text, give an address, or choose a file."),
        ({"text": "   "}, "text", "Paste a text"),
        ({"text": "…!? --"}, "text", "This holds no words"),
        ({"text": "a" * 1_000_000}, "text", f"Use at most {LONGEST_PASTE:,} characters. This has 1,000,000."),
        ({"text": f"{TEXT}\x00"}, "text", "characters that cannot be kept"),
        ({"text": TEXT, "title": "two\nlines"}, "title", "one line"),
        ({"text": TEXT, "title": "t" * 300}, "title", "at most 200"),
        ({"address": "ftp://harborpoint.example.org"}, "address", "Only http and https"),
        ({"address": "http://user:pw@harborpoint.example.org"}, "address", "user name or password"),
        ({"address": "http://127.0.0.1/admin"}, "address", "not public"),
        ({"address": "http://localhost/admin"}, "address", "Copy the address"),
        ({"address": "not an address at all"}, "address", "Copy the address"),
        ({"address": "https://x.example/" + "a" * 3000}, "address", "at most 2,000"),
        ({"file": file_of(b"", "empty.txt")}, "file", "empty"),
        ({"file": file_of(b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "scan.png")}, "file", "PNG picture"),
        ({"file": file_of(b"PK\x03\x04" + b"\x00" * 50, "letter.docx")}, "file", "a Word file can be saved as PDF"),
        ({"file": file_of(locked_pdf(TEXT), "locked.pdf")}, "file", "locked with a password"),
        ({"file": file_of(b"%PDF-1.7 broken", "broken.pdf")}, "file", "damaged"),
        ({"file": file_of(b"<html><body> </body></html>", "nothing.html")}, "file", "no"),
    ],
)
def test_what_cannot_be_read_is_refused_beside_its_field_and_nothing_typed_is_lost(add, rows, data, field, words):
    kept = "Sentinel of May 3" if field != "title" else None
    answer = add({**({"title": kept} if kept else {}), **data})
    assert words in error_at(answer, field)
    page = html.document_fromstring(answer.text)
    if kept:
        assert page.get_element_by_id("title").get("value") == kept
    if data.get("text", "").strip() and field != "text":
        assert page.get_element_by_id("text").text.strip() == TEXT
    if data.get("address"):
        assert page.get_element_by_id("address").get("value") == data["address"]
    assert (rows(ResearchRun), rows(SourceDocument)) == (0, 0)


def test_a_megabyte_of_text_comes_back_whole(add):
    answer = add({"text": "words " * 160_000})
    assert len(html.document_fromstring(answer.text).get_element_by_id("text").text.strip()) > 950_000


def test_an_upload_over_the_limit_is_refused_in_words(make_small, alice):
    body = b"Jane Q. Roe. " * 90_000
    assert "At most 1 MB" in alice.get(make_small).text
    answer = send_whole(alice, make_small, body)
    assert "This file has 1.2 MB; at most 1 MB are read." in error_at(answer, "file")
    assert html.document_fromstring(answer.text).get_element_by_id("title").get("value") == "kept"
    alice.get(make_small)
    far_too_large = send_whole(alice, make_small, body * 4)
    assert far_too_large.status_code == 413
    assert "too large" in far_too_large.text


def send_whole(alice, path: str, body: bytes):
    """Sends a file from memory: the test client leaves files of its own open for large ones."""
    fields = {"csrf_token": alice.token, "title": "kept"}
    parts = [f'--edge\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}' for name, text in fields.items()]
    head = '--edge\r\nContent-Disposition: form-data; name="file"; filename="long.txt"\r\n\r\n'
    whole = "\r\n".join([*parts, head]).encode() + body + b"\r\n--edge--\r\n"
    return alice.client.post(path, data=whole, content_type="multipart/form-data; boundary=edge", **alice._from({}))


@pytest.fixture
def settings(settings, request):
    small = "make_small" in request.fixturenames
    return dataclasses.replace(settings, upload_mb=1) if small else settings


@pytest.fixture
def make_small(app, alice, invented) -> str:
    """The form where uploads are at most 1 MB."""
    with app.extensions["database"].session_for(1) as session:
        return f"/people/{factories.make_person(session, name=JANE).id}/research/add"


def test_while_a_file_is_read_others_can_save(add, app, monkeypatch, rows):
    saved = []

    def read_while_another_saves(name, body, size, most_bytes):
        with app.extensions["database"].session_for(1) as session:
            saved.append(factories.make_person(session, name="Ana Larkin").id)
        return read(name, body, size, most_bytes)

    read = given.uploaded
    monkeypatch.setattr(given, "uploaded", read_while_another_saves)
    assert add({"file": file_of(TEXT.encode(), "a.txt")}).status_code == 303
    assert (len(saved), rows(ResearchRun)) == (1, 1)


def test_a_field_that_comes_twice_counts_once_and_a_word_where_a_file_belongs_is_none(add, rows):
    answer = add([("text", TEXT), ("text", "another"), ("file", "no file"), ("file", "again")])
    assert answer.status_code == 303
    assert rows(SourceDocument) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Јане Роу, главный врач больницы Ларкспур, открыла отделение в мае.",
        "ジェーン・ローは五月に新しい病棟を開いた。",
        "جين رو افتتحت الوحدة في مايو",
        "z" + "\u0301" * 1000 + " Jane Q. Roe",
        "Robert'); DROP TABLE claim;-- {{7*7}} ${7*7} %s%n <script>alert(1)</script>",
    ],
    ids=["Cyrillic", "Japanese", "Arabic", "a thousand accents", "hostile"],
)
def test_any_writing_is_kept_as_it_is_and_shown_as_text(add, alice, run_jobs, text, app):
    answer = add({"text": text})
    assert answer.status_code == 303
    run_jobs()
    page = alice.get(answer.headers["Location"])
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    with app.extensions["database"].reader_for(1) as session:
        assert session.scalars(select(SourceDocument)).one().own_text == text


def test_hostile_words_of_a_source_are_shown_as_words_everywhere(add, alice, run_jobs, app):
    text = (
        "Jane Q. Roe, Chief Medical Officer of Larkspur Valley Health, spoke in May. "
        "“We read <img src=x onerror=alert(2)> and {{7*7}} before anything else,” said Roe. <script>alert(1)</script>"
    )
    answer = add({"text": text, "title": "<b>Title</b>"})
    run_jobs()
    pages = [alice.get(answer.headers["Location"]).text]
    with app.extensions["database"].reader_for(1) as session:
        pages += [alice.get(f"/claims/{claim_id}/source").text for claim_id in session.scalars(select(Claim.id))]
    assert len(pages) > 1
    for page in pages:
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "<b>Title</b>" not in page
        assert ">49<" not in page
