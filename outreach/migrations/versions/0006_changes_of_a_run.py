"""What a research run was given to read, what was known before it, and what it changed."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("research_run") as batch:
        batch.add_column(sa.Column("given_documents", columns.Json(), nullable=True))
        batch.add_column(sa.Column("facts_before", columns.Json(), nullable=True))
        batch.add_column(sa.Column("changes", columns.Json(), nullable=True))


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("research_run") as batch:
        batch.drop_column("changes")
        batch.drop_column("facts_before")
        batch.drop_column("given_documents")
