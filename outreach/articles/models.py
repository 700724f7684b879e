"""Articles: the text being written, its versions, the quotes and facts that it rests on, and where it was handed in."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, event
from sqlalchemy.orm import Mapped, Mapper, attributes, mapped_column, relationship

from outreach.articles import approval_models  # noqa: F401 (its tables belong to this room)
from outreach.columns import one_of
from outreach.db import Base, Id, Json, Owned
from outreach.dossiers.models import Fact, Program
from outreach.interviews.talk_models import InterviewNote
from outreach.people.models import Person
from outreach.projects.models import Project

ARTICLE_STATES = {
    "writing": "Being written",
    "submitted": "Handed in",
    "published": "Published",
    "withdrawn": "Withdrawn",
}
"""What the user has said of the article -> the words on the screen. Who approved what is in the decisions."""

ARTICLE_VERSION_ORIGINS = {
    "outline": "Outline",
    "written": "Written",
    "suggestions": "Made of suggestions",
    "restored": "An earlier version again",
}
"""How a version came to be -> the words on the screen."""

QUOTE_SOURCES = {
    "note": "The notes of a talk",
    "source": "A public source",
    "mail": "A message from them",
}
"""Where exact words come from -> the words on the screen."""

SUBMISSION_OUTCOMES = {
    "waiting": "With the editors",
    "accepted": "Accepted",
    "declined": "Not taken",
    "taken_back": "Taken back",
}


class Article(Owned, Base):
    """One text. `body` is what is being written; what was sent or is worth going back to is a version."""

    __tablename__ = "article"
    __table_args__ = (
        one_of("state", ARTICLE_STATES),
        CheckConstraint("length(title) > 0", name="title"),
        CheckConstraint("(state = 'published') = (published_on IS NOT NULL)", name="published"),
        CheckConstraint("effect_noted_at IS NULL OR published_on IS NOT NULL", name="effect"),
        Index("ix_article_latest", "workspace_id", "state", "updated_at", "id"),
    )

    id: Mapped[Id]
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="SET NULL"), index=True)
    program_id: Mapped[int | None] = mapped_column(ForeignKey("program.id", ondelete="SET NULL"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    """The leader whose work it is about."""
    outline_key: Mapped[str] = mapped_column(String(60), default="")
    """The outline that it was begun with: the name of its file in `templates/outlines`."""
    title: Mapped[str] = mapped_column(String(300))
    body: Mapped[str] = mapped_column(Text, default="")
    """Markdown. `[3]` behind words refers to a fact of `facts`, `[q2]` behind a quotation to one of `quotes`."""
    state: Mapped[str] = mapped_column(String(20), default="writing")
    passed: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """Rule id -> why the writer let a finding of it stand, with the words it was about."""
    published_on: Mapped[date | None]
    published_in: Mapped[str] = mapped_column(String(200), default="")
    published_url: Mapped[str] = mapped_column(String(2000), default="")
    effect_words: Mapped[str] = mapped_column(Text, default="")
    """What the article has done, noted a month after it appeared."""
    effect_noted_at: Mapped[datetime | None]
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    """Counts each saving, for two windows; the versions that people speak of are `versions`."""
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]
    """Since when it is gone from every list; it can be brought back for 30 days."""

    __mapper_args__ = {"version_id_col": version}

    project: Mapped[Project | None] = relationship()
    program: Mapped[Program | None] = relationship()
    person: Mapped[Person | None] = relationship()
    versions: Mapped[list[ArticleVersion]] = relationship(
        back_populates="article", passive_deletes=True, order_by="ArticleVersion.number"
    )
    quotes: Mapped[list[ArticleQuote]] = relationship(
        back_populates="article", passive_deletes=True, order_by="ArticleQuote.number"
    )
    facts: Mapped[list[ArticleFact]] = relationship(
        back_populates="article", passive_deletes=True, order_by="ArticleFact.number"
    )


class ArticleVersion(Owned, Base):
    """A state of the text, whole and never edited. Only its name and when it was first sent are written later."""

    __tablename__ = "article_version"
    __table_args__ = (
        one_of("origin", ARTICLE_VERSION_ORIGINS),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint("length(text_hash) = 64", name="text_hash"),
        UniqueConstraint("article_id", "number"),
    )

    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    body: Mapped[str] = mapped_column(Text)
    marks: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """The quotes and facts that its marks meant when it was kept: see `article_text.Marks`."""
    text_hash: Mapped[str] = mapped_column(String(64))
    """`article_text.hash_of` its title and body."""
    words: Mapped[int] = mapped_column(default=0)
    origin: Mapped[str] = mapped_column(String(20), default="written")
    milestone: Mapped[str] = mapped_column(String(100), default="")
    """What the user calls it: "after Ms. Duarte's corrections"."""
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    """When somebody was first asked to approve it."""

    article: Mapped[Article] = relationship(back_populates="versions")


class ArticleQuote(Owned, Base):
    """Exact words that the article may quote, under the number that stands in the text.

    What the note or source said when it was put in is kept here, so that a quote can be traced also later.
    """

    __tablename__ = "article_quote"
    __table_args__ = (
        one_of("source", QUOTE_SOURCES),
        UniqueConstraint("article_id", "number"),
        CheckConstraint("number BETWEEN 1 AND 999", name="number"),
        CheckConstraint("length(words) > 0", name="words"),
    )

    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    number: Mapped[int]
    source: Mapped[str] = mapped_column(String(20), default="note")
    note_id: Mapped[int | None] = mapped_column(ForeignKey("interview_note.id", ondelete="SET NULL"), index=True)
    fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id", ondelete="SET NULL"), index=True)
    """The confirmed fact whose passage it is, for words from a public source."""
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    """Who said it."""
    speaker: Mapped[str] = mapped_column(String(200), default="")
    words: Mapped[str] = mapped_column(Text)
    """All that was said in that line, word for word; the article quotes a part of it or the whole."""
    said_at: Mapped[datetime | None]
    minute: Mapped[int | None]
    """Of the talk, counted from its first note."""
    told_in: Mapped[str] = mapped_column(String(300), default="")
    """The talk or the source in words: "the talk on May 12", "annual report 2025, page 3"."""
    created_at: Mapped[datetime]

    article: Mapped[Article] = relationship(back_populates="quotes")
    note: Mapped[InterviewNote | None] = relationship()
    person: Mapped[Person | None] = relationship()


class ArticleFact(Owned, Base):
    """A fact that the article rests on, under the number that stands in the text. `sentence` is as it was then."""

    __tablename__ = "article_fact"
    __table_args__ = (
        UniqueConstraint("article_id", "number"),
        CheckConstraint("number BETWEEN 1 AND 999", name="number"),
    )

    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    number: Mapped[int]
    fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id", ondelete="SET NULL"), index=True)
    program_id: Mapped[int | None] = mapped_column(ForeignKey("program.id", ondelete="SET NULL"), index=True)
    """The program whose record it is, where no single fact says it."""
    note_id: Mapped[int | None] = mapped_column(ForeignKey("interview_note.id", ondelete="SET NULL"), index=True)
    """The note in which they told it, where nothing public does."""
    sentence: Mapped[str] = mapped_column(Text)

    article: Mapped[Article] = relationship(back_populates="facts")
    fact: Mapped[Fact | None] = relationship()


class Submission(Owned, Base):
    """A version handed in to a venue: which one, with which file, and what the editors said."""

    __tablename__ = "submission"
    __table_args__ = (
        one_of("outcome", SUBMISSION_OUTCOMES),
        CheckConstraint("length(text_hash) = 64", name="text_hash"),
        CheckConstraint("file_hash = '' OR length(file_hash) = 64", name="file_hash"),
        CheckConstraint("(outcome = 'waiting') = (outcome_on IS NULL)", name="outcome_on"),
    )

    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("article_version.id", ondelete="CASCADE"), index=True)
    text_hash: Mapped[str] = mapped_column(String(64))
    """That of the text which was handed in."""
    file_hash: Mapped[str] = mapped_column(String(64), default="")
    """SHA-256 of the file that was handed in, where one was made or shown here."""
    venue: Mapped[str] = mapped_column(String(200), default="")
    submitted_on: Mapped[date]
    passed: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """Point of the venue's list -> why it was handed in without it."""
    outcome: Mapped[str] = mapped_column(String(20), default="waiting")
    outcome_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text, default="")
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}


ARTICLE_LETTERS = {"thanks": "Thanks", "effect": "What it has done"}
"""What somebody is written after an article has appeared -> the words on the screen."""


class ArticleLetter(Owned, Base):
    """Which letter was begun about which article after it had appeared: one of a kind for each person."""

    __tablename__ = "article_letter"
    __table_args__ = (one_of("kind", ARTICLE_LETTERS),)

    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"), index=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), unique=True)
    kind: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[datetime]


class ShareLine(Owned, Base):
    """A sentence of the approved text that their own people may pass on."""

    __tablename__ = "share_line"
    __table_args__ = (CheckConstraint("length(text) > 0", name="text"),)

    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("article_version.id", ondelete="CASCADE"), index=True)
    """The approved version in which it stands, word for word."""
    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]


class VersionChanged(RuntimeError):
    """Something tried to edit a version. It is a mistake of ours: a changed text is a new version."""


_WRITTEN_ONCE = ("article_id", "number", "title", "body", "marks", "text_hash", "words")


@event.listens_for(ArticleVersion, "before_update")
def _refuse_edit(_mapper: Mapper[Any], _connection: Any, row: ArticleVersion) -> None:
    changed = [name for name in _WRITTEN_ONCE if attributes.get_history(row, name).has_changes()]
    if changed:
        raise VersionChanged(f"version {row.number} of article {row.article_id}: {', '.join(changed)}")
