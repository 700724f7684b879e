"""OpenAlex spends its few requests well, and reads real answers."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from research.connectors import openalex
from research.errors import Refused
from research.types import Claim, Identifier, Query, Request

ROE = Query("person", "Jane Q. Roe, MD", organization="Larkspur Valley Health")


def test_a_name_costs_one_search_and_a_number_none() -> None:
    (search,) = openalex.start(ROE)
    assert dict(search.params)["search"] == "Jane Q. Roe"
    assert dict(search.params)["per_page"] == 10
    orcid = replace(ROE, identifiers=(Identifier("orcid", "0000-0002-1825-0097"),))
    assert [request.url for request in openalex.start(orcid)] == [
        "https://api.openalex.org/authors/orcid:0000-0002-1825-0097"
    ]
    both = replace(orcid, identifiers=(*orcid.identifiers, Identifier("openalex", "https://openalex.org/A5000000001")))
    assert [request.url for request in openalex.start(both)] == ["https://api.openalex.org/authors/A5000000001"]


def test_a_surname_alone_is_not_searched() -> None:
    assert not list(openalex.start(Query("person", "Roe")))


def test_the_key_is_a_setting_that_only_its_name_stands_for() -> None:
    (search,) = openalex.start(ROE)
    assert str(dict(search.params)["api_key"]) == "<OPENALEX_API_KEY>"


def author(number: str, institution: str, ror: str) -> dict[str, Any]:
    held = {"institution": {"display_name": institution, "ror": f"https://ror.org/{ror}"}, "years": [2024]}
    return {"id": f"https://openalex.org/{number}", "display_name": "Jane Roe", "affiliations": [held]}


def works_asked_for(make_document: Any, query: Query, *authors: dict[str, Any]) -> list[str]:
    document = make_document("openalex", json.dumps({"results": authors}), carry={"step": "authors"})
    requests = [item for item in openalex.read(document, query) if isinstance(item, Request)]
    return [request.carried("author") for request in requests]


def test_works_are_asked_for_only_of_authors_who_were_at_the_organization(make_document: Any) -> None:
    here, there = author("A1", "Larkspur Valley Health System", "a"), author("A2", "Old Mill University", "b")
    assert works_asked_for(make_document, ROE, here, there) == ["A1"]
    by_ror = replace(ROE, organization_identifiers=(Identifier("ror", "b"),))
    assert works_asked_for(make_document, by_ror, there) == ["A2"]
    assert works_asked_for(make_document, ROE, *(author(f"A{n}", "Larkspur Valley Health", "a") for n in range(9))) == [
        "A0", "A1", "A2",
    ]  # fmt: skip


def test_without_an_organization_only_the_sole_bearer_of_the_name_is_followed(make_document: Any) -> None:
    bare, one, two = Query("person", "Jane Roe"), author("A1", "X", "a"), author("A2", "Y", "b")
    assert works_asked_for(make_document, bare, one) == ["A1"]
    assert works_asked_for(make_document, bare, one, two) == []


def test_real_authors_are_read(recordings: Path, make_document: Any) -> None:
    paths = sorted((recordings / "openalex").glob("author-*.json"))
    assert paths
    for path in paths:
        row = json.loads(path.read_bytes())
        carry = {"step": "author", "asked": "orcid:x"}
        found = list(openalex.read(make_document("openalex", path.read_bytes(), carry=carry), ROE))
        told = [item.value for item in found if isinstance(item, Claim) and item.predicate == "affiliation"]
        assert told == [affiliation["institution"]["display_name"] for affiliation in row["affiliations"]]
        assert sum(isinstance(item, Request) for item in found) == 1


@pytest.mark.parametrize(("number", "count"), [("A5058237853", 2), ("A5088021854", 16)])
def test_real_lists_of_works_are_read(recordings: Path, make_document: Any, number: str, count: int) -> None:
    body = (recordings / "openalex" / f"works-by-author-{number}.json").read_bytes()
    carry = {"step": "works", "author": number, "label": "The Author"}
    claims = list(openalex.read(make_document("openalex", body, carry=carry), ROE))
    assert [type(claim) for claim in claims] == [Claim] * count
    assert all(claim.details["position"] for claim in claims if isinstance(claim, Claim))


@pytest.mark.parametrize(
    ("name", "status"), [("works-unknown-filter-400.json", 400), ("rate-limit-status-401-no-key.json", 401)]
)
def test_real_refusals_are_refusals(recordings: Path, make_document: Any, name: str, status: int) -> None:
    document = make_document("openalex", (recordings / "openalex" / name).read_bytes(), status=status)
    with pytest.raises(Refused, match="OpenAlex refused"):
        list(openalex.read(document, ROE))
