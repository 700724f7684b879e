import pytest

from research.pages.organizations_named import read_organization, skip_determiner
from research.pages.tokens import slice_text, tokenize


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Elm Valley Hospital opened", "Elm Valley Hospital"),
        ("University of Elmland at Port Vale and others", "University of Elmland at Port Vale"),
        (
            "Elm Health|Vale Rehabilitation Center for Inpatient Care, said",
            "Elm Health|Vale Rehabilitation Center for Inpatient Care",
        ),
        ("Elm Hospital and Clinics grew", "Elm Hospital and Clinics"),
        ("Elm Hospital and Vale Health grew", "Elm Hospital"),
        ("Vale Partners, Inc. said", "Vale Partners, Inc."),
        ("Elm Health President Ann Vale", "Elm Health"),
        ("St. Ann’s Hospital in Vale", "St. Ann’s Hospital"),
        ("Oak Hospitals' Elm Clinic grew", "Oak Hospitals' Elm Clinic"),
        ("Oak Partners’ Vale (Ore.) Medical Center grew", "Oak Partners’ Vale (Ore.) Medical Center"),
        ("Oak Hospitals' Ann Vale spoke", "Oak Hospitals"),
        ("Vale and Elm NHS Foundation Trust grew", "Vale and Elm NHS Foundation Trust"),
        ("Vale, Oak and South Elm Hospitals NHS Trust", "Vale, Oak and South Elm Hospitals NHS Trust"),
        ("Vale, Oak and Elm spoke of an NHS trust", "Vale"),
    ],
)
def test_a_group_ends_where_the_name_does(text: str, found: str) -> None:
    tokens = tokenize(text)
    span = read_organization(tokens, 0)
    assert span is not None
    assert slice_text(text, tokens, span.start, span.end) == found


def test_ordinary_words_make_no_proper_name() -> None:
    span = read_organization(tokenize("Patient Care Services"), 0)
    assert span is not None
    assert not span.proper


@pytest.mark.parametrize(
    ("words", "proper"),
    [
        ("Regional Medical Center", True),
        ("University Hospital", True),
        ("Veterans Affairs Medical Center", True),
        ("Veterans Affairs Budget", False),
        ("South County Health", True),
        ("Community Health", False),
        ("Day Hospital", False),
        ("Medical Center", False),
        ("regional medical center", False),
    ],
)
def test_a_house_may_be_named_by_ordinary_words(words: str, proper: bool) -> None:
    span = read_organization(tokenize(words), 0)
    assert (span is not None and span.proper) == proper


def test_nothing_is_read_of_small_letters() -> None:
    assert read_organization(tokenize("the hospital"), 0) is None
    assert skip_determiner(tokenize("the hospital"), 0) == 1


def test_a_license_is_no_organization() -> None:
    assert read_organization(tokenize("Licensed Clinical Care Associates"), 0) is None
    assert read_organization(tokenize("Elm Clinical Care Associates"), 0) is not None


def test_a_person_with_the_place_behind_is_no_organization() -> None:
    span = read_organization(tokenize("Ann Vale of Elm Hospital"), 0)
    assert span is not None
    assert span.end == 2
    whole = read_organization(tokenize("Vale Hospital of Elm Health"), 0)
    assert whole is not None
    assert whole.end == 5


def test_a_firms_name_ends_with_its_legal_form() -> None:
    tokens = tokenize("Elm Health, Inc. Bo Lim leads")
    found = read_organization(tokens, 0)
    assert found is not None
    assert slice_text("Elm Health, Inc. Bo Lim leads", tokens, found.start, found.end) == "Elm Health, Inc."
