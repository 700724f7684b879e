"""Organizations of a workspace, their numbers and figures; and the directory of hospitals, which is public."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, Float, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach.columns import one_of, partial_date
from outreach.db import Base, Id, Owned

KINDS = {
    "hospital": "Hospital",
    "health_system": "Health system",
    "medical_group": "Medical group or clinic",
    "long_term_care": "Nursing or long-term care",
    "payer": "Insurer or health plan",
    "agency": "Public agency",
    "association": "Association",
    "school": "School or university",
    "publisher": "Publisher or journal",
    "company": "Company",
    "other": "Something else",
}
"""Kind of an organization -> its words on the screen."""

IDENTIFIER_SCHEMES = {
    "ccn": "CMS certification number",
    "npi": "National Provider Identifier",
    "ein": "Employer number (EIN)",
    "cik": "SEC number (CIK)",
    "ror": "ROR",
    "qid": "Wikidata",
    "openalex": "OpenAlex",
    "ticker": "Stock ticker",
    "pecos": "PECOS",
}
"""Scheme of an organization's number -> its words on the screen. The schemes are those of `research.types`."""

FIGURE_ORIGINS = ("research", "directory", "hand")
LOAD_STATES = ("running", "done", "failed")


class Organization(Owned, Base):
    """A place where people work, as this workspace knows it."""

    __tablename__ = "organization"
    __table_args__ = (
        one_of("kind", KINDS),
        CheckConstraint("length(name) > 0", name="name"),
        CheckConstraint("length(state) IN (0, 2)", name="state"),
        Index("ix_organization_by_name", "workspace_id", "sort_key", "id"),
        Index("ix_organization_by_kind", "workspace_id", "kind", "sort_key", "id"),
        Index("ix_organization_by_state", "workspace_id", "state", "sort_key", "id"),
    )

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(300))
    sort_key: Mapped[str] = mapped_column(String(300))
    """The name, folded: what lists are ordered by."""
    search_key: Mapped[str] = mapped_column(String(1000))
    """Name, other names and place, folded: what a search looks through."""
    other_names: Mapped[str] = mapped_column(String(600), default="")
    """Former and short names, one a line."""
    kind: Mapped[str] = mapped_column(String(20), default="hospital")
    description: Mapped[str] = mapped_column(Text, default="")
    """How it describes itself."""
    city: Mapped[str] = mapped_column(String(100), default="")
    state: Mapped[str] = mapped_column(String(2), default="")
    """Two capital letters of a US state, or "" elsewhere."""
    website: Mapped[str] = mapped_column(String(500), default="")
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id", ondelete="SET NULL"), index=True)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]
    """Since when it is gone from every list; it can be brought back for 30 days."""

    __mapper_args__ = {"version_id_col": version}

    parent: Mapped[Organization | None] = relationship(remote_side="Organization.id")
    identifiers: Mapped[list[OrganizationIdentifier]] = relationship(
        back_populates="organization", passive_deletes=True, order_by="OrganizationIdentifier.id"
    )
    figures: Mapped[list[Figure]] = relationship(
        back_populates="organization", passive_deletes=True, order_by="Figure.id"
    )


class OrganizationIdentifier(Owned, Base):
    """An organization's number in a scheme. One number stands for one organization of the workspace."""

    __tablename__ = "organization_identifier"
    __table_args__ = (one_of("scheme", IDENTIFIER_SCHEMES), UniqueConstraint("workspace_id", "scheme", "value"))

    id: Mapped[Id]
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id", ondelete="CASCADE"), index=True)
    scheme: Mapped[str] = mapped_column(String(20))
    value: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[datetime]

    organization: Mapped[Organization] = relationship(back_populates="identifiers")


class Figure(Owned, Base):
    """One figure of an organization's snapshot, with its period and its source."""

    __tablename__ = "organization_figure"
    __table_args__ = (
        one_of("origin", FIGURE_ORIGINS),
        partial_date("period"),
        CheckConstraint("value IS NOT NULL OR words != ''", name="something"),
        CheckConstraint("origin = 'hand' OR (source_title != '' AND url != '')", name="sourced"),
        UniqueConstraint("organization_id", "fingerprint"),
        Index("ix_organization_figure_series", "workspace_id", "organization_id", "key", "period", "id"),
    )

    id: Mapped[Id]
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(60))
    """A predicate of `research.vocabulary`: beds, revenue, ownership, overall_rating."""
    value: Mapped[float | None] = mapped_column(Float)
    words: Mapped[str] = mapped_column(String(500), default="")
    """The value where it is no number: "Voluntary non-profit - Private"."""
    unit: Mapped[str] = mapped_column(String(60), default="")
    period: Mapped[str] = mapped_column(String(10), default="")
    """The year, month or day that it is true of, as a partial date; "" when the source does not say."""
    period_words: Mapped[str] = mapped_column(String(60), default="")
    """The period as it is shown: "FY 2025"."""
    origin: Mapped[str] = mapped_column(String(20))
    source_title: Mapped[str] = mapped_column(String(300), default="")
    url: Mapped[str] = mapped_column(String(2000), default="")
    quote: Mapped[str] = mapped_column(String(300), default="")
    retrieved_at: Mapped[datetime]
    fingerprint: Mapped[str] = mapped_column(String(64))
    """SHA-256 of key, value, period and address: the same figure read again is not doubled."""

    organization: Mapped[Organization] = relationship(back_populates="figures")


class DirectoryHospital(Base):
    """A hospital of the public CMS directory. Belongs to nobody; offered while a name is typed."""

    __tablename__ = "directory_hospital"
    __table_args__ = (Index("ix_directory_hospital_by_name", "sort_key", "ccn"),)

    ccn: Mapped[str] = mapped_column(String(10), primary_key=True)
    name: Mapped[str] = mapped_column(String(300))
    sort_key: Mapped[str] = mapped_column(String(300))
    search_key: Mapped[str] = mapped_column(String(600))
    """Name, town and state, folded."""
    city: Mapped[str] = mapped_column(String(100), default="")
    state: Mapped[str] = mapped_column(String(2), default="")
    kind: Mapped[str] = mapped_column(String(100), default="")
    """As CMS says it: "Acute Care Hospitals"."""
    ownership: Mapped[str] = mapped_column(String(100), default="")
    emergency: Mapped[bool | None]
    rating: Mapped[int | None]
    """Stars, 1 to 5; None where CMS gives none."""
    quote: Mapped[str] = mapped_column(String(300), default="")
    """The row's own text up to the stars, literally: what a figure taken from it cites."""
    load_id: Mapped[int] = mapped_column(ForeignKey("directory_load.id"), index=True)


class DirectoryLoad(Base):
    """One attempt to load the directory of hospitals: from where, how many, or why not."""

    __tablename__ = "directory_load"
    __table_args__ = (one_of("state", LOAD_STATES),)

    id: Mapped[Id]
    state: Mapped[str] = mapped_column(String(20))
    origin: Mapped[str] = mapped_column(String(500))
    """The address or the name of the file it was read from."""
    sha256: Mapped[str] = mapped_column(String(64), default="")
    hospitals: Mapped[int] = mapped_column(default=0)
    skipped: Mapped[int] = mapped_column(default=0)
    """Rows without a proper number, name or state."""
    error: Mapped[str] = mapped_column(String(500), default="")
    """Why it failed, in a sentence for the user."""
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    retrieved_at: Mapped[datetime | None]
    """When the source was asked, which for a file in settings is the file's own time."""
