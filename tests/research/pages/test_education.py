"""Degrees of one person."""

import pytest

from research.pages.education import degrees_of
from research.pages.model import PersonFound


def degrees(*passages, others=("Bo Roe",)):
    found = degrees_of(PersonFound("Ana Larkin", passages=passages), others)
    return [(degree.degree, degree.school) for degree in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ((
            "Larkin holds a bachelor’s degree in finance from Elm University and a Master of "
            "Business Administration from the University of Oakton."
        ),
         [("bachelor’s degree in finance", "Elm University"),
          ("Master of Business Administration", "University of Oakton")]),
        ("She earned her BSN at Pine State University.", [("BSN", "Pine State University")]),
        ((
            "Larkin is a graduate of Elm University in Oakton, Ohio, where she received a bachelor’s "
            "degree in finance and a Master of Public Health degree."
        ),
         [("bachelor’s degree in finance", "Elm University"), ("Master of Public Health degree", "Elm University")]),
        ((
            "A graduate of Elm University where she received a Bachelor of Arts degree in Music, "
            "Larkin later earned a Juris Doctor degree from Oak State University College of Law."
        ),
         [("Bachelor of Arts degree in Music", "Elm University"),
          ("Juris Doctor degree", "Oak State University College of Law")]),
        ((
            "She earned both her bachelor’s and medi"
            "cal degrees from the University of Elm."
        ), [("bachelor’s and medical degrees", "University of Elm")]),
        ((
            "She graduated magna cum laude from O"
            "ak College with an A.B. in economics."
        ), [("A.B. in economics", "Oak College")]),
        ("Larkin is a graduate of the Elm School of Medicine.", [("", "Elm School of Medicine")]),
        ("She has an MSN from Elm University.", [("MSN", "Elm University")]),
        ((
            "She holds a Doctor of Nursing Practice in"
            " Executive Leadership from Elm University."
        ), [("Doctor of Nursing Practice in Executive Leadership", "Elm University")]),
        ("She earned a master’s degree in nursing.", [("master’s degree in nursing", "")]),
        ((
            "Larkin received her master’s degree from Elm University and resides in Oakton with her "
            "husband."
        ), [("master’s degree", "Elm University")]),
    ],
)  # fmt: skip
def test_a_degree_is_read_with_its_school(sentence, expected):
    assert degrees(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "She is pursuing her DNP from Elm University.",
        "Larkin is currently completing a Master of Public Health at Elm University.",
        "She completed her residency at Elm University.",
        "Larkin received an honorary doctorate from Elm University.",
        "Larkin, BSN, MBA, has led the unit since 2015.",
        "She is a graduate of the Leadership Elm Class of 2013.",
        "Larkin was the Master of Ceremonies and received the award.",
        "She is an associate of Elm University and has taught there.",
        "Bo Roe holds an MBA from Elm University.",
        "Her PhD program is in public policy.",
        "She is applying to universities to begin her Master’s degree.",
        "Roe is a graduate of the Elm Larkin School of Business with a degree in Finance.",
        "She welcomed Bo Roe, who earned his MBA from Elm University.",
    ],
)
def test_what_is_no_finished_degree_of_this_person_is_left_out(sentence):
    assert degrees(sentence) == []


def test_a_school_alone_is_left_out_where_its_degree_is_known():
    assert degrees("She earned an MBA from Elm University.", "Larkin is a graduate of Elm University.") == [
        ("MBA", "Elm University")
    ]


def test_a_slip_of_the_pen_for_from_is_no_part_of_a_degree():
    assert degrees("Larkin earned a Bachelor of Science in Nursing form Elm College.") == [
        ("Bachelor of Science in Nursing", "Elm College")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Larkin never finished her MBA at Elm University.",
        "Larkin dropped out of Elm University before earning an MBA.",
        "Larkin left Elm University without completing a master’s degree in nursing.",
        "She did not receive a BSN from Elm University.",
    ],
)
def test_a_degree_that_was_never_taken_is_none(sentence):
    assert degrees(sentence) == []


def test_a_degree_taken_after_other_work_is_one():
    assert degrees("She worked as a nurse before earning an MBA from Elm University.") == [("MBA", "Elm University")]
