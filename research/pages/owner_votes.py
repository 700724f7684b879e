"""Whose page the lines of it speak of: each sign in a line is a vote for a name, with its weight."""

from __future__ import annotations

import re
from collections.abc import Callable

from research.pages.care_names import is_health
from research.pages.lexicon import (
    HEAD_CLASS,
    ORGANIZATION_NOUNS,
)
from research.pages.model import Line, PageText
from research.pages.organizations_named import OrganizationSpan, read_organization
from research.pages.owner_rivals import before, is_told, without_board
from research.pages.owner_signs import (
    MAX_HEADING,
    bare,
    copyright_holder,
    described,
    has_own_word,
    speakers_for,
)
from research.pages.person_names import is_name_line
from research.pages.tokens import slice_text, tokenize
from research.pages.whole_names import BODY_WORDS, organizations_in, whole_group, whole_organization

Vote = Callable[[str, float], None]
"""Takes a name and the weight of a sign that the page is its."""
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
_GROUP = r"[A-Z][\w’'&.|+-]{0,30}(?:\s(?:[A-Z][\w’'&.|+-]{0,30}|of|the|and|for|&)){0,7}?"
_ACTS = re.compile(
    r"\A(?:[A-Z][\w.,’' –—()-]{0,60}[–—-]{1,2}\s{0,3})?(" + _GROUP + r")(?:,\s(?:an?|the)\s[^,]{4,120},)?\s"
    r"(?:(?:today\s|recently\s|proudly\s|is\s(?:pleased|proud|excited|thrilled|honored|delighted)\sto\s){0,2}"
    r"(?:[Aa]ppoints?|[Nn]ames|[Aa]nnounc(?:es?|ed)|[Ww]elcomes?|[Hh]ires|[Pp]romotes|[Ee]lects|"
    r"[Ss]elects|[Tt]aps|[Aa]dds)"
    r"|has\s(?:recently\s)?(?:appointed|named|announced|welcomed|hired|promoted|selected))\b"
)
_SMALL_NOUN = re.compile(
    r"\A(?:The\s)?((?:[A-Z][\w’'.-]{1,30}\s){1,3}(?:hospital|hospice|clinic|infirmary|care|homecare|healthcare))\s"
    r"(?:provides|offers|has|is|was|will|appoints|names|hires|welcomes|announces)\b"
)
"""A house that is told of with its noun in small letters: "Elmvale hospital appoints", "Elm care provides"."""
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
# One of these stands in whatever the patterns of that name hold: most lines have none, and are told apart by it fast.
_PROUD_WORDS = ("proud", "pleased", "excited", "thrilled", "honored", "delighted", "committed", "dedicated")
_PURPOSE_WORDS = ("mission", "vision", "purpose", "goal", "aim", "focus", "philosophy", "objective")
_OWN_PURPOSE = re.compile(
    r"\A(?:[Tt]he\s)?(" + _GROUP + r")[’']s?\s(?:[a-z]{3,12}\s)?"
    r"(?:mission|vision|purpose|goal|aim|focus|philosophy|objective)\s(?:is|are)\s"
)
"""The same with the house in the genitive: "Elm Clinic's primary focus is to"."""
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
_IS_BODY = re.compile(
    r"(?:\s\([A-Z]{2,10}\))?,?\s(?:is|was\s(?:founded|established|formed|created)|provides|offers|serves|represents)\b"
)
"""How a paragraph goes on that begins with a body's name and tells what it is."""
_PUBLIC_HOUSE = re.compile(r"\b(?:hospital district|health(?:care| care)? (?:district|department))$")
MOST_NAMING = 12
"""Words of a heading that may be a name."""
LEAD = 8
"""Lines at the top that say what an organization is."""
NAMING_WORDS = 3
"""Ordinary words that together are taken for a name over a list of its leaders."""


def copyright_vote(line: Line, vote: Vote) -> None:
    """The vote of a copyright mark: "© 2024 Oak Health"."""
    holder = copyright_holder(line.text)
    if not holder:
        return
    tokens = tokenize(holder)
    span = read_organization(tokens, 1 if tokens and tokens[0].lower == "the" else 0) if tokens else None
    if span and span.proper and (span.noun or has_own_word(holder)):
        end = span.end  # "© Elmvale hospital": the noun may be in small letters
        end += end < len(tokens) and tokens[end].text.islower() and tokens[end].lower in ORGANIZATION_NOUNS
        vote(slice_text(holder, tokens, span.start, end), 4)


def line_votes(page: PageText, number: int, line: Line, organizations: set[str], vote: Vote) -> None:
    """The votes of line `number` of a page; every organization that it names is added to `organizations`."""
    copyright_vote(line, vote)
    text = line.text[:2000]
    own = bare(text) if line.role == "heading" and len(text) < MAX_HEADING else text
    if own != text and whole_group(own) and has_own_word(own) and not _is_person(own, page):
        vote(own, 4)
        text = own
    if line.role == "heading" and _is_told_below(page, number):
        vote(text, 5)
    _phrase_votes(page, text, vote)
    if number < LEAD or text == page.headline:
        _lead_votes(text, vote, sooner=number < 4 or text == page.headline)
    if line.role == "paragraph":
        _care_votes(text, vote)
    _named_votes(page, number, text, organizations, vote)


def _is_told_below(page: PageText, number: int) -> bool:
    """Whether the paragraph under a heading tells what the body is that the heading names: "The Elm Society is an"."""
    name = page.lines[number].text.strip(" :.")
    if number + 1 >= len(page.lines) or not 1 < len(name.split()) <= MOST_NAMING:
        return False
    if ORGANIZATION_NOUNS.isdisjoint(name.lower().split()) or not has_own_word(name):
        return False
    below = page.lines[number + 1].text.removeprefix("The ")
    return below.startswith(name) and _IS_BODY.match(below, len(name)) is not None


def _phrase_votes(page: PageText, text: str, vote: Vote) -> None:
    """Votes of fixed phrases: "About Oak", "appeared first on Oak", "Oak Board of Directors", "At Oak, we"."""
    about = _ABOUT.match(text)
    if about and len(text) < 120:
        span = whole_organization(text[about.end() :].rstrip(":"))
        if span and not _is_person(text[about.end() :].rstrip(": *_"), page):
            vote(text[about.end() :].rstrip(": *_"), 5)
    proud = _PROUD.match(text) if any(map(text.__contains__, _PROUD_WORDS)) else None
    if proud and whole_group(proud.group(1)) and has_own_word(proud.group(1)):
        vote(proud.group(1), 2)
    tells = any(map(text.__contains__, _PURPOSE_WORDS))
    purpose = (_PURPOSE.match(text) or _OWN_PURPOSE.match(text)) if tells else None
    if purpose and whole_group(purpose.group(1)) and _is_named(purpose.group(1)):
        vote(purpose.group(1), 4)
    if welcomed := _welcomed(text):
        vote(welcomed, 4)
    appeared = _APPEARED.search(text) if "appeared first on" in text else None
    if appeared:
        vote(appeared.group(1), 5)
    body = _PUBLIC_BOARD.match(text) if len(text) < 100 and text == page.headline else None
    if body:
        vote(text, 4)  # a public board is a body of its own
    board = _BOARD_OF.match(text) if len(text) < 100 else None
    ruled = board.group(1).rstrip(" –—-|:") if board else ""
    if ruled and (span := whole_organization(ruled)) and (has_own_word(ruled) or _is_center(span)):
        vote(ruled, 4)
    meeting = _MEETING.match(text) if "oard" in text else None
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


def _is_named(group: str) -> bool:
    """Whether words that a purpose is told of are a name, if of ordinary words: "Advanced Care Services"."""
    span = whole_organization(group)
    return has_own_word(group) or (span is not None and span.noun and _is_center(span))


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
    small = _SMALL_NOUN.match(text) if sooner else None
    if small and has_own_word(small.group(1)):
        vote(small.group(1), 5)
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
        if is_school(without_board(found)):
            continue
        weight = (2.5 if lead else 1) * (1 if is_health(found) else 0.5)
        if is_told(text) and _ONCE.search(before(text, found)):
            weight *= 0.3  # where somebody was before
        elif _LEAVES.search(page.headline) and _GOES_TO.search(before(text, found)):
            weight *= 0.3  # where somebody goes who leaves this house
        vote(without_board(found), weight if is_told(text) or not _holds_title(text) else 0.3 * weight)
        if len(text) < 90 and found == text and _boiler_plate(page, number):
            vote(found, 2)


def _holds_title(text: str) -> bool:
    """Whether a short line speaks of a post: where people work besides is not whose page it is."""
    return any(word.strip(".,()").lower() in HEAD_CLASS for word in text.replace("/", " ").split())


def _boiler_plate(page: PageText, number: int) -> bool:
    """Whether a line is the heading of the paragraph about the organization: a long paragraph follows."""
    return number < 2 or (number + 1 < len(page.lines) and len(page.lines[number + 1].text) > 200)


def is_school(name: str) -> bool:
    """Schools are named in everybody's biography: they own a page only where its frame says so."""
    words = _PUBLIC_HOUSE.sub("hospital", name.lower()).split()
    if words[-1] in _NOT_OWNERS or (words[0] in {"american", "national", "international"} and BODY_WORDS & set(words)):
        return True  # schools, awards and boards of certification
    return bool({"university", "college", "school", "news"} & set(words)) and not {
        "hospital",
        "hospitals",
        "health",
        "healthcare",
    } & set(words)
