"""What a user has put off."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

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
