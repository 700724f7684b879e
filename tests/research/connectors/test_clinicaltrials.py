"""ClinicalTrials.gov: officials who are people, pages that end, and real studies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from research.connectors import clinicaltrials
from research.types import Claim, Query, Request

ROE = Query("person", "Jane Roe", organization="Larkspur Valley Health")


def test_the_words_of_the_name_are_asked_for_in_the_two_fields_of_investigators() -> None:
    (request,) = clinicaltrials.start(Query("person", 'Jane "J" Q. Roe) OR (x'))
    term = str(dict(request.params)["query.term"])
    assert term.startswith("AREA[OverallOfficialName](")
    assert "AREA[ResponsiblePartyInvestigatorFullName](" in term
    assert not list(clinicaltrials.start(Query("person", "Roe")))


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Jane Q Roe", True),
        ("Roe", False),
        ("Clinical Trial Management", False),
        ("Medical Director", False),
        ("Invented Pharmaceuticals", False),
        ("Use Central Contact", False),
        ("Call 1-800-555-0100", False),
    ],
)
def test_what_companies_put_in_place_of_an_official_is_no_person(name: str, person: bool) -> None:
    assert clinicaltrials._is_person(name) is person


def test_the_pages_end_even_if_the_token_never_does(make_document: Any) -> None:
    carry, asked = {"term": "x", "token": "", "page": "1"}, 1
    for number in range(20):
        body = json.dumps({"studies": [], "nextPageToken": f"T{number}"})
        found = list(clinicaltrials.read(make_document("clinicaltrials", body, carry=carry), ROE))
        if not found:
            break
        (request,) = found
        assert isinstance(request, Request)
        carry, asked = dict(request.carry), asked + 1
    assert asked == clinicaltrials.SOURCE.budget


def test_every_official_of_every_real_study_is_read_without_contacts(recordings: Path, make_document: Any) -> None:
    officials = 0
    for path in sorted((recordings / "clinicaltrials").glob("study-*.json")):
        protocol = json.loads(path.read_bytes())["protocolSection"]
        for official in protocol.get("contactsLocationsModule", {}).get("overallOfficials", []):
            query = Query("person", official["name"])
            claims = list(clinicaltrials.read(make_document("clinicaltrials", path.read_bytes()), query))
            told = {c.predicate: c.value for c in claims if isinstance(c, Claim)}
            assert told["affiliation"] == official["affiliation"]
            assert told["trial"] == protocol["identificationModule"]["briefTitle"]
            assert not any("@" in str(claim) for claim in claims)
            officials += 1
    assert officials == 7


def test_every_real_responsible_investigator_is_read(recordings: Path, make_document: Any) -> None:
    predicates = {}
    for path in sorted((recordings / "clinicaltrials").glob("study-*.json")):
        sponsors = json.loads(path.read_bytes())["protocolSection"]["sponsorCollaboratorsModule"]
        name = sponsors["responsibleParty"].get("investigatorFullName")
        if name:
            document = make_document("clinicaltrials", path.read_bytes())
            claims = clinicaltrials.read(document, Query("person", name))
            predicates[sponsors["leadSponsor"]["class"]] = [c.predicate for c in claims if isinstance(c, Claim)]
    # Where the lead sponsor is a person, no organization is told.
    assert predicates == {"INDIV": ["name", "trial"], "OTHER": ["name", "affiliation", "trial"]}


def test_a_real_list_of_one_study_still_leads_to_a_next_page(recordings: Path, make_document: Any) -> None:
    body = (recordings / "clinicaltrials" / "studies-list-with-next-page-token.json").read_bytes()
    document = make_document("clinicaltrials", body, carry={"term": "x", "token": "", "page": "1"})
    (request,) = clinicaltrials.read(document, ROE)
    assert isinstance(request, Request)
    assert dict(request.params)["pageToken"] == "NF0g5JCEk_IgxQc"
