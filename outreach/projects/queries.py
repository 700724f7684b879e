"""Reads projects and own venues for pages and for later rooms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, func, select

from outreach.db import WorkspaceSession
from outreach.errors import NotFound
from outreach.pagination import Key, Page, page_of
from outreach.projects import venues
from outreach.projects.models import OwnVenue, Project
from outreach.projects.venue_files import Venue, shipped

MOST_OPEN = 200
"""Projects offered for choice at once."""

MOST_AT_A_VENUE = 50
PAGE_SIZE = 30

_LATEST = (Key(Project.updated_at, descending=True), Key(Project.id, descending=True))


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A project in a list."""

    id: int
    title: str
    kind: str
    state: str
    venue: str
    readers: str
    due_on: date | None


# --- projects -------------------------------------------------------------------------------------------------------


def project_here(session: WorkspaceSession, project_id: int) -> Project:
    """A project that is not deleted. Raises: NotFound."""
    project = project_or_deleted(session, project_id)
    if project.deleted_at is not None:
        raise NotFound
    return project


def project_or_deleted(session: WorkspaceSession, project_id: int) -> Project:
    """One that can be brought back as well. Raises: NotFound."""
    project = session.scalar(select(Project).where(Project.id == project_id))
    if project is None:
        raise NotFound
    return project


def open_projects(session: WorkspaceSession) -> Sequence[Project]:
    """The projects under way, the one worked on last first."""
    under_way = (Project.state == "open", Project.deleted_at.is_(None))
    statement = select(Project).where(*under_way).order_by(Project.updated_at.desc(), Project.id.desc())
    return session.scalars(statement.limit(MOST_OPEN)).all()


def projects(session: WorkspaceSession, state: str, cursor: str | None = None) -> Page[ProjectLine]:
    """The projects of one state, the one worked on last first. Raises: BadCursor."""
    wanted = select(Project).where(Project.state == state, Project.deleted_at.is_(None))
    page = page_of(session, wanted, _LATEST, cursor=cursor, size=PAGE_SIZE)
    return Page(_lines(session, page.rows), page.next_cursor, page.previous_cursor)


def counts(session: WorkspaceSession) -> dict[str, int]:
    """State of projects -> how many there are; states without any are left out."""
    statement = select(Project.state, func.count()).where(Project.deleted_at.is_(None)).group_by(Project.state)
    rows = session.execute(statement).all()
    return {row[0]: row[1] for row in rows}


def _lines(session: WorkspaceSession, rows: Sequence[Project]) -> tuple[ProjectLine, ...]:
    names = venues.names_of(session, rows)
    return tuple(
        ProjectLine(row.id, row.title, row.kind, row.state, names.get(row.id, ""), row.readers, row.due_on)
        for row in rows
    )


# --- venues ---------------------------------------------------------------------------------------------------------


def venue_here(session: WorkspaceSession, venue_id: int) -> OwnVenue:
    """A venue of the user's own that is not deleted. Raises: NotFound."""
    venue = venue_or_deleted(session, venue_id)
    if venue.deleted_at is not None:
        raise NotFound
    return venue


def venue_or_deleted(session: WorkspaceSession, venue_id: int) -> OwnVenue:
    """One that can be brought back as well. Raises: NotFound."""
    venue = session.scalar(select(OwnVenue).where(OwnVenue.id == venue_id))
    if venue is None:
        raise NotFound
    return venue


def listed_venue(key: str) -> Venue:
    """A venue that comes with Groundwork. Raises: NotFound."""
    venue = shipped()[0].get(key)
    if venue is None:
        raise NotFound
    return venue


def projects_for(session: WorkspaceSession, venue: Venue) -> tuple[ProjectLine, ...]:
    """The projects that are for a venue, the one worked on last first."""
    of_it = Project.venue_id == int(venue.key) if venue.is_own else Project.venue_key == venue.key
    wanted = select(Project).where(of_it, Project.deleted_at.is_(None))
    latest = wanted.order_by(Project.updated_at.desc(), Project.id.desc()).limit(MOST_AT_A_VENUE)
    return _lines(session, session.scalars(latest).all())


# --- for good -------------------------------------------------------------------------------------------------------


def projects_deleted_before(moment: datetime) -> Select[Project]:
    """Projects whose time to be brought back is over."""
    return select(Project).where(Project.deleted_at < moment)


def venues_deleted_before(moment: datetime) -> Select[OwnVenue]:
    """Venues whose time to be brought back is over, and that no project is for."""
    is_used = select(Project.id).where(Project.venue_id == OwnVenue.id).exists()
    return select(OwnVenue).where(OwnVenue.deleted_at < moment, ~is_used)
