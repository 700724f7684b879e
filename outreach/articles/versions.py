"""Versions of an article: kept whole with what their marks mean, never edited, one given again as a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import select

from outreach.articles import article_text
from outreach.articles.models import Article, ArticleFact, ArticleQuote, ArticleVersion
from outreach.db import WorkspaceSession
from outreach.errors import Refused
from outreach.people.operations import By
from outreach.sent_twice import hold

MOST_VERSIONS = 500
MILESTONE_MAX = 100


@dataclass(frozen=True, slots=True)
class QuoteMeant:
    """What `[q2]` meant in a version: whose words, all that was said there, and where.

    minute: of the talk; None where there was none. source: a key of `QUOTE_SOURCES`.
    """

    number: int
    speaker: str
    words: str
    source: str = "note"
    person_id: int | None = None
    minute: int | None = None
    told_in: str = ""


@dataclass(frozen=True, slots=True)
class FactMeant:
    """What `[3]` meant in a version: the sentence, and the fact, program or note that says so."""

    number: int
    sentence: str
    fact_id: int | None = None
    program_id: int | None = None
    note_id: int | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """All that the marks of a version mean."""

    quotes: tuple[QuoteMeant, ...] = ()
    facts: tuple[FactMeant, ...] = ()

    def quote(self, number: int | None) -> QuoteMeant | None:
        """The exact words with a number."""
        return next((one for one in self.quotes if one.number == number), None)

    def fact(self, number: int) -> FactMeant | None:
        """The fact with a number."""
        return next((one for one in self.facts if one.number == number), None)

    def to_json(self) -> dict[str, Any]:
        """As it is kept."""
        return {"quotes": [asdict(one) for one in self.quotes], "facts": [asdict(one) for one in self.facts]}


def marks_of(version: ArticleVersion) -> Marks:
    """What the marks of a version mean."""
    kept: Mapping[str, Any] = version.marks
    return Marks(
        tuple(QuoteMeant(**one) for one in kept.get("quotes", ())),
        tuple(FactMeant(**one) for one in kept.get("facts", ())),
    )


def present_marks(session: WorkspaceSession, article: Article) -> Marks:
    """What the marks of the text that is being written mean; only those that stand in it."""
    found = article_text.marks(article.body)
    quoted = {mark.number for mark in found if mark.is_quote}
    cited = {mark.number for mark in found if not mark.is_quote}
    return Marks(
        tuple(quote_meant(row) for row in quotes_of(session, article) if row.number in quoted),
        tuple(fact_meant(row) for row in facts_of(session, article) if row.number in cited),
    )


def all_marks(session: WorkspaceSession, article: Article) -> Marks:
    """What every number means that was ever put into an article, whether it stands in the text or not."""
    return Marks(
        tuple(quote_meant(row) for row in quotes_of(session, article)),
        tuple(fact_meant(row) for row in facts_of(session, article)),
    )


def quotes_of(session: WorkspaceSession, article: Article) -> Sequence[ArticleQuote]:
    """All exact words that were put into the article, by number."""
    mine = select(ArticleQuote).where(ArticleQuote.article_id == article.id)
    return session.scalars(mine.order_by(ArticleQuote.number)).all()


def facts_of(session: WorkspaceSession, article: Article) -> Sequence[ArticleFact]:
    """All facts that were put into the article, by number."""
    mine = select(ArticleFact).where(ArticleFact.article_id == article.id)
    return session.scalars(mine.order_by(ArticleFact.number)).all()


def quote_meant(row: ArticleQuote) -> QuoteMeant:
    """What the mark of exact words means."""
    return QuoteMeant(row.number, row.speaker, row.words, row.source, row.person_id, row.minute, row.told_in)


def fact_meant(row: ArticleFact) -> FactMeant:
    """What the mark of a fact means."""
    return FactMeant(row.number, row.sentence, row.fact_id, row.program_id, row.note_id)


# --- keeping ----------------------------------------------------------------------------------------------------------


def all_of(session: WorkspaceSession, article: Article) -> Sequence[ArticleVersion]:
    """The versions of an article, latest first."""
    mine = select(ArticleVersion).where(ArticleVersion.article_id == article.id)
    return session.scalars(mine.order_by(ArticleVersion.number.desc())).all()


def latest(session: WorkspaceSession, article: Article) -> ArticleVersion | None:
    """The version that was kept last; None before the first."""
    mine = select(ArticleVersion).where(ArticleVersion.article_id == article.id)
    return session.scalar(mine.order_by(ArticleVersion.number.desc()).limit(1))


def numbered(session: WorkspaceSession, article: Article, number: int) -> ArticleVersion | None:
    """The version with a number."""
    mine = select(ArticleVersion).where(ArticleVersion.article_id == article.id, ArticleVersion.number == number)
    return session.scalar(mine)


def is_kept(session: WorkspaceSession, article: Article) -> bool:
    """Whether the text as it stands is its latest version, to the letter and with the same marks."""
    last = latest(session, article)
    return last is not None and _is_same(last, article, present_marks(session, article))


def keep(session: WorkspaceSession, article: Article, origin: str, by: By, *, milestone: str = "") -> ArticleVersion:
    """Keeps the text as it stands as a version; the latest one where nothing has changed since.

    Raises: Refused for a text without words, and when there are too many versions.
    """
    hold(session, Article.id, article.id)
    meant, last = present_marks(session, article), latest(session, article)
    if last is not None and _is_same(last, article, meant):
        return last
    if not article_text.plain(article.body).strip():
        raise Refused("There is no text yet. Write some of it first; nothing was kept.")
    if last is not None and last.number >= MOST_VERSIONS:
        raise Refused(f"An article has {MOST_VERSIONS} versions at most. Your text is kept, and is no version.")
    version = ArticleVersion(
        article=article, number=last.number + 1 if last else 1, title=article.title, body=article.body,
        marks=meant.to_json(), text_hash=article_text.hash_of(article.title, article.body),
        words=article_text.word_count(article.body), origin=origin, milestone=milestone[:MILESTONE_MAX],
        written_by_id=by.user_id, created_at=by.now,
    )  # fmt: skip
    session.add(version)
    session.flush()
    return version


def _is_same(version: ArticleVersion, article: Article, meant: Marks) -> bool:
    return (version.title, version.body) == (article.title, article.body) and marks_of(version) == meant


def restore(session: WorkspaceSession, article: Article, version: ArticleVersion, by: By) -> ArticleVersion:
    """Keeps the present text, and writes an earlier one again: a new version with the same words.

    Raises: Refused for an article that is handed in, published or withdrawn.
    """
    if article.state != "writing":
        raise Refused("This article is handed in or published, so its text stays. Take it back first.")
    if article.body.strip():
        keep(session, article, "written", by)
    article.title, article.body, article.updated_at = version.title, version.body, by.now
    session.flush()
    return keep(session, article, "restored", by)
