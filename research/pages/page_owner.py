"""Whose page or text it is: the organization that the site's name, title, boiler-plate or dateline names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from research.pages.house_names import house_name, without_post
from research.pages.lexicon import (
    DEPARTMENTS,
    GRAMMAR,
    HEAD_CLASS,
    HEALTH_WORDS,
    NOT_IN_NAMES,
    ORGANIZATION_NOUNS,
    OTHER_FIELD_WORDS,
    STOPPERS,
    STRONG_HEALTH_WORDS,
)
from research.pages.model import Line, PageText
from research.pages.organizations_named import OrganizationSpan, read_organization
from research.pages.owner_rivals import before, is_one_of_many, is_told, spoken_of_again, without_board
from research.pages.owner_signs import (
    MAX_HEADING,
    bare,
    copyright_holder,
    described,
    has_own_word,
    is_care_address,
    is_own_word,
    site_label,
    speakers_for,
    title_parts,
)
from research.pages.owner_tellers import tells_of_others
from research.pages.person_names import is_name_line
from research.pages.titles import head_class
from research.pages.tokens import Token, slice_text, tokenize
from research.places import REGIONS

_ABOUT = re.compile(r"\s{0,3}about\s{1,3}(?:the\s{1,3})?(?=[A-Z0-9])", re.IGNORECASE)
_WELCOME = re.compile(r"welcome to\s{1,3}(?:the\s{1,3})?(?=[A-Z0-9])", re.IGNORECASE)
_APPEARED = re.compile(r"appeared first on\s{1,3}(.{3,80}?)\.?$")
_BOARD_OF = re.compile(
    r"\A(?:\d{4}(?:\s{0,3}[-–]\s{0,3}\d{2,4})?\s{1,3})?([A-Z].{1,80}?)\s{1,3}(?:board of (?:directors|trustees)|"
    r"leadership(?: team)?|executive team|senior leadership|medical staff)$",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\A([A-Z][^.;:]{2,70}? [Bb]oard(?: of [A-Z][a-z]{3,12})?)\s(?:(?:[Rr]egular|[Ss]pecial|[Mm]onthly)\s)?"
    r"(?:[Mm]eeting(?:\s[Mm]inutes)?|[Mm]inutes|MEETING(?:\sMINUTES)?|MINUTES)$"
)
"""The heading of minutes, which names the board that met: "Elm County Health Board Meeting"."""
_PUBLIC_BOARD = re.compile(
    r"\A[A-Z][^,.;:]{2,60} board of (?:commissioners|governors|regents|supervisors)$", re.IGNORECASE
)
_IS_A = re.compile(
    r"\A(?:[A-Z][\w.,’' –—()/-]{0,60}[–—-]{1,2}\s{0,3})?([A-Z][\w’'&.|+-]{0,30}(?:\s(?:[A-Z][\w’'&.|"
    r"+-]{0,30}|of|the|and|for|at|&)){0,7}?)"
    r"(?:,|\sis)\s(?:an?|the|one of)\s([^.;]{4,140})"
)
_SUBJECT = re.compile(
    r"\A(?:[A-Z][A-Za-z., ]{2,40}\s?[–—-]{1,2}\s{1,2})?([A-Z][\w’'&.|+-]{0,30}"
    r"(?:\s(?:[A-Z][\w’'&.|+-]{0,30}|of|the|and|for|&)){1,7}?)\s(?:has|is|was"
    r"|today|recently|will)\s"
)
_OWN_POST = re.compile(
    r"\bits\s(?:[a-z]{3,12}\s){0,3}(?:chief|president|ceo|director|administrator|chair|board|staff)\b", re.IGNORECASE
)
_RULED = re.compile(
    r"\A(?:[Tt]he\s)?([A-Z][\w’'&.|+-]{0,30}(?:\s(?:[A-Z][\w’'&.|+-]{0,30}|of|the|and|for|&)){1,7}?)"
    r"(?:\s\([A-Z]{2,8}\))?\sis\s(?:led|governed|guided|headed|overseen|directed|run)\sby\s"
)
_EMPLOYER = re.compile(
    r"\b(?:at|with|joined|joining|join)\s(?:the\s)?([A-Z][\w&-]{2,30}(?:\s(?:[A-Z][\w&-]{0,30})){0,4})(?![\w’'])"
    r"|\b([A-Z][\w&-]{2,30}(?:\s[A-Z][\w&-]{0,30}){0,4})[’']s?\s(?=[a-z])"
    r"|\b([A-Z]{3,8})(?:[’']s|\s(?:is|has|was|will|provides|offers|serves|board|members))\s"
)
_NO_EMPLOYERS = NOT_IN_NAMES | GRAMMAR | DEPARTMENTS | {"master", "bachelor", "associate"}
_RESIDENCES = re.compile(
    r"\b(?:senior|assisted) living\b|\b(?:home|memory|personal|in-home) care\b|\bnursing home\b", re.IGNORECASE
)
_DOCTORS = re.compile(r"\b(?:[Oo]ffices?|[Pp]ractice|[Cc]linic) of Drs?\.?\s[A-Z]")
_CARE_WORDS = re.compile(
    r"\b(?:hospitals?|health|healthcare|medical|clinics?|care|caregivers?|hospice|nursing|senior "
    r"living|assisted living|retirement"
    r"|therapy|treatment|recovery|rehabilitation|patients|physicians|surgery)\b",
    re.IGNORECASE,
)
_PERSON_WORDS = re.compile(
    r"\b(?:nurse|physician|doctor|surgeon|leader|executive|veteran|graduate|professor|native|resident "
    r"of|member|director|officer"
    r"|president|manager|expert|specialist|therapist|pharmacist|ceo|coo|cfo|cno|founder|chair(?:man|woman|person)?"
    r"|trustee|administrator|board-certified|nephrologist|psychiatrist|cardiologist|oncologist|pediatrician)\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(
    r"[A-Z][\w’'&.|+/-]{0,40}+(?:,?\s(?:(?:of|the|and|for|&|at|on|to|–|-)\s){0,2}[A-Z][\w’'&.|+/-]{0,40}+){1,14}"
)
_GROUP = r"[A-Z][\w’'&.|+-]{0,30}(?:\s(?:[A-Z][\w’'&.|+-]{0,30}|of|the|and|for|&)){0,7}?"
_ACTS = re.compile(
    r"\A(?:[A-Z][\w.,’' –—()-]{0,60}[–—-]{1,2}\s{0,3})?(" + _GROUP + r")(?:,\s(?:an?|the)\s[^,]{4,120},)?\s"
    r"(?:(?:today\s|recently\s|proudly\s|is\s(?:pleased|proud|excited|thrilled|honored|delighted)\sto\s){0,2}"
    r"(?:[Aa]ppoints?|[Nn]ames|[Aa]nnounc(?:es?|ed)|[Ww]elcomes?|[Hh]ires|[Pp]romotes|[Ee]lects|"
    r"[Ss]elects|[Tt]aps|[Aa]dds)"
    r"|has\s(?:recently\s)?(?:appointed|named|announced|welcomed|hired|promoted|selected))\b"
)
_BOARD_END = re.compile(r"\s[Bb]oard(?: of [A-Z][a-z]+)?$")
_PROUD = re.compile(
    r"\A(?:[Tt]he\s)?("
    + _GROUP
    + r")\s(?:is|are)\s(?:proud|pleased|excited|thrilled|honored|delighted|committed|dedicated)\b"
)
_PURPOSE = re.compile(
    r"\A(?:[Tt]he|[Oo]ur)\s(?:mission|vision|purpose|goal|aim)\s(?:of|at|here at)\s(?:the\s)?("
    + _GROUP
    + r")\s(?:is|are)\s"
)
"""What a house says of itself: "The mission of Elm Clinic is to"."""
_ONCE = re.compile(
    r"\b(?:previous(?:ly)?|prior|before|former(?:ly)?|most recently|earlier|graduat\w+|degree|years as|career|stints?"
    r"|positions|roles|served as \w|trained|completed (?:his|her|their|a|an|the)"
    r"|residency|fellowship|for (?:[a-z]{2,9} ){0,2}\d{1,2} years)\b[^.;]{0,150}$",
    re.IGNORECASE,
)
_LEAVES = re.compile(r"\b(?:resign|retir|depart|leav|step(?:s|ping)? down|exit)", re.IGNORECASE)
_GOES_TO = re.compile(
    r"\b(?:will\s(?:now\s|then\s)?|to\s)(?:become|join|lead|be|take|head|work|serve)\b[^.;]{0,80}$", re.IGNORECASE
)
_PERSONAL = re.compile(r"\b(?:he|she|his|her)\b", re.IGNORECASE)
_BRACKETED = re.compile(r"\s\([A-Z]{2,8}\)")
_ACRONYM = re.compile(
    r"\b((?:[A-Z][\w’'&.-]{0,30}+|of|the|and|for|&)(?:\s{1,3}+(?:[A-Z][\w’'&.-]{0,30}+|of|the|and|for|"
    r"&)){1,9}+)\s{1,3}\(([A-Z]{2,8})\)"
)
_TOWNS = re.compile(r"\b(?:[A-Z][\w’'-]{1,30}+,\s){1,4}+$")
TOWNS_REACH = 100
"""Characters before a trust's name in which more of its towns are looked for."""
Vote = Callable[[str, float], None]
_BRAND_WORDS = DEPARTMENTS | ORGANIZATION_NOUNS | {"of", "and", "the", "for", "&"}
_GENERIC_START = frozenset("about our us the leadership board team news contact home meet welcome your careers".split())
_NOT_OWNERS = frozenset(
    [
        "program",
        "programs",
        "award",
        "awards",
        "committee",
        "board",
        "department",
        "journal",
        "conference",
        "meeting",
        "day",
        "act",
        "county",
        "city",
        "state",
        "district",
        "subcommittee",
        "medal",
        "prize",
        "fellowship",
        "roundtable",
        "summit",
        "symposium",
        "forum",
        "webinar",
        "congress",
    ]
)
_NEVER_FIRST = STOPPERS - ORGANIZATION_NOUNS
_BODY_WORDS = frozenset({"board", "college", "academy", "association", "society", "council", "institute"})
_OTHER_TRADES = frozenset(
    """software business technologies technology tech pharmaceuticals pharmaceutical pharma therapeutics biotech
    biosciences devices solutions consulting consultants law recruiting search ai capital ventures magazine
    journal media news press
    marketing staffing investments""".split()
)
_CARE_OF_UNIVERSITIES = frozenset("hospital hospitals clinic health healthcare center".split())
_CARE_GIVERS = frozenset("hospital hospitals clinic clinics hospice nhs physicians".split())
BRANDS = 2
"""Names in the navigation that may be the owner's; more of them are a menu of places."""
ADDRESSED = 0.05
"""Share of health words that a page has for sure whose address names a house of care: as pages of hospitals have."""
SURE = 4
"""Votes that make an owner."""
PARAGRAPHS = 2
"""Paragraphs that must name an employer before it may be the page's own."""
LEAD = 8
"""Lines at the top that say what an organization is."""
NAME_LINE = 60
"""Characters of a line that may be a name."""
NAMING_WORDS = 3
"""Ordinary words that together are taken for a name over a list of its leaders."""
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
    among_others: bool = False
    """The page names other houses as much: it is of this field, but nobody's post is known to be here."""


def owner_of(page: PageText) -> Owner:
    """Whose page it is, from several weak signs together. What the page says most often and most prominently wins."""
    votes: Counter[str] = Counter()
    shown: dict[str, str] = {}

    def vote(text: str, weight: float) -> None:
        text = house_name(text.removeprefix("Our ").removeprefix("Your "))
        if (key := _key(text)) and key not in REGIONS:
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
            _copyright_vote(line, vote)
            if brands < BRANDS and is_health(line.text) and whole_organization(line.text) is not None:
                brands += 1
                vote(line.text, 1.5)  # the name beside the logo
            continue
        words = [w.strip(".,;:()“”\"'’") for w in line.text[:4000].lower().split()]
        total += len(words)
        health += sum(map(HEALTH_WORDS.__contains__, words))
        other += sum(map(OTHER_FIELD_WORDS.__contains__, words))
        _line_votes(page, number, line, organizations, vote_of_line)
    short = _short_forms(page.text[:30_000])
    editorial = "editorial board" in f"{page.headline} {page.title}".lower()
    for full in (name for name in short.values() if not _is_school(name) and whole_group(name)):
        vote(full, 2 + is_health(full))
    if max(votes.values(), default=0) < SURE:
        for name, places in _employers(page).items():
            vote(name, min(1.0 * places, 4))
    _host_votes(page.url, votes)
    best = _best(votes, shown, page.text[:MAX_TOLD])
    sure = best[1] >= SURE or (len(votes) == 1 and best[1] > 1)
    name = without_post(shown[best[0]]) if sure else ""
    share, among = health / max(total, 1), is_one_of_many(best, votes)
    if not name and is_care_address(page.url):
        share = max(share, ADDRESSED)
    return Owner(name, frozenset(organizations), short, share, other, editorial, among_others=among)


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


def _people_words(page: PageText) -> frozenset[str]:
    """The words of the names that stand on lines of their own."""
    lines = (line.text for line in page.lines[:MAX_LINES] if not line.furniture and len(line.text) < NAME_LINE)
    return frozenset(word.strip(".,") for text in lines if is_name_line(text) for word in text.split())


def _employers(page: PageText) -> dict[str, int]:
    """Whom several paragraphs of a page name as the place of work or by a genitive, with the number of them."""
    found: Counter[str] = Counter()
    names: set[str] = set()
    for line in page.lines[:MAX_LINES]:
        if line.furniture:
            continue
        if len(line.text) < 60:
            if is_name_line(line.text):
                names.update(word.strip(".,") for word in line.text.split())
            continue
        found.update({match.group(match.lastindex or 0) for match in _EMPLOYER.finditer(line.text[:4000])})
    return {
        name: places
        for name, places in found.items()
        if places >= PARAGRAPHS and not _is_school(name) and names.isdisjoint(name.split()) and _is_proper(name)
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


def _copyright_vote(line: Line, vote: Vote) -> None:
    holder = copyright_holder(line.text)
    if not holder:
        return
    tokens = tokenize(holder)
    span = read_organization(tokens, 1 if tokens and tokens[0].lower == "the" else 0) if tokens else None
    if span and span.proper and (span.noun or has_own_word(holder)):
        end = span.end  # "© Elmvale hospital": the noun may be in small letters
        end += end < len(tokens) and tokens[end].text.islower() and tokens[end].lower in ORGANIZATION_NOUNS
        vote(slice_text(holder, tokens, span.start, end), 4)


def _line_votes(page: PageText, number: int, line: Line, organizations: set[str], vote: Vote) -> None:
    _copyright_vote(line, vote)
    text = line.text[:2000]
    own = bare(text) if line.role == "heading" and len(text) < MAX_HEADING else text
    if own != text and whole_group(own) and has_own_word(own) and not _is_person(own, page):
        vote(own, 4)
        text = own
    _phrase_votes(page, text, vote)
    if number < LEAD or text == page.headline:
        _lead_votes(text, vote, sooner=number < 4 or text == page.headline)
    if line.role == "paragraph":
        _care_votes(text, vote)
    _named_votes(page, number, text, organizations, vote)


def _phrase_votes(page: PageText, text: str, vote: Vote) -> None:
    """Votes of fixed phrases: "About Oak", "appeared first on Oak", "Oak Board of Directors", "At Oak, we"."""
    about = _ABOUT.match(text)
    if about and len(text) < 120:
        span = whole_organization(text[about.end() :].rstrip(":"))
        if span and not _is_person(text[about.end() :].rstrip(": *_"), page):
            vote(text[about.end() :].rstrip(": *_"), 5)
    proud = _PROUD.match(text)
    if proud and whole_group(proud.group(1)) and has_own_word(proud.group(1)):
        vote(proud.group(1), 2)
    purpose = _PURPOSE.match(text)
    if purpose and whole_group(purpose.group(1)) and has_own_word(purpose.group(1)):
        vote(purpose.group(1), 4)
    if welcomed := _welcomed(text):
        vote(welcomed, 4)
    appeared = _APPEARED.search(text)
    if appeared:
        vote(appeared.group(1), 5)
    body = _PUBLIC_BOARD.match(text) if len(text) < 100 and text == page.headline else None
    if body:
        vote(text, 4)  # a public board is a body of its own
    board = _BOARD_OF.match(text) if len(text) < 100 else None
    ruled = board.group(1).rstrip(" –—-|:") if board else ""
    if ruled and (span := whole_organization(ruled)) and (has_own_word(ruled) or _is_center(span)):
        vote(ruled, 4)
    meeting = _MEETING.match(text)
    met = without_board(meeting.group(1)) if meeting else ""
    if met and whole_group(met) and has_own_word(met):
        vote(met, 4)
    for spoken in speakers_for(text):
        if whole_group(spoken) and has_own_word(spoken):
            vote(spoken, 3)


def _welcomed(text: str) -> str:
    """The house of a line that says no more than "Welcome to Oak Health"."""
    greeting = _WELCOME.match(text) if len(text) < MAX_HEADING else None
    name = text[greeting.end() :].strip(" !.") if greeting else ""
    return name if name and whole_group(name) and has_own_word(name) else ""


def _is_center(span: OrganizationSpan) -> bool:
    """Whether ordinary words are a whole name all the same: "Dialysis Care Center"; "Care Center" is any."""
    return span.strong and span.end - span.start >= NAMING_WORDS


def _is_person(name: str, page: PageText) -> bool:
    """Whether "About Jane Roe" stands over somebody's biography."""
    span = whole_organization(name)
    noun = span is not None and span.noun
    return not noun and is_name_line(name) and _PERSONAL.search(page.text[:20_000]) is not None


def _lead_votes(text: str, vote: Vote, *, sooner: bool) -> None:
    """Votes of what the first lines say an organization is, does, or is ruled by."""
    acting = _ACTS.match(text) if sooner else None
    if acting and whole_group(acting.group(1)) and not _BOARD_END.search(acting.group(1)):
        vote(acting.group(1), 4)
    told = _IS_A.match(text)
    if told and _tells_care(told.group(2)):
        vote(told.group(1), 5)
    if (ruled := _RULED.match(text)) and whole_group(ruled.group(1)):
        vote(ruled.group(1), 5)
    subject = _SUBJECT.match(text) if sooner else None
    if subject is None:
        return
    name = subject.group(1)
    if (is_health(name) or _CARE_WORDS.search(name) or _OWN_POST.search(text)) and whole_group(name):
        vote(name, 2)


def _care_votes(text: str, vote: Vote) -> None:
    for name, words in described(text):
        if _tells_care(words) and whole_group(name) and has_own_word(name):
            vote(name, 2)


def _tells_care(words: str) -> bool:
    return _CARE_WORDS.search(words) is not None and not _PERSON_WORDS.search(words)


def _named_votes(page: PageText, number: int, text: str, organizations: set[str], vote: Vote) -> None:
    """Votes of the mere naming, more where the page begins and where a heading is nothing but the name."""
    lead = number < 4 or text == page.headline
    for found in organizations_in(text):
        organizations.add(found)
        if _is_school(without_board(found)):
            continue
        weight = (2.5 if lead else 1) * (1 if is_health(found) else 0.5)
        if is_told(text) and _ONCE.search(before(text, found)):
            weight *= 0.3  # where somebody was before
        elif _LEAVES.search(page.headline) and _GOES_TO.search(before(text, found)):
            weight *= 0.3  # where somebody goes who leaves this house
        vote(without_board(found), weight if is_told(text) or not _holds_title(text) else 0.3 * weight)
        if len(text) < 90 and found == text and _boiler_plate(page, number):
            vote(found, 2)


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
        if token.is_word and token.is_capital and token.lower not in _NEVER_FIRST:
            span = read_organization(tokens, at)
        if span is not None and span.noun and span.proper and span.end - at > 1 and not _is_title(tokens, span):
            found.append(slice_text(group, tokens, at, span.end))
        at = max(span.end, at + 1) if span is not None else at + 1
    return tuple(found)


def _holds_title(text: str) -> bool:
    """Whether a short line speaks of a post: where people work besides is not whose page it is."""
    return any(word.strip(".,()").lower() in HEAD_CLASS for word in text.replace("/", " ").split())


def _boiler_plate(page: PageText, number: int) -> bool:
    """Whether a line is the heading of the paragraph about the organization: a long paragraph follows."""
    return number < 2 or (number + 1 < len(page.lines) and len(page.lines[number + 1].text) > 200)


def whole_group(text: str) -> bool:
    """Whether a text is one capitalized group that can be an organization, with or without a noun."""
    tokens = tokenize(text)
    span = read_organization(tokens, 0, dashes=True) if tokens else None
    return span is not None and span.end == len(tokens) and span.proper and not _is_title(tokens, span)


def is_body(name: str) -> bool:
    """Whether a name is of an association or board, where people sit besides their work."""
    return not _BODY_WORDS.isdisjoint(name.lower().split())


def _is_school(name: str) -> bool:
    """Schools are named in everybody's biography: they own a page only where its frame says so."""
    words = re.sub(
        r"\b(?:hospital district|health(?:care| care)? (?:district|department))$", "hospital", name.lower()
    ).split()
    if words[-1] in _NOT_OWNERS or (words[0] in {"american", "national", "international"} and _BODY_WORDS & set(words)):
        return True  # schools, awards and boards of certification
    return bool({"university", "college", "school", "news"} & set(words)) and not {
        "hospital",
        "hospitals",
        "health",
        "healthcare",
    } & set(words)


def _is_title(tokens: list[Token], span: OrganizationSpan) -> bool:
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
    return span if span and span.end == len(tokens) and not _is_title(tokens, span) else None


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


_OTHER_HEADS = frozenset(
    """union bank radio television magazine newspaper bakery brewery cafe restaurant club store stores shop shops foods
    realty hotel theater""".split()
)
"""Last words that make another trade of any name: "Elm Health Credit Union", "Elm Health Radio"."""


@lru_cache(maxsize=2048)
def is_health(name: str) -> bool:
    """Whether an organization's name says that it is one of health care."""
    words = _words(name)
    if _RESIDENCES.search(name) or _DOCTORS.search(name):
        return True
    if any(_joined_health(word) for word in re.findall(r"[A-Za-z]+", name)):
        return True
    if words[-1:] == ["university"] and not _CARE_OF_UNIVERSITIES & set(words):
        return False
    if words[-1:] and words[-1] in _OTHER_HEADS:
        return False
    if "school" in words or "college" in words:
        return bool({"hospital", "hospitals", "clinic", "healthcare", "nhs"} & set(words)) or (
            "college" in words and "executives" in words
        )
    strong = {w for w in words if w in STRONG_HEALTH_WORDS}
    other = {w for w in words if w in OTHER_FIELD_WORDS}
    if strong:
        return not other & _OTHER_TRADES or bool(strong & _CARE_GIVERS)
    return any(w in HEALTH_WORDS for w in words) and not other


def is_other_field(name: str) -> bool:
    """Whether the name says that it is of another field."""
    return not is_health(name) and any(word in OTHER_FIELD_WORDS for word in _words(name))


def _words(name: str) -> list[str]:
    return re.sub(r"[^a-z' ]", " ", name.lower().replace("’", "'")).split()


def _joined_health(word: str) -> bool:
    """One word made of two: "UCHealth", "BayCare", "athenahealth"."""
    lower = word.lower()
    if len(word) > 6 and (
        lower.endswith(("health", "healthcare")) or (lower.startswith("health") and word[6:7].isupper())
    ):
        return True
    if "Care" not in word and "Med" not in word and "Clinic" not in word:
        return False
    return bool(re.search(r"[a-zA-Z](?:Care|Med|Clinic)(?![a-z])", word)) or bool(
        re.fullmatch(r"(?:Care|Med)[A-Z][a-z]+", word)
    )
