"""What is done with ladders: what the ledger learns of their end, pressing twice, beginning again, moving."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from outreach.errors import Refused
from outreach.followups import advance, operations
from outreach.followups.models import FollowUp
from outreach.people.operations import By
from outreach.relationships import operations as ledger_operations
from outreach.relationships import queries as ledger
from outreach.relationships import standings
from outreach.relationships.models import Touch
from tests import factories, ledger_factories

SENT = datetime(2026, 11, 3, 15, tzinfo=UTC)
FIRST = datetime(2026, 11, 13, 14, tzinfo=UTC)
LAST = datetime(2026, 12, 8, 15, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def session(database):
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


@pytest.fixture
def by(session) -> By:
    return By(factories.make_user(session).id, FIRST)


@pytest.fixture
def row(session, by) -> FollowUp:
    """A request that stands in the ledger and is followed up; its first note is due."""
    leader = factories.make_person(session, name="Inés Okafor", time_zone="America/Chicago")
    draft = factories.make_draft(session, leader, state="sent", sent_at=SENT, written_by_id=by.user_id)
    left = factories.make_departure(session, draft, state="sent", settled_at=SENT)
    ledger_factories.make_ask(session, leader, happened_on=SENT.date(), source="letter", source_id=left.id)
    row = operations.begin(session, draft, SENT)
    operations.held(session, row, FIRST)
    return row


def ask(session) -> Touch:
    return session.scalars(select(Touch).where(Touch.kind == "asked")).one()


def states(row):
    return [one.state for one in row.steps]


def let_rest(session, row, by) -> None:
    for place in (1, 2):
        operations.skip(session, row, place, By(by.user_id, LAST))


def test_a_ladder_is_begun_once(session, row):
    assert operations.begin(session, row.draft, FIRST).id == row.id


def test_without_an_answer_the_request_is_closed_and_the_relationship_rests(session, row, by):
    let_rest(session, row, by)
    assert (row.state, row.stop_reason) == ("finished", "rested")
    assert ask(session).ask_state == "unanswered"
    rests = ledger.rests(session, row.person_id, LAST.date())
    assert rests.state == "resting"
    assert rests.until >= LAST.date() + 90 * DAY


def test_a_longer_rest_and_one_that_was_let_go_stay_as_they_are(session, row, by):
    standings.set_to(session, row.person_id, "let_go", by, "Wrong season")
    let_rest(session, row, by)
    assert ledger.rests(session, row.person_id, LAST.date()).state == "let_go"


@pytest.mark.parametrize(("answer", "state", "stops"), [("yes", "granted", "answered"), ("no", "declined", "declined")])
def test_who_answers_after_all_rests_no_more(session, row, by, answer, state, stops):
    let_rest(session, row, by)
    later = LAST + 5 * DAY
    ledger_factories.make_answer(session, row.person, answer=answer, happened_on=later.date(), created_at=later)
    advance.advance(session, later)
    assert (row.state, row.stop_reason) == ("stopped", stops)
    assert ask(session).ask_state == state
    assert ledger.rests(session, row.person_id, later.date()) is None


def test_a_closing_note_that_was_not_sent_after_all_takes_the_rest_back(session, row, by):
    operations.skip(session, row, 1, by)
    note = factories.make_draft(session, row.person, kind="closing-note", answers_id=row.draft_id, state="sent",
                                sent_at=LAST)  # fmt: skip
    advance.advance(session, LAST)
    assert (row.state, states(row)) == ("finished", ["skipped", "sent"])
    note.state, note.sent_at = "writing", None
    session.flush()
    advance.advance(session, LAST + DAY)
    assert (row.state, states(row)) == ("running", ["skipped", "due"])
    assert ask(session).ask_state == "open"
    assert ledger.rests(session, row.person_id, LAST.date()) is None


def test_a_reminder_that_was_written_without_the_button_counts_as_the_note(session, row):
    factories.make_draft(session, row.person, kind="reminder", answers_id=row.draft_id, state="sent", sent_at=FIRST)
    advance.advance(session, FIRST + DAY)
    assert states(row) == ["sent", "planned"]


def test_skipping_twice_leaves_out_one(session, row, by):
    operations.skip(session, row, 1, by)
    operations.skip(session, row, 1, by)
    assert states(row) == ["skipped", "planned"]


def test_moving_later_and_back_but_never_too_soon(session, row, by):
    today = FIRST.date()
    operations.move(session, row, date(2026, 12, 1), today, by)
    assert states(row) == ["planned", "planned"]
    assert row.steps[0].due_at == datetime(2026, 12, 1, 14, tzinfo=UTC)
    operations.move(session, row, today, today, by)
    assert states(row) == ["due", "planned"]
    for day in (today - DAY, date.max, date.min):
        with pytest.raises(Refused):
            operations.move(session, row, day, today, by)


def test_stopped_by_hand_it_begins_again_where_it_was(session, row, by):
    operations.stop(session, row, by)
    operations.stop(session, row, by)
    assert (row.state, row.stop_reason, states(row)) == ("stopped", "by_hand", ["dropped", "dropped"])
    operations.go_on(session, row, by)
    assert (row.state, states(row)) == ("running", ["due", "planned"])
    operations.go_on(session, row, by)


def test_closed_in_the_ledger_it_ends_and_opens_the_request_when_it_begins_again(session, row, by):
    ledger_operations.close_ask(session, ask(session), "unanswered", FIRST.date(), by)
    advance.advance(session, FIRST + DAY)
    assert (row.state, row.stop_reason) == ("stopped", "by_hand")
    operations.go_on(session, row, By(by.user_id, FIRST + DAY))
    assert (row.state, ask(session).ask_state) == ("running", "open")


def test_another_post_ends_it_and_it_can_begin_again_by_hand(session, row, by):
    post = factories.make_position(session, row.person, created_at=SENT - DAY, updated_at=SENT - DAY)
    post.is_current, post.updated_at = False, FIRST + DAY
    factories.make_position(session, row.person, created_at=FIRST + DAY, updated_at=FIRST + DAY)
    advance.advance(session, FIRST + 2 * DAY)
    assert row.stop_reason == "moved"
    operations.go_on(session, row, By(by.user_id, FIRST + 3 * DAY))
    advance.advance(session, FIRST + 4 * DAY)
    assert row.state == "running"


def test_a_person_who_was_deleted_is_not_followed_up_and_one_brought_back_is(session, row):
    row.person.deleted_at = FIRST
    session.flush()
    advance.advance(session, FIRST + DAY)
    assert row.stop_reason == "gone"
    row.person.deleted_at = None
    session.flush()
    advance.advance(session, FIRST + 2 * DAY)
    assert states(row) == ["due", "planned"]


def test_whose_account_is_gone_lets_it_end_all_the_same(session, row, by):
    row.draft.written_by_id = None
    session.flush()
    let_rest(session, row, by)
    assert row.state == "finished"
