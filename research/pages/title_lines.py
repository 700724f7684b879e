"""A line that is a title and nothing else: its posts and status, without the holder's credentials."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from research.names import is_credential
from research.pages.care_names import is_health
from research.pages.lexicon import (
    CONJUNCTIONS,
    DEPARTMENTS,
    GRAMMAR,
    ORGANIZATION_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SENIORITY,
    VERBS,
)
from research.pages.mention import is_clinical
from research.pages.open_titles import open_title
from research.pages.organizations_named import read_organization
from research.pages.person_names import find_names
from research.pages.title_words import PARTS
from research.pages.titles import PostSpan, TitleReader, TitleSpan, head_class
from research.pages.tokens import Token, is_dash, slice_text, tokenize
from research.pages.whole_names import whole_organization

TELLS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|said|says|joined|serves|served|received|earned|holds|"
    r"named|appointed|he|she|his|her|we|our|you"
    r"|who|which|they|announces|announced|appoints|names|promoted|elected|welcomes|honored|awarded|"
    r"wins|receives|hired|joins|becomes|today)\b"
)
"""Words of running text: a line that holds one is no title."""
ANNOUNCES = re.compile(
    r"\b(?:named|appointed|promoted|elected|appoints?|names|announces?|welcomes?|receives?|received|"
    r"honored|joins|joined|wins|hires?|hired|selected"
    r"|recognized|celebrates?|becomes|retires|retiring|returns|leads|shares|discusses|awarded|earns|"
    r"visits|opens|launches|to lead|interviews?|steps)\b",
    re.IGNORECASE,
)
"""Words of a headline."""
TEAMS = frozenset({"team", "teams", "leadership"})
RANKS = DEPARTMENTS | SENIORITY
MAX_SHORT = 200
"""Characters of a line that may be a title."""
KEPT = 1024
"""Lines of which the reading is kept: each stands above another, may head a list, and is read for whose page it is."""
_CUM = re.compile(r"\s{0,2}[-–]?\s{0,2}\bcum\b\s{0,2}[-–]?\s{0,2}", re.IGNORECASE)
"""What joins two posts of one person in India: "Chairman-cum-Managing Director"."""
_ADDRESS_OF = re.compile(
    r"\b(?:message|desk|speech|greetings?|corner|note|welcome|spotlight|interview|q\s?&\s?a|conversation|perspectives?"
    r"|insights|podcast)\s{0,2}:?$",
    re.IGNORECASE,
)
"""The heading over somebody's words: "Director's Message", "From the Chairman's Desk", "Executive Spotlight"."""
_AUTHOR = re.compile(
    r"(?<=\w)(?:,\s(?:and\s)?|\sand\s|\s[|•–—-]\s)(?:[Tt]he\s)?(?:[Bb]est-?\s?[Ss]elling\s)?(?:[Cc]o-?)?[Aa]uthor"
    r"\sof\s.{1,200}"
)
"""A book of the holder's behind a title: "Director of Elm Clinic, author of “Care”"."""
_EMPTY = re.compile(r"\b(?:vacant|vacancy|tba|tbd|to be (?:announced|determined|named|filled))\b", re.IGNORECASE)
_STATES = frozenset({"PA"})
"""Credentials of clinicians that are a state's letters as well."""
_DUTIES = frozenset(
    """nursing pharmacy finance marketing operations quality admissions compliance services relations resources safety
    management informatics engineering""".split()
)
"""With what a duty ends that stands before a house; no house is named so alone."""
_OPENERS = PREPOSITIONS | PRONOUNS | CONJUNCTIONS
_LOWER_WORDS = GRAMMAR | DEPARTMENTS
MOST_PARTED = 6
"""Posts between semicolons on one line."""
AIM = 6
"""Words of a line that may tell an aim; a title seldom has more."""
_AIMS = frozenset(
    """develop produce prepare provide promote support ensure improve create build establish educate train equip enhance
    foster encourage help assist demonstrate identify describe understand explain become learn apply increase reduce
    deliver strengthen maintain engage empower recruit advise""".split()
)
MAX_LETTERS = 7
"""Letters of a credential."""


@lru_cache(maxsize=KEPT)
def read_title_line(text: str) -> tuple[tuple[PostSpan, ...], str] | None:
    """The posts and status of a line that is a title and nothing else; None where it is none."""
    if ";" in text and (several := _parted_posts(text)) is not None:
        return several
    if (told := open_title(text.strip())) is not None:
        return (told,), "current"
    before, bar, _ = text.partition(" | ")
    if (
        bar
        and (" at " in before or " of " in before)
        and (read := read_title_line(before))
        and read[0][-1].organization
    ):
        return read  # "Chief Nurse at Elm Hospital | Speaker | Runner"
    text = _AUTHOR.sub("", text, count=1)
    if "“" in text or '"' in text:
        return None  # what somebody says follows
    if _CUM.search(text):
        return _both_at_once(text)
    stopped = text.rstrip().endswith(".")
    text = _behind_credentials(without_credentials(text.strip().rstrip(".;")))
    tokens = tokenize(text)
    if (
        not tokens
        or (tokens[0].lower in _OPENERS and not tokens[0].text.isupper())
        or len(text) > MAX_SHORT
        or len(tokens) > 40
        or TELLS.search(text)
        or _EMPTY.search(text)
        or _ADDRESS_OF.search(text)
    ):
        return None
    if _tells_an_aim(tokens):
        return None
    spans = TitleReader(text, tokens, card=True).find()
    if not spans:
        return None
    first = spans[0]
    start = first.outer_start
    if stopped and any(t.text.islower() and t.lower in VERBS for t in tokens[first.outer_end :]):
        return None  # a sentence: "CEO of Oak, spoke on Monday."
    if start > 0 and not all(t.is_capital or not t.is_word or t.lower in _LOWER_WORDS for t in tokens[:start]):
        return None
    if (
        not tokens[0].is_capital
        and tokens[0].lower not in {"former", "interim", "acting"}
        and tokens[0].lower not in RANKS
        and head_class(tokens[0].lower) is None
    ):
        return None
    if len(spans) > 1 and _name_between(tokens, spans):
        return None
    return _posts_of_line(text, tokens, spans), first.status


def _tells_an_aim(tokens: list[Token]) -> bool:
    """Whether a long line begins with what is to be done: "Develop nurse managers capable of leading teams"."""
    first = tokens[0].lower
    return len(tokens) > AIM and first in _AIMS and first not in RANKS and head_class(first) is None


def _both_at_once(text: str) -> tuple[tuple[PostSpan, ...], str] | None:
    """The posts of "Chairman-cum-Managing Director": one title as printed, of the first post's kind."""
    read = read_title_line(_CUM.sub(" & ", text))
    if read is None:
        return None
    posts, status = read
    shown = len(posts) == 1 and not posts[0].organization
    return ((PostSpan(text.strip(), "", posts[0].kind, posts[0].head),) if shown else posts), status


def _parted_posts(text: str) -> tuple[tuple[PostSpan, ...], str] | None:
    """The posts of "President; CEO; Trustee", each between semicolons; None where a part is no title."""
    parts = [part.strip() for part in text.strip().rstrip(".;").split(";")]
    if not 1 < len(parts) <= MOST_PARTED:
        return None
    read = [read_title_line(part) for part in parts]
    posts = [post for one in read if one is not None for post in one[0]]
    return (tuple(posts), read[0][1]) if read[0] is not None and None not in read else None


def credentials_behind(text: str) -> tuple[str, ...]:
    """The holder's credentials behind a title: RN and MSN of "Chief Nursing Officer, RN, MSN"."""
    text = text.strip().rstrip(".;")
    title = without_credentials(text)
    return tuple(text[len(title) :].strip(", ").split(", ")) if len(title) < len(text) else ()


def without_credentials(text: str) -> str:
    """A title without the holder's credentials behind it: "Administrator, RN, WCC"."""
    parts = text.split(", ")
    kept = len(parts)
    while kept > 1 and parts[kept - 1].isupper() and len(parts[kept - 1]) > 1 and is_credential(parts[kept - 1]):
        kept -= 1
    # Letters that may as well be a state's or a house's count only beside a license or a degree in care.
    sure = any(is_clinical(part) and part not in _STATES for part in parts[kept:])
    return ", ".join(parts[:kept]) if sure else text


def _behind_credentials(text: str) -> str:
    """A title without the holder's credentials before it: "CM, BSN, Director of Nursing"."""
    parts = text.split(", ")
    at = 0
    while at + 1 < len(parts) and parts[at].isupper() and 1 < len(parts[at]) <= MAX_LETTERS:
        at += 1
    return ", ".join(parts[at:]) if any(map(is_clinical, parts[:at])) else text


def _name_between(tokens: list[Token], spans: list[TitleSpan]) -> bool:
    """Whether another person stands between two titles of a line: then it lists several."""
    taken = [any(s.start <= at < s.end for s in spans) for at in range(len(tokens))]
    first, last = spans[0].outer_end, spans[-1].start
    return any(first <= name.start < last for name in find_names(tokens, taken))


def _posts_of_line(text: str, tokens: list[Token], spans: list[TitleSpan]) -> tuple[PostSpan, ...]:
    first, last = spans[0], spans[-1]
    if len(spans) == len(first.posts) == 1 and tokens[first.start].lower == "program" and first.end == len(tokens):
        house = whole_organization(first.posts[0].organization)
        if house is not None and not house.noun:  # the program's own name: "Elmway IOP Program Director"
            return (PostSpan(text, "", first.posts[0].kind, first.posts[0].head),)
    posts = [post for span in spans for post in span.posts]
    kind, head = posts[0].kind, posts[0].head
    begin = 0 if first.outer_start == first.start else first.start
    if first.status in {"former", "outgoing", "incoming"}:
        begin = first.start
    if len(spans) == 1 and len(posts) == 1:
        return (_rest(text, tokens, first, begin, posts[0]),)
    if all(not post.organization for post in posts[:-1]) and len(spans) == 1:
        return tuple(posts)
    duty = (
        len(spans) > 1
        and first.posts[-1].organization
        and first.outer_end == spans[1].start
        and is_dash(tokens[first.end])
    )
    if any(post.organization for post in posts) and not duty:  # "Secretary – Nominations Chair" names no house
        return tuple(posts)
    return (PostSpan(slice_text(text, tokens, begin, max(last.end, len(tokens))), "", kind, head),)


def _rest(text: str, tokens: list[Token], span: TitleSpan, begin: int, post: PostSpan) -> PostSpan:
    """One title with what stands behind it on its line: an organization, or more of the title."""
    if post.organization and (parted := _duty_before_house(text, post)) is not None:
        return parted
    organization, end = post.organization, span.end
    prefix = begin == 0 and span.start > 0 and not organization
    at = max(span.outer_end, span.end)
    if at < len(tokens) and not organization:
        mark = (
            at + 1
            if tokens[at].text in {",", "|", "•", "·", "(", "@"}
            or is_dash(tokens[at])
            or tokens[at].lower in {"at", "of", "for", "with"}
            else at
        )
        found = read_organization(tokens, mark, dashes=True) if mark < len(tokens) and tokens[mark].is_capital else None
        if (
            found
            and mark > at
            and found.end >= len(tokens) - 1
            and tokens[found.end - 1].lower not in PARTS
            and (found.noun or tokens[mark + 1 : mark + 2] == [] or tokens[mark + 1].text != "/")
            and (found.proper and (found.noun or tokens[at].text in {",", "|", "@"} or tokens[at].lower == "at"))
        ):
            organization = slice_text(text, tokens, found.start, found.end)
        elif (
            mark > at
            and mark < len(tokens)
            and tokens[at].lower in {"at", "of"}
            and mark == len(tokens) - 1
            and tokens[mark].is_word
        ):
            organization = tokens[mark].text
        elif mark == at and (unmarked := _house_without_mark(tokens, at, text)):
            organization, end = unmarked
        elif house := _house_at_end(text[tokens[at].start :]):
            organization, end = house, at + len(tokenize(text[tokens[at].start : len(text) - len(house) - 1]))
        else:
            end = len(tokens)
    title = slice_text(text, tokens, begin if prefix else max(begin, span.start), max(end, span.end)).rstrip(
        " ,;:–—-|("
    )
    return PostSpan(title, organization, post.kind, post.head)


def _house_without_mark(tokens: list[Token], at: int, text: str) -> tuple[str, int] | None:
    """The house that no mark parts from the title, and where the title ends: "Director Patient Care Elm Hospital"."""
    while at < len(tokens) and tokens[at].lower in RANKS | ORGANIZATION_NOUNS | {"&", "and", "of"}:
        at += 1
    house = text[tokens[at].start :] if at < len(tokens) and tokens[at].is_capital else ""
    span = whole_organization(house) if house else None
    sure = span is not None and span.strong and span.proper and span.end - span.start > 1 and is_health(house)
    named = house.partition(" of ")[0].rpartition(" ")[2].lower() in ORGANIZATION_NOUNS
    return (house, at) if sure and named else None


def _duty_before_house(text: str, post: PostSpan) -> PostSpan | None:
    """The post whose "of" takes a duty and then, without a mark, the house: "Director of Nursing Elm Care Center"."""
    words = post.organization.split()
    duties = next((n for n, word in enumerate(words) if word.lower() not in RANKS | {"&", "and"}), 0)
    if not duties or words[duties - 1].lower() not in _DUTIES or words[duties].lower() in ORGANIZATION_NOUNS:
        return None
    house = " ".join(words[duties:])
    span = whole_organization(house)
    if span is None or not (span.strong and span.proper) or house not in text:
        return None
    return replace(post, title=text[: text.find(house)].rstrip(" ,"), organization=house)


def _house_at_end(text: str) -> str:
    """The organization behind the last comma of a title that goes on: "Strategy Development, Oak Medical Center"."""
    house = text.rpartition(", ")[2] if ", " in text else ""
    span = whole_organization(house) if house else None
    return house if span is not None and span.noun and span.proper and span.strong and is_health(house) else ""
