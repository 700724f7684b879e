"""The organization."""

from __future__ import annotations

from dataclasses import replace

from outreach.briefs.blocks.organization import build
from outreach.briefs.material import House, HouseFigure, HouseSeries
from outreach.briefs.model import Facts, plain
from tests.brief_materials import BARE, HOUSE, MATERIAL, fact, material, source, words_of


def part(house: House) -> Facts:
    found = build(material(house=house))
    assert found is not None
    assert isinstance(found.part, Facts)
    return found.part


def test_kind_and_place_then_figures_with_their_years_the_most_telling_first() -> None:
    assert plain(part(HOUSE).intro) == "Acute care hospital. Private, not for profit. Larkmoor, MN."
    assert words_of(build(MATERIAL)) == [
        "Beds: 212, 2025",
        "Revenue: $318 million, FY 2025",
        "CMS rating: 4 of 5 stars",
    ]
    assert [year for year, _ in part(HOUSE).chart.values] == [2022, 2023, 2024, 2025]


def test_who_leads_the_house_stands_there_unless_it_is_the_leader() -> None:
    chief = fact(
        "officer", "Greta Vossberg", about="organization", details={"title": "President and CEO"}, dated="2025"
    )
    vice = fact("officer", "Bo Lark", about="organization", details={"title": "Vice President"})
    self_ = fact("officer", "Tamsin Quillfeather", about="organization", details={"title": "Board Chair"})
    assert words_of(build(material(facts=(vice, self_, chief))))[3:] == ["Chief executive: Greta Vossberg, 2025"]
    old = replace(chief, is_stale=True)
    assert len(words_of(build(material(facts=(old,))))) == 3


def test_what_has_no_source_or_no_room_is_left_out() -> None:
    figures = (HouseFigure("figure:beds", "Beds", "212, 2025", ()),
               HouseFigure("figure:mission", "Mission", "To keep people well", (source("site"),)),
               HouseFigure("figure:revenue", "Revenue" * 9, "$1, 2025", (source("site"),)))  # fmt: skip
    assert part(replace(HOUSE, figures=figures)).items == ()


def test_a_chart_needs_four_years_in_order_and_a_source() -> None:
    three = HouseSeries("Revenue", ((2023, 1.0), (2024, 2.0), (2025, 3.0)), "$", (source("a"),))
    broken = HouseSeries("Revenue", ((2025, 1.0), (2024, 2.0), (2023, 3.0), (2022, float("nan"))), "$", (source("a"),))
    unsourced = HouseSeries("Revenue", HOUSE.series[0].values, "$", ())
    assert all(part(replace(HOUSE, series=(one,))).chart is None for one in (three, broken, unsourced))


def test_a_house_of_which_nothing_is_known_has_no_block() -> None:
    assert build(BARE) is None
    assert build(replace(BARE, house=House("Larkmoor Hospital"))) is None
    assert build(replace(BARE, house=House("Larkmoor Hospital", place="MN"))) is None
    assert build(replace(BARE, house=House("Larkmoor Hospital", place="Larkmoor, MN"))) is not None
