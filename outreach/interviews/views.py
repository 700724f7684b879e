"""Joins the room to an application: its pages, and guides and talks on the pages of people, projects and letters."""

from __future__ import annotations

from flask import Flask

from outreach.interviews import (
    appointment_pages,
    debrief_pages,
    guide_parts,
    note_pages,
    question_pages,
    talk_pages,
    talk_parts,
)
from outreach.interviews.guide_pages import bp

__all__ = ["appointment_pages", "bp", "debrief_pages", "init_app", "note_pages", "question_pages", "talk_pages"]


def init_app(app: Flask) -> None:
    """Puts guides and talks on the pages of the people, projects and letters that they are for."""
    guide_parts.join(app)
    talk_parts.join(app)
