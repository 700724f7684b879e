"""The venues that a workspace can choose: those that come with Groundwork, and the user's own."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.projects.models import OwnVenue, Project
from outreach.projects.venue_files import Venue, VenuePage, shipped

__all__ = ["Venue", "all_venues", "own_venue", "venue_of"]


def all_venues(session: WorkspaceSession) -> Sequence[Venue]:
    """The user's own venues, then those that come with Groundwork, each in order of name."""
    rows = session.scalars(select(OwnVenue).where(OwnVenue.deleted_at.is_(None)).order_by(OwnVenue.name, OwnVenue.id))
    return (*(own_venue(row) for row in rows), *shipped()[0].values())


def venue_of(session: WorkspaceSession, project: Project) -> Venue | None:
    """The venue of a project; None where none is chosen, or where its file is no longer there."""
    if project.venue_id is not None:
        row = session.get(OwnVenue, project.venue_id)
        return own_venue(row) if row is not None and row.deleted_at is None else None
    return shipped()[0].get(project.venue_key)


def own_venue(row: OwnVenue) -> Venue:
    """A venue of the user's own as a value; its key is its number in the database."""
    page = VenuePage(row.rule_url, row.rule_read_on, ()) if row.rule_url else None
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
    )
