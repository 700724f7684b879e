"""Puts changed words into a Markdown text: its marks `[3]` and `[q2]` stay, and so do its signs of Markdown. Pure.

Whatever is put in is checked by reading the text again: a reader must read exactly what was wished, and no mark may be
lost but those of words that are gone. A change for which that cannot be had is left out, and said.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from outreach.articles import article_text, placing
from outreach.articles.article_text import Mark, Paragraph
from outreach.articles.placing import Span
from outreach.drafts.word_changes import words_apart

_SIGNS = re.compile(r"([\\`*_\[\]<>&])")
_BEGINS_LIKE = re.compile(r"(\s{0,3})(#{1,6}(?=\s|$)|[-+=>]|\d{1,9}(?=[.)](?:\s|$)))")
_LINK_END = re.compile(r"\]\([^()\s]{0,2000}\)")
_EMPHASIS = "*_"
_QUOTE_END = re.compile(r"[”\"]")
_SENTENCE_END = re.compile(r"[.!?][”\"’']?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that come in the place of others; the place counts in `article_text.plain` of the text before all edits."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Edited:
    """The text after the edits. left_out: the numbers of those that could not be put in, in their order."""

    body: str
    left_out: tuple[int, ...]


def edited(body: str, edits: Sequence[Edit]) -> Edited:
    """A text with the words changed. Of two edits in one place the second is left out; insertions follow each other."""
    order = sorted(range(len(edits)), key=lambda number: (edits[number].span.starts, edits[number].span.ends, number))
    chosen: list[int] = []
    left_out: list[int] = []
    for number in order:
        clash = any(_clash(edits[other], edits[number]) for other in chosen[-3:])
        (left_out if clash else chosen).append(number)
    paragraphs = list(placing.with_places(article_text.paragraphs(body)))
    for number in reversed(chosen):  # from the end, so that the places before stay
        new = _with_alone(body, paragraphs, edits[number]) or _with(body, edits[number])
        if new is None:
            left_out.append(number)
        else:
            body = new
    return Edited(body, tuple(sorted(left_out)))


def _with_alone(body: str, paragraphs: Sequence[tuple[Paragraph, int]], edit: Edit) -> str | None:
    """The text with an edit inside of one paragraph whose lines read alone as they do in the whole; None for others.

    A long text is not read again for each edit. paragraphs: those of the text before all edits, with their places; what
    stands before and in this one is still as it was up to the edits behind.
    """
    number = bisect_right(paragraphs, edit.span.starts, key=lambda one: one[1]) - 1
    if number < 0 or not edit.words.strip() or "\n" in edit.words:
        return None
    paragraph, at = paragraphs[number]
    if not paragraph.at or edit.span.starts <= at or edit.span.ends >= at + len(paragraph.text):
        return None
    gap = body.rfind("\n\n", 0, paragraph.at[0])
    first = gap + 2 if gap >= 0 else 0
    last = body.find("\n\n", paragraph.at[edit.span.ends - at])
    last = last if last >= 0 else len(body)
    alone = article_text.paragraphs(body[first:last])
    reach = edit.span.ends - at + 1
    if len(alone) != 1 or alone[0].text[:reach] != paragraph.text[:reach] or alone[0].kind != paragraph.kind:
        return None
    local = Span(edit.span.starts - at, edit.span.ends - at)
    new = _with(body[first:last], Edit(local, edit.words))
    if new is None or len(again := article_text.paragraphs(new)) != 1 or again[0].kind != paragraph.kind:
        return None
    return body[:first] + new + body[last:]


def _clash(one: Edit, other: Edit) -> bool:
    both_insert = one.span.starts == one.span.ends and other.span.starts == other.span.ends
    return not both_insert and placing.overlaps(one.span, other.span)


def _with(body: str, edit: Edit) -> str | None:
    """The text with one edit, put in word by word so that what stays keeps its marks; None where it cannot be."""
    plain = article_text.plain(body)
    if edit.span.ends > len(plain):
        return None
    before = plain[edit.span.starts : edit.span.ends]
    wished = plain[: edit.span.starts] + edit.words + plain[edit.span.ends :]
    for pieces in (tuple(_pieces(before, edit.words)), ((0, len(before), edit.words),)):
        new: str | None = body
        for starts, ends, words in reversed(pieces):
            at = Span(edit.span.starts + starts, edit.span.starts + ends)
            new = _spliced(new, at, words) if new is not None else None
        if new is not None and _read(article_text.plain(new)) == _read(wished):
            return new
    return None


def _pieces(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """What differs between two texts, as (from, to, new words), places in the first; neighbors are one."""
    at = 0
    pending: tuple[int, int, str] | None = None
    for kind, text in words_apart(before, after):
        if kind == "same":
            if pending:
                yield pending
            pending, at = None, at + len(text)
            continue
        starts, ends, words = pending or (at, at, "")
        if kind == "removed":
            at += len(text)
            pending = (starts, at, words)
        else:
            pending = (starts, ends, words + text)
    if pending:
        yield pending


def _spliced(body: str, span: Span, words: str) -> str | None:
    """The text with one stretch changed in the first way that reads as wished and keeps its marks."""
    plain = article_text.plain(body)
    wished = _read(plain[: span.starts] + words + plain[span.ends :])
    ways = _insertions(body, span.starts, words) if span.starts == span.ends else _replacements(body, span, words)
    for new, gone in ways:
        kept = Counter(_names(article_text.marks(body))) - Counter(_names(gone))
        if _read(article_text.plain(new)) == wished and Counter(_names(article_text.marks(new))) == kept:
            return new
    return None


_Way = tuple[str, Sequence[Mark]]
"""A text, and the marks that go with the words that it loses."""


def _insertions(body: str, spot: int, words: str) -> Iterator[_Way]:
    column, paragraph = _paragraph_at(body, spot)
    if paragraph is None or not paragraph.at:
        return
    if words.endswith("\n") and column == 0:
        line = body.rfind("\n", 0, paragraph.at[0]) + 1
        yield body[:line] + _as_paragraphs(words) + "\n\n" + body[line:], ()
    if words.startswith("\n") and column == len(paragraph.text):
        end = _behind_marks(body, paragraph.at[-1] + 1)
        yield body[:end] + "\n\n" + _as_paragraphs(words) + body[end:], ()
    escaped = escape(words).replace("\n", "\n\n") if column else escape(words, begins=True).replace("\n", "\n\n")
    for at in _gaps(body, paragraph, column, is_new_word=words[:1].isspace()):
        yield body[:at] + escaped + body[at:], ()


def _gaps(body: str, paragraph: Paragraph, column: int, *, is_new_word: bool) -> list[int]:
    """Where a place between two letters can be: behind the one, with its marks or without, or before the other."""
    if column == 0:
        return [paragraph.at[0]]
    behind = paragraph.at[column - 1] + 1
    beyond = _behind_marks(body, behind)
    gaps = [beyond, behind] if is_new_word else [behind, beyond]
    if column < len(paragraph.text):
        gaps.append(paragraph.at[column])
    return list(dict.fromkeys(gaps))


def _replacements(body: str, span: Span, words: str) -> Iterator[_Way]:
    place = placing.in_body(body, span)
    if place is None:
        return
    first, last = place.starts, place.ends
    if not words.strip():
        yield from _deletions(body, span, first, last, words)
    inside = [mark for mark in article_text.marks(body) if first <= mark.start < last]
    new = escape(words, begins=_begins_line(body, first)).replace("\n", "\n\n")
    outer, beyond = _wider(body, first, last)
    for marked in dict.fromkeys((_marked(body, first, inside, new), new + _text_of(body, inside))):
        yield body[:first] + marked + body[last:], ()
        yield body[:outer] + marked + body[beyond:], ()
    signs = _without_letters(body, span, first, last)
    lone = "".join(sign for sign in signs if sign in _EMPHASIS)
    if lone and body[:first].endswith(lone):
        yield body[: first - len(lone)] + new + body[last:], ()
    if lone and body.startswith(lone, last):
        yield body[:first] + new + body[last + len(lone) :], ()
    yield body[:first] + new + signs + body[last:], ()
    yield body[:first] + signs + new + body[last:], ()


def _deletions(body: str, span: Span, first: int, last: int, words: str) -> Iterator[_Way]:
    """Words go with the marks of quotations and sentences that go with them."""
    beyond = _behind_marks(body, last)
    touched = [mark for mark in article_text.marks(body) if first <= mark.start < beyond]
    gone = [mark for mark in touched if _goes(body, mark, span, first, last)]
    kept = _text_of(body, [mark for mark in touched if mark not in gone])
    column, paragraph = _paragraph_at(body, span.starts)
    if paragraph is not None and column == 0 and span.ends >= span.starts + len(paragraph.text):
        line = body.rfind("\n", 0, first) + 1
        end = _start_of_next(body, span.ends) or len(body)
        if kept == "":
            yield (body[:line] + body[end:]).rstrip("\n"), gone
    outer, further = _wider(body, first, beyond)
    yield body[:outer] + words + kept + body[further:], gone
    yield body[:first] + words + kept + body[beyond:], gone


def _marked(body: str, first: int, inside: Sequence[Mark], new: str) -> str:
    """New words with the marks of the old: each behind the same sentence or quotation, as counted, else at the end."""
    spots: list[tuple[int, str]] = []
    for mark in inside:
        ends = _QUOTE_END if mark.is_quote else _SENTENCE_END
        number = len(ends.findall(article_text.without_marks(body[first : mark.start])))
        there = [one.end() for one in ends.finditer(new)]
        spots.append((there[number - 1] if 0 < number <= len(there) else len(new), body[mark.start : mark.end]))
    for at, text in sorted(spots, key=lambda one: one[0], reverse=True):
        new = new[:at] + text + new[at:]
    return new


def _text_of(body: str, marks: Sequence[Mark]) -> str:
    return "".join(body[mark.start : mark.end] for mark in marks)


def _start_of_next(body: str, spot: int) -> int | None:
    """Where the line begins of the paragraph that starts at a place, or right behind it; None behind the last."""
    for paragraph, at in placing.with_places(article_text.paragraphs(body)):
        if at >= spot and paragraph.at:
            return body.rfind("\n", 0, paragraph.at[0]) + 1
    return None


def _goes(body: str, mark: Mark, span: Span, first: int, last: int) -> bool:
    """Whether all that a mark stands behind is gone: its quotation, or its sentence."""
    if mark.is_quote:
        quoted = [one for one in article_text.quotations(body) if one.number == mark.number and one.end <= mark.start]
        return bool(quoted) and first <= quoted[-1].start and quoted[-1].end <= last
    for paragraph, at in placing.with_places(article_text.paragraphs(body)):
        letters = [number for number, spot in enumerate(paragraph.at) if spot < mark.start]
        if letters and paragraph.at[0] <= mark.start <= paragraph.at[-1] + len("  [999]"):
            said = paragraph.text[: letters[-1] + 1]
            ends = [one.end() for one in _SENTENCE_END.finditer(said[:-1])]
            begins = at + (len(said[: ends[-1]]) if ends else 0)
            return span.starts <= begins + 1
    return False


def _wider(body: str, first: int, last: int) -> tuple[int, int]:
    """The same stretch with the signs of emphasis or the link that stand around it and around nothing else."""
    link = _LINK_END.match(body, last)
    if link and first > 0 and body[first - 1] == "[":
        first, last = first - 1, link.end()
    while first > 0 and last < len(body) and body[first - 1] in _EMPHASIS and body[first - 1] == body[last]:
        first, last = first - 1, last + 1
    return first, last


def _without_letters(body: str, span: Span, first: int, last: int) -> str:
    """What stands in a stretch of Markdown beside its letters: marks and signs."""
    column, paragraph = _paragraph_at(body, span.starts)
    if paragraph is None:
        return ""
    letters = set(paragraph.at[column : column + span.ends - span.starts])
    return "".join(body[at] for at in range(first, last) if at not in letters)


def _paragraph_at(body: str, spot: int) -> tuple[int, Paragraph | None]:
    """The paragraph of a place, and the letter of it."""
    last: tuple[int, Paragraph | None] = (0, None)
    for paragraph, at in placing.with_places(article_text.paragraphs(body)):
        if at > spot:
            break
        last = (min(spot - at, len(paragraph.text)), paragraph)
    return last


def _behind_marks(body: str, at: int) -> int:
    """Behind the marks that stand right there."""
    for mark in article_text.marks(body):
        if mark.start == at:
            at = mark.end
    return at


def _as_paragraphs(words: str) -> str:
    return "\n\n".join(escape(line.strip(), begins=True) for line in words.split("\n") if line.strip())


def _begins_line(body: str, at: int) -> bool:
    return at == 0 or body[at - 1] == "\n"


def escape(words: str, *, begins: bool = False) -> str:
    """Words as they stand in Markdown without being read as signs, or as a mark. begins: they stand first in a line."""
    kept = _SIGNS.sub(r"\\\1", words)
    return _BEGINS_LIKE.sub(_escaped_beginning, kept, count=1) if begins and _BEGINS_LIKE.match(kept) else kept


def _escaped_beginning(match: re.Match[str]) -> str:
    sign = match.group(2)
    # A backslash before a digit is read as one; before the period behind it, it keeps the number from being a list's.
    return f"{match.group(1)}\\{sign}" if not sign.isdigit() else f"{match.group(1)}{sign}\\"


def _read(text: str) -> str:
    """What is read: the letters, whatever the blanks and ends of paragraphs between."""
    return " ".join(text.split())


def _names(marks: Sequence[Mark]) -> list[tuple[bool, int]]:
    return [(mark.is_quote, mark.number) for mark in marks]
