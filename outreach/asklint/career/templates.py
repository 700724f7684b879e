"""Templates: rows of fields of meaning and words, written as data and compiled to expressions over marks.

A sentence is a row of tokens, each a few one-letter marks and a blank. A template is written in words:

- `WISH` a token of that field, `team` that very word, `team|WISH` either;
- `~3` up to three tokens of any sort, `=3` up to three tokens none of which turns to something else (field STOP);
- `( keep ME in mind | remember ME )` alternatives of several tokens, `?` behind a bracket or a token: may be absent;
- `!EVENT` the next token is not of that field; `@belong` another template by name;
- `^` the clause begins here.

A comma may stand behind any token. No gap passes a strong break (`;`, `:`, a dash, "but").
All quantifiers are bounded, so that expressions stay linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Generic, Protocol, TypeVar

COMMA, BREAK = ",", ";"
_FIRST_MARK = 0xE000
_PIECE = re.compile(r"[()]\??|\||[^\s()|]+(?:\|[^\s()|]+){0,60}")


@dataclass
class Marks:
    """One letter for each field and each word that a template speaks of; allotted when first met."""

    letters: dict[str, str] = field(default_factory=dict)
    _lengths: dict[str, int] = field(default_factory=dict)

    def of(self, name: str) -> str:
        """The letter of a field (capital letters) or of a single word (small letters)."""
        letter = self.letters.setdefault(name, chr(_FIRST_MARK + len(self.letters)))
        self._lengths.setdefault(letter, len(name))
        return letter

    def rank(self, need: frozenset[str]) -> tuple[int, int]:
        """How likely a sentence is to hold one of some marks: few and long words are rare."""
        return len(need), -min((self._lengths[mark] for mark in need), default=0)

    def words(self) -> Iterator[tuple[str, str]]:
        """The single words that templates speak of, with their letters."""
        return ((name, letter) for name, letter in self.letters.items() if not name.isupper())


Payload = TypeVar("Payload")


class Marked(Protocol):
    """What templates are matched against: marks as one string, the marks held, and where tokens begin."""

    @property
    def text(self) -> str:
        """The marks of all tokens, a blank behind each."""

    @property
    def held(self) -> frozenset[str]:
        """The marks that stand in `text`."""

    def at(self, place: int) -> int:
        """The token at a place of `text`."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template over marks. `needs`: sets of marks; a row without one of each set cannot match."""

    pattern: str
    needs: tuple[frozenset[str], ...]

    @property
    def expression(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first tried: few of the templates ever are."""
        return _compiled(self.pattern)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def compile_template(text: str, marks: Marks, named: Mapping[str, str]) -> Template:
    """Reads a template.

    Raises:
        ValueError: an unknown name, or brackets that do not close.
    """
    pieces = list(_pieces(text, named))
    if pieces.count("(") != pieces.count(")") + pieces.count(")?"):
        raise ValueError(f"a bracket does not close: {text}")
    pattern = "".join(_expression(piece, marks) for piece in pieces)
    if _begins_with_token(pieces):
        pattern = f"{_WHERE_ONE_BEGINS}(?:{pattern})"
    return Template(pattern, tuple(sorted(_needs(pieces, marks), key=len)))


_WHERE_ONE_BEGINS = "(?<![^ ])"
"""Tried at the first mark of each token alone. What stands behind would match there if it did farther in."""


def _begins_with_token(pieces: Sequence[str]) -> bool:
    """Whether nothing that a token must not hold stands before the first token that has to be there."""
    depth = 0
    for piece in pieces:
        if piece[0] in "!=":
            return False
        depth += (piece == "(") - (piece in (")", ")?"))
        is_token = piece[0] not in "()|~^" and piece[-1] != "?"
        if depth == 0 and (is_token or piece == ")"):
            return True
    return False


def _pieces(text: str, named: Mapping[str, str]) -> Iterator[str]:
    for piece in _PIECE.findall(text):
        if not piece.startswith("@"):
            yield piece
            continue
        name = piece[1:].rstrip("?")
        if name not in named:
            raise ValueError(f"no template is called {name}: {text}")
        yield "("
        yield from _pieces(named[name], named)
        yield ")?" if piece.endswith("?") else ")"


def _expression(piece: str, marks: Marks) -> str:
    if piece in ("|", ")", ")?"):
        return piece
    if piece == "(":
        return "(?:"
    if piece == "^":
        return f"(?:(?<=[{BREAK}{COMMA}] )|(?<![^\\n]))"
    if piece[0] == "~":
        return f"(?:[^ {BREAK}]* ){{0,{int(piece[1:])}}}?"
    if piece[0] == "=":
        return f"(?:[^ {BREAK}{marks.of('STOP')}]* (?!{COMMA} )){{0,{int(piece[1:])}}}?"
    if piece[0] == "!":
        return f"(?!{_token(piece[1:], marks)})"
    if piece[-1] == "?":
        return f"(?:{_token(piece[:-1], marks)})?"
    return _token(piece, marks)


def _token(piece: str, marks: Marks) -> str:
    letters = "".join(marks.of(name) for name in piece.split("|"))
    return f"[^ {BREAK}]*[{letters}][^ {BREAK}]* (?:{COMMA} )?"


def _needs(pieces: list[str], marks: Marks) -> list[frozenset[str]]:
    """What has to be there: each token outside brackets, and of a bracket one token of each alternative."""
    needs, rest = _sequence(pieces, 0, marks)
    if rest != len(pieces):
        raise ValueError(f"alternatives of several tokens stand in brackets: {' '.join(pieces)}")
    return needs


def _sequence(pieces: list[str], at: int, marks: Marks) -> tuple[list[frozenset[str]], int]:
    """The needs of a row of pieces, up to where its alternative or bracket ends."""
    needs: list[frozenset[str]] = []
    while at < len(pieces) and pieces[at] not in ("|", ")", ")?"):
        piece = pieces[at]
        if piece == "(":
            of_bracket, at = _bracket(pieces, at + 1, marks)
            if pieces[at] == ")" and of_bracket:
                needs.append(of_bracket)
        elif piece[0] not in "~=!^" and piece[-1] != "?":
            needs.append(frozenset(marks.of(name) for name in piece.split("|")))
        at += 1
    return needs, at


def _bracket(pieces: list[str], at: int, marks: Marks) -> tuple[frozenset[str], int]:
    """The smallest set of which each alternative needs one; empty where an alternative needs nothing."""
    found: set[str] = set()
    is_needed = True
    while True:
        needs, at = _sequence(pieces, at, marks)
        is_needed = is_needed and bool(needs)
        if needs:
            rarest = min(needs, key=marks.rank)
            found |= rarest
        if pieces[at] != "|":
            return frozenset(found if is_needed else ()), at
        at += 1


class TemplateSet(Generic[Payload]):
    """Templates with what they stand for, found by the rarest mark that each needs: most are never tried."""

    def __init__(self, templates: Sequence[tuple[Payload, Template]]) -> None:
        commonness: dict[str, int] = {}
        for _, template in templates:
            for mark in {mark for need in template.needs for mark in need}:
                commonness[mark] = commonness.get(mark, 0) + 1
        self._templates = templates
        self._by_mark: dict[str, list[int]] = {}
        self._always: list[int] = []
        for at, (_, template) in enumerate(templates):
            rarest = min(template.needs, key=lambda need: sum(commonness[mark] for mark in need), default=None)
            for mark in rarest or ():
                self._by_mark.setdefault(mark, []).append(at)
            if not rarest:
                self._always.append(at)
        self._marks = frozenset(self._by_mark)

    def matches(
        self, row: Marked, is_about: Callable[[Payload], bool] = lambda _: True
    ) -> Iterator[tuple[Payload, int, int]]:
        """What each match stands for, with its first and one past its last token; only where `is_about` says so."""
        held = row.held
        tried = {at for mark in held & self._marks for at in self._by_mark[mark]}
        for number in (*self._always, *sorted(tried)):
            payload, template = self._templates[number]
            for need in template.needs:
                if held.isdisjoint(need):
                    break
            else:
                if is_about(payload):
                    yield from ((payload, first, last) for first, last in _places(template, row))


def _places(template: Template, row: Marked) -> Iterator[tuple[int, int]]:
    for match in template.expression.finditer(row.text):
        if match.end() > match.start():
            yield row.at(match.start()), row.at(match.end() - 1) + 1
