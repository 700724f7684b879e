"""The days on which a repeated event of a calendar is held, within a conference's days and a bound."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MOST_TIMES = 60
"""Times of one repeated event that are kept."""
MOST_DAYS = 4_000
"""Days from the first on that are looked at: a weekly call of ten years."""
WITHOUT_END = 370
"""Days of a repetition that are kept where the conference's days are not known."""
_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_UNDERSTOOD = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"})


class NotUnderstood(ValueError):
    """A rule of a kind that no conference has: every hour, the last of a set."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A RRULE; weekdays: (0 for every, 1 for the first, -1 for the last; weekday from Monday 0)."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: date | None = None
    weekdays: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()


def read_rule(words: str) -> Rule:
    """A RRULE's value. Raises NotUnderstood for rules by hours, weeks of the year, or sets."""
    parts = dict(part.split("=", 1) for part in words.upper().split(";")[:20] if "=" in part)
    if set(parts) - _UNDERSTOOD or parts.get("FREQ") not in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}:
        raise NotUnderstood
    try:
        until = parts.get("UNTIL", "")[:8]
        return Rule(
            parts["FREQ"],
            min(max(int(parts.get("INTERVAL", "1")), 1), 1_000),
            int(parts["COUNT"][:6]) if "COUNT" in parts else None,
            date(int(until[:4]), int(until[4:6]), int(until[6:8])) if until else None,
            tuple(_weekday(one) for one in parts["BYDAY"].split(",")[:30]) if "BYDAY" in parts else (),
            tuple(int(one) for one in parts["BYMONTHDAY"].split(",")[:31]) if "BYMONTHDAY" in parts else (),
            tuple(int(one) for one in parts["BYMONTH"].split(",")[:12]) if "BYMONTH" in parts else (),
        )
    except (ValueError, KeyError, OverflowError) as error:
        raise NotUnderstood from error


def _weekday(words: str) -> tuple[int, int]:
    return int(words[:-2] or "0"), _WEEKDAYS[words[-2:]]


def days_of(rule: Rule, start: date, first: date | None, last: date | None) -> tuple[tuple[date, ...], bool]:
    """The days of a repetition that begins on `start`, of those from `first` to `last`; and whether some were left out
    because there are more than MOST_TIMES."""
    found: list[date] = []
    count = 0
    end = min(filter(None, (rule.until, last)), default=None)
    for number in range(MOST_DAYS):
        try:
            day = start + timedelta(days=number)
        except OverflowError:
            break
        if (end is not None and day > end) or (last is None and number > WITHOUT_END):
            break
        if number and not _holds(rule, start, day):
            continue
        count += 1
        if rule.count is not None and count > rule.count:
            break
        if first is not None and day < first:
            continue
        if len(found) == MOST_TIMES:
            return tuple(found), True
        found.append(day)
    return tuple(found), False


def _holds(rule: Rule, start: date, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.month_days and day.day not in rule.month_days and day.day - _length(day) - 1 not in rule.month_days:
        return False
    match rule.frequency:
        case "DAILY":
            return (day - start).days % rule.interval == 0 and _on_weekday(rule, day)
        case "WEEKLY":
            weeks = ((day - timedelta(days=min(day.weekday(), day.toordinal() - 1))) - start).days
            weeks = (weeks + start.weekday()) // 7
            return weeks % rule.interval == 0 and (
                _on_weekday(rule, day) if rule.weekdays else day.weekday() == start.weekday()
            )
        case "MONTHLY":
            months = (day.year - start.year) * 12 + day.month - start.month
            return months % rule.interval == 0 and _in_month(rule, start, day)
    yearly = (day.year - start.year) % rule.interval == 0
    return yearly and (bool(rule.months) or day.month == start.month) and _in_month(rule, start, day)


def _in_month(rule: Rule, start: date, day: date) -> bool:
    if rule.weekdays:
        return _on_weekday(rule, day)
    return bool(rule.month_days) or day.day == start.day


def _on_weekday(rule: Rule, day: date) -> bool:
    if not rule.weekdays:
        return True
    nth, from_end = (day.day - 1) // 7 + 1, -((_length(day) - day.day) // 7 + 1)
    return any(weekday == day.weekday() and place in (0, nth, from_end) for place, weekday in rule.weekdays)


def _length(day: date) -> int:
    return monthrange(day.year, day.month)[1]
