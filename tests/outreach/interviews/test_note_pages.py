"""The notes room through its pages: lines with their minutes, kept once; changed with the former words; printed."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from outreach.interviews.talk_models import Interview, InterviewNote
from outreach.search import search
from tests import factories

LINE = {"kind": "exact", "text": "We let the pharmacists write the script first.", "key": "k1", "speaker": ""}


def only_line(session) -> InterviewNote:
    return session.scalars(select(InterviewNote)).one()


def test_a_line_sent_twice_is_kept_once_and_the_first_one_begins_the_talk(alice, inside, talk_path, clock):
    assert re.search(r'name="key"[^>]*value="[\w-]{10,40}"', alice.get(talk_path + "/notes").text)
    for _ in range(2):
        assert alice.post(talk_path + "/notes", LINE).status_code == 303
    clock.move(minutes=4)
    alice.get(talk_path + "/notes")
    alice.post(talk_path + "/notes", {**LINE, "key": "k2", "kind": "own", "text": "Ask our own pharmacist."})
    page = alice.get(talk_path + "/notes").text
    assert page.count("“We let the pharmacists write the script first.”") == 1
    assert "minute 5. My own thought" in page
    assert "4 of 20 minutes." in page
    with inside() as session:
        assert session.query(InterviewNote).count() == 2
        assert session.scalars(select(Interview.started_at)).one() is not None


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"text": ""}, "Write the line."),
        ({"text": "x" * 20_001}, "Use at most 20,000 characters. This has 20,001."),
        ({"text": "é" * 400_000}, "Use at most 20,000 characters."),
        ({"kind": "said"}, "Choose one of these."),
        ({"speaker": "a\nb"}, "Write this on one line."),
    ],
    ids=["empty", "long", "megabyte", "kind", "speaker"],
)
def test_what_cannot_be_kept_is_told_and_stays_in_the_form(alice, inside, talk_path, wrong, words):
    alice.get(talk_path + "/notes")
    answer = alice.post(talk_path + "/notes", {**LINE, **wrong})
    assert answer.status_code == 422
    assert words in answer.text
    assert {**LINE, **wrong}["text"] in answer.text
    with inside() as session:
        assert session.query(InterviewNote).count() == 0


@pytest.mark.parametrize("text", ["🙂" * 50, "\x00 with a NUL", "<script>alert(1)</script>", "\u202eturned"])
def test_hostile_lines_stand_as_text(alice, talk_path, text):
    alice.get(talk_path + "/notes")
    alice.post(talk_path + "/notes", {**LINE, "text": text})
    for address in ("/notes", "/notes/print", ""):
        page = alice.get(talk_path + address)
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert "\x00" not in page.text


def test_changed_exact_words_keep_how_they_read_before(alice, inside, talk_path):
    alice.get(talk_path + "/notes")
    alice.post(talk_path + "/notes", LINE)
    with inside() as session:
        address = f"{talk_path}/notes/{only_line(session).id}"
    version = re.search(r'name="version"[^>]*value="(\d+)"', alice.get(address).text)[1]
    alice.post(address, {**LINE, "version": version, "text": "We let them write it."})
    assert "changed since" in alice.get(talk_path + "/notes").text
    page = alice.get(address).text
    assert "How it read before" in page
    assert "“We let the pharmacists write the script first.”" in page
    answer = alice.post(address, {**LINE, "version": version, "text": "Another window."})
    assert answer.status_code == 409
    assert "We let them write it." in answer.text
    assert "Another window." in answer.text


def test_a_deleted_line_comes_back(alice, inside, talk_path):
    alice.get(talk_path + "/notes")
    alice.post(talk_path + "/notes", LINE)
    with inside() as session:
        address = f"{talk_path}/notes/{only_line(session).id}"
    alice.post(address + "/remove")
    assert "pharmacists" not in alice.get(talk_path + "/notes").text
    assert alice.get(address).status_code == 404
    alice.get(talk_path)
    alice.post(address + "/put-back")
    assert "pharmacists" in alice.get(talk_path + "/notes").text


def test_details_of_patients_are_pointed_at_and_kept(alice, talk_path):
    alice.get(talk_path + "/notes")
    text = "The woman in room 412 told me how it went."
    alice.post(talk_path + "/notes", {**LINE, "text": text, "fact_check": "y"})
    page = alice.get(talk_path + "/notes").text
    assert "could tell who a patient is" in page
    assert "“woman in room 412”" in page
    assert text in page
    assert "to verify" in page


def test_the_sheet_has_every_line_and_no_buttons(alice, talk_path):
    alice.get(talk_path + "/notes")
    alice.post(talk_path + "/notes", LINE)
    page = alice.get(talk_path + "/notes/print").text
    assert "pharmacists" in page
    assert "Recording: Not asked yet." in page
    assert "<form" not in page


def test_the_questions_of_the_guide_stand_beside(alice, inside, talk_path):
    with inside() as session:
        row = session.scalars(select(Interview)).one()
        guide = factories.make_guide(session, row.person)
        factories.make_question(session, guide, text="What began it?")
        row.guide_id = guide.id
    assert "What began it?" in alice.get(talk_path + "/notes").text
    assert talk_path in alice.get(f"/guides/{guide.id}").text


def test_a_talk_is_found_by_its_notes(alice, inside, talk_path):
    alice.get(talk_path + "/notes")
    alice.post(talk_path + "/notes", {**LINE, "text": "The zebrafish committee met at dawn."})
    with inside() as session:
        assert [found.path for found in search(session, "zebrafish")] == [talk_path]
        only_line(session).deleted_at = only_line(session).said_at
    with inside() as session:
        assert search(session, "zebrafish") == ()


def test_stopping_ends_it_and_it_can_go_on(alice, inside, talk_path, clock):
    alice.get(talk_path + "/notes")
    alice.post(talk_path + "/start")
    clock.move(minutes=26)
    assert "6 minutes over the 20 that were agreed. Offer to stop here." in alice.get(talk_path + "/notes").text
    assert alice.post(talk_path + "/stop").headers["Location"] == talk_path + "/debrief"
    assert "It took 26 minutes; 20 were agreed." in alice.get(talk_path + "/notes").text
    alice.post(talk_path + "/go-on")
    with inside() as session:
        assert session.scalars(select(Interview.state)).one() == "planned"


def test_a_talk_that_was_called_off_takes_no_notes(alice, inside, talk_path):
    with inside() as session:
        session.scalars(select(Interview)).one().state = "canceled"
    alice.get(talk_path)
    assert alice.post(talk_path + "/notes", LINE).status_code == 422
    assert "called off" in alice.get(talk_path + "/notes").text
    with inside() as session:
        assert session.query(InterviewNote).count() == 0
