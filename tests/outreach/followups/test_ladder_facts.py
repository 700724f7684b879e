"""What ladders look at: signs of life, whose zone counts, notes in the thread; in a fixed number of questions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event

from outreach.followups import ladder_facts, operations
from tests import factories, ledger_factories

SENT = datetime(2026, 11, 3, 15, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def session(database):
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


def begun(session, **named):
    leader = factories.make_person(session, **named)
    return operations.begin(session, factories.make_draft(session, leader, state="sent", sent_at=SENT), SENT)


def look(session, row, now=SENT + 3 * DAY):
    return operations.look_at(session, row, now)


@pytest.mark.parametrize(
    ("kind", "on", "noted", "is_sign"),
    [
        ("answered", SENT + DAY, SENT + DAY, True),
        ("they_wrote", SENT + DAY, SENT + DAY, True),
        ("met", SENT + DAY, SENT + DAY, True),
        ("answered", SENT, SENT + DAY / 24, True),
        ("they_wrote", SENT, SENT - DAY / 24, False),  # in the morning, before the request
        ("met", SENT, SENT + DAY / 24, False),  # the talk that led to it
        ("answered", SENT - DAY, SENT + DAY, False),
        ("wrote", SENT + DAY, SENT + DAY, False),
    ],
)
def test_what_comes_from_them_after_the_request_is_a_sign(session, kind, on, noted, is_sign):
    row = begun(session)
    named = {"answer": "other"} if kind == "answered" else {}
    ledger_factories.make_touch(session, row.person, kind=kind, happened_on=on.date(), created_at=noted, **named)
    assert bool(look(session, row).facts.signs) is is_sign


def test_the_reader_s_zone_counts_and_else_the_user_s(session):
    there = look(session, begun(session, time_zone="Asia/Tokyo"))
    assert (there.facts.zone, there.zones.name) == (ZoneInfo("Asia/Tokyo"), "Asia/Tokyo")
    for name in ("", "Mars/Olympus", "../etc", "\x00"):
        here = look(session, begun(session, time_zone=name.replace("\x00", "x")))
        assert here.facts.zone is UTC
        assert here.zones.name == ""


def test_a_note_that_was_deleted_or_is_being_written_is_no_letter(session):
    row = begun(session)
    draft = factories.make_draft(session, row.person, kind="reminder", answers_id=row.draft_id)
    row.steps[0].draft_id = draft.id
    session.flush()
    assert look(session, row).facts.notes[1].sent_at is None
    draft.deleted_at = SENT
    session.flush()
    assert look(session, row).facts.notes == {}


def test_a_post_that_ended_beside_another_one_is_no_move(session):
    row = begun(session)
    before = {"created_at": SENT - DAY, "updated_at": SENT - DAY}
    board, chief = (factories.make_position(session, row.person, **before) for _ in range(2))
    board.is_current, board.updated_at = False, SENT + DAY
    session.flush()
    assert not look(session, row).facts.has_moved
    chief.is_current, chief.updated_at = False, SENT + DAY
    session.flush()
    assert look(session, row).facts.has_moved


def test_a_pause_of_the_house_holds(session):
    row = begun(session)
    house = factories.make_organization(session)
    factories.make_position(session, row.person, house)
    ledger_factories.make_pause(session, organization_id=house.id, begins_on=SENT.date(), until=SENT.date() + 9 * DAY)
    assert look(session, row).facts.paused_until == SENT.date() + 9 * DAY
    assert look(session, row, SENT + 9 * DAY).facts.paused_until is None


def test_many_are_looked_at_with_as_many_questions_as_one(session, database):
    rows = [begun(session) for _ in range(6)]
    asked: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    ladder_facts.looks(session, rows[:1], SENT)
    one = len(asked)
    asked.clear()
    ladder_facts.looks(session, rows, SENT)
    assert len(asked) == one
