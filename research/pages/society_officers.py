"""The officers of a society: its members elect each other, and a card tells where each of them works besides.

"President-Elect", "Immediate Past President" and "Member at Large" are offices of a body whose officers have their work
elsewhere. Where a page lists several of them, the organization under such an office is the holder's employer, and the
office itself is the body's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from research.pages.card_lines import Entry
from research.pages.late_regex import late_regex
from research.pages.titles import PostSpan

_ELECTED = late_regex(
    r"(?P<elect>(?:president|chair|vice[- ]president|treasurer|secretary)(?:\s?-\s?|\s)elect)"
    r"|(?:immediate\s)?(?P<past>past)[\s-](?:president|chair)"
    r"|(?P<both>secretary\s?[-/]\s?treasurer)"
    r"|(?:director|member|trustee|representative|councilor|officer)s?[\s,-]{1,3}(?P<large>at[\s-]large)",
    re.IGNORECASE,
)
_OFFICE = late_regex(
    r"(?:(?:immediate|past|first|second|third|1st|2nd|3rd|associate|assistant|deputy|executive|voting|ex-officio|vice"
    r"|member|foundation|[a-z]{3,9}[A-Z]{0,6}|[A-Z]{2,6})[\s-]{1,3}){0,3}"
    r"(?:president|chair(?:man|woman|person)?|secretary|treasurer|director|member|trustee|councilor|representative"
    r"|liaison|editor|delegate|historian|parliamentarian)(?:[\s-]{1,3}(?:elect|at[\s-]large)|\s?[-/]\s?treasurer)?",
    re.IGNORECASE,
)
_MORE = late_regex(r"\b(?:chief|and|of)\b", re.IGNORECASE)
_SENT = frozenset({"representative", "liaison", "delegate", "editor"})
KINDS = 2
"""Different offices of the elected kind that make a list one of a society's officers."""


def lists_officers_of_society(entries: Iterable[Entry]) -> bool:
    """Whether the titles of a page are the offices of a body that elects its officers from its members."""
    kinds: set[str] = set()
    for entry in entries:
        if entry.kind in {"title", "pair"}:
            kinds.update(found.lastgroup or "" for post in entry.posts if (found := _ELECTED.fullmatch(post.title)))
    return len(kinds) >= KINDS


def whole_office(post: PostSpan, lines: Iterable[str]) -> PostSpan:
    """The post with the body that somebody is sent by or edits for, which is not where it is: "ABC Representative"."""
    whole = f"{post.organization} {post.title}"
    sent = post.organization and post.head in _SENT and any(whole in line for line in lines)
    return replace(post, title=whole, organization="") if sent else post


def is_office(posts: Iterable[PostSpan]) -> bool:
    """Whether the posts of a card are one bare office, so that an organization under it is where the holder works."""
    told = tuple(posts)
    return len(told) == 1 and _OFFICE.fullmatch(told[0].title) is not None and not _MORE.search(told[0].title)
