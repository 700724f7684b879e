"""Learning from a leader through the pages: the plan and its questions; recommended, read, told."""

from __future__ import annotations

import re

import pytest

from outreach.relationships.models import LearningPlan, Recommendation
from tests import factories, ledger_factories
from tests.factories import NOON

TODAY = NOON.date()
PLAN = {"version": "0", "wants": "How she wins agreement", "next_question": "What did you try first?",
        "last_question": "", "last_asked_on": ""}  # fmt: skip


@pytest.fixture
def inside(app, alice):
    database = app.extensions["database"]
    return lambda: database.session_for(1)


@pytest.fixture
def leader(inside) -> int:
    with inside() as session:
        return factories.make_person(session, name="Inés Okafor-Lindqvist").id


@pytest.fixture
def book(alice, inside, leader) -> str:
    """The address of something that was recommended."""
    with inside() as session:
        person = session.get_one(factories.Person, leader)
        number = ledger_factories.make_recommendation(session, person).id
    alice.get(f"/recommendations/{number}")
    return f"/recommendations/{number}"


def row(inside, table):
    with inside() as session:
        return session.query(table).one()


def test_the_plan_stands_on_the_leader_s_page(alice, leader):
    path = f"/people/{leader}/learning"
    alice.get(path)
    assert alice.post(path, PLAN).status_code == 303
    page = alice.get(f"/people/{leader}").text
    assert "Keep learning" in page
    assert "How she wins agreement" in page
    assert "What did you try first?" in page


def test_an_asked_question_becomes_the_last_one_and_a_second_press_changes_nothing(alice, inside, leader):
    path = f"/people/{leader}/learning"
    alice.get(path)
    alice.post(path, PLAN)
    version = re.search(r'name="version" value="(\d+)"', alice.get(f"/people/{leader}").text)[1]
    for _ in range(2):
        alice.post(f"{path}/asked", {"version": version})
    plan = row(inside, LearningPlan)
    assert (plan.last_question, plan.last_asked_on, plan.next_question) == ("What did you try first?", TODAY, "")
    assert "noted or changed already" in alice.get(f"/people/{leader}").text


def test_asking_without_a_plan_changes_nothing(alice, inside, leader):
    alice.get(f"/people/{leader}")
    assert alice.post(f"/people/{leader}/learning/asked").status_code == 303
    with inside() as session:
        assert session.query(LearningPlan).count() == 0


def test_two_windows_keep_what_both_wrote(alice, leader):
    path = f"/people/{leader}/learning"
    alice.get(path)
    alice.post(path, PLAN)
    alice.get(path)
    assert alice.post(path, PLAN).status_code == 303  # the same once more
    alice.get(path)
    answer = alice.post(path, {**PLAN, "wants": "How she says no"})
    assert answer.status_code == 409
    assert "How she says no" in answer.text
    assert "How she wins agreement" in answer.text


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [("last_asked_on", "2027-01-01", "yet to come"), ("wants", "x" * 1_000_000, "Use at most 2,000 characters.")],
)
def test_a_plan_that_cannot_be_is_told(alice, leader, field: str, value: str, said: str):
    path = f"/people/{leader}/learning"
    alice.get(path)
    answer = alice.post(path, {**PLAN, field: value})
    assert answer.status_code == 422
    assert said in answer.text
    assert "What did you try first?" in answer.text


def test_a_recommendation_is_noted_once(alice, inside, leader):
    path = f"/people/{leader}/recommendations/new"
    alice.get(path)
    form = {"title": "A book on flow", "url": "www.example.org/flow", "recommended_on": "2026-11-02"}
    for _ in range(2):
        assert alice.post(path, form).status_code == 303
    assert row(inside, Recommendation).url == "https://www.example.org/flow"
    assert "not read yet" in alice.get(f"/people/{leader}").text


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", ""), ("title", "x" * 400), ("url", "javascript:alert(1)"), ("recommended_on", "2027-03-01"),
     ("recommended_on", "soon")],
)  # fmt: skip
def test_a_recommendation_that_cannot_be_is_told_and_nothing_typed_is_lost(alice, leader, field: str, value: str):
    path = f"/people/{leader}/recommendations/new"
    alice.get(path)
    form = {"title": "A book on flow", "url": "", "recommended_on": "2026-11-02", field: value}
    answer = alice.post(path, form)
    assert answer.status_code == 422
    assert (value or "A book") in answer.text or not value


def test_read_then_told_each_by_one_press_with_undo(alice, inside, leader, book):
    assert alice.post(f"{book}/told").status_code == 422
    alice.get(book)
    alice.post(f"{book}/read")
    assert row(inside, Recommendation).read_on == TODAY
    page = alice.get(f"/people/{leader}").text
    assert "read, they do not know yet" in page
    alice.post(f"{book}/told")
    assert row(inside, Recommendation).told_on == TODAY
    undo = re.search(r'action="(/recommendations/\d+/take-back\?step=told)"', alice.get(f"/people/{leader}").text)[1]
    alice.post(undo)
    assert row(inside, Recommendation).told_on is None
    assert alice.post(f"{book}/take-back?step=x").status_code == 404


def test_what_one_took_from_it_is_kept(alice, inside, leader, book):
    version = re.search(r'name="version"[^>]*value="(\d+)"', alice.get(book).text)[1]
    form = {"version": version, "title": "A book on flow", "url": "", "recommended_on": "2026-11-02",
            "read_on": "2026-11-15", "thoughts": "Begin at the door.", "told_on": ""}  # fmt: skip
    assert alice.post(book, form).status_code == 303
    assert row(inside, Recommendation).thoughts == "Begin at the door."
    alice.get(book)
    answer = alice.post(book, {**form, "thoughts": "Begin at the bed."})
    assert answer.status_code == 409
    assert "Begin at the bed." in answer.text
    again = re.search(r'name="version"[^>]*value="(\d+)"', answer.text)[1]
    for days, said in (
        ({"told_on": "2026-11-10"}, "before the day"),
        ({"read_on": "", "told_on": "2026-11-16"}, "first"),
    ):
        answer = alice.post(book, {**form, "version": again, **days})
        assert answer.status_code == 422
        assert said in answer.text


def test_a_deleted_recommendation_comes_back(alice, leader, book):
    alice.post(f"{book}/delete")
    assert alice.get(book).status_code == 404
    alice.get(f"/people/{leader}")
    alice.post(f"{book}/bring-back")
    assert alice.get(book).status_code == 200


def test_an_assistant_s_page_has_neither(alice, inside):
    with inside() as session:
        tom = factories.make_person(session, name="Tom Marsh", kind="assistant").id
    page = alice.get(f"/people/{tom}").text
    assert "Keep learning" not in page
    assert "Their advice" not in page


def test_a_reviewer_reads_and_changes_nothing(alice, leader, book, invite):
    ben = invite("reviewer")
    page = ben.get(f"/people/{leader}").text
    assert "A book on flow in hospitals" in page
    assert "I read it today" not in page
    for path in (f"{book}/read", f"{book}/told", f"{book}/delete", f"/people/{leader}/learning"):
        assert ben.post(path, {}).status_code == 403
