"""NPPES: addresses, telephones, sex and license numbers never leave the answer."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from research.connectors import nppes_individuals
from research.errors import Refused
from research.types import Claim, Identifier, Query, Request

ROE = Query("person", "Jane Q. Roe, MD", organization="Larkspur Valley Health", state="VT")
BY_NUMBER = {"step": "number"}


def test_the_state_narrows_the_search_and_a_number_replaces_it() -> None:
    (by_name,) = nppes_individuals.start(ROE)
    assert dict(by_name.params)["state"] == "VT"
    assert dict(by_name.params)["enumeration_type"] == "NPI-1"
    (anywhere,) = nppes_individuals.start(replace(ROE, state=""))
    assert "state" not in dict(anywhere.params)
    (by_number,) = nppes_individuals.start(replace(ROE, identifiers=(Identifier("npi", "1000000012"),)))
    assert dict(by_number.params)["number"] == "1000000012"
    for name in ("Roe", "J. Roe", "Jane R"):
        assert not list(nppes_individuals.start(Query("person", name))), name


def strings_of(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings_of(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in strings_of(inner)]
    return [value] if isinstance(value, str) and len(value) > 3 else []


@pytest.mark.parametrize("name", ["one-physician.json", "first-name-bob-ten.json"])
def test_nothing_private_of_a_real_answer_becomes_a_claim(recordings: Path, make_document: Any, name: str) -> None:
    body = (recordings / "nppes-individuals" / name).read_bytes()
    document = make_document("nppes_individuals", body, carry=BY_NUMBER)
    items = list(nppes_individuals.read(document, ROE))
    assert items
    assert all(isinstance(item, Claim) for item in items), "no drift in a real answer"
    told = " ".join(str(item) for item in items)
    for row in json.loads(body)["results"]:
        for address in (*row["addresses"], *row.get("practiceLocations", [])):
            for key in ("address_1", "address_2", "telephone_number", "fax_number", "postal_code"):
                assert not address.get(key) or address[key] not in told, key
        assert all(taxonomy["license"] not in told for taxonomy in row["taxonomies"] if len(taxonomy["license"]) > 4)
        assert all(
            other["identifier"] not in told for other in row["identifiers"] if other["identifier"] != str(row["number"])
        )


def test_each_of_ten_real_clinicians_is_found_by_the_nickname_of_another_name(
    recordings: Path, make_document: Any
) -> None:
    body = (recordings / "nppes-individuals" / "first-name-bob-ten.json").read_bytes()
    document = make_document("nppes_individuals", body, carry={"step": "name", "state": ""})
    for row in json.loads(body)["results"]:
        found = list(nppes_individuals.read(document, Query("person", f"Robert {row['basic']['last_name']}")))
        assert {item.record.id for item in found if isinstance(item, Claim)} == {str(row["number"])}


def test_none_in_the_state_leads_to_the_country_once(recordings: Path, make_document: Any) -> None:
    body = (recordings / "nppes-individuals" / "empty.json").read_bytes()
    document = make_document("nppes_individuals", body, carry={"step": "name", "state": "VT"})
    (again,) = nppes_individuals.read(document, ROE)
    assert isinstance(again, Request)
    assert "state" not in dict(again.params)
    second = make_document("nppes_individuals", body, carry=dict(again.carry))
    assert not list(nppes_individuals.read(second, ROE))


@pytest.mark.parametrize("name", ["error-no-criteria.json", "error-enumeration-type-alone.json"])
def test_real_errors_with_status_200_are_refusals(recordings: Path, make_document: Any, name: str) -> None:
    body = (recordings / "nppes-individuals" / name).read_bytes()
    with pytest.raises(Refused, match="criteria"):
        list(nppes_individuals.read(make_document("nppes_individuals", body), ROE))
