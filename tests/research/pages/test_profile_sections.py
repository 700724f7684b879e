"""Profiles with labels."""

from research.pages.model import Line, PageText, PersonFound
from research.pages.profile_sections import listed_degrees


def degrees(*lines, people=("Ana Larkin", "Bo Roe")):
    page = PageText("people", tuple(Line(text) for text in lines), "\n".join(lines))
    found = listed_degrees(page, tuple(PersonFound(name) for name in people))
    return [[(degree.degree, degree.school) for degree in listed] for listed in found]


def test_degrees_below_the_label_are_those_of_the_name_above():
    lines = (
        "Ana Larkin, RN",
        "Education:",
        "BA in Marketing, Elm University",
        "MBA, Oak College, 1999",
        "Board seats:",
        "Fir College",
    )
    assert degrees(*lines) == [[("BA in Marketing", "Elm University"), ("MBA", "Oak College")], []]


def test_the_next_name_begins_another_profile():
    lines = (
        "Ana Larkin",
        "Education",
        "MBA, Oak College",
        "Bo Roe",
        "PhD, Fir University",
        "Education: BSN - Elm University",
    )
    assert degrees(*lines) == [[("MBA", "Oak College")], [("BSN", "Elm University")]]


def test_a_label_without_a_name_before_it_is_nobodys():
    assert degrees("Education", "MBA, Oak College") == [[], []]


def test_a_degree_in_progress_is_not_listed():
    assert degrees("Ana Larkin", "Education", "MBA candidate, Oak College", "Pursuing an MBA, Elm University") == [
        [],
        [],
    ]


def test_running_text_ends_the_list():
    text = (
        "She has led the hospital for many years and has seen it grow from a small house into a system of clinics. "
    ) * 3
    assert degrees("Ana Larkin", "Education", text, "MBA, Oak College")[0] == []
