"""Where words stand that a reviewer may not read. Where that cannot be said to the letter, more is hidden. Pure.

The mark `[q2]` says that words of somebody stand before it. Mostly it stands behind quotation marks, and those words
are found. A mark that stands alone is somebody's as well: behind a block without quotation marks, behind a quotation of
several paragraphs, behind "says Ng". There the whole paragraph is theirs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from outreach.articles import article_text
from outreach.articles.article_text import Mark, Paragraph, Quotation

MOST_BACK = 20
"""Paragraphs of one quotation that are looked for before its mark."""


def at_word(paragraph: Paragraph, spot: int) -> int:
    """Which letter of a paragraph stands at a place of the body, or behind it; its length where none does."""
    return bisect_left(paragraph.at, spot)


def with_quotations(
    paragraphs: Sequence[Paragraph], quotations: Sequence[Quotation]
) -> Iterator[tuple[Paragraph, list[Quotation]]]:
    """Each paragraph with the quotations that begin in it; none where its places are not known."""
    starts = [one.start for one in quotations]
    for one in paragraphs:
        first, last = (one.at[0], one.at[-1]) if one.at else (1, 0)
        yield one, list(quotations[bisect_left(starts, first) : bisect_right(starts, last)]) if one.at else []


def is_there(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether the words of a quotation stand in the paragraph at the very place where they are taken out of it."""
    start, end = at_word(paragraph, quotation.start), at_word(paragraph, quotation.end)
    if start < 1 or end >= len(paragraph.text):
        return False
    taken = _letters(paragraph.text[start:end])
    return taken == _letters(quotation.words) or taken == _letters(_read(quotation.words))


def strays(body: str, numbers: frozenset[int]) -> tuple[Mark, ...]:
    """The marks of exact words with one of these numbers that stand behind no quotation."""
    marks = [one for one in article_text.marks(body) if one.is_quote]
    starts = [one.start for one in marks]
    claimed = set()
    for one in article_text.quotations(body):
        at = bisect_left(starts, one.start)
        if one.number is not None and at < len(marks) and marks[at].number == one.number:
            claimed.add(at)
    return tuple(one for at, one in enumerate(marks) if at not in claimed and one.number in numbers)


def whole_paragraphs(body: str, paragraphs: Sequence[Paragraph], secret: frozenset[int]) -> frozenset[int]:
    """The paragraphs that hold words of others which cannot be cut out, counted from 0."""
    if not secret:
        return frozenset()
    known = _known(paragraphs)
    alone = [at for mark in strays(body, secret) for at in _around(body, paragraphs, known, mark.start)]
    found = {at for one in alone for at in (one, *_before(paragraphs, one, is_alone=True))}
    placed = set()
    quoted = [one for one in article_text.quotations(body) if one.number in secret]
    for at, (paragraph, inside) in enumerate(with_quotations(paragraphs, quoted)):
        placed |= {one.start for one in inside}
        if any(not is_there(paragraph, one) for one in inside):
            found.add(at)
        if inside:
            found |= set(_before(paragraphs, at, is_alone=False))
    if any(one.start not in placed for one in quoted):
        found |= {at for at, one in enumerate(paragraphs) if not one.at}
    return frozenset(found)


def cited(body: str, paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The paragraphs with the mark of a fact, counted from 0."""
    facts = [one.start for one in article_text.marks(body) if not one.is_quote]
    known = _known(paragraphs)
    return frozenset(at for spot in facts for at in _around(body, paragraphs, known, spot))


def _known(paragraphs: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """Where each paragraph begins of which that is known, with its number."""
    return [(one.at[0], at) for at, one in enumerate(paragraphs) if one.at]


def _around(body: str, paragraphs: Sequence[Paragraph], known: list[tuple[int, int]], spot: int) -> list[int]:
    """The paragraph of a mark: the last one that begins before it; with it those behind whose places nobody knows.

    One that stands on a line of its own, or at the beginning of a line, may belong to the next paragraph as well.
    """
    which = bisect_left(known, (spot, 0)) - 1
    first = known[which][1] if which >= 0 else -1
    end = known[which + 1][1] if which + 1 < len(known) else len(paragraphs)
    found = [at for at in range(max(first, 0), end) if at == first or not paragraphs[at].at]
    is_on_its_line = first >= 0 and "\n" not in body[paragraphs[first].at[-1] : spot]
    return found if is_on_its_line or end >= len(paragraphs) else [*found, end]


def _before(paragraphs: Sequence[Paragraph], at: int, *, is_alone: bool) -> list[int]:
    """The paragraphs before one that belong to the same quotation."""
    back = range(at - 1, max(-1, at - 1 - MOST_BACK), -1)
    chained: list[int] = []
    for one in back:
        if not _opens(paragraphs[one].text) and not (is_alone and paragraphs[one].kind == "quote"):
            break
        chained.append(one)
    if is_alone and _closes(paragraphs[at].text):
        opener = next((one for one in back if _opens(paragraphs[one].text)), None)
        chained += range(opener, at) if opener is not None else ()
    return chained


def _opens(text: str) -> bool:
    """Whether a quotation begins in it that does not end in it."""
    return text.rfind("“") > text.rfind("”")


def _closes(text: str) -> bool:
    """Whether a quotation ends in it that did not begin in it."""
    end = text.find("”")
    return end >= 0 and "“" not in text[:end]


def _read(words: str) -> str:
    """Words without their signs of Markdown. The letter before them keeps a figure at their start from being a list."""
    # Past the cache, in which the article itself is to stay.
    return " ".join(one.text for one in article_text.paragraphs.__wrapped__(f"x {words}"))[1:]


def _letters(text: str) -> str:
    return "".join(one for one in text if one.isalnum())
