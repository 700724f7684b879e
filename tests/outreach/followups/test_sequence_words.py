"""How a ladder is told: its steps with their days, why it waits, why it ended."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from outreach.followups import advance, ladder_facts, operations
from outreach.followups import sequence_words as words
from outreach.people.operations import By
from tests import factories

SENT = datetime(2026, 11, 3, 15, tzinfo=UTC)
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def session(database):
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


@pytest.fixture
def row(session):
    leader = factories.make_person(session, name="Inés Okafor", time_zone="America/Chicago")
    return operations.begin(session, factories.make_draft(session, leader, state="sent", sent_at=SENT), SENT)


def look(session, row, now=NOW):
    return operations.look_at(session, row, now)


def test_the_steps_are_told_with_their_days(session, row):
    told = words.lines(look(session, row, SENT))
    assert [(one.on, one.state) for one in told] == [
        (date(2026, 11, 3), "done"), (date(2026, 11, 13), "planned"), (date(2026, 11, 25), "planned"),
        (None, "planned"),
    ]  # fmt: skip
    assert told[1].words == "First note planned, if no answer comes"
    assert told[1].more == "It adds: something new: an easier form, a later date, or a fact that came up since."
    assert told[2].words == "Second and last note, some days after the first"
    assert told[3].words == "Then it rests for 90 days: no answer is an answer, too"


def test_steps_left_out_and_not_needed_are_told(session, row):
    by = By(factories.make_user(session).id, NOW)
    found = operations.skip(session, row, 1, by)
    assert words.lines(found)[1].words == "First note left out"
    found = operations.stop(session, row, by)
    assert [one.words for one in words.lines(found)[1:]] == [
        "First note left out", "Second and last note not needed", "You stopped it",
    ]  # fmt: skip
    assert words.next_words(found, NOW.date()) == "You stopped it"


def test_a_request_that_was_followed_by_another_says_so(session, row):
    factories.make_draft(session, row.person, state="sent", sent_at=SENT + DAY)
    advance.advance(session, NOW)
    assert words.ended(look(session, row)) == "You asked anew; that request is followed up"


def test_closed_by_the_user_is_told(session, row):
    found = ladder_facts.again(look(session, row), NOW, ask_state="unanswered")
    assert words.ended(found) == "You closed the request"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"paused_until": date(2026, 12, 1)}, "Everything is paused until Tue, Dec 1. Until then nothing is planned."),
        ({}, ""),
    ],
)
def test_why_it_waits(session, row, changed, said):
    assert words.waits_for(ladder_facts.again(look(session, row), NOW, **changed), NOW.date()) == said


def test_whose_days_count(session, row):
    assert words.where(look(session, row)) == "Days count where Inés Okafor is: Central."
    row.person.time_zone = ""
    assert words.where(look(session, row)) == (
        "The time zone of Inés Okafor is not known, so days count where you are."
    )
    row.person.time_zone = "Mars/Olympus"
    assert words.where(look(session, row)).startswith("“Mars/Olympus” is no time zone that is known")


def test_long_after_its_good_days_resting_is_said_to_be_as_kind(session, row):
    by = By(factories.make_user(session).id, NOW)
    operations.skip(session, row, 1, by)
    assert not words.is_late(look(session, row, NOW + 20 * DAY), (NOW + 20 * DAY).date())
    assert words.is_late(look(session, row, NOW + 400 * DAY), (NOW + 400 * DAY).date())


def test_without_its_ladder_file_it_is_told_without_days(session, row):
    row.ladder_key = "gone"
    found = look(session, row)
    assert "no day" in words.next_words(found, NOW.date()) or found.course.open_step.due_at is not None
    assert len(words.lines(found)) == 4
