"""What a fact tells in one word and a text in another: a rank, a rating, a publisher, where a meeting was, an honor.

Each is looked for by the words it stands beside, and held against the same place in a fact; where no fact has such a
place, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from outreach.asklint.grounding.line import Claim, Line
from outreach.asklint.grounding.measures import SPECIALTIES
from outreach.asklint.grounding.names import STATE_WORDS
from outreach.asklint.grounding.signs import LEADER, OTHERS
from outreach.asklint.grounding.tokens import Token, tokens_of

_OWN = frozenset("my our ours we".split())
_NEAR = 8


def attribute_claims(line: Line) -> Iterator[Claim]:
    """The words of a sentence in whose place a fact has others."""
    yield from _ranks(line)
    yield from _ratings(line)
    yield from _publishers(line)
    yield from _meeting_places(line)
    yield from _services(line)
    yield from _honors(line)


def _claim(tokens: Sequence[Token], first: int, after: int, kind: str) -> Claim:
    return Claim(tokens[first].start, tokens[after - 1].end, kind)


def _is_own(tokens: Sequence[Token], at: int) -> bool:
    """Whether the writer's own stands close before."""
    return any(token.low in _OWN for token in tokens[max(0, at - 5) : at])


def _is_own_deed(tokens: Sequence[Token], at: int) -> bool:
    """ "I retired as a captain"."""
    return _is_own(tokens, at) or any(token.low in ("i", "i'm", "i've") for token in tokens[max(0, at - 4) : at])


_RANKS = frozenset("colonel commander general sergeant admiral major captain lieutenant corporal".split())
_RANK_PARTS = _RANKS | frozenset(
    "lieutenant second first brigadier rear vice master staff lance command chief petty".split()
)
_RANK_LEADS = frozenset("a an the as".split())


def _ranks(line: Line) -> Iterator[Claim]:
    """ "retired as a colonel" where a lieutenant colonel is confirmed: a rank is the whole of its words."""
    if line.words.isdisjoint(_RANKS):
        return
    known = {rank for fact in line.known.known.facts for rank in _ranks_told(fact)}
    for first, after in _rank_places(line.tokens) if known else ():
        rank = " ".join(token.low for token in line.tokens[first:after])
        before = line.tokens[first - 1].low if first else ""
        if rank not in known and before in _RANK_LEADS and not _is_own_deed(line.tokens, first):
            yield _claim(line.tokens, first, after, "title")


@lru_cache(maxsize=1024)
def _ranks_told(fact: str) -> frozenset[str]:
    tokens = tokens_of(fact)
    return frozenset(" ".join(token.low for token in tokens[first:after]) for first, after in _rank_places(tokens))


def _rank_places(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where ranks stand, with the words that go before: "lieutenant colonel", "first sergeant"."""
    for at, token in enumerate(tokens):
        behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if token.low not in _RANKS or behind in _RANKS or (token.is_capital and behind and tokens[at + 1].is_capital):
            continue
        first = at
        while first and tokens[first - 1].low in _RANK_PARTS:
            first -= 1
        yield first, at + 1


_GRADES = frozenset("outstanding good excellent satisfactory inadequate superior exemplary fair poor".split())
_RATES = frozenset("rated rates rating ratings graded judged".split())


def _ratings(line: Line) -> Iterator[Claim]:
    """ "rated your clinic Good" where it was rated Outstanding."""
    if line.words.isdisjoint(_GRADES) or line.words.isdisjoint(_RATES) or line.words.isdisjoint(line.known.words):
        return
    told = [words & _GRADES for words in line.known.texts if words & _RATES and words & _GRADES]
    known = frozenset().union(*told)
    for at, token in enumerate(line.tokens) if told else ():
        around = {each.low for each in line.tokens[max(0, at - _NEAR) : at + 3]}
        if token.low in _GRADES - known and around & _RATES and not around & _OWN and line.owner(at) is not OTHERS:
            yield _claim(line.tokens, at, at + 1, "award")


def _publishers(line: Line) -> Iterator[Claim]:
    """ "published by Elm Lane" where another house is confirmed."""
    if "published" not in line.words or not any("published" in text for text in line.known.texts):
        return
    known = {name for fact in line.known.known.facts for _, _, name in _houses(tokens_of(fact))}
    for first, after, name in _houses(line.tokens) if known else ():
        is_known = {token.bare for token in line.tokens[first:after]} <= line.known.words
        if name not in known and not is_known and not _is_own(line.tokens, first - 2):
            yield _claim(line.tokens, first, after, "name")


def _houses(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """First token, token behind and folded words of the name in "published by Elm Lane"."""
    for at in range(2, len(tokens)):
        if tokens[at - 1].low != "by" or tokens[at - 2].low != "published" or not tokens[at].is_capital:
            continue
        after = _run_end(tokens, at)
        yield at, after, " ".join(token.bare for token in tokens[at:after])


def _run_end(tokens: Sequence[Token], first: int) -> int:
    after = first
    while after < len(tokens) and tokens[after].is_capital and after - first < _NEAR:
        after += 1
    return after


_MEETINGS = frozenset("conference congress summit convention forum symposium meeting colloquium assembly".split())


def _meeting_places(line: Line) -> Iterator[Claim]:
    """ "the 2024 conference in Toledo" where a fact tells of that conference in another town."""
    if line.words.isdisjoint(_MEETINGS):
        return
    told = [place for fact in line.known.known.facts for place in _places_told(fact)]
    for at, after, what in _meetings(line.tokens) if told else ():
        words = {token.bare for token in line.tokens[at:after]}
        before = [token.low for token in line.tokens[max(0, at - _NEAR) : at]]
        is_theirs = bool({"the", "your", "that"} & set(before)) and not {"my", "our", "a"} & set(before)
        same = {word for word in before if word.isdigit()}
        if not is_theirs or words & line.known.words or words <= STATE_WORDS:
            continue
        if any(other_what == what or same & years for other_what, years in told):
            yield _claim(line.tokens, at, after, "name")


def _meetings(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """First token and token behind of the town in "conference in Toledo", and the kind of meeting."""
    for at in range(2, len(tokens)):
        what = tokens[at - 2].low.removesuffix("s")
        if tokens[at - 1].low == "in" and tokens[at].is_capital and what in _MEETINGS:
            yield at, _run_end(tokens, at), what


@lru_cache(maxsize=1024)
def _places_told(fact: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The kinds of meetings with a town in a fact, and the years of the fact."""
    tokens = tokens_of(fact)
    years = frozenset(token.low for token in tokens if token.kind == "n" and len(token.low) == 4)
    return tuple((what, years) for _, _, what in _meetings(tokens))


_SERVICES = frozenset("program project service initiative clinic unit team scheme".split())


def _services(line: Line) -> Iterator[Claim]:
    """ "Early Bells, the heart surgery program": a field beside a program's name that no fact tells."""
    if line.words.isdisjoint(SPECIALTIES) or line.words.isdisjoint(_SERVICES):
        return
    tokens = line.tokens
    for at in range(2, len(tokens)):
        is_apposed = tokens[at].low in ("the", "a", "an", "your") and tokens[at - 1].low in (",", "—", "–", "(")
        if not is_apposed or not (tokens[at - 2].is_capital and tokens[at - 2].bare in line.known.loose):
            continue
        end = next((i for i in range(at + 1, min(len(tokens), at + 6)) if tokens[i].low in _SERVICES), 0)
        words = {token.low for token in tokens[at + 1 : end]} if end else set()
        if words & SPECIALTIES and words.isdisjoint(line.known.words):
            yield _claim(tokens, at + 1, end, "name")


_KINDS_OF_HONOR = (
    frozenset("medal medals".split()),
    frozenset("fellowship".split()),
    frozenset("award awards prize prizes honor honors recognition innovator leader trophy citation".split()),
)
_CONGRATULATES = frozenset("congratulations congratulate won received earned awarded".split())


def _honors(line: Line) -> Iterator[Claim]:
    """ "congratulations on the medal of 2021" where an award is confirmed, and no medal."""
    if line.words.isdisjoint(_CONGRATULATES):
        return
    for at, token in enumerate(line.tokens):
        kind = next((kind for kind in _KINDS_OF_HONOR[:2] if token.low in kind), None)
        if not kind or token.low in line.known.words or line.owner(at) is not LEADER:
            continue
        others = frozenset().union(*(each for each in _KINDS_OF_HONOR if each is not kind))
        is_plain = at > 0 and not line.tokens[at - 1].is_capital
        if is_plain and kind.isdisjoint(line.known.words) and others & line.known.words and line.is_named(at):
            yield _claim(line.tokens, at, at + 1, "award")
