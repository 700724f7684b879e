"""The pages of projects, as one uses them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from outreach import page_parts
from outreach.app import Application
from outreach.page_parts import NextAction, Part
from outreach.projects.models import Project
from tests import factories
from tests.browser import Browser
from tests.outreach.hostile import bodies

GOOD = {
    "version": "1", "title": "Keys first", "kind": "article", "topic": "keys", "readers": "staff",
    "question": "it went", "venue": "healthsystemcio", "due_on": "2027-01-04", "note": "Ask Wren.",
}  # fmt: skip


@pytest.fixture
def make(app: Application, alice: Browser) -> Callable:
    """Makes a row in Alice's workspace: make(factories.make_project, title=...)."""

    def in_hers(factory: Callable, *arguments, **named):
        with app.extensions["database"].session_for(1) as session:
            return factory(session, *arguments, **named)

    return in_hers


def stored(app: Application, number: int) -> Project:
    with app.extensions["database"].reader_for(1) as session:
        return session.get(Project, number)


def test_the_empty_list_says_what_would_be_here(alice: Browser):
    page = alice.get("/projects").text
    assert "No project is under way" in page
    assert page.count('href="/projects/new"') == 1
    assert 'aria-current="page" data-key="j">Projects' in page


def test_a_working_title_begins_a_project_and_what_it_lacks_is_said(alice: Browser):
    alice.get("/projects/new")
    begun = alice.post("/projects/new", {"title": "Keys first", "kind": "improvement"})
    page = alice.get(begun.location).text
    for words in (
        "Begun: Keys first.", "Improvement project", "Before you ask anybody", "for which readers it is",
        "where it will appear", "No day is set", "No venue is chosen, so the text is yours",
    ):  # fmt: skip
        assert words in page
    assert alice.post("/projects/new", {"title": "Keys first", "kind": "improvement"}).location == begun.location


def test_what_may_be_promised_follows_from_the_venue(alice: Browser):
    alice.get("/projects/new?venue=healthsystemcio")
    page = alice.get(alice.post("/projects/new", GOOD).location).text
    for words in (
        "healthsystemCIO", "May not see it before it is published", "I will read every figure and quotation back",
        "That they approve it.", "You will see the draft for your suggestions", "in a stored copy of",
        "https://healthsystemcio.com/about/faqspolicies/", "Not known: ask the editors", "45 days left", "Ask Wren.",
    ):  # fmt: skip
        assert words in page
    assert "Before you ask anybody" not in page
    assert "The article carries this line" not in page


def test_a_venue_of_ones_own_says_where_its_rules_were_read_and_when_it_appears(alice: Browser, make):
    number = make(factories.make_project).id
    page = alice.get(f"/projects/{number}").text
    for words in ("https://lakes.example.org/write", "up to 1,200 words", "28 days from handing in", "Mon, Mar 1, 2027",
                  "The interviewee checked their quotations"):  # fmt: skip
        assert words in page


def test_a_venue_that_is_gone_is_told_and_nothing_is_promised_for_it(alice: Browser, make):
    lost = make(factories.make_project, venue_key="file_that_went").id
    page = alice.get(f"/projects/{lost}").text
    assert "no longer here" in page
    assert "I will ask the editors what you may see" in page
    venue = make(factories.make_venue, name="Lakes Letter", deleted_at=factories.NOON).id
    kept = make(factories.make_project, venue_id=venue).id
    page = alice.get(f"/projects/{kept}").text
    assert "deleted from your venues" in page
    assert f'href="/venues/{venue}"' not in page
    assert re.search(rf'<option selected value="own-{venue}">Lakes Letter', alice.get(f"/projects/{kept}/edit").text)


# --- bad input ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/projects/new", "/projects/{id}/edit"])
def test_every_form_bears_whatever_is_sent(alice: Browser, make, path: str):
    number = make(factories.make_project).id
    alice.get(f"/projects/{number}")
    for name, body in bodies(GOOD):
        answer = alice.post(path.format(id=number), body)
        assert answer.status_code in (303, 400, 409, 413, 422), name
        if answer.status_code == 422:
            assert "There is a problem" in answer.text, name
            assert "<script>alert" not in answer.text, name


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", " ", "Enter a working title."),
        ("title", "¡!", "Enter a working title."),
        ("title", "x" * 301, "at most 300 characters"),
        ("topic", "one\ntwo", "on one line"),
        ("kind", "sermon", "Choose one of these"),
        ("venue", "nowhere", "Choose one of these"),
        ("venue", "own-999999", "Choose one of these"),
        ("due_on", "tomorrow", "Enter a day as year, month and day"),
        ("due_on", "2926-01-01", "within ten years"),
    ],
)
def test_a_refused_form_keeps_what_was_typed(alice: Browser, field: str, value: str, words: str):
    alice.get("/projects/new")
    page = alice.post("/projects/new", {**GOOD, "note": "Typed long.", field: value})
    assert page.status_code == 422
    assert words in page.text
    assert "Typed long." in page.text
    assert "<title>Error: " in page.text


@pytest.mark.parametrize("query", ["?show=club", "?after=xyz", "?show=done&after=" + "A" * 3000, "?show=%00"])
def test_a_list_bears_any_address(alice: Browser, make, query: str):
    make(factories.make_project)
    assert alice.get("/projects" + query).status_code in (200, 404)


# --- changing -------------------------------------------------------------------------------------------------------


def test_a_project_is_changed(alice: Browser, app: Application, make):
    number = make(factories.make_project).id
    alice.get(f"/projects/{number}/edit")
    assert alice.post(f"/projects/{number}/edit", GOOD).status_code == 303
    now = stored(app, number)
    assert (now.title, now.venue_key, now.venue_id, now.due_on.isoformat()) == (
        "Keys first", "healthsystemcio", None, "2027-01-04",
    )  # fmt: skip


def test_two_windows_keep_both_texts_and_tell(alice: Browser, app: Application, make):
    number = make(factories.make_project).id
    alice.get(f"/projects/{number}/edit")
    alice.post(f"/projects/{number}/edit", {**GOOD, "title": "Theirs", "venue": "class_paper"})
    told = alice.post(f"/projects/{number}/edit", {**GOOD, "title": "Mine"})
    assert told.status_code == 409
    for words in ("changed in another window", "Theirs", 'value="Mine"', "A class paper"):
        assert words in told.text
    assert stored(app, number).title == "Theirs"
    version = re.search(r'name="version"[^>]*value="(\d+)"', told.text)[1]
    assert alice.post(f"/projects/{number}/edit", {**GOOD, "title": "Mine", "version": version}).status_code == 303
    assert stored(app, number).title == "Mine"


def test_a_project_goes_from_list_to_list(alice: Browser, make):
    number = make(factories.make_project, title="Keys first").id
    alice.get("/projects")
    assert alice.post(f"/projects/{number}/state", {"state": "done"}).status_code == 303
    assert "Keys first" not in alice.get("/projects").text
    assert "Keys first" in alice.get("/projects?show=done").text
    assert "Done (1)" in alice.get("/projects").text
    assert alice.post(f"/projects/{number}/state", {"state": "lost"}).status_code == 422
    alice.post(f"/projects/{number}/state", {"state": "dropped"})
    assert "Take it up again" in alice.get(f"/projects/{number}").text
    alice.post(f"/projects/{number}/state", {"state": "open"})
    assert "Keys first" in alice.get("/projects").text


def test_long_lists_come_in_parts(alice: Browser, make):
    for number in range(31):
        made = factories.NOON - timedelta(hours=number)
        make(factories.make_project, title=f"Project {number:02}", venue_key="podcast", updated_at=made)
    first = alice.get("/projects").text
    assert "Project 29" in first
    assert "Project 30" not in first
    older = re.search(r'rel="next" href="([^"]+)"', first)[1].replace("&amp;", "&")
    assert "Project 30" in alice.get(older).text


def test_a_deleted_project_can_be_brought_back_for_thirty_days(alice: Browser, make, clock):
    number = make(factories.make_project, title="Keys first").id
    assert "You can undo this until" in alice.get(f"/projects/{number}/delete/ask").text
    after = alice.get(alice.post(f"/projects/{number}/delete").location).text
    assert "Deleted Keys first." in after
    assert alice.get(f"/projects/{number}").status_code == 404
    assert alice.get(f"/projects/{number}/edit").status_code == 404
    alice.get("/projects")
    assert "was deleted already" in alice.get(alice.post(f"/projects/{number}/delete").location).text
    undo = re.search(r'action="(/projects/\d+/bring-back)"', after)[1]
    assert alice.post(undo).status_code == 303
    assert "Keys first is back." in alice.get(f"/projects/{number}").text
    alice.post(f"/projects/{number}/delete")
    clock.move(days=31)
    alice.sign_in()
    alice.get("/settings/account")
    assert alice.post(undo).status_code == 422


# --- who may, and what others add -----------------------------------------------------------------------------------


def test_a_reviewer_reads_and_changes_nothing(make, invite):
    number = make(factories.make_project, title="Keys first").id
    reviewer = invite("reviewer")
    page = reviewer.get(f"/projects/{number}").text.split("<main")[1].split("</main>")[0]
    assert "Keys first" in page
    assert "/edit" not in page
    assert "<form" not in page
    assert reviewer.get(f"/projects/{number}/edit").status_code == 403
    assert reviewer.post(f"/projects/{number}/delete").status_code == 403


def test_another_workspace_s_project_and_venue_are_not_there(alice: Browser, app: Application):
    other = factories.make_workspace(app.extensions["database"])
    with app.extensions["database"].session_for(other) as session:
        theirs = factories.make_project(session, title="Theirs")
        number, venue = theirs.id, theirs.venue_id
    assert alice.get(f"/projects/{number}").status_code == 404
    assert "Theirs" not in alice.get("/projects").text
    alice.get("/projects/new")
    refused = alice.post("/projects/new", {**GOOD, "venue": f"own-{venue}"})
    assert refused.status_code == 422, "a venue of others cannot be chosen"


def test_later_rooms_add_their_parts(alice: Browser, app: Flask, make, tmp_path):
    number = make(factories.make_project).id
    (tmp_path / "things_for_it.html").write_text("<p>{{ part.words }}</p>")
    app.jinja_loader.searchpath.append(str(tmp_path))
    part = Part("for_it", "", "side", 1, "things_for_it.html", lambda here: {"words": f"made for {here.subject_id}"})
    page_parts.add(app, "project", part)
    page_parts.add_action(app, "project", 1, lambda _here: NextAction("Start the run", "/research"))
    page = alice.get(f"/projects/{number}").text
    assert f"made for {number}" in page
    assert "Start the run" in page
