from dataclasses import replace

import pytest

from research.pages.html_lines import read_html
from research.pages.lines import read_text
from research.pages.owner_votes import copyright_vote, line_votes
from research.pages.page_owner import owner_of


def test_who_is_ruled_by_a_board_owns_the_text_of_its_board() -> None:
    text = "Our Board\nThe Vale Infectious Group (VIG) is governed by a board of six.\nAnn Doe, MD\nPresident"
    assert owner_of(read_text(text)).name == "Vale Infectious Group"


@pytest.mark.parametrize(
    "line",
    [
        "ELMV is proud to announce a grant that will help many people who live here.",
        "VALE – Elmvale People is once again tapping its medical director to run the whole place.",
    ],
)
def test_who_announces_in_a_paragraph_of_its_own_owns_the_text(line: str) -> None:
    assert owner_of(read_text(f"News\n{line}\nAnn Doe\nPresident")).name in {"ELMV", "Elmvale People"}


@pytest.mark.parametrize(
    ("below", "more"),
    [
        ("The Vale Gland and BONE Society is an international organization of scientists.", True),
        ("The Vale Gland and BONE Society (VGBS) was founded by scientists.", True),
        ("We thank the Vale Gland and BONE Society.", False),
    ],
)
def test_a_heading_whose_paragraph_tells_what_it_is_has_one_more_sign(below: str, *, more: bool) -> None:
    page = read_html(f"<h1>About Us</h1><h2>Vale Gland and BONE Society</h2><p>{below}</p><h3>Ann Doe</h3>")
    votes: list[tuple[str, float]] = []
    line_votes(page, 1, page.lines[1], set(), lambda name, weight: votes.append((name, weight)))
    assert (("Vale Gland and BONE Society", 5) in votes) is more


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Elmvale hospital appoints new director of nursing", "Elmvale hospital"),
        ("Elmva care provides the following services:", "Elmva care"),
        ("Primary care provides the following services:", ""),
    ],
)
def test_a_house_may_write_its_noun_in_small_letters(line: str, owner: str) -> None:
    assert owner_of(read_text(f"{line}\n\nAnn Doe\n\nManager")).name == owner


def test_where_somebody_was_before_does_not_own_the_text() -> None:
    text = (
        "A new interim chief executive has been appointed at Vale and Elm NHS Foundation Trust.\nAnn Doe took up the "
        "role in March.\nShe has held senior positions including eight years as director of operations at Oakford "
        "University Hospitals NHS Foundation Trust.\nVale and Elm NHS Foundation Trust runs three hospitals."
    )
    assert owner_of(read_text(text)).name == "Vale and Elm NHS Foundation Trust"


def test_who_tells_its_own_mission_owns_the_page() -> None:
    page = read_text(
        "Our Mission\nThe mission of Elmvale CareGivers is to keep people at home.\nThe Team\nAbe Vale\nOwner"
    )
    assert owner_of(page).name == "Elmvale CareGivers"


def test_the_board_of_a_hospital_district_is_of_the_district() -> None:
    text = "Oakvale Hospital District Board Minutes\n\nPresent: Ana Roe, Chair; Bo Lim, Secretary\nStaff: Ed Vale, CEO"
    assert owner_of(read_text(text)).name == "Oakvale Hospital District"


def test_a_greeting_names_whose_page_it_is() -> None:
    page = read_html(
        "<div>Welcome to ElmVale Health</div><h1>Board of Trustees</h1><p>Ann Vale was at Oak Council (OC).</p>"
        "<p>Bo Lim was at Oak Council.</p>",
        "",
    )
    assert owner_of(page).name == "ElmVale Health"


@pytest.mark.parametrize(
    ("heading", "owner"),
    [
        ("Elmvale Tribe – Health Board Meeting", "Elmvale Tribe – Health Board"),
        ("Elmvale Health Board Special Meeting Minutes", "Elmvale Health Board"),
        ("Elmvale Authority – Board of Directors", "Elmvale Authority"),
    ],
)
def test_the_heading_of_minutes_or_of_a_board_names_whose_they_are(heading: str, owner: str) -> None:
    assert owner_of(read_text(f"{heading}\n\nThe meeting was called to order.")).name == owner


def test_a_copyright_mark_and_the_lines_of_a_page_vote_by_weight() -> None:
    votes: list[tuple[str, float]] = []
    named: set[str] = set()
    page = read_text("About Elm Hospital\n\nElm Hospital has 90 beds.")
    line_votes(page, 0, page.lines[0], named, lambda name, weight: votes.append((name, weight)))
    assert ("Elm Hospital", 4) in votes
    assert named == {"Elm Hospital"}
    copyright_vote(replace(page.lines[0], text="© 2024 Oak Clinic"), lambda name, weight: votes.append((name, weight)))
    assert votes[-1] == ("Oak Clinic", 4)
