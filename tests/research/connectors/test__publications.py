"""Affiliations as authors write them, ORCID iDs, DOIs, conclusions, and papers as claims."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.connectors import _publications as publications
from research.names import PersonName
from research.parse import cite, fold
from research.types import Identifier, PartialDate, Query, Record


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Larkspur Valley Health, Elmton, VT, USA.", [("Larkspur Valley Health, Elmton, VT, USA", "")]),
        (
            "Larkspur Valley Health. j.o'roe@mail.larkspur.example.",
            [("Larkspur Valley Health", "mail.larkspur.example")],
        ),
        ("Northgate University. Electronic address: j@n.example.", [("Northgate University", "n.example")]),
        ("1] Old Mill Hospital. [2] Northgate University.", [("Old Mill Hospital", ""), ("Northgate University", "")]),
        ("Old Mill Hospital, Tel: 555 0100; Elmton", [("Old Mill Hospital", ""), ("Elmton", "")]),
        ("Tel Aviv Institute of Invention", [("Tel Aviv Institute of Invention", "")]),
        ("Authors' Affiliations: A Hospital; B University", []),
        ("a@b.example", []),
        ("123", []),
        ("", []),
    ],
)
def test_an_affiliation_loses_addresses_and_telephones(text: str, lines: list[tuple[str, str]]) -> None:
    assert publications.affiliation_lines(text) == lines


@given(st.text(max_size=200), st.from_regex(r"[a-z]{1,8}@[a-z]{1,8}\.(org|edu)", fullmatch=True))
def test_no_mail_address_is_ever_left_in_a_line(noise: str, address: str) -> None:
    text = f"{noise} Larkspur Hospital {address} {noise}"
    for line, _ in publications.affiliation_lines(text):
        assert address not in line
        assert line in fold(text)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Department of Medicine, Larkspur Valley Health, Elmton, VT", ["Larkspur Valley Health"]),
        ("School of Nursing, Northgate University, Elmton", ["Northgate University"]),
        ("Old Mill Hospital, Northgate Medical School, Elmton", ["Old Mill Hospital", "Northgate Medical School"]),
        ("University of Northgate, Elm City, VT, USA", ["University of Northgate, Elm City"]),
        ("University of Northgate, VT, USA", ["University of Northgate"]),
        ("Independent, Elmton", ["Independent, Elmton"]),
        ("Department of Medicine", ["Department of Medicine"]),
    ],
)
def test_the_organization_stands_out_of_its_departments(line: str, found: list[str]) -> None:
    assert publications.organizations_in(line) == found


@pytest.mark.parametrize(
    "text",
    [
        "0000-0002-1825-0097",
        "https://orcid.org/0000-0002-1825-0097",
        "http://orcid.org/0000-0002-1825-0097",
        "0000000218250097",
        " 0000 0002 1825 0097 ",
    ],
)
def test_an_orcid_id_is_read_in_every_spelling(text: str) -> None:
    assert publications.orcid_in(text) == "0000-0002-1825-0097"


def test_an_orcid_id_may_end_in_an_x_and_a_wrong_check_digit_is_none() -> None:
    assert publications.orcid_in("0000-0002-1694-233x") == "0000-0002-1694-233X"
    for bad in ("0000-0002-1825-0098", "0000-0002-1825", "", "x", "0000-0002-1825-00977"):
        assert publications.orcid_in(bad) == ""


def test_a_doi_is_read_out_of_its_address_in_lower_case() -> None:
    assert publications.doi_in("https://doi.org/10.5555/ABC.1.") == "10.5555/abc.1"
    assert publications.doi_in("doi:10.5555/abc") == "10.5555/abc"
    assert publications.doi_in("none") == ""


def test_a_conclusion_is_what_the_abstract_marks_as_one() -> None:
    assert publications.conclusion_in("Results: x. Conclusions: Fewer fell. It lasted.") == "Fewer fell. It lasted."
    assert publications.conclusion_in("CONCLUSION Fewer fell.") == "Fewer fell."
    assert publications.conclusion_in("We draw no conclusions from this.") == ""
    long = "Conclusions: " + "This is a sentence of some length. " * 30
    assert publications.conclusion_in(long).endswith("length.")
    assert len(publications.conclusion_in(long)) <= publications.EXTRACT_LIMIT


def test_a_title_loses_markup_and_its_last_full_stop_only() -> None:
    assert publications.title_of("H<sub>2</sub>O &amp; <i>sepsis</i>.") == "H2O & sepsis"
    assert publications.title_of("To be continued...") == "To be continued..."
    assert publications.title_of("<i></i>.") == ""


def test_many_coauthors_are_counted_not_listed(make_document: Any) -> None:
    document = make_document("pubmed", "A title")
    names = tuple(f"Author {number}" for number in range(1, 41))
    paper = publications.Paper("A title", "https://example.org/1", names, published=PartialDate(2024, 5))
    record = Record("pubmed", "1-3", "Author 3", "https://example.org/1", "person")
    claim = publications.publication(record, paper, 3, cite(document, "A title"))
    assert claim.details["position"] == "3 of 40"
    assert str(claim.details["coauthors"]).endswith("Author 11; and 29 more")
    assert "Author 3;" not in str(claim.details["coauthors"])
    assert "retracted" not in claim.details


def test_a_known_orcid_id_decides_which_author_is_meant() -> None:
    known = Query("person", "Jane Roe", identifiers=(Identifier("orcid", "0000-0002-1825-0097"),))
    married = publications.Author(PersonName("Jane", "", "Poe"), "Jane Poe", 1, (), "0000000218250097")
    namesake = publications.Author(PersonName("Jane", "", "Roe"), "Jane Roe", 2)
    assert publications.authors_meant(known, [married, namesake]) == [married]
    assert publications.authors_meant(known, [namesake]) == [namesake]
    assert publications.authors_meant(Query("person", "Jane Roe"), [married, namesake]) == [namesake]


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a" * 50_000, 1),
        ("a@" * 25_000, 1),
        ("1] " * 16_000, 0),
        ("tel: " * 10_000, 0),
        (", A" * 16_000, 1),
        ("a.b@c.d " * 6_000, 0),
    ],
)
def test_fifty_kilobytes_of_the_worst_are_read_and_name_nothing_long(text: str, lines: int) -> None:
    found = [line for line, _ in publications.affiliation_lines(text)]
    assert len(found) == lines
    assert all(len(name) <= 300 for line in found for name in publications.organizations_in(line))
    assert publications.conclusion_in(text) == publications.doi_in(text) == ""
