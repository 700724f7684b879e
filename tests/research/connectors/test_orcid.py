"""ORCID: null nodes, when a post is current, what is never kept, and real answers."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from research.connectors import orcid
from research.errors import Refused, Unavailable
from research.types import Claim, Identifier, Query, Request

ROE = Query("person", "Jane Q. Roe, MD", organization="Larkspur Valley Health")
NUMBER = "0000-0002-1825-0097"
RECORD = {"step": "record", "orcid": NUMBER}


def test_a_number_is_fetched_and_a_name_is_searched_within_the_organization() -> None:
    known = replace(ROE, identifiers=(Identifier("orcid", NUMBER),))
    (record,) = orcid.start(known)
    assert record.url.endswith(f"/{NUMBER}/record")
    (search,) = orcid.start(replace(ROE, name='Jane "X" Roe', organization='Lark"spur'))
    assert dict(search.params)["q"] == 'family-name:"Roe" AND given-names:"Jane" AND affiliation-org-name:"Lark spur"'


def test_a_real_expanded_search_is_read_without_its_mail_addresses(recordings: Path, make_document: Any) -> None:
    body = (recordings / "orcid" / "expanded-search-ringgold-6429.json").read_bytes()
    document = make_document("orcid", body, carry={"step": "search-organization"})
    hits = json.loads(body)["expanded-result"]
    assert any(hit["email"] for hit in hits)
    for hit in hits:
        query = Query("person", f"{hit['given-names']} {hit['family-names']}", organization="x")
        found = list(orcid.read(document, query))
        assert [item.carried("orcid") for item in found if isinstance(item, Request)] == [hit["orcid-id"]]
        told = [item.value for item in found if isinstance(item, Claim) and item.predicate == "affiliation"]
        assert told == hit["institution-name"]
        assert not any("@" in str(item) for item in found)


@pytest.mark.parametrize(
    ("name", "status", "error"),
    [
        ("search-bad-rows-400.json", 400, Refused),
        ("search-bad-start-500.json", 500, Unavailable),
        ("works-html-error-500.html", 500, Unavailable),
    ],
)
def test_real_errors_say_what_they_are(
    recordings: Path, make_document: Any, name: str, status: int, error: type[Exception]
) -> None:
    media_type = "text/html" if name.endswith("html") else "application/vnd.orcid+json"
    document = make_document(
        "orcid", (recordings / "orcid" / name).read_bytes(), status=status, media_type=media_type, carry=RECORD
    )
    with pytest.raises(error):
        list(orcid.read(document, ROE))


def test_a_number_that_does_not_exist_is_nothing(recordings: Path, make_document: Any) -> None:
    body = (recordings / "orcid" / "person-invalid-id-404.json").read_bytes()
    assert not list(orcid.read(make_document("orcid", body, status=404, carry=RECORD), ROE))
