"""What ladders look at: the rooms' rows as `rules.Facts`, for many ladders in a fixed number of questions.

looks(session, rows, now) -> tuple[Look, ...]     each ladder as it stands, and as the facts of this moment make it
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import BindParameter, Integer, Select, String, and_, bindparam, literal, select, union_all

from outreach.accounts.models import SenderProfile
from outreach.accounts.whereabouts import day_in
from outreach.db import WorkspaceSession
from outreach.drafts.models import Departure, Draft
from outreach.followups import ladder_files, rules
from outreach.followups.ladder_files import Ladder
from outreach.followups.models import FollowUp, FollowUpStep
from outreach.followups.rules import Course, Facts, Note, Sign, StepNow
from outreach.kept_statements import kept, kept_statement
from outreach.once import once
from outreach.people.models import Person, Position
from outreach.relationships import queries as ledger
from outreach.relationships.models import Touch
from outreach.time_zones import zone_of

SIGNS = ("answered", "received", "they_asked", "they_wrote", "met")
"""Kinds of touches that are a sign of life of theirs."""

NOTES = ("reminder", "closing-note", "follow-up")
"""Kinds of letters that are a note of a ladder, whoever began them."""

MOST_AT_ONCE = 400
"""Ladders that are looked at together."""


@dataclass(frozen=True, slots=True)
class Zones:
    """Whose mornings count: `counts`. `here` is the user's; `unknown` is a name of the person's that no zone has."""

    counts: tzinfo
    here: tzinfo
    name: str = ""
    """Of the reader's zone; "" where the user's own counts."""
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """A ladder with its rows, the facts, and what both make of it now. `ask_id`: the request's touch in the ledger."""

    row: FollowUp
    steps: tuple[FollowUpStep, ...]
    course: Course
    facts: Facts
    ladder: Ladder | None
    zones: Zones
    ask_id: int | None = None

    @property
    def step_row(self) -> FollowUpStep | None:
        """The row of the next note."""
        open_step = self.course.open_step
        return next((one for one in self.steps if open_step is not None and one.place == open_step.place), None)


def looks(session: WorkspaceSession, rows: Sequence[FollowUp], now: datetime) -> tuple[Look, ...]:
    """The ladders with what the facts make of them at this moment; nothing is written."""
    known = _looked_at(session, now)
    left = [row for row in rows if row.id not in known]
    if left:
        gathered = _gather(session, left, now)
        known.update((row.id, _look(row, gathered, now)) for row in left)
    return tuple(known[row.id] for row in rows)


@once
def _looked_at(session: WorkspaceSession, now: datetime) -> dict[int, Look]:  # noqa: ARG001 (what `once` tells apart)
    """Ladders that this page has looked at already; in a session that writes, none."""
    return {}


def again(look: Look, now: datetime, **changes: Any) -> Look:
    """The look with some facts changed, and the course settled by them."""
    facts = replace(look.facts, **changes)
    return replace(look, facts=facts, course=rules.settled(course_of(look.row, look.steps), facts, look.ladder, now))


def course_of(row: FollowUp, steps: Sequence[FollowUpStep]) -> Course:
    """The course as it is kept."""
    return Course(
        row.started_at,
        tuple(
            StepNow(one.place, one.kind, one.state, one.due_at, one.became_due_at, one.sent_at, one.draft_id)
            for one in sorted(steps, key=lambda one: one.place)
        ),
        row.state,
        row.stop_reason,
        row.ended_at,
        row.held_until,
    )


# --- gathering ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Gathered:
    steps: Mapping[int, list[FollowUpStep]]
    drafts: Mapping[int, Any]
    loose: Mapping[int, list[Any]]
    """Notes that were sent without their step's button, by the letter that they go on with."""
    people: Mapping[int, Any]
    touches: Mapping[int, list[Any]]
    asks: Mapping[int, tuple[int, str]]
    requests: Mapping[int, list[tuple[datetime, int]]]
    posts: Mapping[int, list[Any]]
    pauses: Mapping[int, date]
    zones: Mapping[int, tzinfo]


_DRAFT = (Draft.id, Draft.person_id, Draft.kind, Draft.state, Draft.sent_at, Draft.deleted_at, Draft.written_by_id,
          Draft.answers_id)  # fmt: skip
_AMONG_LETTERS: BindParameter[Any] = bindparam("letters", expanding=True, type_=Integer)
_AMONG_PEOPLE: BindParameter[Any] = bindparam("people", expanding=True, type_=Integer)
_IS_SENT = and_(Draft.state == "sent", Draft.deleted_at.is_(None))

_KINDS: BindParameter[Any] = bindparam("kinds", expanding=True, type_=String)
_LETTERS = kept_statement(union_all(
    select(literal("letter").label("part"), *_DRAFT).where(Draft.id.in_(_AMONG_LETTERS)),
    select(literal("note"), *_DRAFT).where(Draft.answers_id.in_(_AMONG_LETTERS), Draft.kind.in_(NOTES), _IS_SENT),
    select(literal("request"), *_DRAFT).where(Draft.person_id.in_(_AMONG_PEOPLE), Draft.kind.in_(_KINDS), _IS_SENT),
))  # fmt: skip
"""The letters of ladders, the notes that go on with them, and the requests to their people, in one question."""

_PEOPLE = kept_statement(
    select(
        Person.id, Person.time_zone, Person.deleted_at, Person.merged_into_id, Person.do_not_contact_since, Person.name
    ).where(Person.id.in_(_AMONG_PEOPLE))
)
_TOUCHES = kept_statement(
    select(Touch.person_id, Touch.kind, Touch.happened_on, Touch.answer, Touch.back_on, Touch.created_at)
    .where(Touch.person_id.in_(_AMONG_PEOPLE), ledger.COUNTS, Touch.happened_on >= bindparam("since"))
    .where(Touch.kind.in_(SIGNS))
    .order_by(Touch.happened_on, Touch.id)
)
_POSTS = kept_statement(
    select(Position.person_id, Position.is_current, Position.created_at, Position.updated_at)
    .where(Position.person_id.in_(_AMONG_PEOPLE))
)  # fmt: skip
_ASKS = kept_statement(
    select(Departure.draft_id, Touch.id, Touch.ask_state)
    .join(Touch, Touch.source_id == Departure.id)
    .where(Departure.draft_id.in_(_AMONG_LETTERS), Touch.source == "letter", Touch.kind == "asked", ledger.BY_A_ROOM)
    .order_by(Touch.id)
)
_ZONES = kept_statement(
    select(SenderProfile.user_id, SenderProfile.time_zone)
    .where(SenderProfile.user_id.in_(bindparam("users", expanding=True)))
)  # fmt: skip


@kept
def _steps_of() -> Select[FollowUpStep]:
    of_these = FollowUpStep.follow_up_id.in_(bindparam("ids", expanding=True))
    return select(FollowUpStep).where(of_these).order_by(FollowUpStep.place)


def _gather(session: WorkspaceSession, rows: Sequence[FollowUp], now: datetime) -> _Gathered:
    people = {row.person_id for row in rows}
    steps = _steps(session, [row.id for row in rows])
    letters = {row.draft_id for row in rows} | {
        one.draft_id for some in steps.values() for one in some if one.draft_id is not None
    }
    drafts, loose, requests = _letters(session, letters, people)
    zones = _zones(session, {drafts[row.draft_id].written_by_id for row in rows if row.draft_id in drafts})
    since = min(row.started_at for row in rows).date() - timedelta(days=1)
    return _Gathered(
        steps=steps,
        drafts=drafts,
        loose=loose,
        people={one.id: one for one in session.execute(_PEOPLE, {"people": list(people)})},
        touches=_touches(session, people, since),
        asks=_asks(session, letters),
        requests=requests,
        posts=_by_person(session.execute(_POSTS, {"people": list(people)})),
        pauses=_pauses(session, people, now, zones.values()),
        zones=zones,
    )


def _steps(session: WorkspaceSession, ids: Sequence[int]) -> Mapping[int, list[FollowUpStep]]:
    found: dict[int, list[FollowUpStep]] = defaultdict(list)
    for one in session.scalars(_steps_of(), {"ids": list(ids)}):
        found[one.follow_up_id].append(one)
    return found


def _letters(
    session: WorkspaceSession, letters: set[int], people: set[int]
) -> tuple[Mapping[int, Any], Mapping[int, list[Any]], Mapping[int, list[tuple[datetime, int]]]]:
    """These letters; the notes that go on with them, by letter; and all requests that were sent, by person."""
    kinds = {kind for ladder in ladder_files.ladders().values() for kind in ladder.after}
    asked = {"letters": list(letters), "people": list(people), "kinds": sorted(kinds)}
    drafts: dict[int, Any] = {}
    loose: dict[int, list[Any]] = defaultdict(list)
    requests: dict[int, list[tuple[datetime, int]]] = defaultdict(list)
    for one in session.execute(_LETTERS, asked):
        if one.part == "letter":
            drafts[one.id] = one
        elif one.part == "note":
            loose[one.answers_id].append(one)
        elif one.sent_at is not None:
            requests[one.person_id].append((one.sent_at, one.id))
    for some in loose.values():
        some.sort(key=lambda one: (one.sent_at, one.id))
    return drafts, loose, requests


def _touches(session: WorkspaceSession, people: set[int], since: date) -> Mapping[int, list[Any]]:
    return _by_person(session.execute(_TOUCHES, {"people": list(people), "since": since}))


def _by_person(rows: Iterable[Any]) -> Mapping[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for one in rows:
        found[one.person_id].append(one)
    return found


def _asks(session: WorkspaceSession, letters: set[int]) -> Mapping[int, tuple[int, str]]:
    """How the requests stand in the ledger, by letter."""
    noted = session.execute(_ASKS, {"letters": list(letters)})
    return {draft_id: (touch_id, state) for draft_id, touch_id, state in noted}


def _zones(session: WorkspaceSession, users: set[int | None]) -> Mapping[int, tzinfo]:
    known = [one for one in users if one is not None]
    if not known:
        return {}
    said = session.execute(_ZONES, {"users": known})
    return {user_id: zone for user_id, name in said if (zone := zone_of(name)) is not None}


def _pauses(session: WorkspaceSession, people: set[int], now: datetime, zones: Iterable[tzinfo]) -> Mapping[int, date]:
    """Until when things stand still, by person. A pause holds by the user's day, and by that in which it is kept."""
    found: dict[int, date] = {}
    for day in {now.date(), *(day_in(now, zone) for zone in zones)}:
        for person_id, one in ledger.paused_people(session, day, people).items():
            found[person_id] = max(one.until, found.get(person_id, one.until))
    return found


# --- one ladder -----------------------------------------------------------------------------------------------------


def _look(row: FollowUp, all_: _Gathered, now: datetime) -> Look:
    steps = tuple(all_.steps.get(row.id, ()))
    draft, person = all_.drafts.get(row.draft_id), all_.people.get(row.person_id)
    ladder = ladder_files.ladders().get(row.ladder_key)
    zones = _zones_of(person, all_.zones.get(draft.written_by_id) if draft is not None else None)
    is_sent = draft is not None and draft.state == "sent" and draft.deleted_at is None
    sent_at = draft.sent_at if draft is not None and is_sent else None
    since = sent_at or row.started_at
    ask_id, ask_state = all_.asks.get(row.draft_id, (None, ""))
    facts = Facts(
        zone=zones.counts,
        sent_at=sent_at,
        signs=_signs(all_.touches.get(row.person_id, ()), since, zones.here),
        ask_state=ask_state,
        is_here=person is not None and person.deleted_at is None and person.merged_into_id is None,
        may_be_written_to=person is None or person.do_not_contact_since is None,
        has_moved=_has_moved(all_.posts.get(row.person_id, ()), _seen(row)),
        asked_anew=any(one > (since, row.draft_id) for one in all_.requests.get(row.person_id, ())),
        paused_until=all_.pauses.get(row.person_id),
        notes=_notes(row, steps, all_),
    )
    course = rules.settled(course_of(row, steps), facts, ladder, now)
    return Look(row, steps, course, facts, ladder, zones, ask_id)


def _zones_of(person: Any, here: tzinfo | None) -> Zones:
    name = person.time_zone if person is not None else ""
    there = zone_of(name)
    if there is not None:
        return Zones(there, here or UTC, name)
    return Zones(here or UTC, here or UTC, unknown=name)


def _signs(touches: Iterable[Any], since: datetime, here: tzinfo) -> tuple[Sign, ...]:
    """What came after the request. Of its own day that which was noted later; a talk of that day led to it."""
    day = day_in(since, here)
    return tuple(
        Sign(one.happened_on, one.answer, one.back_on)
        for one in touches
        if one.happened_on > day
        or (one.happened_on == day and one.kind != "met" and one.created_at >= since)
    )  # fmt: skip


def _seen(row: FollowUp) -> datetime:
    """Since when a change of post counts: one that was seen when the ladder began again does not end it once more."""
    return row.started_at if row.updated_at == row.created_at else max(row.started_at, row.updated_at)


def _has_moved(posts: Sequence[Any], since: datetime) -> bool:
    """Whether a post of theirs ended since, and none that they held then is left."""
    before = [one for one in posts if one.created_at <= since]
    ended = any(not one.is_current and one.updated_at > since for one in before)
    return ended and not any(one.is_current for one in before)


def _notes(row: FollowUp, steps: Sequence[FollowUpStep], all_: _Gathered) -> dict[int, Note]:
    """The letters of the steps; one that was sent in the same thread without its step's button takes the next step."""
    found: dict[int, Note] = {}
    for step in steps:
        draft = all_.drafts.get(step.draft_id or 0)
        if draft is not None and draft.deleted_at is None:
            found[step.place] = Note(draft.id, draft.sent_at if draft.state == "sent" else None)
    linked = {step.draft_id for step in steps}
    thread = [row.draft_id, *(number for number in linked if number is not None)]
    loose = [one for number in thread for one in all_.loose.get(number, ()) if one.id not in linked]
    for one in sorted(loose, key=lambda one: (one.sent_at, one.id)):
        open_ones = [step for step in steps if not (step.place in found and found[step.place].sent_at)]
        same = [step for step in open_ones if (step.kind == "closing") == (one.kind == "closing-note")]
        if open_ones:
            found[(same or open_ones)[0].place] = Note(one.id, one.sent_at)
    return found
