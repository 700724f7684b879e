"""Background work of the first page: digests by mail, to those who want them."""

from __future__ import annotations

import logging
from datetime import timedelta

from outreach.accounts.models import User
from outreach.jobs.registry import job
from outreach.jobs.run import JobRun
from outreach.mail import BadAddress, MailRefused, MailUnavailable, compose, link, mailer_of, templates
from outreach.today import digests

log = logging.getLogger(__name__)


@job("today.pick_digests", every=timedelta(minutes=5))
def pick_digests(run: JobRun) -> None:
    """Finds the digests that are due in all workspaces; each is taken by one worker."""
    with run.database.system_reader("finding the digests that are due in all workspaces") as reader:
        due = digests.due(reader, run.now())
    picked = 0
    for one in due:
        with run.database.session_for(one.workspace_id) as session:
            picked += digests.pick(session, one, run.now())
    if picked:
        log.info("event=digests_picked count=%d", picked)


@job("today.mail_digest")
def mail_digest(run: JobRun, wish_id: int) -> None:
    """Mails one digest, once for a day. Where the mail server certainly has not taken it, the job comes again."""
    mailer = mailer_of(run.settings)
    if mailer is None:
        log.warning("event=mail_off job=%d mail=digest", run.job_id)
        return
    with run.session() as session:
        taken = digests.claim(session, wish_id, run.now())
        if taken is None:
            return
        row, today = taken
        user = session.get_one(User, row.user_id)
        to, values = user.email, digests.values(session, row, run.now(), today, link(run.settings.address, ""))
    if not values:
        return
    try:
        mailer.send(compose(templates(), "digest", run.settings.mail_sender or "groundwork@localhost.test", to, values))
    except MailUnavailable as error:
        if error.may_have_left:
            log.warning("event=mail_unknown job=%d mail=digest reason=%r", run.job_id, str(error))
            return
        with run.session() as session:
            digests.give_back(session, wish_id, today)
        raise
    except (MailRefused, BadAddress) as error:
        log.warning("event=mail_refused job=%d mail=digest reason=%r", run.job_id, str(error))
