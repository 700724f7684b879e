"""What a phone sent is kept once, follows its person, stays with the event, and is taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from outreach.errors import NotFound
from outreach.events import floor_notes, meetings, queries
from outreach.events.floor_rules import Press, Unread
from outreach.events.models import FloorNote
from outreach.people import merging
from outreach.people.operations import By
from tests.event_factories import make_appearance, make_event
from tests.factories import NOON, make_person

LATER = timedelta(hours=1)


@pytest.fixture
def row(session, event):
    return make_appearance(session, event, make_person(session, name="Ana Mora"))


@pytest.fixture
def late(by):
    """The same user two hours after the event came to be known."""
    return By(by.user_id, NOON + 2 * LATER)


def join(session, kept, merged, by):
    merging.merge(session, merging.Wanted(kept.id, merged.id, kept.version, merged.version), by)
    session.expire_all()


def pressed(row, kind, key, at=NOON, words=""):
    return Press(key, kind, words, at, row.id, row.person_id)


def test_a_note_is_kept_once_however_often_and_in_whatever_order_it_is_sent(session, event, row, late):
    met, not_met = pressed(row, "met", "key-met-1", NOON + LATER), pressed(row, "not_met", "key-not-met", NOON)
    states = [
        [one.state for one in floor_notes.keep_all(session, event, sent, late)]
        for sent in ([met], [not_met, met], [not_met, Unread("x", "No."), met])
    ]
    assert states == [["kept"], ["kept", "known"], ["known", "refused", "known"]]
    assert len(session.scalars(select(FloorNote)).all()) == 2
    assert (row.outcome, row.outcome_at) == ("met", NOON + LATER), "the last press counts, not the last that arrived"


def test_a_number_that_belongs_to_another_note_is_refused(session, event, row, late):
    floor_notes.keep(session, event, pressed(row, "met", "key-of-one"), late)
    answer = floor_notes.keep(session, make_event(session), Press("key-of-one", "note", "Mine", NOON), late)
    assert (answer.state, bool(answer.words)) == ("refused", True)


def test_taking_back_makes_the_press_before_it_count_again(session, event, row, late):
    floor_notes.keep(session, event, pressed(row, "not_met", "key-first"), late)
    floor_notes.keep(session, event, pressed(row, "promised", "key-second", NOON + LATER), late)
    undo = Press("key-undo", "undo", "", NOON, undoes="key-second")
    assert [floor_notes.keep(session, event, undo, late).state for _ in range(2)] == ["kept", "kept"]
    assert row.outcome == "not_met"
    note = floor_notes.by_key(session, "key-second")
    again = floor_notes.keep(session, event, pressed(row, "promised", "key-second", NOON + LATER), late)
    assert (again.state, again.words) == ("known", "It was taken back.")
    floor_notes.bring_back(session, note, late)
    assert row.outcome == "met"
    assert (
        floor_notes.keep(session, event, Press("key-u2", "undo", "", NOON, undoes="never-sent"), late).state == "known"
    )


def test_what_the_user_has_said_since_is_not_overruled(session, event, row, late):
    row.outcome, row.outcome_at = "not_met", NOON + 2 * LATER
    floor_notes.keep(session, event, pressed(row, "met", "key-early"), late)
    assert row.outcome == "not_met"


def test_a_note_about_somebody_off_the_list_stays_with_the_event_with_their_name(session, event, row, late):
    floor_notes.keep(session, event, pressed(row, "promised", "key-there", words="the summary"), late)
    meetings.take_off(session, row)
    session.expire_all()
    press = Press("key-after", "met", "", NOON, row.id, row.person_id)
    answer = floor_notes.keep(session, event, press, late)
    assert "no longer on the list" in answer.words
    kept = floor_notes.by_appearance(session, event, [])[None]
    assert [note.words for note in kept] == ["About Ana Mora, you promised: the summary", "About Ana Mora, met"]


def test_a_note_follows_somebody_who_was_joined_to_another(session, event, row, late):
    other = make_person(session, name="Ana María Mora")
    floor_notes.keep(session, event, pressed(row, "met", "key-before"), late)
    join(session, other, row.person, late)
    answer = floor_notes.keep(session, event, pressed(row, "note", "key-since", words="Hello"), late)
    assert answer.state == "kept"
    rows = queries.appearances(session, event)
    assert [one.person_id for one in rows] == [other.id]
    assert len(floor_notes.by_appearance(session, event, rows)[rows[0].id]) == 2


def test_a_note_goes_to_the_meeting_with_the_one_who_is_kept(session, event, row, late):
    other = make_appearance(session, event, make_person(session, name="Ana María Mora"))
    floor_notes.keep(session, event, pressed(row, "note", "key-before", words="One"), late)
    join(session, other.person, row.person, late)
    answer = floor_notes.keep(session, event, pressed(row, "note", "key-since", words="Two"), late)
    assert answer.words == "The note went to Ana María Mora."
    notes = floor_notes.by_appearance(session, event, queries.appearances(session, event))[other.id]
    assert [note.words for note in notes] == ["One", "Two"]


def test_a_note_about_somebody_who_was_deleted_is_kept_with_them_and_shown_nowhere(session, event, row, late):
    row.person.deleted_at = NOON
    answer = floor_notes.keep(session, event, pressed(row, "note", "key-since", words="Hello"), late)
    assert "deleted meanwhile" in answer.words
    assert floor_notes.by_appearance(session, event, []) == {}


def test_a_note_for_an_event_that_was_deleted_is_kept_with_it(session, event, row, late):
    event.deleted_at = NOON
    answer = floor_notes.keep(session, event, pressed(row, "note", "key-since", words="Hello"), late)
    assert (answer.state, "is kept with it" in answer.words) == ("kept", True)


def test_a_note_is_found_only_at_its_event(session, event, row, late):
    floor_notes.keep(session, event, pressed(row, "met", "key-here"), late)
    note = floor_notes.by_key(session, "key-here")
    assert floor_notes.note_here(session, event, note.id) is note
    with pytest.raises(NotFound):
        floor_notes.note_here(session, make_event(session), note.id)
