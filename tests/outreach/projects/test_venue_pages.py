"""The pages of venues, as one uses them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from outreach.app import Application
from outreach.projects import venue_files
from outreach.projects.models import OwnVenue
from tests import factories
from tests.browser import Browser
from tests.outreach.hostile import bodies

GOOD = {
    "version": "1", "name": "Lakes Letter", "readers": "members", "source_review": "none", "shortest_words": "600",
    "longest_words": "1,200", "query_rule": "Ask first.", "exclusivity": "For them alone.", "lead_time_days": "28",
    "rule_url": "lakes.example.org/write", "rule_read_on": "2026-11-02", "note": "Wren knows them.",
}  # fmt: skip


@pytest.fixture
def make(app: Application, alice: Browser) -> Callable:
    """Makes a row in Alice's workspace."""

    def in_hers(factory: Callable, *arguments, **named):
        with app.extensions["database"].session_for(1) as session:
            return factory(session, *arguments, **named)

    return in_hers


def stored(app: Application, number: int) -> OwnVenue:
    with app.extensions["database"].reader_for(1) as session:
        return session.get(OwnVenue, number)


def test_all_venues_are_listed_and_each_has_its_page(alice: Browser):
    page = alice.get("/venues").text
    assert "None yet." in page
    for key, venue in venue_files.shipped()[0].items():
        assert f'href="/venues/listed/{key}"' in page
        own = alice.get(f"/venues/listed/{key}").text
        assert "What you may promise" in own
        for read in venue.pages:
            assert f'href="{read.url}"' in own
    assert alice.get("/venues/listed/nowhere").status_code == 404


def test_a_venue_is_added_with_the_page_that_its_rules_were_read_on(alice: Browser, app: Application):
    alice.get("/venues/new")
    location = alice.post("/venues/new", GOOD).location
    page = alice.get(location).text
    for words in (
        "Added Lakes Letter.", "600 to 1,200 words", "May not see it before it is published", "For them alone.",
        'href="https://lakes.example.org/write"', "28 days from handing in", "Mon, Nov 2", "Wren knows them.",
    ):  # fmt: skip
        assert words in page
    assert "only your notes" not in page
    assert alice.post("/venues/new", GOOD).location == location, "a double press adds one"
    assert location in alice.get("/venues").text
    number = int(location.rsplit("/", 1)[1])
    assert re.search(rf'<option selected value="own-{number}">', alice.get(f"/projects/new?venue=own-{number}").text)


def test_rules_without_a_page_are_shown_as_notes_of_ones_own(alice: Browser, app: Application):
    alice.get("/venues/new")
    without = {**GOOD, "rule_url": "", "lead_time_days": ""}
    location = alice.post("/venues/new", without).location
    page = alice.get(location).text
    assert page.count("only your notes") == 4
    assert page.count("Not known: ask the editors") == 1
    assert stored(app, int(location.rsplit("/", 1)[1])).rule_read_on is None


def test_a_page_without_a_day_was_read_today(alice: Browser, app: Application):
    alice.get("/venues/new")
    location = alice.post("/venues/new", {**GOOD, "rule_read_on": ""}).location
    assert stored(app, int(location.rsplit("/", 1)[1])).rule_read_on.isoformat() == "2026-11-20"


@pytest.mark.parametrize("path", ["/venues/new", "/venues/{id}/edit"])
def test_every_form_bears_whatever_is_sent(alice: Browser, make, path: str):
    number = make(factories.make_venue).id
    alice.get(f"/venues/{number}")
    for name, body in bodies(GOOD):
        answer = alice.post(path.format(id=number), body)
        assert answer.status_code in (303, 400, 409, 413, 422), name
        if answer.status_code == 422:
            assert "There is a problem" in answer.text, name
            assert "<script>alert" not in answer.text, name


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "Enter the venue"),
        ("longest_words", "many", "Enter a whole number"),
        ("longest_words", "12345678", "Enter a whole number"),
        ("longest_words", "500", "below the fewest words"),
        ("shortest_words", "0", "from 1 to 1,000,000"),
        ("lead_time_days", "-3", "Enter a whole number"),
        ("source_review", "all", "Choose one of these"),
        ("rule_url", "javascript:alert(1)", "Enter a web address"),
        ("rule_read_on", "2026-11-21", "Enter a day up to today"),
        ("rule_read_on", "1826-11-21", "Enter a day up to today"),
    ],
)
def test_a_refused_form_keeps_what_was_typed(alice: Browser, field: str, value: str, words: str):
    alice.get("/venues/new")
    page = alice.post("/venues/new", {**GOOD, "note": "Typed long.", field: value})
    assert page.status_code == 422
    assert words in page.text
    assert "Typed long." in page.text


def test_two_windows_keep_both_texts_and_tell(alice: Browser, app: Application, make):
    number = make(factories.make_venue).id
    alice.get(f"/venues/{number}/edit")
    assert alice.post(f"/venues/{number}/edit", {**GOOD, "name": "Theirs"}).status_code == 303
    told = alice.post(f"/venues/{number}/edit", {**GOOD, "name": "Mine", "source_review": "whole"})
    assert told.status_code == 409
    for words in ("changed in another window", "Theirs", 'value="Mine"', "May not see it before it is published"):
        assert words in told.text
    assert stored(app, number).name == "Theirs"
    version = re.search(r'name="version"[^>]*value="(\d+)"', told.text)[1]
    assert alice.post(f"/venues/{number}/edit", {**GOOD, "version": version}).status_code == 303


def test_a_deleted_venue_can_be_brought_back(alice: Browser, make):
    number = make(factories.make_venue, name="Lakes Letter").id
    make(factories.make_project, venue_id=number, title="Keys first")
    assert "Keys first" in alice.get(f"/venues/{number}").text
    assert "Your 1 project for it keeps its rules." in alice.get(f"/venues/{number}/delete/ask").text
    after = alice.get(alice.post(f"/venues/{number}/delete").location).text
    assert "Deleted Lakes Letter." in after
    assert alice.get(f"/venues/{number}").status_code == 404
    assert "Lakes Letter" not in alice.get("/projects/new").text
    assert "was deleted already" in alice.get(alice.post(f"/venues/{number}/delete").location).text
    undo = re.search(r'action="(/venues/\d+/bring-back)"', after)[1]
    assert alice.post(undo).status_code == 303
    assert "Lakes Letter is back." in alice.get(f"/venues/{number}").text


def test_a_reviewer_reads_and_changes_nothing(make, invite):
    number = make(factories.make_venue).id
    reviewer = invite("reviewer")
    page = reviewer.get(f"/venues/{number}").text.split("<main")[1].split("</main>")[0]
    assert "<form" not in page
    assert "/edit" not in page
    assert reviewer.post(f"/venues/{number}/delete").status_code == 403
