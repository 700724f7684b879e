"""Compares a returned Word file with the text that was sent: for files whose changes were already accepted. Pure."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from outreach.articles.word_in.model import Change, WordFile
from outreach.articles.word_in.story import CONTEXT

MOST_PAIRS = 400_000
"""Pairs of equal words that are weighed against each other; a part with more is one replacement as a whole."""

LONGEST = 2_000_000
"""Letters of a text that is compared, ten times the longest article."""

_WORDS = re.compile(r"\S{1,200}")
_SAME = str.maketrans({
    "\N{LEFT SINGLE QUOTATION MARK}": "'", "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"', "\N{NON-BREAKING HYPHEN}": "-", "\N{SOFT HYPHEN}": None,
    "\N{HORIZONTAL ELLIPSIS}": "...", "\N{EN DASH}": "-", "\N{EM DASH}": "-",
})  # fmt: skip
"""What Word changes by itself while somebody types; it is no change of words."""

_BULLETS = frozenset({"-", "*", "+", "\N{BULLET}"})
_BREAK = "\n"
_Stretch = tuple[int, int, int, int]
"""Pieces from and to in the one text, from and to in the other."""


@dataclass(frozen=True)
class Comparison:
    """What differs without a mark. `sentence` tells the user how it was found; `changes` have no author and no time.

    Their places count in the lines of the text that was sent.
    """

    sentence: str
    changes: tuple[Change, ...]


class _Word(NamedTuple):
    """A word or the end of a line, by what it is compared with, and where it stands in its text."""

    key: str
    start: int
    end: int


@dataclass(frozen=True)
class _Difference:
    """Words `first` to `last` of the one text stand for such words of the other."""

    a: tuple[int, int]
    b: tuple[int, int]


def compare(sent: str, returned: WordFile, called: str = "the text that was sent") -> Comparison:
    """Word differences between what was sent and the file before its tracked changes, as suggestions.

    Differences of quotation marks, dashes, spaces, empty lines and bullets count as none. `called` names the text in
    the sentence, such as "version 3".
    """
    other = returned.rejected
    if len(other) > LONGEST or len(sent) > LONGEST:
        return Comparison(f"This file is far longer than an article and was not compared with {called}.", ())
    a, b = _words(sent), _words(other)
    differences = list(_differences(a, b))
    starts = _line_starts(sent)
    changes = tuple(_change(sent, other, a, b, difference, starts) for difference in differences)
    return Comparison(_sentence(len(changes), returned.has_tracked_changes, called), changes)


def _sentence(number: int, tracked: bool, called: str) -> str:  # noqa: FBT001  a fact, not a switch
    places = "1 place differs" if number == 1 else f"{number:,} places differ"
    if tracked and not number:
        return f"Apart from its tracked changes, the text of this file is {called}."
    if tracked:
        return (
            f"Besides its tracked changes, the text of this file was compared with {called}: {places} without a mark."
        )
    if not number:
        return f"This file carries no tracked changes, and its words are those of {called}."
    return f"This file carries no tracked changes; its text was compared with {called}. {places.capitalize()}."


def _words(text: str) -> list[_Word]:
    """The words of all lines that have some, each line closed by its end."""
    found: list[_Word] = []
    at = 0
    for line in text.split("\n"):
        words = [_Word(_key(word[0]), at + word.start(), at + word.end()) for word in _WORDS.finditer(line)]
        if words and words[0].key in _BULLETS:
            words = words[1:]
        words = [word for word in words if word.key]
        at += len(line) + 1
        if words:
            found += [*words, _Word(_BREAK, at - 1, min(at, len(text)))]
    return found


@lru_cache(maxsize=20_000)
def _key(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(_SAME)


def _differences(a: Sequence[_Word], b: Sequence[_Word]) -> Iterator[_Difference]:
    """Where the texts differ: first by whole lines, then by words within the lines that do."""
    lines_a, lines_b = _lines(a), _lines(b)
    keys_a = [tuple(word.key for word in a[first:last]) for first, last in lines_a]
    keys_b = [tuple(word.key for word in b[first:last]) for first, last in lines_b]
    for i, j, k, m in _unequal(keys_a, keys_b):
        low_a, high_a = _span(lines_a, i, j, len(a))
        low_b, high_b = _span(lines_b, k, m, len(b))
        inner_a = [word.key for word in a[low_a:high_a]]
        inner_b = [word.key for word in b[low_b:high_b]]
        for first_a, last_a, first_b, last_b in _unequal(inner_a, inner_b):
            yield _Difference((low_a + first_a, low_a + last_a), (low_b + first_b, low_b + last_b))


def _lines(words: Sequence[_Word]) -> list[tuple[int, int]]:
    ends = [place + 1 for place, word in enumerate(words) if word.key == _BREAK]
    return list(zip([0, *ends], ends, strict=False))


def _span(lines: Sequence[tuple[int, int]], first: int, last: int, beyond: int) -> tuple[int, int]:
    """The words of lines `first` to `last`; of no lines, the place between two."""
    low = lines[first][0] if first < len(lines) else beyond
    return low, lines[last - 1][1] if last > first else low


def _unequal(a: Sequence[object], b: Sequence[object]) -> Iterator[_Stretch]:
    """The stretches that differ. Where there is too much to weigh, pieces that occur once in both divide it first."""
    low = 0
    while low < min(len(a), len(b)) and a[low] == b[low]:
        low += 1
    high = 0
    while high < min(len(a), len(b)) - low and a[len(a) - 1 - high] == b[len(b) - 1 - high]:
        high += 1
    whole = (low, len(a) - high, low, len(b) - high)
    if _pairs(a[low : len(a) - high], b[low : len(b) - high]) <= MOST_PAIRS:
        yield from _weighed(a, b, whole)
        return
    for gap in _gaps(a, b, whole):
        if _pairs(a[gap[0] : gap[1]], b[gap[2] : gap[3]]) <= MOST_PAIRS:
            yield from _weighed(a, b, gap)
        else:
            yield gap


def _weighed(a: Sequence[object], b: Sequence[object], stretch: _Stretch) -> Iterator[_Stretch]:
    i, j, k, m = stretch
    # Without `autojunk`: it takes words that come often for noise, and then shows half a text as changed.
    matcher = SequenceMatcher(None, a[i:j], b[k:m], autojunk=False)
    for kind, first_a, last_a, first_b, last_b in matcher.get_opcodes():
        if kind != "equal":
            yield i + first_a, i + last_a, k + first_b, k + last_b


def _gaps(a: Sequence[object], b: Sequence[object], stretch: _Stretch) -> Iterator[_Stretch]:
    """What lies between the pieces that occur once in both and stand in the same order."""
    i, j, k, m = stretch
    in_a, in_b = _once(a, i, j), _once(b, k, m)
    both_a = [piece for piece in in_a if piece in in_b]
    both_b = [piece for piece in in_b if piece in in_a]
    for block in SequenceMatcher(None, both_a, both_b, autojunk=False).get_matching_blocks():
        for piece in both_a[block.a : block.a + block.size]:
            at_a, at_b = in_a[piece], in_b[piece]
            if (at_a, at_b) != (i, k):
                yield i, at_a, k, at_b
            i, k = at_a + 1, at_b + 1
    if (i, k) != (j, m):
        yield i, j, k, m


def _once(pieces: Sequence[object], first: int, last: int) -> dict[object, int]:
    """The pieces that occur once in a stretch, and where."""
    counted = Counter(pieces[first:last])
    return {pieces[at]: at for at in range(first, last) if counted[pieces[at]] == 1}


def _pairs(a: Sequence[object], b: Sequence[object]) -> int:
    counted = Counter(b)
    return sum(number * counted[piece] for piece, number in Counter(a).items())


def _change(
    sent: str, other: str, a: Sequence[_Word], b: Sequence[_Word], difference: _Difference, starts: Sequence[int]
) -> Change:
    begin, end = _characters(a, difference.a, len(sent))
    before = sent[begin:end]
    after = other[slice(*_characters(b, difference.b, len(other)))]
    first, last = bisect_right(starts, begin) - 1, bisect_right(starts, end) - 1
    line_end = starts[last + 1] - 1 if last + 1 < len(starts) else len(sent)
    return Change(
        kind="replacement" if before and after else "deletion" if before else "insertion",
        before=before,
        after=after,
        paragraph_index=first,
        start=begin - starts[first],
        end_paragraph=last,
        end=end - starts[last],
        context_before=sent[max(starts[first], begin - CONTEXT) : begin],
        context_after=sent[end : min(line_end, end + CONTEXT)],
    )


def _characters(words: Sequence[_Word], span: tuple[int, int], beyond: int) -> tuple[int, int]:
    """Where words stand in their text; of none, the place before the next."""
    first, last = span
    if first == last:
        place = words[first].start if first < len(words) else beyond
        return place, place
    return words[first].start, words[last - 1].end


def _line_starts(text: str) -> list[int]:
    return [0, *(place + 1 for place, letter in enumerate(text) if letter == "\n")]
