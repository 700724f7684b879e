"""Whom one will meet, through the pages: put on the list, aims, times, order, the pack, off the list."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from outreach.events.models import Appearance
from tests import factories
from tests.event_factories import make_event, make_event_session, make_event_speaker, make_session_speaker
from tests.outreach.events.test_event_pages import version_on

FORM = {
    "aim": "20 minutes by phone in December.", "held": "", "meets_on": "2026-12-04", "starts": "10:40 AM",
    "ends": "11:00 AM", "meeting_place": "Coffee bar, level 2", "who": "", "why_now": "", "give": "The reading list",
    "ask": "", "avoid": "",
}  # fmt: skip


@pytest.fixture
def path(inside) -> str:
    with inside() as session:
        event = make_event(session)
        held = make_event_session(session, event)
        for name in ("Inés Okafor-Lindqvist", "Tom Marsh", "Ana Duarte"):
            factories.make_person(session, name=name)
        speaker = make_event_speaker(session, event, person_id=1, match_state="matched")
        make_session_speaker(session, held, speaker)
        return f"/events/{event.id}"


def meet(alice, path, person: int, **more) -> str:
    alice.get(f"{path}/meetings/new")
    answer = alice.post(f"{path}/meetings", {"person": str(person), **more})
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"]


def save(alice, meeting: str, **changed):
    version = version_on(alice.get(meeting).text)
    return alice.post(meeting, {**FORM, "version": version, **changed})


def names(page: str) -> list[str]:
    return re.findall(r'<a href="/people/\d+">([^<]+)</a> <span class="tag', page)


def test_somebody_who_speaks_is_met_at_that_session_once(alice, inside, path):
    page = alice.get(f"{path}/meetings/new").text
    assert "They speak there" in page
    assert "Boarding after the short-stay unit" in page
    first = meet(alice, path, 1, session="1")
    assert meet(alice, path, 1, session="1") == first
    with inside() as session:
        assert session.scalars(select(Appearance)).one().session_id == 1
    page = alice.get(path).text
    assert "Thu, Dec 3, 10:40 AM to 11:20 AM, Main hall" in page
    assert "not researched" in page
    assert "No aim yet." in page


def test_people_are_found_by_name_and_a_new_one_is_added_first(alice, path):
    found = alice.get(f"{path}/meetings/new?q=duarte").text
    assert "Ana Duarte" in found
    nobody = alice.get(f"{path}/meetings/new?q=nobody").text
    assert "/people/new?name=nobody" in nobody
    assert alice.post(f"{path}/meetings", {"person": "99"}).status_code == 404
    assert alice.post(f"{path}/meetings", {"person": "x"}).status_code == 404


def test_a_meeting_keeps_its_aim_time_and_the_words_for_the_card(alice, inside, path):
    meeting = meet(alice, path, 2)
    assert save(alice, meeting).status_code == 303
    page = alice.get(path).text
    assert "Fri, Dec 4, 10:40 AM to 11 AM" in page or "Fri, Dec 4, 10:40 AM to 11:00 AM" in page
    assert "20 minutes by phone in December." in page
    with inside() as session:
        assert dict(session.scalars(select(Appearance)).one().card) == {"give": "The reading list"}
    assert "At events" in alice.get("/people/2").text
    assert "Tom Marsh" in alice.get("/people?show=event").text
    assert "Ana Duarte" not in alice.get("/people?show=event").text.split("<main")[1]


def test_what_cannot_be_a_meeting_is_said_at_its_field(alice, path):
    meeting = meet(alice, path, 2)
    wrong = (
        ({"meets_on": "2026-12-09"}, "Enter one of the days of the event."),
        ({"meets_on": "", "starts": "9 am"}, "Enter the day as well"),
        ({"starts": "", "ends": "9 am"}, "Enter when it begins, too."),
        ({"starts": "25:00"}, "Enter a time such as"),
        ({"aim": "x" * 201}, "Use at most 200 characters."),
        ({"held": "99"}, "Choose one of these."),
    )
    for changed, words in wrong:
        answer = save(alice, meeting, **changed)
        assert answer.status_code == 422, changed
        assert words in answer.text, changed


def test_job_talk_in_an_aim_is_remarked_and_kept(alice, path):
    meeting = meet(alice, path, 2)
    assert save(alice, meeting, aim="Hand him my resume").status_code == 303
    page = alice.get(path).text
    assert "Hand him my resume" in page
    assert "Worth a second look:" in page


def test_two_meetings_at_one_time_are_told(alice, path):
    save(alice, meet(alice, path, 1))
    save(alice, meet(alice, path, 2), starts="10:50 AM", ends="")
    page = alice.get(path).text
    assert "Saved. At the same time as Inés Okafor-Lindqvist." in page
    assert "At the same time as Tom Marsh." in page


def test_another_window_that_was_faster_loses_nothing(alice, path):
    meeting = meet(alice, path, 2)
    version = version_on(alice.get(meeting).text)
    alice.post(meeting, {**FORM, "version": version})
    answer = alice.post(meeting, {**FORM, "aim": "Another aim", "version": version})
    assert answer.status_code == 409
    assert "Another aim" in answer.text
    assert "20 minutes by phone in December." in answer.text


def test_those_without_a_time_are_put_in_order_and_a_double_press_moves_once(alice, path):
    for number in (1, 2, 3):
        meet(alice, path, number)
    alice.get(path)
    for _ in range(2):
        alice.post(f"{path}/meetings/3/move", {"to": "up", "place": "3"})
    assert names(alice.get(path).text) == ["Inés Okafor-Lindqvist", "Ana Duarte", "Tom Marsh"]
    assert alice.post(f"{path}/meetings/3/move", {"to": "sideways", "place": "2"}).status_code == 422
    alice.post(f"{path}/meetings/3/move", {"to": "down", "place": "x"})
    save(alice, f"{path}/meetings/2")
    assert names(alice.get(path).text)[0] == "Tom Marsh"


def test_a_person_is_left_out_of_the_pack_and_taken_off_the_list(alice, inside, path):
    meeting = meet(alice, path, 2)
    alice.get(path)
    alice.post(f"{meeting}/pack", {"in": "no"})
    assert "not in the pack" in alice.get(path).text
    assert "are gone for good" in alice.get(f"{meeting}/take-off/ask").text
    alice.post(f"{meeting}/take-off", {})
    assert "Tom Marsh is off the list." in alice.get(path).text
    assert alice.post(f"{meeting}/take-off", {}).status_code == 404
    with inside() as session:
        assert session.get(factories.Person, 2) is not None


def test_five_is_a_good_number_for_three_days_and_never_a_lock(alice, inside, path):
    with inside() as session:
        people = [factories.make_person(session).id for _ in range(4)]
    for number in (1, 2, *people):
        meet(alice, path, number)
    assert "Five is a good number for three days: there is time to listen." in alice.get(path).text
