"""What the card in 30 seconds would say of somebody, beside the fields in which the user can say it otherwise.

The room that prints knows it, and stands behind this one: it hands a function over when the rooms are joined.

    card_rows.told_by(app, gathering.card_rows)     # (session, appearance, user_id, now) -> {"who": "...", ...}
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from flask import Flask

from outreach.db import WorkspaceSession
from outreach.events.models import Appearance

Told = Callable[[WorkspaceSession, Appearance, int, datetime], Mapping[str, str]]

_KEY = "card rows of meetings"


def told_by(app: Flask, told: Told) -> None:
    """Lets a function say what would be printed, by the keys of `meetings.CARD_ROWS`."""
    app.extensions[_KEY] = told


def proposed(
    app: Flask, session: WorkspaceSession, appearance: Appearance, user_id: int, now: datetime
) -> Mapping[str, str]:
    """What would be printed on each row; empty where nothing prints."""
    told: Told | None = app.extensions.get(_KEY)
    return told(session, appearance, user_id, now) if told is not None else {}
