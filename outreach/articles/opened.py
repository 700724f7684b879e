"""What a reviewer's link opens: which version, what changed since the one they were sent first, what was decided.

A link belongs to one request. Where the same reviewer was sent a newer version since, the link shows that one, with
what changed at the top; an answer is then about the newer one. A link that has passed its day, was taken back or never
was opens nothing, and nobody can tell which of the three it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo

from sqlalchemy import select
from sqlalchemy.orm import object_session

from outreach.accounts.models import User
from outreach.accounts.whereabouts import day_in
from outreach.articles import decisions, links, rules, shown_changes, versions
from outreach.articles.approval_models import ApprovalRequest, Decision, Reviewer, Suggestion
from outreach.articles.models import Article, ArticleVersion
from outreach.articles.shown import Shown, Viewer, shown_to
from outreach.articles.shown_changes import ChangedParagraph
from outreach.db import WorkspaceSession
from outreach.once import once
from outreach.people.models import Person
from outreach.projects.models import PROJECT_KINDS
from outreach.projects.venues import venue_of
from outreach.security import hash_of
from outreach.time_zones import zone_of

TAKEN_BACK = "Taken back by them"
"""Why a decision has ended, and its suggestions with it."""

RECEIPT_DAYS = 365
"""How long the link of an answer shows what was answered."""

_HOME = "America/New_York"
"""The zone of a reviewer of whom none is known."""


@dataclass(frozen=True, slots=True)
class Found:
    """Which request of which workspace a link belongs to."""

    workspace_id: int
    request_id: int


def find(session: WorkspaceSession, token: str) -> Found | None:
    """Where a link belongs; None for one that never was. `session` sees all workspaces: the secret alone says which."""
    if not links.is_token(token):
        return None
    row = session.scalar(select(ApprovalRequest).where(ApprovalRequest.token_hash == hash_of(token)))
    return Found(row.workspace_id, row.id) if row is not None else None


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks. Both are "" for one whose account is gone."""

    name: str
    email: str

    @property
    def short(self) -> str:
        """The first name: "Your answer goes to Jordan only"."""
        return self.name.split()[0] if self.name.split() else "the author"


@dataclass(frozen=True, slots=True)
class About:
    """What the article is: "article" or "paper", its topic and where it would appear, each "" where not known."""

    kind: str
    topic: str
    venue: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A page for one reviewer. request: the one that an answer is about, which may be newer than that of the link."""

    request: ApprovalRequest
    reviewer: Reviewer
    article: Article
    version: ArticleVersion
    shown: Shown
    asker: Asker
    about: About
    decision: Decision | None
    approved_before: Decision | None
    """Their yes to an earlier version, which still stands."""
    before: ArticleVersion | None
    """The version that they saw before, where this is a newer one."""
    settled: tuple[tuple[str, str], ...]
    """What they wished for the version before, where it was not simply done: their words, and what is said to it."""
    wishes: tuple[str, ...]
    """The changes of quotations that came with the answer, a sentence each."""
    changed: tuple[ChangedParagraph, ...]
    """What differs from that one, in what they are shown."""
    today: date
    """Where the reviewer is."""

    @property
    def may_take_back(self) -> bool:
        """Whether what was decided can be taken back: until the day, and while the article is not handed in."""
        open_still = self.article.state == "writing"
        return self.decision is not None and open_still and rules.may_take_back(self.request.ask_by, self.today)

    @property
    def minutes(self) -> int:
        """How long it takes to read, at 200 words a minute."""
        return max(1, -(-self.shown.words // 200))


def open_link(session: WorkspaceSession, request_id: int, now: datetime) -> Opened | None:
    """What the link of a request shows; None where it answers no more."""
    own = session.get(ApprovalRequest, request_id)
    if own is None or not _answers(session, own, now):
        return None
    article = session.get(Article, own.article_id)
    if article is None or article.deleted_at is not None or article.state == "withdrawn":
        return None
    reviewer = own.reviewer
    request = _newest(session, own, now)
    version = session.get_one(ArticleVersion, request.version_id)
    before = _seen_before(session, own, request)
    view, seen = _as_asked(version, request)
    decision = decisions.holding(session, request)
    return Opened(
        request, reviewer, article, version, seen, _asker(session, request), about(session, article),
        decision, _approved_before(session, request), before, _settled(session, reviewer, before),
        _wishes(session, decision),
        shown_changes.between(_shown(before, view), seen) if before is not None else (),
        day_in(now, zone_of_reviewer(reviewer)),
    )  # fmt: skip


def viewer_of(reviewer: Reviewer, scope: str) -> Viewer:
    """A reviewer as somebody who looks, also under the ids of those who were joined into them."""
    session = object_session(reviewer)
    joined = _joined(session).get(reviewer.person_id or 0, ()) if isinstance(session, WorkspaceSession) else ()
    return Viewer(reviewer.person_id, reviewer.name, scope, reviewer.sees_all, frozenset(joined))


@once
def _joined(session: WorkspaceSession) -> Mapping[int, frozenset[int]]:
    """Who was joined into whom, also by way of another one: the id of who is left -> the ids of the others."""
    rows = session.execute(select(Person.id, Person.merged_into_id).where(Person.merged_into_id.is_not(None)))
    into = {row.id: row.merged_into_id for row in rows}
    found: dict[int, frozenset[int]] = {}
    for one in into:
        left, seen = one, set[int]()
        while left in into and left not in seen:
            seen.add(left)
            left = into[left]
        found[left] = found.get(left, frozenset()) | {one}
    return found


def _as_asked(version: ArticleVersion, request: ApprovalRequest) -> tuple[Viewer, Shown]:
    """What was put before them when they were asked, though they may see more since, or were joined with somebody.

    A yes is about that, and a receipt shows it.
    """
    asked = ((view, _shown(version, view)) for view in _views(request))
    first = next(asked)
    if first[1].hash == request.shown_hash:
        return first
    return next((one for one in asked if one[1].hash == request.shown_hash), first)


def _views(request: ApprovalRequest) -> Iterator[Viewer]:
    """The reviewer as they are, then as they may have been."""
    now = viewer_of(request.reviewer, request.scope)
    for sees_all in (now.sees_all, not now.sees_all):
        yield replace(now, sees_all=sees_all)
        if now.joined:
            for number in (now.person_id, *sorted(now.joined)):
                yield replace(now, person_id=number, joined=frozenset(), sees_all=sees_all)


def _shown(version: ArticleVersion, viewer: Viewer) -> Shown:
    return shown_to(version.title, version.body, versions.marks_of(version), viewer)


def _answers(session: WorkspaceSession, request: ApprovalRequest, now: datetime) -> bool:
    if request.reviewer.removed_at is not None:
        return False
    if not rules.is_over(request.expires_at, request.withdrawn_at, now):
        return True
    if request.withdrawn_at is not None:
        return False
    decision = decisions.holding(session, request)
    return decision is not None and now < decision.decided_at + timedelta(days=RECEIPT_DAYS)


def _newest(session: WorkspaceSession, own: ApprovalRequest, now: datetime) -> ApprovalRequest:
    """The request that the reviewer was sent last; that of the link itself where there is no later one."""
    later = select(ApprovalRequest).where(
        ApprovalRequest.reviewer_id == own.reviewer_id, ApprovalRequest.id > own.id,
        ApprovalRequest.sent_at.is_not(None), ApprovalRequest.withdrawn_at.is_(None), ApprovalRequest.expires_at > now,
    )  # fmt: skip
    return session.scalar(later.order_by(ApprovalRequest.id.desc()).limit(1)) or own


def _earlier(request: ApprovalRequest) -> tuple[ApprovalRequest, ...]:
    """What the reviewer was sent before, latest first."""
    sent = [one for one in request.reviewer.requests if one.id < request.id and one.sent_at is not None]
    return tuple(sorted(sent, key=lambda one: one.id, reverse=True))


def _seen_before(session: WorkspaceSession, own: ApprovalRequest, request: ApprovalRequest) -> ArticleVersion | None:
    """The version to compare with: that of their own link, else what they were sent before."""
    earlier = own if own.id != request.id else next(iter(_earlier(request)), None)
    if earlier is None or earlier.version_id == request.version_id:
        return None
    return session.get(ArticleVersion, earlier.version_id)


def _approved_before(session: WorkspaceSession, request: ApprovalRequest) -> Decision | None:
    for one in _earlier(request):
        decision = decisions.holding(session, one)
        if decision is not None:
            return decision if decision.answer == "approved" else None
    return None


def _wishes(session: WorkspaceSession, decision: Decision | None) -> tuple[str, ...]:
    if decision is None or decision.conditions:
        return ()
    of_quotes = select(Suggestion).where(Suggestion.decision_id == decision.id, Suggestion.quote_number.is_not(None))
    rows = session.scalars(of_quotes.order_by(Suggestion.position))
    return tuple(
        f"Leave out: “{row.before}”" if row.kind == "leave_out" else f"Instead of “{row.before}”: “{row.after}”"
        for row in rows
    )


def _settled(
    session: WorkspaceSession, reviewer: Reviewer, before: ArticleVersion | None
) -> tuple[tuple[str, str], ...]:
    """What became of the wishes of this reviewer that were not simply done, in the order of the text."""
    if before is None:
        return ()
    mine = select(Suggestion).where(
        Suggestion.reviewer_id == reviewer.id, Suggestion.version_id == before.id,
        Suggestion.state.in_(("adapted", "discussed", "kept")),
    )  # fmt: skip
    found = [
        (_told(row), _answer_to(row)) for row in session.scalars(mine.order_by(Suggestion.position, Suggestion.id))
    ]
    return tuple((words, answer) for words, answer in found if answer)


def _told(row: Suggestion) -> str:
    if row.comment:
        return row.comment
    return f"“{row.before}” → “{row.after}”" if row.before and row.after else f"“{row.before or row.after}”"


def _answer_to(row: Suggestion) -> str:
    if row.state == "adapted":
        return f"It now reads “{row.settled_text}”." if row.settled_text else ""
    return "" if row.answer == TAKEN_BACK else row.answer


def _asker(session: WorkspaceSession, request: ApprovalRequest) -> Asker:
    user = session.get(User, request.made_by_id) if request.made_by_id is not None else None
    return Asker(user.name, user.email) if user is not None else Asker("", "")


def about(session: WorkspaceSession, article: Article) -> About:
    """What an article is, in the words of its project."""
    project = article.project
    if project is None:
        return About("text", "", "")
    venue = venue_of(session, project)
    kind = PROJECT_KINDS[project.kind].lower()
    return About(kind, project.topic, venue.name if venue else "")


def zone_of_reviewer(reviewer: Reviewer) -> tzinfo:
    """Where a reviewer is; Eastern time where nobody knows."""
    said = reviewer.person.time_zone if reviewer.person is not None else ""
    return zone_of(said) or zone_of(_HOME) or UTC
