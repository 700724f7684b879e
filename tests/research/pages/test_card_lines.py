import pytest

from research.pages import extract
from research.pages.card_lines import (
    classify,
    credentials_behind,
    is_department_line,
    is_duty,
    post_heading,
    read_name,
    read_soft_name,
    read_title_line,
)
from research.pages.model import Line


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann Vale, MD", "name"),
        ("CA. B. Vale", "name"),
        ("Ann Vale, RN – co-owner, Oak Bakery", "pair"),
        ("Elected 2012", "label"),
        ("Term expires: March 2020", "label"),
        ("Since 2012 she leads", "text"),
        ("Nominated Individual", "title"),
        ("Elm Hospital (Fla.)", "organization"),
        ("Elm Health-Vale (Fla.", "organization"),
        ("Ann Vale, MD, Chief Medical Officer", "pair"),
        ("Ann Vale — Elm Health", "name"),
        ("Elm Health — Ann Vale", "name"),
        ("Treasurer, Ann Vale, RN", "pair"),
        ("Ann Vale (Chair, Surgery)", "pair"),
        ("Name: Ann Vale", "name"),
        ("Title:", "label"),
        ("Honoree: Ann Vale, RN", "name"),
        ("2019 Finalist – Ann Vale", "name"),
        ("Nurse Leader of the Year: Ann Vale", "name"),
        ("Winner of the prize", "other"),
        ("Executive Team", "department"),
        ("Chief Medical Officer: “Costs.”", "other"),
        ("Vice President for Enrollment Management", "title"),
        ("Chief Medical Officer", "title"),
        ("Human Resources & Compliance", "department"),
        ("Elm Valley Hospital, Vale, OH", "organization"),
        ("Unity Physician Group", "organization"),
        ("Ann Vale Named Chief Nurse of Elm Health", "text"),
        ("Ann Vale is the chief of all.", "text"),
        ("12 Elm Street", "other"),
        ("Read More", "other"),
    ],
)
def test_a_line_is_what_its_words_make_it(text: str, kind: str) -> None:
    assert classify(0, Line(text)).kind == kind


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Vice Presidents", "Vice President"),
        ("Board of Trustees", "Board of Trustees"),
        ("Members of the Governing Board", "Governing Board"),
        ("Elm Health Board of Directors FY 2025", "Board of Directors"),
        ("CFO Attendees (by System)", "CFO"),
        ("Our Team", None),
        ("News", None),
    ],
)
def test_a_heading_may_give_a_post_to_the_people_under_it(heading: str, title: str | None) -> None:
    post = post_heading(heading)
    assert (post.title if post else None) == title


def test_a_board_with_its_organization_says_where() -> None:
    post = post_heading("Elm Health Board of Trustees")
    assert post is not None
    assert post.organization == "Elm Health Board of Trustees"


def test_what_stands_behind_a_name_is_left_to_read() -> None:
    named = read_name("Ann Vale, RN – Chair")
    assert named is not None
    assert (named.name, named.credentials, named.mark, named.rest) == ("Ann Vale", ("RN",), "–", "Chair")


def test_lines_that_begin_with_a_preposition_are_no_titles() -> None:
    assert read_title_line("From Our Administrator") is None


def test_duties_and_soft_names() -> None:
    assert is_department_line("Quality Oversight")
    assert not is_department_line("Licensed Clinical Social")
    assert is_duty("Finance")
    assert not is_duty("Leadership")
    assert read_soft_name("Will Case") is not None
    assert read_soft_name("Our Team") is None


def test_a_sign_before_an_organization_is_no_address() -> None:
    assert classify(0, Line("COO @ Elm Health")).kind == "title"
    assert classify(0, Line("ann@elm.example")).kind == "other"


def test_a_vacant_post_is_no_title_and_a_degree_no_organization() -> None:
    assert read_title_line("Secretary: Vacant") is None
    assert classify(0, Line("Bachelor Science Nursing")).kind != "organization"
    assert classify(0, Line("Sr. VP / Chief Financial Officer")).posts[0].title == "Sr. VP / Chief Financial Officer"
    assert classify(0, Line("Creative Director")).posts[0].organization == ""


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


def test_no_title_has_a_name_in_it():
    text = "Elm Hospital Board of Directors\n\nChair – Ann Poe\nMembers: Jane Doe, Mara Lund"
    assert [(person.name, person.title) for person in extract(text).people][:1] == [("Ann Poe", "Chair")]
    assert all("Jane" not in person.title for person in extract(text).people)


def test_a_title_said_twice_is_shown_once():
    (person,) = extract("Jane Doe, Interim CEO, Interim CEO, Elm Health").people
    assert (person.title, person.organization) == ("Interim CEO", "Elm Health")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("(Medical Director)", "Medical Director"),
        ("(Director Finance)", "Director Finance"),
        ("Chairman-cum-Managing Director", "Chairman-cum-Managing Director"),
        ("(Chairman-cum- Managing Director)", "Chairman-cum- Managing Director"),
        ("CM, BSN, Director of Nursing", "Director of Nursing"),
    ],
)
def test_brackets_and_credentials_around_a_title_are_no_part_of_it(line: str, title: str) -> None:
    entry = classify(0, Line(line, "paragraph", 0, 0))
    assert (entry.kind, [post.title for post in entry.posts]) == ("title", [title])


@pytest.mark.parametrize("line", ["Director's Message", "From the Chairman's Desk:", "Directors message:"])
def test_the_heading_over_somebodys_words_is_no_title(line: str) -> None:
    assert read_title_line(line) is None


def test_an_honorific_makes_a_name_of_ordinary_words_and_nothing_of_others() -> None:
    named = read_soft_name("Dr. Paul Winner")
    assert named is not None
    assert (named.name, named.prefix) == ("Paul Winner", "Dr.")
    assert read_soft_name("Paul Winner") is None
    assert read_soft_name("Dr. of Medicine") is None


def test_the_day_of_a_list_is_no_part_of_its_heading() -> None:
    post = post_heading("The Elmvale Hospital Board, effective 18 May 2024:")
    assert post is not None
    assert (post.title, post.organization, post.kind) == ("Board Member", "Elmvale Hospital Board", "board")


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


@pytest.mark.parametrize(
    ("heading", "title", "organization"),
    [
        ("Elm Authority – Board of Directors", "Board of Directors", "Elm Authority"),
        ("Elm Authority Board of Directors", "Board of Directors", "Elm Authority Board of Directors"),
    ],
)
def test_a_dash_parts_a_house_from_its_board(heading: str, title: str, organization: str) -> None:
    post = post_heading(heading)
    assert post is not None
    assert (post.title, post.organization) == (title, organization)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Ann Vale, Secretary (excused/travel)", "Secretary"),
        ("Ann Vale, Member at Large (3:06pm)", "Member at Large"),
        ("Ann Vale, Director (interim)", "Director (interim)"),
    ],
)
def test_who_was_there_is_no_part_of_a_title(line: str, title: str) -> None:
    assert [post.title for post in classify(0, Line(line)).posts] == [title]
