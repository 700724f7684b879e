"""Telephone numbers, addresses and ages are not repeated."""

import pytest

from research.pages.quotable import has_contact, quotable, without_contact


@pytest.mark.parametrize(
    "text",
    [
        "Call 503-555-0142 now",
        "Call (503) 555-0142",
        "Call 555-0142",
        "+44 20 7946 0958",
        "Write to ana.doe@elm.example",
    ],
)
def test_a_number_or_address_is_found(text):
    assert has_contact(text)


@pytest.mark.parametrize(
    "text", ["from 2019-2020", "1,200-1,500 beds", "ICD 10-20", "raised $503-555 million", "at Elm"]
)
def test_other_figures_are_no_contacts(text):
    assert not has_contact(text)


def test_the_words_up_to_the_number_stay():
    assert (
        without_contact("launched the Elm Line program at 503-555-0142, which grew") == "launched the Elm Line program"
    )
    assert without_contact("launched it") == "launched it"


def test_a_quote_begins_behind_an_age():
    assert list(quotable("Ana Doe, 48, is chief nurse of Elm"))[1:] == ["is chief nurse of Elm"]
    assert list(quotable("Ana Doe is chief nurse")) == ["Ana Doe is chief nurse"]


def test_nothing_is_left_of_a_bare_contact():
    assert list(quotable("Call 503-555-0142")) == []


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", ["1-", "a.", "555-", ", 48", "+1 2 ", " at"])
def test_hostile_text_is_read_and_kept_whole(piece):
    text = piece * (50_000 // len(piece))
    assert not has_contact(text)
    assert next(iter(quotable(text))) == text.strip()
