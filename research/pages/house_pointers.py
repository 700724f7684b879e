"""Words that point to the house of a page without naming it: "the hospital district", "the association's treasurer"."""

from __future__ import annotations

import re

from research.pages.mention import Mention
from research.pages.whole_names import organizations_in

_BEHIND = re.compile(r"\s(?:of|for|at)\s(?:the|this|our)\s((?:[a-z]{2,14}\s){0,3}[a-z]{3,14})")
_BEFORE = re.compile(r"\b(?:the|this|our)\s((?:[a-z]{2,14}\s){0,3}[a-z]{3,14})[’']s?\s(?:new\s|current\s)?$")
WORDS = 3
"""Words of a pointer that are looked for at the end of a name."""
REACH = 60
"""Characters before a title in which such words may stand."""


def points_to(owner: str, text: str, mention: Mention) -> bool:
    """Whether the words beside a post in its paragraph are the last words of the page's house.

    `text` is the paragraph, `owner` the name of the page's house. Where the paragraph names another house that ends
    so, that one may be meant.
    """
    title = mention.posts[0].title
    begin = text.find(title, max(0, text.find(mention.quote))) if owner and title else -1
    if begin < 0:
        return False
    behind, before = _BEHIND.match(text, begin + len(title)), _BEFORE.search(text[max(0, begin - REACH) : begin])
    pointers = [*_openings(behind.group(1) if behind else ""), before.group(1) if before else ""]
    pointed = next((words for words in pointers if words and owner.lower().endswith(f" {words}")), "")
    if not pointed:
        return False
    others = (house.lower() for house in organizations_in(text) if house not in owner and owner not in house)
    return not any(house.endswith(f" {pointed}") for house in others)


def _openings(words: str) -> list[str]:
    """The first words, the longest row first: "hospital district in", "hospital district", "hospital"."""
    split = words.split()
    return [" ".join(split[:end]) for end in range(min(WORDS, len(split)), 0, -1)]
