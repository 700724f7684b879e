"""Letters that were sent before there was a ledger stand in it, too: once each, with the departure that left."""

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_NOTED_AS = {
    "interview-request": ("asked", "interview", ""),
    "assistant-request": ("asked", "interview", ""),
    "phone-script": ("asked", "interview", ""),
    "linkedin-note": ("asked", "interview", ""),
    "approval-request": ("asked", "approval", ""),
    "thank-you": ("thanked", "", ""),
    "advice-report": ("gave", "", "report_back"),
    "published-note": ("gave", "", "credit"),
}
"""Kind of letter -> kind of touch, of request, of give; all others were written."""

_CHANNELS = {"printed": "letter", "spoken": "phone"}

_DEPARTURE = sa.table(
    "departure", sa.column("id"), sa.column("workspace_id"), sa.column("draft_id"), sa.column("way"),
    sa.column("state"), sa.column("pressed_by_id"), sa.column("settled_at", columns.UtcDateTime()),
    sa.column("begun_at", columns.UtcDateTime()),
)  # fmt: skip
_DRAFT = sa.table(
    "draft", sa.column("id"), sa.column("person_id"), sa.column("to_person_id"), sa.column("project_id"),
    sa.column("kind"), sa.column("subject"),
)  # fmt: skip
_SENDER = sa.table("sender_profile", sa.column("user_id"), sa.column("time_zone"))
_TOUCH = sa.table(
    "touch", *(sa.column(name) for name in (
        "workspace_id", "person_id", "helper_id", "project_id", "kind", "channel", "what", "give_kind", "helped",
        "helped_words", "ask_kind", "ask_state", "answer", "url", "source", "source_id", "noted_by_id", "version",
    )),
    sa.column("happened_on", sa.Date()), sa.column("passed", columns.Json()),
    sa.column("created_at", columns.UtcDateTime()), sa.column("updated_at", columns.UtcDateTime()),
)  # fmt: skip


def upgrade() -> None:
    """Forward. What is noted already, as when a step was taken back and forward again, is not noted twice."""
    connection = op.get_bind()
    noted = sa.select(_TOUCH.c.source_id).where(_TOUCH.c.source == "letter", _TOUCH.c.source_id == _DEPARTURE.c.id)
    sent = (
        sa.select(
            _DEPARTURE.c.id.label("departure_id"), _DEPARTURE.c.workspace_id, _DEPARTURE.c.way,
            _DEPARTURE.c.pressed_by_id, _DEPARTURE.c.settled_at, _DEPARTURE.c.begun_at, _DRAFT.c.id,
            _DRAFT.c.person_id, _DRAFT.c.to_person_id, _DRAFT.c.project_id, _DRAFT.c.kind, _DRAFT.c.subject,
            _SENDER.c.time_zone,
        )
        .select_from(
            _DEPARTURE.join(_DRAFT, _DRAFT.c.id == _DEPARTURE.c.draft_id).outerjoin(
                _SENDER, _SENDER.c.user_id == _DEPARTURE.c.pressed_by_id
            )
        )
        .where(_DEPARTURE.c.state == "sent", ~noted.exists())
        .order_by(_DEPARTURE.c.id)
    )  # fmt: skip
    rows = [_touch(row) for row in connection.execute(sent).all()]
    if rows:
        connection.execute(sa.insert(_TOUCH), rows)


def _touch(row: Any) -> dict[str, object]:
    kind, ask_kind, give_kind = _NOTED_AS.get(row.kind, ("wrote", "", ""))
    sent_at = row.settled_at or row.begun_at
    return {
        "workspace_id": row.workspace_id, "person_id": row.person_id, "helper_id": row.to_person_id,
        "project_id": row.project_id, "kind": kind, "ask_kind": ask_kind, "give_kind": give_kind,
        "ask_state": "open" if kind == "asked" else "", "answer": "", "helped": "", "helped_words": "",
        "channel": "linkedin" if row.kind == "linkedin-note" else _CHANNELS.get(row.way, "email"),
        "what": row.subject.strip() or "A letter without a subject", "url": f"/drafts/{row.id}", "source": "letter",
        "source_id": row.departure_id, "noted_by_id": row.pressed_by_id, "version": 1, "passed": {},
        "happened_on": _day(sent_at, row.time_zone or ""), "created_at": sent_at, "updated_at": sent_at,
    }  # fmt: skip


def _day(moment: datetime, zone: str) -> date:
    """The day where the sender is. A day that the user named was kept as its noon in UTC, and is that day."""
    if moment.time() == time(12):
        return moment.date()
    try:
        return moment.astimezone(ZoneInfo(zone) if zone else UTC).date()
    except (KeyError, ValueError, OSError):
        return moment.date()


def downgrade() -> None:
    """Back. What was noted stays: it cannot be told from what was noted since."""
