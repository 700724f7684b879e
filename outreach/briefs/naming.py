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

    def with_pronoun(self, sentence: str, *, is_first: bool = True) -> str:
        """A sentence that begins with the name, with the pronoun instead.

        Where no pronoun is recorded the first sentence keeps the name, and those after it say "they".
        """
        if not self.pronoun and is_first:
            return sentence
        plural = self.subject == "They"
        for said in ("was quoted as saying", "said:"):
            verb = said.replace("was", "were") if plural else said
            sentence = sentence.replace(f" {self.name} {said}", f" {self.subject.lower()} {verb}")
        whose, _, behind = sentence.partition(f"{possessive(self.name)} ")
        if behind and not whose:
            return f"{self.their.capitalize()} {behind}"
        lead, _, rest = sentence.partition(f"{self.name} ")
        if lead or not rest:
            return sentence
        verb, _, end = rest.partition(" ")
        if plural and verb in _PLURAL:
            return f"{self.subject} {_PLURAL[verb]} {end}"
        is_either = verb in _PAST or verb.endswith("ed")
        return f"{self.subject} {rest}" if is_either or not plural else sentence


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
