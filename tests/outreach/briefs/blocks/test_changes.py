"""What changed lately."""

from __future__ import annotations

import pytest

from outreach.briefs.blocks.changes import build, when
from outreach.briefs.material import Change
from tests.brief_materials import BARE, MATERIAL, TODAY, fact, material, words_of


def test_the_newest_comes_first_with_its_day_in_front() -> None:
    assert words_of(build(MATERIAL)) == [
        "Oct 20 Spoke on “Nobody gets well in a hallway” (Small Rounds).",
        "September Opened a 24-bed short-stay unit.",
    ]
    assert build(BARE) is None


def test_three_are_shown_and_the_others_counted() -> None:
    changes = tuple(Change(f"s:{at}", f"2026-0{at}", f"Changed {at}. {'And more. ' * 20}") for at in range(1, 6))
    found = build(material(changes=changes))
    assert found is not None
    assert found.left_out == 2
    assert words_of(found)[0].endswith("And more."), "cut at a sentence"


def test_a_post_that_began_is_told_as_begun() -> None:
    post = fact("role", "Chief Operating Officer", organization_name="Larkmoor Hospital", starts="2026-10-06",
                dated="2026-10-06")  # fmt: skip
    found = build(material(facts=(post,), changes=(Change(post.key, post.dated, post.value, post.sources),)))
    assert words_of(found) == ["Oct 6 Became Chief Operating Officer of Larkmoor Hospital."]


@pytest.mark.parametrize(
    ("dated", "said"),
    [("2026-10-22", "Oct 22"), ("2026-06", "June"), ("2026", "2026"), ("2025-11-20", "Nov 2025"), ("", "")],
)
def test_a_day_has_its_year_where_it_could_be_mistaken(dated: str, said: str) -> None:
    assert when(dated, TODAY) == said
