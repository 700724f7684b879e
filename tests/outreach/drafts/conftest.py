"""A leader with facts of every standing, a letter to her, and who writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from outreach.db import WorkspaceSession
from outreach.dossiers.models import Fact
from outreach.drafts.models import Draft
from outreach.people.models import Person
from outreach.people.operations import By
from tests import factories, ledger_factories
from tests.factories import NOON
from tests.ledger_factories import long_ago

BODY = "Dear Inés,\n\nBoarding fell by 31% in six months [1]. May I ask you for 20 minutes?\n\nSincerely,\nJordan Ellis"


@dataclass(frozen=True)
class Cast:
    """Who and what the tests are about."""

    leader: Person
    draft: Draft
    fact: Fact


@pytest.fixture
def by(database) -> By:
    with database.open_session() as session:
        return By(factories.make_user(session).id, NOON)


@pytest.fixture
def session(database, by) -> Iterator[WorkspaceSession]:
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


def told(session: WorkspaceSession, **named: object) -> Fact:
    """A fact with a source."""
    fact = factories.make_fact(session, **named)
    factories.make_fact_claim(session, fact)
    return fact


@pytest.fixture
def cast(session) -> Cast:
    """Inés, who works at a house of the workspace, and a request to her that uses a fact."""
    leader = factories.make_person(session, name="Inés Okafor-Lindqvist", addressed_as="Inés")
    factories.make_position(session, leader)
    fact = told(session, person_id=leader.id, value="Boarding fell by 31% in six months")
    draft = factories.make_draft(session, leader, body=BODY, project_id=factories.make_project(session).id)
    factories.make_draft_fact(session, draft, fact_id=fact.id, number=1)
    return Cast(leader, draft, fact)


@pytest.fixture
def asked_before(session, cast):
    """She was asked in the summer, and nothing was given since."""
    on, at = long_ago(120)
    ledger_factories.make_ask(
        session, cast.leader, happened_on=on, created_at=at, ask_state="granted", ask_closed_on=on
    )


@pytest.fixture
def plain(session, cast):
    """A letter in which the text itself has nothing to fix."""
    cast.leader.email = "ines@northfield.example.org"
    cast.draft.kind, cast.draft.subject = "other", "A question"
    cast.draft.body = "Dear Inés,\n\nThank you for your note.\n\nSincerely,\nJordan Ellis"
    session.flush()
    return cast.draft
