"""Sentences that go on about a person without naming them: "Under his leadership, ...", "The program reduced ...".

The readers of people give the sentences that name somebody or say "she". What follows in the same paragraph and
leans on it belongs to the same person, as long as nobody else is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from research.pages.model import PageText, PersonFound
from research.pages.person_names import find_names
from research.pages.sentences import sentences
from research.pages.subjects import name_words
from research.pages.tokens import tokenize
from research.parse import fold

MAX_LINE = 30_000
"""Characters of one paragraph that are read."""
MAX_GAP = 2
"""Sentences in a row that may lean on one that names the person."""

_LEANS = re.compile(
    r"\b(?:his|her)\s[a-z]|^(?:Additional(?:ly)?|Other|These|This|That|Those|The (?:program|initiative"
    r"|effort|project|campaign|result|work|clinic|center|partnership|model)s?|"
    r"As a result|Its?|Since then|Accomplishments|Responsibilities|Achievements|Prior|Previous|Earlier"
    r"|Before that|Among)\b",
)
_SPEECH = re.compile(r"^[“\"]")


def with_continuations(people: Sequence[PersonFound], page: PageText) -> tuple[PersonFound, ...]:
    """The people, their passages completed by the sentences that lean on them, all in the page's order."""
    if not people:
        return ()
    owned = [frozenset(fold(passage) for passage in person.passages) for person in people]
    added: list[dict[str, str]] = [{} for _ in people]
    words = [name_words(person.name) for person in people]
    for line in page.lines:
        if line.furniture or len(line.text) < 80:
            continue
        owner: int | None = None
        gap, last = 0, ""
        for sentence in map(fold, sentences(line.text[:MAX_LINE])):
            owners = [number for number, passages in enumerate(owned) if sentence in passages]
            if owners:
                owner, gap = (owners[0] if len(owners) == 1 else None), 0
                last = sentence
                continue
            if owner is None or gap >= MAX_GAP or not _leans(sentence, words, owner):
                owner = None
                continue
            added[owner][sentence] = last
            last, gap = sentence, gap + 1
    return tuple(_joined(person, more) for person, more in zip(people, added, strict=True))


def _leans(sentence: str, words: Sequence[frozenset[str]], owner: int) -> bool:
    if not _LEANS.search(sentence) or _SPEECH.match(sentence) or re.search(r"\b(?:we|our|I|my)\b", sentence):
        return False
    tokens = tokenize(sentence)
    capitals = {token.lower for token in tokens if token.is_capital}
    if any(capitals & (other - words[owner]) for number, other in enumerate(words) if number != owner):
        return False
    return not any(span.certain for span in find_names(tokens))


def _joined(person: PersonFound, more: dict[str, str]) -> PersonFound:
    """The person with each further sentence put behind the one that it leans on."""
    if not more:
        return person
    passages = list(person.passages)
    for sentence, anchor in more.items():
        places = [number for number, passage in enumerate(passages) if fold(passage) == anchor]
        passages.insert(places[-1] + 1 if places else len(passages), sentence)
    return replace(person, passages=tuple(passages))
