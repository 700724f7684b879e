"""How somebody is addressed: what a greeting says, and what it may say to this reader."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from outreach.asklint.greetings import HONORIFICS
from outreach.asklint.types import Known
from outreach.folding import fold

DOCTORATES = frozenset(
    "md do phd dnp edd pharmd drph dpt dds dmd psyd scd dsc dha dba dhsc dmsc dvm mbbs mbchb dnap dpm od aud dpa "
    "dsw dcn ded dphil "
    "thd dmin otd ddiv dnsc dns scdn dls mbbch dm".split()
)
"""Degrees whose holders may be called Dr., without points, in small letters."""

_OPENER = re.compile(
    r"^\s*(?:(?:my |our )?(?:dearest|dear)|hello|hi|hey|hiya|howdy|good (?:morning|afternoon|evening|day)"
    r"|greetings|salutations"
    r"|(?:highly |most )?(?:esteemed|respected|honorable))\b[,\s]*",
    re.IGNORECASE,
)
_SUFFIXES = frozenset("jr sr ii iii iv v esq".split())
_PARTICLES = frozenset(
    "ni nic mac mc ui o al van von de del della der den da di du la le el al bin ibn st ter ten dos das do".split()
)
_DOCTOR_TITLES = frozenset("dr doctor".split())
_PLAIN_TITLES = frozenset("mr mrs ms miss mx mister".split())


@dataclass(frozen=True)
class Reader:
    """The name of a reader, in parts, in small letters without marks; "fernandez-roa" is one surname of two halves."""

    known: Known

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the name, a double surname as two of them."""
        return tuple(word for word in fold(self._bare).split() if word not in _SUFFIXES)

    @cached_property
    def _bare(self) -> str:
        name = self.known.person.split(",")[0]
        return " ".join(word for word in name.split() if fold(word) not in HONORIFICS)

    @cached_property
    def surname(self) -> tuple[str, ...]:
        """The words of the surname: the last word, with a particle before it and both halves of a double one."""
        written = [word for word in self._bare.split() if fold(word) and fold(word) not in _SUFFIXES]
        if not written:
            return ()
        at = len(written) - 1
        while at > 1 and (fold(written[at - 1]) in _PARTICLES or self._are_one(written[at - 1 : at + 1])):
            at -= 1
        return tuple(fold(" ".join(written[at:])).split())

    def _are_one(self, two: list[str]) -> bool:
        """Whether the facts call the person by two last words alone, as they do with a double surname unhyphenated."""
        found = re.finditer(rf"(?:(\w+)[ ]+)?{re.escape(' '.join(two))}\b", " ".join(self.known.facts))
        befores = [match[1] or "" for match in found]
        return any(fold(before) not in self.words for before in befores)

    @property
    def first(self) -> str:
        """The first name, or ""."""
        return self.words[0] if len(self.words) > len(self.surname) else ""

    @property
    def is_doctor(self) -> bool | None:
        """Whether a doctorate is recorded; None where no credentials are."""
        degrees = [re.sub(r"[^a-z]", "", one.lower()) for one in self.known.credentials]
        if any(degree in DOCTORATES for degree in degrees):
            return True
        return False if degrees else None

    @property
    def seems(self) -> str:
        """ "she", "he" or "": the pronoun that the confirmed facts use, if they use one only."""
        facts = f" {' '.join(self.known.facts).lower()} "
        she, he = bool(re.search(r"\b(?:she|her|hers)\b", facts)), bool(re.search(r"\b(?:he|his|him)\b", facts))
        return "she" if she and not he else "he" if he and not she else ""

    @property
    def right(self) -> str:
        """How to greet them, as far as it is known."""
        if self.known.greeted_as:
            return f"Dear {self.known.greeted_as},"
        name = self.known.person.split(",")[0].strip()
        if self.known.honorific:
            return f"Dear {self.known.honorific} {self._surname_as_written},"
        if self.known.honorific is None and self.is_doctor:
            return f"Dear Dr. {self._surname_as_written},"
        return f"Dear {name},"

    @property
    def _surname_as_written(self) -> str:
        return " ".join(self._bare.split()[-max(1, len(self.surname) - self._bare.split()[-1].count("-")) :])


@dataclass(frozen=True)
class Address:
    """A greeting in parts: the titles in it and the words of the name, in small letters without marks."""

    titles: tuple[str, ...]
    names: tuple[str, ...]
    text: str
    opener: str


def address_of(greeting: str) -> Address:
    """The titles and name words of a greeting; credentials behind a comma are left out."""
    opener = _OPENER.match(greeting)
    rest = greeting[opener.end() :] if opener else greeting
    words = rest.replace("\u2013", ",").replace("\u2014", ",").strip(" \t,:;!-.")
    name = words.split(",")[0]
    folded = [fold(part) for part in re.split(r"[\s]+", name)]
    titles = tuple(word for word in folded if word in HONORIFICS)
    names = tuple(word for part in folded if part not in HONORIFICS for word in part.split() if len(word) > 1)
    return Address(titles, names, words, opener.group().strip(" ,\t").lower() if opener else "")


def is_doctor_title(word: str) -> bool:
    """Whether a title claims a doctorate."""
    return word in _DOCTOR_TITLES


def is_plain_title(word: str) -> bool:
    """Whether a title is Mr., Ms. or the like."""
    return word in _PLAIN_TITLES
