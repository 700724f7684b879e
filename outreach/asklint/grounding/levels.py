"""Levels of honors ("silver badge", "three-star rating") where a fact tells another, and counts said to be whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from outreach.asklint.grounding.figures import Figure, figures_of
from outreach.asklint.grounding.line import Claim, Line
from outreach.asklint.grounding.numbers import ORDINALS, number_at
from outreach.asklint.grounding.signs import OTHERS, REQUEST, WRITER
from outreach.asklint.grounding.tokens import Token, tokens_of
from outreach.asklint.grounding.words import stem

_LEVELS = frozenset(
    """
    gold silver bronze platinum diamond copper ruby sapphire emerald titanium one-star two-star three-star four-star
    five-star first-place second-place third-place runner-up finalist
    """.split()
)
_HONORS = frozenset(
    "badge badges medal medals award awards seal seals star stars ribbon status level prize prizes recognition rating "
    "certificate certification plaque trophy designation tier standing".split()
)
_BETWEEN = 3


def level_claims(line: Line) -> Iterator[Claim]:
    """ "the silver badge" where a gold one is confirmed."""
    tokens, known = line.tokens, line.known
    if line.words.isdisjoint(_LEVELS) or line.words.isdisjoint(_HONORS):
        return
    for at, token in enumerate(tokens):
        if token.low not in _LEVELS or token.low in known.words:
            continue
        end = next((i for i in range(at + 1, min(len(tokens), at + 2 + _BETWEEN)) if tokens[i].low in _HONORS), 0)
        owner = line.owner(at)
        is_own = owner in (WRITER, OTHERS, REQUEST) and any(
            before.low in ("our", "my", "we") for before in tokens[max(0, at - 5) : at]
        )
        if end and not is_own and any(honor in known.words for honor in _HONORS):
            yield Claim(token.start, tokens[end].end, "name")


def stage_claims(line: Line) -> Iterator[Claim]:
    """ "Stage 6" where Stage 7 is confirmed."""
    if line.words.isdisjoint(_STAGES):
        return
    recorded = {pair[1:] for fact in line.known.known.facts for pair in _told_stages(fact)}
    for at, word, value in _stages(line.tokens):
        values = {number for thing, number in recorded if thing == word}
        is_own = any(token.low in ("our", "my", "we") for token in line.tokens[max(0, at - 8) : at])
        if values and value not in values and not is_own and line.owner(at) is not OTHERS:
            yield Claim(line.tokens[at].start, line.tokens[at + 1].end, "figure")


_STAGES = frozenset("stage level tier grade phase category class".split())


def _stages(tokens: Sequence[Token]) -> Iterator[tuple[int, str, float]]:
    for at, token in enumerate(tokens[:-1]):
        number = number_at(tokens, at + 1) if token.low in _STAGES else None
        if number:
            yield at, token.low, number.value


@lru_cache(maxsize=512)
def _told_stages(fact: str) -> tuple[tuple[int, str, float], ...]:
    return tuple(_stages(tokens_of(fact)))


def region_claims(line: Line) -> Iterator[Claim]:
    """ "northern Arizona" where southern Arizona is confirmed."""
    if line.words.isdisjoint(_REGIONS) or not line.known.states:
        return
    recorded = {pair[1:] for fact in line.known.known.facts for pair in _told_regions(fact)}
    for at, region, state in _regions(line.tokens):
        others = {found for found, of in recorded if of == state}
        is_own = any(token.low in ("our", "my", "i", "we") for token in line.tokens[max(0, at - 8) : at])
        if others and region not in others and not is_own:
            yield Claim(line.tokens[at].start, line.tokens[at + 1].end, "name")


_REGIONS = frozenset(
    "northern southern eastern western central northeastern northwestern southeastern southwestern northeast northwest "
    "southeast southwest upstate".split()
)


def _regions(tokens: Sequence[Token]) -> Iterator[tuple[int, str, str]]:
    for at, token in enumerate(tokens[:-1]):
        if token.low in _REGIONS and tokens[at + 1].is_capital:
            yield at, token.low, tokens[at + 1].bare


@lru_cache(maxsize=512)
def _told_regions(fact: str) -> tuple[tuple[int, str, str], ...]:
    return tuple(_regions(tokens_of(fact)))


def ordinal_claims(line: Line) -> Iterator[Claim]:
    """ "the second president" where the third one is confirmed."""
    if line.words.isdisjoint(ORDINALS) and not any(token.suffix in _SUFFIXES for token in line.tokens):
        return
    recorded = [pair for fact in line.known.known.facts for pair in _told_ordinals(fact)]
    for at, value, what in _ordinals(line.tokens):
        values = {number for _, number, thing in recorded if thing == what}
        if values and value not in values and line.owner(at) not in (WRITER, OTHERS):
            yield Claim(line.tokens[at].start, line.tokens[at + 1].end, "figure")


_SUFFIXES = ("st", "nd", "rd", "th")


def _ordinals(tokens: Sequence[Token]) -> Iterator[tuple[int, float, str]]:
    """Token, number and the stem of what is numbered."""
    for at, token in enumerate(tokens[:-1]):
        value = token.value if token.suffix in _SUFFIXES else float(ORDINALS.get(token.low, 0))
        if value and tokens[at + 1].kind == "w" and len(tokens[at + 1].low) > 3:
            yield at, value, stem(tokens[at + 1].bare)


@lru_cache(maxsize=512)
def _told_ordinals(fact: str) -> tuple[tuple[int, float, str], ...]:
    return tuple(_ordinals(tokens_of(fact)))


def whole_claims(line: Line) -> Iterator[Claim]:
    """ "all 14 fellows stayed" where a fact says "14 fellows, 9 of whom stayed"."""
    if line.words.isdisjoint(_WHOLE):
        return
    for figure in figures_of(line.sentence.text):
        before = line.tokens[figure.first - 1].low if figure.first else ""
        if figure.kind != "count" or figure.after > len(line.tokens) or not _is_whole(line, figure.first, before):
            continue
        if line.owner(figure.first) in (WRITER, OTHERS, REQUEST) and line.is_named(figure.first):
            continue
        if _is_told_as_part(line, figure) or (before == "all" and _is_other_whole(line, figure)):
            first = figure.first - 1 if before == "all" else max(0, figure.first - 3)
            yield Claim(line.tokens[first].start, figure.end, "figure")


def _is_told_as_part(line: Line, figure: Figure) -> bool:
    """Whether a fact on the same thing tells of a part of that count: "9 of the 14", "14 fellows, 9 of whom"."""
    counted = [of.fact for of in line.known.figures if of.figure.value == figure.value and of.figure.kind == "count"]
    parts = [
        of.fact
        for of in line.known.figures
        if (of.is_part and of.fact in counted) or (of.figure.base == figure.value and of.figure.value < 100)
    ]
    return any(fact >= 0 and len(line.known.facts[fact] & line.stems) >= 2 - (fact in counted) for fact in parts)


def _is_other_whole(line: Line, figure: Figure) -> bool:
    """ "all eight of your clinics" where six are confirmed."""
    behind = line.tokens[figure.after : figure.after + 5]
    if [token.low for token in behind[:2]] not in (["of", "your"], ["of", "its"], ["of", "their"]):
        return False
    units = {stem(token.bare) for token in behind[2:] if token.kind == "w"}
    counts = [of.figure for of in line.known.figures if of.figure.kind == "count" and not of.is_derived]
    values = {count.value for count in counts if count.unit in units}
    return bool(values) and figure.value not in values


def _is_whole(line: Line, first: int, before: str) -> bool:
    words = [token.low for token in line.tokens[max(0, first - 4) : first]]
    return before == "all" or (words[-1:] in (["your"], ["the"], ["those"], ["its"]) and bool(_WHOLE & set(words[:-1])))


_WHOLE = frozenset("all every none each".split())
