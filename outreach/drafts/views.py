"""Joins the room to an application: its pages, and the drafts on the pages of people and projects."""

from __future__ import annotations

from flask import Flask

from outreach.drafts import (
    advice_letters,
    cited_pages,
    departure_pages,
    draft_parts,
    leaving_parts,
    list_pages,
    new_pages,
    pausing,
    proposal_pages,
    reason_pages,
    version_pages,
)
from outreach.drafts.editor import bp

__all__ = [
    "advice_letters",
    "bp",
    "cited_pages",
    "departure_pages",
    "init_app",
    "list_pages",
    "new_pages",
    "proposal_pages",
    "reason_pages",
    "version_pages",
]


def init_app(app: Flask) -> None:
    """Puts drafts on the pages of the people they are about and of the projects they were made for."""
    draft_parts.join(app)
    leaving_parts.join(app)
    pausing.join(app)
    proposal_pages.init_app(app)
