from __future__ import annotations

import dataclasses
import json

import pytest

from research.connector import Drift
from research.connectors import cms_hospitals
from research.connectors.cms_hospitals import BULK_URL, read, start
from research.hospitals import column_key
from research.types import Claim, Identifier, Query, Request

HEAD = "Facility ID,Facility Name,City/Town,State,Hospital Ownership,Hospital overall rating\n"
TABLE = HEAD + "019901,LARKSPUR VALLEY MEDICAL CENTER,ELMSFORD,AL,Proprietary,4\n"
LARKSPUR = Query("organization", "Larkspur Valley Medical Center", state="AL")


def values(items, predicate):
    return [item.value for item in items if isinstance(item, Claim) and item.predicate == predicate]


def test_any_organization_is_asked_for_with_the_one_table():
    assert [request.url for request in start(LARKSPUR)] == [BULK_URL]
    assert list(start(Query("person", "Jane Roe", organization="Larkspur"))) == []


def test_the_release_is_the_day_on_which_the_file_was_changed(make_document):
    document = make_document("cms_hospitals", TABLE, BULK_URL, media_type="text/csv")
    dated = dataclasses.replace(document, last_modified="Thu, 13 Aug 2026 09:00:00 GMT")
    assert {str(claim.citation.published) for claim in read(dated, LARKSPUR)} == {"2026-08-13"}
    broken = dataclasses.replace(document, last_modified="some day")
    assert {claim.citation.published for claim in read(broken, LARKSPUR)} == {None}


def test_the_json_service_is_asked_by_number_when_it_is_known(make_document):
    gone = make_document("cms_hospitals", "", BULK_URL, status=404)
    (request,) = read(gone, dataclasses.replace(LARKSPUR, identifiers=(Identifier("ccn", "019901"),)))
    assert isinstance(request, Request)
    assert dict(request.params)["conditions[0][property]"] == "facility_id"
    assert dict(request.params)["conditions[0][value]"] == "019901"


def test_two_addresses_that_are_gone_are_the_end(make_document):
    gone = make_document("cms_hospitals", "", cms_hospitals.QUERY_URL, status=404)
    assert list(read(gone, LARKSPUR)) == []


def test_the_published_table_answers_what_is_asked(recordings, make_document):
    body = (recordings / "cms-provider-data" / "hospital-general-information.csv").read_bytes()
    document = make_document("cms_hospitals", body, BULK_URL, media_type="text/csv")
    one = list(read(document, Query("organization", "Halifax Health Medical Center", state="FL")))
    asked_for = [claim for claim in one if claim.record.id == "100017"]
    assert values(asked_for, "ownership") == ["Government - Hospital District or Authority"]
    assert values(asked_for, "overall_rating") == [2]
    assert values(one, "organization_identifier")[0] == "100017"
    many = list(read(document, Query("organization", "MEMORIAL HOSPITAL")))
    assert len(set(values(many, "organization_identifier"))) == 14
    assert values(read(document, Query("organization", "Memorial Hospital", state="KS")), "location") == ["Abilene, KS"]


def test_rows_that_are_no_hospital_are_counted_aloud(make_document):
    document = make_document("cms_hospitals", TABLE + "12,TOTAL,,AL,,\n", BULK_URL, media_type="text/csv")
    drift = [item.message for item in read(document, LARKSPUR) if isinstance(item, Drift)]
    assert drift == ["rows without a proper CCN, name or state: 1"]


@pytest.mark.parametrize("column", ["Hospital Mood", "Count of MORT Measures Doubtful"])
def test_a_new_column_is_loud_and_costs_nothing(make_document, column):
    wider = "".join(f"{line},{add}\n" for line, add in zip(TABLE.splitlines(), (column, "7"), strict=True))
    items = list(read(make_document("cms_hospitals", wider, BULK_URL, media_type="text/csv"), LARKSPUR))
    assert [item.message for item in items if isinstance(item, Drift)] == [f"unread fields: ['{column_key(column)}']"]
    assert values(items, "overall_rating") == [4]


def test_a_new_field_of_the_json_service_is_loud(make_document):
    row = {"facility_id": "019901", "facility_name": "LARKSPUR VALLEY MEDICAL CENTER", "state": "AL", "mood": "7"}
    items = list(read(make_document("cms_hospitals", json.dumps({"results": [row]})), LARKSPUR))
    assert [item.message for item in items if isinstance(item, Drift)] == ["unread fields: ['mood']"]


def test_every_column_of_the_recorded_table_is_known(make_document, recordings):
    body = (recordings / "cms-provider-data/hospital-general-information.csv").read_bytes()
    items = read(make_document("cms_hospitals", body, BULK_URL, media_type="text/csv"), LARKSPUR)
    assert not any(isinstance(item, Drift) for item in items)
