"""Where a sentence tells a result by a figure: "which reduced falls by 31 percent", "grew from 2 clinics to 9".

Verbs and figures are each looked for once, and brought together by the words between them. One expression for the whole
tries nine words behind every "to" and "by" of a text without figures.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from research.pages.late_regex import late_regex

AMOUNT = (
    r"(?:\$?\d[\d,.]*(?:\s?(?:%|percent|percentage points?|million|billion|thousand|fold|x))?|half"
    r"|one-third|two-thirds|a third|a quarter|double|triple|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten)fold|zero)"
)
"""The source of an expression for a figure with its unit, or for a share in words. For re.IGNORECASE."""

_ANY_AMOUNT = late_regex(r"\d|half|third|quarter|double|triple|fold|zero", re.IGNORECASE)
_VERB = late_regex(
    r"\b(?=[abcdefgilmnopqrstw]\w)(?:(?=[a-e])(?:add\w{0,3}|achiev\w{1,5}|attain\w{0,3}|by|boost\w{0,3}|cut|cutting"
    r"|climb\w{0,3}|decreas\w{1,3}|doubl\w{1,3}|dropp?\w{0,4}|declin\w{1,3}|eliminat\w{1,3}|earn\w{0,3}|employ\w{0,2}"
    r"|expand\w{0,3})"
    r"|(?=[f-o])(?:from|fell|grew|grow\w{0,3}|generat\w{1,3}|increas\w{1,3}|improv\w{1,5}|lower\w{0,3}|more than|nearly"
    r"|over)"
    r"|(?=[p-r])(?:prevent\w{0,3}|quadrupl\w{1,3}|reduc\w{1,4}|rais\w{1,3}|rose|reach\w{0,3}|result\w{0,3}"
    r"|receiv\w{1,3}|recruit\w{0,3}|rank\w{0,3})"
    r"|(?=[s-w])(?:to|sav\w{1,4}|shorten\w{0,3}|serv\w{1,4}|scor\w{1,3}|tripl\w{1,3}|treat\w{0,3}|train\w{0,3}"
    r"|welcom\w{1,3}))\b",
    re.IGNORECASE,
)
_LEAD = late_regex(
    r"\b(?:(?:and|which|that|has|have|resulting in|resulted in|has resulted in|which resulted in|leading to|led to)\s)"
    r"{1,3}\Z",
    re.IGNORECASE,
)
_LED = late_regex(r"\b(?:led|leading)\s\Z", re.IGNORECASE)
_LONGEST_LEAD = 3 * len("which resulted in ")
_MOST_BETWEEN = 9
"""Words from the verb to the figure."""
_PARTED = late_regex(r"\s(?:that|which|who|and|while|where)\b|[^\s\w’'%$,./&-]|\s(?:\s|\Z)|\S{31}", re.IGNORECASE)
"""What no words between a verb and its figure hold: the beginning of another clause, other marks, a word too long."""
_FIGURE = late_regex(
    r"(?=(\s(?=[$\d]|ha|[abdefmnostuz][\sbefhilnoprtvwy])(?:(?:by|to|of|from|at least|more than|over|nearly|about"
    r"|up to|almost|approximately)\s){0,3}+"
    rf"(?=[$\d]|ha|a\s[qt]|[defnostz][ehinorw]){AMOUNT}(?![\w-])))",
    re.IGNORECASE,
)
_COUNTED = late_regex(
    r"(?:\s(?!(?:and\b|which|who|while|where|he\b|she\b|with\b))[\w’'%$/&-]{1,30}){0,10}", re.IGNORECASE
)


def figures_told(sentence: str, start: int) -> Iterator[tuple[int, int]]:
    """Begin and end of the words, from `start` on, that tell a figure by a verb; in order, without overlaps.

    They go from "and", "which has" or "leading to" before the verb, if that is there, to what the figure counts.
    """
    if not _ANY_AMOUNT.search(sentence, start):
        return
    figures = [match.span(1) for match in _FIGURE.finditer(sentence, start)]
    taken = start
    for verb in _VERB.finditer(sentence, start) if figures else ():
        if verb.start() < taken or _is_of_lead(sentence, verb, figures, taken):
            continue
        end = _figure_behind(sentence, verb.end(), figures)
        if end:
            lead = _LEAD.search(sentence, max(taken, verb.start() - _LONGEST_LEAD), verb.start())
            counted = _COUNTED.match(sentence, end)
            taken = counted.end() if counted else end
            yield lead.start() if lead else verb.start(), taken


def _is_of_lead(sentence: str, verb: re.Match[str], figures: list[tuple[int, int]], taken: int) -> bool:
    """Whether this is the "to" of "led to" before the verb that tells the figure: "led to reducing falls by half"."""
    if verb.group().lower() != "to" or not _LED.search(
        sentence, max(taken, verb.start() - len("leading ")), verb.start()
    ):
        return False
    after = _VERB.match(sentence, verb.end() + 1)
    return after is not None and _figure_behind(sentence, after.end(), figures) > 0


def _figure_behind(sentence: str, at: int, figures: list[tuple[int, int]]) -> int:
    """Where the first figure from here on ends; 0 when it is too far, or in another clause."""
    index = bisect_left(figures, (at, 0))
    if index == len(figures):
        return 0
    begins, ends = figures[index]
    return ends if begins - at <= 31 * _MOST_BETWEEN and _are_few_words(sentence, at, begins) else 0


def _are_few_words(sentence: str, begin: int, end: int) -> bool:
    between = sentence[begin:end]
    if between and not between[0].isspace():
        return False
    return len(between.split()) <= _MOST_BETWEEN and _PARTED.search(sentence, begin, end) is None
