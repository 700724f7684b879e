"""Presses and notes of the floor, kept once however often they are sent, and taken back.

A note goes to whom it was made about. Somebody who was joined to another since is that other; a note about somebody who
is no longer on the list stays with the event. Each answer says so in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.errors import NotFound
from outreach.events import floor_rules
from outreach.events.floor_rules import UNDO, Press, Unread
from outreach.events.models import Appearance, Event, FloorNote
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.sent_twice import hold

MOST_JOINED = 5
"""How far somebody is followed who was joined to another, who was joined to a third."""

KEPT, KNOWN, REFUSED = "kept", "known", "refused"

WORDS = {
    "met": "Met",
    "not_met": "Not met",
    "promised": "You promised",
    "they_promised": "They promised",
    "note": "Noted",
}
"""Kind of a note -> the words on the screen."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one note: kept, known already, or refused; with a sentence where there is something to say."""

    key: str
    state: str
    words: str = ""


def keep_all(session: WorkspaceSession, event: Event, sent: Iterable[Press | Unread], by: By) -> tuple[Answer, ...]:
    """Keeps what was sent, each note by itself: one that cannot be kept holds no other up."""
    hold(session, Event.id, event.id)
    return tuple(Answer(one.key, REFUSED, one.words) if isinstance(one, Unread) else keep(session, event, one, by)
                 for one in sent)  # fmt: skip


def keep(session: WorkspaceSession, event: Event, press: Press, by: By) -> Answer:
    """Keeps one note, or takes one back."""
    if press.kind == UNDO:
        return _undo(session, event, press, by)
    known = by_key(session, press.key)
    if known is not None:
        return _known(known, event, press, by)
    row = _appearance(session, event, press)
    words, told = press.words, _told(event, row, press)
    if row is None and told and press.appearance_id is not None:
        words = f"{_about(session, press)}{f': {words}' if words else ''}"[: floor_rules.WORDS_MAX + 300]
    note = FloorNote(
        event_id=event.id, appearance_id=row.id if row is not None else None, device_key=press.key, kind=press.kind,
        words=words, due_on=press.due_on, noted_at=floor_rules.bounded(press.noted_at, event.created_at, by.now),
        noted_by_id=by.user_id, created_at=by.now,
    )  # fmt: skip
    session.add(note)
    session.flush()
    if row is not None:
        _press(session, row, note, by)
    return Answer(press.key, KEPT, told)


def by_key(session: WorkspaceSession, key: str) -> FloorNote | None:
    """The note that a phone calls so."""
    return session.scalar(select(FloorNote).where(FloorNote.device_key == key))


def _known(known: FloorNote, event: Event, press: Press, by: By) -> Answer:
    if known.event_id != event.id or known.noted_by_id != by.user_id:
        return Answer(press.key, REFUSED, "Another note has this number already.")
    return Answer(press.key, KNOWN, "It was taken back." if known.deleted_at is not None else "")


def _told(event: Event, row: Appearance | None, press: Press) -> str:
    if event.deleted_at is not None:
        return "This event was deleted meanwhile. The note is kept with it, and is there when the event comes back."
    if row is not None and row.person.deleted_at is not None:
        return "They were deleted meanwhile. The note is kept with them, and is there when they come back."
    if row is None and (press.appearance_id is not None or press.person_id is not None):
        return "They are no longer on the list. The note is kept with the event."
    if row is not None and press.appearance_id is not None and row.id != press.appearance_id:
        return f"The note went to {row.person.name}."
    return ""


def _about(session: WorkspaceSession, press: Press) -> str:
    """ "About Ana Mora, met": what the note would say by where it stands. Nobody who was deleted is named."""
    person = session.get(Person, press.person_id) if press.person_id is not None else None
    person = _joined(session, person)
    whom = person.name if person is not None and person.deleted_at is None else "somebody who is no longer kept here"
    said = "" if press.kind == "note" else f", {WORDS[press.kind].lower()}"
    return f"About {whom}{said}"


# --- whom it is about -------------------------------------------------------------------------------------------------


def _appearance(session: WorkspaceSession, event: Event, press: Press) -> Appearance | None:
    row = session.get(Appearance, press.appearance_id) if press.appearance_id is not None else None
    if row is not None and row.event_id != event.id:
        row = None
    if row is None and press.person_id is None:
        return None
    person = _joined(session, row.person if row is not None else session.get(Person, press.person_id))
    if person is None:
        return None
    if row is not None and row.person_id == person.id:
        return row
    mine = select(Appearance).where(Appearance.event_id == event.id, Appearance.person_id == person.id)
    return session.scalar(mine)


def _joined(session: WorkspaceSession, person: Person | None) -> Person | None:
    """Who somebody is after they were joined to another."""
    for _ in range(MOST_JOINED):
        if person is None or person.merged_into_id is None:
            return person
        person = session.get(Person, person.merged_into_id)
    return None


def by_appearance(
    session: WorkspaceSession, event: Event, rows: Sequence[Appearance]
) -> Mapping[int | None, Sequence[FloorNote]]:
    """The notes of an event that were not taken back, by whom they are about, the oldest first; None: the event.

    rows: whom the page shows. What was noted of somebody who was joined to one of them is theirs; what was noted of
    somebody who was deleted is nowhere.
    """
    mine = select(FloorNote).where(FloorNote.event_id == event.id, FloorNote.deleted_at.is_(None))
    notes = session.scalars(mine.order_by(FloorNote.noted_at, FloorNote.id)).all()
    shown, people = {row.id for row in rows}, {row.person_id: row.id for row in rows}
    elsewhere = {one.appearance_id for one in notes} - shown - {None}
    moved: dict[int, int | None] = {}
    for number in elsewhere:
        row = session.get(Appearance, number)
        person = _joined(session, row.person) if row is not None else None
        moved[number or 0] = people.get(person.id) if person is not None else None
    found: dict[int | None, list[FloorNote]] = {}
    for note in notes:
        number = note.appearance_id
        place = number if number in shown or number is None else moved.get(number)
        if place is not None or number is None:
            found.setdefault(place, []).append(note)
    return found


# --- what they say of the meeting -------------------------------------------------------------------------------------


def _press(session: WorkspaceSession, row: Appearance, note: FloorNote, by: By) -> None:
    """The last press says whether they met, unless the user has said it since, or has finished with this meeting."""
    said = floor_rules.outcome_of([(note.noted_at, note.id, note.kind)])
    if said is None or row.after_done_at is not None or (row.outcome_at is not None and row.outcome_at > said[1]):
        return
    row.outcome, row.outcome_at = said
    row.updated_at = by.now
    session.flush()


def _undo(session: WorkspaceSession, event: Event, press: Press, by: By) -> Answer:
    note = by_key(session, press.undoes)
    if note is None or note.event_id != event.id or note.noted_by_id != by.user_id:
        return Answer(press.key, KNOWN)
    take_back(session, note, by)
    return Answer(press.key, KEPT)


def note_here(session: WorkspaceSession, event: Event, number: int) -> FloorNote:
    """A note of this event, also one that was taken back. Raises: NotFound."""
    note = session.get(FloorNote, number)
    if note is None or note.event_id != event.id:
        raise NotFound
    return note


def take_back(session: WorkspaceSession, note: FloorNote, by: By) -> None:
    """Takes a press or a note back; where it was the last word, the one before it counts again."""
    if note.deleted_at is None:
        note.deleted_at = by.now
        session.flush()
        _settle(session, note, by)


def bring_back(session: WorkspaceSession, note: FloorNote, by: By) -> None:
    """Puts back what was taken back."""
    if note.deleted_at is not None:
        note.deleted_at = None
        session.flush()
        row = note.appearance
        if row is not None:
            _press(session, row, note, by)


def _settle(session: WorkspaceSession, note: FloorNote, by: By) -> None:
    row = note.appearance
    if row is None or row.after_done_at is not None or row.outcome_at != note.noted_at:
        return
    left = select(FloorNote).where(FloorNote.appearance_id == row.id, FloorNote.deleted_at.is_(None))
    said = floor_rules.outcome_of((one.noted_at, one.id, one.kind) for one in session.scalars(left))
    row.outcome, row.outcome_at = said if said is not None else ("", None)
    row.updated_at = by.now
    session.flush()


def stay_with_event(session: WorkspaceSession, row: Appearance) -> int:
    """Lets the notes about somebody who is taken off the list stay with the event, with their name; how many."""
    notes = session.scalars(select(FloorNote).where(FloorNote.appearance_id == row.id)).all()
    for note in notes:
        said = "" if note.kind == "note" else f", {WORDS[note.kind].lower()}"
        note.words = f"About {row.person.name}{said}{f': {note.words}' if note.words else ''}"
        note.appearance_id = None
    session.flush()
    return len(notes)
