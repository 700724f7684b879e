"""Entries of a calendar file (RFC 5545): one for each thing that is coming, and the file that holds them.

    file([entry(coming, now, site="https://groundwork.example.org")], name="Groundwork")

The file says nothing of who is invited (no METHOD): it is a copy for the user's own calendar. A time stands in the zone
in which it was agreed, with that zone's rules in the file, so that a change of the clocks moves nothing. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Component, Event, Timezone, TimezoneDaylight, TimezoneStandard

from outreach.time_zones import zone_of
from outreach.waiting import Coming

CONTENT_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Groundwork//Groundwork//EN"

_RULES_UNTIL = date(2037, 12, 31)
"""Up to here the rules of a zone are written out; what lies later stands in UTC, whose rules never change."""

_UNSHOWN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Controls and halves of a pair: no line of a calendar file holds them."""

_LONGEST = 1_000


def entry(
    coming: Coming,
    stamp: datetime,
    *,
    site: str = "",
    words: str = "",
    alarms: Sequence[timedelta] = (),
    is_canceled: bool = False,
    is_tentative: bool = False,
) -> Event:
    """One entry. `stamp`: the moment at which it was last changed.

    site: where the application answers ("https://groundwork.example.org"), for the link back; "" for none.
    words: what stands below the title. alarms: how long before it the calendar reminds
    the user; less than none is after its beginning, as nine in the morning of a day.
    """
    made = Event()
    made.add("uid", _text(coming.uid))
    made.add("dtstamp", stamp.astimezone(UTC))
    made.add("sequence", max(0, coming.sequence))
    made.add("summary", _text(coming.words))
    _add_times(made, coming)
    made.add("status", "CANCELLED" if is_canceled else "TENTATIVE" if is_tentative else "CONFIRMED")
    made.add("class", "PRIVATE")
    if coming.place:
        made.add("location", _text(coming.place))
    if words:
        made.add("description", _text(words))
    if site and coming.address:
        made.add("url", f"{site.rstrip('/')}{coming.address}")
    for before in () if is_canceled else alarms:
        made.add_component(_alarm(before, coming.words))
    return made


def _add_times(made: Event, coming: Coming) -> None:
    if coming.at is None:
        made.add("dtstart", coming.on)
        if coming.on < date.max:
            made.add("dtend", coming.on + timedelta(days=1))
        made.add("transp", "TRANSPARENT")
        return
    zone = None if coming.zone == "UTC" else zone_of(coming.zone)
    made.add("dtstart", _in_zone(coming.at, zone))
    made.add("duration", timedelta(minutes=max(1, coming.minutes)))


def _in_zone(moment: datetime, zone: ZoneInfo | None) -> datetime:
    """The moment by the clock of the zone; in UTC where that says it better.

    The second of two equal hours of the night in which clocks go back has no name in a calendar file.
    """
    there = moment.astimezone(zone) if zone is not None else moment.astimezone(UTC)
    return moment.astimezone(UTC) if there.fold or there.date() > _RULES_UNTIL else there


def _alarm(before: timedelta, words: str) -> Alarm:
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", _text(words))
    made.add("trigger", -before)
    return made


def _text(words: str) -> str:
    """The words as a calendar takes them: without controls, not endless."""
    return _UNSHOWN.sub(" ", words)[:_LONGEST]


def file(entries: Iterable[Event], name: str = "") -> bytes:
    """The file with these entries, as bytes: lines of at most 75 bytes, each ended by CR and LF."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    if name:
        made.add("x-wr-calname", _text(name))
    known = list(entries)
    for key, starts in _starts_by_zone(known).items():
        made.add_component(zone_rules(key, min(starts), max(starts)))
    for one in known:
        made.add_component(one)
    return bytes(made.to_ical())


# --- the rules of a zone ----------------------------------------------------------------------------------------------


def _starts_by_zone(entries: Iterable[Event]) -> dict[str, list[date]]:
    found: dict[str, list[date]] = {}
    for one in entries:
        starts = one.decoded("dtstart")
        if isinstance(starts, datetime) and isinstance(starts.tzinfo, ZoneInfo):
            found.setdefault(str(starts.tzinfo), []).append(starts.date())
    return found


def zone_rules(key: str, first: date, last: date) -> Timezone:
    """The rules of a zone for the days from the first to the last: its offset before them, and each change since.

    Written out one by one, each by the clock that it ends, as RFC 5545 wants it. The library's own writer gives the
    changes to daylight time by the clock that they begin, an hour off.
    """
    zone = ZoneInfo(key)
    made = Timezone()
    made.add("tzid", key)
    moment = datetime(max(first.year - 1, 1970), 1, 1, tzinfo=UTC)
    made.add_component(_observance(moment.replace(tzinfo=None), moment, moment, zone))
    end = datetime(min(last.year + 1, _RULES_UNTIL.year), 12, 31, tzinfo=UTC)
    while moment < end:
        after = moment + _STEP
        if _offset(moment, zone) != _offset(after, zone):
            change = _change_between(moment, after, zone)
            onset = (change + _offset(moment, zone)).replace(tzinfo=None)
            made.add_component(_observance(onset, moment, change, zone))
        moment = after
    return made


_STEP = timedelta(days=7)
"""Clocks are never changed twice within a week."""


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta(0)


def _change_between(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The first minute of the new offset, by halving."""
    old = _offset(before, zone)
    while after - before > timedelta(minutes=1):
        middle = before + (after - before) // 2
        before, after = (middle, after) if _offset(middle, zone) == old else (before, middle)
    return after.replace(second=0, microsecond=0)


def _observance(onset: datetime, before: datetime, since: datetime, zone: ZoneInfo) -> Component:
    there = since.astimezone(zone)
    made = TimezoneDaylight() if there.dst() else TimezoneStandard()
    made.add("dtstart", onset)
    made.add("tzoffsetfrom", _offset(before, zone))
    made.add("tzoffsetto", _offset(since, zone))
    made.add("tzname", there.tzname() or str(zone))
    return made
