"""Reads calendar files by the letter of RFC 5545, and takes nothing that it does not allow.

Written beside the library that writes them, so that a mistake of the library's is no mistake of the test's: lines end
with CR LF and hold 75 bytes at most, every text is escaped, what has to be there is there once, and a time with a zone
is turned into UTC by the rules that stand in the same file, and by nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

ONCE = {
    "VEVENT": {"UID", "DTSTAMP", "DTSTART"}, "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
    "VCALENDAR": {"PRODID", "VERSION"}, "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
    "DAYLIGHT": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"}, "VTIMEZONE": {"TZID"},
}  # fmt: skip
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "UID", "X-WR-CALNAME", "TZNAME"}
_LINE = re.compile(r"([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:[^\";:,]+|\"[^\"]*\"))*):(.*)", re.DOTALL)
_DURATION = re.compile(r"(-?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")


@dataclass
class Part:
    """A component: its properties as (parameters, value), and what stands in it."""

    name: str
    properties: dict[str, tuple[dict[str, str], str]] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)

    def text(self, name: str) -> str:
        return unescaped(self.properties[name][1])

    def of(self, *names: str) -> list[Part]:
        return [part for part in self.parts if part.name in names]


def read(body: bytes) -> Part:
    """The calendar. Raises: AssertionError for what the format does not allow."""
    lines = unfolded(body)
    stack = [Part("")]
    for line in lines:
        name, parameters, value = parsed(line)
        if name == "BEGIN":
            stack.append(Part(value))
        elif name == "END":
            done = stack.pop()
            assert done.name == value, f"{value} ends where {done.name} is open"
            assert ONCE.get(value, set()) <= done.properties.keys(), f"{value} wants {ONCE[value]}"
            stack[-1].parts.append(done)
        else:
            assert name not in stack[-1].properties, f"{name} stands twice in {stack[-1].name}"
            if name in TEXTS:
                unescaped(value)
            stack[-1].properties[name] = (parameters, value)
    assert len(stack) == 1, "something was not ended"
    (calendar,) = stack[0].parts
    assert calendar.name == "VCALENDAR"
    assert "METHOD" not in calendar.properties
    known = {zone.text("TZID") for zone in calendar.of("VTIMEZONE")} if calendar.of("VTIMEZONE") else set()
    for event in calendar.of("VEVENT"):
        wanted = event.properties["DTSTART"][0].get("TZID")
        assert wanted is None or wanted in known, f"the rules of {wanted} are not in the file"
    return calendar


def unfolded(body: bytes) -> list[str]:
    assert body.endswith(b"\r\n")
    physical = body.removesuffix(b"\r\n").split(b"\r\n")
    lines: list[bytes] = []
    for line in physical:
        assert len(line) <= 75, "a line of more than 75 bytes"
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line), "a control in a line"
        if line.startswith(b" "):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return [line.decode("utf-8") for line in lines]


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    found = _LINE.fullmatch(line)
    assert found, f"no line of a calendar: {line!r}"
    pairs = [one.split("=", 1) for one in found[2].split(";") if one]
    return found[1], {name: value.strip('"') for name, value in pairs}, found[3]


def unescaped(value: str) -> str:
    assert re.fullmatch(r"(?:[^\\,;]|\\[\\,;nN])*", value, re.DOTALL), f"not escaped: {value!r}"
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


# --- times ------------------------------------------------------------------------------------------------------------


def starts(calendar: Part, event: Part) -> datetime:
    """When an event begins, in UTC, by the rules in the file."""
    parameters, value = event.properties["DTSTART"]
    if value.endswith("Z"):
        return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    local = _local(value)
    zone = next(one for one in calendar.of("VTIMEZONE") if one.text("TZID") == parameters["TZID"])
    since = [(_local(one.properties["DTSTART"][1]), one) for one in zone.of("STANDARD", "DAYLIGHT")]
    begun = [pair for pair in since if pair[0] <= local]
    assert begun, "the rules of the zone begin after the event"
    _, last = max(begun, key=lambda pair: pair[0])
    return local - offset(last.properties["TZOFFSETTO"][1])


def _local(value: str) -> datetime:
    """A time by some clock, as if that were UTC's."""
    return datetime.strptime(value, "%Y%m%dT%H%M%S").replace(tzinfo=UTC)


def offset(value: str) -> timedelta:
    found = re.fullmatch(r"([+-])(\d\d)(\d\d)", value)
    assert found
    size = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return size if found[1] == "+" else -size


def duration(value: str) -> timedelta:
    found = _DURATION.fullmatch(value)
    assert found, value
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    size = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -size if found[1] else size
