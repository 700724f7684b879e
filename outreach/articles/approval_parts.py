"""What approvals put on pages: who has said yes on an article's page, which link a letter carries on the letter's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask

from outreach import page_parts
from outreach.accounts.whereabouts import today_of
from outreach.articles import asking_letters, desk, reviewers, standings_of, where_it_stands
from outreach.articles.approval_models import ApprovalRequest
from outreach.articles.models import Article, ArticleVersion
from outreach.drafts import queries as drafts
from outreach.errors import Refused
from outreach.page_parts import Here, NextAction, Part

_TO_ASK = {"not_asked", "asks_again"}


def join(app: Flask) -> None:
    """Puts the approvals on both pages, the button that asks above an article, and tells lists where articles stand."""
    page_parts.add(app, "article", Part("approvals", "Approvals", "side", 10, "articles/_approvals.html", _approvals))
    page_parts.add_action(app, "article", 20, _ask)
    page_parts.add(app, "draft", Part("link", "", "side", 42, "articles/_link_of_draft.html", _of_draft))
    where_it_stands.told_by(app, standings_of.of_articles)


def _approvals(here: Here) -> Mapping[str, Any] | None:
    article = here.session.get_one(Article, here.subject_id)
    rows = standings_of.standings(here.session, [article.id], here.now).get(article.id, ())
    today = today_of(here.session, here.user_id, here.now)
    by_reviewer = {line.standing.reviewer.id: line for line in desk.of_standings(here.session, rows, today)}
    return {
        "lines": [by_reviewer[one.reviewer.id] for one in rows],
        "is_writing": article.state == "writing",
        "must": reviewers.must_be_asked(here.session, article) if article.state == "writing" else (),
    }


def _ask(here: Here) -> NextAction | None:
    article = here.session.get_one(Article, here.subject_id)
    if article.state != "writing":
        return None
    rows = standings_of.standings(here.session, [article.id], here.now).get(article.id, ())
    if not rows:
        return NextAction("Ask for approval", f"/articles/{article.id}/reviewers") if article.body.strip() else None
    not_asked = [one for one in rows if _is_to_ask(one)]
    return NextAction("Ask for approval", f"/articles/{article.id}/ask") if not_asked else None


def _is_to_ask(one: standings_of.Standing) -> bool:
    if one.state == "changes":
        return one.is_rewritten
    return one.state in _TO_ASK and (one.state != "not_asked" or one.request is None)


def _of_draft(here: Here) -> Mapping[str, Any] | None:
    draft = drafts.draft_here(here.session, here.subject_id)
    numbers = sorted(asking_letters.marked(draft.body))[:1]
    request = here.session.get(ApprovalRequest, numbers[0]) if numbers else None
    if request is None:
        return None
    version = here.session.get_one(ArticleVersion, request.version_id)
    try:
        files, trouble = asking_letters.files_of(here.session, draft), ""
    except Refused as refused:
        files, trouble = (), refused.reasons[0]
    return {
        "request": request, "mark": asking_letters.mark(request), "number": version.number, "title": version.title,
        "files": files, "trouble": trouble,
        "is_over": request.withdrawn_at is not None or here.now >= request.expires_at,
    }  # fmt: skip
