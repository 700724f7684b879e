"""Schedule files (schedule.xml of frab, pretalx and Pentabarf; entries of EuroPython) as programs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from lxml import etree

from outreach.events.agenda_in.clock_times import DAY, read_minute
from outreach.events.agenda_in.drafts import Draft, Remarks, by_clocks_of
from outreach.events.agenda_in.model import CannotRead, ReadSpeaker
from outreach.events.agenda_in.names import read_person, read_told_person
from outreach.events.agenda_in.words import NOBODY
from outreach.time_zones import zone_of
from research.characters import harmless

_ENTITIES = (
    "The schedule file declares entities or a document type, which programs do not need, so it was not read. Export it "
    "again, or paste the program as text."
)
_BROKEN = "The file is XML, but no schedule that is known here. Bring the program as .ics or .csv, or paste its text."
MOST_PEOPLE = 100


def read_schedule(body: bytes, zone: str, remarks: Remarks) -> tuple[str, str, list[Draft]]:
    """Title, zone and sessions of a schedule file; entities are refused, nothing is loaded from elsewhere.

    What stands for a person and is no name, such as a handle, goes into `remarks` and is nobody.

    Raises: CannotRead for XML that is no schedule.
    """
    if re.search(rb"<!\s{0,5}(?:DOCTYPE|ENTITY)", body[:100_000], re.IGNORECASE):
        raise CannotRead(_ENTITIES)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CannotRead(_BROKEN) from error
    if root is None:
        raise CannotRead(_BROKEN)
    own = _text(root, ".//conference/time_zone_name") or root.get("timezone", "")
    own = own if zone_of(own) else ""
    drafts: list[Draft] = []
    for day in root.iter("day"):
        told = _date(day.get("date", ""))
        drafts.extend(_draft(event, told, own, zone, remarks) for event in day.iter("event", "entry"))
    if not drafts:
        drafts = [_draft(event, None, own, zone, remarks) for event in root.iter("event", "entry")]
    drafts = [draft for draft in drafts if draft.title]
    if not drafts:
        raise CannotRead(_BROKEN)
    return _text(root, ".//conference/title"), own, drafts


def _draft(event: Any, day: date | None, own: str, zone: str, remarks: Remarks) -> Draft:
    draft = Draft(_text(event, "title")[:500], held_on=day)
    draft.kind = (_text(event, "type") or _text(event, "category"))[:100]
    room = event.getparent()
    draft.room = (_text(event, "room") or (room.get("name", "") if room is not None and room.tag == "room" else ""))[
        :200
    ]
    draft.uid = (event.get("guid") or event.get("id") or "")[:300]
    link = _text(event, "url")
    draft.url = link if re.match(r"https?://[^\s]{4,1900}$", link) else ""
    draft.starts = read_minute(_text(event, "start"))
    _moment(draft, _text(event, "date"), own, zone)
    length = _text(event, "duration")
    match = re.fullmatch(r"(?:(\d{1,2}):)?(\d{1,4})(?::\d\d)?", length)
    if match is not None and draft.starts is not None:
        minutes = int(match[1] or 0) * 60 + int(match[2])
        draft.ends = (draft.starts + minutes) % DAY if minutes else None
    people = [*event.iterfind("persons/person"), *event.iterfind("speakers/speaker")]
    draft.add(_speakers(people[:MOST_PEOPLE], remarks))
    draft.quote(" | ".join(part for part in (draft.title, draft.room, *(one.name for one in draft.speakers)) if part))
    return draft


def _moment(draft: Draft, words: str, own: str, zone: str) -> None:
    """The moment of an event that is told with its zone; its day, where that is told so only."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return
    if moment.tzinfo is None:
        draft.held_on = moment.date()
        return
    try:
        draft.instant = moment.astimezone(UTC)
    except (OverflowError, ValueError):
        return
    shown = zone_of(zone) or zone_of(own)
    clocks = (
        by_clocks_of(draft.instant, shown) if shown is not None else (moment.date(), moment.hour * 60 + moment.minute)
    )
    if (clocks is not None and (draft.starts is None or shown is None)) or clocks is not None:
        draft.held_on, draft.starts = clocks


def _named(person: Any) -> str:
    words = _text(person, "name") or _text(person, "public_name") or " ".join("".join(person.itertext()).split())
    return "" if NOBODY.fullmatch(words) else words


def _speakers(people: Iterable[Any], remarks: Remarks) -> Iterator[ReadSpeaker]:
    for person in people:
        words = harmless(_named(person))
        named = read_person(words) or read_told_person(words)
        if named is not None:
            yield ReadSpeaker(named.name[:200], ", ".join(named.credentials)[:100], quote=words[:500])
        elif " " in words:
            yield ReadSpeaker(words[:200], quote=words[:500])  # a name of its own kind: "bell hooks"
        elif words:
            remarks.unsure(words)


def _date(words: str) -> date | None:
    try:
        return date.fromisoformat(words[:10])
    except ValueError:
        return None


def _text(element: Any, path: str) -> str:
    found = element.find(path)
    return harmless(" ".join("".join(found.itertext()).split())) if found is not None else ""
