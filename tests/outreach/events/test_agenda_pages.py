"""Programs through their pages: brought, shown, taken over, brought again, taken back."""

from __future__ import annotations

import hashlib
import io

import pytest
from sqlalchemy import select

from outreach.dossiers import fetching
from outreach.dossiers.models import SourceDocument
from outreach.events.models import Agenda, Appearance, EventSession, EventSpeaker
from research.errors import SourceError
from research.types import Document, Request, Source
from tests import factories
from tests.event_factories import make_appearance, make_event
from tests.factories import NOON
from tests.outreach.events.test_event_pages import FORM

PROGRAM = """Thursday, December 3
8:15 AM Keynote: What the wall told us - Inés Okafor-Lindqvist, Chief Operating Officer, Two Harbors Clinic
10:40-11:20 AM Boarding after the short-stay unit
Speakers: Tom Marsh, RN, Harrow Lake Regional; Ana Duarte, Chief Financial Officer, Larkspur Health
12:00 PM Lunch
"""
LATER = PROGRAM.replace("8:15 AM", "9:30 AM").replace(
    "12:00 PM Lunch\n", "1:00 PM Rounds at night\nSpeaker: Lena Voss, MD, Larkspur Health\n"
)


@pytest.fixture
def path(inside) -> str:
    with inside() as session:
        leader = factories.make_person(session, name="Inés Okafor-Lindqvist")
        house = factories.make_organization(session, name="Two Harbors Clinic")
        factories.make_position(session, leader, house, organization_name="Two Harbors Clinic")
        factories.make_person(session, name="Ana Duarte")
        return f"/events/{make_event(session).id}"


def bring(alice, path, text=PROGRAM, **more) -> str:
    alice.get(f"{path}/programs/new")
    answer = alice.post(f"{path}/programs/new", {"text": text, "address": "", **more})
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"]


def titles(session, state="current") -> list[str]:
    rows = session.scalars(select(EventSession).where(EventSession.state == state).order_by(EventSession.starts_minute))
    return [row.title for row in rows]


def test_a_pasted_program_is_shown_first_and_taken_over_by_one_press(alice, inside, path):
    copy = bring(alice, path)
    page = alice.get(copy).text
    assert "3 speakers in 3 sessions; 2 may be people you keep." in page
    assert "The first sessions, as they were read" in page
    assert "What is different" not in page
    with inside() as session:
        assert titles(session) == []
    alice.post(f"{copy}/take-over", {})
    assert "The program is taken over. 1 question for you" in alice.get(path).text
    alice.post(f"{copy}/take-over", {})
    with inside() as session:
        assert titles(session) == ["What the wall told us", "Boarding after the short-stay unit", "Lunch"]
        states = {row.name: row.match_state for row in session.scalars(select(EventSpeaker))}
        assert states == {"Inés Okafor-Lindqvist": "matched", "Tom Marsh": "none", "Ana Duarte": "asked"}
        assert session.scalars(select(SourceDocument)).one().plain_text == PROGRAM.strip()


def test_a_later_copy_tells_what_is_different_and_stars_and_meetings_stay(alice, inside, path):
    alice.post(f"{bring(alice, path)}/take-over", {})
    with inside() as session:
        keynote, _, lunch = session.scalars(select(EventSession).order_by(EventSession.starts_minute)).all()
        keynote.starred_at, number = NOON, keynote.id
        person = session.scalars(select(EventSpeaker.person_id).where(EventSpeaker.person_id.is_not(None))).one()
        make_appearance(session, keynote.event, session.get(factories.Person, person), session_id=lunch.id)
    copy = bring(alice, path, LATER)
    page = alice.get(copy).text
    assert "Since the copy before: 1 session came, 1 moved, and 1 went." in page
    assert "8:15 AM" in page
    assert "9:30 AM" in page
    assert "New: Rounds at night" in page
    assert "No longer there: Lunch" in page
    assert "No longer named" not in page
    alice.post(f"{copy}/take-over", {})
    with inside() as session:
        keynote = session.get(EventSession, number)
        assert (keynote.starts_minute, keynote.starred_at) == (570, NOON)
        assert titles(session, "gone") == ["Lunch"]
        assert session.scalars(select(Appearance)).one().session_id is not None


def test_a_later_copy_tells_of_somebody_to_be_met_where_they_do_not_speak_any_more(alice, inside, path):
    alice.post(f"{bring(alice, path)}/take-over", {})
    with inside() as session:
        keynote = session.scalars(select(EventSession).order_by(EventSession.starts_minute)).first()
        speaker = session.scalars(select(EventSpeaker).where(EventSpeaker.person_id.is_not(None))).one()
        person = session.get(factories.Person, speaker.person_id)
        make_appearance(session, keynote.event, person, session_id=keynote.id)
    without = PROGRAM.replace(" - Inés Okafor-Lindqvist, Chief Operating Officer, Two Harbors Clinic", "")
    page = alice.get(bring(alice, path, without)).text
    assert "No longer named as a speaker: Inés Okafor-Lindqvist" in page
    elsewhere = PROGRAM.replace("Two Harbors Clinic", "Two Harbors Health")
    assert "No longer named" not in alice.get(bring(alice, path, elsewhere)).text
    with inside() as session:
        meeting = f"{path}/meetings/{session.scalars(select(Appearance.id)).one()}"
    said = f"The program does not name Inés Okafor-Lindqvist at “{keynote.title}”."
    assert said not in alice.get(path).text
    alice.post(f"{bring(alice, path, elsewhere)}/take-over", {})
    assert said not in alice.get(path).text
    alice.post(f"{bring(alice, path, without)}/take-over", {})
    for page in (path, meeting):
        assert said in alice.get(page).text


def test_taking_a_later_copy_back_leaves_what_was_there_before(alice, inside, path):
    alice.post(f"{bring(alice, path)}/take-over", {})
    with inside() as session:
        before = [(row.title, row.starts_minute, row.state) for row in session.scalars(select(EventSession))]
        speakers = {row.name for row in session.scalars(select(EventSpeaker))}
    copy = bring(alice, path, LATER)
    alice.post(f"{copy}/take-over", {})
    alice.post(f"{copy}/take-back", {})
    assert "The program is taken back." in alice.get(path).text
    with inside() as session:
        assert [(row.title, row.starts_minute, row.state) for row in session.scalars(select(EventSession))] == before
        assert {row.name for row in session.scalars(select(EventSpeaker))} == speakers
    assert "Taken back" in alice.get(copy).text
    assert alice.post(f"{copy}/take-over", {}).status_code == 422


def test_only_the_latest_copy_is_taken_back(alice, path):
    first = bring(alice, path)
    alice.post(f"{first}/take-over", {})
    alice.post(f"{bring(alice, path, LATER)}/take-over", {})
    answer = alice.post(f"{first}/take-back", {})
    assert answer.status_code == 422
    assert "Take that one back first" in answer.text


def test_what_cannot_be_read_is_said_at_its_field_and_nothing_is_kept(alice, inside, path):
    alice.get(f"{path}/programs/new")
    wrong = (
        ({"text": "", "address": ""}, "Paste a text, give an address, or choose a file."),
        ({"text": "—", "address": ""}, "This holds no words."),
        ({"text": "", "address": "http://127.0.0.1/x"}, "not public"),
        ({"text": PROGRAM, "address": "https://forum.example.org/program"}, "in one form"),
        ({"file": (io.BytesIO(b""), "empty.csv")}, "This file is empty."),
        ({"file": (io.BytesIO(b"\x00\x01\x02PK" * 40), "odd.bin")}, ""),
    )
    for fields, words in wrong:
        answer = alice.post(f"{path}/programs/new", fields)
        assert answer.status_code == 422, fields
        assert words in answer.text, fields
    with inside() as session:
        assert session.scalars(select(Agenda)).all() == []


def test_an_event_is_added_straight_with_its_program(alice, inside):
    alice.get("/events/new")
    answer = alice.post("/events/new", {**FORM, "text": PROGRAM, "address": ""})
    assert answer.status_code == 303, answer.text
    assert "3 speakers in 3 sessions" in alice.get(answer.headers["Location"]).text


class Web:
    """One page, or none."""

    def __init__(self, body: bytes = b"", fault: str = "") -> None:
        self.body, self.fault = body, fault

    def fetch(self, source: Source, request: Request, _deadline: float) -> Document:
        if self.fault:
            raise SourceError("no", fault=self.fault)
        sha = hashlib.sha256(self.body).hexdigest()
        return Document(source.key, request, request.url, 200, "text/plain", "utf-8", NOON, self.body, sha)


def test_a_page_is_fetched_by_a_job_and_stays_when_old_documents_are_forgotten(
    alice, inside, path, run_jobs, monkeypatch, clock
):
    monkeypatch.setattr(fetching, "fetcher_of", lambda _settings, _now: Web(PROGRAM.encode()))
    copy = bring(alice, path, text="", address="forum.example.org/program")
    assert "The page is being read" in alice.get(copy).text
    run_jobs()
    page = alice.get(f"{copy}/state").text
    assert "3 speakers in 3 sessions" in page
    assert "The copy that was read" in page
    clock.move(days=3)
    run_jobs()
    with inside() as session:
        assert session.scalars(select(SourceDocument)).one().url == "https://forum.example.org/program"


def test_a_page_that_cannot_be_reached_is_told_and_can_be_asked_again(alice, path, run_jobs, monkeypatch):
    monkeypatch.setattr(fetching, "fetcher_of", lambda _settings, _now: Web(fault="dns"))
    copy = bring(alice, path, text="", address="forum.example.org/program")
    run_jobs()
    page = alice.get(copy).text
    assert "The program at forum.example.org was not read: it could not be reached" in page
    assert "paste it here" in page
    alice.post(f"{copy}/ask-again", {})
    assert "The page is being read" in alice.get(copy).text
