import pytest

from research.pages import extract
from research.pages.house_names import house_name, with_named_houses, without_house, without_post
from research.pages.mention import Mention
from research.pages.titles import PostSpan


@pytest.mark.parametrize(
    "words",
    [
        "Director of Chronic Wound Services",
        "Vice Chair for Surgery",
        "Chief of Staff",
        "OF THE BOARD",
        "of Trustees",
        "Independent",
        "NON-EXECUTIVE",
        "Today",
        "Monday",
        "Nursing",
        "Dr. Vale",
        "Health Minister Ann Vale",
        "Elm Gov. Ann Vale",
        "Senior Consultant Pediatrics & Neonatology",
        "Med/Surg",
        "Master of Hospital and Health Administration",
        "Regents",
        "Session",
        "Ohio-based",
        "Representing",
        "BS",
        "",
    ],
)
def test_words_of_posts_boards_and_the_calendar_name_no_house(words: str) -> None:
    assert house_name(words) == ""


@pytest.mark.parametrize(
    "name",
    [
        "Elmvale Hospital",
        "Board of Regents of Elmvale University",
        "Nurse Partners of Elmvale",
        "Physicians for Better Care",
        "New Elmvale Health",
        "Elmvale",
        "WRHC",
        "Children’s Hospital & Medical Center",
        "the hospital",
        "a small hospital",
    ],
)
def test_names_of_houses_stay(name: str) -> None:
    assert house_name(name) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("New Surgeon-in-Chief Elmvale Children’s Hospital", "Elmvale Children’s Hospital"),
        ("Next Chief Medical Officer Oakdale Health System", "Oakdale Health System"),
        ("Interim CEO Ashford Clinic", "Ashford Clinic"),
        ("New CEO Community Hospital", "New CEO Community Hospital"),
        ("Longtime Elmvale Regional Health", "Elmvale Regional Health"),
        ("Governor Vale Memorial Hospital", "Governor Vale Memorial Hospital"),
        ("Elm Healthcare News", "Elm Healthcare News"),
        ("Elm Health Board’s", "Elm Health Board"),
        ("Elm Children’s", "Elm Children’s"),
        ("Former Elm Hospital", "Elm Hospital"),
        ("The Board of Directors of Elm Hospital", "Elm Hospital"),
        ("Elm Hospital District No.", "Elm Hospital District"),
        ("Clubs of Elm/Oakdale", "Clubs of Elm/Oakdale"),
        ("Elmtown-based Elm Health", "Elm Health"),
        ("Elm Hospital News", "Elm Hospital"),
        ("Elmvale News", "Elmvale News"),
    ],
)
def test_a_headline_before_a_house_is_cut_off_where_a_name_of_its_own_follows(words: str, name: str) -> None:
    assert house_name(words) == name


def test_letters_behind_other_letters_of_a_name_are_a_degree() -> None:
    post = PostSpan("President", "MHoA", "executive", "president")
    degree = Mention("Ann Vale", 0, "card", (post,), credentials=("RN",), quote="ANN VALE, RN, MHoA President")
    house = Mention("Ann Vale", 0, "card", (post,), credentials=("RN",), quote="ANN VALE, RN; MHoA President")
    assert [m.posts[0].organization for m in with_named_houses([degree, house])] == ["", "MHoA"]


@pytest.mark.parametrize(
    "text",
    [
        "Today, the Elmvale Hospice and its partners announced that President Ann Vale will retire in May.",
        "Nursing Leadership\n\nAnn Vale, R.N.\nVice President, Nursing\n\nBo Lim, R.N.\nDirector, Patient Care",
        "BOARD OF DIRECTORS\n\nDR. ANN VALE\nCHAIRMAN OF THE BOARD\n\nDR. BO LIM\nINDEPENDENT DIRECTOR",
    ],
)
def test_no_person_of_a_page_is_given_an_absurd_house(text: str) -> None:
    found = extract(text).people
    assert found
    assert {person.organization for person in found} <= {"", "Elmvale Hospice"}


@pytest.mark.parametrize(
    "title", ["Pediatrician-in-Chief", "Obstetrician-In-Chief", "Research-in-Chief", "Physician-in-Chief"]
)
def test_whoever_is_in_chief_leads(title: str) -> None:
    text = f"Dr. Ann Vale has been named {title} at Elmvale Children’s Hospital."
    assert [(p.name, p.title, p.leader) for p in extract(text).people] == [("Ann Vale", title, True)]


def test_an_editor_in_chief_does_not() -> None:
    text = "Dr. Ann Vale has been named editor-in-chief at Elmvale Children’s Hospital."
    assert [p.leader for p in extract(text).people] == [False]


@pytest.mark.parametrize("name", ["Elm Hospital’s Chief of Medical Staff", "Elm Hospital's CEO", "Elm Hospital"])
def test_a_house_ends_where_its_own_post_begins(name: str) -> None:
    assert without_post(name) == "Elm Hospital"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("president and CEO, Elm and Oak Care", "president and CEO"),
        ("director of the Elm & Oak Care", "director"),
        ("director of Elm & Oak Care", "director"),
        ("director, Oak Care", "director, Oak Care"),
        ("Elm & Oak Care", "Elm & Oak Care"),
    ],
)
def test_the_pages_house_behind_a_title_is_no_part_of_it(title: str, shown: str) -> None:
    assert without_house(title, "Elm & Oak Care") == shown
    assert without_house(title, "") == title


def test_letters_behind_one_title_are_the_house_that_others_of_the_page_have() -> None:
    text = (
        "Board of Directors\n\nAna Lim, MD\nChief of Staff, EMHC\n\n"
        "Bo Vale, RN\nChief Nurse Research and Practice, EMHC\n\nCy Roe, RN\nChief Nurse, Care"
    )
    found = [(person.name, person.organization) for person in extract(text).people]
    assert ("Bo Vale", "EMHC") in found
    assert ("Cy Roe", "") in found
