"""After an event: one box for each person, then thanks for those who were met; the others return to their rhythm."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.accounts.here import today_here
from outreach.columns import LARGEST_ID
from outreach.drafts.models import Draft
from outreach.errors import NotFound, Refused
from outreach.events import after, after_returning, after_rules, after_thanks, floor_notes, meeting_lines, queries
from outreach.events.after_forms import AfterForm, after_form, first_values, rows_of, rows_sent
from outreach.events.event_pages import UNPROCESSABLE, bp, by, days_words
from outreach.events.models import OUTCOMES, Appearance, Event, FloorNote
from outreach.notices import tell
from outreach.people.operations import ChangedElsewhere
from outreach.relationships.models import Promise
from outreach.request_session import now, session
from outreach.security import requires
from outreach.words import counted

MOST_PEOPLE = 60
"""Boxes on one page; the rest follow when these are said."""


@dataclass(frozen=True, slots=True)
class Open:
    """Somebody of whom it is not said yet. theirs: what another window saved meanwhile, (words, text)."""

    row: Appearance
    when: str
    notes: Sequence[FloorNote]
    form: AfterForm
    theirs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """Somebody of whom it is said. late: what came in from a phone since."""

    row: Appearance
    promises: Sequence[Promise]
    late: Sequence[FloorNote]
    letter: Draft | None


Notes = Mapping[int | None, Sequence[FloorNote]]
"""What was noted on the floor, by whom it is about."""
Begun = Callable[[Event, Appearance, Notes, Sequence[Promise]], Open]


def _number(text: str) -> int | None:
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_ID))
    return int(text) if is_number and 0 < int(text) <= LARGEST_ID else None


def _today(event: Event) -> date:
    return after.today_at(event, today_here(), now())


def _to(event: Event, anchor: str | None = None) -> ResponseReturnValue:
    return redirect(url_for("events.after_event", event_id=event.id, _anchor=anchor), 303)


@bp.get("/events/<int:event_id>/after")
@requires("editor")
def after_event(event_id: int) -> ResponseReturnValue:
    """What is still to be said of whom, what was said, whom one may thank, and who returns to their rhythm."""
    event = queries.event_here(session(), event_id)
    rows, notes = _read(event)
    return _page(event, rows, notes, _boxes(event, _open(rows), notes, _first))


def _read(event: Event) -> tuple[list[Appearance], Notes]:
    rows = queries.appearances(session(), event)
    return rows, floor_notes.by_appearance(session(), event, rows)


def _open(rows: Sequence[Appearance]) -> list[Appearance]:
    return [row for row in rows if row.after_done_at is None][:MOST_PEOPLE]


def _boxes(event: Event, rows: Sequence[Appearance], notes: Notes, begun: Begun) -> list[Open]:
    """A box for each, with the promises that were taken back, read at once for all."""
    taken_back = after.taken_back_at(session(), rows)
    return [begun(event, row, notes, taken_back.get(row.id, ())) for row in rows]


def _first(event: Event, row: Appearance, notes: Notes, taken_back: Sequence[Promise]) -> Open:
    """The box as it is before anything is typed."""
    mine = notes.get(row.id, ())
    said = after.beginning(row, mine, taken_back)
    on = after.met_on(event, row, _today(event))
    form = after_form(row.id, rows_of(said), on, today_here(), formdata=None, data=first_values(said, row.version))
    return Open(row, meeting_lines.when(row), mine, form)


def _sent(event: Event, row: Appearance, notes: Notes, taken_back: Sequence[Promise]) -> Open:
    """The box as it was sent; one that the request does not hold begins anew."""
    if f"p{row.id}-version" not in request.form:
        return _first(event, row, notes, taken_back)
    on = after.met_on(event, row, _today(event))
    form = after_form(row.id, rows_sent(row.id, tuple(request.form)), on, today_here())
    return Open(row, meeting_lines.when(row), notes.get(row.id, ()), form)


def _page(
    event: Event,
    rows: Sequence[Appearance],
    notes: Notes,
    boxes: Sequence[Open],
    status: int = 200,
) -> ResponseReturnValue:
    said = [row.outcome if row.after_done_at is not None else "" for row in rows]
    over = [row for row in rows if row.after_done_at is not None]
    promises, letters = after.promises_at(session(), over), after_thanks.letters_of(session(), over)
    page = render_template(
        "events/after.html",
        event=event,
        days=days_words(event),
        boxes=boxes,
        wrong=next((one for one in boxes if one.form.errors), None),
        done=[_done(row, notes, promises.get(row.id, ()), letters.get(row.id)) for row in over],
        returning=after_returning.returning(session(), rows, today_here()),
        about=notes.get(None, ()),
        sum_words=after_rules.sum_words(said),
        left=said.count(""),
        has_begun=after_rules.has_begun(event.starts_on, event.time_zone, now()),
        words=floor_notes.WORDS,
        outcomes=OUTCOMES,
    )
    return page, status


def _done(row: Appearance, notes: Notes, promises: Sequence[Promise], letter: Draft | None) -> Done:
    late = [note for note in notes.get(row.id, ()) if note.taken_up_at is None]
    return Done(row, promises, late, letter)


# --- saying it --------------------------------------------------------------------------------------------------------


@bp.post("/events/<int:event_id>/after")
@requires("editor")
def say_after_event(event_id: int) -> ResponseReturnValue:
    """Keeps what is said of the person whose button was pressed. What was typed of others stays on the page.

    Raises: Refused for somebody who was deleted, or taken off the list, since the page was opened.
    """
    event = queries.event_here(session(), event_id)
    row = _pressed(event)
    rows, notes = _read(event)
    if row.after_done_at is not None:
        tell(f"{row.person.name} was said already, perhaps in another window. Take it back to say something else.")
        return _to(event, f"done-{row.id}")
    (box,) = _boxes(event, [row], notes, _sent)
    if not box.form.validate():
        return _page(event, rows, notes, _with(event, rows, notes, box), UNPROCESSABLE)
    try:
        after.say(session(), event, row, box.form.told(), box.form.version.data, by(), _today(event))
    except ChangedElsewhere as error:
        box.form.version.data = row.version
        theirs = (("Whether you met", OUTCOMES[row.outcome]), ("What was said", row.said or "nothing yet"))
        box = Open(row, box.when, box.notes, box.form, theirs)
        return _page(event, rows, notes, _with(event, rows, notes, box), error.status)
    undo = url_for("events.take_after_back", event_id=event.id, appearance_id=row.id)
    tell(f"{OUTCOMES[row.outcome]}: {row.person.name}. {_written(row)}", undo=undo)
    rows, notes = _read(event)
    others = _boxes(event, _open(rows), notes, _sent)
    untouched = _boxes(event, _open(rows), notes, _first)
    if any(one.form.typed() != first.form.typed() for one, first in zip(others, untouched, strict=True)):
        return _page(event, rows, notes, others)
    return _to(event)


def _pressed(event: Event) -> Appearance:
    number = _number(request.form.get("save", ""))
    try:
        return queries.appearance_here(session(), event, number or 0)
    except NotFound:
        raise Refused(
            "This person was deleted or taken off the list meanwhile, so nothing was written. "
            "What you typed is below; what was noted on the floor is kept."
        ) from None


def _with(event: Event, rows: Sequence[Appearance], notes: Notes, box: Open) -> list[Open]:
    return [box if one.row.id == box.row.id else one for one in _boxes(event, _open(rows), notes, _sent)]


def _written(row: Appearance) -> str:
    if row.outcome != "met":
        return "Nothing is written of them; they return to their rhythm."
    promises = len(after.in_ledger(session(), row)[1])
    with_them = f", with {counted(promises, 'promise', 'promises')}" if promises else ""
    return f"It stands in the ledger{with_them}."


@bp.post("/events/<int:event_id>/after/<int:appearance_id>/take-back")
@requires("editor")
def take_after_back(event_id: int, appearance_id: int) -> ResponseReturnValue:
    """Takes what was said of a person out of the ledger; the words are on the form again."""
    event = queries.event_here(session(), event_id)
    row = queries.appearance_here(session(), event, appearance_id)
    after.take_back(session(), event, row, by())
    tell(f"Taken back: what was said of {row.person.name} is on the form again.")
    return _to(event, f"person-{row.id}")


# --- thanks, and the others -------------------------------------------------------------------------------------------


@bp.post("/events/<int:event_id>/after/<int:appearance_id>/thanks")
@requires("editor")
def thank_after_event(event_id: int, appearance_id: int) -> ResponseReturnValue:
    """Begins a thank-you to somebody who was met, or leads to the one there is. Raises: Refused for anybody else."""
    event = queries.event_here(session(), event_id)
    row = queries.appearance_here(session(), event, appearance_id)
    draft = after_thanks.begin(session(), event, row, by(), _today(event))
    return redirect(url_for("drafts.draft", draft_id=draft.id), 303)


@bp.post("/events/<int:event_id>/after/spread")
@requires("editor")
def spread_after_event(event_id: int) -> ResponseReturnValue:
    """Puts those who would be due on one day off to following working days, one a day."""
    event = queries.event_here(session(), event_id)
    moved = after_returning.spread(session(), queries.appearances(session(), event), by(), today_here())
    if moved:
        who = ",".join(map(str, sorted(moved)))
        undo = url_for("events.gather_after_event", event_id=event.id, who=who)
        tell(f"{counted(len(moved), 'reminder', 'reminders')} put off to days of their own.", undo=undo)
    else:
        tell("No two reminders fall on one day.")
    return _to(event, "returning")


@bp.post("/events/<int:event_id>/after/gather")
@requires("editor")
def gather_after_event(event_id: int) -> ResponseReturnValue:
    """Takes a spreading back."""
    event = queries.event_here(session(), event_id)
    numbers = [number for text in request.args.get("who", "")[:1_000].split(",") if (number := _number(text))]
    after_returning.gather(session(), queries.appearances(session(), event), numbers, by(), today_here())
    tell("The reminders are due by their rhythm again.")
    return _to(event, "returning")
