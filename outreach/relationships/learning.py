"""Learning from a leader: what the user wants to learn, the questions on the way, and what they recommended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select

from outreach.db import WorkspaceSession
from outreach.errors import NotFound, Refused
from outreach.kept_statements import kept_statement
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.people.operations import By, ChangedElsewhere
from outreach.relationships import rules
from outreach.relationships.models import LearningPlan, Recommendation
from outreach.relationships.rules import BadDay
from outreach.sent_twice import hold, just_made

WANTS_MAX = 2_000
QUESTION_MAX = 500
TITLE_MAX = 300
THOUGHTS_MAX = 4_000


@dataclass(frozen=True, slots=True)
class Plan:
    """What the form of a plan says. Names of fields are those of `models.LearningPlan`."""

    wants: str = ""
    last_question: str = ""
    last_asked_on: date | None = None
    next_question: str = ""


@dataclass(frozen=True, slots=True)
class NewRecommendation:
    """What they recommended. Names of fields are those of `models.Recommendation`."""

    person_id: int
    title: str
    recommended_on: date
    url: str = ""
    source: str = "hand"
    source_id: int | None = None


# --- the plan -------------------------------------------------------------------------------------------------------


def plan_of(session: WorkspaceSession, person_id: int) -> LearningPlan | None:
    """The plan for a person; None where there is none."""
    return session.scalar(_PLAN, {"person": person_id})


_PLAN = kept_statement(select(LearningPlan).where(LearningPlan.person_id == bindparam("person")))


def save_plan(session: WorkspaceSession, person_id: int, plan: Plan, version: int, by: By, today: date) -> LearningPlan:
    """Keeps what the form says. Raises: NotFound; ChangedElsewhere; BadDay."""
    person = people.person(session, person_id)
    if plan.last_asked_on is not None:
        rules.check_day(plan.last_asked_on, today)
    hold(session, Person.id, person.id)
    row = plan_of(session, person.id)
    if row is None:
        row = LearningPlan(person_id=person.id, created_at=by.now, updated_at=by.now)
        session.add(row)
    elif _said(row) == plan:
        return row
    elif row.version != version:
        raise ChangedElsewhere
    row.wants, row.last_question, row.updated_at = plan.wants, plan.last_question, by.now
    row.last_asked_on, row.next_question = plan.last_asked_on, plan.next_question
    session.flush()
    return row


def _said(row: LearningPlan) -> Plan:
    return Plan(row.wants, row.last_question, row.last_asked_on, row.next_question)


def asked(session: WorkspaceSession, row: LearningPlan, version: int, by: By, today: date) -> None:
    """Notes that the next question was asked today: it becomes the last one. Raises: ChangedElsewhere; Refused."""
    if row.version != version:
        raise ChangedElsewhere
    if not row.next_question:
        raise Refused("There is no next question yet. Write it down first.")
    row.last_question, row.last_asked_on, row.next_question = row.next_question, today, ""
    row.updated_at = by.now
    session.flush()


# --- recommendations ------------------------------------------------------------------------------------------------


def recommend(session: WorkspaceSession, new: NewRecommendation, by: By, today: date) -> Recommendation:
    """Notes what they recommended, once however often its form is sent. Raises: NotFound; Refused; BadDay."""
    person = people.person(session, new.person_id)
    if not new.title.strip():
        raise Refused("Say what they recommended.")
    rules.check_day(new.recommended_on, today)
    hold(session, Person.id, person.id)
    same = {"person_id": person.id, "title": new.title, "url": new.url, "recommended_on": new.recommended_on,
            "source": new.source, "source_id": new.source_id}  # fmt: skip
    twin = just_made(session, Recommendation, by.now, **same, deleted_at=None)
    if twin is not None:
        return twin
    row = Recommendation(**same, noted_by_id=by.user_id, created_at=by.now, updated_at=by.now)
    session.add(row)
    session.flush()
    return row


@dataclass(frozen=True, slots=True)
class Kept:
    """What the form of a recommendation says."""

    title: str
    url: str
    recommended_on: date
    read_on: date | None
    thoughts: str
    told_on: date | None


def keep(session: WorkspaceSession, row: Recommendation, kept: Kept, version: int, by: By, today: date) -> None:
    """Writes what the form says. Raises: ChangedElsewhere; BadDay for days that cannot follow each other."""
    if kept == said(row):
        return
    if row.version != version:
        raise ChangedElsewhere
    check_days(kept, today)
    row.title, row.url, row.recommended_on = kept.title, kept.url, kept.recommended_on
    row.read_on, row.thoughts, row.told_on, row.updated_at = kept.read_on, kept.thoughts, kept.told_on, by.now
    session.flush()


def check_days(kept: Kept, today: date) -> None:
    """Recommended, read, told: in this order, none of them to come. Raises: BadDay."""
    rules.check_day(kept.recommended_on, today)
    if kept.read_on is not None:
        rules.check_day(kept.read_on, today)
    if kept.told_on is None:
        return
    if kept.read_on is None:
        raise BadDay("Say first when you read it: that is what they would like to hear.")
    if rules.check_day(kept.told_on, today) < kept.read_on:
        raise BadDay("This is before the day on which you read it. Check both.")


def said(row: Recommendation) -> Kept:
    """What stands there, as the form says it."""
    return Kept(row.title, row.url, row.recommended_on, row.read_on, row.thoughts, row.told_on)


def read_it(session: WorkspaceSession, row: Recommendation, by: By, today: date) -> None:
    """Notes that it was read today; one that was read already stays as it is."""
    if row.read_on is None:
        row.read_on, row.updated_at = max(today, row.recommended_on), by.now
        session.flush()


def told(session: WorkspaceSession, row: Recommendation, by: By, today: date) -> None:
    """Notes that they were told today that it was read. Raises: Refused before it was read."""
    if row.told_on is not None:
        return
    if row.read_on is None:
        raise Refused("Note first that you read it.")
    row.told_on, row.updated_at = max(today, row.read_on), by.now
    session.flush()


def take_step_back(session: WorkspaceSession, row: Recommendation, step: str, by: By) -> None:
    """The undo of "read" or "told". Raises: NotFound for another step."""
    if step not in ("read", "told"):
        raise NotFound
    row.told_on, row.updated_at = None, by.now
    if step == "read":
        row.read_on = None
    session.flush()


def remove(session: WorkspaceSession, row: Recommendation, by: By) -> None:
    """Takes a recommendation out of every list, for 30 days."""
    if row.deleted_at is None:
        row.deleted_at = row.updated_at = by.now
        session.flush()


def bring_back(session: WorkspaceSession, row: Recommendation, by: By) -> None:
    """Brings a deleted one back. Raises: Refused after 30 days."""
    if row.deleted_at is None:
        return
    if row.deleted_at < by.now - rules.UNDO_FOR:
        raise Refused("This was deleted more than 30 days ago.")
    row.deleted_at, row.updated_at = None, by.now
    session.flush()


def here_or_deleted(session: WorkspaceSession, number: int) -> Recommendation:
    """A recommendation that can be brought back as well. Raises: NotFound."""
    row = session.get(Recommendation, number)
    if row is None:
        raise NotFound
    people.person(session, row.person_id)
    return row


def of_person(session: WorkspaceSession, person_id: int, most: int = 100) -> Sequence[Recommendation]:
    """What a person recommended: what was not read yet first, then the latest."""
    return session.scalars(_OF_PERSON, {"person": person_id, "most": most}).all()


_OF_PERSON = kept_statement(
    select(Recommendation)
    .where(Recommendation.person_id == bindparam("person"), Recommendation.deleted_at.is_(None))
    .order_by(
        Recommendation.told_on.is_not(None), Recommendation.read_on.is_not(None),
        Recommendation.recommended_on.desc(), Recommendation.id.desc(),
    )
    .limit(bindparam("most"))
)  # fmt: skip


def read_and_untold(session: WorkspaceSession, most: int) -> Sequence[Any]:
    """What was read without their having been told, the earliest read first; of all who may be written to.

    Rows of what a task says: id, person_id, title and name.
    """
    return session.execute(_READ_AND_UNTOLD, {"most": most}).all()


_READ_AND_UNTOLD = kept_statement(
    select(Recommendation.id, Recommendation.person_id, Recommendation.title, Person.name)
    .join(Recommendation.person)
    .where(
        Recommendation.deleted_at.is_(None), people.HERE, Recommendation.read_on.is_not(None),
        Recommendation.told_on.is_(None), Person.do_not_contact_since.is_(None),
    )
    .order_by(Recommendation.read_on, Recommendation.id)
    .limit(bindparam("most"))
)  # fmt: skip
