"""An ORCID record: null nodes, when a post is current, who stated it, what is never kept."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from research.connectors import orcid
from research.types import Claim, Query

ROE = Query("person", "Jane Q. Roe, MD", organization="Larkspur Valley Health")
NUMBER = "0000-0002-1825-0097"
RECORD = {"step": "record", "orcid": NUMBER}


def record_with(employment: dict[str, Any]) -> str:
    section = {"affiliation-group": [{"summaries": [{"employment-summary": employment}]}]}
    name = {"given-names": {"value": "Jane"}, "family-name": {"value": "Roe"}}
    return json.dumps(
        {
            "orcid-identifier": {"path": NUMBER},
            "person": {"name": name, "emails": {"email": [{"email": "jane@roe.example"}]}},
            "activities-summary": {"employments": section},
        }
    )


def role_of(make_document: Any, **employment: Any) -> Claim | None:
    given = {"role-title": "Chief Medical Officer", "organization": {"name": "Larkspur Valley Health"}} | employment
    document = make_document("orcid", record_with(given), carry=RECORD)
    claims = [item for item in orcid.read(document, ROE) if isinstance(item, Claim)]
    assert not any("@" in str(claim) for claim in claims), "mail addresses are never kept"
    return next((claim for claim in claims if claim.predicate in ("role", "former_role")), None)


def touched(days_before: int, now: datetime) -> dict[str, int]:
    return {"value": int((now - timedelta(days=days_before)).timestamp() * 1000)}


@pytest.mark.parametrize(("days", "status"), [(10, "current"), (700, "current"), (800, ""), (5000, "")])
def test_a_post_without_an_end_is_current_only_when_the_entry_was_touched_lately(
    make_document: Any, days: int, status: str
) -> None:
    now = make_document("orcid", "{}").retrieved_at
    claim = role_of(make_document, **{"last-modified-date": touched(days, now), "end-date": None})
    assert claim is not None
    assert (claim.predicate, claim.status) == ("role", status)


def test_a_post_that_ended_is_a_former_one_and_one_that_will_end_is_not(make_document: Any) -> None:
    past = role_of(make_document, **{"end-date": {"year": {"value": "2020"}, "month": None, "day": None}})
    assert past is not None
    assert (past.predicate, past.status, str(past.end)) == ("former_role", "former", "2020")
    future = role_of(make_document, **{"end-date": {"year": {"value": "2031"}, "month": {"value": "06"}, "day": None}})
    assert future is not None
    assert (future.predicate, future.status) == ("role", "")


def test_an_entry_that_the_employer_made_is_quoted_with_more_confidence(make_document: Any) -> None:
    client = {"source-client-id": {"path": "APP-1"}, "source-name": {"value": "Larkspur Valley Health"}}
    by_employer, by_self = role_of(make_document, source=client), role_of(make_document)
    told = role_of(make_document, source=client | {"assertion-origin-orcid": {"path": NUMBER}})
    assert by_employer is not None
    assert by_self is not None
    assert told is not None
    assert by_employer.citation.confidence > by_self.citation.confidence == told.citation.confidence


def test_a_new_section_is_told(make_document: Any) -> None:
    body = json.loads(record_with({}))
    body["activities-summary"]["sabbaticals"] = {}
    found = list(orcid.read(make_document("orcid", json.dumps(body), carry=RECORD), ROE))
    assert "unread fields: ['sabbaticals']" in [getattr(item, "message", "") for item in found]


def test_the_sample_of_every_section_is_read(recordings: Path, make_document: Any) -> None:
    body = (recordings / "orcid" / "docs-sample-record-full-3.0.json").read_bytes()
    query = Query("person", "Three Releasecandidate")
    counted: dict[str, int] = {}
    for item in orcid.read(make_document("orcid", body, carry=RECORD), query):
        assert isinstance(item, Claim), item
        counted[item.predicate] = counted.get(item.predicate, 0) + 1
    assert counted == {
        "name": 1, "identifier": 1, "affiliation": 1, "former_role": 2, "education": 4, "award": 1, "membership": 1,
        "public_service": 1, "publication": 1, "grant": 1,
    }  # fmt: skip
