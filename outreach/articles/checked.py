"""What stands in the way of showing a text to others: unfilled places, and what the check says must be fixed."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Sequence
from typing import Any

from outreach.articles import article_text
from outreach.articles.models import Article
from outreach.db import WorkspaceSession

_CHECK = "outreach.articles.checking"


def stopping(session: WorkspaceSession, article: Article) -> tuple[str, ...]:
    """Why nobody should be asked to approve this text yet, a sentence each; () for a text that can be shown."""
    found: list[str] = []
    unfilled = article_text.placeholders(article.body)
    if unfilled:
        found.append(f"“{unfilled[0]}” is not filled in yet. Write what belongs there, or take it out.")
    if not article_text.plain(article.body).strip():
        found.append("There is no text yet.")
    return (*found, *(_words(one) for one in _findings(session, article) if one.stops))


def _findings(session: WorkspaceSession, article: Article) -> Sequence[Any]:
    """What the article check finds: a `drafts.rules.Remark` each, which stops while nobody has given a reason."""
    if importlib.util.find_spec(_CHECK) is None:
        return ()
    found: Sequence[Any] = importlib.import_module(_CHECK).findings(session, article)
    return found


def _words(one: Any) -> str:
    return f"“{one.shown}”: {one.message}" if one.phrase else str(one.message)
