"""The organization of a dossier's file."""

from __future__ import annotations

from outreach.briefs.dossier_house import house_of
from tests.brief_dossiers import BEDS, HOUSE, dossier, fact


def of_house(predicate: str, value, **named):
    return fact(predicate, value, subject="organization", **named)


def test_kind_owner_and_place_in_plain_words() -> None:
    facts = (of_house("organization_kind", "Acute Care Hospitals"), of_house("ownership", "Proprietary"),
             of_house("organization_kind", "Q-17"), of_house("location", "Larkmoor, MN"))  # fmt: skip
    found = house_of(dossier(*facts), facts)
    assert found is not None
    assert (found.name, found.kind, found.place) == (HOUSE, "Acute care hospital. For profit.", "Larkmoor, MN")
    assert house_of(dossier(organization=""), ()) is None


def test_the_latest_figure_of_each_kind_with_its_year_and_none_of_another_house() -> None:
    older = of_house("beds", 180, end="2020")
    parent = of_house("beds", 9_000, end="2026", details={"names": "parent"})
    money = of_house("revenue", 318_000_000, end="2024-09-30", details={"measure": "net patient revenue"})
    people = of_house("employees", 1_490, end="2024", details={"measure": "full-time equivalents on payroll"})
    facts = (older, BEDS, parent, money, people, of_house("overall_rating", 4), of_house("discharges", float("nan")))
    found = house_of(dossier(*facts), facts)
    assert found is not None
    assert [(one.label, one.value) for one in found.figures] == [
        ("Beds", "212, 2025"),
        ("Employees (full-time equivalents)", "1,490, 2024"),
        ("Net patient revenue", "$318 million, FY 2024"),
        ("CMS overall rating (1 to 5 stars)", "4 of 5 stars"),
    ]


def test_a_series_is_of_one_measure_and_one_source_over_four_years() -> None:
    rows = [of_house("revenue", 1e6 * year, end=str(year), details={"measure": "total revenue"}) for year in
            (2021, 2022, 2023, 2024)]  # fmt: skip
    other = of_house("revenue", 5e6, end="2020", details={"measure": "net revenue"})
    found = house_of(dossier(*rows, other), [*rows, other])
    assert found is not None
    (series,) = found.series
    assert (series.name, series.unit) == ("Total revenue", "$")
    assert [year for year, _ in series.values] == [2021, 2022, 2023, 2024]
    three = house_of(dossier(*rows[1:]), rows[1:])
    assert three is not None
    assert three.series == ()
