"""Mail to users, and clearing up. Each may run twice: a second mail is a nuisance, a lost one shuts somebody out.

A link's token is made here, in the job, so that no token lies in the job's row.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from outreach.accounts import members, operations, sessions, throttle
from outreach.accounts.models import Invitation, User, Workspace
from outreach.accounts.rules import SessionLimits
from outreach.db import WorkspaceSession
from outreach.jobs.registry import job
from outreach.jobs.run import JobRun
from outreach.jobs.table import enqueue
from outreach.mail import BadAddress, MailRefused, compose, link, mailer_of, templates

log = logging.getLogger(__name__)

NOTICES: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("password_changed", {}),
    ("two_step_changed", {"state": "on"}),
    ("two_step_changed", {"state": "off"}),
)
"""Mails about one's own account: template and its values. A job's row holds numbers only, so it says which by place."""
PASSWORD_CHANGED, TWO_STEP_ON, TWO_STEP_OFF = range(len(NOTICES))

ROLE_WORDS = {"editor": "to research, write and change", "reviewer": "to read and comment"}


def notify(session: WorkspaceSession, user_id: int, notice: int, now: datetime) -> None:
    """Tells a user by mail what happened to the account, after the session's commit."""
    enqueue(session, "accounts.mail_notice", at=now, user_id=user_id, notice=notice)


@job("accounts.mail_reset")
def mail_reset(run: JobRun, user_id: int) -> None:
    """Mails a link to a new password. User 0 is nobody: a request for an unknown address costs the same job."""
    with run.session() as session:
        user = session.get(User, user_id)
        if user is None:
            return
        token = operations.new_reset_token(session, user_id, run.now())
        email = user.email
    _send(run, "password_reset", email, {"address": link(run.settings.address, f"/reset/{token}")})


@job("accounts.mail_notice")
def mail_notice(run: JobRun, user_id: int, notice: int) -> None:
    """Mails what happened to an account."""
    with run.reader() as session:
        user = session.get(User, user_id)
    if user is not None:
        name, values = NOTICES[notice]
        _send(run, name, user.email, {**values, "address": link(run.settings.address, "/forgot")})


@job("accounts.mail_invitation")
def mail_invitation(run: JobRun, invitation_id: int) -> None:
    """Makes an invitation's link and mails it; one that was mailed, used or withdrawn already stays as it is."""
    with run.session() as session:
        made = members.new_link(session, invitation_id, run.now())
        if made is None or made[0].mailed_at is not None or made[0].email is None:
            session.rollback()
            return
        invitation, token = made
        values = _of_invitation(session, invitation)
    _send(
        run, "invitation", invitation.email or "", {**values, "address": link(run.settings.address, f"/join/{token}")}
    )
    with run.session() as session:
        session.get_one(Invitation, invitation_id).mailed_at = run.now()


def _of_invitation(session: WorkspaceSession, invitation: Invitation) -> dict[str, str]:
    day = invitation.expires_at
    return {
        "invited_by": session.get_one(User, invitation.invited_by_id).name,
        "workspace": session.get_one(Workspace, invitation.workspace_id).name,
        "role_words": ROLE_WORDS[invitation.role],
        "until": f"{day:%B} {day.day}, {day.year}",
    }


def _send(run: JobRun, name: str, to: str, values: Mapping[str, Any]) -> None:
    """Raises: MailUnavailable, and the job comes again. A mail that never can be taken is given up and logged."""
    mailer = mailer_of(run.settings)
    if mailer is None:
        log.warning("event=mail_off job=%d mail=%s", run.job_id, name)
        return
    try:
        mailer.send(compose(templates(), name, run.settings.mail_sender or "groundwork@localhost.test", to, values))
    except (MailRefused, BadAddress) as error:
        log.warning("event=mail_refused job=%d mail=%s reason=%r", run.job_id, name, str(error))


@job("accounts.forget_old", every=timedelta(days=1))
def forget_old(run: JobRun) -> None:
    """Removes sign-ins, guesses and links that are over."""
    limits = SessionLimits(timedelta(hours=run.settings.idle_hours), timedelta(days=run.settings.session_days))
    with run.session() as session:
        sessions.forget_old(session, run.now(), limits)
        throttle.forget_old(session, run.now())
        operations.forget_old_resets(session, run.now())
