"""Handing an article in: a version, to a venue, on a day, with what was passed and why; then what the editors said.

hand_in(session, article, new, now)      pressed twice, or in two windows, it is handed in once
set_outcome(session, article, row, ...)  accepted; not taken, or taken back: then it is being written again
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select

from outreach.articles import differences, standings_of, venue_list, versions
from outreach.articles.differences import Difference
from outreach.articles.handed_files import FileCompared
from outreach.articles.models import Article, ArticleVersion, Submission
from outreach.articles.standings_of import Standing
from outreach.columns import thawed
from outreach.db import WorkspaceSession
from outreach.errors import NotFound, Refused
from outreach.people.operations import By
from outreach.sent_twice import hold
from outreach.words import day

VENUE_MAX = 200
REASON_MAX = 1_000
NOTE_MAX = 3_000

FILE = "file"
"""Under this name `Submission.passed` keeps in how many passages the file that was handed in differs."""

OPEN = ("waiting", "accepted")
"""Outcomes while the text is with a venue."""


@dataclass(frozen=True, slots=True)
class NewSubmission:
    """What is handed in where. ticked: keys of points that the user says are met; reasons: key -> why it is not.

    version_id: of the version that the form was made for.
    """

    version_id: int
    venue: str
    on: date
    ticked: frozenset[str] = frozenset()
    reasons: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Against:
    """A version against the one that a reviewer said yes to. version: None where they have said no yes."""

    standing: Standing
    version: ArticleVersion | None
    is_same: bool
    difference: Difference | None


# --- reading ----------------------------------------------------------------------------------------------------------


def of_article(session: WorkspaceSession, article: Article) -> Sequence[Submission]:
    """Where an article was handed in, the latest first."""
    mine = select(Submission).where(Submission.article_id == article.id)
    return session.scalars(mine.order_by(Submission.id.desc())).all()


def standing(session: WorkspaceSession, article: Article) -> Submission | None:
    """The submission that an article is with a venue by; None where it is with none."""
    return next((one for one in of_article(session, article) if one.outcome in OPEN), None)


def submission_here(session: WorkspaceSession, article: Article, number: int) -> Submission:
    """A submission of an article. Raises: NotFound."""
    row = session.get(Submission, number)
    if row is None or row.article_id != article.id:
        raise NotFound
    return row


def against_approvals(
    session: WorkspaceSession, article: Article, version: ArticleVersion, now: datetime
) -> tuple[Against, ...]:
    """A version against each yes: whether the hashes are the same, else which words differ."""
    return tuple(
        _against(session, one, version)
        for one in standings_of.standings(session, [article.id], now).get(article.id, ())
    )


def _against(session: WorkspaceSession, one: Standing, version: ArticleVersion) -> Against:
    decision = one.decision
    if decision is None or decision.answer != "approved":
        return Against(one, None, False, None)
    approved = session.get_one(ArticleVersion, decision.version_id)
    if decision.text_hash == version.text_hash:
        return Against(one, approved, True, None)
    found = differences.compared(approved.title, approved.body, version.title, version.body)
    return Against(one, approved, False, found)


# --- handing in -------------------------------------------------------------------------------------------------------


def version_to_hand_in(session: WorkspaceSession, article: Article) -> ArticleVersion | None:
    """The version that can be handed in: the latest, where the text has not changed since."""
    return versions.latest(session, article) if versions.is_kept(session, article) else None


def hand_in(session: WorkspaceSession, article: Article, new: NewSubmission, today: date, by: By) -> Submission:
    """Hands a version in. today: where the user is.

    Raises: Refused for a text that changed since, a day that cannot be, and for points without a tick or a reason.
    """
    hold(session, Article.id, article.id)
    session.refresh(article)
    there = standing(session, article)
    if there is not None:
        if there.version_id == new.version_id:
            return there
        raise Refused(f"It was handed in to {there.venue} already. Nothing was changed.")
    if article.state != "writing":
        raise Refused("This article was withdrawn, or has appeared. Nothing was handed in.")
    version = version_to_hand_in(session, article)
    if version is None or version.id != new.version_id:
        raise Refused("The text was changed since this page was opened. Look at it again. Nothing was handed in.")
    check_day(article, new.on, today)
    passed = _passed(venue_list.points(session, article, version, by.now, today), new)
    row = Submission(
        article_id=article.id, version_id=version.id, text_hash=version.text_hash,
        venue=" ".join(new.venue.split())[:VENUE_MAX], submitted_on=new.on, passed=passed,
        note=new.note.strip()[:NOTE_MAX], made_by_id=by.user_id, created_at=by.now, updated_at=by.now,
    )  # fmt: skip
    session.add(row)
    article.state, article.updated_at = "submitted", by.now
    session.flush()
    return row


def check_day(article: Article, on: date, today: date) -> None:
    """Raises: Refused for a day ahead, and for one before the article was begun."""
    if on > today:
        raise Refused(f"{day(on, today)} lies ahead. Say on which day it was handed in.")
    if on < article.created_at.date() and on < today:
        raise Refused(f"The article was begun on {day(article.created_at.date(), today)}. Check the day.")


def missing(points: Sequence[venue_list.Point], new: NewSubmission) -> dict[str, str]:
    """Point -> what is still to be done about it."""
    found: dict[str, str] = {}
    for one in points:
        if one.state == "met" or _why(one, new):
            continue
        if one.state == "open" and not one.can_pass:
            found[one.key] = f"{one.words}: this has to be met; no reason lets it pass."
        elif one.state == "open":
            found[one.key] = f"{one.words}: meet it, or write why it is handed in without it."
        elif one.key not in new.ticked:
            found[one.key] = f"{one.words}: tick it, or write why it is handed in without it."
    return found


def _passed(points: Sequence[venue_list.Point], new: NewSubmission) -> dict[str, object]:
    """The points that were passed, with the words of each and why. Raises: Refused where one is neither."""
    lacking = missing(points, new)
    if lacking:
        raise Refused(*lacking.values())
    without = [one for one in points if one.state == "open" or (one.state == "ask" and one.key not in new.ticked)]
    return {one.key: {"words": one.words, "said": one.said, "why": _why(one, new)} for one in without}


def _why(point: venue_list.Point, new: NewSubmission) -> str:
    if point.state == "open" and not point.can_pass:
        return ""
    return " ".join(new.reasons.get(point.key, "").split())[:REASON_MAX]


# --- the file ---------------------------------------------------------------------------------------------------------


def keep_file(session: WorkspaceSession, row: Submission, found: FileCompared, by: By) -> None:
    """Keeps which file was handed in, by its SHA-256, and in how many passages it differs."""
    hold(session, Submission.id, row.id)
    passed = {name: given for name, given in thawed(row.passed).items() if name != FILE}
    if not found.is_same:
        passed[FILE] = {"words": "The file says what the version says", "said": "", "why": found.words}
    row.file_hash, row.passed, row.updated_at = found.digest, passed, by.now
    session.flush()


# --- what the editors said --------------------------------------------------------------------------------------------


def set_outcome(
    session: WorkspaceSession, article: Article, row: Submission, outcome: str, on: date, note: str, today: date, by: By
) -> None:
    """Notes what became of it. Not taken, or taken back, it is being written again.

    outcome: "accepted", "declined" or "taken_back". Raises: Refused for a day that cannot be, and once it has appeared.
    """
    hold(session, Article.id, article.id)
    session.refresh(row)
    if article.state == "published":
        raise Refused("This article has appeared. What the editors said stays as it is.")
    if row.outcome == outcome:
        return
    if row.outcome not in OPEN:
        raise Refused("This was noted otherwise already. Nothing was changed.")
    if not row.submitted_on <= on <= today:
        raise Refused(f"Enter a day between {day(row.submitted_on, today)}, when it was handed in, and today.")
    row.outcome, row.outcome_on, row.updated_at = outcome, on, by.now
    row.note = note.strip()[:NOTE_MAX]
    if outcome in ("declined", "taken_back") and article.state == "submitted":
        article.state, article.updated_at = "writing", by.now
    session.flush()


def undo_outcome(session: WorkspaceSession, article: Article, row: Submission, by: By) -> None:
    """It is still with the editors. Raises: Refused where the text has changed, or was handed in again since."""
    hold(session, Article.id, article.id)
    session.refresh(row)
    if row.outcome == "waiting":
        return
    if article.state == "published":
        raise Refused("This article has appeared. What the editors said stays as it is.")
    if row.outcome in ("declined", "taken_back"):
        version = version_to_hand_in(session, article)
        if standing(session, article) is not None or article.state != "writing":
            raise Refused("It was handed in again, or withdrawn, since. Nothing was changed.")
        if version is None or version.text_hash != row.text_hash:
            raise Refused("The text has changed since. Hand it in anew.")
        article.state, article.updated_at = "submitted", by.now
    row.outcome, row.outcome_on, row.updated_at = "waiting", None, by.now
    session.flush()
