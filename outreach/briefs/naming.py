"""How a brief names somebody: by the letters that its typefaces have, by the pronouns that are recorded. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from outreach.briefs.material import Leader
from outreach.drafts.letter_grammar import clean, possessive
from outreach.drafts.letter_people import named

NO_LETTERS = "Name in another script"
"""Stands for a name of which nothing can be printed."""

_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "MODIFIER LETTER", "COMBINING", "FEMININE", "MASCULINE")
"""Beginnings of the Unicode names of letters and marks that the typefaces have."""

_NOTE = "The name is also written in another script, which is left out here."
_NOTE_WITHOUT = "The name is written in another script, which cannot be printed here."


@dataclass(frozen=True, slots=True)
class Shown:
    """A name as it is printed; `note` says that a part of it was left out, or is ""."""

    name: str
    note: str = ""


def shown(leader: Leader) -> Shown:
    """The name as its owner writes it; of one in a script that no typeface here has, the form in letters it has."""
    name = clean(leader.name)
    if _is_printed(name):
        return Shown(name)
    parts = " ".join(part for part in re.split(r"[\s()（）/]+", name) if _has_letters(part) and _is_printed(part))
    for other in (parts, clean(leader.goes_by), clean(leader.addressed_as)):
        if _has_letters(other) and _is_printed(other):
            return Shown(other, _NOTE)
    return Shown(NO_LETTERS, _NOTE_WITHOUT)


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _is_printed(text: str) -> bool:
    """Whether the typefaces have every letter; signs and digits are theirs to answer for."""
    letters = (one for one in unicodedata.normalize("NFC", text) if one.isalpha() or unicodedata.combining(one))
    return all(unicodedata.name(one, "").startswith(_SCRIPTS) for one in letters)


@dataclass(frozen=True, slots=True)
class Spoken:
    """How somebody is told of: "Dr. Oyelaran" and then "she". `pronoun` is "" where nobody has recorded one."""

    name: str
    pronoun: str

    @property
    def subject(self) -> str:
        """ "She", "He", "They"; "They" also where nothing is recorded."""
        return (self.pronoun or "they").capitalize()

    @property
    def them(self) -> str:
        """ "her", "him", "them"."""
        return {"she": "her", "he": "him"}.get(self.pronoun, "them")

    @property
    def their(self) -> str:
        """ "her", "his", "their"."""
        return {"she": "her", "he": "his"}.get(self.pronoun, "their")

    def with_pronoun(self, sentence: str) -> str:
        """A sentence that begins with the name, with the recorded pronoun instead, or as a note where none is."""
        if not self.pronoun:
            return self.as_note(sentence)
        behind = _after(f"{possessive(self.name)} ", sentence)
        if behind:
            return f"{self.their.capitalize()} {behind}"
        rest = _after(f"{self.name} ", sentence)
        verb, _, end = rest.partition(" ")
        if not rest or self.pronoun != "they":
            return f"{self.subject} {rest}" if rest else sentence
        if verb in _PLURAL:
            return f"{self.subject} {_PLURAL[verb]} {end}"
        return f"{self.subject} {rest}" if verb in _PAST or verb.endswith("ed") else sentence

    def as_note(self, sentence: str) -> str:
        """A sentence that begins with the name, without it: "Led the unit.", as one writes under a heading."""
        rest = _after(f"{possessive(self.name)} ", sentence) or _after(f"{self.name} ", sentence)
        return f"{rest[0].upper()}{rest[1:]}" if rest else sentence


def _after(lead: str, sentence: str) -> str:
    """What stands behind the words that a sentence begins with; "" where it begins otherwise."""
    return sentence.removeprefix(lead) if sentence.startswith(lead) else ""


_PLURAL = {
    "has": "have", "is": "are", "was": "were", "serves": "serve", "holds": "hold", "wants": "want", "does": "do",
}  # fmt: skip
_PAST = frozenset("led wrote co-wrote spoke took began built cut made won held ran set brought chose grew kept".split())


def spoken_of(leader: Leader) -> Spoken:
    """How a leader is told of, as recorded; never by a guess, never by the first name alone."""
    name = shown(leader).name
    whole = f"{name}, {clean(leader.credentials)}" if clean(leader.credentials) else name
    degrees = tuple(part.strip() for part in clean(leader.credentials).split(",") if part.strip())
    found = named(name, "", _addressed(leader), None, leader.pronouns, degrees)
    recorded = clean(leader.pronouns).casefold().partition("/")[0].strip()
    pronoun = recorded if recorded in ("she", "he", "they") else ""
    return Spoken(found.in_text or whole, pronoun)


def _addressed(leader: Leader) -> str:
    words = clean(leader.addressed_as)
    return words if _is_printed(words) else ""
