"""Calendar files, read back by a second, strict parser."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from outreach import calendar_entries
from outreach.calendar_entries import entry
from outreach.waiting import Coming
from tests.outreach import strict_calendar

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def coming(at: datetime | None = datetime(2026, 12, 1, 15, 30, tzinfo=UTC), **named: object) -> Coming:
    defaults = {
        "uid": "interview-7@groundwork.example", "on": at.date() if at else date(2026, 12, 1),
        "words": "Talk with Inés Okafor", "kind": "interview", "address": "/interviews/7", "minutes": 20,
        "zone": "America/Chicago" if at else "", "place": "",
    }  # fmt: skip
    return Coming(**{**defaults, "at": at, **named})


def written(one: Coming, **named: object) -> strict_calendar.Part:
    return strict_calendar.read(calendar_entries.file([entry(one, NOON, **named)], "Groundwork"))


def test_an_appointment_has_its_time_in_the_zone_in_which_it_was_agreed():
    calendar = written(coming(sequence=3, place="Room 4, north"), site="https://a.example/", alarms=[timedelta(days=1)])
    (event,) = calendar.of("VEVENT")
    assert event.properties["DTSTART"] == ({"TZID": "America/Chicago"}, "20261201T093000")
    assert strict_calendar.starts(calendar, event) == datetime(2026, 12, 1, 15, 30, tzinfo=UTC)
    assert strict_calendar.duration(event.properties["DURATION"][1]) == timedelta(minutes=20)
    assert event.text("UID") == "interview-7@groundwork.example"
    assert event.properties["DTSTAMP"][1] == "20261120T120000Z"
    assert event.properties["SEQUENCE"][1] == "3"
    assert event.text("LOCATION") == "Room 4, north"
    assert event.properties["URL"][1] == "https://a.example/interviews/7"
    (alarm,) = event.of("VALARM")
    assert strict_calendar.duration(alarm.properties["TRIGGER"][1]) == timedelta(days=-1)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 3, 8, 7, 59, tzinfo=UTC),  # the last minute before clocks go forward
        datetime(2026, 3, 8, 8, 0, tzinfo=UTC),
        datetime(2026, 3, 8, 8, 30, tzinfo=UTC),
        datetime(2026, 11, 1, 6, 30, tzinfo=UTC),  # the first half past one
        datetime(2026, 11, 1, 7, 30, tzinfo=UTC),  # the second
        datetime(2026, 11, 1, 8, 0, tzinfo=UTC),
        datetime(2028, 2, 29, 15, 0, tzinfo=UTC),
        datetime(2024, 12, 31, 23, 59, tzinfo=UTC),
    ],
)
@pytest.mark.parametrize(
    "zone", ["America/Chicago", "Europe/Dublin", "America/Phoenix", "Australia/Lord_Howe", "Asia/Kolkata"]
)
def test_the_rules_in_the_file_lead_back_to_the_moment(moment, zone):
    calendar = written(coming(moment, zone=zone))
    assert strict_calendar.starts(calendar, calendar.of("VEVENT")[0]) == moment


@settings(max_examples=40, deadline=None)
@given(
    some.integers(0, 10_000_000).map(lambda minutes: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)),
    some.sampled_from(["America/New_York", "America/Sao_Paulo", "Europe/London", "Pacific/Auckland", "UTC", "", "x/y"]),
)
def test_every_moment_comes_back(moment, zone):
    calendar = written(coming(moment, zone=zone))
    assert strict_calendar.starts(calendar, calendar.of("VEVENT")[0]) == moment


@settings(max_examples=60, deadline=None)
@given(some.text(max_size=200))
def test_any_words_are_kept_and_none_breaks_out_of_its_line(words):
    calendar = written(coming(words=words, place=words), words=words)
    assert [part.name for part in calendar.parts] == ["VTIMEZONE", "VEVENT"]
    assert set(calendar.of("VEVENT")[0].properties) <= {
        "UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "DTSTART", "DURATION", "STATUS", "CLASS", "LOCATION", "DESCRIPTION",
    }  # fmt: skip


def test_names_and_lines_are_kept():
    calendar = written(coming(words="Talk; Łukasik, \\n"), words="One\nTwo 🙂" + "x" * 300)
    event = calendar.of("VEVENT")[0]
    assert event.text("SUMMARY") == "Talk; Łukasik, \\n"
    assert event.text("DESCRIPTION").startswith("One\nTwo 🙂xxx")


def test_a_day_without_a_time_lasts_a_day_and_takes_no_time():
    event = written(coming(None)).of("VEVENT")[0]
    assert event.properties["DTSTART"] == ({"VALUE": "DATE"}, "20261201")
    assert event.properties["DTEND"][1] == "20261202"
    assert event.properties["TRANSP"][1] == "TRANSPARENT"


@pytest.mark.parametrize("on", [date(1, 1, 1), date(9999, 12, 31), date(2028, 2, 29)])
def test_the_ends_of_the_calendar_and_a_leap_day_can_be_written(on):
    event = written(coming(None, on=on)).of("VEVENT")[0]
    assert event.properties["DTSTART"][1] == f"{on:%Y%m%d}".zfill(8)
    moment = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    assert calendar_entries.file([entry(coming(moment), NOON)])


def test_what_was_called_off_says_so_and_rings_no_more():
    event = written(coming(), is_canceled=True, alarms=[timedelta(minutes=15)]).of("VEVENT")[0]
    assert event.properties["STATUS"][1] == "CANCELLED"
    assert event.parts == []
    assert written(coming(), is_tentative=True).of("VEVENT")[0].properties["STATUS"][1] == "TENTATIVE"


def test_several_entries_share_the_rules_of_their_zone():
    later = datetime(2029, 7, 1, 15, tzinfo=UTC)
    body = calendar_entries.file(
        [entry(coming(), NOON), entry(coming(later, uid="b@x"), NOON), entry(coming(None), NOON)]
    )
    calendar = strict_calendar.read(body)
    assert len(calendar.of("VTIMEZONE")) == 1
    assert strict_calendar.starts(calendar, calendar.of("VEVENT")[1]) == later


def test_an_empty_file_is_a_calendar():
    assert strict_calendar.read(calendar_entries.file([])).parts == []


def test_the_strict_parser_would_see_a_rule_that_is_an_hour_off():
    moment = datetime(2026, 3, 8, 8, 30, tzinfo=UTC)
    right = calendar_entries.file([entry(coming(moment), NOON)])
    wrong = right.replace(b"DTSTART:20260308T020000", b"DTSTART:20260308T040000")
    assert wrong != right
    calendar = strict_calendar.read(wrong)
    assert strict_calendar.starts(calendar, calendar.of("VEVENT")[0]) != moment
    assert moment.astimezone(ZoneInfo("America/Chicago")).hour == 3
