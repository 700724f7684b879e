from dataclasses import replace

from research.pages.care_round_ups import with_like_houses
from research.pages.lines import read_text
from research.pages.model import PersonFound
from research.pages.page_owner import Owner
from research.pages.people import people_of

OWNER = Owner("", frozenset(), {}, 0.06)
HOUSES = ("Elm Hospital", "Oak Medical Center", "Ash Health", "Pine Clinic")


def person(name: str, house: str, *, leader: bool | None, title: str = "CEO") -> PersonFound:
    return PersonFound(
        name=name, credentials=(), title=title, organization=house, since=None, status="current", leader=leader,
        quote=name,
    )  # fmt: skip


def listed(last: PersonFound) -> list[bool | None]:
    care = [person(f"Ann {house}", house, leader=True) for house in HOUSES]
    return [one.leader for one in with_like_houses([*care, last], OWNER)][-1:]


def test_in_a_round_up_of_houses_of_care_a_house_of_unknown_field_is_one_too() -> None:
    assert listed(person("Bo Lim", "Mercy Vale", leader=None)) == [True]


def test_lesser_posts_and_houses_that_are_not_told_stay_unsure() -> None:
    assert listed(person("Bo Lim", "Mercy Vale", leader=None, title="director")) == [None]
    assert listed(person("Bo Lim", "", leader=None)) == [None]
    assert listed(replace(person("Bo Lim", "Mercy Vale", leader=None), inferred=True)) == [None]


def test_a_few_houses_of_care_make_no_round_up() -> None:
    people = [person("Ann Vale", "Elm Hospital", leader=True), person("Bo Lim", "Mercy Vale", leader=None)]
    assert with_like_houses(people, OWNER) == people


def test_where_other_trades_are_listed_too_nothing_is_concluded() -> None:
    care = [person(f"Ann {house}", house, leader=True) for house in HOUSES]
    others = [person("Di Poe", "Vale Bank", leader=False), person("Bo Lim", "Mercy Vale", leader=None)]
    assert with_like_houses([*care, *others], OWNER) == [*care, *others]


def test_a_list_of_appointments_is_read_so() -> None:
    text = "Hospital moves\n\n" + "\n\n".join(
        f"{n}. {name} was named CEO of {house}."
        for n, (name, house) in enumerate(
            zip(("Ann Vale", "Bo Lim", "Kit Doe", "Di Poe", "Cy Moss"), (*HOUSES, "Mercy Vale"), strict=True), 1
        )
    )
    assert {one.name: one.leader for one in people_of(read_text(text))}["Cy Moss"] is True
