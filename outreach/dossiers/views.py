"""Joins the room to an application: its pages, and what it puts on the pages of people and organizations."""

from __future__ import annotations

from flask import Flask

from outreach import page_parts
from outreach.dossiers import (
    copy_pages,
    document_pages,
    dossier_parts,
    fact_change_pages,
    fact_pages,
    given_pages,
    page_summary,
    program_pages,
    readiness_pages,
)
from outreach.dossiers.run_pages import bp

__all__ = [
    "bp", "copy_pages", "document_pages", "fact_change_pages", "fact_pages", "given_pages", "init_app",
    "program_pages", "readiness_pages",
]  # fmt: skip


def init_app(app: Flask) -> None:
    """Puts the dossier and the state of research on the pages of people and organizations."""
    for page in ("person", "organization"):
        page_parts.add(app, page, page_summary.part(page))
        page_parts.add_action(app, page, 10, page_summary.action(page))
    dossier_parts.join(app)
