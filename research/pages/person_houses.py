"""Where a person is by the words beside the name: "Jane Roe of Oak Hospital", "Elm Hospice's Jane Roe".

Also "Jane Roe, Oak Hospital in Oaktown, has served on the board": what a list says of each of its people.
"""

from __future__ import annotations

from research.pages.lexicon import DEPARTMENTS, ORGANIZATION_NOUNS
from research.pages.organizations_named import read_organization, skip_determiner
from research.pages.person_names import NameSpan
from research.pages.titles import head_class
from research.pages.tokens import Token, is_dash, slice_text

_JOINS = frozenset({"of", "at", "with"})
_BEHIND = frozenset("has have had is was serves served joined in who will received began became".split())
"""What follows on the house of a person of whom something is told."""
_LED = frozenset("led headed run overseen directed guided managed owned".split())
_BEFORE_TITLE = frozenset("its the their longtime new".split())
LONGEST_PLACE = 6
"""Tokens of a town and its state with their commas: ", Oaktown, Calif.,"."""
LONGEST_TOWN = 4
LONGEST_NAME = 7
LONGEST_DESCRIPTION = 24
"""Tokens of what is said of a house between commas."""
_DESCRIBES = frozenset({"a", "an", "the", "one"})


def house_beside(text: str, tokens: list[Token], span: NameSpan) -> str:
    """The organization beside a name of a sentence, "" where none stands there."""
    at, owner = span.outer_end, span.outer_start - 2
    if owner >= 0 and tokens[owner + 1].lower == "'s":
        return _house_before(text, tokens, owner)
    if at + 1 >= len(tokens):
        return ""
    if tokens[at].text == ",":
        return _house_behind_comma(text, tokens, at + 1) if _opens(tokens, span) else ""
    if tokens[at].lower not in _JOINS:
        return ""
    begin = skip_determiner(tokens, at + 1)
    found = read_organization(tokens, begin, dashes=True) if begin < len(tokens) else None
    return slice_text(text, tokens, found.start, found.end) if found and found.noun and found.proper else ""


def house_led(text: str, tokens: list[Token], title: int) -> str:
    """The organization of which the words before a title at `title` say who leads it: "Elm Health, led by CEO Roe"."""
    at = title
    while at > 2 and tokens[at - 1].lower in _BEFORE_TITLE:
        at -= 1
    if at < 3 or tokens[at - 1].lower != "by" or tokens[at - 2].lower not in _LED:
        return ""
    end = at - 2
    while end > 1 and (tokens[end - 1].text == "," or tokens[end - 1].lower in {"is", "was", "which", "and"}):
        end -= 1
    return _house_before(text, tokens, end - 1)


def _house_before(text: str, tokens: list[Token], last: int) -> str:
    """The organization whose last word is token `last`: "Elm Hospice's Jane Roe"."""
    for begin in range(max(0, last - LONGEST_NAME), last):
        found = read_organization(tokens, begin) if tokens[begin].is_capital else None
        if found is not None and found.end == last + 1 and found.noun and found.proper:
            return slice_text(text, tokens, found.start, found.end)
    return ""


def _opens(tokens: list[Token], span: NameSpan) -> bool:
    """Whether the name begins its sentence or the entry of a list."""
    return span.outer_start == 0 or (span.outer_start == 1 and (is_dash(tokens[0]) or not tokens[0].is_word))


def _house_behind_comma(text: str, tokens: list[Token], at: int) -> str:
    """The house of an entry that goes on to tell of the person: "Jane Roe, Oak Hospital in Oaktown has served"."""
    begin = skip_determiner(tokens, at)
    if begin >= len(tokens) or not tokens[begin].is_capital or head_class(tokens[begin].lower) is not None:
        return ""
    found = read_organization(tokens, begin, dashes=True)
    if found is None or not (found.noun and found.proper) or found.end >= len(tokens):
        return ""
    last = tokens[found.end - 1].lower
    told = tokens[found.end].text in {",", "("} or is_dash(tokens[found.end]) or tokens[found.end].lower in _BEHIND
    named = last in ORGANIZATION_NOUNS and (found.strong or last not in DEPARTMENTS)
    return slice_text(text, tokens, found.start, found.end) if told and named else ""


def before_place(tokens: list[Token], end: int) -> int:
    """The end of what stands before a place between commas: "Oak Hospital" in "Oak Hospital, Oaktown, named"."""
    if end > 1 and tokens[end - 1].text == ")":
        opens = (at for at in range(end - 2, max(0, end - 2 - LONGEST_PLACE), -1) if tokens[at].text == "(")
        return next(opens, end)
    if end < 1 or tokens[end - 1].text != ",":
        return end
    at = end - 1
    for begin in range(end - 2, max(-1, end - 2 - LONGEST_PLACE), -1):
        if tokens[begin].text == ",":
            at = begin
        elif tokens[begin].text != "." and not (tokens[begin].is_word and tokens[begin].is_capital):
            break
    return _before_town(tokens, at) if at < end - 1 else end


def _before_town(tokens: list[Token], end: int) -> int:
    """The end of what stands before a town: "Oak Hospital" in "Oak Hospital in New Oaktown"."""
    for at in range(end - 1, max(0, end - 1 - LONGEST_TOWN), -1):
        if tokens[at].lower == "in" and at < end - 1:
            return at
        if not (tokens[at].is_word and tokens[at].is_capital):
            break
    return end


def before_apposition(tokens: list[Token], end: int) -> int:
    """The end of what stands before words between commas that describe it: "Oak Corp., a network of clinics, named"."""
    if end < 1 or tokens[end - 1].text != ",":
        return end
    for begin in range(end - 2, max(0, end - 2 - LONGEST_DESCRIPTION), -1):
        if tokens[begin].text != ",":
            continue
        if tokens[begin + 1].lower in _DESCRIBES and begin + 1 < end - 2:
            return begin
    return end
