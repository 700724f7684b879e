"""Organizations by their shape in text: capitalized groups with an organization's noun, chains with "of", acronyms."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from research.pages.lexicon import (
    ACRONYM_HEADS,
    DEPARTMENTS,
    DETERMINERS,
    GRAMMAR,
    HEAD_CLASS,
    MONTHS,
    ORGANIZATION_NOUNS,
    SENIORITY,
    STRONG_ORGANIZATION_NOUNS,
    VERBS,
    WEEKDAYS,
)
from research.pages.tokens import Token, is_dash

_ORDINARY = DEPARTMENTS | ORGANIZATION_NOUNS | SENIORITY
_FOR = frozenset(
    """center centre institute society association agency foundation council partnership board program fund coalition
    centers academy alliance school college department office commission committee hospital home network campaign
    organization initiative school group trust""".split()
)
_AT = frozenset("university college school department".split())
_CLOSING = frozenset({"inc.", "llc", "ltd."})
_LEGAL = frozenset("inc inc. llc ltd ltd. corp corp. co. plc llp pllc pc p.c. l.l.c. llc. ipa".split())
_STOP_HEADS = frozenset(
    """president chief director chairman chairwoman chairperson chair vice executive manager administrator founder
    interim acting co-founder senior svp evp vp avp trustee treasurer secretary cofounder board-chair president-elect
    vice-president""".split()
)
_VERBS = frozenset(v for v in VERBS if v.endswith(("s", "ed"))) - DEPARTMENTS - ORGANIZATION_NOUNS
_CERTIFIED = frozenset({"licensed", "certified", "registered", "board-certified"})
_DIRECTIONS = frozenset({"north", "south", "east", "west", "central", "upper", "lower"})
_NAMING = _DIRECTIONS | frozenset(
    """regional general university community children's women's county district memorial state veterans""".split()
)
"""Ordinary words that name a house before "Hospital" or "Medical Center"."""
_OF_VETERANS = frozenset({"hospital", "center", "centre", "clinic", "system"})
"""With what a house of the department of veterans ends: "Veterans Affairs Medical Center"."""
_OWNED = ("-owned", "-run", "-operated", "-affiliated", "-led", "-backed", "-managed", "-supported", "-funded")
_DESCRIBING = frozenset(
    """nonprofit non-profit not-for-profit for-profit public private independent rural local nearby neighboring new
    critical-access acute-care safety-net faith-based community acute bed beds""".split()
)
_POSSESSORS = frozenset(
    """state province city county town region nation government university college hospital trust group system network
    company corporation firm charity organization nonprofit agency district health healthcare care church
    order""".split()
)
"""Whose a house is that a title names by it: "the state's Elm Center", "the health system's Elm Hospital"."""
_GOVERNMENTS = frozenset({"state", "county", "city", "federal", "provincial", "national"})
_OFFICES = frozenset({"Department", "Ministry"})
_DOCUMENTS = frozenset(
    "minutes resolutions agenda agendas statement portrait photo photograph could would should might".split()
)
"""What is written or shown about a house ("Elm Trust Board Minutes" names a paper), and what a headline says of it."""
_CAMPUS = re.compile(r"(?:Hospital|Center|Centre|Clinic|Infirmary)-[A-Z][A-Za-z]{2,20}")
"""A noun with the place of a campus: "Elm Memorial Hospital-Ashtown"."""
_MAX_DESCRIPTION = 6
_MAX_WORDS = 14


@dataclass(frozen=True, slots=True)
class OrganizationSpan:
    """A group of tokens that may name an organization.

    `proper`: holds a word that is no ordinary word of the field. `noun`: holds an organization's noun, `strong` one
    that makes an organization even of ordinary words ("Hospital", "Foundation").
    """

    start: int
    end: int
    proper: bool
    noun: bool
    strong: bool


def _starts_title(tokens: list[Token], at: int, start: int) -> bool:
    token = tokens[at]
    if token.lower in ACRONYM_HEADS and token.text.isupper():
        return True
    if token.lower.endswith("-in-chief"):
        return at > start
    if token.lower not in _STOP_HEADS or at == start:
        return False
    before = tokens[at - 1].lower
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before in {"of", "for", "healthcare", "nurse"}:
        return False
    if token.lower == "senior":
        return after is not None and (after.lower in _STOP_HEADS or after.lower in HEAD_CLASS)
    if token.lower in {"executive", "chief", "vice", "interim", "acting", "board"}:
        return after is not None and after.is_word and after.is_capital
    return True


def read_organization(tokens: list[Token], start: int, *, dashes: bool = False) -> OrganizationSpan | None:
    """The organization that begins at token `start` ("the" before it is skipped by the caller), or None.

    `dashes`: a spaced dash may join two parts, as in the name of a hospital and its campus.
    """
    at = start
    if tokens[start].lower in _CERTIFIED or tokens[start].lower in _DOCUMENTS:
        return None  # a clinician's license, or a paper
    while at < len(tokens) and at - start < _MAX_WORDS:
        token = tokens[at]
        if token.is_word and token.is_capital and not _is_calendar(tokens, at):
            if _starts_title(tokens, at, start) or (at > start and token.lower in _VERBS | _DOCUMENTS):
                break
            at += 1
            if _closes(tokens, at, start):
                break
            continue
        step = _connector(tokens, at, start, dashes=dashes) if at > start else 0
        if not step:
            break
        at += step
    while at > start and not ((tokens[at - 1].is_word and tokens[at - 1].is_capital) or tokens[at - 1].lower == "'s"):
        at -= 1
    if at == start:
        return None
    return describe(tokens, start, at)


def _closes(tokens: list[Token], end: int, start: int) -> bool:
    """Whether the last word read ends a firm's name, whatever follows: "Elm Health, Inc. Ann Vale, CEO of Oak"."""
    if end - start < 2 or end >= len(tokens) or tokens[end - 1].lower not in _CLOSING:
        return False
    return tokens[end].lower not in ORGANIZATION_NOUNS and tokens[end].lower != "board"


def _is_calendar(tokens: list[Token], at: int) -> bool:
    lower = tokens[at].lower
    if lower in WEEKDAYS:
        return True
    return lower in MONTHS and at + 1 < len(tokens) and tokens[at + 1].text[0].isdigit()


def describe(tokens: list[Token], start: int, end: int) -> OrganizationSpan:
    """What the words of a group tell about it."""
    words = [t for t in tokens[start:end] if t.is_word and (t.is_capital or t.lower not in GRAMMAR)]
    lowers = _nouns_and_words(words)
    noun = not lowers.isdisjoint(ORGANIZATION_NOUNS)
    # "NP/PA Services" is a department: letters in front of ordinary words name nobody.
    plain = [t for t in words if not t.is_acronym] if len(words) > 1 and not words[-1].is_acronym else words
    proper = any(t.is_capital and t.lower not in _ORDINARY and t.lower.rstrip("s") not in _ORDINARY for t in plain)
    proper = proper or (
        any(t.is_acronym and t.lower not in _ORDINARY for t in words[:1])
        and not lowers.isdisjoint(STRONG_ORGANIZATION_NOUNS)
    )
    proper = proper or _is_named_by_ordinary_words(words)
    strong = not lowers.isdisjoint(STRONG_ORGANIZATION_NOUNS) or _medical_center(words)
    return OrganizationSpan(start, end, proper, noun, strong)


def _nouns_and_words(tokens: list[Token]) -> set[str]:
    """The words in small letters, with the noun of "Hospital-Ashtown"."""
    words = {t.lower for t in tokens}
    hyphened = [t for t in tokens if "-" in t.text]
    return words | {t.lower.partition("-")[0] for t in hyphened if _CAMPUS.fullmatch(t.text)} if hyphened else words


def _medical_center(words: list[Token]) -> bool:
    lowers = [w.lower for w in words]
    return any(
        a in {"medical", "care", "surgery"} and b in {"center", "group", "centre"}
        for a, b in itertools.pairwise(lowers)
    )


def _is_named_by_ordinary_words(words: list[Token]) -> bool:
    """Whether ordinary words in capitals are a house's name: "Regional Medical Center", "South County Health"."""
    lowers = [t.lower for t in words]
    if len(words) < 2 or not all(t.is_capital for t in words):
        return False
    if lowers[-1] in {"health", "healthcare"}:
        return len(words) > 2 and lowers[0] in _DIRECTIONS and _NAMING.issuperset(lowers[:-1])
    if lowers[0] == "veterans" and lowers[1] in {"affairs", "administration"}:
        return lowers[-1] in _OF_VETERANS
    before = lowers[:-1] if lowers[-1] in {"hospital", "infirmary"} else lowers[:-2]
    ends = before == lowers[:-1] or lowers[-2:] in (["medical", "center"], ["medical", "centre"])
    return ends and bool(before) and _NAMING.issuperset(before)


def _connector(tokens: list[Token], at: int, start: int, *, dashes: bool) -> int:
    """How many tokens join the group to the next capitalized word; 0 where the group ends."""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return 0
    capital = following.is_word and following.is_capital
    if token.text == "(":
        return _place_in_brackets(tokens, at)
    tight = token.start == tokens[at - 1].end and following.start == token.end
    if (token.text == "," or token.lower == "and") and capital and _of_several_places(tokens, at, start):
        return 1
    if token.lower == "'s" and (following.lower == "board" or _owns_no_house(tokens, at, start)):
        return 0
    if token.lower == "'s":
        return 1 if capital or tokens[max(at - 2, start)].lower in {"st.", "saint", "st"} else 0
    if token.text in {"'", "’"} and tokens[at - 1].lower.endswith("s") and token.start == tokens[at - 1].end:
        return (
            1 if capital and not tight and not _owns_no_house(tokens, at, start) else 0
        )  # "Oak Hospitals' Elm Clinic"
    if token.text in {"|", "/", "+"}:
        return 1 if capital and (tight or token.text == "|") else 0
    if token.text == "&":
        return 1 if capital and not _starts_title(tokens, at + 1, start) else 0
    if token.text == "," and following.lower in _LEGAL:
        return 1
    if is_dash(token):
        if _person_with_post(tokens, at + 1):
            return 0
        return 1 if capital and dashes and not _starts_title(tokens, at + 1, start) else 0
    if token.lower in {"of", "for", "at", "and", "the", "in", "de", "del", "la", "on", "to"}:
        return _word_connector(tokens, at, start)
    return 0


def _of_several_places(tokens: list[Token], at: int, start: int) -> bool:
    """Whether a comma or "and" parts the places of one trust's name: "Oakdale, Elm and Ash NHS Foundation Trust"."""
    if not ORGANIZATION_NOUNS.isdisjoint(t.lower for t in tokens[start:at]):
        return False
    joined = tokens[at].lower == "and"
    for token in tokens[at + 1 : at + _MAX_WORDS]:
        if token.lower == "nhs" and token.is_capital:
            return joined
        joined = joined or token.lower in {"and", "&"}
        if not (token.is_capital or token.text in {",", "&"} or token.lower in {"and", "the"}):
            return False
    return False


def _owns_no_house(tokens: list[Token], at: int, start: int) -> bool:
    """Whether an organization's genitive is followed by a person: "Elm Hospice's Jane Roe"."""
    if ORGANIZATION_NOUNS.isdisjoint(_nouns_and_words(tokens[start:at])):
        return False
    end = at + 1
    while end < len(tokens) and tokens[end].is_word and tokens[end].is_capital:
        if tokens[end].lower in _ORDINARY:
            return False
        end += 1
    return end > at + 1 and not (end < len(tokens) and tokens[end].text == "(" and _place_in_brackets(tokens, end))


def _place_in_brackets(tokens: list[Token], at: int) -> int:
    """Tokens of a place within a name: "El Vale (Calif.) Medical Center"."""
    for end in range(at + 2, min(at + 5, len(tokens) - 1)):
        if tokens[end].text == ")":
            return end + 1 - at if tokens[end + 1].is_capital and tokens[at + 1].is_capital else 0
    return 0


def _person_with_post(tokens: list[Token], at: int) -> bool:
    """Whether behind a dash the next entry of a list begins: "Oak Hospital - Jane Roe, chief nurse"."""
    end = at
    while end < len(tokens) and tokens[end].is_word and tokens[end].is_capital and end - at < 4:
        if tokens[end].lower in _ORDINARY:
            return False
        end += 1
    return 2 <= end - at <= 3 and end < len(tokens) and tokens[end].text == ","


def _word_connector(tokens: list[Token], at: int, start: int) -> int:
    word = tokens[at].lower
    step = 2 if at + 1 < len(tokens) and tokens[at + 1].lower in {"the", "la", "los", "las"} and word != "the" else 1
    if at + step >= len(tokens):
        return 0
    following = tokens[at + step]
    if not (following.is_word and following.is_capital) or _starts_title(tokens, at + step, start):
        return 0
    before = [t.lower for t in tokens[start:at]]
    if word == "of" and 2 <= len(before) <= 4 and before[0] not in _ORDINARY and ORGANIZATION_NOUNS.isdisjoint(before):
        behind = read_organization(tokens, at + step)
        return 0 if behind is not None and behind.strong and behind.proper else step  # a person with the place
    if word in {"of", "de", "del", "la"}:
        return step
    if word == "for":
        return step if before[-1] in _FOR else 0
    if word == "at":
        return step if any(w in _AT for w in before) else 0
    if word == "on":
        return step if before[-1] in {"group", "council", "commission", "committee", "institute", "board"} else 0
    if word == "to":
        return step if "society" in before else 0
    if word == "and":
        return step if _ordinary_run(tokens, at + step) else 0
    return 0


def _ordinary_run(tokens: list[Token], at: int) -> bool:
    """Whether the capitalized words from `at` are all ordinary ones: "and Clinics", "and Human Services"."""
    start = at
    while at < len(tokens) and tokens[at].is_word and tokens[at].is_capital:
        if tokens[at].lower not in _ORDINARY or _starts_title(tokens, at, start - 1):
            return False
        at += 1
    return at > start and any(t.lower in _ORDINARY for t in tokens[start:at])


def skip_determiner(tokens: list[Token], at: int) -> int:
    """The place after "the", "its", "our" at `at`."""
    if at < len(tokens) and tokens[at].lower in DETERMINERS:
        at = _past_description(tokens, at + 1)
    elif at < len(tokens) and tokens[at].text[0].isdigit():
        at = _past_description(tokens, at)  # "president of 25-bed Oak Hospital"
    return _past_seat(tokens, at)


def _past_description(tokens: list[Token], at: int) -> int:
    """The place behind small words that describe a house or say whose it is; `at` where no house follows.

    "the 25-bed Oak Hospital", "the county-owned Elm Clinic", "the state's Ash Psychiatric Center".
    """
    if at >= len(tokens) or tokens[at].is_capital:
        return at
    if tokens[at].lower in _GOVERNMENTS and at + 1 < len(tokens) and tokens[at + 1].text in _OFFICES:
        return at + 1  # "commissioner of the state Department of Health"
    end = at
    while end < len(tokens) and end - at < _MAX_DESCRIPTION and _describes_house(tokens, end):
        end += 1
    if end == at or end >= len(tokens) or not tokens[end].is_capital:
        return at
    house = read_organization(tokens, end)
    return end if house is not None and house.proper and house.noun else at


def _describes_house(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.is_capital:
        return False
    if token.lower in _DESCRIBING or token.lower.endswith(_OWNED) or token.text.isdigit() or is_dash(token):
        return True
    ahead = [t.lower for t in tokens[at + 1 : at + 3]]
    return token.lower == "'s" or (token.lower in _POSSESSORS and "'s" in ahead)


def _past_seat(tokens: list[Token], at: int) -> int:
    """The place behind where an organization has its seat: "Elmtown-based", "Lakeport, N.Y.-based"."""
    for end in range(at, min(at + 6, len(tokens) - 1)):
        token = tokens[end]
        if token.lower.endswith("-based") or (token.lower == "based" and end > at and is_dash(tokens[end - 1])):
            return end + 1
        if not (token.is_capital or token.text in {",", "."} or is_dash(token)):
            return at
    return at
