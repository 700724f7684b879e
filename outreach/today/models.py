"""What a user has put off, and the digest that they want by mail."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from outreach.columns import one_of
from outreach.db import Base, Id, Owned

KEY_MAX = 60


class PutOff(Owned, Base):
    """A task that a user does not want to see before a day. Others of the workspace still see it."""

    __tablename__ = "put_off"
    __table_args__ = (UniqueConstraint("workspace_id", "user_id", "task_key"),)

    id: Mapped[Id]
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), index=True)
    task_key: Mapped[str] = mapped_column(String(KEY_MAX))
    """`rules.Task.key`."""
    until: Mapped[date] = mapped_column(Date)
    """The day on which it is shown again."""
    put_off_at: Mapped[datetime]


DIGESTS = {"never": "Never", "daily": "Every working day", "weekly": "Once a week"}
"""How often a digest is sent -> the words on the screen."""


class DigestWish(Owned, Base):
    """Whether a user wants to be told by mail what waits, how often, and at which hour of their own day."""

    __tablename__ = "digest_wish"
    __table_args__ = (
        one_of("every", DIGESTS),
        CheckConstraint("hour BETWEEN 0 AND 23", name="hour"),
        CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday"),
        Index("uq_digest_wish", "workspace_id", "user_id", unique=True),
        Index("ix_digest_wish_next", "next_at", "id"),
    )

    id: Mapped[Id]
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), index=True)
    every: Mapped[str] = mapped_column(String(10), default="never")
    weekday: Mapped[int] = mapped_column(default=1)
    """Of a weekly one; 1 is Monday."""
    hour: Mapped[int] = mapped_column(default=7)
    next_at: Mapped[datetime | None]
    """When the next one is due; None where none is wanted."""
    sent_for: Mapped[date | None]
    """The day, where the user is, of the latest one: none is sent twice for a day."""
    version: Mapped[int] = mapped_column(default=1)
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}
