"""Whether the words beside a post put it into a house that they do not name: "president of an insurance agency".

Such a post is held elsewhere, whatever page tells of it: the page's own organization is not its house, and who holds it
leads in health care only where the words say that the unnamed house gives care.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from research.pages.held_posts import around
from research.pages.late_regex import late_regex
from research.pages.lexicon import DEPARTMENTS, ORGANIZATION_NOUNS, SENIORITY, TRADE_NOUNS
from research.pages.mention import Mention
from research.pages.model import Line, PageText
from research.pages.titles import PostSpan

_ORDINARY = DEPARTMENTS | ORGANIZATION_NOUNS | SENIORITY
_TRADES = rf"(?:{'|'.join(sorted(TRADE_NOUNS, reverse=True))})"
_UNITS = late_regex(
    r"\b(?:program|team|committee|unit|department|division|service|line|project|initiative|task force|region|campus"
    r"|board|council|section|office|subcommittee|panel|group of|network of|staff)\b",
    re.IGNORECASE,
)
"""Parts of a house: "director of a new program" says nothing of another house."""
_SOME_HOUSE = late_regex(r"\b(?:of|for|at|with)\s(?:an?|another|one of|some|his|her|their)\s([^,;.]{3,90})")
_SOME_BODY = late_regex(
    r"\b(?:of|for)\sthe\s(?:state|national|provincial|regional|county|local|international|trade|professional)\s"
    r"(?:[a-z][\w’'-]{1,20}\s){0,3}(?:association|society|federation|chamber|league|union)\b"
)
"""A body of many houses that is not named: "president of the state hospital association"."""
_CARE_HOUSE = late_regex(
    r"\b(?:hospitals?|hospices?|clinics?|infirmar(?:y|ies)|health (?:systems?|centers?|networks?|plans?|departments?"
    r"|districts?|services?|care)|healthcare|medical (?:centers?|groups?|practices?)|nursing homes?"
    r"|home (?:health|care)|(?:urgent|primary|assisted|senior|skilled|behavioral|mental)[\s-]"
    r"(?:care|living|nursing|health)|physicians?(?:[’'] groups?)?|practice"
    r"|surgery centers?|rehabilitation|dialysis|ambulance)\b",
    re.IGNORECASE,
)
_TRADE_BEFORE = late_regex(
    rf"(?:\A|\s)[\w&’'-]{{2,24}}\s{_TRADES}\s(?:(?:vice|co|board|chief|executive|managing|general|founding)[\s-]){{0,2}}$"
)
"""Right before a title's head: "insurance agency president", "boat builder CEO"."""
_OWN_TRADE = late_regex(
    rf"\b(?:whose\s(?:[a-z][\w’'-]{{1,20}}\s){{0,3}}?|(?:his|her|their)\s(?:own\s|(?!(?:new|whole|entire)\s)"
    rf"[a-z][\w’'-]{{1,20}}\s){{1,3}}?){_TRADES}\b"
)
"""What the sentence says of the holder's own house: "whose company builds boats"."""
_EVENT = late_regex(
    r"\b(?:speakers?|panell?ists?|presenters?|moderators?|faculty|summit|conference|symposium|congress|forum|roundtable)\b",
    re.IGNORECASE,
)
GUESTS = 3
"""Houses of an event's speakers that make a list of guests."""
_OF_HOUSE = late_regex(
    r"\b(?:[Tt]he|[Oo]ur|[Tt]his)\s(?:[\w-]{2,20}\s){0,2}(?:hospital|hospice|clinic|nursing home|medical center"
    r"|health (?:system|center|department))[’']s\s"
)
"""What is said of a house of care that is not named: "the 25-bed hospital's"."""
_HOUSES_OWN = late_regex(_OF_HOUSE.pattern + r"(?:(?:new|next|current|first|longtime|interim|acting)\s){0,2}$")
_ITS = late_regex(r"\bits\s(?:(?:new|next|first|permanent)\s)?$")
_OF_GOVERNMENT = late_regex(r"\bhealth (?:officer|commissioner)\b", re.IGNORECASE)
_GIVES_CARE = late_regex(r"\b(?:hospitals?|clinics?|hospice|medical (?:center|centre|group))\b", re.IGNORECASE)
INDEFINITE = late_regex(r"(?:an?|another|one of|some|his|her|their)\s(?=[a-z])")
"""How words begin that point at some house and name none."""
_HEAD = late_regex(r"(?:co-)?[A-Za-z-]{2,20}$")


def unnamed_house_of(post: PostSpan) -> str:
    """As `unnamed_house`, also where the house was read as the post's organization: "a small hospital"."""
    if INDEFINITE.match(post.organization):
        return post.organization
    return unnamed_house(post.title)


def unnamed_house(title: str) -> str:
    """The house that a title tells of without a name, "" where it tells of none: "a boat builder"."""
    found = _SOME_HOUSE.search(title)
    if found and not _UNITS.search(found.group(1)):
        return found.group(1)
    return title if _TRADE_BEFORE.search(_HEAD.sub("", title.partition(" of ")[0])) else ""


def gives_care(house: str) -> bool:
    """Whether the words for an unnamed house say that it gives care: "a small hospital"."""
    return _CARE_HOUSE.search(house) is not None


def is_elsewhere(post: PostSpan) -> bool:
    """Whether a title says itself that it is not of the page's organization: "mayor of Elmtown", "CEO of a bank"."""
    if post.kind == "public" or unnamed_house_of(post):
        return True
    if _SOME_BODY.search(post.title):
        return True
    _, preposition, place = post.title.partition(" of ")
    return (
        bool(preposition)
        and post.title[:1].islower()
        and any(word[:1].isupper() and word.strip(".,").lower() not in _ORDINARY for word in place.split())
    )


def is_of_government(post: PostSpan, house: str) -> bool:
    """Whether a post is a government's and the house gives care itself: no hospital has a health officer."""
    return _OF_GOVERNMENT.search(post.title) is not None and _GIVES_CARE.search(house) is not None


def parted_from_page(mentions: Iterable[Mention], page: PageText) -> list[Mention]:
    """The mentions, those `parted` whose sentence tells of a trade of the holder's own: the page is not their house."""
    mentions = list(mentions)
    guests = _lists_guests(mentions, page)
    return [
        replace(mention, parted=True)
        if mention.posts and (_has_own_trade(mention, page.lines) or (guests and _is_of_no_house(mention)))
        else mention
        for mention in mentions
    ]


def _lists_guests(mentions: list[Mention], page: PageText) -> bool:
    """Whether a page lists the speakers of an event, each from another house: none of them is all the others'."""
    if not _EVENT.search(f"{page.headline} {page.title}"):
        return False
    houses = {
        mention.organization or post.organization
        for mention in mentions
        if mention.source == "card"
        for post in mention.posts
    }
    return len(houses - {""}) >= GUESTS


def _is_of_no_house(mention: Mention) -> bool:
    placed = mention.organization or any(post.organization for post in mention.posts)
    return mention.source == "card" and not placed and not mention.seated


def _has_own_trade(mention: Mention, lines: tuple[Line, ...]) -> bool:
    if mention.source in ("card", "heading"):
        return False
    sentence = near(mention, lines)
    at = sentence.find(mention.name.split()[-1]) if mention.name else -1
    own = _OWN_TRADE.search(sentence, max(at, 0))
    return own is not None and not gives_care(sentence[own.start() : own.end() + 1])


def is_of_care(mention: Mention, title: str, lines: tuple[Line, ...]) -> bool:
    """Whether the sentence of a post puts it into a house of care without a name: "the hospital's chief nurse"."""
    if mention.source in ("card", "heading") or not title:
        return False
    lead = near(mention, lines).partition(title)[0]
    return _HOUSES_OWN.search(lead[-100:]) is not None or (
        _ITS.search(lead[-30:]) is not None and _OF_HOUSE.search(lead) is not None
    )


def near(mention: Mention, lines: tuple[Line, ...]) -> str:
    """The sentence that gives the post; the quote itself where layout gives it."""
    text = lines[mention.line].text if mention.line < len(lines) else ""
    return around(mention.quote, text)[0]
