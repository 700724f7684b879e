"""What becomes of a talk: called off, questions sent, a debrief under way, earlier consents, earlier words of notes."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def _foreign(table: str, column: str, other: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)


def upgrade() -> None:
    """Forward."""
    op.add_column("interview", sa.Column("called_off_at", columns.UtcDateTime(), nullable=True))
    op.add_column("interview", sa.Column("called_off_words", sa.String(length=500), nullable=True))
    op.add_column("interview", sa.Column("questions_sent_on", sa.Date(), nullable=True))
    op.add_column("interview", sa.Column("debrief", columns.Json(), nullable=True))

    op.create_table(
        "interview_consent",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("interview_id", columns.ID_TYPE, nullable=False),
        sa.Column("recording", sa.String(length=20), nullable=False),
        sa.Column("quoting", sa.String(length=20), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("told_at", columns.UtcDateTime(), nullable=False),
        sa.Column("noted_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("recording IN ('not_asked', 'yes', 'no')", name=op.f("ck_interview_consent_recording")),
        sa.CheckConstraint(
            "quoting IN ('not_asked', 'yes', 'after_check', 'no')", name=op.f("ck_interview_consent_quoting")
        ),
        _foreign("interview_consent", "interview_id", "interview", "CASCADE"),
        _foreign("interview_consent", "noted_by_id", "user_account", "SET NULL"),
        _foreign("interview_consent", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_consent")),
    )
    op.create_index(op.f("ix_interview_consent_interview_id"), "interview_consent", ["interview_id"])

    op.create_table(
        "interview_note_wording",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("note_id", columns.ID_TYPE, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("changed_at", columns.UtcDateTime(), nullable=False),
        sa.Column("changed_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("kind IN ('exact', 'paraphrase', 'own')", name=op.f("ck_interview_note_wording_kind")),
        _foreign("interview_note_wording", "changed_by_id", "user_account", "SET NULL"),
        _foreign("interview_note_wording", "note_id", "interview_note", "CASCADE"),
        _foreign("interview_note_wording", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_note_wording")),
    )
    op.create_index(op.f("ix_interview_note_wording_note_id"), "interview_note_wording", ["note_id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("interview_note_wording")
    op.drop_table("interview_consent")
    for column in ("debrief", "questions_sent_on", "called_off_words", "called_off_at"):
        op.drop_column("interview", column)
