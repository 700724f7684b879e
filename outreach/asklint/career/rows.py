"""A sentence as a row of tokens with their marks: what the templates are matched against."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from outreach.asklint.career.tables import read_table
from outreach.asklint.career.templates import BREAK, COMMA, Marks
from outreach.asklint.reading import Sentence

MOST_TOKENS = 160
"""A row is never longer; what a sentence has beyond makes another row."""

_TURNS = frozenset({"but", "however", "though", "although", "nevertheless", "nonetheless", "whereas"})
_NO_HOUSE = frozenset(
    "may january february march april june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday dr mr mrs ms mx prof i i'd i'm i've i'll".split()
)
_SHORTEST_FRAGILE, _LONGEST_FRAGILE = 6, 16
_STRONG = re.compile(r"[;:—–()\[\]|•·]|\s-{1,2}\s")
_LINE_END = re.compile(r"\n")


class Token(NamedTuple):
    """A word of the row: its place in the message's text, and its marks. Breaks have the marks `;` or `,`."""

    start: int
    end: int
    marks: str


class Row(NamedTuple):
    """Tokens, their marks as one string (each token's marks and a blank), and where each token begins in it."""

    tokens: tuple[Token, ...]
    text: str
    begins: tuple[int, ...]
    held: frozenset[str]

    @classmethod
    def of(cls, tokens: Iterable[Token]) -> Row:
        """The row of some tokens."""
        kept = tuple(tokens)
        begins, at = [], 0
        for _, _, marks in kept:
            begins.append(at)
            at += len(marks) + 1
        text = " ".join([marks for _, _, marks in kept]) + " " * bool(kept)
        return cls(kept, text, tuple(begins), frozenset(text))

    def at(self, place: int) -> int:
        """The token at a place of `text`."""
        return bisect_right(self.begins, place) - 1

    def without(self, hidden: frozenset[int], kept: frozenset[str] = frozenset()) -> Row:
        """The row with some tokens that say nothing any more but for the marks of `kept`; breaks stay."""
        if not hidden:
            return self
        return Row.of(
            Token(token.start, token.end, "".join(mark for mark in token.marks if mark in kept))
            if at in hidden and token.marks not in (BREAK, COMMA)
            else token
            for at, token in enumerate(self.tokens)
        )

    def unmarked(self, places: frozenset[int], mark: str) -> Row:
        """The row without one mark at some tokens."""
        if not places or mark not in self.held:
            return self
        return Row.of(
            Token(token.start, token.end, token.marks.replace(mark, "")) if at in places else token
            for at, token in enumerate(self.tokens)
        )

    def next_break(self, at: int) -> int:
        """The next strong break from a token on, or the end."""
        while at < len(self.tokens) and self.tokens[at].marks != BREAK:
            at += 1
        return at

    def clause_begin(self, at: int) -> int:
        """The first token of the clause that a token stands in."""
        while at and self.tokens[at - 1].marks not in (BREAK, COMMA):
            at -= 1
        return at

    def clause(self, first: int, last: int) -> tuple[int, int]:
        """Where the clauses around a match stand in the message's text."""
        begin = self.clause_begin(first)
        while last < len(self.tokens) and self.tokens[last].marks not in (BREAK, COMMA):
            last += 1
        words = [token for token in self.tokens[begin:last] if token.end > token.start]
        return words[0].start, words[-1].end


class Lexicon:
    """Gives words their marks; knows contractions, other spellings and, for a few long words, one wrong letter."""

    def __init__(self, marks: Marks) -> None:
        words = read_table("words")
        self._dropped = frozenset(words["dropped"].split())
        self._right = frozenset(words["right_as_written"].split())
        self._spelled: Mapping[str, str] = words["spelled"]
        self._split: Mapping[str, str] = words["split"]
        self._marks = _marks_of_words(marks)
        self._digits = marks.of("DIGITS")
        self._own, self._name = marks.of("ORG"), marks.of("NAME")
        fragile = words["fragile"].split()
        self._near = {short: word for word in fragile for short in _one_less(word)}
        self._near |= {word: word for word in fragile}
        self.marks_of = lru_cache(maxsize=8192)(self._marks_of)

    def rows(self, sentence: Sentence, organization: frozenset[str], *, lines_break: bool = False) -> Iterator[Row]:
        """The rows of a sentence; `lines_break` where each line stands for itself, as in a signature."""
        tokens = self._tokens(sentence, organization, lines_break)
        for at in range(0, len(tokens), MOST_TOKENS):
            yield Row.of(tokens[at : at + MOST_TOKENS])

    def _tokens(self, sentence: Sentence, organization: frozenset[str], lines_break: bool) -> list[Token]:  # noqa: FBT001
        found: list[Token] = []
        text, begin = sentence.text, sentence.start
        before = begin
        for word, start, end in sentence.words:
            between = text[before - begin : start - begin]
            if between != " " and between:
                found += _breaks(between, before, lines_break)
            before = end
            of_word = self.marks_of(word)
            name = self._name_marks(word, text[start - begin], organization, start == begin) if of_word else ""
            for marks in of_word:
                found.append(Token(start, start, BREAK) if marks == BREAK else Token(start, end, marks + name))
        return found

    def _name_marks(self, word: str, letter: str, organization: frozenset[str], is_first: bool) -> str:  # noqa: FBT001
        """The mark of a word in a name, by its first letter as it is written; none for the sentence's first."""
        if organization and word.removesuffix("'s") in organization:
            return self._own
        if is_first or not letter.isupper() or len(word) < 2 or word[1] == "'":
            return ""
        return "" if word in _NO_HOUSE else self._name

    def _marks_of(self, word: str) -> tuple[str, ...]:
        """The marks of each token that a word stands for; none for a word that changes nothing."""
        if word in self._dropped:
            return ()
        if word in self._split:
            return tuple(marks for part in self._split[word].split() for marks in self._marks_of(part))
        word = self._spelled.get(word, word)
        marks = self._marks.get(word)
        if marks is None and word.endswith("'s"):
            marks = self._marks.get(word[:-2])
        if marks is None and "-" in word:
            return tuple(part_marks for part in word.split("-") for part_marks in self._marks_of(part))
        if marks is None and any(letter.isdigit() for letter in word):
            return (self._digits,)
        if marks is None:
            marks = self._marks.get(self._meant(word), "")
        return (BREAK, marks) if word in _TURNS else (marks,)

    def _meant(self, word: str) -> str:
        """The fragile word that a word is most likely a slip of; the word itself where there is none."""
        if not _SHORTEST_FRAGILE <= len(word) <= _LONGEST_FRAGILE or word in self._right:
            return word
        near = (self._near.get(short) for short in (word, *_one_less(word)))
        return next((meant for meant in near if meant and meant[0] == word[0]), word)


def _one_less(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(1, len(word)))


def _breaks(between: str, at: int, lines_break: bool) -> Iterator[Token]:  # noqa: FBT001
    if _STRONG.search(between) or (lines_break and _LINE_END.search(between)):
        yield Token(at, at, BREAK)
    elif COMMA in between:
        yield Token(at, at, COMMA)


def _marks_of_words(marks: Marks) -> Mapping[str, str]:
    found: dict[str, set[str]] = {}
    for name, words in read_table("fields").items():
        for form in _forms(words.split()):
            found.setdefault(form, set()).add(marks.of(name))
    for word, letter in list(marks.words()):
        found.setdefault(word, set()).add(letter)
    return {word: "".join(sorted(letters)) for word, letters in found.items()}


def _forms(words: Iterable[str]) -> Iterator[str]:
    for entry in words:
        word, _, sort = entry.partition("/")
        yield word
        if sort == "n":
            yield _plural(word)
        elif sort in ("v", "b"):
            stem = word[:-1] if word.endswith("e") and not word.endswith(("ee", "oe")) else word
            doubled = stem + stem[-1] if _doubles(word) else stem
            yield from (_plural(word), doubled + "ing")
            if sort == "v":
                yield (word[:-1] + "ied") if _ends_in_consonant_y(word) else doubled + "ed"


def _doubles(word: str) -> bool:
    return word in {
        "get",
        "begin",
        "put",
        "cut",
        "plan",
        "sit",
        "fit",
        "drop",
        "transfer",
        "refer",
        "submit",
        "commit",
        "run",
        "tag",
        "win",
        "let",
        "set",
        "dig",
        "travel",
        "counsel",
        "quit",
        "step",
        "pop",
        "crop",
    }


def _ends_in_consonant_y(word: str) -> bool:
    return word.endswith("y") and word[-2] not in "aeiou"


def _plural(word: str) -> str:
    if _ends_in_consonant_y(word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh", "z")) else "s")
