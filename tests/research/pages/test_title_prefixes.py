import pytest

from research.pages import extract
from research.pages.titles import TitleReader
from research.pages.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "card", "found"),
    [
        ("Elm Regional Medical Center CNO", False, ("CNO", "Elm Regional Medical Center")),
        ("Elm Hospital & Health Services CEO", False, ("CEO", "Elm Hospital & Health Services")),
        ("Elm Care Center Medical Director", False, ("Medical Director", "Elm Care Center")),
        ("Insurance agency president Ann Vale", False, ("Insurance agency president", "")),
        ("English Chief Nursing Officer", False, ("Chief Nursing Officer", "")),
        ("Registered Manager", True, ("Registered Manager", "")),
        ("Ward Manager", True, ("Ward Manager", "")),
    ],
)
def test_what_stands_before_a_title_is_its_house_or_a_part_of_it(text: str, card: bool, found: tuple[str, str]) -> None:
    post = TitleReader(text, tokenize(text), card=card).find()[0].posts[0]
    assert (post.title, post.organization) == found


@pytest.mark.parametrize("word", ["first", "only", "new", "first-ever"])
def test_the_house_stands_before_first_and_only_as_before_new(word: str) -> None:
    found = extract(f"Ann Vale will serve as Elm Hospital’s {word} chief equity officer.").people
    assert [person.organization for person in found] == ["Elm Hospital"]
