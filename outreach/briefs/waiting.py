"""What prints ask of the user (see `outreach.waiting`): a look at what has changed, while there is time to print it.

Asked within three days of an event. What is on paper is compared here in a fixed number of questions to the database,
whatever was printed: the meeting and the post as the page says them, the facts that it tells, what passed since. The
whole comparison stands on the page of the pack.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload

from outreach.briefs.gathered_meeting import long_day, place, span, when
from outreach.briefs.models import PrintedPage, Printing
from outreach.briefs.printings import PLACE
from outreach.db import WorkspaceSession
from outreach.dossiers.models import Fact, FactUse
from outreach.events.models import Appearance, Event
from outreach.people.models import Person
from outreach.people.queries import HERE
from outreach.relationships.models import Promise, Touch
from outreach.relationships.queries import COUNTS
from outreach.waiting import Waiting
from outreach.words import day

WITHIN = timedelta(days=3)
"""How long before an event one still prints (product.md, 4.1: "two days before")."""

MOST_EVENTS = 5


def tasks(session: WorkspaceSession, _user_id: int, _now: datetime, today: date) -> Sequence[Waiting]:
    """Packs of events that are near, of which something has changed since the print; one task an event."""
    near = _near(session, today)
    if not near:
        return ()
    prints = _last_prints(session, [row.id for row in near])
    changed = _changed(session, list(prints.values()))
    return tuple(_task(row, today) for row in near if row.id in prints and prints[row.id].id in changed)


def _task(row: Event, today: date) -> Waiting:
    return Waiting(
        f"print-changed:{row.id}", "print", f"Look at what changed since your print for {row.name}",
        f"It begins {day(row.starts_on, today)}. A page shows what is otherwise, and prints it.", "Look at it",
        f"/events/{row.id}/pack/changes", row.starts_on,
    )  # fmt: skip


def _near(session: WorkspaceSession, today: date) -> Sequence[Event]:
    if date.max - today < WITHIN:
        return ()
    coming = select(Event).where(
        Event.deleted_at.is_(None), Event.ends_on >= today, Event.starts_on <= today + WITHIN
    )  # fmt: skip
    return session.scalars(coming.order_by(Event.starts_on, Event.id).limit(MOST_EVENTS)).all()


def _last_prints(session: WorkspaceSession, event_ids: Sequence[int]) -> Mapping[int, Printing]:
    """Event -> the pack that was printed last."""
    last = (
        select(func.max(Printing.id))
        .where(Printing.event_id.in_(event_ids), Printing.kind == "pack")
        .group_by(Printing.event_id)
    )
    rows = session.scalars(select(Printing).where(Printing.id.in_(last)))
    return {row.event_id: row for row in rows if row.event_id is not None}


def _changed(session: WorkspaceSession, prints: Sequence[Printing]) -> set[int]:
    """The prints since which something is otherwise."""
    if not prints:
        return set()
    by_event = {row.event_id: row for row in prints}
    pages = session.execute(
        select(PrintedPage, Person.deleted_at)
        .join(Person, Person.id == PrintedPage.person_id)
        .where(PrintedPage.printing_id.in_([row.id for row in prints]))
    ).all()
    here = session.scalars(
        select(Appearance)
        .join(Person, Person.id == Appearance.person_id)
        .where(Appearance.event_id.in_(list(by_event)), Appearance.in_pack.is_(True), HERE)
        .options(joinedload(Appearance.session))
    ).all()
    meetings = {(by_event[row.event_id].id, row.person_id): row for row in here}
    printed = {(page.printing_id, page.person_id): page for page, _ in pages}
    return {
        *(number for number, _ in meetings.keys() ^ printed.keys()),
        *(page.printing_id for page, deleted_at in pages if deleted_at is not None),
        *(key[0] for key in meetings.keys() & printed.keys() if _has_moved(meetings[key], printed[key])),
        *_with_other_facts(session, [row.id for row in prints]),
        *_with_new_words(session, prints, pages),
    }


def _has_moved(row: Appearance, page: PrintedPage) -> bool:
    said: Mapping[str, Any] = page.content.get("stands") or {}
    at = when(row)
    now = (long_day(at.day), span(at.starts, at.ends), place(row))
    return now != (said.get("day"), said.get("time"), said.get("place"))


def _with_other_facts(session: WorkspaceSession, numbers: Sequence[int]) -> Iterable[int]:
    """Prints that tell a fact which was changed, withdrawn or disputed since."""
    used = select(FactUse.used_id).join(Fact, Fact.id == FactUse.fact_id).where(
        FactUse.used_in == PLACE, FactUse.used_id.in_(numbers),
        or_(FactUse.needs_look_since.is_not(None), Fact.state != "current", Fact.standing == "disputed"),
    )  # fmt: skip
    return session.scalars(used.distinct())


def _with_new_words(session: WorkspaceSession, prints: Sequence[Printing], pages: Sequence[Any]) -> Iterable[int]:
    """Prints since which something passed with somebody in them, or was promised."""
    made = {row.id: row.made_at for row in prints}
    people = {page.person_id for page, _ in pages}
    first = min(made.values())
    touched = select(Touch.person_id, Touch.created_at).where(
        Touch.person_id.in_(people), COUNTS, Touch.created_at > first
    )  # fmt: skip
    promised = select(Promise.person_id, Promise.created_at).where(
        Promise.person_id.in_(people), Promise.deleted_at.is_(None), Promise.state == "open", Promise.created_at > first
    )  # fmt: skip
    new = [*session.execute(touched), *session.execute(promised)]
    return {
        page.printing_id
        for page, _ in pages
        for person_id, at in new
        if person_id == page.person_id and at > made[page.printing_id]
    }
