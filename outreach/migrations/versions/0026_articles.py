"""Articles: versions, quotes and facts, where they were handed in, and sentences to share."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def _foreign(table: str, column: str, other: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "article",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("project_id", columns.ID_TYPE, nullable=True),
        sa.Column("program_id", columns.ID_TYPE, nullable=True),
        sa.Column("person_id", columns.ID_TYPE, nullable=True),
        sa.Column("outline_key", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("passed", columns.Json(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("published_in", sa.String(length=200), nullable=False),
        sa.Column("published_url", sa.String(length=2000), nullable=False),
        sa.Column("effect_words", sa.Text(), nullable=False),
        sa.Column("effect_noted_at", columns.UtcDateTime(), nullable=True),
        sa.Column("written_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("deleted_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("(state = 'published') = (published_on IS NOT NULL)", name=op.f("ck_article_published")),
        sa.CheckConstraint(
            "state IN ('writing', 'submitted', 'published', 'withdrawn')", name=op.f("ck_article_state")
        ),
        sa.CheckConstraint("effect_noted_at IS NULL OR published_on IS NOT NULL", name=op.f("ck_article_effect")),
        sa.CheckConstraint("length(title) > 0", name=op.f("ck_article_title")),
        _foreign("article", "person_id", "person", "SET NULL"),
        _foreign("article", "program_id", "program", "SET NULL"),
        _foreign("article", "project_id", "project", "SET NULL"),
        _foreign("article", "workspace_id", "workspace", "CASCADE"),
        _foreign("article", "written_by_id", "user_account", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
    )
    op.create_index("ix_article_latest", "article", ["workspace_id", "state", "updated_at", "id"])
    op.create_index(op.f("ix_article_person_id"), "article", ["person_id"])
    op.create_index(op.f("ix_article_program_id"), "article", ["program_id"])
    op.create_index(op.f("ix_article_project_id"), "article", ["project_id"])

    op.create_table(
        "article_version",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("article_id", columns.ID_TYPE, nullable=False),
        sa.Column("number", columns.ID_TYPE, nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("marks", columns.Json(), nullable=False),
        sa.Column("text_hash", sa.String(length=64), nullable=False),
        sa.Column("words", columns.ID_TYPE, nullable=False),
        sa.Column("origin", sa.String(length=20), nullable=False),
        sa.Column("milestone", sa.String(length=100), nullable=False),
        sa.Column("written_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("sent_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "origin IN ('outline', 'written', 'suggestions', 'restored')", name=op.f("ck_article_version_origin")
        ),
        sa.CheckConstraint("length(text_hash) = 64", name=op.f("ck_article_version_text_hash")),
        sa.CheckConstraint("number > 0", name=op.f("ck_article_version_number")),
        _foreign("article_version", "article_id", "article", "CASCADE"),
        _foreign("article_version", "workspace_id", "workspace", "CASCADE"),
        _foreign("article_version", "written_by_id", "user_account", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_version")),
        sa.UniqueConstraint("article_id", "number", name=op.f("uq_article_version_article_id_number")),
    )
    op.create_table(
        "share_line",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("article_id", columns.ID_TYPE, nullable=False),
        sa.Column("version_id", columns.ID_TYPE, nullable=False),
        sa.Column("position", columns.ID_TYPE, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("length(text) > 0", name=op.f("ck_share_line_text")),
        _foreign("share_line", "article_id", "article", "CASCADE"),
        _foreign("share_line", "version_id", "article_version", "CASCADE"),
        _foreign("share_line", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_share_line")),
    )
    op.create_index(op.f("ix_share_line_article_id"), "share_line", ["article_id"])
    op.create_index(op.f("ix_share_line_version_id"), "share_line", ["version_id"])

    op.create_table(
        "submission",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("article_id", columns.ID_TYPE, nullable=False),
        sa.Column("version_id", columns.ID_TYPE, nullable=False),
        sa.Column("text_hash", sa.String(length=64), nullable=False),
        sa.Column("file_hash", sa.String(length=64), nullable=False),
        sa.Column("venue", sa.String(length=200), nullable=False),
        sa.Column("submitted_on", sa.Date(), nullable=False),
        sa.Column("passed", columns.Json(), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("made_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("(outcome = 'waiting') = (outcome_on IS NULL)", name=op.f("ck_submission_outcome_on")),
        sa.CheckConstraint("file_hash = '' OR length(file_hash) = 64", name=op.f("ck_submission_file_hash")),
        sa.CheckConstraint(
            "outcome IN ('waiting', 'accepted', 'declined', 'taken_back')", name=op.f("ck_submission_outcome")
        ),
        sa.CheckConstraint("length(text_hash) = 64", name=op.f("ck_submission_text_hash")),
        _foreign("submission", "article_id", "article", "CASCADE"),
        _foreign("submission", "made_by_id", "user_account", "SET NULL"),
        _foreign("submission", "version_id", "article_version", "CASCADE"),
        _foreign("submission", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
    )
    op.create_index(op.f("ix_submission_article_id"), "submission", ["article_id"])
    op.create_index(op.f("ix_submission_version_id"), "submission", ["version_id"])

    op.create_table(
        "article_fact",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("article_id", columns.ID_TYPE, nullable=False),
        sa.Column("number", columns.ID_TYPE, nullable=False),
        sa.Column("fact_id", columns.ID_TYPE, nullable=True),
        sa.Column("program_id", columns.ID_TYPE, nullable=True),
        sa.Column("note_id", columns.ID_TYPE, nullable=True),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("number BETWEEN 1 AND 999", name=op.f("ck_article_fact_number")),
        _foreign("article_fact", "article_id", "article", "CASCADE"),
        _foreign("article_fact", "fact_id", "fact", "SET NULL"),
        _foreign("article_fact", "note_id", "interview_note", "SET NULL"),
        _foreign("article_fact", "program_id", "program", "SET NULL"),
        _foreign("article_fact", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_fact")),
        sa.UniqueConstraint("article_id", "number", name=op.f("uq_article_fact_article_id_number")),
    )
    op.create_index(op.f("ix_article_fact_fact_id"), "article_fact", ["fact_id"])
    op.create_index(op.f("ix_article_fact_note_id"), "article_fact", ["note_id"])
    op.create_index(op.f("ix_article_fact_program_id"), "article_fact", ["program_id"])

    op.create_table(
        "article_quote",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("article_id", columns.ID_TYPE, nullable=False),
        sa.Column("number", columns.ID_TYPE, nullable=False),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("note_id", columns.ID_TYPE, nullable=True),
        sa.Column("fact_id", columns.ID_TYPE, nullable=True),
        sa.Column("person_id", columns.ID_TYPE, nullable=True),
        sa.Column("speaker", sa.String(length=200), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("said_at", columns.UtcDateTime(), nullable=True),
        sa.Column("minute", columns.ID_TYPE, nullable=True),
        sa.Column("told_in", sa.String(length=300), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("source IN ('note', 'source', 'mail')", name=op.f("ck_article_quote_source")),
        sa.CheckConstraint("length(words) > 0", name=op.f("ck_article_quote_words")),
        sa.CheckConstraint("number BETWEEN 1 AND 999", name=op.f("ck_article_quote_number")),
        _foreign("article_quote", "article_id", "article", "CASCADE"),
        _foreign("article_quote", "fact_id", "fact", "SET NULL"),
        _foreign("article_quote", "note_id", "interview_note", "SET NULL"),
        _foreign("article_quote", "person_id", "person", "SET NULL"),
        _foreign("article_quote", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_quote")),
        sa.UniqueConstraint("article_id", "number", name=op.f("uq_article_quote_article_id_number")),
    )
    op.create_index(op.f("ix_article_quote_fact_id"), "article_quote", ["fact_id"])
    op.create_index(op.f("ix_article_quote_note_id"), "article_quote", ["note_id"])
    op.create_index(op.f("ix_article_quote_person_id"), "article_quote", ["person_id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("article_quote")
    op.drop_table("article_fact")
    op.drop_table("submission")
    op.drop_table("share_line")
    op.drop_table("article_version")
    op.drop_table("article")
