"""The secret address of a calendar feed, and the digest by mail."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def _foreign(table: str, column: str, other: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "calendar_feed",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("user_id", columns.ID_TYPE, nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("ended_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        _foreign("calendar_feed", "user_id", "user_account", "CASCADE"),
        _foreign("calendar_feed", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_feed_token_hash")),
    )
    op.create_index(op.f("ix_calendar_feed_user_id"), "calendar_feed", ["user_id"])
    op.create_index(
        "uq_calendar_feed_standing",
        "calendar_feed",
        ["workspace_id", "user_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )

    op.create_table(
        "digest_wish",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("user_id", columns.ID_TYPE, nullable=False),
        sa.Column("every", sa.String(length=10), nullable=False),
        sa.Column("weekday", columns.ID_TYPE, nullable=False),
        sa.Column("hour", columns.ID_TYPE, nullable=False),
        sa.Column("next_at", columns.UtcDateTime(), nullable=True),
        sa.Column("sent_for", sa.Date(), nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("every IN ('never', 'daily', 'weekly')", name=op.f("ck_digest_wish_every")),
        sa.CheckConstraint("hour BETWEEN 0 AND 23", name=op.f("ck_digest_wish_hour")),
        sa.CheckConstraint("weekday BETWEEN 1 AND 7", name=op.f("ck_digest_wish_weekday")),
        _foreign("digest_wish", "user_id", "user_account", "CASCADE"),
        _foreign("digest_wish", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest_wish")),
    )
    op.create_index("ix_digest_wish_next", "digest_wish", ["next_at", "id"])
    op.create_index(op.f("ix_digest_wish_user_id"), "digest_wish", ["user_id"])
    op.create_index("uq_digest_wish", "digest_wish", ["workspace_id", "user_id"], unique=True)


def downgrade() -> None:
    """Back."""
    op.drop_table("digest_wish")
    op.drop_table("calendar_feed")
