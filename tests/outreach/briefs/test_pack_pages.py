"""The pack through its page: chosen, looked at, made, downloaded, compared."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy import delete, select

from outreach.briefs import jobs, previews
from outreach.briefs.models import Printing
from outreach.events.models import Appearance
from outreach.jobs.table import Job
from tests.outreach.briefs.conftest import make_cast

PNG = b"\x89PNG\r\n\x1a\n"
FORM = {"run_sheet": "y", "briefs": "y", "cards": "y", "paper": "letter"}


@pytest.fixture
def inside(app, alice):
    database = app.extensions["database"]
    return lambda: database.session_for(1)


@pytest.fixture
def path(inside) -> str:
    """The address of the pack of an event with two people."""
    with inside() as session:
        return f"/events/{make_cast(session).event.id}/pack"


def test_the_page_says_what_it_comes_to_and_shows_a_page_of_it(alice, path):
    page = alice.get(path).text
    assert "4 pages, about" in page
    assert "2 people" in page
    address = re.search(r'<img class="page-picture" src="([^"]+)"', page)[1].replace("&amp;", "&")
    picture = alice.get(address)
    assert picture.data.startswith(PNG)
    assert picture.headers["Cache-Control"] == "no-store"
    assert 'alt="Page 1 of the pack as it would be printed now"' in page
    assert alice.get(f"{path}/preview.png?page=99").status_code == 404


def test_the_pack_is_made_downloaded_and_kept(alice, inside, path):
    alice.get(path)
    answer = alice.post(path, FORM)
    assert answer.status_code == 303
    file = alice.get(answer.headers["Location"])
    assert file.data.startswith(b"%PDF")
    assert file.mimetype == "application/pdf"
    assert "attachment" in file.headers["Content-Disposition"]
    assert alice.get(answer.headers["Location"]).data == file.data
    page = alice.get(path).text
    assert "Nothing has changed since your print of today" in page
    assert "Printed before" in page
    with inside() as session:
        assert session.scalar(select(Printing.pages)) == 4


def test_a_choice_is_shown_before_anything_is_made_and_paper_is_remembered(alice, inside, path):
    alice.get(path)
    answer = alice.post(path, {"run_sheet": "y", "paper": "a4", "do": "look"})
    assert "parts=run_sheet" in answer.headers["Location"]
    page = alice.get(answer.headers["Location"]).text
    assert "1 page, about" in page
    with inside() as session:
        assert session.scalar(select(Printing)) is None
    alice.post(path, {"cards": "y", "paper": "a4"})
    page = alice.get(path).text
    assert re.search(r'<input[^>]*\bchecked [^>]*value="a4"', page)
    assert re.search(r'<input[^>]*\bchecked [^>]*name="cards"', page)
    assert not re.search(r'<input[^>]*\bchecked [^>]*name="briefs"', page)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"paper": "letter"}, "Tick at least one part of the pack."),
        ({"sources": "y", "run_sheet": "y", "paper": "letter"}, "The list of sources belongs to the pages"),
        ({**FORM, "paper": "papyrus"}, "Choose one of these."),
        ({**FORM, "paper": ""}, "Choose one of these."),
    ],
)
def test_a_choice_that_is_none_is_told_in_words(alice, path, form, said):
    alice.get(path)
    answer = alice.post(path, form)
    assert answer.status_code == 422
    assert said in answer.text


@pytest.mark.parametrize("words", ["sources", "x,y", "", "sources,sources", "%00", "9" * 3000])
def test_parts_that_are_none_in_an_address_are_as_if_not_named(alice, path, words):
    assert "page 1 of 4" in alice.get(f"{path}?parts={words}").text
    assert alice.get(f"{path}/preview.png?page=1&parts={words}").data.startswith(PNG)


def test_a_pack_of_nobody_is_refused(alice, inside, path):
    with inside() as session:
        for row in session.scalars(select(Appearance)):
            row.in_pack = False
    page = alice.get(path).text
    assert "Nobody is in the pack yet." in page
    assert "page-picture" not in page
    assert "Make the pack" not in page
    assert "Choose whom to meet</a>" in page
    assert alice.get(f"{path}/preview.png?parts=briefs").status_code == 404
    answer = alice.post(path, FORM)
    assert answer.status_code == 422
    assert "Choose on the event’s page whom you will meet" in answer.text.replace("&#39;", "’")


def test_an_event_says_what_there_is_to_do_before_there_is_a_pack_to_print(alice, inside, path):
    event = path.removesuffix("/pack")
    assert "Print the pack</a>" in alice.get(event).text
    with inside() as session:
        for row in session.scalars(select(Appearance)):
            row.in_pack = False
    page = alice.get(event).text
    assert "Print the pack" not in page
    assert 'href="#meetings">Put somebody into the pack</a>' in page
    with inside() as session:
        session.execute(delete(Appearance))
    page = alice.get(event).text
    assert "Print the pack" not in page
    assert page.count("Choose whom to meet</a>") == 2


def test_a_pack_of_many_is_made_by_a_job_that_says_how_far_it_is(alice, app, inside, path, monkeypatch, run_jobs):
    monkeypatch.setattr(previews, "MOST_PEOPLE", 1)
    page = alice.get(path).text
    assert "It is made in the background" in page
    assert alice.get(f"{path}/preview.png").status_code == 404
    waiting = alice.post(path, FORM).headers["Location"]
    page = alice.get(waiting).text
    assert "0 of 2 people put on their page" in page
    assert 'hx-trigger="load delay:2s"' in page
    run_jobs()
    page = alice.get(waiting).text
    assert "The pack is ready" in page
    assert "Look for changes since your print" in page
    (file,) = re.findall(r'href="(/briefs/\d+/file)"', page)
    assert alice.get(file).data.startswith(b"%PDF")


def test_a_pack_whose_making_fell_silent_says_when_it_begins_anew(alice, inside, path, monkeypatch, clock):
    monkeypatch.setattr(previews, "MOST_PEOPLE", 1)
    alice.get(path)
    waiting = alice.post(path, FORM).headers["Location"]
    for heard, is_told in ((timedelta(seconds=5), False), (timedelta(seconds=40), True)):
        with inside() as session:
            job = session.scalar(select(Job).where(Job.name == jobs.MAKE_PACK))
            job.state, job.started_at, job.due_at = "running", clock.now, clock.now - heard + jobs.LEASE
        page = alice.get(waiting).text
        assert "Being made" in page
        assert ("it begins anew by itself at" in page) is is_told


def test_what_changed_is_told_on_three_pages_and_printed(alice, inside, path):
    alice.get(path)
    unprinted = alice.post(f"{path}/changes", {"paper": "a4"})
    page = alice.get(unprinted.headers["Location"]).text
    assert "Nothing has been printed yet" in page
    assert f'href="{path}">To the pack</a>' in page
    alice.post(path, FORM)
    with inside() as session:
        row = session.scalar(select(Appearance).where(Appearance.meeting_place != ""))
        row.meeting_place = "Lobby <b>east</b>"
    for address in (path, f"{path}/changes", path.removesuffix("/pack")):
        page = alice.get(address).text
        assert "One change since your print of today" in page
    assert "The meeting is now at Lobby &lt;b&gt;east&lt;/b&gt;, not at Coffee bar, level 2." in alice.get(path).text
    answer = alice.post(f"{path}/changes", {"paper": "a4"})
    assert alice.get(answer.headers["Location"]).data.startswith(b"%PDF")
    with inside() as session:
        row = session.scalar(select(Printing).where(Printing.kind == "difference"))
        assert (row.paper, row.since_id is not None, row.content["people"]) == ("a4", True, 1)


def test_where_nothing_changed_no_sheet_is_made(alice, inside, path):
    alice.get(path)
    event = path.removesuffix("/pack")
    assert "Make the pack</a>" in alice.get(event).text
    alice.post(path, FORM)
    assert "Make the pack</a>" not in alice.get(event).text
    answer = alice.post(f"{path}/changes", {"paper": "letter"})
    assert "Nothing has changed since your print of today" in alice.get(answer.headers["Location"]).text
    with inside() as session:
        assert [row.kind for row in session.scalars(select(Printing))] == ["pack"]


def test_a_reviewer_looks_and_does_not_print(alice, invite, path):
    ben = invite("reviewer")
    page = ben.get(path)
    assert page.status_code == 200
    assert "Make the pack" not in page.text
    assert ben.post(path, FORM).status_code == 403
