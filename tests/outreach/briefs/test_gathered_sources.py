"""A source as one line of the list."""

from __future__ import annotations

from datetime import date

import pytest

from outreach.briefs.gathered_sources import claim_source, page_source, source_name, source_words, sources_of_facts
from tests import factories
from tests.factories import NOON

READ = date(2026, 11, 6)


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (("Harrow Lake", "Leadership page", "harrowlake.example", "2026-03"),
         "Harrow Lake, Leadership page, Mar 2026. harrowlake.example. Nov 6, 2026"),
        (("Harrow Lake", "News of Harrow Lake.", "", ""), "News of Harrow Lake. Nov 6, 2026"),
        (("", "  A   title\nin lines ", "site.example", ""), "A title in lines. site.example. Nov 6, 2026"),
        (("", "", "site.example", ""), "site.example. Nov 6, 2026"),
    ],
)  # fmt: skip
def test_publisher_title_site_and_the_day_it_was_read(told, line):
    assert source_words(*told, READ) == line


def test_a_very_long_title_ends_with_a_word():
    words = source_words("", "word " * 200, "", "", READ)
    assert len(words) < 200
    assert words.endswith("word. Nov 6, 2026")


def test_only_web_addresses_are_addresses():
    for url in ("javascript:alert(1)", "file:///etc/passwd", "note:1234", "data:text/html,x"):
        assert page_source("", "A page", url, NOON).address == ""
    assert page_source("", "A page", "https://a.example/x#part", NOON).key == "https://a.example/x"


def test_a_register_is_named_with_its_record_and_a_page_by_its_title():
    assert claim_source("nobody_knows_it", "", "https://a.example/1", NOON).words.startswith(
        "nobody_knows_it. a.example"
    )
    assert claim_source("given_pages", "My copy", "file:copy.pdf", NOON).words == "My copy. Nov 20, 2026"


def test_a_source_is_called_on_paper_what_its_readers_know_it_by():
    assert source_name("nppes_individuals") == source_name("nppes_organizations") == "National provider registry (NPI)"
    assert source_name("trade_press") == "Health-care trade press"
    assert source_name("nobody_knows_it") == ""
    words = claim_source("nppes_individuals", "", "https://npiregistry.cms.hhs.gov/x", NOON).words
    assert words.startswith("National provider registry (NPI). npiregistry.cms.hhs.gov")


def test_pages_come_before_files_and_each_place_once(session):
    fact = factories.make_fact(session)
    for url in ("file:agenda.txt", "https://a.example/1", "https://a.example/1#part"):
        claim = factories.make_claim(session, person_id=fact.person_id, cited_url=url)
        factories.make_fact_claim(session, fact, claim)
    assert [one.source.key for one in sources_of_facts(session, [fact.id])[fact.id]] == [
        "https://a.example/1", "file:agenda.txt",
    ]  # fmt: skip
    assert sources_of_facts(session, []) == {}
