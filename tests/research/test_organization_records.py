from __future__ import annotations

from research.organization_records import entries_of, numbers_of_many
from tests.research.cast import claim, house, record


def test_a_record_is_gathered_from_all_its_claims():
    of = record("Larkspur Health", kind="organization")
    claims = [
        *house("Larkspur Health", state="OH", city="Dale", ccn="990001", website="https://www.larkspur.example/"),
        claim(of, "organization_name", "Larkspur Health Medical Center"),
    ]
    (entry,) = entries_of([*claims, claim(record("Ann Roe"), "name", "Ann Roe")])
    assert entry.names == {"Larkspur Health", "Larkspur Health Medical Center"}
    assert (entry.states, entry.cities, entry.numbers("ccn")) == ({"OH"}, {"Dale"}, {"990001"})
    assert entry.hosts == {"larkspur.example"}
    assert entry.claims == claims
    assert entry.relation_to("Larkspur Health") == "same"


def test_records_come_in_one_order_whatever_the_order_of_the_claims():
    claims = [*house("Larkspur Health", number="2"), *house("Larkspur Health", number="1")]
    assert [e.record.id for e in entries_of(claims)] == [e.record.id for e in entries_of(claims[::-1])] == ["1", "2"]


def test_a_number_of_two_facilities_or_of_a_parent_stands_for_many():
    of = record("Larkspur Holdings", "npi", kind="organization")
    parent = claim(of, "organization_identifier", "990000009", details={"scheme": "ein", "names": "parent"})
    houses = [
        *house("Larkspur Health", number="1", ccn="990001", ein="990000001"),
        *house("Larkspur Rose", number="2", ccn="990002", ein="990000001", npi="1999999992"),
    ]
    many = numbers_of_many(entries_of([*houses, parent]))
    assert many == {("ein", "990000001"): "parent", ("ein", "990000009"): "parent"}
