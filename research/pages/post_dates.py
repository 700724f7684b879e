"""When a post of a sentence began: the date right behind its title, or before it with no other title in between."""

from __future__ import annotations

from research.pages.dates import DateFound
from research.pages.mention import Source
from research.pages.naming_houses import Names
from research.pages.person_names import NameSpan
from research.pages.prose_patterns import DATE_LINK, DATE_START, DATE_WORD, IN_BEFORE, SINCE_BEFORE
from research.pages.sentence_names import Sentence
from research.pages.titles import TitleSpan
from research.types import PartialDate

CLOSE = 16
"""Characters between a title and its date that leave no room for another event."""
EVENT_REACH = 160
"""Characters between a date and the title of an event behind it."""


def start_of(
    sentence: Sentence, names: Names, title: TitleSpan, source: Source, dates: tuple[DateFound, ...]
) -> PartialDate | None:
    """The date, of `dates` of the sentence, on which the post of `title` began; None where none is of it."""
    if not dates:
        return None
    behind = (date.date for date in dates if _is_behind(sentence, names, date, title, source))
    before = (date.date for date in dates if _is_before(sentence, date, title, source))
    return next(behind, None) or next(before, None)


def _is_behind(sentence: Sentence, names: Names, date: DateFound, title: TitleSpan, source: Source) -> bool:
    tokens = sentence.tokens
    end = tokens[title.outer_end - 1].end
    if date.start < end or (source == "before" and date.start - end >= CLOSE):
        return False
    between = sentence.text[end : date.start]
    if any(end <= tokens[name.start].start < date.start for name, _ in names if _is_whole(sentence, name)):
        return False  # the date is of somebody named since
    if not DATE_LINK.fullmatch(between):
        return False
    if source in {"apposition", "before"}:
        return bool(DATE_START.search(between))
    return bool(DATE_WORD.search(between)) or len(between) <= 2 * CLOSE


def _is_whole(sentence: Sentence, name: NameSpan) -> bool:
    return sentence.tokens[name.start].lower not in {"he", "she"}


def _is_before(sentence: Sentence, date: DateFound, title: TitleSpan, source: Source) -> bool:
    tokens = sentence.tokens
    start = tokens[title.start].start
    if date.end > start or source not in {"event", "predicate"}:
        return False
    between = (t for t in sentence.titles if date.end <= tokens[t.start].start < start)
    if any(t.posts[0].kind != "public" for t in between):
        return False
    lead = sentence.text[max(0, date.start - 70) : date.start]
    near = source == "event" and IN_BEFORE.search(lead) is not None and start - date.end < EVENT_REACH
    return near or SINCE_BEFORE.search(lead) is not None
