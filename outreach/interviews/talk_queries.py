"""Reads talks for pages: one of them, its notes, the lists of what is coming and of what is over, and their thanks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, select
from sqlalchemy.orm import aliased, defer, joinedload

from outreach.db import WorkspaceSession
from outreach.drafts.models import Draft
from outreach.errors import NotFound
from outreach.interviews.talk_models import Interview, InterviewNote
from outreach.kept_statements import kept, kept_statement
from outreach.once import once
from outreach.pagination import Key, Page, page_of
from outreach.people.models import Person
from outreach.people.queries import HERE
from outreach.relationships.models import Touch
from outreach.relationships.queries import IS_ASK

MOST_ON_A_PAGE_PART = 12
MOST_COMING = 50
PAGE_SIZE = 30

IS_ON = Interview.state.in_(("planned", "confirmed"))
COUNTS = Interview.deleted_at.is_(None)
_HERE = select(Person.id).where(Person.id == Interview.person_id, HERE).exists()
_LATEST = (Key(Interview.starts_at, descending=True), Key(Interview.id, descending=True))

_LEAN = (
    joinedload(Interview.person).load_only(Person.name, Person.do_not_contact_since),
    *(
        defer(told)
        for told in (
            Interview.learned, Interview.changed_in_me, Interview.to_verify, Interview.next_give, Interview.debrief,
            Interview.consent_words, Interview.called_off_words,
        )
    ),
)  # fmt: skip
"""What lists do not tell is not read for them: what was said in talks, and all of a person but the name."""

_LINE = (
    Interview.id, Interview.person_id, Interview.guide_id, Interview.thanks_draft_id, Interview.starts_at,
    Interview.zone, Interview.minutes, Interview.place, Interview.state, Interview.sequence, Interview.uid,
    Interview.questions_sent_on, Interview.started_at, Interview.ended_at, Interview.debriefed_at,
    Interview.created_at, Person.name, Person.do_not_contact_since,
)  # fmt: skip
"""What the first page tells of a talk, and of whom it is with."""

_LATE_THANKS = 30
"""Days after a talk in which a note of thanks is for it, and not for something else."""


@dataclass(frozen=True, slots=True)
class Thanks:
    """How the thanks for a talk stand: on which day they were sent, else the letter that is being written."""

    sent_on: date | None = None
    draft_id: int | None = None


NO_THANKS = Thanks()


# --- one --------------------------------------------------------------------------------------------------------------


def talk_here(session: WorkspaceSession, number: int) -> Interview:
    """A talk with somebody who is here. Raises: NotFound, also for one that was deleted."""
    row = deleted_or_not(session, number)
    if row.deleted_at is not None:
        raise NotFound
    return row


def deleted_or_not(session: WorkspaceSession, number: int) -> Interview:
    """A talk with somebody who is here, also one that can be brought back. Raises: NotFound."""
    row = session.get(Interview, number)
    if row is None or row.person.deleted_at is not None or row.person.merged_into_id is not None:
        raise NotFound
    return row


def line_of(session: WorkspaceSession, row: Interview, line_id: int) -> InterviewNote:
    """A line of these notes, also one that was deleted. Raises: NotFound."""
    mine = (InterviewNote.id == line_id, InterviewNote.interview_id == row.id)
    line = session.scalar(select(InterviewNote).where(*mine))
    if line is None:
        raise NotFound
    return line


# --- lists ------------------------------------------------------------------------------------------------------------


def _listed(*conditions: ColumnElement[bool]) -> Sequence[ColumnElement[bool]]:
    return (COUNTS, _HERE, *conditions)


@once
def of_person(session: WorkspaceSession, person_id: int) -> Sequence[Interview]:
    """The latest talks with a leader."""
    return session.scalars(_of_person(), {"person": person_id}).all()


@kept
def _of_person() -> Select[Interview]:
    return _latest_of(Interview.person_id == bindparam("person"))


def of_draft(session: WorkspaceSession, draft_id: int) -> Sequence[Interview]:
    """The talks that a letter asked for."""
    return _latest(session, Interview.draft_id == draft_id)


def of_guide(session: WorkspaceSession, guide_id: int) -> Sequence[Interview]:
    """The talks that questions are for."""
    return _latest(session, Interview.guide_id == guide_id)


def of_project(session: WorkspaceSession, project_id: int) -> Sequence[Interview]:
    """The talks for a project."""
    return _latest(session, Interview.project_id == project_id)


def _latest(session: WorkspaceSession, condition: ColumnElement[bool]) -> Sequence[Interview]:
    return session.scalars(_latest_of(condition)).all()


def _latest_of(condition: ColumnElement[bool]) -> Select[Interview]:
    wanted = select(Interview).where(*_listed(condition)).options(*_LEAN)
    return wanted.order_by(Interview.starts_at.desc(), Interview.id.desc()).limit(MOST_ON_A_PAGE_PART)


def coming(session: WorkspaceSession, now: datetime, until: datetime | None = None) -> Sequence[Interview]:
    """Talks that are on and not over by the clock, the next one first."""
    begun = {"since": now - timedelta(hours=4), "until": until or datetime.max.replace(tzinfo=UTC)}
    rows = session.scalars(_coming(), begun).all()
    return [row for row in rows if row.starts_at + timedelta(minutes=row.minutes) > now]


@kept
def _coming() -> Select[Interview]:
    wanted = _listed(IS_ON, Interview.starts_at > bindparam("since"), Interview.starts_at < bindparam("until"))
    together = select(Interview).where(*wanted).options(*_LEAN)
    return together.order_by(Interview.starts_at, Interview.id).limit(MOST_COMING)


def lines_coming(session: WorkspaceSession, now: datetime, until: datetime) -> Sequence[Any]:
    """What `coming` finds, as rows of `_LINE` for the first page."""
    begun = {"since": now - timedelta(hours=4), "until": until}
    rows = session.execute(_lines_coming(), begun).all()
    return [row for row in rows if row.starts_at + timedelta(minutes=row.minutes) > now]


@kept
def _lines_coming() -> Select[*tuple[Any, ...]]:
    begun = (Interview.starts_at > bindparam("since"), Interview.starts_at < bindparam("until"))
    together = select(*_LINE).join(Interview.person).where(COUNTS, HERE, IS_ON, *begun)
    return together.order_by(Interview.starts_at, Interview.id).limit(MOST_COMING)


def unfinished(session: WorkspaceSession, now: datetime, since: datetime) -> Sequence[Interview]:
    """Talks whose time is over, since a moment: those that were held, and those of which nobody has said so."""
    rows = session.scalars(_over(), {"since": since, "now": now}).all()
    return [row for row in rows if _is_over(row, now)]


def lines_unfinished(session: WorkspaceSession, now: datetime, since: datetime) -> Sequence[Any]:
    """What `unfinished` finds, as rows of `_LINE` for the first page."""
    rows = session.execute(_lines_over(), {"since": since, "now": now})
    return [row for row in rows if _is_over(row, now)]


@kept
def _lines_over() -> Select[*tuple[Any, ...]]:
    together = select(*_LINE).join(Interview.person).where(COUNTS, HERE, *_begun_between())
    return together.order_by(Interview.starts_at.desc(), Interview.id.desc()).limit(MOST_COMING)


def _begun_between() -> Sequence[ColumnElement[bool]]:
    begun = Interview.starts_at.between(bindparam("since"), bindparam("now"))
    return Interview.state.in_(("planned", "confirmed", "held")), begun


def _is_over(row: Any, now: datetime) -> bool:
    return bool(row.state == "held" or row.starts_at + timedelta(minutes=row.minutes) <= now)


@kept
def _over() -> Select[Interview]:
    wanted = select(Interview).where(*_listed(*_begun_between())).options(*_LEAN)
    return wanted.order_by(Interview.starts_at.desc(), Interview.id.desc()).limit(MOST_COMING)


def agreed(session: WorkspaceSession, since: datetime, person_id: int | None = None) -> Sequence[Any]:
    """Interviews that were granted since a moment and have no appointment yet, the latest first; of all, or of one.

    Whoever was met since, or has a talk that was held or is planned since then, has one. Rows of the request: id,
    person_id, ask_closed_on, source, url; and of the person: name, do_not_contact_since.
    """
    statement = _agreed() if person_id is None else _agreed_by()
    rows = session.execute(statement, {"since": since, "since_day": since.date(), "person": person_id}).all()
    return list({row.person_id: row for row in reversed(rows)}.values())[::-1]


@kept
def _agreed_by() -> Select[*tuple[Any, ...]]:
    return _agreed().where(Touch.person_id == bindparam("person"))


@kept
def _agreed() -> Select[*tuple[Any, ...]]:
    later = aliased(Touch)
    has_talk = select(Interview.id).where(
        Interview.person_id == Touch.person_id, COUNTS, Interview.starts_at > bindparam("since")
    )
    was_met = select(later.id).where(
        later.person_id == Touch.person_id, later.deleted_at.is_(None), later.kind == "met",
        later.happened_on >= Touch.ask_closed_on,
    )  # fmt: skip
    told = (Touch.id, Touch.person_id, Touch.ask_closed_on, Touch.source, Touch.url)
    granted = select(*told, Person.name, Person.do_not_contact_since).join(Touch.person).where(
        HERE, IS_ASK, Touch.ask_kind == "interview",
        Touch.ask_state == "granted", Touch.ask_closed_on >= bindparam("since_day"),
        ~has_talk.exists(), ~was_met.exists(),
    )  # fmt: skip
    return granted.order_by(Touch.ask_closed_on.desc(), Touch.id.desc()).limit(MOST_COMING)


def all_talks(session: WorkspaceSession, cursor: str | None = None) -> Page[Interview]:
    """Every talk, the latest first. Raises: BadCursor."""
    wanted = select(Interview).where(*_listed()).options(*_LEAN)
    return page_of(session, wanted, _LATEST, cursor=cursor, size=PAGE_SIZE)


def deleted_before(session: WorkspaceSession, moment: datetime) -> Iterator[Sequence[Interview | InterviewNote]]:
    """Talks, then lines of notes, that were deleted before a moment."""
    yield session.scalars(select(Interview).where(Interview.deleted_at < moment)).all()
    yield session.scalars(select(InterviewNote).where(InterviewNote.deleted_at < moment)).all()


# --- thanks -----------------------------------------------------------------------------------------------------------


def thanks_of(session: WorkspaceSession, rows: Sequence[Any]) -> Mapping[int, Thanks]:
    """How the thanks for these talks stand, by their ids, in two questions; talks without any are left out.

    rows: talks, or their lines.

    A letter that was sent counts, and so does what the user noted by hand: a card, a word on the telephone.
    """
    held = [row for row in rows if row.ended_at is not None]
    if not held:
        return {}
    drafts = _letters(session, [row.thanks_draft_id for row in held if row.thanks_draft_id is not None])
    noted = _noted(session, held)
    found: dict[int, Thanks] = {}
    for row in held:
        draft = drafts.get(row.thanks_draft_id or 0)
        by_hand = next((on for on in noted.get(row.person_id, ()) if _is_for(row, on)), None)
        if draft is not None and draft.sent_at is not None:
            found[row.id] = Thanks(draft.sent_at.date(), draft.id)
        elif by_hand is not None:
            found[row.id] = Thanks(by_hand)
        elif draft is not None and draft.deleted_at is None:
            found[row.id] = Thanks(None, draft.id)
    return found


def _letters(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, Any]:
    if not ids:
        return {}
    return {row.id: row for row in session.execute(_WRITTEN, {"ids": list(ids)})}


_WRITTEN = kept_statement(
    select(Draft.id, Draft.sent_at, Draft.deleted_at).where(Draft.id.in_(bindparam("ids", expanding=True)))
)


def _noted(session: WorkspaceSession, rows: Sequence[Any]) -> dict[int, list[date]]:
    first = min(row.ended_at for row in rows if row.ended_at is not None).date()
    people = list({row.person_id for row in rows})
    found: dict[int, list[date]] = {}
    for person_id, on in session.execute(_THANKED, {"people": people, "since": first - timedelta(days=1)}):
        found.setdefault(person_id, []).append(on)
    return found


_THANKED = kept_statement(
    select(Touch.person_id, Touch.happened_on)
    .where(Touch.kind == "thanked", Touch.deleted_at.is_(None), Touch.happened_on >= bindparam("since"))
    .where(Touch.person_id.in_(bindparam("people", expanding=True)))
    .order_by(Touch.happened_on, Touch.id)
)


def _is_for(row: Any, on: date) -> bool:
    return bool(-1 <= (on - row.ended_at.date()).days <= _LATE_THANKS)
