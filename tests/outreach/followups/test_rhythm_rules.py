"""Days for people: never more than four, never before the ideal day, the same whatever the order."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.followups import rhythm_rules as rules
from outreach.followups.rhythm_rules import Pace, Wish

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)
WIDE = Pace(weekly_most=20)


def wish(key: int, ideal: int = 0, latest: int = 30) -> Wish:
    return Wish(key, MONDAY + ideal * DAY, MONDAY + latest * DAY)


def test_the_fifth_of_a_day_goes_to_the_next():
    found = rules.spread([wish(key) for key in range(5)], [], WIDE, MONDAY)
    assert sorted(found.values()) == [MONDAY] * 4 + [MONDAY + DAY]


def test_whose_latest_day_comes_first_is_served_first():
    found = rules.spread([*(wish(key, latest=60) for key in range(4)), wish(9, latest=3)], [], WIDE, MONDAY)
    assert found[9] == MONDAY


def test_days_that_are_taken_count():
    assert rules.spread([wish(1)], [MONDAY] * 4, WIDE, MONDAY) == {1: MONDAY + DAY}


def test_a_week_takes_no_more_letters_than_the_user_wants():
    found = rules.spread([wish(key) for key in range(7)], [], Pace(weekly_most=3), MONDAY)
    weeks = Counter(day.isocalendar()[:2] for day in found.values())
    assert set(weeks.values()) <= {3, 1}
    assert len(found) == 7


def test_weekends_holidays_and_days_away_are_left_out():
    away = Pace(20, away=frozenset({MONDAY, MONDAY + DAY}))
    assert rules.spread([wish(1)], [], away, MONDAY) == {1: MONDAY + 2 * DAY}
    thanksgiving = date(2026, 11, 26)
    assert rules.spread([Wish(1, thanksgiving, thanksgiving + 9 * DAY)], [], WIDE, MONDAY) == {1: date(2026, 11, 27)}
    assert rules.spread([Wish(1, date(2026, 11, 28), date(2027, 1, 1))], [], WIDE, MONDAY) == {1: date(2026, 11, 30)}


def test_who_finds_no_day_before_the_latest_comes_after_it():
    full = [MONDAY + ahead * DAY for ahead in range(5) for _ in range(4)]
    assert rules.spread([wish(1, latest=2)], full, WIDE, MONDAY)[1] == MONDAY + 7 * DAY


def test_a_week_without_days_gives_nobody_one():
    assert rules.spread([wish(1)], [], Pace(5, frozenset()), MONDAY) == {}


def test_days_at_the_end_of_the_calendar_do_no_harm():
    assert rules.due_days(date.max - DAY, 90, 180) == (date.max, date.max)
    rules.spread([Wish(1, date.max, date.max)], [], WIDE, MONDAY)


def test_leap_day_is_a_day():
    leap = date(2028, 2, 29)
    assert rules.spread([Wish(1, leap, leap)], [], WIDE, leap) == {1: leap}


wishes = st.lists(
    st.builds(wish, st.integers(0, 10_000), st.integers(-400, 200), st.integers(0, 400)),
    max_size=40, unique_by=lambda one: one.key,
)  # fmt: skip
paces = st.builds(
    Pace, st.integers(1, 20), st.frozensets(st.integers(1, 7), min_size=1),
    st.frozensets(st.integers(0, 40).map(lambda ahead: MONDAY + ahead * DAY), max_size=10),
)  # fmt: skip


@given(wishes, paces, st.randoms())
def test_whatever_the_wishes_no_day_has_five_and_no_order_changes_it(given_: list[Wish], pace: Pace, random):
    found = rules.spread(given_, [], pace, MONDAY)
    shuffled = random.sample(given_, len(given_))
    assert rules.spread(shuffled, [], pace, MONDAY) == found
    assert max(Counter(found.values()).values(), default=0) <= rules.A_DAY
    for one in given_:
        assert found[one.key] >= max(one.ideal_on, MONDAY)
        assert pace.takes(found[one.key])


def test_what_lay_for_weeks_does_not_come_all_at_once():
    planned = [MONDAY - ahead * DAY for ahead in range(30)]
    assert rules.at_once(planned, WIDE, MONDAY) == 4
    assert rules.at_once(planned, Pace(2), MONDAY) == 2
    assert rules.at_once([MONDAY + DAY], WIDE, MONDAY) == 0
    assert rules.at_once(planned, WIDE, MONDAY - DAY) == 0


@pytest.mark.parametrize(("ideal", "latest"), [(6, 30), (731, 800), (90, 89), (90, 1096)])
def test_what_is_no_rhythm_is_refused(ideal: int, latest: int):
    with pytest.raises(rules.BadInterval):
        rules.check_interval(ideal, latest)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((90, 180), "every 3 months, at the latest after 6 months"),
        ((14, 45), "every 2 weeks, at the latest after 45 days"),
        ((365, 395), "every 1 year, at the latest after 395 days"),
    ],
)
def test_a_rhythm_is_said_in_words(days: tuple[int, int], words: str):
    assert rules.said(*days) == words


@pytest.mark.parametrize("kind", rules.USUAL)
def test_what_is_offered_is_a_rhythm(kind: str):
    rules.check_interval(*rules.USUAL[kind][1:])
