"""Lists of people that lost their line breaks: "Mr A Vale: Chairman Mrs B Roe: Chief Executive Dr C Lim: Director".

Minutes and resolutions taken from a PDF read so. Where three people with an honorific follow one another, each with a
title and nothing else, the list is set on lines of its own again; a title alone does not tell to whom of its two
neighbors it belongs, the list does.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from research.pages.late_regex import late_regex
from research.pages.title_lines import read_title_line

_HONORIFICS = ("Mr", "Ms", "Miss", "Mx", "Dr", "Prof", "Sir", "Dame", "Lord", "Lady", "Rev", "Sister", "Cllr")
"""How those of the entries begin: "Mr" counts "Mrs" too."""
_ENTRY = late_regex(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Sister|Cllr)\.?\s{1,2}"
    r"[A-Z][\w.’'-]{0,24}(?:\s{1,2}(?:of\s|van\s|de\s)?[A-Z][\w.’'-]{0,24}){0,4}\s?(?P<mark>[:,–—-])\s{1,2}(?=[A-Z])"
)
_ENDS = late_regex(
    r"\s(?=(?:[A-Z]{3,30}\b|\d|(?:In [Aa]ttendance|Also|Apologies|Absent|Present|Minutes|Officers|The|There|It|"
    r"A quorum)\b))|(?<=\w\w)\.\s|;\s|$"
)
_TAIL = late_regex(r"[\s,;&]{0,4}(?:\band\b)?[\s,;]{0,4}\Z")
_SMALL = frozenset({"of", "and", "for", "the", "at", "in", "to", "on"})
LEAST = 3
"""Entries that make a list."""
LONGEST = 130
"""Characters of one entry."""
MAX_LINE = 200_000
"""Characters of a line that is looked at."""


def on_lines(text: str) -> str:
    """The text with each entry of such a list on a line of its own; as it is where there is none."""
    lines = text.split("\n")
    return "\n".join(piece for line in lines for piece in _pieces(line))


def _pieces(line: str) -> Iterator[str]:
    if sum(map(line.count, _HONORIFICS)) < LEAST:
        yield line  # so do almost all lines, and to count is much faster than to seek
        return
    entries = list(_ENTRY.finditer(line)) if len(line) <= MAX_LINE else []
    if len(entries) < LEAST:
        yield line
        return
    taken = 0
    for run in _lists(line, entries):
        yield from filter(None, [line[taken : run[0]].rstrip()])
        for start, end in itertools.pairwise(run):
            yield _TAIL.sub("", line[start:end])
        taken = run[-1]
    yield line[taken:].lstrip()


def _lists(line: str, entries: list[re.Match[str]]) -> Iterator[list[int]]:
    """The places at which the entries of each list begin, and the place at which it ends."""
    run: list[int] = []
    for number, entry in enumerate(entries):
        limit = entries[number + 1].start() if number + 1 < len(entries) else len(line)
        end = _end(line, entry, limit)
        if not end:
            run = []
            continue
        run.append(entry.start())
        if end == limit and number + 1 < len(entries):
            continue
        if len(run) >= LEAST:
            yield [*run, end]
        run = []


def _end(line: str, entry: re.Match[str], limit: int) -> int:
    """Where the title of an entry ends, at `limit` at the latest; 0 where no title stands there."""
    if limit - entry.end() <= LONGEST and _is_title(line[entry.end() : limit]):
        return limit
    stop = _ENDS.search(line, entry.end(), min(limit, entry.end() + LONGEST))
    return stop.start() if stop is not None and _is_title(line[entry.end() : stop.start()]) else 0


def _is_title(text: str) -> bool:
    """Whether words are a title alone, without a verb behind it: all but the smallest are capitalized."""
    title = _TAIL.sub("", text)
    plain = all(word[:1].isupper() or not word[:1].isalpha() or word in _SMALL for word in title.split())
    return plain and read_title_line(title) is not None
