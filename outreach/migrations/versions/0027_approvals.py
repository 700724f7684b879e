"""Approvals: reviewers, requests, what came back, decisions, suggestions."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def _foreign(table: str, column: str, other: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "reviewer",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("article_id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("helper_id", columns.ID_TYPE, nullable=True),
        sa.Column("scope", sa.String(length=20), nullable=False),
        sa.Column("sees_all", sa.Boolean(), nullable=False),
        sa.Column("added_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("removed_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("scope IN ('facts', 'quotes', 'whole')", name=op.f("ck_reviewer_scope")),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_reviewer_name")),
        _foreign("reviewer", "added_by_id", "user_account", "SET NULL"),
        _foreign("reviewer", "article_id", "article", "CASCADE"),
        _foreign("reviewer", "helper_id", "person", "SET NULL"),
        _foreign("reviewer", "person_id", "person", "SET NULL"),
        _foreign("reviewer", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviewer")),
    )
    op.create_index(op.f("ix_reviewer_article_id"), "reviewer", ["article_id"])
    op.create_index(op.f("ix_reviewer_helper_id"), "reviewer", ["helper_id"])
    op.create_index(op.f("ix_reviewer_person_id"), "reviewer", ["person_id"])

    op.create_table(
        "approval_request",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("article_id", columns.ID_TYPE, nullable=False),
        sa.Column("reviewer_id", columns.ID_TYPE, nullable=False),
        sa.Column("version_id", columns.ID_TYPE, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("scope", sa.String(length=20), nullable=False),
        sa.Column("shown_hash", sa.String(length=64), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("seed", sa.String(length=64), nullable=False),
        sa.Column("ask_by", sa.Date(), nullable=False),
        sa.Column("expires_at", columns.UtcDateTime(), nullable=False),
        sa.Column("draft_id", columns.ID_TYPE, nullable=True),
        sa.Column("sent_at", columns.UtcDateTime(), nullable=True),
        sa.Column("withdrawn_at", columns.UtcDateTime(), nullable=True),
        sa.Column("made_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("kind IN ('ask', 'notice')", name=op.f("ck_approval_request_kind")),
        sa.CheckConstraint("scope IN ('facts', 'quotes', 'whole')", name=op.f("ck_approval_request_scope")),
        sa.CheckConstraint("length(seed) = 64", name=op.f("ck_approval_request_seed")),
        sa.CheckConstraint("length(shown_hash) = 64", name=op.f("ck_approval_request_shown_hash")),
        sa.CheckConstraint("length(token_hash) = 64", name=op.f("ck_approval_request_token_hash")),
        _foreign("approval_request", "article_id", "article", "CASCADE"),
        _foreign("approval_request", "draft_id", "draft", "SET NULL"),
        _foreign("approval_request", "made_by_id", "user_account", "SET NULL"),
        _foreign("approval_request", "reviewer_id", "reviewer", "CASCADE"),
        _foreign("approval_request", "version_id", "article_version", "CASCADE"),
        _foreign("approval_request", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval_request")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_approval_request_token_hash")),
    )
    op.create_index(op.f("ix_approval_request_article_id"), "approval_request", ["article_id"])
    op.create_index(op.f("ix_approval_request_draft_id"), "approval_request", ["draft_id"])
    op.create_index("ix_approval_request_open", "approval_request", ["workspace_id", "withdrawn_at", "ask_by", "id"])
    op.create_index(op.f("ix_approval_request_reviewer_id"), "approval_request", ["reviewer_id"])
    op.create_index(op.f("ix_approval_request_version_id"), "approval_request", ["version_id"])
    op.create_index(
        "uq_approval_request_standing",
        "approval_request",
        ["reviewer_id", "version_id"],
        unique=True,
        sqlite_where=sa.text("withdrawn_at IS NULL"),
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )

    op.create_table(
        "received_answer",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("article_id", columns.ID_TYPE, nullable=False),
        sa.Column("reviewer_id", columns.ID_TYPE, nullable=True),
        sa.Column("version_id", columns.ID_TYPE, nullable=True),
        sa.Column("way", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("size", columns.ID_TYPE, nullable=False),
        sa.Column("from_name", sa.String(length=300), nullable=False),
        sa.Column("from_address", sa.String(length=320), nullable=False),
        sa.Column("came_at", columns.UtcDateTime(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("left_out", sa.Text(), nullable=False),
        sa.Column("notes", columns.Json(), nullable=False),
        sa.Column("taken_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("deleted_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "kind IN ('answer', 'file', 'automatic', 'bounce', 'delay', 'receipt', 'unclear')",
            name=op.f("ck_received_answer_kind"),
        ),
        sa.CheckConstraint("way IN ('page', 'word', 'email', 'phone', 'letter')", name=op.f("ck_received_answer_way")),
        sa.CheckConstraint("length(digest) = 64", name=op.f("ck_received_answer_digest")),
        _foreign("received_answer", "article_id", "article", "CASCADE"),
        _foreign("received_answer", "reviewer_id", "reviewer", "SET NULL"),
        _foreign("received_answer", "taken_by_id", "user_account", "SET NULL"),
        _foreign("received_answer", "version_id", "article_version", "SET NULL"),
        _foreign("received_answer", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_received_answer")),
    )
    op.create_index(op.f("ix_received_answer_reviewer_id"), "received_answer", ["reviewer_id"])
    op.create_index(op.f("ix_received_answer_version_id"), "received_answer", ["version_id"])
    op.create_index(
        "uq_received_answer_digest",
        "received_answer",
        ["article_id", "digest"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )

    op.create_table(
        "decision",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("article_id", columns.ID_TYPE, nullable=False),
        sa.Column("request_id", columns.ID_TYPE, nullable=False),
        sa.Column("version_id", columns.ID_TYPE, nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.Column("scope", sa.String(length=20), nullable=False),
        sa.Column("text_hash", sa.String(length=64), nullable=False),
        sa.Column("shown_hash", sa.String(length=64), nullable=False),
        sa.Column("conditions", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("by_name", sa.String(length=200), nullable=False),
        sa.Column("answers_for", sa.Boolean(), nullable=False),
        sa.Column("way", sa.String(length=20), nullable=False),
        sa.Column("received_id", columns.ID_TYPE, nullable=True),
        sa.Column("recorded_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("confirmation_id", columns.ID_TYPE, nullable=True),
        sa.Column("decided_at", columns.UtcDateTime(), nullable=False),
        sa.Column("met_in_id", columns.ID_TYPE, nullable=True),
        sa.Column("met_at", columns.UtcDateTime(), nullable=True),
        sa.Column("met_words", sa.String(length=500), nullable=False),
        sa.Column("ended_at", columns.UtcDateTime(), nullable=True),
        sa.Column("ended_why", sa.String(length=500), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("(ended_at IS NULL) = (ended_why = '')", name=op.f("ck_decision_ended_why")),
        sa.CheckConstraint("answer IN ('approved', 'changes', 'declined')", name=op.f("ck_decision_answer")),
        sa.CheckConstraint("conditions = '' OR answer = 'approved'", name=op.f("ck_decision_conditions")),
        sa.CheckConstraint("met_at IS NULL OR conditions != ''", name=op.f("ck_decision_met")),
        sa.CheckConstraint("scope IN ('facts', 'quotes', 'whole')", name=op.f("ck_decision_scope")),
        sa.CheckConstraint("way IN ('page', 'word', 'email', 'phone', 'letter')", name=op.f("ck_decision_way")),
        sa.CheckConstraint("ended_at IS NULL OR ended_at >= decided_at", name=op.f("ck_decision_ended")),
        sa.CheckConstraint("length(by_name) > 0", name=op.f("ck_decision_by_name")),
        sa.CheckConstraint("length(text_hash) = 64", name=op.f("ck_decision_text_hash")),
        _foreign("decision", "article_id", "article", "CASCADE"),
        _foreign("decision", "confirmation_id", "draft", "SET NULL"),
        _foreign("decision", "met_in_id", "article_version", "SET NULL"),
        _foreign("decision", "received_id", "received_answer", "SET NULL"),
        _foreign("decision", "recorded_by_id", "user_account", "SET NULL"),
        _foreign("decision", "request_id", "approval_request", "CASCADE"),
        _foreign("decision", "version_id", "article_version", "CASCADE"),
        _foreign("decision", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    op.create_index(op.f("ix_decision_article_id"), "decision", ["article_id"])
    op.create_index(op.f("ix_decision_confirmation_id"), "decision", ["confirmation_id"])
    op.create_index(op.f("ix_decision_met_in_id"), "decision", ["met_in_id"])
    op.create_index(op.f("ix_decision_received_id"), "decision", ["received_id"])
    op.create_index(op.f("ix_decision_request_id"), "decision", ["request_id"])
    op.create_index(op.f("ix_decision_version_id"), "decision", ["version_id"])
    op.create_index(
        "uq_decision_holding",
        "decision",
        ["request_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )

    op.create_table(
        "suggestion",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("article_id", columns.ID_TYPE, nullable=False),
        sa.Column("version_id", columns.ID_TYPE, nullable=False),
        sa.Column("reviewer_id", columns.ID_TYPE, nullable=True),
        sa.Column("decision_id", columns.ID_TYPE, nullable=True),
        sa.Column("received_id", columns.ID_TYPE, nullable=True),
        sa.Column("way", sa.String(length=20), nullable=False),
        sa.Column("position", columns.ID_TYPE, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("made_at", columns.UtcDateTime(), nullable=True),
        sa.Column("quote_number", columns.ID_TYPE, nullable=True),
        sa.Column("starts", columns.ID_TYPE, nullable=True),
        sa.Column("ends", columns.ID_TYPE, nullable=True),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("around", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("settled_text", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("fact_id", columns.ID_TYPE, nullable=True),
        sa.Column("made_in_id", columns.ID_TYPE, nullable=True),
        sa.Column("settled_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("settled_at", columns.UtcDateTime(), nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("(state = 'open') = (settled_at IS NULL)", name=op.f("ck_suggestion_settled")),
        sa.CheckConstraint(
            "kind IN ('insertion', 'deletion', 'replacement', 'move', 'comment', 'formatting', 'quote', 'leave_out', "
            "'general')",
            name=op.f("ck_suggestion_kind"),
        ),
        sa.CheckConstraint(
            "state IN ('open', 'accepted', 'adapted', 'discussed', 'kept')", name=op.f("ck_suggestion_state")
        ),
        _foreign("suggestion", "article_id", "article", "CASCADE"),
        _foreign("suggestion", "decision_id", "decision", "SET NULL"),
        _foreign("suggestion", "fact_id", "fact", "SET NULL"),
        _foreign("suggestion", "made_in_id", "article_version", "SET NULL"),
        _foreign("suggestion", "received_id", "received_answer", "CASCADE"),
        _foreign("suggestion", "reviewer_id", "reviewer", "SET NULL"),
        _foreign("suggestion", "settled_by_id", "user_account", "SET NULL"),
        _foreign("suggestion", "version_id", "article_version", "CASCADE"),
        _foreign("suggestion", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion")),
    )
    op.create_index(op.f("ix_suggestion_article_id"), "suggestion", ["article_id"])
    op.create_index(op.f("ix_suggestion_decision_id"), "suggestion", ["decision_id"])
    op.create_index(op.f("ix_suggestion_fact_id"), "suggestion", ["fact_id"])
    op.create_index("ix_suggestion_in_order", "suggestion", ["workspace_id", "article_id", "state", "position", "id"])
    op.create_index(op.f("ix_suggestion_made_in_id"), "suggestion", ["made_in_id"])
    op.create_index(op.f("ix_suggestion_received_id"), "suggestion", ["received_id"])
    op.create_index(op.f("ix_suggestion_reviewer_id"), "suggestion", ["reviewer_id"])
    op.create_index(op.f("ix_suggestion_version_id"), "suggestion", ["version_id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("suggestion")
    op.drop_table("decision")
    op.drop_table("received_answer")
    op.drop_table("approval_request")
    op.drop_table("reviewer")
