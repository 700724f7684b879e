"""Whether words that were read as where a post is held can be an organization's name; what is none is left out.

A title, a department, a seat on a board, a degree or a word of the calendar in that place tells nothing of the house,
and a wrong house is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from research.names import is_credential
from research.pages.lexicon import (
    ADVERBS,
    DEPARTMENTS,
    GRAMMAR,
    HEAD_CLASS,
    MONTHS,
    NOT_IN_NAMES,
    ORGANIZATION_NOUNS,
    SENIORITY,
    STRONG_ORGANIZATION_NOUNS,
    WEEKDAYS,
)
from research.pages.mention import Mention
from research.pages.model import PersonFound
from research.pages.titles import PostSpan

_BODY_WORDS = frozenset(
    """board boards regents trustees governors directors commissioners overseers visitors committee subcommittee council
    independent non-executive nonexecutive executive elected appointed public lay founding registered certified licensed
    retired representing elect emeritus honorary resident volunteer guest session sessions speaker keynote
    country""".split()
)
"""Words of seats, callings and programs of events: alone they name no house."""
_RANKS = frozenset(
    """director directors chief chair chairman chairwoman chairperson president manager head dean professor officer
    administrator secretary treasurer coordinator supervisor vice-president vice-chair co-chair provost chancellor ceo
    coo cfo cno cmo""".split()
)
_STANDING = frozenset("longtime long-time retired retiring departing embattled".split())
"""What a headline says of a holder before the house: "Longtime Elm Health CEO Jane Roe"."""
_COMING = frozenset("joining leading heading".split())
"""How a sentence begins that puts the person last: "Joining Elm Health as chief nurse is Jane Roe"."""
_OFFICES = frozenset("minister premier senator mayor governor congressman congresswoman councillor sheriff gov".split())
_NEWS = frozenset("new newest next former interim acting incoming outgoing meet introducing".split())
_ALONE = GRAMMAR | ADVERBS | _BODY_WORDS | MONTHS | WEEKDAYS | SENIORITY | (DEPARTMENTS - {"network"})
_NEVER = GRAMMAR | ADVERBS | _BODY_WORDS | MONTHS | WEEKDAYS | frozenset(HEAD_CLASS)
_OPENS = frozenset("of for and or in at with by from to as".split())
_WORD = re.compile(r"[^\s,;:()|/]{1,60}")
_DEGREE = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z][A-Za-z]{0,2}")
_STUDIES = re.compile(r"(?:Master|Bachelor|Doctor|Doctorate|Diploma|Certificate)s?(?:[’']s)?\s(?:Degree\s)?(?:of|in)\s")
_OF_BOARD = re.compile(
    r"(?:[Tt]he\s)?[Bb]oards?\sof\s(?:[Dd]irectors|[Tt]rustees|[Gg]overnors|[Mm]anagers)\s(?:of|at|for)\s(?:[Tt]he\s)?(?=[A-Z])"
)
_OWN_POST = re.compile(r"[’']s?\s(?=(?:Chief|President|Director|Chair(?:man|woman|person)?|CEO|Vice President)\b)")
"""Where a house's own post begins behind its genitive: "Elm Hospital’s Chief of Staff"."""
_NUMBER_LOST = re.compile(r"\sNo\.?$")
"""How the name of a public district ends whose number was left out: "Elm Hospital District No."."""
_HONORIFICS = frozenset({"dr", "mr", "mrs", "ms", "prof", "professor"})
_PRESS_PARTS = re.compile(r"(?<=\w)\s(?:News|Newsroom|News Room|Blog|Careers|Press Releases?)$")
"""What a site calls the part of it where its news stand: "Elm Hospital News" is of Elm Hospital."""
_GIVERS = frozenset("hospital hospitals center centre clinic clinics hospice system trust infirmary".split())
"""Last words of houses; a "Healthcare News" is a paper."""
_MOST_GLUED = 5
"""Words of a headline before a house that may be glued to its name."""


@lru_cache(maxsize=2048)  # the same names stand in line after line
def house_name(words: str) -> str:
    """The organization's name in words read as one, without a headline's words before it; "" where they name none."""
    parts = _WORD.findall(words)
    lowers = [part.lower().strip(".'’") for part in parts]
    if not parts or lowers[0] in _OPENS or lowers[-1].endswith("-based") or _STUDIES.match(words):
        return ""
    if board := _OF_BOARD.match(words):
        return house_name(words[board.end() :])
    words = _NUMBER_LOST.sub("", words)
    if lowers[-1].endswith("s") and words[-2:] in {"’s", "'s"} and lowers[-1][:-2] in ORGANIZATION_NOUNS:
        words = words[:-2]  # "Elm Health Board’s"
    if lowers[0].endswith("-based"):
        return house_name(words[words.find(parts[0]) + len(parts[0]) :].strip())
    if "/" in words and len(words.split()) < 3 and ORGANIZATION_NOUNS.isdisjoint(re.split(r"[\s/]", words.lower())):
        return ""  # a unit: "Med/Surg"
    if _is_post(lowers) or all(low in _NEVER for low in lowers):
        return ""
    if len(parts) == 1 and (lowers[0] in _ALONE or _is_degree(parts[0])):
        return ""
    if lowers[0] in _HONORIFICS and ORGANIZATION_NOUNS.isdisjoint(lowers[1:]):
        return ""  # "Dr. Roe" is somebody
    if _is_calling(lowers):
        return ""  # "Senior Consultant Pediatrics"
    if _is_officeholder(lowers):
        return ""  # "Health Minister Ann Vale"
    if lowers[0] in _COMING and len(parts) > 2:
        return house_name(words[words.find(parts[0]) + len(parts[0]) :].strip())
    named = lowers[0] == "former" and frozenset(HEAD_CLASS).isdisjoint(lowers[1:])
    if (lowers[0] in _STANDING or named) and len(parts) > 2:
        return house_name(words[words.find(parts[0]) + len(parts[0]) :].strip())
    return _unglued(_of_site(words), parts, lowers)


def _is_calling(lowers: list[str]) -> bool:
    """Whether the words are a clinician's calling behind another post."""
    at = next((n for n, low in enumerate(lowers) if low not in SENIORITY), len(lowers))
    if not 0 < at < len(lowers) or HEAD_CLASS.get(lowers[at]) not in {"clinician", "staff"}:
        return False
    return ORGANIZATION_NOUNS.isdisjoint(lowers[at:])


def _is_officeholder(lowers: list[str]) -> bool:
    """Whether the words are a public office and its holder's name."""
    at = next((n for n, low in enumerate(lowers[:-1]) if low in _OFFICES), None)
    return at is not None and at < _MOST_GLUED - 1 and ORGANIZATION_NOUNS.isdisjoint(lowers[at + 1 :])


def _of_site(words: str) -> str:
    """The house whose news a part of a site tells: "Elm Hospital" of "Elm Hospital News"."""
    house = _PRESS_PARTS.sub("", words)
    return house if house.rpartition(" ")[2].lower() in _GIVERS else words


def without_post(name: str) -> str:
    """A house's name without a post of its own behind the genitive: "Elm Hospital’s Chief of Staff"."""
    post = _OWN_POST.search(name)
    return name[: post.start()] if post else name


def without_house(title: str, house: str) -> str:
    """A title without the page's house behind it, written a little otherwise perhaps: "CEO, Elm and Oak Care"."""
    for mark in (", ", " of ", " at "):
        shown, found, tail = title.rpartition(mark)
        if found and shown and _plain(tail) == _plain(house):
            return shown
    return title


def with_houses_of_others(people: Sequence[PersonFound]) -> tuple[PersonFound, ...]:
    """The people, each whose title ends with a house that the page gives to others parted from it: "Nurse, EMHC"."""
    houses = {person.organization for person in people if not person.inferred} - {""}
    return tuple(_parted(person, houses) if not person.organization else person for person in people)


def _parted(person: PersonFound, houses: set[str]) -> PersonFound:
    title, comma, house = person.title.rpartition(", ")
    return replace(person, title=title, organization=house) if comma and house in houses else person


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9 ]", "", name.lower().replace("&", " and ")).removeprefix("the ").split())


def _is_post(lowers: list[str]) -> bool:
    """Whether the words begin a title: "Director of Elm Services", "Vice Chair for Surgery"."""
    for at, low in enumerate(lowers[:4]):
        if low in _RANKS:
            return at + 1 < len(lowers) and lowers[at + 1] in {"of", "for"}
        if low not in SENIORITY:
            return False
    return False


def _is_degree(word: str) -> bool:
    return len(word) <= 3 and word[:1] in "BMD" and is_credential(word)


def _unglued(words: str, parts: list[str], lowers: list[str]) -> str:
    """The name behind the end of a headline that runs on: "New Chief Nurse Elm Hospital" names Elm Hospital."""
    if lowers[0] not in _NEWS:
        return words
    head = max((at for at, low in enumerate(lowers[:_MOST_GLUED]) if low in HEAD_CLASS or _in_chief(low)), default=0)
    behind = lowers[head + 1 :]
    named = any(low in STRONG_ORGANIZATION_NOUNS for low in behind) and any(low not in _ORDINARY for low in behind)
    if not head or not behind or behind[0] in _OPENS or not named:
        return words
    return words[words.find(parts[head]) + len(parts[head]) :].strip(" ,–—-")


_ORDINARY = DEPARTMENTS | ORGANIZATION_NOUNS | SENIORITY | NOT_IN_NAMES


def _in_chief(word: str) -> bool:
    return word.endswith("-in-chief")


def with_named_houses(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions, in the same order, with no place where the words read as it name no organization."""
    return [_checked(mention) for mention in mentions]


def _checked(mention: Mention) -> Mention:
    place = house_name(mention.organization) if mention.organization else ""
    posts = tuple(_placed(post, mention) for post in mention.posts)
    return mention if (place, posts) == (mention.organization, mention.posts) else _moved(mention, place, posts)


def _moved(mention: Mention, place: str, posts: tuple[PostSpan, ...]) -> Mention:
    return replace(mention, organization=place, posts=posts)


def _placed(post: PostSpan, mention: Mention) -> PostSpan:
    if not post.organization:
        return post
    place = house_name(post.organization)
    if place and _is_degree_behind_others(place, mention):
        place = ""
    return post if place == post.organization else replace(post, organization=place)


def _is_degree_behind_others(place: str, mention: Mention) -> bool:
    """Whether the place is the last of the letters behind a name: "Jane Roe, RN, MHoA President"."""
    if not mention.credentials or not _DEGREE.fullmatch(place):
        return False
    before = mention.quote[: max(0, mention.quote.find(place))].rstrip()
    return before.endswith(",") and before[:-1].endswith(mention.credentials)
