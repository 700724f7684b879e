"""What a user has put off."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "put_off",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("user_id", columns.ID_TYPE, nullable=False),
        sa.Column("task_key", sa.String(length=60), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("put_off_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_put_off_user_id_user_account"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_put_off_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_put_off")),
        sa.UniqueConstraint(
            "workspace_id", "user_id", "task_key", name=op.f("uq_put_off_workspace_id_user_id_task_key")
        ),
    )
    op.create_index("ix_put_off_user_id", "put_off", ["user_id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("put_off")
