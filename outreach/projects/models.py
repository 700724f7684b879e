"""Projects that justify a request, and the user's own venues beside those that come with Groundwork."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach.columns import one_of
from outreach.db import Base, Id, Owned

PROJECT_KINDS = {
    "article": "Article",
    "paper": "Paper",
    "podcast": "Podcast episode",
    "improvement": "Improvement project",
}
"""What is being made -> the words on the screen."""

PROJECT_STATES = {"open": "Under way", "done": "Done", "dropped": "Put away"}

SOURCE_REVIEWS = {
    "whole": "May see and approve the whole text",
    "quotes and facts": "May check their quotations and the facts",
    "none": "May not see it before it is published",
    "": "Not known",
}
"""What a venue lets a source see before publication -> the words on the screen."""


class OwnVenue(Owned, Base):
    """A venue that the user added; those that come with Groundwork are files in `venues/`."""

    __tablename__ = "venue"
    __table_args__ = (
        one_of("source_review", SOURCE_REVIEWS),
        CheckConstraint("length(name) > 0", name="name"),
        CheckConstraint("longest_words IS NULL OR longest_words > 0", name="longest_words"),
        CheckConstraint("lead_time_days IS NULL OR lead_time_days >= 0", name="lead_time_days"),
        Index("ix_venue_by_name", "workspace_id", "name", "id"),
    )

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(200))
    readers: Mapped[str] = mapped_column(String(300), default="")
    shortest_words: Mapped[int | None]
    longest_words: Mapped[int | None]
    query_rule: Mapped[str] = mapped_column(String(500), default="")
    """Whether to ask the editors first, and how."""
    exclusivity: Mapped[str] = mapped_column(String(500), default="")
    lead_time_days: Mapped[int | None]
    """From handing in to publication."""
    source_review: Mapped[str] = mapped_column(String(20), default="")
    rule_url: Mapped[str] = mapped_column(String(2000), default="")
    """The page that the rules were read on."""
    rule_read_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]

    __mapper_args__ = {"version_id_col": version}


class Project(Owned, Base):
    """What the user writes or improves; a request to a leader is made for one."""

    __tablename__ = "project"
    __table_args__ = (
        one_of("kind", PROJECT_KINDS),
        one_of("state", PROJECT_STATES),
        CheckConstraint("length(title) > 0", name="title"),
        CheckConstraint("venue_key = '' OR venue_id IS NULL", name="one_venue"),
        Index("ix_project_latest", "workspace_id", "state", "updated_at", "id"),
    )

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(300))
    """The working title."""
    topic: Mapped[str] = mapped_column(String(500), default="")
    """What it is about, as it goes on after "an article on": "heart-failure discharges in smaller hospitals"."""
    readers: Mapped[str] = mapped_column(String(300), default="")
    """For whom: "administrators of rural hospitals"."""
    question: Mapped[str] = mapped_column(String(500), default="")
    """What the user wants to learn, as it goes on after "how": "you won agreement to that order of events"."""
    venue_key: Mapped[str] = mapped_column(String(60), default="")
    """A venue that comes with Groundwork: the name of its file."""
    venue_id: Mapped[int | None] = mapped_column(ForeignKey("venue.id", ondelete="SET NULL"), index=True)
    """A venue of the user's own."""
    due_on: Mapped[date | None]
    """When it has to be handed in."""
    note: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(String(20), default="open")
    started_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]
    """Since when it is gone from every list; it can be brought back for 30 days."""

    __mapper_args__ = {"version_id_col": version}

    venue: Mapped[OwnVenue | None] = relationship()
