"""What articles are found as."""

from __future__ import annotations

from outreach.articles.article_text import without_marks
from outreach.articles.models import Article
from outreach.people.searching import is_out_of_sight
from outreach.search import Entry, indexed

_LOOKED_THROUGH = 4_000
"""Characters of a text that it is found by: it is indexed anew with each pause in somebody's typing."""


@indexed(Article, "article", reads=("person",))
def article_entry(article: Article) -> Entry | None:
    """By its title and what it says."""
    if article.deleted_at is not None or (article.person is not None and is_out_of_sight(article.person)):
        return None
    beside = f"Article · {article.person.name}" if article.person is not None else "Article"
    return Entry(
        article.title, f"/articles/{article.id}", beside=beside, body=without_marks(article.body[:_LOOKED_THROUGH])
    )
