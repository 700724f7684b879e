"""What rests on a note of the user's goes with it and comes back with it, and the places that use it are told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from outreach.dossiers import fact_changes, fact_lines, program_changes, program_queries, resting, uses
from outreach.dossiers.fact_changes import OwnFact
from outreach.dossiers.models import Claim, Fact, FactClaim, FactUse
from outreach.dossiers.program_changes import Told
from outreach.dossiers.subjects import Subject
from outreach.people import merging, notes, queries
from outreach.people.merging import Wanted
from outreach.people.models import Person, PersonNote
from outreach.people.operations import By
from outreach.search import search
from tests import factories
from tests.factories import NOON

PRIZE = OwnFact("award", "Larkspur Prize", "She told me at the forum.")
LATER = NOON + timedelta(days=3)


@pytest.fixture
def by(each_database) -> By:
    with each_database.open_session() as session:
        return By(factories.make_user(session).id, NOON)


@pytest.fixture
def session(each_database, by):
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        yield session


@pytest.fixture
def jane(session) -> Person:
    return factories.make_person(session, name="Jane Whitcomb")


@pytest.fixture
def prize(session, jane, by) -> Fact:
    return fact_changes.add_own(session, Subject(jane.id, None), PRIZE, by)


def note_of(session) -> PersonNote:
    return session.scalars(select(PersonNote)).one()


def said(session, person):
    return fact_lines.counts(session, Subject(person.id, None))


def test_a_fact_of_a_deleted_note_is_said_and_found_nowhere_until_the_note_is_back(session, jane, prize, by):
    notes.remove(session, note_of(session), by)
    assert (said(session, jane), search(session, "larkspur")) == ({}, ())
    assert (prize.state, prize.why) == ("gone", resting.DELETED)
    assert fact_lines.lines(session, [prize], NOON.date())[0].sources == ()
    notes.bring_back(session, note_of(session), By(by.user_id, LATER))
    assert said(session, jane) == {"award": 1}
    assert search(session, "larkspur")[0].ref_id == prize.id
    assert fact_lines.lines(session, [prize], NOON.date())[0].sources[0].quote == PRIZE.how_known


def test_places_that_use_it_are_marked_and_unmarked_alike(session, prize, by):
    use = uses.use_fact(session, prize, "draft", 7, "Request for 20 minutes", now=NOON)
    notes.remove(session, note_of(session), By(by.user_id, LATER))
    assert (use.needs_look_since, use.why) == (LATER, resting.DELETED)
    notes.bring_back(session, note_of(session), by)
    assert (use.needs_look_since, use.why) == (None, "")


def test_a_mark_for_another_reason_stays(session, prize, by):
    use = uses.use_fact(session, prize, "draft", 7, "Request for 20 minutes", now=NOON)
    notes.remove(session, note_of(session), by)
    uses.mark(session, [prize.id], uses.TOLD_OTHERWISE, LATER)
    notes.bring_back(session, note_of(session), by)
    assert use.why == uses.TOLD_OTHERWISE


def test_a_fact_that_something_else_says_too_stays_without_the_note_s_words(session, jane, prize, by):
    other = factories.make_claim(session, person_id=jane.id, predicate="award", quote="She won the Larkspur Prize.")
    factories.make_fact_claim(session, prize, other)
    use = uses.use_fact(session, prize, "draft", 7, "Request for 20 minutes", now=NOON)
    notes.remove(session, note_of(session), by)
    assert (prize.state, use.needs_look_since) == ("current", None)
    (line,) = fact_lines.lines(session, [prize], NOON.date())
    assert [one.quote for one in line.sources] == [other.quote]
    notes.bring_back(session, note_of(session), by)
    assert len(fact_lines.lines(session, [prize], NOON.date())[0].sources) == 2


def test_a_program_s_passage_goes_and_comes_back_with_the_note(session, jane, by):
    own = OwnFact("program", "Short stay unit", "She described it on a call.")
    fact = fact_changes.add_own(session, Subject(jane.id, None), own, by)
    claims = program_queries.claims_of_fact(session, fact)
    program = program_changes.record(session, Subject(jane.id, None), Told("Short stay unit"), claims, by)
    notes.remove(session, note_of(session), by)
    assert program.sources == []
    assert [use.why for use in uses.waiting_at(session, "program", program.id)] == [resting.DELETED]
    program_changes.note_uses(session, program, by)  # as saving the record does
    notes.bring_back(session, note_of(session), by)
    assert [one.claim.quote for one in program.sources] == [own.how_known]
    assert [use.fact_id for use in session.scalars(select(FactUse))] == [fact.id]
    assert uses.waiting_at(session, "program", program.id) == []


def test_what_was_corrected_before_stays_corrected(session, prize, by):
    fact_changes.withdraw(session, prize, "She said otherwise.", by)
    notes.remove(session, note_of(session), by)
    notes.bring_back(session, note_of(session), by)
    assert (prize.state, prize.why) == ("withdrawn", "She said otherwise.")
    fact_changes.restore(session, prize, by)
    assert prize.state == "current"


def test_what_has_gone_meanwhile_does_not_come_back(session, jane, prize, by):
    notes.remove(session, note_of(session), by)
    session.delete(prize)
    session.flush()
    notes.bring_back(session, note_of(session), by)
    assert (said(session, jane), session.scalars(select(FactClaim)).all()) == ({}, [])


def test_parting_two_people_does_not_say_again_what_a_deleted_note_said(session, jane, prize, by):
    twin = factories.make_person(session, name="Jane Whitcomb")
    merge = merging.merge(session, Wanted(twin.id, jane.id, twin.version, jane.version), by)
    notes.remove(session, note_of(session), by)
    merging.undo(session, merge.id, By(by.user_id, LATER))
    assert said(session, jane) == {}
    notes.bring_back(session, queries.note_or_deleted(session, jane.id, note_of(session).id), by)
    assert said(session, jane) == {"award": 1}


def test_forgetting_a_note_forgets_its_words(session, prize, by):
    notes.remove(session, note_of(session), by)
    assert notes.forget_deleted(session, NOON + timedelta(days=31)) == 1
    session.expire_all()
    assert session.scalars(select(Claim)).all() == []
    assert session.get_one(Fact, prize.id).state == "gone"
