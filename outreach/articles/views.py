"""Joins the room to an application: its pages, and articles on the pages of people and projects."""

from __future__ import annotations

from flask import Flask

from outreach.articles import article_parts, public_pages
from outreach.articles.article_pages import bp

__all__ = ["bp", "init_app", "public_pages"]


def init_app(app: Flask) -> None:
    """Puts articles on the pages of the people and projects that they are about and for."""
    article_parts.join(app)
