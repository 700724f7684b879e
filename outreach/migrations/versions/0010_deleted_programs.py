"""A program that was deleted can be brought back for a while."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("program", sa.Column("deleted_at", columns.UtcDateTime(), nullable=True))


def downgrade() -> None:
    """Back. What was deleted is gone then, since the release before knows no way to hide it."""
    op.execute("DELETE FROM program WHERE deleted_at IS NOT NULL")
    op.drop_column("program", "deleted_at")
