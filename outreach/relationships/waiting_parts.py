"""What pauses, advice, recommendations and the review tell the first page; `waiting` joins it to the rest of the room.

Each function reads in a fixed number of questions to the database, as `outreach.waiting` says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from outreach.db import WorkspaceSession
from outreach.once import once
from outreach.relationships import advice, learning, pauses, queries, review
from outreach.relationships.models import Pause
from outreach.waiting import Coming, Waiting
from outreach.words import day

MOST = 20
"""Tasks of a kind: nobody reports back to more people on one day."""

TOMORROW = timedelta(days=1)

_AHEAD = timedelta(days=16)
"""How far pauses are read at once: the first page shows two weeks."""


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """Who is paused or rests on a day: nothing is proposed about them."""

    paused: Mapping[int, object]
    resting: Mapping[int, object]

    def has(self, person_id: int) -> bool:
        """Whether a person is among them."""
        return person_id in self.paused or person_id in self.resting


def left_alone(session: WorkspaceSession, today: date) -> LeftAlone:
    """Who is paused or rests."""
    return LeftAlone(queries.paused_people(session, today), queries.resting_people(session, today))


def tasks(
    session: WorkspaceSession, user_id: int, now: datetime, today: date, left: LeftAlone | None = None
) -> Sequence[Waiting]:
    """Advice to report on, recommendations to tell of, pauses that end, the review of the quarter."""
    del user_id, now  # the same for everybody of a workspace
    left = left if left is not None else left_alone(session, today)
    return (
        *_advice(session, today, left),
        *_recommendations(session, left),
        *_pauses(session, today),
        *_review(session, today),
    )


def _advice(session: WorkspaceSession, today: date, left: LeftAlone) -> Sequence[Waiting]:
    found = []
    for row in advice.untold(session, today, MOST):
        if left.has(row.person_id):
            continue
        how_far = f"{review.whose(row.pronouns)} advice tried{', result in' * bool(row.outcome)}"
        reason = f"Advised on {day(row.given_on, today)}: {_short(row.words)}."
        found.append(
            Waiting(f"advice:{row.id}", "report", f"Report back to {row.name}: {how_far}", reason,
                    "Report back", f"/advice/{row.id}", person_id=row.person_id)
        )  # fmt: skip
    return found


def _short(words: str) -> str:
    line = " ".join(words.split()).rstrip(".")
    return line if len(line) <= 80 else f"{line[:77].rpartition(' ')[0] or line[:77]} …"


def _recommendations(session: WorkspaceSession, left: LeftAlone) -> Sequence[Waiting]:
    return [
        Waiting(f"recommendation:{row.id}", "report", f"Tell {row.name} that you read what they recommended",
                f"“{_short(row.title)}” is read, and they do not know yet.", "Tell them",
                f"/recommendations/{row.id}", person_id=row.person_id)
        for row in learning.read_and_untold(session, MOST)
        if not left.has(row.person_id)
    ]  # fmt: skip


def _pauses(session: WorkspaceSession, today: date) -> Sequence[Waiting]:
    if today >= date.max:
        return []
    found = []
    for row in _ending(session, today, today + TOMORROW):
        if row.until != today + TOMORROW or _is_gone(row):
            continue
        name = pauses.subject_of(row)
        found.append(
            Waiting(f"pause:{row.id}", "pause", f"Decide whether the pause about {name} ends tomorrow",
                    f"It stands until {day(row.until, today)}; then everything goes on by itself.", "Look at the pause",
                    pauses.address_of(row), due_on=today, person_id=row.person_id, organization_id=row.organization_id)
        )  # fmt: skip
    return found


def _ending(session: WorkspaceSession, today: date, until: date) -> Sequence[Pause]:
    """The pauses that end after today, up to a day: parts of one page share what is read of the next days."""
    soon = today + min(_AHEAD, date.max - today)
    return [row for row in _read_ending(session, today, max(until, soon)) if row.until <= until]


@once
def _read_ending(session: WorkspaceSession, today: date, until: date) -> Sequence[Pause]:
    return pauses.ending_between(session, today, until)


def _is_gone(row: Pause) -> bool:
    about = row.person or row.organization
    return about is None or about.deleted_at is not None


def _review(session: WorkspaceSession, today: date) -> Sequence[Waiting]:
    if not review.is_due(session, today):
        return []
    due = review.first_tuesday(today)
    return [
        Waiting(f"review:{today.year}-{due.month}", "review", f"Review your relationships of {review.named(today)}",
                "Once a quarter: continue, let rest, or let go.", "Start the review", "/review")
    ]  # fmt: skip


def coming(session: WorkspaceSession, user_id: int, now: datetime, today: date, until: date) -> Sequence[Coming]:
    """The days on which pauses end, and the day of the next review."""
    del user_id, now
    found = [
        Coming(f"pause-{row.id}@groundwork", row.until, f"Everything about {pauses.subject_of(row)} goes on", "pause",
               pauses.address_of(row))
        for row in _ending(session, today, until)
        if not _is_gone(row)
    ]  # fmt: skip
    found += [
        Coming(f"review-{due.isoformat()}@groundwork", due, "Review your relationships", "review", "/review")
        for due in review.tuesdays_after(today)
        if due <= until
    ]
    return found
