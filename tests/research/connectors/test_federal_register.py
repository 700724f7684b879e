"""The Federal Register: a seat is told, an order against somebody and a contact are not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from research.connectors import federal_register
from research.types import Claim, Query

ROE = Query("person", "Jane Roe", organization="Larkspur Valley Health")


def test_the_name_is_asked_for_as_a_phrase() -> None:
    (request,) = federal_register.start(Query("person", 'Jane "Jo" Q. Roe, MD'))
    assert dict(request.params)["conditions[term]"] == '"Jane Roe" | "Jane Q. Roe"'
    assert [value for key, value in request.params if key == "fields[]"].count("excerpts") == 1
    assert not list(federal_register.start(Query("person", "Roe")))


def told(make_document: Any, title: str, excerpt: str, abstract: str = "") -> list[Claim]:
    row = {"document_number": "2024-1", "html_url": "https://www.federalregister.gov/d/2024-1", "title": title,
           "excerpts": excerpt, "abstract": abstract, "publication_date": "2024-05-03", "type": "Notice",
           "agencies": []}  # fmt: skip
    document = make_document("federal_register", json.dumps({"count": 1, "results": [row]}))
    return [item for item in federal_register.read(document, ROE) if isinstance(item, Claim)]


@pytest.mark.parametrize(
    ("title", "excerpt"),
    [
        (
            "Advisory Committee on Falls; Members",
            'appointed: <span class="match">Jane</span> Q. <span class="match">Roe</span>',
        ),
        ("Notice", "Jane Roe, chair of the Advisory Council, opened the meeting"),
        ("Commission on Invention; Appointments", "Jane Roe"),
    ],
)
def test_a_seat_is_told_in_the_words_of_the_notice(make_document: Any, title: str, excerpt: str) -> None:
    claims = told(make_document, title, excerpt)
    assert [claim.predicate for claim in claims] == ["name", "public_service"]
    assert "<" not in claims[0].citation.quote


@pytest.mark.parametrize(
    ("title", "excerpt"),
    [
        ("Jane Roe, M.D.; Decision and Order", "Jane Roe, a member of the panel"),
        ("Notice of Debarment", "Jane Roe served on the committee"),
        ("Findings of Research Misconduct", "Jane Roe, commission member"),
        ("Advisory Committee; Meeting", "FOR FURTHER INFORMATION CONTACT: Jane Roe, committee member services"),
        ("Advisory Committee; Meeting", "Jane Roe, council member, 555-555-0100"),
        ("Advisory Committee; Meeting", "Jane Roe, council member, jane.roe@agency.example"),
        ("Rates for services", "a comment by Jane Roe"),
        ("Advisory Committee; Members", "Jane A. Poe and Ann Roe"),
    ],
)
def test_what_is_no_seat_is_left_out(make_document: Any, title: str, excerpt: str) -> None:
    assert told(make_document, title, excerpt) == []


def test_a_real_answer_is_read(recordings: Path, make_document: Any) -> None:
    body = (recordings / "federal-register" / "documents-search.json").read_bytes()
    answer = json.loads(body)
    # The recorded search was for a place of two words, which reads like a name.
    words = answer["description"].split('"')[1].rstrip("\\")
    claims = list(federal_register.read(make_document("federal_register", body), Query("person", words)))
    seats = [c for c in claims if isinstance(c, Claim) and c.predicate == "public_service"]
    assert seats
    assert {seat.record.id for seat in seats} <= {row["document_number"] for row in answer["results"]}
    assert all(seat.citation.url.startswith("https://www.federalregister.gov/") for seat in seats)
    assert not any("<span" in seat.citation.quote for seat in seats)
