"""The approval desk, the record with its files, and conditions that were met, through the pages."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import timedelta
from html import unescape

import pytest

from outreach.articles.approval_models import ApprovalRequest, Decision, Reviewer
from outreach.articles.models import Article
from outreach.people.models import Person
from tests import article_factories as make
from tests.factories import NOON


def words(answer) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


@pytest.fixture
def path(inside, kept) -> str:
    """An article that two look at: Inés, who said yes on a condition, and Tom, who has not answered."""
    with inside() as session:
        article = session.get(Article, kept["article"])
        version = make.make_article_version(session, article)
        yes = make.make_request(session, make.make_reviewer(session, article), version)
        make.make_decision(
            session, yes, conditions="Say “interim”.", words="=1+1", answers_for=True, by_name="M. Duarte"
        )
        tom = make.make_reviewer(session, article, name="Tom Quill", person_id=None)
        tom.person = Person(
            name="Tom Quill", sort_key="quill", search_key="tom quill", created_at=NOON, updated_at=NOON
        )
        make.make_request(session, tom, version)
    return kept["path"]


def test_the_desk_says_what_is_for_the_user_and_what_is_waited_for(alice, path, clock):
    said = words(alice.get("/articles/desk"))
    assert said.index("For you to do") < said.index("approved with a condition") < said.index("Waiting for them")
    assert "A reminder is polite from Wed, Dec 2" in said
    clock.move(days=13)
    alice.sign_in()
    assert "Write a reminder" in words(alice.get("/articles/desk"))


def test_nothing_is_offered_towards_somebody_who_is_not_to_be_contacted_or_was_deleted(inside, alice, path, clock):
    clock.move(days=13)
    alice.sign_in()
    for name, told in (
        ("do_not_contact_since", "is not to be contacted"),
        ("deleted_at", "Their link works until its day"),
    ):
        with inside() as session:
            setattr(session.query(Person).filter_by(name="Tom Quill").one(), name, NOON)
        said = words(alice.get("/articles/desk"))
        assert told in said
        assert "Write a reminder" not in said


def test_an_empty_desk_says_what_would_be_there(alice):
    assert "Nobody is asked to approve anything at the moment" in words(alice.get("/articles/desk"))


def test_the_record_tells_every_request_and_decision_also_one_that_ended(inside, alice, path):
    with inside() as session:
        row = session.query(Decision).one()
        row.ended_at, row.ended_why = NOON + timedelta(hours=1), "Taken back"
    said = words(alice.get(f"{path}/record"))
    for part in (
        "M. Duarte, who answered for",
        "does not hold any more",
        "Taken back",
        "No answer. That is not approval.",
    ):
        assert part in said
    told = json.loads(alice.get(f"{path}/record.json").data)
    assert [len(one["decisions"]) for one in told["requests"]] == [1, 0]
    assert told["requests"][0]["decisions"][0]["ended_why"] == "Taken back"
    rows = list(csv.DictReader(io.StringIO(alice.get(f"{path}/record.csv").data.decode())))
    assert [(one["reviewer"], one["answer"], one["words"]) for one in rows] == [
        ("Inés Okafor-Lindqvist", "approved", "'=1+1"), ("Tom Quill", "", "")
    ]  # fmt: skip
    assert len(rows[0]["text_sha256"]) == 64


def test_a_condition_is_met_in_a_version_with_who_confirmed_it_and_can_be_unmet(inside, alice, path):
    with inside() as session:
        decision, other = session.query(Decision).one(), make.make_article_version(session)
        number, version, other = decision.id, decision.version_id, other.id
    page = f"{path}/decisions/{number}/condition"
    assert "Say “interim”." in words(alice.get(page))
    assert "Say who confirmed" in words(alice.post(page, {"words": "", "met_in": str(version)}))
    assert alice.post(page, {"words": "x", "met_in": str(other)}).status_code == 422
    assert alice.post(page, {"words": "Ms. Duarte on June 24", "met_in": str(version)}).status_code == 303
    assert "Met in version 1: Ms. Duarte on June 24" in words(alice.get(f"{path}/record"))
    alice.post(f"{page}/not-met", {})
    with inside() as session:
        assert session.get(Decision, number).met_at is None


def test_withdrawing_an_article_ends_the_links_that_lie_open_and_keeps_receipts(inside, alice, path):
    alice.post(f"{path}/withdraw", {})
    with inside() as session:
        ended = {row.reviewer.name: row.withdrawn_at is not None for row in session.query(ApprovalRequest)}
    assert ended == {"Inés Okafor-Lindqvist": False, "Tom Quill": True}


def test_reviewers_are_chosen_changed_taken_off_and_put_back_on_their_page(inside, alice, kept):
    page, leader = f"{kept['path']}/reviewers", kept["leader"]
    assert "The article is about them" in words(alice.get(page))
    assert alice.get(f"{page}/new").headers["Location"] == page
    assert alice.get(f"{page}/new?person=9{'9' * 30}").status_code == 404
    for _ in range(2):
        alice.post(f"{page}/new?person={leader}", {"scope": "whole", "helper": "", "agreed": ""})
    with inside() as session:
        row = session.query(Reviewer).one()
        number, version = row.id, row.version
    assert "Does not see the words of others" in words(alice.get(page))
    form = {"version": str(version), "scope": "quotes", "helper": "", "agreed": "Tom Quill, mail of Nov 12"}
    assert alice.post(f"{page}/{number}", form).status_code == 303
    assert "Reads the words of others, too: Tom Quill" in words(alice.get(page))
    again = alice.post(f"{page}/{number}", {**form, "scope": "facts"})
    assert (again.status_code, "changed in another window" in words(again)) == (422, True)
    alice.post(f"{page}/{number}/take-off", {})
    assert "Nobody yet" in words(alice.get(page))
    alice.post(f"{page}/{number}/put-back", {})
    assert "Their quotations" in words(alice.get(page))
