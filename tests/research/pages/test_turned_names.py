"""Names with the surname first."""

import pytest

from research.pages import extract
from research.pages.turned_names import read_turned_name, read_turned_pair


def test_a_directorys_name_is_read_as_it_is_spoken() -> None:
    named = read_turned_name("Marlow, Ana J., RN")
    assert named is not None
    assert (named.name, named.credentials) == ("Ana J. Marlow", ("RN",))


@pytest.mark.parametrize("text", ["Finance, Quality", "Marlow, MD"])
def test_places_and_duties_are_no_turned_names(text: str) -> None:
    assert read_turned_name(text) is None


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Marlow, Ana, RN - Chief Nurse, Elmvale Hospital", "Ana Marlow", "Chief Nurse"),
        ("Dr. Marlow, Ana, Chief Medical Officer", "Ana Marlow", "Chief Medical Officer"),
    ],
)
def test_a_line_gives_a_turned_name_its_post(text: str, name: str, title: str) -> None:
    read = read_turned_pair(text)
    assert read is not None
    assert (read[0].name, read[1][0].title) == (name, title)


def test_without_credentials_several_such_lines_make_it_sure() -> None:
    lines = ["Marlow, Ana - Chief Nurse, Elmvale Hospital", "Lim, Bo - Chief of Surgery, Elmvale Hospital"]
    assert [p.name for p in extract("\n".join(lines)).people] == ["Ana Marlow", "Bo Lim"]
    assert extract(lines[0]).people == ()
