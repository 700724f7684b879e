"""People who are looked up again from time to time, and what was new about them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach.columns import one_of, partial_date
from outreach.db import Base, Id, Owned
from outreach.people.models import Person

SIGNAL_KINDS = {
    "role": "New post",
    "award": "Award",
    "program": "Program",
    "paper": "Paper or talk",
    "house": "Their organization",
    "trouble": "Trouble at their organization",
    "other": "Something else",
}
"""What changed -> the words on the screen."""

SIGNAL_STATES = ("new", "kept", "not_relevant", "used")

_ON = text("is_on")


class Watch(Owned, Base):
    """A person who is researched again every so often."""

    __tablename__ = "watch"
    __table_args__ = (
        CheckConstraint("every_days BETWEEN 7 AND 365", name="every_days"),
        Index("uq_watch", "workspace_id", "person_id", unique=True),
        # What the scheduler reads, over all workspaces.
        Index("ix_watch_due", "next_at", "id", sqlite_where=_ON, postgresql_where=_ON),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    every_days: Mapped[int]
    is_on: Mapped[bool] = mapped_column(default=True)
    next_at: Mapped[datetime]
    last_run_id: Mapped[int | None] = mapped_column(ForeignKey("research_run.id", ondelete="SET NULL"), index=True)
    read_run_id: Mapped[int | None]
    """The latest run whose changes have been made into signals."""
    watched_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}

    person: Mapped[Person] = relationship()


class Signal(Owned, Base):
    """One change in one sentence, with the passage that says it."""

    __tablename__ = "signal"
    __table_args__ = (
        one_of("kind", SIGNAL_KINDS),
        one_of("state", SIGNAL_STATES),
        partial_date("happened"),
        CheckConstraint("length(sentence) > 0", name="sentence"),
        CheckConstraint("(state = 'new') = (judged_at IS NULL)", name="judged"),
        Index("uq_signal", "workspace_id", "person_id", "fingerprint", unique=True),
        Index("ix_signal_latest", "workspace_id", "state", "found_at", "id"),
        Index("ix_signal_by_source", "workspace_id", "source_key", "kind", "state"),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id", ondelete="SET NULL"), index=True)
    run_id: Mapped[int | None] = mapped_column(ForeignKey("research_run.id", ondelete="SET NULL"), index=True)
    fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id", ondelete="SET NULL"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    sentence: Mapped[str] = mapped_column(String(500))
    quote: Mapped[str] = mapped_column(Text, default="")
    """The passage, as it stands in the source."""
    source_key: Mapped[str] = mapped_column(String(100), default="")
    """The source, or the host of the page: what "not relevant" learns about."""
    source_title: Mapped[str] = mapped_column(String(300), default="")
    url: Mapped[str] = mapped_column(String(2000), default="")
    happened: Mapped[str] = mapped_column(String(10), default="")
    """A partial date as text; "" when not known."""
    fingerprint: Mapped[str] = mapped_column(String(64))
    """Equal for the same change, so that it is told once."""
    is_quiet: Mapped[bool] = mapped_column(default=False)
    """Kept out of the digest, since the like of it was not relevant before."""
    state: Mapped[str] = mapped_column(String(20), default="new")
    judged_at: Mapped[datetime | None]
    judged_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    told_in: Mapped[date | None]
    """The digest in which it was told."""
    found_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    person: Mapped[Person] = relationship()
