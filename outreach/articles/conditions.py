"""Conditions of a yes: in which version they are met, and who confirmed it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from outreach.articles.approval_models import ApprovalRequest, Decision
from outreach.articles.models import Article, ArticleVersion
from outreach.db import WorkspaceSession
from outreach.errors import NotFound, Refused
from outreach.people.operations import By
from outreach.sent_twice import hold

WORDS_MAX = 500


def decision_here(session: WorkspaceSession, article: Article, number: int) -> Decision:
    """A decision about an article that holds and has conditions. Raises: NotFound."""
    row = session.get(Decision, number)
    if row is None or row.article_id != article.id or not row.conditions or row.ended_at is not None:
        raise NotFound
    return row


def versions_since(session: WorkspaceSession, article: Article, decision: Decision) -> Sequence[ArticleVersion]:
    """The version that was approved and those after it, the latest first."""
    number = session.get_one(ArticleVersion, decision.version_id).number
    mine = select(ArticleVersion).where(ArticleVersion.article_id == article.id, ArticleVersion.number >= number)
    return session.scalars(mine.order_by(ArticleVersion.number.desc())).all()


def meet(session: WorkspaceSession, article: Article, decision: Decision, version_id: int, words: str, by: By) -> None:
    """Notes that the conditions are met. Raises: Refused for a version that is not among those since the decision."""
    hold(session, ApprovalRequest.id, decision.request_id)
    if version_id not in {one.id for one in versions_since(session, article, decision)}:
        raise Refused("Choose the version in which it is met.")
    decision.met_in_id, decision.met_at = version_id, by.now
    decision.met_words = " ".join(words.split())[:WORDS_MAX]
    session.flush()


def unmeet(session: WorkspaceSession, decision: Decision) -> None:
    """Takes it back."""
    hold(session, ApprovalRequest.id, decision.request_id)
    decision.met_in_id = decision.met_at = None
    decision.met_words = ""
    session.flush()
