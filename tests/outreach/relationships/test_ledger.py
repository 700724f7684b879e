"""The ledger as it is read: who was given what and asked for what, the year in two counts, filters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from outreach.db import Database, WorkspaceSession
from outreach.people.models import Person
from outreach.relationships import ledger
from tests import factories, ledger_factories
from tests.factories import NOON
from tests.ledger_factories import TODAY, long_ago


@pytest.fixture
def session(each_database: Database) -> Iterator[WorkspaceSession]:
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        yield session


@pytest.fixture
def leader(session: WorkspaceSession) -> Person:
    return factories.make_person(session, name="Inés Okafor-Lindqvist")


def give(session, person, days, **named):
    on, at = long_ago(days)
    return ledger_factories.make_give(session, person, happened_on=on, created_at=at, **named)


def ask(session, person, days, **named):
    on, at = long_ago(days)
    return ledger_factories.make_ask(session, person, happened_on=on, created_at=at, **named)


def names(session, show: str) -> list[str]:
    return [line.name for line in ledger.ledger(session, show, TODAY).rows]


def test_a_line_says_what_was_given_and_asked_and_what_was_last(session, leader):
    give(session, leader, 200)
    last = give(session, leader, 30)
    give(session, leader, 10, give_kind="goods")
    request = ask(session, leader, 5)
    ask(session, leader, 60, ask_state="withdrawn", ask_closed_on=TODAY)
    ledger_factories.make_answer(session, leader, answer="out_of_office")
    ledger_factories.make_promise(session, leader)
    ledger_factories.make_promise(session, leader, is_mine=False)
    (line,) = ledger.ledger(session, "", TODAY).rows
    assert (line.gave, line.asked, line.open_asks, line.promised, line.owed) == (2, 1, 1, 1, 1)
    assert (line.last_give.id, line.last_ask.id, line.last.id) == (last.id, request.id, request.id)
    assert (line.gave_dots, line.asked_dots) == ("●●", "○")


def test_only_those_with_whom_something_happened_stand_there_by_name(session, leader):
    factories.make_person(session, name="Nobody Yet")
    gone = factories.make_person(session, name="Gone Away", deleted_at=NOON)
    joined = factories.make_person(session, name="Joined Up", merged_into_id=leader.id)
    for person in (leader, gone, joined):
        give(session, person, 3)
    other = factories.make_person(session, name="Adaeze Brandt")
    ledger_factories.make_promise(session, other)
    assert names(session, "") == ["Adaeze Brandt", "Inés Okafor-Lindqvist"]


def test_what_was_deleted_counts_for_nothing(session, leader):
    give(session, leader, 3, deleted_at=NOON)
    assert names(session, "") == []
    assert ledger.year_of(session, TODAY).gave == 0


@pytest.mark.parametrize(
    ("made", "fits"),
    [
        ([("ask", 40)], {"give", "open"}),
        ([("ask", 40), ("give", 3)], {"open"}),
        ([("ask", 40), ("give", 60)], {"give", "open"}),
        ([("ask", 40), ("kept", 3)], {"open"}),
        ([("give", 181)], {"quiet"}),
        ([("give", 180)], set()),
        ([("promise", 3)], {"promises"}),
    ],
)
def test_each_choice_shows_whom_it_says(session, leader, made, fits):
    for kind, days in made:
        if kind == "promise":
            ledger_factories.make_promise(session, leader, made_on=TODAY - timedelta(days=days))
        elif kind == "kept":
            closed = {"state": "kept", "closed_on": TODAY - timedelta(days=days)}
            ledger_factories.make_promise(session, leader, made_on=TODAY - timedelta(days=99), due_on=None, **closed)
        else:
            {"ask": ask, "give": give}[kind](session, leader, days)
    assert {show for show in ledger.SHOWN if show and names(session, show)} == fits


def test_the_pages_go_on_where_the_one_before_ended(session):
    for number in range(ledger.PAGE_SIZE + 2):
        give(session, factories.make_person(session, name=f"Person {number:03d}"), 3)
    first = ledger.ledger(session, "", TODAY)
    second = ledger.ledger(session, "", TODAY, first.next_cursor)
    assert [line.name for line in second.rows] == ["Person 030", "Person 031"]
    assert ledger.ledger(session, "", TODAY, second.previous_cursor).rows[0].name == "Person 000"


def test_the_year_counts_from_the_first_of_january(session, leader):
    give(session, leader, 3)
    give(session, leader, 4, give_kind="goods")
    give(session, leader, 400)
    ask(session, leader, 2)
    ask(session, leader, 2, ask_state="withdrawn", ask_closed_on=TODAY)
    ask(session, leader, 500)
    year = ledger.year_of(session, TODAY)
    assert (year.year, year.gave, year.asked, year.people_asked) == (2026, 1, 1, 1)


def test_whom_one_asked_before_giving_is_named(session, leader):
    names_of = ["Bea Amadi", "Cyrus Brandt", "Dana Cole", "Edith Daley"]
    others = [factories.make_person(session, name=name) for name in names_of]
    give(session, leader, 30)
    ask(session, leader, 20)
    for person in others:
        ask(session, person, 20)
        give(session, person, 10)
    approval = factories.make_person(session, name="Faro Eze")
    ask(session, approval, 20, ask_kind="approval")
    year = ledger.year_of(session, TODAY)
    assert year.before_giving == ("Bea Amadi", "Cyrus Brandt", "Dana Cole")
    assert year.more_before_giving == 1


def test_the_entries_of_a_person_are_newest_first(session, leader):
    old, new = give(session, leader, 30), ask(session, leader, 3)
    give(session, leader, 1, deleted_at=NOON)
    assert [row.id for row in ledger.entries(session, leader.id).rows] == [new.id, old.id]


def test_who_was_asked_at_a_house_lately_is_told(session, leader):
    house = factories.make_organization(session)
    factories.make_position(session, leader, house)
    request = ask(session, leader, 20)
    ask(session, leader, 400)
    ask(session, factories.make_person(session), 3)
    found = ledger.asked_at(session, house.id, TODAY)
    assert [(one.touch_id, one.name) for one in found] == [(request.id, "Inés Okafor-Lindqvist")]
