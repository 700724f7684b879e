"""What passes between a user and a leader: touches, promises, advice, pauses, standings, reviews, learning."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def _foreign(table: str, column: str, other: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "learning_plan",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("wants", sa.Text(), nullable=False),
        sa.Column("last_question", sa.String(length=500), nullable=False),
        sa.Column("last_asked_on", sa.Date(), nullable=True),
        sa.Column("next_question", sa.String(length=500), nullable=False),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        _foreign("learning_plan", "person_id", "person", "CASCADE"),
        _foreign("learning_plan", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learning_plan")),
    )
    op.create_index(op.f("ix_learning_plan_person_id"), "learning_plan", ["person_id"])
    op.create_index("uq_learning_plan", "learning_plan", ["workspace_id", "person_id"], unique=True)

    op.create_table(
        "pause",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=True),
        sa.Column("organization_id", columns.ID_TYPE, nullable=True),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("ended_at", columns.UtcDateTime(), nullable=True),
        sa.Column("began_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "reason IN ('loss', 'hard_times', 'layoffs', 'crisis', 'their_wish', 'leave', 'other')",
            name=op.f("ck_pause_reason"),
        ),
        sa.CheckConstraint("(person_id IS NULL) != (organization_id IS NULL)", name=op.f("ck_pause_one_subject")),
        sa.CheckConstraint("begins_on < until", name=op.f("ck_pause_days")),
        _foreign("pause", "began_by_id", "user_account", "SET NULL"),
        _foreign("pause", "organization_id", "organization", "CASCADE"),
        _foreign("pause", "person_id", "person", "CASCADE"),
        _foreign("pause", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
    )
    op.create_index("ix_pause_until", "pause", ["workspace_id", "ended_at", "until"])
    op.create_index(
        "uq_pause_of_organization",
        "pause",
        ["organization_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "uq_pause_of_person",
        "pause",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )

    op.create_table(
        "quarterly_review",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("quarter", sa.String(length=7), nullable=False),
        sa.Column("decision", sa.String(length=20), nullable=False),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.Column("decided_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("decision IN ('active', 'resting', 'let_go')", name=op.f("ck_quarterly_review_decision")),
        _foreign("quarterly_review", "decided_by_id", "user_account", "SET NULL"),
        _foreign("quarterly_review", "person_id", "person", "CASCADE"),
        _foreign("quarterly_review", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarterly_review")),
    )
    op.create_index(op.f("ix_quarterly_review_person_id"), "quarterly_review", ["person_id"])
    op.create_index("uq_quarterly_review", "quarterly_review", ["workspace_id", "person_id", "quarter"], unique=True)

    op.create_table(
        "recommendation",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("recommended_on", sa.Date(), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=True),
        sa.Column("thoughts", sa.Text(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("source_id", columns.ID_TYPE, nullable=True),
        sa.Column("noted_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("deleted_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("length(title) > 0", name=op.f("ck_recommendation_title")),
        _foreign("recommendation", "noted_by_id", "user_account", "SET NULL"),
        _foreign("recommendation", "person_id", "person", "CASCADE"),
        _foreign("recommendation", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation")),
    )
    op.create_index("ix_recommendation_of_person", "recommendation", ["workspace_id", "person_id", "read_on", "id"])
    op.create_index(op.f("ix_recommendation_person_id"), "recommendation", ["person_id"])

    op.create_table(
        "standing",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("why", sa.String(length=500), nullable=False),
        sa.Column("set_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("state IN ('active', 'resting', 'let_go')", name=op.f("ck_standing_state")),
        sa.CheckConstraint("until IS NULL OR state = 'resting'", name=op.f("ck_standing_until")),
        _foreign("standing", "person_id", "person", "CASCADE"),
        _foreign("standing", "set_by_id", "user_account", "SET NULL"),
        _foreign("standing", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standing")),
    )
    op.create_index(op.f("ix_standing_person_id"), "standing", ["person_id"])
    op.create_index("uq_standing", "standing", ["workspace_id", "person_id"], unique=True)

    op.create_table(
        "touch",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("helper_id", columns.ID_TYPE, nullable=True),
        sa.Column("project_id", columns.ID_TYPE, nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("give_kind", sa.String(length=30), nullable=False),
        sa.Column("helped", sa.String(length=20), nullable=False),
        sa.Column("helped_words", sa.String(length=500), nullable=False),
        sa.Column("ask_kind", sa.String(length=30), nullable=False),
        sa.Column("ask_state", sa.String(length=20), nullable=False),
        sa.Column("ask_closed_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.Column("back_on", sa.Date(), nullable=True),
        sa.Column("answers_id", columns.ID_TYPE, nullable=True),
        sa.Column("passed", columns.Json(), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("source_id", columns.ID_TYPE, nullable=True),
        sa.Column("noted_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("deleted_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("(ask_closed_on IS NULL) = (ask_state IN ('', 'open'))", name=op.f("ck_touch_ask_closed")),
        sa.CheckConstraint("(kind = 'answered') = (answer != '')", name=op.f("ck_touch_answer")),
        sa.CheckConstraint("(kind = 'asked') = (ask_kind != '')", name=op.f("ck_touch_ask")),
        sa.CheckConstraint("(kind = 'asked') = (ask_state != '')", name=op.f("ck_touch_ask_state")),
        sa.CheckConstraint("(kind = 'gave') = (give_kind != '')", name=op.f("ck_touch_give")),
        sa.CheckConstraint("(source = 'hand') = (source_id IS NULL)", name=op.f("ck_touch_source_id")),
        sa.CheckConstraint(
            "channel IN ('', 'email', 'phone', 'video', 'letter', 'in_person', 'event', 'linkedin')",
            name=op.f("ck_touch_channel"),
        ),
        sa.CheckConstraint(
            "kind IN ('wrote', 'met', 'gave', 'asked', 'thanked', 'answered', 'received', 'they_asked', 'they_wrote')",
            name=op.f("ck_touch_kind"),
        ),
        sa.CheckConstraint(
            "source IN ('hand', 'letter', 'interview', 'article', 'event', 'import')", name=op.f("ck_touch_source")
        ),
        _foreign("touch", "answers_id", "touch", "SET NULL"),
        _foreign("touch", "helper_id", "person", "SET NULL"),
        _foreign("touch", "noted_by_id", "user_account", "SET NULL"),
        _foreign("touch", "person_id", "person", "CASCADE"),
        _foreign("touch", "project_id", "project", "SET NULL"),
        _foreign("touch", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_touch")),
    )
    op.create_index(op.f("ix_touch_answers_id"), "touch", ["answers_id"])
    op.create_index(
        "ix_touch_asks",
        "touch",
        ["workspace_id", "ask_state", "happened_on"],
        sqlite_where=sa.text("kind = 'asked' AND deleted_at IS NULL"),
        postgresql_where=sa.text("kind = 'asked' AND deleted_at IS NULL"),
    )
    op.create_index("ix_touch_by_kind", "touch", ["workspace_id", "kind", "person_id", "happened_on"])
    op.create_index(op.f("ix_touch_helper_id"), "touch", ["helper_id"])
    op.create_index("ix_touch_latest", "touch", ["workspace_id", "happened_on", "id"])
    op.create_index("ix_touch_of_person", "touch", ["workspace_id", "person_id", "happened_on", "id"])
    op.create_index(op.f("ix_touch_person_id"), "touch", ["person_id"])
    op.create_index(op.f("ix_touch_project_id"), "touch", ["project_id"])
    op.create_index(
        "uq_touch_source",
        "touch",
        ["workspace_id", "source", "source_id", "person_id", "kind"],
        unique=True,
        sqlite_where=sa.text("source != 'hand' AND deleted_at IS NULL"),
        postgresql_where=sa.text("source != 'hand' AND deleted_at IS NULL"),
    )

    op.create_table(
        "advice",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("is_exact", sa.Boolean(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("tried", sa.Text(), nullable=False),
        sa.Column("tried_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("told_touch_id", columns.ID_TYPE, nullable=True),
        sa.Column("set_aside_on", sa.Date(), nullable=True),
        sa.Column("set_aside_words", sa.String(length=500), nullable=False),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("source_id", columns.ID_TYPE, nullable=True),
        sa.Column("noted_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("deleted_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("told_on IS NULL OR outcome != '' OR tried != ''", name=op.f("ck_advice_told_something")),
        sa.CheckConstraint("length(words) > 0", name=op.f("ck_advice_words")),
        _foreign("advice", "noted_by_id", "user_account", "SET NULL"),
        _foreign("advice", "person_id", "person", "CASCADE"),
        _foreign("advice", "told_touch_id", "touch", "SET NULL"),
        _foreign("advice", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advice")),
    )
    op.create_index("ix_advice_of_person", "advice", ["workspace_id", "person_id", "given_on", "id"])
    op.create_index(op.f("ix_advice_person_id"), "advice", ["person_id"])
    op.create_index(op.f("ix_advice_told_touch_id"), "advice", ["told_touch_id"])
    op.create_index("ix_advice_untold", "advice", ["workspace_id", "told_on", "tried_on", "id"])

    op.create_table(
        "promise",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("is_mine", sa.Boolean(), nullable=False),
        sa.Column("what", sa.String(length=500), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_words", sa.String(length=500), nullable=False),
        sa.Column("touch_id", columns.ID_TYPE, nullable=True),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("source_id", columns.ID_TYPE, nullable=True),
        sa.Column("noted_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("deleted_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("(state = 'open') = (closed_on IS NULL)", name=op.f("ck_promise_closed")),
        sa.CheckConstraint("state IN ('open', 'kept', 'let_go')", name=op.f("ck_promise_state")),
        sa.CheckConstraint("length(what) > 0", name=op.f("ck_promise_what")),
        _foreign("promise", "noted_by_id", "user_account", "SET NULL"),
        _foreign("promise", "person_id", "person", "CASCADE"),
        _foreign("promise", "touch_id", "touch", "SET NULL"),
        _foreign("promise", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise")),
    )
    op.create_index("ix_promise_due", "promise", ["workspace_id", "state", "is_mine", "due_on", "id"])
    op.create_index("ix_promise_of_person", "promise", ["workspace_id", "person_id", "state", "due_on"])
    op.create_index(op.f("ix_promise_person_id"), "promise", ["person_id"])
    op.create_index(op.f("ix_promise_touch_id"), "promise", ["touch_id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("promise")
    op.drop_table("advice")
    op.drop_table("touch")
    op.drop_table("standing")
    op.drop_table("recommendation")
    op.drop_table("quarterly_review")
    op.drop_table("pause")
    op.drop_table("learning_plan")
