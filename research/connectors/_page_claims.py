"""From a page or a feed item to claims, for the connectors that read texts: the readers of `research.pages` do it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from research.connectors._asked_person import mention_of, names_organization
from research.pages.feeds import FeedItem
from research.pages.model import Extract
from research.parse import cite
from research.types import Claim, Document, Query, Record

PAGE_PREDICATES = frozenset(
    {"name", "credential", "role", "former_role", "board_seat", "affiliation", "education", "award", "program", "said",
     "membership", "public_service", "organization_program", "organization_award"}
)  # fmt: skip
"""What a page can say of people and of the organization."""


def read_page(document: Document) -> Extract:
    """What a fetched page says. Raises: Unreadable."""
    # Loaded on use: the page readers bring large libraries, and most runs of most sources read no page.
    from research.pages import extract

    return extract(document.body, url=document.url, media_type=document.media_type, charset=document.charset)


def page_claims(found: Extract, document: Document, query: Query) -> Iterator[Claim]:
    """The claims of a page that was read."""
    from research.pages.claims import claims_of

    yield from claims_of(found, document, about=query)


def item_claims(item: FeedItem, document: Document, query: Query) -> Iterator[Claim]:
    """What the title and summary of a feed item say; cited with the item's own address. Raises: Unreadable."""
    from research.pages import extract
    from research.pages.claims import claims_of

    cited = replace(document, url=item.link) if item.link else document
    found = replace(extract(item.text, url=cited.url), kind="feed_item", headline=item.title)
    if item.published:  # a date in the text is rather that of the event
        found = replace(found, published=item.published)
    yield from claims_of(found, cited, about=query)


def mention_claims(
    item: FeedItem, document: Document, query: Query, *, predicate: str, organization: str = ""
) -> Iterator[Claim]:
    """A claim that the item names the person: its title, with the place and day of publication.

    `organization` is whose page it is; without it, the asked organization when the item names it too.
    """
    named = mention_of(query, item.text)
    if not named or not item.title or not (item.link or item.guid):
        return
    where = organization or (query.organization if names_organization(item.text, query.organization) else "")
    address = item.link or document.url
    record = Record(document.source, item.link or item.guid, named, address, "person")
    citation = cite(document, item.title, 0.8, url=address, title=item.title, published=item.published)
    yield Claim(record, "name", named, cite(document, named, 0.8, url=address, published=item.published))
    details = {"url": item.link} if item.link else {}
    yield Claim(record, predicate, item.title, citation, item.published, organization=where, details=details)


def news_claim(item: FeedItem, document: Document, record: Record) -> Claim:
    """The item as a piece of news about an organization."""
    address = item.link or document.url
    citation = cite(document, item.title, 0.8, url=address, title=item.title, published=item.published)
    details = {"url": item.link} if item.link else {}
    return Claim(record, "news", item.title, citation, item.published, details=details)
