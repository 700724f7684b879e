"""PubMed through NCBI's E-utilities: esearch for the numbers, efetch (XML) for the articles.

Holds what Europe PMC holds of MEDLINE and is asked beside it, because its records are the ones that others cite.
Documentation: https://www.ncbi.nlm.nih.gov/books/NBK25501/, read 2026-11: 3 requests a second without a key, 10 with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from lxml import etree

from research.connector import Check, Drift
from research.connectors._asked_person import asked_name, check_status, name_from_parts, quoted_term
from research.connectors._publications import (
    Author,
    Paper,
    author_claims,
    authors_meant,
    conclusion_in,
    doi_in,
    first_sentences,
    known_orcid,
    publication,
    title_of,
)
from research.errors import RateLimited, Refused, Unreadable
from research.names import parse_name
from research.parse import Row, cite, fold, object_of, xml_of
from research.types import Claim, Document, Param, PartialDate, Query, Record, Request, Secret, Source

SOURCE = Source(
    key="pubmed",
    title="PubMed",
    home="https://pubmed.ncbi.nlm.nih.gov",
    terms="https://www.ncbi.nlm.nih.gov/home/about/policies/",
    access="api",
    hosts=("eutils.ncbi.nlm.nih.gov",),
    subjects=frozenset({"person"}),
    covers=frozenset({"name", "affiliation", "publication"}),
    trust=0.9,
    keep_for=timedelta(days=14),
    min_interval_s=0.4,
    budget=2,
    gives=frozenset({"orcid"}),
    optional=frozenset({"NCBI_API_KEY"}),
    terms_note="Citations are free to use; abstracts may be the publisher's, so only a short extract is kept.",
    attribution="PubMed, U.S. National Library of Medicine",
)
CHECK = Check(Query("person", "Russ B. Altman", organization="Stanford University"), frozenset({"publication"}))

_API = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
_MOST_ARTICLES = 20
_MONTHS = {
    month: number
    for number, month in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_NOTICES = frozenset({"Published Erratum", "Retraction of Publication", "Retraction Notice", "Expression of Concern"})


def _common() -> tuple[tuple[str, Param], ...]:
    return (("db", "pubmed"), ("tool", "groundwork"), ("api_key", Secret("NCBI_API_KEY")))


def start(query: Query) -> Iterable[Request]:
    """Numbers of the newest articles by name AND affiliation, or by ORCID iD; never by the name alone."""
    if query.kind != "person":
        return
    terms = [term for term in (_by_orcid(query), _by_affiliation(query)) if term]
    if terms:
        params = (*_common(), ("term", " OR ".join(terms)), ("retmode", "json"), ("retmax", _MOST_ARTICLES),
                  ("sort", "pub_date"))  # fmt: skip
        yield Request(f"{_API}/esearch.fcgi", params, carry=(("step", "search"),))


def _by_orcid(query: Query) -> str:
    orcid = known_orcid(query)
    return f"({orcid}[auid])" if orcid else ""


def _by_affiliation(query: Query) -> str:
    name, organization = asked_name(query), quoted_term(query.organization)
    family, given = quoted_term(name.family), quoted_term(name.given)
    if not organization or not family or not given:
        return ""
    return f"(({family} {given}[Author] OR {family} {given[:1]}[Author]) AND ({organization}[Affiliation]))"


def read(document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
    """After a search the articles are fetched; of each the author who can be meant is told."""
    check_status(document)
    if document.request.carried("step") == "search":
        yield from _found_numbers(document)
        return
    root = xml_of(document)
    if root.tag != "PubmedArticleSet":
        said = _words(root)[:200]
        raise Refused(f"PubMed refused the question: {said}", source=SOURCE.key)
    for article in root.iter("PubmedArticle"):
        yield from _article(document, article, query)


def _found_numbers(document: Document) -> Iterator[Request]:
    answer = object_of(document)
    if "error" in answer:
        raise RateLimited(f"PubMed: {answer.text('error')[:200]}", source=SOURCE.key)
    if "esearchresult" not in answer:
        raise Unreadable("PubMed answered without a search result", source=SOURCE.key)
    result = answer.row("esearchresult")
    if "ERROR" in result:
        raise Refused(f"PubMed refused the question: {result.text('ERROR')[:200]}", source=SOURCE.key)
    # A name that is not in the index silently becomes a search in all fields, which says nothing about authors.
    if "[All Fields]" in result.text("querytranslation"):
        return
    numbers = _numbers(result)
    if numbers:
        params = (*_common(), ("id", ",".join(numbers)), ("retmode", "xml"))
        yield Request(f"{_API}/efetch.fcgi", params, carry=(("step", "articles"),))


def _numbers(result: Row) -> list[str]:
    listed = result.take("idlist")
    if not isinstance(listed, list):
        raise Unreadable("PubMed answered without a list of numbers", source=SOURCE.key)
    return [number for number in listed if isinstance(number, str) and re.fullmatch(r"\d{1,12}", number)]


def _words(element: etree._Element | None) -> str:
    """All text of an element: titles and abstracts have markup inside."""
    return fold(str(element.xpath("string()"))) if element is not None else ""


def _article(document: Document, article: etree._Element, query: Query) -> Iterator[Claim]:
    number, title = _words(article.find("MedlineCitation/PMID")), _words(article.find(".//ArticleTitle"))
    kinds = {_words(kind) for kind in article.iter("PublicationType")}
    if not re.fullmatch(r"\d{1,12}", number) or not title_of(title) or kinds & _NOTICES:
        return
    listed = article.findall("MedlineCitation/Article/AuthorList/Author")
    authors = [_author(element, place) for place, element in enumerate(listed, start=1)]
    paper = _paper(article, number, title_of(title), authors, kinds)
    citation = cite(document, paper.title, 0.95, url=paper.url, title=paper.title, published=paper.published)
    valid = [author for author, element in zip(authors, listed, strict=True) if element.get("ValidYN") != "N"]
    for author in authors_meant(query, [author for author in valid if author.name.family]):
        record = Record(SOURCE.key, f"{number}-{author.position}", author.label, paper.url, "person")
        yield from author_claims(document, record, author, paper.published)
        yield publication(record, paper, author.position, citation)


def _paper(article: etree._Element, number: str, title: str, authors: list[Author], kinds: set[str]) -> Paper:
    identifiers = [*article.findall(".//ELocationID[@EIdType='doi']"),
                   *article.findall("PubmedData/ArticleIdList/ArticleId[@IdType='doi']")]  # fmt: skip
    withdrawn = article.find(".//CommentsCorrections[@RefType='RetractionIn']") is not None
    return Paper(
        title=title,
        url=f"https://pubmed.ncbi.nlm.nih.gov/{number}/",
        authors=tuple(author.label for author in authors),
        journal=_words(article.find("MedlineCitation/Article/Journal/Title")),
        doi=next(filter(None, (doi_in(_words(element)) for element in identifiers)), ""),
        pmid=number,
        published=_published(article),
        kind="preprint" if "Preprint" in kinds else "",
        retracted=withdrawn or "Retracted Publication" in kinds,
        conclusion=_conclusion(article),
    )


def _conclusion(article: etree._Element) -> str:
    parts = article.findall("MedlineCitation/Article/Abstract/AbstractText")
    for part in parts:
        if "CONCLUSION" in (part.get("Label") or "").upper() or part.get("NlmCategory") == "CONCLUSIONS":
            return first_sentences(_words(part))
    return conclusion_in(" ".join(map(_words, parts)))


def _author(element: etree._Element, position: int) -> Author:
    family = _words(element.find("LastName"))
    given = _words(element.find("ForeName")) or _words(element.find("Initials"))
    suffix = _words(element.find("Suffix"))
    label = " ".join(filter(None, (given, family, suffix))) if family else _words(element.find("CollectiveName"))
    name = replace(name_from_parts(given, family), suffix=parse_name(f"A B {suffix}").suffix if suffix else "")
    orcids = [_words(number) for number in element.findall("Identifier[@Source='ORCID']")]
    affiliations = [_words(part) for part in element.findall("AffiliationInfo/Affiliation")]
    return Author(
        name, label, position, tuple(filter(None, affiliations)), orcids[0] if orcids else "",
        quote=f"{family} {given}".strip(),
    )  # fmt: skip


def _published(article: etree._Element) -> PartialDate | None:
    """The earliest complete date of publication, else the date of the issue, as precise as it is given."""
    issue = article.find("MedlineCitation/Article/Journal/JournalIssue/PubDate")
    dates = [_date(issue), *(_date(element) for element in article.findall("MedlineCitation/Article/ArticleDate"))]
    complete = sorted(date for date in dates if date and date.day)
    return complete[0] if complete else next(filter(None, dates), None)


def _date(element: etree._Element | None) -> PartialDate | None:
    """Year, Month ("Jan" or "01") and Day, or a MedlineDate such as "2019 Nov-Dec", of which the first month counts."""
    if element is None:
        return None
    loose = re.search(r"\b((?:1[89]|20)\d\d)\b(?: ([A-Za-z]{3}))?", _words(element.find("MedlineDate")))
    year, month = _words(element.find("Year")), _words(element.find("Month"))
    if loose and not year:
        year, month = loose.group(1), loose.group(2) or ""
    day = _words(element.find("Day"))
    number = int(month) if re.fullmatch(r"\d{1,2}", month) else _MONTHS.get(month[:3].lower())
    for parts in (
        (number, int(day) if re.fullmatch(r"\d{1,2}", day) and number else None),
        (number, None),
        (None, None),
    ):
        try:
            return PartialDate(int(year), *parts)
        except ValueError:
            continue  # "February 30": what is left of the date is still one.
    return None
