"""Makes rows of articles and approvals; the rest as in `factories` and `ledger_factories`."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import Any

from outreach.articles.approval_models import ApprovalRequest, Decision, ReceivedAnswer, Reviewer, Suggestion
from outreach.articles.models import (
    Article,
    ArticleFact,
    ArticleLetter,
    ArticleQuote,
    ArticleVersion,
    ShareLine,
    Submission,
)
from outreach.articles.shown import Viewer, shown_to
from outreach.articles.versions import marks_of
from outreach.db import WorkspaceSession
from outreach.people.models import Person
from tests.factories import NOON, make_draft, make_person, sha256

TODAY = NOON.date()

BODY = """Two Harbors Clinic opened six recovery chairs in spring. They argued about keys.

“Nobody had decided who could open the room on a Sunday,”[q1] says Inés Okafor-Lindqvist.

Boarding fell by 31% in six months.[1]
"""
"""A text with one quotation and one figure."""

_number = count(1)


def _kept(session: WorkspaceSession, row: Any) -> Any:
    session.add(row)
    session.flush()
    return row


def make_article(session: WorkspaceSession, person: Person | None = None, **named: Any) -> Article:
    """An article about a leader's work that is being written."""
    person = person or make_person(session)
    defaults = {
        "title": "The first ninety days of a short-stay unit", "body": BODY, "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, Article(person_id=person.id, **{**defaults, **named}))


def make_article_version(session: WorkspaceSession, article: Article | None = None, **named: Any) -> ArticleVersion:
    """The text as it stands, kept as the next version."""
    article = article or make_article(session)
    title, body = named.get("title", article.title), named.get("body", article.body)
    defaults = {
        "number": len(article.versions) + 1, "title": title, "body": body, "text_hash": sha256(title + body),
        "words": len(body.split()), "created_at": NOON,
    }  # fmt: skip
    return _kept(session, ArticleVersion(article=article, **{**defaults, **named}))


def make_quote(session: WorkspaceSession, article: Article | None = None, **named: Any) -> ArticleQuote:
    """Exact words of the leader, from a talk."""
    article = article or make_article(session)
    defaults = {
        "number": next(_number) % 999 + 1, "person_id": article.person_id, "speaker": "Inés Okafor-Lindqvist",
        "words": "Nobody had decided who could open the room on a Sunday, and it took us a month.", "said_at": NOON,
        "minute": 12, "told_in": "the talk on November 22", "created_at": NOON,
    }  # fmt: skip
    return _kept(session, ArticleQuote(article=article, **{**defaults, **named}))


def make_article_fact(session: WorkspaceSession, article: Article | None = None, **named: Any) -> ArticleFact:
    """A sentence that the article rests on."""
    article = article or make_article(session)
    defaults = {"number": next(_number) % 999 + 1, "sentence": "Boarding fell by 31% in six months."}
    return _kept(session, ArticleFact(article=article, **{**defaults, **named}))


def make_submission(session: WorkspaceSession, version: ArticleVersion | None = None, **named: Any) -> Submission:
    """A version that is with the editors."""
    version = version or make_article_version(session)
    defaults = {"venue": "The Chapter Letter", "submitted_on": TODAY, "created_at": NOON, "updated_at": NOON}
    return _kept(
        session,
        Submission(
            article_id=version.article_id, version_id=version.id, text_hash=version.text_hash, **{**defaults, **named}
        ),
    )


def make_share_line(session: WorkspaceSession, version: ArticleVersion | None = None, **named: Any) -> ShareLine:
    """A sentence of a version."""
    version = version or make_article_version(session)
    defaults = {"position": 1, "text": "Boarding fell by 31% in six months.", "created_at": NOON}
    return _kept(session, ShareLine(article_id=version.article_id, version_id=version.id, **{**defaults, **named}))


def make_article_letter(session: WorkspaceSession, article: Article | None = None, **named: Any) -> ArticleLetter:
    """A letter of thanks to the leader that was begun."""
    article = article or make_article(session)
    if "draft_id" not in named:
        named["draft_id"] = make_draft(session, article.person, kind="published-note").id
    return _kept(session, ArticleLetter(article_id=article.id, **{"kind": "thanks", "created_at": NOON, **named}))


# --- approvals --------------------------------------------------------------------------------------------------------


def make_reviewer(session: WorkspaceSession, article: Article | None = None, **named: Any) -> Reviewer:
    """The leader, who is asked about the whole text."""
    article = article or make_article(session)
    defaults = {
        "person_id": article.person_id, "name": "Inés Okafor-Lindqvist", "scope": "whole", "created_at": NOON,
        "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, Reviewer(article_id=article.id, **{**defaults, **named}))


def make_request(
    session: WorkspaceSession, reviewer: Reviewer | None = None, version: ArticleVersion | None = None, **named: Any
) -> ApprovalRequest:
    """A version before a reviewer, sent, with two weeks to answer."""
    if reviewer is None:
        reviewer = make_reviewer(session, version.article if version else None)
    version = version or make_article_version(session, session.get(Article, reviewer.article_id))
    number = next(_number)
    defaults = {
        "scope": reviewer.scope, "shown_hash": _shown_hash(version, reviewer), "token_hash": sha256(f"token {number}"),
        "seed": sha256(f"seed {number}"), "ask_by": TODAY + timedelta(days=14),
        "expires_at": NOON + timedelta(days=30), "sent_at": NOON, "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(
        session,
        ApprovalRequest(
            reviewer=reviewer, article_id=reviewer.article_id, version_id=version.id, **{**defaults, **named}
        ),
    )


def _shown_hash(version: ArticleVersion, reviewer: Reviewer) -> str:
    """Of what the reviewer is shown of a version."""
    viewer = Viewer(reviewer.person_id, reviewer.name, reviewer.scope, reviewer.sees_all)
    return shown_to(version.title, version.body, marks_of(version), viewer).hash


def make_received(session: WorkspaceSession, article: Article | None = None, **named: Any) -> ReceivedAnswer:
    """A message that came back."""
    article = article or make_article(session)
    defaults = {
        "way": "email", "kind": "answer", "digest": sha256(f"received {next(_number)}"), "came_at": NOON,
        "text": "Looks good to me. Please change the title to “interim”.", "created_at": NOON,
    }  # fmt: skip
    return _kept(session, ReceivedAnswer(article_id=article.id, **{**defaults, **named}))


def make_decision(session: WorkspaceSession, request: ApprovalRequest | None = None, **named: Any) -> Decision:
    """They said yes on the page."""
    request = request or make_request(session)
    version = session.get_one(ArticleVersion, request.version_id)
    defaults = {
        "answer": "approved", "scope": request.scope, "text_hash": version.text_hash, "shown_hash": request.shown_hash,
        "by_name": "Inés Okafor-Lindqvist", "way": "page", "decided_at": NOON,
    }  # fmt: skip
    return _kept(
        session,
        Decision(
            request=request, article_id=request.article_id, version_id=request.version_id, **{**defaults, **named}
        ),
    )


def make_suggestion(session: WorkspaceSession, version: ArticleVersion | None = None, **named: Any) -> Suggestion:
    """A word to be replaced."""
    version = version or make_article_version(session)
    defaults = {
        "way": "word", "position": 1, "kind": "replacement", "author": "M. Duarte", "before": "31%",
        "after": "about 31%", "around": "Boarding fell by 31% in six months.", "created_at": NOON,
    }  # fmt: skip
    return _kept(session, Suggestion(article_id=version.article_id, version_id=version.id, **{**defaults, **named}))
