"""Where a text turns from one person to somebody else, and its "he" or "she" no longer tells whom it means.

"Ana Doe introduced Bo Lim. She holds a doctorate" may tell of either: what is unsure is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from research.pages.asides import KIN, stands_aside
from research.pages.late_regex import late_regex
from research.pages.model import PageText, PersonFound
from research.pages.sentence_words import words_in
from research.pages.sentences import folded_sentences
from research.pages.subjects import name_words
from research.parse import fold

MAX_LINE = 30_000
"""Characters of one paragraph that are read."""
_PRONOUNS = frozenset({"he", "she", "his", "her"})
_CAPITAL = late_regex(r"\b[A-ZÀ-Þ][\w’'-]{1,40}")
_GROUP = late_regex(r"[A-ZÀ-Þ][\w.’'-]{0,30}(?:\s[A-ZÀ-Þ][\w.’'-]{0,30}){0,4}")
_POSSESSIVE = late_regex(r"[’']s$")
_KIN_FIRST = late_regex(
    rf"\A\W{{0,2}}(?:His|Her|(?:[A-Z][\w-]{{1,30}}\s){{0,2}}[A-Z][\w-]{{1,30}}[’']s?)\s(?:[a-z-]{{2,12}}\s){{0,2}}{KIN}\b"
)
_TURNS_TO = late_regex(
    r"\b(?:introduc(?:es|ed)|present(?:s|ed)|thank(?:s|ed)|congratulat(?:es|ed)|honou?r(?:s|ed)|prais(?:es|ed)"
    r"|interview(?:s|ed)|mentor(?:s|ed)|train(?:s|ed)|hir(?:es|ed)|recruit(?:s|ed)|married|met|welcom(?:es|ed)"
    r"|nominat(?:es|ed))\s(?:(?:his|her)\s[a-z-]{3,15}\s)?(?:(?:Dr|Mr|Ms|Mrs)\.?\s)?"
    r"(?P<whom>[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w.’'-]{0,30}){1,3})(?=[.!]?$|,\s(?:who|a|an|the)\b)"
)
"""A verb that brings somebody else in, whom the next sentence may go on about."""
_TURNING = frozenset(
    """introduces introduced presents presented thanks thanked congratulates congratulated honors honored honours
    honoured praises praised interviews interviewed mentors mentored trains trained hires hired recruits recruited
    married met welcomes welcomed nominates nominated""".split()
)
"""Its verbs: one of them stands in a sentence on which the pattern is tried."""
_HE, _SHE = late_regex(r"\W{0,2}(?:He|His)\b"), late_regex(r"\W{0,2}(?:She|Her)\b")


def without_unsure(people: Sequence[PersonFound], page: PageText) -> tuple[PersonFound, ...]:
    """The people without the passages whose "he" or "she" may be somebody else; all else stays, in order."""
    words = [name_words(person.name) for person in people]
    unsure = set(_unsure(page, frozenset().union(*words))) if people else set()
    return tuple(_of_one_kind(_without(person, unsure), own) for person, own in zip(people, words, strict=True))


def _without(person: PersonFound, unsure: set[str]) -> PersonFound:
    kept = tuple(passage for passage in person.passages if fold(passage) not in unsure)
    return person if len(kept) == len(person.passages) else replace(person, passages=kept)


def _unsure(page: PageText, known: frozenset[str]) -> Iterator[str]:
    """The sentences that say "he" or "she" behind one that turns to somebody else, up to the next name."""
    turned = False
    for line in page.lines:
        if line.furniture:
            continue
        turned = turned and line.role != "heading"
        for sentence in folded_sentences(line.text[:MAX_LINE]):
            named = _names_in(sentence, known)
            if named:
                turned = _turns_away(sentence, named, known)
            elif _KIN_FIRST.match(sentence):
                turned = True
            elif turned and not _PRONOUNS.isdisjoint(words_in(sentence)):
                yield sentence
            elif _brings_in(sentence):
                turned = True


def _names_in(sentence: str, known: frozenset[str]) -> list[re.Match[str]]:
    """The groups of capitalized words that hold a known name."""
    if known.isdisjoint(words_in(sentence)):
        return []
    return [
        group
        for group in _GROUP.finditer(sentence)
        if any(_POSSESSIVE.sub("", word).lower() in known for word in _CAPITAL.findall(group.group(0)))
    ]


def _brings_in(sentence: str) -> re.Match[str] | None:
    """Where a sentence brings somebody in."""
    return None if _TURNING.isdisjoint(words_in(sentence)) else _TURNS_TO.search(sentence)


def _turns_away(sentence: str, named: Sequence[re.Match[str]], known: frozenset[str]) -> bool:
    if _KIN_FIRST.match(sentence) or all(stands_aside(sentence, *group.span()) for group in named):
        return True
    brings = _brings_in(sentence)
    if brings is None:
        return False
    # "Elm hired Ana Doe. She ..." goes on about her: nobody was named before.
    strange = known.isdisjoint(name_words(brings["whom"]))
    return strange or named[0].start() < brings.start()


def _of_one_kind(person: PersonFound, own: frozenset[str]) -> PersonFound:
    """The person without the passages that open with the other pronoun: nobody is "he" and "she" on one page."""
    leaning = [passage for passage in person.passages if own.isdisjoint(words_in(passage))]
    his, hers = ([p for p in leaning if opens.match(p)] for opens in (_HE, _SHE))
    if not his or not hers:
        return person
    wrong = set(his if len(his) < len(hers) else hers if len(hers) < len(his) else (*his, *hers))
    return replace(person, passages=tuple(passage for passage in person.passages if passage not in wrong))
