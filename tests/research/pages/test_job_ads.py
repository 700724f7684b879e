"""Advertised posts, which nobody holds."""

import pytest

from research.pages import extract
from research.pages.standing import standing_of


def names(text):
    return [person.name for person in extract(text).people]


@pytest.mark.parametrize(
    "text",
    [
        "Elm Hospital is hiring.\n\nChief Nursing Officer, Cedar Falls\nDirector of Nursing, Maple Grove",
        "Open positions at Elm Health\n\nChief Nursing Officer - Cedar Falls, IA\nChief Executive Officer | Fort Wayne",
        "Job posting: Chief Nursing Officer, Cedar Falls. Elm Health seeks a nurse leader. Qualifications: MSN.",
        "Chief Nursing Officer, Cedar Falls\nElm Health\nFull-time, days\nJob ID 20344",
        "Elm Health seeks a Chief Nursing Officer, Cedar Falls, to lead 400 nurses.",
        "We are looking for a President and CEO, Rock Hill. Salary: $300,000 a year. Full-time. Apply by May 1.",
        "<h1>Careers at Elm Health</h1><div class=j><h3>Chief Nursing Officer</h3><p>Cedar Falls</p></div>",
        "<table><tr><th>Job title<th>Location<tr><td>Nurse Manager</td><td>Walnut Creek</td></tr></table>",
    ],
)
def test_the_place_of_an_advertised_post_is_no_person(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elm Health leadership\n\nChief Nursing Officer, Dana Falls\nChief Financial Officer, Harper Vale",
         ["Dana Falls", "Harper Vale"]),
        ("Elm Health, which is hiring nurses, grows. CEO Dana Falls said the jobs are full-time. Apply today.",
         ["Dana Falls"]),
        ("Elm Health careers\n\nMeet our chief nursing officer, Dana Falls. Falls came in 2010. Apply now: full-time.",
         ["Dana Falls"]),
        ("Elm Health is hiring.\n\nQuestions? Chief Nursing Officer, Dana Falls, RN", ["Dana Falls"]),
        ("Our team\n\nPresident and CEO\nDana Falls\n\nChief Nursing Officer\nLena Holt\n\nOpen positions",
         ["Dana Falls", "Lena Holt"]),
    ],
)  # fmt: skip
def test_people_near_vacancies_stay_people(text, expected):
    assert names(text) == expected


def test_a_post_that_is_to_be_filled_is_not_held():
    assert standing_of("Oak Health is seeking a new CEO, Ana Larkin said.", "Ana Larkin", "CEO") == "not held"
    assert standing_of("Oak Health is looking for a CEO, Ana Larkin, to start.", "Ana Larkin", "CEO") == "not held"
    assert standing_of("Oak Health hired a CEO, Ana Larkin, in May.", "Ana Larkin", "CEO") == "held"
