"""Whom a run is about, and the question that goes to the sources about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, or_, select

from outreach.db import WorkspaceSession
from outreach.dossiers import convert
from outreach.dossiers.models import Candidate, Claim, Fact, Program, ResearchRun, Verdict
from outreach.errors import NotFound
from outreach.kept_statements import kept, kept_statement
from outreach.once import once
from outreach.organizations.models import Organization, OrganizationIdentifier
from outreach.people import queries as people
from outreach.people.models import Person, PersonIdentifier, Position
from research.types import Identifier, Query

_PERSON_SCHEMES = ("npi", "orcid", "qid", "openalex", "nih_profile")
"""Schemes of a person's numbers that sources know; the others only find people here."""

AboutSubject = type[Candidate] | type[Claim] | type[Fact] | type[Verdict]


@dataclass(frozen=True, slots=True)
class Subject:
    """A person, an organization, or a person at an organization. At least one id is set."""

    person_id: int | None
    organization_id: int | None

    def columns(self, kind: str) -> dict[str, int | None]:
        """Under whom a row about a record of this kind is kept: of two, what an organization is goes to it."""
        if kind == "person" or self.organization_id is None:
            return {"person_id": self.person_id, "organization_id": None}
        return {"person_id": None, "organization_id": self.organization_id}

    def rows(self, table: AboutSubject) -> ColumnElement[bool]:
        """The criterion for the rows of this subject, of the organization's too where there are both."""
        whose = []
        if self.person_id is not None:
            whose.append(table.person_id == self.person_id)
        if self.organization_id is not None:
            whose.append(table.organization_id == self.organization_id)
        return or_(*whose)


def subject_of(run: ResearchRun) -> Subject:
    """Whom the run is about."""
    return Subject(run.person_id, run.organization_id)


def person_here(session: WorkspaceSession, person_id: int) -> Person:
    """The person. Raises: NotFound for one that is not there, was deleted, or turned out to be another."""
    return people.person(session, person_id)


@once
def organization_here(session: WorkspaceSession, organization_id: int) -> Organization:
    """The organization. Raises: NotFound for one that is not there or was deleted."""
    organization = session.scalar(
        select(Organization).where(Organization.id == organization_id, Organization.deleted_at.is_(None))
    )
    if organization is None:
        raise NotFound
    return organization


@once
def present_position(session: WorkspaceSession, person_id: int) -> Position | None:
    """The post that a person holds now; of several the one that began last."""
    return session.scalar(_PRESENT, {"person": person_id})


_PRESENT = kept_statement(
    select(Position)
    .where(Position.person_id == bindparam("person"), Position.is_current.is_(True))
    .order_by(Position.started.desc(), Position.id.desc())
    .limit(1)
)


def subject_of_person(session: WorkspaceSession, person: Person) -> Subject:
    """The person, at the organization where they work now if the workspace keeps it."""
    position = present_position(session, person.id)
    return Subject(person.id, position.organization_id if position else None)


@dataclass(frozen=True, slots=True)
class Held:
    """Whether there is anything at all of a kind about a subject: most people are only a name yet."""

    facts: bool
    candidates: bool
    programs: bool


_HELD: tuple[Any, ...] = (Fact, Candidate, Program)


@once
def held(session: WorkspaceSession, subject: Subject) -> Held:
    """What there is about a person, or about an organization that stands alone; one question instead of ten."""
    statement = _held_of_organization() if subject.person_id is None else _held_of_person()
    whose = {"person": subject.person_id, "house": subject.organization_id, "workspace_id": session.workspace_id}
    return Held(*map(bool, session.execute(statement, whose).one()))


@kept
def _held_of_organization() -> Select[*tuple[Any, ...]]:
    return _there([table.organization_id == bindparam("house") for table in _HELD])


@kept
def _held_of_person() -> Select[*tuple[Any, ...]]:
    """Questions are of the organization of a person too; where there is none, nothing equals it."""
    either = or_(Candidate.person_id == bindparam("person"), Candidate.organization_id == bindparam("house"))
    return _there([Fact.person_id == bindparam("person"), either, Program.person_id == bindparam("person")])


def _there(about: Sequence[ColumnElement[bool]]) -> Select[*tuple[Any, ...]]:
    return select(*(
        select(table.id).where(table.workspace_id == bindparam("workspace_id"), whose).exists()
        for table, whose in zip(_HELD, about, strict=True)
    ))  # fmt: skip


def query_about(session: WorkspaceSession, subject: Subject, urls: tuple[str, ...] = ()) -> Query:
    """The question about a subject, from what the workspace knows. Raises: NotFound."""
    if subject.person_id is None:
        assert subject.organization_id is not None
        return replace(_about_organization(session, subject.organization_id), urls=urls)
    return _about_person(session, subject.person_id, urls)


def _about_organization(session: WorkspaceSession, organization_id: int) -> Query:
    organization = organization_here(session, organization_id)
    return Query(
        kind="organization",
        name=organization.name,
        state=organization.state,
        city=organization.city,
        identifiers=_numbers(
            session, OrganizationIdentifier, OrganizationIdentifier.organization_id == organization_id
        ),
        website=organization.website,
    )


def _about_person(session: WorkspaceSession, person_id: int, urls: tuple[str, ...]) -> Query:
    person = person_here(session, person_id)
    position = present_position(session, person_id)
    numbers = _numbers(session, PersonIdentifier, PersonIdentifier.person_id == person_id)
    query = Query(
        kind="person",
        name=person.name,
        organization=position.organization_name if position else "",
        role=position.title if position else "",
        identifiers=tuple(one for one in numbers if one.scheme in _PERSON_SCHEMES),
        urls=urls,
    )
    if position is None or position.organization_id is None:
        return query
    house = _about_organization(session, position.organization_id)
    return replace(
        query,
        organization=house.name,
        state=house.state,
        city=house.city,
        organization_identifiers=house.identifiers,
        website=house.website,
    )


def _numbers(session: WorkspaceSession, table: Any, whose: ColumnElement[bool]) -> tuple[Identifier, ...]:
    rows = session.scalars(select(table).where(whose).order_by(table.id))
    return tuple(Identifier(row.scheme, row.value) for row in rows)


def query_of(run: ResearchRun) -> Query:
    """The question of a run, as it was when it began."""
    return convert.query_from_json(run.query)


def path_of(subject: Subject) -> str:
    """The address of whom a run is about."""
    return f"/people/{subject.person_id}" if subject.person_id is not None else f"/orgs/{subject.organization_id}"
