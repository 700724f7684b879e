"""What was made of what research found: facts with the claims they rest on, where they are used, and programs.

A *fact* is what is concluded from claims, and what later texts use. Runs, documents and claims lie in `claim_models`,
and are imported from here too. Only `convert.py` sees both these rows and the values of `research.types`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Float, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach.columns import one_of, one_subject, partial_date
from outreach.db import Base, Id, Json, Owned
from outreach.dossiers.claim_models import (
    RUN_STATES,
    SOURCE_STATES,
    Candidate,
    Claim,
    PublicCopy,
    ResearchRun,
    RunSource,
    SourceDocument,
    Verdict,
)
from outreach.organizations.models import Organization
from outreach.people.models import Person

__all__ = [
    "RUN_STATES",
    "SOURCE_STATES",
    "Candidate",
    "Claim",
    "Fact",
    "FactClaim",
    "FactUse",
    "Program",
    "ProgramCredit",
    "ProgramSource",
    "PublicCopy",
    "ResearchRun",
    "RunSource",
    "SourceDocument",
    "Verdict",
]

STANDINGS = ("settled", "single", "disputed")
FACT_STATES = ("current", "corrected", "withdrawn", "gone")


class Fact(Owned, Base):
    """What is concluded from claims, and what drafts and briefs use. Corrected and withdrawn ones stay, marked so."""

    __tablename__ = "fact"
    __table_args__ = (
        one_subject(),
        one_of("standing", STANDINGS),
        one_of("state", FACT_STATES),
        partial_date("starts"),
        partial_date("ends"),
        partial_date("as_of"),
        CheckConstraint("confidence > 0 AND confidence <= 1", name="confidence"),
        UniqueConstraint("person_id", "fact_key"),
        UniqueConstraint("organization_id", "fact_key"),
        Index("ix_fact_of_person", "workspace_id", "person_id", "state", "predicate"),
        Index("ix_fact_of_organization", "workspace_id", "organization_id", "state", "predicate"),
        Index("ix_fact_timeline", "workspace_id", "person_id", "dated", "id"),
        Index("ix_fact_latest", "workspace_id", "dated", "id"),
    )

    id: Mapped[Id]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id", ondelete="CASCADE"))
    fact_key: Mapped[str] = mapped_column(String(64))
    """SHA-256 of predicate, value, organization and start when it was first concluded; no two facts share one."""
    predicate: Mapped[str] = mapped_column(String(60))
    value: Mapped[Any] = mapped_column(Json)
    value_words: Mapped[str] = mapped_column(Text, default="")
    starts: Mapped[str] = mapped_column(String(10), default="")
    ends: Mapped[str] = mapped_column(String(10), default="")
    dated: Mapped[str] = mapped_column(String(10), default="")
    """Where it stands in the timeline: its start, else its end, else when it was published; "" for nowhere."""
    organization_name: Mapped[str] = mapped_column(String(500), default="")
    status: Mapped[str] = mapped_column(String(20), default="")
    details: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    standing: Mapped[str] = mapped_column(String(20))
    confidence: Mapped[float] = mapped_column(Float)
    stale: Mapped[bool] = mapped_column(default=False)
    as_of: Mapped[str] = mapped_column(String(10), default="")
    sources_count: Mapped[int] = mapped_column(default=1)
    """How many sources say it."""
    is_own_note: Mapped[bool] = mapped_column(default=False)
    """Whether nothing but the user's own notes says it."""
    state: Mapped[str] = mapped_column(String(20), default="current")
    """Gone: no claim supports it any more, as after "not her"."""
    corrected_from_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id", ondelete="SET NULL"), index=True)
    """The fact that this one stands instead of."""
    why: Mapped[str] = mapped_column(String(500), default="")
    """Why it was corrected or withdrawn, in the user's words."""
    changed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    changed_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    person: Mapped[Person | None] = relationship()
    organization: Mapped[Organization | None] = relationship()
    links: Mapped[list[FactClaim]] = relationship(
        back_populates="fact", passive_deletes=True, order_by="FactClaim.claim_id"
    )


class FactClaim(Owned, Base):
    """A claim that a fact rests on."""

    __tablename__ = "fact_claim"
    __table_args__ = (UniqueConstraint("fact_id", "claim_id"),)

    id: Mapped[Id]
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id", ondelete="CASCADE"))
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id", ondelete="CASCADE"), index=True)

    fact: Mapped[Fact] = relationship(back_populates="links")
    claim: Mapped[Claim] = relationship()


class FactUse(Owned, Base):
    """A place that uses a fact: a draft, an article, a brief, a program. It is marked when the fact changes."""

    __tablename__ = "fact_use"
    __table_args__ = (
        UniqueConstraint("fact_id", "used_in", "used_id"),
        Index("ix_fact_use_of", "workspace_id", "fact_id"),
        Index("ix_fact_use_in", "workspace_id", "used_in", "used_id"),
        Index("ix_fact_use_to_look_at", "workspace_id", "needs_look_since"),
    )

    id: Mapped[Id]
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id", ondelete="CASCADE"))
    used_in: Mapped[str] = mapped_column(String(40))
    """Kind of the place: program, draft, article, brief. Later rooms add theirs."""
    used_id: Mapped[int]
    label: Mapped[str] = mapped_column(String(300))
    """What the place is called, as a link shows it."""
    path: Mapped[str] = mapped_column(String(300))
    """Its address in the application, beginning with a slash."""
    used_at: Mapped[datetime]
    needs_look_since: Mapped[datetime | None]
    why: Mapped[str] = mapped_column(String(500), default="")

    fact: Mapped[Fact] = relationship()


class Program(Owned, Base):
    """Something that was done under a leader: the problem, the action, the result, and who had a part in it."""

    __tablename__ = "program"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="name"),
        CheckConstraint("person_id IS NOT NULL OR organization_id IS NOT NULL", name="subject"),
        partial_date("starts"),
        partial_date("ends"),
        Index("ix_program_of_person", "workspace_id", "person_id", "id"),
        Index("ix_program_of_organization", "workspace_id", "organization_id", "id"),
    )

    id: Mapped[Id]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id", ondelete="SET NULL"), index=True)
    name: Mapped[str] = mapped_column(String(300))
    problem: Mapped[str] = mapped_column(Text, default="")
    action: Mapped[str] = mapped_column(Text, default="")
    result: Mapped[str] = mapped_column(Text, default="")
    period: Mapped[str] = mapped_column(String(100), default="")
    """What the result is true of, in words: "the first six months of 2026"."""
    starts: Mapped[str] = mapped_column(String(10), default="")
    ends: Mapped[str] = mapped_column(String(10), default="")
    leader_part: Mapped[str] = mapped_column(Text, default="")
    """What the leader did in it."""
    made_from_claim_id: Mapped[int | None] = mapped_column(ForeignKey("claim.id", ondelete="SET NULL"), index=True)
    """The claim it was first made from; None for one made by hand."""
    deleted_at: Mapped[datetime | None]
    """Set while it can still be brought back; such a record is nowhere shown, counted or found."""
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}

    person: Mapped[Person | None] = relationship()
    organization: Mapped[Organization | None] = relationship()
    credits: Mapped[list[ProgramCredit]] = relationship(
        back_populates="program", passive_deletes=True, order_by="ProgramCredit.id"
    )
    sources: Mapped[list[ProgramSource]] = relationship(
        back_populates="program", passive_deletes=True, order_by="ProgramSource.id"
    )


class ProgramCredit(Owned, Base):
    """Somebody who had a part in a program, kept as a person or by name only."""

    __tablename__ = "program_credit"
    __table_args__ = (CheckConstraint("length(name) > 0", name="name"),)

    id: Mapped[Id]
    program_id: Mapped[int] = mapped_column(ForeignKey("program.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    part: Mapped[str] = mapped_column(String(300), default="")

    program: Mapped[Program] = relationship(back_populates="credits")


class ProgramSource(Owned, Base):
    """Where something of a program is said: in a claim's words, or in a passage that the user gave with its address."""

    __tablename__ = "program_source"
    __table_args__ = (
        CheckConstraint("claim_id IS NOT NULL OR (quote != '' AND url != '')", name="passage"),
        UniqueConstraint("program_id", "claim_id"),
    )

    id: Mapped[Id]
    program_id: Mapped[int] = mapped_column(ForeignKey("program.id", ondelete="CASCADE"))
    claim_id: Mapped[int | None] = mapped_column(ForeignKey("claim.id", ondelete="CASCADE"), index=True)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("source_document.id", ondelete="SET NULL"), index=True)
    title: Mapped[str] = mapped_column(String(500), default="")
    url: Mapped[str] = mapped_column(String(2000), default="")
    quote: Mapped[str] = mapped_column(String(300), default="")
    read_at: Mapped[datetime]

    program: Mapped[Program] = relationship(back_populates="sources")
    claim: Mapped[Claim | None] = relationship()
