"""News of other bodies and of plays gives no hospital a leader."""

import pytest

from research.pages import extract
from research.pages.other_news import is_of_other_news
from research.pages.titles import PostSpan

PRESIDENT = PostSpan("board president", "", "board", "president")
NURSE = PostSpan("chief nurse", "", "executive", "nurse")


@pytest.mark.parametrize(
    ("post", "house", "text", "other"),
    [
        (PRESIDENT, "Elm Hospital", "The Oak school board met. Elm Hospital gave a bench.", True),
        (PRESIDENT, "Elm Hospital", "The Oak City Council met. Elm Hospital gave a bench.", True),
        (PRESIDENT, "Elm Hospital", "The Oak school board met with the Elm Hospital board.", False),
        (NURSE, "Elm Hospital", "The Oak school board met. Elm Hospital gave a bench.", False),
        (NURSE, "", "At the playhouse a new drama tells of a ward.", True),
        (NURSE, "Elm Hospital", "At the playhouse a new drama tells of a ward.", False),
        (NURSE, "", "A drama unfolded on the ward.", False),
    ],
)
def test_it_is_told_by_whom_the_text_is_about(post: PostSpan, house: str, text: str, *, other: bool) -> None:
    assert is_of_other_news(post, house, text) is other


def test_a_school_boards_people_lead_no_hospital_that_gave_it_something() -> None:
    text = (
        "School board hires athletic director\n\nThe Oakdale school board hired Ana Roe as athletic director. Board "
        "president Bo Lim thanked Elmvale Hospital for its gift. Superintendent Kit Doe was absent."
    )
    assert not any(person.leader for person in extract(text).people)
