"""What research found, in which words: runs with their sources, documents, claims, records, the user's verdicts.

A *claim* is what one source says and is only ever added. A *record* is a source's own entry for somebody; a *verdict*
is the user's word on whose it is. What is concluded from claims lies in `models`, from where all of it is imported.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Float, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach.columns import one_of, one_subject, partial_date
from outreach.db import Base, Id, Json, Owned
from outreach.organizations.models import Organization
from outreach.people.models import Person

RUN_STATES = ("waiting", "running", "finished", "stopped", "failed")
RUN_IS_OVER = ("finished", "stopped", "failed")
SOURCE_STATES = ("waiting", "now", "found", "nothing", "failed", "later", "skipped")
DOCUMENT_ORIGINS = ("fetched", "address", "pasted", "uploaded")
RECORD_KINDS = ("person", "organization")
JUDGEMENTS = ("same", "unsure", "different")
ANSWERS = ("same", "not_same", "cannot_tell")
CLAIM_ORIGINS = ("research", "document", "own_note")

_STANDS = text("undone_at IS NULL")


class ResearchRun(Owned, Base):
    """One search through the sources for a person, an organization, or a person at an organization."""

    __tablename__ = "research_run"
    __table_args__ = (
        one_of("state", RUN_STATES),
        CheckConstraint("person_id IS NOT NULL OR organization_id IS NOT NULL", name="subject"),
        CheckConstraint("(state IN ('waiting', 'running')) = (finished_at IS NULL)", name="finished"),
        Index("ix_research_run_latest", "workspace_id", "created_at", "id"),
        Index("ix_research_run_of_person", "workspace_id", "person_id", "created_at"),
        Index("ix_research_run_of_organization", "workspace_id", "organization_id", "created_at"),
        Index("ix_research_run_by_state", "workspace_id", "state"),
    )

    id: Mapped[Id]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id", ondelete="CASCADE"), index=True)
    query: Mapped[dict[str, Any]] = mapped_column(Json)
    """A `research.types.Query`, as `convert.py` writes it."""
    state: Mapped[str] = mapped_column(String(20), default="waiting")
    error: Mapped[str] = mapped_column(String(500), default="")
    """Why the whole run failed, in a sentence for the user."""
    job_id: Mapped[int | None]
    """The job that works on it; no foreign key, since done jobs are cleared away."""
    attempts: Mapped[int] = mapped_column(default=0)
    """How often a worker has begun or gone on with it: above 1 the page says that it went on after a restart."""
    deadline: Mapped[datetime]
    """When it ends with what it has."""
    asked_to_stop_at: Mapped[datetime | None]
    previous_run_id: Mapped[int | None] = mapped_column(ForeignKey("research_run.id", ondelete="SET NULL"))
    """The run before it on the same subject, which "what changed" compares with."""
    given_documents: Mapped[list[Any] | None] = mapped_column(Json)
    """Ids of the texts and files of the user's own that it reads; one that was deleted since is passed over."""
    facts_before: Mapped[dict[str, Any] | None] = mapped_column(Json)
    """What was said before it began, as `changes.noted` writes it; None until it begins."""
    changes: Mapped[dict[str, Any] | None] = mapped_column(Json)
    """What it changed, as `changes.compared` writes it; None until it is over."""
    started_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]

    person: Mapped[Person | None] = relationship()
    organization: Mapped[Organization | None] = relationship()
    sources: Mapped[list[RunSource]] = relationship(
        back_populates="run", passive_deletes=True, order_by="RunSource.place"
    )

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self.state in RUN_IS_OVER


class RunSource(Owned, Base):
    """One source in one run: how it fares, and what it brought."""

    __tablename__ = "run_source"
    __table_args__ = (
        one_of("state", SOURCE_STATES),
        UniqueConstraint("run_id", "source_key"),
        Index("ix_run_source_in_order", "workspace_id", "run_id", "place"),
    )

    id: Mapped[Id]
    run_id: Mapped[int] = mapped_column(ForeignKey("research_run.id", ondelete="CASCADE"))
    source_key: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(200))
    place: Mapped[int] = mapped_column(default=0)
    """Its row on the page; rows never change places while one looks."""
    state: Mapped[str] = mapped_column(String(20), default="waiting")
    fault: Mapped[str] = mapped_column(String(60), default="")
    """Short stable name of what went wrong, from the engine."""
    message: Mapped[str] = mapped_column(String(500), default="")
    """What went wrong, in a sentence for the user."""
    warnings: Mapped[list[Any]] = mapped_column(Json, default=list)
    requests: Mapped[int] = mapped_column(default=0)
    elapsed_s: Mapped[float] = mapped_column(Float, default=0.0)
    claims_count: Mapped[int] = mapped_column(default=0)
    started_at: Mapped[datetime | None]
    retry_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]

    run: Mapped[ResearchRun] = relationship(back_populates="sources")


class PublicCopy(Base):
    """The bytes of a public page as they were read, once for all workspaces. Found by nobody but through its hash."""

    __tablename__ = "public_copy"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    url: Mapped[str] = mapped_column(String(2000))
    media_type: Mapped[str] = mapped_column(String(100))
    charset: Mapped[str] = mapped_column(String(40), default="")
    body: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    text: Mapped[str] = mapped_column(Text, default="", deferred=True)
    """What a reader sees of it, as plain text."""
    first_read_at: Mapped[datetime]


class SourceDocument(Owned, Base):
    """A document that claims of this workspace stand in. Public pages lie in `PublicCopy`, own texts and files here."""

    __tablename__ = "source_document"
    __table_args__ = (
        one_of("origin", DOCUMENT_ORIGINS),
        CheckConstraint("(public_sha256 IS NULL) = (origin IN ('pasted', 'uploaded'))", name="public"),
        CheckConstraint("(public_sha256 IS NULL) = (own_body IS NOT NULL)", name="body"),
        CheckConstraint("public_sha256 IS NULL OR public_sha256 = sha256", name="same_hash"),
        UniqueConstraint("workspace_id", "sha256", "url"),
        Index("ix_source_document_latest", "workspace_id", "retrieved_at", "id"),
        Index("ix_source_document_by_url", "workspace_id", "url"),
    )

    id: Mapped[Id]
    sha256: Mapped[str] = mapped_column(String(64))
    url: Mapped[str] = mapped_column(String(2000))
    """Its public address, or file:name and note:... for what the user gave."""
    source_key: Mapped[str] = mapped_column(String(60))
    origin: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(500), default="")
    media_type: Mapped[str] = mapped_column(String(100))
    charset: Mapped[str] = mapped_column(String(40), default="")
    public_sha256: Mapped[str | None] = mapped_column(ForeignKey("public_copy.sha256"), index=True)
    own_body: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    own_text: Mapped[str] = mapped_column(Text, default="", deferred=True)
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    published: Mapped[str] = mapped_column(String(10), default="")
    """A partial date as text."""
    retrieved_at: Mapped[datetime]
    checked_at: Mapped[datetime | None]
    """When its address was last asked whether the page still stands."""
    check_note: Mapped[str | None] = mapped_column(String(300))
    """Why it could not be asked the last time, in a sentence for the user; None or "" when it could."""
    dead_since: Mapped[datetime | None]
    changed_since: Mapped[datetime | None]

    public_copy: Mapped[PublicCopy | None] = relationship()

    @property
    def body(self) -> bytes:
        """The bytes as they were read or given."""
        return self.public_copy.body if self.public_copy else self.own_body or b""

    @property
    def plain_text(self) -> str:
        """What a reader sees of it."""
        return self.public_copy.text if self.public_copy else self.own_text


class Claim(Owned, Base):
    """One source says one thing about one of its records, in words that stand in a kept document. Never changed."""

    __tablename__ = "claim"
    __table_args__ = (
        one_subject(),
        one_of("origin", CLAIM_ORIGINS),
        one_of("record_kind", RECORD_KINDS),
        partial_date("starts"),
        partial_date("ends"),
        partial_date("published"),
        CheckConstraint("length(quote) BETWEEN 1 AND 300", name="quote"),
        CheckConstraint("confidence > 0 AND confidence <= 1", name="confidence"),
        CheckConstraint("origin = 'own_note' OR document_id IS NOT NULL", name="document"),
        UniqueConstraint("person_id", "fingerprint"),
        UniqueConstraint("organization_id", "fingerprint"),
        Index("ix_claim_of_person", "workspace_id", "person_id", "source_key", "record_id"),
        Index("ix_claim_of_organization", "workspace_id", "organization_id", "source_key", "record_id"),
        Index("ix_claim_latest", "workspace_id", "run_id", "id"),
        Index("ix_claim_in_document", "workspace_id", "document_id"),
    )

    id: Mapped[Id]
    run_id: Mapped[int | None] = mapped_column(ForeignKey("research_run.id", ondelete="SET NULL"), index=True)
    """The run that first brought it; None for what the user gave by hand."""
    last_run_id: Mapped[int | None] = mapped_column(ForeignKey("research_run.id", ondelete="SET NULL"))
    """The latest run that saw it again."""
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id", ondelete="CASCADE"))
    origin: Mapped[str] = mapped_column(String(20), default="research")
    source_key: Mapped[str] = mapped_column(String(60))
    record_id: Mapped[str] = mapped_column(String(300))
    record_label: Mapped[str] = mapped_column(String(300))
    record_url: Mapped[str] = mapped_column(String(2000), default="")
    record_kind: Mapped[str] = mapped_column(String(20))
    predicate: Mapped[str] = mapped_column(String(60))
    value: Mapped[Any] = mapped_column(Json)
    """Text, number or truth, in the predicate's kind."""
    value_words: Mapped[str] = mapped_column(Text, default="")
    """The value as it is shown and searched."""
    starts: Mapped[str] = mapped_column(String(10), default="")
    ends: Mapped[str] = mapped_column(String(10), default="")
    city: Mapped[str] = mapped_column(String(100), default="")
    state: Mapped[str] = mapped_column(String(2), default="")
    has_place: Mapped[bool] = mapped_column(default=False)
    """Whether the source gave a place at all, even an empty one: a claim is given back as it came."""
    organization_name: Mapped[str] = mapped_column(String(500), default="")
    """Where a post or a degree is held, in the source's words."""
    status: Mapped[str] = mapped_column(String(20), default="")
    details: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    cited_url: Mapped[str] = mapped_column(String(2000))
    quote: Mapped[str] = mapped_column(String(300))
    confidence: Mapped[float] = mapped_column(Float)
    """How plainly the quote says it."""
    cited_title: Mapped[str] = mapped_column(String(500), default="")
    published: Mapped[str] = mapped_column(String(10), default="")
    document_sha256: Mapped[str] = mapped_column(String(64))
    document_id: Mapped[int | None] = mapped_column(ForeignKey("source_document.id"), index=True)
    """None for a note of the user's, which is its own document."""
    note_id: Mapped[int | None] = mapped_column(ForeignKey("person_note.id", ondelete="CASCADE"), index=True)
    retrieved_at: Mapped[datetime]
    fingerprint: Mapped[str] = mapped_column(String(64))
    """SHA-256 of record, predicate, value, dates, organization, address and quote: nothing is kept twice."""
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    """When a run last saw it."""

    document: Mapped[SourceDocument | None] = relationship()


class Candidate(Owned, Base):
    """A record that may be the subject, with the engine's judgement and why."""

    __tablename__ = "candidate"
    __table_args__ = (
        one_subject(),
        one_of("judgement", JUDGEMENTS),
        one_of("record_kind", RECORD_KINDS),
        UniqueConstraint("person_id", "source_key", "record_id"),
        UniqueConstraint("organization_id", "source_key", "record_id"),
        Index("ix_candidate_of_person", "workspace_id", "person_id", "judgement"),
        Index("ix_candidate_of_organization", "workspace_id", "organization_id", "judgement"),
    )

    id: Mapped[Id]
    run_id: Mapped[int | None] = mapped_column(ForeignKey("research_run.id", ondelete="SET NULL"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id", ondelete="CASCADE"))
    source_key: Mapped[str] = mapped_column(String(60))
    record_id: Mapped[str] = mapped_column(String(300))
    record_label: Mapped[str] = mapped_column(String(300))
    record_url: Mapped[str] = mapped_column(String(2000), default="")
    record_kind: Mapped[str] = mapped_column(String(20))
    judgement: Mapped[str] = mapped_column(String(20))
    score: Mapped[float] = mapped_column(Float)
    reasons: Mapped[list[Any]] = mapped_column(Json, default=list)
    """Features of the decision: {feature, score, detail, veto}."""
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class Verdict(Owned, Base):
    """The user's word on whether a record is the subject. It wins over any judgement until it is taken back."""

    __tablename__ = "verdict"
    __table_args__ = (
        one_subject(),
        one_of("answer", ANSWERS),
        Index(
            "uq_verdict_on_person", "person_id", "source_key", "record_id", unique=True,
            sqlite_where=_STANDS, postgresql_where=_STANDS,
        ),
        Index(
            "uq_verdict_on_organization", "organization_id", "source_key", "record_id", unique=True,
            sqlite_where=_STANDS, postgresql_where=_STANDS,
        ),
    )  # fmt: skip

    id: Mapped[Id]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id", ondelete="CASCADE"), index=True)
    source_key: Mapped[str] = mapped_column(String(60))
    record_id: Mapped[str] = mapped_column(String(300))
    answer: Mapped[str] = mapped_column(String(20))
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    answered_at: Mapped[datetime]
    undo_until: Mapped[datetime]
    undone_at: Mapped[datetime | None]
