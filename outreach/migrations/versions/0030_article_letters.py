"""The letters that are begun about an article after it has appeared."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def _foreign(column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_article_letter_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete="CASCADE")


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "article_letter",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("article_id", columns.ID_TYPE, nullable=False),
        sa.Column("draft_id", columns.ID_TYPE, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("kind IN ('thanks', 'effect')", name=op.f("ck_article_letter_kind")),
        _foreign("article_id", "article"),
        _foreign("draft_id", "draft"),
        _foreign("workspace_id", "workspace"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_letter")),
        sa.UniqueConstraint("draft_id", name=op.f("uq_article_letter_draft_id")),
    )
    op.create_index(op.f("ix_article_letter_article_id"), "article_letter", ["article_id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("article_letter")
