"""Beds and employees of a house: taken where they are said of its name, and nowhere else."""

from __future__ import annotations

import pytest

from research.pages.house_figures import figures_of

NAMES = ("Harborpoint Health", "Quillfeather Hospital")


def told(text):
    return [(figure.name, figure.predicate, figure.value) for figure in figures_of(text, NAMES)]


@pytest.mark.parametrize(
    ("text", "predicate", "value"),
    [
        ("She joins Harborpoint Health, a 250-bed community system based in Brayton.", "beds", 250),
        ("She joins Harborpoint Health – a 250-bed, Brayton-based health system.", "beds", 250),
        ("She joins Harborpoint Health, a Brayton-based, not-for-profit, 1,250-bed system.", "beds", 1250),
        ("Harborpoint Health is a 250-bed hospital.", "beds", 250),
        ("Harborpoint Health has 250 licensed beds.", "beds", 250),
        ("Harborpoint Health operates more than 250 acute care beds.", "", 0),
        ("The 250-bed Harborpoint Health serves three counties.", "beds", 250),
        ("Harborpoint Health employs more than 4,300 people.", "employees", 4300),
        ("Harborpoint Health has over 4,300 full-time employees.", "employees", 4300),
        ("Harborpoint Health and its 4,300 team members were honored.", "employees", 4300),
    ],
)
def test_a_figure_at_a_name_is_the_houses(text, predicate, value):
    assert told(text) == ([("Harborpoint Health", predicate, value)] if predicate else [])


@pytest.mark.parametrize(
    "text",
    [
        "Harborpoint Health will open a 90-bed tower next year.",
        "Harborpoint Health bought Larkspur Clinic, a 40-bed hospital.",
        "The award went to a 250-bed hospital in another state. Harborpoint Health was second.",
        "Harborpoint Health added 30 beds in March.",
        "Harborpoint Health treated 4,300 people in its first year.",
        "Harborpoint Health helped 4,300 people.",
        "Harborpoint Health has 4,300 people on its waiting list.",
        "Harborpoint Healthcare Partners, a 250-bed system",
        "Our more than 4,300 employees work hard.",
        "Harborpoint Health paid $250 beds",
        "Harborpoint Health, room 0-bed",
    ],
)
def test_other_figures_are_not(text):
    assert told(text) == []


def test_the_first_figure_of_a_kind_stands_and_says_its_sentence():
    text = "News.\nQuillfeather Hospital, a 90-bed house, grows. Quillfeather Hospital, a 95-bed house, grew."
    (figure,) = figures_of(text, NAMES)
    assert (figure.value, figure.quote) == (90, "Quillfeather Hospital, a 90-bed house, grows.")


def test_nothing_is_said_of_nobody():
    assert figures_of("The 250-bed house", ()) == ()
