"""Other spelling of the same words is no change; another post or figure is one."""

from __future__ import annotations

import pytest

from outreach.signals import wording


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chief Nursing Officer, Harrow Lake", "chief nursing officer at Harrow Lake"),
        ("Chief Nursing Officer, Harrow Lake (since 2026)", "Chief Nursing Officer, Harrow Lake (since May 2026)"),
        ("CNO", "Chief Nursing Officer"),
        ("CNO, Harrow Lake", "Chief Nursing Officer, Harrow Lake"),
        ("Organisation for Night Desks", "Organization for Night Desks"),
        ("Quiet Nights Programme", "Quiet Nights Program"),
        ("Rural  Care Award", "Rural Care Award."),
        ("Núñez Prize", "Nunez Prize"),
        ("Director of Ambulatory Care", "Director of Ambulatroy Care"),
    ],
)
def test_other_spelling_is_the_same(one: str, other: str):
    assert wording.is_same(one, other)
    assert wording.is_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Interim Chief Nursing Officer", "Chief Nursing Officer"),
        ("Vice President", "President"),
        ("Chief Nursing Officer, Harrow Lake", "Chief Operating Officer, Harrow Lake"),
        ("Chief Nursing Officer, Harrow Lake", "Chief Nursing Officer, Saint Brendan"),
        ("Opened 24 beds", "Opened 26 beds"),
        ("Regional Director", "National Director"),
        ("", "Chief Nursing Officer"),
    ],
)
def test_another_post_place_or_figure_is_not(one: str, other: str):
    assert not wording.is_same(one, other)


def test_a_headline_told_twice_is_near_and_another_part_is_not():
    one = "Harrow Lake opens a short-stay unit with 24 beds on the lake road"
    assert wording.is_near(one, "Harrow Lake opens short-stay unit with 24 beds on lake road today")
    assert not wording.is_near(one, one.replace("24", "26"))
    assert not wording.is_near("Night Desks, part 1", "Night Desks, part 2")


def test_the_fingerprint_heeds_the_year_and_not_the_spelling():
    mark = wording.fingerprint("award", "The Rural Care Award", "2026")
    assert mark == wording.fingerprint("award", "rural care  award", "2026")
    assert mark != wording.fingerprint("award", "rural care award", "2025")
    assert mark != wording.fingerprint("role", "rural care award", "2026")
    assert len(wording.fingerprint("award", "\ud800 odd", "")) == 64


def test_passages_overlap_where_one_is_in_the_other_or_goes_on_in_it():
    text = (
        "Harrow Lake named Inés Okafor its chief nursing officer on May 4, and opened a unit of 24 beds the same day."
    )
    assert wording.overlaps(text[:60], text)
    assert wording.overlaps(text[:90], text[30:])
    assert not wording.overlaps(text, "She received the Rural Care Award.")
    assert not wording.overlaps("", text)
