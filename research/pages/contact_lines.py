"""Lines of a release that name whom to call or who wrote it: nobody leads by standing there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from research.pages.model import Line

_CONTACT = re.compile(
    r"\A\W{0,6}(?:(?:media|press|news) (?:contacts?|inquiries)\b|contacts?:|for (?:more|further) information).{0,60}$",
    re.IGNORECASE,
)
_SUBMITTED = re.compile(
    r"\A\W{0,6}(?:(?:story|article|photos?|text|information)\s)?"
    r"(?:submitted|written|contributed|posted|reported) by:?\s",
    re.IGNORECASE,
)
"""How a line begins that tells who wrote the page."""
LONGEST_BYLINE = 160
"""Characters of such a line."""
UNDER = 2
"""Lines under "Media contact" that are still of it."""


def is_contact(lines: Sequence[Line], number: int) -> bool:
    """Whether line `number` stands under "Media contact", or tells who wrote the page."""
    text = lines[number].text if number < len(lines) else ""
    if len(text) < LONGEST_BYLINE and _SUBMITTED.match(text):
        return True
    if len(text) > LONGEST_BYLINE:
        return _CONTACT.match(text) is not None  # the release itself begins
    near = lines[max(0, number - UNDER) : number + 1]
    return any(_CONTACT.match(line.text) for line in near if not line.furniture)
