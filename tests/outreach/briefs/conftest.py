"""A forum with a leader of whom much is known, one of whom nothing is, and who prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from outreach.accounts.models import User
from outreach.briefs import gathering
from outreach.briefs.material import Material
from outreach.db import WorkspaceSession
from outreach.dossiers.models import Fact
from outreach.events.models import Appearance, Event
from outreach.organizations.models import Organization
from outreach.people.models import Person
from outreach.people.operations import By
from tests import event_factories, factories
from tests.factories import NOON


@dataclass(frozen=True)
class Cast:
    """Who and what the tests are about."""

    event: Event
    leader: Person
    unknown: Person
    house: Organization
    award: Fact
    meeting: Appearance


def told(session: WorkspaceSession, **named: object) -> Fact:
    """A fact with a source."""
    fact = factories.make_fact(session, **{"starts": "", "dated": "", **named})
    claim = factories.make_claim(session, person_id=fact.person_id, organization_id=fact.organization_id)
    factories.make_fact_claim(session, fact, claim)
    return fact


def make_cast(session: WorkspaceSession) -> Cast:
    """Inés, chief operating officer of Harrow Lake, met at 10:40; Bo, of whom only the name is known, at noon."""
    leader = factories.make_person(session, name="Inés Okafor-Lindqvist", addressed_as="Inés", pronouns="she/her")
    house = factories.make_organization(session, name="Harrow Lake Regional")
    factories.make_position(session, leader, house)
    award = told(session, person_id=leader.id, predicate="award", value="Copper Kite Award", dated="2026-03")
    told(session, person_id=leader.id, predicate="publication", value="Beds are the last resort", dated="2026-09-01")
    told(
        session, person_id=leader.id, predicate="education", value="Master of Science", organization_name="Vale College"
    )
    unknown = factories.make_person(session, name="Bo Thistlewood", credentials="", pronunciation="")
    event = event_factories.make_event(session, carry=["Five copies of the summary"])
    event_factories.make_appearance(
        session, event, unknown, starts_minute=720, ends_minute=None, meeting_place="", aim=""
    )
    meeting = event_factories.make_appearance(session, event, leader)
    return Cast(event, leader, unknown, house, award, meeting)


@pytest.fixture
def user(database) -> User:
    with database.open_session() as session:
        return factories.make_user(session, name="Alice Ferreira")


@pytest.fixture
def by(user) -> By:
    return By(user.id, NOON)


@pytest.fixture
def session(database, user) -> Iterator[WorkspaceSession]:
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


@pytest.fixture
def cast(session) -> Cast:
    return make_cast(session)


@pytest.fixture
def gather(session, user, cast):
    """What is known of the leader at this moment."""

    def gathered(person: Person | None = None, **named: object) -> Material:
        session.expire_all()
        return gathering.material_of(session, person or cast.leader, user=user, now=NOON, **named)

    return gathered
