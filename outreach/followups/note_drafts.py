"""The drafts of a ladder's notes: begun in the thread of the request, each with something that was not said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from outreach.asklint.shingles import likeness
from outreach.db import WorkspaceSession
from outreach.dossiers import fact_lines
from outreach.dossiers.fact_lines import FactLine
from outreach.dossiers.models import Fact
from outreach.drafts import beginning, compose
from outreach.drafts import queries as drafts
from outreach.drafts.beginning import Chosen
from outreach.drafts.compose import Occasion
from outreach.drafts.models import Departure, Draft
from outreach.errors import Refused
from outreach.followups.ladder_facts import Look
from outreach.followups.ladder_files import LadderStep
from outreach.followups.models import FollowUp
from outreach.followups.operations import held
from outreach.people.models import Person
from outreach.people.operations import By

MOST_LIKE = 0.7
"""How like an earlier letter of the thread a new sentence may be (F3)."""

MOST_NEWS = 5


@dataclass(frozen=True, slots=True)
class Adds:
    """What a note adds: a sentence that is new, or what comes along, as it goes on after "the attached"."""

    new_since: str = ""
    gift: str = ""


def begin(session: WorkspaceSession, row: FollowUp, place: int, adds: Adds, by: By) -> Draft:
    """The draft of the note that is due, in the thread of the request; the one that is being written, where one is.

    Raises: Refused where none is due, or where it would add nothing that they have not read already.
    """
    look = held(session, row, by.now)
    step = look.course.open_step
    step_row, told = look.step_row, look.ladder.step(place) if look.ladder is not None else None
    if step is None or step.place != place or step.state != "due" or step_row is None or told is None:
        raise Refused("This note is not due now. Look at what is planned.")
    known = session.get(Draft, step.draft_id) if step.draft_id is not None else None
    if known is not None and known.state == "writing" and known.deleted_at is None:
        return known
    problem = repeats(session, look, adds)
    if problem:
        raise Refused(problem)
    draft = _compose(session, look, told, adds, by)
    step_row.draft_id, step_row.updated_at = draft.id, by.now
    session.flush()
    return draft


def _compose(session: WorkspaceSession, look: Look, told: LadderStep, adds: Adds, by: By) -> Draft:
    request = session.get_one(Draft, look.row.draft_id)
    last = thread_of(session, look)[-1]
    chosen = Chosen(
        letter=compose.letters()[told.letter_key], person=request.person, project=request.project,
        program=request.program, to=note_reader(session, request, to_assistant=told.to_assistant), goes_on_with=last,
        occasion=Occasion(new_since=adds.new_since, gift=adds.gift),
    )  # fmt: skip
    draft = beginning.begin(session, chosen, by)
    if last.subject.strip():
        draft.subject = last.subject if last.subject.lower().startswith("re:") else f"Re: {last.subject}"[:300]
        session.flush()
    return draft


def note_reader(session: WorkspaceSession, request: Draft, *, to_assistant: bool) -> Person | None:
    """Who gets a note in the leader's place: whoever got the request, else the assistant where the note is for them."""
    if request.to_person is not None and request.to_person.may_be_contacted:
        return request.to_person
    assistant = drafts.assistant_of(session, request.person_id) if to_assistant else None
    return session.get(Person, assistant.id) if assistant is not None else None


def thread_of(session: WorkspaceSession, look: Look) -> Sequence[Draft]:
    """The request and the notes that were sent, first to last."""
    numbers = [look.row.draft_id, *(one.draft_id for one in look.course.steps if one.state == "sent")]
    found = [session.get(Draft, number) for number in numbers if number is not None]
    return [one for one in found if one is not None]


def repeats(session: WorkspaceSession, look: Look, adds: Adds) -> str:
    """What is wrong with what a note would add, as a sentence: it stood in an earlier letter; "" for nothing."""
    numbers = [one.id for one in thread_of(session, look)]
    sent = select(Departure.text).where(Departure.draft_id.in_(numbers), Departure.state == "sent")
    earlier = [*session.scalars(sent), *(one.body for one in thread_of(session, look))]
    for words in filter(None, (_plain(adds.new_since), _plain(adds.gift))):
        if any(words in _plain(text) or likeness(words, text) > MOST_LIKE for text in earlier):
            return "This stood in your earlier letter. Add something that they have not read yet."
    return ""


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).strip(" .!?")


def news_since(session: WorkspaceSession, look: Look, today: date) -> list[FactLine]:
    """What was found about them since the request, with its sources: each may be the new thing that a note adds."""
    new = select(Fact).where(
        Fact.person_id == look.row.person_id, Fact.state == "current", Fact.standing != "disputed",
        Fact.is_own_note.is_(False), Fact.created_at > look.course.started_at,
    )  # fmt: skip
    rows = session.scalars(new.order_by(Fact.created_at.desc(), Fact.id.desc()).limit(MOST_NEWS)).all()
    return fact_lines.lines(session, rows, today)
