"""Where the words of a suggested move arrive."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("suggestion", sa.Column("moves_to", columns.ID_TYPE, nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("suggestion", "moves_to")
