from __future__ import annotations

import pytest
from werkzeug.routing import Map, Rule

from outreach.rail import Rail, answers, rail

ADDRESSES = Map(
    [
        Rule("/", endpoint="today"),
        Rule("/people", endpoint="people"),
        Rule("/people/<int:number>", endpoint="person"),
        Rule("/drafts/", endpoint="drafts"),
        Rule("/settings", endpoint="settings"),
        Rule("/search", endpoint="search"),
        Rule("/sign-out", endpoint="sign_out", methods=["POST"]),
    ]
)


def at(here: str, **waiting: int) -> Rail:
    return rail(ADDRESSES, here, {f"/{place}": count for place, count in waiting.items()})


def current(built: Rail) -> dict[str, str]:
    return {link.words: link.current for link in (*built.work, *built.upkeep) if link.current}


def test_places_that_nothing_answers_are_not_offered() -> None:
    built = at("/")
    assert [link.words for link in built.work] == ["Today", "People", "Drafts"]
    assert [link.words for link in built.upkeep] == ["Settings and privacy"]


def test_search_and_sign_out_are_offered_where_they_answer() -> None:
    assert (at("/").search, at("/").sign_out) == ("/search", "/sign-out")
    bare = rail(Map([Rule("/", endpoint="today")]), "/", {})
    assert (bare.search, bare.sign_out) == ("", "")


def test_sign_out_must_take_a_post() -> None:
    by_get = Map([Rule("/sign-out", endpoint="sign_out", methods=["GET"])])
    assert rail(by_get, "/", {}).sign_out == ""


@pytest.mark.parametrize(
    ("here", "marked"),
    [
        ("/", {"Today": "page"}),
        ("/people", {"People": "page"}),
        ("/people/7", {"People": "true"}),
        ("/peoples", {}),
        ("/drafts/", {"Drafts": "page"}),
        ("/elsewhere", {}),
    ],
)
def test_the_place_where_one_is_is_marked(here: str, marked: dict[str, str]) -> None:
    assert current(at(here)) == marked


def test_numbers_stand_where_something_waits() -> None:
    assert {link.words: link.waiting for link in at("/", people=3).work} == {"Today": 0, "People": 3, "Drafts": 0}


def test_an_address_that_only_adds_the_closing_slash_answers() -> None:
    assert answers(ADDRESSES, "/drafts")
    assert not answers(ADDRESSES, "/ledger")
    assert not answers(ADDRESSES, "/sign-out", "GET")
