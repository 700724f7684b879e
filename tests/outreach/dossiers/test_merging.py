"""What research knows of two people who are joined: concluded together, and as before when they are parted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from outreach.dossiers import operations
from outreach.dossiers.models import Candidate, Claim, Fact, FactClaim, ResearchRun
from outreach.dossiers.subjects import Subject
from outreach.people import merging
from outreach.people.merging import Wanted
from outreach.people.models import Person
from outreach.people.operations import By
from tests import factories
from tests.outreach.dossiers.invented_sources import JANE, NOW

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def twin(workspace, plan, runner, finished):
    """Jane entered a second time, and both researched."""
    finished()
    with workspace.session() as session:
        twin = factories.make_person(session, name=JANE)
        house = session.get_one(Person, workspace.person_id).positions[0].organization
        factories.make_position(session, twin, house, title="Chief Medical Officer")
        subject = Subject(twin.id, workspace.organization_id)
        operations.start(session, subject, plan, workspace.user_id, NOW)
        number = twin.id
    assert runner.run_due() == 1
    return number


def known(session):
    """What is concluded about people, without when it was written."""
    session.expire_all()
    found = {}
    for model in (Fact, FactClaim, Candidate, Claim):
        for row in session.scalars(select(model)):
            if getattr(row, "organization_id", None) is not None:
                continue
            found[model.__tablename__, row.id] = {
                one.key: getattr(row, one.key) for one in row.__mapper__.column_attrs if one.key != "updated_at"
            }
    return found


def current(session, person_id):
    facts = session.scalars(select(Fact).where(Fact.person_id == person_id, Fact.state == "current"))
    return sorted((fact.predicate, fact.value_words) for fact in facts)


def join(session, workspace, twin):
    kept, merged = session.get_one(Person, workspace.person_id), session.get_one(Person, twin)
    wanted = Wanted(kept.id, merged.id, kept.version, merged.version)
    return merging.merge(session, wanted, By(workspace.user_id, LATER))


def test_what_both_know_is_said_once_and_comes_apart_again(workspace, twin):
    with workspace.session() as session:
        alone, before = current(session, workspace.person_id), known(session)
        assert alone
        assert current(session, twin) == alone
        made = join(session, workspace, twin)
        assert current(session, workspace.person_id) == alone
        merging.undo(session, made.id, By(workspace.user_id, LATER))
        assert known(session) == before


def test_a_run_on_the_one_takes_nothing_back_of_what_the_other_s_said(workspace, twin):
    with workspace.session() as session:
        claim = factories.make_claim(
            session, person_id=workspace.person_id, last_run_id=1, run_id=1, record_label=JANE, document=None,
        )  # fmt: skip
        before = claim.last_run_id
        made = join(session, workspace, twin)
        session.refresh(claim)
        assert claim.last_run_id >= before
        merging.undo(session, made.id, By(workspace.user_id, LATER))
        session.refresh(claim)
        assert claim.last_run_id == before


def test_what_is_found_after_joining_is_concluded_anew_when_they_are_parted(workspace, twin, plan, runner, clock):
    with workspace.session() as session:
        made = join(session, workspace, twin).id
        clock.now = LATER + timedelta(minutes=5)
        subject = Subject(workspace.person_id, workspace.organization_id)
        operations.start(session, subject, plan, workspace.user_id, clock.now)
    assert runner.run_due() >= 1
    with workspace.session() as session:
        together = current(session, workspace.person_id)
        merging.undo(session, made, By(workspace.user_id, clock.now))
        assert current(session, workspace.person_id) == together
        runs = session.scalars(select(ResearchRun.person_id).where(ResearchRun.created_at > LATER))
        assert set(runs) == {workspace.person_id}


def test_somebody_who_was_never_researched_is_joined_as_well(workspace, finished):
    finished()
    with workspace.session() as session:
        twin = factories.make_person(session, name=JANE).id
        before = known(session)
        made = join(session, workspace, twin)
        merging.undo(session, made.id, By(workspace.user_id, LATER))
        assert known(session) == before
