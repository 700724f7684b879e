"""The ledger and all that happened with one person, as pages."""

from __future__ import annotations

import pytest

from outreach.people.models import Person
from outreach.relationships.ledger import Year
from outreach.relationships.ledger_pages import year_in_words
from tests import factories, ledger_factories
from tests.ledger_factories import long_ago


@pytest.mark.parametrize(
    ("year", "words"),
    [
        (Year(2026, 0, 0, 0), "Nothing given and nothing asked this year."),
        (Year(2026, 1, 0, 0), "You gave once and asked for nothing this year."),
        (Year(2026, 14, 5, 4),
         "You gave 14 times and asked five times this year. Nobody was asked without having been given to first."),
        (Year(2026, 0, 1, 1, ("Bo",)),
         "You gave nothing and asked once this year. Nobody was asked without having been given to first, but for Bo."),
        (Year(2026, 2, 20, 18, ("A", "B", "C"), 6),
         "You gave twice and asked 20 times this year. Nine people were asked before anything was given to them."),
    ],
)  # fmt: skip
def test_the_year_is_told_in_a_sentence(year, words):
    assert year_in_words(year) == words


def test_an_empty_ledger_says_what_would_be_here(alice, leader):
    assert "Nothing is noted yet. Give first" in alice.get("/ledger").text


def test_before_anybody_is_added_the_page_says_how_to_begin(alice):
    assert "Add one person to begin." in alice.get("/ledger").text


@pytest.fixture
def filled(inside, leader) -> int:
    with inside() as session:
        person = session.get_one(Person, leader)
        on, at = long_ago(193)
        ledger_factories.make_give(session, person, what="A reading list", happened_on=on, created_at=at)
        ledger_factories.make_ask(session, person, what="20 minutes")
        ledger_factories.make_promise(session, person)
    return leader


def test_the_ledger_says_in_dots_and_words_what_was_given_and_asked(alice, filled):
    page = " ".join(alice.get("/ledger").text.split())
    assert "You gave once and asked once this year." in page
    assert '<span aria-hidden="true">●</span> once<span class="small soft">A benchmark or figures: A reading' in page
    assert '<span aria-hidden="true">○</span> once, 1 open<' in page
    assert '<td role="cell" data-label="Since you last gave">6 months</td>' in page
    assert "you asked" in page
    assert "1 promise open" in page


@pytest.mark.parametrize(("show", "is_there"), [("give", True), ("open", True), ("quiet", False), ("nonsense", True)])
def test_the_choice_narrows_it_down(alice, filled, show, is_there):
    page = alice.get(f"/ledger?show={show}").text
    assert (f"/people/{filled}#between" in page) is is_there
    assert ("Nobody fits." in page) is not is_there


def test_an_idea_is_said_to_be_one_and_names_its_source(alice, inside, filled):
    with inside() as session:
        other = factories.make_person(session, name="Tomás Reyes")
        ledger_factories.make_touch(session, other)
        fact = factories.make_fact(
            session, person_id=other.id, predicate="award", value_words="Rural Care Award", dated="2026-10"
        )
        factories.make_fact_claim(session, fact)
    page = alice.get("/ledger").text
    assert "Ideas only" in page
    assert "Congratulate Tomás Reyes" in page
    assert f"/people/{other.id}/happened?kind=gave&amp;give=readers_response" in page
    assert "Ideas only" not in alice.get("/ledger?show=open").text


def test_all_that_happened_with_one_person_has_a_page(alice, filled):
    page = alice.get(f"/people/{filled}/between").text
    assert "You gave once and asked once. 1 request is open." in page
    assert "A benchmark or figures: A reading list" in page
    assert "Send the benchmark" in page


def test_a_part_of_the_list_that_is_none_says_so(alice, filled):
    assert alice.get("/ledger?after=nonsense").status_code == 404
    assert alice.get(f"/people/{filled}/between?after=%00").status_code == 404


def test_the_rail_leads_there(alice):
    assert 'href="/ledger"' in alice.get("/people").text
