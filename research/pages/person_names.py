"""People's names by their shape in running text and on lines of their own. No list of given names is used."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from research.names import is_credential
from research.pages.lexicon import (
    ACRONYM_HEADS,
    DEPARTMENTS,
    GRAMMAR,
    HEAD_CLASS,
    HONORIFICS,
    MONTHS,
    NAME_PARTICLES,
    NOT_IN_NAMES,
    ORGANIZATION_NOUNS,
    SENIORITY,
    VERBS,
)
from research.pages.name_credentials import STATES, aside_end, name_tail
from research.pages.tokens import Token, is_dash, is_suffix, tokenize

_SURNAMES_TOO = frozenset(
    """day page dean west north street gold silver star best good story close lake beach bishop church young long price
    case field fields bell bush park parks hall hill wood woods king banks rich chase chance major sharp self love
    snow winter summer early drew grant may june april august will art mark bill read rose grace hope faith joy jay
    dale lane glen forest brook heath summers winters bond nurse marshall judge sheriff abbott pope friend noble head
    cook baker miller law means power powers parish temple house stone waters rivers rhodes post camp cash child
    childs counts dollar doctor english french german holland wales mercy manor shaw battle bright sweet small little
    moody savage strong swift wise brave bliss blessing shepherd shepard butler carpenter chandler porter potter
    sailor page singer taylor turner weaver webb wright senior junior guest host hand hart foot legg lamb bird crane
    drake finch fox hawk martin swan wolf wolfe berry branch bush flower moss plant reed rice root berry lead leader
    mayor minister reader chamber chambers barber mason hunter fisher farmer gardener constable coroner ward wells
    spring england ireland holiday christmas christian moon sun rain frost gale storm hands sides ace ames
    care""".split()
)
"""Ordinary words that are surnames (or given names) as well: allowed beside a word that is nothing else."""

_GIVEN_TOO = frozenset(
    """will bill mark art grace hope faith joy rose jay dale lane glen june april drew rich dean grant chase
    christian hunter mason taylor heath brook""".split()
)
"""Those that are given names."""
_NAMED_VERBS = frozenset("is was has will joined joins becomes became assumes leads serves said says retires".split())
_CHOOSING = frozenset("appointed appoints hired hires named names promoted promotes selected elected welcomed".split())
_HARD = (NOT_IN_NAMES | GRAMMAR | VERBS | frozenset({"interviews", "vs", "aka", "how", "why", "what"})) - _SURNAMES_TOO
_HARD |= frozenset(HEAD_CLASS) - _SURNAMES_TOO
_NEVER_FIRST = _HARD - HONORIFICS
_ACRONYMS = frozenset("ada ai cho ip qi".split())
"""Letters of departments, laws and posts; with one capital they are names: "Ada", "Ip", "Cho"."""
_TURNS_TO_NAME = _ACRONYMS | frozenset("an do go said so to marks speaks tell well".split())
"""Words of grammar that are surnames where they close a name: "Minh Do, MD"."""
_ORDINARY = DEPARTMENTS | ORGANIZATION_NOUNS
_OF_GROUPS = (NOT_IN_NAMES | _ORDINARY) - VERBS
_SOFT = DEPARTMENTS | ORGANIZATION_NOUNS | SENIORITY | _SURNAMES_TOO
_CREDENTIAL_MARK = frozenset(".,/()")
_PLURAL_LETTERS = re.compile(r"[A-Z]{2,6}s")
_CAMEL = re.compile(r"[A-Z][a-z]{4,20}[A-Z]")
"""A capital deep inside a word is a brand's; McDonald and FitzGerald have it earlier."""
MOST_PREFIXES = 5
_NICKNAME_MARKS = {"“": "”", '"': '"', "(": ")", "‘": "’", "'": "'"}


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name at tokens `start` to before `end`; with prefix and credentials it is `outer_start` to `outer_end`."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    prefix: str
    credentials: tuple[str, ...]
    certain: bool
    """An honorific or credentials stand beside it."""


def find_names(tokens: list[Token], taken: list[bool] | None = None) -> list[NameSpan]:
    """All names among the tokens, in order. `taken` tokens (titles) are never part of one."""
    blocked = taken or [False] * len(tokens)
    found: list[NameSpan] = []
    past = 0
    for at, token in enumerate(tokens):
        if not token.is_capital or at < past or blocked[at]:
            continue
        if (token.lower in _NEVER_FIRST and not token.text.isupper()) or not _may_be_of_two(tokens, at):
            continue
        span = _name_at(tokens, at, blocked)
        if span is not None:
            found.append(span)
            past = span.outer_end
    return found


def _may_be_of_two(tokens: list[Token], at: int) -> bool:
    """Whether a name from here can have two words: most capitals of a text begin a sentence and nothing else."""
    if tokens[at].lower in HONORIFICS:
        return True
    if at + 1 >= len(tokens):
        return False
    behind = tokens[at + 1]
    return behind.is_capital or behind.lower in NAME_PARTICLES or behind.text in _NICKNAME_MARKS


def _name_at(tokens: list[Token], at: int, blocked: list[bool], *, lenient: bool = False) -> NameSpan | None:
    outer_start = at
    prefixes: list[str] = []
    while at < len(tokens) and len(prefixes) < MOST_PREFIXES:
        aside = aside_end(tokens, at) if prefixes else 0
        if aside:
            at = aside  # "Brig. Gen. (Retd) Jane Roe", "Lt Gen (Dr) Jane Roe"
            continue
        if _is_rank_of_doctor(tokens, at):
            at += 1
        if tokens[at].lower not in HONORIFICS or not tokens[at].is_capital:
            break
        if tokens[at].lower in {"judge", "justice", "bishop", "sister", "brother", "father", "madam"} and not _followed(
            tokens, at
        ):
            break
        prefixes.append(tokens[at].text)
        at += 1
    end, kind = _longest(tokens, at, blocked, shouted=_is_shouted(tokens, at), lenient=lenient)
    if end == at:
        return None
    end += bool(prefixes) and end - at == 1 and _is_surname_of_one(tokens, end, blocked)
    end, outer_end, credentials = name_tail(tokens, end, blocked, lenient=lenient)
    certain = bool(prefixes or credentials)
    if not certain and (_goes_on_as_group(tokens, outer_end, blocked) or _is_place(tokens, at)):
        return None
    if kind == "soft" and not certain and not _holds_post(tokens, at, end, blocked):
        return None
    if not prefixes and _is_house(tokens, at, end):
        return None
    if _words_of(tokens, at, end) < 2 and not (prefixes and _words_of(tokens, at, end) == 1):
        return None
    return NameSpan(at, end, outer_start, outer_end, " ".join(prefixes), credentials, certain)


def _is_rank_of_doctor(tokens: list[Token], at: int) -> bool:
    """Whether "Associate" is of "Associate Professor Dr Jane Roe", an honorific and no post."""
    words = [t.lower.rstrip(".") for t in tokens[at : at + 3]]
    return words[:1] in (["associate"], ["assistant"], ["adjunct"]) and words[1:] in (
        ["professor", "dr"],
        ["prof", "dr"],
    )


def _is_surname_of_one(tokens: list[Token], at: int, blocked: list[bool]) -> bool:
    """Whether an ordinary word ends the name behind an honorific and one word: "Dr Ann Line", "Mr Bo Staff"."""
    if at >= len(tokens) or blocked[at] or not tokens[at].is_capital or tokens[at].text.isupper():
        return False
    word = tokens[at].lower
    closed = at + 1 >= len(tokens) or not (tokens[at + 1].is_word and tokens[at + 1].is_capital)
    return closed and word in DEPARTMENTS and word not in ORGANIZATION_NOUNS | SENIORITY and word not in HEAD_CLASS


def _holds_post(tokens: list[Token], at: int, end: int, blocked: list[bool]) -> bool:
    """Whether a given name and a surname that are both ordinary words stand beside a post: "Will Young, CEO"."""
    if end - at != 2 or tokens[at].lower not in _GIVEN_TOO or tokens[at + 1].lower not in _SURNAMES_TOO:
        return False
    if at and blocked[at - 1]:
        return True
    if end >= len(tokens):
        return False
    if tokens[end].text == "," or is_dash(tokens[end]):
        return any(blocked[end + 1 : end + 7])
    if tokens[end].lower in {"as", "to"}:
        return at > 0 and tokens[at - 1].lower in _CHOOSING and any(blocked[end + 1 : end + 6])
    return tokens[end].lower in _NAMED_VERBS and any(blocked[end + 1 : end + 12])


def _is_house(tokens: list[Token], at: int, end: int) -> bool:
    """Whether the words are of a church, a bank or the like: "St. Ann", "Vale Orthodox Church", "Elm Bank"."""
    if tokens[at].lower in {"st.", "saint", "mt.", "mount"}:
        return True
    last = tokens[end - 1].lower
    if last in _ORDINARY and last not in _SURNAMES_TOO:
        return last in ORGANIZATION_NOUNS
    return last in {"church", "temple"} and end - at > 2 and not any(t.is_initial for t in tokens[at:end])


def _is_place(tokens: list[Token], at: int) -> bool:
    """Whether the words stand where a place does, or an employer: "near Oak Falls", "before joining Oakview"."""
    if at > 1 and tokens[at - 1].lower == "joining" and tokens[at - 2].lower in {"to", "before", "since"}:
        return True
    return at > 0 and tokens[at - 1].lower in {"in", "near", "across", "outside", "throughout"}


def _goes_on_as_group(tokens: list[Token], at: int, blocked: list[bool]) -> bool:
    """Whether a capitalized word of another kind follows at once: "Roe Family Practice" is nobody's name."""
    if at >= len(tokens) or blocked[at] or not tokens[at].is_word or not tokens[at].is_capital:
        return False
    return tokens[at].lower in _OF_GROUPS


def _followed(tokens: list[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].is_capital


def _words_of(tokens: list[Token], start: int, end: int) -> int:
    return sum(1 for t in tokens[start:end] if t.is_word and t.is_capital and not is_suffix(t))


def _is_shouted(tokens: list[Token], at: int) -> bool:
    count = 0
    for token in tokens[at : at + 3]:
        if not token.is_word or token.is_initial:
            continue
        if len(token.text) <= 2 or not token.text.isupper():
            return False
        count += 1
        if count == 2:
            return True
    return False


def _longest(tokens: list[Token], at: int, blocked: list[bool], *, shouted: bool, lenient: bool) -> tuple[int, str]:
    """End of the longest run of name words from `at`, and "plain", "soft" (ordinary words only) or ""."""
    start, plain, end = at, 0, at
    while at < len(tokens) and at - start < 8 and not blocked[at]:
        token = tokens[at]
        if _nickname_end(tokens, at) and at > start:
            at = _nickname_end(tokens, at)
            continue
        if at > start and token.lower in NAME_PARTICLES and not token.is_capital:
            if at + 1 < len(tokens) and tokens[at + 1].is_capital | (tokens[at + 1].lower in NAME_PARTICLES):
                at += 1
                continue
            break
        word = _word_kind(tokens, at, shouted=shouted, lenient=lenient)
        if at == start and word == "soft" and token.lower in _ORDINARY and token.lower not in _SURNAMES_TOO:
            break  # no name begins with a department
        if not word or (word == "initial" and at > start + 6):
            break
        plain += word == "plain"
        at += 1
        if (
            word == "initial"
            and at < len(tokens)
            and at - start > 1
            and not _more_follows(tokens, at, shouted=shouted, lenient=lenient)
        ):
            break  # an initial ends no name
        end = at
    while end > start and tokens[end - 1].is_initial:
        end -= 1
    return end, ("plain" if plain else "soft")


def _more_follows(tokens: list[Token], at: int, *, shouted: bool, lenient: bool) -> bool:
    return (
        bool(_word_kind(tokens, at, shouted=shouted, lenient=lenient))
        or tokens[at].lower in NAME_PARTICLES
        or bool(_nickname_end(tokens, at))
    )


def _word_kind(tokens: list[Token], at: int, *, shouted: bool, lenient: bool) -> str:
    """ "plain" for a capitalized word that is nothing else, "soft" for an ordinary one, "initial", or ""."""
    token = tokens[at]
    if not token.is_word or not token.is_capital or is_suffix(token):
        return ""
    if token.is_initial:
        named = at > 0 and tokens[at - 1].lower.rstrip(".") in HONORIFICS  # "Mr A Vale"
        return "initial" if named or token.lower not in {"a", "i"} or "." in token.text else ""
    if token.text.isupper() and len(token.text) > 1 and not shouted:
        bare = token.text.replace(".", "")
        return (
            "initial"
            if (lenient or _closed(tokens, at + 2) or (at and tokens[at - 1].lower in ACRONYM_HEADS))
            and len(bare) == 2
            and bare.isalpha()
            and bare.lower() not in ACRONYM_HEADS
            and not is_credential(bare)
            and bare not in STATES
            else ""
        )
    if token.lower in MONTHS and at + 1 < len(tokens) and tokens[at + 1].text[0].isdigit():
        return ""
    if token.lower in MONTHS and _ends_name(tokens, at, lenient=lenient):
        return "soft"
    if token.lower in _TURNS_TO_NAME and not shouted:
        return "plain" if token.lower in _ACRONYMS or _ends_name(tokens, at, lenient=lenient) else ""
    if (
        token.lower in _HARD
        or token.lower in ACRONYM_HEADS
        or (token.text.endswith(".") and token.lower not in {"st.", "mt."} and len(token.text) != 3)
    ):
        return ""
    if shouted and is_credential(token.text) and len(token.text) <= 5:
        return ""
    if _CAMEL.match(token.text):
        return ""
    if _PLURAL_LETTERS.fullmatch(token.text):
        return ""  # "DOs", "CEOs"
    if token.text == "Ed":
        return "plain"  # the department is written in capitals
    if token.lower in _SOFT or ("-" in token.lower and any(part in _HARD for part in token.lower.split("-"))):
        return "soft" if lenient or token.lower in _SURNAMES_TOO or token.lower not in _ORDINARY else ""
    return "plain"


def _ends_name(tokens: list[Token], at: int, *, lenient: bool) -> bool:
    """Whether a month or a word of grammar is somebody's surname, behind one word that is nothing else.

    A mark closes such a name ("Ann November, CEO"), or a verb of leaders; on a line that should be a name (`lenient`)
    its end does.
    """
    behind_it = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    closed = _closed(tokens, at + 1) or behind_it in _NAMED_VERBS or behind_it == "as" or (lenient and not behind_it)
    if not at or not closed or (at > 1 and tokens[at - 2].is_capital):
        return False
    given, behind = tokens[at - 1], tokens[at + 2 : at + 3]
    own = given.is_word and given.is_capital and given.lower not in _HARD | _ORDINARY and not given.is_acronym
    return own and not any(token.text[0].isdigit() for token in behind)


def _closed(tokens: list[Token], at: int) -> bool:
    """Whether a mark stands at `at` as it does behind a name."""
    return at < len(tokens) and tokens[at].text in {",", "("}


def _nickname_end(tokens: list[Token], at: int) -> int:
    """Where a nickname in quotation marks or brackets that begins at `at` ends; 0 where none does."""
    if at >= len(tokens) or tokens[at].text not in _NICKNAME_MARKS:
        return 0
    closing = _NICKNAME_MARKS[tokens[at].text]
    for end in range(at + 2, min(at + 4, len(tokens))):
        if tokens[end].text == closing:
            inside = tokens[at + 1 : end]
            after = tokens[end + 1] if end + 1 < len(tokens) else None
            joins = after is not None and (after.is_capital or after.text == "," or after.lower in NAME_PARTICLES)
            if joins and all(
                t.is_word and t.is_capital and t.lower not in _HARD and (closing != ")" or not is_credential(t.text))
                for t in inside
            ):
                return end + 1
    return 0


@lru_cache(maxsize=8192)
def read_name_line(text: str) -> tuple[NameSpan, list[Token]] | None:
    """A name at the beginning of a line; what stands behind it is the caller's to read. None where there is none."""
    tokens = tokenize(text[:300])
    if not tokens or not tokens[0].is_capital:
        return None
    span = _name_at(tokens, 0, [False] * len(tokens), lenient=True)
    if span is None:
        return None
    return span, tokens


def is_name_line(text: str) -> bool:
    """Whether a line holds a name, with honorific and credentials, and nothing else."""
    read = read_name_line(text)
    if read is None:
        return False
    span, tokens = read
    return span.outer_end == len(tokens) or (span.outer_end == len(tokens) - 1 and tokens[-1].text in {".", ",", ":"})


def may_be_name(word: str) -> bool:
    """Whether a capitalized word can be a given name or surname, also one that is an ordinary word."""
    lower = word.lower()
    return (
        word[:1].isupper()
        and word.isalpha()
        and (lower in _SURNAMES_TOO or (lower not in _HARD and lower not in _ORDINARY))
    )


def may_be_given_name(lower: str) -> bool:
    """Whether an ordinary word is a given name as well: dean, grace."""
    return lower in _GIVEN_TOO


def may_be_surname(lower: str) -> bool:
    """Whether an ordinary word is a surname as well: dean, judge, marshall."""
    return lower in _SURNAMES_TOO
