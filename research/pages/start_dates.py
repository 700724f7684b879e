"""When a new post begins, said in a sentence of its own: "The appointment is effective January 1, 2015"."""

from __future__ import annotations

import re

from research.pages.dates import dates_in
from research.pages.late_regex import late_regex
from research.pages.model import PageText
from research.pages.sentences import sentences
from research.types import PartialDate

_STARTS = late_regex(
    r"\b(?:effective|(?:will|to|would|is set to|is expected to)\s{1,3}(?:begin|start|assume|take\s{1,3}(?:over"
    r"|office|the\s{1,3}(?:helm|reins))|join|step\s{1,3}into)"
    r"|(?:begins|starts|started|began|assumed|assumes|took)\s{1,3}(?:his|her|the|as|work|over|in)\b"
    r"|first\s{1,3}day|start\s{1,3}date|officially\s{1,3}(?:begins?|starts?|joins?|joined|assume[sd]?|took))\b",
    re.IGNORECASE,
)
_OF_POST = late_regex(
    r"\b(?:role|position|post|appointment|promotion|duties|as|office|helm|reins|hospital|health|day|he"
    r"|she|effective|ceo|president)\b",
    re.IGNORECASE,
)
# A post that was taken again, or for a time, did not begin then.
_AGAIN = late_regex(
    r"\b(?:re-?appoint\w{0,5}|re-?elect\w{0,3}|renew(?:s|ed|al)?|another term|second term)\b", re.IGNORECASE
)
_FOR_A_TIME = late_regex(r"\b(?:interim|acting)\b", re.IGNORECASE)
_FOR_GOOD = late_regex(r"\bpermanent(?:ly)?\b", re.IGNORECASE)
_END = late_regex(
    r"\b(?:retirement|resignation|departure)\s(?:[a-z]{2,12}\s){0,3}(?:is|was|will|becomes|takes|comes)\b",
    re.IGNORECASE,
)
"""How the day is told on which the one before goes, who is often another person of the page."""
_CAREER = late_regex(
    r"\b(?:began|begins|started|starts)\s(?:out\s)?(?:(?:his|her|a|the|their)\s)?(?:[\w-]{2,20}\s){0,3}?"
    r"(?:career|journey|training|residency|fellowship|education|studies|internship)\b",
    re.IGNORECASE,
)
_AS_POST = late_regex(r"\bas\s((?:an?|the)\s[^,.;]{3,60})", re.IGNORECASE)
_ITS = late_regex(r"(?:the|a)\s(?:\w{1,12}\s){0,2}(?:new|next|first|hospital[’']s|permanent)\b", re.IGNORECASE)
_SMALL_WORD = 2
_DIGIT = late_regex(r"\d")
_DATE_AFTER = late_regex(r"^[^.;]{0,80}$")
# "In 2023, she was reappointed": the date stands before its verb only where it opens the sentence.
_OPENING = late_regex(r"^\W{0,3}(?:in|on|effective|since)\s{1,3}(?:early |late |mid-)?$", re.IGNORECASE)
REACH = 4
"""Lines after the appointment in which its date is looked for."""


def start_after(page: PageText, lines: list[int], title: str) -> PartialDate | None:
    """The start of the post of this title that was announced in these lines of the page, or None."""
    told = [sentence for n in lines for line in page.lines[n : n + REACH] for sentence in sentences(line.text[:6000])]
    for sentence in told:
        found = _starts(sentence, page.published)
        if found is None or _AGAIN.search(sentence) or _is_of_another(sentence, title):
            continue
        if is_for_a_time(sentence) and not _FOR_GOOD.search(sentence) and any(map(_FOR_GOOD.search, told)):
            continue
        return found
    return None


def _is_of_another(sentence: str, title: str) -> bool:
    """Whether the sentence tells how a career began, or names the post that began then and it is another."""
    if _CAREER.search(sentence):
        return True
    named = _AS_POST.search(sentence)
    if named is None:
        return False
    own = {word for word in title.lower().split() if len(word) > _SMALL_WORD}
    return own.isdisjoint(re.findall(r"\w+", named[1].lower())) and not _ITS.match(named[1])


def is_for_a_time(words: str) -> bool:
    """Whether a title or a status says that the post is held until somebody is found: "interim", "acting"."""
    return bool(_FOR_A_TIME.search(words))


def is_taken_again(sentence: str, start: PartialDate, published: PartialDate | None = None) -> bool:
    """Whether a sentence gives the date to a post that was held before: "was reappointed in 2023"."""
    if not _AGAIN.search(sentence):
        return False
    found, end = dates_in(sentence, published), 0
    for number, date in enumerate(found):
        if date.date == start:
            behind = sentence[date.end : found[number + 1].start if number + 1 < len(found) else len(sentence)]
            opening = _OPENING.match(sentence[: date.start])
            return bool(_AGAIN.search(sentence[end : date.start]) or (opening and _AGAIN.search(behind)))
        end = date.end
    return False


def _starts(sentence: str, published: PartialDate | None) -> PartialDate | None:
    if not _DIGIT.search(sentence):
        return None
    match = _STARTS.search(sentence)
    if match is None or not _OF_POST.search(sentence) or _END.search(sentence):
        return None
    for date in dates_in(sentence, published):
        if date.start >= match.start() and _DATE_AFTER.match(sentence[match.end() : date.start]):
            return date.date
    return None
