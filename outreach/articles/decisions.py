"""Decisions of reviewers: recorded once, about exactly what they saw; taken back or replaced, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from outreach.articles import answers_noted
from outreach.articles.approval_models import ApprovalRequest, Decision
from outreach.articles.models import ArticleVersion
from outreach.db import WorkspaceSession
from outreach.errors import Refused
from outreach.sent_twice import hold

NAME_MAX = 200
WORDS_MAX = 2_000_000
"""What a form can bring: sixty quotations, each with its new words. What may be written in one field is less."""


@dataclass(frozen=True, slots=True)
class NewDecision:
    """What somebody decided. shown_hash: of what they saw, as it came back from the page; "" for another way.

    recorded_by_id: the user who noted it; None where they pressed the button themselves.
    """

    answer: str
    by_name: str
    way: str
    shown_hash: str = ""
    answers_for: bool = False
    conditions: str = ""
    words: str = ""
    received_id: int | None = None
    recorded_by_id: int | None = None


class Decided(Refused):
    """There is a decision about this version already; it is `decision`."""

    def __init__(self, decision: Decision) -> None:
        super().__init__("This was answered already. Nothing was changed.")
        self.decision = decision


class NewerVersion(Refused):
    """What they saw is not what is asked about any more."""

    def __init__(self) -> None:
        super().__init__("The text has changed since this page was opened. Nothing was recorded; please look again.")


def holding(session: WorkspaceSession, request: ApprovalRequest) -> Decision | None:
    """The decision of a request that holds; None while there is none, or after it was taken back."""
    mine = select(Decision).where(Decision.request_id == request.id, Decision.ended_at.is_(None))
    return session.scalar(mine)


def record(session: WorkspaceSession, request: ApprovalRequest, new: NewDecision, now: datetime) -> Decision:
    """Records a decision about the version of a request. Whether the link still works is looked at before.

    Raises: NewerVersion when they saw something else, Decided when there is a decision, also one of the same instant.
    """
    hold(session, ApprovalRequest.id, request.id)
    there = holding(session, request)
    if there is not None:
        raise Decided(there)
    if new.way == "page" and new.shown_hash != request.shown_hash:
        raise NewerVersion
    version = session.get_one(ArticleVersion, request.version_id)
    row = Decision(
        request_id=request.id, article_id=request.article_id, version_id=version.id, answer=new.answer,
        scope=request.scope, text_hash=version.text_hash, shown_hash=new.shown_hash,
        conditions=new.conditions.strip()[:WORDS_MAX] if new.answer == "approved" else "",
        words=new.words.strip()[:WORDS_MAX], by_name=new.by_name.strip()[:NAME_MAX], answers_for=new.answers_for,
        way=new.way, received_id=new.received_id, recorded_by_id=new.recorded_by_id, decided_at=now,
    )  # fmt: skip
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError as error:
        session.expire(request)
        there = holding(session, request)
        if there is None:
            raise
        raise Decided(there) from error
    answers_noted.note(session, request, row)
    return row


def take_back(session: WorkspaceSession, decision: Decision, why: str, now: datetime) -> bool:
    """Ends a decision, so that another one can be made; whether it still held."""
    hold(session, ApprovalRequest.id, decision.request_id)
    session.refresh(decision)
    if decision.ended_at is not None:
        return False
    decision.ended_at, decision.ended_why = now, why
    session.flush()
    answers_noted.withdraw(session, decision, now)
    return True
