from __future__ import annotations

from research.types import Query, Record
from research.verdicts import decided_records
from tests.research.cast import ALICE, claim


def at(address, name, number, kind="person"):
    return claim(Record("news", number, name, address, kind), "name" if kind == "person" else "organization_name", name)


def test_a_verdict_by_address_is_of_the_one_record_of_the_name_there():
    claims = [at("https://a.example/", "Alice Larkin", "1"), at("https://a.example/", "Bo Roe", "2"),
              at("https://b.example/", "Alice Larkin", "3")]  # fmt: skip
    decided = decided_records(ALICE, claims, {"https://a.example/": True})
    assert {key for key, same in decided.items() if same} == {"https://a.example/", "news:1"}


def test_an_address_with_two_of_the_name_settles_nothing_but_that_neither_is_meant():
    claims = [at("https://a.example/", "John Smith Sr.", "1"), at("https://a.example/", "John Smith Jr.", "2")]
    query = Query("person", "John Smith")
    assert set(decided_records(query, claims, {"https://a.example/": True})) == {"https://a.example/"}
    neither = decided_records(query, claims, {"https://a.example/": False, "news:2": True})
    assert (neither["news:1"], neither["news:2"]) == (False, True)


def test_an_address_settles_the_subject_of_the_question_only():
    claims = [at("https://a.example/", "Larkspur Health", "1", "organization")]
    assert set(decided_records(ALICE, claims, {"https://a.example/": True})) == {"https://a.example/"}
    house_query = Query("organization", "Larkspur Health")
    assert decided_records(house_query, claims, {"https://a.example/": True})["news:1"]
