"""Where a change of a Word file stands in the version that was sent, and where the same words stand elsewhere. Pure.

Places count in `article_text.plain`. A change that is unmistakable gets one: its line is one of ours to the letter, or
its words with those around them occur there once. All others get None, and a person reads them with the words about.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from outreach.articles import article_text
from outreach.articles.article_text import Paragraph
from outreach.articles.word_in.model import Change

AROUND = 60
"""Letters before and behind a change that are kept, so that it is found again."""

MOST_PAIRS = 400_000
"""Pairs of equal lines that are weighed; a file with more is placed by words alone."""

_GAP = "\n\n"
_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u2011": "-"})
"""What Word changes by itself; one letter each, so that places stay."""

_MARKER = re.compile(r"(?:[-*+•▪◦–]|\(?[0-9A-Za-z]{1,4}[.)])[ \t]{1,8}")
_WINDOWS = ((40, 40), (20, 20), (40, 0), (0, 40), (20, 0), (0, 20), (8, 8), (0, 0))
_FEWEST = 6
"""Letters that have to agree where no word of the change itself stands in the text."""


@dataclass(frozen=True, slots=True)
class Span:
    """A place in `article_text.plain`: from, and up to."""

    starts: int
    ends: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A change with its place; None where it cannot be said. moves_to: where the words of a move arrive.

    around: the words about it, in the text before the change. in_title: it is a change of the title.
    """

    change: Change
    span: Span | None
    moves_to: int | None
    around: str
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file that is one of ours. starts: in plain, None for the title. marker: letters of "2. "."""

    starts: int | None
    marker: int
    length: int


# --- changes of a file ------------------------------------------------------------------------------------------------


def place(title: str, body: str, lines: Sequence[str], changes: Sequence[Change]) -> tuple[Placed, ...]:
    """Each change with its place in the version of this title and body.

    lines: the paragraphs of the file before all changes, in which the changes count (`WordFile.rejected_paragraphs`).
    """
    plain = article_text.plain(body)
    known = _known_lines(title, body, lines)
    return tuple(_placed(one, title, plain, known) for one in changes)


def _placed(change: Change, title: str, plain: str, known: dict[int, _Line]) -> Placed:
    words = "\n".join(one for one in (change.context_before + change.before + change.context_after).splitlines() if one)
    if change.place not in ("text", ""):
        return Placed(change, None, None, words)
    first = known.get(change.paragraph_index) if change.paragraph_index is not None else None
    if first is not None and first.starts is None and change.end_paragraph == change.paragraph_index:
        return Placed(change, None, None, title, in_title=True)
    span = _by_line(change, plain, known) or _by_words(change, plain)
    moves_to = None
    if change.kind == "move" and change.moved_to_paragraph is not None:
        moves_to = _spot(known.get(change.moved_to_paragraph), change.moved_to_start)
    return Placed(change, span, moves_to, around(plain, span) if span else words)


def around(text: str, span: Span) -> str:
    """The words about a place, whole ones, and those that stand there."""
    left, right = max(0, span.starts - AROUND), min(len(text), span.ends + AROUND)
    while 0 < left < span.starts and not text[left - 1].isspace():
        left += 1
    while span.ends < right < len(text) and not text[right].isspace():
        right -= 1
    return text[left:right].strip()


def _by_line(change: Change, plain: str, known: dict[int, _Line]) -> Span | None:
    """By the lines that it begins and ends in, where both are ours and the words are those."""
    if change.paragraph_index is None or change.end_paragraph is None:
        return None
    starts = _spot(known.get(change.paragraph_index), change.start)
    ends = _spot(known.get(change.end_paragraph), change.end)
    if starts is None or ends is None or ends < starts:
        return None
    if _folded(plain[starts:ends]) != _folded(change.before):
        return None
    return Span(starts, ends)


def _spot(line: _Line | None, column: int | None) -> int | None:
    if line is None or line.starts is None or column is None:
        return None
    return line.starts + min(max(column - line.marker, 0), line.length)


def _by_words(change: Change, plain: str) -> Span | None:
    """By the words and those around them, where they occur once."""
    if "\n" in change.before.strip("\n"):
        return None
    return found(plain, change.before.strip("\n"), change.context_before, change.context_after)


def _known_lines(title: str, body: str, lines: Sequence[str]) -> dict[int, _Line]:
    """Number of a line of the file -> which line of ours it is."""
    paragraphs = article_text.paragraphs(body)
    own = [(_alike(" ".join(title.split())), None), *((_alike(p.text), at) for p, at in with_places(paragraphs))]
    keys = [key for key, _ in own]
    theirs = [_alike(line).strip() for line in lines]
    ours = set(keys)
    bare = [line if line in ours else line[_marker(line) :] for line in theirs]
    found_lines: dict[int, _Line] = {}
    for a, b in _pairs(keys, bare):
        marker = len(lines[b]) - len(lines[b].lstrip()) + len(theirs[b]) - len(bare[b])
        found_lines[b] = _Line(own[a][1], marker, len(keys[a]))
    return found_lines


def _marker(line: str) -> int:
    marker = _MARKER.match(line)
    return marker.end() if marker else 0


def bare_lines(line: str) -> tuple[str, ...]:
    """A line as it is compared: as it is, and without the number or bullet of a list."""
    bare = " ".join(_alike(line).split())
    return tuple(dict.fromkeys(one for one in (bare, bare[_marker(bare) :]) if one))


def with_places(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, int]]:
    """Each paragraph with where it begins in `article_text.plain`."""
    at = 0
    for paragraph in paragraphs:
        yield paragraph, at
        at += len(paragraph.text) + len(_GAP)


def _pairs(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Lines that are the same, in their order; none where there are too many alike to weigh."""
    counted = Counter(b)
    if sum(number * counted[line] for line, number in Counter(a).items()) > MOST_PAIRS:
        return
    for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            if a[block.a + step]:
                yield block.a + step, block.b + step


def _alike(text: str) -> str:
    return text.translate(_ALIKE)


def _folded(text: str) -> str:
    return " ".join(_alike(text).split())


# --- the same words in another text -----------------------------------------------------------------------------------


def found(text: str, words: str, before: str, after: str) -> Span | None:
    """Where words stand that follow `before` and precede `after`; None where that is nowhere, or not unmistakable."""
    hay, core = _alike(text), _alike(words)
    for left, right in _WINDOWS:
        head = _alike(before)[-left:] if left else ""
        tail = _alike(after)[:right]
        needle = head + core + tail
        if len(needle.strip()) < (1 if core.strip() else _FEWEST):
            continue
        at = hay.find(needle)
        if at >= 0 and hay.find(needle, at + 1) < 0:
            return Span(at + len(head), at + len(head) + len(core))
    return None


def found_again(old: str, span: Span, new: str) -> Span | None:
    """Where the words of a place in one text stand in another; None where they are gone or stand there twice."""
    if old == new:
        return span
    return found(new, old[span.starts : span.ends], old[: span.starts][-AROUND:], old[span.ends :][:AROUND])


def overlaps(one: Span, other: Span) -> bool:
    """Whether two places share letters, or one of them lies within the other. Two that only touch do not."""
    if one == other:
        return True
    if one.starts == one.ends:
        return other.starts < one.starts < other.ends
    if other.starts == other.ends:
        return one.starts < other.starts < one.ends
    return one.starts < other.ends and other.starts < one.ends


# --- the place in the Markdown ----------------------------------------------------------------------------------------


def in_body(body: str, span: Span) -> Span | None:
    """Where a place of plain text stands in the Markdown, from its first letter up to its last one.

    None where that cannot be said: outside of the text, or in a paragraph whose letters have no place.
    """
    starts = spot_in_body(body, span.starts, behind=False)
    if span.starts == span.ends or starts is None:
        return Span(starts, starts) if starts is not None else None
    ends = spot_in_body(body, span.ends, behind=True)
    return Span(starts, ends) if ends is not None and ends >= starts else None


def spot_in_body(body: str, spot: int, *, behind: bool) -> int | None:
    """Where a place stands in the Markdown: right behind the letter before it, or right before the letter after it."""
    paragraphs = article_text.paragraphs(body)
    placed = list(with_places(paragraphs))
    number = bisect_right([at for _, at in placed], spot) - 1
    if number < 0:
        return None
    paragraph, at = placed[number]
    column = spot - at
    if not paragraph.at or column > len(paragraph.text):
        return None
    if (behind and column > 0) or column == len(paragraph.text):
        return paragraph.at[column - 1] + 1
    return paragraph.at[column]
