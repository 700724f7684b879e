"""What the card in 30 seconds would say without the user's own words: shown beside the form of a meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from outreach.accounts.models import User
from outreach.briefs.build import build
from outreach.briefs.gathering import material_of
from outreach.briefs.model import plain
from outreach.db import WorkspaceSession
from outreach.events.models import Appearance


def rows_of(session: WorkspaceSession, appearance: Appearance, user_id: int, now: datetime) -> Mapping[str, str]:
    """Row of the card -> what we would print there; for `events.card_rows`."""
    user = session.get(User, user_id)
    material = material_of(session, appearance.person, user=user, now=now, appearance=appearance)
    card = build(replace(material, card={})).card
    return {row.key: plain(row.text) for row in card.rows}
