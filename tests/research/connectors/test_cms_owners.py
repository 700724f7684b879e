from __future__ import annotations

import json
from typing import Any

from research.connector import Drift
from research.connectors import _data_api
from research.connectors.cms_owners import MOST_OWNERS, read, start
from research.types import Claim, Identifier, Query, Request

LARKSPUR = Query("organization", "Larkspur Valley Medical Center")


def row(number: int, role: str = "CORPORATE DIRECTOR") -> dict[str, Any]:
    return {
        "ENROLLMENT ID": "O1", "ASSOCIATE ID": "0990000001", "ORGANIZATION NAME": "LARKSPUR HEALTH LLC",
        "ASSOCIATE ID - OWNER": f"{number:010d}", "TYPE - OWNER": "I", "ROLE TEXT - OWNER": role,
        "ASSOCIATION DATE - OWNER": "2020-01-01", "FIRST NAME - OWNER": "JANE", "MIDDLE NAME - OWNER": "",
        "LAST NAME - OWNER": f"ROE{number}", "TITLE - OWNER": "", "ORGANIZATION NAME - OWNER": "",
        "ADDRESS LINE 1 - OWNER": "9 HOME LANE", "CITY - OWNER": "ELMSFORD", "PERCENTAGE OWNERSHIP": "",
    }  # fmt: skip


def claims_of(make_document, rows, carry=None) -> list[Any]:
    return list(read(make_document("cms_owners", json.dumps(rows), carry=carry), LARKSPUR))


def test_owners_are_asked_for_by_the_number_that_the_file_has():
    known = Query(
        "organization", "Larkspur", identifiers=(Identifier("ccn", "019901"), Identifier("pecos", "0990000001"))
    )
    assert [dict(request.params)["filter[ASSOCIATE ID]"] for request in start(known)] == ["0990000001"]
    assert list(start(Query("organization", "Larkspur", identifiers=(Identifier("ccn", "019901"),)))) == []


def test_no_address_of_anybody_reaches_a_claim(make_document):
    claims = claims_of(make_document, [row(1)])
    assert claims
    for claim in claims:
        assert "HOME" not in claim.citation.quote
        assert claim.place is None


def test_a_share_makes_an_owner_and_no_post(make_document):
    claims = claims_of(make_document, [row(1, "5% OR GREATER DIRECT OWNERSHIP INTEREST")])
    assert [claim.record.kind for claim in claims] == ["organization"] * 3
    assert claims[-1].value == "Jane Roe1: 5% or greater direct ownership interest"


def test_an_endless_board_is_cut_off_and_its_next_page_asked_for(make_document):
    rows = [row(number) for number in range(_data_api.PAGE_SIZE)]
    carry = {"column": "ASSOCIATE ID", "value": "0990000001", "offset": "0"}
    items = claims_of(make_document, rows, carry)
    assert len([item for item in items if isinstance(item, Claim) and item.predicate == "owner"]) == MOST_OWNERS
    assert [item for item in items if isinstance(item, Request)]


def test_a_new_column_is_told_once_and_costs_no_owner(make_document):
    items = claims_of(
        make_document, [row(1) | {"SOVEREIGN FUND - OWNER": "Y"}, row(2) | {"SOVEREIGN FUND - OWNER": ""}]
    )
    assert [i.message for i in items if isinstance(i, Drift)] == ["unread fields: ['SOVEREIGN FUND - OWNER']"]
    assert len([i for i in items if isinstance(i, Claim) and i.predicate == "owner"]) == 2
    assert not any(isinstance(i, Drift) for i in claims_of(make_document, [row(1)]))
