from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.pages.titles import TitleReader
from research.pages.tokens import tokenize


def posts(text: str, *, card: bool = False) -> list[tuple[str, str]]:
    spans = TitleReader(text, tokenize(text), card=card).find()
    return [(post.title, post.organization) for span in spans for post in span.posts]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "says Ann Vale, senior vice president and hospital chief operating officer for Elm Health.",
            [("senior vice president and hospital chief operating officer", "Elm Health")],
        ),
        (
            "Elm Health Executive Vice President and COO, and Oak Health System Board Member",
            [("Executive Vice President and COO", "Elm Health"), ("Board Member", "Oak Health System")],
        ),
        (
            "chair of the Elm Hospital board of trustees and president and CEO of Oak Health",
            [("chair", "Elm Hospital"), ("president and CEO", "Oak Health")],
        ),
        ("commissioner of the state Department of Health", [("commissioner", "Department of Health")]),
        ("president of 25-bed Elm Hospital in Oaktown", [("president", "Elm Hospital")]),
        (
            "the president and CEO of Joy and Equity in Care, an Elmtown-based nonprofit, spoke",
            [("president and CEO", "Joy and Equity in Care")],
        ),
        (
            "the director of Nursing and Quality, a Vale by birth, spoke",
            [("director of Nursing and Quality", "")],
        ),
        (
            "associate medical director of Rehabilitation and Pain Relief Associates, a private practice",
            [("associate medical director", "Rehabilitation and Pain Relief Associates")],
        ),
        ("Elm County Health Director Ann Vale", [("Health Director", "Elm County")]),
        ("chief exec of the Elm Health Center", [("chief exec", "Elm Health Center")]),
        ("She won Exec of Year", []),
        ("CEO Dr. Dean Lim", [("CEO", "")]),
        ("Dean Lim, CEO of Elm Hospital", [("CEO", "Elm Hospital")]),
        ("Dean Ann Vale", [("Dean", "")]),
        (
            "Elm Health President and Chief Executive Officer Ann Vale",
            [("President and Chief Executive Officer", "Elm Health")],
        ),
        (
            "Ann Vale, Elm president & CEO and CEO of ValeCare’s North Region",
            [("president & CEO", "Elm"), ("CEO", "ValeCare’s North Region")],
        ),
        (
            "named director of local government affairs and community relations for Elm Health",
            [("director of local government affairs and community relations", "Elm Health")],
        ),
        ("Elm’s Chief Medical Officer", [("Chief Medical Officer", "Elm")]),
        ("medical director of the Dialysis Center of Vale", [("medical director", "Dialysis Center of Vale")]),
        (
            "chair of the Department of Surgery at Elm Hospital",
            [("chair of the Department of Surgery", "Elm Hospital")],
        ),
        ("led by Director of Nursing Ann Vale", [("Director of Nursing", "")]),
        ("elected to the Elm Health Board of Trustees", [("Board of Trustees", "Elm Health")]),
        ("the Thomas Vale Executive Diversity Program", []),
        ("to lead Elm Health", []),
    ],
)
def test_titles_and_their_organizations_are_told_apart(text: str, found: list[tuple[str, str]]) -> None:
    assert posts(text) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "President, Emergency Medicine & Hospital Services",
            [("President, Emergency Medicine & Hospital Services", "")],
        ),
        ("Director, Health Benefits, Elmtec", [("Director, Health Benefits", "Elmtec")]),
        ("Chair, OB/GYN", [("Chair, OB/GYN", "")]),
        ("President and CEO of elmhealth", [("President and CEO", "elmhealth")]),
        (
            "President, Elm Clinic and Senior Vice President, Vale Health",
            [("President", "Elm Clinic"), ("Senior Vice President", "Vale Health")],
        ),
    ],
)
def test_a_card_writes_titles_in_capitals(line: str, found: list[tuple[str, str]]) -> None:
    assert posts(line, card=True) == found


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    for card in (False, True):
        spans = TitleReader(text, tokenize(text), card=card).find()
        assert all(a.outer_end <= b.end for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ann Vale is a board-certified surgeon and the medical director of Elm Hospital",
            [("medical director", "Elm Hospital")],
        ),
        ("a licensed counselor and clinical director at Elm Recovery", [("clinical director", "Elm Recovery")]),
        ("the on-site medical director at Elm Recovery", [("medical director", "Elm Recovery")]),
        ("a nurse and the on-site director at Elm Recovery", [("director", "Elm Recovery")]),
    ],
)
def test_a_calling_that_describes_the_holder_is_no_part_of_the_post(text: str, found: list[tuple[str, str]]) -> None:
    assert posts(text) == found


@pytest.mark.parametrize("text", ["won the Nurse of the Year title", "the Rural Leader Award", "a Founder Medal"])
def test_the_name_of_an_award_holds_no_title(text: str) -> None:
    assert posts(text) == []


@pytest.mark.parametrize(
    ("text", "found", "card"),
    [
        ("Director of Nursing of Elm Manor", [("Director of Nursing", "Elm Manor")], True),
        ("Chair of the Board of Elm Foundation", [("Chair of the Board", "Elm Foundation")], True),
        (
            "Founder and Clinical Director of Elm Counseling",
            [("Founder and Clinical Director", "Elm Counseling")],
            False,
        ),
        ("Director of Pharmacy for the past fifteen years at Elm", [("Director of Pharmacy", "")], False),
        (
            "director of infection prevention for the hospital",
            [("director of infection prevention", "the hospital")],
            False,
        ),
        ("past president of the Vale Society", [("president", "Vale Society")], False),
        (
            "President & CEO of The Family Health Centers of Elmland",
            [("President & CEO", "Family Health Centers of Elmland")],
            False,
        ),
        ("CEO, Vale Hospital (VH) in Elmtown", [("CEO", "Vale Hospital")], False),
        (
            "CEO of El Vale (Calif.) Regional Medical Center",
            [("CEO", "El Vale (Calif.) Regional Medical Center")],
            False,
        ),
        ("CEO of Vale-based Elm Hospital", [("CEO", "Elm Hospital")], False),
        ("CEO of Lakeport, N.Y.-based Elm Hospital", [("CEO", "Elm Hospital")], False),
        ("Vale Hospital & Health Services CEO", [("CEO", "Vale Hospital & Health Services")], False),
        ("Co-Medical Director", [("Co-Medical Director", "")], True),
        (
            "President; CEO; and Trustee of Oak Hospital",
            [("President", "Oak Hospital"), ("CEO", "Oak Hospital"), ("Trustee", "Oak Hospital")],
            False,
        ),
        ("CEO; CFO Bo Lim", [("CEO", ""), ("CFO", "")], False),
        ("Medical director Ann Vale said", [("Medical director", "")], False),
        ("Finance director Bo Lim of Elm", [("Finance director", "")], False),
        ("Elm Clinic practice manager Ann Vale", [("practice manager", "Elm Clinic")], False),
        ("Head of Estates Bo Lim and others", [("Head of Estates", "")], False),
        ("Director of Imaging, and Bo Lim", [("Director of Imaging", "")], False),
        ("Company Secretary", [("Company Secretary", "")], True),
        ("the Non-Executive Director", [("Non-Executive Director", "")], False),
        (
            "director and non-executive chairman of Elm Health",
            [("director and non-executive chairman", "Elm Health")],
            False,
        ),
        ("Vale County Judge Executive", [("Judge Executive", "Vale County")], False),
        ("superintendent of the state’s Elm Center", [("superintendent", "Elm Center")], False),
        ("president of the health system’s Oak Hospital", [("president", "Oak Hospital")], False),
        ("CEO of the 25-bed Oak Hospital", [("CEO", "Oak Hospital")], False),
        ("CEO of the county-owned Oak Hospital", [("CEO", "Oak Hospital")], False),
        ("director of the hospital’s cancer center", [("director of the hospital’s cancer center", "")], False),
        ("chief nursing officer of South County Health", [("chief nursing officer", "South County Health")], False),
        ("vice president of Community Health", [("vice president of Community Health", "")], False),
        ("Vale Regional Health CEO", [("CEO", "Vale Regional Health")], False),
        ("Vale General Health Chief Nurse", [("Chief Nurse", "Vale General Health")], False),
        ("Vale Regional Health Director", [("Regional Health Director", "Vale")], False),
        ("Police Chief Tom Finch and Superintendent", [("Superintendent", "")], False),
        ("CNO, Elm Hospital - Jane Roe, vice president", [("CNO", "Elm Hospital"), ("vice president", "")], False),
    ],
)
def test_a_title_ends_where_its_organization_or_a_span_of_time_begins(
    text: str, found: list[tuple[str, str]], card: bool
) -> None:
    assert posts(text, card=card) == found


def test_a_minister_is_named_by_the_ministry() -> None:
    assert posts("Health secretary Ann Vale") == [("Health secretary", "")]


def test_professor_behind_a_title_is_how_the_name_is_called() -> None:
    assert posts("The current chair, Professor Ann Vale, will leave.") == [("chair", "")]
    assert posts("Ann Vale, chair and Professor of Surgery at Elm College") == [
        ("chair and Professor of Surgery", "Elm College")
    ]


def test_a_senates_president_pro_tempore_is_one_title() -> None:
    assert posts("said President Pro Tempore Abe Vale") == [("President Pro Tempore", "")]
    assert posts("said Senate President Pro Tem Abe Vale")[0][0].endswith("President Pro Tem")


def test_registered_manager_is_one_title_of_a_card() -> None:
    assert posts("Registered Manager", card=True) == [("Registered Manager", "")]
