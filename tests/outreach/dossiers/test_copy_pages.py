"""The stored copy of a source: plain text with the cited words marked, its hash, its address, and how it fares."""

from __future__ import annotations

import hashlib

import pytest
from lxml import html

from outreach.dossiers import fetching
from outreach.dossiers.models import Claim, SourceDocument
from research.errors import Refused, Unavailable
from tests import factories
from tests.outreach.dossiers.invented_sources import Sources

QUOTE = "opened a 24-bed short-stay unit"
PAGE = f"<html><body><script>alert(1)</script><h1>News</h1><p>Harrow Lake\n{QUOTE} on September 14.</p></body></html>"
TEXT = f"News\nHarrow Lake\n{QUOTE} on September 14. <script>alert(2)</script>"


@pytest.fixture
def claim_id(app, alice) -> int:
    """A claim that stands in a public page."""
    with app.extensions["database"].session_for(1) as session:
        copy = factories.make_public_copy(
            session, body=PAGE.encode(), text=TEXT, sha256=hashlib.sha256(PAGE.encode()).hexdigest()
        )
        document = factories.make_document(session, sha256=copy.sha256, public_sha256=copy.sha256, url=copy.url)
        return factories.make_claim(session, document=document, quote=QUOTE.replace(" ", "  ", 1)).id


@pytest.fixture
def web(monkeypatch) -> Sources:
    """What the page's address answers now."""
    web = Sources({"given_pages": PAGE})
    monkeypatch.setattr(fetching, "fetcher_of", lambda _settings, _now: web)
    return web


def document_of(app, claim_id) -> SourceDocument:
    with app.extensions["database"].reader_for(1) as session:
        return session.get_one(Claim, claim_id).document


def test_the_copy_is_text_with_the_words_marked_and_never_markup(app, alice, claim_id):
    page = alice.get(f"/claims/{claim_id}/source")
    assert page.status_code == 200
    shown = html.document_fromstring(page.text)
    (mark,) = shown.xpath("//mark")
    assert mark.text == QUOTE
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(2)" in page.text
    document = document_of(app, claim_id)
    assert document.sha256 in page.text
    (link,) = shown.xpath(f"//a[@href='{document.url}']")
    assert "noreferrer" in link.get("rel")
    assert "Nov 20" in page.text


def test_the_hash_is_that_of_the_kept_bytes(app, claim_id):
    with app.extensions["database"].reader_for(1) as session:
        document = session.get_one(Claim, claim_id).document
        assert hashlib.sha256(document.body).hexdigest() == document.sha256


def test_of_a_long_text_a_part_is_shown_and_all_of_it_when_asked_for(app, alice):
    with app.extensions["database"].session_for(1) as session:
        document = factories.make_own_document(session, "before " * 5000 + QUOTE + " after" * 5000)
        claim = factories.make_claim(session, document=document, quote=QUOTE, cited_url=document.url)
    part = alice.get(f"/claims/{claim.id}/source")
    assert len(part.text) < 30_000
    assert "Show all of it" in part.text
    whole = alice.get(f"/claims/{claim.id}/source?whole=1")
    assert whole.text.count("before ") == 5000
    assert "Look at the page again" not in whole.text, "one's own text has no page"
    assert alice.post(f"/claims/{claim.id}/look-again").status_code == 422


def test_words_that_are_not_in_the_text_are_said_above_it(app, alice):
    with app.extensions["database"].session_for(1) as session:
        document = factories.make_own_document(session, "Something else.")
        claim = factories.make_claim(session, document=document, quote=QUOTE, cited_url=document.url)
    page = alice.get(f"/claims/{claim.id}/source").text
    assert f"“{QUOTE}”" in page
    assert "not shown as text" in page


def test_where_it_is_held_is_said_once(app, alice):
    with app.extensions["database"].session_for(1) as session:
        document = factories.make_own_document(session, "Vale College")
        named = {"predicate": "affiliation", "value": "Vale College", "value_words": "Vale College"}
        claim = factories.make_claim(session, document=document, quote="Vale College", organization_name="Vale College",
                                     **named)  # fmt: skip
    page = " ".join(html.document_fromstring(alice.get(f"/claims/{claim.id}/source").text).text_content().split())
    assert "It says:Affiliation: Vale College" in page
    assert "Vale College, Vale College" not in page


def test_words_in_an_attribute_are_shown_and_marked_in_the_page_s_markup(app, alice):
    feed = "https://larkspur.example/news?a=1&amp;b=2"
    body = (
        f"<html><head><link rel=alternate href='{feed}'><script>alert(1)</script></head><body>{'News. ' * 900}</body>"
    )
    with app.extensions["database"].session_for(1) as session:
        sha = hashlib.sha256(body.encode()).hexdigest()
        copy = factories.make_public_copy(session, body=body.encode(), text="News. " * 900, sha256=sha)
        document = factories.make_document(session, sha256=sha, public_sha256=sha, url=copy.url)
        claim = factories.make_claim(session, document=document, quote=feed)
    page = alice.get(f"/claims/{claim.id}/source")
    shown = html.document_fromstring(page.text)
    (mark,) = shown.xpath("//mark[@id='quote']")
    assert mark.text_content() == feed
    assert "<link rel=alternate" in mark.getparent().text_content(), "the element around it is shown"
    assert "stand in the page’s markup" in page.text
    assert "not shown as text" not in page.text
    assert "<script>alert" not in page.text
    assert "News. News." in shown.xpath("//div[@class='as-written']")[1].text_content(), "and what readers see"


def test_a_page_that_is_gone_is_flagged_and_its_copy_kept(app, alice, claim_id, web, run_jobs):
    web.says["given_pages"] = Refused("nothing there (404)", fault="not-found")
    look(alice, claim_id, run_jobs)
    page = alice.get(f"/claims/{claim_id}/source").text
    assert "The page is gone" in page
    assert "<mark" in page
    assert document_of(app, claim_id).dead_since is not None
    web.says["given_pages"] = PAGE
    look(alice, claim_id, run_jobs)
    assert document_of(app, claim_id).dead_since is None


def test_a_page_that_no_longer_says_so_is_flagged_until_it_does(app, alice, claim_id, web, run_jobs):
    web.says["given_pages"] = PAGE.replace("24-bed", "20-bed")
    look(alice, claim_id, run_jobs)
    assert "The page has changed" in alice.get(f"/claims/{claim_id}/source").text
    web.says["given_pages"] = PAGE.replace("News", "Other news")
    look(alice, claim_id, run_jobs)
    assert "The page has changed" not in alice.get(f"/claims/{claim_id}/source").text
    assert document_of(app, claim_id).checked_at is not None


def test_a_page_that_does_not_answer_is_not_called_gone(app, alice, claim_id, web, run_jobs):
    web.says["given_pages"] = Unavailable("no answer", fault="timeout")
    look(alice, claim_id, run_jobs)
    assert "could not look at the page again: it did not answer in time" in alice.get(f"/claims/{claim_id}/source").text
    assert document_of(app, claim_id).dead_since is None


def look(alice, claim_id, run_jobs) -> None:
    alice.get(f"/claims/{claim_id}/source")
    assert alice.post(f"/claims/{claim_id}/look-again").status_code == 303
    assert run_jobs() == 1


def test_another_workspace_s_copies_are_as_if_they_were_not_there(app, alice):
    stranger = factories.make_workspace(app.extensions["database"])
    with app.extensions["database"].session_for(stranger) as session:
        claim = factories.make_claim(session)
    assert alice.get(f"/claims/{claim.id}/source").status_code == 404
    assert alice.post(f"/claims/{claim.id}/look-again").status_code == 404
