"""Joins the room to an application: its pages, and the ledger on the pages of people and organizations."""

from __future__ import annotations

from flask import Flask

from outreach.relationships import (
    advice_pages,
    learning_pages,
    learning_parts,
    ledger_pages,
    ledger_parts,
    pause_pages,
    pause_parts,
    promise_pages,
    review_pages,
    touch_pages,
)
from outreach.relationships.blueprint import bp

__all__ = [
    "advice_pages",
    "bp",
    "init_app",
    "learning_pages",
    "ledger_pages",
    "pause_pages",
    "promise_pages",
    "review_pages",
    "touch_pages",
]


def init_app(app: Flask) -> None:
    """Puts what is between the user and others on their pages, whether it is paused, and what is to be learned."""
    ledger_parts.join(app)
    pause_parts.join(app)
    learning_parts.join(app)
