from __future__ import annotations

import pytest

from research.posts import fuller, same_post, undoubled


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("CEO", "President and CEO"),
        ("President", "President and Chief Executive Officer"),
        ("President & CEO", "president and chief executive officer"),
        ("Chief Nursing Officer", "Vice President and Chief Nursing Officer"),
        ("Chief Operating Officer", "senior vice president and hospital chief operating officer"),
        ("Chairman", "chair"),
        ("Interim CEO", "CEO"),
        ("SVP", "Senior Vice President"),
        ("C.E.O.", "CEO"),
    ],
)
def test_one_post_in_other_words(a, b):
    assert same_post(a, b)
    assert same_post(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("vice president", "senior vice president"),
        ("President", "Vice President"),
        ("director of nursing", "director of operations"),
        ("Director", "Director of Nursing"),
        ("Chief Executive Officer", "Chief Operating Officer"),
        ("Assistant Administrator", "Administrator"),
        ("Chair", "Vice Chair"),
        ("", "CEO"),
        ("Chief Medical Officer", "Chief Medical Information Officer"),
        ("CEO", "Chief of Staff to the CEO"),
        ("CEO", "Special Advisor to the CEO"),
        ("CNO", "Regional CNO"),
        ("CFO", "Division CFO"),
        ("Chief of Surgery", "Chief of Vascular Surgery"),
        ("Administrator", "Network Administrator"),
        ("CEO", "Executive Assistant to the President and CEO"),
    ],
)
def test_two_posts_that_share_words(a, b):
    assert not same_post(a, b)
    assert not same_post(b, a)


def test_the_fuller_title_is_shown():
    assert fuller(["CEO", "President and CEO", "president & CEO"]) == "President and CEO"


def test_what_is_said_twice_in_a_row_is_said_once():
    assert undoubled("Interim CEO, Interim CEO") == "Interim CEO"
    assert undoubled("Vale College, vale college") == "Vale College"
    assert undoubled("Chair, Treasurer, Chair") == "Chair, Treasurer, Chair"
    assert undoubled("") == ""
