"""Joins the room to an application: its pages, and packs and briefs on the pages of events and people."""

from __future__ import annotations

from flask import Flask

from outreach.briefs import brief_pages, brief_parts, card_proposals, floor_pages, floor_parts, printing_pages
from outreach.briefs.pack_pages import bp
from outreach.events import card_rows

__all__ = ["bp", "brief_pages", "floor_pages", "init_app", "printing_pages"]


def init_app(app: Flask) -> None:
    """Puts packs and briefs on the pages of the events and people that they are for."""
    brief_parts.join(app)
    card_rows.told_by(app, card_proposals.rows_of)
    floor_parts.join(app)
