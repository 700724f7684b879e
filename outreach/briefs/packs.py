"""Puts a pack together: the people of an event by the time they are met, each with a page, a card and a line.

pack_of(session, event, user=user, now=now, paper="letter", parts=PARTS) -> model.Pack
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from outreach.accounts.models import User
from outreach.briefs import build, pocket
from outreach.briefs.gathered_meeting import days_words, long_day, order, when
from outreach.briefs.gathered_sources import day_words
from outreach.briefs.gathering import Around, around, material_within
from outreach.briefs.material import Material
from outreach.briefs.model import Brief, Pack, RunSheet, SheetLine
from outreach.briefs.naming import shown
from outreach.briefs.pdf.drawing_run_sheet import laid_run_sheet
from outreach.briefs.pdf.grid import PAPERS
from outreach.db import WorkspaceSession
from outreach.events.models import Appearance, Event
from outreach.people.models import Person
from outreach.people.queries import HERE
from outreach.words import BELOW_TEN, number

PARTS = {
    "run_sheet": "Run sheet",
    "briefs": "One page each",
    "cards": "Pocket cards",
    "sources": "All sources, at the end",
}
"""What a pack can hold -> the words of the form."""

USUAL_PARTS = ("run_sheet", "briefs", "cards")

MOST_PEOPLE = 100
"""People in one pack; an event where more are met is not prepared for with paper."""

_CARDS_ON_A_PAGE = 4

_PRIVATE = "Private: keep it with you, do not leave it on a table."


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a pack: the row, what is known, the page as it was put together before anything is left out."""

    appearance: Appearance
    material: Material
    brief: Brief
    page: int
    """Of the file: of the brief, or of the run sheet where the pack holds no briefs."""

    @property
    def person_id(self) -> int:
        """Whose page it is."""
        return self.appearance.person_id


@dataclass(frozen=True, slots=True)
class Gathered:
    """A pack with the people in it."""

    pack: Pack
    entries: tuple[Entry, ...]


def pack_of(
    session: WorkspaceSession,
    event: Event,
    *,
    user: User | None,
    now: datetime,
    paper: str,
    parts: Collection[str] = USUAL_PARTS,
    site: str = "",
) -> Pack:
    """All that is printed for an event. `now` is in the user's zone; `site` the address of this installation."""
    return gathered_pack(session, event, user=user, now=now, paper=paper, parts=parts, site=site).pack


def gathered_pack(
    session: WorkspaceSession,
    event: Event,
    *,
    user: User | None,
    now: datetime,
    paper: str,
    parts: Collection[str] = USUAL_PARTS,
    site: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Gathered:
    """The pack with what each page was made from. progress: told after each person, as (done, of how many)."""
    about = around(session, user, now, site)
    rows = people_in_pack(session, event)[:MOST_PEOPLE]
    found: list[tuple[Appearance, Material, Brief]] = []
    for row in rows:
        material = material_within(session, row.person, about, row)
        found.append((row, material, build.build(material)))
        if progress is not None:
            progress(len(found), len(rows))
    return _put_together(event, about, found, paper, parts)


def people_in_pack(session: WorkspaceSession, event: Event) -> Sequence[Appearance]:
    """Those who are ticked, by day, minute, and the order that the user gave; nobody who was deleted or joined."""
    rows = session.scalars(
        select(Appearance)
        .join(Person, Person.id == Appearance.person_id)
        .where(Appearance.event_id == event.id, Appearance.in_pack.is_(True), HERE)
        .options(joinedload(Appearance.person), joinedload(Appearance.session), joinedload(Appearance.event))
    ).all()
    return sorted(rows, key=order)


def _put_together(
    event: Event, about: Around, found: Sequence[tuple[Appearance, Material, Brief]], paper: str, parts: Collection[str]
) -> Gathered:
    foot = foot_words(about)
    sheet = _run_sheet(event, found, foot)
    first = 1 + (_sheet_pages(sheet, paper) if "run_sheet" in parts else 0)
    with_pages = "briefs" in parts
    entries = tuple(
        Entry(row, material, brief, first + place if with_pages else 1)
        for place, (row, material, brief) in enumerate(found)
    )
    lines = tuple(
        replace(line, page=one.page if with_pages else None) for line, one in zip(sheet.lines, entries, strict=True)
    )
    pack = Pack(
        title=f"Briefing pack: {event.name}",
        author=about.signature.name,
        run_sheet=replace(sheet, lines=lines) if "run_sheet" in parts else None,
        briefs=tuple(one.brief for one in entries) if with_pages else (),
        cards=tuple(pocket.card_of(one.brief, one.material) for one in entries) if "cards" in parts else (),
        with_sources="sources" in parts and with_pages,
        foot=foot,
    )
    return Gathered(pack, entries)


def foot_words(about: Around) -> str:
    """The foot of the pages that belong to nobody in particular."""
    whom = f" for {about.signature.name}" if about.signature.name else ""
    return f"Made {day_words(about.today)}{whom}. {_PRIVATE}"


# --- the run sheet --------------------------------------------------------------------------------------------------


def _run_sheet(event: Event, found: Sequence[tuple[Appearance, Material, Brief]], foot: str) -> RunSheet:
    lines = tuple(_line(row, material) for row, material, _ in found)
    days = days_words(event.starts_on, event.ends_on)
    return RunSheet(
        event_line=" · ".join(part for part in (days, event.place) if part),
        name=event.name,
        summary=_summary(len(lines)),
        lines=lines,
        carry=tuple(carried(event)),
        foot=foot,
    )


def carried(event: Event) -> Iterator[str]:
    """What is taken along, a line each."""
    for one in event.carry:
        words = " ".join(str(one).split())
        if words:
            yield words


def _summary(people: int) -> str:
    count = BELOW_TEN[people] if 0 < people < len(BELOW_TEN) else number(people)
    if people == 0:
        return "Nobody is in this pack yet."
    return f"{count.capitalize()} {'conversation' if people == 1 else 'conversations'}. Page numbers are at the right."


def _line(row: Appearance, material: Material) -> SheetLine:
    leader = material.leader
    return SheetLine(
        time=material.meeting.time or "Time open",
        name=shown(leader).name,
        role=", ".join(part for part in (leader.title, leader.organization) if part),
        where=material.meeting.place,
        aim=material.meeting.aim,
        day=long_day(when(row).day),
    )


def _sheet_pages(sheet: RunSheet, paper: str) -> int:
    """How many pages the run sheet takes, with the numbers of the briefs that follow it."""
    lines = tuple(replace(line, page=MOST_PEOPLE) for line in sheet.lines)
    return len(laid_run_sheet(replace(sheet, lines=lines), PAPERS[paper]))


def pages_at_least(people: int, parts: Collection[str]) -> int:
    """How many pages a pack has, but for a list of sources and a run sheet that goes on."""
    cards = -(-people // _CARDS_ON_A_PAGE)
    return ("run_sheet" in parts) + people * ("briefs" in parts) + cards * ("cards" in parts) + ("sources" in parts)
