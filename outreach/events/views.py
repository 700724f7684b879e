"""Joins the room to an application: its pages, and events on the pages of people."""

from __future__ import annotations

from flask import Flask

from outreach.events import agenda_pages, event_parts, meeting_pages, session_pages, speaker_pages
from outreach.events.event_pages import bp

__all__ = ["agenda_pages", "bp", "init_app", "meeting_pages", "session_pages", "speaker_pages"]


def init_app(app: Flask) -> None:
    """Puts the coming meetings on the pages of people."""
    event_parts.join(app)
