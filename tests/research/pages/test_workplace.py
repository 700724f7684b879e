"""Where a post is held."""

import pytest

from research.pages.model import Post
from research.pages.workplace import names_person, town_of, words_to_quote, workplace_of
from research.types import Place

SENTENCE = "Oak Health appointed Ana Larkin chief nursing officer on Monday."
POST = Post("chief nursing officer", "Oak Health", quote="Ana Larkin chief nursing officer")


def test_a_stated_house_is_the_workplace_and_an_inferred_one_only_where_the_page_lists_or_the_house_appoints():
    inferred = Post("president", "Oak Health", quote="Ana Larkin, president", inferred=True)
    listed = Post("president", "Oak Health", quote="Ana Larkin, president", inferred=True, listed=True)
    assert workplace_of(POST, "Ana Larkin", "") == "Oak Health"
    assert workplace_of(inferred, "Ana Larkin", "Ana Larkin, president, spoke at Oak Health.") == ""
    assert workplace_of(inferred, "Ana Larkin", SENTENCE) == "Oak Health"
    assert workplace_of(inferred, "Ana Larkin", "Oak Health named Bo Roe. The builder, Ana Larkin, spoke.") == ""
    assert workplace_of(listed, "Ana Larkin", "") == "Oak Health"


def test_the_whole_sentence_is_quoted_where_only_it_names_the_house():
    assert words_to_quote(POST, "Oak Health", SENTENCE) == (SENTENCE, POST.quote)
    assert words_to_quote(POST, "", SENTENCE) == (POST.quote,)
    assert words_to_quote(POST, "Elm Clinic", SENTENCE) == (POST.quote,)
    assert words_to_quote(POST, "Oak Health", SENTENCE + " x" * 200) == (POST.quote,)


@pytest.mark.parametrize(
    ("organization", "is_person"),
    [
        ("Ana Larkin of Oak Clinic", True),
        ("ANA B. LARKIN", True),
        ("Larkin Health", False),
        ("Ana Larkin Hospital", False),
        ("Oak Clinic", False),
        ("", False),
    ],
)
def test_a_person_is_no_organization(organization, is_person):
    assert names_person(organization, "Ana Larkin") is is_person


@pytest.mark.parametrize(
    ("behind", "place"),
    [
        (" in Dale, Ohio, said so.", Place("Dale", "OH")),
        (", Dale, Ohio.", Place("Dale", "OH")),
        (" (St. Dale, OH) grew.", Place("St. Dale", "OH")),
        (" in Ohio.", Place("", "OH")),
        (" of Dale, Ark.", Place("Dale", "AR")),
        (", Georgia Roe said.", None),
        (" in Washington.", None),
        (" of Virginia Beach.", None),
        (".", None),
    ],
)
def test_the_place_that_stands_behind_the_house_is_its_town(behind, place):
    assert town_of("Oak Health", f"Ana Larkin, CEO of Oak Health{behind}") == place
    assert town_of("", f"Ana Larkin, CEO{behind}") is None


def test_the_hospitals_next_chief_is_of_the_hospital_that_the_page_is_about() -> None:
    post = Post("chief medical officer", "Oak Medical Center", inferred=True)
    told = "Ana Larkin was chosen as the hospital’s next chief medical officer."
    assert workplace_of(post, "Ana Larkin", told) == "Oak Medical Center"
    assert workplace_of(post, "Ana Larkin", told.replace("hospital", "clinic")) == ""
    assert workplace_of(post, "Ana Larkin", told.replace("the hospital’s", "a builder’s")) == ""
