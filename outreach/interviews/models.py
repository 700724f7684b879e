"""Question guides: what somebody is going to be asked, in which order, on which facts."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach.columns import one_of
from outreach.db import Base, Id, Owned
from outreach.dossiers.models import Fact, Program
from outreach.drafts.models import Draft
from outreach.interviews import talk_models  # noqa: F401 (its tables belong to this room)
from outreach.people.models import Person
from outreach.projects.models import Project

QUESTION_KINDS = {
    "opening": "Consent and frame",
    "origin": "How it began",
    "hard_turn": "The hard turn",
    "people": "People and agreement",
    "result": "Result and doubt",
    "transfer": "For others",
    "close": "Close",
    "reserve": "In reserve",
}
"""What a question is for, in the order of a talk -> the words on the screen (product.md, 5.8)."""


class QuestionGuide(Owned, Base):
    """The questions for one talk with a leader."""

    __tablename__ = "question_guide"
    __table_args__ = (
        CheckConstraint("minutes BETWEEN 5 AND 90", name="minutes"),
        Index("ix_question_guide_of_person", "workspace_id", "person_id", "updated_at"),
        Index("ix_question_guide_latest", "workspace_id", "updated_at", "id"),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="SET NULL"), index=True)
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id", ondelete="SET NULL"), index=True)
    """The request that the talk was asked for with."""
    program_id: Mapped[int | None] = mapped_column(ForeignKey("program.id", ondelete="SET NULL"), index=True)
    """The program that the talk is about."""
    minutes: Mapped[int]
    """How long the talk is to be."""
    meets_on: Mapped[date | None]
    """The day of the talk, where it is agreed."""
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]
    """Since when it is gone from every list; it can be brought back for 30 days."""

    __mapper_args__ = {"version_id_col": version}

    person: Mapped[Person] = relationship()
    project: Mapped[Project | None] = relationship()
    draft: Mapped[Draft | None] = relationship()
    program: Mapped[Program | None] = relationship()
    questions: Mapped[list[GuideQuestion]] = relationship(
        back_populates="guide", passive_deletes=True, order_by="GuideQuestion.place, GuideQuestion.id"
    )


class GuideQuestion(Owned, Base):
    """One question of a guide, and the fact or the program's record that it hangs on."""

    __tablename__ = "guide_question"
    __table_args__ = (
        one_of("kind", QUESTION_KINDS),
        CheckConstraint("length(text) > 0", name="text"),
        CheckConstraint("minutes BETWEEN 0 AND 90", name="minutes"),
        CheckConstraint("fact_id IS NULL OR program_id IS NULL", name="one_ground"),
        Index("ix_guide_question_in_order", "workspace_id", "guide_id", "place", "id"),
    )

    id: Mapped[Id]
    guide_id: Mapped[int] = mapped_column(ForeignKey("question_guide.id", ondelete="CASCADE"), index=True)
    place: Mapped[int]
    """Small numbers come first; what is in reserve comes last all the same."""
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(String(500))
    minutes: Mapped[int] = mapped_column(default=0)
    fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id", ondelete="SET NULL"), index=True)
    program_id: Mapped[int | None] = mapped_column(ForeignKey("program.id", ondelete="SET NULL"), index=True)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]
    """Since when it is taken out; it can be put back while the guide is there."""

    __mapper_args__ = {"version_id_col": version}

    guide: Mapped[QuestionGuide] = relationship(back_populates="questions")
    fact: Mapped[Fact | None] = relationship()
    program: Mapped[Program | None] = relationship()
