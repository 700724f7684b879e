"""Events through their pages: added with their days and zone, changed, deleted and brought back."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from outreach.events.models import Event, EventSession
from tests.event_factories import make_event, make_event_session

FORM = {
    "name": "Prairie Lakes Health Leaders Forum", "place": "Lakeside Conference Center, Duluth",
    "starts_on": "2026-12-03", "ends_on": "2026-12-05", "zone": "America/Chicago", "other_zone": "",
    "website": "prairielakes.example.org",
}  # fmt: skip


def version_on(page: str) -> str:
    return re.search(r'name="version"[^>]*value="(\d+)"', page)[1]


@pytest.fixture
def path(alice) -> str:
    alice.get("/events/new")
    answer = alice.post("/events/new", FORM)
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"]


def test_an_event_is_added_once_and_stands_among_those_that_come(alice, inside, path):
    alice.get("/events/new")
    alice.post("/events/new", FORM)
    with inside() as session:
        row = session.scalars(select(Event)).one()
        assert (row.starts_on, row.ends_on) == (date(2026, 12, 3), date(2026, 12, 5))
        assert row.website == "https://prairielakes.example.org"
        make_event(session, name="Harbor evening", starts_on=date(2026, 3, 1), ends_on=date(2026, 3, 1))
    alice.get("/events")  # which says what was just added
    page = alice.get("/events").text
    assert page.index("Coming") < page.index("Prairie Lakes") < page.index("Past") < page.index("Harbor evening")
    told = alice.get(path).text
    assert "Thu, Dec 3 to Sat, Dec 5, Lakeside Conference Center, Duluth" in told
    assert "Times are Central time." in told


def test_days_and_zones_that_cannot_be_are_told_at_their_fields(alice):
    wrong = (
        ({"ends_on": "2026-12-01"}, "The last day is before the first."),
        ({"ends_on": "2028-01-06"}, "That is an event of 400 days."),
        ({"starts_on": "9999-12-31", "ends_on": ""}, "within five years from today"),
        ({"starts_on": ""}, "Enter the first day."),
        ({"starts_on": "2027-02-29", "ends_on": ""}, "Enter a day as year, month and day"),
        ({"zone": ""}, "Choose the time zone of the place"),
        ({"other_zone": "Mars/Olympus"}, "No time zone has this name."),
        ({"other_zone": "../etc/passwd"}, "No time zone has this name."),
        ({"name": "—"}, "Enter the name of the event."),
        ({"website": "javascript:alert(1)"}, "website"),
    )
    alice.get("/events/new")
    for changed, words in wrong:
        answer = alice.post("/events/new", {**FORM, **changed})
        assert answer.status_code == 422, changed
        assert words in answer.text.replace("&#39;", "'"), changed
        assert "Lakeside Conference Center" in answer.text


def test_a_zone_outside_the_list_is_taken_by_its_name_and_offered_again(alice, inside):
    alice.get("/events/new")
    path = alice.post("/events/new", {**FORM, "zone": "", "other_zone": "Europe/Lisbon"}).headers["Location"]
    assert 'value="Europe/Lisbon"' in alice.get(f"{path}/edit").text


def test_another_zone_moves_the_sessions_whose_moment_is_known_and_says_so(alice, inside, path):
    with inside() as session:
        row = session.scalars(select(Event)).one()
        moment = datetime(2026, 12, 4, 5, 40, tzinfo=UTC)
        day = date(2026, 12, 3)
        make_event_session(session, row, instant=moment, held_on=day, starts_minute=1420, ends_minute=20)
        make_event_session(session, row, title="Copied from the wall")
    page = alice.get(f"{path}/edit").text
    alice.post(f"{path}/edit", {**FORM, "zone": "America/New_York", "version": version_on(page)})
    assert "1 session moved with the time zone" in alice.get(path).text
    with inside() as session:
        moved, stayed = session.scalars(select(EventSession).order_by(EventSession.id))
        assert (moved.held_on, moved.starts_minute, moved.ends_minute) == (date(2026, 12, 4), 40, 80)
        assert (stayed.starts_minute, stayed.ends_minute) == (640, 680)


def test_what_is_taken_along_is_kept_a_line_each(alice, inside, path):
    version = version_on(alice.get(f"{path}/edit").text)
    alice.post(f"{path}/edit", {**FORM, "carry": " Five copies \r\n\r\nA pen", "version": version})
    with inside() as session:
        assert list(session.scalars(select(Event)).one().carry) == ["Five copies", "A pen"]
    page = alice.get(f"{path}/edit").text
    assert "Five copies\nA pen</textarea>" in page.replace("\r", "")
    many = "\n".join(f"Thing {number}" for number in range(13))
    refused = alice.post(f"{path}/edit", {**FORM, "carry": many, "version": version_on(page)})
    assert refused.status_code == 422
    assert "The run sheet has room for 12 lines. You wrote 13." in refused.text
    assert "Thing 12" in refused.text


def test_what_another_window_saved_is_shown_beside_what_was_typed(alice, path):
    version = version_on(alice.get(f"{path}/edit").text)
    alice.post(f"{path}/edit", {**FORM, "place": "Pier B", "version": version})
    answer = alice.post(f"{path}/edit", {**FORM, "place": "Harbor hall", "version": version})
    assert answer.status_code == 409
    assert "Pier B" in answer.text
    assert 'value="Harbor hall"' in answer.text


def test_a_deleted_event_comes_back_within_30_days(alice, path):
    assert "can be brought back until" in alice.get(f"{path}/delete/ask").text
    alice.post(f"{path}/delete", {})
    assert alice.get(path).status_code == 404
    assert f'href="{path}"' not in alice.get("/events").text
    alice.post(f"{path}/bring-back", {})
    assert alice.get(path).status_code == 200
