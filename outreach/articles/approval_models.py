"""Approvals: who is asked, with which link for which version, what they decided, and what came back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach.columns import one_of
from outreach.db import Base, Id, Json, Owned
from outreach.people.models import Person

SCOPES = {
    "facts": "The facts about them and their house",
    "quotes": "Their quotations",
    "whole": "The whole text",
}
"""What somebody is asked to approve, from least to most -> the words on the screen."""

REQUEST_KINDS = {
    "ask": "Asked for approval",
    "notice": "Shown what changed",
}
"""A notice needs no answer: the change is nowhere near their words, and their yes stands."""

DECISIONS = {
    "approved": "Approved",
    "changes": "Asked for changes",
    "declined": "Said no",
}

WAYS_TO_ANSWER = {
    "page": "On the page",
    "word": "By a Word file",
    "email": "By e-mail",
    "phone": "By telephone",
    "letter": "By letter",
}
"""How an answer came -> the words on the screen."""

RECEIVED_KINDS = {
    "answer": "An answer",
    "file": "A Word file",
    "automatic": "An automatic reply",
    "bounce": "Not delivered",
    "delay": "Delivery delayed",
    "receipt": "A receipt",
    "unclear": "Not clear",
}
"""What came back -> the words on the screen. Only an answer or a file says anything about the text."""

SUGGESTION_KINDS = {
    "insertion": "Insert",
    "deletion": "Delete",
    "replacement": "Replace",
    "move": "Move",
    "comment": "Comment",
    "formatting": "Formatting",
    "quote": "Change of a quotation",
    "leave_out": "Leave a quotation out",
    "general": "Remark",
}

SUGGESTION_STATES = {
    "open": "Open",
    "accepted": "Accepted",
    "adapted": "Adapted",
    "discussed": "Under discussion",
    "kept": "Left as it was",
}

_STANDS = text("withdrawn_at IS NULL")
_HOLDS = text("ended_at IS NULL")
_IS_THERE = text("deleted_at IS NULL")


class Reviewer(Owned, Base):
    """Somebody who has to be asked before an article is published, and for what.

    After two people were joined an article may have two rows of one person: what each decided stays.
    """

    __tablename__ = "reviewer"
    __table_args__ = (
        one_of("scope", SCOPES),
        CheckConstraint("length(name) > 0", name="name"),
    )

    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    """As they are called in the record, also after the person was deleted."""
    helper_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    """The assistant who gets the letter and may answer for them."""
    scope: Mapped[str] = mapped_column(String(20))
    sees_all: Mapped[bool] = mapped_column(default=False)
    """Whether they may read the words of others that are quoted, too: only where those agreed (product.md, A8)."""
    sees_all_words: Mapped[str | None] = mapped_column(String(500))
    """Who of the others agreed to that, and how."""
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    """Since when they need not be asked any more; what they decided stays."""

    __mapper_args__ = {"version_id_col": version}

    person: Mapped[Person | None] = relationship(foreign_keys=[person_id])
    helper: Mapped[Person | None] = relationship(foreign_keys=[helper_id])
    requests: Mapped[list[ApprovalRequest]] = relationship(
        back_populates="reviewer", passive_deletes=True, order_by="ApprovalRequest.id"
    )


class ApprovalRequest(Owned, Base):
    """One version put before one reviewer, under a secret link of which only the hash is kept."""

    __tablename__ = "approval_request"
    __table_args__ = (
        one_of("kind", REQUEST_KINDS),
        one_of("scope", SCOPES),
        CheckConstraint("length(token_hash) = 64", name="token_hash"),
        CheckConstraint("length(shown_hash) = 64", name="shown_hash"),
        CheckConstraint("length(seed) = 64", name="seed"),
        Index("uq_approval_request_standing", "reviewer_id", "version_id", unique=True, sqlite_where=_STANDS,
              postgresql_where=_STANDS),
        Index("ix_approval_request_open", "workspace_id", "withdrawn_at", "ask_by", "id"),
    )  # fmt: skip

    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"), index=True)
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewer.id", ondelete="CASCADE"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("article_version.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(20), default="ask")
    scope: Mapped[str] = mapped_column(String(20))
    shown_hash: Mapped[str] = mapped_column(String(64))
    """Of exactly what the link shows: the version, without the words that this reviewer may not see."""
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    seed: Mapped[str] = mapped_column(String(64))
    """Random; with the server's own key it gives the link again (`links.token_of`), without it nothing."""
    ask_by: Mapped[date]
    """The day by which an answer is asked for."""
    expires_at: Mapped[datetime]
    """When the link stops."""
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id", ondelete="SET NULL"), index=True)
    """The letter that carries the link."""
    sent_at: Mapped[datetime | None]
    """When the letter left, or the user said that the link was given."""
    withdrawn_at: Mapped[datetime | None]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}

    reviewer: Mapped[Reviewer] = relationship(back_populates="requests")
    decisions: Mapped[list[Decision]] = relationship(
        back_populates="request", passive_deletes=True, order_by="Decision.id"
    )


class ReceivedAnswer(Owned, Base):
    """What came back by another way than the page, as it came: a Word file, a message, notes of a call."""

    __tablename__ = "received_answer"
    __table_args__ = (
        one_of("way", WAYS_TO_ANSWER),
        one_of("kind", RECEIVED_KINDS),
        CheckConstraint("length(digest) = 64", name="digest"),
        # The same file twice is one.
        Index("uq_received_answer_digest", "article_id", "digest", unique=True, sqlite_where=_IS_THERE,
              postgresql_where=_IS_THERE),
    )  # fmt: skip

    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("reviewer.id", ondelete="SET NULL"), index=True)
    version_id: Mapped[int | None] = mapped_column(ForeignKey("article_version.id", ondelete="SET NULL"), index=True)
    """The version that it is about."""
    way: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(300), default="")
    """The file's name, as it was given; never used as a name here."""
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the file or of the text."""
    content: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    """The file itself; None for what was pasted or said."""
    size: Mapped[int] = mapped_column(default=0)
    from_name: Mapped[str] = mapped_column(String(300), default="")
    from_address: Mapped[str] = mapped_column(String(320), default="")
    came_at: Mapped[datetime]
    """When it was written or said, as far as it tells; else when it was taken in."""
    text: Mapped[str] = mapped_column(Text, default="")
    """What they wrote or said."""
    left_out: Mapped[str] = mapped_column(Text, default="")
    """What was taken for quoted text, a signature or a notice, and not for their words."""
    notes: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """What the reader of the file has to say: see the reader's page."""
    taken_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]


class Decision(Owned, Base):
    """What a reviewer decided about one version. Never changed; one that was taken back or replaced has ended."""

    __tablename__ = "decision"
    __table_args__ = (
        one_of("answer", DECISIONS),
        one_of("scope", SCOPES),
        one_of("way", WAYS_TO_ANSWER),
        CheckConstraint("length(text_hash) = 64", name="text_hash"),
        CheckConstraint("length(by_name) > 0", name="by_name"),
        CheckConstraint("conditions = '' OR answer = 'approved'", name="conditions"),
        CheckConstraint("met_at IS NULL OR conditions != ''", name="met"),
        CheckConstraint("ended_at IS NULL OR ended_at >= decided_at", name="ended"),
        CheckConstraint("(ended_at IS NULL) = (ended_why = '')", name="ended_why"),
        # Two at once: the second finds the first, and is told.
        Index("uq_decision_holding", "request_id", unique=True, sqlite_where=_HOLDS, postgresql_where=_HOLDS),
    )

    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"), index=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("approval_request.id", ondelete="CASCADE"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("article_version.id", ondelete="CASCADE"), index=True)
    answer: Mapped[str] = mapped_column(String(20))
    scope: Mapped[str] = mapped_column(String(20))
    text_hash: Mapped[str] = mapped_column(String(64))
    """Of the text that they decided about."""
    shown_hash: Mapped[str] = mapped_column(String(64), default="")
    """Of what the page showed them; "" for another way."""
    conditions: Mapped[str] = mapped_column(Text, default="")
    """Under which they said yes."""
    words: Mapped[str] = mapped_column(Text, default="")
    """What else they said."""
    by_name: Mapped[str] = mapped_column(String(200))
    answers_for: Mapped[bool] = mapped_column(default=False)
    """Somebody answered for the reviewer."""
    way: Mapped[str] = mapped_column(String(20))
    received_id: Mapped[int | None] = mapped_column(ForeignKey("received_answer.id", ondelete="SET NULL"), index=True)
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    """Who noted it; None for the page, where they did it themselves."""
    confirmation_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id", ondelete="SET NULL"), index=True)
    """The letter that confirms what was said on the telephone."""
    decided_at: Mapped[datetime]
    met_in_id: Mapped[int | None] = mapped_column(ForeignKey("article_version.id", ondelete="SET NULL"), index=True)
    """The version that meets the conditions."""
    met_at: Mapped[datetime | None]
    met_words: Mapped[str] = mapped_column(String(500), default="")
    """Who confirmed that they are met, and how."""
    ended_at: Mapped[datetime | None]
    ended_why: Mapped[str] = mapped_column(String(500), default="")
    """ "Taken back", or what came in its place."""

    request: Mapped[ApprovalRequest] = relationship(back_populates="decisions")

    @property
    def stands_on_id(self) -> int:
        """The version that a yes is about now: the one that meets its conditions, else the one that was approved."""
        return self.met_in_id if self.met_at is not None and self.met_in_id is not None else self.version_id


class Suggestion(Owned, Base):
    """One change that somebody wishes, in the order of the text, and what became of it."""

    __tablename__ = "suggestion"
    __table_args__ = (
        one_of("kind", SUGGESTION_KINDS),
        one_of("state", SUGGESTION_STATES),
        CheckConstraint("(state = 'open') = (settled_at IS NULL)", name="settled"),
        Index("ix_suggestion_in_order", "workspace_id", "article_id", "state", "position", "id"),
    )

    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("article_version.id", ondelete="CASCADE"), index=True)
    """The version that it is about."""
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("reviewer.id", ondelete="SET NULL"), index=True)
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id", ondelete="SET NULL"), index=True)
    received_id: Mapped[int | None] = mapped_column(ForeignKey("received_answer.id", ondelete="CASCADE"), index=True)
    way: Mapped[str] = mapped_column(String(20))
    position: Mapped[int]
    """Counts within what came together."""
    kind: Mapped[str] = mapped_column(String(20))
    author: Mapped[str] = mapped_column(String(200), default="")
    made_at: Mapped[datetime | None]
    quote_number: Mapped[int | None]
    """The quotation of the version that it is about."""
    starts: Mapped[int | None]
    ends: Mapped[int | None]
    """Where `before` stands in the version's `article_text.plain`; None where it cannot be said."""
    moves_to: Mapped[int | None]
    """Where the words of a move arrive, counted in the same text; None where it cannot be said."""
    before: Mapped[str] = mapped_column(Text, default="")
    after: Mapped[str] = mapped_column(Text, default="")
    comment: Mapped[str] = mapped_column(Text, default="")
    """With the replies to it, a paragraph each."""
    around: Mapped[str] = mapped_column(Text, default="")
    """The words about it, so that it can be found again."""
    state: Mapped[str] = mapped_column(String(20), default="open")
    settled_text: Mapped[str] = mapped_column(Text, default="")
    """What stands in the text instead, for one that was adapted."""
    answer: Mapped[str] = mapped_column(Text, default="")
    """What the user says to it, with the passage of the source."""
    fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id", ondelete="SET NULL"), index=True)
    """The fact whose passage is shown to them."""
    made_in_id: Mapped[int | None] = mapped_column(ForeignKey("article_version.id", ondelete="SET NULL"), index=True)
    """The version into which it went."""
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    settled_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}
