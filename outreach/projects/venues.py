"""The venues that a workspace can choose: those that come with Groundwork, and the user's own."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.projects.models import OwnVenue, Project
from outreach.projects.venue_files import Venue, VenuePage, shipped

__all__ = ["Venue", "all_venues", "names_of", "own_venue", "venue_of"]

OWN_TOLD = ("length", "query_rule", "exclusivity", "lead_time_days", "source_review")
"""What the page of a venue of the user's own stands for: its form asks for one page with all rules."""


def all_venues(session: WorkspaceSession) -> Sequence[Venue]:
    """The user's own venues, then those that come with Groundwork, each in order of name."""
    rows = session.scalars(select(OwnVenue).where(OwnVenue.deleted_at.is_(None)).order_by(OwnVenue.name, OwnVenue.id))
    return (*(own_venue(row) for row in rows), *shipped()[0].values())


def venue_of(session: WorkspaceSession, project: Project) -> Venue | None:
    """The venue of a project; None where none is chosen.

    One that the user has deleted keeps its rules for the projects that were for it. One whose file is gone comes back
    without a name and without rules: nobody may promise for it what may be promised for a text of one's own.
    """
    if project.venue_id is not None:
        row = session.get(OwnVenue, project.venue_id)
        return own_venue(row) if row is not None else None
    if not project.venue_key:
        return None
    return shipped()[0].get(project.venue_key) or Venue(key=project.venue_key, name="")


def names_of(session: WorkspaceSession, projects: Sequence[Project]) -> dict[int, str]:
    """The names of the venues of some projects by their ids; those without one are left out. Asks once for all."""
    wanted = {project.venue_id for project in projects if project.venue_id is not None}
    rows = session.execute(select(OwnVenue.id, OwnVenue.name).where(OwnVenue.id.in_(wanted))) if wanted else ()
    own = {row.id: row.name for row in rows}
    known = shipped()[0]
    found = {}
    for project in projects:
        if project.venue_id in own:
            found[project.id] = own[project.venue_id]
        elif project.venue_key in known:
            found[project.id] = known[project.venue_key].name
    return found


def own_venue(row: OwnVenue) -> Venue:
    """A venue of the user's own as a value; its key is its number in the database."""
    page = VenuePage(row.rule_url, row.rule_read_on, OWN_TOLD) if row.rule_url else None
    return Venue(
        key=str(row.id),
        name=row.name,
        readers=row.readers,
        shortest_words=row.shortest_words,
        longest_words=row.longest_words,
        query_rule=row.query_rule,
        exclusivity=row.exclusivity,
        lead_time_days=row.lead_time_days,
        source_review=row.source_review,
        note=row.note,
        pages=(page,) if page else (),
        is_own=True,
        is_deleted=row.deleted_at is not None,
    )
