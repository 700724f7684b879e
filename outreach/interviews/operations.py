"""What is done with question guides: proposed, changed, put in order, taken out and put back, deleted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime

from outreach.db import WorkspaceSession
from outreach.dossiers import program_queries, uses
from outreach.dossiers.models import Fact, Program
from outreach.drafts import confirmed, materials
from outreach.drafts.letter_facts import clause_of
from outreach.drafts.letter_programs import Voice
from outreach.drafts.operations import may_write_to
from outreach.errors import Refused
from outreach.interviews import composing, queries, rules
from outreach.interviews.composing import FactGround, ProgramGround, Proposed, Talk
from outreach.interviews.models import GuideQuestion, QuestionGuide
from outreach.people.models import Person
from outreach.people.operations import By, ChangedElsewhere
from outreach.projects import rules as project_rules
from outreach.projects.venues import venue_of
from outreach.sent_twice import hold, just_made

PLACE = "guide"
"""What `uses` calls a guide."""

_YOU = Voice("you", "your", is_you=True)
_STEP = 10
"""Between the places of two questions, when they are first put in order."""


@dataclass(frozen=True, slots=True)
class NewGuide:
    """For whom, for what, how long, when."""

    person_id: int
    minutes: int
    project_id: int | None = None
    draft_id: int | None = None
    program_id: int | None = None
    meets_on: date | None = None


@dataclass(frozen=True, slots=True)
class QuestionDetails:
    """What the form of a question says; at most one of `fact_id` and `program_id`."""

    kind: str
    text: str
    minutes: int
    fact_id: int | None = None
    program_id: int | None = None


# --- making ---------------------------------------------------------------------------------------------------------


def create(session: WorkspaceSession, new: NewGuide, by: By) -> QuestionGuide:
    """A new guide with its proposed questions; the same form pressed twice makes one.

    Raises: Refused for somebody who is not to be contacted.
    """
    person = session.get_one(Person, new.person_id)
    allowed = may_write_to(person)
    if not allowed.allowed:
        raise Refused(*allowed.reasons)
    told = asdict(new)
    hold(session, Person.id, person.id)
    twin = just_made(session, QuestionGuide, by.now, **told, made_by_id=by.user_id, deleted_at=None)
    if twin is not None:
        return twin
    guide = QuestionGuide(**told, made_by_id=by.user_id, created_at=by.now, updated_at=by.now)
    session.add(guide)
    session.flush()
    _put_in(session, guide, proposals(session, guide, by.now.date()), by)
    return guide


def propose_missing(session: WorkspaceSession, guide: QuestionGuide, by: By) -> int:
    """Puts in a question of each kind that the guide has none of; how many there were."""
    known = queries.questions_of(session, guide)
    texts, kinds = {one.text for one in known}, {one.kind for one in known}
    missing = [
        one
        for one in proposals(session, guide, by.now.date())
        if one.text not in texts and (one.kind not in kinds or (one.kind == "reserve" and not known))
    ]
    _put_in(session, guide, missing, by)
    if missing:
        _in_natural_order(session, guide)
    return len(missing)


def proposals(session: WorkspaceSession, guide: QuestionGuide, today: date) -> tuple[Proposed, ...]:
    """Questions put together from the program's record, the best facts and what the project says."""
    project = guide.project
    return composing.propose(
        Talk(
            minutes=guide.minutes,
            program=program_ground(guide.program) if guide.program is not None else None,
            facts=fact_grounds(session, guide, today),
            readers=project.readers if project else "",
            question=project.question if project else "",
            review=project_rules.promise(venue_of(session, project)).source_review if project else "",
        )
    )


def program_ground(program: Program) -> ProgramGround | None:
    """A program as questions take it; None for one that was deleted."""
    if program.deleted_at is not None:
        return None
    is_sourced = program_queries.first_passage(program) is not None
    told = {name: getattr(program, name) for name in ("problem", "action", "result", "period", "starts", "leader_part")}
    return ProgramGround(program.id, program.name, **told, is_sourced=is_sourced)


def fact_grounds(session: WorkspaceSession, guide: QuestionGuide, today: date) -> tuple[FactGround, ...]:
    """The best facts as they go on after "I read that"."""
    best = confirmed.offer(session, guide.person, guide.program, today).best
    rows = [session.get_one(Fact, number) for number in best]
    told = [(row, clause_of(materials.letter_fact(row, 1, row.organization_name), _YOU)) for row in rows]
    return tuple(FactGround(row.id, said.words) for row, said in told if said.form == "that")


def _put_in(session: WorkspaceSession, guide: QuestionGuide, proposed: Iterable[Proposed], by: By) -> None:
    place = _last_place(session, guide)
    for at, one in enumerate(proposed, start=1):
        session.add(
            GuideQuestion(
                guide_id=guide.id, place=place + at * _STEP, kind=one.kind, text=one.text, minutes=one.minutes,
                fact_id=one.fact_id, program_id=one.program_id, created_at=by.now, updated_at=by.now,
            )
        )  # fmt: skip
    session.flush()
    _touched(session, guide, by)


def _last_place(session: WorkspaceSession, guide: QuestionGuide) -> int:
    return max((one.place for one in queries.questions_of(session, guide)), default=0)


def _in_natural_order(session: WorkspaceSession, guide: QuestionGuide) -> None:
    """The opening first and the close last; all between stays as it stood."""
    rows = queries.questions_of(session, guide)
    weight = {"opening": 0, "close": 2, "reserve": 3}
    for at, row in enumerate(sorted(rows, key=lambda one: weight.get(one.kind, 1)), start=1):
        row.place = at * _STEP
    session.flush()


# --- changing -------------------------------------------------------------------------------------------------------


def change_guide(session: WorkspaceSession, guide: QuestionGuide, new: NewGuide, version: int, by: By) -> None:
    """Writes for what, how long and when. Raises: ChangedElsewhere when the form was made from another state."""
    if guide.version != version:
        raise ChangedElsewhere
    guide.project_id, guide.minutes, guide.meets_on = new.project_id, new.minutes, new.meets_on
    guide.updated_at = by.now
    session.flush()


def add_question(session: WorkspaceSession, guide: QuestionGuide, details: QuestionDetails, by: By) -> GuideQuestion:
    """A question of the user's own, at the end before the close; the same form pressed twice makes one.

    Raises: Refused when there are too many.
    """
    hold(session, QuestionGuide.id, guide.id)
    told = asdict(details)
    twin = just_made(session, GuideQuestion, by.now, guide_id=guide.id, **told, deleted_at=None)
    if twin is not None:
        return twin
    rows = queries.questions_of(session, guide)
    if len(rows) >= rules.MOST_QUESTIONS:
        raise Refused(f"A guide holds {rules.MOST_QUESTIONS} questions at most. Take one out first.")
    place = max((one.place for one in rows), default=0) + _STEP
    row = GuideQuestion(guide_id=guide.id, place=place, **told, created_at=by.now, updated_at=by.now)
    session.add(row)
    session.flush()
    closes = [one for one in rows if one.kind == "close"]
    if closes and rows and details.kind not in ("close", "reserve", "opening"):
        _put_before(session, guide, row, closes[-1])
    _touched(session, guide, by)
    return row


def change_question(
    session: WorkspaceSession, question: GuideQuestion, details: QuestionDetails, version: int, by: By
) -> None:
    """Writes what the form says. Raises: ChangedElsewhere when the form was made from another state."""
    if question.version != version:
        raise ChangedElsewhere
    for name, value in asdict(details).items():
        setattr(question, name, value)
    question.updated_at = by.now
    session.flush()
    session.expire(question, ["fact", "program"])
    _touched(session, question.guide, by)


def move(session: WorkspaceSession, question: GuideQuestion, direction: str, seen_at: int, by: By) -> bool:
    """Moves a question one up or down; False where it is at the end, or was moved since the page was drawn.

    seen_at: its number in the list on the page, so that a double press moves once. Raises: Refused for a word that is
    neither up nor down.
    """
    if direction not in ("up", "down"):
        raise Refused("A question moves up or down.")
    hold(session, QuestionGuide.id, question.guide_id)
    guide = question.guide
    rows = list(queries.questions_of(session, guide))
    at = next((number for number, one in enumerate(rows) if one.id == question.id), None)
    if at is None or at + 1 != seen_at:
        return False
    other = at + (1 if direction == "down" else -1)
    if not 0 <= other < len(rows) or (rows[other].kind == "reserve") != (question.kind == "reserve"):
        return False
    rows[at], rows[other] = rows[other], rows[at]
    _number(session, rows)
    _touched(session, guide, by)
    return True


def _put_before(session: WorkspaceSession, guide: QuestionGuide, row: GuideQuestion, other: GuideQuestion) -> None:
    rows = [one for one in queries.questions_of(session, guide) if one.id != row.id]
    rows.insert(rows.index(other), row)
    _number(session, rows)


def _number(session: WorkspaceSession, rows: Iterable[GuideQuestion]) -> None:
    for at, row in enumerate(rows, start=1):
        if row.place != at * _STEP:
            row.place = at * _STEP
    session.flush()


def take_out(session: WorkspaceSession, question: GuideQuestion, by: By) -> None:
    """Takes a question out of its guide; one that is out stays as it is."""
    if question.deleted_at is None:
        question.deleted_at = question.updated_at = by.now
        _touched(session, question.guide, by)


def put_back(session: WorkspaceSession, question: GuideQuestion, by: By) -> None:
    """Puts a question back where it stood. Raises: Refused when the guide is full."""
    if question.deleted_at is None:
        return
    if len(queries.questions_of(session, question.guide)) >= rules.MOST_QUESTIONS:
        raise Refused(f"A guide holds {rules.MOST_QUESTIONS} questions at most. Take one out first.")
    question.deleted_at, question.updated_at = None, by.now
    _touched(session, question.guide, by)


def _touched(session: WorkspaceSession, guide: QuestionGuide, by: By) -> None:
    guide.updated_at = by.now
    session.flush()
    note_uses(session, guide, by)


def note_uses(session: WorkspaceSession, guide: QuestionGuide, by: By) -> None:
    """Notes which facts the questions hang on, so that the guide is marked when one of them changes."""
    rows = queries.questions_of(session, guide)
    ids = {row.fact_id for row in rows if row.fact_id is not None}
    for program_id in {row.program_id for row in rows if row.program_id is not None}:
        ids |= {use.fact_id for use in uses.uses_at(session, "program", program_id)}
    uses.stop_using(session, PLACE, guide.id, keep=ids)
    label = f"{queries.title_of(guide)}, a guide for {guide.person.name}"
    known = {use.fact_id: use.label for use in uses.uses_at(session, PLACE, guide.id)}
    for number in sorted(ids):
        if known.get(number) != label[:300]:
            uses.use_fact(session, session.get_one(Fact, number), PLACE, guide.id, label, now=by.now)


# --- sending --------------------------------------------------------------------------------------------------------


def text_to_send(session: WorkspaceSession, guide: QuestionGuide, today: date) -> str:
    """The list of questions as plain text: without the frame of the talk, without what is in reserve.

    Raises: Refused while something has to be fixed, or for somebody who is not to be contacted.
    """
    reasons = list(may_write_to(guide.person).reasons)
    found = queries.lines(session, guide, today)
    reasons += [one.why for one in queries.review_of(session, guide, found, today).stopping]
    asked = [one.question.text for one in found if one.question.kind in rules.LIST_KINDS]
    if not asked:
        reasons.append("There is no question to send yet.")
    if reasons:
        raise Refused(*dict.fromkeys(reasons))
    about = f" about {guide.program.name}" if guide.program is not None else ""
    head = f"Questions for our talk of {guide.minutes} minutes{about}"
    numbered = [f"{number}. {text}" for number, text in enumerate(asked, start=1)]
    return "\n\n".join([head, *numbered]) + "\n"


# --- deleting -------------------------------------------------------------------------------------------------------


def remove(session: WorkspaceSession, guide: QuestionGuide, by: By) -> None:
    """Takes a guide out of every list, so that it can be brought back for 30 days."""
    if guide.deleted_at is None:
        guide.deleted_at = guide.updated_at = by.now
        uses.stop_using(session, PLACE, guide.id)
        session.flush()


def bring_back(session: WorkspaceSession, guide: QuestionGuide, by: By) -> None:
    """Brings a deleted guide back. Raises: Refused after 30 days."""
    if guide.deleted_at is None:
        return
    if guide.deleted_at < by.now - rules.UNDO_FOR:
        raise Refused("This guide was deleted more than 30 days ago.")
    guide.deleted_at = None
    _touched(session, guide, by)


def forget_deleted(session: WorkspaceSession, now: datetime) -> int:
    """Removes guides for good that were deleted too long ago to be brought back; how many."""
    gone = session.scalars(queries.deleted_before(now - rules.UNDO_FOR)).all()
    for guide in gone:
        session.delete(guide)
    session.flush()
    return len(gone)
