"""Earlier posts of one person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.pages.career import posts_of
from research.pages.model import PersonFound
from research.parse import fold
from research.types import PartialDate


def person(
    *passages, title="chief executive officer", organization="Oak Hospital", status="current", name="Ana Larkin"
):
    return PersonFound(name, title=title, organization=organization, status=status, passages=passages)


def posts(*passages, others=("Bo Roe",), **more):
    return [(post.title, post.organization) for post in posts_of(person(*passages, **more), others)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Larkin previously served as director of nursing at Elm Hospital.",
            [("director of nursing", "Elm Hospital")],
        ),
        (
            (
                "Before joining Oak in 2019, Larkin was vice president of quality at Pine Health System and director "
                "of quality at Elm Hospital."
            ),
            [("vice president of quality", "Pine Health System"), ("director of quality", "Elm Hospital")],
        ),
        (
            (
                "She has held various positions including Corporate Controller, VP of Finance and "
                "Chief Accounting Officer."
            ),
            [("Corporate Controller", ""), ("VP of Finance", ""), ("Chief Accounting Officer", "")],
        ),
        (
            "Larkin comes to Oak Hospital from Pine Clinic, where she was chief operating officer from 2015 to 2019.",
            [("chief operating officer", "Pine Clinic")],
        ),
        ("Larkin is a former lecturer for the University of Elm.", [("lecturer", "University of Elm")]),
        ("Formerly a vice president for Pine Health, Larkin will lead it.", [("vice president", "Pine Health")]),
        ((
            "As the former Vice President, Servic"
            "es at Oakware Healthcare, she led it."
        ), [("Vice President, Services", "Oakware Healthcare")]),
        ((
            "Most recently, she spent six years as vice president of operations at Pine Clinic in "
            "Elm, Ohio."
        ), [("vice president of operations", "Pine Clinic")]),
        ("In 2003, she was named the manager of cardiac services and was later promoted to director of cardiology.",
         [("manager of cardiac services", ""), ("director of cardiology", "")]),
        ("Larkin has served as the interim medical director since August.", [("interim medical director", "")]),
        ((
            "Her latest position was chief medi"
            "cal officer of Saint Elm Hospital."
        ), [("chief medical officer", "Saint Elm Hospital")]),
        ((
            "She has also served as VP Ambulatory Services, the Director of Outpatient Services, and "
            "Director of Projects."
        ),
         [("VP Ambulatory Services", ""), ("Director of Outpatient Services", ""), ("Director of Projects", "")]),
        ((
            "She previously held leadership positions at Elm Health, including chief financial "
            "officer and vice president of finance."
        ),
         [("chief financial officer", "Elm Health"), ("vice president of finance", "Elm Health")]),
        ((
            "She has served as Deputy Director, Director of Noncommunicable Diseases, WHO "
            "Representative and Chief of Staff."
        ),
         [("Deputy Director", ""), ("Director of Noncommunicable Diseases", ""), ("Chief of Staff", "")]),
        ("Larkin was the country manager for Pine Airways before that.", [("country manager", "Pine Airways")]),
        ((
            "Roe welcomed her. Larkin had been ch"
            "ief financial officer of Pine Health."
        ), [("chief financial officer", "Pine Health")]),
        ("Larkin was vice president of operations for Pine Health from 2012 to 2017.",
         [("vice president of operations", "Pine Health")]),
        ("Larkin joins from Pine Clinic, most recently as vice president of operations.",
         [("vice president of operations", "Pine Clinic")]),
        ((
            "Her background includes roles as chief executive officer of Elm Hospital and chief "
            "operating officer of Fir Clinic."
        ),
         [("chief executive officer", "Elm Hospital"), ("chief operating officer", "Fir Clinic")]),
        ((
            "Larkin most recently served as senior vice president of patient care and chief nursing "
            "officer at Pine Health."
        ),
         [("senior vice president of patient care", "Pine Health"), ("chief nursing officer", "Pine Health")]),
        ("Jointly held by former medical director Professor Ana Larkin and former chief financial officer Bo Roe.",
         [("medical director", "")]),
    ],
)  # fmt: skip
def test_an_earlier_post_is_read(sentence, expected):
    assert posts(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Larkin has served as chief executive officer since 2015.",
        "Larkin currently serves as director of nursing.",
        "She will serve as director of nursing.",
        "Larkin succeeds Bo Roe, who served as president for ten years.",
        "She reports to the former director of nursing at Elm Hospital.",
        "Larkin replaces former chief executive officer Bo Roe.",
        "She previously served as chairman of the Oakton Chamber of Commerce.",
        "She formerly served as a member of the board of Elm Health.",
        "During her residency, she served as chief resident.",
        "She served as a volunteer coordinator for the alumni committee.",
        "“She previously served as the director of nursing at Elm Hospital,” said Roe.",
        "She is married to a former director of nursing at Elm Hospital.",
        "Larkin has been named chief executive officer of Oak Hospital.",
        "In her role as director of nursing, she leads 40 people.",
    ],
)
def test_what_is_no_earlier_post_of_this_person_is_left_out(sentence):
    assert posts(sentence) == []


def test_the_years_of_a_post_are_those_of_its_own_clause():
    (post,) = posts_of(person("From 2008 to 2015, she served as director of nursing at Elm Hospital."))
    assert (post.since, post.until) == (PartialDate(2008), PartialDate(2015))
    (post,) = posts_of(person("Prior to joining Oak in 2015, she was director of nursing at Elm Hospital."))
    assert (post.since, post.until) == (None, None)


def test_an_earlier_post_with_the_same_title_elsewhere_is_one():
    assert posts("She previously served as chief executive officer of Pine Hospital.") == [
        ("chief executive officer", "Pine Hospital")
    ]


def test_a_post_is_given_once():
    sentence = "Larkin previously served as director of nursing at Elm Hospital."
    assert len(posts(sentence, sentence)) == 1


def test_every_post_carries_its_literal_sentence():
    passage = "Larkin  previously served\nas director of nursing at Elm Hospital."
    (post,) = posts_of(person(passage))
    assert post.quote == fold(passage)
    assert post.status == "former"


@given(st.lists(st.sampled_from([
    "Larkin", "she", "served as", "previously", "former", "director of nursing", "at", "Elm Hospital", ",", "and",
    "who",
    "Bo Roe", "was named", "president", "in 2015", "where", "positions including", ".", "“", "”", "’s", "(",
]), max_size=40))  # fmt: skip
def test_any_order_of_words_is_survived_and_quoted_literally(words):
    text = " ".join(words)
    for post in posts_of(person(text), ("Bo Roe",)):
        assert post.title in fold(text)
        assert post.quote in fold(text)
