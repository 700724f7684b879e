"""What was said on the telephone or written on paper: noted, recorded by a press, and confirmed by a short letter.

The letter asks for nothing but a word if it is wrong; the record then says "confirmed by mail" once it has left.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from sqlalchemy import select

from outreach.articles import received
from outreach.articles.approval_models import ApprovalRequest, Decision, ReceivedAnswer
from outreach.articles.models import Article, ArticleVersion
from outreach.articles.opened import zone_of_reviewer
from outreach.articles.received import Taken
from outreach.db import WorkspaceSession
from outreach.drafts import beginning, compose
from outreach.drafts import queries as drafts
from outreach.drafts.beginning import Chosen
from outreach.drafts.letter_values import Occasion
from outreach.drafts.models import Draft
from outreach.errors import Refused
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.sent_twice import hold

LETTER = "approval-by-phone"
"""The letter that confirms a decision which was told by word of mouth."""

_SAID = {
    "approved": "the text may be published as it is",
    "changes": "some changes are wished first, and that the text will then be shown again",
    "declined": "the text is not to be published",
}
"""Decision -> what was understood, as it goes on after "that"."""


@dataclass(frozen=True, slots=True)
class Said:
    """A call or a letter on paper, as it was noted. way: "phone" or "letter"."""

    way: str
    by_name: str
    day: date
    words: str
    reviewer_id: int | None = None
    version_id: int | None = None


def note(session: WorkspaceSession, article: Article, said: Said, zone: tzinfo, by: By) -> Taken:
    """Keeps what was said; the very same once more is the one that is there. zone: where the user is."""
    hold(session, Article.id, article.id)
    told = [said.way, said.by_name, said.day.isoformat(), said.words, said.reviewer_id, said.version_id]
    row = ReceivedAnswer(
        article_id=article.id, reviewer_id=said.reviewer_id, version_id=said.version_id, way=said.way, kind="answer",
        digest=received.digest_of(json.dumps(told).encode()), from_name=said.by_name, text=said.words,
        came_at=_moment(said.day, zone, by.now), notes={}, taken_by_id=by.user_id, created_at=by.now,
    )  # fmt: skip
    return received.keep_said(session, row)


def _moment(day: date, zone: tzinfo, now: datetime) -> datetime:
    """Noon of a day that has passed; of today, now."""
    if day >= now.astimezone(zone).date():
        return now
    return min(datetime.combine(day, time(12), zone), now)


# --- confirming by mail -----------------------------------------------------------------------------------------------


def confirmation_of(session: WorkspaceSession, decision: Decision) -> Draft | None:
    """The letter that confirms a decision, unless it was deleted or put away."""
    draft = session.get(Draft, decision.confirmation_id) if decision.confirmation_id is not None else None
    return None if draft is None or draft.deleted_at is not None or draft.state == "put_away" else draft


def confirmed_words(session: WorkspaceSession, decisions: Sequence[Decision]) -> dict[int, str]:
    """Decision -> "confirmed by mail" where the letter has left, "confirmation is being written" where it has not."""
    numbers = {one.confirmation_id: one.id for one in decisions if one.confirmation_id is not None}
    letters = select(Draft.id, Draft.state).where(
        Draft.id.in_(numbers), Draft.deleted_at.is_(None), Draft.state != "put_away"
    )
    return {
        numbers[number]: "confirmed by mail" if state == "sent" else "the confirmation is being written"
        for number, state in (session.execute(letters) if numbers else ())
    }


def confirm(session: WorkspaceSession, decision: Decision, by: By) -> Draft:
    """The letter that confirms what was said; the one that is there goes on.

    Raises: Refused for a decision that came in writing or was taken back, and where nobody is left to write to.
    """
    hold(session, Decision.id, decision.id)
    session.refresh(decision)
    there = confirmation_of(session, decision)
    if there is not None:
        return there
    if decision.way != "phone":
        raise Refused("This came in writing, so it needs no confirmation.")
    if decision.ended_at is not None:
        raise Refused("This answer was taken back or replaced. There is nothing to confirm.")
    draft = beginning.begin(session, _chosen(session, decision), by)
    decision.confirmation_id = draft.id
    session.flush()
    return draft


def _chosen(session: WorkspaceSession, decision: Decision) -> Chosen:
    letter = compose.letters().get(LETTER)
    if letter is None:
        raise Refused("The letter for this is not there; its file was removed or cannot be read.")
    reviewer = session.get_one(ApprovalRequest, decision.request_id).reviewer
    person = reviewer.person
    if person is None or person.deleted_at is not None or person.merged_into_id is not None:
        raise Refused(f"{reviewer.name} is not among your people any more, so there is nobody to write to.")
    article = session.get_one(Article, decision.article_id)
    version = session.get_one(ArticleVersion, decision.version_id)
    helper = session.get(Person, reviewer.helper_id) if decision.answers_for and reviewer.helper_id else None
    assistant = drafts.assistant_of(session, person.id)
    occasion = Occasion(
        interview_at=decision.decided_at.astimezone(zone_of_reviewer(reviewer)), they_said=_understood(decision),
        version=version.number, words=version.words,
    )  # fmt: skip
    project = article.project if article.project is not None and article.project.deleted_at is None else None
    return Chosen(
        letter=letter, person=person, assistant_id=assistant.id if assistant else None, project=project,
        occasion=occasion, to_person_id=helper.id if helper else None, to=helper,
    )  # fmt: skip


def _understood(decision: Decision) -> str:
    if decision.answer == "approved" and decision.conditions:
        return "the text may be published on this condition: " + " ".join(decision.conditions.split())
    return _SAID[decision.answer]
