"""The pages of requests that are followed up, clicked through."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from sqlalchemy import select

from outreach.drafts.models import Draft
from outreach.followups import advance
from outreach.followups.models import FollowUp, FollowUpStep
from outreach.relationships.models import Touch
from tests import factories

SENT = datetime(2026, 11, 3, 15, tzinfo=UTC)  # a Tuesday; NOON of the clock is Friday, Nov 20
BODY = "Dear Inés,\n\nMay I ask you for 20 minutes about your short-stay unit?\n\nSincerely,\nAlice Ferreira"


@pytest.fixture
def inside(app, alice):
    """Opens a session on Alice's workspace."""
    return lambda: app.extensions["database"].session_for(1)


@pytest.fixture
def request_sent(inside, clock):
    """A request sent on November 3, followed up; the id of its ladder."""

    def send(sent_at=SENT, **named) -> int:
        with inside() as session:
            leader = factories.make_person(
                session, **{"name": "Inés Okafor", "addressed_as": "Inés", "time_zone": "America/Chicago", **named}
            )
            factories.make_position(session, leader, title="Chief Operating Officer")
            draft = factories.make_draft(
                session, leader, state="sent", sent_at=sent_at, body=BODY, subject="Interview request", written_by_id=1,
                project_id=factories.make_project(session).id,
            )  # fmt: skip
            factories.make_departure(session, draft, state="sent", settled_at=sent_at)
            advance.advance(session, clock.now)
            return session.scalars(select(FollowUp.id).where(FollowUp.draft_id == draft.id)).one()

    return send


def words(answer) -> str:
    said = " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())
    return re.sub(r" (?=[.,;:](?: |$))", "", said)


def steps(inside, number):
    with inside() as session:
        return session.scalars(
            select(FollowUpStep).where(FollowUpStep.follow_up_id == number).order_by(FollowUpStep.place)
        ).all()


# --- looking --------------------------------------------------------------------------------------------------------


def test_without_requests_the_list_says_what_would_be_here(alice):
    assert "No request waits for an answer." in words(alice.get("/sequences"))
    assert "None has ended yet." in words(alice.get("/sequences?show=ended"))


def test_the_list_says_what_comes_next(alice, request_sent, clock):
    request_sent()
    request_sent(sent_at=clock.now - timedelta(days=1), name="Tom Reyes")
    said = words(alice.get("/sequences"))
    assert "Request to Inés Okafor Sent Tue, Nov 3. First note can be written. to decide" in said
    assert "Request to Tom Reyes Sent Thu, Nov 19. First note from Tue, Dec 1." in said


def test_a_note_that_is_due_asks_first_whether_they_answered(alice, request_sent):
    said = words(alice.get(f"/sequences/{request_sent()}"))
    assert "Did they answer?" in said
    assert "Inés Okafor has not answered for 12 working days: two notes at most." in said
    assert "Tue, Nov 3 Request sent" in said
    assert "First note can be written" in said
    assert "Days count where Inés Okafor is: Central." in said


def test_nothing_is_due_before_its_day(alice, request_sent, clock):
    number = request_sent(sent_at=clock.now - timedelta(days=1))
    said = words(alice.get(f"/sequences/{number}"))
    assert "First note: from Tue, Dec 1, unless they answer before." in said
    assert alice.get(f"/sequences/{number}/write").status_code == 303


def test_a_zone_that_does_not_exist_is_said(alice, request_sent):
    said = words(alice.get(f"/sequences/{request_sent(time_zone='Mars/Olympus')}"))
    assert "“Mars/Olympus” is no time zone that is known, so days count where you are." in said


def test_what_is_not_there_is_not_found(alice, request_sent):
    request_sent()
    assert alice.get("/sequences/999").status_code == 404


def test_a_reviewer_reads_and_changes_nothing(request_sent, invite):
    number = request_sent()
    ben = invite("reviewer")
    page = ben.get(f"/sequences/{number}")
    assert page.status_code == 200
    assert "Skip this note" not in page.text
    for action in ("skip", "stop", "again", "answered", "write", "move"):
        assert ben.post(f"/sequences/{number}/{action}").status_code == 403


# --- answering ------------------------------------------------------------------------------------------------------


def test_an_answer_ends_it_and_is_noted_once(alice, request_sent, inside):
    number = request_sent()
    for _ in range(2):
        alice.get(f"/sequences/{number}/answered")
        answer = alice.post(f"/sequences/{number}/answered", {"answer": "yes", "on": "2026-11-19", "what": "Gladly."})
        assert answer.status_code == 303
    said = words(alice.get(f"/sequences/{number}"))
    assert "They answered" in said
    assert "Did they answer?" not in said
    assert [one.state for one in steps(inside, number)] == ["dropped", "dropped"]
    with inside() as session:
        assert session.scalars(select(Touch.answer)).all() == ["yes"]


def test_out_of_the_office_only_puts_it_off(alice, request_sent, inside):
    number = request_sent()
    alice.get(f"/sequences/{number}/answered")
    told = {"answer": "out_of_office", "on": "Nov 19, 2026", "back_on": "2026-12-07"}
    assert alice.post(f"/sequences/{number}/answered", told).status_code == 303
    said = words(alice.get(f"/sequences/{number}"))
    assert "They are out of the office until Mon, Dec 7." in said
    assert "from Tue, Dec 8" in said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"answer": "yes", "on": "2026-11-01"}, "The request was sent on Tue, Nov 3."),
        ({"answer": "yes", "on": "2026-11-21"}, "is yet to come"),
        ({"answer": "yes", "on": "the day after"}, "day"),
        ({"answer": "perhaps", "on": "2026-11-19"}, "Choose one of these."),
        ({"on": "2026-11-19"}, "Choose one of these."),
        ({"answer": "out_of_office", "on": "2026-11-19", "back_on": "2026-11-01"}, "before they were away"),
        ({"answer": "yes", "on": "2026-11-19", "helper": "77"}, "Choose one of these."),
    ],
)
def test_an_answer_that_cannot_be_is_asked_again_and_nothing_is_lost(alice, request_sent, told, said):
    number = request_sent()
    alice.get(f"/sequences/{number}/answered")
    page = alice.post(f"/sequences/{number}/answered", {**told, "what": "She was kind."})
    assert page.status_code == 422
    assert said in words(page)
    assert "She was kind." in page.text


def test_who_asks_not_to_be_written_to_is_locked(alice, request_sent):
    number = request_sent()
    alice.get(f"/sequences/{number}/answered")
    alice.post(f"/sequences/{number}/answered", {"answer": "do_not_write", "on": "2026-11-19"})
    assert "They ask not to be written to" in words(alice.get(f"/sequences/{number}"))
    assert alice.post(f"/sequences/{number}/again").status_code == 422


# --- the note -------------------------------------------------------------------------------------------------------


def test_the_note_is_begun_in_the_thread_with_what_is_new(alice, request_sent, inside):
    number = request_sent()
    assert "What do you add?" in words(alice.get(f"/sequences/{number}/write"))
    adds = "The newsletter has moved its issue to August, so June or July would serve just as well."
    answer = alice.post(f"/sequences/{number}/write", {"adds": adds})
    assert answer.status_code == 303
    assert alice.get(f"/sequences/{number}/write").location == answer.location
    with inside() as session:
        row = session.get(FollowUp, number)
        note = session.scalars(select(Draft).where(Draft.kind == "reminder")).one()
        assert note.answers_id == row.draft_id
        assert note.subject == "Re: Interview request"
        assert "I am adding one thing to my note of November 3" in note.body
        assert adds in note.body
    said = words(alice.get(answer.location))
    assert "A note after your request of Tue, Nov 3." in said


def test_the_same_words_are_not_proposed_again(alice, request_sent):
    number = request_sent()
    alice.get(f"/sequences/{number}/write")
    page = alice.post(
        f"/sequences/{number}/write", {"adds": "May I ask you for 20 minutes about your short-stay unit?"}
    )
    assert page.status_code == 422
    assert "This stood in your earlier letter." in words(page)


def test_without_anything_new_the_draft_asks_for_it(alice, request_sent, inside):
    number = request_sent()
    alice.get(f"/sequences/{number}/write")
    alice.post(f"/sequences/{number}/write", {"adds": ""})
    with inside() as session:
        assert (
            "[[add one thing that is new]]" in session.scalars(select(Draft.body).where(Draft.kind == "reminder")).one()
        )


def test_a_note_that_leaves_is_noted_and_the_last_one_planned(alice, request_sent, inside, clock):
    number = request_sent()
    alice.get(f"/sequences/{number}/write")
    alice.post(f"/sequences/{number}/write", {"adds": "The issue moved to August."})
    with inside() as session:
        note = session.scalars(select(Draft).where(Draft.kind == "reminder")).one()
        note.state, note.sent_at = "sent", clock.now
    said = words(alice.get(f"/sequences/{number}"))
    assert "Fri, Nov 20 First note sent" in said
    assert "Wed, Dec 2 Second and last note planned, if no answer comes" in said
    clock.now = datetime(2026, 12, 3, 15, tzinfo=UTC)
    alice.sign_in()
    alice.get("/sequences")
    alice.post("/sequences/look")
    assert "What comes along?" in words(alice.get(f"/sequences/{number}/write"))
    alice.post(f"/sequences/{number}/write", {"adds": "summary of five hospitals’ phone lists"})
    with inside() as session:
        last = session.scalars(select(Draft).where(Draft.kind == "closing-note")).one()
        assert last.answers_id == note.id
        assert "I will not write again about it" in last.body


def test_a_note_is_not_sent_after_an_answer(alice, request_sent, inside):
    number = request_sent()
    alice.get(f"/sequences/{number}/write")
    draft = alice.post(f"/sequences/{number}/write", {"adds": "The issue moved to August."}).location
    alice.get(f"/sequences/{number}/answered")
    alice.post(f"/sequences/{number}/answered", {"answer": "later", "on": "2026-11-20"})
    assert "Do not send this note. They answered." in words(alice.get(draft))


# --- leaving out, moving, ending ------------------------------------------------------------------------------------


def test_a_note_that_is_left_out_is_left_out_once(alice, request_sent, inside):
    number = request_sent()
    alice.get(f"/sequences/{number}")
    for _ in range(2):
        alice.post(f"/sequences/{number}/skip", {"place": "1"})
    assert [one.state for one in steps(inside, number)] == ["skipped", "planned"]
    assert "First note left out" in words(alice.get(f"/sequences/{number}"))


@pytest.mark.parametrize("place", ["", "x", "3", "-1", "9" * 3000])
def test_a_place_that_is_none_leaves_nothing_out(alice, request_sent, inside, place):
    number = request_sent()
    alice.get(f"/sequences/{number}")
    assert alice.post(f"/sequences/{number}/skip", {"place": place}).status_code == 303
    assert steps(inside, number)[0].state == "due"


def test_a_note_is_moved_and_not_to_a_day_that_is_too_soon(alice, request_sent, inside):
    number = request_sent()
    alice.get(f"/sequences/{number}/move")
    page = alice.post(f"/sequences/{number}/move", {"day": "2026-11-10"})
    assert page.status_code == 422
    assert "earlier comes too soon" in words(page)
    assert "Enter a day." in words(alice.post(f"/sequences/{number}/move", {"day": ""}))
    assert "within a year" in words(alice.post(f"/sequences/{number}/move", {"day": "9999-12-31"}))
    assert alice.post(f"/sequences/{number}/move", {"day": "2028-02-29"}).status_code == 422
    assert alice.post(f"/sequences/{number}/move", {"day": "2026-12-05"}).status_code == 303
    assert "You moved it to Sat, Dec 5 or later." in words(alice.get(f"/sequences/{number}"))
    assert steps(inside, number)[0].due_at == datetime(2026, 12, 8, 14, tzinfo=UTC)


def test_it_is_stopped_and_begins_again(alice, request_sent, inside):
    number = request_sent()
    alice.get(f"/sequences/{number}")
    alice.post(f"/sequences/{number}/stop")
    page = alice.get(f"/sequences/{number}")
    assert "You stopped it" in words(page)
    assert "Request to Inés Okafor" in words(alice.get("/sequences?show=ended"))
    alice.post(f"/sequences/{number}/again")
    assert [one.state for one in steps(inside, number)] == ["due", "planned"]


def test_after_the_last_note_it_rests(alice, request_sent, inside):
    number = request_sent()
    alice.get(f"/sequences/{number}")
    for place in ("1", "2"):
        alice.post(f"/sequences/{number}/skip", {"place": place})
    assert "Closed kindly; it rests" in words(alice.get(f"/sequences/{number}"))
    assert alice.post(f"/sequences/{number}/again").status_code == 422


def test_a_request_that_was_just_sent_can_be_followed_up_at_once(alice, inside, clock):
    with inside() as session:
        draft = factories.make_draft(session, state="sent", sent_at=clock.now, written_by_id=1).id
    assert "They are planned in a few minutes." in words(alice.get(f"/drafts/{draft}"))
    said = words(alice.get("/sequences"))
    assert "1 request was sent a moment ago." in said
    assert "No request waits for an answer." not in said
    answer = alice.post(f"/drafts/{draft}/follow-up")
    assert answer.status_code == 303
    assert "First note" in words(alice.get(answer.location))
    assert "First note from" in words(alice.get(f"/drafts/{draft}"))


def test_a_letter_that_is_no_request_is_not_followed_up(alice, inside, clock):
    with inside() as session:
        draft = factories.make_draft(session, kind="thank-you", state="sent", sent_at=clock.now).id
    alice.get("/sequences")
    assert alice.post(f"/drafts/{draft}/follow-up").status_code == 404


def test_the_person_s_page_tells_of_it(alice, request_sent, inside):
    number = request_sent()
    with inside() as session:
        person_id = session.get(FollowUp, number).person_id
    page = alice.get(f"/people/{person_id}")
    assert "Request of Tue, Nov 3 to decide" in words(page)
    assert "Write the follow-up, or rest" in words(page)
