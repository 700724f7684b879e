"""Columns of a plain text set side by side, read one after the other: names on one line, their titles under them.

Letters and reports end so: "Ann Vale, MD        Bo Lim, RN" over "Chief Medical Officer        Chief Nurse". Where the
blanks between columns were lost, a line is parted only if it holds as many whole titles as the one above holds names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from research.pages.lexicon import ACRONYM_HEADS, HEAD_CLASS
from research.pages.person_names import find_names, is_name_line
from research.pages.title_lines import read_title_line
from research.pages.titles import TitleReader
from research.pages.tokens import tokenize

_WIDE = re.compile(r" {3,80}|\t{1,20}")
_HEADS = frozenset(HEAD_CLASS) | ACRONYM_HEADS
LONGEST = 240
"""Characters of a line that is looked at."""
_NEAR = 2
"""Lines further on at which the titles of a line of names may stand."""


def in_columns(text: str) -> str:
    """The text with each column's lines together; as it is where nothing stands side by side."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_lines(lines)) if any(map(_may_hold_columns, lines)) else text


def _may_hold_columns(line: str) -> bool:
    """Whether a line has a wide gap, or the words of two titles."""
    if len(line) > LONGEST or not line.strip()[:1].isupper():
        return False
    return "   " in line.strip() or "\t" in line.strip() or _has_two_heads(line)


def _has_two_heads(line: str) -> bool:
    if any(mark in line for mark in (",", "&", "/", ";", " and ", "(")):
        return False
    return sum(word in _HEADS for word in line.lower().split()) > 1


def _lines(lines: list[str]) -> Iterator[str]:
    at = 0
    while at < len(lines):
        line = lines[at]
        below = next((n for n in range(at + 1, min(at + 1 + _NEAR, len(lines))) if lines[n].strip()), at)
        columns = _columns(line, lines[below]) if below > at else []
        if columns:
            for name, title in columns:
                yield from (name, title, "")
            at = below + 1
            continue
        yield from _row(line)
        at += 1


def _columns(above: str, below: str) -> list[tuple[str, str]]:
    """Each name with the title under it; none where the lines are no names over titles."""
    if not _may_hold_columns(below) or len(above) > LONGEST or not above.strip()[:1].isupper():
        return []
    titles = _titles(below)
    names = _names(above, len(titles)) if len(titles) > 1 else []
    return list(zip(names, titles, strict=True)) if len(names) == len(titles) else []


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _WIDE.split(line.strip()) if cell.strip()]


def _titles(line: str) -> list[str]:
    cells = _cells(line)
    if len(cells) > 1:
        return cells if all(read_title_line(cell) is not None for cell in cells) else []
    tokens = tokenize(line)
    spans = TitleReader(line, tokens, card=True).find()
    ends = [span.end for span in spans]
    if [span.start for span in spans] != [0, *ends[:-1]] or ends[-1:] != [len(tokens)]:
        return []
    return [line[tokens[span.start].start : tokens[span.end - 1].end] for span in spans]


def _names(line: str, count: int) -> list[str]:
    """The names of a line, each with its credentials, where they are as many as the titles and all that it holds."""
    cells = _cells(line)
    if len(cells) == count:
        return cells if all(map(is_name_line, cells)) else []
    tokens = tokenize(line)
    spans = find_names(tokens)
    begins = [span.outer_start for span in spans]
    ends = [span.outer_end for span in spans]
    if begins != [0, *ends[:-1]] or ends[-1:] != [len(tokens)]:
        return []
    if len(spans) == count:
        return [line[tokens[a].start : tokens[b - 1].end] for a, b in zip(begins, ends, strict=True)]
    words = line.split()
    pairs = [" ".join(words[at : at + 2]) for at in range(0, len(words), 2)]
    return pairs if len(spans) == 1 and len(words) == 2 * count and all(map(is_name_line, pairs)) else []


def _row(line: str) -> Iterator[str]:
    """A row with wide gaps as lines of its own where it is names alone, or a name and a title in either order."""
    cells = _cells(line) if len(line) <= LONGEST and ("   " in line.strip() or "\t" in line.strip()) else []
    if len(cells) > 2 and all(len(cell.split()) > 1 and is_name_line(cell) for cell in cells):
        yield from cells  # members side by side, without titles
    elif len(cells) not in (2, 3):
        yield line
    elif is_name_line(cells[0]) and read_title_line(cells[1]) is not None:
        yield from (*cells, "")
    elif is_name_line(cells[1]) and read_title_line(cells[0]) is not None and not is_name_line(cells[0]):
        yield from (cells[1], cells[0], *cells[2:], "")
    else:
        yield line
