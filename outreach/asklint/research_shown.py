"""Whether a whole message shows that its writer has read about the reader: signs of one fact, spread over the text."""

from __future__ import annotations

import re

from outreach.asklint.reading import Reading
from outreach.folding import fold

_ENOUGH = 3
_OF_A_NAME, _OF_A_FIGURE, _OF_A_MONTH, _OF_A_YEAR, _OF_A_WORD = 3, 3, 1, 2, 1
"""What a sign weighs: the name of a program, a figure, or a month with its year is enough alone, words and years have
to come together."""

_EVERYWHERE = frozenset(
    "hospital hospitals health healthcare care medical center system program programs patient patients nurse "
    "nurses nursing "
    "leader leaders leadership team teams work year years month months week weeks day days time people staff "
    "quality safety "
    "service services department unit units university college school state county city first second third last "
    "year one two "
    "three four five half with from that this have been were their which about after before into over under than "
    "more most "
    "other she her hers his him they them chief officer executive president director vice administrator manager "
    "chair dean "
    "began start started since became joined served serves leads led made received won named held said told article "
    "interview would could what when where there also each every such same only very well many much some your "
    "our board "
    "association society conference award prize master doctor degree medicine public community regional general "
    "national "
    "american united states clinic clinics network group member members office offered reached launched opened "
    "open project "
    "new part full through between across during while both late early august september october november "
    "december january "
    "february march april june july percent minutes minute hour hours number total".split()
)
_NAME = re.compile(
    r"(?<=[a-z,;'’”\"()] )(?:[A-Z][\w'’-]+(?: (?:of|the|in|for|and|at|to|on) (?=[A-Z]))? ?){1,5}|^(?:The |Her "
    r"|His |Their |Its )(?:[A-Z][\w'’-]+ ?){1,5}"
)
_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:19|20)\d\d\b"
)
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?|\d+(?:\.\d+)?")
_ASKED_FOR = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.? \d{1,2}\b(?: ?(?:to|and|or|through|until|[-–]) ?\d{1,2}\b)?"
    r"|\b\d{1,3}(?: ?(?:to|or|[-–]) ?\d{1,3})?[ -]?(?:minutes?|mins?|words?|pages?|questions?)\b"
    r"|\b(?:the )?\d{1,2}(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
"""Days and lengths: they are those of the request, and agree with a fact's figures by chance."""


def shows_research(reading: Reading) -> bool:
    """Whether subject and body together carry enough signs of one confirmed fact."""
    said = " ".join(sentence.text for sentence in reading.sentences if sentence.part in ("subject", "body"))
    folded = f" {fold(said)} "
    words = {_stem(word) for word in folded.split()}
    figures = set(_FIGURE.findall(_ASKED_FOR.sub(" ", said)))
    own = {_stem(word) for word in _own_words(reading).split()}
    return any(_weight(fact, folded, words, figures, own) >= _ENOUGH for fact in reading.known.facts)


def _own_words(reading: Reading) -> str:
    """Name, house and title: what anybody knows who has the address."""
    return fold(f"{reading.known.person} {reading.known.organization} {reading.known.title}")


def _weight(fact: str, folded: str, words: set[str], figures: set[str], own: set[str]) -> int:
    total = 0
    for name in _NAME.findall(fact):
        parts = [part for part in fold(name).split() if part not in ("the", "of", "and", "her", "his")]
        telling = [part for part in parts if _stem(part) not in own and part not in _EVERYWHERE]
        if len(parts) > 1 and telling and f" {' '.join(parts)} " in folded:
            total += _OF_A_NAME
        elif len(parts) == 1 and telling and f" {parts[0]} " in folded:
            total += _OF_A_NAME - 1
    if any(fold(month) in folded for month in _MONTH.findall(fact)):
        total += _OF_A_MONTH
    for figure in set(_FIGURE.findall(fact)) & figures:
        is_year = bool(re.fullmatch(r"(?:19|20)\d\d", figure))
        total += _OF_A_YEAR if is_year else _OF_A_FIGURE if len(figure) > 1 else 0
    telling_words = {_stem(word) for word in fold(fact).split() if len(word) > 3 and word not in _EVERYWHERE} - own
    return total + _OF_A_WORD * len({word for word in telling_words & words if not word.isdigit()})


def _stem(word: str) -> str:
    """A word without the endings of number and time: enough to meet its other forms."""
    for ending in ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
