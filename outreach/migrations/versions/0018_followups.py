"""Ladders after a request with their steps, rhythms, and the days on which a user writes to nobody."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

STOPS = "'', 'answered', 'declined', 'asked_not_to_write', 'moved', 'paused', 'by_hand', 'withdrawn', 'gone', 'rested'"


def _foreign(table: str, column: str, other: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "own_pace",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("user_id", columns.ID_TYPE, nullable=False),
        sa.Column("weekly_most", columns.ID_TYPE, nullable=False),
        sa.Column("weekdays", sa.String(length=7), nullable=False),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("weekly_most BETWEEN 1 AND 20", name=op.f("ck_own_pace_weekly_most")),
        _foreign("own_pace", "user_id", "user_account", "CASCADE"),
        _foreign("own_pace", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_pace")),
    )
    op.create_index(op.f("ix_own_pace_user_id"), "own_pace", ["user_id"])
    op.create_index("uq_own_pace", "own_pace", ["workspace_id", "user_id"], unique=True)

    op.create_table(
        "rhythm_group",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("ideal_days", columns.ID_TYPE, nullable=False),
        sa.Column("latest_days", columns.ID_TYPE, nullable=False),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("deleted_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("ideal_days BETWEEN 7 AND 730", name=op.f("ck_rhythm_group_ideal_days")),
        sa.CheckConstraint("latest_days BETWEEN ideal_days AND 1095", name=op.f("ck_rhythm_group_latest_days")),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_rhythm_group_name")),
        _foreign("rhythm_group", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rhythm_group")),
    )
    op.create_index("ix_rhythm_group_by_name", "rhythm_group", ["workspace_id", "name", "id"])

    op.create_table(
        "time_away",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("user_id", columns.ID_TYPE, nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("first_on <= last_on", name=op.f("ck_time_away_days")),
        _foreign("time_away", "user_id", "user_account", "CASCADE"),
        _foreign("time_away", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_time_away")),
    )
    op.create_index("ix_time_away", "time_away", ["workspace_id", "user_id", "last_on"])
    op.create_index(op.f("ix_time_away_user_id"), "time_away", ["user_id"])

    op.create_table(
        "rhythm",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("group_id", columns.ID_TYPE, nullable=True),
        sa.Column("ideal_days", columns.ID_TYPE, nullable=True),
        sa.Column("latest_days", columns.ID_TYPE, nullable=True),
        sa.Column("counted_from", sa.Date(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("snoozed_until", sa.Date(), nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("(group_id IS NULL) = (ideal_days IS NOT NULL)", name=op.f("ck_rhythm_group_or_own")),
        sa.CheckConstraint("(ideal_days IS NULL) = (latest_days IS NULL)", name=op.f("ck_rhythm_both_days")),
        sa.CheckConstraint("ideal_days IS NULL OR ideal_days BETWEEN 7 AND 730", name=op.f("ck_rhythm_ideal_days")),
        sa.CheckConstraint(
            "latest_days IS NULL OR latest_days BETWEEN ideal_days AND 1095", name=op.f("ck_rhythm_latest_days")
        ),
        _foreign("rhythm", "group_id", "rhythm_group", "CASCADE"),
        _foreign("rhythm", "person_id", "person", "CASCADE"),
        _foreign("rhythm", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rhythm")),
    )
    op.create_index(op.f("ix_rhythm_group_id"), "rhythm", ["group_id"])
    op.create_index(op.f("ix_rhythm_person_id"), "rhythm", ["person_id"])
    op.create_index("ix_rhythm_planned", "rhythm", ["workspace_id", "planned_on", "id"])
    op.create_index("ix_rhythm_stale", "rhythm", ["workspace_id", "counted_from", "id"])
    op.create_index("uq_rhythm", "rhythm", ["workspace_id", "person_id"], unique=True)

    op.create_table(
        "follow_up",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("draft_id", columns.ID_TYPE, nullable=False),
        sa.Column("ladder_key", sa.String(length=60), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("started_at", columns.UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stop_reason", sa.String(length=30), nullable=False),
        sa.Column("ended_at", columns.UtcDateTime(), nullable=True),
        sa.Column("held_until", sa.Date(), nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("(state = 'running') = (ended_at IS NULL)", name=op.f("ck_follow_up_ended")),
        sa.CheckConstraint(
            "(state = 'stopped') = (stop_reason NOT IN ('', 'rested'))", name=op.f("ck_follow_up_stopped")
        ),
        sa.CheckConstraint("state IN ('running', 'stopped', 'finished')", name=op.f("ck_follow_up_state")),
        sa.CheckConstraint(
            f"stop_reason IN ({STOPS})",
            name=op.f("ck_follow_up_stop_reason"),
        ),
        _foreign("follow_up", "draft_id", "draft", "CASCADE"),
        _foreign("follow_up", "person_id", "person", "CASCADE"),
        _foreign("follow_up", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
        sa.UniqueConstraint("draft_id", name=op.f("uq_follow_up_draft_id")),
    )
    op.create_index("ix_follow_up_of_person", "follow_up", ["workspace_id", "person_id", "started_at"])
    op.create_index(op.f("ix_follow_up_person_id"), "follow_up", ["person_id"])
    op.create_index("ix_follow_up_running", "follow_up", ["workspace_id", "state", "started_at", "id"])

    op.create_table(
        "follow_up_step",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("follow_up_id", columns.ID_TYPE, nullable=False),
        sa.Column("place", columns.ID_TYPE, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("letter_key", sa.String(length=60), nullable=False),
        sa.Column("due_at", columns.UtcDateTime(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("became_due_at", columns.UtcDateTime(), nullable=True),
        sa.Column("draft_id", columns.ID_TYPE, nullable=True),
        sa.Column("sent_at", columns.UtcDateTime(), nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name=op.f("ck_follow_up_step_sent")),
        sa.CheckConstraint("kind IN ('note', 'closing')", name=op.f("ck_follow_up_step_kind")),
        sa.CheckConstraint(
            "state IN ('planned', 'due', 'sent', 'skipped', 'dropped')", name=op.f("ck_follow_up_step_state")
        ),
        sa.CheckConstraint("place BETWEEN 1 AND 2", name=op.f("ck_follow_up_step_two_at_most")),
        _foreign("follow_up_step", "draft_id", "draft", "SET NULL"),
        _foreign("follow_up_step", "follow_up_id", "follow_up", "CASCADE"),
        _foreign("follow_up_step", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_step")),
        sa.UniqueConstraint("follow_up_id", "place", name=op.f("uq_follow_up_step_follow_up_id_place")),
    )
    op.create_index(op.f("ix_follow_up_step_draft_id"), "follow_up_step", ["draft_id"])
    op.create_index(
        "ix_follow_up_step_due",
        "follow_up_step",
        ["due_at", "id"],
        sqlite_where=sa.text("state = 'planned'"),
        postgresql_where=sa.text("state = 'planned'"),
    )
    op.create_index("ix_follow_up_step_state", "follow_up_step", ["workspace_id", "state", "due_at"])


def downgrade() -> None:
    """Back."""
    op.drop_table("follow_up_step")
    op.drop_table("follow_up")
    op.drop_table("rhythm")
    op.drop_table("time_away")
    op.drop_table("rhythm_group")
    op.drop_table("own_pace")
