"""Drafts of letters: their text and its versions, the facts they use, and how each one left."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach.columns import one_of
from outreach.db import Base, Id, Json, Owned
from outreach.dossiers.models import Fact, Program
from outreach.people.models import Person
from outreach.projects.models import Project
from outreach.relationships import models as relationships  # noqa: F401 (a report knows its advice)

DRAFT_STATES = ("writing", "sent", "put_away")
VERSION_ORIGINS = ("composed", "written", "proposed", "restored")
"""Composed from a letter; written by hand; taken from a proposal of a language model; an earlier one again."""

WAYS = {
    "copied": "Copied",
    "mail_program": "Opened in the mail program",
    "eml": "Saved as a file for the mail program",
    "own_account": "Sent from your own account",
    "printed": "Printed",
    "spoken": "Said on the telephone",
}
"""How a letter leaves -> the words on the screen."""

DEPARTURE_STATES = ("asked", "recorded", "sent", "not_sent", "failed", "unknown")
"""Asked: the user has yet to say whether it was sent. Recorded: written down, about to go to the mail server. Unknown:
the server may have taken it; it is never sent again by itself."""

_OPEN = text("state IN ('asked', 'recorded', 'unknown')")


class Draft(Owned, Base):
    """A letter being written to somebody, or one that left."""

    __tablename__ = "draft"
    __table_args__ = (
        one_of("state", DRAFT_STATES),
        CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name="sent"),
        CheckConstraint("minutes IS NULL OR minutes BETWEEN 1 AND 240", name="minutes"),
        CheckConstraint("window_from IS NULL OR window_until IS NULL OR window_from <= window_until", name="window"),
        Index("ix_draft_latest", "workspace_id", "state", "updated_at", "id"),
        Index("ix_draft_of_person", "workspace_id", "person_id", "updated_at"),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    """The leader it is about; an assistant's letter is about the leader, too."""
    to_person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    """Who gets it, where that is not the leader: the assistant, the communications office."""
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="SET NULL"), index=True)
    program_id: Mapped[int | None] = mapped_column(ForeignKey("program.id", ondelete="SET NULL"), index=True)
    answers_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id", ondelete="SET NULL"), index=True)
    """The letter of ours whose thread it goes on with."""
    advice_id: Mapped[int | None] = mapped_column(ForeignKey("advice.id", ondelete="SET NULL"), index=True)
    """The advice that a report is about: when it has left, they were told."""
    letter_key: Mapped[str] = mapped_column(String(60))
    """The letter it was composed from: the name of its file in `templates/letters`."""
    kind: Mapped[str] = mapped_column(String(40))
    """A `asklint.types.Kind`."""
    subject: Mapped[str] = mapped_column(String(300), default="")
    body: Mapped[str] = mapped_column(Text, default="")
    """Greeting to signature. `[3]` refers to the fact with this number, and leaves no trace in what is sent."""
    minutes: Mapped[int | None]
    """The length that is asked for."""
    window_from: Mapped[date | None]
    window_until: Mapped[date | None]
    state: Mapped[str] = mapped_column(String(20), default="writing")
    passed: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """Rule id -> why the writer let a finding of it stand, in their own words, with the words it was about."""
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]
    """Since when it is gone from every list; it can be brought back for 30 days."""

    __mapper_args__ = {"version_id_col": version}

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    to_person: Mapped[Person | None] = relationship(foreign_keys=[to_person_id])
    project: Mapped[Project | None] = relationship()
    program: Mapped[Program | None] = relationship()
    versions: Mapped[list[DraftVersion]] = relationship(
        back_populates="draft", passive_deletes=True, order_by="DraftVersion.number"
    )
    facts: Mapped[list[DraftFact]] = relationship(
        back_populates="draft", passive_deletes=True, order_by="DraftFact.number"
    )
    departures: Mapped[list[Departure]] = relationship(
        back_populates="draft", passive_deletes=True, order_by="Departure.id"
    )


class DraftVersion(Owned, Base):
    """A state of the text worth going back to. Never edited; saving as one types changes the draft alone."""

    __tablename__ = "draft_version"
    __table_args__ = (one_of("origin", VERSION_ORIGINS), UniqueConstraint("draft_id", "number"))

    id: Mapped[Id]
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"))
    number: Mapped[int]
    subject: Mapped[str] = mapped_column(String(300), default="")
    body: Mapped[str] = mapped_column(Text, default="")
    origin: Mapped[str] = mapped_column(String(20), default="written")
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]

    draft: Mapped[Draft] = relationship(back_populates="versions")


class DraftFact(Owned, Base):
    """A fact put into a draft, under the number that stands in the text. `sentence` is as it was when put in."""

    __tablename__ = "draft_fact"
    __table_args__ = (
        UniqueConstraint("draft_id", "number"),
        CheckConstraint("number BETWEEN 1 AND 999", name="number"),
        CheckConstraint("fact_id IS NULL OR program_id IS NULL", name="one_source"),
    )

    id: Mapped[Id]
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"))
    number: Mapped[int]
    fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id", ondelete="SET NULL"), index=True)
    program_id: Mapped[int | None] = mapped_column(ForeignKey("program.id", ondelete="SET NULL"), index=True)
    """The program whose record it is, where no single fact says it."""
    sentence: Mapped[str] = mapped_column(Text)

    draft: Mapped[Draft] = relationship(back_populates="facts")
    fact: Mapped[Fact | None] = relationship()


class Departure(Owned, Base):
    """One way that a version of a draft left, or was about to. Written down before anything is sent, never deleted."""

    __tablename__ = "departure"
    __table_args__ = (
        one_of("way", WAYS),
        one_of("state", DEPARTURE_STATES),
        # Two presses at once: the second finds the first, and sends nothing.
        Index("uq_departure_open", "draft_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_departure_latest", "workspace_id", "begun_at", "id"),
    )

    id: Mapped[Id]
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), index=True)
    way: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    sent_to: Mapped[str] = mapped_column(String(320), default="")
    copy_to: Mapped[str] = mapped_column(String(320), default="")
    subject: Mapped[str] = mapped_column(String(300), default="")
    text: Mapped[str] = mapped_column(Text)
    """Exactly what left."""
    message_id: Mapped[str | None] = mapped_column(String(200), unique=True)
    """The mail's Message-ID: answers name it, and the thread goes on by it."""
    in_reply_to: Mapped[str] = mapped_column(String(200), default="")
    problem: Mapped[str] = mapped_column(String(500), default="")
    """Why it did not leave, in a sentence for the user."""
    pressed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    begun_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]

    draft: Mapped[Draft] = relationship(back_populates="departures")
