"""Appointments through their pages: noted from a request, moved, confirmed, called off, deleted, on the calendar."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from outreach.interviews.talk_models import Interview
from outreach.relationships.models import Touch
from tests.factories import NOON
from tests.outreach import strict_calendar
from tests.outreach.interviews.conftest import make_cast

FORM = {
    "on": "2026-12-01", "at": "9:30 AM", "zone": "America/Chicago", "minutes": "20", "way": "phone",
    "place": "(555) 555-0110", "us_state": "IL", "helper": "", "project": "", "program": "", "letter": "", "guide": "",
}  # fmt: skip


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
    """The address of a talk on December 1."""
    alice.get(f"/people/{leader}/interviews/new")
    answer = alice.post(f"/people/{leader}/interviews/new", FORM)
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"]


def version_on(page: str) -> str:
    return re.search(r'name="version"[^>]*value="(\d+)"', page)[1]


def only_talk(session) -> Interview:
    return session.scalars(select(Interview)).one()


def test_an_appointment_is_noted_in_the_clock_in_which_it_was_agreed(alice, inside, path):
    page = alice.get(path).text
    assert "Tue, Dec 1, 9:30 AM Central time" in page
    assert "By telephone: (555) 555-0110" in page
    with inside() as session:
        assert only_talk(session).starts_at == datetime(2026, 12, 1, 15, 30, tzinfo=UTC)


def test_a_form_pressed_twice_makes_one(alice, inside, path, leader):
    alice.get(f"/people/{leader}/interviews/new")
    alice.post(f"/people/{leader}/interviews/new", FORM)
    with inside() as session:
        only_talk(session)


def test_their_yes_goes_into_the_ledger_once_and_closes_the_request(alice, inside, leader):
    with inside() as session:
        session.add(Touch(person_id=leader, kind="asked", ask_kind="interview", ask_state="open",
                          happened_on=NOON.date() - timedelta(days=9), created_at=NOON, updated_at=NOON))  # fmt: skip
    page = alice.get(f"/people/{leader}/interviews/new").text
    assert "They said yes on" in page
    for _ in range(2):
        alice.post(f"/people/{leader}/interviews/new", {**FORM, "said_yes_on": "2026-11-19"})
    with inside() as session:
        told = {row.kind: row for row in session.scalars(select(Touch))}
        assert told["asked"].ask_state == "granted"
        assert (told["answered"].answer, told["answered"].source) == ("yes", "interview")
        assert told["answered"].answers_id == told["asked"].id
        assert session.query(Touch).count() == 2
        assert session.query(Interview).count() == 1
    assert "They said yes on" not in alice.get(f"/people/{leader}/interviews/new").text


@pytest.mark.parametrize(
    ("on", "says"), [("2026-11-01", "before the day on which you asked"), ("2026-11-21", "is yet to come")]
)
def test_a_yes_before_the_question_or_ahead_is_refused_and_nothing_is_kept(alice, inside, leader, on, says):
    with inside() as session:
        session.add(Touch(person_id=leader, kind="asked", ask_kind="interview", ask_state="open",
                          happened_on=NOON.date(), created_at=NOON, updated_at=NOON))  # fmt: skip
    alice.get(f"/people/{leader}/interviews/new")
    answer = alice.post(f"/people/{leader}/interviews/new", {**FORM, "said_yes_on": on})
    assert answer.status_code == 422
    assert says in answer.text
    assert "(555) 555-0110" in answer.text
    with inside() as session:
        assert session.query(Interview).count() == 0


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"on": ""}, "Enter the day of the talk."),
        ({"on": "2027-02-29"}, "Enter a day as year, month and day"),
        ({"on": "2099-01-01"}, "within two years from today"),
        ({"on": "1949-12-31"}, "Enter a day since 1950"),
        ({"at": "late"}, "Enter a time such as 10:40 AM or 2 pm."),
        ({"zone": ""}, "Choose in whose clock the time was agreed."),
        ({"zone": "Mars/Olympus"}, "Choose one of these."),
        ({"minutes": "4"}, "between 5 and 240"),
        ({"on": "2027-03-14", "at": "2:30 AM"}, "go forward over 2:30 AM"),
        ({"on": "2027-11-07", "at": "1:30 AM"}, "comes twice"),
        ({"place": "x" * 301}, "Use at most 300 characters."),
    ],
)
def test_what_cannot_be_is_told_and_nothing_typed_is_lost(alice, leader, wrong, words):
    alice.get(f"/people/{leader}/interviews/new")
    answer = alice.post(f"/people/{leader}/interviews/new", {**FORM, "place": "Room 7", **wrong})
    assert answer.status_code == 422
    assert words in answer.text
    assert wrong.get("place", "Room 7")[:300] in answer.text


def test_of_an_hour_that_comes_twice_the_chosen_one_is_kept(alice, inside, leader):
    alice.get(f"/people/{leader}/interviews/new")
    twice = {**FORM, "on": "2027-11-07", "at": "1:30 AM", "which": "second"}
    path = alice.post(f"/people/{leader}/interviews/new", twice).headers["Location"]
    with inside() as session:
        assert only_talk(session).starts_at == datetime(2027, 11, 7, 7, 30, tzinfo=UTC)
    assert '<option selected value="second">' in alice.get(path + "/edit").text


def test_a_talk_in_the_past_is_taken_and_said(alice, leader):
    alice.get(f"/people/{leader}/interviews/new")
    path = alice.post(f"/people/{leader}/interviews/new", {**FORM, "on": "2024-02-29"}).headers["Location"]
    page = alice.get(path).text
    assert "That day has passed" in page
    assert "Was it held?" in page


def test_moving_it_counts_up_and_asks_for_the_confirmation_anew(alice, inside, path):
    alice.get(path)
    alice.post(path + "/confirm")
    version = version_on(alice.get(path + "/edit").text)
    answer = alice.post(path + "/edit", {**FORM, "version": version, "at": "2 pm"})
    assert answer.status_code == 303
    assert "Now: Tue, Dec 1, 2:00 PM Central time." in alice.get(path).text
    with inside() as session:
        row = only_talk(session)
        assert (row.sequence, row.state) == (1, "planned")
        uid = row.uid
    alice.get(path + "/edit")
    alice.post(path + "/edit", {**FORM, "version": version_on(alice.get(path + "/edit").text), "at": "2 pm",
                                "us_state": "CA"})  # fmt: skip
    with inside() as session:
        assert (only_talk(session).sequence, only_talk(session).uid) == (1, uid)


def test_two_windows_keep_what_both_wrote(alice, path):
    version = version_on(alice.get(path + "/edit").text)
    assert alice.post(path + "/edit", {**FORM, "version": version, "minutes": "30"}).status_code == 303
    alice.get(path)
    answer = alice.post(path + "/edit", {**FORM, "version": version, "minutes": "45"})
    assert answer.status_code == 409
    assert "changed in another window" in answer.text
    assert 'value="45"' in answer.text
    assert "<dt>Minutes:</dt><dd>30</dd>" in answer.text


def test_called_off_it_is_kept_with_the_reason_and_can_be_put_on_again(alice, inside, path):
    alice.get(path)
    alice.post(path + "/confirm")
    assert "Nobody is told by this." in alice.get(path + "/call-off").text
    alice.post(path + "/call-off", {"why": "A survey came in between"})
    page = alice.get(path).text
    assert "Called off" in page
    assert "A survey came in between" in page
    event = strict_calendar.read(alice.get(path + "/appointment.ics").data).of("VEVENT")[0]
    assert (event.properties["STATUS"][1], event.properties["SEQUENCE"][1]) == ("CANCELLED", "1")
    alice.get(path)
    alice.post(path + "/on-again")
    with inside() as session:
        assert (only_talk(session).state, only_talk(session).sequence) == ("confirmed", 2)
        assert only_talk(session).called_off_words is None


def test_its_calendar_file_has_the_time_where_it_was_agreed(alice, path):
    answer = alice.get(path + "/appointment.ics")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="appointment.ics"'
    calendar = strict_calendar.read(answer.data)
    (event,) = calendar.of("VEVENT")
    assert strict_calendar.starts(calendar, event) == datetime(2026, 12, 1, 15, 30, tzinfo=UTC)
    assert event.text("SUMMARY") == "Talk with Inés Okafor-Lindqvist"
    assert event.text("LOCATION") == "(555) 555-0110"
    assert event.properties["STATUS"][1] == "TENTATIVE"
    assert len(event.of("VALARM")) == 2
    assert event.properties["URL"][1].endswith(path)


def test_deleting_takes_back_what_it_noted_and_undo_brings_both_back(alice, inside, leader):
    with inside() as session:
        session.add(Touch(person_id=leader, kind="asked", ask_kind="interview", ask_state="open",
                          happened_on=NOON.date(), created_at=NOON, updated_at=NOON))  # fmt: skip
    alice.get(f"/people/{leader}/interviews/new")
    made = alice.post(f"/people/{leader}/interviews/new", {**FORM, "said_yes_on": "2026-11-20"})
    path = made.headers["Location"]
    assert "can be brought back until" in alice.get(path + "/delete/ask").text
    alice.post(path + "/delete")
    assert alice.get(path).status_code == 404
    with inside() as session:
        assert session.scalars(select(Touch.ask_state).where(Touch.kind == "asked")).one() == "open"
    alice.get(f"/people/{leader}")
    alice.post(path + "/bring-back")
    assert alice.get(path).status_code == 200
    with inside() as session:
        assert session.scalars(select(Touch.ask_state).where(Touch.kind == "asked")).one() == "granted"


def test_the_confirmation_says_day_time_and_number(alice, path):
    alice.get(path)
    draft = alice.post(path + "/confirmation").headers["Location"]
    page = alice.get(draft).text
    assert "Tuesday, December 1, at 9:30 AM Central time" in page
    assert "by phone; I will call (555) 555-0110" in page
    assert "20 minutes" in page
    alice.get(path)
    assert alice.post(path + "/confirmation").headers["Location"] == draft


def test_the_questions_can_be_noted_as_sent_and_not_sent(alice, path):
    alice.get(path)
    alice.post(path + "/questions-sent")
    assert "They were not sent" in alice.get(path).text
    alice.post(path + "/questions-sent", {"sent": "no"})
    assert "to send by" in alice.get(path).text


def test_of_a_person_who_was_deleted_in_between_nothing_answers(alice, path, leader):
    alice.get(f"/people/{leader}")
    alice.post(f"/people/{leader}/delete")
    for address in ("", "/edit", "/notes", "/debrief", "/thanks", "/appointment.ics", "/consent", "/held"):
        assert alice.get(path + address).status_code == 404
    assert alice.post(path + "/notes", {"text": "x"}).status_code == 404


def test_a_reviewer_reads_and_changes_nothing(alice, path, invite, leader):
    ben = invite("reviewer")
    assert "Call it off" not in ben.get(path).text
    assert ben.get("/interviews").status_code == 200
    assert ben.get(path + "/appointment.ics").status_code == 200
    for address in ("/edit", "/confirm", "/call-off", "/delete", "/notes", "/debrief", "/thanks", "/stop"):
        assert ben.post(path + address, {}).status_code == 403
