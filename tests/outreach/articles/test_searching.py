"""Articles are found by title and text, and not once they are deleted."""

from __future__ import annotations

from outreach.articles import operations
from outreach.search import search


def test_an_article_is_found_by_title_and_text(session, cast, by):
    session.commit()
    found = search(session, "ninety days short-stay", kinds=("article",))
    assert [(one.title, one.path) for one in found] == [(cast.article.title, f"/articles/{cast.article.id}")]
    assert search(session, "argued about keys", kinds=("article",))
    operations.remove(session, cast.article, by)
    session.commit()
    assert search(session, "ninety days", kinds=("article",)) == ()
