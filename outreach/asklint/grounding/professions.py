"""Professions, ranks and first posts in small letters ("a surgical technologist") where a fact tells others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from outreach.asklint.grounding.credentials import PROFESSIONS, letters_of
from outreach.asklint.grounding.line import Claim, Line
from outreach.asklint.grounding.signs import LEADER, NOBODY, OTHERS, WRITER
from outreach.asklint.grounding.tokens import Token, tokens_of
from outreach.asklint.grounding.words import EMPTY

# Heads of what somebody is or was; their modifiers stand before them.
_HEADS = frozenset(
    """
    technologist technician therapist assistant aide orderly clerk medic paramedic corpsman dietitian counselor
    scientist engineer analyst consultant accountant auditor lawyer attorney midwife phlebotomist radiographer
    sonographer pharmacist dentist surgeon physician psychiatrist psychologist pediatrician cardiologist oncologist
    anesthesiologist anesthetist radiologist pathologist neurologist obstetrician gynecologist internist hospitalist
    intensivist epidemiologist economist journalist teacher chaplain receptionist transporter volunteer intern
    secretary scheduler dispatcher biologist chemist microbiologist optometrist audiologist hygienist supervisor
    nurse librarian carpenter machinist fellow resident student officer
    lieutenant commander captain major colonel sergeant admiral general ensign corporal private specialist seaman
    """.split()
)
_PLAIN_HEADS = frozenset("resident residents student nurse officer general major private fellow assistant".split())
_BECOMES = frozenset(
    "as a an was were became began begin started been being once former trained qualified worked served retired "
    "left".split()
)
_MODIFIERS = 2
_NO_MODIFIER = EMPTY | frozenset(
    "young former new fellow simple mere night corps service army navy force reserve".split()
)


def is_profession(word: str) -> bool:
    """Whether a word in small letters is what somebody is by training or rank: "technologist", "pulmonologist"."""
    return word in _HEADS or word.endswith(_ENDS)


_ENDS = ("ologist", "iatrist")


def profession_claims(line: Line) -> Iterator[Claim]:
    """ "You began as a surgical technologist" where a nursing assistant is confirmed."""
    tokens, known = line.tokens, line.known
    if line.words.isdisjoint(_HEADS) and not any(word.endswith(_ENDS) for word in line.words):
        return
    for at, token in enumerate(tokens):
        if not is_profession(token.low) or token.kind != "w" or token.is_capital:
            continue
        if at + 1 < len(tokens) and (is_profession(tokens[at + 1].low) or tokens[at + 1].low == "-"):
            continue
        first = at
        while first and at - first < _MODIFIERS and _is_modifier(line, first - 1):
            first -= 1
        words = tokens[first : at + 1]
        wrong = [each for each in words if each.bare not in known.words and not _does(each.low, known.words)]
        if not wrong or (
            token.low in _PLAIN_HEADS and (len(words) == 1 or (token not in wrong and not _has_own(line)))
        ):
            continue
        if _is_own(line, first, at + 1) and _has_own(line):
            yield Claim(words[0].start, words[-1].end, "title")


def _does(profession: str, words: frozenset[str]) -> bool:
    """ "a teacher" of somebody who taught."""
    return not _DEEDS_OF.get(profession, frozenset()).isdisjoint(words)


_DEEDS_OF = {
    "teacher": frozenset("taught teaches teaching faculty professor".split()),
    "lawyer": frozenset("law jd".split()),
    "attorney": frozenset("law jd".split()),
    "nurse": frozenset("nursing rn".split()),
    "pharmacist": frozenset("pharmacy pharmd".split()),
    "volunteer": frozenset("volunteered volunteering".split()),
}


def source_claims(line: Line) -> Iterator[Claim]:
    """ "The idea came from a pharmacist" where a fact tells that it came from a bus driver."""
    if line.words.isdisjoint(_HEADS) or not line.words & {"from", "by"}:
        return
    for at, word, link in _sources(line.tokens):
        if line.tokens[at].bare in line.known.words or line.owner(at) in (OTHERS, WRITER):
            continue
        told = [
            fact
            for fact, stems in zip(line.known.known.facts, line.known.facts, strict=True)
            if stems & line.stems and any(other == link and what != word for _, what, other in _told_sources(fact))
        ]
        if told:
            yield Claim(line.tokens[at].start, line.tokens[at].end, "title")


def _sources(tokens: Sequence[Token]) -> Iterator[tuple[int, str, str]]:
    """Token, profession and the word before of "from a respiratory therapist", "by the bus driver"."""
    for at, token in enumerate(tokens):
        if token.low in _HEADS | _CALLINGS and not token.is_capital:
            before = [each.low for each in tokens[max(0, at - 4) : at]]
            article = next((i for i in range(len(before) - 1, 0, -1) if before[i] in ("a", "an", "the", "one")), 0)
            if article and before[article - 1] in ("from", "by"):
                yield at, token.low, before[article - 1]


@lru_cache(maxsize=1024)
def _told_sources(fact: str) -> tuple[tuple[int, str, str], ...]:
    return tuple(_sources(tokens_of(fact)))


_CALLINGS = frozenset("driver cook janitor housekeeper parent patient mother father neighbor manager leader".split())


def branch_claims(line: Line) -> Iterator[Claim]:
    """ "a former Air Force captain" where the Army is confirmed."""
    if line.words.isdisjoint(_BRANCHES) or _BRANCHES.isdisjoint(line.known.words):
        return
    for at, token in enumerate(line.tokens):
        first = at - 1 if token.low in ("force", "guard") and at and line.tokens[at - 1].low in ("air", "coast") else at
        if token.low not in _BRANCHES or token.bare in line.known.words or not line.tokens[first].is_capital:
            continue
        around = [each.low for each in line.tokens[max(0, first - 8) : at + 6]]
        is_own = not {"my", "our", "as"}.isdisjoint(around) and "you" not in around and "former" not in around
        if not is_own and (line.owner(first) in (LEADER, NOBODY) or "former" in around):
            yield Claim(line.tokens[first].start, token.end, "name")


_BRANCHES = frozenset("army navy marines marine force guard".split())


def generic_claims(line: Line) -> Iterator[Claim]:
    """ "A pharmacist who puts inhalers into schools": told of somebody whose letters say otherwise."""
    letters = {letters_of(credential) for credential in line.known.known.credentials}
    tokens = line.tokens
    at = next((i + 1 for i in range(min(2, len(tokens) - 2)) if tokens[i].low in ("a", "an")), 0)
    if not at or not letters or line.before not in (NOBODY, LEADER) or not line.words.isdisjoint(("my", "our", "we")):
        return
    is_other_field = tokens[at].low in _FIELDS and not (_FIELD_WORDS | _FIELDS).isdisjoint(line.known.words)
    is_told = line.touches_facts or (
        tokens[at + 1].low in ("who", "turned", "with") and any(line.stems & stems for stems in line.known.facts)
    )
    if is_other_field and tokens[at].low not in line.known.words and is_told:
        yield Claim(tokens[at].start, tokens[at].end, "title")
        return
    if tokens[at].low not in PROFESSIONS:
        return
    if letters & PROFESSIONS[tokens[at].low] or tokens[at].low in line.known.words or not line.touches_facts:
        return
    yield Claim(tokens[at].start, tokens[at].end, "title")


_FIELDS = frozenset(
    """
    psychiatrist pediatrician cardiologist oncologist anesthesiologist radiologist pathologist neurologist obstetrician
    gynecologist internist hospitalist intensivist dermatologist urologist nephrologist surgeon
    """.split()
)
_FIELD_WORDS = frozenset(
    "emergency family internal pediatric pediatrics surgery psychiatry cardiology oncology".split()
)


def _is_modifier(line: Line, at: int) -> bool:
    token = line.tokens[at]
    return token.kind == "w" and not token.is_capital and token.low not in _NO_MODIFIER


def _has_own(line: Line) -> bool:
    """Whether the facts tell of a profession or a rank at all: only then another is surely wrong."""
    return not _HEADS.isdisjoint(line.known.words)


def _is_own(line: Line, first: int, after: int) -> bool:
    """Whether the leader is said to be or to have been one."""
    before = [token.low for token in line.tokens[max(0, first - 2) : first]]
    behind = [token.low for token in line.tokens[after : after + 3]]
    if before[-1:] == ["from"] and "to" in behind and line.words.isdisjoint(("my", "our")):
        return line.owner(first) is not OTHERS and not line.words & {"i'm"}
    if not before or before[-1] not in ("a", "an", "as", "the"):
        return False
    if before[-1] == "the" and "as" not in before:
        return False
    owner = line.owner(first)
    earlier = {token.low for token in line.tokens[max(0, first - 14) : first]}
    if owner is LEADER:
        return bool(earlier & _BECOMES - {"a", "an"})
    return owner is NOBODY and "you" in {token.low for token in line.tokens[after : after + 6]} and "as" in before
