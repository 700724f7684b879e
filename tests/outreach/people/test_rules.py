from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.people import rules
from outreach.people.rules import BadDates, Post

NOON = datetime(2026, 11, 20, 18, tzinfo=UTC)


def post(number: int = 1, title: str = "COO", started: str = "", ended: str = "", is_current: bool = True) -> Post:
    return Post(number, 1, title, 1, "Harrow Lake", started, ended, is_current)


# --- names --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "name", "family", "credentials"),
    [
        ("Marisol Núñez-Łukasik, RN, MBA", "Marisol Núñez-Łukasik", "Núñez-Łukasik", "RN, MBA"),
        ("Ọmọtọ́lá  Adérìnọ́lá", "Ọmọtọ́lá Adérìnọ́lá", "Adérìnọ́lá", ""),
        ("Dr. Şerife Çelik", "Şerife Çelik", "Çelik", ""),
        ("李小龍", "李小龍", "李小龍", ""),
        ("Communications Office", "Communications Office", "Office", ""),
    ],
)
def test_a_typed_name_is_taken_apart_and_never_respelled(typed: str, name: str, family: str, credentials: str):
    parts = rules.name_parts(typed)
    assert (parts.name, parts.family, parts.credentials) == (name, family, credentials)


def test_a_list_is_sorted_by_family_name_or_as_the_user_wants():
    assert rules.sort_key("Marisol Łukasik", "Marisol", "Łukasik", "") == "lukasik marisol"
    assert rules.sort_key("Nguyễn Thị Trâm", "Trâm", "Nguyễn", "Trâm Nguyễn") == "tram nguyen"
    assert rules.sort_key("...", "", "", "") == "..."


@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_every_name_has_a_key_that_fits_its_column(name: str):
    parts = rules.name_parts(name)
    assert parts.name
    assert 1 <= len(rules.sort_key(parts.name, parts.given, parts.family, "")) <= 300
    assert len(rules.search_key(parts.name, parts.given)) <= 1000


def test_the_time_there_is_said_with_its_zone():
    assert rules.local_time("America/Chicago", NOON) == "12:00 PM CST"
    assert rules.local_time("", NOON) == rules.local_time("Mars/Olympus", NOON) == ""


def test_every_time_zone_of_the_list_is_one():
    assert all(rules.local_time(zone, NOON) for zone in rules.TIME_ZONES if zone)


# --- posts --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("started", "ended", "is_current", "words"),
    [
        ("2024-03", "", True, "since Mar 2024"),
        ("", "", True, ""),
        ("2019", "2024-03", False, "2019 to Mar 2024"),
        ("2019", "2019", False, "2019"),
        ("", "2024", False, "until 2024"),
        ("2019", "", False, "from 2019, ended"),
        ("", "", False, "ended, not known when"),
    ],
)
def test_a_period_is_said_as_far_as_it_is_known(started: str, ended: str, is_current: bool, words: str):
    assert rules.period_words(started, ended, is_current=is_current) == words


def test_the_main_post_is_the_present_one_that_began_last():
    posts = [post(1, "CNO", "2019"), post(2, "COO", "2024"), post(3, "CEO", "2026", "2026", False)]
    assert rules.main_post(posts).title == "COO"
    assert rules.main_post(posts[2:]) is None


def test_of_undated_posts_the_first_that_was_entered_is_the_main_one():
    assert rules.main_post([post(4, "Chair"), post(2, "COO")]).title == "COO"


def test_present_posts_stand_first_then_the_latest():
    posts = [post(1, started="2001", ended="2010", is_current=False), post(2, started="2010", ended="2024-03",
             is_current=False), post(3, started="2024")]  # fmt: skip
    assert [one.id for one in rules.in_order(posts)] == [3, 2, 1]


def test_a_move_ends_the_old_post_when_the_new_one_begins():
    assert rules.ends_by_move("2019", "2024-03") == "2024-03"
    assert rules.ends_by_move("2024", "2024-03") == "2024-03"
    assert rules.ends_by_move("2024-03", "2024") == "2024"
    assert rules.ends_by_move("2019", "") == ""


def test_a_move_to_before_the_present_post_is_refused_in_words():
    with pytest.raises(BadDates, match="The present post began in Mar 2024"):
        rules.ends_by_move("2024-03", "2019")


def test_a_post_does_not_end_before_it_began():
    rules.check_period("2019", "2019")
    rules.check_period("2019-06", "2019")
    with pytest.raises(BadDates, match="before it began in 2019"):
        rules.check_period("2019", "2018-12")


def test_only_what_differs_is_told_of_the_other_window():
    fields = [("name", "Name", "Mine", "Theirs"), ("email", "E-mail", "same", "same"), ("city", "Town", "Ely", "")]
    assert rules.differences(fields) == (("Name", "Theirs"), ("Town", "(empty)"))
    assert rules.differences(fields[1:2]) == (("Saved", "the same as in this window"),)


@pytest.mark.parametrize(
    ("typed", "name", "addressed_as"),
    [
        ("Dr. Marguerite Oyelaran", "Marguerite Oyelaran", "Dr. Oyelaran"),
        ("Dr Marguerite Oyelaran, MD", "Marguerite Oyelaran", "Dr Oyelaran"),
        ("professor Ada Obi", "Ada Obi", "professor Obi"),
        ("Dr. No", "Dr. No", ""),
        ("Drew Ellis Park", "Drew Ellis Park", ""),
        ("Ada Obi", "Ada Obi", ""),
    ],
)
def test_an_honorific_before_a_name_is_how_they_are_addressed(typed, name, addressed_as):
    parts = rules.name_parts(typed)
    assert (parts.name, parts.addressed_as) == (name, addressed_as)
