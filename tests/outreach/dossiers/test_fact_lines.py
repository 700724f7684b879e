from __future__ import annotations

import pytest

from outreach.dossiers.fact_lines import words_of_claim
from outreach.dossiers.models import Claim
from tests.factories import NOON


@pytest.mark.parametrize(
    ("source", "title", "address", "named"),
    [
        ("organization_site", "Ana Roe, RN", "https://www.larkspur.example/team/ana", "Ana Roe, RN (larkspur.example)"),
        ("given_pages", "Ana Roe, RN", "upload:ana.txt", "Ana Roe, RN"),
        ("given_pages", "Ana Roe, RN", "https://[bad", "Ana Roe, RN"),
        ("clinicaltrials", "NCT1: A trial", "https://clinicaltrials.gov/study/NCT1", "NCT1: A trial"),
        ("clinicaltrials", "", "https://clinicaltrials.gov/study/NCT1", "ClinicalTrials.gov"),
    ],
)
def test_a_page_on_anybody_s_site_is_named_with_the_site(source, title, address, named):
    claim = Claim(
        origin="source", source_key=source, record_id="1", record_label="", cited_title=title, cited_url=address,
        quote="Ana Roe", published=None, retrieved_at=NOON,
    )  # fmt: skip
    assert words_of_claim(claim).source == named
