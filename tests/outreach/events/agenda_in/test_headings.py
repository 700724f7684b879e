"""What stands beside a time: title, kind, room, and who speaks."""

from __future__ import annotations

import pytest

from outreach.events.agenda_in.headings import read_heading
from outreach.events.agenda_in.program import _GENERIC_DAY as GENERIC_DAY


@pytest.mark.parametrize(
    ("words", "title", "kind", "room", "names"),
    [
        ("Keynote: Learning Late — Jane Roe, CEO, Elm Health", "Learning Late", "Keynote", "", ["Jane Roe"]),
        ("Opening Remarks, Jane Roe, CEO", "Opening Remarks", "Opening Remarks", "", ["Jane Roe"]),
        ("Panel: Jane Roe, Bo Poe and Cy Doe", "Panel", "Panel", "", ["Jane Roe", "Bo Poe", "Cy Doe"]),
        ("The Future of Care – Rural Health", "The Future of Care – Rural Health", "", "", []),
        ("Margins (Grand Ballroom)", "Margins", "", "Grand Ballroom", []),
        ("AI at night (talk by Jane Roe)", "AI at night", "", "", ["Jane Roe"]),
        ("“Leading Well” – Jane Roe", "Leading Well", "", "", ["Jane Roe"]),
        ("Ann Roe: How we cut falls by half", "How we cut falls by half", "", "", ["Ann Roe"]),
        ("Lunch with exhibitors", "Lunch with exhibitors", "", "", []),
        ("Breakfast with Early Careerists", "Breakfast with Early Careerists", "", "", []),
        ("Safe Deployment of Medical Imaging", "Safe Deployment of Medical Imaging", "", "", []),
    ],
)
def test_a_heading_is_parted(words: str, title: str, kind: str, room: str, names: list[str]) -> None:
    heading = read_heading(words)
    assert (heading.title, heading.kind, heading.room) == (title, kind, room)
    assert [one.name for one in heading.speakers] == names


@pytest.mark.timeout(20)
def test_a_day_heading_of_words_that_could_be_parted_in_many_ways_comes_to_an_end() -> None:
    for rest in ("1" * 180 + "x", "continued " * 80 + "x"):
        assert GENERIC_DAY.fullmatch(rest) is None
    assert GENERIC_DAY.fullmatch("– Main Conference Day 2 (continued)") is not None
