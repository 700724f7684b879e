"""Who a program's speakers are: looked up by name and organization, asked where unsure, answered, asked again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from outreach.db import WorkspaceSession
from outreach.dossiers.words import at_place
from outreach.errors import Refused
from outreach.events import known_people, matching
from outreach.events.matching import Judged, Kept, Spoken
from outreach.events.models import Event, EventSpeaker
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.people.queries import HERE

ANSWERS = ("yes", "no", "unknown")

SAID_YES = "as you said"
SAID_UNKNOWN = "You did not know who this is."
KEPT_FROM_HERE = "you keep them since you read this program"

QUESTIONS_SHOWN = 10


def spoken(row: EventSpeaker) -> Spoken:
    """A speaker as the rules of matching take them."""
    return Spoken(row.name, row.organization_name, row.title)


def look(session: WorkspaceSession, event: Event, now: datetime) -> int:
    """Looks every speaker up again whom nobody has answered for; how many questions are open then."""
    open_ones = select(EventSpeaker).where(EventSpeaker.event_id == event.id, EventSpeaker.answered_at.is_(None))
    rows = session.scalars(open_ones.order_by(EventSpeaker.id)).all()
    found = known_people.near(session, [spoken(row) for row in rows])
    for row, (said, people) in zip(rows, found, strict=True):
        _write(row, matching.judge(said, people, row.refused), now)
    session.flush()
    return sum(row.match_state == "asked" for row in rows)


def _write(row: EventSpeaker, judged: Judged, now: datetime) -> None:
    told = (judged.state, judged.person_id, list(judged.candidates), judged.words)
    if told == (row.match_state or "none", row.person_id, list(row.candidates or ()), row.match_words or ""):
        return
    row.match_state, row.person_id, row.candidates, row.match_words = told
    row.updated_at = now


# --- the questions ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Question:
    """Whether a speaker is somebody the user keeps. `records` and `weighed` as the card draws them."""

    speaker_id: int
    person_id: int
    title: str
    records: tuple[dict[str, object], dict[str, object]]
    weighed: tuple[tuple[str, str], ...]


def count_questions(session: WorkspaceSession, event: Event) -> int:
    """How many speakers are asked about."""
    asked = select(func.count()).where(EventSpeaker.event_id == event.id, EventSpeaker.match_state == "asked")
    return session.scalar(asked.select_from(EventSpeaker)) or 0


def questions(session: WorkspaceSession, event: Event, most: int = QUESTIONS_SHOWN) -> tuple[Question, ...]:
    """The first open questions of an event, one for each speaker: about the likeliest of those it could be."""
    asked = select(EventSpeaker).where(EventSpeaker.event_id == event.id, EventSpeaker.match_state == "asked")
    rows = session.scalars(asked.order_by(EventSpeaker.id).limit(most)).all()
    ids = {number for row in rows for number in row.candidates}
    kept = {one.person_id: one for one in known_people.people(session, ids)}
    found = []
    for row in rows:
        person = next((kept[number] for number in row.candidates if number in kept), None)
        if person is not None:
            found.append(_question(row, person))
    return tuple(found)


def _question(row: EventSpeaker, kept: Kept) -> Question:
    name, house = kept.names[0], next((one.name for one in kept.houses), "")
    of_house = f" of {house}" if house else ""
    said = at_place(row.title, row.organization_name)
    return Question(
        row.id,
        kept.person_id,
        f"Is this {name}{of_house}, whom you keep?",
        (
            {"words": "The program says", "rows": _rows(", ".join(filter(None, (row.name, row.credentials))), said)},
            {"words": "You keep", "rows": _rows(name, at_place(next(iter(kept.titles), ""), house))},
        ),
        matching.weighed_in_words(spoken(row), kept),
    )  # fmt: skip


def _rows(name: str, work: str) -> tuple[tuple[str, str], ...]:
    return (("Name", name), ("Work", work or "not known"))


def answer(session: WorkspaceSession, row: EventSpeaker, person_id: int, word: str, by: By) -> str:
    """Keeps the user's word on who a speaker is; a sentence that says so. A second press changes nothing.

    Raises: Refused for a word that is none, and for a person who was not asked about.
    """
    if word not in ANSWERS:
        raise Refused("Answer with one of the three buttons.")
    if row.match_state != "asked" or person_id not in row.candidates:
        return f"{row.name}: this was answered already, perhaps in another window."
    if word == "yes":
        person = session.scalar(select(Person).where(Person.id == person_id, HERE))
        if person is None:
            raise Refused("This person is not here any more.")
        return settle(session, row, person, SAID_YES, by)
    left: Sequence[int] = ()
    if word == "no":
        row.refused = [*row.refused, person_id]
        left = [number for number in row.candidates if number != person_id]
    row.candidates, row.updated_at = list(left), by.now
    if not left:
        row.match_state = "refused" if word == "no" else "none"
        row.match_words = "" if word == "no" else SAID_UNKNOWN
        row.answered_by_id, row.answered_at = by.user_id, by.now
    session.flush()
    said = "is somebody else, as you said" if word == "no" else "is left open. You are not asked again"
    return f"{row.name} {said}."


def settle(session: WorkspaceSession, row: EventSpeaker, person: Person, words: str, by: By) -> str:
    """Notes that a speaker is one of the user's people; a sentence that says so."""
    row.match_state, row.person_id, row.candidates, row.match_words = "matched", person.id, [], words
    row.answered_by_id, row.answered_at, row.updated_at = by.user_id, by.now, by.now
    session.flush()
    return f"{row.name} is {person.name}, whom you keep."


def not_them(session: WorkspaceSession, row: EventSpeaker, by: By) -> str:
    """Notes that a speaker is not the person whom they were taken for; a sentence that says so."""
    if row.match_state == "matched" and row.person_id is not None:
        row.refused = [*row.refused, row.person_id]
        row.match_state, row.person_id, row.match_words = "refused", None, ""
        row.answered_by_id, row.answered_at, row.updated_at = by.user_id, by.now, by.now
        session.flush()
    return f"{row.name} is somebody else, as you said."


def ask_again(session: WorkspaceSession, row: EventSpeaker, by: By) -> None:
    """Forgets what was answered about a speaker, and looks again."""
    row.refused, row.answered_at, row.answered_by_id, row.match_words = [], None, None, ""
    row.match_state, row.person_id, row.candidates = "none", None, []
    session.flush()
    (found,) = known_people.near(session, [spoken(row)])
    _write(row, matching.judge(found[0], found[1]), by.now)
    session.flush()
