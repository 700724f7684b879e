import pytest

from research.pages.card_entries import (
    layout_of,
    take_employers,
    take_houses_of_layout,
    take_organizations,
    turn_back,
    with_credentials,
)
from research.pages.card_lines import Entry, classify
from research.pages.cards import CardReader
from research.pages.html_lines import read_html
from research.pages.model import Line


def entries(*texts: str) -> list[Entry]:
    return [classify(number, Line(text)) for number, text in enumerate(texts)]


def kinds(read: list[Entry]) -> list[str]:
    return [entry.kind for entry in read]


def test_credentials_under_a_name_are_its_own() -> None:
    (entry,) = with_credentials(entries("Ann Vale", "RN, MSN"))
    assert entry.name is not None
    assert entry.name.credentials == ("RN", "MSN")
    assert len(with_credentials(entries("Ann Vale", "Chief Nurse"))) == 2


def test_a_name_between_a_title_and_an_address_is_a_house() -> None:
    read = entries("Ann Vale", "Chief Nurse", "Oak Vale", "12 Elm Street")
    take_organizations(read)
    assert kinds(read)[2] == "organization"
    apart = entries("Ann Vale", "Chief Nurse", "Oak Vale", "Treasurer")
    take_organizations(apart)
    assert kinds(apart)[2] == "name"


def test_a_line_is_a_house_where_others_of_its_layout_are() -> None:
    read = entries("Ann Vale", "Elm Clinic", "CEO", "Bo Lim", "Oak Clinic", "CFO", "Kit Doe", "wellspark", "COO")
    take_houses_of_layout(read)
    assert kinds(read)[7] == "organization"


def test_a_title_and_a_firm_under_a_name_are_no_other_person() -> None:
    read = entries("Ann Vale", "CEO, Roe Doe")
    turn_back(read)
    assert kinds(read) == ["name", "title"]


def test_the_second_cell_of_a_row_is_an_employer_where_another_is() -> None:
    cells = [("Ann Vale", 1), ("Elm Clinic", 1), ("Bo Lim", 2), ("Oak Vale", 2)]
    read = [classify(n, Line(text, "cell", boxes=(0, row, n + 9))) for n, (text, row) in enumerate(cells)]
    take_employers(read)
    assert kinds(read) == ["name", "organization", "name", "organization"]


def test_lines_of_one_role_level_and_signature_have_one_layout() -> None:
    assert layout_of(Line("Ann Vale")) == layout_of(Line("Bo Lim"))
    assert layout_of(Line("Ann Vale", "heading", 2)) != layout_of(Line("Bo Lim"))


def card_names(markup: str) -> list[str]:
    return [mention.name for mention in CardReader(read_html(markup).lines).all().mentions]


@pytest.mark.parametrize(
    "name", ["Monday Elmore", "Grace Hill", "Winter Shaw", "Pete November", "JO NG", "BO LIM", "Dean Marlow"]
)
def test_ordinary_words_are_a_name_where_one_in_the_same_layout_stands_over_a_title(name: str) -> None:
    markup = f"<h3>{name}</h3><p>Chief Financial Officer</p><h3>Ana Ferncastle</h3><p>Chief Nurse</p>"
    assert card_names(markup) == [name, "Ana Ferncastle"]


@pytest.mark.parametrize("words", ["Human Resources", "Elm Hospital", "Executive Team", "Patient Stories"])
def test_a_section_over_a_title_is_nobody(words: str) -> None:
    markup = f"<h3>{words}</h3><p>Chief Financial Officer</p><h3>Ana Ferncastle</h3><p>Chief Nurse</p>"
    assert set(card_names(markup)) == {"Ana Ferncastle"}


def test_a_line_between_a_name_and_its_title_is_nobody() -> None:
    markup = (
        "<div><p>Ana Ferncastle</p><p>Monday Grace</p><p>Chief Nurse</p></div><div><p>Bo Marlow</p><p>Chair</p></div>"
    )
    assert card_names(markup) == ["Ana Ferncastle", "Bo Marlow"]


def test_surnames_first_are_turned_where_a_directory_has_two_of_them() -> None:
    def table(*rows: tuple[str, str]) -> str:
        return "".join(f"<tr><td>{name}</td><td>{title}</td></tr>" for name, title in rows)

    both = table(("Marlow, Ana J., RN", "Chief Nurse"), ("Oakham, Cy", "Chair"))
    assert card_names(f"<table>{both}</table>") == ["Ana J. Marlow", "Cy Oakham"]
    places = table(("Elmtown, Ohio", "Chief Nurse"), ("Nursing, Surgery", "Chair"))
    assert card_names(f"<table>{places}</table>") == []
