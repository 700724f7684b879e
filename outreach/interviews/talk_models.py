"""A talk with a leader: when it is, what was agreed to, what was said, and the debrief after it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach.columns import one_of
from outreach.db import Base, Id, Json, Owned
from outreach.dossiers.models import Program
from outreach.drafts.models import Draft
from outreach.people.models import Person
from outreach.projects.models import Project

WAYS_TO_TALK = {
    "phone": "By telephone",
    "video": "By video",
    "in_person": "In person",
    "written": "In writing",
}
"""How a talk is held -> the words on the screen."""

INTERVIEW_STATES = {
    "planned": "Agreed",
    "confirmed": "Confirmed",
    "held": "Held",
    "canceled": "Called off",
}

CONSENTS = {
    "not_asked": "Not asked yet",
    "yes": "Yes",
    "after_check": "Yes, after checking the words",
    "no": "No",
}
"""What they agreed to -> the words on the screen."""

RECORDING = {consent: words for consent, words in CONSENTS.items() if consent != "after_check"}
"""Whether the talk may be recorded -> the words on the screen."""

NOTE_KINDS = {
    "exact": "Exact words",
    "paraphrase": "In my words",
    "own": "My own thought",
}
"""Whose words a note has -> the words on the screen. Only exact words can be quoted."""


class Interview(Owned, Base):
    """One talk."""

    __tablename__ = "interview"
    __table_args__ = (
        one_of("way", WAYS_TO_TALK),
        one_of("state", INTERVIEW_STATES),
        one_of("recording", RECORDING),
        one_of("quoting", CONSENTS),
        CheckConstraint("minutes BETWEEN 5 AND 240", name="minutes"),
        CheckConstraint("(state = 'held') = (ended_at IS NOT NULL)", name="held"),
        CheckConstraint("debriefed_at IS NULL OR ended_at IS NOT NULL", name="debriefed"),
        CheckConstraint("(recording = 'not_asked' AND quoting = 'not_asked') = (consent_at IS NULL)", name="consent"),
        Index("ix_interview_next", "workspace_id", "state", "starts_at", "id"),
        Index("ix_interview_of_person", "workspace_id", "person_id", "starts_at"),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="SET NULL"), index=True)
    program_id: Mapped[int | None] = mapped_column(ForeignKey("program.id", ondelete="SET NULL"), index=True)
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id", ondelete="SET NULL"), index=True)
    """The request that it was asked for with."""
    guide_id: Mapped[int | None] = mapped_column(ForeignKey("question_guide.id", ondelete="SET NULL"), index=True)
    helper_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    """Who arranged it: the assistant."""
    starts_at: Mapped[datetime]
    zone: Mapped[str] = mapped_column(String(60))
    """In whose clock it was agreed: a name of the time zone database."""
    minutes: Mapped[int]
    way: Mapped[str] = mapped_column(String(20), default="phone")
    place: Mapped[str] = mapped_column(String(300), default="")
    """The room, the number to call, the address of the call."""
    us_state: Mapped[str] = mapped_column(String(2), default="")
    """Where they are during the talk, for the reminder about recording."""
    state: Mapped[str] = mapped_column(String(20), default="planned")
    confirmed_at: Mapped[datetime | None]
    called_off_at: Mapped[datetime | None]
    called_off_words: Mapped[str | None] = mapped_column(String(500))
    """Why, where it was said."""
    questions_sent_on: Mapped[date | None]
    recording: Mapped[str] = mapped_column(String(20), default="not_asked")
    quoting: Mapped[str] = mapped_column(String(20), default="not_asked")
    consent_at: Mapped[datetime | None]
    consent_words: Mapped[str] = mapped_column(String(500), default="")
    """What they said to it, and any condition."""
    started_at: Mapped[datetime | None]
    """When the notes began: the minute of a note is counted from here."""
    ended_at: Mapped[datetime | None]
    debriefed_at: Mapped[datetime | None]
    learned: Mapped[str] = mapped_column(Text, default="")
    changed_in_me: Mapped[str] = mapped_column(Text, default="")
    """What the user is going to do otherwise: the heart of the thank-you note."""
    to_verify: Mapped[str] = mapped_column(Text, default="")
    """One thing a line."""
    next_give: Mapped[str] = mapped_column(String(500), default="")
    debrief: Mapped[dict[str, Any] | None] = mapped_column(Json)
    """Lines of the debrief by what they are, those in the ledger with the number of their row: see `debrief.Lines`."""
    thanks_draft_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id", ondelete="SET NULL"), index=True)
    sequence: Mapped[int] = mapped_column(default=0)
    """How often the appointment was moved: calendars take the highest."""
    uid: Mapped[str] = mapped_column(String(80), unique=True)
    """Names the appointment to calendars, for good."""
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]
    """Since when it is gone from every list; it can be brought back for 30 days."""

    __mapper_args__ = {"version_id_col": version}

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    helper: Mapped[Person | None] = relationship(foreign_keys=[helper_id])
    project: Mapped[Project | None] = relationship()
    program: Mapped[Program | None] = relationship()
    draft: Mapped[Draft | None] = relationship(foreign_keys=[draft_id])
    notes: Mapped[list[InterviewNote]] = relationship(
        back_populates="interview", passive_deletes=True, order_by="InterviewNote.said_at, InterviewNote.id"
    )


class InterviewNote(Owned, Base):
    """One line of the notes: at which moment, whose words, and whether they are exact."""

    __tablename__ = "interview_note"
    __table_args__ = (
        one_of("kind", NOTE_KINDS),
        CheckConstraint("length(text) > 0", name="text"),
        UniqueConstraint("interview_id", "client_key"),
        Index("ix_interview_note_in_order", "workspace_id", "interview_id", "said_at", "id"),
    )

    id: Mapped[Id]
    interview_id: Mapped[int] = mapped_column(ForeignKey("interview.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    speaker: Mapped[str] = mapped_column(String(200), default="")
    """Who said it where it was not the leader."""
    text: Mapped[str] = mapped_column(Text)
    said_at: Mapped[datetime]
    fact_check: Mapped[bool] = mapped_column(default=False)
    """To be verified before it is written."""
    client_key: Mapped[str | None] = mapped_column(String(40))
    """Given by the form, so that a line sent twice is kept once."""
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]

    __mapper_args__ = {"version_id_col": version}

    interview: Mapped[Interview] = relationship(back_populates="notes")


class InterviewConsent(Owned, Base):
    """What they agreed to at a moment. Never changed: a later answer is a row of its own."""

    __tablename__ = "interview_consent"
    __table_args__ = (one_of("recording", RECORDING), one_of("quoting", CONSENTS))

    id: Mapped[Id]
    interview_id: Mapped[int] = mapped_column(ForeignKey("interview.id", ondelete="CASCADE"), index=True)
    recording: Mapped[str] = mapped_column(String(20))
    quoting: Mapped[str] = mapped_column(String(20))
    words: Mapped[str] = mapped_column(String(500), default="")
    told_at: Mapped[datetime]
    noted_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))


class InterviewNoteWording(Owned, Base):
    """How a line of the notes read before it was changed: exact words are never changed silently."""

    __tablename__ = "interview_note_wording"
    __table_args__ = (one_of("kind", NOTE_KINDS),)

    id: Mapped[Id]
    note_id: Mapped[int] = mapped_column(ForeignKey("interview_note.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    changed_at: Mapped[datetime]
    changed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
