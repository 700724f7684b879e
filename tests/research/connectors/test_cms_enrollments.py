from __future__ import annotations

from research.connector import Drift
from research.connectors import _data_api
from research.connectors.cms_enrollments import SOURCE, read, start
from research.types import Claim, Identifier, Query

LARKSPUR = Query("organization", "Larkspur Valley Medical Center")


def test_each_known_ccn_is_asked_for_and_a_name_alone_is_not():
    known = Query("organization", "Larkspur", identifiers=(Identifier("ccn", "019901"), Identifier("ccn", "01T901")))
    assert [dict(request.params)["filter[CCN]"] for request in start(known)] == ["019901", "01T901"]
    assert list(start(LARKSPUR)) == []


def test_more_ccns_than_the_budget_allows_are_cut_off():
    many = tuple(Identifier("ccn", f"0199{n:02d}") for n in range(9))
    assert len(list(start(Query("organization", "Larkspur", identifiers=many)))) == SOURCE.budget


def test_the_recorded_enrollments_are_read_without_a_remainder(recordings, make_document):
    body = (recordings / "cms-data-api" / "hospital-enrollments-southern-tennessee.json").read_bytes()
    items = list(read(make_document(SOURCE.key, body, f"https://{_data_api.HOST}/"), LARKSPUR))
    assert not [item for item in items if isinstance(item, Drift)]
    claims = [item for item in items if isinstance(item, Claim)]
    assert [c.record.id for c in claims][:1] == ["440058"], "the main location comes first"
    by_scheme = {(c.details["scheme"], c.value) for c in claims if c.predicate == "organization_identifier"}
    assert {("npi", "1467408781"), ("pecos", "5193632180"), ("ccn", "44T058")} <= by_scheme
