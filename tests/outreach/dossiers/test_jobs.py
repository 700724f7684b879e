"""A research run comes to its end whatever happens: sources fail, the program is killed, somebody stops it."""

from __future__ import annotations

from sqlalchemy import func, select

from outreach.dossiers.models import Fact, FactClaim, ResearchRun, RunSource, SourceDocument
from tests.outreach.dossiers.invented_sources import HOUSE, KEYS


def states(workspace, run_id):
    with workspace.reader() as session:
        rows = session.scalars(select(RunSource).where(RunSource.run_id == run_id).order_by(RunSource.place))
        return {row.source_key: row.state for row in rows}


def run_row(workspace, run_id) -> ResearchRun:
    with workspace.reader() as session:
        return session.get_one(ResearchRun, run_id)


def test_a_run_asks_every_source_and_makes_facts_of_what_they_say(workspace, finished):
    run_id = finished()
    run = run_row(workspace, run_id)
    assert (run.state, run.attempts, run.error) == ("finished", 1, "")
    assert set(states(workspace, run_id).values()) == {"found"}
    with workspace.reader() as session:
        facts = session.scalars(select(Fact).where(Fact.person_id == workspace.person_id)).all()
        roles = [fact for fact in facts if fact.predicate == "role"]
        assert [(fact.value, fact.organization_name, fact.standing) for fact in roles] == [
            ("Chief Medical Officer", HOUSE, "settled")
        ]
        assert roles[0].sources_count == len(KEYS)
        assert len([fact for fact in facts if fact.predicate == "award"]) == len(KEYS)
        linked = session.scalar(select(func.count()).select_from(FactClaim).where(FactClaim.fact_id == roles[0].id))
        assert linked == len(KEYS)
        for document in session.scalars(select(SourceDocument)):
            assert document.plain_text.startswith("Jane Q. Roe")
