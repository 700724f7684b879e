import pytest

from research.pages import extract
from research.pages.group_headings import heading_of_group, heads_management, post_heading


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Vice Presidents", "Vice President"),
        ("Board of Trustees", "Board of Trustees"),
        ("Members of the Governing Board", "Governing Board"),
        ("Elm Health Board of Directors FY 2025", "Board of Directors"),
        ("CFO Attendees (by System)", "CFO"),
        ("Our Founders", "Founder"),
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


def test_the_day_of_a_list_is_no_part_of_its_heading() -> None:
    post = post_heading("The Elmvale Hospital Board, effective 18 May 2024:")
    assert post is not None
    assert (post.title, post.organization, post.kind) == ("Board Member", "Elmvale Hospital Board", "board")


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
    ("heading", "answer"),
    [
        ("Meet Our Management Team", True),
        ("Senior Leadership Team:", True),
        ("Executive Committee", True),
        ("Our Team", False),
        ("Risk Management Team", False),
        ("Management", False),
    ],
)
def test_a_heading_may_speak_of_those_who_manage_a_house(heading: str, answer: bool) -> None:
    assert heads_management(heading) is answer


@pytest.mark.parametrize(
    "heading", ["Hospital Authority Members", "Authority Members:", "Governing Body", "Nominating Committee"]
)
def test_bodies_that_rule_under_other_names_seat_those_below(heading: str) -> None:
    text = f"Elm Hospital\n\nElm Hospital cares for patients.\n\n{heading}\n\nBo Lim\nCy Roe\nAnn Vale, MD\nDee Doe"
    found = [(p.name, p.organization, p.leader) for p in extract(text).people]
    assert found == [(name, "Elm Hospital", True) for name in ("Bo Lim", "Cy Roe", "Ann Vale", "Dee Doe")]


@pytest.mark.parametrize("heading", ["Hospital Authority", "Foundation Members", "Program Committee"])
def test_a_house_its_friends_and_other_committees_seat_nobody(heading: str) -> None:
    assert not heading_of_group(heading)
