import pytest

from research.pages.contact_lines import is_contact
from research.pages.model import Line


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Elm Hospital grows.\nMedia contact:\nAna Lim, director of communications", 2),
        ("Elm Hospital grows.\nSubmitted by Ana Lim, marketing manager, Elm Hospital.", 1),
        ("Story contributed by: Ana Lim, nurse manager", 0),
    ],
)
def test_whom_to_call_and_who_wrote_is_told_by_the_line_or_the_one_above(text: str, number: int) -> None:
    assert is_contact([Line(line) for line in text.split("\n")], number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Media contact:\nAna Lim\n555-1212\nBo Roe, chief nurse", 3),
        (
            "Contact: Ana Lim, 555-1212\nElm Hospital grows\nElm Hospital has named Bo Roe chief nurse. "
            + "He is glad. " * 12,
            2,
        ),
        ("The plan was submitted by Ana Lim, chief nurse", 0),
        ("Submitted by Ana Lim, the chief nurse, who led the project, " + "the plan was approved by the board " * 4, 0),
    ],
)
def test_others_are_no_contacts(text: str, number: int) -> None:
    assert not is_contact([Line(line) for line in text.split("\n")], number)
