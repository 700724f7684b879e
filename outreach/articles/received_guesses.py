"""Whose answer came back, and about which version: a proposal, with the reason for it. The user's word goes before it.

What can tell: the letter that it answers (its Message-ID), the address or name that it comes from, and the lines of a
file, held against each version. Two that say different things are left to the user.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from outreach.accounts.rules import email_key
from outreach.articles import article_text, placing, versions
from outreach.articles.approval_models import ApprovalRequest, Reviewer
from outreach.articles.models import Article, ArticleVersion
from outreach.db import WorkspaceSession
from outreach.drafts.models import Departure
from outreach.folding import fold
from outreach.people.models import Person

ENOUGH = 0.6
"""The share of a version's lines that have to stand in a file, for it to be taken for that version."""

_MOST_IDS = 50


@dataclass(frozen=True, slots=True)
class Clues:
    """What a message or file tells of where it is from. replied_to: Message-IDs; lines: of a file, without changes."""

    replied_to: Sequence[str] = ()
    address: str = ""
    names: Sequence[str] = ()
    lines: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Guess:
    """A reviewer and a version, or None for either; why, a sentence each."""

    reviewer_id: int | None = None
    version_id: int | None = None
    why: tuple[str, ...] = ()


def guess(session: WorkspaceSession, article: Article, clues: Clues) -> Guess:
    """Whose answer it seems to be, and about which version."""
    rows = reviewers_of(session, article)
    requests = requests_of(session, article)
    request = _by_letter(session, requests, clues.replied_to)
    if request is not None:
        return Guess(request.reviewer_id, request.version_id, ("It answers the letter that asked for approval.",))
    reviewer, who = _reviewer(session, rows, clues)
    version, which = _by_lines(session, article, clues.lines)
    if version is None and reviewer is not None:
        asked = [one for one in requests if one.reviewer_id == reviewer.id and one.sent_at is not None]
        version = asked[-1].version_id if asked else None
        which = "It is the version that they were asked about last." if asked else ""
    return Guess(reviewer.id if reviewer else None, version, tuple(one for one in (who, which) if one))


def reviewers_of(session: WorkspaceSession, article: Article) -> Sequence[Reviewer]:
    """Everybody who is or was asked about an article, in the order in which they were chosen."""
    mine = select(Reviewer).where(Reviewer.article_id == article.id)
    return session.scalars(mine.order_by(Reviewer.removed_at.is_not(None), Reviewer.id)).all()


def requests_of(session: WorkspaceSession, article: Article) -> Sequence[ApprovalRequest]:
    """What was asked about an article, in order; links that were taken back among it."""
    mine = select(ApprovalRequest).where(ApprovalRequest.article_id == article.id)
    return session.scalars(mine.order_by(ApprovalRequest.id)).all()


def _by_letter(
    session: WorkspaceSession, requests: Sequence[ApprovalRequest], replied_to: Sequence[str]
) -> ApprovalRequest | None:
    named = {one.strip().strip("<>") for one in replied_to if one.strip()}
    by_draft = {one.draft_id: one for one in requests if one.draft_id is not None}
    if not named or not by_draft:
        return None
    ids = [form for one in sorted(named)[:_MOST_IDS] for form in (one, f"<{one}>")]
    left = select(Departure.draft_id).where(Departure.message_id.in_(ids), Departure.draft_id.in_(by_draft))
    found = set(session.scalars(left))
    return by_draft[found.pop()] if len(found) == 1 else None


def _reviewer(session: WorkspaceSession, rows: Sequence[Reviewer], clues: Clues) -> tuple[Reviewer | None, str]:
    """The reviewer whom an address or a name tells, their helper's too; the only one there is."""
    helpers = {row.id: session.get(Person, row.helper_id) for row in rows if row.helper_id is not None}
    address = email_key(clues.address) if "@" in clues.address else ""
    people = {row.id: [one for one in (row.person, helpers.get(row.id)) if one is not None] for row in rows}
    by_address = [row for row in rows if address and any(one.email_key == address for one in people[row.id])]
    if len(by_address) == 1:
        return by_address[0], f"It comes from the address of {by_address[0].name} or of who answers for them."
    names = {fold(name) for name in clues.names if name.strip()}
    called = {row.id: {fold(row.name), *(fold(one.name) for one in people[row.id])} for row in rows}
    by_name = [row for row in rows if names & called[row.id]]
    if len(by_name) == 1:
        return by_name[0], f"The name in it is that of {by_name[0].name} or of who answers for them."
    here = [row for row in rows if row.removed_at is None]
    if len(here) == 1 and not by_address and not by_name:
        return here[0], "Nobody else is asked about this article."
    return None, ""


def _by_lines(session: WorkspaceSession, article: Article, lines: Sequence[str]) -> tuple[int | None, str]:
    """The version whose lines stand in a file; of two that do, the one of which more do."""
    there = {bare for line in lines for bare in placing.bare_lines(line)}
    if not there:
        return None, ""
    shares = [(_share(version, there), version.number, version) for version in versions.all_of(session, article)]
    share, number, version = max(shares, default=(0.0, 0, None), key=lambda one: one[:2])
    if version is None or share < ENOUGH:
        return None, "The file is like none of the versions."
    rivals = [one for one in shares if one[0] == share]
    if len(rivals) > 1:
        return version.id, f"The file could be {len(rivals)} versions; version {number} is the latest of them."
    said = "is" if share == 1 else "is nearest to"
    return version.id, f"The text of the file {said} version {number}."


def _share(version: ArticleVersion, there: set[str]) -> float:
    own = [version.title, *(one.text for one in article_text.paragraphs(version.body))]
    return sum(bool(there.intersection(placing.bare_lines(line))) for line in own) / len(own)
