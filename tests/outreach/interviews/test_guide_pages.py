"""A guide through its pages: proposed, looked over, printed, sent, deleted and brought back."""

from __future__ import annotations

import re

import pytest

from outreach.interviews.models import QuestionGuide
from tests import factories
from tests.outreach import hostile
from tests.outreach.interviews.conftest import make_cast

FORM = {"project": "", "program": "", "minutes": "20", "meets_on": ""}


@pytest.fixture
def inside(app, alice):
    database = app.extensions["database"]
    return lambda: database.session_for(1)


@pytest.fixture
def leader(inside) -> int:
    with inside() as session:
        return make_cast(session).leader.id


@pytest.fixture
def path(alice, leader) -> str:
    """The address of a guide, as it is proposed."""
    page = alice.get(f"/guides/new?person={leader}").text
    chosen = {name: re.search(rf'name="{name}".*?<option selected value="(\d+)"', page, re.DOTALL)[1]
              for name in ("project", "program")}  # fmt: skip
    answer = alice.post(f"/guides/new?person={leader}", {**FORM, **chosen})
    assert answer.status_code == 303
    return answer.headers["Location"]


def test_questions_are_proposed_from_what_is_confirmed(alice, path):
    page = alice.get(path).text
    assert "Proposed from what is confirmed." in page
    assert "The Short-stay unit began in January 2026." in page
    assert "20 of 20 minutes" in page
    assert "Nothing found." in page
    assert "In reserve" in page


def test_a_form_pressed_twice_makes_one(alice, inside, path, leader):
    alice.get(f"/guides/new?person={leader}")
    for _ in range(2):
        alice.post(f"/guides/new?person={leader}", FORM)
    with inside() as session:
        assert session.query(QuestionGuide).count() == 2  # that of the fixture, and one


@pytest.mark.parametrize("minutes", ["", "4", "91", "x", "-5", "20.5", "²", "9" * 3000])
def test_a_length_that_is_none_is_told_and_nothing_typed_is_lost(alice, leader, minutes):
    alice.get(f"/guides/new?person={leader}")
    answer = alice.post(f"/guides/new?person={leader}", {**FORM, "minutes": minutes, "meets_on": "2026-12-18"})
    assert answer.status_code == 422
    assert "Enter a number of minutes between 5 and 90." in answer.text
    assert "2026-12-18" in answer.text


@pytest.mark.parametrize("day", ["2020-01-01", "2031-01-01", "soon", "\x00"])
def test_a_day_that_cannot_be_is_refused(alice, leader, day):
    alice.get(f"/guides/new?person={leader}")
    assert alice.post(f"/guides/new?person={leader}", {**FORM, "meets_on": day}).status_code == 422


@pytest.mark.parametrize("query", ["", "?person=", "?person=x", "?person=999", "?draft=999", "?person=" + "9" * 40])
def test_without_somebody_to_ask_there_is_no_such_page(alice, leader, query):
    assert alice.get(f"/guides/new{query}").status_code == 404


def test_from_a_letter_its_program_and_length_are_chosen(alice, inside, leader):
    with inside() as session:
        person = session.get_one(type(factories.make_person(session)), leader)
        draft = factories.make_draft(session, person, minutes=15, project_id=factories.make_project(session).id).id
    assert f'href="/guides/new?draft={draft}"' in alice.get(f"/drafts/{draft}").text
    page = alice.get(f"/guides/new?draft={draft}").text
    assert 'value="15"' in page
    alice.post(f"/guides/new?draft={draft}", {**FORM, "minutes": "15"})
    with inside() as session:
        assert session.query(QuestionGuide).one().draft_id == draft
    assert "for 15 minutes" in alice.get(f"/drafts/{draft}").text


def test_the_day_of_the_talk_says_when_to_send(alice, path):
    alice.get(path + "/edit")
    page = alice.get(path + "/edit").text
    version = re.search(r'name="version"[^>]*value="(\d+)"', page)[1]
    alice.post(path + "/edit", {"version": version, "minutes": "30", "meets_on": "2026-11-30", "project": ""})
    page = alice.get(path).text
    assert "Tue, Nov 24" in page
    assert "three working days" in page
    assert "30 minutes with" in page


def test_two_windows_keep_what_both_wrote(alice, path):
    version = re.search(r'name="version"[^>]*value="(\d+)"', alice.get(path + "/edit").text)[1]
    first = {"version": version, "minutes": "30", "meets_on": "", "project": ""}
    assert alice.post(path + "/edit", first).status_code == 303
    alice.get(path)
    answer = alice.post(path + "/edit", {**first, "minutes": "45"})
    assert answer.status_code == 409
    assert "changed in another window" in answer.text
    assert 'value="45"' in answer.text
    assert "<dt>Minutes:</dt><dd>30</dd>" in answer.text


def test_the_sheet_has_the_questions_with_their_times_and_no_buttons(alice, path):
    page = alice.get(path + "/print").text
    assert "2–6 min. How it began" in page
    assert "Only if time is left" in page
    assert "<form" not in page
    assert page.index("Whose support") < page.index("Which part of that")


def test_what_they_will_be_asked_is_plain_text(alice, path):
    page = alice.get(path + "/send").text
    assert "1. The Short-stay unit began in January 2026." in page
    assert "record this" not in page
    file = alice.get(path + "/questions.txt")
    assert file.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert file.headers["Content-Disposition"] == 'attachment; filename="questions.txt"'
    assert file.text.count("\n\n") == 6


def test_a_deleted_guide_comes_back(alice, path, leader):
    assert "Delete these questions?" in alice.get(path + "/delete/ask").text
    alice.post(path + "/delete")
    assert alice.get(path).status_code == 404
    alice.get(f"/people/{leader}")
    alice.post(path + "/delete")
    assert "deleted already" in alice.get(f"/people/{leader}").text
    alice.post(path + "/bring-back")
    assert alice.get(path).status_code == 200


def test_what_is_missing_is_proposed(alice, path):
    alice.get(path)
    alice.post(path + "/propose")
    assert "There is a question of every kind already." in alice.get(path).text


def test_a_reviewer_reads_and_changes_nothing(alice, path, invite):
    ben = invite("reviewer")
    page = ben.get(path).text
    assert "Take out" not in page
    assert "Print the guide" in page
    assert ben.get(path + "/print").status_code == 200
    for address in ("/delete", "/propose", "/edit"):
        assert ben.post(path + address, {}).status_code == 403


@pytest.mark.parametrize("name", hostile.TEXTS if hasattr(hostile, "TEXTS") else ["<script>alert(1)</script>"])
def test_hostile_names_stand_as_text(alice, inside, name):
    with inside() as session:
        person = factories.make_person(session, name=name[:200] or "x")
        guide = factories.make_guide(session, person)
        factories.make_question(session, guide, text=(name[:400] or "x"))
    for page in (alice.get(f"/guides/{guide.id}"), alice.get(f"/guides/{guide.id}/print")):
        assert page.status_code == 200
        assert "<script>alert" not in page.text
