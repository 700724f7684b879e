import pytest

from research.pages import extract
from research.pages.owner_rivals import before, is_one_of_many, is_told, spoken_of_again, without_board


@pytest.mark.parametrize(
    ("name", "house"),
    [
        ("Elmvale Hospital Board of Trustees", "Elmvale Hospital"),
        ("Elmvale Hospital Board of Directors", "Elmvale Hospital"),
        ("Elmvale Hospital", "Elmvale Hospital"),
        ("American Board of Surgery", "American Board of Surgery"),
    ],
)
def test_a_board_speaks_of_its_house(name: str, house: str) -> None:
    assert without_board(name) == house


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("For the first time in its history, Elmvale Hospital will have a nurse as its CEO.", True),
        ("Ann Vale, Chief Executive Officer, Elmvale Regional Hospital and Health Services", False),
        ("CEO of Elm Clinic.", False),
        ("x" * 151, True),
    ],
)
def test_a_line_that_ends_as_a_sentence_is_no_card(text: str, told: bool) -> None:
    assert is_told(text) is told


@pytest.mark.parametrize(
    ("votes", "many"),
    [
        ({"elm hospital": 5, "oak clinic": 5, "ash hospice": 5}, True),
        ({"elm hospital": 5, "elm health system": 5, "ash hospice": 5}, False),
        ({"elm hospital": 7, "oak clinic": 7, "ash hospice": 7}, False),
        ({"elm hospital": 5, "oak clinic": 2}, False),
    ],
)
def test_a_house_named_once_among_others_is_one_of_many(votes: dict[str, int], many: bool) -> None:
    assert is_one_of_many(("elm hospital", votes["elm hospital"]), votes) is many


@pytest.mark.parametrize(
    "text",
    [
        (
            "Three hospitals honored their trustees this week.\n"
            "Elmvale Hospital thanked its volunteers. Oakdale Clinic thanked its nurses. Ashford Hospice did so too.\n"
            "“We are grateful,” said Ann Vale, CEO."
        ),
        (
            "Elmvale Hospital opened a wing on Monday. Oakdale Clinic is to open one in fall, and Ashford Medical "
            "Center will follow next year.\nThe work is led by Ann Vale, chief nursing officer."
        ),
        (
            "News of the region: Elmvale Health grows. Ashford Hospital builds. Oakdale Hospice moves in May.\n"
            "Ann Vale, chief financial officer, told of the costs."
        ),
    ],
)
def test_nobody_in_a_round_up_is_given_the_house_that_is_named_most(text: str) -> None:
    assert [(person.name, person.organization) for person in extract(text).people] == [("Ann Vale", "")]


@pytest.mark.parametrize(
    "text",
    [
        (
            "For the first time in its history, Elmvale Hospital will have a nurse as CEO.\n"
            "Ann Vale has been promoted to chief executive officer. She is the first nurse to be chief executive in "
            "the history of Oakdale Partners Healthcare, a release said.\n"
            "“She knows us,” said Bo Lim, chair of the Elmvale Hospital Board of Trustees."
        ),
    ],
)
def test_a_house_whose_history_is_spoken_of_is_not_where_the_post_is_held(text: str) -> None:
    found = {person.name: person.organization for person in extract(text).people}
    assert found["Ann Vale"] == "Elmvale Hospital"


@pytest.mark.parametrize(
    ("text", "house", "words"),
    [
        (
            "For 14 years, Dr. Vale was a surgeon at Elm Clinic.",
            "Elm Clinic",
            "For 14 years, Dr Vale was a surgeon at ",
        ),
        ("Elm Clinic grows.", "Elm Clinic", ""),
        ("Ms. Vale left. At Elm Clinic", "Elm Clinic", "Ms Vale left. At "),
    ],
)
def test_an_honorific_ends_no_sentence_before_a_house(text: str, house: str, words: str) -> None:
    assert before(text, house) == words


def test_where_somebody_was_for_years_is_not_whose_page_it_is() -> None:
    text = (
        "The hospital has named Ann Vale, M.D., surgeon-in-chief. She succeeds Bo Lim, M.D., who retired this summer. "
        "For 14 years, Dr. Vale was a surgeon and associate professor in the surgery division at Elm Clinic in Elmtown."
    )
    assert "Elm Clinic" not in {person.organization for person in extract(text).people if person.leader}


@pytest.mark.parametrize(
    ("name", "times"),
    [("Elm County Health Department", 2), ("Elm Medical Center", 1), ("Elm Clinic", 0)],
)
def test_a_text_comes_back_to_its_own_house(name: str, times: int) -> None:
    text = "She left the health department for the medical center. Now the health department seeks a nurse."
    assert spoken_of_again(name, text) == times
