"""What is left out so that a brief is one page."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from outreach.briefs import notes
from outreach.briefs.build import build
from outreach.briefs.fit import FURTHER, STEPS, cut, fitted, size_of
from outreach.briefs.material import Asked, Change, Unsettled
from outreach.briefs.model import Block, Brief, Facts, NoteLines
from tests.brief_materials import MATERIAL, fact, source

FULL = build(
    replace(
        MATERIAL,
        facts=(*MATERIAL.facts, *(fact("talk", f"Talk {at}", starts="2026-05") for at in range(40))),
        questions=tuple(Asked(f"q:{at}", f"What of number {at}?", (source(f"q{at}"),)) for at in range(9)),
        changes=tuple(Change(f"s:{at}", f"2026-0{at + 1}", f"Changed number {at}") for at in range(8)),
        unsettled=tuple(Unsettled(f"u:{at}", f"Point {at}.", (source(f"u{at}"),)) for at in range(7)),
    )
)
WIDTHS = (303.0, 213.0)


def height(block: Block, width: float) -> float:
    """Twenty points for a heading, twelve for an item, a line for what is left out."""
    lines = 3 if isinstance(block.part, NoteLines) else size_of(block.part)
    chart = 60 if isinstance(block.part, Facts) and block.part.chart else 0
    return 20 + 12 * lines + chart + (10 if block.left_out else 0) + width * 0


def room_of(points: float):
    """Room for the columns on a page: beside the card's rows and the list of sources."""
    return lambda brief: points - 24 * len(brief.card.rows) - 5 * len(notes.numbered(brief).sources)


def sizes(brief: Brief) -> dict[str, int]:
    return {block.key: size_of(block.part) for block in (*brief.left, *brief.right)}


def test_a_brief_that_fits_is_left_as_it_is() -> None:
    assert fitted(FULL, height, room_of(5_000), WIDTHS) == FULL


def test_what_gives_way_first_is_what_the_design_says_and_is_counted() -> None:
    first = fitted(FULL, height, lambda _: sum(height(one, 0) for one in FULL.right) - 1, WIDTHS)
    assert sizes(first)["changes"] == 2
    assert next(one for one in first.right if one.key == "changes").left_out == 6
    assert sizes(first)["ways"] == 3, "the left column has room"
    assert [step.key for step in STEPS] == ["changes", "organization", "questions", "between", "ways", "notes"]


def test_small_things_come_back_where_a_large_one_had_to_go() -> None:
    organization, *others = FULL.right
    without_chart = sum(height(one, 0) for one in others) + height(organization, 0) - 60
    found = fitted(FULL, height, lambda _: without_chart, WIDTHS)
    part = next(one for one in found.right if one.key == "organization").part
    assert isinstance(part, Facts)
    assert part.chart is None
    assert sizes(found)["unsettled"] == 3
    assert sizes(found)["changes"] == 3


def test_fewer_ways_in_have_a_heading_that_counts_them() -> None:
    ways = next(one for one in FULL.left if one.key == "ways")
    two = cut(ways, 2)
    assert two is not None
    assert (two.heading, two.left_out) == ("Two ways in", 1)
    assert cut(ways, 0) is None


def test_what_is_not_settled_goes_last_and_then_rows_of_the_card() -> None:
    assert FURTHER[-1].key == "unsettled"
    small = fitted(FULL, height, lambda _: 45.0, WIDTHS)
    assert [one.key for one in (*small.left, *small.right)] == ["ways", "unsettled"]
    smaller = fitted(FULL, height, lambda brief: 40 - 20 * len(brief.card.rows), WIDTHS)
    assert [row.key for row in smaller.card.rows] == ["ask", "avoid"]


def test_a_block_that_no_step_names_gives_way_too() -> None:
    other = replace(FULL.right[0], key="unheard_of")
    brief = replace(FULL, right=(other,))
    assert fitted(brief, height, lambda _: 30.0, WIDTHS).right == ()


@given(st.floats(0, 1_500), st.floats(5, 40))
def test_what_is_returned_never_measures_more_than_the_room(points: float, item: float) -> None:
    def tall(block: Block, width: float) -> float:
        return height(block, width) * item / 12

    room = room_of(points)
    once = fitted(FULL, tall, room, WIDTHS)
    for blocks, width in ((once.left, WIDTHS[0]), (once.right, WIDTHS[1])):
        assert sum(tall(one, width) for one in blocks) <= max(0.0, room(once))
    assert fitted(once, tall, room, WIDTHS) == once, "fitting again changes nothing"
    kept = {plain for text in notes.texts_of(FULL) for plain in text}
    assert all(run.text in {one.text for one in kept} for text in notes.texts_of(once) for run in text)
