"""Handing in through the pages: the list of points, what was approved, files, and what the editors said."""

from __future__ import annotations

import io
import re
from html import unescape

import pytest

from outreach.articles import article_text, word_out
from outreach.articles.models import Article, ArticleVersion, Submission
from outreach.articles.versions import present_marks
from outreach.interviews.talk_models import Interview
from outreach.people.models import Person
from outreach.projects.models import OwnVenue, Project
from tests import article_factories, factories
from tests.factories import NOON
from tests.outreach.articles.conftest import make_cast

TODAY = NOON.date().isoformat()


def keep(session, article, **named):
    """The text as it stands as a version, with the hash and marks that it really has."""
    return article_factories.make_article_version(
        session, article, text_hash=article_text.hash_of(article.title, article.body),
        marks=present_marks(session, article).to_json(), **named,
    )  # fmt: skip


@pytest.fixture
def approved(inside) -> dict[str, int]:
    """Inés has said yes to version 1 of the article about her, which is for a venue with rules."""
    with inside() as session:
        made = make_cast(session)
        venue = factories.make_venue(
            session, name="The Chapter Letter", shortest_words=10, longest_words=90, source_review="whole",
            query_rule="Write to the editors first.", exclusivity="Offered nowhere else.", lead_time_days=28,
        )  # fmt: skip
        project = factories.make_project(session, venue_id=venue.id, venue_key="")
        made.article.project_id = project.id
        made.article.body += "\nThe interviewee reviewed and approved this article before publication."
        session.flush()
        reviewer = article_factories.make_reviewer(session, made.article)
        version = keep(session, made.article)
        request = article_factories.make_request(session, reviewer, version)
        decision = article_factories.make_decision(session, request)
        return {
            "article": made.article.id, "leader": made.leader.id, "reviewer": reviewer.id, "version": version.id,
            "venue": venue.id, "project": project.id, "decision": decision.id, "request": request.id,
        }  # fmt: skip


def words(answer) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def only(inside, row_class):
    with inside() as session:
        return session.query(row_class).one()


def form_of(page) -> dict[str, str]:
    """The fields of the list's own form, as a browser would send them."""
    text = page.text.split('/submit"')[-1]
    about = re.search(r'name="about"[^>]*value="(\d+)"', page.text)[1]
    found = {"about": about, "venue": "The Chapter Letter", "on": TODAY, "note": "By e-mail to the editor."}
    for key in re.findall(r'name="(met_\w+)"', text):
        found[key] = "y"
    return found


def test_an_approved_text_is_handed_in_with_its_hash_and_once(inside, alice, approved):
    path = f"/articles/{approved['article']}"
    assert f'href="{path}/submit"' in alice.get(path).text
    page = alice.get(f"{path}/submit")
    said = words(page)
    assert "This text is, to the letter, the one that was approved." in said
    assert "Their rule: 10 to 90 words" in said
    assert "Their rule: Write to the editors first." in said
    form = form_of(page)
    assert {"met_names", "met_query", "met_exclusive"} <= form.keys()
    for _ in range(2):
        answer = alice.post(f"{path}/submit", form)
        assert answer.status_code == 303, words(answer)
        assert (answer.status_code, answer.headers["Location"]) == (303, f"{path}/submit")
    row, article, version = only(inside, Submission), only(inside, Article), only(inside, ArticleVersion)
    assert (row.version_id, row.text_hash, row.passed) == (version.id, version.text_hash, {})
    assert (article.state, row.outcome, row.note) == ("submitted", "waiting", "By e-mail to the editor.")
    after = words(alice.get(f"{path}/submit"))
    assert "What was handed in is, to the letter, what was approved." in after
    assert "Every point of the list was met." in after
    edited = alice.post(f"{path}/edit", {"version": str(article.version), "title": "Other", "body": "Other."})
    assert edited.status_code in (303, 405, 409, 422)
    assert only(inside, Article).title == article.title


def test_a_point_that_is_not_met_needs_a_reason_which_is_kept(inside, alice, approved):
    path = f"/articles/{approved['article']}"
    with inside() as session:
        session.get(OwnVenue, approved["venue"]).longest_words = 12
        session.get(OwnVenue, approved["venue"]).source_review = "none"
    page = alice.get(f"{path}/submit")
    form = form_of(page) | {"met_names": ""}
    refused = alice.post(f"{path}/submit", form)
    assert refused.status_code == 422
    said = words(refused)
    assert "The length is what the venue takes: meet it, or write why" in said
    assert "Names and titles are looked at: tick it, or write why" in said
    assert "Inés Okafor-Lindqvist saw more" in said
    assert "By e-mail to the editor." in refused.text  # nothing that was typed is lost
    given = {key: f"Because of {key}." for key in re.findall(r'name="(why_\w+)"', refused.text)}
    assert alice.post(f"{path}/submit", form | given).status_code == 303
    passed = only(inside, Submission).passed
    assert {"length", "review", "names"} <= passed.keys()
    assert passed["length"]["why"] == "Because of why_length."
    assert "Because of why_names." in words(alice.get(f"{path}/submit"))


def test_words_that_differ_from_what_was_approved_are_named(inside, alice, approved):
    path = f"/articles/{approved['article']}"
    with inside() as session:
        row = session.get(Article, approved["article"])
        row.body = row.body.replace("six recovery chairs", "nine recovery chairs")
    page = alice.get(f"{path}/submit")
    assert "The text has changed since its last version was kept" in words(page)
    assert alice.post(f"{path}/submit", {"about": str(approved["version"])}).status_code == 303
    assert alice.post(f"{path}/submit/keep", {}).status_code == 303
    said = words(alice.get(f"{path}/submit"))
    assert "Not everybody has said yes to exactly this text" in said
    assert "removed: six end of removed" in said
    assert "added: nine end of added" in said
    assert "The change since is not near their words" in said
    with inside() as session:
        row = session.get(Article, approved["article"])
        row.body = row.body.replace("on a Sunday", "on any Sunday")
    alice.post(f"{path}/submit/keep", {})
    page = alice.get(f"{path}/submit")
    assert "Approved an earlier version; has to be asked again" in words(page)
    form = form_of(page)
    assert alice.post(f"{path}/submit", form).status_code == 422
    given = dict.fromkeys(re.findall(r'name="(why_\w+)"', page.text), "The editors know.")
    assert alice.post(f"{path}/submit", form | given).status_code == 303
    assert only(inside, Submission).passed[f"approval_{approved['reviewer']}"]["why"] == "The editors know."
    assert "is not what everybody approved" in words(alice.get(f"{path}/submit"))


def test_nobody_asked_is_said_and_words_to_be_checked_first_cannot_be_passed(inside, alice, kept):
    path = kept["path"]
    alice.post(f"{path}/submit/keep", {})
    page = alice.get(f"{path}/submit")
    assert "Nobody has approved this text, since nobody was asked." in words(page)
    form = form_of(page) | dict.fromkeys(re.findall(r'name="(why_\w+)"', page.text), "It is due.")
    with inside() as session:
        session.get(Interview, kept["talk"]).quoting = "after_check"
    refused = alice.post(f"{path}/submit", form)
    assert refused.status_code == 422
    assert "no reason lets it pass" in words(refused)
    with inside() as session:
        session.get(Interview, kept["talk"]).quoting = "yes"
    assert alice.post(f"{path}/submit", form).status_code == 303
    assert only(inside, Submission).passed["approval"]["why"] == "It is due."


def test_what_the_editors_say_leads_on_and_can_be_taken_back(inside, alice, approved):
    path = f"/articles/{approved['article']}"
    alice.post(f"{path}/submit", form_of(alice.get(f"{path}/submit")))
    number = only(inside, Submission).id
    outcome = f"{path}/submissions/{number}/outcome"
    for day, told in (("2099-01-01", "Enter a day between"), ("2026-01-01", "Enter a day between"), ("", "Say on"),
                      ("0001-01-01", ""), ("soon", "Enter a day as year")):  # fmt: skip
        page = alice.post(outcome, {"outcome": "declined", "on": day, "note": "Too long for us."})
        assert (page.status_code, told in words(page)) == (422, True), day
        assert "Too long for us." in page.text
    assert alice.post(outcome, {"outcome": "x" * 3000, "on": TODAY}).status_code == 422
    assert alice.post(outcome, {"outcome": "declined", "on": TODAY, "note": "Too long."}).status_code == 303
    assert (only(inside, Submission).outcome, only(inside, Article).state) == ("declined", "writing")
    assert alice.post(f"{outcome}/undo", {}).status_code == 303
    assert (only(inside, Submission).outcome, only(inside, Article).state) == ("waiting", "submitted")
    alice.post(f"{path}/withdraw", {})
    assert (only(inside, Submission).outcome, only(inside, Article).state) == ("taken_back", "withdrawn")
    assert alice.post(f"{outcome}/undo", {}).status_code == 422
    alice.post(f"{path}/take-up", {})
    page = alice.get(f"{path}/submit")
    assert "Handed in before" in words(page)
    assert alice.post(f"{path}/submit", form_of(page)).status_code == 303


def test_a_file_is_compared_with_the_version_and_its_sum_is_kept(inside, alice, approved):
    path = f"/articles/{approved['article']}"
    with inside() as session:
        version = session.get(ArticleVersion, approved["version"])
        title, body = version.title, version.body
    right = word_out.manuscript(title, body)
    wrong = word_out.manuscript(title, body.replace("six recovery chairs", "sixty recovery chairs"))

    def sent(name, content):
        return alice.post(f"{path}/submit/file", {"file": (io.BytesIO(content), name)})

    assert "made here, byte for byte" in words(sent("text.docx", right))
    alice.post(f"{path}/submit", form_of(alice.get(f"{path}/submit")))
    page = sent("text.docx", wrong)
    assert "1 passage differs" in words(page)
    assert "removed: six end of removed" in words(page)
    assert only(inside, Submission).passed["file"]["why"] == "1 passage differs"
    assert "the same words" in words(sent("text.docx", right))
    row = only(inside, Submission)
    assert ("file" in row.passed, len(row.file_hash)) == (False, 64)
    assert "the same words" in words(sent("text.txt", alice.get(f"{path}/versions/{version.id}/manuscript.txt").data))
    assert "the same words" in words(sent("text.md", alice.get(f"{path}/versions/{version.id}/manuscript.md").data))
    for content in (b"%PDF-1.7 \n", b"\x00\x01\x02", b"PK\x03\x04 no zip", b"", b"\xff\xfe\xfa"):
        answer = sent("text.docx", content)
        assert answer.status_code == 422, content
        assert "There is a problem" in words(answer)
    assert alice.post(f"{path}/submit/file", {"file": "x"}).status_code == 422


def test_a_version_is_given_as_files_with_its_number(alice, approved):
    base = f"/articles/{approved['article']}/versions/{approved['version']}/manuscript"
    for ending, start in (("docx", b"PK"), ("pdf", b"%PDF"), ("md", b"# The first"), ("txt", b"The first")):
        answer = alice.get(f"{base}.{ending}")
        assert answer.data.startswith(start)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "version-1." in answer.headers["Content-Disposition"]
        assert "filename*=UTF-8''" in answer.headers["Content-Disposition"]
        assert b"[q1]" not in answer.data
    assert alice.get(f"{base}.pdf?paper=a4").data != alice.get(f"{base}.pdf").data
    assert [alice.get(f"{base}.{one}").status_code for one in ("exe", "pdf?paper=x")] == [404, 404]


def test_what_was_deleted_meanwhile_is_told_and_nothing_fails(inside, alice, approved):
    path = f"/articles/{approved['article']}"
    with inside() as session:
        session.get(OwnVenue, approved["venue"]).deleted_at = NOON
    assert "This venue was deleted from your venues" in words(alice.get(f"{path}/submit"))
    with inside() as session:
        session.get(Project, approved["project"]).deleted_at = NOON
    assert "was deleted" in words(alice.get(f"{path}/submit"))
    with inside() as session:
        session.delete(session.get(Project, approved["project"]))
        row = session.query(Article).one()
        other = factories.make_person(session, name="Tom Quill")
        row.person_id = other.id
        session.get(Person, approved["leader"]).deleted_at = NOON
    page = alice.get(f"{path}/submit")
    assert "belongs to no project" in words(page)
    form = form_of(page) | dict.fromkeys(re.findall(r'name="(why_\w+)"', page.text), "So be it.")
    for day in ("9999-12-31", "0001-01-01", "", "x" * 3000):
        assert alice.post(f"{path}/submit", form | {"on": day}).status_code == 422
    assert alice.post(f"{path}/submit", form | {"venue": "x" * 3000}).status_code == 422
    assert alice.post(f"{path}/submit", form).status_code == 303
