"""News that is of no house of care though it names one: a school board's, a council's, a play's or a film's."""

from __future__ import annotations

import re

from research.pages.late_regex import late_regex
from research.pages.titles import PostSpan

_OTHER_BOARD = late_regex(
    r"\b(?:(?:school|library|zoning|planning|park|parks|water) board|board of education|city council)\b", re.IGNORECASE
)
_HOUSE_BOARD = late_regex(
    r"\b(?:hospital|health|clinic|foundation|district|system|center)(?:[’']s)? (?:board|trustees)\b", re.IGNORECASE
)
_STORY = late_regex(
    r"\b(?:playhouse|drama|starring|sitcom|novel|stage play|theat(?:er|re) company|film|movie|tv series|the role of"
    r"|superb as|stars as|plays (?:a|the)|cast|audiences?|tickets|playwright)\b",
    re.IGNORECASE,
)
"""Words of reviews of plays, films and books."""
_HEADS = frozenset({"superintendent", "president", "member"})
"""Posts of executives and members that a school board has as well."""
SIGNS = 2
"""Words of a review that tell one."""
LEAD, NEWS = 200, 350
"""Characters of a text that name whose news it is, and that tell what it is about."""


def is_of_other_news(post: PostSpan, organization: str, text: str) -> bool:
    """Whether a post whose house is not told is of the other body that the text is about, or a character's.

    `organization`: the house that the text would give it, "" for none.
    """
    return _is_of_other_board(post, text) or (not organization and len(_STORY.findall(text[:NEWS])) >= SIGNS)


def _is_of_other_board(post: PostSpan, text: str) -> bool:
    if post.kind != "board" and post.head not in _HEADS:
        return False
    return _OTHER_BOARD.search(text[:LEAD]) is not None and _HOUSE_BOARD.search(text) is None
