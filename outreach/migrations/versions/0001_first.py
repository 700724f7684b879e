"""The table of jobs."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "job",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("ids", columns.Json(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=True),
        sa.Column("unique_key", sa.String(length=200), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("due_at", columns.UtcDateTime(), nullable=False),
        sa.Column("attempts", columns.ID_TYPE, nullable=False),
        sa.Column("most_attempts", columns.ID_TYPE, nullable=True),
        sa.Column("error", sa.String(length=500), nullable=False),
        sa.Column("done", columns.ID_TYPE, nullable=False),
        sa.Column("total", columns.ID_TYPE, nullable=False),
        sa.Column("cancel_asked", sa.Boolean(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("started_at", columns.UtcDateTime(), nullable=True),
        sa.Column("finished_at", columns.UtcDateTime(), nullable=True),
        sa.CheckConstraint("(state IN ('queued', 'running')) = (finished_at IS NULL)", name=op.f("ck_job_finished")),
        sa.CheckConstraint("state IN ('queued', 'running', 'done', 'dead', 'cancelled')", name=op.f("ck_job_state")),
        sa.CheckConstraint("attempts >= 0", name=op.f("ck_job_attempts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sa.UniqueConstraint("unique_key", name=op.f("uq_job_unique_key")),
    )
    op.create_index("ix_job_state_due_at", "job", ["state", "due_at"])
    op.create_index("ix_job_workspace_id", "job", ["workspace_id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("job")
