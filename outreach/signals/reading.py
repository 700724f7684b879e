"""From a run that is over to signals: what it changed about a watched person or their organization, told once.

Runs are read in the order in which they began, each when it is over and no source of it is going to be asked again in a
moment; `Watch.read_run_id` says how far this has come. Reading a run a second time changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, text, update

from outreach.db import Database, WorkspaceSession
from outreach.dossiers.claim_models import RUN_IS_OVER
from outreach.dossiers.models import ResearchRun, RunSource
from outreach.organizations.models import Organization
from outreach.people import queries as people
from outreach.people.models import Person, Position
from outreach.signals import noise, trouble, wording
from outreach.signals.changed_facts import Subjects, changes_of, said_before
from outreach.signals.learning import is_learned
from outreach.signals.models import Signal, Watch
from outreach.signals.noise import News
from outreach.signals.sentences import sentence_of
from outreach.signals.trouble import Trouble
from research.connectors import given_pages

LATEST_RUNS = 2_000
"""Runs among which those are looked for that are not read yet, over all workspaces."""

ASKS_AGAIN_WITHIN = timedelta(minutes=30)
"""A source that did not answer is asked once more within so long; until then a run is not read."""

STANDSTILL = timedelta(days=1)
"""A run that is not over after so long holds up no other."""

_MOST_QUOTE = 2_000
_MOST_TITLE = 300
_MOST_URL = 2_000
_WHY = "looking which runs about watched people are over"


# --- which ----------------------------------------------------------------------------------------------------------


def unread(session: WorkspaceSession) -> Sequence[tuple[int, int]]:
    """(workspace, watch) of whom a run is over and not read, over all workspaces that the session sees."""
    newest = session.scalar(select(func.max(ResearchRun.id))) or 0
    is_on = text("watch.is_on")
    new = (
        ResearchRun.id > newest - LATEST_RUNS, ResearchRun.state.in_(RUN_IS_OVER),
        or_(Watch.read_run_id.is_(None), Watch.read_run_id < ResearchRun.id), is_on,
    )  # fmt: skip
    own = select(Watch.workspace_id, Watch.id).join(ResearchRun, ResearchRun.person_id == Watch.person_id)
    of_house = (
        select(Watch.workspace_id, Watch.id)
        .join(Position, and_(Position.person_id == Watch.person_id, Position.is_current.is_(True)))
        .join(ResearchRun, ResearchRun.organization_id == Position.organization_id)
    )
    found = [*session.execute(own.where(*new).distinct()),
             *session.execute(of_house.where(*new, ResearchRun.person_id.is_(None)).distinct())]  # fmt: skip
    return sorted({(workspace_id, watch_id) for workspace_id, watch_id in found})


def read_all(database: Database, now: datetime) -> int:
    """Reads every run that is over and about somebody who is watched; how many signals came of it."""
    with database.system_reader(_WHY) as session:
        found = unread(session)
    made = 0
    for workspace_id, watch_id in found:
        with database.session_for(workspace_id) as session:
            made += len(read_watch(session, watch_id, now))
    return made


def read_watch(session: WorkspaceSession, watch_id: int, now: datetime) -> list[Signal]:
    """Reads the runs about a watched person and their organizations that are over, in their order."""
    row = session.scalar(select(Watch).where(Watch.id == watch_id, Watch.is_on.is_(True)).with_for_update())
    person = session.scalar(select(Person).where(Person.id == row.person_id, people.HERE)) if row is not None else None
    if row is None or person is None:
        return []
    made: list[Signal] = []
    read = row.read_run_id
    for run in session.scalars(_runs_after(session, person, read or 0)):
        if not _is_ready(run, now):
            if run.created_at > now - STANDSTILL:
                break
            continue
        made += _read_run(session, person, run, now)
        read = run.id
    how_far = update(Watch).where(Watch.id == row.id).values(read_run_id=read)
    session.execute(how_far, execution_options={"synchronize_session": False})
    return made


def houses_of(session: WorkspaceSession, person_id: int) -> list[int]:
    """The organizations where a person works now."""
    posts = select(Position.organization_id).where(
        Position.person_id == person_id, Position.is_current.is_(True), Position.organization_id.is_not(None)
    )
    return sorted({number for number in session.scalars(posts) if number is not None})


def _runs_after(session: WorkspaceSession, person: Person, read: int) -> Select[ResearchRun]:
    about = _about(person.id, houses_of(session, person.id))
    return select(ResearchRun).where(about, ResearchRun.id > read).order_by(ResearchRun.id).limit(50)


def _about(person_id: int, houses: Sequence[int]) -> ColumnElement[bool]:
    of_house = and_(ResearchRun.person_id.is_(None), ResearchRun.organization_id.in_(houses))
    return or_(ResearchRun.person_id == person_id, of_house)


def _is_ready(run: ResearchRun, now: datetime) -> bool:
    if not run.is_over or run.finished_at is None:
        return False
    waits = any(source.state == "later" for source in run.sources)
    return not waits or run.finished_at < now - ASKS_AGAIN_WITHIN


# --- one run --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was known before a run: when the last one ended, and which sources had ever answered."""

    last_run: date
    sources: frozenset[str]


def _read_run(session: WorkspaceSession, person: Person, run: ResearchRun, now: datetime) -> list[Signal]:
    if not run.changes:
        return []
    earlier = _earlier(session, run)
    if earlier is None:
        return []
    answered = frozenset(source.source_key for source in run.sources if source.state in ("found", "nothing"))
    changes = changes_of(session, run, Subjects(earlier.sources, answered))
    found = noise.news(changes, said_before(run.facts_before or {}), earlier.last_run)
    houses = _names(session, run)
    made = [_made(session, person, run, one, houses, now) for one in found]
    return [row for row in made if row is not None]


def _earlier(session: WorkspaceSession, run: ResearchRun) -> Earlier | None:
    """None for the first run: all of it is new to us, and no news."""
    whose = [ResearchRun.person_id == run.person_id] if run.person_id is not None else []
    if run.organization_id is not None:
        whose.append(ResearchRun.organization_id == run.organization_id)
    answers = (
        select(ResearchRun.id, ResearchRun.person_id, ResearchRun.finished_at, RunSource.source_key)
        .join(RunSource, RunSource.run_id == ResearchRun.id)
        .where(or_(*whose), ResearchRun.id < run.id, RunSource.state.in_(("found", "nothing")),
               RunSource.source_key != given_pages.SOURCE.key, ResearchRun.finished_at.is_not(None))
    )  # fmt: skip
    rows = session.execute(answers).all()
    # Runs about the people of an organization ask about it too; one about it alone tells nothing of its people.
    of_subject = [row for row in rows if run.person_id is None or row.person_id == run.person_id]
    ends = [row.finished_at.date() for row in of_subject if row.finished_at is not None]
    if not ends:
        return None
    return Earlier(max(ends), frozenset(row.source_key for row in rows))


def _names(session: WorkspaceSession, run: ResearchRun) -> Mapping[int, str]:
    if run.organization_id is None:
        return {}
    name = session.scalar(select(Organization.name).where(Organization.id == run.organization_id))
    return {run.organization_id: name or ""}


def _made(
    session: WorkspaceSession, person: Person, run: ResearchRun, news: News, houses: Mapping[int, str], now: datetime
) -> Signal | None:
    """The signal, or None where the same was told before."""
    change = news.change
    house_id = None if change.is_of_person else run.organization_id
    house = houses.get(house_id, "") if house_id is not None else ""
    told = _trouble_in(news, house)
    kind = "trouble" if told is not None else change.kind
    year = change.dated[:4] if kind in ("award", "paper", "role") else ""
    is_over = change.how == "gone" or (kind == "role" and bool(change.ends))
    mark = wording.fingerprint(f"{change.predicate} over" if is_over else change.predicate, change.words, year)
    if _is_told(session, person.id, house_id, mark):
        return None
    row = Signal(
        person_id=person.id, organization_id=house_id, run_id=run.id,
        fact_id=None if change.how == "gone" else change.fact_id, kind=kind,
        sentence=sentence_of(change, person.name, house, told)[:500], quote=change.passage.quote[:_MOST_QUOTE],
        source_key=change.passage.source_key[:100], source_title=change.passage.source_title[:_MOST_TITLE],
        url=change.passage.url[:_MOST_URL], happened=change.dated, fingerprint=mark, found_at=now,
        is_quiet=news.is_quiet or (told is not None and not told.is_sure)
        or is_learned(session, change.passage.source_key[:100], kind),
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row


def _trouble_in(news: News, house: str) -> Trouble | None:
    if news.change.predicate != "news" or not house:
        return None
    return trouble.trouble_in((news.change.words, news.change.passage.quote), house)


def _is_told(session: WorkspaceSession, person_id: int, house_id: int | None, mark: str) -> bool:
    """Whether it was told of this person; of an organization, whether of anybody there."""
    of_person = Signal.person_id == person_id
    whose = of_person if house_id is None else or_(of_person, Signal.organization_id == house_id)
    return session.scalar(select(Signal.id).where(Signal.fingerprint == mark, whose).limit(1)) is not None
