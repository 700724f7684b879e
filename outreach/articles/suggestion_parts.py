"""What suggestions put on an article's page: how many are to be decided, with the ways in, and the button above it."""

from __future__ import annotations

from typing import Any

from flask import Flask

from outreach import page_parts
from outreach.articles import suggestions
from outreach.articles.models import Article
from outreach.db import WorkspaceSession
from outreach.page_parts import Here, NextAction, Part
from outreach.words import counted


def join(app: Flask) -> None:
    """Puts the suggestions on an article's page, with the ways in."""
    page_parts.add(
        app, "article", Part("suggestions", "Suggestions", "side", 20, "articles/_suggestions.html", _beside)
    )
    page_parts.add_action(app, "article", 15, _to_decide)


def _to_decide(here: Here) -> NextAction | None:
    article = here.session.get_one(Article, here.subject_id)
    count = suggestions.open_counts(here.session).get(article.id, 0)
    if article.state != "writing" or not count:
        return None
    words = f"Decide on {counted(count, 'suggestion', 'suggestions')}"
    return NextAction(words, f"/articles/{article.id}/suggestions")


def _beside(here: Here) -> dict[str, Any]:
    article = here.session.get_one(Article, here.subject_id)
    return {"counts": _counts(here.session, article), "so_far": suggestions.came_back(here.session, article)}


def _counts(reader: WorkspaceSession, article: Article) -> dict[str, int]:
    by_state = suggestions.counts(reader, article)
    return {"open": by_state.get("open", 0), "discussed": by_state.get("discussed", 0),
            "to_go_in": len(suggestions.to_go_in(reader, article))}  # fmt: skip
