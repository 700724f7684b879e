import pytest

from research.pages.house_pointers import points_to
from research.pages.mention import Mention
from research.pages.titles import PostSpan


def points(owner: str, text: str) -> bool:
    mention = Mention("Ann Vale", 0, "apposition", (PostSpan("chief", "", "manager", "chief"),), quote="Ann Vale")
    return points_to(owner, text, mention)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ann Vale, chief of the hospital district, spoke.", True),
        ("Ann Vale, chief of the hospital in Oaktown, spoke.", False),
        ("Ann Vale is the district’s chief.", True),
        ("Ann Vale is the hospital’s chief.", False),
        ("Ann Vale, chief of the district, left Oak Lake School District.", False),
        ("Ann Vale, chief, spoke.", False),
    ],
)
def test_the_last_words_of_a_name_point_to_it(text: str, told: bool) -> None:
    assert points("Elm County Hospital District", text) is told
    assert not points("", text)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("unit", ["of the a ", "the hospital ", "chief of the "])
def test_long_paragraphs_are_read_at_once(unit: str) -> None:
    assert not points("Elm Clinic", "Ann Vale, chief " + unit * (50_000 // len(unit)))
