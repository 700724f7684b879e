"""Talks through their pages: the list, consent with earlier answers, when it was, the thank-you desk."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from outreach.drafts.models import Draft
from outreach.interviews.talk_models import Interview, InterviewNote
from tests import factories, ledger_factories
from tests.factories import NOON


def only_talk(session) -> Interview:
    return session.scalars(select(Interview)).one()


def version_on(page: str) -> str:
    return re.search(r'name="version"[^>]*value="(\d+)"', page)[1]


@pytest.fixture
def ended(inside, talk_path) -> str:
    """The talk, over since ten minutes, with what stays of it."""
    with inside() as session:
        row = only_talk(session)
        row.started_at, row.ended_at, row.state = row.starts_at, NOON - timedelta(minutes=10), "held"
        row.learned = "the pharmacists wrote the call script before the cardiologists agreed"
        row.changed_in_me = "I had assumed that the agreement came first."
        session.add(InterviewNote(interview_id=row.id, kind="exact", text="The pharmacists wrote the call script.",
                                  said_at=row.starts_at, created_at=NOON, updated_at=NOON))  # fmt: skip
    return talk_path


def test_the_list_says_what_waits_and_what_comes(alice, inside, talk_path):
    with inside() as session:
        ledger_factories.make_interview(session, factories.make_person(session, name="Odd Berg"))
    page = alice.get("/interviews").text
    assert "To finish" in page
    assert "Write the debrief" in page
    assert "Odd Berg" in page
    assert page.index("To finish") < page.index("Coming up")
    assert 'href="/interviews"' in alice.get("/people").text


def test_without_talks_the_list_says_where_they_start(alice):
    assert "No talk yet." in alice.get("/interviews").text


def test_a_long_list_goes_on(alice, inside, talk_path):
    with inside() as session:
        person = only_talk(session).person
        for number in range(31):
            ledger_factories.make_interview(session, person, starts_at=NOON - timedelta(days=40 + number))
    page = alice.get("/interviews").text
    older = re.search(r'rel="next" href="([^"]+)"', page)[1].replace("&amp;", "&")
    assert 'rel="prev"' in alice.get(older).text
    assert alice.get("/interviews?after=x").status_code == 404


# --- consent ----------------------------------------------------------------------------------------------------------


def test_what_they_agree_to_is_noted_with_their_words_and_earlier_answers_stay(alice, inside, talk_path):
    page = alice.get(talk_path + "/consent").text
    assert "May I record our talk" in page
    assert "Illinois wants the yes of everybody" in page
    assert "no legal advice" in page
    first = {"version": version_on(page), "recording": "yes", "quoting": "after_check", "words": "But not the merger."}
    assert alice.post(talk_path + "/consent", first).status_code == 303
    again = version_on(alice.get(talk_path + "/consent").text)
    alice.post(talk_path + "/consent", {**first, "version": again, "recording": "no", "words": "I changed my mind."})
    page = alice.get(talk_path + "/consent").text
    assert "Before that" in page
    assert "But not the merger." in page
    page = alice.get(talk_path).text
    assert "I changed my mind." in page
    assert "They check their words before you use them." in page
    with inside() as session:
        assert (only_talk(session).recording, only_talk(session).quoting) == ("no", "after_check")


def test_two_windows_do_not_overwrite_an_answer(alice, talk_path):
    version = version_on(alice.get(talk_path + "/consent").text)
    said = {"version": version, "recording": "yes", "quoting": "yes", "words": ""}
    alice.post(talk_path + "/consent", said)
    alice.get(talk_path)
    answer = alice.post(talk_path + "/consent", {**said, "recording": "no"})
    assert answer.status_code == 409
    assert "<dt>May it be recorded?:</dt><dd>Yes</dd>" in answer.text


@pytest.mark.parametrize("wrong", [{"recording": "after_check"}, {"quoting": "x"}, {"words": "x" * 501}])
def test_an_answer_that_is_none_is_refused(alice, talk_path, wrong):
    version = version_on(alice.get(talk_path + "/consent").text)
    said = {"version": version, "recording": "yes", "quoting": "yes", "words": "", **wrong}
    assert alice.post(talk_path + "/consent", said).status_code == 422


# --- when it was ------------------------------------------------------------------------------------------------------


def test_when_it_was_can_be_noted_afterwards(alice, inside, talk_path):
    page = alice.get(talk_path + "/held").text
    assert 'value="5:30 AM"' in page
    alice.post(talk_path + "/held", {"on": "2026-11-20", "began": "5:32 AM", "ended": "5:58 AM"})
    assert "It took 26 minutes; 20 were agreed." in alice.get(talk_path).text
    with inside() as session:
        assert only_talk(session).state == "held"


@pytest.mark.parametrize(
    ("times", "words"),
    [
        (("5:30 AM", "5:10 AM"), "The end lies before the beginning."),
        (("5:30 AM", "11 PM"), "This end is yet to come."),
        (("soon", "5 AM"), "Enter a time such as"),
    ],
)
def test_an_end_that_cannot_be_is_told(alice, inside, talk_path, times, words):
    alice.get(talk_path + "/held")
    answer = alice.post(talk_path + "/held", {"on": "2026-11-20", "began": times[0], "ended": times[1]})
    assert answer.status_code == 422
    assert words in answer.text
    with inside() as session:
        assert only_talk(session).ended_at is None


# --- thanks -----------------------------------------------------------------------------------------------------------


def test_the_desk_tells_until_when_and_begins_the_note_from_the_debrief(alice, inside, ended):
    assert "Sat, Nov 21" in alice.get(ended + "/thanks").text
    draft = alice.post(ended + "/thanks").headers["Location"]
    page = alice.get(draft).text
    assert "What stays with me is that the pharmacists wrote the call script" in page
    assert "I had assumed that the agreement came first." in page
    assert "This thanks for the time and for nothing that was said" not in page
    alice.get(ended)
    assert alice.post(ended + "/thanks").headers["Location"] == draft
    with inside() as session:
        letter = session.get(Draft, int(draft.rsplit("/", 1)[1]))
        letter.state, letter.sent_at = "sent", NOON
    assert "Thanked on" in alice.get(ended + "/thanks").text


@pytest.mark.parametrize(
    ("hours", "words"), [(25, "A late note is still a good note"), (73, "says in half a sentence that it comes late")]
)
def test_a_late_note_has_other_words(alice, ended, clock, hours, words):
    clock.move(hours=hours)
    alice.sign_in()
    assert words in alice.get(ended + "/thanks").text
    page = alice.get(alice.post(ended + "/thanks").headers["Location"]).text
    assert ("This note comes later than it should have." in page) == (hours > 72)


def test_whoever_found_the_time_is_thanked_in_a_note_of_their_own(alice, inside, ended):
    assert "A line to Tom Marsh" in alice.get(ended + "/thanks").text
    draft = alice.post(ended + "/thanks", {"to": "helper"}).headers["Location"]
    assert "Thank you for finding the time for my conversation with Inés Okafor-Lindqvist on" in alice.get(draft).text
    with inside() as session:
        letter = session.get(Draft, int(draft.rsplit("/", 1)[1]))
        assert letter.to_person.name == "Tom Marsh"
        assert only_talk(session).thanks_draft_id is None


def test_there_is_no_thanks_before_the_talk_is_over(alice, talk_path):
    alice.get(talk_path + "/thanks")
    assert alice.post(talk_path + "/thanks").status_code == 422


def test_a_card_noted_by_hand_is_thanks_as_well(alice, inside, ended):
    with inside() as session:
        ledger_factories.make_touch(session, only_talk(session).person, kind="thanked", happened_on=NOON.date())
    assert "Thanked on" in alice.get(ended + "/thanks").text
    assert "Write the thank-you" not in alice.get("/interviews").text
