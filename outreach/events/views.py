"""Joins the room to an application: its pages."""

from __future__ import annotations

from outreach.events import agenda_pages
from outreach.events.event_pages import bp

__all__ = ["agenda_pages", "bp"]
