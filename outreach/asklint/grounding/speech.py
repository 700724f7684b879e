"""Of whom each clause of a sentence speaks: the leader or the place, the writer, others, or what is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from outreach.asklint.grounding.known_text import KnownText
from outreach.asklint.grounding.signs import (
    ASKS,
    LEADER,
    MY,
    NOBODY,
    OTHERS,
    PIECE,
    REQUEST,
    SAME,
    WRITER,
    Owner,
    is_deed,
    signs_of,
    word_at,
)
from outreach.asklint.grounding.tokens import Token

# What the writer does to learn: what follows is said of whom it names.
_LEARNS = frozenset(
    """
    hearing seeing learning
    read reading heard hear saw see learn learned know understand noticed notice believe gather found find think says
    said
    tells shows showed suggests reported reports told wonder wondering admire respect appreciate remember impressed
    recall
    """.split()
)
_OWN_DEEDS = frozenset(
    """
    tried try adopted piloted ran introduced implemented tested applied copied borrowed used built started run manage
    managed work worked studied measured counted tracked saw lead led coordinate compared tried rolled launched employ
    have had serve staff hold graduated earned joined
    """.split()
)
_CLAUSE_WORDS = frozenset(
    "that how why when where who whose whom which because while whereas although though until unless but so "
    "what".split()
)
_RELATIVE = frozenset("which who whose whom where".split())
_STARTS_OWN = frozenset(
    "you you've you're your yours i i've i'm we we've we're my our it its they their this these he his she "
    "her there".split()
)
_MARKS = frozenset(", ; : – — ( ) ? ! …".split())
# A first clause that begins so belongs to the next one that names somebody.
_LEADS_IN = frozenset(
    "in at with as since after before during under over last this while when by within for from on through "
    "because".split()
)
_MEETING = frozenset("visit for spare free have between".split())
_REACH = 7


@dataclass(frozen=True, slots=True)
class Speech:
    """Of whom each token of a sentence speaks. `named` tells whether its own clause says so, `signs` whom a word
    names."""

    tokens: tuple[Token, ...]
    signs: tuple[Owner, ...]
    owners: tuple[Owner, ...]
    named: tuple[bool, ...]

    def owner(self, at: int) -> Owner:
        """Of whom what stands at a token is said: the nearest possessive before it wins over the clause's subject."""
        return next(_nearer(self, at), self.owners[at])


def speech_of(tokens: tuple[Token, ...], known: KnownText, before: Owner = NOBODY) -> Speech:
    """Of whom a sentence speaks; `before` is whom the sentence before spoke of last."""
    signs = signs_of(tokens, known)
    owners: list[Owner] = []
    named: list[bool] = []
    last = nearest = NOBODY
    for first, after in _clauses(tokens, signs):
        own = _of_clause(tokens, signs, first, after, nearest)
        if last in (WRITER, OTHERS) and _goes_on_behind_name(tokens, first):
            own = last
        last = own if own is not NOBODY or (last is not OTHERS and _is_learned(tokens, first)) else last
        owners += [last] * (after - first)
        named += [own is not NOBODY] * (after - first)
        nearest = next((sign for sign in reversed(signs[first:after]) if sign is not NOBODY), nearest)
    if [token.low for token in tokens[:2]] == ["like", "you"]:
        owners = [LEADER if owner is WRITER else owner for owner in owners]
    return Speech(tokens, signs, tuple(_fill(owners, tokens, before)), tuple(named))


def _goes_on_behind_name(tokens: Sequence[Token], first: int) -> bool:
    """ "A friend of mine, Ann Roe, left your hospital ...": the deed behind the name is that of whom it names."""
    is_deed_here = is_deed(tokens[first].low) or tokens[first].low in _GOES
    before = first - 2
    while before > 0 and tokens[before].is_capital:
        before -= 1
    is_name = 0 < before < first - 2 and tokens[before].low == ","
    return is_deed_here and is_name and tokens[first - 1].low == ","


_GOES = frozenset("left went moved works runs leads worked now says thinks who is was".split())


def _of_clause(tokens: Sequence[Token], signs: Sequence[Owner], first: int, after: int, nearest: Owner) -> Owner:
    """Whom the first word that names somebody names; "which ..." goes on about what stands before it."""
    if _is_presented(tokens, first):
        return LEADER
    is_relative = tokens[first].low in _RELATIVE or (tokens[first].low == "that" and nearest is LEADER)
    if is_relative and nearest is not NOBODY and not _has_subject(tokens, signs, first):
        return nearest
    return next((sign for sign in signs[first:after] if sign is not NOBODY), NOBODY)


def _is_learned(tokens: Sequence[Token], first: int) -> bool:
    """ "I read with interest that ...": what follows is not the writer's, unless it says so."""
    return tokens[first].low in ("that", "how") and any(t.low in _LEARNS for t in tokens[max(0, first - 4) : first])


def _has_subject(tokens: Sequence[Token], signs: Sequence[Owner], first: int) -> bool:
    """ "where we ...", "that you ...": the clause has a subject of its own."""
    return any(sign is not NOBODY for sign in signs[first + 1 : first + 3]) or word_at(tokens, first + 1) in _STARTS_OWN


def _is_presented(tokens: Sequence[Token], at: int) -> bool:
    """ "you appear as ...", "I have you down as ...": what follows is said of the reader."""
    return tokens[at].low == "as" and at > 0 and _presents(tokens, at)


def _presents(tokens: Sequence[Token], at: int) -> bool:
    before = [token.low for token in tokens[max(0, at - 3) : at]]
    return "you" in before and before[-1] in (
        "you",
        "down",
        "appear",
        "are",
        "listed",
        "described",
        "named",
        "introduced",
    )


def _nearer(speech: Speech, at: int) -> Iterator[Owner]:
    """Whom the words just before a token name, nearest first, where they win over the subject."""
    tokens, signs, owners = speech.tokens, speech.signs, speech.owners
    for i in range(at - 1, max(-1, at - 1 - _REACH), -1):
        low = tokens[i].low
        if low in _MARKS or low in _CLAUSE_WORDS:
            return
        if low in MY:
            yield WRITER
        elif low in ("its", "their", "his", "her") and i:
            yield next((sign for sign in reversed(signs[max(0, i - 60) : i]) if sign is not NOBODY), owners[at])
        elif signs[i] is OTHERS or (signs[i] is LEADER and low != "it"):
            yield signs[i] if signs[i] is OTHERS or not _is_own_deed(tokens, owners, i) else owners[at]


def _is_own_deed(tokens: Sequence[Token], owners: Sequence[Owner], at: int) -> bool:
    """ "We tried your approach on two units": the units are the writer's."""
    if owners[at] is REQUEST:
        return any(token.low in _MEETING for token in tokens[max(0, at - 6) : at + 6])
    if owners[at] is not WRITER:
        return False
    start, lowest = at, max(0, at - 60)
    while start > lowest and owners[start - 1] is owners[at]:
        start -= 1
    return any(token.low in _OWN_DEEDS for token in tokens[start:at])


def _clauses(tokens: Sequence[Token], signs: Sequence[Owner]) -> list[tuple[int, int]]:
    may_begin = (
        at
        for at in range(1, len(tokens))
        if signs[at] is not NOBODY or tokens[at].low in _MAY_BEGIN or tokens[at - 1].low in _MARKS
    )
    cuts = [0, *(at for at in may_begin if _begins_clause(tokens, signs, at))]
    return list(zip(cuts, [*cuts[1:], len(tokens)], strict=True)) if tokens else []


_JOINING = frozenset("and or since after before as because if".split())
_MAY_BEGIN = _CLAUSE_WORDS | _JOINING


def _begins_clause(tokens: Sequence[Token], signs: Sequence[Owner], at: int) -> bool:
    low, before = tokens[at].low, tokens[at - 1].low
    if before in _MARKS:
        return True
    if tokens[at].kind != "w":
        return False
    if low in _CLAUSE_WORDS:
        return low != "so"
    if low in _JOINING:
        behind = word_at(tokens, at + 1)
        return behind in _STARTS_OWN or (low in ("and", "if") and behind in ASKS) or _is_presented(tokens, at)
    if low in ("i", "we", "my", "our") and signs[at] is not NOBODY and _is_reduced_relative(tokens, at):
        return True
    if signs[at] is not LEADER:
        return False
    if before == "have" and low == "you" and word_at(tokens, at + 1) in ("down", "as", "at", "listed"):
        return True
    return before in _LEARNS or (low == "you" and is_deed(word_at(tokens, at + 1)) and before not in _STARTS_BEFORE)


def _is_reduced_relative(tokens: Sequence[Token], at: int) -> bool:
    """ "is something I had to see", "a number we cannot forget": what stands before is not the writer's."""
    before = word_at(tokens, at - 2)
    if tokens[at].low in ("my", "our"):
        return before in ("a", "an") and tokens[at - 1].low not in _LINKS
    return (
        tokens[at - 1].low in _PRONOUNS | {"than"}
        or before in ("a", "an", "one")
        or word_at(tokens, at - 3) in ("a", "an", "the")
    )


_LINKS = frozenset("of for in to with from by on at and or as than".split())
_PRONOUNS = frozenset("something anything nothing everything one thing things sentence number figure".split())
_STARTS_BEFORE = frozenset("and or since after before as because if".split())


def _fill(owners: list[Owner], tokens: Sequence[Token], before: Owner) -> list[Owner]:
    """A first clause that names nobody belongs to the leader named next, to others only if it leads in ("In May,
    I")."""
    first = next((owner for owner in owners if owner is not NOBODY), NOBODY)
    if first is NOBODY:
        goes_on = before in (LEADER, OTHERS) or (before in (WRITER, PIECE) and _goes_on(tokens))
        return [before if goes_on else NOBODY] * len(owners)
    if first is not LEADER and not (tokens[0].low in _LEADS_IN or tokens[0].low.endswith("ing")):
        return owners
    leading = next(at for at, owner in enumerate(owners) if owner is not NOBODY)
    if first is WRITER and tokens[leading].low in ("i", "we", "my", "our") and _is_reduced_relative(tokens, leading):
        return owners
    return [first] * leading + owners[leading:]


def _goes_on(tokens: Sequence[Token]) -> bool:
    return any(token.low in SAME for token in tokens[:3])
