"""Whom a clause is about.

A sentence about one person often holds a second one ("succeeds Mary Doe, who served as ..."): what is said of her must
not become his.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from research.name_matching import compare, same_given
from research.names import is_credential
from research.pages.asides import stands_aside
from research.pages.lexicon import ADVERBS, AUXILIARIES, PREPOSITIONS, VERBS
from research.pages.person_names import NameSpan, find_names
from research.pages.tokens import Token, is_suffix, tokenize

_PRONOUNS = frozenset(["he", "she", "they"])
_NO_NAMES = frozenset(["jr", "sr", "ii", "iii", "iv", "dr", "mr", "ms", "mrs"])
_WORD = re.compile(r"[^\W\d_][\w’'-]+")
LONGEST_KEPT = 1_000
"""Characters of a sentence that is kept as read: every reader asks for the same ones, for each person in them."""


@lru_cache(maxsize=1024)
def name_words(name: str) -> frozenset[str]:
    """The words of a name that may stand for the person alone, lower case: not initials, not Jr. or III."""
    return frozenset(word.lower() for word in _WORD.findall(name)) - _NO_NAMES


@dataclass(frozen=True)
class Subjects:
    """Who is spoken of, by place in one sentence: True for our person, False for another."""

    marks: tuple[tuple[int, bool], ...]

    def ours_at(self, position: int) -> bool:
        """Whether a verb at this place speaks of our person: the nearest mention before it decides.

        With none before it ("Formerly a director at X, Doe will lead ..."), the first one behind it.
        """
        ours = self.marks[0][1] if self.marks else True
        for start, mine in self.marks:
            if start >= position:
                break
            ours = mine
        return ours


def subjects_of(sentence: str, name: str, others: Iterable[str] = ()) -> Subjects:
    """The mentions in the sentence that can be the subject of a verb behind them."""
    return (_read if len(sentence) > LONGEST_KEPT else _kept)(sentence, name, _words_of(tuple(others)))


@lru_cache(maxsize=8)
def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(name_words, names))


def names_in(sentence: str) -> tuple[list[Token], list[NameSpan]]:
    """The tokens of a sentence and the names among them, never to be changed by the caller."""
    return (_names if len(sentence) > LONGEST_KEPT else _kept_names)(sentence)


def _names(sentence: str) -> tuple[list[Token], list[NameSpan]]:
    tokens = tokenize(sentence)
    return tokens, find_names(tokens)


_kept_names = lru_cache(maxsize=256)(_names)


def _read(sentence: str, name: str, others: frozenset[str]) -> Subjects:
    tokens, spans = names_in(sentence)
    mine = name_words(name)
    foreign = others - mine
    marks: list[tuple[int, bool]] = []
    inside: set[int] = set()
    for span in spans:
        inside.update(range(span.outer_start, span.outer_end))
        words = {token.lower for token in tokens[span.start : span.end]}
        if words & mine and _same_person(tokens[span.start : span.end], name, mine):
            aside = stands_aside(sentence, tokens[span.outer_start].start, tokens[span.outer_end - 1].end)
            marks.append((tokens[span.start].start, not aside))
        elif _can_be_subject(tokens, span.outer_start, span.outer_end, known=bool(words & foreign)):
            marks.append((tokens[span.start].start, False))
    for at, token in enumerate(tokens):
        if not token.is_word or not (token.is_capital or token.lower in _PRONOUNS) or at in inside:
            continue
        if (whose := _whose(tokens, at, mine, foreign)) is not None:
            aside = token.is_capital and stands_aside(sentence, token.start, token.end)
            marks.append((token.start, whose and not aside))
    return Subjects(tuple(sorted(marks)))


_kept = lru_cache(maxsize=256)(_read)


def _whose(tokens: list[Token], at: int, mine: frozenset[str], foreign: frozenset[str]) -> bool | None:
    """Whether a single word speaks of our person (True) or of another (False); None when of nobody."""
    token = tokens[at]
    if token.lower in _PRONOUNS:
        return True
    if not token.is_capital:
        return None
    if token.lower in mine or _calls(token.lower, mine):
        return None if _is_object(tokens, at) else True
    known = token.lower in foreign and _can_be_subject(tokens, at, at + 1)
    return False if known or _is_strange_subject(tokens, at) else None


@lru_cache(maxsize=4096)
def _calls(word: str, mine: frozenset[str]) -> bool:
    """Whether a word is used for one of ours: "Bob" for Robert."""
    return any(same_given(word, own) for own in mine)


_PEOPLE_ONLY = frozenset("served worked graduated earned joined rejoined holds practiced completed retired".split())


def _is_strange_subject(tokens: list[Token], at: int) -> bool:
    """Whether a single capitalized word does what only people do: "Dave has served", "Dolan, who led"."""
    behind = tokens[at + 1 : at + 5]
    if (at and tokens[at - 1].is_capital) or not behind or behind[0].is_capital:
        return False
    if behind[0].text == ",":
        return len(behind) > 1 and behind[1].text == "who"
    for token in behind:
        if token.lower in _PEOPLE_ONLY:
            return True
        if token.lower not in AUXILIARIES and token.lower not in ADVERBS:
            return False
    return False


def _is_object(tokens: list[Token], at: int) -> bool:
    """Whether the word before makes the name no subject: "for legacy Doe", "with Doe"."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind and behind.is_word and behind.is_capital and not is_credential(behind.text):
        return True  # "the Ross School of Business" is not Ross
    before = tokens[at - 1] if at else None
    if before is None or not before.is_word or before.is_capital:
        return False
    return before.lower in PREPOSITIONS or before.lower in {
        "legacy",
        "the",
        "former",
        "thanked",
        "named",
        "congratulate",
    }


def _same_person(tokens: Sequence[Token], name: str, mine: frozenset[str]) -> bool:
    """Whether a full name that shares a word with ours is ours: "Ana Roe" is not "Bea Roe", "Bob" is "Robert"."""
    words = [token.text for token in tokens if token.is_word and not is_suffix(token)]
    if len(words) < 2 or words[0].lower() in mine:
        return True
    return compare(" ".join(words), name).verdict != "different"


def _can_be_subject(tokens: list[Token], start: int, end: int, *, known: bool = False) -> bool:
    """A name that begins the sentence or a clause, or that "who" or a verb follows: not the name of a prize or place.

    `known`: the page names that person elsewhere, so a comma behind the name is enough ("X, chief nurse, received").
    """
    after = tokens[end] if end < len(tokens) else None
    if after is None or after.text in {"'s", "’s"} or (after.is_word and after.is_capital):
        return False
    if after.text == "," and known:
        return True
    if after.text == "," and end + 1 < len(tokens):
        after = tokens[end + 1]
    if after.text in {"who", "whose"} or after.lower in VERBS or after.lower in AUXILIARIES:
        return True
    return start == 0


_OF_ANOTHER = re.compile(
    r"\b(?:succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|follow(?:s|ed|ing)|report(?:s|ed"
    r"|ing)?(?: directly)? to|predecessor|"
    r"under|alongside|advis(?:or|er|ed|es) to|assistant to|thank(?:s|ed)?|hired by|appointed by|honou?r(?:s|ed)? of)"
    r"[^,.;]{0,60}$",
    re.IGNORECASE,
)


def of_another(before: str) -> bool:
    """Whether the words just before a title make it somebody else's ("succeeds the former ...")."""
    return bool(_OF_ANOTHER.search(before[-70:]))
