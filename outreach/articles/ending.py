"""Ends links that lie open: of a reviewer who was taken off or sees something else, of an article that is withdrawn.

A link under which somebody has answered stays: it is their receipt.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, select

from outreach.accounts.whereabouts import today_of
from outreach.articles.approval_models import ApprovalRequest, Decision, Reviewer
from outreach.articles.models import Article, Submission
from outreach.db import WorkspaceSession
from outreach.people.operations import By
from outreach.words import counted


def end_of_reviewer(session: WorkspaceSession, reviewer: Reviewer, by: By) -> int:
    """Ends the open links of a reviewer; how many."""
    return _end(session, ApprovalRequest.reviewer_id == reviewer.id, by)


def end_of_article(session: WorkspaceSession, article: Article, by: By) -> int:
    """Ends the open links of an article; how many."""
    return _end(session, ApprovalRequest.article_id == article.id, by)


def end_of_version(session: WorkspaceSession, reviewer: Reviewer, version_id: int, by: By) -> int:
    """Ends the open link of a reviewer to one version, so that it can be made anew."""
    of_both = (ApprovalRequest.reviewer_id == reviewer.id) & (ApprovalRequest.version_id == version_id)
    return _end(session, of_both, by)


def _end(session: WorkspaceSession, condition: ColumnElement[bool], by: By) -> int:
    answered = select(Decision.id).where(Decision.request_id == ApprovalRequest.id, Decision.ended_at.is_(None))
    lying_open = select(ApprovalRequest).where(condition, ApprovalRequest.withdrawn_at.is_(None), ~answered.exists())
    rows = session.scalars(lying_open).all()
    for row in rows:
        row.withdrawn_at = row.updated_at = by.now
    session.flush()
    return len(rows)


def take_submission_back(session: WorkspaceSession, article: Article, by: By) -> None:
    """An article that is withdrawn is with no venue any more."""
    mine = select(Submission).where(
        Submission.article_id == article.id, Submission.outcome.in_(("waiting", "accepted"))
    )
    for row in session.scalars(mine):
        row.outcome, row.outcome_on = "taken_back", max(today_of(session, by.user_id, by.now), row.submitted_on)
        row.updated_at = by.now
    session.flush()


def in_words(ended: int) -> str:
    """ "1 link has stopped working.", "2 links have stopped working."; "" for none."""
    if not ended:
        return ""
    return f"{counted(ended, 'link', 'links')} {'has' if ended == 1 else 'have'} stopped working."
