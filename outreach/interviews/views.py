"""Joins the room to an application: its pages, and the guides on the pages of people, projects and letters."""

from __future__ import annotations

from flask import Flask

from outreach.interviews import guide_parts, question_pages
from outreach.interviews.guide_pages import bp

__all__ = ["bp", "init_app", "question_pages"]


def init_app(app: Flask) -> None:
    """Puts guides on the pages of the people, projects and letters that they are made for."""
    guide_parts.join(app)
