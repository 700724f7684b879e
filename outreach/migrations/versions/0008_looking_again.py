"""Why a stored page could not be looked at again."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("source_document") as batch:
        batch.add_column(sa.Column("check_note", sa.String(length=300), nullable=True))


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("source_document") as batch:
        batch.drop_column("check_note")
