"""What the user writes, and for which venues."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "venue",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("readers", sa.String(length=300), nullable=False),
        sa.Column("shortest_words", columns.ID_TYPE, nullable=True),
        sa.Column("longest_words", columns.ID_TYPE, nullable=True),
        sa.Column("query_rule", sa.String(length=500), nullable=False),
        sa.Column("exclusivity", sa.String(length=500), nullable=False),
        sa.Column("lead_time_days", columns.ID_TYPE, nullable=True),
        sa.Column("source_review", sa.String(length=20), nullable=False),
        sa.Column("rule_url", sa.String(length=2000), nullable=False),
        sa.Column("rule_read_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "source_review IN ('whole', 'quotes and facts', 'none', '')", name=op.f("ck_venue_source_review")
        ),
        sa.CheckConstraint("lead_time_days IS NULL OR lead_time_days >= 0", name=op.f("ck_venue_lead_time_days")),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_venue_name")),
        sa.CheckConstraint("longest_words IS NULL OR longest_words > 0", name=op.f("ck_venue_longest_words")),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_venue_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_venue")),
    )
    op.create_index("ix_venue_by_name", "venue", ["workspace_id", "name", "id"], unique=False)
    op.create_table(
        "project",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("topic", sa.String(length=500), nullable=False),
        sa.Column("readers", sa.String(length=300), nullable=False),
        sa.Column("question", sa.String(length=500), nullable=False),
        sa.Column("venue_key", sa.String(length=60), nullable=False),
        sa.Column("venue_id", columns.ID_TYPE, nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("started_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("kind IN ('article', 'paper', 'podcast', 'improvement')", name=op.f("ck_project_kind")),
        sa.CheckConstraint("state IN ('open', 'done', 'dropped')", name=op.f("ck_project_state")),
        sa.CheckConstraint("venue_key = '' OR venue_id IS NULL", name=op.f("ck_project_one_venue")),
        sa.CheckConstraint("length(title) > 0", name=op.f("ck_project_title")),
        sa.ForeignKeyConstraint(
            ["started_by_id"],
            ["user_account.id"],
            name=op.f("fk_project_started_by_id_user_account"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_project_venue_id_venue"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_project_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project")),
    )
    op.create_index("ix_project_latest", "project", ["workspace_id", "state", "updated_at", "id"], unique=False)
    op.create_index(op.f("ix_project_venue_id"), "project", ["venue_id"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_table("project")
    op.drop_table("venue")
