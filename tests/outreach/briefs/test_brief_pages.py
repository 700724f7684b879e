"""One person's brief: a page that says what the PDF says, and the PDF."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from outreach.briefs.models import Printing
from outreach.dossiers.models import Fact
from tests.outreach.briefs.conftest import make_cast

WITHDRAWN = "You withdrew this since. Do not say it."


@pytest.fixture
def inside(app, alice):
    database = app.extensions["database"]
    return lambda: database.session_for(1)


@pytest.fixture
def ids(inside) -> dict[str, int]:
    with inside() as session:
        cast = make_cast(session)
        return {"leader": cast.leader.id, "unknown": cast.unknown.id, "event": cast.event.id, "award": cast.award.id}


def test_the_page_says_what_the_paper_says_with_its_sources(alice, ids):
    page = alice.get(f"/people/{ids['leader']}/brief").text
    assert "In 30 seconds" in page
    assert "Copper Kite Award" in page
    assert 'href="#source-1"' in page
    assert 'id="source-1"' in page
    assert "Private: keep it with you" in page
    assert "Coffee bar" not in page


def test_with_an_event_it_says_when_and_where(alice, ids):
    page = alice.get(f"/people/{ids['leader']}/brief?event={ids['event']}&paper=a4").text
    assert "10:40–11:00 AM" in page
    assert "Coffee bar, level 2" in page


@pytest.mark.parametrize("event", ["999", "x", "0", "²", "9" * 3000])
def test_an_event_that_is_none_is_not_found(alice, ids, event):
    assert alice.get(f"/people/{ids['leader']}/brief?event={event}").status_code == 404


def test_somebody_of_whom_nothing_is_known_has_a_page_too(alice, ids):
    page = alice.get(f"/people/{ids['unknown']}/brief")
    assert page.status_code == 200
    assert "Not researched" in page.text


def test_the_pdf_is_kept_and_the_page_says_what_changed_since(alice, inside, ids):
    path = f"/people/{ids['leader']}/brief"
    alice.get(path)
    answer = alice.post(path, {"paper": "a4"})
    assert alice.get(answer.headers["Location"]).data.startswith(b"%PDF")
    assert "Nothing has changed since your print of today" in alice.get(path).text
    with inside() as session:
        row = session.scalar(select(Printing))
        assert (row.kind, row.paper, row.pages, row.person_id) == ("brief", "a4", 1, ids["leader"])
        session.get(Fact, ids["award"]).state = "withdrawn"
    assert WITHDRAWN in alice.get(path).text


def test_a_brief_can_be_had_from_the_page_of_the_person(alice, ids):
    assert f'href="/people/{ids["leader"]}/brief"' in alice.get(f"/people/{ids['leader']}").text
