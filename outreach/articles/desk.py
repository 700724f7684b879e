"""The approval desk: what is out, since when, with whom, by when, and the next polite step of each.

Reminders are offered, never sent; after two it is the office's telephone, or rest. No answer is not approval.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from outreach.articles import standings_of
from outreach.articles.models import Article
from outreach.articles.standings_of import Standing
from outreach.db import WorkspaceSession
from outreach.once import once
from outreach.people.models import Person
from outreach.relationships.queries import paused_people
from outreach.words import day

MOST_ARTICLES = 100
"""Articles under way that the desk and the first page look at, the latest first."""

GROUPS = {
    "now": "For you to do",
    "out": "Waiting for them",
    "ended": "Ended without an answer",
    "done": "Approved",
}
"""The parts of the desk, in their order -> their headings."""


@dataclass(frozen=True, slots=True)
class Line:
    """One reviewer on the desk. action, address, posts: the button of the next step; "" where there is only waiting.

    stopped: why nothing should be done now, a pause or a wish of theirs.
    """

    standing: Standing
    group: str
    tag: str
    tone: str
    words: str
    action: str = ""
    address: str = ""
    posts: bool = False
    stopped: str = ""


@once
def open_articles(session: WorkspaceSession) -> Sequence[int]:
    """The articles that are being written and have not been deleted, the latest first."""
    under_way = select(Article.id).outerjoin(Person, Person.id == Article.person_id).where(
        Article.state == "writing", Article.deleted_at.is_(None), Person.deleted_at.is_(None)
    )  # fmt: skip
    return tuple(session.scalars(under_way.order_by(Article.updated_at.desc(), Article.id.desc()).limit(MOST_ARTICLES)))


def lines(session: WorkspaceSession, now: datetime, today: date) -> tuple[Line, ...]:
    """All reviewers of the articles under way. today: where the user is."""
    found = standings_of.standings(session, open_articles(session), now)
    return of_standings(session, [one for rows in found.values() for one in rows], today)


def of_standings(session: WorkspaceSession, rows: Iterable[Standing], today: date) -> tuple[Line, ...]:
    """The lines of some standings: what is for the user to do first, then the earliest day."""
    known = list(rows)
    still = paused_people(session, today, {one.reviewer.person_id for one in known if one.reviewer.person_id})
    made = [_line(one, _stopped(one, still, today)) for one in known]
    order = list(GROUPS)
    return tuple(sorted(made, key=lambda line: (order.index(line.group), _day(line), line.standing.reviewer.id)))


def _day(line: Line) -> date:
    request = line.standing.request
    return request.ask_by if request is not None else date.max


def _stopped(one: Standing, still: object, today: date) -> str:
    person = one.reviewer.person
    if person is None or person.deleted_at is not None:
        name = one.reviewer.name
        return f"{name} was deleted from your people. Their link works until its day; what they decided stays."
    if not person.may_be_contacted:
        return f"{person.name} is not to be contacted."
    pause = still.get(person.id) if isinstance(still, dict) else None
    return f"Everything about {pause.of} is paused until {day(pause.until, today)}." if pause is not None else ""


def _line(one: Standing, stopped: str) -> Line:
    if one.state == "waiting":
        return _waiting(one, stopped)
    base = f"/articles/{one.article.id}"
    words = "" if one.since is None else f"Since {day(one.since, one.today)}"
    if one.has_unmet_condition and one.decision is not None and one.state in {"approved", "kept", "asks_again"}:
        address = f"{base}/decisions/{one.decision.id}/condition"
        said = f"Said yes on a condition: {_short(one.decision.conditions)}"
        return Line(one, "now", "approved with a condition", "warn", said, "Note that it is met", address)
    match one.state:
        case "approved" | "kept":
            return Line(
                one, "done", "approved" if one.state == "approved" else "approved, changed elsewhere", "good", words
            )
        case "changes" if one.is_rewritten:
            said = "The text has been changed since they asked for it"
            ask = _unless(stopped, "Ask again")
            return Line(one, "now", "asked for changes", "warn", said, ask, f"{base}/ask", stopped=stopped)
        case "changes":
            return Line(one, "now", "asked for changes", "warn", words, "Look at what they wish", f"{base}/suggestions")
        case "declined":
            said = _short(one.decision.words) if one.decision is not None and one.decision.words else words
            return Line(one, "now", "said no", "warn", said, "Look at the record", f"{base}/record")
        case "asks_again":
            said = "Words of theirs, or next to them, have changed since they approved"
            return Line(
                one,
                "now",
                "to be asked again",
                "warn",
                said,
                _unless(stopped, "Ask again"),
                f"{base}/ask",
                stopped=stopped,
            )
        case "ended":
            return _ended(one, stopped)
    return _not_asked(one, stopped)


def _ended(one: Standing, stopped: str) -> Line:
    assert one.request is not None
    address = f"/articles/{one.article.id}/requests/{one.request.id}"
    words = "The link has stopped. No answer is not approval: ask again, or leave their words out"
    return Line(one, "ended", "link ended", "plain", words, _unless(stopped, "Open it"), address, stopped=stopped)


def _not_asked(one: Standing, stopped: str) -> Line:
    base = f"/articles/{one.article.id}"
    if one.request is None:
        words = "Has to be asked before this appears"
        return Line(
            one, "now", "not asked yet", "plain", words, _unless(stopped, "Ask"), f"{base}/ask", stopped=stopped
        )
    address = f"{base}/requests/{one.request.id}"
    words = "The link is made, and has not left"
    return Line(one, "now", "not sent yet", "warn", words, _unless(stopped, "Send the link"), address, stopped=stopped)


def _waiting(one: Standing, stopped: str) -> Line:
    assert one.request is not None
    address, step = f"/articles/{one.article.id}/requests/{one.request.id}", one.reminding
    asked = (
        f"Asked on {day(one.since, one.today)}, for an answer by {day(one.request.ask_by, one.today)}"
        if one.since
        else ""
    )
    if one.request.ask_by < one.today:
        asked = f"{asked}, which has passed"
    tag, left = "waiting", sum(draft.sent_at is not None for draft in one.reminders)
    if left:
        asked = f"{asked}. {'One reminder has' if left == 1 else 'Two reminders have'} left"
    if stopped:
        return Line(one, "out", tag, "plain", asked, stopped=stopped)
    if any(draft.state == "writing" for draft in one.reminders):
        draft = next(draft for draft in one.reminders if draft.state == "writing")
        return Line(one, "now", "reminder begun", "warn", asked, "Go on with the reminder", f"/drafts/{draft.id}")
    if step is not None and step.kind == "remind":
        words = "Write a reminder" if step.number == 1 else "Write the second reminder"
        return Line(one, "now", "to remind", "warn", asked, words, f"{address}/remind", posts=True)
    if step is not None and step.kind == "wait" and step.on is not None:
        return Line(one, "out", tag, "plain", f"{asked}. A reminder is polite from {day(step.on, one.today)}")
    return Line(
        one,
        "out",
        tag,
        "plain",
        f"{asked}. Call the office, or let it rest; no answer is not approval",
        "Open it",
        address,
    )


def _unless(stopped: str, words: str) -> str:
    return "" if stopped else words


def _short(text: str) -> str:
    line = " ".join(text.split()).rstrip(".")
    return f"“{line}”" if len(line) <= 160 else f"“{line[:150].rpartition(' ')[0]} …”"
