"""What people and notes are found as, and where that leads."""

from __future__ import annotations

import pytest

from outreach.people.searching import note_entry, person_entry
from outreach.search import search
from tests import factories
from tests.factories import NOON, make_note, make_person, make_position


@pytest.fixture
def session(each_database):
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        yield session


def found(session, question):
    return {(one.kind, one.path) for one in search(session, question)}


def test_a_person_is_found_by_every_form_of_the_name_and_by_the_address(session):
    leader = make_person(session, name="Rosalind Şenyurt", goes_by="Rosa", search_key="rosalind senyurt wozniak",
                         email="r.senyurt@example.org")  # fmt: skip
    for question in ("senyurt", "Rosa", "wozniak", "MBA", "r.senyurt@example.org"):
        assert found(session, question) == {("person", f"/people/{leader.id}")}, question


def test_only_present_posts_stand_beside_a_name(session):
    leader = make_person(session)
    house = factories.make_organization(session, name="Quillfeather")
    make_position(session, leader, house, title="Chair", is_current=False, ended="2020")
    session.refresh(leader)
    assert person_entry(leader).beside == ""
    make_position(session, leader, house, title="Chief nurse")
    session.refresh(leader)
    assert person_entry(leader).beside == "Chief nurse, Quillfeather"


def test_a_note_is_found_by_its_text_and_named_by_its_beginning(session):
    note = make_note(session, text="Met  at\nthe forum. " + "Spoke of lanterns. " * 20)
    entry = note_entry(note)
    assert entry.title.startswith("Met at the forum. Spoke of lanterns.")
    assert entry.title.endswith(" …")
    assert len(entry.title) <= 122
    assert found(session, "forum lantern") == {("note", f"/people/{note.person_id}#note-{note.id}")}


@pytest.mark.parametrize("gone", ["deleted", "merged"])
def test_nothing_is_found_of_somebody_who_is_gone(session, gone):
    note = make_note(session, make_person(session, name="Ada Quillfeather"), text="Quillfeather rounds")
    if gone == "deleted":
        note.person.deleted_at = NOON
    else:
        note.person.merged_into_id = make_person(session).id
    session.flush()
    assert (person_entry(note.person), note_entry(note)) == (None, None)
    assert found(session, "quillfeather") == set()
