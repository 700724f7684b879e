"""The review through its page: facts, one press for each decision, changed, taken back."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from outreach.relationships import queries
from outreach.relationships.models import QuarterlyReview, Standing
from tests import factories, ledger_factories
from tests.factories import NOON

TODAY = NOON.date()


@pytest.fixture
def inside(app, alice):
    database = app.extensions["database"]
    return lambda: database.session_for(1)


@pytest.fixture
def leader(inside) -> int:
    with inside() as session:
        person = factories.make_person(session, name="Kwame Abara", pronouns="he/him")
        ledger_factories.make_give(session, person)
        ledger_factories.make_answer(session, person)
        ledger_factories.make_promise(session, person)
        return person.id


def standings(inside):
    with inside() as session:
        return session.query(Standing).all(), session.query(QuarterlyReview).all()


def test_a_relationship_is_told_in_facts_and_words(alice, leader):
    page = alice.get("/review").text
    assert "Review of the fourth quarter of 2026" in page
    assert f'id="person-{leader}"' in page
    assert re.search(r"you <span[^>]*>.*him <span", page, re.DOTALL)
    assert "you gave once and they answered once" in page
    assert "Send the benchmark" in page
    assert "0 of 1 is decided." in page
    assert "%" not in re.sub(r"<head>.*?</head>", "", page, flags=re.DOTALL)


@pytest.mark.parametrize(("decision", "said"), [("active", "Goes on"), ("resting", "Rests"), ("let_go", "Let go")])
def test_one_press_decides_and_the_notice_takes_it_back(alice, inside, leader, decision: str, said: str):
    alice.get("/review")
    alice.post(f"/people/{leader}/review?part=1", {"decision": decision, "words": "Enough for now."})
    page = alice.get("/review").text
    assert said in page
    assert "Enough for now." in page
    (standing,), _ = standings(inside)
    assert standing.state == decision
    alice.get("/review")
    alice.post(f"/people/{leader}/review", {"decision": decision, "words": "Enough for now."})
    assert len(standings(inside)[1]) == 1


def test_taking_back_puts_back_how_it_stood(alice, inside, leader):
    with inside() as session:
        person = session.get_one(factories.Person, leader)
        until = TODAY + timedelta(days=9)
        ledger_factories.make_standing(session, person, until=until, why="Closed kindly & rests")
    alice.get("/review")
    alice.post(f"/people/{leader}/review", {"decision": "let_go", "words": ""})
    undo = re.search(r'action="(/people/\d+/review/take-back[^"]*)"', alice.get("/review").text)[1]
    for _ in range(2):
        alice.post(undo.replace("&amp;", "&"))
    (standing,), reviews = standings(inside)
    assert (standing.state, standing.until, standing.why) == ("resting", until, "Closed kindly & rests")
    assert reviews == []


@pytest.mark.parametrize("query", ["was=x", "was=resting&until=soon", "was=resting&until=2026-13-01"])
def test_what_was_not_so_before_is_not_put_back(alice, inside, leader, query: str):
    alice.get("/review")
    alice.post(f"/people/{leader}/review", {"decision": "let_go", "words": ""})
    alice.get("/review")
    assert alice.post(f"/people/{leader}/review/take-back?{query}").status_code == 422
    assert len(standings(inside)[1]) == 1


def test_what_rests_is_known_to_rest(alice, inside, leader):
    alice.get("/review")
    alice.post(f"/people/{leader}/review", {"decision": "resting", "words": ""})
    with inside() as session:
        assert leader in queries.resting_people(session, TODAY)
        assert leader not in queries.resting_people(session, TODAY + timedelta(days=90))


def test_a_decision_that_is_none_or_far_too_long_is_told(alice, inside, leader):
    alice.get("/review")
    assert alice.post(f"/people/{leader}/review", {"decision": "rank", "words": ""}).status_code == 422
    answer = alice.post(f"/people/{leader}/review", {"decision": "active", "words": "x" * 1_000_000})
    assert answer.status_code == 422
    assert "Use at most 1,000 characters." in answer.text
    assert standings(inside) == ([], [])


def test_twelve_stand_on_a_page(alice, inside):
    with inside() as session:
        for number in range(30):
            ledger_factories.make_touch(session, factories.make_person(session, name=f"Leader {number}"))
    page = alice.get("/review").text
    assert page.count('id="person-') == 12
    assert "Page 1 of 3" in page
    assert alice.get("/review?part=3").text.count('id="person-') == 6
    for part in ("99", "x", "-1", "0", "9" * 3000):
        assert alice.get(f"/review?part={part}").status_code == 200


def test_without_relationships_it_says_what_would_be_here(alice):
    assert "Nobody is in your ledger yet." in alice.get("/review").text


def test_a_reviewer_reads_and_decides_nothing(leader, invite):
    ben = invite("reviewer")
    assert "Let it rest" not in ben.get("/review").text
    assert ben.post(f"/people/{leader}/review", {"decision": "active"}).status_code == 403


def test_a_deleted_person_is_gone_from_it(alice, leader):
    alice.get(f"/people/{leader}/delete/ask")
    alice.post(f"/people/{leader}/delete")
    assert f"person-{leader}" not in alice.get("/review").text
    assert alice.post(f"/people/{leader}/review", {"decision": "active"}).status_code == 404
