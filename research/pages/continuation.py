"""Sentences that go on about a person without naming them: "Under his leadership, ...", "The program reduced ...".

The readers of people give the sentences that name somebody or say "she". What follows in the same paragraph and
leans on it belongs to the same person, as long as nobody else is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from research.name_matching import same_given
from research.names import parse_name
from research.pages.late_regex import late_regex
from research.pages.model import PageText, PersonFound
from research.pages.sentence_words import words_in
from research.pages.sentences import folded_sentences
from research.pages.subjects import name_words, names_in
from research.parse import fold

MAX_LINE = 30_000
"""Characters of one paragraph that are read."""
MAX_GAP = 2
"""Sentences in a row that may lean on one that names the person."""

_LEANS = late_regex(
    r"\b(?:his|her)\s[a-z]|^(?:Additional(?:ly)?|Other|These|This|That|Those|The (?:program|initiative"
    r"|effort|project|campaign|result|work|clinic|center|partnership|model)s?|"
    r"As a result|Its?|Since then|Accomplishments|Responsibilities|Achievements|Prior|Previous|Earlier"
    r"|Before that|Among)\b",
)
_CAPITAL = late_regex(r"\b[A-ZÀ-Þ][\w’'-]{1,40}")
_SOMEBODY = late_regex(r"\b[A-Z][\w’'-]{1,40}, who\b|\b(?:Dr|Mr|Ms|Mrs)\. [A-Z]")
_GOES_ON = late_regex(r"(?:He|She)\s(?!said|says|added|noted)")
_SPEECH = late_regex(r"^[“\"]")


def with_continuations(people: Sequence[PersonFound], page: PageText) -> tuple[PersonFound, ...]:
    """The people, their passages completed by the sentences that lean on them, all in the page's order.

    A passage that names nobody stays only with the person who was named last before it: "He also chairs ..." under the
    next biography is that one's, not the one before's.
    """
    if not people:
        return ()
    names = _Names(people)
    owned = _owners_of(people)
    added: list[dict[str, str]] = [{} for _ in people]
    misplaced: list[set[str]] = [set() for _ in people]
    named: int | None = None
    before: int | None = None  # whom the paragraph before ended with
    for line in page.lines:
        if line.furniture:
            continue
        owner, gap, last = None, 0, ""
        for place, sentence in enumerate(folded_sentences(line.text[:MAX_LINE])):
            first, holders = names.first_in(sentence, named), owned.get(sentence, ())
            if first is None:
                for number in (n for n in holders if n != named):
                    misplaced[number].add(sentence)
                    if named is not None and named not in holders:
                        added[named][sentence] = ""
            named = named if first is None else first
            owners = [n for n in holders if sentence not in misplaced[n]]
            if place == 0 and before is not None and not owners and _GOES_ON.match(sentence):
                owner = before
            if owners:
                owner, gap, last = (owners[0] if len(owners) == 1 else None), 0, sentence
            elif owner is not None and gap < MAX_GAP and _leans(sentence, names, owner):
                added[owner][sentence] = last
                last, gap = sentence, gap + 1
            else:
                owner = None
        before = owner
    return tuple(_joined(person, more, wrong) for person, more, wrong in zip(people, added, misplaced, strict=True))


def _owners_of(people: Sequence[PersonFound]) -> dict[str, tuple[int, ...]]:
    """Whose passage each sentence is, by the people's numbers in order."""
    owners: dict[str, tuple[int, ...]] = {}
    for number, person in enumerate(people):
        for sentence in {fold(passage) for passage in person.passages}:
            owners[sentence] = (*owners.get(sentence, ()), number)
    return owners


class _Names:
    """The words that name each of the people."""

    def __init__(self, people: Sequence[PersonFound]) -> None:
        self.words = [name_words(person.name) for person in people]
        self.given = [parse_name(person.name).given for person in people]
        self._owners: dict[str, list[int]] = {}
        for number, words in enumerate(self.words):
            for word in words:
                self._owners.setdefault(word, []).append(number)
        self._parts = words_in(" ".join(self._owners))

    def first_in(self, sentence: str, current: int | None) -> int | None:
        """The person named first; of several with that name the one who is spoken of already, else the first."""
        if self._parts.isdisjoint(words_in(sentence)):
            return None
        for word in _CAPITAL.findall(sentence):
            owners = self._owners.get(word.lower().removesuffix("’s").removesuffix("'s"))
            if owners:
                return current if current in owners else owners[0]
        return None

    def of_another(self, words: set[str], owner: int) -> bool:
        """Whether one of the words names somebody else and is none of the owner's own."""
        strange = words - self.words[owner]
        return any(number != owner for word in strange for number in self._owners.get(word, ()))


def _leans(sentence: str, names: _Names, owner: int) -> bool:
    """Whether the sentence goes on about the owner: "his", "the program", "He", or a nickname ("Rick" for Richard)."""
    called = re.match(r"[A-Z][\w’'-]{1,20}", sentence)
    nickname = called is not None and same_given(called.group(0), names.given[owner])
    if not (nickname or _LEANS.search(sentence) or _GOES_ON.match(sentence)):
        return False
    if _SOMEBODY.search(sentence) or _SPEECH.match(sentence) or re.search(r"\b(?:we|our|I|my)\b", sentence):
        return False
    tokens, spans = names_in(sentence)
    capitals = {token.lower for token in tokens if token.is_capital}
    if names.of_another(capitals, owner):
        return False
    return not any(span.certain for span in spans)


def _joined(person: PersonFound, more: dict[str, str], misplaced: set[str]) -> PersonFound:
    """The person without the misplaced passages, and with each further sentence behind the one that it leans on."""
    if not more and not misplaced:
        return person
    passages = [passage for passage in person.passages if fold(passage) not in misplaced]
    for sentence, anchor in more.items():
        places = [number for number, passage in enumerate(passages) if fold(passage) == anchor]
        passages.insert(places[-1] + 1 if places else len(passages), sentence)
    return replace(person, passages=tuple(passages))
