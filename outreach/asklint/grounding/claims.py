"""What a text says of the leader or the place that nothing confirmed carries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from outreach.asklint.grounding.attributes import attribute_claims
from outreach.asklint.grounding.award_standing import standing_claims
from outreach.asklint.grounding.counterparts import counterpart_claims
from outreach.asklint.grounding.figure_claims import figure_claims
from outreach.asklint.grounding.known_text import KnownText
from outreach.asklint.grounding.levels import level_claims, ordinal_claims, region_claims, stage_claims, whole_claims
from outreach.asklint.grounding.line import (
    Before,
    Claim,
    Line,
    is_in_quotes,
    known_of,
    left_behind,
    line_of,
    pieces_of,
)
from outreach.asklint.grounding.name_claims import name_claims
from outreach.asklint.grounding.professions import branch_claims, generic_claims, profession_claims, source_claims
from outreach.asklint.grounding.rhythm import rhythm_claims
from outreach.asklint.grounding.title_claims import award_claims, specialty_claims, title_claims
from outreach.asklint.reading import Reading, sentence_of
from outreach.asklint.remembering import remembered
from outreach.asklint.types import Kind

__all__ = ["Claim", "ungrounded"]


def ungrounded(reading: Reading) -> tuple[Claim, ...]:
    """The claims of subject and body that nothing confirmed carries, in order of place, none inside another.

    Empty where nothing at all is known of the reader.
    """
    known, before, found = known_of(reading), Before(), list[Claim]()
    is_told = reading.kind is Kind.THANK_YOU and not reading.circumstances.said_in_interview
    judge = _judge_of(known, reading.circumstances.today, is_told)
    for piece in pieces_of(reading, known):
        claims, before = judge(piece.text, piece.part, before)
        found += [Claim(claim.start + piece.start, claim.end + piece.start, claim.kind) for claim in claims]
    return tuple(found)


_Judged = tuple[tuple[Claim, ...], Before]
_MOST_KEPT = 512
"""Sentences whose claims are kept, for each set of facts: those of the longest text that a draft may have."""


@lru_cache(maxsize=64)
def _judge_of(known: KnownText, today: date | None, is_told: bool) -> Callable[[str, str, Before], _Judged]:  # noqa: FBT001
    """Judges a sentence by its text, its part and what stands before it; `is_told` where "you said" is no claim."""

    def judge(text: str, part: str, before: Before) -> _Judged:
        line = line_of(sentence_of(text, 0, part), known, before, today)
        skips = is_told and _is_told_in_interview(line)
        claims = [] if skips else sorted(_claims(line), key=lambda claim: (claim.start, -claim.end))
        return tuple(_joined(claims, text)), left_behind(line, before)

    return remembered(_MOST_KEPT)(judge)


def _claims(line: Line) -> Iterator[Claim]:
    taken = (
        []
        if _names_were_wanted(line)
        else [claim for claim in name_claims(line) if not _in_question_quoted(line, claim)]
    )
    yield from taken
    yield from title_claims(line)
    yield from award_claims(line)
    yield from standing_claims(line)
    yield from specialty_claims(line)
    yield from profession_claims(line)
    yield from source_claims(line)
    yield from branch_claims(line)
    yield from generic_claims(line)
    yield from rhythm_claims(line)
    yield from level_claims(line)
    yield from whole_claims(line)
    yield from ordinal_claims(line)
    yield from stage_claims(line)
    yield from region_claims(line)
    yield from attribute_claims(line)
    for claim in (*figure_claims(line), *counterpart_claims(line)):
        inside = any(other.start <= claim.start and claim.end <= other.end for other in taken)
        if not inside and not _in_question_quoted(line, claim):
            yield claim


def _names_were_wanted(line: Line) -> bool:
    """ "You asked for two names: ...", "you suggested Dr. Roe": what comes from talk with the leader,
    no claim on them."""
    words = [token.low for token in line.tokens]
    return any(word in _WANTED and "you" in words[max(0, at - 2) : at] for at, word in enumerate(words))


_WANTED = frozenset("asked recommended suggested mentioned introduced wanted".split())


def _is_told_in_interview(line: Line) -> bool:
    """ "You said" rests on the interview: in a thank-you note without its notes there is nothing to look it up in."""
    words = [token.low for token in line.tokens]
    return any(
        (word in _TELLING and "you" in words[max(0, at - 3) : at] and not _is_told_of_a_thing(words, at))
        or (word in _TOLD_OF and words[at - 1 : at] == ["your"])
        for at, word in enumerate(words)
    )


def _is_told_of_a_thing(words: Sequence[str], at: int) -> bool:
    """ "the walk-through you described" at the end: what stands before it was not told in the interview."""
    is_last = words[at + 1 : at + 2] in ([], ["."], [","], ["!"]) and words[at - 1] == "you" and at > 1
    return is_last and words[at - 2] not in _SAID_BEFORE and words[at - 2].isalpha()


_SAID_BEFORE = frozenset("as that what like how and but so when because if which".split())
_TELLING = frozenset("said told mentioned described explained shared taught showed saying pointed remarked".split())
_TOLD_OF = frozenset(
    "remark advice point comment suggestion story answer account description example words phrase".split()
)


def _in_question_quoted(line: Line, claim: Claim) -> bool:
    text = line.sentence.text
    at = next(at for at, token in enumerate(line.tokens) if token.end > claim.start)
    if not is_in_quotes(line, at):
        return False
    right = min(found for mark in '"”' if (found := text.find(mark, claim.start)) >= 0)
    return "?" in text[claim.start : right]


def _joined(claims: Sequence[Claim], text: str) -> Iterator[Claim]:
    """Claims that touch or lie in one another become one; so do two figures of one change ("300 to 80 minutes")."""
    made: list[Claim] = []
    for claim in claims:
        if made and claim.start < made[-1].end:
            made[-1] = replace(made[-1], end=max(claim.end, made[-1].end))
            continue
        gap = text[made[-1].end : claim.start].strip().lower() if made else ""
        is_pair = gap == "to" and made[-1].kind == claim.kind == "figure" if made else False
        if is_pair or (made and gap in ("and", "&") and made[-1].kind == claim.kind == "title"):
            made[-1] = replace(made[-1], end=claim.end)
            continue
        made.append(claim)
    return iter(made)
