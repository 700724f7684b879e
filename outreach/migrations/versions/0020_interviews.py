"""Interviews and their notes."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def _foreign(table: str, column: str, other: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "interview",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("project_id", columns.ID_TYPE, nullable=True),
        sa.Column("program_id", columns.ID_TYPE, nullable=True),
        sa.Column("draft_id", columns.ID_TYPE, nullable=True),
        sa.Column("guide_id", columns.ID_TYPE, nullable=True),
        sa.Column("helper_id", columns.ID_TYPE, nullable=True),
        sa.Column("starts_at", columns.UtcDateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("minutes", columns.ID_TYPE, nullable=False),
        sa.Column("way", sa.String(length=20), nullable=False),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("us_state", sa.String(length=2), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("confirmed_at", columns.UtcDateTime(), nullable=True),
        sa.Column("recording", sa.String(length=20), nullable=False),
        sa.Column("quoting", sa.String(length=20), nullable=False),
        sa.Column("consent_at", columns.UtcDateTime(), nullable=True),
        sa.Column("consent_words", sa.String(length=500), nullable=False),
        sa.Column("started_at", columns.UtcDateTime(), nullable=True),
        sa.Column("ended_at", columns.UtcDateTime(), nullable=True),
        sa.Column("debriefed_at", columns.UtcDateTime(), nullable=True),
        sa.Column("learned", sa.Text(), nullable=False),
        sa.Column("changed_in_me", sa.Text(), nullable=False),
        sa.Column("to_verify", sa.Text(), nullable=False),
        sa.Column("next_give", sa.String(length=500), nullable=False),
        sa.Column("thanks_draft_id", columns.ID_TYPE, nullable=True),
        sa.Column("sequence", columns.ID_TYPE, nullable=False),
        sa.Column("uid", sa.String(length=80), nullable=False),
        sa.Column("made_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("deleted_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "(recording = 'not_asked' AND quoting = 'not_asked') = (consent_at IS NULL)",
            name=op.f("ck_interview_consent"),
        ),
        sa.CheckConstraint("(state = 'held') = (ended_at IS NOT NULL)", name=op.f("ck_interview_held")),
        sa.CheckConstraint("quoting IN ('not_asked', 'yes', 'after_check', 'no')", name=op.f("ck_interview_quoting")),
        sa.CheckConstraint("recording IN ('not_asked', 'yes', 'no')", name=op.f("ck_interview_recording")),
        sa.CheckConstraint("state IN ('planned', 'confirmed', 'held', 'canceled')", name=op.f("ck_interview_state")),
        sa.CheckConstraint("way IN ('phone', 'video', 'in_person', 'written')", name=op.f("ck_interview_way")),
        sa.CheckConstraint("debriefed_at IS NULL OR ended_at IS NOT NULL", name=op.f("ck_interview_debriefed")),
        sa.CheckConstraint("minutes BETWEEN 5 AND 240", name=op.f("ck_interview_minutes")),
        _foreign("interview", "draft_id", "draft", "SET NULL"),
        _foreign("interview", "guide_id", "question_guide", "SET NULL"),
        _foreign("interview", "helper_id", "person", "SET NULL"),
        _foreign("interview", "made_by_id", "user_account", "SET NULL"),
        _foreign("interview", "person_id", "person", "CASCADE"),
        _foreign("interview", "program_id", "program", "SET NULL"),
        _foreign("interview", "project_id", "project", "SET NULL"),
        _foreign("interview", "thanks_draft_id", "draft", "SET NULL"),
        _foreign("interview", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview")),
        sa.UniqueConstraint("uid", name=op.f("uq_interview_uid")),
    )
    op.create_index(op.f("ix_interview_draft_id"), "interview", ["draft_id"])
    op.create_index(op.f("ix_interview_guide_id"), "interview", ["guide_id"])
    op.create_index(op.f("ix_interview_helper_id"), "interview", ["helper_id"])
    op.create_index("ix_interview_next", "interview", ["workspace_id", "state", "starts_at", "id"])
    op.create_index("ix_interview_of_person", "interview", ["workspace_id", "person_id", "starts_at"])
    op.create_index(op.f("ix_interview_person_id"), "interview", ["person_id"])
    op.create_index(op.f("ix_interview_program_id"), "interview", ["program_id"])
    op.create_index(op.f("ix_interview_project_id"), "interview", ["project_id"])
    op.create_index(op.f("ix_interview_thanks_draft_id"), "interview", ["thanks_draft_id"])

    op.create_table(
        "interview_note",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("interview_id", columns.ID_TYPE, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("speaker", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("said_at", columns.UtcDateTime(), nullable=False),
        sa.Column("fact_check", sa.Boolean(), nullable=False),
        sa.Column("client_key", sa.String(length=40), nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("deleted_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("kind IN ('exact', 'paraphrase', 'own')", name=op.f("ck_interview_note_kind")),
        sa.CheckConstraint("length(text) > 0", name=op.f("ck_interview_note_text")),
        _foreign("interview_note", "interview_id", "interview", "CASCADE"),
        _foreign("interview_note", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_note")),
        sa.UniqueConstraint("interview_id", "client_key", name=op.f("uq_interview_note_interview_id_client_key")),
    )
    op.create_index("ix_interview_note_in_order", "interview_note", ["workspace_id", "interview_id", "said_at", "id"])
    op.create_index(op.f("ix_interview_note_interview_id"), "interview_note", ["interview_id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("interview_note")
    op.drop_table("interview")
