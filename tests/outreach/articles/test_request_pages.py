"""Asking for approval through the pages: whom, by when, the letter with its link, another day, a new link, by hand."""

from __future__ import annotations

import re
from datetime import timedelta
from email import message_from_bytes, policy
from html import unescape

import pytest

from outreach.articles.approval_models import ApprovalRequest, Reviewer
from outreach.articles.models import Article, ArticleVersion
from outreach.drafts.models import Departure, Draft
from outreach.people.models import Person
from outreach.relationships.models import Touch
from outreach.security import hash_of
from tests import article_factories, factories
from tests.factories import NOON
from tests.outreach.articles.conftest import make_cast

DAY = (NOON + timedelta(days=21)).date().isoformat()


@pytest.fixture
def cast(inside) -> dict[str, int]:
    """Inés, who is quoted and asked about the whole text; her assistant; the ids by what they are."""
    with inside() as session:
        made = make_cast(session)
        made.leader.email, made.leader.time_zone = "ines@northfield.example.org", "America/Chicago"
        helper = factories.make_person(session, name="Tom Quill", kind="assistant", addressed_as="",
                                        email="tom@northfield.example.org")  # fmt: skip
        factories.make_contact(session, made.leader, person_id=helper.id)
        reviewer = article_factories.make_reviewer(session, made.article)
        return {"article": made.article.id, "leader": made.leader.id, "helper": helper.id, "reviewer": reviewer.id}


def words(answer) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def version_in(page) -> str:
    return re.search(r'name="version"[^>]*value="(\d+)"', page.text)[1]


def asked(alice, cast, **named):
    version = version_in(alice.get(f"/articles/{cast['article']}/ask"))
    form = {"version": version, f"reviewer_{cast['reviewer']}": "y", "ask_by": DAY, "link_days": "30", **named}
    return alice.post(f"/articles/{cast['article']}/ask", form)


def only(inside, row_class):
    with inside() as session:
        return session.query(row_class).one()


def path_of(inside) -> str:
    row = only(inside, ApprovalRequest)
    return f"/articles/{row.article_id}/requests/{row.id}"


def test_the_link_stands_in_the_mail_alone_and_the_request_is_sent_when_the_letter_is(inside, alice, cast, caplog):
    answer = asked(alice, cast)
    draft, request = only(inside, Draft), only(inside, ApprovalRequest)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/drafts/{draft.id}")
    assert only(inside, ArticleVersion).number == 1
    assert f"\n\n[link {request.id}]\n\n" in draft.body
    assert "The link in this letter" in words(alice.get(f"/drafts/{draft.id}"))
    taken = alice.post(f"/drafts/{draft.id}/leave", {"way": "eml"})
    page = alice.get(taken.headers["Location"])
    token = re.search(r"/a/([\w-]{43})", page.text)[1]
    assert hash_of(token) == request.token_hash
    departure = only(inside, Departure)
    assert token not in departure.text + departure.subject + caplog.text
    assert "[link" in departure.text
    mail = message_from_bytes(
        alice.get(f"/drafts/{draft.id}/departures/{departure.id}/letter.eml").data, policy=policy.default
    )
    assert token in mail.get_body().get_content()
    assert token not in mail["Subject"]
    names = [one.get_filename() for one in mail.iter_attachments()]
    assert "the-first-ninety-days-of-a-short-stay-unit-version-1.txt" in names
    assert request.sent_at is None
    alice.post(f"/drafts/{draft.id}/departures/{departure.id}/answer", {"answer": "yes", "day": "2026-11-20"})
    assert only(inside, ApprovalRequest).sent_at is not None
    assert only(inside, ArticleVersion).sent_at is not None
    assert [(one.kind, one.ask_kind) for one in [only(inside, Touch)]] == [("asked", "approval")]
    alice.post(f"/drafts/{draft.id}/departures/{departure.id}/take-back", {})
    assert only(inside, ApprovalRequest).sent_at is None


def test_one_full_stop_ends_the_reason_for_asking_nobody(inside, alice, cast):
    asked(alice, cast)
    with inside() as session:
        request = session.query(ApprovalRequest).one()
        request.sent_at = NOON
        article_factories.make_decision(session, request, answer="changes")
    page = words(alice.get(f"/articles/{cast['article']}/ask"))
    assert "Change it first, or talk with them." in page
    assert ".." not in page


def test_a_double_press_and_an_old_window_ask_once(inside, alice, cast):
    form = {"version": version_in(alice.get(f"/articles/{cast['article']}/ask")), "ask_by": DAY, "link_days": "30",
            f"reviewer_{cast['reviewer']}": "y"}  # fmt: skip
    answers = [alice.post(f"/articles/{cast['article']}/ask", form) for _ in range(2)]
    assert {one.headers["Location"] for one in answers} == {f"/drafts/{only(inside, Draft).id}"}
    assert only(inside, ApprovalRequest).draft_id == only(inside, Draft).id
    with inside() as session:
        session.query(Article).one().body += "\n\nMore was written elsewhere."
    old = alice.post(f"/articles/{cast['article']}/ask", form)
    assert old.status_code == 422
    assert "changed in another window" in words(old)
    only(inside, ApprovalRequest)


def test_days_that_press_are_told_with_the_days_counted_and_asked_for_all_the_same(inside, alice, cast):
    soon = asked(alice, cast, ask_by="2026-11-30")
    assert soon.status_code == 422
    assert "would have 5 working days for it; Thanksgiving Day is not counted" in words(soon)
    assert "I have read this" in words(soon)
    for day, told in (("2026-11-20", "not ahead any more"), ("9999-12-31", "more than a year away"),
                      ("0001-01-01", ""), ("", "Name a day"), ("soon", "")):  # fmt: skip
        page = asked(alice, cast, ask_by=day, despite="y")
        assert (page.status_code, told in words(page)) == (422, True), day
    for days in ("0", "91", "x", "-1"):
        assert "Enter a number of days between 1 and 90" in words(asked(alice, cast, link_days=days))
    assert asked(alice, cast, ask_by="2026-11-30", despite="y").status_code == 303


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda cast: setattr(cast["text"], "body", "Two doors. [[say what it cost]]"), "is not filled in yet"),
        (lambda cast: setattr(cast["person"], "do_not_contact_since", NOON), "is not to be contacted"),
        (lambda cast: setattr(cast["person"], "deleted_at", NOON), "There is no such page"),
        (lambda cast: setattr(cast["text"], "state", "withdrawn"), "was withdrawn"),
        (lambda cast: setattr(cast["text"], "body", ""), "There is no text yet"),
    ],
    ids=["unfilled", "not to be contacted", "deleted", "withdrawn", "empty"],
)
def test_what_stands_in_the_way_is_said_and_nobody_is_asked(inside, alice, cast, spoil, told):
    form = {"version": "1", f"reviewer_{cast['reviewer']}": "y", "ask_by": DAY, "link_days": "30"}
    with inside() as session:
        spoil({"text": session.query(Article).one(), "person": session.get(Person, cast["leader"])})
    form["version"] = str(only(inside, Article).version)
    answer = alice.post(f"/articles/{cast['article']}/ask", form)
    assert answer.status_code in (404, 422)
    assert told in words(answer)
    with inside() as session:
        assert session.query(ApprovalRequest).count() == 0


def test_the_assistant_gets_the_letter_and_no_other_reader_gets_the_link(inside, alice, cast):
    with inside() as session:
        session.get(Reviewer, cast["reviewer"]).helper_id = cast["helper"]
    asked(alice, cast)
    draft, request = only(inside, Draft), only(inside, ApprovalRequest)
    assert draft.to_person_id == cast["helper"]
    assert draft.body.startswith("Dear Tom Quill,")
    assert "you can answer for" in draft.body
    with inside() as session:
        other = factories.make_draft(
            session, factories.make_person(session, name="Luis Roa"), kind="other", subject="Hello",
            body=f"Dear Luis,\n\nHere it is: [link {request.id}]\n\nBest,\nAlice",
        )  # fmt: skip
        number = other.id
    alice.post(f"/drafts/{number}/leave", {"way": "copied"})
    page = words(alice.get(f"/drafts/{number}"))
    assert "is the secret link of Inés Okafor-Lindqvist, and this letter goes to Luis Roa" in page


def test_a_link_taken_back_leaves_in_no_letter_and_a_new_one_gets_a_letter_of_its_own(inside, alice, cast):
    asked(alice, cast)
    path, draft = path_of(inside), only(inside, Draft)
    assert "/a/" in alice.get(path).text
    for told in ("has stopped working", "taken back already"):
        assert alice.post(f"{path}/take-back", {}).status_code == 303
        assert told in words(alice.get(path))
    assert "/a/" not in alice.get(path).text
    alice.post(f"/drafts/{draft.id}/leave", {"way": "copied"})
    assert "was taken back" in words(alice.get(f"/drafts/{draft.id}"))
    form = {"ask_by": DAY, "link_days": "10"}
    first, second = (alice.post(f"{path}/new-link", form) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"] != f"/drafts/{draft.id}"
    with inside() as session:
        old, new = session.query(ApprovalRequest).order_by(ApprovalRequest.id)
        assert (old.token_hash != new.token_hash, old.seed != new.seed, new.withdrawn_at) == (True, True, None)
        assert old.version_id == new.version_id


def test_another_day_lets_the_same_link_work_on_and_two_windows_are_told(inside, alice, cast):
    asked(alice, cast)
    path, before = path_of(inside), only(inside, ApprovalRequest)
    form = {"version": version_in(alice.get(f"{path}/extend")), "ask_by": "2027-01-12", "link_days": "90"}
    assert alice.post(f"{path}/extend", form).status_code == 303
    row = only(inside, ApprovalRequest)
    assert (row.token_hash, row.ask_by.isoformat()) == (before.token_hash, "2027-01-12")
    assert row.expires_at.isoformat() == "2027-04-13T06:00:00+00:00"  # at midnight in Chicago, 90 days later
    again = alice.post(f"{path}/extend", form)
    assert (again.status_code, "another window" in words(again)) == (422, True)
    past = {**form, "version": str(row.version), "ask_by": "2026-11-01"}
    assert "not ahead any more" in words(alice.post(f"{path}/extend", past))


def test_a_link_given_by_hand_stands_in_the_ledger_until_it_was_not(inside, alice, cast):
    asked(alice, cast)
    path = path_of(inside)
    for _ in range(2):
        assert alice.post(f"{path}/given", {"on": "2026-11-20", "way": "in_person"}).status_code == 303
    touch = only(inside, Touch)
    assert (touch.kind, touch.ask_kind, touch.channel, touch.person_id) == (
        "asked", "approval", "in_person", cast["leader"]
    )  # fmt: skip
    assert only(inside, ApprovalRequest).sent_at is not None
    assert "It was not given after all" in words(alice.get(path))
    alice.post(f"{path}/not-given", {})
    assert only(inside, ApprovalRequest).sent_at is None
    assert only(inside, Touch).deleted_at is not None


def test_a_reminder_is_offered_after_seven_working_days_with_the_same_link_and_goes_on(inside, alice, cast, clock):
    asked(alice, cast)
    path, request = path_of(inside), only(inside, ApprovalRequest)
    alice.post(f"{path}/given", {"on": "2026-11-20", "way": "email"})
    early = alice.post(f"{path}/remind", {})
    assert (early.status_code, "would press before Wed, Dec 2" in words(early)) == (422, True)
    clock.move(days=12)
    alice.sign_in()
    alice.get(path)
    locations = {alice.post(f"{path}/remind", {}).headers["Location"] for _ in range(2)}
    assert len(locations) == 1
    with inside() as session:
        draft = session.query(Draft).filter_by(letter_key="approval-reminder").one()
        assert f"[link {request.id}]" in draft.body
        assert "On November 20 I sent you" in draft.body
        assert locations == {f"/drafts/{draft.id}"}
    assert "reminder begun" in words(alice.get("/articles/desk"))


def test_an_answer_ends_what_can_be_done_with_a_link(inside, alice, cast):
    asked(alice, cast)
    path = path_of(inside)
    with inside() as session:
        article_factories.make_decision(session, session.query(ApprovalRequest).one())
    page = words(alice.get(path))
    assert "What can be done" not in page
    for what in ("take-back", "remind"):
        assert alice.post(f"{path}/{what}", {}).status_code == 422
    form = {"version": "1", "ask_by": DAY, "link_days": "30"}
    assert "has answered" in words(alice.post(f"{path}/new-link", form))
    assert "They approved this text, as version 1" in words(alice.get(f"/articles/{cast['article']}/ask"))


def test_a_member_who_only_reads_sees_no_link(inside, alice, cast, invite):
    asked(alice, cast)
    path = path_of(inside)
    reader = invite("reviewer")
    assert reader.get(path).status_code == 403
    assert reader.get("/articles/desk").status_code == 200
    assert "/a/" not in reader.get(f"/articles/{cast['article']}").text
