"""Europe PMC: what is asked, and a real answer."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from research.connectors import europe_pmc
from research.types import Claim, Identifier, Query, Request

ROE = Query("person", 'Jane "Jo" Q. Roe-Núñez, MD', organization='Larkspur "Valley" (Health)')


def query_of(query: Query) -> str:
    (request,) = europe_pmc.start(query)
    return str(dict(request.params)["query"])


def test_name_and_affiliation_are_asked_together_and_cannot_break_out_of_their_quotes() -> None:
    asked = query_of(ROE)
    assert 'AUTH:"Roe-Núñez Jane"' in asked
    assert 'AUTH:"Roe-Núñez JQ"' in asked
    assert 'AFF:"Larkspur Valley Health"' in asked


def test_a_name_without_an_organization_is_not_asked() -> None:
    assert not list(europe_pmc.start(replace(ROE, organization="")))
    assert not list(europe_pmc.start(Query("person", "Roe", organization="Larkspur")))


def test_a_valid_orcid_id_replaces_the_name_and_a_wrong_one_does_not() -> None:
    known = replace(ROE, identifiers=(Identifier("orcid", "0000-0002-1825-0097"),))
    assert query_of(known).startswith('AUTHORID:"0000-0002-1825-0097"')
    wrong = replace(ROE, identifiers=(Identifier("orcid", "0000-0002-1825-0098"),))
    assert "AUTHORID" not in query_of(wrong)


def test_paging_ends_within_the_budget(make_document: Any) -> None:
    body = '{"nextCursorMark": "B", "resultList": {"result": [{"id": "1"}]}}'
    for page, more in (("1", 1), ("2", 0), ("", 0)):
        document = make_document("europe_pmc", body, carry={"words": "x", "cursor": "A", "page": page})
        found = [item for item in europe_pmc.read(document, ROE) if isinstance(item, Request)]
        assert len(found) == more


def test_every_author_of_a_real_answer_is_found(recordings: Path, make_document: Any) -> None:
    body = (recordings / "europepmc" / "search-core-attention-mechanism.json").read_bytes()
    document = make_document("europe_pmc", body)
    counted: dict[str, int] = {}
    for result in json.loads(body)["resultList"]["result"]:
        for author in result["authorList"]["author"]:
            query = Query("person", f"{author['firstName']} {author['lastName']}", organization="x")
            claims = [c for c in europe_pmc.read(document, query) if isinstance(c, Claim)]
            assert result["id"] in " ".join(claim.record.id for claim in claims)
            assert not any("@" in str(claim) for claim in claims)
            for claim in claims:
                counted[claim.predicate] = counted.get(claim.predicate, 0) + 1
    assert counted == {"name": 9, "identifier": 2, "affiliation": 15, "publication": 9}
