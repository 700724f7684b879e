import pytest

from research.pages import extract
from research.pages.columns import in_columns

LETTER = (
    "Thank you,\n\nAnn Vale, M.D.                    Bo Lim, MHA, R.N.\n\n"
    "Chief Medical Officer             Chief Nursing Officer\n\n\nElm Hospital"
)


@pytest.mark.parametrize(
    "text",
    [
        LETTER,
        "Thank you,\n\nAnn Vale, M.D. Bo Lim, MHA, R.N.\nChief Medical Officer Chief Nursing Officer\nElm Hospital",
        "Elm Hospital\n\nAnn Vale\tChief Medical Officer\nBo Lim\tChief Nursing Officer",
        "Elm Hospital\n\nChief Medical Officer     Ann Vale\nChief Nursing Officer     Bo Lim",
        "Ann Vale Bo Lim\nChief Medical Officer Chief Nursing Officer\nElm Hospital",
    ],
)
def test_each_name_has_the_title_of_its_own_column(text: str) -> None:
    found = {person.name: person.title for person in extract(text).people}
    assert found == {"Ann Vale": "Chief Medical Officer", "Bo Lim": "Chief Nursing Officer"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ann Vale spoke of care.\nBo Lim agreed.",
        "Ann Vale     Bo Lim\nElm Street     Oak Street",
        "Beds      120\nChief Executive Officer      Salary",
        "Ann Vale, MD\nVice President and Chief Medical Officer",
        "Ann Vale Bo Lim Cy Roe\nChief Medical Officer Chief Nursing Officer",
    ],
)
def test_lines_that_are_no_names_over_titles_stay(text: str) -> None:
    assert in_columns(text) == text


def test_every_quote_stands_in_the_source() -> None:
    for person in extract(LETTER).people:
        assert person.quote in " ".join(LETTER.split())


def test_names_side_by_side_without_titles_stand_on_lines_of_their_own() -> None:
    assert in_columns("Board of Trustees\nAna Roe      Bo Lim      Cy Fox\nThe end") == (
        "Board of Trustees\nAna Roe\nBo Lim\nCy Fox\nThe end"
    )
