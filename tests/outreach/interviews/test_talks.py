"""What is done in a talk: it begins and ends once, goes on, and is noted afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from outreach.errors import Refused
from outreach.interviews import talks
from outreach.relationships.rules import BadDay
from tests import ledger_factories
from tests.factories import NOON


@pytest.fixture
def row(session):
    return ledger_factories.make_interview(session, starts_at=NOON)


def test_it_begins_and_ends_with_the_first_press(session, row, by):
    for minutes in (0, 3):
        talks.begin(session, row, replace(by, now=NOON + timedelta(minutes=minutes)))
    for minutes in (20, 25):
        talks.end(session, row, replace(by, now=NOON + timedelta(minutes=minutes)))
    assert (row.started_at, row.ended_at) == (NOON, NOON + timedelta(minutes=20))
    assert talks.time_in_words(row, NOON) == "It took 20 minutes; 20 were agreed."


def test_a_clock_that_was_put_back_ends_no_talk_before_it_began(session, row, by):
    talks.begin(session, row, by)
    talks.end(session, row, replace(by, now=NOON - timedelta(hours=1)))
    assert row.ended_at == row.started_at
    assert talks.minute_of(row, NOON - timedelta(hours=1)) is None


def test_one_that_was_called_off_is_neither_begun_nor_ended(session, row, by):
    row.state = "canceled"
    for step in (talks.begin, talks.end):
        with pytest.raises(Refused, match="called off"):
            step(session, row, by)
    with pytest.raises(Refused, match="called off"):
        talks.note_held(session, row, NOON, NOON, by)


def test_it_goes_on_until_its_debrief_is_in_the_ledger(session, row, by):
    talks.end(session, row, by)
    talks.go_on(session, row, by)
    assert (row.state, row.ended_at) == ("planned", None)
    talks.end(session, row, by)
    row.debriefed_at = NOON
    with pytest.raises(Refused, match="in the ledger"):
        talks.go_on(session, row, by)


@pytest.mark.parametrize(("began", "ended"), [(10, 5), (-10, 5)])
def test_what_cannot_have_been_is_no_time_of_a_talk(session, row, by, began, ended):
    with pytest.raises(BadDay):
        talks.note_held(session, row, NOON + timedelta(minutes=began), NOON + timedelta(minutes=ended), by)
    assert row.ended_at is None


def test_minutes_count_from_one_and_what_comes_after_is_told_apart(session, row, by):
    talks.note_held(session, row, NOON - timedelta(minutes=20), NOON, by)
    assert talks.minute_of(row, NOON - timedelta(minutes=20)) == 1
    assert talks.minute_of(row, NOON - timedelta(seconds=1)) == 20
    assert talks.is_after(row, NOON + timedelta(seconds=1))
    assert not talks.is_after(row, NOON)
