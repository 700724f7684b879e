"""Which advice a letter reports on."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    named = sa.ForeignKey("advice.id", name=op.f("fk_draft_advice_id_advice"), ondelete="SET NULL")
    with op.batch_alter_table("draft") as batch:
        batch.add_column(sa.Column("advice_id", columns.ID_TYPE, named, nullable=True))
    op.create_index(op.f("ix_draft_advice_id"), "draft", ["advice_id"])


def downgrade() -> None:
    """Back."""
    op.drop_index(op.f("ix_draft_advice_id"), "draft")
    with op.batch_alter_table("draft") as batch:
        batch.drop_column("advice_id")
