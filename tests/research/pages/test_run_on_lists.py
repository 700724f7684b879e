import pytest

from research.pages import extract
from research.pages.run_on_lists import on_lines


def test_entries_of_a_list_that_lost_its_lines_stand_on_lines_again() -> None:
    text = "Present: Mr A Vale: Chairman Mrs B Roe: Chief Executive Dr C Lim: Medical Director 1. Welcome All came."
    assert on_lines(text).split("\n") == [
        "Present:",
        "Mr A Vale: Chairman",
        "Mrs B Roe: Chief Executive",
        "Dr C Lim: Medical Director",
        "1. Welcome All came.",
    ]


def test_a_comma_before_each_title_does_as_well() -> None:
    text = "Mr. Abe Vale, Chair; Ms. Bea Roe, First Vice President; and Dr. Cy Lim, Treasurer."
    entries = ["Mr. Abe Vale, Chair", "Ms. Bea Roe, First Vice President", "Dr. Cy Lim, Treasurer."]
    assert on_lines(text).split("\n")[:3] == entries


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mr A Vale: Chairman Mrs B Roe: Chief Executive",
        "Mr Vale, Mrs Roe and Dr Lim came. Mr Vale spoke.",
        "Dr. Abe Vale, Consultant, spoke first. Dr. Bea Roe, Consultant, was next. Dr. Cy Lim, Consultant gave thanks.",
        "Ms. Bea Roe, a banker, Mr. Abe Vale, a farmer, and Dr. Cy Lim, a nurse, came.",
    ],
)
def test_two_entries_and_sentences_stay_as_they_are(text: str) -> None:
    assert on_lines(text) == text


def test_each_of_the_list_has_the_title_behind_the_own_name_and_the_house_of_the_letterhead() -> None:
    text = (
        "Trust Board Minutes\n\nOAKVALE & ELM NHS TRUST Minutes of a Meeting Present: Mr A Vale: Chairman "
        "Mrs B Roe: Chief Executive Dr C Lim: Medical Director REF 1 MINUTES The minutes were confirmed."
    )
    found = [(p.name, p.title, p.organization, p.leader) for p in extract(text.encode()).people]
    house = "OAKVALE & ELM NHS TRUST"
    assert found == [
        ("A Vale", "Chairman", house, True),
        ("B Roe", "Chief Executive", house, True),
        ("C Lim", "Medical Director", house, True),
    ]


@pytest.mark.timeout(60)
def test_a_line_of_honorifics_is_read_in_linear_time() -> None:
    assert on_lines("Mr A " * 12_000) == "Mr A " * 12_000
    assert "\n" not in on_lines("Mr Vale: elm " * 5_000)
