"""Lists of a body's officers in running text: "The new members include Ann Roe as chair, Bo Doe as secretary"."""

from __future__ import annotations

import re

from research.pages.late_regex import late_regex

REACH = 400
"""Characters before a name in which the list's beginning is looked for."""
_BEGINS = late_regex(
    r"\b(?:include[sd]?|including|consists? of|comprises?|made up of|officers are|members are|slate|roster|line-?up"
    r"|sworn in|swore in|seated|seats|re-?elects?|re-?elected|elects?|elected)\b",
    re.IGNORECASE,
)
_AS = late_regex(r"\s?,?\sas\s")
_OTHERWISE = late_regex(
    r"\b(?:candidates?|nominees?|nominat(?:ed|es|ing)|finalists?|former|past|previous|if|terminat(?:es?|ed|ing)"
    r"|fir(?:es?|ed|ing)|dismiss(?:es|ed|ing)?|remov(?:es?|ed|ing)|oust(?:s|ed|ing)?|replac(?:es?|ed|ing)"
    r"|succeed(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
"""Words of a sentence that gives no post by "as", or takes one away."""

_AWAY = late_regex(
    r"\b(?:terminat(?:e|es|ed|ing)|fir(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|remov(?:e|es|ed|ing)|oust(?:s|ed|ing)?"
    r"|sack(?:s|ed|ing)?)\s(?:(?:Dr|Mr|Mrs|Ms)\.?\s)?$"
)
"""Right before a name: "as" tells the post that is taken away."""


def takes_away(lead: str) -> bool:
    """Whether the sentence before a name takes a post away: "voted to terminate"."""
    return _AWAY.search(lead[-40:]) is not None


def lists_officers(lead: str, gap: str) -> bool:
    """Whether a name is one of a list that gives each its post by "as".

    `lead` is the sentence before the name, `gap` what stands between the name and the title.
    """
    before = lead[-REACH:]
    return _AS.match(gap) is not None and _BEGINS.search(before) is not None and _OTHERWISE.search(before) is None
