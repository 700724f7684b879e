"""The pages of signals: what changed, newest first; one of them; what can be said of it and done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.accounts.here import today_here
from outreach.columns import LARGEST_ID
from outreach.notices import tell
from outreach.people import queries as people
from outreach.relationships import pauses
from outreach.relationships import queries as ledger
from outreach.relationships.standing_still import standing_still
from outreach.request_session import session
from outreach.security import requires, signed_in
from outreach.signals import operations, pausing_links, queries, watches
from outreach.signals.models import SIGNAL_KINDS, Signal
from outreach.signals.queries import Wanted
from outreach.signals.watch_pages import bp, by
from outreach.words import day

HELD_SHOWN = 3
"""Organizations in trouble of which one page says what a pause would hold."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The pause that trouble makes one think of: its page, and what it would hold; `stands` says that it holds."""

    address: str
    held: str = ""
    stands: str = ""


@bp.get("/signals")
@signed_in
def signals() -> ResponseReturnValue:
    """What changed about those who are looked up again, the newest first."""
    wanted = _wanted()
    person = people.person(session(), wanted.person_id) if wanted.person_id is not None else None
    page = queries.signals(session(), wanted, request.args.get("after"))
    return render_template(
        "signals/signals.html",
        lines=queries.lines(session(), page.rows),
        pauses=_pauses(page.rows),
        wanted=wanted,
        person=person,
        kinds=SIGNAL_KINDS,
        shown=queries.SHOWN,
        counts=queries.counts(session()),
        watched=watches.count_watched(session()),
        newer=_address(wanted, page.previous_cursor),
        older=_address(wanted, page.next_cursor),
    )


def _wanted() -> Wanted:
    show, kind = request.args.get("show", ""), request.args.get("kind", "")
    person = request.args.get("person", "")
    is_number = person.isascii() and person.isdigit() and len(person) <= len(str(LARGEST_ID))
    return Wanted(
        show if show in queries.SHOWN else "new",
        kind if kind in SIGNAL_KINDS else "",
        min(int(person), LARGEST_ID) if is_number and int(person) else None,
    )


def _address(wanted: Wanted, cursor: str | None) -> str:
    if not cursor:
        return ""
    return url_for(".signals", show=wanted.show, kind=wanted.kind or None, person=wanted.person_id, after=cursor)


def _pauses(rows: Sequence[Signal]) -> Mapping[int, Offer]:
    """Signal of trouble -> its pause: offered, or said to hold where everything stands still already."""
    troubles = [row for row in rows if row.kind == "trouble"]
    if not troubles:
        return {}
    houses = queries.names_of(session(), [row.organization_id for row in troubles])
    today = today_here()
    paused = ledger.paused_people(session(), today, [row.person_id for row in troubles])
    held: dict[int | None, str] = {}
    for row in troubles:
        if row.person_id not in paused and row.organization_id not in held and len(held) < HELD_SHOWN:
            held[row.organization_id] = _would_hold(row)
    found: dict[int, Offer] = {}
    for row in troubles:
        one, address = paused.get(row.person_id), _pause_address(row, houses)
        stands = f"Everything about {one.of} is paused until {day(one.until, today)}." if one is not None else ""
        found[row.id] = Offer(address, held.get(row.organization_id, ""), stands)
    return found


def _pause_address(row: Signal, houses: Mapping[int, str]) -> str:
    return pausing_links.address(row, houses.get(row.organization_id or 0, ""))


def _would_hold(row: Signal) -> str:
    there = pauses.people_at(session(), row.organization_id) if row.organization_id is not None else []
    return standing_still(session(), [one.id for one in there] or [row.person_id]).together


@bp.get("/signals/<int:signal_id>")
@signed_in
def signal(signal_id: int) -> ResponseReturnValue:
    """One change, with its passage."""
    row = queries.signal_here(session(), signal_id)
    return render_template("signals/signal.html", line=queries.lines(session(), [row])[0], pauses=_pauses([row]))


# --- what can be said of it -----------------------------------------------------------------------------------------


@bp.post("/signals/<int:signal_id>/keep")
@requires("editor")
def keep(signal_id: int) -> ResponseReturnValue:
    """Keeps a change for later."""
    row = queries.signal_here(session(), signal_id)
    operations.judge(session(), row, "kept", by())
    tell("Kept. It stands under Kept, and among what changed about them.", undo=_undo(row))
    return _back()


@bp.post("/signals/<int:signal_id>/not-relevant")
@requires("editor")
def not_relevant(signal_id: int) -> ResponseReturnValue:
    """Puts a change aside; said twice of a source and kind, the like of it is quiet from then on."""
    row = queries.signal_here(session(), signal_id)
    is_learned = operations.judge(session(), row, "not_relevant", by())
    where = f" from {row.source_title}" if row.source_title else ""
    more = f" Further ones of this kind{where} come under Less relevant, and not into the digest." if is_learned else ""
    tell(f"Put aside as not relevant.{more}"[:400], undo=_undo(row))
    return _back()


@bp.post("/signals/<int:signal_id>/open-again")
@requires("editor")
def open_again(signal_id: int) -> ResponseReturnValue:
    """The undo of keeping and of putting aside."""
    operations.open_again(session(), queries.signal_here(session(), signal_id))
    tell("It is new again.")
    return _back()


@bp.post("/signals/<int:signal_id>/tell-again")
@requires("editor")
def tell_again(signal_id: int) -> ResponseReturnValue:
    """Brings back what a source says of a kind."""
    row = queries.signal_here(session(), signal_id)
    operations.tell_again(session(), row, by())
    where = f" from {row.source_title}" if row.source_title else ""
    tell(f"Changes of this kind{where} are told again."[:400])
    return redirect(url_for(".signals"), 303)


@bp.post("/signals/<int:signal_id>/note")
@requires("editor")
def write_note(signal_id: int) -> ResponseReturnValue:
    """Begins a short note on the ground of a change. Raises: Refused where nobody may write to them."""
    draft = operations.begin_note(session(), queries.signal_here(session(), signal_id), by())
    tell("A short note is begun with this fact. Say in your own words why it matters to you.")
    return redirect(url_for("drafts.draft", draft_id=draft.id), 303)


def _undo(row: Signal) -> str:
    return url_for(".open_again", signal_id=row.id)


def _back() -> ResponseReturnValue:
    return redirect(url_for(".signals"), 303)
