"""Joins the room to an application: the calendar feed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask

from outreach import page_parts
from outreach.exchange import feeds
from outreach.exchange.feed_pages import bp
from outreach.page_parts import Here, Part

__all__ = ["bp", "init_app"]


def init_app(app: Flask) -> None:
    """Puts the calendar among the settings."""
    page_parts.add(app, "settings", Part("calendar", "", "main", 40, "exchange/_settings.html", _of_settings))


def _of_settings(here: Here) -> Mapping[str, Any]:
    return {"is_on": feeds.standing(here.session, here.user_id) is not None}
