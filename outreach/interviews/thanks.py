"""The thanks for a talk: within a day, with one thing they said and what it changed; later, in other words.

The clock runs from the end of the talk (product.md, T1). The letter begins from the debrief; its check knows the notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.drafts import beginning, compose, heard
from outreach.drafts import queries as drafts
from outreach.drafts.beginning import Chosen
from outreach.drafts.letter_values import Occasion, Promise
from outreach.drafts.models import Draft
from outreach.errors import Refused
from outreach.interviews import appointments, debrief, talk_notes
from outreach.interviews.talk_models import Interview
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.projects.models import Project
from outreach.time_zones import zone_of

DUE = timedelta(hours=24)
VERY_LATE = timedelta(hours=72)

LETTER = "thank-you"
SECOND_LETTER = "thanks-for-arranging"
CONFIRMATION = "confirmation"

State = Literal["in_time", "late", "very_late"]

_WORDS = {
    "in_time": "A note within a day is read while the talk is still warm.",
    "late": "A day has passed. A late note is still a good note: send it as it is, and do not explain.",
    "very_late": "Three days and more have passed. The note says in half a sentence that it comes late, and goes on.",
}


@dataclass(frozen=True, slots=True)
class Clock:
    """Until when the thanks are in time, and how late it is now."""

    due: datetime
    state: State

    @property
    def words(self) -> str:
        """What that means for the note."""
        return _WORDS[self.state]


def clock(ended_at: datetime, now: datetime) -> Clock:
    """The clock of a talk's thanks."""
    passed = now - ended_at
    state: State = "in_time" if passed <= DUE else "late" if passed <= VERY_LATE else "very_late"
    return Clock(ended_at + DUE, state)


# --- letters ----------------------------------------------------------------------------------------------------------


def begin(session: WorkspaceSession, row: Interview, by: By) -> Draft:
    """The thank-you, begun from the debrief; the one that is there goes on.

    Raises: Refused while the talk is not over, and for somebody who is not to be contacted.
    """
    if row.ended_at is None:
        raise Refused("This talk is not over yet. Thanks come after it.")
    there = session.get(Draft, row.thanks_draft_id) if row.thanks_draft_id is not None else None
    if there is not None and there.deleted_at is None and there.person_id == row.person_id:
        return there
    said = debrief.read(row)
    promised = debrief.first_dated(said.of("mine"))
    occasion = Occasion(
        interview_at=_there(row, row.ended_at),
        they_said=_first_line(said.learned),
        it_changed=_first_line(said.changed_in_me),
        promises=(Promise(promised.what, promised.by),) if promised is not None else (),
        comes_late=clock(row.ended_at, by.now).state == "very_late",
    )
    draft = _compose(session, row, LETTER, occasion, by)
    row.thanks_draft_id, row.updated_at = draft.id, by.now
    session.flush()
    return draft


def begin_for_helper(session: WorkspaceSession, row: Interview, by: By) -> Draft:
    """A line of thanks to who found the time (T6). Raises: Refused where nobody did, or while the talk is not over."""
    helper = helper_here(row)
    if helper is None or row.ended_at is None:
        raise Refused("Nobody is noted who found the time for this talk, or it is not over yet.")
    occasion = Occasion(interview_at=_there(row, row.ended_at))
    return _compose(session, row, SECOND_LETTER, occasion, by, to=helper)


def begin_confirmation(session: WorkspaceSession, row: Interview, by: By) -> Draft:
    """The letter that confirms the appointment; the one that is being written goes on. Raises: Refused."""
    appointments.check_is_on(row)
    there = confirmation_of(session, row)
    if there is not None and there.state == "writing":
        return there
    at = _there(row, row.starts_at)
    occasion = Occasion(minutes=row.minutes, interview_at=at, place=place_in_words(row))
    return _compose(session, row, CONFIRMATION, occasion, by)


def confirmation_of(session: WorkspaceSession, row: Interview) -> Draft | None:
    """The latest letter that confirms this appointment: one to this leader, begun since it was made."""
    mine = select(Draft).where(
        Draft.person_id == row.person_id, Draft.kind == CONFIRMATION, Draft.deleted_at.is_(None),
        Draft.state != "put_away", Draft.created_at >= row.created_at,
    )  # fmt: skip
    return session.scalar(mine.order_by(Draft.id.desc()).limit(1))


def _compose(
    session: WorkspaceSession, row: Interview, key: str, occasion: Occasion, by: By, to: Person | None = None
) -> Draft:
    letter = compose.letters().get(key)
    if letter is None:
        raise Refused("The letter for this is not there; its file was removed or cannot be read.")
    assistant = drafts.assistant_of(session, row.person_id)
    helper = helper_here(row)
    chosen = Chosen(
        letter=letter, person=row.person,
        assistant_id=to.id if to else helper.id if helper else assistant.id if assistant else None,
        project=project_here(row), program=row.program if row.program and row.program.deleted_at is None else None,
        minutes=row.minutes if key == CONFIRMATION else None, occasion=occasion, to_person_id=to.id if to else None,
    )  # fmt: skip
    return beginning.begin(session, chosen, by)


def helper_here(row: Interview) -> Person | None:
    """Who arranged it, if they are still here."""
    helper = row.helper
    return helper if helper is not None and helper.deleted_at is None and helper.merged_into_id is None else None


def project_here(row: Interview) -> Project | None:
    """The project, unless it was deleted."""
    return row.project if row.project is not None and row.project.deleted_at is None else None


def _there(row: Interview, moment: datetime) -> datetime:
    """A moment by the leader's clock, or where it was agreed."""
    return moment.astimezone(zone_of(row.person.time_zone) or appointments.zone_of_talk(row))


def _first_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[0].strip() if lines else ""


def place_in_words(row: Interview) -> str:
    """Where, as it goes on after the time: "by phone; I will call (555) 555-0110"."""
    where = " ".join(row.place.split()).rstrip(".")
    if row.way == "phone":
        is_number = sum(map(str.isdigit, where)) >= 7 and not any(map(str.isalpha, where[:3]))
        return f"by phone; I will call {where}" if is_number else f"by phone{', ' + where if where else ''}"
    if row.way == "video":
        is_address = where.startswith("http")
        return f"by video; the address is {where}" if is_address else f"by video{', ' + where if where else ''}"
    return {"in_person": where and f"in person, {where}", "written": "in writing"}[row.way]


# --- what the check knows ---------------------------------------------------------------------------------------------


def notes_for(session: WorkspaceSession, draft: Draft) -> Sequence[str]:
    """What was said in the talk that a thank-you is for: the notes, and what the user keeps from it."""
    row = session.scalar(select(Interview).where(Interview.thanks_draft_id == draft.id, Interview.deleted_at.is_(None)))
    if row is None:
        return ()
    kept = (row.learned, row.changed_in_me)
    return (*talk_notes.as_material(talk_notes.lines_of(session, row)), *(text for text in kept if text.strip()))


heard.told_by("interviews", notes_for)
