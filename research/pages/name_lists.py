"""Names side by side on one line under a board's heading: "Board members: Jane Roe, Bob Doe and Ana Lim"."""

from __future__ import annotations

import re

from research.names import is_credential
from research.pages.card_lines import heading_of_group, post_heading
from research.pages.person_names import is_name_line
from research.pages.titles import PostSpan

NAMES = 3
"""Names that make a list; two may be a firm's."""
MAX_LIST = 1_500
"""Characters of a line that may be a list."""
_PARTED = re.compile(r"\s{0,3}[,;]\s{1,3}(?:and\s{1,3})?|\s{1,3}(?:and|&)\s{1,3}")

_NO_SEATS = re.compile(r"\b(?:past|former|previous|retired|emerit\w{1,4}|advisory|nominat\w{1,4})\b", re.IGNORECASE)
"""Words of a heading over people who sit on the board no longer, or on none that rules."""


def names_listed(text: str) -> tuple[str, ...]:
    """The names of a line that holds names and their credentials alone; empty for any other line."""
    if len(text) > MAX_LIST:
        return ()
    parts = [part for part in _PARTED.split(text.strip().rstrip(".")) if not is_credential(part)]
    if len(parts) < NAMES or not all(1 < len(part.split()) <= 5 and is_name_line(part) for part in parts):
        return ()
    return tuple(parts)


def board_list(text: str, above: str) -> tuple[PostSpan, tuple[str, ...]] | None:
    """The seat and the names of a list under a board's heading, on the line itself or `above` it."""
    heading, colon, behind = text.partition(":")
    if not colon:
        heading, behind = above, text
    if "board" not in heading.lower() or not heading_of_group(heading) or _NO_SEATS.search(heading):
        return None
    post, names = post_heading(heading), names_listed(behind)
    if post is None or post.kind != "board" or not names:
        return None
    organization = "" if post.organization == post.title else post.organization
    return PostSpan("Board Member", organization, "board", "member"), names
