"""Posts in words."""

import pytest

from research.pages.phrases import is_post, phrase_from, split_list, split_organizations, split_post


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("director of nursing at Elm Hospital, where she led 40 people.", "director of nursing at Elm Hospital"),
        ("vice president for Oak Health, in this role he", "vice president for Oak Health"),
        ("chief medical officer from 2010 until 2016.", "chief medical officer"),
        ("director of St. Ann Clinic. She", "director of St. Ann Clinic"),
        ("chief nurse and later joined Oak Health", "chief nurse"),
    ],
)
def test_a_phrase_ends_where_the_clause_goes_on(text, phrase):
    assert phrase_from(text) == phrase


@pytest.mark.parametrize(
    ("phrase", "title", "organization"),
    [
        ("the director of nursing at Elm Hospital", "director of nursing", "Elm Hospital"),
        ("president of Oak Health System", "president", "Oak Health System"),
        ("director of Outpatient Services", "director of Outpatient Services", ""),
        ("director of Behavioral Health", "director of Behavioral Health", ""),
        ("chief nurse of Pine Clinic", "chief nurse", "Pine Clinic"),
        ("Oak Health’s interim chief nursing officer", "interim chief nursing officer", "Oak Health"),
        ("that organization’s Chief Operating Officer", "Chief Operating Officer", ""),
        ("partner for the Elm law firm Birch Fir", "partner", "Birch Fir"),
        ("director for another hospital company", "director", ""),
        ("Chairman of the Board of Directors of ECQ Holdings", "Chairman of the Board of Directors", "ECQ Holdings"),
        ("Vice President, Services at Oak Healthcare", "Vice President, Services", "Oak Healthcare"),
    ],
)
def test_a_post_is_parted_into_title_and_organization(phrase, title, organization):
    assert split_post(phrase) == (title, organization)


def test_a_list_that_was_announced_holds_several_posts():
    phrase = "Corporate Controller, VP of Finance and Chief Accounting Officer"
    assert split_list(phrase, listed=True) == ["Corporate Controller", "VP of Finance", "Chief Accounting Officer"]


def test_a_double_title_is_one_post():
    assert split_list("president and chief executive officer of Oak Health", listed=True) == [
        "president and chief executive officer of Oak Health"
    ]


def test_a_field_with_and_is_not_parted():
    assert split_list("director of quality and patient safety", listed=False) == [
        "director of quality and patient safety"
    ]


def test_organizations_are_parted_only_where_each_is_one():
    assert split_organizations("Elm Hospital in Oakton as well as Oak Clinic and Pine Health") == [
        "Elm Hospital", "Oak Clinic", "Pine Health",
    ]  # fmt: skip
    assert split_organizations("Patient Business and Financial Services") == ["Patient Business and Financial Services"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("chief nursing officer", True),
        ("chairman", False),
        ("board member", False),
        ("Chair of Surgery", True),
        ("resident", False),
        ("two terms", False),
        ("Chairman and CEO", True),
    ],
)
def test_seats_and_memberships_are_no_posts(title, expected):
    assert is_post(title) is expected


def test_an_initial_ends_no_phrase():
    assert (
        phrase_from("dean of the Bo C. Roe College of Nursing. She left.") == "dean of the Bo C. Roe College of Nursing"
    )
