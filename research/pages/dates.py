"""Dates in prose, each as precise as the words are: a closed list of patterns, nothing guessed.

General date parsers fill in today's day and month ("May" becomes the 22nd of May of this year) and so make a fact out
of a gap. Here a date without a year is resolved only against the page's own date, and says that it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime

from research.types import PartialDate

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
)
_YEAR = r"(?:19[3-9]\d|20\d\d)(?![\d%]|,\d{3})"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])"
_SEASON = (
    r"(?:spring|summer|fall|autumn|winter|early|mid|late|end|beginning|(?:first|second|third|fourth) quarter|q[1-4])"
)

_DATE = re.compile(
    rf"""\b(?<![\w$#])(?=\d{{4}}|\d{{1,2}}(?:/\d{{1,2}}/\d|(?:st|nd|rd|th)?\s{{1,3}}[a-z])|q[1-4]|(?:j[au]|f[aeio]|m[ai]|a[pu]|s[epu]|oc|no|de|e[an]|wi|la|be|th)[bcdgilmnprtuvy])(?:
      (?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![\d-])
    | (?P<mdy>(?P<m1>{_MONTH})\s{{1,3}}(?P<d1>{_DAY}),?\s{{1,3}}(?P<y1>{_YEAR}))
    | (?P<dmy>(?P<d2>{_DAY})\s{{1,3}}(?:of\s{{1,3}})?(?P<m2>{_MONTH}),?\s{{1,3}}(?P<y2>{_YEAR}))
    | (?P<us>(?P<m3>1[0-2]|0?[1-9])/(?P<d3>3[01]|[12]\d|0?[1-9])/(?P<y3>{_YEAR}))
    | (?P<my>(?P<m4>{_MONTH}),?\s{{1,3}}(?:of\s{{1,3}})?(?P<y4>{_YEAR}))
    | (?P<md>(?P<m5>{_MONTH})\s{{1,3}}(?P<d5>{_DAY}))
    | (?P<season>{_SEASON}[\s-]{{1,3}}(?:of\s{{1,3}}|in\s{{1,3}})?(?P<y6>{_YEAR}))
    | (?P<month>(?P<m7>{_MONTH}))
    | (?P<year>{_YEAR})
    )""",
    re.IGNORECASE | re.VERBOSE,
)

_DIGIT = re.compile(r"\d")
# A bare year or month is a date only after one of these words: "2019" alone may be a price or a room.
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|from|until|till|to|through|by|of|during|after|before|between|and|year|class|early|late|mid"
    r"|fall|spring|summer|winter|autumn|effective|beginning|starting)|[-–—(])[\s-]{0,3}$",
    re.IGNORECASE,
)
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|from|until|till|through|by|effective|beginning|starting|late|early|mid|last|this|next"
    r"|of|on)[\s-]{1,3}$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?:\s?[-–—]\s?|\s(?:to|until|through)\s(?:the\s)?)(?:19\d\d|20\d\d|present|now)\b", re.IGNORECASE)
_BACKWARD = re.compile(r"\b(?:since|last)[\s-]{1,3}(?:early |late |mid-)?$", re.IGNORECASE)
_FORWARD = re.compile(
    r"\b(?:next|will [a-z]{2,12}(?: [a-z]{2,12}){0,4}|until|by)[\s-]{1,3}(?:early |late |mid-)?$", re.IGNORECASE
)
_PAST_WORDS = re.compile(
    r"\b(?:since|last|was|were|had|joined|began|started|became|served|named|appointed)\b", re.IGNORECASE
)

_NEAR_DAYS = 135
"""How far from the page's date a date without a year may be: beyond four and a half months either may be meant."""

MAX_DATES = 2_000
"""Dates that are given of one text."""


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date and its words. `resolved`: the year was not stated and comes from the page's own date."""

    date: PartialDate
    quote: str
    start: int
    end: int
    resolved: bool = False


def dates_in(text: str, published: PartialDate | None = None) -> tuple[DateFound, ...]:
    """Every date of the text, in order. Without `published`, dates that state no year are left out."""
    found: list[DateFound] = []
    if published is None and not _DIGIT.search(text):
        return ()  # what states no year is resolved against the page's date alone
    for match in _DATE.finditer(text):
        result = _read(match, text, published)
        if result is not None:
            found.append(result)
            if len(found) >= MAX_DATES:
                break
    return tuple(found)


_WITH_DAY = frozenset({"iso", "mdy", "dmy", "us", "md"})


def holds_day(text: str) -> bool:
    """Whether a date with a day may stand in the text, its year stated or not."""
    return any(match.lastgroup in _WITH_DAY for match in _DATE.finditer(text))


def whole_date(text: str) -> PartialDate | None:
    """The date that the text is, if it is nothing else: ISO 8601, RFC 2822, or one of the patterns with a year."""
    text = " ".join(text.split()).strip(" .,()[]")
    if not text or len(text) > 60 or not _DIGIT.search(text):
        return None
    try:
        return _plausible(PartialDate.parse(text))
    except ValueError:
        pass
    bare = re.sub(
        r"^(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?\.?,? ", "", text, flags=re.IGNORECASE
    )
    bare = re.sub(
        r"(?:,? (?:at )?\d{1,2}:\d\d(?::\d\d)? ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4}T)?)$", "", bare, flags=re.IGNORECASE
    )
    match = _DATE.fullmatch(bare)
    if match and match.lastgroup not in ("md", "month"):
        found = _read(match, "in " + bare if match["year"] else bare, None, offset=3 if match["year"] else 0)
        if found:
            return found.date
    return _timestamp(text)


def _timestamp(text: str) -> PartialDate | None:
    if re.fullmatch(r"\d{8}(?:T\d{4,6}Z?)?", text):
        text = f"{text[:4]}-{text[4:6]}-{text[6:8]}"
        try:
            return _plausible(PartialDate.parse(text))
        except ValueError:
            return None
    if not re.search(r"\d\d:\d\d", text):
        return None
    try:
        return _plausible(PartialDate.of(parsedate_to_datetime(text).date()))
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _plausible(value: PartialDate) -> PartialDate | None:
    return value if 1930 <= value.year <= 2099 else None


def _read(match: re.Match[str], text: str, published: PartialDate | None, offset: int = 0) -> DateFound | None:
    before = text[max(match.start() + offset - 40, 0) : match.start() + offset]
    if match["year"] and _RANGE.match(text[match.end() : match.end() + 12]):
        before += " from "
    value, resolved = _value(match, before, published)
    if value is None:
        return None
    return DateFound(value, match.group(0), match.start(), match.end(), resolved)


def _value(match: re.Match[str], before: str, published: PartialDate | None) -> tuple[PartialDate | None, bool]:
    if match["iso"]:
        return _made(*map(int, match["iso"].split("-"))), False
    if match["mdy"]:
        return _made(int(match["y1"]), _month(match["m1"]), _day(match["d1"])), False
    if match["dmy"]:
        return _made(int(match["y2"]), _month(match["m2"]), _day(match["d2"])), False
    if match["us"]:
        return _american(int(match["m3"]), int(match["d3"]), int(match["y3"])), False
    if match["my"]:
        return _made(int(match["y4"]), _month(match["m4"])), False
    if match["season"]:
        return PartialDate(int(match["y6"])), False
    if match["year"]:
        return (PartialDate(int(match["year"])) if _BEFORE_YEAR.search(before) else None), False
    if published is None:
        return None, False
    if match["md"]:
        return _resolved(_month(match["m5"]), _day(match["d5"]), published, before), True
    # "may" and "march" are verbs too: a month by itself needs its capital and a word before it.
    if not match["month"][0].isupper() or not _BEFORE_MONTH.search(before):
        return None, False
    return _resolved(_month(match["m7"]), None, published, before), True


def _month(words: str) -> int:
    return _MONTHS[words.lower().rstrip(".")]


def _day(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _made(year: int, month: int | None = None, day: int | None = None) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None  # the 31st of June: a slip of the pen, not a date


def _american(month: int, day: int, year: int) -> PartialDate | None:
    # 03/04/2024 is March in the United States and April elsewhere: only the year is sure.
    return _made(year, month, day) if day > 12 or day == month else PartialDate(year)


def _resolved(month: int, day: int | None, published: PartialDate, before: str) -> PartialDate | None:
    """The year that puts the date next to the page's own: before it after "since", else the nearer one."""
    if published.month is None:
        return None
    anchor = published.first_day()
    options = [made for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (made := _made(year, month, day))]
    if _BACKWARD.search(before):
        options = [option for option in options if option.first_day() <= anchor]
        return max(options, default=None)
    if _FORWARD.search(before):
        options = [option for option in options if option.last_day() >= anchor]
        return min(options, default=None)
    if _PAST_WORDS.search(before) and day is None:
        options = [option for option in options if option.first_day() <= anchor]
        return max(options, default=None)
    nearest = min(options, key=lambda option: _apart(option, anchor), default=None)
    if nearest is None or _apart(nearest, anchor) > _NEAR_DAYS:
        return None  # "in May" said in November: last or next, the words do not tell
    return nearest


def _apart(option: PartialDate, anchor: date) -> int:
    if option.first_day() <= anchor <= option.last_day():
        return 0
    return min(abs((option.first_day() - anchor).days), abs((option.last_day() - anchor).days))


_SINCE = re.compile(
    r"\b(?:effective(?: (?:on|as of|from|date of))?|as of|since|starting(?: on| in)?|beginning(?: on| in)?"
    r"|begins?(?: on| in)?"
    r"|starts?(?: on| in)?|start date (?:of|is)|first day (?:is|will be|was)|joined[^.;]{0,80}? in"
    r"|(?:named|appointed|promoted"
    r"|elected|became|hired|assumed|took)[^.;]{0,80}? (?:in|on)|will (?:join|assume|begin|start"
    r"|take)[^.;]{0,80}? (?:in|on))"
    r"\s{1,3}(?:early |late |mid-|the )?$",
    re.IGNORECASE,
)


def starts_in(text: str, published: PartialDate | None = None) -> Iterator[DateFound]:
    """The dates that the words before them make a beginning: "effective Jan. 1", "since 2015", "joined ... in 2019"."""
    for found in dates_in(text, published):
        if _SINCE.search(text[max(found.start - 140, 0) : found.start]):
            yield found


_UNTIL = re.compile(
    r"^(?:\s{0,2}[-–—]\s{0,2}|\s{1,2}(?:to|until|through|till)\s{1,2}(?:the )?)(?:(?P<now>present|now|today)\b)?",
    re.IGNORECASE,
)


def period_in(text: str, published: PartialDate | None = None) -> tuple[PartialDate | None, PartialDate | None]:
    """The period that the words state: "from 2008 to 2015", "2008-2015", "since 2012", "until 2019", "in 2003".

    Either end may be None; "in 2003" is a beginning. Only the first period of the words is read.
    """
    found = dates_in(text, published)
    if not found:
        return None, None
    first = found[0]
    joint = _UNTIL.match(text[first.end : first.end + 20])
    if joint and len(found) > 1 and found[1].start - first.end <= len(joint.group(0)) + 1:
        return first.date, found[1].date
    if re.search(r"\b(?:until|through|till)\s{1,3}(?:early |late |mid-)?$", text[: first.start][-20:], re.IGNORECASE):
        return None, first.date
    return first.date, None
