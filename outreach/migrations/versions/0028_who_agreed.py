"""Why a reviewer may read the words of others, too: who of them agreed, and how."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("reviewer", sa.Column("sees_all_words", sa.String(length=500), nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("reviewer", "sees_all_words")
