"""Ladders under way and their steps, rhythms by person or group, and the days on which a user writes to nobody."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach.columns import one_of
from outreach.db import Base, Id, Owned
from outreach.drafts.models import Draft
from outreach.people.models import Person

FOLLOWUP_STATES = ("running", "stopped", "finished")

STOPS = {
    "": "",
    "answered": "They answered",
    "declined": "They said no",
    "asked_not_to_write": "They ask not to be written to",
    "moved": "They have another post",
    "paused": "Everything about them is paused",
    "by_hand": "You stopped it",
    "withdrawn": "The request was taken back",
    "gone": "The person was deleted",
    "rested": "Closed kindly; it rests",
}
"""Why a ladder ended -> the words on the screen."""

STEP_KINDS = {"note": "Follow-up note", "closing": "Close kindly"}

STEP_STATES = ("planned", "due", "sent", "skipped", "dropped")
"""Due: the scheduler has seen that its time has come, once. Dropped: the ladder ended before it."""

_WAITS = text("state = 'planned'")


class FollowUp(Owned, Base):
    """One request that is being followed up by a ladder."""

    __tablename__ = "follow_up"
    __table_args__ = (
        one_of("state", FOLLOWUP_STATES),
        one_of("stop_reason", STOPS),
        CheckConstraint("(state = 'stopped') = (stop_reason NOT IN ('', 'rested'))", name="stopped"),
        CheckConstraint("(state = 'running') = (ended_at IS NULL)", name="ended"),
        UniqueConstraint("draft_id"),
        Index("ix_follow_up_running", "workspace_id", "state", "started_at", "id"),
        Index("ix_follow_up_of_person", "workspace_id", "person_id", "started_at"),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"))
    """The request."""
    ladder_key: Mapped[str] = mapped_column(String(60))
    """The name of its file in `ladders/`."""
    zone: Mapped[str] = mapped_column(String(60), default="")
    """Where the reader is: a name of the time zone database; "" where it is not known, then the user's own counts."""
    started_at: Mapped[datetime]
    """When the request was sent."""
    state: Mapped[str] = mapped_column(String(20), default="running")
    stop_reason: Mapped[str] = mapped_column(String(30), default="")
    ended_at: Mapped[datetime | None]
    held_until: Mapped[date | None]
    """Nothing is due before: they are out of the office, or the user moved it."""
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}

    person: Mapped[Person] = relationship()
    draft: Mapped[Draft] = relationship(foreign_keys=[draft_id])
    steps: Mapped[list[FollowUpStep]] = relationship(
        back_populates="follow_up", passive_deletes=True, order_by="FollowUpStep.place"
    )


class FollowUpStep(Owned, Base):
    """One note of a ladder. It is proposed; a person writes, sends, skips or moves it."""

    __tablename__ = "follow_up_step"
    __table_args__ = (
        one_of("kind", STEP_KINDS),
        one_of("state", STEP_STATES),
        CheckConstraint("place BETWEEN 1 AND 2", name="two_at_most"),
        CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name="sent"),
        UniqueConstraint("follow_up_id", "place"),
        # What the scheduler reads, over all workspaces.
        Index("ix_follow_up_step_due", "due_at", "id", sqlite_where=_WAITS, postgresql_where=_WAITS),
        Index("ix_follow_up_step_state", "workspace_id", "state", "due_at"),
    )

    id: Mapped[Id]
    follow_up_id: Mapped[int] = mapped_column(ForeignKey("follow_up.id", ondelete="CASCADE"))
    place: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    letter_key: Mapped[str] = mapped_column(String(60))
    due_at: Mapped[datetime | None]
    """From when it may be written: a morning where the reader is. None until the note before it was sent or skipped."""
    state: Mapped[str] = mapped_column(String(20), default="planned")
    became_due_at: Mapped[datetime | None]
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id", ondelete="SET NULL"), index=True)
    """The note that was written for it."""
    sent_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}

    follow_up: Mapped[FollowUp] = relationship(back_populates="steps")
    draft: Mapped[Draft | None] = relationship()


class RhythmGroup(Owned, Base):
    """People with whom one wants to be in touch equally often."""

    __tablename__ = "rhythm_group"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="name"),
        CheckConstraint("ideal_days BETWEEN 7 AND 730", name="ideal_days"),
        CheckConstraint("latest_days BETWEEN ideal_days AND 1095", name="latest_days"),
        Index("ix_rhythm_group_by_name", "workspace_id", "name", "id"),
    )

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(100))
    ideal_days: Mapped[int]
    latest_days: Mapped[int]
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]

    __mapper_args__ = {"version_id_col": version}


class Rhythm(Owned, Base):
    """How often one wants to be in touch with a person: as their group says, or by own numbers."""

    __tablename__ = "rhythm"
    __table_args__ = (
        CheckConstraint("(group_id IS NULL) = (ideal_days IS NOT NULL)", name="group_or_own"),
        CheckConstraint("(ideal_days IS NULL) = (latest_days IS NULL)", name="both_days"),
        CheckConstraint("ideal_days IS NULL OR ideal_days BETWEEN 7 AND 730", name="ideal_days"),
        CheckConstraint("latest_days IS NULL OR latest_days BETWEEN ideal_days AND 1095", name="latest_days"),
        Index("uq_rhythm", "workspace_id", "person_id", unique=True),
        Index("ix_rhythm_planned", "workspace_id", "planned_on", "id"),
        Index("ix_rhythm_stale", "workspace_id", "counted_from", "id"),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("rhythm_group.id", ondelete="CASCADE"), index=True)
    ideal_days: Mapped[int | None]
    latest_days: Mapped[int | None]
    counted_from: Mapped[date]
    """The last real contact, or the day on which the rhythm began."""
    planned_on: Mapped[date | None]
    """The day that it was spread to: at most four a day. None while the person rests or is paused."""
    snoozed_until: Mapped[date | None]
    """Not before this day, whatever is planned."""
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}

    person: Mapped[Person] = relationship()
    group: Mapped[RhythmGroup | None] = relationship()


class TimeAway(Owned, Base):
    """Days on which a user writes to nobody and asks for no talk: leave, nights, clinic days."""

    __tablename__ = "time_away"
    __table_args__ = (
        CheckConstraint("first_on <= last_on", name="days"),
        Index("ix_time_away", "workspace_id", "user_id", "last_on"),
    )

    id: Mapped[Id]
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), index=True)
    first_on: Mapped[date]
    last_on: Mapped[date]
    words: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[datetime]


class OwnPace(Owned, Base):
    """How much following up a user wants: so many letters a week, on these days of the week."""

    __tablename__ = "own_pace"
    __table_args__ = (
        CheckConstraint("weekly_most BETWEEN 1 AND 20", name="weekly_most"),
        Index("uq_own_pace", "workspace_id", "user_id", unique=True),
    )

    id: Mapped[Id]
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), index=True)
    weekly_most: Mapped[int]
    weekdays: Mapped[str] = mapped_column(String(7), default="12345")
    """The days of the week on which one can write, 1 is Monday."""
    version: Mapped[int] = mapped_column(default=1)
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}
