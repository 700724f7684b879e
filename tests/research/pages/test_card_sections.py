from collections import Counter

import pytest

from research.pages import extract
from research.pages.card_lines import classify
from research.pages.card_sections import CardSections, tells_of_board
from research.pages.html_lines import read_html

PAGE = (
    "<h2>Vice Presidents</h2><p>Ann Vale</p><p>Bo Lim</p>"
    "<h2>Past Presidents</h2><p>Cy Moss</p><h2>Board of Trustees</h2><p>Di Poe</p>"
)


def sections() -> CardSections:
    entries = [classify(number, line) for number, line in enumerate(read_html(PAGE).lines)]
    return CardSections(entries, Counter(e.line.text for e in entries), board=True)


def test_the_heading_over_a_name_gives_its_post() -> None:
    read = sections()
    at = {entry.line.text: number for number, entry in enumerate(read.entries)}
    over = {name: read.post_over(at[name]) for name in ("Ann Vale", "Bo Lim", "Di Poe")}
    assert [post.title if post else "" for post in over.values()] == [
        "Vice President",
        "Vice President",
        "Board of Trustees",
    ]


def test_the_title_of_a_card_is_no_heading_over_the_next_names() -> None:
    page = read_html(
        "<h2>Board of Trustees.</h2><div><h3>Ann Vale</h3><h3>Treasurer</h3></div>"
        "<div><h3>Bo Lim</h3><h3>Chair</h3></div>"
    )
    read = CardSections([classify(n, line) for n, line in enumerate(page.lines)], Counter(), board=True)
    over = read.post_over(next(n for n, line in enumerate(page.lines) if line.text == "Bo Lim"))
    assert over is not None
    assert over.head == "board"


def test_a_heading_that_speaks_of_the_past_is_told() -> None:
    read = sections()
    past = [entry.line.text for number, entry in enumerate(read.entries) if entry.name and read.is_past(number)]
    assert past == ["Cy Moss"]


def test_a_page_tells_of_a_board_by_its_headings() -> None:
    lines = read_html(PAGE).lines
    assert tells_of_board([classify(number, line) for number, line in enumerate(lines)], lines)
    lines = read_html("<h2>Our nurses</h2><p>Ann Vale</p>").lines
    assert not tells_of_board([classify(number, line) for number, line in enumerate(lines)], lines)


PROFILE = (
    "<html><body><h2>Know<br><em>Dr Ana Lim</em></h2><div><h4>Qualifications</h4><ul><li>MD (Ohio)</li></ul></div>"
    "<div><h4>{heading}</h4><ul><li><b>Medical Director</b> — Elmvale Clinic</li><li>Chair, Elm Trust</li></ul></div>"
    "</body></html>"
)


@pytest.mark.parametrize(
    "heading", ["Professional Roles", "Current Positions:", "Leadership and Academic Appointments"]
)
def test_the_roles_that_a_profile_lists_are_of_the_one_it_is_about(heading: str) -> None:
    (person,) = extract(PROFILE.format(heading=heading)).people
    assert (person.name, person.title, person.organization) == ("Ana Lim", "Medical Director", "Elmvale Clinic")
    assert person.quote == "Medical Director — Elmvale Clinic"
    assert [(post.title, post.organization) for post in person.also] == [("Chair", "Elm Trust")]


@pytest.mark.parametrize("heading", ["Previous Positions", "Specialties"])
def test_what_a_profile_lists_as_past_or_as_a_field_is_no_post(heading: str) -> None:
    assert extract(PROFILE.format(heading=heading)).people == ()


def test_roles_on_a_page_of_several_are_nobodys() -> None:
    page = PROFILE.format(heading="Professional Roles").replace("</body>", "<h2>Dr Bo Vale</h2><p>Hello.</p></body>")
    assert extract(page).people == ()


def test_those_who_give_under_a_board_hold_no_seat() -> None:
    text = "Elmvale Hospital Foundation\n\nBoard of Trustees\nAna Roe, Chair\nBo Lim\nKit Doe\n\nDonors\nDi Fox\nEd Poe"
    assert [person.name for person in extract(text).people] == ["Ana Roe", "Bo Lim", "Kit Doe"]
