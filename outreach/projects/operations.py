"""What is done with projects and with the user's own venues: begun, changed, ended, deleted and brought back."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from outreach.accounts.models import User
from outreach.db import WorkspaceSession
from outreach.errors import Refused
from outreach.people.operations import By, ChangedElsewhere
from outreach.projects import queries, rules
from outreach.projects.models import PROJECT_STATES, OwnVenue, Project
from outreach.sent_twice import hold, just_made


@dataclass(frozen=True, slots=True)
class ProjectDetails:
    """What the form of a project says; at most one of `venue_key` (comes along) and `venue_id` (own) is given."""

    title: str
    kind: str
    topic: str = ""
    readers: str = ""
    question: str = ""
    venue_key: str = ""
    venue_id: int | None = None
    due_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class VenueDetails:
    """What the form of an own venue says. Lengths are words; a page without a day was read when it is saved."""

    name: str
    readers: str = ""
    shortest_words: int | None = None
    longest_words: int | None = None
    query_rule: str = ""
    exclusivity: str = ""
    lead_time_days: int | None = None
    source_review: str = ""
    rule_url: str = ""
    rule_read_on: date | None = None
    note: str = ""


# --- projects -------------------------------------------------------------------------------------------------------


def begin(session: WorkspaceSession, details: ProjectDetails, by: By) -> Project:
    """A new project; the same form pressed twice makes one."""
    hold(session, User.id, by.user_id)
    told = asdict(details)
    twin = just_made(session, Project, by.now, **told, started_by_id=by.user_id, deleted_at=None)
    if twin is not None:
        return twin
    project = Project(**told, started_by_id=by.user_id, created_at=by.now, updated_at=by.now)
    session.add(project)
    session.flush()
    return project


def change(session: WorkspaceSession, project: Project, details: ProjectDetails, version: int, by: By) -> Project:
    """Writes what the form says. Raises: ChangedElsewhere when the form was made from another state."""
    _check_version(project, version)
    _write(project, details, by)
    session.flush()
    return project


def set_state(session: WorkspaceSession, project: Project, state: str, by: By) -> Project:
    """Notes that a project is under way, done or put away. Raises: Refused for any other word."""
    if state not in PROJECT_STATES:
        raise Refused("A project is under way, done or put away.")
    if project.state != state:
        project.state, project.updated_at = state, by.now
        session.flush()
    return project


def remove(session: WorkspaceSession, project: Project, by: By) -> None:
    """Takes a project out of every list, for 30 days; one that is deleted stays as it is."""
    _remove(session, project, by)


def bring_back(session: WorkspaceSession, project: Project, by: By) -> None:
    """Brings a deleted project back. Raises: Refused after 30 days."""
    _bring_back(session, project, by, "This project")


# --- own venues -----------------------------------------------------------------------------------------------------


def add_venue(session: WorkspaceSession, details: VenueDetails, by: By) -> OwnVenue:
    """A new venue; the same form pressed twice makes one."""
    hold(session, User.id, by.user_id)
    told = _dated(details, by)
    twin = just_made(session, OwnVenue, by.now, **told, deleted_at=None)
    if twin is not None:
        return twin
    venue = OwnVenue(**told, created_at=by.now, updated_at=by.now)
    session.add(venue)
    session.flush()
    return venue


def change_venue(session: WorkspaceSession, venue: OwnVenue, details: VenueDetails, version: int, by: By) -> OwnVenue:
    """Writes what the form says. Raises: ChangedElsewhere when the form was made from another state."""
    _check_version(venue, version)
    for name, value in _dated(details, by).items():
        setattr(venue, name, value)
    venue.updated_at = by.now
    session.flush()
    return venue


def remove_venue(session: WorkspaceSession, venue: OwnVenue, by: By) -> None:
    """Takes a venue off the list, for 30 days; projects that are for it keep it, with its rules."""
    _remove(session, venue, by)


def bring_venue_back(session: WorkspaceSession, venue: OwnVenue, by: By) -> None:
    """Brings a deleted venue back. Raises: Refused after 30 days."""
    _bring_back(session, venue, by, "This venue")


# --- for good -------------------------------------------------------------------------------------------------------


def forget_deleted(session: Session, now: datetime) -> tuple[int, int]:
    """Removes for good what was deleted more than 30 days ago: how many projects, and how many venues.

    A venue stays while a project is for it: without it, the project would seem to be for no venue, and a request might
    promise what that venue forbids.
    """
    projects = session.scalars(queries.projects_deleted_before(now - rules.UNDO_FOR)).all()
    for project in projects:
        session.delete(project)
    session.flush()
    venues = session.scalars(queries.venues_deleted_before(now - rules.UNDO_FOR)).all()
    for venue in venues:
        session.delete(venue)
    session.flush()
    return len(projects), len(venues)


def _check_version(row: Project | OwnVenue, version: int) -> None:
    if row.version != version:
        raise ChangedElsewhere


def _write(project: Project, details: ProjectDetails, by: By) -> None:
    for name, value in asdict(details).items():
        setattr(project, name, value)
    project.updated_at = by.now


def _dated(details: VenueDetails, by: By) -> dict[str, object]:
    """What is kept: the day of reading only beside a page."""
    told = asdict(details)
    told["rule_read_on"] = (details.rule_read_on or by.now.date()) if details.rule_url else None
    return told


def _remove(session: WorkspaceSession, row: Project | OwnVenue, by: By) -> None:
    if row.deleted_at is None:
        row.deleted_at = row.updated_at = by.now
        session.flush()


def _bring_back(session: WorkspaceSession, row: Project | OwnVenue, by: By, what: str) -> None:
    if row.deleted_at is None:
        return
    if row.deleted_at < by.now - rules.UNDO_FOR:
        raise Refused(f"{what} was deleted more than 30 days ago.")
    row.deleted_at, row.updated_at = None, by.now
    session.flush()
