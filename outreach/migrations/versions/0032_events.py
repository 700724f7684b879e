"""Events: programs, sessions, speakers, whom one means to meet, and notes from the floor."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def _foreign(table: str, column: str, other: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "event",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("time_zone", sa.String(length=60), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("website", sa.String(length=500), nullable=False),
        sa.Column("carry", columns.Json(), nullable=False),
        sa.Column("after_started_at", columns.UtcDateTime(), nullable=True),
        sa.Column("after_done_at", columns.UtcDateTime(), nullable=True),
        sa.Column("made_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("deleted_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_event_days")),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_event_name")),
        _foreign("event", "made_by_id", "user_account", "SET NULL"),
        _foreign("event", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_index("ix_event_by_day", "event", ["workspace_id", "starts_on", "id"])

    op.create_table(
        "agenda",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("event_id", columns.ID_TYPE, nullable=False),
        sa.Column("format", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("source_name", sa.String(length=300), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("reading", columns.Json(), nullable=True),
        sa.Column("remarks", columns.Json(), nullable=False),
        sa.Column("error", sa.String(length=500), nullable=False),
        sa.Column("job_id", columns.ID_TYPE, nullable=True),
        sa.Column("undo", columns.Json(), nullable=True),
        sa.Column("brought_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("read_at", columns.UtcDateTime(), nullable=True),
        sa.Column("taken_at", columns.UtcDateTime(), nullable=True),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("format IN ('ics', 'csv', 'sheet', 'xml', 'page', 'text')", name=op.f("ck_agenda_format")),
        sa.CheckConstraint("state IN ('waiting', 'read', 'taken', 'undone', 'failed')", name=op.f("ck_agenda_state")),
        sa.CheckConstraint("length(sha256) IN (0, 64)", name=op.f("ck_agenda_sha256")),
        _foreign("agenda", "brought_by_id", "user_account", "SET NULL"),
        _foreign("agenda", "event_id", "event", "CASCADE"),
        _foreign("agenda", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda")),
    )
    op.create_index("ix_agenda_of_event", "agenda", ["workspace_id", "event_id", "id"])

    op.create_table(
        "event_speaker",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("event_id", columns.ID_TYPE, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("credentials", sa.String(length=100), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("organization_name", sa.String(length=300), nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=True),
        sa.Column("match_state", sa.String(length=20), nullable=False),
        sa.Column("candidates", columns.Json(), nullable=False),
        sa.Column("refused", columns.Json(), nullable=False),
        sa.Column("match_words", sa.String(length=300), nullable=False),
        sa.Column("answered_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("answered_at", columns.UtcDateTime(), nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "(match_state = 'matched') = (person_id IS NOT NULL)", name=op.f("ck_event_speaker_matched")
        ),
        sa.CheckConstraint(
            "match_state IN ('none', 'asked', 'matched', 'refused')", name=op.f("ck_event_speaker_match_state")
        ),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_event_speaker_name")),
        _foreign("event_speaker", "answered_by_id", "user_account", "SET NULL"),
        _foreign("event_speaker", "event_id", "event", "CASCADE"),
        _foreign("event_speaker", "person_id", "person", "SET NULL"),
        _foreign("event_speaker", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_speaker")),
        sa.UniqueConstraint("event_id", "key", name=op.f("uq_event_speaker_event_id_key")),
    )
    op.create_index("ix_event_speaker_by_match", "event_speaker", ["workspace_id", "event_id", "match_state", "id"])
    op.create_index(op.f("ix_event_speaker_person_id"), "event_speaker", ["person_id"])

    op.create_table(
        "event_session",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("event_id", columns.ID_TYPE, nullable=False),
        sa.Column("agenda_id", columns.ID_TYPE, nullable=True),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=500), nullable=False),
        sa.Column("kind", sa.String(length=100), nullable=False),
        sa.Column("room", sa.String(length=200), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("starts_minute", columns.ID_TYPE, nullable=True),
        sa.Column("ends_minute", columns.ID_TYPE, nullable=True),
        sa.Column("instant", columns.UtcDateTime(), nullable=True),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("starred_at", columns.UtcDateTime(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("state IN ('current', 'gone')", name=op.f("ck_event_session_state")),
        sa.CheckConstraint(
            "ends_minute IS NULL OR (ends_minute >= 0 AND ends_minute < 1440)",
            name=op.f("ck_event_session_ends_minute"),
        ),
        sa.CheckConstraint("length(title) > 0", name=op.f("ck_event_session_title")),
        sa.CheckConstraint(
            "starts_minute IS NULL OR (starts_minute >= 0 AND starts_minute < 1440)",
            name=op.f("ck_event_session_starts_minute"),
        ),
        _foreign("event_session", "agenda_id", "agenda", "SET NULL"),
        _foreign("event_session", "event_id", "event", "CASCADE"),
        _foreign("event_session", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_session")),
        sa.UniqueConstraint("event_id", "key", name=op.f("uq_event_session_event_id_key")),
    )
    op.create_index(op.f("ix_event_session_agenda_id"), "event_session", ["agenda_id"])
    op.create_index(
        "ix_event_session_by_time", "event_session", ["workspace_id", "event_id", "held_on", "starts_minute", "id"]
    )

    op.create_table(
        "appearance",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("event_id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("session_id", columns.ID_TYPE, nullable=True),
        sa.Column("meets_on", sa.Date(), nullable=True),
        sa.Column("starts_minute", columns.ID_TYPE, nullable=True),
        sa.Column("ends_minute", columns.ID_TYPE, nullable=True),
        sa.Column("meeting_place", sa.String(length=200), nullable=False),
        sa.Column("aim", sa.String(length=200), nullable=False),
        sa.Column("card", columns.Json(), nullable=False),
        sa.Column("in_pack", sa.Boolean(), nullable=False),
        sa.Column("place_in_order", columns.ID_TYPE, nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("outcome_at", columns.UtcDateTime(), nullable=True),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("after_done_at", columns.UtcDateTime(), nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("(outcome = '') = (outcome_at IS NULL)", name=op.f("ck_appearance_outcome_at")),
        sa.CheckConstraint("outcome IN ('', 'met', 'not_met')", name=op.f("ck_appearance_outcome")),
        sa.CheckConstraint(
            "ends_minute IS NULL OR (ends_minute >= 0 AND ends_minute < 1440)", name=op.f("ck_appearance_ends_minute")
        ),
        sa.CheckConstraint(
            "starts_minute IS NULL OR (starts_minute >= 0 AND starts_minute < 1440)",
            name=op.f("ck_appearance_starts_minute"),
        ),
        _foreign("appearance", "event_id", "event", "CASCADE"),
        _foreign("appearance", "person_id", "person", "CASCADE"),
        _foreign("appearance", "session_id", "event_session", "SET NULL"),
        _foreign("appearance", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appearance")),
        sa.UniqueConstraint("event_id", "person_id", name=op.f("uq_appearance_event_id_person_id")),
    )
    op.create_index("ix_appearance_of_event", "appearance", ["workspace_id", "event_id", "place_in_order", "id"])
    op.create_index(op.f("ix_appearance_person_id"), "appearance", ["person_id"])
    op.create_index(op.f("ix_appearance_session_id"), "appearance", ["session_id"])

    op.create_table(
        "session_speaker",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("session_id", columns.ID_TYPE, nullable=False),
        sa.Column("speaker_id", columns.ID_TYPE, nullable=False),
        sa.Column("part", sa.String(length=60), nullable=False),
        sa.Column("place_in_order", columns.ID_TYPE, nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        _foreign("session_speaker", "session_id", "event_session", "CASCADE"),
        _foreign("session_speaker", "speaker_id", "event_speaker", "CASCADE"),
        _foreign("session_speaker", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_speaker")),
        sa.UniqueConstraint("session_id", "speaker_id", name=op.f("uq_session_speaker_session_id_speaker_id")),
    )
    op.create_index(op.f("ix_session_speaker_speaker_id"), "session_speaker", ["speaker_id"])

    op.create_table(
        "floor_note",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("event_id", columns.ID_TYPE, nullable=False),
        sa.Column("appearance_id", columns.ID_TYPE, nullable=True),
        sa.Column("device_key", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("noted_at", columns.UtcDateTime(), nullable=False),
        sa.Column("noted_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("taken_up_at", columns.UtcDateTime(), nullable=True),
        sa.Column("deleted_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "kind IN ('met', 'not_met', 'promised', 'they_promised', 'note')", name=op.f("ck_floor_note_kind")
        ),
        sa.CheckConstraint("length(device_key) > 0", name=op.f("ck_floor_note_device_key")),
        _foreign("floor_note", "appearance_id", "appearance", "CASCADE"),
        _foreign("floor_note", "event_id", "event", "CASCADE"),
        _foreign("floor_note", "noted_by_id", "user_account", "SET NULL"),
        _foreign("floor_note", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_floor_note")),
        sa.UniqueConstraint("workspace_id", "device_key", name=op.f("uq_floor_note_workspace_id_device_key")),
    )
    op.create_index(op.f("ix_floor_note_appearance_id"), "floor_note", ["appearance_id"])
    op.create_index("ix_floor_note_of_event", "floor_note", ["workspace_id", "event_id", "noted_at", "id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("floor_note")
    op.drop_table("session_speaker")
    op.drop_table("appearance")
    op.drop_table("event_session")
    op.drop_table("event_speaker")
    op.drop_table("agenda")
    op.drop_table("event")
