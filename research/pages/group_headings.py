"""The heading of a list of people: the post that it gives to those under it, or the group that it speaks of."""

from __future__ import annotations

import re
from functools import lru_cache

from research.pages.lexicon import (
    PLURALS,
)
from research.pages.title_lines import ANNOUNCES, KEPT, TEAMS, TELLS, read_title_line
from research.pages.titles import PostSpan
from research.pages.tokens import tokenize
from research.pages.whole_names import whole_organization

_BODY = re.compile(
    r"\A(?:(?P<org>[A-Z].{1,80}?)\s{1,3})?(?P<body>(?:board|council) of (?:directors|trustees|commissioners|"
    r"governors|managers|supervisors|regents|visitors|health)"
    r"|(?:(?:hospital|health|healthcare)\s)?authority members|governing body"
    r"|nominating committee|board members|governing board|board)(?:\s{1,3}(?:members|officers|of directors))?"
    r"(?:\s{1,3}(?:FY\s?)?\d{4}(?:\s?[-–]\s?\d{2,4})?)?",
    re.IGNORECASE,
)
_BODY_OF = re.compile(
    r"(?:governing\s)?board(?:\smembers|\sof\s(?:directors|trustees|governors|managers))?\s(?:of|at|for|[–—|-])\s(?:the\s)?"
    r"(?P<org>(?-i:[A-Z]).{2,80})",
    re.IGNORECASE,
)
"""The heading of a board that names its house behind it: "Board of Elm Hospital"."""
_AUDIENCE = re.compile(
    r"\A(?:new\s)?([A-Z][\w /&-]{1,50}?)s?\s(?:attendees|participants|speakers|panelists|panel|"
    r"roundtable|council|forum|members)"
    r"(?:\s(?:to|by|\(|[–—-]).{0,50})?",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(r"\bauthority members\Z", re.IGNORECASE)
_LEADING_WORDS = re.compile(
    r"^(?:our|the|meet (?:our|the)|current|(?:the )?members of (?:the|our)|\d{1,2}|"
    r"\d{4}(?:\s{0,3}[-–]\s{0,3}\d{2,4})?)\s{1,3}",
    re.IGNORECASE,
)


def is_group(text: str) -> bool:
    """Whether a heading speaks of several people: "Past Presidents"."""
    return text.strip().lower().rstrip(":").rpartition(" ")[2] in PLURALS


@lru_cache(maxsize=KEPT)
def post_heading(text: str) -> PostSpan | None:
    """The post that a heading gives to the people under it: "Vice Presidents", "Board of Trustees"."""
    text = _LEADING_WORDS.sub("", _AS_OF.sub("", text.strip()).rstrip(":"))
    if len(text) > 90 or TELLS.search(text) or ANNOUNCES.search(text):
        return None
    audience = None if _AUTHORITY.search(text) or text.lower() == "board members" else _AUDIENCE.fullmatch(text)
    text = audience.group(1) if audience else text
    body = _BODY.fullmatch(text.removesuffix("."))
    if body:
        title = body.group("body")
        printed = body.group("org") or ""
        group = printed.rstrip(" –—-|:")
        named = whole_organization(group) if group else None
        whole = text if group == printed else group  # "Oak Authority – Board of Directors" is Oak Authority's
        own = whole if named is not None and named.proper and (named.noun or len(group.split()) > 1) else ""
        title = "Board Member" if own and title.lower() == "board" else title
        return PostSpan(title if own or not group else text, own, "board", "board")
    if (of := _BODY_OF.fullmatch(text)) and (named := whole_organization(of["org"])) and named.proper and named.noun:
        return PostSpan("Board Member", of["org"], "board", "board")
    tokens = tokenize(text)
    if not tokens:
        return None
    last = tokens[-1].lower
    if last in TEAMS:
        return None  # "Executive Team": what each of them is stands on a line of its own
    words = [t.text for t in tokens]
    if last in PLURALS:
        words[-1] = PLURALS[last].title() if tokens[-1].text[0].isupper() and len(last) > 4 else PLURALS[last]
        single = text[: tokens[-1].start] + words[-1]
    else:
        single = text
    read = read_title_line(single)
    if read is None or len(read[0]) != 1:
        return None
    if (
        last in {"executives", "leaders", "executive", "leader", "officers", "officer"}
        and len(tokens) < 3
        and last != "trustees"
    ):
        return None
    return read[0][0]


def heads_management(text: str) -> bool:
    """Whether a heading speaks of those who manage a house, whatever each of them is: "Our Management Team"."""
    return _MANAGEMENT.fullmatch(text.strip().rstrip(":")) is not None


def heading_of_group(text: str) -> bool:
    """Whether a line speaks of several people as the heading of a list does: "Board of Trustees", "Current Members"."""
    text = _AS_OF.sub("", text)
    if len(text) > MAX_GROUP or text.endswith((".", ",", ";")):
        return False
    post = post_heading(text)
    if post is None:
        return text.strip().lower().rstrip(":") in _OFFICERS
    last = text.strip().lower().rstrip(":").rpartition(" ")[2]
    return last in PLURALS or last in {"members", "board"} or "board of " in text.lower() or _is_body(text)


def _is_body(text: str) -> bool:
    """Whether a heading is a body that rules or is elected, and nothing else: "Governing Body"."""
    return text.strip().lower().rstrip(":").removeprefix("our ") in {"governing body", "nominating committee"}


_MANAGEMENT = re.compile(
    r"(?:(?:meet|our|the|hospital|clinic|senior|executive|top)\s){0,4}"
    r"(?:(?:executive|senior)\s)?(?:management|leadership|executive|administrative)\s(?:team|committee|group)",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"(?:,\s|\s\()(?:effective|as (?:of|at|from)|from|since)\s[\w ,]{4,30}\)?:?$", re.IGNORECASE)
"""The day of a list behind its heading: "Elm Hospital Board, effective 18 May 2020:"."""
_OFFICERS = frozenset({"officers", "our officers", "board officers", "current officers"})
MAX_GROUP = 80
"""Characters of a heading over a list of names."""
