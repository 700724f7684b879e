"""The review of each quarter: facts and words about every relationship, and what was decided. No scores, no ranking.

Everything is read in a fixed number of questions to the database, whatever is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import case, func, or_, select

from outreach.db import WorkspaceSession
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.relationships import queries
from outreach.relationships.models import (
    MINE,
    STANDINGS,
    THEIRS,
    Advice,
    Promise,
    QuarterlyReview,
    Standing,
    Touch,
)
from outreach.relationships.queries import COUNTS, REAL
from outreach.relationships.rules import Paused
from outreach.relationships.standings import quarter_of
from outreach.words import in_words, listed

PAGE = 12
"""Relationships on a page: more are not looked at, only pressed away."""

LAST_CONTACTS = 3

DECISIONS = {"active": "Continue", "resting": "Let it rest", "let_go": "Let it go"}
"""What can be decided -> the words of its button."""

TUESDAY = 1

REMINDED_FOR = timedelta(days=21)
"""How long the first page speaks of a review: who has not wanted it in three weeks does not want it this quarter."""

MONTH_DAYS = 365.25 / 12


# --- quarters -------------------------------------------------------------------------------------------------------


def begins(day: date) -> date:
    """The first day of the quarter of a day."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def ends(day: date) -> date:
    """The last day of the quarter of a day."""
    first = begins(day)
    last_month = first.month + 2
    return date(first.year, 12, 31) if last_month == 12 else date(first.year, last_month + 1, 1) - timedelta(days=1)


def first_tuesday(day: date) -> date:
    """The first Tuesday of the quarter of a day: then the review is due."""
    first = begins(day)
    return first + timedelta(days=(TUESDAY - first.weekday()) % 7)


def tuesdays_after(day: date) -> tuple[date, ...]:
    """The days of the review that are to come, in this quarter and the next one."""
    last = ends(day)
    found = (first_tuesday(day), *(() if last == date.max else (first_tuesday(last + timedelta(days=1)),)))
    return tuple(one for one in found if one > day)


def named(day: date) -> str:
    """ "the fourth quarter of 2026"."""
    return f"the {('first', 'second', 'third', 'fourth')[(day.month - 1) // 3]} quarter of {day.year}"


# --- which relationships there are ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Overview:
    """Every relationship in the order of the review, and which are decided."""

    ids: tuple[int, ...]
    decided: frozenset[int]

    @property
    def undecided(self) -> int:
        """How many are left."""
        return sum(one not in self.decided for one in self.ids)


def overview(session: WorkspaceSession, today: date) -> Overview:
    """Leaders with whom something happened or was promised, those with something open first, each group by name.

    Who was let go before this quarter is not asked about again.
    """
    reviewed = select(QuarterlyReview.person_id).where(QuarterlyReview.quarter == quarter_of(today))
    decided = frozenset(session.scalars(reviewed))
    gone = set(session.scalars(select(Standing.person_id).where(Standing.state == "let_go"))) - decided
    still_open = _with_something_open(session)
    rows = [(number, key) for number, key in _leaders(session, today) if number not in gone]
    rows.sort(key=lambda row: (row[0] not in still_open, row[1], row[0]))
    return Overview(tuple(number for number, _ in rows), decided)


def _leaders(session: WorkspaceSession, today: date) -> Iterable[tuple[int, str]]:
    """Those who are in the ledger at all: a workspace may keep many more people than relationships."""
    about = (
        select(Touch.person_id).where(COUNTS).distinct(),
        select(Promise.person_id).where(Promise.deleted_at.is_(None)),
        select(Advice.person_id).where(Advice.deleted_at.is_(None)),
        select(QuarterlyReview.person_id).where(QuarterlyReview.quarter == quarter_of(today)),
    )
    kept = or_(*(Person.id.in_(ids) for ids in about))
    rows = session.execute(select(Person.id, Person.sort_key).where(people.HERE, Person.kind == "leader", kept))
    return ((number, key) for number, key in rows)


def _with_something_open(session: WorkspaceSession) -> set[int]:
    """Whose promise is open either way, who has a request before them, or has not been told of their advice."""
    promised = select(Promise.person_id).where(Promise.state == "open", Promise.deleted_at.is_(None))
    asked = select(Touch.person_id).where(COUNTS, Touch.ask_state == "open")
    advised = select(Advice.person_id).where(
        Advice.deleted_at.is_(None), Advice.told_on.is_(None), Advice.set_aside_on.is_(None),
        or_(Advice.tried != "", Advice.outcome != ""),
    )  # fmt: skip
    return set(session.scalars(promised.union(asked, advised)))


def is_due(session: WorkspaceSession, today: date) -> bool:
    """Whether it is the first Tuesday of the quarter, or soon after it, and something is not decided yet."""
    if not timedelta() <= today - first_tuesday(today) < REMINDED_FOR:
        return False
    decided = select(QuarterlyReview.person_id).where(QuarterlyReview.quarter == quarter_of(today))
    gone = select(Standing.person_id).where(Standing.state == "let_go")
    left = select(Person.id).where(
        Person.id.in_(select(Touch.person_id).where(COUNTS).distinct()), people.HERE, Person.kind == "leader",
        Person.id.not_in(decided), Person.id.not_in(gone),
    )  # fmt: skip
    return session.scalar(left.limit(1)) is not None


# --- what is said of each -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Contact:
    """One of the last contacts: who began it ("you", "him", "both of you"), and when."""

    who: str
    on: date


@dataclass(slots=True)
class Relationship:
    """A relationship as facts and words."""

    person: Person
    contacts: tuple[Contact, ...] = ()
    exchanged: str = ""
    mine_open: list[Promise] = field(default_factory=list)
    theirs_open: list[Promise] = field(default_factory=list)
    asks_open: list[date] = field(default_factory=list)
    untold: list[Advice] = field(default_factory=list)
    paused: Paused | None = None
    standing: Standing | None = None
    review: QuarterlyReview | None = None

    @property
    def stands(self) -> str:
        """How it stands: "Going on", "Resting", "Let go"."""
        return STANDINGS[self.standing.state if self.standing is not None else "active"]


def relationships(session: WorkspaceSession, ids: Sequence[int], today: date) -> list[Relationship]:
    """What is said of each of these people, in their order."""
    if not ids:
        return []
    rows = {person.id: person for person in session.scalars(select(Person).where(Person.id.in_(ids)))}
    found = {number: Relationship(rows[number]) for number in ids if number in rows}
    reviewed = select(QuarterlyReview).where(
        QuarterlyReview.quarter == quarter_of(today), QuarterlyReview.person_id.in_(ids)
    )  # fmt: skip
    for row in session.scalars(reviewed):
        found[row.person_id].review = row
    for number, contacts in _contacts(session, rows).items():
        found[number].contacts = contacts
    for number, words in _exchanged(session, ids, today).items():
        found[number].exchanged = words
    _put_in_what_is_open(session, found)
    pauses = queries.paused_people(session, today, ids)
    for standing in session.scalars(select(Standing).where(Standing.person_id.in_(ids))):
        is_over = standing.until is not None and standing.until <= today
        found[standing.person_id].standing = None if is_over else standing
    for number, one in found.items():
        one.paused = pauses.get(number)
    return list(found.values())


def _contacts(session: WorkspaceSession, rows: Mapping[int, Person]) -> dict[int, tuple[Contact, ...]]:
    """The last three contacts of each, the earliest first: "you, you, him"."""
    place = func.row_number().over(
        partition_by=Touch.person_id, order_by=(Touch.happened_on.desc(), Touch.id.desc())
    )  # fmt: skip
    ranked = select(Touch.person_id, Touch.kind, Touch.happened_on, place.label("place")).where(
        REAL, Touch.person_id.in_(list(rows))
    )
    latest = ranked.subquery()
    asked = select(latest).where(latest.c.place <= LAST_CONTACTS).order_by(latest.c.place.desc())
    found: dict[int, list[Contact]] = {}
    for person_id, kind, on, _ in session.execute(asked):
        found.setdefault(person_id, []).append(Contact(_who(kind, rows[person_id].pronouns), on))
    return {person_id: tuple(contacts) for person_id, contacts in found.items()}


def _who(kind: str, pronouns: str) -> str:
    if kind in MINE:
        return "you"
    return them(pronouns) if kind in THEIRS else "both of you"


def them(pronouns: str) -> str:
    """The word for somebody as the object of a sentence, by their recorded pronouns: never guessed."""
    first, _, second = pronouns.strip().lower().partition("/")
    known = {"he": "him", "she": "her", "they": "them"}
    return known.get(first.strip()) or (second.strip().split("/")[0] if second.strip().isalpha() else "them")


def whose(pronouns: str) -> str:
    """ "his", "her", "their": by recorded pronouns, "their" where there are none."""
    return {"him": "his", "her": "her"}.get(them(pronouns), "their")


EXCHANGED = {
    "gave": "you gave {times}", "asked": "you asked {times}", "thanked": "you thanked {times}",
    "received": "they gave {times}", "answered": "they answered {times}", "they_asked": "they asked {times}",
    "met": "you met or spoke {times}", "wrote": "you wrote {times}", "they_wrote": "they wrote {times}",
}  # fmt: skip
"""What was exchanged -> how it is told, gives first."""


def _exchanged(session: WorkspaceSession, ids: Sequence[int], today: date) -> dict[int, str]:
    """What passed either way this quarter, in a sentence for each. A present is no give."""
    kind = case((Touch.give_kind == "goods", "present"), else_=Touch.kind)
    counts = (
        select(Touch.person_id, kind, func.count())
        .where(REAL, Touch.person_id.in_(ids), Touch.happened_on >= begins(today))
        .group_by(Touch.person_id, kind)
    )
    found: dict[int, dict[str, int]] = {}
    for person_id, what, number in session.execute(counts):
        found.setdefault(person_id, {})[what] = number
    return {person_id: _told(numbers) for person_id, numbers in found.items()}


def _told(numbers: Mapping[str, int]) -> str:
    return listed([words.format(times=times(numbers[kind])) for kind, words in EXCHANGED.items() if kind in numbers])


def times(number: int) -> str:
    """ "once", "twice", "three times"."""
    return {1: "once", 2: "twice"}.get(number) or f"{in_words(number)} times"


def _put_in_what_is_open(session: WorkspaceSession, found: Mapping[int, Relationship]) -> None:
    ids = list(found)
    promised = select(Promise).where(
        Promise.person_id.in_(ids), Promise.state == "open", Promise.deleted_at.is_(None)
    )  # fmt: skip
    for promise in session.scalars(promised.order_by(Promise.due_on.is_(None), Promise.due_on, Promise.id)):
        one = found[promise.person_id]
        (one.mine_open if promise.is_mine else one.theirs_open).append(promise)
    asked = select(Touch.person_id, Touch.happened_on).where(
        COUNTS, Touch.person_id.in_(ids), Touch.ask_state == "open"
    )  # fmt: skip
    for person_id, on in session.execute(asked.order_by(Touch.happened_on, Touch.id)):
        found[person_id].asks_open.append(on)
    advised = select(Advice).where(
        Advice.person_id.in_(ids), Advice.deleted_at.is_(None), Advice.told_on.is_(None), Advice.set_aside_on.is_(None)
    )  # fmt: skip
    for advice in session.scalars(advised.order_by(Advice.given_on, Advice.id)):
        found[advice.person_id].untold.append(advice)


# --- how much it comes to -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Load:
    """Letters a month by the rhythms that are kept: of all who are asked about, and of those that go on."""

    all: float
    going_on: float


Rhythms = Callable[[WorkspaceSession, Collection[int]], Mapping[int, int]]
"""For people, after how many days each is to be written to; those without a rhythm are left out."""

_rhythms: list[Rhythms] = []


def rhythms_from(read: Rhythms) -> None:
    """The room that keeps rhythms says how to read them: this one may not import it."""
    _rhythms[:] = [read]


def load(session: WorkspaceSession, seen: Overview, resting: Collection[int]) -> Load | None:
    """What the rhythms come to; None where none is kept. `resting`: those who rest or were let go."""
    days = _rhythms[0](session, seen.ids) if _rhythms else {}
    if not days:
        return None
    monthly = {number: MONTH_DAYS / every for number, every in days.items() if every > 0}
    return Load(sum(monthly.values()), sum(value for number, value in monthly.items() if number not in resting))


def load_words(load: Load) -> str:
    """ "By the rhythms you keep, those that go on come to three letters a month; all of them would be four."."""
    going_on, everybody = _letters(load.going_on), _letters(load.all)
    if going_on == everybody:
        return f"By the rhythms you keep, they come to {going_on}."
    return f"By the rhythms you keep, those that go on come to {going_on}; all of them would be {everybody}."


def _letters(monthly: float) -> str:
    if 0 < monthly < 0.75:
        yearly = max(1, round(monthly * 12))
        return f"{_in_words(yearly)} a year"
    return f"{_in_words(round(monthly))} a month"


def _in_words(number: int) -> str:
    return f"{in_words(number)} {'letter' if number == 1 else 'letters'}"
