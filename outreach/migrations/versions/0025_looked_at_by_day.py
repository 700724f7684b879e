"""Indexes for what a year brought: giving and asking, and what leaders did in public lately."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_COUNTS = sa.text("deleted_at IS NULL")
_YEAR = ["workspace_id", "kind", "happened_on", "person_id", "give_kind", "ask_state", "ask_kind"]


def upgrade() -> None:
    """Forward."""
    op.create_index("ix_touch_by_year", "touch", _YEAR, sqlite_where=_COUNTS, postgresql_where=_COUNTS)
    op.create_index("ix_fact_latest", "fact", ["workspace_id", "dated", "id"])


def downgrade() -> None:
    """Back."""
    op.drop_index("ix_fact_latest", "fact")
    op.drop_index("ix_touch_by_year", "touch")
