"""The secret address of a user's calendar feed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from outreach.db import Base, Id, Owned

_STANDS = text("ended_at IS NULL")


class CalendarFeed(Owned, Base):
    """A read-only address with what is planned. Only its secret's hash is kept; a user has one at a time."""

    __tablename__ = "calendar_feed"
    __table_args__ = (
        Index("uq_calendar_feed_standing", "workspace_id", "user_id", unique=True, sqlite_where=_STANDS,
              postgresql_where=_STANDS),
    )  # fmt: skip

    id: Mapped[Id]
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    """Since when the address answers no more."""
