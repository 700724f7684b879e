"""Who tells of other houses in a text: publishers whose reporter asked, and those who rank or list hospitals.

They are named often and prominently, and the people of the text are not theirs.
"""

from __future__ import annotations

from research.pages.late_regex import late_regex

_ASKED = late_regex(
    r"\b(?:told|tells|(?:spoke|talked) (?:to|with)|speaking (?:to|with)|interview(?:ed)? (?:with|by)|conversation with)"
    r"\s(?:the\s)?$"
)
_NO_PERSON = late_regex(r"[.,;:”\"]|\s(?:in|during|about|for|recently|earlier|last)\b|$")
"""What follows on a publisher to whom somebody spoke: "Oak Health CEO" or "Oak Health's Ann Vale" is a person."""
_RANKED = late_regex(
    r"\b(?:recogni[sz]ed|named|ranked|rated|designated|graded|listed|honou?red)\b[^.;]{0,60}"
    r"\b(?:[Tt]op|[Bb]est|[Ll]ist|[Rr]anking|[Rr]ating|[Gg]rade|[Ss]tars?|[Hh]ospitals)\b[^.;]{0,30}\bby\s(?:the\s)?$"
)
_RANKS = late_regex(
    r"\A(?:[’']s?)?\s(?:[\w’.-]{1,20}\s){0,3}?"
    r"(?:[Ll]ists? of|(?:[Tt]op|TOP) \d+|[Rr]ankings?|[Rr]atings?|[Ss]corecards?|[Ii]ndex|INDEX|[Rr]eaders|[Ee]ditors?"
    r"|[Rr]eporters?|[Mm]agazine)\b"
)
_ASKS = late_regex(r"\s(?:recently\s)?(?:caught up with|sat down with|interviewed|spoke (?:to|with))\s\w")
_PRESS = late_regex(r"\s(?:News|Weekly|Magazine|Review|Journal|Times|Today|Daily|Gazette|Tribune|Podcast)$")
_BODY = late_regex(r"\b(?:Association|Society|College|Commission|Institute|Academy|Council|Alliance|Board)\b")
_AWARDS = late_regex(
    r"\A(?:[’']s?)?\s(?:[\w’.®-]{1,20}\s){0,3}?(?:Awards?|Medals?|Prizes?|Seals?|Certifications?|Accreditations?)\b"
)
"""What a body of many houses gives them."""
PLACES = 12
"""Places of a name that are looked at."""
BEFORE = 160


def tells_of_others(name: str, text: str) -> bool:
    """Whether a text says that an organization only asked, ranked or listed those of whom it tells."""
    if _PRESS.search(name):
        return True
    body = _BODY.search(name)
    at = text.find(name) if name else -1
    for _ in range(PLACES):
        if at < 0:
            return False
        end = at + len(name)
        before, behind = text[max(0, at - BEFORE) : at], text[end : end + BEFORE]
        if body and _AWARDS.match(behind):
            return True
        if _RANKS.match(behind) or _ASKS.match(behind) or _RANKED.search(before):
            return True
        if _NO_PERSON.match(behind) and _ASKED.search(before):
            return True
        at = text.find(name, end)
    return False
