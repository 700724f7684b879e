"""What the ledger puts on the pages of people and organizations: between you, the timeline, two columns, a filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from flask import Flask
from sqlalchemy import ColumnElement

from outreach import page_parts
from outreach.accounts.whereabouts import today_of
from outreach.db import WorkspaceSession
from outreach.page_parts import Column, Filter, Here, Part, Step
from outreach.people import queries as people
from outreach.relationships import ledger, queries, touch_words
from outreach.relationships.models import ASK_STATES, Promise
from outreach.words import day

WITHOUT_A_LEDGER = frozenset({"assistant", "communications_office"})
"""Kinds of people whose help counts for the leader they answer for."""

MOST_PROMISES = 6


def join(app: Flask) -> None:
    """Puts all of it on the pages."""
    between = Part("between", "Between you", "side", 20, "relationships/_between.html", _between)
    page_parts.add(app, "person", between)
    page_parts.add(app, "organization", Part("asked", "", "side", 60, "relationships/_between_house.html", _asked_here))
    page_parts.add_steps(app, "person", _steps)
    page_parts.add_filter(app, "people", Filter("quiet", ledger.SHOWN["quiet"], _gone_quiet))
    page_parts.add_column(app, "people", Column("Between you", 40, _counts))
    page_parts.add_column(app, "people", Column("Last", 50, _last))


# --- a person -------------------------------------------------------------------------------------------------------


def _between(here: Here) -> Mapping[str, Any] | None:
    person = people.person(here.session, here.subject_id)
    line = ledger.lines_of(here.session, [person.id])[person.id]
    promises = queries.open_promises(here.session, person.id, MOST_PROMISES + 1)
    if line.last is None and not promises and person.kind in WITHOUT_A_LEDGER:
        return None
    return {
        "line": line,
        "asks": queries.open_asks(here.session, person.id) if line.open_asks else (),
        "promises": promises[:MOST_PROMISES],
        "more_promises": len(promises) > MOST_PROMISES,
        "told": touch_words,
        "today": today_of(here.session, here.user_id, here.now),
    }


def _steps(here: Here, most: int) -> Sequence[Step]:
    """What happened, and promises: those still open are planned."""
    touches = queries.latest_touches(here.session, here.subject_id, most)
    happened = [
        Step(one.happened_on, touch_words.headline(one), touch_words.kind_of(one).lower(), address=f"/touches/{one.id}")
        for one in touches
    ]
    return [*happened, *(_promised(one) for one in ledger.promises(here.session, here.subject_id, most))]


def _promised(row: Promise) -> Step:
    whose = "You promised" if row.is_mine else "They promised"
    address = f"/promises/{row.id}"
    if row.state == "open":
        return Step(row.due_on or row.made_on, f"{whose}: {row.what}", "promise", done=False, address=address)
    assert row.closed_on is not None
    said = "Kept" if row.state == "kept" else "Let go"
    return Step(row.closed_on, f"{said}: {row.what}", "promise", address=address)


# --- the list of people ---------------------------------------------------------------------------------------------


def _gone_quiet(now: datetime) -> ColumnElement[bool]:
    return ledger.gone_quiet(now.date())


def _counts(session: WorkspaceSession, ids: Sequence[int], _now: datetime) -> Mapping[int, str]:
    """ "gave 3, asked 1"."""
    lines = ledger.lines_of(session, ids)
    return {number: f"gave {one.gave}, asked {one.asked}" for number, one in lines.items() if one.gave or one.asked}


def _last(session: WorkspaceSession, ids: Sequence[int], now: datetime) -> Mapping[int, str]:
    """The day of the last contact, either way."""
    today = now.date()
    return {number: day(on, today) for number, on in queries.last_contact_days(session, ids).items()}


# --- an organization ------------------------------------------------------------------------------------------------


def _asked_here(here: Here) -> Mapping[str, Any] | None:
    today = today_of(here.session, here.user_id, here.now)
    asked = ledger.asked_at(here.session, here.subject_id, today)
    return {"asked": asked, "states": ASK_STATES, "today": today} if asked else None
