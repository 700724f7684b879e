"""People of a workspace: who they are, which posts they held when, who answers for them, and what the user noted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach.columns import one_of, partial_date
from outreach.db import Base, Id, Json, Owned
from outreach.organizations.models import Organization

KINDS = {
    "leader": "Leader",
    "assistant": "Assistant",
    "communications_office": "Communications office",
    "colleague": "Colleague",
}
"""Kind of a person -> the words on the screen."""

CHANNELS = {
    "": "Not known",
    "email": "E-mail",
    "phone": "Telephone",
    "assistant": "Through the assistant",
    "communications_office": "Through the communications office",
    "letter": "Letter",
    "in_person": "In person",
    "linkedin": "LinkedIn",
}
"""How somebody likes to be reached -> the words on the screen."""

IDENTIFIER_SCHEMES = {
    "npi": "National Provider Identifier",
    "orcid": "ORCID",
    "qid": "Wikidata",
    "openalex": "OpenAlex",
    "nih_profile": "NIH profile",
    "former_email": "Earlier e-mail address",
    "linkedin": "LinkedIn page",
}
"""Scheme of a person's number -> the words on the screen; those of `research.types`, and two for finding people."""

CONTACT_PARTS = {
    "schedules": "Keeps the calendar",
    "clears_text": "Clears what is published",
    "both": "Keeps the calendar and clears what is published",
    "other": "Another contact",
}
"""What an assistant or an office does for a leader -> the words on the screen."""

POSITION_ORIGINS = ("hand", "research", "import")

_JOINED = text("merged_into_id IS NOT NULL")


class Person(Owned, Base):
    """Somebody the user knows of or works with. An office with a common mailbox is one too."""

    __tablename__ = "person"
    __table_args__ = (
        one_of("kind", KINDS),
        one_of("preferred_channel", CHANNELS),
        CheckConstraint("length(name) > 0", name="name"),
        CheckConstraint("do_not_contact_since IS NOT NULL OR do_not_contact_reason = ''", name="do_not_contact"),
        CheckConstraint("merged_into_id IS NULL OR merged_into_id != id", name="merged_into_another"),
        Index("ix_person_by_name", "workspace_id", "sort_key", "id"),
        Index("ix_person_by_kind", "workspace_id", "kind", "sort_key", "id"),
        Index("ix_person_by_email", "workspace_id", "email_key"),
        Index("ix_person_by_age", "workspace_id", "created_at", "id"),
        # Without those who were never joined: else SQLite looks for nearly everybody in it.
        Index("ix_person_joined", "merged_into_id", sqlite_where=_JOINED, postgresql_where=_JOINED),
    )

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(200))
    """As its owner writes it, without degrees."""
    given_name: Mapped[str] = mapped_column(String(100), default="")
    family_name: Mapped[str] = mapped_column(String(100), default="")
    sort_as: Mapped[str] = mapped_column(String(200), default="")
    """What the user wants it sorted by, or "" for the family name."""
    sort_key: Mapped[str] = mapped_column(String(300))
    """Folded: what lists are ordered by."""
    search_key: Mapped[str] = mapped_column(String(1000))
    """Every form of the name, folded: what a search looks through."""
    credentials: Mapped[str] = mapped_column(String(100), default="")
    """Degrees and titles after the name: "RN, MBA, FACHE"."""
    goes_by: Mapped[str] = mapped_column(String(100), default="")
    addressed_as: Mapped[str] = mapped_column(String(100), default="")
    """How they like to be addressed: "Dr. Sundvall"."""
    pronunciation: Mapped[str] = mapped_column(String(200), default="")
    """In plain syllables, the stress in capitals: mah-ree-SOL."""
    pronouns: Mapped[str] = mapped_column(String(40), default="")
    time_zone: Mapped[str] = mapped_column(String(60), default="")
    """A name of the time zone database, or ""."""
    preferred_channel: Mapped[str] = mapped_column(String(30), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    email_key: Mapped[str] = mapped_column(String(300), default="")
    """`accounts.rules.email_key(email)`: equal for one address however it is written."""
    office_phone: Mapped[str] = mapped_column(String(60), default="")
    website: Mapped[str] = mapped_column(String(500), default="")
    kind: Mapped[str] = mapped_column(String(30), default="leader")
    reason: Mapped[str] = mapped_column(Text, default="")
    """Why this leader and not another, in the user's words."""
    do_not_contact_since: Mapped[datetime | None]
    do_not_contact_reason: Mapped[str] = mapped_column(String(500), default="")
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    """The person that this one turned out to be; see `PersonMerge`."""
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]
    """Since when it is gone from every list; it can be brought back for 30 days."""

    __mapper_args__ = {"version_id_col": version}

    positions: Mapped[list[Position]] = relationship(back_populates="person", passive_deletes=True)
    identifiers: Mapped[list[PersonIdentifier]] = relationship(
        back_populates="person", passive_deletes=True, order_by="PersonIdentifier.id"
    )
    notes: Mapped[list[PersonNote]] = relationship(back_populates="person", passive_deletes=True)

    @property
    def may_be_contacted(self) -> bool:
        """Whether nothing says that this person does not want to be written to."""
        return self.do_not_contact_since is None


class Position(Owned, Base):
    """A post that a person holds or held. A move ends the old one; nothing is overwritten."""

    __tablename__ = "position"
    __table_args__ = (
        one_of("origin", POSITION_ORIGINS),
        partial_date("started"),
        partial_date("ended"),
        CheckConstraint("NOT is_current OR ended = ''", name="current_has_no_end"),
        CheckConstraint("title != '' OR organization_name != ''", name="something"),
        Index("ix_position_of_person", "workspace_id", "person_id", "is_current", "started", "id"),
        Index("ix_position_at_organization", "workspace_id", "organization_id", "is_current", "person_id"),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id", ondelete="SET NULL"), index=True)
    """None where a source names an organization that the workspace does not keep."""
    organization_name: Mapped[str] = mapped_column(String(300), default="")
    """The organization as it was named then; it stays when the organization is renamed or goes."""
    title: Mapped[str] = mapped_column(String(300), default="")
    started: Mapped[str] = mapped_column(String(10), default="")
    """A partial date as text: "2019", "2019-01" or "2019-01-10"; "" when not known."""
    ended: Mapped[str] = mapped_column(String(10), default="")
    is_current: Mapped[bool] = mapped_column(default=True)
    """Not current with no end: it has ended, nobody has said when."""
    note: Mapped[str] = mapped_column(String(1000), default="")
    origin: Mapped[str] = mapped_column(String(20), default="hand")
    known_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    """Who entered it."""
    source_title: Mapped[str] = mapped_column(String(300), default="")
    url: Mapped[str] = mapped_column(String(2000), default="")
    confirmed_on: Mapped[datetime | None]
    """When somebody or a source last said that it holds."""
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    person: Mapped[Person] = relationship(back_populates="positions")
    organization: Mapped[Organization | None] = relationship()


class PersonIdentifier(Owned, Base):
    """A person's number or address in a scheme. One stands for one person of the workspace."""

    __tablename__ = "person_identifier"
    __table_args__ = (one_of("scheme", IDENTIFIER_SCHEMES), UniqueConstraint("workspace_id", "scheme", "value"))

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    scheme: Mapped[str] = mapped_column(String(20))
    value: Mapped[str] = mapped_column(String(254))
    created_at: Mapped[datetime]

    person: Mapped[Person] = relationship(back_populates="identifiers")


class Contact(Owned, Base):
    """Somebody who answers for a leader: an assistant, or the office that clears what is published."""

    __tablename__ = "contact"
    __table_args__ = (
        one_of("part", CONTACT_PARTS),
        CheckConstraint("leader_id != person_id", name="another"),
        UniqueConstraint("leader_id", "person_id"),
    )

    id: Mapped[Id]
    leader_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    part: Mapped[str] = mapped_column(String(20), default="schedules")
    note: Mapped[str] = mapped_column(String(500), default="")
    ended_at: Mapped[datetime | None]
    """Since when they do this no more."""
    created_at: Mapped[datetime]

    leader: Mapped[Person] = relationship(foreign_keys=[leader_id])
    person: Mapped[Person] = relationship(foreign_keys=[person_id])


class PersonNote(Owned, Base):
    """What the user wrote about a person: a source of its own, always marked as the user's notes."""

    __tablename__ = "person_note"
    __table_args__ = (
        CheckConstraint("length(text) > 0", name="text"),
        Index("ix_person_note_latest", "workspace_id", "person_id", "created_at", "id"),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    deleted_at: Mapped[datetime | None]
    """Set while it can still be brought back; such a note is nowhere shown, counted or found."""
    taken_along: Mapped[dict[str, Any] | None] = mapped_column(Json)
    """What rested on it when it was deleted, by room: enough to put it back (`notes.rests_on_notes`)."""
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}

    person: Mapped[Person] = relationship(back_populates="notes")


class NotSame(Owned, Base):
    """Two people that the user told apart: they are not offered for merging again. The lower id stands first."""

    __tablename__ = "not_same"
    __table_args__ = (
        CheckConstraint("person_id < other_id", name="order"),
        UniqueConstraint("person_id", "other_id"),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    other_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    reasons: Mapped[list[Any]] = mapped_column(Json, default=list)
    """What spoke for and against it then, as sentences."""
    told_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    told_at: Mapped[datetime]


class PersonMerge(Owned, Base):
    """Two people joined into one, with what is needed to part them again."""

    __tablename__ = "person_merge"
    __table_args__ = (
        CheckConstraint("kept_id != merged_id", name="another"),
        Index(
            "uq_person_merge_standing", "merged_id", unique=True,
            sqlite_where=text("undone_at IS NULL"), postgresql_where=text("undone_at IS NULL"),
        ),
    )  # fmt: skip

    id: Mapped[Id]
    kept_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    merged_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    reasons: Mapped[list[Any]] = mapped_column(Json, default=list)
    """Why the two are one, as sentences."""
    snapshot: Mapped[dict[str, Any]] = mapped_column(Json)
    """What the kept one was like before, and which rows came over: table name -> ids."""
    merged_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    merged_at: Mapped[datetime]
    undo_until: Mapped[datetime]
    undone_at: Mapped[datetime | None]
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))

    kept: Mapped[Person] = relationship(foreign_keys=[kept_id])
    merged: Mapped[Person] = relationship(foreign_keys=[merged_id])
