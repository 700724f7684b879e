"""The user's notes: written once, versioned, deleted and brought back for 30 days, with what rests on them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.errors import NotFound, Refused
from outreach.people import notes, queries
from outreach.people.models import PersonNote
from outreach.people.operations import By, ChangedElsewhere
from outreach.search import search
from tests import factories
from tests.factories import NOON

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def by(each_database) -> By:
    with each_database.open_session() as session:
        return By(factories.make_user(session).id, NOON)


@pytest.fixture
def session(each_database, by):
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        yield session


def texts(session, person):
    return [one.text for one in queries.notes(session, person.id).rows]


def test_a_note_is_the_user_s_and_counts_its_versions(session, by):
    person = factories.make_person(session)
    note = notes.add(session, person.id, "First.", by)
    notes.change(session, person.id, note.id, "Second.", 1, By(by.user_id, LATER))
    assert (note.author_id, note.version, note.updated_at) == (by.user_id, 2, LATER)
    with pytest.raises(ChangedElsewhere):
        notes.change(session, person.id, note.id, "Third.", 1, by)
    with pytest.raises(NotFound):
        queries.note_or_deleted(session, factories.make_person(session).id, note.id)


def test_a_note_whose_form_is_sent_twice_is_one_note(session, by):
    person = factories.make_person(session)
    kept = [notes.write(session, person.id, text, by) for text in ("Met in May.", "Met in May.", "Met.")]
    assert kept[0] is kept[1]
    assert kept[2] is not kept[0]


def test_a_deleted_note_is_nowhere_until_it_is_brought_back(session, by):
    person = factories.make_person(session)
    note = notes.add(session, person.id, "Prefers mornings.", by)
    notes.remove(session, note, by)
    page = queries.person_page(session, person.id)
    assert (texts(session, person), search(session, "mornings")) == ([], ())
    assert queries.steps(session, page, NOON.date(), 10) == []
    with pytest.raises(NotFound):
        queries.note(session, person.id, note.id)
    notes.bring_back(session, note, By(by.user_id, LATER))
    assert texts(session, person) == ["Prefers mornings."]
    assert search(session, "mornings")[0].ref_id == note.id


def test_the_same_words_written_again_after_a_deletion_are_a_note_of_their_own(session, by):
    person = factories.make_person(session)
    first = notes.write(session, person.id, "Met in May.", by)
    notes.remove(session, first, by)
    assert notes.write(session, person.id, "Met in May.", by) is not first
    assert texts(session, person) == ["Met in May."]


def test_after_30_days_a_note_is_brought_back_no_more_and_is_forgotten(session, by):
    person = factories.make_person(session)
    old, recent = (notes.add(session, person.id, text, by) for text in ("Old.", "Recent."))
    notes.remove(session, old, by)
    notes.remove(session, recent, By(by.user_id, NOON + timedelta(days=5)))
    late = By(by.user_id, NOON + timedelta(days=31))
    with pytest.raises(Refused, match="more than 30 days ago"):
        notes.bring_back(session, old, late)
    number = old.id
    assert notes.forget_deleted(session, late.now) == 1
    assert session.get(PersonNote, number) is None
    notes.bring_back(session, recent, late)
    assert texts(session, person) == ["Recent."]


def test_what_rests_on_a_note_is_put_away_and_back_once(session, by, monkeypatch):
    done = []

    class Shelf:
        def put_away(self, _session, note, _by):
            done.append(("away", note.id))
            return {"row": 7}

        def bring_back(self, _session, note, kept, _by):
            done.append(("back", note.id, dict(kept)))

    monkeypatch.setattr(notes, "_resting", {})
    notes.rests_on_notes("shelf", Shelf())
    note = notes.add(session, factories.make_person(session).id, "Text.", by)
    for _ in range(2):
        notes.remove(session, note, by)
    for _ in range(2):
        notes.bring_back(session, note, by)
    assert done == [("away", note.id), ("back", note.id, {"row": 7})]
    assert note.taken_along is None
