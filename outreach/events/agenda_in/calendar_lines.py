"""The lines of an iCalendar file (RFC 5545): unfolded, with their parameters, gathered into events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from outreach.events.agenda_in.model import MAX_SESSIONS

_FOLD = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(
    r"\A(?P<name>[A-Za-z0-9-]{1,60})(?P<params>(?:;[^:;\"]{0,200}(?:\"[^\"]{0,500}\"[^:;\"]{0,50})?){0,12}):"
)
_PARAMETER = re.compile(r";([A-Za-z0-9-]{1,40})=(\"[^\"]{0,500}\"|[^:;\"]{0,200})")
_ESCAPE = re.compile(r"\\([nN,;:\\])")
LONGEST_VALUE = 20_000
MOST_EVENTS = 2 * MAX_SESSIONS


@dataclass(slots=True)
class Field:
    """The value of one property as it stands in the file, and its parameters in capitals."""

    value: str
    parameters: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The value as text, without its escapes."""
        return _ESCAPE.sub(lambda match: "\n" if match.group(1) in "nN" else match.group(1), self.value)


@dataclass(slots=True)
class Component:
    """A part of a calendar: its kind ("VEVENT"), its properties by name, in order."""

    kind: str
    fields: dict[str, list[Field]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    """Its lines as they stand in the file, for a VTIMEZONE."""

    def first(self, name: str) -> Field | None:
        """The first property of that name."""
        return next(iter(self.fields.get(name, ())), None)

    def text(self, name: str) -> str:
        """The text of the first property of that name; "" without one."""
        found = self.first(name)
        return found.text.strip() if found is not None else ""


def components(text: str) -> Iterator[Component]:
    """The calendar's own properties (kind "VCALENDAR"), its time zones, and its events, each when it is complete.

    What is within an event (an alarm) is left out; an event that is never ended is complete at the file's end.
    """
    calendar = Component("VCALENDAR")
    now: Component | None = None
    depth = count = 0
    for line in _FOLD.sub("", text).splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        name, value = match["name"].upper(), line[match.end() : match.end() + LONGEST_VALUE]
        if count >= MOST_EVENTS:
            break
        if name == "BEGIN":
            kind = value.strip().upper()
            if now is not None and kind != "VEVENT":
                depth += 1
            elif kind in ("VEVENT", "VTIMEZONE", "VTODO", "VJOURNAL"):
                if now is not None:
                    yield now
                    count += 1
                now, depth = Component(kind), 0
        elif name == "END" and now is not None and value.strip().upper() == now.kind:
            now.lines.append(line)
            yield now
            count += now.kind == "VEVENT"
            now = None
        elif name == "END" and depth:
            depth -= 1
        elif not depth or now is None:
            parameters = {key.upper(): words.strip('"') for key, words in _PARAMETER.findall(match["params"])}
            (now or calendar).fields.setdefault(name, []).append(Field(value, parameters))
        if now is not None and now.kind == "VTIMEZONE":
            now.lines.append(line)
    if now is not None and now.kind == "VEVENT":
        yield now
    yield calendar
