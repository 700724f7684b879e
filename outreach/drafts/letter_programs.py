"""Programs in sentences: name, result and period, however a source or the user put them. Pure.

>>> you = Voice("you", "your", is_you=True)
>>> program_clause("Quiet Hours", "lowered overnight alarms by 38%", "2024", "", you).words
'Quiet Hours lowered overnight alarms by 38% in 2024'
>>> program_clause("Short-Stay Unit", "Boarding fell by 31 percent.", "the first six months", "", you).words
'with the Short-Stay Unit, boarding fell by 31 percent in the first six months'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from outreach.drafts.letter_dates import period_phrase
from outreach.drafts.letter_grammar import clause, program_name


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is spoken to or of, with the verbs that go with it: you have, Dr. Oyelaran has.

    names: other names that a source calls them by; a statement that begins with one is told of `subject`.
    exact: dates are said to the day, as far as they are known; else to the month.
    pronoun: "she" or "he", for the second time that somebody is named; "" where it is not recorded.
    """

    subject: str
    whose: str
    is_you: bool
    names: tuple[str, ...] = ()
    exact: bool = False
    pronoun: str = ""

    @property
    def has(self) -> str:
        """ "have" or "has"."""
        return "have" if self.is_you else "has"

    @property
    def is_(self) -> str:
        """ "are" or "is"."""
        return "are" if self.is_you else "is"

    @property
    def was(self) -> str:
        """ "were" or "was"."""
        return "were" if self.is_you else "was"

    def verb(self, plural: str) -> str:
        """A regular verb: "serve" or "serves"."""
        return plural if self.is_you else f"{plural}s"


@dataclass(frozen=True, slots=True)
class Told:
    """Words that go on after "that" (`is_clause`) or after "about"."""

    words: str
    is_clause: bool
    more: str = ""
    """A second clause, which stands beside the first: the result of a deed."""


_PAST = frozenset(
    """
    led created founded built launched began started opened reduced lowered cut raised increased improved doubled
    tripled halved decreased grew fell rose dropped saved shortened ended moved brought made set trained hired chaired
    directed designed developed oversaw guided introduced wrote co-led coached convened helped kept gave won held ran
    took met drew earned added expanded restored reached achieved became treated served placed cared used went came
    spread gained lost sent taught found freed eliminated prevented established implemented spearheaded pioneered
    transformed secured returned recruited retained sponsored supported organized managed coordinated redesigned
    """.split()
)
"""Verbs in the past, as results and deeds begin with them."""

_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|fell|rose|grew|dropped|declined|decreased|increased|improved|climbed|doubled"
    r"|tripled|halved|reduced|lowered|cut|raised|went|came|opened|began|started|launched|led|created|saved|treated"
    r"|served|reached|achieved|stayed|moved|shrank|became|employs|serves|treats|runs|offers|provides|gave|helped"
    r"|brought|made|kept|shortened|ended|earned|won|built|trained|added|expanded|met|takes|took|now|call|calls"
    r"|called|draw|drew|sort|sorts|sorted|let|lets|lead|leads|work|works|worked|stopped|left|waited|wait|waits)\b"
)
_SOMEBODY = re.compile(r"\b(?:he|she|his|her|him|hers|himself|herself)\b", re.IGNORECASE)
_UNDER = re.compile(r"\bunder (?:his|her|their) ((?:\w+ ){0,3}leadership|direction|guidance)\b", re.IGNORECASE)
_WHOSE = re.compile(r"^(?:his|her|their|its|our)\s", re.IGNORECASE)


def program_clause(what: str, result: str, period: str, when: str, voice: Voice) -> Told:
    """What a source or a record says of a program, as words for a sentence.

    what: a name, a deed ("Led the unit"), or a whole statement. result: a sentence, its end, or a thing. period: what
    the result is true of. when: the program's own dates in words ("from 2021 to 2023"), said where there is no period.
    """
    what, result = what.strip(" .,;:"), clause(result)
    if result and _folded(result) in _folded(what):
        result = ""
    behind = _behind(what, result, period_phrase(period) if period else when)
    deed = _deed(what, voice)
    if deed and result and _begins_past(result):
        return Told(deed, is_clause=True, more=f"it {result}{behind}")
    if deed and result and _is_statement(result):
        return Told(deed, is_clause=True, more=f"{result}{behind}")
    if deed:
        return Told(deed + (f", with this result: {result}" if result else "") + behind, is_clause=True)
    name = _of_them(program_name(what), voice)
    if not result:
        return Told(name + behind, is_clause=False)
    if _begins_past(result):
        return Told(f"{name} {result}{behind}", is_clause=True)
    if _is_statement(result) and result[0].isupper():
        return Told(f"{result}{behind} with {name}", is_clause=True)
    if _is_statement(result):
        return Told(f"with {name}, {result}{behind}", is_clause=True)
    shown = result if _THING.match(result) else f"“{result}”"
    return Told(f"{name} and its result, {shown}{behind}", is_clause=False)


_THING = re.compile(
    r"(?:an?|the|no|one|two|three|fewer|more|less|over|nearly|almost|about|\d|\S{1,30} fewer)\b", re.IGNORECASE
)
"""How a result begins that is a thing and no verb."""


def result_clause(name: str, result: str, period: str) -> str:
    """The result of a program as a sentence without its sign; "" without a result."""
    told = program_clause(name, result, period, "", Voice("you", "your", is_you=True))
    if not result:
        return ""
    words = f"{told.words}, and {told.more}" if told.more else told.words
    return words if told.is_clause else f"the result of {words}"


def begins_as_deed(words: str) -> bool:
    """Whether the words begin with what somebody did: "Led the program and chaired its weekly round"."""
    return _begins_past(clause(words))


def _deed(what: str, voice: Voice) -> str:
    """A deed or a statement as a clause; "" for the name of a thing."""
    first, _, rest = what.partition(" ")
    if _begins_past(what):
        return f"{voice.subject} {first.lower()} {_of_them(rest, voice)}"
    if re.fullmatch(r"[a-z]{3,20}ing", first) and rest:
        article = "the " if rest.startswith("of ") else ""
        return f"{voice.whose} work has included {article}{_of_them(what, voice)}"
    for name in ("he", "she", "they", *voice.names):
        behind = what[len(name) :].strip()
        if what.lower().startswith(f"{name.lower()} ") and _begins_past(behind):
            return f"{voice.subject} {_of_them(behind, voice)}"
    if not _FINITE.search(rest) or len(what.split()) < 4:
        return ""
    words = _UNDER.sub(rf"under {voice.whose} \1", what)
    if _SOMEBODY.search(words):
        return f"the record says: “{what}”"
    return clause(words)


def _of_them(words: str, voice: Voice) -> str:
    """ "its new clinic" is "your new clinic"."""
    words = re.sub(r"\bour\b", "your", words)
    if voice.is_you:
        return _WHOSE.sub("your ", words)
    return re.sub(r"\byour\b", voice.whose, words)


def _begins_past(words: str) -> bool:
    """Whether words begin with a verb in the past: "led", "answered"."""
    first, _, rest = words.partition(" ")
    return bool(rest) and (first.lower() in _PAST or (len(first) > 4 and first.islower() and first.endswith("ed")))


def _is_statement(words: str) -> bool:
    return bool(_FINITE.search(words.partition(" ")[2])) and not _SOMEBODY.search(words)


def _behind(what: str, result: str, when: str) -> str:
    if not when or _folded(when.strip("()")) in _folded(f"{what} {result}"):
        return ""
    if when.startswith("from ") and " from " in f" {result} ":
        when = "between " + when[5:].replace(" to ", " and ")
    last = when.split(maxsplit=1)[-1]
    return "" if _folded(last) in _folded(f"{what} {result}") else f" {when}"


def _folded(words: str) -> str:
    return " ".join(words.casefold().rstrip(".").split())
