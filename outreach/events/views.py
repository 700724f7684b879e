"""Joins the room to an application: its pages, and events on the pages of people."""

from __future__ import annotations

from flask import Flask

from outreach.events import (
    after_pages,
    after_parts,
    agenda_pages,
    event_parts,
    meeting_pages,
    session_pages,
    speaker_pages,
)
from outreach.events.event_pages import bp

__all__ = ["after_pages", "agenda_pages", "bp", "init_app", "meeting_pages", "session_pages", "speaker_pages"]


def init_app(app: Flask) -> None:
    """Puts the coming meetings on the pages of people, and what came of an event on its page."""
    event_parts.join(app)
    after_parts.join(app)
