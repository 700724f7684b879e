"""Whether words of a program are a person's name, a title, or an organization; with the engine's reading of names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from outreach.events.agenda_in.words import NOBODY, is_room
from research.names import is_credential, parse_name
from research.pages.lexicon import HEAD_CLASS, ORGANIZATION_NOUNS
from research.pages.person_names import is_name_line
from research.pages.title_lines import read_title_line

_NO_NAME = frozenset(
    """talk talks hall ballroom room exhibit exhibits tech track tracks session sessions panel panels keynote keynotes
    plenary break lunch breakfast dinner reception registration welcome opening closing remarks address awards award
    ceremony poster posters workshop workshops tutorial tutorials course courses webinar breakout general concurrent
    networking agenda program schedule day morning afternoon evening level floor booth building campus lobby foyer
    auditorium pavilion terrace theater theatre speaker speakers moderator panelist presenter faculty organizers
    organisers committee members attendees sponsors team group discussion overview update updates introduction summit
    conference congress forum symposium meeting annual virtual online live zoom inc llc university hospital health
    healthcare care medical medicine system systems center centre clinic foundation institute college association
    society department network alliance services partners research data science ai leadership management strategy
    strategies innovation quality safety workforce finance policy rural digital state national international federal
    public global community academy school leading building creating improving advancing managing understanding
    navigating transforming using beyond future new from into with the and for not how why what when where who your our
    question questions answers qa lightning rounds demo demos case study studies story stories art lessons learned
    tba tbd announced table tables topic topics view details chapter american united northern southern eastern western
    central zone time continental hour happy evaluation door doors prize raffle book signing tour tours""".split()
)
"""Words of programs and houses that stand in titles of sessions; a line that holds one is nobody's name."""
_HOUSE = re.compile(
    r"\b(?:University|College|School|Institute|Hospitals?|Health(?:care)?|Clinic|Center|Centre|System|Foundation"
    r"|Association|Society|Department|Inc|LLC|LLP|Ltd|Corp|Company|Group|Partners|Network|Tech|Academy|Council|Agency"
    r"|Ministry|Bureau|Office|Laborator(?:y|ies)|Labs?|Consulting|Solutions|Medicine|Medical)\b"
)
_HANDLE = re.compile(r"\s{0,2}\((?:she|he|they|her|him|them|ze|xe)(?:\s?[/,]\s?\w{1,6}){0,3}\)", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]")
_SHOUTED = re.compile(r"[^\W\d_a-z][^a-z]{3,60}")
_NAME_WORD = re.compile(r"[^\W\d_a-z][\w'’.-]{0,25}|(?:de|del|van|von|der|la|al|bin|da|di)")
_UNCASED = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff]{2,5}|[\uac00-\ud7a3]{2,5}|[\uac00-\ud7a3]{1,2}\s[\uac00-\ud7a3]{1,3}"
    r"|[\u3040-\u30ff\u4e00-\u9fff]{1,6}[\s\u30fb\u3000][\u3040-\u30ff\u4e00-\u9fff]{1,8}"
)
"""Names in Chinese, Korean and Japanese letters, which know no capitals and often stand without a blank."""
_RETIRED = re.compile(r"\s?\((?:ret|retired|ret'd)\.?\)", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A name and its credentials; certain where an honorific or credentials stand beside it."""

    name: str
    credentials: tuple[str, ...]
    certain: bool


@lru_cache(maxsize=8192)
def read_person(words: str) -> Named | None:
    """The person whom the words name and nothing else: "Dr. Ann Roe", "JANE ROE, RN"; None where they are no name."""
    words = _RETIRED.sub("", _HANDLE.sub("", words[:160])).strip(' \t*_,;:.–—-•·|"“”')
    if len(words) < 4 or " " not in words or not _LETTERS.match(words) or any(c.isdigit() for c in words):
        return None
    if NOBODY.fullmatch(words) or is_room(words):
        return None
    parsed = parse_name(words)
    if not parsed.given or not parsed.family:
        return None
    bare = re.findall(r"[\w'’-]+", parsed.display.lower())
    if len(bare) > 6 or any(word in _NO_NAME for word in bare):
        return None
    if not is_name_line(_calm(words)):
        return None
    certain = bool(parsed.credentials) or bool(parsed.prefix)
    shown = (
        f"{parsed.given} “{parsed.nickname}” {parsed.middle} {parsed.family} {parsed.suffix}"
        if parsed.nickname
        else (parsed.display)
    )
    return Named(" ".join(shown.split()), parsed.credentials, certain)


def read_told_person(words: str) -> Named | None:
    """The person of words that are known to name one, also where name and surname are ordinary words: "Mark Hill"."""
    words = _HANDLE.sub("", words[:80]).strip(' \t*_,;:.–—-•·|"“”')
    if _UNCASED.fullmatch(words):
        return Named(words, (), certain=False)
    parsed = parse_name(words)
    parts = parsed.display.split()
    if not 2 <= len(parts) <= 4 or NOBODY.fullmatch(words) or is_room(words) or is_house(words):
        return None
    if not all(_NAME_WORD.fullmatch(part) for part in parts):
        return None
    if any(part.lower() in _NO_NAME - {"art", "school", "day", "story", "center"} for part in parts) or is_title(words):
        return None
    return Named(parsed.display, parsed.credentials, bool(parsed.credentials or parsed.prefix))


def _calm(words: str) -> str:
    """A name in capitals as people write it, so that it is read as one."""
    head, comma, tail = words.partition(",")
    if not _SHOUTED.fullmatch(head.strip()) or len(head.split()) < 2:
        return words
    parsed = parse_name(head)
    return f"{parsed.display}{comma}{tail}"


def is_credentials(words: str) -> bool:
    """Whether words are degrees and licenses and nothing else: "MHA", "RN MSN"."""
    parts = words.replace("/", " ").split()
    return 0 < len(parts) <= 8 and all(is_credential(part.strip(".,()")) and _is_written_so(part) for part in parts)


def _is_written_so(word: str) -> bool:
    capitals = sum(c.isupper() for c in word)
    return capitals >= 2 or word.lower().strip(".") in {"esq", "ph.d"}


def is_suffix(words: str) -> bool:
    """Whether words are "Jr." and the like."""
    return _SUFFIX.fullmatch(words.strip()) is not None


@lru_cache(maxsize=8192)
def is_title(words: str) -> bool:
    """Whether words are the title of somebody's post: "President and CEO", "Director of Nursing, Elm Hospital"."""
    words = words.strip(" *_,;.")
    if not words or len(words) > 250 or words.endswith("?"):
        return False
    if read_title_line(words) is not None:
        return True
    lowers = [word.strip(".,").lower() for word in words.split()]
    return len(lowers) <= 9 and bool(lowers) and any(word in HEAD_CLASS for word in (lowers[-1], lowers[0]))


@lru_cache(maxsize=8192)
def title_and_house(words: str) -> tuple[str, str]:
    """Title and organization of words that are a title, with or without its house: (title, "") where none is told."""
    read = read_title_line(words.strip(" *_,;."))
    if read is None:
        return words.strip(" *_,;."), ""
    posts, _ = read
    houses = [post.organization for post in posts if post.organization]
    if not houses or not words.rstrip(" *_,;.").endswith(houses[-1]):
        return words.strip(" *_,;."), ""
    if len(houses[-1].split()) < 2 and not houses[-1].isupper():
        return words.strip(" *_,;."), ""  # "Secretary for Health" is one title
    head = words.strip(" *_,;.")[: -len(houses[-1])].rstrip(" ,;|–—-@")
    head = re.sub(r"[\s,](?:of|at|for|from|with|,)(?:\sthe)?$", "", head).rstrip(" ,")
    return (head, houses[-1]) if head else (words.strip(" *_,;."), "")


def is_house(words: str) -> bool:
    """Whether words are an organization by one of the nouns that organizations are called with, or by an acronym."""
    words = words.strip(" *_,;.()")
    if not words or len(words) > 200 or not words[:1].isupper():
        return False
    if _HOUSE.search(words):
        return True
    lowers = {word.strip(".,").lower() for word in words.split()}
    return bool(lowers & ORGANIZATION_NOUNS) or (2 <= len(words) <= 8 and words.isupper() and words.isalpha())
