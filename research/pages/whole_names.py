"""Organizations that a text names, and whether a text is one organization and nothing else."""

from __future__ import annotations

import re
from functools import lru_cache

from research.pages.lexicon import (
    DEPARTMENTS,
    ORGANIZATION_NOUNS,
    SENIORITY,
    STOPPERS,
)
from research.pages.organizations_named import OrganizationSpan, read_organization
from research.pages.titles import head_class
from research.pages.tokens import Token, slice_text, tokenize

BODY_WORDS = frozenset({"board", "college", "academy", "association", "society", "council", "institute"})
"""Words of bodies that people sit on besides their work."""
_CAPITALS = re.compile(
    r"[A-Z][\w’'&.|+/-]{0,40}+(?:,?\s(?:(?:of|the|and|for|&|at|on|to|–|-)\s){0,2}[A-Z][\w’'&.|+/-]{0,40}+){1,14}"
)
_GENERIC_START = frozenset("about our us the leadership board team news contact home meet welcome your careers".split())
_NEVER_FIRST = STOPPERS - ORGANIZATION_NOUNS


@lru_cache(maxsize=512)
def organizations_in(text: str) -> tuple[str, ...]:
    """Capitalized groups of a text that are organizations by an organization's noun and a proper word."""
    found: list[str] = []
    for match in _CAPITALS.finditer(text):
        group = match.group()
        if any(word.strip(".,").lower() in ORGANIZATION_NOUNS for word in group.split()):
            found.extend(_organizations_of(group))
    return tuple(found)


_OFFICEHOLDERS = frozenset({"minister", "ministers", "undersecretary"})
_ASKING = frozenset("what how why when where who which whose do does did is are can could would should will".split())


@lru_cache(maxsize=512)  # the same names stand in line after line
def _organizations_of(group: str) -> tuple[str, ...]:
    tokens = tokenize(group)
    found: list[str] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        span = None
        if at == 0 and token.lower in _ASKING:
            break  # the heading of an interview in capitals: "WHAT VISION DO YOU HAVE FOR THE FOUNDATION"
        if token.lower in _OFFICEHOLDERS and at + 1 < len(tokens) and tokens[at + 1].lower in {"for", "of"}:
            break  # "Minister for Health and Ambulance Services Ann Vale": a government's department and a person
        if calling := _calling_ends(tokens, at):
            at = calling
            continue
        if token.is_word and token.is_capital and token.lower not in _NEVER_FIRST:
            span = read_organization(tokens, at)
        if span is not None and span.noun and span.proper and span.end - at > 1 and not is_title(tokens, span):
            found.append(slice_text(group, tokens, at, span.end))
        at = max(span.end, at + 1) if span is not None else at + 1
    return tuple(found)


def _calling_ends(tokens: list[Token], at: int) -> int:
    """Where what somebody is ends before a house: "Senior Staff Psychologist Elm Hospital"; 0 where none begins."""
    for end in range(at, min(at + _LONGEST_CALLING, len(tokens) - 1)):
        low = tokens[end].lower
        if not tokens[end].is_capital:
            return 0
        if low not in _RANKS and head_class(low) is not None:
            return end + 1 if tokens[end + 1].is_word and tokens[end + 1].is_capital else 0
        if low not in _RANKS:
            return 0
    return 0


_RANKS = DEPARTMENTS | SENIORITY
_LONGEST_CALLING = 4


def whole_group(text: str) -> bool:
    """Whether a text is one capitalized group that can be an organization, with or without a noun."""
    tokens = tokenize(text)
    span = read_organization(tokens, 0, dashes=True) if tokens else None
    return span is not None and span.end == len(tokens) and span.proper and not is_title(tokens, span)


def is_body(name: str) -> bool:
    """Whether a name is of an association or board, where people sit besides their work."""
    return not BODY_WORDS.isdisjoint(name.lower().split())


def is_title(tokens: list[Token], span: OrganizationSpan) -> bool:
    """A title in capitals is no organization: "Director of Emergency Medicine", "Health Minister"."""
    ends = head_class(tokens[span.end - 1].lower) is not None and all(
        t.lower != "of" for t in tokens[span.start : span.end]
    )
    return head_class(tokens[span.start].lower) is not None or ends


def whole_organization(text: str) -> OrganizationSpan | None:
    """The organization that a text is, if it is nothing else."""
    text = text.strip()
    tokens = tokenize(text)
    if not tokens or len(text) > 120 or tokens[0].lower in _GENERIC_START:
        begin = 1 if tokens and tokens[0].lower == "the" else 0
        if not begin:
            return None
    else:
        begin = 0
    span = read_organization(tokens, begin, dashes=True)
    return span if span and span.end == len(tokens) and not is_title(tokens, span) else None
