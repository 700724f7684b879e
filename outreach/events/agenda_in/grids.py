"""Tables whose columns are rooms, tracks or days: a session in each cell, at the time of its row."""

from __future__ import annotations

from collections.abc import Sequence

from outreach.events.agenda_in.clock_times import find_times
from outreach.events.agenda_in.days import Calendar, find_day
from outreach.events.agenda_in.program_lines import ProgramLine
from outreach.events.agenda_in.tables import Row, read_header

_TIME_HEADS = frozenset({"time", "times", "", "hour", "hours", "schedule", "when", "start", "time slot"})


def grid_lines(rows: Sequence[Row], calendar: Calendar) -> list[ProgramLine]:
    """A grid as lines with a day, a time and the cell's own lines for each session; [] where the table is no grid."""
    head = next((row for row in rows[:5] if sum(bool(cell.strip()) for cell in row) > 1), None)
    if head is None or len(head) < 3 or head[0].strip().lower().strip(" *:") not in _TIME_HEADS:
        return []
    columns = read_header(head[1:])
    days = [find_day(cell, calendar) for cell in head]
    by_day = sum(day is not None for day in days[1:]) >= max(2, (len(head) - 1) // 2)
    if not by_day and sum(map(len, columns.of.values())) * 2 >= len(head) - 1:
        return []
    body = rows[list(rows).index(head) + 1 :]
    timed = sum(bool(find_times(row[0])) for row in body if row)
    if timed * 3 < len(body) or not timed:
        return []
    found: list[ProgramLine] = []
    order = range(1, len(head))
    if by_day:
        for number in order:
            if days[number] is not None:
                found.append(ProgramLine(head[number].strip(), 2, gap=True))
                found.extend(line for row in body for line in _cell_lines(row, number, ""))
        return found
    for row in body:
        single = [cell for cell in row if cell.strip()]
        if len(single) == 1 and find_day(single[0], calendar) is not None:
            found.append(ProgramLine(single[0].strip(), 2, gap=True))
            continue
        for number in order:
            found.extend(_cell_lines(row, number, head[number].strip()))
    return found


def _cell_lines(row: Row, number: int, room: str) -> list[ProgramLine]:
    time = row[0].strip() if row else ""
    words = row[number].strip() if number < len(row) else ""
    if not words or not find_times(time):
        return []
    lines = [line.strip() for line in words.split("\n") if line.strip()]
    found = [ProgramLine(" ".join(time.split()), 0, gap=True), *(ProgramLine(line) for line in lines[:30])]
    return [*found, ProgramLine(f"Room: {room}")] if room else found
