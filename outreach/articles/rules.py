"""What an approval is worth after the text has changed, and where an article stands. Pure.

A yes belongs to a version. A change inside or next to somebody's words asks them again; any other change is shown to
them and leaves their yes as it is (ux.md, Article). Silence is never a yes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from outreach.articles import article_text
from outreach.articles.shown import Shown, Viewer, shown_to
from outreach.articles.versions import Marks

Nearness = Literal["same", "elsewhere", "near"]
"""Where a text differs from the one that was approved: nowhere, away from the reviewer's words, in or next to them."""

StandingState = Literal["not_asked", "waiting", "approved", "kept", "asks_again", "changes", "declined", "ended"]
"""kept: they approved an earlier version, and the change since is not near their words. ended: the link has stopped or
was taken back, without an answer."""

STANDING_WORDS: dict[StandingState, str] = {
    "not_asked": "Not asked yet",
    "waiting": "Waiting for an answer",
    "approved": "Approved",
    "kept": "Approved; changed elsewhere since",
    "asks_again": "Approved an earlier version; has to be asked again",
    "changes": "Asked for changes",
    "declined": "Said no",
    "ended": "Link ended without an answer",
}

Step = Literal["draft", "sent", "changes", "approved", "submitted", "published", "withdrawn"]

STEP_WORDS: dict[Step, str] = {
    "draft": "Draft",
    "sent": "Sent for approval",
    "changes": "Changes asked",
    "approved": "Approved",
    "submitted": "Handed in",
    "published": "Published",
    "withdrawn": "Withdrawn",
}
"""The steps of an article in their order."""


@dataclass(frozen=True, slots=True)
class TextThen:
    """A text with what its marks meant."""

    title: str
    body: str
    marks: Marks


def nearness(old: TextThen, new: TextThen, viewer: Viewer) -> Nearness:
    """Where `new` differs from `old` for somebody whose words are quoted in it.

    Next to their words is the paragraph that holds them; a title is next to nobody's. Where it cannot be said which
    paragraph that is, every change is near. Who is asked about the facts, and who is not quoted but answers for the
    whole text, is near every change of a paragraph with a fact.
    """
    if article_text.hash_of(old.title, old.body) == article_text.hash_of(new.title, new.body):
        return "same"
    before, after = _own_words(old, viewer), _own_words(new, viewer)
    return "elsewhere" if before == after else "near"


def _own_words(text: TextThen, viewer: Viewer) -> tuple[str, ...]:
    shown = shown_to(text.title, text.body, text.marks, replace(viewer, scope="whole", sees_all=True))
    if shown.is_unsure:
        return tuple(one.text for one in shown.paragraphs)
    own = tuple(one.text for one in shown.paragraphs if any(part.quote for part in one.parts))
    return own if own and viewer.scope != "facts" else (*own, *_told_of_facts(text, shown))


def _told_of_facts(text: TextThen, shown: Shown) -> tuple[str, ...]:
    facts = shown_to(text.title, text.body, text.marks, Viewer(None, "", "facts", sees_all=True))
    return tuple(one.text for one in facts.paragraphs) or tuple(one.text for one in shown.paragraphs)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of a reviewer with its decision that holds: what the standing is read from.

    answer: a key of `DECISIONS`; "" without one. nearness: of the latest version to the one that was asked about.
    """

    version_id: int
    version_number: int
    kind: str
    is_sent: bool
    is_over: bool
    """The link has stopped or was taken back."""
    answer: str
    nearness: Nearness


def standing(asked: Sequence[Asked], latest_number: int | None) -> StandingState:
    """Where a reviewer stands towards the latest version.

    asked: all requests of the reviewer, in the order in which they were made.
    """
    if not asked:
        return "not_asked"
    answered = [one for one in asked if one.answer]
    open_ones = [one for one in asked if not one.answer and not one.is_over and one.kind == "ask"]
    last = answered[-1] if answered else None
    if open_ones and (last is None or open_ones[-1].version_number > last.version_number):
        return "waiting" if open_ones[-1].is_sent else "not_asked"
    if last is None:
        return "ended" if any(one.kind == "ask" for one in asked) else "not_asked"
    if last.answer != "approved":
        return "declined" if last.answer == "declined" else "changes"
    if latest_number is None or last.nearness == "same":
        return "approved"
    return "kept" if last.nearness == "elsewhere" else "asks_again"


def step(state: str, standings: Sequence[StandingState]) -> Step:
    """Where an article stands: what the user has said of it, else what the reviewers have."""
    if state in {"submitted", "published", "withdrawn"}:
        return state  # type: ignore[return-value]
    if standings and all(one in {"approved", "kept"} for one in standings):
        return "approved"
    if any(one in {"changes", "declined", "asks_again"} for one in standings):
        return "changes"
    return "sent" if any(one in {"waiting", "approved", "kept", "ended"} for one in standings) else "draft"


# --- days -------------------------------------------------------------------------------------------------------------

EARLIEST_DAYS = 7
"""Working days between the letter and the day by which an answer is asked for (product.md, A5)."""

DAYS_BEFORE_VENUE = 5
"""Working days between that day and the venue's own (product.md, A5)."""

REMINDERS = (7, 14)
"""Working days after which a reminder is offered, twice at most (issue E, 6)."""

LINK_DAYS = 30
"""How long a link works, counted from the day that an answer is asked for by, where nothing else was chosen."""


def is_over(expires_at: datetime, withdrawn_at: datetime | None, now: datetime) -> bool:
    """Whether a link answers no more."""
    return withdrawn_at is not None or now >= expires_at


def may_take_back(ask_by: date, today: date) -> bool:
    """Whether a decision can still be taken back: until the day that was named, that day included."""
    return today <= ask_by
