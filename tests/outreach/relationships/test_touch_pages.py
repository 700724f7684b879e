"""What happened, through its pages: noted, answered by one press, corrected, deleted and brought back."""

from __future__ import annotations

import re

import pytest

from outreach.people.models import Person
from outreach.relationships import policy
from outreach.relationships.models import Touch
from tests import factories, ledger_factories
from tests.factories import NOON
from tests.ledger_factories import TODAY, long_ago
from tests.outreach import hostile

GAVE = {"give_kind": "benchmark", "happened_on": "2026-11-19", "what": "Figures on boarding", "channel": "email",
        "helped": "said_so", "helped_words": "They used it."}  # fmt: skip


def note(alice, leader: int, kind: str, form: dict[str, str]):
    alice.get(f"/people/{leader}/happened?kind={kind}")
    return alice.post(f"/people/{leader}/happened?kind={kind}", form)


def touches(inside, **named: object) -> list[Touch]:
    with inside() as session:
        return session.query(Touch).filter_by(**named).order_by(Touch.id).all()


@pytest.fixture
def ask(inside, leader) -> int:
    """A request of nine days ago, which went to Tom."""
    with inside() as session:
        tom = session.query(Person).filter_by(name="Tom Marsh").one()
        on, at = long_ago(9)
        person = session.get_one(Person, leader)
        return ledger_factories.make_ask(session, person, happened_on=on, created_at=at, helper_id=tom.id).id


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        ("gave", GAVE),
        ("asked", {"ask_kind": "interview", "happened_on": "2026-11-19", "what": "Twenty minutes"}),
        ("met", {"happened_on": "Nov 12, 2026", "what": "Spoke after the panel", "channel": "event"}),
        ("answered", {"answer": "later", "happened_on": "", "what": "In spring, perhaps."}),
        ("received", {"happened_on": "2026-11-19", "what": "A paper on bed meetings"}),
        ("thanked", {"happened_on": "2026-11-19", "what": "For the talk"}),
        ("wrote", {"happened_on": "2024-02-29", "what": "A card"}),
        ("they_asked", {"happened_on": "2026-11-19", "what": "Whom we use for linen"}),
        ("they_wrote", {"happened_on": "2026-11-19", "what": "A greeting"}),
    ],
)
def test_each_kind_is_noted_and_stands_on_the_person_s_page(alice, inside, leader, kind, form):
    answer = note(alice, leader, kind, form)
    assert answer.status_code == 303, answer.text
    page = alice.get(answer.headers["Location"]).text
    (row,) = touches(inside, kind=kind)
    assert page.count(f'href="/touches/{row.id}"') >= 2  # beside the page, and in the timeline
    assert row.what == form["what"]
    assert row.happened_on == (TODAY if not form["happened_on"] else row.happened_on)
    assert form["what"] in alice.get(f"/touches/{row.id}").text


def test_of_which_person_is_asked_where_none_is_known(alice, leader):
    page = alice.get("/ledger/note?kind=asked").text
    assert f'href="/people/{leader}/happened?kind=asked"' in page
    assert f'href="/people/{leader}/happened?kind=asked"' in alice.get("/ledger/note?kind=asked&q=okafor").text
    assert "Nobody called" in alice.get("/ledger/note?q=zzz").text


def test_a_present_is_noted_after_its_reminder_and_counts_as_no_give(alice, inside, leader):
    form = {**GAVE, "give_kind": "goods", "what": "A box of tea"}
    answer = note(alice, leader, "gave", form)
    assert answer.status_code == 409
    assert policy.GIFT_LIMIT_WORDS in answer.text
    assert "A box of tea" in answer.text
    assert f"/people/{leader}/happened?kind=thanked" in answer.text
    assert touches(inside) == []
    assert alice.post(f"/people/{leader}/happened?kind=gave", {**form, "knows": "yes"}).status_code == 303
    assert "You gave nothing" in alice.get(f"/people/{leader}").text


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2026-12-24", "is yet to come"),
        ("2026-11-21", "is yet to come"),
        ("1949-12-31", "since 1950"),
        ("2025-02-29", "Enter a day"),
        ("20226-01-01", "Enter a day"),
        ("soon", "Enter a day"),
    ],
)
def test_a_day_on_which_it_cannot_have_been_is_told_and_nothing_typed_is_lost(alice, inside, leader, day, says):
    answer = note(alice, leader, "gave", {**GAVE, "happened_on": day})
    assert answer.status_code == 422
    assert says in answer.text
    assert "Figures on boarding" in answer.text
    assert touches(inside) == []


def test_a_day_before_they_were_added_is_taken_and_said(alice, inside, leader):
    answer = note(alice, leader, "met", {"happened_on": "2019-05-01", "what": "A congress"})
    assert "before the day on which you added Inés" in alice.get(answer.headers["Location"]).text


def test_a_form_pressed_twice_notes_it_once(alice, inside, leader, clock):
    assert note(alice, leader, "gave", GAVE).status_code == 303
    clock.move(seconds=5)
    again = note(alice, leader, "gave", GAVE)
    assert "noted already" in alice.get(again.headers["Location"]).text
    assert len(touches(inside)) == 1


def test_before_a_second_request_the_page_says_why_not(alice, ask, leader):
    page = alice.get(f"/people/{leader}/happened?kind=asked").text
    assert "is still open" in page
    assert "have given nothing since" in page


# --- answers --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("answer", "state"), [("yes", "granted"), ("no", "declined"), ("later", "open")])
def test_an_answer_is_one_press_from_the_open_request(alice, inside, ask, leader, answer, state):
    assert "They said yes" in alice.get(f"/people/{leader}").text
    pressed = alice.post(f"/touches/{ask}/answered", {"answer": answer})
    assert "Inés Okafor-Lindqvist answered through Tom Marsh" in alice.get(pressed.headers["Location"]).text
    (row,) = touches(inside, kind="answered")
    assert (row.answers_id, row.happened_on, row.ask_state) == (ask, TODAY, "")
    assert touches(inside, id=ask)[0].ask_state == state


def test_a_reply_logged_twice_is_noted_once_and_what_it_says_more_is_kept(alice, inside, ask, leader, clock):
    alice.get(f"/people/{leader}")
    alice.post(f"/touches/{ask}/answered", {"answer": "yes"})
    clock.move(hours=1)
    assert "noted already" in alice.get(alice.post(f"/touches/{ask}/answered", {"answer": "yes"}).location).text
    form = {"answer": "yes", "happened_on": "2026-11-20", "what": "Tuesday at three.", "to": str(ask)}
    assert "noted already" in alice.get(note(alice, leader, "answered", form).location).text
    (row,) = touches(inside, kind="answered")
    assert row.what == "Tuesday at three."


def test_the_press_is_taken_back_by_its_undo(alice, inside, ask, leader):
    alice.get(f"/people/{leader}")
    page = alice.get(alice.post(f"/touches/{ask}/answered", {"answer": "no"}).location).text
    undo = re.search(r'action="(/touches/\d+/delete)"', page)[1]
    alice.post(undo)
    assert touches(inside, id=ask)[0].ask_state == "open"


@pytest.mark.parametrize("answer", ["", "out_of_office", "granted", "\x00", "x" * 5000])
def test_what_is_no_answer_of_one_press_is_refused(alice, inside, ask, leader, answer):
    alice.get(f"/people/{leader}")
    assert alice.post(f"/touches/{ask}/answered", {"answer": answer}).status_code == 404
    assert touches(inside, kind="answered") == []


def test_a_request_is_closed_and_opened_by_hand_and_a_late_answer_still_counts(alice, inside, ask, leader):
    alice.get(f"/touches/{ask}")
    alice.post(f"/touches/{ask}/close", {"state": "unanswered"})
    assert touches(inside, id=ask)[0].ask_state == "unanswered"
    note(alice, leader, "answered", {"answer": "yes", "happened_on": "2026-11-20", "what": "At last"})
    assert touches(inside, id=ask)[0].ask_state == "granted"
    alice.post(f"/touches/{ask}/close", {"state": "open"})
    assert touches(inside, id=ask)[0].ask_state == "open"
    assert alice.post(f"/touches/{ask}/close", {"state": "lost"}).status_code == 404


def test_out_of_the_office_needs_a_day_after_it_came(alice, inside, ask, leader):
    form = {"answer": "out_of_office", "happened_on": "2026-11-20", "back_on": "2026-11-19", "what": ""}
    assert note(alice, leader, "answered", form).status_code == 422
    assert note(alice, leader, "answered", {**form, "back_on": "2026-12-01"}).status_code == 303
    assert touches(inside, id=ask)[0].ask_state == "open"
    assert "Dec 1" in alice.get(f"/touches/{touches(inside, kind='answered')[0].id}").text


# --- one entry ------------------------------------------------------------------------------------------------------


@pytest.fixture
def gift(inside, leader) -> int:
    with inside() as session:
        return ledger_factories.make_give(session, session.get_one(Person, leader)).id


def test_an_entry_is_corrected(alice, inside, gift):
    alice.get(f"/touches/{gift}/edit")
    form = {**GAVE, "version": "1", "what": "Figures on transfers"}
    assert alice.post(f"/touches/{gift}/edit?kind=gave", form).status_code == 303
    assert "Figures on transfers" in alice.get(f"/touches/{gift}").text


def test_its_kind_can_be_corrected_too(alice, inside, gift):
    alice.get(f"/touches/{gift}/edit?kind=asked")
    form = {"version": "1", "ask_kind": "advice", "happened_on": "2026-11-19", "what": "Whom to ask"}
    assert alice.post(f"/touches/{gift}/edit?kind=asked", form).status_code == 303
    (row,) = touches(inside)
    assert (row.kind, row.ask_state, row.give_kind) == ("asked", "open", "")


def test_a_corrected_answer_decides_anew(alice, inside, ask, leader):
    alice.get(f"/people/{leader}")
    alice.post(f"/touches/{ask}/answered", {"answer": "yes"})
    (row,) = touches(inside, kind="answered")
    alice.get(f"/touches/{row.id}/edit")
    form = {"version": str(row.version), "answer": "no", "happened_on": "2026-11-20", "what": ""}
    assert alice.post(f"/touches/{row.id}/edit?kind=answered", form).status_code == 303
    assert touches(inside, id=ask)[0].ask_state == "declined"
    version = touches(inside, kind="answered")[0].version
    form = {"version": str(version), "happened_on": "2026-11-20", "what": "It was about something else"}
    assert alice.post(f"/touches/{row.id}/edit?kind=they_wrote", form).status_code == 303
    assert touches(inside, id=ask)[0].ask_state == "open"


def test_of_two_windows_none_loses_its_text(alice, inside, gift):
    alice.get(f"/touches/{gift}/edit")
    alice.post(f"/touches/{gift}/edit?kind=gave", {**GAVE, "version": "1", "what": "From the first window"})
    answer = alice.post(f"/touches/{gift}/edit?kind=gave", {**GAVE, "version": "1", "what": "From the second"})
    assert answer.status_code == 409
    assert "From the first window" in answer.text
    assert "From the second" in answer.text


def test_an_entry_is_deleted_and_brought_back(alice, inside, gift, leader, clock):
    assert "can be brought back until" in alice.get(f"/touches/{gift}/delete/ask").text
    gone = alice.post(f"/touches/{gift}/delete")
    assert f'action="/touches/{gift}/bring-back"' in alice.get(gone.location).text
    assert alice.get(f"/touches/{gift}").status_code == 404
    alice.post(f"/touches/{gift}/bring-back")
    assert alice.get(f"/touches/{gift}").status_code == 200
    alice.post(f"/touches/{gift}/delete")
    clock.move(days=31)
    alice.sign_in()
    alice.get(f"/people/{leader}")
    assert alice.post(f"/touches/{gift}/bring-back").status_code == 422


def test_of_somebody_who_was_deleted_nothing_is_shown_or_noted(alice, inside, gift, leader):
    alice.get(f"/people/{leader}")
    with inside() as session:
        session.get_one(Person, leader).deleted_at = NOON
    for path in (f"/touches/{gift}", f"/people/{leader}/happened", f"/people/{leader}/between"):
        assert alice.get(path).status_code == 404
    alice.get("/ledger")
    assert alice.post(f"/people/{leader}/happened?kind=gave", GAVE).status_code == 404


def test_a_reviewer_sees_and_changes_nothing(inside, gift, leader, invite):
    reviewer = invite("reviewer")
    page = reviewer.get(f"/people/{leader}").text
    assert "Between you" in page
    assert "Note what happened" not in page
    assert reviewer.get(f"/touches/{gift}").status_code == 200
    assert reviewer.get(f"/people/{leader}/happened").status_code == 403


def test_whatever_is_sent_is_no_error_of_ours(alice, leader):
    good = {"answer": "yes", "happened_on": "2026-11-19", "back_on": "", "what": "Yes"}
    alice.get(f"/people/{leader}/happened?kind=answered")
    for said, body in hostile.bodies(good):
        answer = alice.post(f"/people/{leader}/happened?kind=answered", body)
        assert answer.status_code < 500, said


def test_a_factory_of_another_person_is_not_mixed_up(alice, inside, leader, ask):
    with inside() as session:
        other = factories.make_person(session, name="Tomás Reyes").id
    form = {"answer": "yes", "happened_on": "2026-11-20", "what": "Gladly", "to": str(ask)}
    note(alice, other, "answered", form)
    assert touches(inside, id=ask)[0].ask_state == "open"
