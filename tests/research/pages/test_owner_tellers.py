import pytest

from research.pages.lines import read_text
from research.pages.owner_tellers import tells_of_others
from research.pages.page_owner import owner_of


@pytest.mark.parametrize(
    "text",
    [
        "The Elm Center for Rural Health’s list of Top 20 hospitals was announced.",
        "Vale Hospital was named a Top 100 hospital by the Elm Center for Rural Health.",
        "“We grew,” Vale told Elm Center for Rural Health.",
        "Elm Center for Rural Health caught up with Ann Vale.",
    ],
)
def test_who_ranks_or_asks_tells_of_others(text: str) -> None:
    assert tells_of_others("Elm Center for Rural Health", text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Vale was named chief nurse by Elm Hospital.",
        "We spoke with Elm Hospital CEO Ann Vale.",
        "She spoke with Elm Hospital’s Ann Vale.",
        "Our nurse has won the Elm Hospital Award.",
        "The annual meeting of Elm Hospital is in May.",
        "",
    ],
)
def test_a_house_that_acts_tells_of_itself(text: str) -> None:
    assert not tells_of_others("Elm Hospital", text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Elm Healthcare News", "We talked about Elm Healthcare News."),
        ("Elm Healthcare Association", "Vale Hospital earned the Elm Healthcare Association’s Award of Excellence."),
    ],
)
def test_a_paper_and_a_body_that_gives_awards_tell_of_others(name: str, text: str) -> None:
    assert tells_of_others(name, text)


def test_the_house_that_a_ranking_lists_owns_the_text() -> None:
    text = (
        "VALE — Vale Memorial Hospital has cracked the Top 20 in a ranking.\n"
        "The Elm Center for Rural Health’s list of hospitals was announced. It was released by the center.\n"
        "The Elm Center for Rural Health was launched in 2016. The Elm Center for Rural Health is in Oaktown.\n"
        "The news was celebrated by Ann Lim, hospital CEO, at Vale Memorial Hospital."
    )
    assert owner_of(read_text(text)).name == "Vale Memorial Hospital"
