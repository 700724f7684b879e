"""The page of the search and the lines of its dialog; and that what is found leads to a page."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from outreach.search import KINDS, SearchEntry
from tests import article_factories, event_factories, factories, ledger_factories


@pytest.fixture
def filled(inside):
    """One of everything that can be found."""
    leader = factories.make_person(inside, name="Zofia Łukasik-Quillfeather")
    factories.make_organization(inside, name="Quillfeather Hospital")
    factories.make_note(inside, leader, text="Spoke about quillfeather at the dinner")
    for subject in ({"person_id": leader.id}, {"organization_id": factories.make_organization(inside).id}):
        fact = factories.make_fact(inside, value="Quillfeather prize", **subject)
        factories.make_fact_claim(inside, fact)
    factories.make_program(inside, person_id=leader.id, name="Quillfeather rounds")
    factories.make_document(inside, title="Quillfeather in the news")
    factories.make_own_document(inside, "Quillfeather, as I heard it.", title="Quillfeather, pasted")
    factories.make_project(inside, title="Quillfeather, an article")
    factories.make_draft(inside, leader, subject="Interview request: quillfeather rounds")
    ledger_factories.make_interview(inside, leader, learned="how the quillfeather rounds began")
    ledger_factories.make_touch(inside, leader, what="Spoke about the quillfeather rounds")
    ledger_factories.make_promise(inside, leader, what="Send the quillfeather figures")
    ledger_factories.make_advice(inside, leader, words="Begin with one quillfeather ward")
    ledger_factories.make_recommendation(inside, leader, title="Quillfeather, a book")
    article_factories.make_article(inside, leader, title="The quillfeather rounds, a year later")
    ledger_factories.make_signal(inside, leader, sentence="She was given the Quillfeather medal.")
    event_factories.make_event(inside, name="Quillfeather forum")
    inside.commit()
    return leader


def test_what_is_found_stands_under_its_kind(alice, filled):
    page = alice.get("/search?q=quillfeather").text
    for words in KINDS.values():
        assert f"<h2>{words} " in page
    assert f"/people/{filled.id}" in page


@pytest.mark.parametrize("question", ["lukasik", "ŁUKASIK", "uka", "quill luk"])
def test_a_part_of_a_name_is_enough_however_it_is_spelled(alice, filled, question):
    assert "Zofia Łukasik-Quillfeather" in alice.get("/search", query_string={"q": question}).text


def test_one_kind_is_chosen(alice, filled):
    page = alice.get("/search?q=quillfeather&kind=note").text
    assert "<h2>Notes " in page
    assert "<h2>People " not in page
    nothing = alice.get("/search?q=zofia&kind=program").text
    assert "Nothing called “zofia” among programs." in nothing


def test_the_dialog_gets_lines_and_what_can_be_done(alice, filled):
    part = alice.get("/search?q=quill", headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert 'role="option"' in part
    assert 'data-address="/people/new?name=quill"' in part
    assert len(re.findall('role="option"', part)) <= 9
    assert alice.get("/search?q=", headers={"HX-Request": "true"}).text.strip() == ""


def test_every_address_that_is_found_leads_to_a_page(alice, app, inside, filled):
    database = app.extensions["database"]
    with database.system_reader("reading the index") as session:
        paths = {row.path: row.kind for row in session.scalars(select(SearchEntry))}
    assert set(paths.values()) == set(KINDS)
    for path in paths:
        page, _, anchor = path.partition("#")
        answer = alice.get(page)
        assert answer.status_code == 200, path
        assert not anchor or f'id="{anchor}"' in answer.text, path


def test_nothing_found_offers_to_add_a_person(alice, filled):
    page = alice.get("/search?q=nunez").text
    assert "Nothing called “nunez”" in page
    assert "/people/new?name=nunez" in page


def test_a_reviewer_is_offered_no_adding(invite, filled):
    reviewer = invite("reviewer")
    assert "/people/new" not in reviewer.get("/search?q=nunez").text
    assert "/people/new" not in reviewer.get("/search?q=nunez", headers={"HX-Request": "true"}).text


@pytest.mark.parametrize(
    "question", ["", "%00", "%22", "'; DROP TABLE person; --", "*", "NEAR(a b)", "x" * 20_000, "%F0%9F%8F%A5", "%ff",
                 "<script>alert(1)</script>", "a&q=b", "a&kind=nonsense", "a&kind=%00"],
)  # fmt: skip
def test_any_question_is_answered(alice, filled, question):
    for headers in ({}, {"HX-Request": "true"}):
        answer = alice.get(f"/search?q={question}", headers=headers)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text


def test_another_workspace_s_people_are_not_found(alice, app):
    database = app.extensions["database"]
    with database.session_for(factories.make_workspace(database)) as session:
        factories.make_person(session, name="Zofia Łukasik")
    assert "Łukasik" not in alice.get("/search?q=lukasik").text


def test_a_stranger_is_asked_to_sign_in(app, browser, alice):
    stranger = type(browser)(app)
    assert "/sign-in" in stranger.get("/search?q=x").location
