"""An article that has appeared, through the pages: where, the pack, thanks, the share-kit, what it has done."""

from __future__ import annotations

import re
from html import unescape

import pytest

from outreach.articles import article_text
from outreach.articles.approval_models import ApprovalRequest, Decision
from outreach.articles.models import Article, ArticleLetter, ShareLine, Submission
from outreach.articles.versions import present_marks
from outreach.drafts.models import Departure, Draft
from outreach.people.models import Person
from outreach.relationships.models import Touch
from tests import article_factories, factories
from tests.factories import NOON
from tests.outreach.articles.conftest import make_cast

TODAY = NOON.date().isoformat()
LINK = "https://chapter.example.org/ninety-days"
FORM = {"on": TODAY, "where": "The Chapter Letter", "link": LINK}
SENTENCE = "Two Harbors Clinic opened six recovery chairs in spring."


@pytest.fixture
def handed_in(inside) -> dict[str, int]:
    """The article that Inés approved, with her assistant's help, is with the editors; Ruth was asked and is silent."""
    with inside() as session:
        made = make_cast(session)
        helper = factories.make_person(session, name="Tom Quill", kind="assistant", addressed_as="Tom")
        ruth = factories.make_person(session, name="Ruth Abara", addressed_as="Ruth")
        reviewer = article_factories.make_reviewer(session, made.article, helper_id=helper.id)
        silent = article_factories.make_reviewer(session, made.article, person_id=ruth.id, name="Ruth Abara")
        text = article_text.hash_of(made.article.title, made.article.body)
        marks = present_marks(session, made.article).to_json()
        version = article_factories.make_article_version(session, made.article, text_hash=text, marks=marks)
        request = article_factories.make_request(session, reviewer, version)
        article_factories.make_decision(session, request)
        waits = article_factories.make_request(session, silent, version)
        article_factories.make_submission(session, version)
        made.article.state = "submitted"
        return {"article": made.article.id, "leader": made.leader.id, "helper": helper.id, "ruth": ruth.id,
                "waits": waits.id, "request": request.id, "reviewer": reviewer.id}  # fmt: skip


def words(answer) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def only(inside, row_class):
    with inside() as session:
        return session.query(row_class).one()


def published(alice, handed_in, **named) -> str:
    path = f"/articles/{handed_in['article']}"
    version = re.search(r'name="version"[^>]*value="(\d+)"', alice.get(f"{path}/published").text)[1]
    answer = alice.post(f"{path}/published", {"version": version, **FORM, **named})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{path}/pack"), words(answer)
    return path


def send(inside, alice, draft_id: int) -> None:
    """The letter leaves, and the user says so."""
    alice.post(f"/drafts/{draft_id}/leave", {"way": "copied"})
    with inside() as session:
        number = session.query(Departure).filter_by(draft_id=draft_id).one().id
    alice.post(f"/drafts/{draft_id}/departures/{number}/answer", {"answer": "yes", "day": TODAY})


def test_days_and_links_that_cannot_be_are_told_and_nothing_is_noted(inside, alice, handed_in):
    path = f"/articles/{handed_in['article']}"
    version = str(only(inside, Article).version)
    for wrong, told in (
        ({"on": "2099-01-01"}, "lies ahead"), ({"on": "2001-01-01"}, "cannot have appeared before"),
        ({"on": ""}, "Say on which day"), ({"on": "9999-12-31"}, "lies ahead"),
        ({"link": "javascript:alert(1)"}, "web address"),
        ({"link": "data:text/html,x"}, "web address"), ({"link": "https://x.example/" + "y" * 3000}, "characters"),
        ({"where": ""}, "Say where"), ({"where": "x" * 3000}, "characters"),
        ({"version": "1" + version}, "another window"),
    ):  # fmt: skip
        page = alice.post(f"{path}/published", {"version": version, **FORM, **wrong})
        assert (page.status_code, told in words(page)) == (422, True), (wrong, words(page)[:600])
    assert only(inside, Article).state == "submitted"
    assert alice.get(f"{path}/pack").status_code == alice.get(f"{path}/share").status_code == 303
    assert alice.post(f"{path}/pack/thanks/{handed_in['leader']}", {}).status_code == 422


def test_it_appears_once_and_links_without_an_answer_end(inside, alice, handed_in):
    path = published(alice, handed_in)
    row = only(inside, Article)
    assert (row.state, row.published_on, row.published_url) == ("published", NOON.date(), LINK)
    assert only(inside, Submission).outcome == "accepted"
    with inside() as session:
        assert session.get(ApprovalRequest, handed_in["waits"]).withdrawn_at is not None
        assert session.get(ApprovalRequest, handed_in["request"]).withdrawn_at is None
    assert alice.post(f"{path}/withdraw", {}).status_code == 422
    published(alice, handed_in, link="")
    assert only(inside, Article).published_url == ""
    assert alice.post(f"{path}/published/take-back", {}).status_code == 303
    assert (only(inside, Article).state, only(inside, Article).published_on) == ("submitted", None)


def test_the_leader_and_the_assistant_get_a_letter_each_and_the_ledger_has_it_once_it_left(inside, alice, handed_in):
    path = published(alice, handed_in)
    page = words(alice.get(f"{path}/pack"))
    for name in ("Inés Okafor-Lindqvist", "Tom Quill", "Ruth Abara"):
        assert f"{name} not told yet" in page
    for person in ("leader", "helper"):
        answers = [alice.post(f"{path}/pack/thanks/{handed_in[person]}", {}) for _ in range(2)]
        assert len({one.headers["Location"] for one in answers}) == 1
    with inside() as session:
        drafts = {one.person_id: one for one in session.query(Draft)}
        assert set(drafts) == {handed_in["leader"], handed_in["helper"]}
        assert all(LINK in one.body and one.kind == "published-note" for one in drafts.values())
        assert drafts[handed_in["helper"]].body.startswith("Dear Tom,")
        assert session.query(Touch).count() == 0
    assert "letter begun" in words(alice.get(f"{path}/pack"))
    send(inside, alice, drafts[handed_in["leader"]].id)
    with inside() as session:
        noted = session.query(Touch).filter(Touch.deleted_at.is_(None)).all()
        assert [(one.person_id, one.kind, one.give_kind) for one in noted] == [(handed_in["leader"], "gave", "credit")]
    assert "it stands in the ledger" in words(alice.get(f"{path}/pack"))
    assert alice.post(f"{path}/pack/thanks/{10**9}", {}).status_code == 404
    with inside() as session:
        session.get(Person, handed_in["ruth"]).do_not_contact_since = NOON
    assert alice.post(f"{path}/pack/thanks/{handed_in['ruth']}", {}).status_code == 422
    assert "is not to be contacted" in words(alice.get(f"{path}/pack"))


def test_a_letter_without_a_link_takes_the_text_along(inside, alice, handed_in):
    path = published(alice, handed_in, link="")
    answer = alice.post(f"{path}/pack/thanks/{handed_in['leader']}", {})
    draft = only(inside, Draft)
    assert answer.headers["Location"] == f"/drafts/{draft.id}"
    assert "A copy is attached." in draft.body
    taken = alice.post(f"/drafts/{draft.id}/leave", {"way": "eml"})
    number = only(inside, Departure).id
    assert taken.status_code == 303
    assert b"%PDF" in alice.get(f"/drafts/{draft.id}/file?number=1").data
    assert "version-1.pdf" in alice.get(f"/drafts/{draft.id}/departures/{number}/letter.eml").text


def test_the_kit_takes_approved_sentences_alone(inside, alice, handed_in):
    path = published(alice, handed_in)
    page = alice.get(f"{path}/share")
    assert SENTENCE in unescape(page.text)
    quoted = "“Nobody had decided who could open the room on a Sunday,” says Inés Okafor-Lindqvist."
    assert alice.post(f"{path}/share", {"line": [quoted, SENTENCE]}).status_code == 303
    with inside() as session:
        assert [one.text for one in session.query(ShareLine).order_by(ShareLine.position)] == [SENTENCE, quoted]
    pack = words(alice.get(f"{path}/pack"))
    assert quoted in pack
    assert "The link and the sentences of the kit may be shared as they stand" in pack
    for wrong in (
        "Two Harbors Clinic opened sixty recovery chairs.",
        "Harbors Clinic opened six recovery chair",
        "opened six recovery chairs in spring.",
        "x" * 3000,
    ):
        refused = alice.post(f"{path}/share", {"line": [wrong]})
        assert refused.status_code == 422
        assert "cannot be passed on" in words(refused)
    with inside() as session:
        row = session.query(Decision).one()
        row.ended_at, row.ended_why = NOON, "Taken back"
    assert "2 sentences that were chosen are left out" in words(alice.get(f"{path}/pack"))
    assert "No sentence of this text was approved by anybody" in words(alice.get(f"{path}/share"))


def test_what_it_has_done_is_noted_and_told_without_an_ask(inside, alice, handed_in):
    path = published(alice, handed_in)
    for wrong in ("", "   ", "x" * 3000):
        assert alice.post(f"{path}/effect", {"words": wrong}).status_code == 422
    assert alice.post(f"{path}/effect/letter/{handed_in['leader']}", {}).status_code == 422
    alice.post(f"{path}/effect", {"words": "Two hospitals wrote; one copied the call script."})
    assert only(inside, Article).effect_noted_at is not None
    assert alice.post(f"{path}/published/take-back", {}).status_code == 422
    answers = [alice.post(f"{path}/effect/letter/{handed_in['leader']}", {}) for _ in range(2)]
    draft = only(inside, Draft)
    assert {one.headers["Location"] for one in answers} == {f"/drafts/{draft.id}"}
    assert "one copied the call script." in draft.body
    assert "[[" not in draft.subject + draft.body
    assert only(inside, ArticleLetter).kind == "effect"
    send(inside, alice, draft.id)
    with inside() as session:
        assert [(one.kind, one.give_kind) for one in session.query(Touch)] == [("gave", "report_back")]
    assert alice.post(f"{path}/effect/take-back", {}).status_code == 303
    assert only(inside, Article).effect_words == ""
