import pytest

from research.pages import extract
from research.pages.board_news import board_seats, with_one_seat
from research.pages.lines import read_text
from research.pages.mention import Mention
from research.pages.model import PersonFound
from research.pages.people import people_of
from research.pages.sentence_names import read_sentences
from research.pages.titles import PostSpan

ABOUT = "\n\nElmvale Hospital is a 90-bed hospital. Patients come to the hospital for nursing and surgery."


def seats(text: str) -> list[tuple[str, str]]:
    found = board_seats([read_sentences(line, number) for number, line in enumerate(text.split("\n"))])
    return [(mention.name, mention.posts[0].organization) for mention in found]


def leaders(text: str) -> list[PersonFound]:
    return [person for person in people_of(read_text(text + ABOUT)) if person.leader]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Roe, a lawyer, has joined the board of Elmvale Hospital.", [("Ana Roe", "Elmvale Hospital")]),
        ("Bo Lim was reappointed to the Elmvale Hospital board.", [("Bo Lim", "Elmvale Hospital")]),
        ("Bo Lim, Ana Roe and Di Fox were elected to the board.", [("Bo Lim", ""), ("Ana Roe", ""), ("Di Fox", "")]),
        ("The governor appointed Bo Lim, of Elm, to the board of Elmvale Hospital.", [("Bo Lim", "Elmvale Hospital")]),
        ("She announced the appointment of Ana Roe to the board.", [("Ana Roe", "")]),
        ("The hospital welcomed Bo Lim and Ana Roe as new board members.", [("Bo Lim", ""), ("Ana Roe", "")]),
        ("The reappointment of Elmvale trustees Bo Lim and Ana Roe was announced.", [("Bo Lim", ""), ("Ana Roe", "")]),
        ("Joining him on the board are Ana Roe and Kit Doe.", [("Ana Roe", ""), ("Kit Doe", "")]),
        ("Newly appointed to the board are the Rev. Ana Roe and Dr. Bo Lim.", [("Ana Roe", ""), ("Bo Lim", "")]),
        ("New to the Elm Trust board are Ana Roe and Bo Lim.", [("Ana Roe", "Elm Trust"), ("Bo Lim", "Elm Trust")]),
        (
            "Joining the board are Bo Lim, a banker; Ana Roe, a farmer; and Kit Doe, a nurse.",
            [("Bo Lim", ""), ("Ana Roe", ""), ("Kit Doe", "")],
        ),
        (
            "Three people were named to its board. The new members are Bo Lim, Ana Roe and Kit Doe.",
            [("Bo Lim", ""), ("Ana Roe", ""), ("Kit Doe", "")],
        ),
    ],
)  # fmt: skip
def test_a_seat_is_told_by_what_happens_to_people(text: str, expected: list[tuple[str, str]]) -> None:
    assert seats(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lim joined the advisory board of Elmvale Hospital.",
        "Bo Lim was nominated to the board of Elmvale Hospital.",
        "Bo Lim declined to join the board of Elmvale Hospital.",
        "Bo Lim has left the board of Elmvale Hospital.",
        "Bo Lim, a former appointee, had joined the board of Elmvale Hospital.",
        "Bo Lim was elected to the school board.",
        "Bo Lim was elected to the board as chair.",
        "Dr. Bo Lim has joined the board certification program.",
        "Bo Lim and Ana Roe spoke to the board of Elmvale Hospital.",
        "The new members are Bo Lim, Ana Roe and Kit Doe.",
        "If elected, Bo Lim will join the board of Elmvale Hospital.",
    ],
)
def test_advice_candidates_and_those_who_leave_have_no_seat(text: str) -> None:
    assert seats(text) == []


def test_several_who_are_told_at_once_sit_on_the_board_of_the_house() -> None:
    found = leaders("Elmvale Hospital has chosen its new trustees: Bo Lim, Ana Roe and Kit Doe.")
    assert [(p.name, p.title, p.organization) for p in found] == [
        (name, "Trustee", "Elmvale Hospital") for name in ("Bo Lim", "Ana Roe", "Kit Doe")
    ]
    assert all(p.name in p.quote for p in found)


def test_a_seat_elsewhere_does_not_replace_the_post_at_home() -> None:
    text = (
        "Jane Roe, chief executive of Elmvale Hospital, was elected to the board of Oak Bank. Jane Roe leads it well."
    )
    assert [(p.title, p.organization) for p in leaders(text)] == [("chief executive", "Elmvale Hospital")]


def test_a_seat_that_is_to_come_is_told_so() -> None:
    (found,) = leaders("Bo Lim will join the Elmvale Hospital board in May.")
    assert found.status == "incoming"


def test_one_of_several_board_members_is_a_board_member() -> None:
    several = Mention("Bo Lim", 0, "before", (PostSpan("Board Members", "", "board", "members"),))
    other = Mention("Ana Roe", 0, "before", (PostSpan("chair", "", "board", "chair"),))
    assert [m.posts[0].title for m in with_one_seat([several, other])] == ["Board Member", "chair"]


@pytest.mark.timeout(60)
def test_a_long_sentence_of_words_before_a_board_is_read_in_linear_time() -> None:
    assert seats("Bo Lim joined " + "the new elm " * 4_000 + "house") == []
    assert seats("Bo Lim, a " + "very, " * 6_000 + " joined the board") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Three new members were appointed to the board of Elm Hospital: Ann Vale, Bo Lim and Cy Roe.", 3),
        ("Two residents have been elected to the Elm Hospital board: Ann Vale and Bo Lim.", 2),
        ("Elm Hospital met. All board members were present at the May 2 meeting; Ann Vale, Bo Lim and Cy Roe.", 3),
        ("Elm Hospital met. Board members present were Ann Vale and Bo Lim.", 2),
        ("Elm Hospital met. Board members absent were Ann Vale and Bo Lim.", 0),
        ("Two residents were appointed to the advisory board of Elm Hospital: Ann Vale and Bo Lim.", 0),
    ],
)
def test_lists_of_those_on_a_board_or_present_at_its_meeting_give_seats(text: str, found: int) -> None:
    given = [(p.title, p.organization, p.leader) for p in extract(text).people]
    assert given == [("Board Member", "Elm Hospital", True)] * found
