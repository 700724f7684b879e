"""What talks ask of the user, what is waited for, and when they are (see `outreach.waiting`).

The appointment once they have said yes, questions a week before, the confirmation on the working day before, the
debrief when it is over, the thanks within a day of it. Nothing is asked about somebody for whom everything stands
still, or who is not to be contacted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from sqlalchemy import bindparam, select

from outreach.accounts.whereabouts import day_in, zone_of_user
from outreach.db import WorkspaceSession
from outreach.drafts.models import Draft
from outreach.interviews import calendar_file, talk_queries, thanks
from outreach.interviews.appointment_times import at_in_words, questions_due, working_day_before
from outreach.interviews.appointments import day_of, zone_of_talk
from outreach.interviews.talk_queries import NO_THANKS, Thanks
from outreach.kept_statements import kept_statement
from outreach.once import once
from outreach.relationships.queries import paused_people
from outreach.waiting import Coming, Expected, Waiting
from outreach.words import day

ASKED_FOR = timedelta(days=30)
"""How long after a talk its debrief and its thanks are asked for; then they are told on the list of talks alone."""

AGREED_FOR = timedelta(days=60)
"""How long after a yes its appointment is asked for."""

AHEAD = timedelta(days=10)
"""How far ahead talks are looked at: questions go out a week before, confirmations over a long weekend."""

_READ_AHEAD = timedelta(days=16)
"""How far the first page reads at once: what is coming is shown for two weeks."""


def tasks(session: WorkspaceSession, user_id: int, now: datetime, today: date) -> Sequence[Waiting]:
    """What the user can do now about talks, in at most eight questions to the database."""
    here = zone_of_user(session, user_id)
    coming = _coming(session, now, now + AHEAD)
    over = talk_queries.lines_unfinished(session, now, now - ASKED_FOR)
    granted = talk_queries.agreed(session, now - AGREED_FOR)
    if not (coming or over or granted):
        return ()
    told = talk_queries.thanks_of(session, over)
    sent = _confirmations(session, coming)
    named = {*(row.person_id for row in (*coming, *over)), *(row.person_id for row in granted)}
    still = paused_people(session, today, named)
    open_ones = [row for row in coming if row.person_id not in still and row.do_not_contact_since is None]
    found = [
        *(_to_note(row, today) for row in granted if row.person_id not in still and row.do_not_contact_since is None),
        *(one for row in open_ones for one in _before(row, sent.get(row.id), today)),
        *(one for row in over for one in _after(row, told.get(row.id, NO_THANKS), still, here)),
    ]
    return tuple(found)


def _to_note(row: Any, today: date) -> Waiting:
    """A yes is lost where nobody finds a day for it."""
    return Waiting(
        f"agreed:{row.id}", "agreed", f"Note the appointment with {row.name}",
        f"The answer of {day(row.ask_closed_on, today)} was yes. Find a day, and note it.", "Note it",
        note_address(row), today, person_id=row.person_id,
    )  # fmt: skip


def note_address(row: Any) -> str:
    """Where the appointment of a request that was granted is noted: for the letter that asked, where one did.

    row: a touch, or a row of `talk_queries.agreed`.
    """
    letter = row.url.removeprefix("/drafts/") if row.source == "letter" else ""
    return f"/people/{row.person_id}/interviews/new" + (f"?draft={letter}" if letter.isdigit() else "")


def _before(row: Any, letter: Any, today: date) -> Iterator[Waiting]:
    on, name = day_of(row), row.name
    made_on = day_in(row.created_at, zone_of_talk(row))
    when = at_in_words(row.starts_at, zone_of_talk(row), today)
    if row.questions_sent_on is None and (due := questions_due(on, made_on)) <= today:
        address = f"/guides/{row.guide_id}/send" if row.guide_id else f"/interviews/{row.id}"
        yield Waiting(
            f"questions:{row.id}", "questions", f"Send {name} the questions", f"You talk on {when}.", "Open them",
            address, due, person_id=row.person_id,
        )  # fmt: skip
    was_sent = letter is not None and letter.state == "sent"
    if row.state == "planned" and not was_sent and (due := max(working_day_before(on), made_on)) <= today:
        yield Waiting(
            f"confirm:{row.id}", "confirm", f"Confirm the talk with {name}", f"You talk on {when}.", "Confirm it",
            f"/interviews/{row.id}", due, person_id=row.person_id,
        )  # fmt: skip


def _after(row: Any, told: Thanks, still: Mapping[int, object], here: tzinfo) -> Iterator[Waiting]:
    name = row.name
    ended = row.ended_at or row.starts_at + timedelta(minutes=row.minutes)
    on = day_in(ended, here)
    if row.debriefed_at is None:
        yield Waiting(
            f"debrief:{row.id}", "debrief", f"Write down what {name} told you", "Ten minutes, while you remember.",
            "Write the debrief", f"/interviews/{row.id}/debrief", on, person_id=row.person_id,
        )  # fmt: skip
    if row.ended_at is None or told.sent_on is not None or row.person_id in still or row.do_not_contact_since:
        return
    due = thanks.clock(row.ended_at, row.ended_at).due
    yield Waiting(
        f"thanks:{row.id}", "thanks", f"Thank {name} for the talk", f"You talked for {_lasted(row)} minutes.",
        "Go on with it" if told.draft_id else "Write it", f"/interviews/{row.id}/thanks", day_in(due, here),
        person_id=row.person_id,
    )  # fmt: skip


def _lasted(row: Any) -> int:
    if row.started_at is None or row.ended_at is None:
        return int(row.minutes)
    return max(1, int((row.ended_at - row.started_at).total_seconds() // 60))


def _coming(session: WorkspaceSession, now: datetime, until: datetime) -> Sequence[Any]:
    """Lines of talks on before a moment, the next one first: parts of one page share what is read of the next days."""
    if now > datetime.max.replace(tzinfo=UTC) - _READ_AHEAD or until > now + _READ_AHEAD:
        return talk_queries.lines_coming(session, now, until)
    return [row for row in _next_talks(session, now) if row.starts_at < until]


@once
def _next_talks(session: WorkspaceSession, now: datetime) -> Sequence[Any]:
    return talk_queries.lines_coming(session, now, now + _READ_AHEAD)


def _confirmations(session: WorkspaceSession, rows: Iterable[Any]) -> Mapping[int, Any]:
    """The latest letter that confirms each of these talks, in one question."""
    return _confirming(session, tuple(rows))


@once
def _confirming(session: WorkspaceSession, rows: tuple[Any, ...]) -> Mapping[int, Any]:
    planned = {row.person_id: row for row in rows if row.state == "planned"}
    if not planned:
        return {}
    found: dict[int, Any] = {}
    for draft in session.execute(_LETTERS, {"people": list(planned)}):
        row = planned[draft.person_id]
        if draft.created_at >= row.created_at:
            found[row.id] = draft
    return found


_LETTERS = kept_statement(
    select(Draft.person_id, Draft.state, Draft.sent_at, Draft.created_at)
    .where(Draft.person_id.in_(bindparam("people", expanding=True)), Draft.kind == thanks.CONFIRMATION)
    .where(Draft.deleted_at.is_(None), Draft.state != "put_away")
    .order_by(Draft.id)
)


def expected(session: WorkspaceSession, user_id: int, now: datetime, today: date) -> Sequence[Expected]:  # noqa: ARG001 (as every room's)
    """Talks whose confirmation was sent, and to which nobody has said yes yet."""
    rows = _coming(session, now, now + AHEAD)
    sent = _confirmations(session, rows)
    return tuple(
        Expected(
            f"confirmed:{row.id}", f"{row.name} confirms the talk", draft.sent_at.date(),
            f"You talk on {at_in_words(row.starts_at, zone_of_talk(row), today)} in any case, unless they write.",
            f"/interviews/{row.id}", row.person_id,
        )
        for row in rows
        if (draft := sent.get(row.id)) is not None and draft.sent_at is not None
    )  # fmt: skip


def coming(session: WorkspaceSession, user_id: int, now: datetime, today: date, until: date) -> Sequence[Coming]:  # noqa: ARG001 (as every room's)
    """The appointments up to a day, with their times."""
    zone = zone_of_user(session, user_id)
    try:
        end = datetime.combine(until + timedelta(days=1), time(), zone).astimezone(UTC)
    except OverflowError:
        end = datetime.max.replace(tzinfo=UTC)
    return tuple(calendar_file.coming_with(row.name, row) for row in _coming(session, now, end))
