"""Of whom each clause of a sentence speaks: the leader or the place, the writer, others, or what is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from outreach.asklint.grounding.known_text import KnownText
from outreach.asklint.grounding.tokens import Token


class Owner(Enum):
    """Of whom something is said."""

    LEADER = "leader"
    WRITER = "writer"
    REQUEST = "request"
    OTHERS = "others"
    NOBODY = "nobody"


_YOU = frozenset("you you've you're yourself".split())
_YOURS = frozenset("your yours".split())
_I = frozenset("i i've i'm we we've we're".split())
_MY = frozenset("my mine our ours".split())
# The writer's own things. "chapter" and the like only where nothing says whose they are.
_WRITING = frozenset(
    """
    article newsletter draft essay podcast column seminar questions readers blog thesis dissertation capstone
    chapter classmates cohort coursework manuscript piece
    """.split()
)
_OTHERS = frozenset(
    """
    nationally nationwide national countrywide industry literature survey typical elsewhere americans everywhere
    worldwide globally others somebody someone
    """.split()
)
_MANY = frozenset("most many other some several few all both five six ten dozen two three four".split())
_PLACES = frozenset("hospitals systems clinics executives administrators leaders studies nurses surveys papers".split())
# Behind these "you" is the one asked or thanked, and nothing is told of them.
_TO_YOU = frozenset(
    """
    would could can may might will do should shall if whether thank to for with interview ask send call visit meet
    give show email offer let from by tell bother trouble reach interrupt quote unless wish hope joining before after
    connect join than shadow request phone contact of about on at assist help
    """.split()
)
_YOU_WILL = frozenset(
    """
    will would can could may might approve prefer choose receive get need decide wish want should 'll like'd say ask
    agree allow reply answer please send suggest correct decline
    """.split()
)
_BEHIND_OBJECT = frozenset(
    "by in at on before after with for about to during next this a an the my our when how".split()
)
_YOU_MAY = frozenset("you'll you'd".split())
_FREE = frozenset("free available open willing able comfortable interested".split())
# What the writer does to learn: what follows is said of whom it names.
_LEARNS = frozenset(
    """
    read reading heard hear saw see learn learned know understand noticed notice believe gather found find think says said
    tells shows showed suggests reported reports told wonder wondering admire respect appreciate remember impressed recall
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
    "that how why when where who whose whom which because while whereas although though until unless but so what".split()
)
_STARTS_OWN = _YOU | _YOURS | _I | _MY | frozenset("it its they their this these he she his her there".split())
_SAME = frozenset("it its they their them he she his her him hers theirs there".split())
_ASKS = frozenset("may could would can might shall".split())
_REACH = 7


@dataclass(frozen=True, slots=True)
class Speech:
    """Of whom each token of a sentence speaks. `named` tells whether its own clause says so, `signs` whom a word names."""

    tokens: tuple[Token, ...]
    signs: tuple[Owner, ...]
    owners: tuple[Owner, ...]
    named: tuple[bool, ...]

    def owner(self, at: int) -> Owner:
        """Of whom what stands at a token is said: the nearest possessive before it wins over the clause's subject."""
        return _owner_at(self, at)


def speech_of(tokens: tuple[Token, ...], known: KnownText, before: Owner = Owner.NOBODY) -> Speech:
    """Of whom a sentence speaks; `before` is whom the sentence before spoke of last."""
    signs = tuple(_sign(tokens, at, known) for at in range(len(tokens)))
    owners: list[Owner] = []
    named: list[bool] = []
    last = Owner.NOBODY
    for first, after in _clauses(tokens, signs):
        own = _of_clause(signs, first, after)
        last = last if own is Owner.NOBODY else own
        owners += [last] * (after - first)
        named += [own is not Owner.NOBODY] * (after - first)
    return Speech(tokens, signs, tuple(_fill(owners, tokens, before)), tuple(named))


def _owner_at(speech: Speech, at: int) -> Owner:
    tokens, signs, owners = speech.tokens, speech.signs, speech.owners
    for i in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if tokens[i].low in (",", ";", ":", "(", "—", "–"):
            break
        low = tokens[i].low
        if low in _MY:
            return Owner.WRITER if low not in ("our",) or owners[at] is not Owner.LEADER or i >= at - 3 else owners[at]
        if signs[i] is Owner.OTHERS:
            return Owner.OTHERS
        if low in _YOURS or (signs[i] is Owner.LEADER and low not in _SAME):
            return owners[at] if _is_own_deed(tokens, owners, i) else Owner.LEADER
        if tokens[i].low in _CLAUSE_WORDS:
            break
    return owners[at]


def _is_own_deed(tokens: Sequence[Token], owners: Sequence[Owner], at: int) -> bool:
    """ "We tried your approach on two units": the units are the writer's."""
    if owners[at] is not Owner.WRITER and owners[at] is not Owner.REQUEST:
        return False
    if owners[at] is Owner.REQUEST:
        return any(
            token.low in ("visit", "for", "spare", "free", "have", "between")
            for token in tokens[max(0, at - 6) : at + 6]
        )
    start = at
    while start and owners[start - 1] is owners[at]:
        start -= 1
    return any(token.low in _OWN_DEEDS for token in tokens[start:at])


def _sign(tokens: Sequence[Token], at: int, known: KnownText) -> Owner:
    """Whom one word names, NOBODY for most words."""
    token = tokens[at]
    low = token.low
    if token.kind != "w":
        return Owner.NOBODY
    if low in _YOU_MAY:
        return Owner.REQUEST
    if low in _YOU:
        return _sign_of_you(tokens, at)
    if low in _YOURS:
        return _sign_of_your(tokens, at)
    if low in _I:
        return Owner.REQUEST if _is_asking(tokens, at) else Owner.WRITER
    if low in _MY:
        return (
            Owner.NOBODY
            if _next(tokens, at) in ("eye", "attention", "interest", "notice", "curiosity")
            else Owner.WRITER
        )
    if low in ("me", "i'd", "i'll", "we'll", "we'd", "us", "myself"):
        return Owner.NOBODY if low in ("me", "us") else Owner.REQUEST
    if token.is_capital and known.is_anchor(tokens, at):
        return Owner.LEADER
    if low in _WRITING:
        return Owner.WRITER
    if low in known.heads and _next(tokens, at, -1) == "the":
        is_asked = _next(tokens, at, -2) in _ASKS or _next(tokens, at) in _ASKS
        return Owner.REQUEST if is_asked else Owner.LEADER
    return _sign_of_others(tokens, at)


def _next(tokens: Sequence[Token], at: int, by: int = 1) -> str:
    return tokens[at + by].low if 0 <= at + by < len(tokens) else ""


def _is_asking(tokens: Sequence[Token], at: int) -> bool:
    """ "May I", "I would", "I hope", "I will": what follows is a wish or a plan."""
    return _next(tokens, at, -1) in _ASKS or _next(tokens, at) in (
        "would",
        "will",
        "could",
        "may",
        "might",
        "shall",
        "hope",
    )


def _sign_of_you(tokens: Sequence[Token], at: int) -> Owner:
    before, behind = _next(tokens, at, -1), _next(tokens, at)
    if behind in ("might", "may", "could", "would", "must") and _next(tokens, at, 2) == "have":
        return Owner.LEADER
    if behind in _YOU_WILL or behind in _FREE or (behind == "are" and _next(tokens, at, 2) in _FREE):
        return Owner.REQUEST
    if before in ("are", "were", "have", "did", "had") and (at < 2 or tokens[at - 2].kind != "w"):
        return Owner.REQUEST if _next(tokens, at) in _FREE | {"the", "time", "a"} else Owner.LEADER
    if before in ("would", "could", "can", "may", "might", "will", "should", "if", "whether", "unless"):
        return Owner.REQUEST
    if _is_verb_of_deed(behind) or before in ("under", "like"):
        return Owner.LEADER
    is_object = before in _TO_YOU or behind in _BEHIND_OBJECT or at + 1 == len(tokens) or tokens[at + 1].kind == "p"
    return Owner.NOBODY if is_object and tokens[at].low == "you" else Owner.LEADER


def _is_verb_of_deed(word: str) -> bool:
    return word.endswith("ed") or word in (
        "led",
        "cut",
        "ran",
        "built",
        "began",
        "grew",
        "won",
        "took",
        "made",
        "brought",
        "have",
        "had",
    )


def _sign_of_your(tokens: Sequence[Token], at: int) -> Owner:
    behind = _next(tokens, at)
    asked = "time calendar schedule convenience reply answer approval permission suggestions corrections consideration inbox help"
    return (
        Owner.REQUEST
        if behind in asked.split() and _next(tokens, at, 2) not in ("as", "at", "in", "with")
        else Owner.LEADER
    )


def _sign_of_others(tokens: Sequence[Token], at: int) -> Owner:
    low = tokens[at].low
    if low in _OTHERS:
        return Owner.OTHERS
    if at == 0 and low in ("it's", "this", "it", "that", "they") and _is_about_writing(tokens):
        return Owner.WRITER
    if low in ("study", "survey", "report", "trial", "review") and any(
        t.low in ("a", "one", "recent") for t in tokens[max(0, at - 3) : at]
    ):
        return Owner.OTHERS
    if low in _PLACES:
        before = [token.low for token in tokens[max(0, at - 3) : at]]
        numbered = any(word in _MANY for word in before) and not any(
            word in ("your", "its", "the", "his", "her") for word in before
        )
        starts = at == 0 or (numbered and at <= 4)
        return Owner.OTHERS if starts or (before and before[-1] in ("most", "many", "other", "some")) else Owner.NOBODY
    return Owner.NOBODY


def _is_about_writing(tokens: Sequence[Token]) -> bool:
    """ "This is Jo Park calling", "It's for the Review", "They would go into the Gazette"."""
    words = [token.low for token in tokens[:5]]
    is_name = words[:2] == ["this", "is"] and len(tokens) > 2 and tokens[2].is_capital
    return (
        is_name or "for" in words[1:3] or ("into" in words and "go" in words) or words[1:2] in (["runs"], ["appears"])
    )


def _clauses(tokens: Sequence[Token], signs: Sequence[Owner]) -> list[tuple[int, int]]:
    cuts = [0]
    for at in range(1, len(tokens)):
        if _begins_clause(tokens, signs, at):
            cuts.append(at)
    return list(zip(cuts, [*cuts[1:], len(tokens)], strict=True))


def _begins_clause(tokens: Sequence[Token], signs: Sequence[Owner], at: int) -> bool:
    low, before = tokens[at].low, tokens[at - 1].low
    if before in (",", ";", ":", "–", "—", "(", ")", "?", ".", "!", "…"):
        return True
    if tokens[at].kind != "w":
        return False
    if low in _CLAUSE_WORDS:
        return low != "so" or before == ","
    if low in ("and", "or", "since", "after", "before", "as", "because", "if"):
        return _next(tokens, at) in _STARTS_OWN or (low in ("and", "if") and _next(tokens, at) in _ASKS)
    return before in _LEARNS and signs[at] is Owner.LEADER


def _of_clause(signs: Sequence[Owner], first: int, after: int) -> Owner:
    """Whom the first word of a clause that names somebody names."""
    return next((signs[at] for at in range(first, after) if signs[at] is not Owner.NOBODY), Owner.NOBODY)


def _fill(owners: list[Owner], tokens: Sequence[Token], before: Owner) -> list[Owner]:
    """Clauses at the start that name nobody belong to the first that does; a sentence of none goes on as before."""
    first = next((owner for owner in owners if owner is not Owner.NOBODY), Owner.NOBODY)
    if first is Owner.NOBODY:
        goes_on = before in (Owner.LEADER, Owner.OTHERS) or (before is Owner.WRITER and _goes_on(tokens))
        return [before if goes_on else Owner.NOBODY] * len(owners)
    return [first if owner is Owner.NOBODY else owner for owner in owners]


def _goes_on(tokens: Sequence[Token]) -> bool:
    return any(token.low in _SAME for token in tokens[:3])
