"""Speakers through their pages: the question, its three answers, taking them back, keeping one as a person."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from outreach.events.models import EventSpeaker
from outreach.people.models import Person, Position
from tests import factories
from tests.event_factories import make_agenda, make_event, make_event_session, make_event_speaker, make_session_speaker


@pytest.fixture
def path(inside) -> str:
    with inside() as session:
        event = make_event(session)
        ines = factories.make_person(session, name="Inés Okafor-Lindqvist")
        agenda = make_agenda(session, event, url="https://forum.example.org/program")
        held = make_event_session(session, event, agenda_id=agenda.id)
        asked = make_event_speaker(session, event, match_state="asked", candidates=[ines.id])
        make_session_speaker(session, held, asked)
        make_event_speaker(session, event, name="Tom Marsh", credentials="RN", title="Nurse manager")
        return f"/events/{event.id}"


def answer(alice, path, word, person="1"):
    alice.get(f"{path}/questions")
    return alice.post(f"{path}/speakers/1/answer", {"person": person, "answer": word, "from": "questions"})


def speaker(inside, number=1) -> EventSpeaker:
    with inside() as session:
        return session.get(EventSpeaker, number)


def test_the_question_stands_on_the_event_with_both_sides_and_three_buttons(alice, path):
    page = alice.get(path).text
    assert "Is this Inés Okafor-Lindqvist, whom you keep?" in page
    assert "Chief Operating Officer, Two Harbors Clinic" in page
    for words in ("Yes, the same person", "Somebody else", "I do not know"):
        assert words in page
    assert "1 speaker of the program may be." in alice.get(f"{path}/questions").text


def test_each_answer_is_kept_and_not_asked_again_by_a_later_look(alice, inside, path):
    for word, state in (("yes", "matched"), ("no", "refused"), ("unknown", "none")):
        assert answer(alice, path, word).status_code == 303
        alice.post(f"{path}/look-again", {})
        assert speaker(inside).match_state == state, word
        assert "No question is open." in alice.get(f"{path}/questions").text
        alice.post(f"{path}/speakers/1/ask-again", {})
        assert speaker(inside).match_state == "asked", word


def test_a_second_press_and_a_word_that_is_none_change_nothing(alice, inside, path):
    assert answer(alice, path, "perhaps").status_code == 422
    assert answer(alice, path, "yes", person="99").status_code == 303
    assert speaker(inside).match_state == "asked"
    answer(alice, path, "yes")
    answer(alice, path, "no")
    assert speaker(inside).match_state == "matched"


def test_a_wrong_match_is_taken_back(alice, inside, path):
    answer(alice, path, "yes")
    alice.post(f"{path}/speakers/1/not-them", {})
    assert (speaker(inside).match_state, list(speaker(inside).refused)) == ("refused", [1])


def test_a_speaker_is_kept_as_a_person_with_the_program_as_the_source(alice, inside, path):
    page = alice.get(f"{path}/speakers/2/keep").text
    assert 'value="Tom Marsh, RN"' in page
    assert 'value="Two Harbors Clinic"' in page
    form = {"name": "Tom Marsh, RN", "workplace": "Two Harbors Clinic", "title": "Nurse manager", "kind": "leader"}
    assert alice.post(f"{path}/speakers/2/keep", {**form, "email": ""}).status_code == 303
    with inside() as session:
        tom = session.scalars(select(Person).where(Person.name == "Tom Marsh")).one()
        post = session.scalars(select(Position).where(Position.person_id == tom.id)).one()
        assert post.source_title == "Program of Prairie Lakes Health Leaders Forum"
        assert session.get(EventSpeaker, 2).person_id == tom.id
    assert alice.get(f"{path}/speakers/2/keep").headers["Location"] == f"/people/{tom.id}"


def test_somebody_of_that_name_is_shown_before_another_is_added(alice, path):
    form = {"name": "Inés Okafor-Lindqvist", "workplace": "", "title": "", "kind": "leader", "email": ""}
    alice.get(f"{path}/speakers/1/keep")
    shown = alice.post(f"{path}/speakers/1/keep", form)
    assert shown.status_code == 409
    assert "Is it one of these?" in shown.text
    assert alice.post(f"{path}/speakers/1/keep", {**form, "again": "yes"}).status_code == 303
