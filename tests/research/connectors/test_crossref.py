"""Crossref confirms works and never searches people."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from research.connectors import crossref
from research.errors import Refused
from research.types import Claim, Identifier, Query

ROE = Query("person", "Jane Roe", organization="Larkspur Valley Health")
LIST, ONE = {"step": "works"}, {"step": "work"}


def test_only_an_orcid_id_or_a_doi_is_asked_for() -> None:
    assert not list(crossref.start(ROE))
    known = (Identifier("orcid", "0000-0002-1825-0097"), Identifier("doi", "https://doi.org/10.5555/W1"))
    by_orcid, by_doi = crossref.start(replace(ROE, identifiers=known))
    assert dict(by_orcid.params)["filter"] == "orcid:0000-0002-1825-0097"
    assert by_doi.url == "https://api.crossref.org/works/10.5555/w1"
    assert by_doi.not_found_is_empty


def test_many_numbers_stay_within_the_budget() -> None:
    many = tuple(Identifier("doi", f"10.5555/w{number}") for number in range(50))
    requests = list(crossref.start(replace(ROE, identifiers=(Identifier("orcid", "0000-0002-1825-0097"), *many))))
    assert len(requests) == crossref.SOURCE.budget


def authors_of(work: dict[str, Any]) -> list[str]:
    return [f"{author.get('given', '')} {author['family']}" for author in work.get("author", []) if "family" in author]


def test_real_hits_for_an_author_who_wrote_none_of_them_bring_nothing(recordings: Path, make_document: Any) -> None:
    # The search was for the two words in the file's name; both are names of somebody in the answer, or of nobody.
    (path,) = (recordings / "crossref").glob("works-query-author-*-members-98.json")
    asked_for = " ".join(path.name.split("-")[3:5]).title()
    document = make_document("crossref", path.read_bytes(), carry=LIST)
    items = json.loads(path.read_bytes())["message"]["items"]
    assert len(items) == 7
    assert not list(crossref.read(document, Query("person", asked_for)))
    for item in items:
        claims = list(crossref.read(document, Query("person", authors_of(item)[0])))
        assert any(isinstance(c, Claim) and c.details.get("doi") == item["DOI"].lower() for c in claims)


def test_every_author_of_every_real_work_is_found(recordings: Path, make_document: Any) -> None:
    authors = affiliations = 0
    for path in sorted((recordings / "crossref").glob("work-10*.json")):
        document = make_document("crossref", path.read_bytes(), carry=ONE)
        for name in authors_of(json.loads(path.read_bytes())["message"]):
            claims = [c for c in crossref.read(document, Query("person", name)) if isinstance(c, Claim)]
            assert "publication" in [claim.predicate for claim in claims], name
            authors += 1
            affiliations += sum(claim.predicate == "affiliation" for claim in claims)
    assert (authors, affiliations) == (40, 17)


def test_a_real_unknown_doi_is_nothing_and_a_real_refusal_is_one(recordings: Path, make_document: Any) -> None:
    folder = recordings / "crossref"
    unknown = make_document(
        "crossref", (folder / "work-not-found-404.txt").read_bytes(), status=404, media_type="text/plain", carry=ONE
    )
    assert not list(crossref.read(unknown, ROE))
    refused = make_document("crossref", (folder / "works-param-not-allowed-400.json").read_bytes(), status=400)
    with pytest.raises(Refused, match="parameter-not-allowed"):
        list(crossref.read(refused, ROE))
    empty = make_document("crossref", (folder / "works-empty-prefix.json").read_bytes(), carry=LIST)
    assert not list(crossref.read(empty, ROE))
