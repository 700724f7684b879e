r"""What the text of an article says: its paragraphs, its marks, its quotations, its hash. Pure.

The text is Markdown. `[3]` behind words refers to a fact, `[q2]` behind a quotation to exact words; a reader sees
neither. Every paragraph knows, letter by letter, where its words stand in the Markdown, so that a change somebody made
in a Word file or on a page finds its place again.

    hash_of(title, body)        what an approval is bound to
    paragraphs(body)            what a reader reads, a Paragraph each
    plain(body)                 the same as one text, an empty line between paragraphs
    quotations(body)            words between quotation marks, with the number behind them
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

ParagraphKind = Literal["heading", "text", "item", "quote"]

LONGEST_BODY = 200_000
"""Characters of an article: a book's chapter. Longer ones are refused where they are saved."""

TERM_WORDS = 4
"""Up to so many words between quotation marks are a term or a title, unless a mark stands behind them."""

_MARK = re.compile(r"[ \t]?\[(q?)([1-9]\d{0,2})\](?!\()")
PLACEHOLDER = re.compile(r"\[\[([^\[\]\n]{1,1000})\]\]")
"""What is missing yet, in words: `[[Nothing yet on the cost. Ask, or look in the annual report.]]`. The check refuses
a text that has one, and no version with one is put before anybody."""

_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
_QUOTED = re.compile(r"“([^“”]{1,2000})”|(?<![\w\"])\"([^\"\n]{1,2000})\"")
_MARK_BEHIND = re.compile(r"[,.;:!?]?[ \t]?\[q([1-9]\d{0,2})\]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What a reader reads in one piece.

    level: of a heading, 1 to 6; else 0. at: for each character of `text` where it stands in the body; () where that
    cannot be said.
    """

    kind: ParagraphKind
    level: int
    text: str
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A reference in the body to a fact, or to exact words."""

    is_quote: bool
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks. `start` and `end` are those of the words in the body, without the quotation marks.

    number: that of the mark behind it; None without one.
    """

    words: str
    start: int
    end: int
    number: int | None


def clean(text: str) -> str:
    r"""The text as it is kept: composed letters, lines ended by "\n", no control characters, nothing behind the end."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(one for one in composed if one in "\n\t" or unicodedata.category(one) not in {"Cc", "Cs", "Co"})
    return "\n".join(line.rstrip() for line in kept.split("\n")).strip("\n")


def hash_of(title: str, body: str) -> str:
    """SHA-256 of what a reader reads: the title, and the text without its marks. 64 hexadecimal digits."""
    read = " ".join(clean(title).split()) + "\n\n" + without_marks(clean(body))
    return hashlib.sha256(read.encode()).hexdigest()


def marks(body: str) -> tuple[Mark, ...]:
    """The marks of a text in order, with the blank before each."""
    found = _MARK.finditer(body)
    return tuple(Mark(bool(one.group(1)), int(one.group(2)), one.start(), one.end()) for one in found)


def is_heading(line: str) -> bool:
    """Whether a line of Markdown is a heading of the form that outlines have: `## What changed`."""
    return _HEADING.match(line) is not None


def placeholders(body: str) -> tuple[str, ...]:
    """What a text says is missing, in order."""
    return tuple(" ".join(one.group(1).split()) for one in PLACEHOLDER.finditer(body))


def without_marks(body: str) -> str:
    """The Markdown as others get it."""
    return _MARK.sub("", body)


def word_count(body: str) -> int:
    """How many words a reader reads; what still stands for missing ones does not count."""
    return sum(len(PLACEHOLDER.sub(" ", paragraph.text).split()) for paragraph in paragraphs(body))


def plain(body: str) -> str:
    """What a reader reads, an empty line between paragraphs."""
    return "\n\n".join(paragraph.text for paragraph in paragraphs(body))


# --- paragraphs -------------------------------------------------------------------------------------------------------


MOST_SIGNS = 2_000
"""Brackets, stars and underscores of one paragraph up to which they mean links and emphasis; more of them are text."""

_SIGNS = re.compile(r"[\[\]*_]")


def markdown(body: str) -> MarkdownIt:
    """Reads the Markdown that articles are written in: paragraphs, headings, lists, quotes, emphasis, links; no HTML.

    In a body with a paragraph that nobody writes, such as ten thousand brackets, links and emphasis are read as text:
    to weigh them takes seconds.
    """
    reader = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False, "maxNesting": 20})
    reader.disable(["image", "html_block", "html_inline", "code", "fence", "backticks", "reference", "autolink"])
    if any(len(_SIGNS.findall(block)) > MOST_SIGNS for block in body.split("\n\n") if len(block) > MOST_SIGNS):
        reader.disable(["link", "emphasis"])
    return reader


@lru_cache(maxsize=64)
def paragraphs(body: str) -> tuple[Paragraph, ...]:
    """What a reader reads, in order. Marks are left out; list items and headings are paragraphs of their own."""
    bare, at = _bare(body)
    lines = _line_starts(bare)
    found: list[Paragraph] = []
    open_kinds: list[tuple[ParagraphKind, int]] = []
    for token in markdown(bare).parse(bare):
        kind = _kind_of(token)
        if kind is not None:
            open_kinds.append(kind)
        elif token.type.endswith("_close") and token.type[:-6] in _KINDS and open_kinds:
            open_kinds.pop()
        elif token.type == "inline" and token.map is not None:
            text = _words_of(token)
            if text.strip():
                first, last = lines[token.map[0]], lines[min(token.map[1], len(lines) - 1)]
                spots = _spots(text, bare, first, last)
                found.append(Paragraph(*_innermost(open_kinds), text, tuple(at[spot] for spot in spots)))
    return tuple(found)


_KINDS: dict[str, ParagraphKind] = {"heading": "heading", "list_item": "item", "blockquote": "quote"}


def _kind_of(token: Token) -> tuple[ParagraphKind, int] | None:
    if not token.type.endswith("_open") or token.type[:-5] not in _KINDS:
        return None
    level = int(token.tag[1]) if token.type == "heading_open" else 0
    return _KINDS[token.type[:-5]], level


def _innermost(open_kinds: list[tuple[ParagraphKind, int]]) -> tuple[ParagraphKind, int]:
    return open_kinds[-1] if open_kinds else ("text", 0)


def _words_of(inline: Token) -> str:
    """The words of a paragraph; a line break within it is a blank."""
    parts: list[str] = []
    for token in inline.children or ():
        if token.type in {"text", "code_inline", "text_special"}:
            parts.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
    return " ".join("".join(parts).split())


def _bare(body: str) -> tuple[str, list[int]]:
    """The body without marks, and where each of its characters (and its end) stands in the body."""
    parts: list[str] = []
    at: list[int] = []
    last = 0
    for mark in marks(body):
        parts.append(body[last : mark.start])
        at.extend(range(last, mark.start))
        last = mark.end
    parts.append(body[last:])
    at.extend(range(last, len(body) + 1))
    return "".join(parts), at


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(min(starts[-1] + len(line) + 1, len(text)))
    return starts


def _spots(text: str, source: str, first: int, last: int) -> list[int]:
    """Where each character of a paragraph stands in its source, which has signs of Markdown between; [] if unclear."""
    spots: list[int] = []
    position = first
    for character in text:
        while position < last and not _same(source[position], character):
            position += 1
        if position >= last:
            return []
        spots.append(position)
        position += 1
    return spots


def _same(one: str, other: str) -> bool:
    return one == other or (other == " " and one.isspace())


# --- quotations -------------------------------------------------------------------------------------------------------


def quotations(body: str) -> tuple[Quotation, ...]:
    """What stands between quotation marks, in order. A few words without a mark are a term, and are left out."""
    found: list[Quotation] = []
    for one in _QUOTED.finditer(body):
        group = 1 if one.group(1) is not None else 2
        if "\n\n" in one.group(group):
            continue
        behind = _MARK_BEHIND.match(body, one.end())
        number = int(behind.group(1)) if behind else _mark_inside(one.group(group))
        words = " ".join(without_marks(one.group(group)).split())
        if number is not None or len(words.split()) > TERM_WORDS:
            found.append(Quotation(words, one.start(group), one.end(group), number))
    return tuple(found)


def _mark_inside(words: str) -> int | None:
    """The number of a mark that stands before the closing quotation mark."""
    quoted = [mark.number for mark in marks(words) if mark.is_quote and mark.end == len(words)]
    return quoted[0] if quoted else None


_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "…": "..."})
_LEFT_OUT = re.compile(r"\.{3,4}|\. \. \.|\[[^\]\n]{0,200}\]")
_OTHER_CASE = re.compile(r"\[(\w)\](?=\w)")


def is_traced(words: str, exact: str) -> bool:
    """Whether quoted words stand in what was said, word for word and in order.

    The writer may leave words out ("...", "[...]"), put a name into square brackets, begin with a capital letter, and
    end with the comma or period that the sentence around it needs; nothing else.
    """
    said = _letters(exact)
    position = 0
    whole = _OTHER_CASE.sub(r"\1", words.translate(_ALIKE))
    pieces = [piece for piece in map(_letters, _LEFT_OUT.split(whole)) if piece]
    for piece in pieces:
        found = f" {said} ".find(f" {piece} ", position)
        if found < 0:
            return False
        position = found + len(piece)
    return bool(pieces)


def _letters(text: str) -> str:
    """The words alone: case and punctuation between them do not count, apostrophes and hyphens in them do."""
    folded = unicodedata.normalize("NFC", text).translate(_ALIKE).casefold()
    return " ".join(re.findall(r"[^\W_]+(?:['.,-][^\W_]+)*%?", folded))
