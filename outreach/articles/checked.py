"""What stands in the way of showing a text to others: unfilled places, and what the check says must be fixed."""

from __future__ import annotations

from outreach.articles import article_text, checking
from outreach.articles.models import Article
from outreach.db import WorkspaceSession
from outreach.drafts.rules import Remark


def stopping(session: WorkspaceSession, article: Article) -> tuple[str, ...]:
    """Why nobody should be asked to approve this text yet, a sentence each; () for a text that can be shown."""
    found: list[str] = []
    unfilled = article_text.placeholders(article.body)
    if unfilled:
        found.append(f"“{unfilled[0]}” is not filled in yet. Write what belongs there, or take it out.")
    if not article_text.plain(article.body).strip():
        found.append("There is no text yet.")
    return (*found, *(_words(one) for one in checking.findings(session, article) if one.stops))


def _words(one: Remark) -> str:
    return f"“{one.shown}”: {one.message}" if one.phrase else one.message
