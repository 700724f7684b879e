"""Joins the room to an application: requests that are followed up, rhythms and one's own pace."""

from __future__ import annotations

from flask import Blueprint, Flask

from outreach.followups import pace_pages, rhythm_pages, rhythm_parts, sequence_pages, sequence_parts

bp = Blueprint("followups", __name__)
bp.register_blueprint(rhythm_pages.bp)
bp.register_blueprint(pace_pages.bp)
bp.register_blueprint(sequence_pages.bp)


def init_app(app: Flask) -> None:
    """Puts rhythms and ladders on the pages of people and letters, and days away beside letters that offer days."""
    rhythm_parts.join(app)
    sequence_parts.join(app)
