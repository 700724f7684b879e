"""What is kept is given back as it came, and the same thing said twice is known to be the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.dossiers import convert
from outreach.dossiers.models import Candidate as CandidateRow
from outreach.dossiers.models import Claim as ClaimRow
from outreach.dossiers.models import Fact as FactRow
from research.types import (
    Candidate,
    Citation,
    Claim,
    Fact,
    Identifier,
    Judgement,
    PartialDate,
    Place,
    Query,
    Reason,
    Record,
)
from tests.outreach.dossiers.invented_sources import NOW

RECORD = Record("register", "17", "Jane Q. Roe", "https://register.example/17", "person")
CITATION = Citation("register", "https://register.example/17", NOW, "chief medical officer", 0.9, "a" * 64, "Staff")
CLAIM = Claim(
    RECORD, "role", "Chief Medical Officer", CITATION, PartialDate(2024, 3), None, Place("Larkspur", "VT"),
    "Larkspur Valley Health", "current", {"leader": "yes", "rank": 2, "share": 0.5, "acting": False},
)  # fmt: skip

dates = st.one_of(
    st.none(),
    st.builds(PartialDate, st.integers(1900, 2030)),
    st.builds(PartialDate, st.integers(1900, 2030), st.integers(1, 12), st.integers(1, 28)),
)
words = st.text(min_size=1, max_size=40).filter(lambda text: convert.storable(text).strip())
claims = st.builds(
    lambda value, start, end, place, house, details, quote: Claim(
        RECORD, "award", value, replace(CITATION, quote=quote), start, end, place, house, "", details
    ),
    words,
    dates,
    dates,
    st.one_of(st.none(), st.builds(Place, st.sampled_from(["", "Larkspur"]), st.sampled_from(["", "VT"]))),
    st.text(max_size=40),
    st.dictionaries(st.sampled_from(["title", "period"]), st.one_of(words, st.integers(), st.booleans())),
    words,
)


@given(claims)
def test_a_kept_claim_is_given_back_as_it_is(claim):
    kept = convert.kept_claim(claim)
    assert convert.claim_of(ClaimRow(**convert.claim_values(kept))) == kept
    assert convert.kept_claim(kept) == kept
    assert "\x00" not in repr(convert.claim_values(kept))


def test_a_claim_without_anything_unkeepable_is_not_changed():
    assert convert.kept_claim(CLAIM) == CLAIM


def test_an_id_that_is_too_long_is_shortened_always_to_the_same_and_never_to_another_s():
    long = [replace(RECORD, id="x" * 400 + end) for end in ("a", "b")]
    kept = [convert.kept_record(record) for record in long]
    assert all(len(record.id) <= 300 for record in kept)
    assert kept[0] != kept[1]
    assert convert.kept_record(long[0]) == kept[0]


def test_the_same_said_again_in_a_page_read_again_has_the_same_fingerprint():
    later = replace(CITATION, retrieved_at=NOW + timedelta(days=9), document="b" * 64, confidence=0.5)
    assert convert.fingerprint(replace(CLAIM, citation=later)) == convert.fingerprint(CLAIM)


@pytest.mark.parametrize(
    "other",
    [
        replace(CLAIM, value="Chief Nursing Officer"),
        replace(CLAIM, start=PartialDate(2024)),
        replace(CLAIM, end=PartialDate(2025)),
        replace(CLAIM, place=None),
        replace(CLAIM, organization="Quillfeather Clinic"),
        replace(CLAIM, status="interim"),
        replace(CLAIM, details={}),
        replace(CLAIM, record=replace(RECORD, id="18")),
        replace(CLAIM, citation=replace(CITATION, quote="the chief medical officer")),
        replace(CLAIM, citation=replace(CITATION, url="https://register.example/18")),
    ],
)
def test_anything_else_said_has_another(other):
    assert convert.fingerprint(other) != convert.fingerprint(CLAIM)


def test_a_query_is_given_back_and_one_with_little_in_it_too():
    query = Query(
        "person", "Jane Q. Roe", "Larkspur", "CMO", "VT", "Larkspur", (Identifier("npi", "1", "facility"),),
        (Identifier("ccn", "2"),), "https://larkspur.example", ("https://a.example/",), include_pay=True,
    )  # fmt: skip
    assert convert.query_from_json(convert.query_to_json(query)) == query
    assert convert.query_from_json({"kind": "organization", "name": "Larkspur"}) == Query("organization", "Larkspur")


def test_a_candidate_and_a_fact_are_given_back():
    candidate = Candidate(RECORD, Judgement.UNSURE, 0.4, (Reason("name", 0.4, "alike"),), (CLAIM,))
    row = CandidateRow(**convert.candidate_values(candidate))
    assert convert.candidate_of(row, (CLAIM,)) == candidate
    by_user = replace(candidate, judgement=Judgement.SAME, reasons=(Reason("user", 5, "you decided so"),), by_user=True)
    assert convert.candidate_of(CandidateRow(**convert.candidate_values(by_user)), (CLAIM,)) == by_user
    fact = Fact(
        "person", "role", "Chief Medical Officer", (CLAIM,), 0.8, "single", PartialDate(2024, 3), None,
        "Larkspur Valley Health", "current", as_of=PartialDate(2026), details=CLAIM.details,
    )  # fmt: skip
    values = convert.fact_values(fact)
    assert convert.fact_of(FactRow(**values), (CLAIM,)) == fact
    assert values["value_words"] == "Chief Medical Officer, Larkspur Valley Health (since Mar 2024)"
    assert values["dated"] == "2024-03"


def test_nothing_is_a_fact_without_a_source():
    with pytest.raises(ValueError, match="claim"):
        convert.fact_of(FactRow(predicate="role", value="x", standing="single", confidence=0.5), ())
