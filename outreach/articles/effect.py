"""What an article has done, a month after it appeared: noted in words, then told to those who helped; no ask."""

from __future__ import annotations

from datetime import date, timedelta

from outreach.articles.models import Article
from outreach.db import WorkspaceSession
from outreach.errors import Refused
from outreach.people.operations import By
from outreach.sent_twice import hold
from outreach.words import day

AFTER = timedelta(days=30)
"""How long after it appeared one asks what it has done (issue E, 7)."""

ASKED_FOR = timedelta(days=365)
"""How long after it appeared the first page asks; then the article's own page alone does."""

WORDS_MAX = 2_000


def asked_from(article: Article) -> date | None:
    """The day from which it is asked what the article has done; None for one that has not appeared."""
    if article.published_on is None or (date.max - article.published_on) < AFTER:
        return None
    return article.published_on + AFTER


def note(session: WorkspaceSession, article: Article, words: str, today: date, by: By) -> None:
    """Keeps what the article has done. Said again, the later words stand.

    Raises: Refused for one that has not appeared, before there was time for it, and without words.
    """
    hold(session, Article.id, article.id)
    session.refresh(article)
    if article.published_on is None:
        raise Refused("This article has not appeared yet. Note first where it appeared.")
    if article.published_on > today:
        raise Refused(f"It appeared on {day(article.published_on, today)}, which lies ahead. Check that day first.")
    told = "\n".join(" ".join(line.split()) for line in words.strip().splitlines())[:WORDS_MAX]
    if not told.strip():
        raise Refused("Write what it has done, if only a line.")
    article.effect_words, article.effect_noted_at, article.updated_at = told, by.now, by.now
    session.flush()


def take_back(session: WorkspaceSession, article: Article, by: By) -> None:
    """It is not known yet what it has done: it is asked again."""
    hold(session, Article.id, article.id)
    if article.effect_noted_at is None:
        return
    article.effect_words, article.effect_noted_at, article.updated_at = "", None, by.now
    session.flush()
