"""Columns that nothing ever wrote or read: whether a row is a sample, and the claim that a post was taken from."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.drop_column("person", "is_sample")
    op.drop_column("organization", "is_sample")
    op.drop_column("position", "claim_fingerprint")


def downgrade() -> None:
    """Back, with the values that every row had. The defaults stay: the release before always writes them itself."""
    fingerprint = sa.Column("claim_fingerprint", sa.String(length=64), nullable=False, server_default="")
    op.add_column("position", fingerprint)
    for table in ("organization", "person"):
        op.add_column(table, sa.Column("is_sample", sa.Boolean(), nullable=False, server_default=sa.false()))
