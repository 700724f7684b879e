"""Joins the room to an application: its pages, and the people of an organization on that one's page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask

from outreach import page_parts
from outreach.page_parts import Here, Part
from outreach.people import contact_pages, list_pages, merge_pages, person_page, post_pages, queries
from outreach.people.person_page import bp

__all__ = ["bp", "contact_pages", "init_app", "list_pages", "merge_pages", "person_page", "post_pages"]

SHOWN_AT_ORGANIZATION = 20


def init_app(app: Flask) -> None:
    """Puts the people who work at an organization on its page, and who was joined to a person on that one's."""
    part = Part("people", "People", "main", 50, "people/_at_organization.html", _at_organization)
    page_parts.add(app, "organization", part)
    joined = Part("joined", "", "side", 90, "people/_joined.html", merge_pages.joined_part)
    page_parts.add(app, "person", joined)


def _at_organization(here: Here) -> Mapping[str, Any]:
    lines = queries.at_organization(here.session, here.subject_id, SHOWN_AT_ORGANIZATION)
    return {"lines": lines, "number": here.subject_id, "is_cut": len(lines) == SHOWN_AT_ORGANIZATION}
