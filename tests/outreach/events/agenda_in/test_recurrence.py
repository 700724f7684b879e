"""The days of a repeated event."""

from __future__ import annotations

from datetime import date

import pytest

from outreach.events.agenda_in.recurrence import MOST_TIMES, NotUnderstood, days_of, read_rule

START = date(2027, 1, 12)  # a Tuesday


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY;COUNT=3", ["2027-01-12", "2027-01-13", "2027-01-14"]),
        ("FREQ=WEEKLY;UNTIL=20270127T000000Z", ["2027-01-12", "2027-01-19", "2027-01-26"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4", ["2027-01-12", "2027-01-14", "2027-01-26", "2027-01-28"]),
        ("FREQ=MONTHLY;BYDAY=2TU;COUNT=3", ["2027-01-12", "2027-02-09", "2027-03-09"]),
    ],
)
def test_a_rule_gives_its_days(rule: str, days: list[str]) -> None:
    found, more = days_of(read_rule(rule), START, None, date(2027, 12, 31))
    assert [day.isoformat() for day in found] == days
    assert not more


def test_a_rule_without_an_end_is_bounded_by_the_event_and_by_a_number() -> None:
    forever = read_rule("FREQ=DAILY")
    assert days_of(forever, START, date(2027, 3, 1), date(2027, 3, 2))[0] == (date(2027, 3, 1), date(2027, 3, 2))
    found, more = days_of(forever, START, None, None)
    assert len(found) == MOST_TIMES
    assert more
    assert days_of(forever, date.max, None, None)[0] == (date.max,)


@pytest.mark.parametrize(
    "rule", ["FREQ=SECONDLY", "FREQ=DAILY;BYSETPOS=1", "", "FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;COUNT=x"]
)
def test_a_rule_that_no_conference_has_is_refused(rule: str) -> None:
    with pytest.raises(NotUnderstood):
        read_rule(rule)
