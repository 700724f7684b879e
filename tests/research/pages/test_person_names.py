import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.pages import extract
from research.pages.person_names import find_names, is_name_line, may_be_name, may_be_surname, read_name_line
from research.pages.tokens import slice_text, tokenize


def names(text: str) -> list[str]:
    tokens = tokenize(text)
    return [slice_text(text, tokens, span.start, span.end) for span in find_names(tokens)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Yesterday Ann Vale met Bo van der Lim.", ["Ann Vale", "Bo van der Lim"]),
        (
            "We thank J. Robert Oakes III, MD, and María de la Cruz-Vega.",
            ["J. Robert Oakes III", "María de la Cruz-Vega"],
        ),
        ("Carla W. “Rickie” Oakes, Jr. retired", ["Carla W. “Rickie” Oakes, Jr."]),
        ("The Elm Valley Hospital and Oakes Family Practice opened.", []),
        ("She was born in Grand Forks.", []),
        ("Dr. Oakes spoke on Monday, May 4.", ["Oakes"]),
        ("Board Certified in Family Medicine", []),
        ("Brig Gen (Retd) Md Mohib Vale, FCPS, spoke", ["Md Mohib Vale"]),
        ("Lt. Gen. (Dr.) V Ravin, VSM (Retd.)", ["V Ravin"]),
        ("Prof. Dr. Ana Vale and Commodore (Retd.) Bo Lim spoke.", ["Ana Vale", "Bo Lim"]),
        ("DR. ANA VALE", ["ANA VALE"]),
        ("BrightPath Sportsnet said", []),
    ],
)
def test_names_are_told_by_their_shape(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "line",
    [
        "Ann Vale",
        "Dr. Ann Vale",
        "ANN VALE, MD, FACP",
        "Lois Oakes DNP, RN, NEA-BC",
        "Brig Gen Md Mohib Vale (Retd)",
        "MR. RAJEN VALE",
        "Ann Vale OAM",
        "Ann Long",
        "Bo Case, CAS",
        "Kim Core, MD",
    ],
)
def test_a_line_may_be_a_name_with_credentials(line: str) -> None:
    assert is_name_line(line)


@pytest.mark.parametrize(
    "line", ["Chief Executive Officer", "Our Team", "Elm Health", "Read More", "ann vale", "", "Key Words"]
)
def test_other_lines_are_no_names(line: str) -> None:
    assert not is_name_line(line)


def test_a_town_and_its_country_are_nobodys_name() -> None:
    assert not is_name_line("San Vale, USA")
    assert is_name_line("Col. Ann Vale, RN, USA")


def test_an_order_of_the_commonwealth_is_no_part_of_a_name() -> None:
    assert names("Professor Bo Vale AO and Ann Lim PSM met") == ["Bo Vale", "Ann Lim"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ann November, CEO of Elm Hospital", ["Ann November"]),
        ("In November Ann Vale was named", ["Ann Vale"]),
        ("Minh Do, MD, leads Elm Hospital with Ada Vale and Rosa Ip", ["Minh Do", "Ada Vale", "Rosa Ip"]),
        ("Ann Marks was named CEO; Ann Vale marks a year", ["Ann Marks", "Ann Vale"]),
        ("What Leaders Do, and Where IP Teams Go", []),
        ("Elm Hospital November, 2024", []),
        ("Ann November, 2024", []),
        (
            "Ann Chac\N{REPLACEMENT CHARACTER}n, MPH, and Bo Lim?s said",
            ["Ann Chac\N{REPLACEMENT CHARACTER}n", "Bo Lim?s"],
        ),
        ("Is it Ann Vale? She says so", ["Ann Vale"]),
    ],
)
def test_a_month_may_be_a_surname_and_a_letter_may_be_lost(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_credentials_with_slashes_dots_and_brackets_are_read() -> None:
    read = read_name_line("Ann Vale, M.S.N., MBA/HCM, RT(R), LBBH")
    assert read is not None
    assert read[0].credentials == ("M.S.N.", "MBA/HCM", "RT(R)", "LBBH")


def test_ordinary_words_can_be_names_and_titles_cannot() -> None:
    assert may_be_name("Grant")
    assert may_be_surname("dean")
    assert not may_be_name("President")


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    for span in find_names(tokenize(text)):
        assert span.outer_start <= span.start < span.end <= span.outer_end


def test_ed_is_a_given_name_unless_in_capitals() -> None:
    assert is_name_line("Ed Woods")
    assert not is_name_line("ED Woods")


@pytest.mark.parametrize(
    "text",
    [
        "St. Mark Church",
        "Vale Orthodox Elmish Church",
        "Elmgrove Bank",
        "Position Description",
        "How DOs",
        "Saint Vale",
    ],
)
def test_houses_and_labels_are_nobodys_name(text: str) -> None:
    assert not is_name_line(text)


@pytest.mark.parametrize("text", ["Mary Church", "Jane Q. Temple", "Dr. St. Clair", "Ann St. Clair"])
def test_surnames_that_are_houses_as_well_stay_names(text: str) -> None:
    assert is_name_line(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The chief nurse Dr Ann Line and others met.", ["Ann Line"]),
        ("Dr. Vale Surgery Clinic opened.", []),
        ("Dr. Vale, Surgery, spoke.", ["Vale"]),
        ("Dr. Vale Hospital opened.", []),
    ],
)
def test_an_ordinary_word_ends_a_name_behind_an_honorific(text: str, found: list[str]) -> None:
    assert [name for name in names(text) if name != "Vale"] == [name for name in found if name != "Vale"]


@pytest.mark.parametrize("name", ["Grace Hill", "Will Long", "Mark Price"])
def test_two_ordinary_words_are_a_name_where_somebody_appoints_them(name: str) -> None:
    found = extract(f"Elmvale Hospital has appointed {name} as chief financial officer. It serves patients.").people
    assert [(person.name, person.title) for person in found] == [(name, "chief financial officer")]


def test_two_ordinary_words_that_nobody_appoints_are_no_name() -> None:
    assert extract("Elmvale Hospital will use Grace Hill as a parking lot. It serves patients.").people == ()


@pytest.mark.parametrize(
    "text", ["O\u0323\u0300la\u0301 Vale\u0301, RN", "Jean-Luc d’Arcy", "Ann O’Neill-d’Arcy", "Dr. Ana dell’Oak"]
)
def test_marks_that_stand_by_themselves_and_small_articles_are_of_names(text: str) -> None:
    assert is_name_line(text)


@pytest.mark.parametrize("name", ["Susan Cho", "Mona Said"])
def test_letters_of_a_post_and_a_verb_of_speech_may_be_surnames(name: str) -> None:
    found = extract(f"Elmvale Hospital Leadership\n\n{name}, RN\nChief Nursing Officer").people
    assert [person.name for person in found] == [name]
