"""A decision of a reviewer stands in the ledger: they answered, on which day, and the request for approval is closed.

One that is taken back is withdrawn there. Nothing is noted of a reviewer who was deleted.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from outreach.accounts.whereabouts import today_of
from outreach.articles.approval_models import ApprovalRequest, Decision
from outreach.articles.models import Article, ArticleVersion
from outreach.db import WorkspaceSession
from outreach.drafts.models import Departure
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.relationships import operations
from outreach.relationships.models import Touch
from outreach.relationships.operations import NewTouch

SOURCE = "article"
"""What a touch says of where it is from; its `source_id` is the decision's."""

_ANSWERS = {"approved": "yes", "changes": "other", "declined": "no"}
_WORDS = {"approved": "Approved", "changes": "Asked for changes in", "declined": "Said no to"}
_CHANNELS = {"page": "", "word": "email", "email": "email", "phone": "phone", "letter": "letter"}


def note(session: WorkspaceSession, request: ApprovalRequest, decision: Decision) -> Touch | None:
    """Notes a decision; None where there is nobody left whom it could be noted of."""
    person_id = request.reviewer.person_id
    person = session.get(Person, person_id) if person_id is not None else None
    if person is None:
        return None
    number = session.get_one(ArticleVersion, decision.version_id).number
    article = session.get_one(Article, decision.article_id)
    asked = _asked(session, request)
    by = By(decision.recorded_by_id or request.made_by_id or 0, decision.decided_at)
    new = NewTouch(
        person_id=person.id,
        # Without a request in the ledger it would close another one, which asked for something else.
        kind="answered" if asked is not None else "they_wrote",
        happened_on=today_of(session, request.made_by_id, decision.decided_at),
        what=f"{_WORDS[decision.answer]} version {number} of “{article.title}”",
        channel=_CHANNELS[decision.way],
        helper_id=request.reviewer.helper_id if decision.answers_for else None,
        project_id=article.project_id,
        answer=_ANSWERS[decision.answer] if asked is not None else "",
        answers_id=asked.id if asked is not None else None,
        url=f"/articles/{article.id}",
        source=SOURCE,
        source_id=decision.id,
    )
    return operations.note_about(session, person, new, by)


def withdraw(session: WorkspaceSession, decision: Decision, now: datetime) -> None:
    """Takes out of the ledger what was noted of a decision: it was taken back."""
    operations.withdraw_noted(session, SOURCE, decision.id, By(decision.recorded_by_id or 0, now))


def _asked(session: WorkspaceSession, request: ApprovalRequest) -> Touch | None:
    """What the ledger has of the letter with which they were asked."""
    if request.draft_id is None:
        return None
    left = select(Departure.id).where(Departure.draft_id == request.draft_id)
    mine = select(Touch).where(
        Touch.source == "letter", Touch.source_id.in_(left), Touch.kind == "asked",
        Touch.person_id == request.reviewer.person_id, Touch.deleted_at.is_(None),
    )  # fmt: skip
    return session.scalar(mine.order_by(Touch.id.desc()).limit(1))
