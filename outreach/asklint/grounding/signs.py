"""Whom a single word of a sentence names: the leader, the writer, their article, others, or somebody who is asked."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from outreach.asklint.grounding.known_text import KnownText
from outreach.asklint.grounding.numbers import number_at
from outreach.asklint.grounding.tokens import Token
from outreach.asklint.grounding.words import EMPTY


class Owner(Enum):
    """Of whom something is said."""

    LEADER = "leader"
    WRITER = "writer"
    PIECE = "piece"
    """What the writer writes, where it appears and who reads it."""
    REQUEST = "request"
    """What is asked for or promised."""
    OTHERS = "others"
    NOBODY = "nobody"


LEADER, WRITER, PIECE, REQUEST, OTHERS, NOBODY = Owner

# The anchors below are read word by word; a word stands in one of these sets at most.
_YOU = frozenset("you you've you're yourself".split())
_YOURS = frozenset("your yours".split())
_I = frozenset("i i've i'm we we've we're".split())
MY = frozenset("my mine our ours".split())
_WISHING = frozenset("i'd i'll we'll we'd you'll you'd".split())
_WRITING = frozenset(
    """
    article newsletter draft essay podcast column seminar questions readers blog thesis dissertation capstone
    classmates cohort coursework manuscript piece series feature proof caption chapter
    """.split()
)
_OTHERS = frozenset(
    """
    nationally nationwide national countrywide industry literature survey typical elsewhere americans everywhere
    worldwide globally others somebody someone
    """.split()
)
_MANY = frozenset("most many other some several few all both".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozen".split())
_PLACES = frozenset(
    "hospitals systems clinics executives administrators leaders studies nurses surveys papers managers".split()
)
# Behind these "you" is the one asked or thanked, and nothing is told of them.
_TO_YOU = frozenset(
    """
    thank to for with interview ask send call visit meet give show email offer let from by tell bother trouble reach
    interrupt quote wish hope joining before after connect join than shadow request phone contact of about on at assist
    help do shall should asking giving sending telling showing
    """.split()
)
_BEHIND_OBJECT = frozenset(
    "by in at on before after with for about to during next this a an the my our when how".split()
)
_YOU_WILL = frozenset(
    """
    will would can could may might approve prefer choose receive get need decide wish want should 'll like'd say ask
    agree allow reply answer please send suggest correct decline
    """.split()
)
_SUITS = frozenset("suit suits fit fits".split())
_CHOOSES = frozenset("like want choose prefer wish please name pick".split())
_CHOICES = frozenset("whichever whatever whenever wherever however any if as when day time date hour".split())
_FREE = frozenset("free available open willing able comfortable interested".split())
_ASKED = frozenset("would could can may might will should if whether unless".split())
_ASKED_OF_YOURS = frozenset(
    "time calendar schedule convenience choosing choice reply answer approval permission suggestions corrections "
    "consideration inbox help".split()
)
_NO_DEED = frozenset("eye attention interest notice curiosity".split())
_DEEDS = frozenset(
    "heard read saw led cut ran built began grew won took made brought have had started were was got gave wrote "
    "told held came".split()
)
SAME = frozenset("it its they their them he she his her him hers theirs there".split())
ASKS = frozenset("may could would can might shall".split())


def signs_of(tokens: Sequence[Token], known: KnownText) -> tuple[Owner, ...]:
    """Whom each word of a sentence names."""
    return tuple([
        sign_of(tokens, at, known)
        if token.kind == "w" and (token.is_capital or not at or token.low in _MAY_NAME or token.low in known.heads)
        else NOBODY
        for at, token in enumerate(tokens)
    ])  # fmt: skip


def sign_of(tokens: Sequence[Token], at: int, known: KnownText) -> Owner:
    """Whom one word names, NOBODY for most words."""
    token = tokens[at]
    low = token.low
    if low in _PLAIN_SIGNS:
        return _plain_sign(tokens, at)
    if token.is_capital and token.bare in known.anchors:
        return NOBODY if token.bare in known.loose and _is_in_other_name(tokens, at, known) else LEADER
    if low in _WRITING:
        return PIECE
    if low in known.heads:
        return _sign_of_head(tokens, at)
    if low in ("somebody", "someone") and at > 3:
        return NOBODY
    if low in _OTHERS or (low in _MANY and word_at(tokens, at + 1) == "of" and word_at(tokens, at + 2) in _QUANTIFIED):
        return OTHERS
    return _sign_of_others(tokens, at, known) if low in _PLACES or low in _STUDIES or at == 0 else NOBODY


def _is_in_other_name(tokens: Sequence[Token], at: int, known: KnownText) -> bool:
    """ "Tea at Home" beside a program "Home by Lunch": the word belongs to a name that is not theirs."""
    for step in (-1, 1):
        beside = at + step
        if 0 < beside < len(tokens) - 1 and tokens[beside].low in ("at", "of", "for", "by", "in", "the"):
            beside += step
        if not 0 <= beside < len(tokens) or tokens[beside].kind != "w" or not tokens[beside].is_capital:
            continue
        if beside and tokens[beside].bare not in known.words and tokens[beside].low not in EMPTY | _TITLES:
            return True
    return False


_TITLES = frozenset("dr mr mrs ms mx prof professor i i'm i'd i've".split())
_QUANTIFIED = frozenset("them these those hospitals us".split())
_WISHING_WELL = frozenset("congratulations congrats kudos".split())
_PLAIN_SIGNS = _WISHING_WELL | _YOU | _YOURS | _I | MY | _WISHING | {"fellow"}


_FELLOWS = ("graduate", "alum", "native", "mba", "mha", "mph", "phd", "doctor", "veteran")


def _plain_sign(tokens: Sequence[Token], at: int) -> Owner:
    low = tokens[at].low
    if low in _YOU:
        return _sign_of_you(tokens, at)
    if low in _YOURS and word_at(tokens, at + 1) in ("interview", "portrait", "profile", "page"):
        return PIECE
    if low in _YOURS:
        is_asked = word_at(tokens, at + 1) in _ASKED_OF_YOURS
        return REQUEST if is_asked and word_at(tokens, at + 2) not in ("as", "at", "in", "with") else LEADER
    if low in _WISHING_WELL:
        return LEADER
    if low in _I:
        return REQUEST if _is_asking(tokens, at) else WRITER
    if low in MY:
        return NOBODY if word_at(tokens, at + 1) in _NO_DEED else WRITER
    if low == "fellow":
        behind = (word_at(tokens, at + step) for step in (1, 2, 3))
        return LEADER if any(word.startswith(_FELLOWS) for word in behind) else NOBODY
    return REQUEST


def word_at(tokens: Sequence[Token], at: int) -> str:
    """The folded word at a place, "" where there is none."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _words_before(tokens: Sequence[Token], at: int) -> set[str]:
    """The few words before a place."""
    return {token.low for token in tokens[max(0, at - 3) : at]}


def _is_asking(tokens: Sequence[Token], at: int) -> bool:
    """ "May I", "I would", "I hope", "I will": what follows is a wish or a plan."""
    return word_at(tokens, at - 1) in ASKS or word_at(tokens, at + 1) in ASKS | {"will", "hope"}


def is_deed(word: str) -> bool:
    """Whether a word is a verb of what somebody did."""
    return word in _DEEDS or (len(word) > 4 and word.endswith("ed"))


def _sign_of_you(tokens: Sequence[Token], at: int) -> Owner:
    before, behind = word_at(tokens, at - 1), word_at(tokens, at + 1)
    if before in _SUITS or (behind in _CHOOSES and not _CHOICES.isdisjoint(_words_before(tokens, at))):
        return REQUEST
    if behind in ("might", "may", "could", "would", "must", "will", "'ll") and word_at(tokens, at + 2) == "have":
        return LEADER
    if behind in ("say", "ask", "decide", "agree") and word_at(tokens, at + 2) == "that" and before not in ASKS:
        return LEADER
    if before == "have" and behind in ("down", "as", "at", "listed") and word_at(tokens, at - 2) in _I:
        return LEADER
    if behind in _YOU_WILL or behind in _FREE or (behind == "are" and word_at(tokens, at + 2) in _FREE):
        return REQUEST
    if before in ("are", "were", "have", "did", "had") and (at < 2 or tokens[at - 2].kind != "w"):
        return REQUEST if behind in _FREE or behind in ("the", "time", "a") else LEADER
    if before in _ASKED:
        return REQUEST
    if is_deed(behind) or before in ("under", "like"):
        return LEADER
    is_object = before in _TO_YOU or behind in _BEHIND_OBJECT or at + 1 == len(tokens) or tokens[at + 1].kind == "p"
    return NOBODY if is_object and tokens[at].low == "you" else LEADER


def _sign_of_head(tokens: Sequence[Token], at: int) -> Owner:
    """ "the dean", "CEO": the leader, or the one asked ("Would the dean ...", "the dean's time")."""
    if word_at(tokens, at - 1) != "the" and not tokens[at].is_acronym:
        return NOBODY
    if any(token.low in ("my", "our") for token in tokens[max(0, at - 20) : at]):
        return NOBODY
    is_asked = word_at(tokens, at - 2) in ASKS or word_at(tokens, at + 1) in ASKS
    return REQUEST if is_asked else LEADER


_STUDIES = frozenset("study survey report trial review".split())


# Words in small letters that can name somebody, wherever in a sentence they stand: most words are none of these.
_MAY_NAME = _PLAIN_SIGNS | _WRITING | _OTHERS | _MANY | _PLACES | _STUDIES


def _sign_of_others(tokens: Sequence[Token], at: int, known: KnownText) -> Owner:
    low = tokens[at].low
    before = [token.low for token in tokens[max(0, at - 3) : at]]
    if low in _STUDIES:
        return OTHERS if {"a", "one", "recent"} & set(before) else NOBODY
    if low in _PLACES:
        return _sign_of_places(tokens, at, before, known)
    return PIECE if _is_about_writing(tokens) else NOBODY


def _sign_of_places(tokens: Sequence[Token], at: int, before: Sequence[str], known: KnownText) -> Owner:
    """ "most hospitals", "how five Ohio hospitals sort ...": others, where a verb follows and nobody owns them."""
    if before and before[-1] in _MANY:
        return OTHERS
    follows = at + 1 < len(tokens) and tokens[at + 1].kind == "w" and tokens[at + 1].low not in ("and", "with", "in")
    if at == 0:
        return OTHERS if follows else NOBODY
    number = next((i for i in range(max(0, at - 2), at) if tokens[i].low in _NUMBERS or tokens[i].kind == "n"), -1)
    starts = number == 0 or (
        number > 0 and (tokens[number - 1].kind == "p" or tokens[number - 1].low in ("how", "that", "where"))
    )
    if not (starts and follows):
        return NOBODY
    return NOBODY if _is_of_record(tokens, number, known) else OTHERS


def _is_of_record(tokens: Sequence[Token], at: int, known: KnownText) -> bool:
    """Whether a number that begins at a token is a confirmed count: "312 managers have completed it"."""
    number = number_at(tokens, at)
    return number is not None and number.value > 9 and any(of.figure.value == number.value for of in known.figures)


def _is_about_writing(tokens: Sequence[Token]) -> bool:
    """ "This is Jo Park calling", "It's for the Review", "They would go into the Gazette"."""
    words = [token.low for token in tokens[:5]]
    if words[0] not in ("it's", "this", "it", "that", "they"):
        return False
    is_name = words[:2] == ["this", "is"] and len(tokens) > 2 and tokens[2].is_capital
    is_sent = "for" in words[1:3] or {"go", "into"} <= set(words) or words[1:2] in (["runs"], ["appears"])
    return is_name or is_sent
