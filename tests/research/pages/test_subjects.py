"""Whom a clause is about."""

import pytest

from research.pages.subjects import of_another, subjects_of


def ours(sentence, verb, name="Ana Larkin", others=("Bo Roe",)):
    return subjects_of(sentence, name, others).ours_at(sentence.index(verb))


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("Larkin previously served as director.", "served", True),
        ("She previously served as director.", "served", True),
        ("Larkin succeeds Bo Roe, who served as president.", "served", False),
        ("Bo Roe welcomed Larkin. Roe served as president.", "served", False),
        ("Formerly a director, Larkin will lead the unit.", "Formerly", True),
        ("Formerly a director, Roe will report to Larkin.", "Formerly", False),
        ("The award was given in Oakton and honored her work.", "honored", True),
        ("Larkin received the Carl B. Dolan Award and served as chair.", "served", True),
        ("Bea Larkin, a nurse, served as president.", "served", False),
    ],
)
def test_the_nearest_mention_decides(sentence, verb, expected):
    others = ("Bo Roe", "Bea Larkin") if "Bea" in sentence else ("Bo Roe",)
    assert ours(sentence, verb, others=others) is expected


def test_a_nickname_is_the_same_person():
    assert ours("Bob Larkin served as director.", "served", name="Robert Larkin", others=())
    assert ours("Bob graduated from Elm University.", "from", name="Robert Larkin", others=())


def test_a_single_name_that_does_what_people_do_is_somebody_else():
    assert not ours("Dave has served as director.", "as", others=())
    assert not ours("It honors Dolan, who led the center.", "led", others=())
    assert ours("Elm has grown since she came.", "came", others=())


def test_words_before_a_title_can_make_it_anothers():
    assert of_another("Larkin succeeds the ")
    assert of_another("She reports to ")
    assert not of_another("Larkin comes to Elm Health from Oak Clinic, where she was ")
