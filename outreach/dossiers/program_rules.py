"""Which program to ask a leader about, and why; where a field of a program stands in its sources. Pure.

The order comes from signs that an administrator can check by reading the record. They are told in words beside each
program; a number is never shown, and what is ordered are programs, never people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from outreach import partial_dates
from outreach.words import in_words

RECENT = timedelta(days=3 * 365)
"""A leader remembers the turns of what ended within three years, and still answers for it."""

ENOUGH_SOURCES = 2
"""Two that do not copy each other: what readiness asks of a program."""

_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURE = re.compile(
    r"\d|\b(?:half|halved|doubled?|tripled?|quadrupled?|thirds?|quarter|zero|none|twice|threefold)\b", re.IGNORECASE
)
_CLEAR_PART_WORDS = 3
_MANY_NUMBERS = re.compile(r"\d[\d,.]{0,15}")


@dataclass(frozen=True, slots=True)
class ProgramSeen:
    """A program as the rules look at it. `publishers`: how many tell of it by themselves; dates are partial dates."""

    id: int
    name: str
    problem: str = ""
    result: str = ""
    period: str = ""
    starts: str = ""
    ends: str = ""
    leader_part: str = ""
    credited: int = 0
    publishers: int = 0
    asked_about: bool = False


@dataclass(frozen=True, slots=True)
class Ranked:
    """A program in the order of asking. `reasons` speak for it; `missing` is what would make it better."""

    id: int
    name: str
    reasons: tuple[str, ...]
    missing: tuple[str, ...]
    asked_about: bool

    @property
    def is_ready(self) -> bool:
        """Whether one can ask about it as it is: nothing is missing, and it was not asked about before."""
        return not self.missing and not self.asked_about


@dataclass(frozen=True, slots=True)
class _Sign:
    """One sign: what is said when it is there and when not, and how much it counts in the order.

    `lacking` is "" where its absence is nothing to be mended.
    """

    holds: bool
    weight: int
    reason: str
    lacking: str


def pick(programs: Iterable[ProgramSeen], today: date) -> tuple[Ranked, ...]:
    """The programs, the one to ask about first; what was asked about comes last, of equals the latest first."""
    judged = [(program, _signs(program, today)) for program in programs]
    judged.sort(key=lambda one: (-one[0].id,))
    judged.sort(key=lambda one: one[0].ends or one[0].starts, reverse=True)
    judged.sort(key=lambda one: (one[0].asked_about, -sum(sign.weight for sign in one[1] if sign.holds)))
    return tuple(
        Ranked(
            program.id,
            program.name,
            tuple(sign.reason for sign in signs if sign.holds and sign.reason),
            tuple(sign.lacking for sign in signs if not sign.holds and sign.lacking),
            program.asked_about,
        )
        for program, signs in judged
    )


def _signs(program: ProgramSeen, today: date) -> tuple[_Sign, ...]:
    figure = has_figure(program.result)
    finished = is_recent_and_finished(program.ends, today)
    return (
        _Sign(figure, 3, f"Its result has a figure: “{program.result}”", "A result with a figure is missing."),
        _Sign(finished, 2, _when(program), "" if program.ends else "It is not known when it ended, or whether it has."),
        _Sign(
            has_clear_part(program.leader_part),
            3,
            "The leader’s own part in it is clear.",
            "What the leader did in it is missing.",
        ),
        _Sign(
            program.publishers >= ENOUGH_SOURCES,
            2,
            f"{in_words(program.publishers).capitalize()} sources tell of it, each by itself.",
            "A second source is missing." if program.publishers else "A source is missing.",
        ),
        _Sign(bool(program.problem.strip()), 1, "The problem it answered is known.", "The problem is missing."),
        _Sign(
            bool(program.period.strip()) or not figure,
            1,
            f"It is known what the figure is true of: {program.period}." if figure and program.period.strip() else "",
            "It is missing what time the figure is true of.",
        ),
        _Sign(program.credited > 0, 1, "It is known who else had a part in it, and can be credited.", ""),
        _Sign(not program.asked_about, 0, "You have not asked about it before.", ""),
    )


def has_figure(result: str) -> bool:
    """Whether a result is told with a figure; the year in which it happened is none."""
    return bool(_FIGURE.search(_YEARS.sub("", result)))


def has_clear_part(leader_part: str) -> bool:
    """Whether it is told what the leader did, and not only that there was one."""
    return len(leader_part.split()) >= _CLEAR_PART_WORDS


def is_recent_and_finished(ends: str, today: date) -> bool:
    """Whether a program is over, so that its result stands, and not so long ago that it is history."""
    last, first = partial_dates.last_day(ends), partial_dates.first_day(ends)
    return last is not None and first is not None and first <= today and today - last <= RECENT


def _when(program: ProgramSeen) -> str:
    return f"It is recent, and finished: {partial_dates.say(program.ends)}."


# --- sources --------------------------------------------------------------------------------------------------------


def publisher_of(source_key: str, document: str, url: str, bundles: frozenset[str]) -> str:
    """Who publishes a passage: the source; of one with many publishers the document; of a passage by hand its site.

    bundles: keys of sources whose documents come from many publishers.
    """
    if source_key and source_key not in bundles:
        return source_key
    if document:
        return document
    try:
        return (urlsplit(url).hostname or url).removeprefix("www.")
    except ValueError:
        return url


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a source. `key` tells it from the others."""

    key: int
    quote: str


def passage_for(text: str, passages: Sequence[Passage]) -> Passage | None:
    """The passage in which a field's words stand, or at least all of its figures; None for the user's own words."""
    wanted = _folded(text)
    if not wanted:
        return None
    for passage in passages:
        if wanted in _folded(passage.quote):
            return passage
    figures = set(_figures(text))
    if not figures:
        return None
    return next((one for one in passages if figures <= set(_figures(one.quote))), None)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .,;:“”\"'")


def _figures(text: str) -> list[str]:
    return [found.rstrip(".,").replace(",", "") for found in _MANY_NUMBERS.findall(text)]


# --- credits --------------------------------------------------------------------------------------------------------

MOST_CREDITS = 30
NAME_MAX = 200
PART_MAX = 300


def read_credits(text: str) -> tuple[tuple[str, str], ...]:
    """People and their parts, one a line: "Tom Adébáyọ̀: built the budget". Raises: ValueError with a sentence."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        name, _, part = (piece.strip() for piece in line.partition(":"))
        if not name and not part:
            continue
        if not name:
            raise ValueError("Begin each line with a name.")
        if len(name) > NAME_MAX or len(part) > PART_MAX:
            raise ValueError(f"Use at most {NAME_MAX} characters for a name and {PART_MAX} for a part.")
        found.setdefault(name, part)
    if len(found) > MOST_CREDITS:
        raise ValueError(f"Name at most {MOST_CREDITS} people.")
    return tuple(found.items())


def say_credits(credited: Iterable[tuple[str, str]]) -> str:
    """The same as text, to be changed."""
    return "\n".join(f"{name}: {part}" if part else name for name, part in credited)
