"""Requests by the day of their answer, and what is yet to be told to those who advised, by its day."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

_IS_ASK = sa.text("kind = 'asked' AND deleted_at IS NULL")
_ADVICE = sa.text("told_on IS NULL AND set_aside_on IS NULL AND deleted_at IS NULL")
_RECOMMENDED = sa.text("told_on IS NULL AND deleted_at IS NULL")

_INDEXES = (
    ("ix_touch_asks_closed", "touch", ["workspace_id", "ask_state", "ask_closed_on", "id"], _IS_ASK),
    ("ix_advice_to_tell", "advice", ["workspace_id", "given_on", "id"], _ADVICE),
    ("ix_recommendation_to_tell", "recommendation", ["workspace_id", "read_on", "id"], _RECOMMENDED),
)


def upgrade() -> None:
    """Forward."""
    for name, table, columns, where in _INDEXES:
        op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    """Back."""
    for name, table, _, _ in reversed(_INDEXES):
        op.drop_index(name, table_name=table)
