"""What a question asks, and how: openly or to be answered with yes or no, for a reason or for a bare fact. Pure.

>>> [(one.clause, one.is_open) for one in asked_in("Boarding fell by a third. Did the nurses agree?")]
[('did the nurses agree', False)]
>>> [(one.clause, one.is_open) for one in asked_in("You said that they called first: tell me about that morning.")]
[('tell me about that morning', True)]
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 500
"""Characters of a question that are read."""

_WH = "what|how|why|who|whom|whose|which|when|where"
_AUX = (
    "do|does|did|is|are|was|were|am|can|could|will|would|shall|should|may|might|must|have|has|had|don't|doesn't"
    "|didn't|isn't|aren't|wasn't|weren't|can't|couldn't|won't|wouldn't|shouldn't|haven't|hasn't|hadn't"
)
_TELL = "tell|describe|walk|explain|show|give|take|help|name|list|share|recall|picture|imagine|talk|think"
_PREPOSITION = "in|at|on|to|from|for|with|by|of|about|under|through|after|before|since|until|over|around|against"
_SUBJECT = (
    "you|it|they|he|she|we|i|the|that|this|these|those|there|your|their|his|her|its|our|any|anybody|anyone|anything"
    "|people|nurses|doctors|staff|patients|everybody|everyone|nobody|somebody|some|one|a|an"
)

_FILLER = re.compile(
    r"(?:(?:so|and|but|now|well|ok|okay|then|first|also|please|finally|lastly|next|or|again)\b[ ,]{0,3}){1,4}"
)
_WISH = re.compile(
    r"(?:i (?:wonder|am curious|would like to|would love to|want to|should like to)|i'm curious|i'd (?:like|love) to"
    r"|we (?:wonder|would like to))(?: (?:know|hear|learn|understand|ask(?: you)?))?(?: (?:about|more about))?"
    rf"(?: (?={_WH}))?\b ?"
)
_ASKS_TO_TELL = re.compile(
    rf"(?:can|could|would|will) you (?:please |perhaps |maybe )?(?:{_TELL}|say more|speak|go back|go through)\b"
)
_OPEN = re.compile(
    rf"(?:(?:{_PREPOSITION}) )?(?:{_WH})\b|(?:{_TELL}) (?:me|us|about|through|back|of|the|a|an|your|how|what)\b"
)
_CLOSED = re.compile(rf"(?:{_AUX})\b")
_WHETHER = re.compile(
    r"(?:(?:can|could|would|will) you (?:please )?)?(?:tell|explain to|show) (?:me|us) (?:if|whether)\b"
)
_SUBORDINATE = re.compile(r"(?:when|where|if|while|as|since|after|before|although|though|because|once|whenever)\b")
_RELATIVE = re.compile(r"(?:which|who|whom|whose|where|when)\b")
_TAG = re.compile(
    r"(?:(?:is|are|was|were|do|does|did|has|have|had|can|could|would|will|should)(?:n't| not)? "
    r"(?:it|you|they|he|she|we|i|there|that)(?: agree)?|right|correct|no|yes|eh|true)"
)

_SENTENCE = re.compile(r"(?<=[.?!…])[\"”’)\]]{0,3}\s{1,9}(?=\S)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[Dd]r|[Mm]r|[Mm]rs|[Mm]s|[Ss]t|[Pp]rof|[Nn]o|vs|[JS]r|Inc|approx)|\b[A-Z]|\bU\.S)\.$"
)
_PIECE = re.compile(r"[,;:–—]|\s-{1,2}\s|…|\.{3}")
_NUMBERS = re.compile(r"[ \u00a0]{0,3}\[\d{1,3}\]")

_FACTUAL = (
    ("date", re.compile(r"(?:when|since when|(?:in |on )?(?:what|which) (?:year|month|day|date))\b")),
    ("number", re.compile(
        r"(?:by |to |from |for )?how (?:many|much|long|often|old|large|big|far|fast)\b"
        r"|(?:what|which) (?:percentage|percent|share|number|rate|proportion|size)\b")),
    ("person", re.compile(r"(?:who|whom|to whom|with whom|from whom|by whom)\b")),
    ("place", re.compile(r"(?:where|in (?:what|which) (?:city|town|state|hospital|place))\b")),
    ("thing", re.compile(
        r"what(?: is|'s| are| was| were)\b|(?:what|which) [a-z-]{2,20} (?:do|does|did|is|was|were|are)\b|what does\b")),
)  # fmt: skip
"""What a bare fact would be the answer to, and how such a question begins."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that is asked."""

    sentence: str
    """As it was written."""
    clause: str
    """From where the asking begins: small letters, straight apostrophes, no sign at the end."""
    is_open: bool
    """Whether it cannot be answered with yes or no."""
    wants: str
    """What a bare fact would answer: date, number, person, place, thing, "yes or no"; "" where it takes telling."""
    has_tag: bool
    """Whether it ends in "isn't it?" or the like."""


def plain(text: str) -> str:
    """The text on one line, without marks of facts."""
    return " ".join(_NUMBERS.sub("", text[:LONGEST]).split())


def words_in(text: str) -> int:
    """How many words somebody has to say."""
    return sum(any(map(str.isalnum, word)) for word in plain(text).split())


def sentences_of(text: str) -> list[str]:
    """The sentences of a question with what leads up to it."""
    found: list[str] = []
    for part in _SENTENCE.split(plain(text)):
        if found and _ABBREVIATED.search(found[-1]):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return [one.lstrip("–—- ") for one in found if any(map(str.isalnum, one))]


def asked_in(text: str) -> tuple[Asked, ...]:
    """Everything that a text asks, in order; sentences that only lead up to it are left out."""
    found = (_asked(one) for one in sentences_of(text))
    return tuple(one for one in found if one is not None)


def _asked(sentence: str) -> Asked | None:
    is_marked = "?" in sentence[-4:]
    raw = [one for one in (_bare(part) for part in _PIECE.split(sentence)) if one]
    pieces = [_without(_FILLER, one) or one for one in raw]
    if is_marked and len(pieces) > 1 and _TAG.fullmatch(pieces[-1]):
        return Asked(sentence, ", ".join(raw), False, "yes or no", True)
    at = _begins_at(pieces)
    if at is None:
        return Asked(sentence, ", ".join(raw), False, "yes or no", False) if is_marked else None
    clause = ", ".join([pieces[at], *raw[at + 1 :]])
    is_wish = _WISH.match(clause) is not None
    clause = _without(_WISH, clause)
    tells = re.match(rf"(?:{_TELL})\b", clause) is not None
    if not (is_marked or is_wish or tells):
        return None
    is_open = _is_open(clause) or is_wish
    return Asked(sentence, clause, is_open, _wants(clause) if is_open else "yes or no", False)


def _bare(piece: str) -> str:
    return piece.lower().replace("’", "'").strip(" .?!…\"“”()[]'")


def _without(beginning: re.Pattern[str], words: str) -> str:
    found = beginning.match(words)
    return words[found.end() :].strip() if found else words


def _begins_at(pieces: list[str]) -> int | None:
    """The piece that the asking begins with; None where none does."""
    asking = [at for at, piece in enumerate(pieces) if _asks(piece)]
    if not asking:
        return None
    first, last = asking[0], asking[-1]
    later = [at for at in asking[1:] if not _RELATIVE.match(pieces[at])]
    if first == 0 and later and _SUBORDINATE.match(pieces[0]) and not re.match(rf"(?:{_WH}) (?:{_AUX})\b", pieces[0]):
        return later[0]
    if first > 0 and _RELATIVE.match(pieces[first]) and last > first:
        return last
    return first


def _asks(piece: str) -> bool:
    opens = _OPEN.match(piece) or _WISH.match(piece) or _ASKS_TO_TELL.match(piece) or _WHETHER.match(piece)
    return (
        bool(opens)
        or re.match(rf"(?:{_AUX}) (?:{_SUBJECT})\b", piece) is not None
        or (_CLOSED.match(piece) is not None and not re.match(r"(?:will|may|can|might|must)$", piece))
    )


def _is_open(clause: str) -> bool:
    if _WHETHER.match(clause):
        return False
    return bool(_OPEN.match(clause) or _ASKS_TO_TELL.match(clause) or _WISH.match(clause)) or not _CLOSED.match(clause)


def _wants(clause: str) -> str:
    return next((name for name, begins in _FACTUAL if begins.match(clause)), "")


_JOINED = re.compile(
    r"(?:\b(?:and|plus|as well as)|,(?= (?:what|how|why)\b))(?: also| then)? "
    rf"(?:(?P<wh>{_WH})\b(?! to\b)|(?:{_AUX}) (?:{_SUBJECT})\b"
    r"|(?:tell|describe|explain|walk|show)(?: to)? (?:me|us|how|what|why)\b)"
)


def joined_in(asked: Asked) -> str:
    """The words with which a second request begins in one sentence: "and why"; "" where there is one alone.

    "Who was for it and who was against it" within a request to tell is one: the same word leads both.
    """
    for found in _JOINED.finditer(asked.clause):
        word = found["wh"]
        before = asked.clause[: found.start()]
        inside = re.search(rf"\S {word}\b", before) if word else None
        if inside is None:
            return found.group()
    return ""
