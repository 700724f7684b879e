"""Where a post is held, as far as the words beside it say: the house, its town, and the words to quote for it."""

from __future__ import annotations

import re

from research.names import fold_letters, parse_name
from research.pages.model import Post
from research.parse import fold
from research.places import state_code
from research.types import QUOTE_LIMIT, Place


def words_to_quote(post: Post, organization: str, sentence: str) -> tuple[str, ...]:
    """The words to quote: the whole sentence where only it names the organization, else those beside the title."""
    said, low = fold(post.quote).casefold(), organization.casefold()
    if low and low not in said and low in sentence.casefold() and len(sentence) <= QUOTE_LIMIT:
        return (sentence, post.quote)
    return (post.quote,)


def workplace_of(post: Post, name: str, sentence: str) -> str:
    """Where the post is held, "" where the page does not say it.

    Whose page it is tells where those work whom it lists, not where somebody works who speaks in its running text: a
    hospital's release quotes the builder's president too. Whoever the organization itself names in the sentence works
    there. A name of a person is no organization.
    """
    organization = fold(post.organization)
    told = _gives_the_post(organization, name, sentence) or _is_pointed_to(post.title, organization, sentence)
    if post.inferred and not post.listed and not told:
        return ""
    return "" if names_person(organization, name) else organization


def names_person(organization: str, name: str) -> bool:
    """Whether what was read as an organization is the person, with words around: "Ann Roe of Oak Clinic"."""
    words = re.findall(r"\w+", fold_letters(organization))
    parts = [re.findall(r"\w+", fold_letters(part)) for part in (parse_name(name).given, parse_name(name).family)]
    if not parts[0] or not parts[1] or parts[0][0] not in words or parts[1][-1] not in words:
        return False
    given, family = words.index(parts[0][0]), words.index(parts[1][-1])
    if not 0 < family - given <= MOST_MIDDLE_NAMES:
        return False
    behind = words[family + 1 :]
    return not behind or behind[0] in ("of", "at", "from", "and", "is", "was", "who", "in")


MOST_MIDDLE_NAMES = 3

_GIVES = re.compile(
    r"\b(?:names?|named|naming|appoint(?:s|ed|ing)|hir(?:es|ed|ing)|promot(?:es|ed|ing)|elect(?:s|ed|ing)"
    r"|select(?:s|ed|ing)|tap(?:s|ped)|welcom(?:es|ed|ing)|announc(?:es|ed|ing)|recruit(?:s|ed)|pick(?:s|ed)|chose"
    r"|fir(?:es|ed)|oust(?:s|ed)|dismiss(?:es|ed)|terminat(?:es|ed)|parted ways with)\b"
)
_POINTED = re.compile(
    r"\b(?:the|our|its)\s(hospital|clinic|hospice|medical center|health system|health center|nursing home)[’']s\s"
    r"(?:(?:new|next|first|current|longtime|interim)\s){0,2}$"
)
"""How a sentence gives a post to the house that it does not name again: "as the hospital's next"."""
_GIVES_WITHIN = 150
"""Characters between the organization and whom it names."""


def _gives_the_post(organization: str, name: str, sentence: str) -> bool:
    """Whether the sentence has the organization name somebody to the post: "Oak Health named Ann Roe president"."""
    low, family = sentence.casefold(), name.split()[-1].casefold() if name.split() else ""
    start, end = low.find(organization.casefold()), low.find(family)
    behind = start + len(organization)
    between = sentence[behind:end] if start >= 0 and behind <= end <= behind + _GIVES_WITHIN else ""
    return bool(_GIVES.search(between)) and not re.search(r"[.;“”\"]", between)


def _is_pointed_to(title: str, organization: str, sentence: str) -> bool:
    """Whether the words before a post are the kind of house that the organization is: "the hospital's next CEO"."""
    at = sentence.find(title) if title else -1
    found = _POINTED.search(sentence[max(0, at - 60) : at]) if at > 0 else None
    if found is None:
        return False
    kind = found.group(1)
    return organization.casefold().endswith(kind) or (kind == "hospital" and organization.endswith("Medical Center"))


_BEHIND_A_HOUSE = re.compile(
    r"(,|\s\(|\s(?:in|of|at|near))\s?((?:[A-Z][\w’'-]{0,20}\.?(?:,\s|\s)){0,4}[A-Z][\w’'-]{0,20}\.?)(?=[\s,.;)]|$)"
)


def town_of(organization: str, sentence: str) -> Place | None:
    """The place that the sentence puts behind the organization: "Oak Health in Dale, Ohio", "Oak Health (Dale, OH)"."""
    at = sentence.find(organization) if organization else -1
    found = _BEHIND_A_HOUSE.match(sentence, at + len(organization)) if at >= 0 else None
    if not found:
        return None
    town, comma, last = found.group(2).rpartition(",")
    state = state_code(last.strip())
    if not state or (not comma and (found.group(1) == "," or last.strip(" .") in _TOWNS_TOO)):
        return None
    return Place(town.strip(), state)


_TOWNS_TOO = frozenset({"Washington"})
"""States whose name alone rather means the town."""
