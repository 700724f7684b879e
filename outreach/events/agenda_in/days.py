"""Days as programs write them: "Tuesday, March 10", "10.03.2026", "22-Apr-24", "Day 2", "Wednesday"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

_MONTHS = (
    "january february march april may june july august september october november december".split(),
    "jan feb mar apr may jun jul aug sep oct nov dec".split(),
)
MONTHS = {name: number for names in _MONTHS for number, name in enumerate(names, 1)} | {"sept": 9}
WEEKDAYS = {
    name: number
    for names in (
        "monday tuesday wednesday thursday friday saturday sunday".split(),
        "mon tue wed thu fri sat sun".split(),
    )
    for number, name in enumerate(names)
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_NUMBERS = {name: number for number, name in enumerate("one two three four five six seven".split(), 1)}

_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes|s)?|Thu(?:rs|r)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_TH = r"(?:st|nd|rd|th)?"
_DAY = re.compile(
    rf"(?<![\w/.-])(?:(?P<weekday>{_WEEKDAY})\b\.?[,:]?\s{{0,3}}(?:[-–—|(]\s?)?(?:the\s)?)?"
    r"(?:"
    rf"(?P<month>{_MONTH})\b\.?\s{{0,3}}(?P<day>\d{{1,2}}){_TH}(?!\d|:\d)(?:,?\s{{0,2}}(?P<year>(?:19"
    rf"|20)\d\d)(?![\d:]))?"
    rf"|(?P<day_b>\d{{1,2}}){_TH}\s{{0,3}}(?:of\s)?(?P<month_b>{_MONTH})\b\.?(?:,?\s{{0,2}}(?P<year_b>(?:19"
    rf"|20)\d\d)(?![\d:]))?"
    rf"|(?P<day_c>\d{{1,2}})-(?P<month_c>{_MONTH})-(?P<year_c>(?:\d\d)?\d\d)(?!\d)"
    r"|(?P<year_d>\d{4})[-/](?P<month_d>\d{1,2})[-/](?P<day_d>\d{1,2})(?!\d)"
    r"|(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?:(?P=mark)(?P<year_e>(?:\d\d)?\d\d)(?![\d:]))?(?![\d/])"
    r"|(?P<alone>\d{1,2})(?:st|nd|rd|th)\b"
    r")\)?",
    re.IGNORECASE,
)
_WEEKDAY_ONLY = re.compile(rf"(?<![\w/.-])(?P<weekday>{_WEEKDAY})s?\b\.?", re.IGNORECASE)
_DAY_NUMBER = re.compile(
    r"(?<!\w)(?:conference\s)?day\s{0,2}#?\s{0,2}(?P<number>\d{1,2}|one|two|three|four|five|six|seven)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![\d\w/-])(20\d\d)(?![\d])")
_TO = re.compile(r"\s{0,3}(?:,\s{0,2})?(?:[-–—‑−]|to|through|thru|until)\s{0,3}", re.IGNORECASE)
_DAY_BEHIND = re.compile(rf"\d{{1,2}}{_TH}(?![\d:]|\s?[ap]\.?m)(?:,?\s{{0,2}}(?:19|20)\d\d)?", re.IGNORECASE)
_AND = re.compile(rf"\s{{0,2}}(?:&|and)\s{{0,2}}\d{{1,2}}{_TH}(?![\d:]|\s?[ap]\.?m)", re.IGNORECASE)
LONGEST = 400
"""Characters of a line that are read for days."""
NEAR = 200
"""Days from the event within which a day without a year is looked for."""


@dataclass(slots=True)
class Calendar:
    """What tells the day of a date that is written without its year: the event's days, or the years of the text."""

    first: date | None = None
    last: date | None = None
    year: int | None = None
    day_first: bool = False
    """Whether 3/4 is the third of April."""

    @classmethod
    def of(cls, text: str, first: date | None, last: date | None) -> Calendar:
        """The calendar of a program: with the event's days where they are known, and the year it names most often."""
        years = Counter(_YEAR.findall(text[:200_000]))
        named = int(years.most_common(1)[0][0]) if years else None
        slashed = re.findall(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:20)?\d\d(?!\d)", text[:200_000])
        day_first = any(int(a) > 12 for a, _ in slashed) and not any(int(b) > 12 for _, b in slashed)
        return cls(first, last or first, named, day_first)

    def nth(self, number: int) -> date | None:
        """The day of "Day 2"."""
        if self.first is None or not 1 <= number <= 31:
            return None
        try:
            return self.first + timedelta(days=number - 1)
        except OverflowError:
            return None

    def weekday(self, number: int) -> date | None:
        """The event's only day of that weekday; None where it has none or two."""
        days = [day for day in self._days() if day.weekday() == number]
        return days[0] if len(days) == 1 else None

    def of_month(self, day: int, weekday: int | None) -> date | None:
        """The event's day of that number in its month: "Tuesday 24th"."""
        days = [one for one in self._days() if one.day == day and weekday in (None, one.weekday())]
        return days[0] if len(days) == 1 else None

    def dated(self, month: int, day: int, weekday: int | None) -> date | None:
        """The day of a date without a year: nearest to the event, else in the year that the text names."""
        anchor = self.first or (date(self.year, 7, 1) if self.year else None)
        if anchor is None:
            return None
        years = (anchor.year - 1, anchor.year, anchor.year + 1) if self.first else (anchor.year,)
        options = [made for year in years if (made := day_of(year, month, day)) is not None]
        if self.first:
            options = [one for one in options if abs((one - anchor).days) <= NEAR] or options
        agreeing = [one for one in options if weekday in (None, one.weekday())]
        return min(agreeing or options, key=lambda one: abs((one - anchor).days), default=None)

    def holds(self, day: date | None) -> bool:
        """Whether a day is one of the event's."""
        return day is not None and self.first is not None and self.last is not None and self.first <= day <= self.last

    def _days(self) -> list[date]:
        if self.first is None or self.last is None:
            return []
        length = min(max((self.last - self.first).days, 0), 31)
        return [
            date.fromordinal(self.first.toordinal() + n)
            for n in range(length + 1)
            if self.first.toordinal() + n <= date.max.toordinal()
        ]


@dataclass(frozen=True, slots=True)
class DaySpan:
    """A day at characters `start` to before `end` of a text.

    day: None where it is named, but which day it is cannot be told. is_range: the first of several days.
    """

    start: int
    end: int
    day: date | None
    is_range: bool = False
    certain: bool = field(default=True)
    """False for a weekday, a number, or a day of the month alone."""


def day_of(year: int, month: int, day: int) -> date | None:
    """The date; None where there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_day(text: str, calendar: Calendar, at: int = 0) -> DaySpan | None:
    """The first day that a text names, from character `at` on."""
    text = text[:LONGEST]
    best: DaySpan | None = None
    for match in _DAY.finditer(text, at):
        best = _read(match, calendar)
        if best is not None:
            break
    for other in (_numbered(text, calendar, at), _weekday(text, calendar, at)):
        if other is not None and (best is None or other.start < best.start):
            best = other if best is None or other.end <= best.start else best
    return _as_range(best, text) if best is not None else None


def read_day(text: str, calendar: Calendar) -> date | None:
    """The day of a cell: a date, a weekday, "Day 2", or a number alone, which counts the event's days."""
    words = text.strip()[:60]
    if re.fullmatch(r"\d{1,2}(?:\.0)?", words):
        return calendar.nth(int(words.split(".")[0]))
    span = find_day(words, calendar)
    return span.day if span is not None else None


def _as_range(span: DaySpan, text: str) -> DaySpan:
    """ "March 9 to 12" and "Tuesday, March 10, to Thursday, March 12" are spans of days."""
    joined = _AND.match(text, span.end)
    if joined is not None and span.certain:
        return DaySpan(span.start, joined.end(), span.day, True, span.certain)
    to = _TO.match(text, span.end)
    if to is None:
        return span
    behind = _DAY_BEHIND.match(text, to.end()) if span.certain else None
    if behind is not None:
        return DaySpan(span.start, behind.end(), span.day, True, span.certain)
    following = _DAY.match(text, to.end()) or _WEEKDAY_ONLY.match(text, to.end())
    if following is not None and not following.groupdict().get("first"):
        return DaySpan(span.start, following.end(), span.day, True, span.certain)
    return span


def _read(match: re.Match[str], calendar: Calendar) -> DaySpan | None:
    weekday = WEEKDAYS.get((match["weekday"] or "").lower())
    if match["alone"]:
        if weekday is None:
            return None
        found = calendar.of_month(int(match["alone"]), weekday)
        return DaySpan(match.start(), match.end(), found, certain=False)
    if match["first"]:
        return _slashed(match, calendar)
    words = next(
        (match[f"year{tail}"], match[f"month{tail}"], match[f"day{tail}"])
        for tail in ("", "_b", "_c", "_d")
        if match[f"day{tail}"]
    )
    month = int(words[1]) if words[1].isdigit() else MONTHS.get(words[1].lower().rstrip("."), 0)
    day = int(words[2])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    found = day_of(_full_year(words[0]), month, day) if words[0] else calendar.dated(month, day, weekday)
    return DaySpan(match.start(), match.end(), found)


def _slashed(match: re.Match[str], calendar: Calendar) -> DaySpan | None:
    """A date in figures. Months come first, but where the event's days or the figures say otherwise."""
    first, second, year = int(match["first"]), int(match["second"]), match["year_e"]
    if not year and (match["mark"] == "." or match["weekday"] is None):
        return None  # a fraction, a version, a score; in a column of its own it is read by another rule
    orders = [(first, second), (second, first)]
    if match["mark"] == "." or calendar.day_first:
        orders.reverse()
    options = []
    for month, day in orders:
        if 1 <= month <= 12 and 1 <= day <= 31:
            made = day_of(_full_year(year), month, day) if year else calendar.dated(month, day, None)
            options.append(made)
    if not options:
        return None
    chosen = next((one for one in options if calendar.holds(one)), options[0])
    return DaySpan(match.start(), match.end(), chosen)


def _full_year(words: str) -> int:
    return int(words) + (2000 if len(words) == 2 else 0)


def _numbered(text: str, calendar: Calendar, at: int) -> DaySpan | None:
    match = _DAY_NUMBER.search(text, at)
    if match is None:
        return None
    words = match["number"].lower()
    number = int(words) if words.isdigit() else _NUMBERS[words]
    return DaySpan(match.start(), match.end(), calendar.nth(number), certain=False)


def _weekday(text: str, calendar: Calendar, at: int) -> DaySpan | None:
    for match in _WEEKDAY_ONLY.finditer(text, at):
        word = match["weekday"]
        if len(word) <= 4 and not word[:1].isupper():
            continue  # "sat", "sun", "wed" are words
        return DaySpan(match.start(), match.end(), calendar.weekday(WEEKDAYS[word.lower()]), certain=False)
    return None
