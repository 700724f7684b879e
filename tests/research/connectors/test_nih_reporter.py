"""NIH RePORTER: yearly rows become projects, and a common name is narrowed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from research.connectors import nih_reporter
from research.types import Claim, Identifier, Query, Request

ROE = Query("person", "Jane Q. Roe, MD", organization="Larkspur Valley Health")


def criteria_of(query: Query) -> Any:
    (request,) = nih_reporter.start(query)
    assert request.method == "POST"
    return json.loads(request.json or "")["criteria"]


def test_a_name_is_asked_for_unless_the_number_is_known() -> None:
    assert criteria_of(ROE) == {"pi_names": [{"first_name": "Jane", "last_name": "Roe"}]}
    known = replace(ROE, identifiers=(Identifier("nih_profile", "700001"),))
    assert criteria_of(known) == {"pi_profile_ids": [700001]}
    assert not list(nih_reporter.start(Query("person", "Roe")))


def next_request(make_document: Any, query: Query, total: int, **carry: str) -> Any:
    body = json.dumps({"meta": {"total": total}, "results": [{"appl_id": 1}]})
    document = make_document("nih_reporter", body, carry=carry)
    found = [item for item in nih_reporter.read(document, query) if isinstance(item, Request)]
    return json.loads(found[0].json or "") if found else None


def test_a_name_with_many_projects_is_asked_for_again_within_the_organization(make_document: Any) -> None:
    names = json.dumps({"pi_names": [{"last_name": "Roe"}]})
    following = next_request(make_document, ROE, 480, criteria=names, offset="0")
    assert following["criteria"]["org_names"] == ["Larkspur Valley Health"]
    assert following["offset"] == 0
    paged = next_request(make_document, replace(ROE, organization=""), 480, criteria=names, offset="0")
    assert (paged["offset"], "org_names" in paged["criteria"]) == (50, False)


def test_the_pages_end_within_the_budget(make_document: Any) -> None:
    numbers = json.dumps({"pi_profile_ids": [1]})
    assert next_request(make_document, ROE, 480, criteria=numbers, offset="0")["offset"] == 50
    assert next_request(make_document, ROE, 480, criteria=numbers, offset="50") is None
    assert next_request(make_document, ROE, 20, criteria=numbers, offset="0") is None
    assert next_request(make_document, ROE, 480, criteria="nonsense", offset="0") is None


def test_every_investigator_of_a_real_project_is_read(recordings: Path, make_document: Any) -> None:
    body = (recordings / "nih-reporter" / "project-10320986.json").read_bytes()
    project = json.loads(body)
    # Only the project was recorded; the envelope round it is written by hand.
    document = make_document("nih_reporter", b'{"meta": {"total": 1}, "results": [' + body + b"]}")
    for person in project["principal_investigators"]:
        query = Query("person", person["full_name"])
        claims = [c for c in nih_reporter.read(document, query) if isinstance(c, Claim)]
        assert [claim.predicate for claim in claims] == ["name", "identifier", "affiliation", "grant"]
        assert claims[1].value == str(person["profile_id"])
        grant = claims[-1]
        assert grant.details["project"] == project["core_project_num"]
        assert "NARRATIVE" not in str(grant.details["relevance"])
        assert (str(grant.start), str(grant.end)) == (
            project["project_start_date"][:10],
            project["project_end_date"][:10],
        )
