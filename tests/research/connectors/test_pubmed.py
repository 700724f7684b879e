"""PubMed: what is asked, and every author of every real article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from research.connectors import pubmed
from research.errors import Refused, SourceError
from research.types import Claim, Identifier, Query

ROE = Query("person", "Jane Q. Roe, MD", organization="Larkspur Valley Health")
ARTICLES = {"step": "articles"}


def term_of(query: Query) -> str:
    (request,) = pubmed.start(query)
    return str(dict(request.params)["term"])


def test_author_and_affiliation_are_asked_together() -> None:
    assert term_of(ROE) == "((Roe Jane[Author] OR Roe J[Author]) AND (Larkspur Valley Health[Affiliation]))"


def test_an_orcid_id_is_asked_beside_the_name() -> None:
    known = replace(ROE, identifiers=(Identifier("orcid", "0000-0002-1825-0097"),))
    assert term_of(known).startswith("(0000-0002-1825-0097[auid]) OR ((Roe Jane")
    assert term_of(replace(known, organization="")) == "(0000-0002-1825-0097[auid])"


def test_a_name_cannot_smuggle_in_a_field() -> None:
    assert term_of(Query("person", "Jane Roe[Title]", organization="X] OR (cancer[Title")).count("[") == 3


def test_a_name_without_an_organization_is_not_asked() -> None:
    assert not list(pubmed.start(replace(ROE, organization="")))


@pytest.mark.parametrize(
    ("inner", "date"),
    [
        ("<Year>2024</Year><Month>Nov</Month><Day>7</Day>", "2024-11-07"),
        ("<Year>2024</Year><Month>07</Month>", "2024-07"),
        ("<Year>2024</Year>", "2024"),
        ("<MedlineDate>2019 Nov-Dec</MedlineDate>", "2019-11"),
        ("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>", "1998-12"),
        ("<MedlineDate>Spring 2001</MedlineDate>", "2001"),
        ("<Year>2023</Year><Month>Feb</Month><Day>30</Day>", "2023-02"),
        ("<Year>2023</Year><Season>Fall</Season>", "2023"),
        ("<Year>soon</Year>", "None"),
        ("", "None"),
    ],
)
def test_a_date_keeps_its_precision(inner: str, date: str) -> None:
    assert str(pubmed._date(etree.fromstring(f"<PubDate>{inner}</PubDate>"))) == date


def names_in(body: bytes) -> list[str]:
    names = set()
    for author in etree.fromstring(body).iter("Author"):
        given = author.findtext("ForeName") or author.findtext("Initials") or ""
        if author.findtext("LastName"):
            names.add(f"{given} {author.findtext('LastName')}")
    return sorted(names)


def test_every_author_of_every_real_article_is_found(recordings: Path, make_document: Any) -> None:
    authors = found = 0
    for path in sorted((recordings / "pubmed").glob("efetch-*.xml")):
        body = path.read_bytes()
        document = make_document("pubmed", body, media_type="text/xml", carry=ARTICLES)
        for name in names_in(body):
            claims = [c for c in pubmed.read(document, Query("person", name, organization="x")) if isinstance(c, Claim)]
            assert not any("@" in f"{claim.value} {claim.details}" for claim in claims), path.name
            authors += 1
            found += any(claim.predicate == "publication" for claim in claims)
    assert (authors, found) == (200, 200)


def test_real_answers_without_articles_are_read(recordings: Path, make_document: Any) -> None:
    empty = (recordings / "pubmed" / "efetch-no-such-pmid-empty-set.xml").read_bytes()
    assert not list(pubmed.read(make_document("pubmed", empty, media_type="text/xml", carry=ARTICLES), ROE))
    error = (recordings / "pubmed" / "esummary-error-no-id.xml").read_bytes()
    with pytest.raises(Refused, match="Neither query_key nor id"):
        list(pubmed.read(make_document("pubmed", error, media_type="text/xml", carry=ARTICLES), ROE))


def test_a_real_search_that_became_one_in_all_fields_is_not_followed(recordings: Path, make_document: Any) -> None:
    body = (recordings / "pubmed" / "esearch-attention-mechanism.json").read_bytes()
    assert not list(pubmed.read(make_document("pubmed", body, carry={"step": "search"}), ROE))


def test_xml_where_json_was_asked_for_is_a_source_error(recordings: Path, make_document: Any) -> None:
    body = (recordings / "pubmed" / "esearch-empty-phrase-not-found.xml").read_bytes()
    with pytest.raises(SourceError):
        list(pubmed.read(make_document("pubmed", body, media_type="text/xml", carry={"step": "search"}), ROE))
