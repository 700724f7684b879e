"""What clauses of facts are made of: words, dates, posts, honors and programs of a fact, in a voice. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from outreach.drafts.letter_dates import in_time, partial
from outreach.drafts.letter_grammar import clean, with_the
from outreach.drafts.letter_programs import Voice, program_clause
from outreach.drafts.letter_values import CitedFact, Value

Form = Literal["that", "about", "own words"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A fact within a sentence.

    form: "that" goes on after "I read that"; "about" after "I read about"; "own words" is a whole sentence that ends
    with a quotation.
    """

    words: str
    form: Form = "that"
    more: str = ""
    """A second clause beside the first."""


Telling = Callable[[CitedFact, Voice], Clause]


def text_of(fact: CitedFact) -> str:
    """The value's words."""
    return clean(fact.value)


def detail_of(fact: CitedFact, *keys: str) -> str:
    """The first of several details that is there; "" where none is."""
    return next((clean(fact.details[key]) for key in keys if clean(fact.details.get(key, ""))), "")


def house_of(fact: CitedFact, voice: Voice) -> str:
    """The organization in a sentence; "your organization" where its name is not known."""
    return with_the(clean(fact.organization)) or f"{voice.whose} organization"


def begin_of(fact: CitedFact, voice: Voice) -> str:
    """When it began: "March 2018"; "March 1, 2018" where the voice is exact."""
    return partial(fact.starts if voice.exact else fact.starts[:7])


def years_of(fact: CitedFact, voice: Voice) -> tuple[str, str]:
    """Begin and end; years alone, unless the voice is exact or the years are one."""
    if fact.starts[:4] == fact.ends[:4]:
        return (begin_of(fact, voice), partial(fact.ends if voice.exact else fact.ends[:7]))
    return (
        partial(fact.starts if voice.exact else fact.starts[:4]),
        partial(fact.ends if voice.exact else fact.ends[:4]),
    )


def span_of(fact: CitedFact, voice: Voice) -> str:
    """ " from 2017 to 2022", " in 2019"; "" where no date is known."""
    begin, end = years_of(fact, voice)
    if begin and end and begin != end:
        return f" from {begin} to {end}"
    return when_of(replace(fact, starts=fact.ends or fact.starts), voice)


def when_of(fact: CitedFact, voice: Voice) -> str:
    """ " in May 2023"; "" where no date is known, or the words of the fact name a year themselves."""
    date = fact.starts or fact.ends
    if re.search(r"\b(?:19|20)\d\d\b", str(fact.value)):
        return ""
    when = in_time(date if voice.exact else date[:7])
    return f" {when}" if when else ""


def quoted(words: str) -> str:
    """The words in curly quotation marks; those inside become single ones."""
    bare = words.strip()
    if len(bare) > 1 and bare[0] in '“"' and bare[-1] in '”"':
        bare = bare[1:-1].strip()
    inner = re.sub(r'"([^"]*)"', r"‘\1’", bare).replace("“", "‘").replace("”", "’").replace('"', "’")
    return f"“{inner}”"


def number_of(value: Value) -> str:
    """A number in groups of three: "4,200", "3.5"."""
    if isinstance(value, str | bool) or not math.isfinite(value):
        return clean(value)
    return f"{round(value):,}" if abs(value) >= 10 or value == int(value) else f"{value:g}"


def post_at(title: str, organization: str) -> str:
    """ "President of Mercy Hollow Hospital", "Professor of Nursing at Vale College"."""
    house = with_the(clean(organization))
    if not house or house.removeprefix("the ").casefold() in title.casefold():
        return title
    if "," in title:
        return f"{title}, at {house}"
    joint = "at" if re.search(r"\b(?:of|for|at|in)\b", title) else _joint_of_title(title)
    return f"{title} {joint} {house}"


def _joint_of_title(title: str) -> str:
    last = re.sub(r"[^A-Za-z]", "", title.split()[-1]).lower() if title.split() else ""
    return "of" if last in _HEADS_OF or (2 < len(last) < 5 and last[0] == "c" and title.isupper()) else "at"


_HEADS_OF = frozenset(
    "president officer director chair chairman chairwoman chairperson chief ceo coo cfo cno cmo cio cne administrator "
    "trustee dean secretary treasurer executive commissioner superintendent founder head leader".split()
)


_PRIZE = re.compile(
    r"\b(?:awards?|medal|prize|honors?|scholarship|fellowship|citation|grant|cup|lectureship|certificate|order)\b",
    re.IGNORECASE,
)
_NAMED_AS = re.compile(
    r"^(?:\S{1,30} ){0,6}(?:of the year|fellow|hero|scholar|laureate)\b|^(?:one of|among) ", re.IGNORECASE
)


def honored(fact: CitedFact, voice: Voice, was: str) -> str:
    """What somebody got: "received the Lantern Award in 2019", "was named Teacher of the Year"."""
    text = text_of(fact)
    giver = clean(fact.organization)
    by = f" from {with_the(giver)}" if giver and giver.casefold() not in text.casefold() else ""
    if _NAMED_AS.match(text) and not _PRIZE.search(text):
        return f"{was} named {text}{by.replace(' from ', ' by ')}{when_of(fact, voice)}"
    if _PRIZE.search(text) and text[:1].isalpha() and not re.match(r"(?:top|best)\b", text, re.IGNORECASE):
        bare = text[4:] if text[:4].lower() == "the " else text
        own = re.match(r"(?:an?|one|its|\S{1,40}[’']s)\s", bare)
        of_several = "one of " if bare.endswith(" Awards") and not own else ""
        return f"received {of_several}{'' if own else 'the '}{bare}{by}{when_of(fact, voice)}"
    return f"received the honor {quoted(text)}{by}{when_of(fact, voice)}"


def in_brackets(fact: CitedFact) -> str:
    """ " (March 2, 2026)"; "" where no date is known."""
    when = partial(fact.starts) or partial(fact.ends)
    return f" ({when})" if when else ""


def program(fact: CitedFact, voice: Voice) -> Clause:
    """A program with its result and period."""
    when = span_of(fact, voice).strip()
    found = program_clause(text_of(fact), detail_of(fact, "result"), detail_of(fact, "period"), when, voice)
    return Clause(found.words, "that" if found.is_clause else "about", found.more)
