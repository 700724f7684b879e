"""A program's sessions through their pages: by day, with stars, with people whom the user keeps."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from outreach.events.models import EventSession
from tests import factories
from tests.event_factories import FIRST_DAY, make_event, make_event_session, make_event_speaker, make_session_speaker


@pytest.fixture
def path(inside) -> str:
    with inside() as session:
        event = make_event(session)
        opening = make_event_session(session, event, title="Opening", starts_minute=480, quote="8:00 AM Opening")
        make_event_session(session, event, title="Rounds at night", held_on=FIRST_DAY + timedelta(days=1))
        make_event_session(session, event, title="No day yet", held_on=None, starts_minute=None, ends_minute=None)
        make_event_session(session, event, title="Withdrawn talk", state="gone")
        person = factories.make_person(session, name="Inés Okafor-Lindqvist")
        make_session_speaker(
            session, opening, make_event_speaker(session, event, person_id=person.id, match_state="matched")
        )
        make_event_speaker(session, event, name="Lena Voss")
        return f"/events/{event.id}"


def test_sessions_stand_by_day_and_time_and_can_be_narrowed_down(alice, path):
    page = alice.get(f"{path}/sessions").text
    order = [page.index(words) for words in ("Opening", "Rounds at night", "No day yet", "Named without a session")]
    assert order == sorted(order)
    assert "Withdrawn talk" not in page
    assert "3 sessions. Times are Central time." in page
    kept = alice.get(f"{path}/sessions?show=kept").text
    assert "Opening" in kept
    assert "Rounds at night" not in kept
    day = alice.get(f"{path}/sessions?day=2026-12-04").text
    assert "Rounds at night" in day
    assert ">Opening<" not in day
    for odd in ("day=x", "day=9999-99-99", "page=0", "page=99999", "page=-1", "show=odd", "page=7"):
        assert alice.get(f"{path}/sessions?{odd}").status_code == 200


def test_a_star_is_given_and_taken(alice, inside, path):
    alice.get(f"{path}/sessions")
    answer = alice.post(f"{path}/sessions/1/star", {"star": "yes", "from": "list"})
    assert answer.headers["Location"].endswith("#session-1")
    assert "Opening" in alice.get(f"{path}/sessions?show=starred").text
    assert "It is in your calendar feed" not in alice.get(path).text
    alice.post(f"{path}/sessions/1/star", {"star": "no"})
    with inside() as session:
        assert session.scalars(select(EventSession.starred_at).where(EventSession.starred_at.is_not(None))).all() == []


def test_a_session_shows_its_words_and_speakers(alice, path):
    page = alice.get(f"{path}/sessions/1").text
    assert "Thu, Dec 3, 8:00 AM to 11:20 AM" in page
    assert "8:00 AM Opening" in page
    assert "Somebody you keep" in page
    assert "no longer" not in page
    assert "The latest copy of the program does not hold this session" in alice.get(f"{path}/sessions/4").text
    assert alice.get(f"{path}/sessions/99").status_code == 404


def test_a_long_program_is_shown_a_page_at_a_time(alice, inside, path):
    with inside() as session:
        event = session.get(EventSession, 1).event
        for number in range(70):
            make_event_session(session, event, title=f"Talk {number}", starts_minute=600 + number)
    first = alice.get(f"{path}/sessions").text
    assert "Talk 57" in first
    assert "Talk 69" not in first
    assert "Talk 69" in alice.get(f"{path}/sessions?page=2").text
