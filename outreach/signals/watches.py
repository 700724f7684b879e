"""Who is looked up again from time to time: saying so, ending it, and why somebody is not looked up now."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import joinedload

from outreach.db import WorkspaceSession
from outreach.dossiers.models import ResearchRun
from outreach.kept_statements import kept_statement
from outreach.once import once
from outreach.pagination import Key, Page, page_of
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.people.operations import By, ChangedElsewhere
from outreach.relationships import queries as ledger
from outreach.relationships.models import Touch
from outreach.sent_twice import hold
from outreach.signals import watch_rules
from outreach.signals.models import Watch
from outreach.words import day

PAGE_SIZE = 50
_NEXT_FIRST = (Key(Watch.next_at), Key(Watch.id))


@dataclass(frozen=True, slots=True)
class Held:
    """Why somebody is not looked up, and until when if that is known."""

    words: str
    until: date | None = None


# --- saying so ------------------------------------------------------------------------------------------------------


def set_watch(session: WorkspaceSession, person_id: int, choice: str, version: int, by: By) -> Watch | None:
    """Says how often a person is looked up again; None where nobody ever said so and "never" is chosen.

    version: of the watch that the form was made from, 0 for none. A form sent twice does it once.
    Raises: NotFound; ChangedElsewhere where another window was faster.
    """
    person = people.person(session, person_id)
    hold(session, Person.id, person.id)
    row = session.scalar(select(Watch).where(Watch.person_id == person.id))
    if row is None:
        return _begun(session, person.id, choice, by) if watch_rules.EVERY[choice] else None
    if _says_so(row, choice):
        return row
    if row.version != version:
        raise ChangedElsewhere
    was_on, row.is_on = row.is_on, bool(watch_rules.EVERY[choice])
    if row.is_on:
        row.every_days = watch_rules.EVERY[choice]
        row.watched_by_id = by.user_id
        row.next_at = _first_look(session, row, by.now)
    if row.is_on and not was_on:
        row.read_run_id = latest_run_id(session, person.id)
    row.updated_at = by.now
    session.flush()
    return row


def _says_so(row: Watch, choice: str) -> bool:
    days = watch_rules.EVERY[choice]
    return row.is_on == bool(days) and (not days or row.every_days == days)


def _begun(session: WorkspaceSession, person_id: int, choice: str, by: By) -> Watch:
    row = Watch(
        person_id=person_id, every_days=watch_rules.EVERY[choice], is_on=True, next_at=by.now,
        read_run_id=latest_run_id(session, person_id), watched_by_id=by.user_id, created_at=by.now, updated_at=by.now,
    )  # fmt: skip
    session.add(row)
    session.flush()
    row.next_at = _first_look(session, row, by.now)
    session.flush()
    return row


def _first_look(session: WorkspaceSession, row: Watch, now: datetime) -> datetime:
    """So long after the last research; tomorrow where that was longer ago, or never."""
    over = select(func.max(ResearchRun.finished_at)).where(
        ResearchRun.person_id == row.person_id, ResearchRun.state == "finished"
    )
    last = session.scalar(over)
    tomorrow = now.date() + timedelta(days=1)
    wanted = last.date() + timedelta(days=row.every_days) if last is not None else tomorrow
    return watch_rules.on_day(row.id, max(tomorrow, wanted))


def latest_run_id(session: WorkspaceSession, person_id: int) -> int | None:
    """The latest run about a person, over or not: what it and those before it found is no news."""
    return session.scalar(select(func.max(ResearchRun.id)).where(ResearchRun.person_id == person_id))


# --- reading --------------------------------------------------------------------------------------------------------


@once
def watch_of(session: WorkspaceSession, person_id: int) -> Watch | None:
    """The watch of a person, on or off."""
    return session.scalar(_WATCH, {"person": person_id})


_WATCH = kept_statement(select(Watch).where(Watch.person_id == bindparam("person")))


def watched(session: WorkspaceSession, cursor: str | None, size: int = PAGE_SIZE) -> Page[Watch]:
    """Who is looked up again, the next first. Those who were deleted or joined to others are left out."""
    rows = select(Watch).join(Person, Person.id == Watch.person_id).where(Watch.is_on.is_(True), people.HERE)
    return page_of(session, rows.options(joinedload(Watch.person)), _NEXT_FIRST, cursor=cursor, size=size)


def count_watched(session: WorkspaceSession) -> int:
    """How many are looked up again."""
    here = select(func.count(Watch.id)).join(Person, Person.id == Watch.person_id)
    return session.scalar(here.where(Watch.is_on.is_(True), people.HERE)) or 0


def has_written_to(session: WorkspaceSession, person_id: int) -> bool:
    """Whether anything was ever noted with a person."""
    noted = select(Touch.id).where(Touch.person_id == person_id, Touch.deleted_at.is_(None)).limit(1)
    return session.scalar(noted) is not None


def held(session: WorkspaceSession, watched_people: Collection[Person], today: date) -> Mapping[int, Held]:
    """Of these people, those who are not looked up now, with why; in a fixed number of questions."""
    ids = [person.id for person in watched_people]
    if not ids:
        return {}
    paused = ledger.paused_people(session, today, ids)
    let_go = {number for number, rest in ledger.resting_people(session, today).items() if rest.state == "let_go"}
    found: dict[int, Held] = {}
    for person in watched_people:
        if not person.may_be_contacted:
            found[person.id] = Held("Not looked up: they do not want to be written to, so there is no use for it.")
        elif person.id in let_go:
            found[person.id] = Held("Not looked up: this relationship was let go.")
        elif person.id in paused:
            one = paused[person.id]
            words = f"Not looked up while everything about {one.of} is paused, until {day(one.until, today)}."
            found[person.id] = Held(words, one.until)
    return found
