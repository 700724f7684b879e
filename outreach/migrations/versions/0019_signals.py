"""People who are looked up again, and what was new about them."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def _foreign(table: str, column: str, other: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "signal",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("organization_id", columns.ID_TYPE, nullable=True),
        sa.Column("run_id", columns.ID_TYPE, nullable=True),
        sa.Column("fact_id", columns.ID_TYPE, nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("sentence", sa.String(length=500), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("source_key", sa.String(length=100), nullable=False),
        sa.Column("source_title", sa.String(length=300), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("happened", sa.String(length=10), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("is_quiet", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("judged_at", columns.UtcDateTime(), nullable=True),
        sa.Column("judged_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("told_in", sa.Date(), nullable=True),
        sa.Column("found_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("(state = 'new') = (judged_at IS NULL)", name=op.f("ck_signal_judged")),
        sa.CheckConstraint(
            "kind IN ('role', 'award', 'program', 'paper', 'house', 'trouble', 'other')", name=op.f("ck_signal_kind")
        ),
        sa.CheckConstraint("state IN ('new', 'kept', 'not_relevant', 'used')", name=op.f("ck_signal_state")),
        sa.CheckConstraint("length(happened) IN (0, 4, 7, 10)", name=op.f("ck_signal_happened")),
        sa.CheckConstraint("length(sentence) > 0", name=op.f("ck_signal_sentence")),
        _foreign("signal", "fact_id", "fact", "SET NULL"),
        _foreign("signal", "judged_by_id", "user_account", "SET NULL"),
        _foreign("signal", "organization_id", "organization", "SET NULL"),
        _foreign("signal", "person_id", "person", "CASCADE"),
        _foreign("signal", "run_id", "research_run", "SET NULL"),
        _foreign("signal", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal")),
    )
    op.create_index("ix_signal_by_source", "signal", ["workspace_id", "source_key", "kind", "state"])
    op.create_index(op.f("ix_signal_fact_id"), "signal", ["fact_id"])
    op.create_index("ix_signal_latest", "signal", ["workspace_id", "state", "found_at", "id"])
    op.create_index(op.f("ix_signal_organization_id"), "signal", ["organization_id"])
    op.create_index(op.f("ix_signal_person_id"), "signal", ["person_id"])
    op.create_index(op.f("ix_signal_run_id"), "signal", ["run_id"])
    op.create_index("uq_signal", "signal", ["workspace_id", "person_id", "fingerprint"], unique=True)

    op.create_table(
        "watch",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("every_days", columns.ID_TYPE, nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("next_at", columns.UtcDateTime(), nullable=False),
        sa.Column("last_run_id", columns.ID_TYPE, nullable=True),
        sa.Column("read_run_id", columns.ID_TYPE, nullable=True),
        sa.Column("watched_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("every_days BETWEEN 7 AND 365", name=op.f("ck_watch_every_days")),
        _foreign("watch", "last_run_id", "research_run", "SET NULL"),
        _foreign("watch", "person_id", "person", "CASCADE"),
        _foreign("watch", "watched_by_id", "user_account", "SET NULL"),
        _foreign("watch", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch")),
    )
    op.create_index(
        "ix_watch_due", "watch", ["next_at", "id"], sqlite_where=sa.text("is_on"), postgresql_where=sa.text("is_on")
    )
    op.create_index(op.f("ix_watch_last_run_id"), "watch", ["last_run_id"])
    op.create_index(op.f("ix_watch_person_id"), "watch", ["person_id"])
    op.create_index("uq_watch", "watch", ["workspace_id", "person_id"], unique=True)


def downgrade() -> None:
    """Back."""
    op.drop_table("watch")
    op.drop_table("signal")
