"""Compares a print with what would be printed now: withdrawn and disputed facts, posts, times, people, new words.

compared(session, printing, user=user, now=now) -> Compared
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from outreach.accounts.models import User
from outreach.briefs import difference_words as words
from outreach.briefs.difference_words import Page
from outreach.briefs.gathered_meeting import clock, days_words, when
from outreach.briefs.gathering import Around, around, material_within
from outreach.briefs.material import Material
from outreach.briefs.model import Difference, DifferenceSheet, Run
from outreach.briefs.models import PrintedPage, Printing
from outreach.briefs.packs import foot_words, people_in_pack
from outreach.briefs.page_content import number_of, said_of
from outreach.db import WorkspaceSession
from outreach.dossiers.models import Fact
from outreach.events.models import Appearance


@dataclass(frozen=True, slots=True)
class Compared:
    """What has changed since a print, and whose changes they are."""

    sheet: DifferenceSheet
    people: frozenset[int]

    @property
    def count(self) -> int:
        """How many changes there are."""
        return len(self.sheet.differences)


def compared(session: WorkspaceSession, printing: Printing, *, user: User | None, now: datetime) -> Compared:
    """What would be printed otherwise today. `now` is in the user's zone."""
    about = around(session, user, now)
    pages = _pages(session, printing)
    rows = _rows(session, printing)
    found = list(_of_event(printing))
    people: set[int] = set()
    missing = int(printing.content.get("people", 0)) - len(pages)
    if missing > 0:
        found.append(words.forgotten(missing))
    printed_on = printing.made_at.astimezone(now.tzinfo).date()
    for one in _by_person(pages):
        told = list(_of_person(session, printing, one, rows.get(one[0].person_id), about, printed_on))
        found += told
        people.update(row.person_id for row in one if told)
    for person_id, row in rows.items():
        if printing.kind == "pack" and person_id not in {page.person_id for page in pages}:
            found.append(words.added(row.person.name, _when(row)))
            people.add(person_id)
    return Compared(_sheet(printing, found, about, now), frozenset(people))


def _sheet(printing: Printing, found: Sequence[Difference], about: Around, now: datetime) -> DifferenceSheet:
    since = words.print_words(printing.made_at, now)
    return DifferenceSheet(
        title=printing.title,
        since=f"since {since}",
        summary=words.summary(len(found), since),
        differences=tuple(found),
        foot=foot_words(about),
        author=about.signature.name,
        made_on=about.today,
    )


# --- what there is --------------------------------------------------------------------------------------------------


def _pages(session: WorkspaceSession, printing: Printing) -> Sequence[PrintedPage]:
    mine = select(PrintedPage).where(PrintedPage.printing_id == printing.id).options(joinedload(PrintedPage.person))
    return session.scalars(mine.order_by(PrintedPage.number, PrintedPage.id)).all()


def _rows(session: WorkspaceSession, printing: Printing) -> Mapping[int, Appearance]:
    """Person -> their meeting at the event of the print, in the order of the pack."""
    if printing.event is None:
        return {}
    if printing.kind == "pack":
        return {row.person_id: row for row in people_in_pack(session, printing.event)}
    mine = select(Appearance).where(
        Appearance.event_id == printing.event_id, Appearance.person_id == printing.person_id
    )
    return {row.person_id: row for row in session.scalars(mine)}


def _by_person(pages: Sequence[PrintedPage]) -> list[list[PrintedPage]]:
    """The pages, those of two people that were joined since side by side."""
    found: dict[int, list[PrintedPage]] = {}
    for row in pages:
        found.setdefault(row.person_id, []).append(row)
    return list(found.values())


def _of_event(printing: Printing) -> Iterator[Difference]:
    event = printing.event
    if event is None or not printing.content.get("name"):
        return
    said = printing.content
    before = days_words(date.fromisoformat(said["starts_on"]), date.fromisoformat(said["ends_on"]))
    days = (before, days_words(event.starts_on, event.ends_on))
    yield from words.of_event(said, {"name": event.name, "place": event.place}, days)


def _when(row: Appearance) -> str:
    at = when(row)
    time = clock(at.starts) if at.starts is not None else ""
    day = days_words(at.day, at.day) if at.day is not None else ""
    return f"on {day}, {time}" if day and time else f"on {day}" if day else f"at {time}" if time else ""


# --- of one person --------------------------------------------------------------------------------------------------


def _of_person(
    session: WorkspaceSession,
    printing: Printing,
    rows: Sequence[PrintedPage],
    appearance: Appearance | None,
    about: Around,
    printed_on: date,
) -> Iterator[Difference]:
    pages = [_page(row) for row in rows]
    page, person = pages[0], rows[0].person
    if person.deleted_at is not None:
        yield words.deleted(page)
        return
    if len(pages) > 1:
        yield words.joined(pages)
    if appearance is None and printing.kind == "pack":
        yield words.removed(page)
        return
    material = material_within(session, person, about, appearance)
    if printing.event_id is not None:
        yield from words.of_meeting(page, material)
    posts = list(words.of_post(page, material))
    yield from posts
    yield from words.of_stopping(page, material)
    yield from _of_facts(session, page, material, has_new_post=any(one.kind == "role" for one in posts))
    yield from words.of_between(page, material, printed_on)


def _page(row: PrintedPage) -> Page:
    said = row.content.get("stands") or {}
    return Page(str(said.get("name") or row.person.name), row.number, said)


def _of_facts(session: WorkspaceSession, page: Page, now: Material, *, has_new_post: bool) -> Iterator[Difference]:
    """What became of the facts that the page tells. A post that is told as changed already is not told twice."""
    printed: Mapping[str, str] = page.said.get("facts") or {}
    standing = {one.key: one for one in now.facts}
    lost = [number_of(key) for key in printed if key not in standing]
    rows, instead = _lost(session, lost)
    for key, before in printed.items():
        fact = standing.get(key)
        row = rows.get(number_of(key))
        if fact is not None:
            if said_of(fact) != before:
                yield words.of_fact(page, "otherwise", before, (Run(said_of(fact), sources=fact.sources),))
        elif not (has_new_post and row is not None and row.predicate == "role"):
            why = _why(row, now)
            after = instead.get(number_of(key)) if why == "corrected" else None
            if why:
                yield words.of_fact(page, why, before, (Run(after.value_words),) if after is not None else ())


def _lost(session: WorkspaceSession, ids: Sequence[int]) -> tuple[Mapping[int, Fact], Mapping[int, Fact]]:
    """The facts that hold no more, by id, and what stands instead of those that were corrected."""
    if not ids:
        return {}, {}
    rows = session.scalars(select(Fact).where(Fact.id.in_(ids) | Fact.corrected_from_id.in_(ids))).all()
    instead = {row.corrected_from_id: row for row in rows if row.corrected_from_id is not None}
    return {row.id: row for row in rows}, {number: row for number, row in instead.items() if number is not None}


def _why(row: Fact | None, now: Material) -> str:
    """Why a fact is not said any more: a key of `difference_words.WHY`; "" where it is only out of sight.

    Facts of a house that the person has left are out of sight: that they left is told already.
    """
    if row is None:
        return "lost"
    if row.state != "current":
        return row.state if row.state in words.WHY else "gone"
    if row.organization_id is not None and (now.house is None or row.organization is None):
        return ""
    if row.organization is not None and now.house is not None and row.organization.name != now.house.name:
        return ""
    if row.is_own_note:
        return "own_note"
    return "disputed" if row.standing == "disputed" else "old"
