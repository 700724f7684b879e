"""What articles ask of the user, what is waited for, and which days are coming (see `outreach.waiting`).

Answers before reminders: somebody who has answered waits for the user. Of an article that nobody was asked about yet
nothing is asked here; its writing has no day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from outreach.articles import after_writing, desk
from outreach.articles.approval_models import Decision, ReceivedAnswer, Reviewer, Suggestion
from outreach.articles.desk import Line
from outreach.articles.models import Article
from outreach.db import WorkspaceSession
from outreach.once import once
from outreach.projects.models import Project
from outreach.waiting import Coming, Expected, Waiting
from outreach.words import counted

ASKED_FOR = timedelta(days=60)
"""How long after it came an answer is asked about on the first page; then it is told on its article alone."""

_KINDS = {
    "to remind": "approval-remind", "reminder begun": "approval-remind", "asked for changes": "approval-answer",
    "said no": "approval-answer", "to be asked again": "approval-again", "not sent yet": "approval-send",
    "approved with a condition": "approval-condition",
}  # fmt: skip
"""Tag of a line on the desk -> the kind of the task."""

_VERBS = {
    "to remind": "Remind {name} of the approval",
    "reminder begun": "Send {name} the reminder",
    "asked for changes": "Look at what {name} wishes to change",
    "said no": "Read why {name} said no",
    "to be asked again": "Ask {name} again",
    "not sent yet": "Send {name} the link",
    "approved with a condition": "Meet the condition of {name}",
}


def tasks(session: WorkspaceSession, user_id: int, now: datetime, today: date) -> Sequence[Waiting]:  # noqa: ARG001 (as every room's)
    """What the user can do now about approvals, and about what has appeared, in at most sixteen questions."""
    if not after_writing.states(session):
        return ()
    after = after_writing.tasks(session, today)
    ids = desk.open_articles(session)
    if not ids:
        return after
    suggested = _suggestions(session, ids)
    lines = [one for one in _lines(session, now, today) if one.group == "now" and one.tag in _KINDS and not one.stopped]
    # Suggestions of a reviewer are the answer itself: one task for both.
    answered = {number for number, *_ in suggested}
    told = [_of_line(one, today) for one in lines if not (one.tag == "asked for changes" and _article(one) in answered)]
    return (*told, *(_of_suggestions(*one) for one in suggested), *_received(session, ids, now), *after)


@once
def _lines(session: WorkspaceSession, now: datetime, today: date) -> tuple[Line, ...]:
    return desk.lines(session, now, today)


def _article(line: Line) -> int:
    return line.standing.article.id


def _of_line(line: Line, today: date) -> Waiting:
    one = line.standing
    due = one.reminding.on if one.reminding is not None and one.reminding.kind == "remind" else None
    return Waiting(
        f"approval:{_KINDS[line.tag].removeprefix('approval-')}:{one.reviewer.id}", _KINDS[line.tag],
        _VERBS[line.tag].format(name=one.reviewer.name), f"“{after_writing.short(one.article.title)}”. {line.words}.",
        line.action, line.address, due or today, posts=line.posts, person_id=one.reviewer.person_id,
    )  # fmt: skip


def _suggestions(session: WorkspaceSession, ids: Sequence[int]) -> list[tuple[int, str, int]]:
    """(article, its title, how many) of suggestions that nobody has settled."""
    lying_open = (
        select(Article.id, Article.title, func.count(Suggestion.id))
        .join(Suggestion, Suggestion.article_id == Article.id)
        .where(Article.id.in_(ids), Suggestion.state == "open")
        .group_by(Article.id, Article.title)
    )
    return [(number, title, count) for number, title, count in session.execute(lying_open.order_by(Article.id))]


def _of_suggestions(number: int, title: str, count: int) -> Waiting:
    return Waiting(
        f"suggestions:{number}", "suggestions", f"Settle {counted(count, 'suggestion', 'suggestions')}",
        f"“{after_writing.short(title)}”. Take each up, change it, or say why not.", "Look at them",
        f"/articles/{number}/suggestions",
    )  # fmt: skip


def _received(session: WorkspaceSession, ids: Sequence[int], now: datetime) -> list[Waiting]:
    """What came back and has become neither a decision nor a suggestion."""
    used = select(Decision.id).where(Decision.received_id == ReceivedAnswer.id)
    made = select(Suggestion.id).where(Suggestion.received_id == ReceivedAnswer.id)
    lying = (
        select(ReceivedAnswer.id, ReceivedAnswer.article_id, ReceivedAnswer.from_name, Article.title, Reviewer.name,
               Reviewer.person_id)
        .join(Article, Article.id == ReceivedAnswer.article_id)
        .outerjoin(Reviewer, Reviewer.id == ReceivedAnswer.reviewer_id)
        .where(
            ReceivedAnswer.article_id.in_(ids), ReceivedAnswer.deleted_at.is_(None),
            ReceivedAnswer.kind.in_(("answer", "file", "unclear")), ReceivedAnswer.created_at > _since(now),
            ~used.exists(), ~made.exists(),
        )
        .order_by(ReceivedAnswer.id)
    )  # fmt: skip
    return [_of_received(row) for row in session.execute(lying)]


def _since(now: datetime) -> datetime:
    try:
        return now - ASKED_FOR
    except OverflowError:
        return now


def _of_received(row: Any) -> Waiting:
    who = row.name or row.from_name or "Somebody"
    return Waiting(
        f"received:{row.id}", "approval-answer", f"Look at the answer of {who}",
        f"“{after_writing.short(row.title)}”. It came, and nothing is noted of it yet.", "Look at it",
        f"/articles/{row.article_id}/received/{row.id}", person_id=row.person_id,
    )  # fmt: skip


def expected(session: WorkspaceSession, user_id: int, now: datetime, today: date) -> Sequence[Expected]:  # noqa: ARG001 (as every room's)
    """Answers that are waited for, of reviewers and editors, since when, and what is polite next."""
    found = list(after_writing.expected(session))
    if not desk.open_articles(session):
        return tuple(found)
    for line in _lines(session, now, today):
        one = line.standing
        if one.state == "waiting" and one.since is not None and one.request is not None:
            found.append(
                Expected(
                    f"approval:{one.request.id}", f"{one.reviewer.name} looks at version {one.number}", one.since,
                    _next(line), f"/articles/{one.article.id}/requests/{one.request.id}", one.reviewer.person_id,
                )
            )  # fmt: skip
    return tuple(found)


def _next(line: Line) -> str:
    if line.stopped:
        return line.stopped
    words = line.standing.next_words
    return f"{words[:1].upper()}{words[1:]}." if words else "No answer is not approval."


def coming(session: WorkspaceSession, user_id: int, now: datetime, today: date, until: date) -> Sequence[Coming]:  # noqa: ARG001 (as every room's)
    """The days by which answers were asked for, and those on which texts are due."""
    ids = desk.open_articles(session)
    if not ids:
        return ()
    asked = [
        Coming(
            f"approval-{one.request.id}", one.request.ask_by, f"Answer asked of {one.reviewer.name}", "approval",
            f"/articles/{one.article.id}/requests/{one.request.id}", person_id=one.reviewer.person_id,
        )
        for one in (line.standing for line in _lines(session, now, today))
        if one.state == "waiting" and one.request is not None and today <= one.request.ask_by <= until
    ]  # fmt: skip
    return (*asked, *_due(session, ids, today, until))


def _due(session: WorkspaceSession, ids: Sequence[int], today: date, until: date) -> list[Coming]:
    due: Any = (
        select(Article.id, Article.title, Project.due_on)
        .join(Project, Project.id == Article.project_id)
        .where(Article.id.in_(ids), Project.deleted_at.is_(None), Project.due_on.between(today, until))
        .order_by(Project.due_on, Article.id)
    )
    return [
        Coming(
            f"article-due-{row.id}",
            row.due_on,
            f"“{after_writing.short(row.title)}” is due",
            "article",
            f"/articles/{row.id}",
        )
        for row in session.execute(due)
    ]
