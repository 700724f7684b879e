import pytest

from research.pages.owner_signs import (
    addressed,
    bare,
    copyright_holder,
    described,
    is_health_address,
    is_own_word,
    site_label,
    speakers_for,
    title_parts,
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Welcome to Elm Nursing Home", "Elm Nursing Home"),
        ("The Leadership of Elm Health", "Elm Health"),
        ("Board of Directors of the Vale Group", "Vale Group"),
        ("Meet the Elmvale Team", "Elmvale"),
        ("Elm Health’s Executive Leadership Team", "Elm Health"),
        ("Elm Health Board of Trustees", "Elm Health"),
        ("Elm Hospital", "Elm Hospital"),
    ],
)
def test_a_heading_is_stripped_of_what_it_says_of_the_page(text: str, name: str) -> None:
    assert bare(text) == name


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Copyright © 2024 Elmvale. All Rights Reserved.", "Elmvale"),
        ("© 2012-2024 Elmvale, LLC | Privacy", "Elmvale, LLC"),
        ("© Copyright Elmvale. All Rights Reserved", "Elmvale"),
        ("Copyright (c) Elmvale Hospital 2024", "Elmvale Hospital"),
        ("(C) Copyright 2023 by Elmvale", "Elmvale"),
        ("© 2024", ""),
        ("© 1937–2026 Elm Society of Care Privacy · Terms", "Elm Society of Care"),
        ("We hold no rights", ""),
    ],
)
def test_the_copyright_line_names_its_holder(text: str, holder: str) -> None:
    assert copyright_holder(text) == holder


def test_who_says_we_and_who_is_said_to_provide_care_is_found() -> None:
    text = "At Elmvale, we believe. Elmvale provides hospice care. Ann Vale runs."
    assert list(speakers_for(text)) == ["Elmvale"]
    assert list(described(text)) == [("Elmvale", "hospice care")]


def test_titles_fall_into_parts_and_addresses_have_a_label() -> None:
    assert title_parts("Leadership Team | Elm Health - Vale") == ["Leadership Team", "Elm Health", "Vale"]
    assert title_parts("Elvora: Our Team") == ["Elvora", "Our Team"]
    assert title_parts("Meet the CEO: Ann Vale") == ["Meet the CEO: Ann Vale"]
    assert site_label("https://www.elmhealth.org/team") == "elmhealth"
    assert site_label("texts/one.txt") == ""


def test_ordinary_words_of_pages_are_nobodys_own() -> None:
    assert is_own_word("Elmvale")
    assert not any(is_own_word(word) for word in ("Home", "Leadership", "Untitled", "Hospital", "elm"))


@pytest.mark.timeout(60)
@pytest.mark.parametrize("unit", ["At Aa ", "Aa ", "© ", "copyright ", "A is ", "Team ", "Meet the ", "Board of "])
def test_long_text_is_read_and_speaks_for_nobody(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    assert [*speakers_for(text), *described(text)] == []
    assert title_parts(text) == [text.strip()]
    assert len(copyright_holder(text)) < 200
    assert bare(text)


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("Elmvale Health Center, 12 Main St, Elmvale, OH 44000", "Elmvale Health Center"),
        ("Elmvale Health Center | P.O. Box 12 Elmvale", "Elmvale Health Center"),
        ("Call us: 12 Main St", ""),
        ("12 Main St", ""),
    ],
)
def test_a_line_of_the_frame_gives_a_houses_address(text: str, house: str) -> None:
    assert addressed(text) == house


@pytest.mark.parametrize(
    ("url", "of_health"),
    [
        ("https://www.elmvalehealth.org/team", True),
        ("https://elmvalehealthcare.example/", True),
        ("https://health.example/", False),
        ("https://elmvalebank.example/health", False),
    ],
)
def test_an_address_may_end_in_a_word_of_health(url: str, of_health: bool) -> None:
    assert is_health_address(url) is of_health
