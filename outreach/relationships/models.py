"""The ledger: what happened with whom, what was promised, when a relationship pauses or rests."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach.columns import index_where, one_of, one_subject
from outreach.db import Base, Id, Json, Owned
from outreach.organizations.models import Organization
from outreach.people.models import Person
from outreach.projects.models import Project

TOUCH_KINDS = {
    "wrote": "Wrote",
    "met": "Met or spoke",
    "gave": "Gave",
    "asked": "Asked",
    "thanked": "Thanked",
    "answered": "They answered",
    "received": "They gave",
    "they_asked": "They asked",
    "they_wrote": "They wrote",
}
"""What happened -> the words on the screen."""

MINE = frozenset({"wrote", "gave", "asked", "thanked"})
THEIRS = frozenset({"answered", "received", "they_asked", "they_wrote"})
"""Who began it; what is in neither was both."""

TOUCH_CHANNELS = {
    "": "Not noted",
    "email": "E-mail",
    "phone": "Telephone",
    "video": "Video call",
    "letter": "Letter",
    "in_person": "In person",
    "event": "At an event",
    "linkedin": "LinkedIn",
}
"""By which channel -> the words on the screen."""

GIVE_KINDS = {
    "readers_response": "A reader’s response",
    "benchmark": "A benchmark or figures",
    "credit": "Credit in something published",
    "introduction": "An introduction that they wanted",
    "article": "An article or paper of use to them",
    "report_back": "A report on what their advice did",
    "work": "Work done for them",
    "answer": "An answer to their question",
    "other": "Something else of use to them",
    "goods": "A present",
}
"""Gives are things of use to *them* (product.md, row 36). A present is noted, and counts as no give (T8)."""

GIVES_THAT_COUNT = tuple(kind for kind in GIVE_KINDS if kind != "goods")

HELPED = {"": "Not known", "said_so": "They said that it helped", "no": "It was of no use"}
"""Whether a give helped -> the words on the screen."""

ASK_KINDS = {
    "interview": "An interview",
    "approval": "Approval of a text",
    "review": "Reading a draft",
    "introduction": "An introduction",
    "information": "A fact or a document",
    "advice": "Advice",
    "other": "Something else",
}
"""What was asked for -> the words on the screen."""

ASK_STATES = {
    "open": "Open",
    "granted": "They said yes",
    "declined": "They said no",
    "unanswered": "No answer; closed",
    "withdrawn": "Taken back",
}

ANSWERS = {
    "yes": "Yes",
    "no": "No",
    "later": "Not now, perhaps later",
    "other": "Another answer",
    "out_of_office": "Out of the office",
    "do_not_write": "They ask not to be written to",
}
"""What an answer says -> the words on the screen. Out of the office is no answer: it only moves what is planned."""

TOUCH_SOURCES = ("hand", "letter", "interview", "article", "event", "import")
"""Who noted it: the user, or a room on the ground of one of its rows."""

PROMISE_STATES = {"open": "Open", "kept": "Kept", "let_go": "Let go"}

PAUSE_REASONS = {
    "loss": "A loss",
    "hard_times": "A hard time",
    "layoffs": "Layoffs or a closing",
    "crisis": "An emergency at the organization",
    "their_wish": "They asked for time",
    "leave": "On leave",
    "other": "Another reason",
}
"""Why everything is stopped for a while -> the words on the screen. Never what ails somebody."""

STANDINGS = {"active": "Going on", "resting": "Resting", "let_go": "Let go"}

_NOTED_BY_A_ROOM = text("source != 'hand' AND deleted_at IS NULL")
_COUNTS = text("deleted_at IS NULL")
_IS_ASK = text("kind = 'asked' AND deleted_at IS NULL")
_NOT_ENDED = text("ended_at IS NULL")
_ADVICE_TO_TELL = text("told_on IS NULL AND set_aside_on IS NULL AND deleted_at IS NULL")
_READ_TO_TELL = text("told_on IS NULL AND deleted_at IS NULL")


class Touch(Owned, Base):
    """One thing that happened between the user and a person, either way. Corrected or deleted, never overwritten."""

    __tablename__ = "touch"
    __table_args__ = (
        one_of("kind", TOUCH_KINDS),
        one_of("channel", TOUCH_CHANNELS),
        one_of("source", TOUCH_SOURCES),
        CheckConstraint("(kind = 'gave') = (give_kind != '')", name="give"),
        CheckConstraint("(kind = 'asked') = (ask_kind != '')", name="ask"),
        CheckConstraint("(kind = 'asked') = (ask_state != '')", name="ask_state"),
        CheckConstraint("(kind = 'answered') = (answer != '')", name="answer"),
        CheckConstraint("(ask_closed_on IS NULL) = (ask_state IN ('', 'open'))", name="ask_closed"),
        CheckConstraint("(source = 'hand') = (source_id IS NULL)", name="source_id"),
        Index("ix_touch_of_person", "workspace_id", "person_id", "happened_on", "id"),
        Index("ix_touch_latest", "workspace_id", "happened_on", "id"),
        Index("ix_touch_by_kind", "workspace_id", "kind", "person_id", "happened_on"),
        index_where(_IS_ASK, "ix_touch_asks", "workspace_id", "ask_state", "happened_on"),
        index_where(_IS_ASK, "ix_touch_asks_closed", "workspace_id", "ask_state", "ask_closed_on", "id"),
        # The year of giving and asking is counted in it alone.
        index_where(_COUNTS, "ix_touch_by_year", "workspace_id", "kind", "happened_on", "person_id", "give_kind",
                    "ask_state", "ask_kind"),
        # What a room has noted once it does not note again.
        Index("uq_touch_source", "workspace_id", "source", "source_id", "person_id", "kind", unique=True,
              sqlite_where=_NOTED_BY_A_ROOM, postgresql_where=_NOTED_BY_A_ROOM),
    )  # fmt: skip

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    """The leader it counts for; an assistant's answer counts for the leader."""
    helper_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    """With whose help: the assistant or the office that answered or was written to."""
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="SET NULL"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    channel: Mapped[str] = mapped_column(String(20), default="")
    happened_on: Mapped[date]
    what: Mapped[str] = mapped_column(Text, default="")
    give_kind: Mapped[str] = mapped_column(String(30), default="")
    helped: Mapped[str] = mapped_column(String(20), default="")
    helped_words: Mapped[str] = mapped_column(String(500), default="")
    """What they said of it, where it helped."""
    ask_kind: Mapped[str] = mapped_column(String(30), default="")
    ask_state: Mapped[str] = mapped_column(String(20), default="")
    ask_closed_on: Mapped[date | None]
    answer: Mapped[str] = mapped_column(String(20), default="")
    """One of ANSWERS, of an answer."""
    back_on: Mapped[date | None]
    """Out of the office until."""
    answers_id: Mapped[int | None] = mapped_column(ForeignKey("touch.id", ondelete="SET NULL"), index=True)
    """The ask that an answer is to."""
    passed: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """Rule of the gate -> why the user asked all the same."""
    url: Mapped[str] = mapped_column(String(2000), default="")
    """Where it can be looked up: the thing given, the mail."""
    source: Mapped[str] = mapped_column(String(20), default="hand")
    source_id: Mapped[int | None]
    """The row of the room that noted it: the departure of a letter, an interview."""
    noted_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]
    """Since when it counts no more; it can be brought back for 30 days."""

    __mapper_args__ = {"version_id_col": version}

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    helper: Mapped[Person | None] = relationship(foreign_keys=[helper_id])
    project: Mapped[Project | None] = relationship()


class Promise(Owned, Base):
    """Something that one of the two said they would do."""

    __tablename__ = "promise"
    __table_args__ = (
        one_of("state", PROMISE_STATES),
        CheckConstraint("length(what) > 0", name="what"),
        CheckConstraint("(state = 'open') = (closed_on IS NULL)", name="closed"),
        Index("ix_promise_of_person", "workspace_id", "person_id", "state", "due_on"),
        Index("ix_promise_due", "workspace_id", "state", "is_mine", "due_on", "id"),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    is_mine: Mapped[bool]
    """Whether the user promised it; else they did."""
    what: Mapped[str] = mapped_column(String(500))
    made_on: Mapped[date]
    due_on: Mapped[date | None]
    """By when; None where no day was said."""
    state: Mapped[str] = mapped_column(String(20), default="open")
    closed_on: Mapped[date | None]
    closed_words: Mapped[str] = mapped_column(String(500), default="")
    """How it was kept, or why it was let go."""
    touch_id: Mapped[int | None] = mapped_column(ForeignKey("touch.id", ondelete="SET NULL"), index=True)
    """In which talk or letter it was made."""
    source: Mapped[str] = mapped_column(String(20), default="hand")
    source_id: Mapped[int | None]
    noted_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]

    __mapper_args__ = {"version_id_col": version}

    person: Mapped[Person] = relationship()


class Advice(Owned, Base):
    """What a person advised, what the user did with it, what came of it, and whether they were told."""

    __tablename__ = "advice"
    __table_args__ = (
        CheckConstraint("length(words) > 0", name="words"),
        CheckConstraint("told_on IS NULL OR outcome != '' OR tried != ''", name="told_something"),
        Index("ix_advice_of_person", "workspace_id", "person_id", "given_on", "id"),
        Index("ix_advice_untold", "workspace_id", "told_on", "tried_on", "id"),
        index_where(_ADVICE_TO_TELL, "ix_advice_to_tell", "workspace_id", "given_on", "id"),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    words: Mapped[str] = mapped_column(Text)
    """What they advised."""
    is_exact: Mapped[bool] = mapped_column(default=False)
    """Whether these are their own words."""
    given_on: Mapped[date]
    tried: Mapped[str] = mapped_column(Text, default="")
    """What the user tried."""
    tried_on: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(Text, default="")
    """What happened."""
    outcome_on: Mapped[date | None]
    told_on: Mapped[date | None]
    """When they were told of it: the report is a give."""
    told_touch_id: Mapped[int | None] = mapped_column(ForeignKey("touch.id", ondelete="SET NULL"), index=True)
    set_aside_on: Mapped[date | None]
    """Since when it is not going to be tried."""
    set_aside_words: Mapped[str] = mapped_column(String(500), default="")
    source: Mapped[str] = mapped_column(String(20), default="hand")
    source_id: Mapped[int | None]
    noted_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]

    __mapper_args__ = {"version_id_col": version}

    person: Mapped[Person] = relationship()


class Pause(Owned, Base):
    """Everything about a person, or about all people of an organization, stands still until a day."""

    __tablename__ = "pause"
    __table_args__ = (
        one_subject(),
        one_of("reason", PAUSE_REASONS),
        CheckConstraint("begins_on < until", name="days"),
        Index("uq_pause_of_person", "person_id", unique=True, sqlite_where=_NOT_ENDED, postgresql_where=_NOT_ENDED),
        Index("uq_pause_of_organization", "organization_id", unique=True, sqlite_where=_NOT_ENDED,
              postgresql_where=_NOT_ENDED),
        Index("ix_pause_until", "workspace_id", "ended_at", "until"),
    )  # fmt: skip

    id: Mapped[Id]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id", ondelete="CASCADE"))
    reason: Mapped[str] = mapped_column(String(20))
    words: Mapped[str] = mapped_column(String(300), default="")
    """What the user wants to remember of it; nothing about anybody's health."""
    begins_on: Mapped[date]
    until: Mapped[date]
    """The first day on which things go on."""
    ended_at: Mapped[datetime | None]
    """When it was ended by hand, or seen to be over; one that is over without it counts no more either."""
    began_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}

    person: Mapped[Person | None] = relationship()
    organization: Mapped[Organization | None] = relationship()


class Standing(Owned, Base):
    """How a relationship stands: it goes on, rests until a day, or was let go. Without a row it goes on."""

    __tablename__ = "standing"
    __table_args__ = (
        one_of("state", STANDINGS),
        CheckConstraint("until IS NULL OR state = 'resting'", name="until"),
        Index("uq_standing", "workspace_id", "person_id", unique=True),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(20))
    since: Mapped[date]
    until: Mapped[date | None]
    """The day from which one may think of it again; None: when there is a new reason."""
    why: Mapped[str] = mapped_column(String(500), default="")
    set_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}

    person: Mapped[Person] = relationship()


class QuarterlyReview(Owned, Base):
    """What was decided about a relationship in a quarter."""

    __tablename__ = "quarterly_review"
    __table_args__ = (
        one_of("decision", STANDINGS),
        Index("uq_quarterly_review", "workspace_id", "person_id", "quarter", unique=True),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    quarter: Mapped[str] = mapped_column(String(7))
    """ "2026-Q4"."""
    decision: Mapped[str] = mapped_column(String(20))
    words: Mapped[str] = mapped_column(String(1000), default="")
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    decided_on: Mapped[date]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    person: Mapped[Person] = relationship()


class LearningPlan(Owned, Base):
    """What the user wants to learn from a leader, and the questions on the way."""

    __tablename__ = "learning_plan"
    __table_args__ = (Index("uq_learning_plan", "workspace_id", "person_id", unique=True),)

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    wants: Mapped[str] = mapped_column(Text, default="")
    last_question: Mapped[str] = mapped_column(String(500), default="")
    last_asked_on: Mapped[date | None]
    next_question: Mapped[str] = mapped_column(String(500), default="")
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}

    person: Mapped[Person] = relationship()


class Recommendation(Owned, Base):
    """Something that a leader recommended to read, to see or to try, and whether the user did."""

    __tablename__ = "recommendation"
    __table_args__ = (
        CheckConstraint("length(title) > 0", name="title"),
        Index("ix_recommendation_of_person", "workspace_id", "person_id", "read_on", "id"),
        index_where(_READ_TO_TELL, "ix_recommendation_to_tell", "workspace_id", "read_on", "id"),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(300))
    url: Mapped[str] = mapped_column(String(2000), default="")
    recommended_on: Mapped[date]
    read_on: Mapped[date | None]
    thoughts: Mapped[str] = mapped_column(Text, default="")
    """What the user took from it."""
    told_on: Mapped[date | None]
    source: Mapped[str] = mapped_column(String(20), default="hand")
    source_id: Mapped[int | None]
    noted_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]

    __mapper_args__ = {"version_id_col": version}

    person: Mapped[Person] = relationship()
