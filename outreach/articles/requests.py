"""Asking for approval: a version is kept, and each reviewer gets a link of their own; taken back, made anew, extended.

    plan(session, article, by)                      what would be asked of whom, and what stands in the way
    ask(session, article, reviewers, asking, ...)   asks them; pressed twice, or in two windows, it is asked once

Nothing leaves by this: the letter is begun beside it (`asking_letters`) and leaves by the user's own press.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select

from outreach.accounts.whereabouts import day_in
from outreach.articles import (
    asking_days,
    checked,
    decisions,
    ending,
    links,
    opened,
    reviewers,
    rules,
    versions,
)
from outreach.articles.approval_models import ApprovalRequest, Decision, Reviewer
from outreach.articles.asking_days import Weighed
from outreach.articles.models import Article, ArticleVersion
from outreach.articles.rules import TextThen
from outreach.articles.shown import Shown, shown_to
from outreach.db import WorkspaceSession
from outreach.errors import NotFound, Refused
from outreach.people.operations import By, ChangedElsewhere
from outreach.relationships import queries as relationships
from outreach.relationships import rules as relationship_rules
from outreach.relationships.rules import History
from outreach.sent_twice import hold
from outreach.words import day


@dataclass(frozen=True, slots=True)
class Asking:
    """By when an answer is asked for, how many days the link works after that, and from which text the form was made.

    despite: the user has read what there is to say about the day, and wants it all the same. server_key: the server's
    own, of which links are made; "" where none is made.
    """

    ask_by: date
    server_key: str = field(default="", repr=False)
    link_days: int = rules.LINK_DAYS
    article_version: int | None = None
    despite: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """What would be asked of one reviewer now. kind: "ask", "notice", or "" for nothing, which `why` tells.

    problems: why they cannot be asked at all. standing: their open request for the very text as it is.
    """

    reviewer: Reviewer
    kind: str
    why: str
    problems: tuple[str, ...] = ()
    standing: ApprovalRequest | None = None

    @property
    def is_possible(self) -> bool:
        """Whether there is something to ask, and nothing in the way."""
        return bool(self.kind) and not self.problems


# --- reading ----------------------------------------------------------------------------------------------------------


def request_here(session: WorkspaceSession, article: Article, number: int) -> ApprovalRequest:
    """A request of an article. Raises: NotFound."""
    row = session.get(ApprovalRequest, number)
    if row is None or row.article_id != article.id:
        raise NotFound
    return row


def shown_by(session: WorkspaceSession, request: ApprovalRequest) -> Shown:
    """What the link of a request shows of its version."""
    version = session.get_one(ArticleVersion, request.version_id)
    return _shown(version, request.reviewer, request.scope)


def _shown(version: ArticleVersion, reviewer: Reviewer, scope: str) -> Shown:
    viewer = opened.viewer_of(reviewer, scope)
    return shown_to(version.title, version.body, versions.marks_of(version), viewer)


def article_problems(session: WorkspaceSession, article: Article) -> tuple[str, ...]:
    """Why nobody can be asked about this article now."""
    if article.state == "withdrawn":
        return ("This article was withdrawn. Go on with it first.",)
    if article.state != "writing":
        return ("This article is handed in or has appeared, so there is nothing to approve any more.",)
    return checked.stopping(session, article)


def plan(session: WorkspaceSession, article: Article, by: By) -> tuple[Wish, ...]:
    """What would be asked of each reviewer about the text as it is now."""
    text = TextThen(article.title, article.body, versions.present_marks(session, article))
    last = versions.latest(session, article)
    kept = last if last is not None and versions.is_kept(session, article) else None
    return tuple(_wish(session, article, row, text, kept, by) for row in reviewers.of_article(session, article))


def _wish(
    session: WorkspaceSession, article: Article, row: Reviewer, text: TextThen, kept: ArticleVersion | None, by: By
) -> Wish:
    standing = _standing(session, row, kept) if kept is not None else None
    problems = reviewer_problems(session, article, row, by.now)
    decision = _last_decision(session, row)
    if standing is not None and decisions.holding(session, standing) is None:
        if rules.is_over(standing.expires_at, standing.withdrawn_at, by.now):
            return Wish(
                row, "", "Was asked about this text, and the link has ended. Extend it, or make a new one", problems
            )
        said = "Is asked about this text already" if standing.kind == "ask" else "Is shown the changes already"
        return Wish(row, "", said, problems, standing)
    if decision is None:
        return Wish(row, "ask", _unanswered_words(session, row), problems)
    version = session.get_one(ArticleVersion, decision.stands_on_id)
    then = TextThen(version.title, version.body, versions.marks_of(version))
    near = rules.nearness(then, text, opened.viewer_of(row, row.scope))
    kind, why = _kind(decision, near, version.number)
    return Wish(row, kind, why, problems)


def _kind(decision: Decision, near: rules.Nearness, number: int) -> tuple[str, str]:
    """What follows from the answer they gave last, and from what has changed since."""
    if decision.answer != "approved":
        said = "asked for changes to" if decision.answer == "changes" else "said no to"
        if near == "same":
            return "", f"They {said} this very text. Change it first, or talk with them."
        return "ask", f"They {said} version {number}; the text has changed since"
    if near == "same":
        return "", f"They approved this text, as version {number}"
    if near == "elsewhere":
        return "notice", f"They approved version {number}. What changed is not near their words, so their yes stands"
    return "ask", f"They approved version {number}. Words of theirs, or next to them, have changed since"


def _unanswered_words(session: WorkspaceSession, reviewer: Reviewer) -> str:
    """Whether they were asked about an earlier version."""
    earlier = (
        select(ArticleVersion.number)
        .join(ApprovalRequest, ApprovalRequest.version_id == ArticleVersion.id)
        .where(ApprovalRequest.reviewer_id == reviewer.id, ApprovalRequest.sent_at.is_not(None))
    )
    number = session.scalar(earlier.order_by(ArticleVersion.number.desc()).limit(1))
    return f"Was asked about version {number}, and has not answered" if number else "Has not been asked yet"


def _standing(session: WorkspaceSession, reviewer: Reviewer, version: ArticleVersion) -> ApprovalRequest | None:
    mine = select(ApprovalRequest).where(
        ApprovalRequest.reviewer_id == reviewer.id, ApprovalRequest.version_id == version.id,
        ApprovalRequest.withdrawn_at.is_(None),
    )  # fmt: skip
    return session.scalar(mine)


def _last_decision(session: WorkspaceSession, reviewer: Reviewer) -> Decision | None:
    """Their decision that holds about the latest version that they decided about."""
    mine = (
        select(Decision)
        .join(ApprovalRequest, ApprovalRequest.id == Decision.request_id)
        .where(ApprovalRequest.reviewer_id == reviewer.id, Decision.ended_at.is_(None))
    )
    return session.scalar(mine.order_by(ApprovalRequest.id.desc()).limit(1))


def reviewer_problems(session: WorkspaceSession, article: Article, row: Reviewer, now: datetime) -> tuple[str, ...]:
    """Why somebody cannot be asked now: deleted, not to be contacted, paused, or not what the venue allows."""
    person = row.person
    if person is None or person.deleted_at is not None or person.merged_into_id is not None:
        return (f"{row.name} was deleted from your people. Bring them back, or take them off this list.",)
    today = day_in(now, opened.zone_of_reviewer(row))
    history = History(
        person.name, paused=relationships.paused(session, person.id, today),
        may_be_contacted=person.may_be_contacted, not_contact_reason=person.do_not_contact_reason,
    )  # fmt: skip
    found = [one.words for one in relationship_rules.objections(history, today, "approval")]
    helper = row.helper
    if helper is not None and not helper.may_be_contacted:
        found.append(f"{helper.name}, who answers for {person.name}, is not to be contacted. Choose somebody else.")
    may = reviewers.allowed(session, article)
    if row.scope not in may.scopes:
        found.append(may.refusal_of(row.scope))
    return tuple(found)


# --- asking -----------------------------------------------------------------------------------------------------------


def ask(
    session: WorkspaceSession, article: Article, numbers: Collection[int], asking: Asking, by: By
) -> Sequence[ApprovalRequest]:
    """Keeps the text as a version and gives each of these reviewers a link to it; the links, also those there are.

    numbers: ids of reviewers. Pressed twice, or in two windows, nobody is asked twice.
    Raises: Refused with every reason; ChangedElsewhere for a text that another window has changed since.
    """
    hold(session, Article.id, article.id)
    if asking.article_version is not None and asking.article_version != article.version:
        raise ChangedElsewhere
    wishes = [one for one in plan(session, article, by) if one.reviewer.id in numbers]
    _refuse(session, article, wishes, asking, by)
    version = versions.keep(session, article, "written", by)
    found = [one.standing or _new(session, one, version, asking, by) for one in wishes]
    session.flush()
    return found


def _refuse(session: WorkspaceSession, article: Article, wishes: Sequence[Wish], asking: Asking, by: By) -> None:
    reasons = list(article_problems(session, article))
    if not wishes:
        reasons.append("Choose whom to ask.")
    for wish in wishes:
        reasons += wish.problems
        if not wish.kind and wish.standing is None:
            reasons.append(f"{wish.reviewer.name}: {wish.why}")
    if any(wish.standing is None for wish in wishes):
        reasons += day_problems(article, [wish.reviewer for wish in wishes], asking, by.now)
    if reasons:
        raise Refused(*dict.fromkeys(reasons))


def day_problems(article: Article, asked: Sequence[Reviewer], asking: Asking, now: datetime) -> Sequence[str]:
    """Why an answer cannot be asked for by this day; remarks count unless the user has read them."""
    weighed = [weigh(article, row, asking.ask_by, now) for row in asked]
    found = [one for each in weighed for one in (*each.refusals, *(() if asking.despite else each.remarks))]
    return tuple(dict.fromkeys(found))


def weigh(article: Article, row: Reviewer, ask_by: date, now: datetime) -> Weighed:
    """Holds a day against today where the reviewer is, and against the day of the project."""
    today = day_in(now, opened.zone_of_reviewer(row))
    due_on = article.project.due_on if article.project is not None else None
    # A day of the project that has passed long ago says nothing; the desk tells that it is late.
    return asking_days.weigh(ask_by, today, due_on if due_on is None or due_on > today else None, row.name)


def _new(session: WorkspaceSession, wish: Wish, version: ArticleVersion, asking: Asking, by: By) -> ApprovalRequest:
    row = wish.reviewer
    if not _shown(version, row, row.scope).paragraphs:
        raise Refused(
            f"Nothing in the text is a quotation of {row.name} or rests on a fact, so there is nothing to show them. "
            "Mark their quotations, or ask about the whole text."
        )
    return _linked(session, row, version, wish.kind, asking, by)


def _linked(
    session: WorkspaceSession, reviewer: Reviewer, version: ArticleVersion, kind: str, asking: Asking, by: By
) -> ApprovalRequest:
    link = links.new(asking.server_key)
    request = ApprovalRequest(
        article_id=reviewer.article_id, reviewer=reviewer, version_id=version.id, kind=kind, scope=reviewer.scope,
        shown_hash=_shown(version, reviewer, reviewer.scope).hash, token_hash=link.token_hash, seed=link.seed,
        ask_by=asking.ask_by,
        expires_at=asking_days.expires(asking.ask_by, opened.zone_of_reviewer(reviewer), asking.link_days),
        made_by_id=by.user_id, created_at=by.now, updated_at=by.now,
    )  # fmt: skip
    session.add(request)
    session.flush()
    return request


# --- afterwards -------------------------------------------------------------------------------------------------------


def take_back(session: WorkspaceSession, request: ApprovalRequest, by: By) -> bool:
    """Ends a link at once; whether it was still open. Raises: Refused where they have answered under it."""
    hold(session, ApprovalRequest.id, request.id)
    _refuse_answered(session, request, "Their link shows them what they answered, so it stays.")
    if request.withdrawn_at is not None:
        return False
    request.withdrawn_at = request.updated_at = by.now
    session.flush()
    return True


def new_link(
    session: WorkspaceSession, article: Article, request: ApprovalRequest, asking: Asking, by: By
) -> ApprovalRequest:
    """Ends a link and makes another one to the same version; one that was made by the press before is given again.

    Raises: Refused where they have answered, cannot be asked now, or the day cannot be.
    """
    hold(session, Article.id, article.id)
    _refuse_answered(session, request, "Ask them about a new version instead.")
    version = session.get_one(ArticleVersion, request.version_id)
    there = _standing(session, request.reviewer, version)
    if there is not None and there.id != request.id:
        return there
    if article.state != "writing":
        raise Refused(*article_problems(session, article))
    reasons = [
        *reviewer_problems(session, article, request.reviewer, by.now),
        *day_problems(article, [request.reviewer], asking, by.now),
    ]
    if reasons:
        raise Refused(*reasons)
    ending.end_of_version(session, request.reviewer, version.id, by)
    return _linked(session, request.reviewer, version, request.kind, asking, by)


def extend(
    session: WorkspaceSession, article: Article, request: ApprovalRequest, asking: Asking, version: int, by: By
) -> None:
    """Gives them until another day; the same link works on, also one whose time was over.

    version: that of the request when the form was made. Raises: ChangedElsewhere; Refused for a link that was taken
    back or answered, and for a day that cannot be.
    """
    hold(session, ApprovalRequest.id, request.id)
    if request.version != version:
        raise ChangedElsewhere
    _refuse_answered(session, request, "There is nothing to wait for any more.")
    if request.withdrawn_at is not None:
        raise Refused("This link was taken back. Make a new one.")
    refusals = weigh(article, request.reviewer, asking.ask_by, by.now).refusals
    if refusals:
        raise Refused(*refusals)
    zone = opened.zone_of_reviewer(request.reviewer)
    request.ask_by, request.updated_at = asking.ask_by, by.now
    request.expires_at = asking_days.expires(asking.ask_by, zone, asking.link_days)
    session.flush()


def _refuse_answered(session: WorkspaceSession, request: ApprovalRequest, advice: str) -> None:
    there = decisions.holding(session, request)
    if there is not None:
        on = day(there.decided_at.date(), there.decided_at.date())
        raise Refused(f"{there.by_name} has answered on {on}. {advice}")
