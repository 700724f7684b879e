"""Correcting, withdrawing, settling, saying again, noting by hand: nothing is lost, and what used it is marked."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from outreach.dossiers import fact_changes, fact_lines, facts, uses
from outreach.dossiers.fact_changes import Correction, FactChanged, OwnFact
from outreach.dossiers.models import Claim, Fact
from outreach.dossiers.subjects import Subject
from outreach.people.models import PersonNote
from outreach.people.operations import By
from tests.factories import NOON
from tests.outreach.dossiers.conftest import run_of
from tests.outreach.dossiers.dossier_cast import say


@pytest.fixture
def by(workspace):
    return By(workspace.user_id, NOON)


@pytest.fixture
def jane(workspace):
    return {"person_id": workspace.person_id}


def used(session, fact):
    return uses.use_fact(session, fact, "draft", 1, "Request", now=NOON)


def test_a_correction_stands_instead_with_the_user_s_words_as_its_source(workspace, jane, by):
    with workspace.session() as session:
        old = say(session, jane, "role", "Chief Medical Officer", organization_name="Larkspur", status="current")
        place = used(session, old)
        new = fact_changes.correct(
            session, old, Correction("Chief Executive", "She told me on the phone.", "Larkspur", "2026-03"), by
        )
        assert (old.state, old.why, old.changed_by_id) == ("corrected", "She told me on the phone.", by.user_id)
        assert old.value == "Chief Medical Officer", "nothing is overwritten"
        assert new.corrected_from_id == old.id
        assert new.value_words == "Chief Executive, Larkspur (since Mar 2026)"
        assert new.status == "current", "a post that is held is corrected to one that is held"
        (line,) = fact_lines.lines(session, [new], NOON.date())
        assert [(one.quote, one.is_own) for one in line.sources] == [("She told me on the phone.", True)]
        assert line.tags[0] == ("your correction", "warn")
        assert place.needs_look_since == NOON
        assert place.why == "Corrected: Chief Executive, Larkspur (since Mar 2026)"


def test_what_is_said_no_more_cannot_be_corrected_or_withdrawn(workspace, jane, by):
    with workspace.session() as session:
        fact = say(session, jane, "award", "Prize")
        fact_changes.withdraw(session, fact, "Not hers.", by)
        with pytest.raises(FactChanged):
            fact_changes.withdraw(session, fact, "Again.", by)
        with pytest.raises(FactChanged):
            fact_changes.correct(session, fact, Correction("Medal", "I saw it."), by)
        assert fact.why == "Not hers."


def test_a_withdrawn_fact_can_be_said_again_and_its_places_are_unmarked(workspace, jane, by):
    with workspace.session() as session:
        fact = say(session, jane, "award", "Prize")
        place = used(session, fact)
        assert fact_changes.withdraw(session, fact, "Not hers.", by) == 1
        assert place.needs_look_since is not None
        fact_changes.restore(session, fact, by)
        assert (fact.state, fact.why) == ("current", "Said again. Before: Not hers.")
        assert place.needs_look_since is None
        fact_changes.restore(session, fact, by)
        assert fact.why == "Said again. Before: Not hers.", "twice is as once"


def test_taking_a_correction_back_withdraws_what_stood_instead(workspace, jane, by):
    with workspace.session() as session:
        old = say(session, jane, "award", "Prize")
        new = fact_changes.correct(session, old, Correction("Medal", "I saw it."), by)
        place = used(session, new)
        fact_changes.restore(session, old, by)
        assert (old.state, new.state) == ("current", "withdrawn")
        assert place.why == "The correction was taken back."


def test_research_leaves_alone_what_the_user_decided(workspace, finished, by):
    run_id = finished()
    with workspace.session() as session:
        roles = session.scalars(select(Fact).where(Fact.predicate == "role")).all()
        awards = session.scalars(select(Fact).where(Fact.predicate == "award").order_by(Fact.id)).all()
        new = fact_changes.correct(session, roles[0], Correction("Chief Executive", "She told me."), by)
        fact_changes.withdraw(session, awards[0], "Not hers.", by)
        own = fact_changes.add_own(
            session, Subject(workspace.person_id, None), OwnFact("program", "Huddle", "She told me."), by
        )
        facts.refresh(session, run_of(session, run_id), NOON)
        assert [roles[0].state, awards[0].state] == ["corrected", "withdrawn"]
        assert [new.state, own.state] == ["current", "current"]
        assert len(session.scalars(select(Fact).where(Fact.predicate == "role")).all()) == len(roles) + 1


def test_saying_a_fact_again_that_no_source_says_leaves_it_gone(workspace, finished, by):
    finished()
    with workspace.session() as session:
        award = session.scalars(select(Fact).where(Fact.predicate == "award").order_by(Fact.id)).first()
        fact_changes.withdraw(session, award, "Not hers.", by)
        for link in award.links:
            session.delete(session.get_one(Claim, link.claim_id))
        session.flush()
        session.expire_all()
        fact_changes.restore(session, award, by)
        assert award.state == "gone"


def test_settling_lets_one_value_hold(workspace, by):
    house = {"organization_id": workspace.organization_id}
    with workspace.session() as session:
        rows = [say(session, house, "beds", value, standing="disputed") for value in (214, 240, 250)]
        assert len(fact_lines.disputed(session, Fact.organization_id == workspace.organization_id)) == 1
        assert fact_changes.settle(session, rows[1], rows, by) == 2
        assert [row.state for row in rows] == ["withdrawn", "current", "withdrawn"]
        assert rows[0].why == fact_changes.SETTLED
        assert fact_lines.disputed(session, Fact.organization_id == workspace.organization_id) == []
        (line,) = fact_lines.lines(session, [rows[1]], NOON.date())
        assert "disagrees" not in dict(line.tags)


def test_leaving_out_lets_none_hold(workspace, by):
    house = {"organization_id": workspace.organization_id}
    with workspace.session() as session:
        rows = [say(session, house, "beds", value, standing="disputed") for value in (214, 240)]
        assert fact_changes.leave_out(session, rows, by) == 2
        assert {row.state for row in rows} == {"withdrawn"}


def test_a_fact_of_the_user_s_own_rests_on_a_note(workspace, jane, by):
    subject = Subject(workspace.person_id, None)
    own = OwnFact("said", "We listen first", "She said so at the forum, May 3.", starts="2026-05-03")
    with workspace.session() as session:
        fact = fact_changes.add_own(session, subject, own, by)
        again = fact_changes.add_own(session, subject, own, by)
        assert fact.id == again.id, "a second press keeps it once"
        (note,) = session.scalars(select(PersonNote)).all()
        assert note.text == own.how_known
        assert (fact.is_own_note, fact.value_words) == (True, "“We listen first” (May 3, 2026)")
        (line,) = fact_lines.lines(session, [fact], NOON.date())
        assert line.tags == (("only your notes", "warn"),)
        assert line.sources[0].address == f"/people/{workspace.person_id}#notes"


def test_when_the_note_is_deleted_the_fact_is_shown_no_more(workspace, jane, by):
    with workspace.session() as session:
        subject = Subject(workspace.person_id, None)
        fact_changes.add_own(session, subject, OwnFact("award", "Prize", "She told me."), by)
        assert fact_lines.counts(session, subject) == {"award": 1}
        session.delete(session.scalars(select(PersonNote)).one())
        session.flush()
        assert fact_lines.counts(session, subject) == {}


def test_a_fact_about_an_organization_needs_no_note_of_a_person(workspace, by):
    subject = Subject(None, workspace.organization_id)
    with workspace.session() as session:
        fact = fact_changes.add_own(session, subject, OwnFact("beds", 214, "I counted them."), by)
        assert (fact.organization_id, fact.person_id) == (workspace.organization_id, None)
        assert session.scalars(select(PersonNote)).all() == []


def test_what_cannot_be_kept_is_taken_out_of_the_user_s_words(workspace, jane, by):
    subject = Subject(workspace.person_id, None)
    with workspace.session() as session:
        own = OwnFact("award", "Prize\x00", "She\x00 told \ud800me. " + "x" * 400)
        fact = fact_changes.add_own(session, subject, own, by)
        assert fact.value == "Prize"
        claim = session.scalars(select(Claim)).one()
        assert claim.quote.startswith("She told ?me. x")
        assert len(claim.quote) == 300
