"""Events: their programs as they were read, who speaks where, whom the user will meet, and what came of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach.columns import one_of
from outreach.db import Base, Id, Json, Owned
from outreach.people.models import Person

AGENDA_FORMATS = {
    "ics": "Calendar file",
    "csv": "Table",
    "sheet": "Spreadsheet",
    "xml": "Schedule file",
    "page": "Web page",
    "text": "Pasted text",
}
"""In which form a program came -> the words on the screen."""

AGENDA_STATES = {
    "waiting": "Being read",
    "read": "Read, not taken over yet",
    "taken": "Taken over",
    "undone": "Taken back",
    "failed": "Could not be read",
}

SESSION_STATES = ("current", "gone")
"""Gone: a later copy of the program does not hold it any more."""

MATCHES = {
    "none": "Nobody you keep",
    "asked": "A question for you",
    "matched": "Somebody you keep",
    "refused": "Nobody of yours, as you said",
}
"""What is known of who a speaker is -> the words on the screen. Nobody is matched on a name alone."""

OUTCOMES = {"": "Not said yet", "met": "Met", "not_met": "Not met"}
"""Whether the user met somebody at the event -> the words on the screen."""

FLOOR_KINDS = ("met", "not_met", "promised", "they_promised", "note")

_MINUTES = "{0} IS NULL OR ({0} >= 0 AND {0} < 1440)"


class Event(Owned, Base):
    """A conference, a forum, a chapter's evening: where several people are met."""

    __tablename__ = "event"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="name"),
        CheckConstraint("ends_on >= starts_on", name="days"),
        Index("ix_event_by_day", "workspace_id", "starts_on", "id"),
    )

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(200))
    place: Mapped[str] = mapped_column(String(200), default="")
    """ "Lakeside Conference Center, Duluth"."""
    time_zone: Mapped[str] = mapped_column(String(60))
    """Of the place: one of `time_zones.TIME_ZONES`, or another that the database of zones knows."""
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    website: Mapped[str] = mapped_column(String(500), default="")
    carry: Mapped[list[Any]] = mapped_column(Json, default=list)
    """What to take along, a line each: "Five copies of the summary"."""
    after_started_at: Mapped[datetime | None]
    """Since when the user says what came of it."""
    after_done_at: Mapped[datetime | None]
    """Since when nothing more is asked about it."""
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]
    """Since when it is gone from every list; it can be brought back for 30 days."""

    __mapper_args__ = {"version_id_col": version}

    agendas: Mapped[list[Agenda]] = relationship(back_populates="event", passive_deletes=True, order_by="Agenda.id")
    sessions: Mapped[list[EventSession]] = relationship(back_populates="event", passive_deletes=True)
    speakers: Mapped[list[EventSpeaker]] = relationship(back_populates="event", passive_deletes=True)
    appearances: Mapped[list[Appearance]] = relationship(
        back_populates="event", passive_deletes=True, order_by="Appearance.place_in_order, Appearance.id"
    )


class Agenda(Owned, Base):
    """A copy of an event's program as it was read at one time: of a file, a page, or pasted."""

    __tablename__ = "agenda"
    __table_args__ = (
        one_of("format", AGENDA_FORMATS),
        one_of("state", AGENDA_STATES),
        CheckConstraint("length(sha256) IN (0, 64)", name="sha256"),
        Index("ix_agenda_of_event", "workspace_id", "event_id", "id"),
    )

    id: Mapped[Id]
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    format: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20), default="waiting")
    source_name: Mapped[str] = mapped_column(String(300), default="")
    """The name of the file, or the title of the page."""
    url: Mapped[str] = mapped_column(String(2000), default="")
    sha256: Mapped[str] = mapped_column(String(64), default="")
    """Of the bytes that were read."""
    reading: Mapped[dict[str, Any] | None] = mapped_column(Json)
    """What was read, as `agenda_in` gives it: until it is taken over, and then for looking up."""
    remarks: Mapped[list[Any]] = mapped_column(Json, default=list)
    """What could not be read, in sentences."""
    error: Mapped[str] = mapped_column(String(500), default="")
    """Why nothing could be read of it, in a sentence for the screen."""
    job_id: Mapped[int | None]
    undo: Mapped[dict[str, Any] | None] = mapped_column(Json)
    """What taking it over has changed, for taking it back."""
    brought_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    read_at: Mapped[datetime | None]
    taken_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}

    event: Mapped[Event] = relationship(back_populates="agendas")


class EventSession(Owned, Base):
    """One session of a program: what, when by the clocks of the place, where."""

    __tablename__ = "event_session"
    __table_args__ = (
        one_of("state", SESSION_STATES),
        CheckConstraint("length(title) > 0", name="title"),
        CheckConstraint(_MINUTES.format("starts_minute"), name="starts_minute"),
        CheckConstraint(_MINUTES.format("ends_minute"), name="ends_minute"),
        UniqueConstraint("event_id", "key"),
        Index("ix_event_session_by_time", "workspace_id", "event_id", "held_on", "starts_minute", "id"),
    )

    id: Mapped[Id]
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    agenda_id: Mapped[int | None] = mapped_column(ForeignKey("agenda.id", ondelete="SET NULL"), index=True)
    """The copy of the program that told it last; None for one entered by hand."""
    key: Mapped[str] = mapped_column(String(64))
    """What makes it the same session in a later copy: of its UID, or of its title and its number among the same."""
    title: Mapped[str] = mapped_column(String(500))
    kind: Mapped[str] = mapped_column(String(100), default="")
    """As the program calls it: "Keynote", "Workshop"."""
    room: Mapped[str] = mapped_column(String(200), default="")
    held_on: Mapped[date | None]
    """The day by the clocks of the place; None where the program names none."""
    starts_minute: Mapped[int | None]
    """Minutes since midnight by the clocks of the place; None where no time is named."""
    ends_minute: Mapped[int | None]
    """Smaller than `starts_minute` where it ends after midnight."""
    instant: Mapped[datetime | None]
    """The moment of its beginning where the program gave one with a zone: another zone of the event moves it."""
    url: Mapped[str] = mapped_column(String(2000), default="")
    quote: Mapped[str] = mapped_column(Text, default="")
    """The words of the program that tell it."""
    starred_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(String(20), default="current")
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}

    event: Mapped[Event] = relationship(back_populates="sessions")
    speaking: Mapped[list[SessionSpeaker]] = relationship(
        back_populates="session", passive_deletes=True, order_by="SessionSpeaker.place_in_order"
    )


class EventSpeaker(Owned, Base):
    """Somebody whom the program names as speaking, and who of the user's people that is, if anybody."""

    __tablename__ = "event_speaker"
    __table_args__ = (
        one_of("match_state", MATCHES),
        CheckConstraint("length(name) > 0", name="name"),
        CheckConstraint("(match_state = 'matched') = (person_id IS NOT NULL)", name="matched"),
        UniqueConstraint("event_id", "key"),
        Index("ix_event_speaker_by_match", "workspace_id", "event_id", "match_state", "id"),
    )

    id: Mapped[Id]
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(64))
    """Of name and organization as the program has them: two speakers of one name at two houses are two."""
    name: Mapped[str] = mapped_column(String(200))
    credentials: Mapped[str] = mapped_column(String(100), default="")
    title: Mapped[str] = mapped_column(String(300), default="")
    organization_name: Mapped[str] = mapped_column(String(300), default="")
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    match_state: Mapped[str] = mapped_column(String(20), default="none")
    candidates: Mapped[list[Any]] = mapped_column(Json, default=list)
    """Ids of people whom it could be, while it is asked."""
    refused: Mapped[list[Any]] = mapped_column(Json, default=list)
    """Ids of people of whom the user said that it is somebody else."""
    match_words: Mapped[str] = mapped_column(String(300), default="")
    """Why it is taken for this person: "same name and organization", or what the user said."""
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    answered_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}

    event: Mapped[Event] = relationship(back_populates="speakers")
    person: Mapped[Person | None] = relationship()
    speaking: Mapped[list[SessionSpeaker]] = relationship(back_populates="speaker", passive_deletes=True)


class SessionSpeaker(Owned, Base):
    """That somebody speaks in a session."""

    __tablename__ = "session_speaker"
    __table_args__ = (UniqueConstraint("session_id", "speaker_id"),)

    id: Mapped[Id]
    session_id: Mapped[int] = mapped_column(ForeignKey("event_session.id", ondelete="CASCADE"))
    speaker_id: Mapped[int] = mapped_column(ForeignKey("event_speaker.id", ondelete="CASCADE"), index=True)
    part: Mapped[str] = mapped_column(String(60), default="")
    """As the program says it: "Moderator", "Chair"; "" for a speaker."""
    place_in_order: Mapped[int] = mapped_column(default=0)

    session: Mapped[EventSession] = relationship(back_populates="speaking")
    speaker: Mapped[EventSpeaker] = relationship(back_populates="speaking")


class Appearance(Owned, Base):
    """Somebody whom the user means to meet at an event: when, where, with which one aim; later, whether they met."""

    __tablename__ = "appearance"
    __table_args__ = (
        one_of("outcome", OUTCOMES),
        CheckConstraint(_MINUTES.format("starts_minute"), name="starts_minute"),
        CheckConstraint(_MINUTES.format("ends_minute"), name="ends_minute"),
        CheckConstraint("(outcome = '') = (outcome_at IS NULL)", name="outcome_at"),
        UniqueConstraint("event_id", "person_id"),
        Index("ix_appearance_of_event", "workspace_id", "event_id", "place_in_order", "id"),
    )

    id: Mapped[Id]
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("event_session.id", ondelete="SET NULL"), index=True)
    """The session at which they are met: its time and room hold where none are said here."""
    meets_on: Mapped[date | None]
    starts_minute: Mapped[int | None]
    """Minutes since midnight by the clocks of the place."""
    ends_minute: Mapped[int | None]
    meeting_place: Mapped[str] = mapped_column(String(200), default="")
    """ "Coffee bar, level 2"."""
    aim: Mapped[str] = mapped_column(String(200), default="")
    """The one thing this meeting is for."""
    card: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """Row of the card in 30 seconds ("who", "why_now", "give", "ask", "avoid") -> the user's words instead of ours."""
    in_pack: Mapped[bool] = mapped_column(default=True)
    place_in_order: Mapped[int] = mapped_column(default=0)
    outcome: Mapped[str] = mapped_column(String(20), default="")
    outcome_at: Mapped[datetime | None]
    """When the user said whether they met, by the device on which it was said."""
    said: Mapped[str] = mapped_column(Text, default="")
    """What was said, noted after the event."""
    after_done_at: Mapped[datetime | None]
    """Since when nothing more is asked about this meeting."""
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}

    event: Mapped[Event] = relationship(back_populates="appearances")
    person: Mapped[Person] = relationship()
    session: Mapped[EventSession | None] = relationship()
    floor_notes: Mapped[list[FloorNote]] = relationship(
        back_populates="appearance", passive_deletes=True, order_by="FloorNote.noted_at, FloorNote.id"
    )


class FloorNote(Owned, Base):
    """One press or note on the phone, made perhaps without network and sent later; kept once, whenever it is sent."""

    __tablename__ = "floor_note"
    __table_args__ = (
        one_of("kind", FLOOR_KINDS),
        CheckConstraint("length(device_key) > 0", name="device_key"),
        UniqueConstraint("workspace_id", "device_key"),
        Index("ix_floor_note_of_event", "workspace_id", "event_id", "noted_at", "id"),
    )

    id: Mapped[Id]
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    appearance_id: Mapped[int | None] = mapped_column(ForeignKey("appearance.id", ondelete="CASCADE"), index=True)
    """Of whom it is; None for a note about the event, or about somebody who is no longer on the list."""
    device_key: Mapped[str] = mapped_column(String(64))
    """What the device called it: the same note sent twice is one."""
    kind: Mapped[str] = mapped_column(String(20))
    words: Mapped[str] = mapped_column(Text, default="")
    due_on: Mapped[date | None]
    """By when, of a promise."""
    noted_at: Mapped[datetime]
    """By the device's clock."""
    noted_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]
    """When it arrived."""
    taken_up_at: Mapped[datetime | None]
    """Since when what it says stands in the ledger or was set aside."""
    deleted_at: Mapped[datetime | None]

    event: Mapped[Event] = relationship()
    appearance: Mapped[Appearance | None] = relationship(back_populates="floor_notes")
