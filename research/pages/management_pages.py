"""Pages that list those who manage a house: its supervisors stand among them as leaders, elsewhere they are staff."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from research.pages.card_posts import as_of_management
from research.pages.group_headings import heads_management
from research.pages.mention import Mention
from research.pages.model import PageText
from research.pages.owner_signs import title_parts

_ADDRESS = re.compile(
    r"[/:](?:[a-z0-9-]{0,30}[-_]?)?(?:leaders(?:hip)?|management|executives)(?:[-_]?(?:team|staff))?(?:\.[a-z]{2,5})?/?\Z"
)
"""How the address of such a page ends: ".../about/our-leadership.html"."""
_LISTED = frozenset({"card", "heading"})
LONGEST = 60
"""Characters at the end of an address that are read; an article's headline there is longer than a page's name."""


def with_supervisors(mentions: Iterable[Mention], page: PageText) -> list[Mention]:
    """The mentions in the same order, supervisors whom a page of management lists as those who lead."""
    mentions = list(mentions)
    if not any(_is_supervisor(mention) for mention in mentions) or not lists_management(page):
        return mentions
    return [
        replace(mention, posts=tuple(map(as_of_management, mention.posts))) if _is_supervisor(mention) else mention
        for mention in mentions
    ]


def lists_management(page: PageText) -> bool:
    """Whether the page's address, its title or its headline says that it lists a house's management."""
    if _ADDRESS.search(page.url.lower()[-LONGEST:]):
        return True
    return any(heads_management(part) for part in (page.headline, *title_parts(page.title)))


def _is_supervisor(mention: Mention) -> bool:
    return mention.source in _LISTED and any(post.head == "supervisor" for post in mention.posts)
