"""The user and those who are written to, as ready words."""

from __future__ import annotations

import pytest

from outreach.drafts.letter_parties import NEW_LINE, PersonWords, SenderWords
from outreach.drafts.letter_values import Assistant, Sender


def test_a_signature_has_a_line_for_each_thing_known() -> None:
    whole = SenderWords(Sender("Jo Park", "Fellow", "Mill Hospital", ("MHA",), "555-0100", "jo@mill.example"))
    assert whole.signature.split(NEW_LINE)[1:] == [
        "Jo Park, MHA", "Fellow, Mill Hospital", "555-0100 · jo@mill.example"
    ]  # fmt: skip
    assert SenderWords(Sender("Jo Park")).signature == f"{NEW_LINE}Jo Park"
    assert SenderWords(Sender("")).name == "[[your name]]"


@pytest.mark.parametrize(
    ("sender", "said"),
    [
        (Sender("Jo Park", "Fellow", "University of Vale"), "I am Jo Park, Fellow at the University of Vale"),
        (Sender("Jo Park", "", "Mill Hospital"), "I am Jo Park from Mill Hospital"),
        (Sender("Jo Park", "Fellow"), "I am Jo Park, Fellow"),
        (Sender("Jo Park"), "I am Jo Park"),
    ],
)
def test_how_the_user_is_introduced(sender: Sender, said: str) -> None:
    assert SenderWords(sender).introduced == said


def test_an_office_is_greeted_by_its_name() -> None:
    office = PersonWords(Assistant("Office of the Chief Nurse", is_office=True))
    assert (office.greeting, office.name) == ("Office of the Chief Nurse", "the Office of the Chief Nurse")
