import pytest

from research.pages import extract
from research.pages.title_lines import credentials_behind, read_title_line


def test_lines_that_begin_with_a_preposition_are_no_titles() -> None:
    assert read_title_line("From Our Administrator") is None


def test_the_name_of_a_program_is_part_of_its_directors_title() -> None:
    read = read_title_line("Elmway IOP Program Director")
    assert read is not None
    assert [(post.title, post.organization) for post in read[0]] == [("Elmway IOP Program Director", "")]
    house = read_title_line("Elm Hospital Program Director")
    assert house is not None
    assert house[0][0].organization == "Elm Hospital"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Administrator, RN, WCC", "Administrator"),
        ("Director of Nursing, RN, BSN, NE-BC", "Director of Nursing"),
        ("Director, Elm Health, PA", "Director, Elm Health, PA"),
    ],
)
def test_credentials_behind_a_title_are_no_part_of_it_and_a_state_may_be(text: str, title: str) -> None:
    read = read_title_line(text)
    assert read is not None
    assert (read[0][0].title, read[0][0].organization) in {(title, ""), ("Director", "Elm Health")}


def test_posts_between_semicolons_are_several():
    posts, _ = read_title_line("President; CEO; Trustee")
    assert [post.title for post in posts] == ["President", "CEO", "Trustee"]


def test_credentials_behind_a_title_are_the_holders():
    assert credentials_behind("Chief Nursing Officer, RN, MSN") == ("RN", "MSN")
    assert credentials_behind("Chief Nursing Officer") == ()
    (person,) = extract("Leadership of Elm Hospital\n\nJane Doe\nChief Nursing Officer, RN, MSN").people
    assert (person.title, person.credentials) == ("Chief Nursing Officer", ("RN", "MSN"))


@pytest.mark.parametrize("line", ["Director's Message", "From the Chairman's Desk:", "Directors message:"])
def test_the_heading_over_somebodys_words_is_no_title(line: str) -> None:
    assert read_title_line(line) is None


@pytest.mark.parametrize(
    ("line", "title", "organization"),
    [
        ("Ward Manager", "Ward Manager", ""),
        ("Agency Supervisor, RN", "Agency Supervisor", ""),
        ("Domiciliary Registered Manager", "Domiciliary Registered Manager", ""),
        ("Workers representative", "Workers representative", ""),
        ("Oak Hospital Manager", "Manager", "Oak Hospital"),
        ("Oakvale CEO", "CEO", "Oakvale"),
        ("Director Strategy Development, Oak Medical Center", "Director Strategy Development", "Oak Medical Center"),
        ("Director Strategy Development, Finance", "Director Strategy Development, Finance", ""),
    ],
)
def test_a_duty_before_a_manager_is_no_house_and_a_house_behind_the_title_is_one(
    line: str, title: str, organization: str
) -> None:
    read = read_title_line(line)
    assert read is not None
    assert [(post.title, post.organization) for post in read[0]] == [(title, organization)]


def test_a_line_that_tells_what_is_to_be_done_is_no_title() -> None:
    assert read_title_line("Develop beginning nurse managers capable of leading health teams and programs") is None
    assert read_title_line("Develop Elm") is None
    read = read_title_line("Nurse Manager of the Emergency and Trauma Care Services")
    assert read is not None


@pytest.mark.parametrize(
    ("line", "title", "house"),
    [
        ("Director – Materials", "Director – Materials", ""),
        ("Director – Admin (H.E & A.S)", "Director – Admin (H.E & A.S)", ""),
        ("CEO – Elmway", "CEO", "Elmway"),
        ("Director – Elmway Hospital", "Director", "Elmway Hospital"),
    ],
)
def test_one_word_behind_a_directors_dash_is_a_duty_and_behind_a_chief_executives_the_house(
    line: str, title: str, house: str
) -> None:
    read = read_title_line(line)
    assert read is not None
    assert [(post.title, post.organization) for post in read[0]] == [(title, house)]


@pytest.mark.parametrize(
    ("line", "title", "house"),
    [
        ("Medical Director Elmvale Hospital", "Medical Director", "Elmvale Hospital"),
        ("Director Patient Services Elmvale Care Center", "Director Patient Services", "Elmvale Care Center"),
        (
            "Founder and Director Integrative Medical Group of Vale",
            "Founder and Director",
            "Integrative Medical Group of Vale",
        ),
        ("Director of Nursing Elmvale Care Center", "Director of Nursing", "Elmvale Care Center"),
        ("Director of Family Hope Clinic", "Director", "Family Hope Clinic"),
        ("Vice President Medical Group Operations", "Vice President Medical Group Operations", ""),
        ("Director Magnet Program", "Director Magnet Program", ""),
    ],
)
def test_a_house_behind_the_title_needs_no_mark(line: str, title: str, house: str) -> None:
    read = read_title_line(line)
    assert read is not None
    assert [(post.title, post.organization) for post in read[0]] == [(title, house)]


@pytest.mark.parametrize(
    "tail", [", Author of “Care” and “Cure”", " and author of Care", " | Best-selling author of 'Care'"]
)
def test_a_book_behind_a_title_is_no_part_of_it(tail: str) -> None:
    read = read_title_line("Medical Director, Elmvale Clinic" + tail)
    assert read is not None
    assert [(post.title, post.organization) for post in read[0]] == [("Medical Director", "Elmvale Clinic")]


def test_what_somebody_says_behind_a_title_is_no_title() -> None:
    assert read_title_line("Medical Director, “We care”") is None


@pytest.mark.parametrize("line", ["President, Northern Region", "Chairman, Medical Advisory Committee"])
def test_a_part_of_a_house_behind_a_title_is_no_house(line: str) -> None:
    read = read_title_line(line)
    assert read is not None
    assert [(post.title, post.organization) for post in read[0]] == [(line, "")]


def test_a_duty_between_a_dash_and_the_next_head_names_no_house() -> None:
    read = read_title_line("Secretary – Nominations Chair")
    assert read is not None
    assert [(post.title, post.organization) for post in read[0]] == [("Secretary – Nominations Chair", "")]
    read = read_title_line("President, Elm Hospital, and Chair")
    assert read is not None
    assert read[0][0].organization == "Elm Hospital"


@pytest.mark.parametrize(
    "line", ["Executive Spotlight", "Director Q&A", "A CEO's Perspective", "Chief Nurse Interview"]
)
def test_the_heading_of_a_column_is_no_title(line: str) -> None:
    assert read_title_line(line) is None


def test_what_somebody_is_besides_stands_behind_bars() -> None:
    read = read_title_line("Vice President of Nursing at Elmvale Health | Speaker | Mom of twins")
    assert read is not None
    assert [(p.title, p.organization) for p in read[0]] == [("Vice President of Nursing", "Elmvale Health")]
