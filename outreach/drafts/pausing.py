"""Letters while somebody is paused: those that stand still, and that their pages say so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from flask import Flask
from sqlalchemy import func, select

from outreach import page_parts
from outreach.db import WorkspaceSession
from outreach.drafts import queries
from outreach.drafts.models import Draft
from outreach.page_parts import Here, Part
from outreach.relationships import pause_parts
from outreach.relationships.standing_still import stops

KEPT_UP = "condolence"
"""The kind of letters that may leave all the same."""


def join(app: Flask) -> None:
    """Puts the pause on the page of a letter."""
    page_parts.add(app, "draft", Part("paused", "", "next", 0, "relationships/_pause_banner.html", _banner))


def _banner(here: Here) -> Mapping[str, Any] | None:
    draft = queries.draft_here(here.session, here.subject_id)
    return pause_parts.banner(here, draft.person_id) if draft.state != "sent" else None


def being_written(session: WorkspaceSession, ids: Collection[int]) -> Mapping[int, int]:
    """How many letters to each of these people are being written, but for those that a pause lets leave."""
    rows = session.execute(
        select(Draft.person_id, func.count())
        .where(Draft.person_id.in_(ids), Draft.state == "writing", Draft.deleted_at.is_(None), Draft.kind != KEPT_UP)
        .group_by(Draft.person_id)
    )
    return dict(rows.all())


stops("letter", "letter that you are writing", "letters that you are writing", being_written, place=10)
