"""What a brief is made from, gathered: pure values, whether they come from the database or from a dossier's file.

`gathering.py` fills them from the rooms, `dossier_material.py` from what `python -m research ... --save` wrote. The
blocks see nothing else. Facts in `facts` hold: undisputed, with a source that others can read. Whatever does not hold
stands in `unsettled` and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from outreach.briefs.model import Source


@dataclass(frozen=True, slots=True)
class Leader:
    """Whom the brief is about. Empty strings for what is not known."""

    name: str
    credentials: str = ""
    goes_by: str = ""
    addressed_as: str = ""
    pronunciation: str = ""
    pronouns: str = ""
    """As recorded ("she/her"); "" where nobody has said."""
    title: str = ""
    organization: str = ""
    since: str = ""
    """A partial date, "2024-03"."""
    post_sources: tuple[Source, ...] = ()
    post_confirmed_on: date | None = None
    """When a source last said so."""
    assistant: str = ""


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact that holds."""

    key: str
    """ "fact:12": the same fact in a later brief."""
    predicate: str
    """One of `research.vocabulary.PREDICATES`."""
    label: str
    value: str
    """In words."""
    sources: tuple[Source, ...]
    about: str = "person"
    """ "person" or "organization"."""
    starts: str = ""
    ends: str = ""
    dated: str = ""
    """Partial dates: when it began, ended, and where it stands in time."""
    organization_name: str = ""
    quote: str = ""
    """The words of the first source."""
    details: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    sources_count: int = 1
    is_stale: bool = False
    bare: str | int | float | bool = ""
    """The value itself (`Fact.value`), without organization, dates and quotation marks: sentences are made of it.
    "" where `value` is just that."""


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What must not be stated as a fact, in one sentence: sources that disagree, a namesake, a claim of one's notes."""

    key: str
    words: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownProgram:
    """A program's record, with its sources; a part without one is empty here."""

    key: str
    name: str
    problem: str = ""
    action: str = ""
    result: str = ""
    period: str = ""
    leader_part: str = ""
    """What this leader did in it; "" for a program of the house, of which nobody says who led it."""
    sources: tuple[Source, ...] = ()
    starts: str = ""
    ends: str = ""
    """Partial dates."""
    is_own: bool = True
    """Whether it was done under this leader, and not only in the house."""


@dataclass(frozen=True, slots=True)
class HouseFigure:
    """A figure of the organization with its year in its words: ("Net patient revenue", "$318 million, FY 2025")."""

    key: str
    label: str
    value: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class HouseSeries:
    """A figure over the years, oldest first."""

    name: str
    values: tuple[tuple[int, float], ...]
    unit: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class House:
    """The organization."""

    name: str
    kind: str = ""
    """ "Independent, not for profit. One hospital, nine clinics."."""
    place: str = ""
    figures: tuple[HouseFigure, ...] = ()
    series: tuple[HouseSeries, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Something that became known lately: its partial date, and a sentence."""

    key: str
    on: str
    words: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Between:
    """One thing between the two. `kind` is that of the ledger ("met", "gave", "they_gave", "asked", "answered",
    "promised", "they_promised", "advised", "paused")."""

    key: str
    kind: str
    on: date | None
    words: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question worth their time, with the sources of the fact that it hangs on."""

    key: str
    words: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Bring:
    """What the user has to give to one way in, a sentence: "You timed the same change on 4 West."."""

    key: str
    """Of the fact or the program that it goes with."""
    words: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """When and where they are met, in words; all empty for a brief without an event."""

    event: str = ""
    day: str = ""
    """ "Thu, Nov 12, 2026"."""
    time: str = ""
    """ "10:40–11:00 AM"."""
    place: str = ""
    session: str = ""
    """The title of the session at which they speak, where there is one."""
    aim: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """All that a brief may say of one person. `card` holds the user's own words for rows of the card."""

    leader: Leader
    made_on: date
    made_for: str
    facts: tuple[KnownFact, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()
    programs: tuple[KnownProgram, ...] = ()
    house: House | None = None
    changes: tuple[Change, ...] = ()
    between: tuple[Between, ...] = ()
    questions: tuple[Asked, ...] = ()
    meeting: Meeting = field(default_factory=Meeting)
    card: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    own_role: str = ""
    """The user's post and house: "operations coordinator, Lakeshore"."""
    project: str = ""
    """What the user writes and for whom: "an article for the chapter newsletter"."""
    checked_on: date | None = None
    """When research last looked."""
    facts_count: int = 0
    """Of all that is known, settled or not."""
    dossier_address: str = ""
    give: str = ""
    """What the user can give first, a sentence, where an idea is known; else one is made of facts and project."""
    brings: tuple[Bring, ...] = ()
    knows_ledger: bool = True
    """Whether `between` is all there is: False where nobody has looked, as with a dossier's file."""
    stopped: str = ""
    """Why nothing is asked at present ("They asked not to be written to."), or ""."""
