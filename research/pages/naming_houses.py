"""The house that a sentence names beside a post: by its verb, beside the name, or as whose "next chief" it is."""

from __future__ import annotations

import re

from research.pages.lexicon import NOT_IN_NAMES
from research.pages.mention import Source
from research.pages.organizations_named import read_organization, skip_determiner
from research.pages.person_houses import before_apposition, before_place, house_beside, house_led
from research.pages.person_names import NameSpan
from research.pages.prose_patterns import ACTIVE_VERB
from research.pages.sentence_names import Sentence
from research.pages.titles import TitleSpan, head_class
from research.pages.tokens import is_dash, slice_text

_PLACED = frozenset("joined joins join joining rejoins rejoined at by of for to lead head".split())
_BEFORE_NAMING = frozenset(
    """'s board of directors trustees governors has have had today recently also formally officially proudly is are was
    pleased proud excited delighted thrilled happy honored to that the""".split()
)
"""What may stand between an organization and the verb by which it names somebody."""
_NEXT_WORDS = frozenset("new next first newest permanent interim full-time".split())
_INTO = frozenset({"the", "of", "at"})
_JOINS = re.compile(r"\b(?:joined|joining|joins|came to|moved to|went to)\s(?=[^;]{2,90}\Z)")
_SERVES_THERE = re.compile(
    r"\swhere\s(?:he|she|they)\s(?:(?:currently|now|also|still)\s)?(?:is|serves\sas|works\sas|has\sserved\sas|has\sbeen)"
    r"\s(?:currently\s|now\s)?(?:(?:the|an?|its|their)\s)?"
)
"""What stands between a house and the post that is held there: "Elm Clinic, where she currently serves as the"."""
_WAS_THERE = re.compile(
    r",?\swhere\s(?:he|she|they)\s(?:had\s)?(?:[a-z]{3,12}ly\s)?(?:served|worked|was|were|had\sbeen|held|acted)\b[^,;.]{0,40}\Z"
)
"""What stands between a house and the post that was held there: "from Elm Clinic, where she was the"."""
NAMING = 14
"""Tokens before a name in which that verb is looked for."""
DATELINE = 12
"""Tokens of a sentence in which its dateline may end."""
Names = list[tuple[NameSpan, str]]
"""The names of a sentence, each with the whole name that it stands for."""


def house_told(sentence: Sentence, names: Names, title: TitleSpan, span: NameSpan, source: Source) -> str:
    """The organization that a sentence gives a post of `span` by its verb: "Mercy names Jane Roe CEO"; "" for none."""
    tokens = sentence.tokens
    if source == "predicate" and (where := _WAS_THERE.search(sentence.text[: tokens[title.start].start])):
        return _house_before(sentence, where.start())
    if source in {"event", "predicate"} and (house := _house_where(sentence, title)):
        return house
    led = house_led(sentence.text, tokens, title.outer_start) if source == "before" else ""
    beside = led or house_beside(sentence.text, tokens, span)
    if beside and source == "event" and tokens[max(0, span.outer_start - 1)].lower == "'s":
        return _naming_house(sentence, names, span) or beside  # "Elm Health taps Oak Clinic's Jane Roe as CFO"
    if beside:
        return beside
    if source == "event" and (house := _joined_house(sentence, title, span) or _owner_of_its(sentence, title)):
        return house
    named = _naming_house(sentence, names, span) if source in {"event", "apposition", "before"} else ""
    return named or (_house_before_colon(sentence, span) if source == "event" else "")


def _house_before_colon(sentence: Sentence, span: NameSpan) -> str:
    """The house before the colon of a headline: "Elm Hospital: Ann Vale named CFO"."""
    tokens = sentence.tokens
    colon = span.outer_start - 1
    if colon < 1 or tokens[colon].text != ":" or not tokens[0].is_capital:
        return ""
    found = read_organization(tokens, 0)
    told = found is not None and found.end == colon and found.proper and found.noun
    return slice_text(sentence.text, tokens, 0, colon) if told else ""


def _house_before(sentence: Sentence, place: int) -> str:
    """The organization that ends at a place of the text: "from Elm Health, where she was"; "" for none."""
    tokens = sentence.tokens
    end = next((n for n, token in enumerate(tokens) if token.start >= place), len(tokens))
    for begin in range(max(0, end - NAMING), end if end < len(tokens) else 0):
        if not tokens[begin].is_capital or (begin and tokens[begin - 1].is_capital):
            continue
        found = read_organization(tokens, begin, dashes=True)
        if found is None or not found.proper or found.end > end:
            continue
        placed = tokens[found.end].lower == "in" and all(token.text != "." for token in tokens[found.end : end])
        if found.end == end or placed:
            return slice_text(sentence.text, tokens, found.start, found.end)
    return ""


def _house_where(sentence: Sentence, title: TitleSpan) -> str:
    """The organization that the clause of the post goes on with: "until she joined Mercy, where she serves as"."""
    tokens = sentence.tokens
    lead = sentence.text[: tokens[title.start].start]
    where = lead.rfind(" where ")
    joined = _JOINS.search(lead[:where]) if where > 0 else None
    if joined is None or _SERVES_THERE.fullmatch(lead[where:]) is None:
        return ""
    at = next((n for n, token in enumerate(tokens) if token.start >= joined.end()), len(tokens))
    at = skip_determiner(tokens, at)
    found = read_organization(tokens, at) if at < len(tokens) and tokens[at].is_capital else None
    if found is None or not (found.noun and (found.proper or found.strong)) or tokens[found.end - 1].end > where:
        return ""
    return slice_text(sentence.text, tokens, found.start, found.end)


def _joined_house(sentence: Sentence, title: TitleSpan, span: NameSpan) -> str:
    """The organization between a name and its post: "joined Mercy as CEO"."""
    tokens = sentence.tokens
    for at in range(span.outer_end, title.start):
        if tokens[at].lower not in _PLACED or _in_other_title(sentence, at, title):
            continue
        found = read_organization(tokens, skip_determiner(tokens, at + 1), dashes=True)
        if (
            found
            and found.end <= title.start
            and found.proper
            and tokens[found.end - 1].end - tokens[found.start].start > 2
            and (found.noun or tokens[at].lower.startswith(("join", "rejoin")) or _is_where(sentence, at, found.end))
        ):
            return slice_text(sentence.text, tokens, found.start, found.end)
    return ""


def _is_where(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a name without an organization's noun stands between "at" and "as": "joined the team at Elmway as"."""
    tokens = sentence.tokens
    return tokens[at].lower == "at" and end < len(tokens) and tokens[end].lower == "as"


def _owner_of_its(sentence: Sentence, title: TitleSpan) -> str:
    """The house of which the sentence tells before "as its next president", where that is another's subject."""
    tokens, at = sentence.tokens, title.start - 1
    while at > 0 and tokens[at].lower in _NEXT_WORDS:
        at -= 1
    if at < 1 or tokens[at].lower not in {"its", "their"}:
        return ""
    for begin in range(at - 1, -1, -1):
        opens = begin == 0 or tokens[begin - 1].text == ","
        if not (opens and tokens[begin].is_capital) or _in_other_title(sentence, begin, title):
            continue
        found = read_organization(tokens, begin)
        if found and found.noun and found.proper and found.strong and found.end < at:
            return slice_text(sentence.text, tokens, found.start, found.end)
    return ""


def _in_other_title(sentence: Sentence, at: int, title: TitleSpan) -> bool:
    """Whether a token belongs to another post: "named Jane Roe, president of Elm Clinic, as its next chief"."""
    return any(other.outer_start <= at < other.outer_end for other in sentence.titles if other is not title)


def _naming_house(sentence: Sentence, names: Names, span: NameSpan) -> str:
    """The organization that names, hires or welcomes the person by the verb before the name."""
    tokens = sentence.tokens
    for at in range(max(1, span.outer_start - NAMING), span.outer_start):
        if not ACTIVE_VERB.fullmatch(tokens[at].text):
            continue
        dashes = (begin for begin in range(min(at, DATELINE)) if is_dash(tokens[begin]))
        dateline = max((begin for begin in dashes if tokens[begin + 1].lower != "based"), default=-1)
        end = at
        while end > dateline + 1 and tokens[end - 1].lower in _BEFORE_NAMING:
            end -= 1
        end = before_place(tokens, before_apposition(tokens, end))
        first = next((begin for begin in range(dateline + 1, at) if tokens[begin].is_capital), at)
        for begin in range(first, end):
            found = _subject(sentence, names, begin, end, bare=begin == skip_determiner(tokens, dateline + 1))
            if found:
                return found
    return ""


def _subject(sentence: Sentence, names: Names, begin: int, end: int, *, bare: bool) -> str:
    """The organization of tokens `begin` to `end`; `bare`: it opens the sentence and needs no noun."""
    tokens = sentence.tokens
    before = tokens[begin - 1] if begin else None
    named = before is not None and before.lower == "the"  # nobody is called "the Roe Oaks"
    person = None if named else next((name for name, _ in names if name.start <= begin < name.end), None)
    if not tokens[begin].is_capital or (person is not None and (person.certain or person.end >= end)):
        return ""
    if before and (before.text in {"|", "/", "&"} or (before.is_capital and before.lower not in _INTO)):
        return ""  # within a longer name
    found = read_organization(tokens, begin, dashes=True)
    if found is None or not found.proper or found.end != end:
        return ""
    plain = bare and head_class(tokens[end - 1].lower) is None and tokens[begin].lower not in NOT_IN_NAMES
    return slice_text(sentence.text, tokens, found.start, found.end) if found.noun or plain else ""
