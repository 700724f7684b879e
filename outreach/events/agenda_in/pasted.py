"""Pasted text and Markdown as a program's lines, and the reading of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from outreach.events.agenda_in.clock_times import find_time
from outreach.events.agenda_in.days import Calendar
from outreach.events.agenda_in.drafts import Draft, Remarks
from outreach.events.agenda_in.model import ReadSpeaker
from outreach.events.agenda_in.names import read_person
from outreach.events.agenda_in.program import ProgramReader
from outreach.events.agenda_in.program_lines import ProgramLine
from outreach.events.agenda_in.whens import read_when
from outreach.events.agenda_in.words import LABEL, is_prose

MAX_LINES = 60_000
MOST_ASKED = 2_000
"""Lines by which is told whether titles stand over their times."""
LONGEST = 2_000
"""Characters of a line that are kept."""
_HEADING = re.compile(r"(#{1,6})\s{1,3}(?=\S)")
_BULLET = re.compile(r"(?:[-*+•◦▪‣·○●➢►✓]|\d{1,2}[.)](?=\s))\s{1,6}(?=\S)")
_STRONG = re.compile(r"(?:\*\*|__)([^*_]{1,300})(?:\*\*|__):?")
_MARKS = re.compile(r"\*\*|__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|\\(?=[\W_])|`")
_RULE = re.compile(r"[\s\-=_*#~|.•·–—]{1,300}")
_TABLE_RULE = re.compile(r"\A\|?(?:\s{0,9}:?-{2,60}:?\s{0,9}\|){1,30}(?:\s{0,9}:?-{2,60}:?)?")
_QUOTE = re.compile(r"^(?:>\s?){1,5}")


def lines_of(text: str) -> list[ProgramLine]:
    """The lines of a text, with what Markdown or a list says of them."""
    found: list[ProgramLine] = []
    gap = True
    for raw in text.split("\n")[:MAX_LINES]:
        line = _QUOTE.sub("", raw[:LONGEST].strip())
        if not line or _RULE.fullmatch(line[:300]) or _TABLE_RULE.fullmatch(line[:300]):
            gap = True
            continue
        made = _line(line, gap=gap)
        if made.text:
            found.append(made)
            gap = False
    return found


def _line(line: str, *, gap: bool) -> ProgramLine:
    bullet, level = False, 0
    for _ in range(3):
        heading, item = _HEADING.match(line), _BULLET.match(line)
        if item is not None and not (item.group()[0] == "*" and line.startswith("**")):
            bullet, line = True, line[item.end() :]
        elif heading is not None:
            level, line = len(heading.group(1)), line[heading.end() :].rstrip("# ")
        else:
            break
    strong = _STRONG.fullmatch(line[:310]) is not None
    text = _MARKS.sub("", line).strip()
    return ProgramLine(text, 0 if bullet else level, bullet, strong, gap)


def has_titles_first(lines: Sequence[ProgramLine], calendar: Calendar) -> bool:
    """Whether titles stand over their times, by how the lines that are nothing but a time are set among the others."""
    over = below = 0
    lines = lines[:MOST_ASKED]
    whens = [read_when(line.text[:400], calendar) for line in lines]
    for number, (line, when) in enumerate(zip(lines, whens, strict=True)):
        if when is None or when.time is None or (len(when.rest) > 60 and not when.labeled):
            continue
        heading = lines[number - 1] if number and lines[number - 1].level and not line.level else None
        if heading is not None and whens[number - 1] is None and len(when.rest.split()) <= 4:
            over += _heads(heading, line)
            continue
        if when.rest and not when.labeled and not when.day:
            below += not line.gap or len(when.rest.split()) > 1
            continue
        before = lines[number - 1] if number and whens[number - 1] is None else None
        after = lines[number + 1] if number + 1 < len(lines) and whens[number + 1] is None else None
        over += _heads(before, line)
        below += after is not None and not _heads(before, line) and not _is_about_people(after)
    return over > below


def _heads(before: ProgramLine | None, line: ProgramLine) -> bool:
    """Whether the line before a time is its title: a heading, or the first line of the paragraph with the time."""
    if before is None or is_prose(before.text) or _is_about_people(before):
        return False
    if line.level and line.level >= before.level > 0:
        return line.level > before.level
    if before.level and not line.level:
        return before.gap or not line.gap
    return not line.gap and before.gap


def _is_about_people(line: ProgramLine) -> bool:
    return LABEL.match(line.text) is not None or read_person(line.text.split(",")[0]) is not None


def read_lines(
    lines: Sequence[ProgramLine], calendar: Calendar, remarks: Remarks
) -> tuple[list[Draft], list[ReadSpeaker]]:
    """The sessions of a program's lines, and the speakers without one."""
    timeless = not any(find_time(line.text) is not None for line in lines)
    reader = ProgramReader(calendar, remarks, title_first=has_titles_first(lines, calendar), timeless=timeless)
    reader.read(lines)
    return _without_the_whole(reader.sessions), reader.loose


def _without_the_whole(sessions: list[Draft]) -> list[Draft]:
    """The sessions without the one that is only the meeting's whole time, where others lie within it."""

    def lies_in(whole: Draft, other: Draft) -> bool:
        if other is whole or other.starts is None or whole.starts is None or other.whole:
            return False
        same_day = whole.held_on is None or other.held_on in (None, whole.held_on)
        return same_day and whole.starts <= other.starts <= (whole.ends or whole.starts + 24 * 60)

    return [
        one
        for one in sessions
        if not (one.whole and not one.speakers and any(lies_in(one, other) for other in sessions[:200]))
    ]
