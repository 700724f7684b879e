"""Drafts of letters, their versions and facts, and how each left."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "draft",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("to_person_id", columns.ID_TYPE, nullable=True),
        sa.Column("project_id", columns.ID_TYPE, nullable=True),
        sa.Column("program_id", columns.ID_TYPE, nullable=True),
        sa.Column("answers_id", columns.ID_TYPE, nullable=True),
        sa.Column("letter_key", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=300), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("minutes", columns.ID_TYPE, nullable=True),
        sa.Column("window_from", sa.Date(), nullable=True),
        sa.Column("window_until", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("passed", columns.Json(), nullable=False),
        sa.Column("written_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("sent_at", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("deleted_at", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name=op.f("ck_draft_sent")),
        sa.CheckConstraint("state IN ('writing', 'sent', 'put_away')", name=op.f("ck_draft_state")),
        sa.CheckConstraint("minutes IS NULL OR minutes BETWEEN 1 AND 240", name=op.f("ck_draft_minutes")),
        sa.CheckConstraint(
            "window_from IS NULL OR window_until IS NULL OR window_from <= window_until", name=op.f("ck_draft_window")
        ),
        sa.ForeignKeyConstraint(
            ["answers_id"], ["draft.id"], name=op.f("fk_draft_answers_id_draft"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_draft_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["program_id"], ["program.id"], name=op.f("fk_draft_program_id_program"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_draft_project_id_project"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["to_person_id"], ["person.id"], name=op.f("fk_draft_to_person_id_person"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_draft_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["written_by_id"],
            ["user_account.id"],
            name=op.f("fk_draft_written_by_id_user_account"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    op.create_index(op.f("ix_draft_answers_id"), "draft", ["answers_id"], unique=False)
    op.create_index("ix_draft_latest", "draft", ["workspace_id", "state", "updated_at", "id"], unique=False)
    op.create_index("ix_draft_of_person", "draft", ["workspace_id", "person_id", "updated_at"], unique=False)
    op.create_index(op.f("ix_draft_person_id"), "draft", ["person_id"], unique=False)
    op.create_index(op.f("ix_draft_program_id"), "draft", ["program_id"], unique=False)
    op.create_index(op.f("ix_draft_project_id"), "draft", ["project_id"], unique=False)
    op.create_index(op.f("ix_draft_to_person_id"), "draft", ["to_person_id"], unique=False)
    op.create_table(
        "draft_version",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("draft_id", columns.ID_TYPE, nullable=False),
        sa.Column("number", columns.ID_TYPE, nullable=False),
        sa.Column("subject", sa.String(length=300), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(length=20), nullable=False),
        sa.Column("written_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("created_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "origin IN ('composed', 'written', 'proposed', 'restored')", name=op.f("ck_draft_version_origin")
        ),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["draft.id"], name=op.f("fk_draft_version_draft_id_draft"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_draft_version_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["written_by_id"],
            ["user_account.id"],
            name=op.f("fk_draft_version_written_by_id_user_account"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_version")),
        sa.UniqueConstraint("draft_id", "number", name=op.f("uq_draft_version_draft_id_number")),
    )
    op.create_table(
        "draft_fact",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("draft_id", columns.ID_TYPE, nullable=False),
        sa.Column("number", columns.ID_TYPE, nullable=False),
        sa.Column("fact_id", columns.ID_TYPE, nullable=True),
        sa.Column("program_id", columns.ID_TYPE, nullable=True),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("fact_id IS NULL OR program_id IS NULL", name=op.f("ck_draft_fact_one_source")),
        sa.CheckConstraint("number BETWEEN 1 AND 999", name=op.f("ck_draft_fact_number")),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["draft.id"], name=op.f("fk_draft_fact_draft_id_draft"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_draft_fact_fact_id_fact"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["program_id"], ["program.id"], name=op.f("fk_draft_fact_program_id_program"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_draft_fact_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_fact")),
        sa.UniqueConstraint("draft_id", "number", name=op.f("uq_draft_fact_draft_id_number")),
    )
    op.create_index(op.f("ix_draft_fact_fact_id"), "draft_fact", ["fact_id"], unique=False)
    op.create_index(op.f("ix_draft_fact_program_id"), "draft_fact", ["program_id"], unique=False)
    op.create_table(
        "departure",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("draft_id", columns.ID_TYPE, nullable=False),
        sa.Column("way", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("sent_to", sa.String(length=320), nullable=False),
        sa.Column("copy_to", sa.String(length=320), nullable=False),
        sa.Column("subject", sa.String(length=300), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("message_id", sa.String(length=200), nullable=True),
        sa.Column("in_reply_to", sa.String(length=200), nullable=False),
        sa.Column("problem", sa.String(length=500), nullable=False),
        sa.Column("pressed_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("begun_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("settled_at", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "state IN ('asked', 'recorded', 'sent', 'not_sent', 'failed', 'unknown')", name=op.f("ck_departure_state")
        ),
        sa.CheckConstraint(
            "way IN ('copied', 'mail_program', 'eml', 'own_account', 'printed', 'spoken')",
            name=op.f("ck_departure_way"),
        ),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["draft.id"], name=op.f("fk_departure_draft_id_draft"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["pressed_by_id"],
            ["user_account.id"],
            name=op.f("fk_departure_pressed_by_id_user_account"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_departure_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_departure")),
        sa.UniqueConstraint("message_id", name=op.f("uq_departure_message_id")),
    )
    op.create_index(op.f("ix_departure_draft_id"), "departure", ["draft_id"], unique=False)
    op.create_index("ix_departure_latest", "departure", ["workspace_id", "begun_at", "id"], unique=False)
    op.create_index(
        "uq_departure_open",
        "departure",
        ["draft_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('asked', 'recorded', 'unknown')"),
        postgresql_where=sa.text("state IN ('asked', 'recorded', 'unknown')"),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("departure")
    op.drop_table("draft_fact")
    op.drop_table("draft_version")
    op.drop_table("draft")
