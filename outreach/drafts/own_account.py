"""Sends one letter by the user's own mail server: one message, one press, written down before anything connects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from outreach.accounts import own_mail
from outreach.accounts.own_mail import Sealed
from outreach.db import Database, WorkspaceSession
from outreach.drafts import departures, enclosures
from outreach.drafts.departures import Leaving
from outreach.drafts.models import Departure, Draft
from outreach.errors import Refused
from outreach.mail import BadAddress
from outreach.mail.personal import Mailbox, compose
from outreach.mail.submission import Envelope, Outcome, Server, hand_over
from outreach.people.operations import By

HandOver = Callable[[Server, Envelope, bytes], Outcome]


def is_set_up(session: WorkspaceSession, user_id: int) -> bool:
    """Whether a user has a mail server of their own here."""
    return own_mail.account_of(session, user_id) is not None


def server_and_sender(session: WorkspaceSession, user_id: int, keys: Sequence[str]) -> tuple[Server, Mailbox]:
    """The user's server and what stands after "From". Raises: Refused where either is missing."""
    row = own_mail.account_of(session, user_id)
    if row is None:
        raise Refused("You have no mail account here. Set it up under Settings, or copy the letter.")
    try:
        return own_mail.server_of(row, keys), own_mail.sender_of(row, own_mail.signature_of(session, user_id))
    except Sealed:
        raise Refused("The password of your mail account can no longer be read here. Type it once more.") from None
    except BadAddress:
        raise Refused("Mail cannot be sent from the address of your mail account. Correct it first.") from None


def send(
    database: Database,
    session: WorkspaceSession,
    draft: Draft,
    leaving: Leaving,
    server: Server,
    by: By,
    *,
    hand: HandOver = hand_over,
) -> Outcome:
    """Writes down that the letter leaves, commits `session`, hands it over once, and notes what became of it.

    What breaks off in between leaves a departure that is "recorded", which no part of the program ever sends.
    Raises: Refused where it may not leave.
    """
    row = departures.begin(session, draft, leaving, by)
    to, copy = departures.recipients(session, draft, leaving)
    letter = departures.as_mail(session, draft, row, leaving.sender, by.now)
    message = compose(enclosures.attached(session, draft, letter))
    number, workspace_id = row.id, row.workspace_id
    session.commit()
    outcome = hand(server, Envelope(leaving.sender, tuple(box for box in (to, copy) if box)), message)
    _note(database, workspace_id, number, outcome, by.now)
    return outcome


def _note(database: Database, workspace_id: int, number: int, outcome: Outcome, now: datetime) -> None:
    with database.session_for(workspace_id) as session:
        row = session.get_one(Departure, number)
        departures.settle(session, row, outcome, now)
