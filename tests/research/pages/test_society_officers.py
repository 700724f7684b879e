"""Invented pages of societies whose officers work elsewhere, and of houses whose officers work there."""

import pytest

from research.pages.card_lines import classify
from research.pages.html_lines import read_html
from research.pages.lines import read_text
from research.pages.people import people_of
from research.pages.society_officers import is_office, lists_officers_of_society, whole_office
from research.pages.title_words import PostSpan

CARD = "<div class='card'><h3>{name}</h3><h3>{title}</h3><p>{employer}</p><p>{town}</p></div>"
OFFICERS = (
    ("Ann Vale, MD", "President", "University of Elmvale", "Elmvale, USA"),
    ("Bo Lim, MD", "President-Elect", "Oakford University", "Oakford, Norway"),
    ("Kit Doe, MD", "Secretary-Treasurer", "Ashton Medical Center", "San Ashton, USA"),
    ("Di Poe, MD", "Director-at-Large", "Pinehurst Hospital", "Pinehurst, Chile"),
)
SOCIETY = (
    "<h1>About Us</h1><h2>Marlow Gland and Bone Society</h2><p>The Marlow Gland and Bone Society is an international "
    "organization of physicians who treat patients with diseases of bones.</p><h3>Board of Directors</h3>"
)


def page_of(officers: tuple[tuple[str, str, str, str], ...]) -> str:
    cards = (CARD.format(name=n, title=t, employer=e, town=w) for n, t, e, w in officers)
    return SOCIETY + "".join(cards)


def test_the_officers_of_a_society_hold_their_posts_there_and_not_at_their_employers() -> None:
    found = people_of(read_html(page_of(OFFICERS)))
    assert [(p.name, p.title, p.organization, p.leader) for p in found] == [
        (name.removesuffix(", MD"), title, "Marlow Gland and Bone Society", True) for name, title, _, _ in OFFICERS
    ]


def test_where_nobody_is_elected_the_line_under_a_title_is_its_house() -> None:
    officers = (OFFICERS[0], ("Bo Lim, MD", "Chief Executive Officer", "Oakford Hospital", "Oakford"))
    found = people_of(read_html(page_of(officers)))
    assert found[1].organization == "Oakford Hospital"


def test_who_represents_another_body_is_no_leader_of_it() -> None:
    officers = (*OFFICERS, ("Cy Moss, MD", "ABVM Representative", "Oakford Hospital", "Oakford, Norway"))
    found = people_of(read_html(page_of(officers)))
    assert (found[-1].title, found[-1].organization) == ("ABVM Representative", "Marlow Gland and Bone Society")


@pytest.mark.parametrize(
    ("titles", "told"),
    [
        (["President-Elect", "Immediate Past President"], True),
        (["Chair Elect", "Member at Large"], True),
        (["Secretary/Treasurer", "Treasurer-Elect"], True),
        (["President-Elect", "President-Elect"], False),
        (["President", "Secretary", "Treasurer"], False),
        (["Chief Nurse", "Director of Care"], False),
    ],
)
def test_several_elected_offices_tell_of_a_society(titles: list[str], *, told: bool) -> None:
    lines = read_text("\n\n".join(titles)).lines
    assert lists_officers_of_society(classify(n, line) for n, line in enumerate(lines)) is told


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("President", True),
        ("Immediate Past President", True),
        ("Associate Member Liaison", True),
        ("Director-at-Large", True),
        ("Executive Director", True),
        ("Chief Medical Officer", False),
        ("Director of Nursing", False),
        ("Professor and Chair", False),
    ],
)
def test_an_office_is_told_by_its_words_alone(title: str, *, bare: bool) -> None:
    assert is_office([PostSpan(title, "", "board", "x")]) is bare
    assert not is_office([PostSpan(title, "", "board", "x")] * 2)


def test_an_office_is_whole_only_as_a_line_has_it() -> None:
    post = PostSpan("Representative", "ABVM", "staff", "representative")
    assert whole_office(post, ["ABVM Representative"]) == PostSpan("ABVM Representative", "", "staff", "representative")
    assert whole_office(post, ["Representative, ABVM"]) is post
