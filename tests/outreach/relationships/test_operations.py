"""The ledger: noted once, corrected, deleted and brought back; answers close requests; promises are kept or let go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from outreach.db import Database, WorkspaceSession
from outreach.errors import Refused
from outreach.people.models import Person
from outreach.people.operations import By, ChangedElsewhere
from outreach.relationships import operations, queries, rules
from outreach.relationships.operations import NewPromise, NewTouch
from tests import factories, ledger_factories
from tests.factories import NOON
from tests.ledger_factories import TODAY

DAY = timedelta(days=1)


@pytest.fixture
def session(each_database: Database) -> Iterator[WorkspaceSession]:
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        yield session


@pytest.fixture
def leader(session: WorkspaceSession) -> Person:
    return factories.make_person(session, name="Inés Okafor-Lindqvist")


@pytest.fixture
def by(session: WorkspaceSession) -> By:
    return By(factories.make_user(session).id, NOON)


def ask(leader: Person, **named: object) -> NewTouch:
    return NewTouch(leader.id, "asked", TODAY - 9 * DAY, ask_kind="interview", **named)  # type: ignore[arg-type]


def test_the_same_form_pressed_twice_notes_it_once(session: WorkspaceSession, leader: Person, by: By):
    told = NewTouch(leader.id, "answered", TODAY, "She would be glad to.", answer="yes")
    first = operations.note(session, told, by)
    again = operations.note(session, told, By(by.user_id, NOON + timedelta(seconds=30)))
    assert again.id == first.id


def test_a_room_notes_its_row_once_however_late_it_asks_again(session: WorkspaceSession, leader: Person, by: By):
    first = operations.note(session, ask(leader, source="letter", source_id=7), by)
    again = operations.note(session, ask(leader, source="letter", source_id=7), By(by.user_id, NOON + 90 * DAY))
    assert again.id == first.id


@pytest.mark.parametrize(("answer", "state"), [("yes", "granted"), ("no", "declined"), ("later", "open")])
def test_an_answer_closes_the_open_request(session: WorkspaceSession, leader: Person, by: By, answer: str, state: str):
    asked = operations.note(session, ask(leader), by)
    told = operations.note(session, NewTouch(leader.id, "answered", TODAY, answer=answer), by)
    assert told.answers_id == asked.id
    assert asked.ask_state == state
    assert asked.ask_closed_on == (None if state == "open" else TODAY)


def test_an_automatic_answer_is_no_contact_and_closes_nothing(session: WorkspaceSession, leader: Person, by: By):
    asked = operations.note(session, ask(leader), by)
    operations.note(
        session, NewTouch(leader.id, "answered", TODAY, answer="out_of_office", back_on=TODAY + 5 * DAY), by
    )
    assert asked.ask_state == "open"
    assert queries.last_contact_days(session, [leader.id]) == {leader.id: TODAY - 9 * DAY}


def test_whoever_asks_not_to_be_written_to_is_not(session: WorkspaceSession, leader: Person, by: By):
    operations.note(session, ask(leader), by)
    operations.note(
        session, NewTouch(leader.id, "answered", TODAY, "No more mail, thank you.", answer="do_not_write"), by
    )
    assert not leader.may_be_contacted
    assert next(one.rule for one in rules.objections(queries.history_of(session, leader, TODAY), TODAY)) == (
        "do-not-contact"
    )


def test_a_deleted_answer_opens_the_request_again_and_coming_back_closes_it(
    session: WorkspaceSession, leader: Person, by: By
):
    asked = operations.note(session, ask(leader), by)
    told = operations.note(session, NewTouch(leader.id, "answered", TODAY, answer="yes"), by)
    operations.remove(session, told, by)
    assert asked.ask_state == "open"
    operations.bring_back(session, told, by)
    assert asked.ask_state == "granted"


def test_a_deleted_touch_cannot_come_back_after_thirty_days(session: WorkspaceSession, leader: Person, by: By):
    row = ledger_factories.make_touch(session, leader, deleted_at=NOON - 31 * DAY)
    with pytest.raises(Refused, match="more than 30 days ago"):
        operations.bring_back(session, row, by)
    assert operations.forget_deleted(session, NOON) == 1


def test_what_was_noted_again_does_not_come_back_beside_itself(session: WorkspaceSession, leader: Person, by: By):
    row = operations.note(session, ask(leader, source="letter", source_id=7), by)
    operations.withdraw_noted(session, "letter", 7, by)
    operations.note(session, ask(leader, source="letter", source_id=7), by)
    with pytest.raises(Refused, match="noted again"):
        operations.bring_back(session, row, by)


def test_a_correction_made_from_an_older_form_is_refused(session: WorkspaceSession, leader: Person, by: By):
    row = ledger_factories.make_touch(session, leader)
    told = NewTouch(leader.id, "gave", TODAY, "A benchmark", give_kind="benchmark")
    operations.correct(session, row, told, row.version, by)
    assert (row.kind, row.give_kind) == ("gave", "benchmark")
    with pytest.raises(ChangedElsewhere):
        operations.correct(session, row, told, row.version - 1, by)


def test_a_request_corrected_to_a_talk_is_no_request_any_more(session: WorkspaceSession, leader: Person, by: By):
    row = ledger_factories.make_ask(session, leader)
    operations.correct(session, row, NewTouch(leader.id, "met", TODAY), row.version, by)
    assert row.ask_state == ""
    assert queries.open_asks(session, leader.id) == []


def test_a_touch_in_the_future_is_refused(session: WorkspaceSession, leader: Person, by: By):
    with pytest.raises(rules.BadDay, match="yet to come"):
        operations.note(session, NewTouch(leader.id, "met", TODAY + 2 * DAY), by)


def test_a_kept_promise_lets_one_ask_again(session: WorkspaceSession, leader: Person, by: By):
    asked = operations.note(session, ask(leader), by)
    operations.close_ask(session, asked, "granted", TODAY - 8 * DAY, by)
    assert "give-first" in {one.rule for one in rules.objections(queries.history_of(session, leader, TODAY), TODAY)}
    row = operations.promise(session, NewPromise(leader.id, True, "Send the benchmark", TODAY - 8 * DAY), by)
    operations.close_promise(session, row, "kept", TODAY - DAY, "Sent by mail", by)
    assert rules.objections(queries.history_of(session, leader, TODAY), TODAY) == ()


def test_a_late_promise_is_told_and_one_let_go_is_not(session: WorkspaceSession, leader: Person, by: By):
    made = TODAY - 20 * DAY
    row = operations.promise(session, NewPromise(leader.id, True, "Send the draft", made, TODAY - DAY), by)
    assert queries.history_of(session, leader, TODAY).overdue_promises == ("Send the draft",)
    operations.close_promise(session, row, "let_go", TODAY, "The article was dropped", by)
    assert queries.history_of(session, leader, TODAY).overdue_promises == ()
    operations.close_promise(session, row, "open", TODAY, "", by)
    assert [one.id for one in queries.open_promises(session, leader.id)] == [row.id]


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"made_on": TODAY + 3 * DAY}, "yet to come"),
        ({"made_on": TODAY, "due_on": TODAY - DAY}, "before the day on which it was promised"),
    ],
)
def test_a_promise_on_days_that_cannot_be_is_refused(
    session: WorkspaceSession, leader: Person, by: By, told: dict[str, object], says: str
):
    with pytest.raises(rules.BadDay, match=says):
        operations.promise(session, NewPromise(leader.id, True, "Send it", **told), by)  # type: ignore[arg-type]


def test_a_promise_without_words_is_none(session: WorkspaceSession, leader: Person, by: By):
    with pytest.raises(Refused, match="what was promised"):
        operations.promise(session, NewPromise(leader.id, True, "  ", TODAY), by)
