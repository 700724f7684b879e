from __future__ import annotations

import json

import pytest

from research.connector import Drift
from research.connectors.community_benefit import DATA_URL, LIST_URL, read, start
from research.types import Claim, Identifier, Query, Request


def claims(items, predicate):
    return [item for item in items if isinstance(item, Claim) and item.predicate == predicate]


def test_one_list_answers_for_every_organization():
    assert [request.url for request in start(Query("organization", "Larkspur"))] == [LIST_URL]
    assert list(start(Query("person", "Jane Roe", organization="Larkspur"))) == []


@pytest.mark.parametrize("file", ["get_hospitals-all.json", "get_hospitals-state-ar.json"])
def test_a_recorded_list_ties_a_ccn_to_its_ein(recordings, make_document, file):
    body = (recordings / "community-benefit-insight" / file).read_bytes()
    document = make_document("community_benefit", body, LIST_URL)
    items = list(read(document, Query("organization", "x", identifiers=(Identifier("ccn", "040002"),))))
    assert {c.details["scheme"]: c.value for c in claims(items, "organization_identifier")} == {
        "ccn": "040002", "ein": "710403278",
    }  # fmt: skip
    assert [c.value for c in claims(items, "beds")] == [90]
    assert [item.url for item in items if isinstance(item, Request)] == [DATA_URL]
    assert not [item for item in items if isinstance(item, Drift)]


def test_an_ein_of_many_hospitals_is_not_said_to_be_one_hospitals_own(recordings, make_document):
    body = (recordings / "community-benefit-insight" / "get_hospitals-all.json").read_bytes()
    document = make_document("community_benefit", body, LIST_URL)
    items = list(read(document, Query("organization", "Massachusetts General Hospital", state="MA")))
    (ein,) = [c for c in claims(items, "organization_identifier") if c.details["scheme"] == "ein"]
    assert ein.details["names"] == "parent"
    assert ein.details["hospitals"] == 9


@pytest.mark.parametrize(
    ("file", "hospital"),
    [("get_hospital_data-id-1-mizell.json", "1"), ("get_hospital_data-id-2-st-vincents-east.json", "2")],
)
def test_recorded_figures_are_of_the_latest_three_years(recordings, make_document, file, hospital):
    body = (recordings / "community-benefit-insight" / file).read_bytes()
    items = list(read(make_document("community_benefit", body, f"{DATA_URL}?hospital_id={hospital}"),
                      Query("organization", "x")))  # fmt: skip
    benefit = claims(items, "community_benefit")
    assert {str(c.end) for c in benefit} == {"2017", "2018", "2019"}
    assert {c.record.id for c in benefit} == {hospital}
    assert not [item for item in items if isinstance(item, Drift)]


def hospital(**fields):
    return {"hospital_id": "9001", "name": "Larkspur Clinic", "state": "AL", "medicare_provider_number": ""} | fields


def test_a_name_that_is_only_like_another_needs_a_state(make_document):
    document = make_document("community_benefit", json.dumps([hospital(name="Larkspur Clinic North")]), LIST_URL)
    assert list(read(document, Query("organization", "Larkspur Clinic"))) == []
    assert list(read(document, Query("organization", "Larkspur Clinic", state="AL")))


def test_a_row_without_a_number_and_a_hospital_with_little_known_are_told(make_document):
    rows = [hospital(hospital_id=""), hospital(updated_dt="soon"), hospital(updated_dt="March 44, 2023")]
    items = list(read(make_document("community_benefit", json.dumps(rows), LIST_URL),
                      Query("organization", "Larkspur Clinic", state="AL")))  # fmt: skip
    assert [item.message for item in items if isinstance(item, Drift)] == ["a hospital without number or name"]
    assert {item.citation.published for item in items if isinstance(item, Claim)} == {None}


def test_figures_without_year_or_owner_are_told(make_document):
    for rows in ([{"fiscal_yr": "soon"}], [{"fiscal_yr": "2020", "data_name": "Larkspur"}]):
        (drift,) = read(make_document("community_benefit", json.dumps(rows), DATA_URL), Query("organization", "x"))
        assert isinstance(drift, Drift)
