"""Where reviewers stand, and what the next polite step is: for many articles at once, in a fixed number of questions.

of_articles(session, ids, now)     a `where_it_stands.Stand` each: lists and pages of articles
standings(session, ids, now)       the same with requests, decisions and reminders: the desk, Today, the side part
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from outreach.accounts.whereabouts import day_in
from outreach.articles import asking_days, asking_letters, opened, rules
from outreach.articles.approval_models import ApprovalRequest, Decision, Reviewer
from outreach.articles.asking_days import Reminding
from outreach.articles.models import Article, ArticleVersion
from outreach.articles.rules import Asked, StandingState, TextThen
from outreach.articles.versions import marks_of
from outreach.articles.where_it_stands import OfReviewer, Stand
from outreach.db import WorkspaceSession
from outreach.drafts.models import Draft
from outreach.once import once
from outreach.words import day


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one reviewer stands. request, decision: those that it is read from; number: of the version that is meant.

    reminding: what is polite while they have not answered. due: the day that was asked for, where it has passed.
    """

    article: Article
    reviewer: Reviewer
    state: StandingState
    number: int | None
    since: date | None
    request: ApprovalRequest | None
    decision: Decision | None
    reminders: tuple[Draft, ...]
    reminding: Reminding | None
    today: date
    """Where they are."""
    is_rewritten: bool = False
    """Whether the text reads otherwise now than the version that they were asked about."""

    @property
    def has_unmet_condition(self) -> bool:
        """Whether they said yes on a condition of which nobody has noted that it is met."""
        return self.decision is not None and bool(self.decision.conditions) and self.decision.met_at is None

    @property
    def is_open(self) -> bool:
        """Whether the link still works and nothing has come back."""
        return self.state == "waiting"

    @property
    def next_words(self) -> str:
        """The next polite step, as it goes on after "next: "."""
        name = self.reviewer.name
        if self.state == "waiting":
            return _waiting_words(self.reminding, name, self.today)
        if self.state == "approved" or self.state == "kept":
            return f"meet the condition of {name}" if self.has_unmet_condition else ""
        if self.state == "asks_again" and self.has_unmet_condition:
            return f"note that the condition of {name} is met, or ask {name} again"
        if self.state == "changes" and self.is_rewritten:
            return f"ask {name} about the new version"
        return {
            "not_asked": f"send {name} the link" if self.request is not None else f"ask {name}",
            "asks_again": f"ask {name} again", "changes": f"look at what {name} wishes to change",
            "declined": f"talk with {name}", "ended": f"make a new link for {name}, or let it rest",
        }[self.state]  # fmt: skip


def _waiting_words(reminding: Reminding | None, name: str, today: date) -> str:
    if reminding is None or reminding.kind == "rest":
        return f"call the office of {name}, or let it rest; no answer is not approval"
    if reminding.kind == "remind":
        return f"remind {name}"
    return f"remind {name} on {day(reminding.on, today)}" if reminding.on is not None else ""


_URGENCY: Sequence[StandingState] = (
    "changes", "declined", "asks_again", "not_asked", "ended", "waiting", "approved", "kept",
)  # fmt: skip
"""Whose step comes first where several are open."""


def of_articles(session: WorkspaceSession, ids: Sequence[int], now: datetime) -> Mapping[int, Stand]:
    """Where some articles stand with their reviewers; without an entry nobody has to be asked."""
    return {number: stand_of(rows) for number, rows in standings(session, ids, now).items()}


def stand_of(rows: Sequence[Standing]) -> Stand:
    """The reviewers of one article in their order, with the step that comes next."""
    told = tuple(OfReviewer(one.reviewer.id, one.reviewer.name, one.state, one.number, one.since) for one in rows)
    is_over = not rows or rows[0].article.state != "writing"
    return Stand(told, "" if is_over else next_of(rows))


def next_of(rows: Sequence[Standing]) -> str:
    """The step that comes first: what they answered before what they have not; of those who wait the earliest."""
    in_order = sorted(rows, key=lambda one: (_URGENCY.index(one.state), _when(one), one.reviewer.id))
    words = next((one.next_words for one in in_order if one.next_words), "")
    return words or ("hand it in" if rows else "")


def _when(one: Standing) -> date:
    return one.reminding.on if one.reminding is not None and one.reminding.on is not None else date.max


# --- reading ----------------------------------------------------------------------------------------------------------


def standings(session: WorkspaceSession, ids: Sequence[int], now: datetime) -> Mapping[int, tuple[Standing, ...]]:
    """Where the reviewers of some articles stand, in the order in which they were chosen. At most seven questions."""
    return _standings(session, tuple(sorted(set(ids))), now)


@once
def _standings(session: WorkspaceSession, ids: tuple[int, ...], now: datetime) -> Mapping[int, tuple[Standing, ...]]:
    rows = _reviewers(session, ids) if ids else ()
    if not rows:
        return {}
    articles = {row.id: row for row in session.scalars(select(Article).where(Article.id.in_(ids)))}
    asked = _requests(session, [row.id for row in rows])
    decided = _decisions(session, [one.id for each in asked.values() for one in each])
    texts = _Texts(session, {row.article_id for row in rows})
    texts.read(_needed(asked, decided, texts))
    reminders = asking_letters.reminders_of(session, [one for each in asked.values() for one in each])
    found = defaultdict[int, list[Standing]](list)
    for row in rows:
        one = _standing(articles[row.article_id], row, asked.get(row.id, []), decided, texts, reminders, now)
        found[row.article_id].append(one)
    return {number: tuple(each) for number, each in found.items()}


def _reviewers(session: WorkspaceSession, ids: Iterable[int]) -> Sequence[Reviewer]:
    mine = select(Reviewer).where(Reviewer.article_id.in_(list(ids)), Reviewer.removed_at.is_(None))
    return session.scalars(mine.options(joinedload(Reviewer.person)).order_by(Reviewer.id)).unique().all()


def _requests(session: WorkspaceSession, reviewers: Sequence[int]) -> Mapping[int, list[ApprovalRequest]]:
    found = defaultdict[int, list[ApprovalRequest]](list)
    mine = select(ApprovalRequest).where(ApprovalRequest.reviewer_id.in_(reviewers)).order_by(ApprovalRequest.id)
    for one in session.scalars(mine):
        found[one.reviewer_id].append(one)
    return found


def _decisions(session: WorkspaceSession, requests: Sequence[int]) -> Mapping[int, Decision]:
    if not requests:
        return {}
    holding = select(Decision).where(Decision.request_id.in_(requests), Decision.ended_at.is_(None))
    return {one.request_id: one for one in session.scalars(holding)}


class _Texts:
    """The versions of some articles: their numbers and hashes all, their words where two have to be compared."""

    def __init__(self, session: WorkspaceSession, articles: Iterable[int]) -> None:
        told = select(
            ArticleVersion.id, ArticleVersion.article_id, ArticleVersion.number, ArticleVersion.text_hash
        ).where(ArticleVersion.article_id.in_(list(articles)))
        self._session = session
        self._lines = {row.id: row for row in session.execute(told)}
        self._latest: dict[int, int] = {}
        for row in sorted(self._lines.values(), key=lambda one: one.number):
            self._latest[row.article_id] = row.id
        self._words: dict[int, TextThen] = {}

    def number(self, version_id: int) -> int:
        """The number of a version."""
        return int(self._lines[version_id].number)

    def latest(self, article_id: int) -> int | None:
        """The id of the latest version."""
        return self._latest.get(article_id)

    def differs(self, article_id: int, version_id: int) -> bool:
        """Whether a version reads otherwise than the latest one."""
        latest = self._latest.get(article_id)
        return latest is not None and self._lines[latest].text_hash != self._lines[version_id].text_hash

    def read(self, wanted: Iterable[int]) -> None:
        """Reads the words of some versions, in one question."""
        ids = sorted(set(wanted))
        if ids:
            rows = self._session.scalars(select(ArticleVersion).where(ArticleVersion.id.in_(ids)))
            self._words = {row.id: TextThen(row.title, row.body, marks_of(row)) for row in rows}

    def nearness(self, article_id: int, version_id: int, reviewer: Reviewer) -> rules.Nearness:
        """Where the latest version differs from another one, for a reviewer."""
        latest = self._latest.get(article_id)
        if latest is None or version_id not in self._words or latest not in self._words:
            return "same"
        viewer = opened.viewer_of(reviewer, reviewer.scope)
        return rules.nearness(self._words[version_id], self._words[latest], viewer)


def _needed(
    asked: Mapping[int, Sequence[ApprovalRequest]], decided: Mapping[int, Decision], texts: _Texts
) -> Iterable[int]:
    """The versions whose words are looked at: those that were approved and have changed since, and what they became."""
    for one in (one for each in asked.values() for one in each):
        decision, latest = decided.get(one.id), texts.latest(one.article_id)
        if decision is None or decision.answer != "approved" or latest is None:
            continue
        if texts.differs(one.article_id, decision.stands_on_id):
            yield from (decision.stands_on_id, latest)


def _standing(
    article: Article, row: Reviewer, asked: Sequence[ApprovalRequest], decided: Mapping[int, Decision], texts: _Texts,
    reminders: Mapping[int, Sequence[Draft]], now: datetime,
) -> Standing:  # fmt: skip
    told = [_asked(one, decided.get(one.id), row, texts, now) for one in asked]
    latest = texts.latest(article.id)
    state = rules.standing(told, texts.number(latest) if latest is not None else None)
    request, decision = _read_from(state, asked, decided, now)
    zone = opened.zone_of_reviewer(row)
    today = day_in(now, zone)
    sent_on = day_in(request.sent_at, zone) if request is not None and request.sent_at is not None else None
    mine = tuple(reminders.get(request.id, ())) if request is not None else ()
    left = [day_in(one.sent_at, zone) for one in mine if one.sent_at is not None]
    is_waiting = state == "waiting" and sent_on is not None
    return Standing(
        article, row, state, texts.number(request.version_id) if request is not None else None,
        day_in(decision.decided_at, zone) if decision is not None else sent_on, request, decision, mine,
        asking_days.next_reminder(sent_on, left, today) if is_waiting and sent_on is not None else None, today,
        request is not None and texts.differs(article.id, request.version_id),
    )  # fmt: skip


def _asked(
    one: ApprovalRequest, decision: Decision | None, row: Reviewer, texts: _Texts, now: datetime
) -> Asked:  # fmt: skip
    is_yes = decision is not None and decision.answer == "approved"
    stands_on = decision.stands_on_id if decision is not None else one.version_id
    return Asked(
        one.version_id, texts.number(one.version_id), one.kind, one.sent_at is not None,
        rules.is_over(one.expires_at, one.withdrawn_at, now), decision.answer if decision is not None else "",
        texts.nearness(one.article_id, stands_on, row) if is_yes else "same",
    )  # fmt: skip


def _read_from(
    state: StandingState, asked: Sequence[ApprovalRequest], decided: Mapping[int, Decision], now: datetime
) -> tuple[ApprovalRequest | None, Decision | None]:
    """The request that a state is read from, and the decision about it."""
    answered = [one for one in asked if one.id in decided]
    if state in {"approved", "kept", "asks_again", "changes", "declined"}:
        return answered[-1], decided[answered[-1].id]
    asks = [one for one in asked if one.kind == "ask" and one.id not in decided]
    if state == "ended":
        return (asks[-1] if asks else None), None
    lying_open = [one for one in asks if not rules.is_over(one.expires_at, one.withdrawn_at, now)]
    return (lying_open[-1] if lying_open else None), None
