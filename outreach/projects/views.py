"""Joins the room to an application: the pages of projects and venues, and what is wrong with venue files."""

from __future__ import annotations

from flask import Flask

from outreach import start_remarks
from outreach.projects import venue_files, venue_pages
from outreach.projects.project_pages import bp

__all__ = ["bp", "init_app", "venue_pages"]


def init_app(app: Flask) -> None:
    """Has the venue files named that cannot be read; each costs its venue alone."""
    start_remarks.add(app, lambda: [f"A venue is left out: {problem}" for problem in venue_files.shipped()[1]])
