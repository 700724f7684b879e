"""Joins the room to an application: its pages, and what changed on the pages of people and organizations."""

from __future__ import annotations

from flask import Flask

from outreach.signals import signal_pages, signal_parts
from outreach.signals.watch_pages import bp

__all__ = ["bp", "init_app", "signal_pages"]


def init_app(app: Flask) -> None:
    """Puts what changed on the pages of those whom it is about."""
    signal_parts.join(app)
