"""Events that a page tells to machines: schema.org events in JSON-LD, and in microdata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from outreach.events.agenda_in.drafts import Draft, by_clocks_of
from outreach.events.agenda_in.headings import read_heading
from outreach.events.agenda_in.model import ReadSpeaker
from outreach.events.agenda_in.names import read_person
from outreach.events.agenda_in.speakers import without_contacts
from outreach.time_zones import zone_of
from research.characters import harmless
from research.pages.json_ld import blocks, types_of
from research.parse import fold

_WHOLE = ("subevent", "subevents")
_MOST_PEOPLE = 60
FEWEST = 2
"""Sessions that a page has to tell so; a single event is the conference itself."""


def linked_sessions(markup: str, root: Any, zone: str) -> list[Draft]:
    """The sessions that a page tells to machines; [] where it tells fewer than FEWEST."""
    found = [draft for item in blocks(markup) if (draft := _session(item, zone)) is not None]
    found = found or [draft for item in _microdata(root) if (draft := _session(item, zone)) is not None]
    unique = {(draft.title, draft.held_on, draft.starts, draft.room): draft for draft in found}
    timed = [draft for draft in unique.values() if draft.held_on is not None]
    return timed if len(timed) >= FEWEST else []


def _session(item: Mapping[str, Any], zone: str) -> Draft | None:
    if not any(kind.endswith("event") or kind == "session" for kind in types_of(item)):
        return None
    fields = {key.lower().removeprefix("schema:"): value for key, value in item.items()}
    if any(fields.get(key) for key in _WHOLE):
        return None
    heading = read_heading(_words(fields.get("name")))
    title = heading.title or _words(fields.get("name"))
    if not title:
        return None
    draft = Draft(title[:500], heading.kind, uid=_words(fields.get("@id") or fields.get("identifier"))[:300])
    _times(draft, _words(fields.get("startdate")), _words(fields.get("enddate")), zone)
    draft.room = _words(fields.get("location"))[:200] or heading.room
    url = _words(fields.get("url"))
    draft.url = url if re.match(r"https?://[^\s]{4,1900}$", url) else ""
    for key, part in (("performer", ""), ("performers", ""), ("speaker", ""), ("actor", ""), ("contributor", "")):
        draft.add(_person(one, part) for one in _many(fields.get(key))[:_MOST_PEOPLE] if _is_person(one))
    draft.add(heading.speakers)
    draft.quote(" | ".join(part for part in (title, draft.room, *(one.name for one in draft.speakers)) if part))
    return draft


def _times(draft: Draft, start: str, end: str, zone: str) -> None:
    begins, ends = _moment(start), _moment(end)
    if begins is None:
        return
    day, minute, instant = begins
    draft.held_on, draft.starts, draft.instant = day, minute, instant
    place = zone_of(zone)
    local = by_clocks_of(instant, place) if instant is not None and place is not None else None
    if local is not None:
        draft.held_on, draft.starts = local
    if ends is not None and ends[1] is not None:
        draft.ends = ends[1]
        late = by_clocks_of(ends[2], place) if ends[2] is not None and place is not None else None
        draft.ends = late[1] if late is not None else draft.ends


def _moment(words: str) -> tuple[date, int | None, datetime | None] | None:
    try:
        if len(words) <= 10:
            return date.fromisoformat(words), None, None
        moment = datetime.fromisoformat(words)
        instant = moment.astimezone(UTC) if moment.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None
    return moment.date(), moment.hour * 60 + moment.minute, instant


def _is_person(value: Any) -> bool:
    if isinstance(value, Mapping):
        kinds = types_of(value)
        return bool(_words(value)) and (not kinds or "person" in kinds)
    return read_person(_words(value)) is not None


def _person(value: Any, part: str) -> ReadSpeaker:
    words = harmless(_words(value))
    named = read_person(words)
    fields = {key.lower(): one for key, one in value.items()} if isinstance(value, Mapping) else {}
    house = _words(fields.get("worksfor") or fields.get("affiliation"))
    return ReadSpeaker(
        (named.name if named else words)[:200],
        ", ".join(named.credentials)[:100] if named else "",
        _words(fields.get("jobtitle"))[:300],
        house[:300],
        part,
        " | ".join(piece for piece in (words, _words(fields.get("jobtitle")), house) if piece)[:500],
    )


def _many(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def _words(value: Any) -> str:
    """The words of a value: a text, the name of an object, the first of a list."""
    for _ in range(4):
        if isinstance(value, list | tuple):
            value = value[0] if value else ""
        elif isinstance(value, Mapping):
            value = value.get("name") or value.get("@value") or ""
    return without_contacts(fold(value)) if isinstance(value, str) and "://" not in value else str(value or "").strip()


def _microdata(root: Any) -> Iterable[dict[str, Any]]:
    for element in list(root.iterfind(".//*[@itemscope]"))[:5_000]:
        kind = (element.get("itemtype") or "").rstrip("/").rsplit("/", 1)[-1]
        if kind.lower().endswith("event") or kind.lower() == "session":
            yield {"@type": kind, **_properties(element)}


def _properties(scope: Any, depth: int = 0) -> dict[str, Any]:
    """The properties of a microdata item, those of its inner items within them."""
    found: dict[str, Any] = {}
    stack = list(scope.iterchildren())[::-1]
    steps = 0
    while stack and steps < 2_000:
        steps += 1
        element = stack.pop()
        name = element.get("itemprop", "").split(" ")[0] if isinstance(element.tag, str) else ""
        inner = element.get("itemscope") is not None if isinstance(element.tag, str) else False
        if name:
            value: Any = _properties(element, depth + 1) if inner and depth < 3 else _value(element)
            if inner and isinstance(value, dict):
                value["@type"] = (element.get("itemtype") or "").rstrip("/").rsplit("/", 1)[-1]
            kept = found.get(name)
            found[name] = value if kept is None else [*(kept if isinstance(kept, list) else [kept]), value]
        if not inner:
            stack.extend(list(element.iterchildren())[::-1])
    return found


def _value(element: Any) -> str:
    told = element.get("content") or element.get("datetime") or (element.get("href") if element.tag == "a" else None)
    return (told or " ".join("".join(element.itertext()).split()))[:1_000]
