from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from outreach import words

TODAY = date(2026, 11, 7)
CHICAGO = ZoneInfo("America/Chicago")
MORNING = datetime(2026, 11, 12, 16, 40, tzinfo=UTC)


def test_a_day_of_this_year_has_no_year() -> None:
    assert words.day(date(2026, 11, 12), TODAY) == "Thu, Nov 12"


def test_a_day_of_another_year_names_it() -> None:
    assert words.day(date(2025, 11, 12), TODAY) == "Wed, Nov 12, 2025"


def test_a_time_is_said_where_the_user_is() -> None:
    assert words.clock(MORNING, CHICAGO) == "10:40 AM"
    assert words.moment(MORNING, CHICAGO, TODAY) == "Thu, Nov 12, 10:40 AM"
    assert words.clock_there(MORNING, CHICAGO) == "10:40 AM CST"


@pytest.mark.parametrize(
    ("hour", "said"), [(0, "12:05 AM"), (1, "1:05 AM"), (11, "11:05 AM"), (12, "12:05 PM"), (23, "11:05 PM")]
)
def test_midnight_and_noon_are_twelve(hour: int, said: str) -> None:
    assert words.clock(datetime(2026, 1, 1, hour, 5, tzinfo=UTC), UTC) == said


def test_a_moment_near_midnight_falls_on_the_day_where_the_user_is() -> None:
    late = datetime(2027, 1, 1, 3, 0, tzinfo=UTC)
    assert words.moment(late, CHICAGO, TODAY) == "Thu, Dec 31, 9:00 PM"


def test_a_moment_without_a_time_zone_is_refused() -> None:
    naive = datetime(2026, 11, 12)  # noqa: DTZ001
    with pytest.raises(ValueError, match="needs its time zone"):
        words.clock(naive, UTC)
    with pytest.raises(ValueError, match="needs its time zone"):
        words.machine_moment(naive)


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (-2, ("2 days late", "warn")),
        (-1, ("1 day late", "warn")),
        (0, ("Today", "warn")),
        (1, ("Tomorrow", "plain")),
        (3, ("Tue 10", "plain")),
        (6, ("Fri 13", "plain")),
        (7, ("Sat, Nov 14", "plain")),
        (70, ("Sat, Jan 16, 2027", "plain")),
    ],
)
def test_a_task_says_when_it_is_due(ahead: int, said: tuple[str, str]) -> None:
    assert words.due(TODAY + timedelta(days=ahead), TODAY) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0"), (5432, "5,432"), (4.12, "4.1"), (4.0, "4"), (-0.01, "0"), (-2.1, "−2.1"), (999.96, "1,000")],
)
def test_a_number_has_groups_of_three_and_at_most_one_place(value: float, said: str) -> None:
    assert words.number(value) == said


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    for say in (words.number, words.percent, words.money):
        with pytest.raises(ValueError, match="cannot be written"):
            say(value)


def test_counts_below_ten_are_words() -> None:
    assert [words.in_words(value) for value in (0, 4, 9, 10, 1200)] == ["no", "four", "nine", "10", "1,200"]


def test_a_count_goes_with_its_noun() -> None:
    assert words.counted(1, "fact", "facts") == "1 fact"
    assert words.counted(0, "fact", "facts") == "0 facts"
    assert words.counted(1200, "fact", "facts") == "1,200 facts"


def test_a_share_is_a_percentage() -> None:
    assert [words.percent(share) for share in (0.31, 0.064, 1, -0.021)] == ["31%", "6.4%", "100%", "−2.1%"]


@pytest.mark.parametrize(
    ("dollars", "said"),
    [
        (0, "$0"),
        (412_500, "$412,500"),
        (949_999, "$949,999"),
        (999_999, "$1 million"),
        (318_000_000, "$318 million"),
        (1_240_000_000, "$1.2 billion"),
        (3.1e12, "$3.1 trillion"),
        (-4_000_000, "−$4 million"),
    ],
)
def test_money_is_said_in_the_largest_unit(dollars: float, said: str) -> None:
    assert words.money(dollars) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (68_000, "68 kB"),
        (999_999, "1 MB"),
        (10_000_000, "10 MB"),
        (10**18, "1,000,000 TB"),
    ],
)
def test_sizes_of_files_have_units(count: int, said: str) -> None:
    assert words.size(count) == said


def test_lists_in_sentences_have_the_last_comma() -> None:
    assert words.listed([]) == ""
    assert words.listed(["state"]) == "state"
    assert words.listed(["field", "state"]) == "field and state"
    assert words.listed(["field", "state", "employer"], "or") == "field, state, or employer"


def test_machines_read_moments_in_utc() -> None:
    there = datetime(2026, 11, 12, 10, 40, tzinfo=timezone(timedelta(hours=-6)))
    assert words.machine_moment(there) == "2026-11-12T16:40Z"
    assert words.machine_day(date(2026, 11, 12)) == words.machine_day(there) == "2026-11-12"


def test_the_filters_ask_for_the_moment_and_the_zone_each_time() -> None:
    zones = iter([UTC, UTC, CHICAGO, CHICAGO])
    environment = Environment(autoescape=True)
    words.install(environment, now=lambda: MORNING, zone=lambda: next(zones))
    template = environment.from_string("{{ value|day }}")
    late = datetime(2026, 11, 13, 3, 0, tzinfo=UTC)
    assert template.render(value=late) == "Fri, Nov 13"
    assert template.render(value=late) == "Thu, Nov 12"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("director of nursing, east", "Director of nursing, east"),
        ("co-founder", "Co-founder"),
        ("élève", "Élève"),
        ("eICU program", "eICU program"),
        ("www.larkspur.example", "www.larkspur.example"),
        ("“we listen first”", "“we listen first”"),
        ("214", "214"),
        (" ", " "),
        ("", ""),
    ],
)
def test_a_heading_begins_with_a_capital_where_its_first_word_is_an_ordinary_one(text: str, shown: str) -> None:
    assert words.heading(text) == shown


def test_every_filter_runs() -> None:
    environment = Environment(autoescape=True)
    words.install(environment, now=lambda: MORNING, zone=lambda: CHICAGO)
    said = environment.from_string(
        "{{ d|due|first }} {{ m|clock }} {{ m|moment }} {{ m|machine_day }} {{ m|machine_moment }} {{ 4|in_words }} "
        "{{ 2|counted('fact', 'facts') }} {{ 0.5|percent }} {{ 5e6|money }} {{ 9000|size }} {{ ('a', 'b')|listed }} "
        "{{ 'a b'|heading }} {{ 'c'|said }}"
    ).render(d=date(2026, 11, 12), m=MORNING)
    assert said == (
        "Today 10:40 AM Thu, Nov 12, 10:40 AM 2026-11-12 2026-11-12T16:40Z four 2 facts 50% $5 million 9 kB a and b "
        "A b “c”"
    )


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_amount_can_be_said(dollars: float) -> None:
    assert words.money(dollars).lstrip("−").startswith("$")
    assert len(words.number(dollars)) > 0


@given(st.dates(), st.dates())
def test_a_task_late_by_any_time_says_so(value: date, today: date) -> None:
    assert words.due(value, today)[0].endswith("late") == (value < today)
