"""How people are greeted and spoken of in letters: as recorded, never by a guess from a first name. Pure.

>>> named("Marguerite Oyelaran", "Oyelaran", "", None, "", ("PhD",)).called
'Dr. Oyelaran'
>>> named("Marisol Núñez-Łukasik", "Núñez-Łukasik", "", None, "", ("MHA",)).called
'Marisol Núñez-Łukasik'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from outreach.drafts.letter_grammar import clean
from research.names import PersonName, parse_name

DOCTORATES = frozenset(
    """
    MD DO MBBS MBCHB MBBCH MDCM DDS DMD DPM DVM OD PHARMD PHD EDD DRPH SCD DSC DNP DNSC DNS DHA DHSC DPT DBA DBH DMIN
    DNAP DMSC PSYD AUD OTD SLPD THD
    """.split()
)
"""Degrees whose holders are greeted as "Dr.". A law degree (JD) is none of them."""

_PREFIXES = {
    "dr": "Dr.", "mr": "Mr.", "mrs": "Mrs.", "ms": "Ms.", "mx": "Mx.", "prof": "Prof.", "professor": "Professor",
    "rev": "Rev.", "sister": "Sister", "sr": "Sister", "col": "Col.", "colonel": "Colonel", "hon": "Hon.",
}  # fmt: skip
_LONGEST_NAME = 200
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")


def holds_doctorate(credentials: Sequence[str]) -> bool:
    """Whether one of the credentials gives the "Dr."."""
    return any(
        re.sub(r"[^A-Z]", "", part.upper()) in DOCTORATES for one in credentials for part in re.split(r"[,;/]", one)
    )


@dataclass(frozen=True, slots=True)
class Named:
    """A person as they are spoken to and of."""

    full: str
    """Without credentials: "Marisol Núñez-Łukasik"."""
    called: str
    """In greetings and sentences: "Dr. Oyelaran", "Marisol", or the full name where nothing else is known."""
    pronoun: str
    """ "she", "he" or "they"."""

    @property
    def in_text(self) -> str:
        """How others are told of them: never by the first name alone."""
        is_part = set(self.called.casefold().split()) <= set(self.full.casefold().split())
        return self.full if is_part else self.called

    @property
    def their(self) -> str:
        """ "her", "his" or "their"."""
        return {"she": "her", "he": "his"}.get(self.pronoun, "their")

    @property
    def them(self) -> str:
        """ "her", "him" or "them"."""
        return {"she": "her", "he": "him"}.get(self.pronoun, "them")


def named(
    name: str, family: str, addressed_as: str, honorific: str | None, pronouns: str, credentials: Sequence[str]
) -> Named:
    """How a person is spoken to: as recorded, else by what they use, their doctorate, their recorded pronouns.

    Without any sign it is the full name: a first name tells nothing about anybody.
    """
    whole = clean(name)
    # `parse_name` cuts longer ones: what is no name stays whole.
    parsed = parse_name(whole) if len(whole) <= _LONGEST_NAME else PersonName("", "", whole)
    full = parsed.display or clean(name)
    pronoun = clean(pronouns).lower().partition("/")[0].strip()
    pronoun = pronoun if pronoun in ("she", "he") else "they"
    if clean(addressed_as):
        return Named(full, clean(addressed_as).rstrip(",:"), pronoun)
    surname = _surname(clean(family) or parsed.family, full)
    prefix = clean(honorific or "") or _PREFIXES.get(parsed.prefix.lower().rstrip("."), "")
    if honorific is None and not prefix:
        prefix = _prefix(pronoun, (*credentials, *parsed.credentials))
    return Named(full, f"{prefix} {surname}" if prefix else full, pronoun)


def _prefix(pronoun: str, credentials: Sequence[str]) -> str:
    if holds_doctorate(credentials):
        return "Dr."
    return {"she": "Ms.", "he": "Mr."}.get(pronoun, "")


def _surname(family: str, full: str) -> str:
    """What stands behind "Dr.": the family name; the whole name where it is in another script, or is one word."""
    bare = re.sub(r",?\s(?:Jr|Sr|II|III|IV)\.?$", "", family)
    return bare if bare and _LATIN.search(bare) else full
