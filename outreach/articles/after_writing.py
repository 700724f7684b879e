"""What articles that are handed in or have appeared ask of the user, and what is waited for (see `waiting`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, select

from outreach.articles import effect
from outreach.articles.approval_models import ApprovalRequest, Decision, Reviewer
from outreach.articles.models import Article, ArticleLetter, Submission
from outreach.db import WorkspaceSession
from outreach.drafts.models import Draft
from outreach.once import once
from outreach.people.models import Person
from outreach.waiting import Expected, Waiting

THANKS_FOR = timedelta(days=30)
"""How long after it appeared the first page asks for thanks; then the pack alone does."""

MOST = 50


@once
def states(session: WorkspaceSession) -> frozenset[str]:
    """The states that there are among articles, without those that were deleted or withdrawn."""
    there = select(Article.state).where(Article.deleted_at.is_(None), Article.state != "withdrawn").distinct()
    return frozenset(session.scalars(there))


def tasks(session: WorkspaceSession, today: date) -> Sequence[Waiting]:
    """Answers that came after the text was handed in, thanks, and what articles have done. Four questions at most."""
    if not states(session) & {"submitted", "published"}:
        return ()
    return (*_late_answers(session), *_thanks(session, today), *_effects(session, today))


def _here() -> Select[Any]:
    """Articles that are in no bin, nor is their leader."""
    told: Any = select(Article.id, Article.title, Article.person_id, Article.published_on)
    found: Select[Any] = told.outerjoin(Person, Person.id == Article.person_id).where(
        Article.deleted_at.is_(None), Person.deleted_at.is_(None)
    )
    return found


def _late_answers(session: WorkspaceSession) -> list[Waiting]:
    late = (
        _here()
        .add_columns(Decision.id.label("decision_id"), Reviewer.name, Reviewer.person_id.label("who"))
        .join(Decision, Decision.article_id == Article.id)
        .join(ApprovalRequest, ApprovalRequest.id == Decision.request_id)
        .join(Reviewer, Reviewer.id == ApprovalRequest.reviewer_id)
        .join(Submission, Submission.article_id == Article.id)
        .where(
            Article.state == "submitted", Submission.outcome.in_(("waiting", "accepted")),
            Decision.answer != "approved", Decision.ended_at.is_(None), Decision.decided_at > Submission.created_at,
            Reviewer.removed_at.is_(None),
        )
    )  # fmt: skip
    return [
        Waiting(
            f"late-answer:{row.decision_id}", "approval-answer", f"Read what {row.name} answered",
            f"“{short(row.title)}” is with the editors, and they have not said yes. Take it back, or talk with them.",
            "Look at the record", f"/articles/{row.id}/record", person_id=row.who,
        )
        for row in session.execute(late.order_by(Decision.id).limit(MOST))
    ]  # fmt: skip


def _thanks(session: WorkspaceSession, today: date) -> list[Waiting]:
    told = (
        select(ArticleLetter.id)
        .join(Draft, Draft.id == ArticleLetter.draft_id)
        .where(
            ArticleLetter.article_id == Article.id, ArticleLetter.kind == "thanks", Draft.state == "sent",
            Draft.person_id == Article.person_id,
        )
    )  # fmt: skip
    since = today - THANKS_FOR if today - date.min > THANKS_FOR else date.min
    fresh = _here().where(
        Article.state == "published", Article.published_on.between(since, today), Article.person_id.is_not(None),
        Person.do_not_contact_since.is_(None), ~told.exists(),
    )  # fmt: skip
    return [
        Waiting(
            f"article-thanks:{row.id}", "article-thanks", "Thank those who helped with the article",
            f"“{short(row.title)}” has appeared. They should hear it from you.", "Open the pack",
            f"/articles/{row.id}/pack", row.published_on, person_id=row.person_id,
        )
        for row in session.execute(fresh.order_by(Article.published_on, Article.id).limit(MOST))
    ]  # fmt: skip


def _effects(session: WorkspaceSession, today: date) -> list[Waiting]:
    if today - date.min <= effect.ASKED_FOR:
        return []
    asked = _here().where(
        Article.state == "published", Article.effect_noted_at.is_(None),
        Article.published_on.between(today - effect.ASKED_FOR, today - effect.AFTER),
    )  # fmt: skip
    return [
        Waiting(
            f"article-effect:{row.id}", "article-effect", "Tell what the article has done",
            f"“{short(row.title)}” has been out for a month. Those who helped like to hear what came of it.",
            "Note what it has done", f"/articles/{row.id}/effect", row.published_on + effect.AFTER,
            person_id=row.person_id,
        )
        for row in session.execute(asked.order_by(Article.published_on, Article.id).limit(MOST))
    ]  # fmt: skip


def expected(session: WorkspaceSession) -> Sequence[Expected]:
    """Texts that are with editors. Two questions at most."""
    if "submitted" not in states(session):
        return ()
    with_them = (
        _here()
        .add_columns(Submission.id.label("submission_id"), Submission.venue, Submission.submitted_on)
        .join(Submission, Submission.article_id == Article.id)
        .where(Article.state == "submitted", Submission.outcome == "waiting")
    )
    return tuple(
        Expected(
            f"submission:{row.submission_id}", f"{row.venue or 'The editors'} decide on “{short(row.title)}”",
            row.submitted_on, "Note what they say.", f"/articles/{row.id}/submit", row.person_id,
        )
        for row in session.execute(with_them.order_by(Submission.id).limit(MOST))
    )  # fmt: skip


def short(title: str) -> str:
    """A title as it stands in a line."""
    return title if len(title) <= 80 else f"{title[:76].rpartition(' ')[0]} …"
