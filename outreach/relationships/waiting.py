"""What the ledger tells the first page and the calendar, with what pauses, advice and the review tell.

A request by letter is followed up by a ladder, and told by the room that keeps it; here are the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, Subquery, and_, bindparam, literal, select, union_all

from outreach.db import WorkspaceSession
from outreach.kept_statements import kept
from outreach.once import once
from outreach.people.models import Person
from outreach.people.queries import HERE
from outreach.relationships import ideas, touch_words, waiting_parts
from outreach.relationships.models import Promise, Touch
from outreach.relationships.queries import IS_ASK
from outreach.relationships.waiting_parts import LeftAlone
from outreach.waiting import Coming, Expected, Waiting
from outreach.words import day

MOST = 50
"""Rows of a kind: nobody keeps more promises on one day, and a page shows some dozens."""

_AHEAD = timedelta(days=16)
"""How far promises are read at once: the first page shows two weeks."""

_HAS_LADDER = and_(Touch.source == "letter", Touch.ask_kind == "interview")


def tasks(session: WorkspaceSession, user_id: int, now: datetime, today: date) -> Sequence[Waiting]:
    """Promises due, one idea to give where there is a good one, and what the other parts of the room tell."""
    left = waiting_parts.left_alone(session, today)
    return (
        *_promises(session, today),
        *waiting_parts.tasks(session, user_id, now, today, left),
        *_give(session, today, left),
    )


@once
def _open(session: WorkspaceSession, today: date, until: date) -> Mapping[str, Sequence[Any]]:
    """The open promises that are told, in one question: "mine" that are due, "theirs", and "dated" ones up to a day."""
    found: dict[str, list[Any]] = defaultdict(list)
    for row in session.execute(_open_promises(), {"today": today, "until": until}):
        found[row.part].append(row)
    return {part: sorted(rows, key=lambda row: (row.due_on or date.max, row.id)) for part, rows in found.items()}


@kept
def _open_promises() -> CompoundSelect[*tuple[Any, ...]]:
    parts = (
        _part("mine", Promise.is_mine.is_(True), Promise.due_on <= bindparam("today")),
        _part("theirs", Promise.is_mine.is_(False)),
        _part("dated", Promise.due_on >= bindparam("today"), Promise.due_on <= bindparam("until")),
    )
    return union_all(*(select(part) for part in parts))


def _part(part: str, *which: ColumnElement[bool]) -> Subquery:
    columns = (Promise.id, Promise.is_mine, Promise.what, Promise.made_on, Promise.due_on, Promise.person_id)
    kept = (HERE, Promise.state == "open", Promise.deleted_at.is_(None))
    told = select(literal(part).label("part"), *columns, Person.name).join(Promise.person).where(*kept, *which)
    return told.order_by(Promise.due_on.is_(None), Promise.due_on, Promise.id).limit(MOST).subquery()


def _soon(today: date) -> date:
    return today + min(_AHEAD, date.max - today)


def _promises(session: WorkspaceSession, today: date) -> Iterator[Waiting]:
    for row in _open(session, today, _soon(today)).get("mine", ()):
        yield Waiting(
            f"promise:{row.id}", "promise", f"Keep your promise to {row.name}: {touch_words.short(row.what)}",
            f"You promised it on {day(row.made_on, today)}.", "Open it", f"/promises/{row.id}", due_on=row.due_on,
            person_id=row.person_id,
        )  # fmt: skip


def _give(session: WorkspaceSession, today: date, left: LeftAlone) -> Iterator[Waiting]:
    """The best idea what to give. Reports on advice are tasks of their own."""
    best = ideas.best_to_give(session, today, {*left.paused, *left.resting})
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
    return (
        *(_their_promise(row, today) for row in _open(session, today, _soon(today)).get("theirs", ())),
        *(
            Expected(
                f"ask:{row.id}", f"Answer of {row.name}: {touch_words.headline(row)}", row.happened_on,
                "Note the answer when it comes.", f"/touches/{row.id}", row.person_id,
            )
            for row in session.execute(_asked())
        ),
    )  # fmt: skip


@kept
def _asked() -> Select[*tuple[Any, ...]]:
    columns = (Touch.id, Touch.person_id, Person.name, Touch.happened_on, Touch.kind, Touch.what, Touch.source,
               Touch.give_kind, Touch.ask_kind, Touch.answer)  # fmt: skip
    return (
        select(*columns)
        .join(Touch.person)
        .where(HERE, IS_ASK, Touch.ask_state == "open", ~_HAS_LADDER)
        .order_by(Touch.happened_on, Touch.id)
        .limit(MOST)
    )


def _their_promise(row: Any, today: date) -> Expected:
    words = f"{row.name} promised: {touch_words.short(row.what)}"
    due = f"By {day(row.due_on, today)}." if row.due_on else "No day was said."
    return Expected(f"promised:{row.id}", words, row.made_on, due, f"/promises/{row.id}", row.person_id)


def coming(session: WorkspaceSession, user_id: int, now: datetime, today: date, until: date) -> Sequence[Coming]:
    """Promises with a day, of either side, and the days that the other parts of the room know."""
    dated = _open(session, today, max(until, _soon(today))).get("dated", ())
    return (
        *(_promised(row) for row in dated if row.due_on <= until),
        *waiting_parts.coming(session, user_id, now, today, until),
    )


def _promised(row: Any) -> Coming:
    whose = f"Your promise to {row.name}" if row.is_mine else f"Promise of {row.name}"
    words = f"{whose}: {touch_words.short(row.what)}"
    return Coming(
        f"promise-{row.id}@groundwork", row.due_on, words, "promise", f"/promises/{row.id}", person_id=row.person_id
    )
