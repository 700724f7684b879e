"""Tells the asker by mail that a reviewer has answered: mail to the user alone, without the secret link."""

from __future__ import annotations

import logging

from sqlalchemy import select

from outreach.accounts.models import Membership, User
from outreach.articles.approval_models import ApprovalRequest, Decision
from outreach.articles.models import Article, ArticleVersion
from outreach.jobs.registry import job
from outreach.jobs.run import JobRun
from outreach.mail import BadAddress, MailRefused, compose, link, mailer_of, templates

log = logging.getLogger(__name__)

_DID = {"approved": "approved", "changes": "asked for changes in", "declined": "said no to"}


@job("articles.mail_answer")
def mail_answer(run: JobRun, decision_id: int) -> None:
    """Mails what was decided, or that it was taken back. Twice is a nuisance, lost would be worse."""
    mailer = mailer_of(run.settings)
    if mailer is None:
        log.info("event=mail_off job=%d mail=approval_answer", run.job_id)
        return
    with run.reader() as session:
        decision = session.get(Decision, decision_id)
        if decision is None:
            return
        request = session.get_one(ApprovalRequest, decision.request_id)
        user = session.get(User, request.made_by_id) if request.made_by_id is not None else None
        here = select(Membership.id).where(Membership.user_id == request.made_by_id)
        if user is None or session.scalar(here) is None:  # who has left the workspace reads no more of it
            return
        article = session.get_one(Article, decision.article_id)
        number = session.get_one(ArticleVersion, decision.version_id).number
        values = {
            "who": decision.by_name, "did": _did(decision), "title": article.title, "number": number,
            "words": "\n\n".join(part for part in (decision.conditions, decision.words) if part),
            "address": link(run.settings.address, f"/articles/{article.id}"),
        }  # fmt: skip
        to = user.email
    try:
        sender = run.settings.mail_sender or "groundwork@localhost.test"
        mailer.send(compose(templates(), "approval_answer", sender, to, values))
    except (MailRefused, BadAddress) as error:
        log.warning("event=mail_refused job=%d mail=approval_answer reason=%r", run.job_id, str(error))


def _did(decision: Decision) -> str:
    if decision.ended_at is not None:
        return "took back an answer to"
    if decision.conditions:
        return "approved, on a condition,"
    return _DID[decision.answer]
