"""Whose page or text it is: the organization that the site's name, title, boiler-plate or dateline names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from research.pages.care_names import is_health
from research.pages.house_names import house_name, without_post
from research.pages.house_words import is_no_house
from research.pages.lexicon import (
    DEPARTMENTS,
    GRAMMAR,
    HEALTH_WORDS,
    NOT_IN_NAMES,
    ORGANIZATION_NOUNS,
    OTHER_FIELD_WORDS,
)
from research.pages.model import PageText
from research.pages.name_marks import without_bars
from research.pages.owner_rivals import is_one_of_many, spoken_of_again
from research.pages.owner_signs import (
    addressed,
    bare,
    has_own_word,
    is_care_address,
    is_health_address,
    is_own_word,
    site_label,
    title_parts,
)
from research.pages.owner_tellers import tells_of_others
from research.pages.owner_votes import Vote, copyright_vote, is_school, line_votes
from research.pages.person_names import is_name_line
from research.pages.whole_names import organizations_in, whole_group, whole_organization
from research.places import REGIONS

_EMPLOYER = re.compile(
    r"\b(?:at|with|joined|joining|join)\s(?:the\s)?([A-Z][\w&-]{2,30}(?:\s(?:[A-Z][\w&-]{0,30})){0,4})(?![\w’'])"
    r"|\b([A-Z][\w&-]{2,30}(?:\s[A-Z][\w&-]{0,30}){0,4})[’']s?\s(?=[a-z])"
    r"|\b([A-Z]{3,8})(?:[’']s|\s(?:is|has|was|will|provides|offers|serves|board|members))\s"
)
_NO_EMPLOYERS = NOT_IN_NAMES | GRAMMAR | DEPARTMENTS | {"master", "bachelor", "associate"}
_BRACKETED = re.compile(r"\s\([A-Z]{2,8}\)")
_ACRONYM = re.compile(
    r"\b((?:[A-Z][\w’'&.-]{0,30}+|of|the|and|for|&)(?:\s{1,3}+(?:[A-Z][\w’'&.-]{0,30}+|of|the|and|for|"
    r"&)){1,9}+)\s{1,3}\(([A-Z]{2,8})\)"
)
_TOWNS = re.compile(r"\b(?:[A-Z][\w’'-]{1,30}+,\s){1,4}+$")
TOWNS_REACH = 100
"""Characters before a trust's name in which more of its towns are looked for."""
_BRAND_WORDS = DEPARTMENTS | ORGANIZATION_NOUNS | {"of", "and", "the", "for", "&"}
BRANDS = 2
"""Names in the navigation that may be the owner's; more of them are a menu of places."""
ADDRESSED = 0.05
"""Share of health words that a page has for sure whose address names a house of care: as pages of hospitals have."""
SURE = 4
"""Votes that make an owner."""
_BOARD_OF = re.compile(
    r"(?:Board of (?:Directors|Trustees|Governors)|Leadership|Administration) [–—|-] (?P<house>[A-Z].{3,80})"
)
"""The heading of a page with whose board it shows: "Board of Directors – Elm Hospital"."""
_OWN_PERSON = re.compile(
    r"(?P<house>[A-Z][^:;,.“\"]{3,60}?)[’']s\s(?:Dr\.\s)?[A-Z][a-z]+\s(?:[A-Z]\.\s)?[A-Z][\w’'-]+\s"
)
"""A headline about one of its own: "Elm Hospital’s Ann Vale Named to List"."""
PARAGRAPHS = 2
"""Paragraphs that must name an employer before it may be the page's own."""
NAME_LINE = 60
"""Characters of a line that may be a name."""
_ACCREDITS = re.compile(
    r"\b(?:Credentialing|Accreditation|Accrediting|Joint) (?:Center|Commission|Council|Association)\b"
)
MIN_LABEL = 3
"""Letters of an address that can tell a name."""
MAX_LINES = 400
MAX_TOLD = 20_000
"""Characters in which it is looked for whether the text tells of others."""


@dataclass(frozen=True, slots=True)
class Owner:
    """The page's organization, "" when unknown; every organization of the page; short forms with their full name."""

    name: str
    organizations: frozenset[str]
    short: dict[str, str]
    health: float
    """Share of the page's words that are words of health care, 0..1."""
    other: int = 0
    """Words of other fields on the page."""
    editorial: bool = False
    """The page is of an editorial board: its chair leads no organization."""
    clinical: bool = False
    """Clinicians are among the people whom the page lists."""
    purpose: str = ""
    """What the page's own description says of the house; "" for an article's, which tells of the article."""
    among_others: bool = False
    """The page names other houses as much: it is of this field, but nobody's post is known to be here."""


def owner_of(page: PageText) -> Owner:
    """Whose page it is, from several weak signs together. What the page says most often and most prominently wins."""
    votes: Counter[str] = Counter()
    shown: dict[str, str] = {}

    def vote(text: str, weight: float) -> None:
        text = house_name(text.removeprefix("Our ").removeprefix("Your "))
        if _ACCREDITS.search(text) and text not in f"{page.site_name} {page.title}":
            return  # who gives a house its seal is not the house
        if (key := _key(text)) and key not in REGIONS and not is_no_house(key):
            votes[key] += int(weight * 2)
            shown.setdefault(key, text)

    people = _people_words(page)

    def vote_of_line(text: str, weight: float) -> None:
        if text not in people:  # "Lea is a leader in care" is said of a person of the page
            vote(text, weight)

    _frame_votes(page, vote)
    organizations: set[str] = set()
    health = total = other = brands = 0
    for number, line in enumerate(page.lines[:MAX_LINES]):
        if line.furniture:
            copyright_vote(line, vote)
            if (house := addressed(line.text)) and is_health(house) and whole_organization(house) is not None:
                vote(house, 1.5)
            if brands < BRANDS and is_health(line.text) and whole_organization(line.text) is not None:
                brands += 1
                vote(line.text, 1.5)  # the name beside the logo
            continue
        words = [w.strip(".,;:()“”\"'’") for w in line.text[:4000].lower().split()]
        total += len(words)
        health += sum(map(HEALTH_WORDS.__contains__, words))
        other += sum(map(OTHER_FIELD_WORDS.__contains__, words))
        line_votes(page, number, line, organizations, vote_of_line)
    short = _short_forms(page.text[:30_000])
    editorial = "editorial board" in f"{page.headline} {page.title}".lower()
    for full in (name for name in short.values() if not is_school(name) and whole_group(name)):
        vote(full, 2 + is_health(full))
    if max(votes.values(), default=0) < SURE:
        for name, places in _employers(page).items():
            vote(name, min(1.0 * places, 4))
    _host_votes(page.url, votes)
    best = _best(votes, shown, page.text[:MAX_TOLD])
    sure = best[1] >= SURE or (len(votes) == 1 and best[1] > 1)
    name = _spelled(without_post(shown[best[0]]), shown.values()) if sure else ""
    share, among = health / max(total, 1), is_one_of_many(best, votes)
    if not name and (is_care_address(page.url) or (page.kind == "people" and is_health_address(page.url))):
        share = max(share, ADDRESSED)
    purpose = page.description if page.kind != "article" else ""
    return Owner(name, frozenset(organizations), short, share, other, editorial, purpose=purpose, among_others=among)


def _best(votes: Counter[str], shown: dict[str, str], text: str) -> tuple[str, int]:
    """The candidate with the most votes that does not only tell of others."""
    most = max(votes.values(), default=0)

    def rank(pair: tuple[str, int]) -> tuple[int, int, int]:
        again = spoken_of_again(shown[pair[0]], text) if pair[1] == most and len(votes) > 1 else 0
        return pair[1], again, len(pair[0])

    ranked = sorted(votes.items(), key=rank, reverse=True)
    if len(ranked) > 1 and ranked[0][1] >= SURE and tells_of_others(shown[ranked[0][0]], text):
        return ranked[1]
    return ranked[0] if ranked else ("", 0)


def _spelled(name: str, others: Iterable[str]) -> str:
    """The name as the page spells it out: "Oak Children's Clinic", where "Oak Childrens Clinic" stands too."""
    if "’" in name or "'" in name:
        return name
    plain = name.lower()
    return next((other for other in others if len(other) > len(name) and _without_apostrophes(other) == plain), name)


def _without_apostrophes(name: str) -> str:
    return name.lower().replace("’", "").replace("'", "")


def _people_words(page: PageText) -> frozenset[str]:
    """The words of the names that stand on lines of their own."""
    lines = (line.text for line in page.lines[:MAX_LINES] if not line.furniture and len(line.text) < NAME_LINE)
    named = (text for text in lines if is_name_line(without_bars(text)))
    return frozenset(word.strip(".,") for text in named for word in text.split())


def _employers(page: PageText) -> dict[str, int]:
    """Whom several paragraphs of a page name as the place of work or by a genitive, with the number of them."""
    found: Counter[str] = Counter()
    names: set[str] = set()
    for line in page.lines[:MAX_LINES]:
        if line.furniture:
            continue
        if len(line.text) < 60:
            if is_name_line(without_bars(line.text)):
                names.update(word.strip(".,") for word in line.text.split())
            continue
        found.update({match.group(match.lastindex or 0) for match in _EMPLOYER.finditer(line.text[:4000])})
    return {
        name: places
        for name, places in found.items()
        if places >= PARAGRAPHS and not is_school(name) and names.isdisjoint(name.split()) and _is_proper(name)
    }


def _is_proper(name: str) -> bool:
    span = whole_organization(name)
    return span is not None and span.proper and name.split()[0].lower() not in _NO_EMPLOYERS


def _key(text: str) -> str:
    """A name for counting, "" for a board or page without the organization's own words."""
    words = re.sub(r"[^a-z0-9 ]", " ", text.lower().replace("’s", "").replace("'s", "")).split()
    kept = [w for w in words if w not in {"the", "inc", "llc", "ltd", "corp"}]
    return "" if kept[:2] == ["board", "of"] or kept[:1] == ["about"] else " ".join(kept)


def _frame_votes(page: PageText, vote: Vote) -> None:
    if page.site_name:
        vote(page.site_name, 4 + 2 * is_health(page.site_name))
    parts = [bare(part) for part in title_parts(page.title)]
    of_board = _BOARD_OF.fullmatch(page.headline)
    if of_board is not None and is_health(of_board["house"]) and whole_organization(of_board["house"]) is not None:
        vote(of_board["house"], 3)
    owned = _OWN_PERSON.match(page.headline)
    if owned is not None and is_health(owned["house"]) and whole_organization(owned["house"]) is not None:
        vote(owned["house"], 3)
    named = False
    for part in parts:
        span = whole_organization(part)
        if span and span.noun and span.proper:
            named = True
            vote(part, 4)
    if not named and page.kind != "article":
        _brand_votes(page, parts, vote)
    if page.description:
        for found in organizations_in(page.description):
            vote(found, 1.5)


def _host_votes(url: str, votes: Counter[str]) -> None:
    """A candidate whose name or initials are the site's address has one more sign."""
    label = site_label(url)
    if len(label) < MIN_LABEL:
        return
    for key in votes:
        joined, initials = key.replace(" ", ""), "".join(word[0] for word in key.split())
        if joined.startswith(label) or label == initials or (len(joined) > MIN_LABEL and label.startswith(joined)):
            votes[key] += 6


def _brand_votes(page: PageText, parts: list[str], vote: Vote) -> None:
    """The last part of the title that can be a name although it has no organization's noun: "Team | Oakvale"."""
    for part in reversed(parts):
        if part != page.headline and _is_brand(part):
            vote(part, 4)
            return


def _is_brand(text: str) -> bool:
    words = text.split()
    fit = all(is_own_word(w) or w.lower() in _BRAND_WORDS for w in words)
    return 0 < len(words) <= 5 and fit and has_own_word(text) and whole_group(text)


def _short_forms(text: str) -> dict[str, str]:
    """Acronyms in brackets behind the name that they stand for."""
    found: dict[str, str] = {}
    if not _BRACKETED.search(text):
        return found
    for match in _ACRONYM.finditer(text):
        group = _towns_before(text[: match.start()], match.group(1)) + match.group(1)
        words = [w for w in group.split() if w[0].isupper()]
        letters = match.group(2)
        for start in range(len(words)):
            if (
                "".join(w[0] for w in words[start:]).upper().startswith(letters[:1])
                and len(words) - start >= len(letters) - 1
            ):
                found.setdefault(letters, group[group.find(words[start]) :])
                break
    return found


def _towns_before(before: str, name: str) -> str:
    """The towns of a trust's name that commas part from the last two: "Oak, " of "Oak, Elm and Ash NHS Trust"."""
    towns = _TOWNS.search(before[-TOWNS_REACH:]) if " NHS " in name and " and " in name else None
    return towns.group() if towns else ""
