from __future__ import annotations

import json

import pytest

from research.connectors.propublica_nonprofits import API, SOURCE, read, start
from research.types import Claim, Identifier, Query, Request

RURAL = Query("organization", "Rural Action", state="OH")


def claims(items, predicate):
    return [item for item in items if isinstance(item, Claim) and item.predicate == predicate]


def test_a_known_ein_is_asked_for_with_its_zeros():
    known = Query("organization", "Larkspur", identifiers=(Identifier("ein", "39900001"),))
    assert [request.url for request in start(known)] == [f"{API}/organizations/039900001.json"]


def test_without_an_ein_the_name_is_searched_in_the_state():
    (request,) = start(RURAL)
    assert dict(request.params) == {"page": 0, "q": "Rural Action", "state[id]": "OH"}
    assert request.not_found_is_empty, "no hit can be a 404"
    assert list(start(Query("person", "Jane Roe", organization="Larkspur"))) == []


@pytest.mark.parametrize(
    ("file", "ein", "revenue"),
    [("organization-142007220-propublica", "142007220", 44_530_761),
     ("organization-311124220-rural-action", "311124220", 3_714_399),
     ("organization-470825376-apache", "470825376", 2_101_646)],
)  # fmt: skip
def test_a_recorded_organization_tells_its_money_by_year(recordings, make_document, file, ein, revenue):
    body = (recordings / "propublica-nonprofit" / f"{file}.json").read_bytes()
    items = list(read(make_document(SOURCE.key, body, carry={"ein": ein}), RURAL))
    revenues = claims(items, "revenue")
    assert revenues[0].value == revenue
    assert [str(c.end) for c in revenues] == sorted((str(c.end) for c in revenues), reverse=True)
    for income in claims(items, "net_income"):
        (gained,) = [c.value for c in revenues if c.end == income.end]
        (spent,) = [c.value for c in claims(items, "expenses") if c.end == income.end]
        assert income.value == gained - spent
    private = json.loads(body)["organization"]["careofname"] or "% NOBODY"
    assert private not in " ".join(c.citation.quote for c in items if isinstance(c, Claim))


def test_the_recorded_unknown_organization_is_nobody(recordings, make_document):
    body = (recordings / "propublica-nonprofit" / "organization-999999999-unknown-200.json").read_bytes()
    assert list(read(make_document(SOURCE.key, body, carry={"ein": "999999999"}), RURAL)) == []


def test_every_recorded_search_is_read(recordings, make_document):
    files = sorted((recordings / "propublica-nonprofit").glob("search-*.json"))
    assert files
    for file in files:
        list(read(make_document(SOURCE.key, file.read_bytes()), RURAL))
    items = list(read(make_document(SOURCE.key, (files[0].parent / "search-rural-state-oh.json").read_bytes()), RURAL))
    assert [c.value for c in claims(items, "organization_identifier")] == ["311124220"]
    assert [item.url for item in items if isinstance(item, Request)] == [f"{API}/organizations/311124220.json"]
