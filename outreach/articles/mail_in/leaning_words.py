"""What one sentence of an answer says of a text that was sent for approval. Precision first: unsure is an answer.

English, Spanish, French, German and Portuguese. A sentence is judged alone; leaning.py weighs them.
"""

from __future__ import annotations

import re
from typing import Literal

from outreach.articles.mail_in import leaning_patterns as known
from outreach.articles.mail_in.change_requests import (
    PARTS,
    asks_for_change,
    is_logistics,
    names_change,
    sentences,
)

Signal = Literal["approves", "changes", "declines", "waits", "doubts", "remarks", "nothing"]
"""remarks: says something about a part of the text, or in the negative, that is not understood here."""


def signal_of(sentence: str) -> Signal:
    """What one sentence says. A question never approves, and words in quotation marks never do."""
    text = _plain(sentence)
    spoken = _spoken(sentence)
    asks = _asks(text)
    declined = known.DECLINES.search(spoken)
    if declined and not (asks and PARTS.search(text)):
        return _kind_of_refusal(spoken, declined)
    approved = -1 if spoken.rstrip(' "').endswith("?") else _approval(spoken)
    if approved >= 0:
        return _hedged(known.BUT.sub(" ", spoken[:approved]) + spoken[approved:], asks=asks)
    if asks:
        return "changes"
    if known.WAITS.search(spoken):
        return "waits"
    doubtful = known.NO_CONCERNS.sub(" ", spoken)
    if known.DOUBTS.search(doubtful):
        return "doubts"
    return "remarks" if _is_remark(doubtful) else "nothing"


def says_something(text: str) -> bool:
    """Whether any sentence approves, asks for a change or declines: programs do not."""
    return any(
        signal_of(sentence) in ("approves", "changes", "declines") or _approval(_spoken(sentence)) >= 0
        for sentence in sentences(text[:20_000])
    )


def _plain(sentence: str) -> str:
    return " ".join(sentence[: known.SENTENCE_MOST].translate(known.STRAIGHT).lower().split())


def _spoken(sentence: str) -> str:
    """The sentence in lower case, with what stands in quotation marks left out."""
    return known.IN_QUOTES.sub('"x"', _plain(sentence))


def _asks(text: str) -> bool:
    """Whether the sentence asks for a change of the text, by a verb or by naming changes."""
    if is_logistics(text):
        return False
    return asks_for_change(text) or known.CHANGE_NOUN.search(known.NO_CHANGE.sub(" ", text)) is not None


def _kind_of_refusal(text: str, declined: re.Match[str]) -> Signal:
    rest = text[declined.end() : declined.end() + 60]
    if known.STILL_OPEN.search(text) or known.WAITS.search(text):
        return "waits"
    if known.OF_PART.match(rest.lstrip()) and PARTS.search(rest):
        return "changes"
    return "declines"


def _approval(text: str) -> int:
    """Where a sentence approves the text, and not a time or a meeting; -1 when it does not."""
    if known.OTHER_MATTER.search(text) and not known.THE_TEXT.search(text):
        return -1
    for found in known.APPROVES.finditer(text):
        before = text[max(found.start() - 80, 0) : found.start()]
        if not known.TURNED.search(before) and not known.AFTER_TURNED.search(text[found.end() : found.end() + 30]):
            return found.start()
    return -1


def _hedged(text: str, *, asks: bool) -> Signal:
    """What an approval says together with the rest of its sentence."""
    rest = known.HARMLESS_HEDGE.sub(" ", known.NO_CHANGE.sub(" ", known.NO_CONCERNS.sub(" ", text)))
    excepts = known.EXCEPTS.search(rest)
    if asks or excepts:
        return "changes"
    if known.WAITS.search(rest):
        return "waits"
    if known.DOUBTS.search(rest):
        return "doubts"
    hedge = known.HEDGES.search(rest)
    if hedge is None:
        return "approves"
    if names_change(rest[hedge.end() :]):
        return "changes"
    return (
        "changes"
        if PARTS.search(rest[hedge.end() :]) and hedge.group() in ("but", "however", "pero", "aber", "mais", "mas")
        else "doubts"
    )


def _is_remark(text: str) -> bool:
    if text.startswith(
        ("but ", "however", "although", "pero ", "aber ", "mais ", "mas ", "only ", "one thing", "just one")
    ):
        return True
    if known.BENIGN.search(text):
        return False
    if known.NEGATIVE.search(text):
        return True
    return PARTS.search(text) is not None and not known.PRAISE.search(text)
