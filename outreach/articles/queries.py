"""Reads articles for pages: the list, one of them, those of a person or project. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import defer, joinedload

from outreach.articles.approval_models import ApprovalRequest, Reviewer
from outreach.articles.models import Article, ArticleVersion
from outreach.db import WorkspaceSession
from outreach.errors import NotFound
from outreach.pagination import Key, Page, page_of
from outreach.people.models import Person
from outreach.people.queries import HERE, author_names

PAGE_SIZE = 30
MOST_LOOKED_THROUGH = 100
"""Versions that are looked through for who wrote what."""
MOST_ON_A_PAGE_PART = 12

SHOWN = {"open": "Under way", "published": "Published", "withdrawn": "Withdrawn"}
"""The lists of articles -> their words."""

_STATES = {"open": ("writing", "submitted"), "published": ("published",), "withdrawn": ("withdrawn",)}
_SHORT = (joinedload(Article.person), defer(Article.body))
"""A list tells nothing of the texts, which are long."""

_LATEST = (Key(Article.updated_at, descending=True), Key(Article.id, descending=True))


@dataclass(frozen=True, slots=True)
class Line:
    """An article in a list. number: of its latest version; None before the first."""

    id: int
    title: str
    person_id: int | None
    person: str
    state: str
    number: int | None
    words: int
    updated_at: datetime

    @property
    def path(self) -> str:
        """Its address."""
        return f"/articles/{self.id}"


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in a list: who made it and when, how many words, and when somebody was first asked about it."""

    id: int
    number: int
    milestone: str
    origin: str
    author: str
    words: int
    created_at: datetime
    sent_at: datetime | None


# --- one --------------------------------------------------------------------------------------------------------------


def article_here(session: WorkspaceSession, number: int) -> Article:
    """An article. Raises: NotFound, also for one that was deleted."""
    row = deleted_or_not(session, number)
    if row.deleted_at is not None:
        raise NotFound
    return row


def deleted_or_not(session: WorkspaceSession, number: int) -> Article:
    """An article, also one that can be brought back. Raises: NotFound, also where its leader was deleted."""
    row = session.get(Article, number)
    if row is None or (row.person is not None and not _is_here(row.person)):
        raise NotFound
    return row


def _is_here(person: Person) -> bool:
    return person.deleted_at is None and person.merged_into_id is None


def version_here(session: WorkspaceSession, article: Article, version_id: int) -> ArticleVersion:
    """A version of an article by its id. Raises: NotFound, also for one of another article."""
    row = session.get(ArticleVersion, version_id)
    if row is None or row.article_id != article.id:
        raise NotFound
    return row


def version_lines(session: WorkspaceSession, article: Article) -> tuple[VersionLine, ...]:
    """The versions of an article, latest first, without their texts."""
    columns = (
        ArticleVersion.id, ArticleVersion.number, ArticleVersion.milestone, ArticleVersion.origin,
        ArticleVersion.written_by_id, ArticleVersion.words, ArticleVersion.created_at, ArticleVersion.sent_at,
    )  # fmt: skip
    mine = select(*columns).where(ArticleVersion.article_id == article.id)
    rows = session.execute(mine.order_by(ArticleVersion.number.desc())).all()
    names = author_names(session, {row.written_by_id for row in rows if row.written_by_id is not None})
    return tuple(
        VersionLine(
            row.id, row.number, row.milestone, row.origin, names.get(row.written_by_id or 0, ""), row.words,
            row.created_at, row.sent_at,
        )
        for row in rows
    )  # fmt: skip


def latest_bodies(session: WorkspaceSession, article: Article) -> list[tuple[int, str]]:
    """Number and text of the latest versions, the earliest of them first."""
    mine = select(ArticleVersion.number, ArticleVersion.body).where(ArticleVersion.article_id == article.id)
    rows = session.execute(mine.order_by(ArticleVersion.number.desc()).limit(MOST_LOOKED_THROUGH)).all()
    return [(row.number, row.body) for row in reversed(rows)]


def asked_about(session: WorkspaceSession, article: Article) -> dict[int, tuple[str, ...]]:
    """Version -> the names of those who were asked about it, or shown what changed."""
    asked = (
        select(ApprovalRequest.version_id, Reviewer.name)
        .join(Reviewer, Reviewer.id == ApprovalRequest.reviewer_id)
        .where(ApprovalRequest.article_id == article.id, ApprovalRequest.sent_at.is_not(None))
        .order_by(ApprovalRequest.id)
    )
    found: dict[int, list[str]] = {}
    for version_id, name in session.execute(asked):
        found.setdefault(version_id, []).append(name)
    return {version_id: tuple(dict.fromkeys(names)) for version_id, names in found.items()}


# --- lists ------------------------------------------------------------------------------------------------------------


def articles(session: WorkspaceSession, show: str, cursor: str | None = None) -> Page[Line]:
    """The articles of one list, the one worked on last first. Raises: BadCursor."""
    wanted = select(Article).where(_listed(), Article.state.in_(_STATES[show])).options(*_SHORT)
    page = page_of(session, wanted, _LATEST, cursor=cursor, size=PAGE_SIZE)
    return Page(_lines(session, page.rows), page.next_cursor, page.previous_cursor)


def counts(session: WorkspaceSession) -> dict[str, int]:
    """List -> how many articles it has."""
    rows = session.execute(select(Article.state, func.count()).where(_listed()).group_by(Article.state)).all()
    by_state = {state: int(number) for state, number in rows}
    return {show: sum(by_state.get(state, 0) for state in states) for show, states in _STATES.items()}


def of_person(session: WorkspaceSession, person_id: int) -> tuple[Line, ...]:
    """The latest articles about somebody's work."""
    return _lines(session, session.scalars(_of(Article.person_id == person_id)).all())


def of_project(session: WorkspaceSession, project_id: int) -> tuple[Line, ...]:
    """The latest articles for a project."""
    return _lines(session, session.scalars(_of(Article.project_id == project_id)).all())


def deleted_before(moment: datetime) -> Select[Article]:
    """Articles whose time to be brought back is over."""
    return select(Article).where(Article.deleted_at < moment)


def _listed() -> ColumnElement[bool]:
    here = select(Person.id).where(Person.id == Article.person_id, HERE).exists()
    return and_(Article.deleted_at.is_(None), or_(Article.person_id.is_(None), here))


def _of(condition: ColumnElement[bool]) -> Select[Article]:
    mine = select(Article).where(condition, _listed()).options(*_SHORT)
    return mine.order_by(Article.state == "withdrawn", Article.updated_at.desc(), Article.id.desc()).limit(
        MOST_ON_A_PAGE_PART
    )


def _lines(session: WorkspaceSession, rows: Sequence[Article]) -> tuple[Line, ...]:
    """The lines of some articles; one question for their versions, none for a row."""
    latest = _latest_versions(session, [row.id for row in rows])
    return tuple(
        Line(
            row.id, row.title, row.person_id, row.person.name if row.person else "", row.state,
            latest[row.id].number if row.id in latest else None, latest[row.id].words if row.id in latest else 0,
            row.updated_at,
        )
        for row in rows
    )  # fmt: skip


def _latest_versions(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, Any]:
    """Article -> number and words of its latest version."""
    if not ids:
        return {}
    found = select(ArticleVersion.article_id, ArticleVersion.number, ArticleVersion.words)
    rows = session.execute(found.where(ArticleVersion.article_id.in_(ids)).order_by(ArticleVersion.number))
    return {row.article_id: row for row in rows}
