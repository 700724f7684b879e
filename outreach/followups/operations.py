"""What is done with ladders: begun, written as the facts make them, a note skipped or moved; stopped, begun again.

A ladder is looked at first (`ladder_facts.looks`), then written: so whatever is pressed, an answer that came meanwhile
counts. A note becomes due by compare-and-set: of two workers one has made it due, once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm.util import identity_key

from outreach.db import WorkspaceSession
from outreach.drafts.models import Draft
from outreach.errors import Refused
from outreach.followups import ladder_facts, ladder_files, rules, working_days
from outreach.followups.ladder_facts import Look
from outreach.followups.models import FollowUp, FollowUpStep
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.relationships import operations as ledger_operations
from outreach.relationships import queries as ledger
from outreach.relationships import standings
from outreach.relationships.models import Standing, Touch
from outreach.sent_twice import hold

REST_WHY = "Two notes found no answer. A new request needs a new reason."
"""Why it rests: what was set for this reason is lifted when they answer after all."""


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing a ladder: whether it has ended by it, and the step whose moment has come."""

    ended: bool = False
    to_make_due: int | None = None


# --- beginning ------------------------------------------------------------------------------------------------------


def begin(session: WorkspaceSession, draft: Draft, now: datetime) -> FollowUp | None:
    """The ladder of a request that was sent, begun once; None where no ladder follows such a letter."""
    hold(session, Draft.id, draft.id)
    known = session.scalar(select(FollowUp).where(FollowUp.draft_id == draft.id))
    if known is not None:
        return known
    ladder = ladder_files.ladder_after(draft.kind)
    if ladder is None or draft.state != "sent" or draft.sent_at is None or draft.deleted_at is not None:
        return None
    row = FollowUp(person_id=draft.person_id, draft_id=draft.id, ladder_key=ladder.key, started_at=draft.sent_at,
                   created_at=now, updated_at=now)  # fmt: skip
    session.add(row)
    session.flush()
    for place, step in enumerate(ladder.steps, start=1):
        session.add(
            FollowUpStep(
                follow_up_id=row.id, place=place, kind=step.kind, letter_key=step.letter_key, created_at=now,
                updated_at=now,
            )
        )  # fmt: skip
    session.flush()
    write(session, look_at(session, row, now), now)
    return row


def look_at(session: WorkspaceSession, row: FollowUp, now: datetime) -> Look:
    """A ladder with what the facts make of it now."""
    return ladder_facts.looks(session, [row], now)[0]


# --- writing what the facts make of it ------------------------------------------------------------------------------


def write(session: WorkspaceSession, look: Look, now: datetime) -> None:
    """Keeps a ladder as it was settled, and makes its next note due where the moment has come."""
    written = write_all_but_due(session, look, now)
    if written.to_make_due is not None:
        make_due(session, [written.to_make_due], now)


def write_all_but_due(session: WorkspaceSession, look: Look, now: datetime) -> Written:
    """Keeps a ladder as it was settled; a note whose moment has come is only named, for `make_due`."""
    row, was, course = look.row, look.row.state, look.course
    told = {
        "started_at": course.started_at, "state": course.state, "stop_reason": course.stop_reason,
        "ended_at": course.ended_at, "held_until": course.moved_to, "zone": look.zones.name[:60],
    }  # fmt: skip
    if _set(row, told):
        row.updated_at = now
    coming = None
    for step, new in zip(look.steps, course.steps, strict=True):
        if new.state == "due" and step.state != "due":
            coming = step.id
            _write_step(step, replace(new, state="planned", became_due_at=None), now)
        else:
            _write_step(step, new, now)
    session.flush()
    _tell_ledger(session, look, was, now)
    return Written(was == "running" and course.state != "running", coming)


def _write_step(step: FollowUpStep, new: rules.StepNow, now: datetime) -> None:
    told = {
        "state": new.state, "due_at": new.due_at, "became_due_at": new.became_due_at, "sent_at": new.sent_at,
        "draft_id": new.draft_id,
    }  # fmt: skip
    if _set(step, told):
        step.updated_at = now


def _set(row: FollowUp | FollowUpStep, told: dict[str, Any]) -> bool:
    changed = {name: value for name, value in told.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    return bool(changed)


def make_due(session: WorkspaceSession, ids: Sequence[int], now: datetime) -> tuple[int, ...]:
    """Makes planned notes due whose moment has come; those that this caller has made due, and nobody else."""
    if not ids:
        return ()
    planned = (FollowUpStep.id.in_(ids), FollowUpStep.state == "planned", FollowUpStep.due_at <= now)
    made = session.scalars(
        update(FollowUpStep)
        .where(*planned)
        .values(state="due", became_due_at=now, updated_at=now, version=FollowUpStep.version + 1)
        .returning(FollowUpStep.id)
        .execution_options(synchronize_session=False)
    ).all()
    for number in made:
        step = session.identity_map.get(identity_key(FollowUpStep, number))
        if step is not None:
            session.expire(step)
    return tuple(made)


# --- what the ledger learns of it -----------------------------------------------------------------------------------


def _tell_ledger(session: WorkspaceSession, look: Look, was: str, now: datetime) -> None:
    """After the last note the request is closed and the relationship rests; where that was too early, both go back."""
    state = look.course.state
    if state == was or not look.facts.is_here or "finished" not in (state, was):
        return
    by = by_writer(session, look, now)
    if state == "finished":
        _rest(session, look, by)
    else:
        _rest_no_more(session, look, by)


def by_writer(session: WorkspaceSession, look: Look, now: datetime) -> By:
    """Whoever wrote the request, for what is noted without a press; nobody where their account is gone."""
    return By(session.get_one(Draft, look.row.draft_id).written_by_id, now)  # type: ignore[arg-type]  # NULL is kept


def _rest(session: WorkspaceSession, look: Look, by: By) -> None:
    hold(session, Person.id, look.row.person_id)
    ask = session.get(Touch, look.ask_id) if look.ask_id is not None else None
    today = working_days.day_there(by.now, look.zones.here)
    if ask is not None and ask.ask_state == "open":
        ledger_operations.close_ask(session, ask, "unanswered", today, by)
    days = look.ladder.rest_days if look.ladder is not None else ladder_files.LEAST_REST
    until = today + timedelta(days=days)
    rests = ledger.rests(session, look.row.person_id, by.now.date())
    if rests is None or (rests.state == "resting" and rests.until is not None and rests.until < until):
        standings.rest(session, look.row.person_id, by, REST_WHY, until)


def _rest_no_more(session: WorkspaceSession, look: Look, by: By) -> None:
    hold(session, Person.id, look.row.person_id)
    ask = session.get(Touch, look.ask_id) if look.ask_id is not None else None
    if ask is not None and ask.ask_state == "unanswered":
        states = {"declined": "declined", "asked_not_to_write": "declined"}
        said_yes = any(one.answer == "yes" for one in look.facts.signs)
        state = states.get(look.course.stop_reason, "granted" if said_yes else "open")
        on = max((one.on for one in look.facts.signs), default=by.now.date())
        ledger_operations.close_ask(session, ask, state, on, by)
    standing = session.scalar(select(Standing).where(Standing.person_id == look.row.person_id))
    if standing is not None and standing.state == "resting" and standing.why == REST_WHY:
        standings.set_to(session, look.row.person_id, "active", by)


# --- what the user presses ------------------------------------------------------------------------------------------


def held(session: WorkspaceSession, row: FollowUp, now: datetime) -> Look:
    """A ladder looked at and written, with nobody else at it until the request ends."""
    hold(session, FollowUp.id, row.id)
    session.refresh(row)
    write(session, look_at(session, row, now), now)
    return look_at(session, row, now)


def _settle(session: WorkspaceSession, look: Look, now: datetime, course: rules.Course) -> Look:
    """Writes a course that the user has changed."""
    found = replace(look, course=rules.settled(course, look.facts, look.ladder, now))
    write(session, found, now)
    return found


def skip(session: WorkspaceSession, row: FollowUp, place: int, by: By) -> Look:
    """Leaves the next note out; after the last one the matter rests. Pressed twice it leaves out one."""
    look = held(session, row, by.now)
    open_step = look.course.open_step
    if open_step is None or open_step.place != place:
        return look
    return _settle(session, look, by.now, rules.skipped(look.course))


def move(session: WorkspaceSession, row: FollowUp, day: date, today: date, by: By) -> Look:
    """The next note waits until a day. Raises: Refused for one that is too soon, or when nothing is planned."""
    look = held(session, row, by.now)
    earliest = earliest_day(look)
    if earliest is None:
        raise Refused("Nothing is planned any more: this has ended.")
    problem = rules.move_problem(day, earliest, today)
    if problem:
        raise Refused(problem)
    return _settle(session, look, by.now, replace(look.course, moved_to=day))


def earliest_day(look: Look) -> date | None:
    """The day before which the next note comes too soon; None when there is none."""
    step = look.course.open_step
    told = look.ladder.step(step.place) if step is not None and look.ladder is not None else None
    return rules.earliest_day(look.course, look.facts.zone, told) if told is not None else None


def stop(session: WorkspaceSession, row: FollowUp, by: By) -> Look:
    """Ends a ladder; one that has ended stays as it is."""
    look = held(session, row, by.now)
    if look.course.state != "running":
        return look
    return _settle(session, look, by.now, rules.stopped(look.course, "by_hand", by.now))


def go_on(session: WorkspaceSession, row: FollowUp, by: By) -> Look:
    """A ladder that ended begins again where it was. Raises: Refused where that is not sound, with the reason."""
    look = held(session, row, by.now)
    if look.course.state == "running":
        return look
    problem = rules.again_problem(look.course, look.facts)
    if problem:
        raise Refused(problem)
    ask = session.get(Touch, look.ask_id) if look.ask_id is not None else None
    facts = replace(look.facts, has_moved=False)
    if ask is not None and ask.ask_state == "unanswered":
        ledger_operations.close_ask(session, ask, "open", by.now.date(), by)
        facts = replace(facts, ask_state="open")
    return _settle(session, replace(look, facts=facts), by.now, rules.going_on(look.course))
