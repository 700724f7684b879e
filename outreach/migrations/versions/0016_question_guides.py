"""Question guides for interviews, and their questions."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

KINDS = "'opening', 'origin', 'hard_turn', 'people', 'result', 'transfer', 'close', 'reserve'"


def _foreign(table: str, column: str, other: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "question_guide",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("project_id", columns.ID_TYPE, nullable=True),
        sa.Column("draft_id", columns.ID_TYPE, nullable=True),
        sa.Column("program_id", columns.ID_TYPE, nullable=True),
        sa.Column("minutes", columns.ID_TYPE, nullable=False),
        sa.Column("meets_on", sa.Date(), nullable=True),
        sa.Column("made_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("minutes BETWEEN 5 AND 90", name=op.f("ck_question_guide_minutes")),
        _foreign("question_guide", "person_id", "person", "CASCADE"),
        _foreign("question_guide", "project_id", "project", "SET NULL"),
        _foreign("question_guide", "draft_id", "draft", "SET NULL"),
        _foreign("question_guide", "program_id", "program", "SET NULL"),
        _foreign("question_guide", "made_by_id", "user_account", "SET NULL"),
        _foreign("question_guide", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_guide")),
    )
    op.create_index("ix_question_guide_of_person", "question_guide", ["workspace_id", "person_id", "updated_at"])
    op.create_index("ix_question_guide_latest", "question_guide", ["workspace_id", "updated_at", "id"])
    for column in ("person_id", "project_id", "draft_id", "program_id"):
        op.create_index(op.f(f"ix_question_guide_{column}"), "question_guide", [column])
    op.create_table(
        "guide_question",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("guide_id", columns.ID_TYPE, nullable=False),
        sa.Column("place", columns.ID_TYPE, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("text", sa.String(length=500), nullable=False),
        sa.Column("minutes", columns.ID_TYPE, nullable=False),
        sa.Column("fact_id", columns.ID_TYPE, nullable=True),
        sa.Column("program_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(f"kind IN ({KINDS})", name=op.f("ck_guide_question_kind")),
        sa.CheckConstraint("length(text) > 0", name=op.f("ck_guide_question_text")),
        sa.CheckConstraint("minutes BETWEEN 0 AND 90", name=op.f("ck_guide_question_minutes")),
        sa.CheckConstraint("fact_id IS NULL OR program_id IS NULL", name=op.f("ck_guide_question_one_ground")),
        _foreign("guide_question", "guide_id", "question_guide", "CASCADE"),
        _foreign("guide_question", "fact_id", "fact", "SET NULL"),
        _foreign("guide_question", "program_id", "program", "SET NULL"),
        _foreign("guide_question", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guide_question")),
    )
    op.create_index("ix_guide_question_in_order", "guide_question", ["workspace_id", "guide_id", "place", "id"])
    for column in ("guide_id", "fact_id", "program_id"):
        op.create_index(op.f(f"ix_guide_question_{column}"), "guide_question", [column])


def downgrade() -> None:
    """Back."""
    op.drop_table("guide_question")
    op.drop_table("question_guide")
