"""The day and time of a line, and the words that stand beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from outreach.events.agenda_in.clock_times import ClockSpan, find_times
from outreach.events.agenda_in.days import Calendar, DaySpan, find_day

_LABEL = re.compile(
    r"(?:(?:dates?|time|when|day)(?:\s(?:and|&|/)\s(?:time|date))?(?:\(s\))?\s{0,2}:\s{0,3}|when\s[-–—]\s)",
    re.IGNORECASE,
)
_GLUE = re.compile(
    r"(?:[\s|,;:•·@()\[\]–—/*#-]|\b(?:and|at|from|on|beginning|starts?|starting|onwards?|local|time|uhr|hrs?"
    r"|hours|h)\b){0,40}",
    re.IGNORECASE,
)
_ENDS = " \t|,;:•·@–—-/()[]*#"
_ENDS_BEHIND = _ENDS.replace(")", "") + "."
"""The same at the end of the words, where a bracket closes what it opened."""
_TRAILING = 160
"""Characters of a line that may end in its time."""


@dataclass(frozen=True, slots=True)
class When:
    """Day and time of a line.

    rest: the words beside them; leads: whether day or time stand first; others: further times of the same session;
    labeled: behind "Time:" or "When:"; is_range: several days.
    """

    rest: str
    day: DaySpan | None
    time: ClockSpan | None
    leads: bool
    labeled: bool = False
    others: tuple[tuple[date | None, ClockSpan], ...] = ()


def read_when(line: str, calendar: Calendar) -> When | None:
    """The day and time with which a line begins or ends; None where it has neither there."""
    label = _LABEL.match(line)
    text = line[label.end() :] if label else line
    day = find_day(text, calendar)
    times = find_times(text)
    if day is not None and times and any(span.start < day.end and day.start < span.end for span in times):
        times = [span for span in times if not (span.start < day.end and day.start < span.end)]
    spans: list[DaySpan | ClockSpan] = sorted([*([day] if day else []), *times], key=lambda span: span.start)
    if not spans:
        return None
    leads = _GLUE.fullmatch(text[: spans[0].start]) is not None
    if leads and day is not None and spans[0] is day and day.end < len(text):
        day = _told_again(text, day, calendar)
        spans[0] = day
    if leads:
        return _leading(text, spans, day, calendar, labeled=bool(label))
    return _trailing(text, spans, day, labeled=bool(label)) if len(text) <= _TRAILING else None


def _told_again(text: str, day: DaySpan, calendar: Calendar) -> DaySpan:
    """ "Day 1 - Thursday, September 17" tells one day in two ways."""
    other = find_day(text, calendar, day.end)
    if day.certain or other is None or other.is_range or _GLUE.fullmatch(text[day.end : other.start]) is None:
        return day
    return replace(other, start=day.start, day=other.day or day.day)


def _leading(
    text: str, spans: list[DaySpan | ClockSpan], day: DaySpan | None, calendar: Calendar, *, labeled: bool
) -> When | None:
    taken: list[DaySpan | ClockSpan] = [spans[0]]
    for span in spans[1:]:
        if _GLUE.fullmatch(text[taken[-1].end : span.start]) is None:
            break
        taken.append(span)
    times = [span for span in taken if isinstance(span, ClockSpan)]
    own_day = day if day is not None and day in taken else None
    end = taken[-1].end
    others: list[tuple[date | None, ClockSpan]] = []
    if own_day is not None and times and len(times) == 1:
        end, others = _further(text, end, calendar)
    if not times and own_day is not None and not own_day.certain and not _is_alone(text, own_day):
        return None
    rest = text[end:].lstrip(_ENDS + ".").rstrip(_ENDS_BEHIND)
    rest = re.sub(r"^(?:onwards?|local time|uhr|hrs?)\b\W{0,3}", "", rest, flags=re.IGNORECASE)
    return When(rest, own_day, times[0] if times else None, True, labeled, tuple(others))


def _further(text: str, end: int, calendar: Calendar) -> tuple[int, list[tuple[date | None, ClockSpan]]]:
    """Further days with times behind the first: "… and Wednesday, March 11, 11:20 a.m."."""
    others: list[tuple[date | None, ClockSpan]] = []
    while len(others) < 20:
        tail = text[end:]
        day = find_day(tail, calendar)
        if day is None or _GLUE.fullmatch(tail[: day.start]) is None:
            break
        clock = next(iter(find_times(tail[day.end :])), None)
        if clock is None or _GLUE.fullmatch(tail[day.end : day.end + clock.start]) is None:
            break
        others.append((day.day, clock))
        end += day.end + clock.end
    return end, others


def _is_alone(text: str, day: DaySpan) -> bool:
    """Whether a weekday or "Day 2" heads a line: behind it stands a mark, or nothing."""
    behind = text[day.end :].strip()
    return not behind or behind[0] in "-–—:|,(" or len(behind.split()) <= 4


def _trailing(text: str, spans: list[DaySpan | ClockSpan], day: DaySpan | None, *, labeled: bool) -> When | None:
    last = spans[-1]
    if _GLUE.fullmatch(text[last.end :]) is None:
        return None
    taken = [last]
    for span in reversed(spans[:-1]):
        if _GLUE.fullmatch(text[span.end : taken[0].start]) is None:
            break
        taken.insert(0, span)
    times = [span for span in taken if isinstance(span, ClockSpan)]
    own_day = day if day in taken else None
    if not times and (own_day is None or not own_day.certain):
        return None
    before = text[: taken[0].start]
    rest = before.strip(_ENDS)
    if (
        times
        and times[0].ends is None
        and not before.rstrip().endswith(("|", "-", "–", "—", "(", "@", ","))
        and not own_day
    ):
        return None  # "Doors open at 9:00"
    return When(rest, own_day, times[0] if times else None, False, labeled)
