"""Reads projects for pages and for later rooms."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.errors import NotFound
from outreach.projects.models import Project

MOST_OPEN = 200
"""Projects offered for choice at once."""


def project_here(session: WorkspaceSession, project_id: int) -> Project:
    """A project that is not deleted. Raises: NotFound."""
    project = session.scalar(select(Project).where(Project.id == project_id))
    if project is None or project.deleted_at is not None:
        raise NotFound
    return project


def open_projects(session: WorkspaceSession) -> Sequence[Project]:
    """The projects under way, the one worked on last first."""
    under_way = (Project.state == "open", Project.deleted_at.is_(None))
    statement = select(Project).where(*under_way).order_by(Project.updated_at.desc(), Project.id.desc())
    return session.scalars(statement.limit(MOST_OPEN)).all()
