"""On the pages of people and organizations: how far research is, and the main button while it is what comes next."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from outreach.dossiers import operations, page_summary
from outreach.dossiers.models import Candidate, ResearchRun
from outreach.page_parts import Here, NextAction
from tests import factories
from tests.outreach.dossiers.invented_sources import NOW


@pytest.fixture
def button(workspace):
    """The main button of a page at this moment."""

    def offered(page="person"):
        number = workspace.person_id if page == "person" else workspace.organization_id
        with workspace.session() as session:
            return page_summary.action(page)(Here(session, number, workspace.user_id, NOW))

    return offered


def test_the_button_starts_then_watches_then_asks_then_steps_aside(workspace, plan, button):
    assert button() == NextAction("Start research", f"/people/{workspace.person_id}/research", posts=True)
    with workspace.session() as session:
        run_id = operations.start(session, workspace.subject, plan, workspace.user_id, NOW).id
    assert button() == NextAction("Watch the research", f"/research/{run_id}")
    with workspace.session() as session:
        run = session.get_one(ResearchRun, run_id)
        run.state, run.finished_at = "finished", NOW
        factories.make_candidate(session, person_id=workspace.person_id)
    assert button() == NextAction("Look at 1 open question", f"/research/{run_id}")
    with workspace.session() as session:
        for candidate in session.scalars(select(Candidate)):
            candidate.judgement = "different"
    assert button() is None


def test_an_organization_has_its_own(workspace, button):
    assert button("organization") == NextAction(
        "Start research", f"/orgs/{workspace.organization_id}/research", posts=True
    )


def test_the_card_tells_the_state(workspace):
    with workspace.session() as session:
        part = page_summary.part("person")
        values = part.load(Here(session, workspace.person_id, workspace.user_id, NOW))
        assert values["state"].latest is None
        assert values["path"] == f"/people/{workspace.person_id}"
