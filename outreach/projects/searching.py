"""What projects are found as."""

from __future__ import annotations

from outreach.projects.models import PROJECT_KINDS, Project
from outreach.search import Entry, indexed


@indexed(Project, "project")
def project_entry(project: Project) -> Entry | None:
    """By its title, its topic, its readers and what is to be learned."""
    if project.deleted_at is not None:
        return None
    body = " ".join((project.topic, project.readers, project.question))
    return Entry(project.title, f"/projects/{project.id}", beside=PROJECT_KINDS[project.kind], body=body)
