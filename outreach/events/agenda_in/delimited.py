"""Rows of text with commas, tabs, semicolons or bars between the cells."""

from __future__ import annotations

import csv
import io
from collections import Counter

from outreach.events.agenda_in.model import MAX_SESSIONS
from outreach.events.agenda_in.tables import MOST_HEADER_ROWS, find_header

MAX_ROWS = 3 * MAX_SESSIONS
_MARKS = ",\t;|"


def rows_of(text: str, mark: str) -> list[list[str]]:
    """The rows of a text whose cells this mark parts; cells may hold lines, in quotation marks."""
    found: list[list[str]] = []
    csv.field_size_limit(2_000_000)
    try:
        for row in csv.reader(io.StringIO(text), delimiter=mark):
            found.append([cell.strip() for cell in row])
            if len(found) >= MAX_ROWS:
                break
    except csv.Error:
        return [[cell.strip() for cell in line.split(mark)] for line in text.splitlines()[:MAX_ROWS]]
    return found


def mark_of(text: str) -> str:
    """The mark that parts the cells of a table: the one that most rows have equally often; "" where it is none."""
    best, best_score = "", 0.0
    for mark in _MARKS:
        if text[:20_000].count(mark) < 2:
            continue
        rows = [row for row in rows_of(text[:30_000], mark)[:200] if any(row)]
        if len(rows) < 2:
            continue
        widths = Counter(len(row) for row in rows)
        width, number = max(widths.items(), key=lambda item: (item[1], item[0]))
        if width < 2:
            continue
        headed = find_header(rows[:MOST_HEADER_ROWS]) is not None
        score = number / len(rows) + min(width, 12) / 100 + headed
        if (headed or number * 2 >= len(rows)) and score > best_score:
            best, best_score = mark, score
    return best
