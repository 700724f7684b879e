"""The list of points before a text is handed in: what is known by itself, and what only the user can say.

    points(session, article, version, now, today) -> the points in their order

A point that is not met can be passed with a reason, which is kept with the submission. Two cannot: a place that is not
filled in, and somebody who gave their words only to be checked first, and has not said yes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from sqlalchemy import select

from outreach.articles import article_text, checking, reviewers, standings_of
from outreach.articles.approval_models import SCOPES
from outreach.articles.article_rules.whole import discloses
from outreach.articles.models import Article, ArticleVersion, Submission
from outreach.articles.rules import STANDING_WORDS
from outreach.articles.standings_of import Standing
from outreach.articles.versions import marks_of
from outreach.db import WorkspaceSession
from outreach.dossiers.subjects import present_position
from outreach.projects import rules as venue_rules
from outreach.projects.venues import Venue, venue_of
from outreach.words import counted, day, listed

PointState = Literal["met", "ask", "open"]
"""met: known by itself. ask: only the user can say. open: known not to be met."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point. key: its name in forms and in `Submission.passed`; said: what is known of it, in a sentence.

    can_pass: whether a reason lets the text be handed in without it. address, action: where it can be met.
    """

    key: str
    words: str
    state: PointState
    said: str = ""
    can_pass: bool = True
    address: str = ""
    action: str = ""


def points(
    session: WorkspaceSession, article: Article, version: ArticleVersion, now: datetime, today: date
) -> tuple[Point, ...]:
    """The points for handing in a version, which is the text as it stands. today: where the user is."""
    rows = standings_of.standings(session, [article.id], now).get(article.id, ())
    venue = venue_of(session, article.project) if article.project is not None else None
    return (
        *_approvals(session, article, rows),
        *_conditions(article, rows),
        *_text(session, article, version, bool(rows), venue),
        *_of_venue(session, article, version, rows, venue, today),
    )


# --- who has said yes -------------------------------------------------------------------------------------------------


def _approvals(session: WorkspaceSession, article: Article, rows: tuple[Standing, ...]) -> Iterator[Point]:
    base = f"/articles/{article.id}"
    wished = reviewers.wish_to_check(session, article)
    if not rows:
        yield Point(
            "approval", "Somebody has approved it", "open", "Nobody has approved this text, since nobody was asked.",
            address=f"{base}/reviewers", action="Choose who is asked",
        )  # fmt: skip
    for one in reviewers.must_be_asked(session, article):
        yield Point(
            f"asked_{one.person_id}", f"{one.name} has checked their words", "open",
            f"{one.name} gave their words only to be checked first, and is not among those who are asked.", False,
            f"{base}/reviewers", "Ask them",
        )  # fmt: skip
    for row in rows:
        yield _approval(row, base, row.reviewer.person_id in wished)


def _approval(row: Standing, base: str, wished: bool) -> Point:  # noqa: FBT001 (a fact, not a switch)
    name, said = row.reviewer.name, STANDING_WORDS[row.state]
    words = f"{name} has said yes to {SCOPES[row.reviewer.scope].lower()}"
    key = f"approval_{row.reviewer.id}"
    if row.state in ("approved", "kept"):
        same = "exactly this text" if row.state == "approved" else "an earlier version; the changes are not near theirs"
        on = f" on {day(row.since, row.today)}" if row.since is not None else ""
        return Point(key, words, "met", f"Approved version {row.number}{on}: {same}.")
    told = f"{said}{f', version {row.number}' if row.number is not None else ''}. No answer is not approval."
    if row.state in ("changes", "declined", "asks_again"):
        told = f"{said}. Their page said that nothing is published until they say yes."
    if wished:
        told += " They gave their words only to be checked first."
    return Point(key, words, "open", told, not wished, f"{base}#approvals", "Look at the approvals")


def _conditions(article: Article, rows: tuple[Standing, ...]) -> Iterator[Point]:
    for row in rows:
        decision = row.decision
        if decision is None or decision.answer != "approved" or not decision.conditions:
            continue
        words = f"The condition of {row.reviewer.name} is met"
        condition = " ".join(decision.conditions.split())
        short = condition if len(condition) <= 200 else f"{condition[:190].rpartition(' ')[0]} …"
        key, address = f"condition_{decision.id}", f"/articles/{article.id}/decisions/{decision.id}/condition"
        if decision.met_at is not None:
            yield Point(key, words, "met", f"“{short}” {decision.met_words}")
        else:
            yield Point(key, words, "open", f"“{short}”", address=address, action="Note that it is met")


# --- the text ---------------------------------------------------------------------------------------------------------


def _text(
    session: WorkspaceSession,
    article: Article,
    version: ArticleVersion,
    has_reviewers: bool,  # noqa: FBT001 (a fact, not a switch)
    venue: Venue | None,
) -> Iterator[Point]:
    yield _disclosure(article, version, has_reviewers, venue)
    yield _check(session, article)
    yield Point("names", "Names and titles are looked at", "ask", _names(session, article, version))


def _disclosure(article: Article, version: ArticleVersion, has_reviewers: bool, venue: Venue | None) -> Point:  # noqa: FBT001 (a fact)
    words = "The text says who has seen it before publication"
    if discloses(article_text.paragraphs(version.body)):
        return Point("disclosure", words, "met", "The line stands at its end.")
    if not has_reviewers and not marks_of(version).quotes:
        return Point("disclosure", words, "met", "Nobody is quoted, and nobody was shown it.")
    line = venue_rules.promise(venue).disclosure or "… reviewed this article for accuracy."
    return Point(
        "disclosure", words, "open", f"No such line stands at its end. As one may read: “{line}”",
        address=f"/articles/{article.id}/edit", action="Write it",
    )  # fmt: skip


def _check(session: WorkspaceSession, article: Article) -> Point:
    remarks = checking.findings(session, article)
    stopping = [one for one in remarks if one.stops]
    words = "The check finds nothing that must be fixed"
    unfilled = article_text.placeholders(article.body)
    if not stopping and not unfilled:
        return Point("check", words, "met")
    said = f"{counted(max(len(stopping), len(unfilled)), 'finding is', 'findings are')} open"
    first = f"“{unfilled[0]}” is not filled in yet." if unfilled else stopping[0].message
    can_pass = not unfilled and all(one.can_pass for one in stopping)
    return Point(
        "check", words, "open", f"{said}. {first}", can_pass, f"/articles/{article.id}/check", "Look at the check"
    )


def _names(session: WorkspaceSession, article: Article, version: ArticleVersion) -> str:
    told = []
    if article.person is not None:
        post = present_position(session, article.person.id)
        where = ", ".join(part for part in (post.title, post.organization_name) if part) if post is not None else ""
        told.append(f"{article.person.name} ({where})" if where else article.person.name)
    speakers = dict.fromkeys(one.speaker for one in marks_of(version).quotes if one.speaker)
    known = article.person.name if article.person is not None else ""
    told += [one for one in speakers if one != known]
    some = [*told[:8], f"{len(told) - 8} more"] if len(told) > 8 else told
    return f"As they are known here: {listed(some)}." if some else "Read each as its owner writes it."


# --- the venue --------------------------------------------------------------------------------------------------------


def _of_venue(
    session: WorkspaceSession, article: Article, version: ArticleVersion, rows: tuple[Standing, ...],
    venue: Venue | None, today: date,
) -> Iterator[Point]:  # fmt: skip
    yield from _length(article, version, venue)
    yield from _exclusive(session, article, venue)
    if venue is not None and venue.query_rule:
        yield Point("query", "The editors were asked first, as they wish", "ask", f"Their rule: {venue.query_rule}")
    yield from _in_time(article, venue, today)
    yield from _source_review(session, article, rows, venue)


def _length(article: Article, version: ArticleVersion, venue: Venue | None) -> Iterator[Point]:
    asked = venue_rules.length_words(venue.shortest_words, venue.longest_words) if venue is not None else ""
    if venue is None or not asked:
        return
    too_long = venue.longest_words is not None and version.words > venue.longest_words
    too_short = venue.shortest_words is not None and version.words < venue.shortest_words
    said = f"It has {counted(version.words, 'word', 'words')}. Their rule: {asked}."
    state: PointState = "open" if too_long or too_short else "met"
    address, action = (f"/articles/{article.id}/edit", "Write") if state == "open" else ("", "")
    yield Point("length", "The length is what the venue takes", state, said, address=address, action=action)


def _exclusive(session: WorkspaceSession, article: Article, venue: Venue | None) -> Iterator[Point]:
    words = "It is offered and published nowhere else"
    elsewhere = select(Submission).where(
        Submission.article_id == article.id, Submission.outcome.in_(("waiting", "accepted"))
    )
    there = session.scalars(elsewhere.order_by(Submission.id.desc()).limit(1)).first()
    if there is not None:
        yield Point("exclusive", words, "open", f"It was handed in to {there.venue} already.")
    elif venue is not None and venue.exclusivity:
        yield Point("exclusive", words, "ask", f"Their rule: {venue.exclusivity}")


def _in_time(article: Article, venue: Venue | None, today: date) -> Iterator[Point]:
    lead = venue.lead_time_days if venue is not None else None
    appears = ""
    if lead is not None and (date.max - today).days > lead:
        then = day(today + timedelta(days=lead), today)
        appears = f" Handed in today it would appear about {then}: {venue_rules.lead_time_words(lead)}."
    due_on = article.project.due_on if article.project is not None else None
    if due_on is not None:
        is_late = due_on < today
        said = f"It {'was' if is_late else 'is'} due on {day(due_on, today)}.{appears}"
        yield Point("time", "It is in time", "open" if is_late else "met", said)
    elif appears:
        yield Point("time", "It is in time", "ask", appears.strip())


def _source_review(
    session: WorkspaceSession, article: Article, rows: tuple[Standing, ...], venue: Venue | None
) -> Iterator[Point]:
    words = "Nobody was shown more than the venue allows"
    if venue is None:
        return
    allowed = reviewers.allowed(session, article)
    beyond = [row.reviewer.name for row in rows if row.request is not None and row.request.scope not in allowed.scopes]
    if allowed.is_unknown and not allowed.editors_said:
        yield Point("review", words, "ask", allowed.why)
    elif beyond:
        yield Point("review", words, "open", f"{allowed.why} {listed(beyond)} saw more.")
    else:
        told = f"{allowed.why} {allowed.editors_said}".strip()
        yield Point("review", words, "met", told)
