"""What the ledger tells the first page and the calendar, with what pauses, advice and the review tell.

A request by letter is followed up by a ladder, and told by the room that keeps it; here are the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import contains_eager

from outreach.db import WorkspaceSession
from outreach.people.queries import HERE
from outreach.relationships import ideas, touch_words, waiting_parts
from outreach.relationships.models import Promise, Touch
from outreach.relationships.queries import COUNTS
from outreach.relationships.waiting_parts import LeftAlone
from outreach.waiting import Coming, Expected, Waiting
from outreach.words import day

MOST = 50
"""Rows of a kind: nobody keeps more promises on one day, and a page shows some dozens."""

_HAS_LADDER = and_(Touch.source == "letter", Touch.ask_kind == "interview")


def tasks(session: WorkspaceSession, user_id: int, now: datetime, today: date) -> Sequence[Waiting]:
    """Promises due, one idea to give where there is a good one, and what the other parts of the room tell."""
    left = waiting_parts.left_alone(session, today)
    return (
        *_promises(session, today),
        *waiting_parts.tasks(session, user_id, now, today, left),
        *_give(session, today, left),
    )


def _open(*, is_mine: bool) -> Select[Promise]:
    kept = (HERE, Promise.is_mine.is_(is_mine), Promise.state == "open", Promise.deleted_at.is_(None))
    return select(Promise).join(Promise.person).options(contains_eager(Promise.person)).where(*kept)


def _promises(session: WorkspaceSession, today: date) -> Iterator[Waiting]:
    due = _open(is_mine=True).where(Promise.due_on <= today).order_by(Promise.due_on, Promise.id).limit(MOST)
    for row in session.scalars(due):
        yield Waiting(
            f"promise:{row.id}", "promise", f"Keep your promise to {row.person.name}: {touch_words.short(row.what)}",
            f"You promised it on {day(row.made_on, today)}.", "Open it", f"/promises/{row.id}", due_on=row.due_on,
            person_id=row.person_id,
        )  # fmt: skip


def _give(session: WorkspaceSession, today: date, left: LeftAlone) -> Iterator[Waiting]:
    """The best idea what to give. Reports on advice are tasks of their own."""
    found = ideas.ideas(session, today, ideas.MOST, {*left.paused, *left.resting})
    best = next((one for one in found if one.give_kind != "report_back"), None)
    if best is None:
        return
    source = f" ({best.source})" if best.source else ""
    yield Waiting(
        f"give:{best.key}", "give", best.words, f"{best.reason}{source}", "See the ideas", "/ledger#ideas",
        person_id=best.person_id,
    )  # fmt: skip


def expected(session: WorkspaceSession, user_id: int, now: datetime, today: date) -> Sequence[Expected]:
    """Their promises, and open requests that no ladder follows up."""
    del user_id, now  # the same for everybody of a workspace
    promised = _open(is_mine=False).order_by(Promise.due_on.is_(None), Promise.due_on, Promise.id).limit(MOST)
    asked = (
        select(Touch)
        .join(Touch.person)
        .options(contains_eager(Touch.person))
        .where(HERE, COUNTS, Touch.kind == "asked", Touch.ask_state == "open", ~_HAS_LADDER)
        .order_by(Touch.happened_on, Touch.id)
        .limit(MOST)
    )
    return (
        *(_their_promise(row, today) for row in session.scalars(promised)),
        *(
            Expected(
                f"ask:{row.id}", f"Answer of {row.person.name}: {touch_words.headline(row)}", row.happened_on,
                "Note the answer when it comes.", f"/touches/{row.id}", row.person_id,
            )
            for row in session.scalars(asked)
        ),
    )  # fmt: skip


def _their_promise(row: Promise, today: date) -> Expected:
    words = f"{row.person.name} promised: {touch_words.short(row.what)}"
    due = f"By {day(row.due_on, today)}." if row.due_on else "No day was said."
    return Expected(f"promised:{row.id}", words, row.made_on, due, f"/promises/{row.id}", row.person_id)


def coming(session: WorkspaceSession, user_id: int, now: datetime, today: date, until: date) -> Sequence[Coming]:
    """Promises with a day, of either side, and the days that the other parts of the room know."""
    dated = (
        select(Promise)
        .join(Promise.person)
        .options(contains_eager(Promise.person))
        .where(
            HERE, Promise.state == "open", Promise.deleted_at.is_(None), Promise.due_on >= today,
            Promise.due_on <= until,
        )
        .order_by(Promise.due_on, Promise.id)
        .limit(MOST)
    )  # fmt: skip
    return (
        *(_promised(row) for row in session.scalars(dated)),
        *waiting_parts.coming(session, user_id, now, today, until),
    )


def _promised(row: Promise) -> Coming:
    assert row.due_on is not None
    whose = f"Your promise to {row.person.name}" if row.is_mine else f"Promise of {row.person.name}"
    words = f"{whose}: {touch_words.short(row.what)}"
    return Coming(
        f"promise-{row.id}@groundwork", row.due_on, words, "promise", f"/promises/{row.id}", person_id=row.person_id
    )
