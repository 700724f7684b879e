"""What a letter is composed from: values that hold words, numbers and dates, and know neither rows nor pages.

Empty words and None mean "not known". A letter that needs what is not known shows an unfinished place, `[[...]]`,
which stops it from leaving (rule `placeholder`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Sender:
    """The user, as their own signature says it."""

    name: str
    title: str = ""
    organization: str = ""
    credentials: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    address: tuple[str, ...] = ()
    """Lines of the postal address."""


@dataclass(frozen=True, slots=True)
class Reader:
    """The leader that the letter is about; it goes to them, or to somebody who answers for them.

    addressed_as: the recorded form of address, whole, which wins over all else: "Dr. Oyelaran", "Marisol".
    honorific: what they use, recorded: "Dr.", "Ms.", "Mx.", "Prof.", "" for none; None where it is not recorded.
    pronouns: as recorded: "she", "she/her", "he", "they"; "" where they are not. Never guessed from a first name.
    time_zone: a name of the time zone database, or "".
    """

    name: str
    given_name: str = ""
    family_name: str = ""
    addressed_as: str = ""
    honorific: str | None = None
    pronouns: str = ""
    credentials: tuple[str, ...] = ()
    title: str = ""
    organization: str = ""
    time_zone: str = ""


@dataclass(frozen=True, slots=True)
class Assistant:
    """Who keeps the leader's calendar. `name` may be that of an office with a common mailbox (`is_office`)."""

    name: str
    family_name: str = ""
    addressed_as: str = ""
    honorific: str | None = None
    pronouns: str = ""
    credentials: tuple[str, ...] = ()
    is_office: bool = False


@dataclass(frozen=True, slots=True)
class ProjectBrief:
    """What is written or improved, and for whom.

    kind: a key of `projects.models.PROJECT_KINDS`.
    topic: as it goes on after "an article on".
    question: as it goes on after "how": "you won agreement to that order of events".
    promises: whole sentences that the venue allows to be said to the leader: "You will see the draft ...".
    disclosure: the line that the text will carry about the leader's review, or "".
    scope: what approval is asked for, "facts", "quotes" or "whole"; "" is what the promises say.
    """

    kind: str = "article"
    title: str = ""
    topic: str = ""
    readers: str = ""
    venue: str = ""
    question: str = ""
    promises: tuple[str, ...] = ()
    disclosure: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class ProgramBrief:
    """The program that is asked about: its record, as `dossiers.models.Program` keeps it.

    result: a sentence or its end: "Boarding fell by 31 percent.", "reduced boarding by 31 percent".
    period: what the result is true of: "the first six months", "2022 to 2024".
    leader_part: what the leader did: "Led the program and chaired its weekly round."
    number: under which its record stands among the facts of the draft; None: the letter names the program and tells
    nothing more of it.
    """

    name: str
    result: str = ""
    period: str = ""
    leader_part: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class CitedFact:
    """A confirmed fact with the number under which the letter cites it.

    predicate: a key of `research.vocabulary.PREDICATES`.
    value: the bare value (`Fact.value`), not the words of a page, which hold organization and date as well. Own words
    (`said`) stand without quotation marks.
    organization: where a post or degree is held, who gave an award; of a fact about an organization, its name.
    starts, ends: partial dates: "2018", "2018-03", "2018-03-01", "".
    details: named parts of the value: `result`, `period`, `journal`, `show`, `role`, `title`, `person` ...
    source_title, source_date: of the page or talk where it is said; the date partial. "" leaves the source unnamed.
    """

    number: int
    predicate: str
    value: Value
    organization: str = ""
    starts: str = ""
    ends: str = ""
    details: Mapping[str, Value] = field(default_factory=dict, hash=False)
    source_title: str = ""
    source_date: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that the user said they would do, and by when."""

    what: str
    """As it goes on after "I will": "send you the draft"."""
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the letter is about this time. Which fields a letter uses stands in its file."""

    minutes: int | None = None
    form: str = ""
    """How to meet: "by phone or video", "in person"."""
    window_from: date | None = None
    window_until: date | None = None
    interview_at: datetime | None = None
    """In the leader's own time zone."""
    place: str = ""
    """Where, or on which number, as it goes on after the time: "by phone; I will call (555) 555-0110"."""
    questions: int = 5
    """How many questions are sent beforehand."""
    they_said: str = ""
    """What the leader said that stays, as it goes on after "that": "the pharmacists wrote the call script first"."""
    it_changed: str = ""
    """What it changed, a whole sentence of the user's: "I had assumed that the agreement came first."."""
    promises: tuple[Promise, ...] = ()
    comes_late: bool = False
    """Whether a thank-you comes so late that it says so (product.md, T1)."""
    wrote_on: date | None = None
    """The day of the letter that this one goes on with."""
    new_since: str = ""
    """What a reminder adds, a whole sentence: "The newsletter has moved its issue to August."."""
    gift: str = ""
    """What a letter brings along, as it goes on after "the attached": "summary of five hospitals' phone lists"."""
    words: int | None = None
    """Length of the text that is sent for approval."""
    version: int | None = None
    look_at: tuple[str, ...] = ()
    """Where to look above all: "your four quotations", "the readmission figures"."""
    answer_by: date | None = None
    venue_closes: date | None = None
    page: str = ""
    """The address where the leader can answer or read, without an account."""
    to_assistant: bool = False
    """Whether a letter about approval greets the assistant, who may answer for the leader."""
    loss: str = ""
    """As it goes on after "the loss of" or "the death of": "the death of Dr. Vance, who began the clinic"."""
    remembered: str = ""
    """What somebody is remembered for, a whole sentence that is publicly known."""
    advice: str = ""
    """As it goes on after "you advised me": "to begin with the phone list"."""
    tried: str = ""
    """A whole sentence: "We listed the numbers of all four units."."""
    happened: str = ""
    """A whole sentence: "Calls back within the hour rose from 12 to 19 of 20."."""


@dataclass(frozen=True, slots=True)
class Materials:
    """All that a letter can be composed from. `today` tells which year needs no saying."""

    sender: Sender
    reader: Reader
    today: date
    project: ProjectBrief | None = None
    program: ProgramBrief | None = None
    facts: tuple[CitedFact, ...] = ()
    assistant: Assistant | None = None
    occasion: Occasion = Occasion()


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter ready to be read over: `[1]` in the body stands behind what rests on the first of `facts_used`."""

    subject: str
    body: str
    facts_used: tuple[int, ...]
    """What the body cites, in order of place, by the numbers of the materials: the first stands there as [1].

    The program's own number may be among them.
    """
