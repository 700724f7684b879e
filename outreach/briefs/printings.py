"""Keeps what was printed: the file byte for byte, each person's page as it was put together, and which facts it tells.

A file is handed out only as it was: a row whose bytes have another hash is told, and not served. When somebody in it
was forgotten, the file goes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, func, select

from outreach.briefs import page_content, pdf
from outreach.briefs.gathered_sources import day_words
from outreach.briefs.material import Material
from outreach.briefs.model import Brief, DifferenceSheet
from outreach.briefs.models import PAPERS, PRINTING_KINDS, PrintedFile, PrintedPage, Printing
from outreach.briefs.packs import Gathered, carried
from outreach.briefs.pdf_pages import pages_in
from outreach.db import WorkspaceSession
from outreach.dossiers import uses
from outreach.dossiers.models import FactUse
from outreach.errors import NotFound
from outreach.events.models import Event
from outreach.pagination import Key, Page, page_of
from outreach.people.models import Person
from outreach.people.operations import By

PLACE = "brief"
"""What `uses` calls a printing."""

PAGE_SIZE = 30

TWICE = timedelta(seconds=30)
"""The same file made again within this time is the same press."""

_LATEST = (Key(Printing.made_at, descending=True), Key(Printing.id, descending=True))


class Damaged(Exception):
    """The kept bytes are not those that were printed."""


class Erased(Exception):
    """The file is gone: somebody in it was forgotten."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A file that is to be kept. `pages` are those of people: person, page of the file, content, facts."""

    kind: str
    title: str
    paper: str
    body: bytes
    event_id: int | None = None
    person_id: int | None = None
    since_id: int | None = None
    parts: tuple[str, ...] = ()
    content: Mapping[str, Any] = field(default_factory=dict)
    pages: tuple[tuple[int, int, dict[str, Any]], ...] = ()
    facts: frozenset[int] = frozenset()


# --- drawing --------------------------------------------------------------------------------------------------------


def printed_pack(event: Event, gathered: Gathered, paper: str, parts: Collection[str]) -> Printed:
    """A pack as a file, with what is kept of it."""
    sheet = gathered.pack.run_sheet
    lines = dict(enumerate(sheet.lines)) if sheet is not None else {}
    pages, facts = [], set[int]()
    for place, one in enumerate(gathered.entries):
        fitted = pdf.fitted(one.brief, paper).brief
        content = page_content.content_of(fitted, one.material, lines.get(place))
        pages.append((one.person_id, one.page, content))
        facts.update(page_content.fact_ids_on(fitted, one.material))
    return Printed(
        kind="pack",
        title=event.name,
        paper=paper,
        body=pdf.pack(gathered.pack, paper),
        event_id=event.id,
        parts=tuple(parts),
        content={**_of_event(event), "people": len(pages)},
        pages=tuple(pages),
        facts=frozenset(facts),
    )


def _of_event(event: Event) -> dict[str, Any]:
    return {
        "name": event.name,
        "place": event.place,
        "starts_on": event.starts_on.isoformat(),
        "ends_on": event.ends_on.isoformat(),
        "carry": list(carried(event)),
    }


def printed_brief(
    person: Person, material: Material, brief: Brief, paper: str, event: Event | None = None
) -> Printed:  # fmt: skip
    """One person's brief as a file."""
    fitted = pdf.fitted(brief, paper).brief
    return Printed(
        kind="brief",
        title=brief.title,
        paper=paper,
        body=pdf.brief(brief, paper),
        event_id=event.id if event is not None else None,
        person_id=person.id,
        parts=("briefs",),
        content={**(_of_event(event) if event is not None else {}), "people": 1},
        pages=((person.id, 1, page_content.content_of(fitted, material)),),
        facts=frozenset(page_content.fact_ids_on(fitted, material)),
    )


def printed_difference(
    since: Printing, sheet: DifferenceSheet, paper: str, people: Collection[int]
) -> Printed:  # fmt: skip
    """A difference sheet as a file. people: whose differences it tells."""
    return Printed(
        kind="difference",
        title=sheet.title,
        paper=paper,
        body=pdf.difference(sheet, paper),
        event_id=since.event_id,
        person_id=since.person_id,
        since_id=since.id,
        content={"people": len(people)},
        pages=tuple((number, 1, {}) for number in sorted(people)),
    )


# --- keeping --------------------------------------------------------------------------------------------------------


def keep(session: WorkspaceSession, printed: Printed, by: By) -> Printing:
    """Keeps a file with its pages, and notes which facts it tells. The same press twice makes one."""
    sha256 = hashlib.sha256(printed.body).hexdigest()
    twin = _just_made(session, printed, sha256, by)
    if twin is not None:
        return twin
    row = Printing(
        kind=printed.kind, event_id=printed.event_id, person_id=printed.person_id, since_id=printed.since_id,
        title=printed.title[:300], paper=printed.paper, parts=list(printed.parts), content=dict(printed.content),
        pages=pages_in(printed.body), sha256=sha256, made_by_id=by.user_id, made_at=by.now,
    )  # fmt: skip
    session.add(row)
    session.flush()
    session.add(PrintedFile(printing_id=row.id, body=printed.body))
    session.add_all(
        PrintedPage(printing_id=row.id, person_id=person_id, number=number, content=content)
        for person_id, number, content in printed.pages
    )
    session.flush()
    uses.use_facts(session, printed.facts, PLACE, row.id, label_of(row), now=by.now)
    return row


def _just_made(session: WorkspaceSession, printed: Printed, sha256: str, by: By) -> Printing | None:
    same = (
        Printing.kind == printed.kind, Printing.event_id.is_not_distinct_from(printed.event_id),
        Printing.person_id.is_not_distinct_from(printed.person_id), Printing.sha256 == sha256,
        Printing.made_by_id == by.user_id, Printing.made_at >= by.now - TWICE, Printing.erased_at.is_(None),
    )  # fmt: skip
    return session.scalar(select(Printing).where(*same).order_by(Printing.id.desc()).limit(1))


def label_of(row: Printing) -> str:
    """What a printing is called where a fact links to it: "Pack: Prairie Lakes Forum", "Brief of Nov 6, 2026".

    Without a person's name: facts about a house outlive the people who work there.
    """
    if row.kind == "brief":
        return f"Brief of {day_words(row.made_at.date())}"
    return f"{PRINTING_KINDS[row.kind]}: {row.title}"


def remove(session: WorkspaceSession, row: Printing) -> None:
    """Takes a printing away for good; what is on paper stays on paper."""
    uses.stop_using(session, PLACE, row.id)
    session.execute(delete(Printing).where(Printing.id == row.id))
    session.expire_all()


# --- reading --------------------------------------------------------------------------------------------------------


def printing_here(session: WorkspaceSession, number: int) -> Printing:
    """A printing. Raises: NotFound, also where its event was deleted, or its person."""
    row = session.get(Printing, number)
    if row is None or _is_out_of_sight(row):
        raise NotFound
    return row


def _is_out_of_sight(row: Printing) -> bool:
    if row.event is not None and row.event.deleted_at is not None:
        return True
    return row.kind == "brief" and row.person is not None and row.person.deleted_at is not None


def printings(session: WorkspaceSession, cursor: str | None = None) -> Page[Printing]:
    """All that was printed, the latest first. Raises: BadCursor."""
    return page_of(session, _in_sight(), _LATEST, cursor=cursor, size=PAGE_SIZE)


def _in_sight() -> Select[Printing]:
    event_is_here = select(Event.id).where(Event.id == Printing.event_id, Event.deleted_at.is_(None)).exists()
    person_is_here = select(Person.id).where(Person.id == Printing.person_id, Person.deleted_at.is_(None)).exists()
    return select(Printing).where(
        Printing.event_id.is_(None) | event_is_here, (Printing.kind != "brief") | person_is_here
    )


def of_event(session: WorkspaceSession, event_id: int, most: int = 10) -> Sequence[Printing]:
    """What was printed for an event, the latest first."""
    mine = select(Printing).where(Printing.event_id == event_id)
    return session.scalars(mine.order_by(Printing.made_at.desc(), Printing.id.desc()).limit(most)).all()


def last_pack(session: WorkspaceSession, event_id: int) -> Printing | None:
    """The pack of an event that was printed last."""
    packs = select(Printing).where(Printing.event_id == event_id, Printing.kind == "pack")
    return session.scalar(packs.order_by(Printing.made_at.desc(), Printing.id.desc()).limit(1))


def last_brief(session: WorkspaceSession, person_id: int) -> Printing | None:
    """The single brief of a person that was printed last."""
    briefs = select(Printing).where(Printing.person_id == person_id, Printing.kind == "brief")
    return session.scalar(briefs.order_by(Printing.made_at.desc(), Printing.id.desc()).limit(1))


def last_paper(session: WorkspaceSession, user_id: int) -> str:
    """The paper that a user printed on last; US Letter before that."""
    mine = select(Printing.paper).where(Printing.made_by_id == user_id)
    found = session.scalar(mine.order_by(Printing.made_at.desc(), Printing.id.desc()).limit(1))
    return found if found in PAPERS else "letter"


def file_of(session: WorkspaceSession, row: Printing) -> bytes:
    """The bytes as they were printed. Raises: Erased; Damaged."""
    if row.erased_at is not None or holds_forgotten(session, row):
        raise Erased
    body = session.scalar(select(PrintedFile.body).where(PrintedFile.printing_id == row.id))
    if body is None or hashlib.sha256(body).hexdigest() != row.sha256:
        raise Damaged
    return body


def holds_forgotten(session: WorkspaceSession, row: Printing) -> bool:
    """Whether somebody whose page it holds is no longer kept: then the page's row is gone with them."""
    pages = session.scalar(select(func.count()).where(PrintedPage.printing_id == row.id)) or 0
    return int(row.content.get("people", 0)) > pages


def erase_forgotten(session: WorkspaceSession, now: datetime) -> int:
    """Drops the files in which somebody stands who was forgotten since; how many there were.

    The uses of facts by printings that went with their person go as well.
    """
    counted = (
        select(Printing, func.count(PrintedPage.id))
        .outerjoin(PrintedPage, PrintedPage.printing_id == Printing.id)
        .where(Printing.erased_at.is_(None))
        .group_by(Printing.id)
    )
    gone = [row for row, pages in session.execute(counted) if int(row.content.get("people", 0)) > pages]
    for row in gone:
        session.execute(delete(PrintedFile).where(PrintedFile.printing_id == row.id))
        row.erased_at = now
    kept = select(Printing.id).where(Printing.id == FactUse.used_id).exists()
    session.execute(delete(FactUse).where(FactUse.used_in == PLACE, ~kept))
    session.flush()
    return len(gone)
