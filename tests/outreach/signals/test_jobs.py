"""From a watch that is due to a signal on the page, by the real jobs and invented sources."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from outreach.app import Application
from outreach.dossiers import fetching, operations
from outreach.dossiers.models import ResearchRun
from outreach.dossiers.operations import Plan
from outreach.dossiers.subjects import Subject
from outreach.jobs.table import enqueue
from outreach.signals.models import Signal, Watch
from research.errors import InputError
from tests import factories, ledger_factories
from tests.browser import Browser
from tests.outreach.dossiers import invented_sources
from tests.outreach.dossiers.invented_sources import HOUSE, JANE, Sources

KEYS = ("openalex", "wikidata")


@pytest.fixture
def sources(monkeypatch: pytest.MonkeyPatch) -> Sources:
    """Two invented sources that answer instead of the real ones; a test may change what they say."""
    fetcher = Sources()
    chosen = (*invented_sources.connectors(KEYS), fetching.given())
    monkeypatch.setattr(fetching, "connectors_of", lambda _settings: chosen)
    monkeypatch.setattr(fetching, "fetcher_of", lambda _settings, _now: fetcher)
    return fetcher


@pytest.fixture
def jane(app: Application, alice: Browser, sources: Sources, clock, run_jobs) -> int:
    """Jane, researched once and looked up again every month; her id."""
    plan = Plan(tuple(one.SOURCE for one in invented_sources.connectors(KEYS)), 30)
    with app.extensions["database"].session_for(1) as session:
        house = factories.make_organization(session, name=HOUSE, state="VT", city="Larkspur", website="")
        person = factories.make_person(session, name=JANE)
        factories.make_position(session, person, house, title="Chief Medical Officer")
        operations.start(session, Subject(person.id, house.id), plan, None, clock.now)
    run_jobs()
    alice.get(f"/people/{person.id}/watch")
    assert alice.post(f"/people/{person.id}/watch", {"every": "month", "version": "0"}).status_code == 303
    return person.id


def works(app: Application, *names: str) -> None:
    """Lets these periodic jobs come round now."""
    runner = app.extensions["runner"]
    for name in names:
        with app.extensions["database"].open_session() as session:
            number = enqueue(session, name, at=runner.clock()).id
        runner.execute(number)


def signals(app: Application) -> list[str]:
    with app.extensions["database"].reader_for(1) as session:
        return list(session.scalars(select(Signal.sentence)))


def test_a_month_later_what_is_new_is_told_once(
    app: Application, alice: Browser, jane: int, sources: Sources, clock, run_jobs
):
    works(app, "signals.look_again", "signals.read")
    assert signals(app) == []
    clock.move(days=32)
    sources.says["wikidata"] = invented_sources.page_of("wikidata", award="Rural Care Award")
    works(app, "signals.look_again", "signals.look_again")
    assert run_jobs() == 1, "one run, though the job came twice"
    works(app, "signals.read", "signals.read")
    assert signals(app) == [f"{JANE} received an award: Rural Care Award."]
    with app.extensions["database"].reader_for(1) as session:
        row = session.scalars(select(Watch)).one()
        assert (
            row.read_run_id == row.last_run_id == session.scalar(select(ResearchRun.id).order_by(ResearchRun.id.desc()))
        )


def test_a_month_in_which_nothing_changed_tells_nothing(app: Application, jane: int, sources: Sources, clock, run_jobs):
    clock.move(days=32)
    sources.says["wikidata"] = invented_sources.page_of("wikidata", award="PRIZE  of Wikidata")
    works(app, "signals.look_again")
    assert run_jobs() == 1
    works(app, "signals.read")
    assert signals(app) == []


def test_settings_that_name_no_source_begin_nothing_and_lose_nothing(
    app: Application, alice: Browser, clock, monkeypatch: pytest.MonkeyPatch
):
    def refuse(_settings):
        raise InputError("There is no source of this name.")

    with app.extensions["database"].session_for(1) as session:
        row = ledger_factories.make_watch(session, next_at=clock.now)
    monkeypatch.setattr(fetching, "connectors_of", refuse)
    works(app, "signals.look_again")
    with app.extensions["database"].reader_for(1) as session:
        assert session.get_one(Watch, row.id).next_at == clock.now
