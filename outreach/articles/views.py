"""Joins the room to an application: its pages, and articles on the pages of people and projects."""

from __future__ import annotations

from flask import Flask

from outreach.articles import (
    approval_parts,
    article_parts,
    check_pages,
    desk_pages,
    editor_pages,
    outline_pages,
    public_pages,
    publication_pages,
    putting_in_pages,
    received_pages,
    request_pages,
    reviewer_pages,
    submission_pages,
    suggestion_pages,
    suggestion_parts,
    version_pages,
)
from outreach.articles.article_pages import bp

__all__ = [
    "bp",
    "check_pages",
    "desk_pages",
    "editor_pages",
    "init_app",
    "outline_pages",
    "public_pages",
    "publication_pages",
    "putting_in_pages",
    "received_pages",
    "request_pages",
    "reviewer_pages",
    "submission_pages",
    "suggestion_pages",
    "version_pages",
]


def init_app(app: Flask) -> None:
    """Puts articles on the pages of the people and projects that they are about and for."""
    article_parts.join(app)
    approval_parts.join(app)
    submission_pages.join(app)
    suggestion_parts.join(app)
    check_pages.join(app)
