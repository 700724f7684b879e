"""Which sentences of a page are about whom: by whole name, surname, first name, he or she."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from research.names import parse_name
from research.pages.model import Line, PageText, PersonFound
from research.pages.person_names import is_name_line
from research.pages.sentence_words import words_in
from research.pages.sentences import sentences

_PRONOUN = re.compile(
    r"\s{0,3}[“\"‘']?(?:He|She|His|Her|In (?:his|her)|During (?:his|her)|Prior|Previously|Before|As|After|"
    r"Most recently|Currently|Additionally|In addition)\b"
)
_WORD = re.compile(r"[^\W\d_]++(?:[’'-](?!s\b)[^\W\d_]++){0,4}+")
_PERSONAL = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
MAX_PASSAGES = 60
MAX_PASSAGE = 2000


class _Names:
    """The people's short names, those that two people share left out."""

    def __init__(self, people: Sequence[PersonFound]) -> None:
        self.people = people
        self.words: dict[str, set[int]] = {}
        self.whole: dict[str, set[int]] = {}
        for number, person in enumerate(people):
            parsed = parse_name(person.name)
            family = parsed.family.split()[-1] if parsed.family else person.name
            self.whole.setdefault(family, set()).add(number)
            for word in (family, parsed.given, parsed.nickname):
                if len(word) > 2 or word == family:
                    self.words.setdefault(word, set()).add(number)
        self._parts = words_in(" ".join(self.words))

    def in_order(self, sentence: str) -> list[int]:
        """Everybody named in a sentence, in order."""
        if self._parts.isdisjoint(words_in(sentence)):
            return []  # most sentences name nobody, and to take one apart costs much more than to look
        found: dict[int, None] = {}
        for word in _WORD.findall(sentence):
            numbers = self.words.get(word)
            if numbers is None:
                continue
            if len(numbers) == 1:
                found.setdefault(next(iter(numbers)))
            else:
                for number in self.whole.get(word, ()):
                    if self.people[number].name in sentence:
                        found.setdefault(number)
        return list(found)


def passages_of(page: PageText, people: tuple[PersonFound, ...]) -> tuple[PersonFound, ...]:
    """The people with `passages` filled: each sentence that names them, and those that go on about them."""
    if not people:
        return people
    names = _Names(people)
    gathered: list[list[str]] = [[] for _ in people]
    card: int | None = None
    for line in page.lines:
        if line.furniture:
            continue
        card = _card_owner(line, names, card)
        current = card
        for sentence in sentences(line.text[:30_000]):
            current = _place(sentence, names, gathered, current)
    return tuple(
        replace(person, passages=tuple(dict.fromkeys(found))) for person, found in zip(people, gathered, strict=True)
    )


def _place(sentence: str, names: _Names, gathered: list[list[str]], current: int | None) -> int | None:
    named = names.in_order(sentence)
    for number in named:
        _add(gathered[number], sentence)
    if named:
        return named[0]
    if current is not None and (_PRONOUN.match(sentence) or _PERSONAL.search(sentence)):
        _add(gathered[current], sentence)
    return current


def _add(found: list[str], sentence: str) -> None:
    if len(found) < MAX_PASSAGES and len(sentence) <= MAX_PASSAGE:
        found.append(sentence)


def _card_owner(line: Line, names: _Names, card: int | None) -> int | None:
    """The person whose card or biography begins with this line; a heading that is no name ends one."""
    if len(line.text) < 120 and (is_name_line(line.text) or line.role == "heading"):
        named = names.in_order(line.text)
        if named:
            return named[0]
    return None if line.role == "heading" else card
