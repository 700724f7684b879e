import pytest

from research.pages import extract
from research.pages.card_lines import classify, is_department_line, is_duty, read_name, read_soft_name
from research.pages.model import Line
from research.pages.title_lines import read_title_line


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann Vale, MD", "name"),
        ("CA. B. Vale", "name"),
        ("Ann Vale, N.D., LAc", "name"),
        ("Justice Ann Vale", "name"),
        ("Ann Vale (R5 EMT-I)", "name"),
        ("Lead Naturopathic Doctor", "title"),
        ("Ann Vale, RN – co-owner, Oak Bakery", "pair"),
        ("Elected 2012", "label"),
        ("MSc Nursing", "other"),
        ("M.B.B.S, MD (Medicine)", "other"),
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


def test_what_stands_behind_a_name_is_left_to_read() -> None:
    named = read_name("Ann Vale, RN – Chair")
    assert named is not None
    assert (named.name, named.credentials, named.mark, named.rest) == ("Ann Vale", ("RN",), "–", "Chair")


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


def test_an_honorific_makes_a_name_of_ordinary_words_and_nothing_of_others() -> None:
    named = read_soft_name("Dr. Paul Winner")
    assert named is not None
    assert (named.name, named.prefix) == ("Paul Winner", "Dr.")
    assert read_soft_name("Paul Winner") is None
    assert read_soft_name("Dr. of Medicine") is None


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


@pytest.mark.parametrize("heading", ["Meet Dr. Ana Vale", "Get to know Ana Vale, MD", "About Ana Vale"])
def test_a_heading_that_introduces_somebody_is_the_name(heading: str) -> None:
    entry = classify(0, Line(heading, role="heading", level=2))
    assert entry.kind == "name"
    assert entry.name is not None
    assert entry.name.name == "Ana Vale"


def test_a_heading_that_introduces_a_team_or_a_house_is_no_name() -> None:
    assert [
        classify(0, Line(text, role="heading", level=2)).kind for text in ("Meet Our Team", "About Elm Hospital")
    ] == [
        "other",
        "other",
    ]


@pytest.mark.parametrize("text", ["Professional Roles", "Current Positions", "Clinical Policies Subcommittee"])
def test_the_heading_of_a_part_of_a_profile_names_no_house(text: str) -> None:
    assert classify(0, Line(text)).kind == "other"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Treasurer: Ann Vale, RN, Elmtown", "pair"),
        ("Nominating Committee: Ann Vale, RN, New Oakvale", "pair"),
        ("Nominating Committee: Ann Vale", "pair"),
        ("Awards Committee: Ann Vale, RN", "other"),
    ],
)
def test_a_town_may_stand_behind_credentials_and_the_office_before_the_name(text: str, kind: str) -> None:
    assert classify(0, Line(text)).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Executive Spotlight: Ana Vale", "name"),
        ("Hospital: Elmvale Medical Center", "organization"),
        ("Current Position: Chief Nurse", "title"),
        ("Ana Vale, 38, assistant administrator, Elmvale Hospital", "text"),
    ],
)
def test_fields_of_a_profile_are_read_behind_their_labels(text: str, kind: str) -> None:
    assert classify(0, Line(text)).kind == kind
