"""What was said before a run, and about which source "not relevant" is."""

from __future__ import annotations

import pytest

from outreach.signals.changed_facts import said_before, source_key_of


def test_what_was_said_before_is_by_the_label_of_its_kind():
    before = {"1": ["Post: Director of Nursing: nights", "settled"], "2": ["Award: Prize", "single"], "3": ["odd", ""]}
    assert said_before(before) == {"Post": ["Director of Nursing: nights"], "Award": ["Prize"]}
    assert said_before({}) == {}


@pytest.mark.parametrize(
    ("source", "url", "key"),
    [
        ("given_pages", "https://www.lakes.example/a", "lakes.example"),
        ("a_source_of_another_name_by_now", "https://www.lakes.example/a", "lakes.example"),
        ("wikidata", "https://www.wikidata.org/wiki/Q1", "wikidata"),
        ("given_pages", "", "given_pages"),
    ],
)
def test_a_page_of_anybody_s_is_known_by_its_site(source: str, url: str, key: str):
    assert source_key_of(source, url) == key
