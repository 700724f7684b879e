"""A link that the user gave in a way of their own: noted with its day, also in the ledger, and taken back.

And when a reminder may be begun: offered twice at most, never by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from outreach.accounts.whereabouts import day_in
from outreach.articles import asking_days, asking_letters, opened, rules
from outreach.articles.approval_models import ApprovalRequest, Decision
from outreach.articles.models import Article, ArticleVersion
from outreach.db import WorkspaceSession
from outreach.drafts.models import Draft
from outreach.errors import Refused
from outreach.people.operations import By
from outreach.relationships import operations
from outreach.relationships.operations import NewTouch
from outreach.sent_twice import hold
from outreach.words import day

SOURCE = "article"
"""What a touch says of where it is from. The number with it is that of the request below zero: above are articles."""


def note(
    session: WorkspaceSession,
    article: Article,
    request: ApprovalRequest,
    moment: datetime,
    way: str,
    today: date,
    by: By,
) -> None:
    """Notes that the user gave the link. Said twice it is noted once.

    way: a key of `request_forms.GIVEN_BY`. today: where the user is.
    Raises: Refused for a link that has ended, for one that left by a letter, and for a day to come.
    """
    hold(session, ApprovalRequest.id, request.id)
    if request.sent_at is not None:
        return
    if rules.is_over(request.expires_at, request.withdrawn_at, by.now):
        raise Refused("This link has ended, so it cannot be given any more. Make a new one.")
    asking_letters.note_sent(session, request, moment)
    person = request.reviewer.person
    if person is not None and request.kind == "ask":
        number = session.get_one(ArticleVersion, request.version_id).number
        new = NewTouch(
            person_id=person.id, kind="asked", ask_kind="approval", happened_on=min(moment.date(), today),
            what=f"Approval of “{article.title}”, version {number}"[:300], channel=way,
            helper_id=request.reviewer.helper_id, project_id=article.project_id,
            url=f"/articles/{article.id}/requests/{request.id}", source=SOURCE, source_id=-request.id,
        )  # fmt: skip
        operations.note_about(session, person, new, by)


def is_given(session: WorkspaceSession, request: ApprovalRequest) -> bool:
    """Whether the user gave the link, and no letter did: only then can it be said that it was not given."""
    letter = session.get(Draft, request.draft_id) if request.draft_id is not None else None
    return request.sent_at is not None and (letter is None or letter.state != "sent")


def take_back(session: WorkspaceSession, request: ApprovalRequest, by: By) -> None:
    """It was not given after all. Raises: Refused for one that left by a letter."""
    hold(session, ApprovalRequest.id, request.id)
    if request.sent_at is None:
        return
    if not is_given(session, request):
        raise Refused("The link left by a letter. Say on the page of the letter that it was not sent.")
    asking_letters.note_sent(session, request, None)
    operations.withdraw_noted(session, SOURCE, -request.id, by)


def check_reminder(
    request: ApprovalRequest, reminders: Sequence[Draft], decision: Decision | None, now: datetime
) -> None:
    """Raises: Refused while a reminder is not polite: they have answered, it is too soon, or two have left."""
    if decision is not None:
        raise Refused(f"{decision.by_name} has answered. No reminder follows an answer.")
    if request.sent_at is None:
        raise Refused("Nothing was sent yet that they could be reminded of.")
    if any(one.state == "writing" for one in reminders):
        return
    zone = opened.zone_of_reviewer(request.reviewer)
    left = [day_in(one.sent_at, zone) for one in reminders if one.sent_at is not None]
    today = day_in(now, zone)
    step = asking_days.next_reminder(day_in(request.sent_at, zone), left, today)
    if step.kind == "rest":
        raise Refused("Two reminders have left. Call the office, or let it rest; no answer is not approval.")
    if step.kind == "wait" and step.on is not None:
        raise Refused(f"A reminder would press before {day(step.on, today)}. No answer is not approval either way.")
