"""Promises both ways, through their pages: made, kept, let go, opened again, corrected, deleted."""

from __future__ import annotations

import pytest

from outreach.people.models import Person
from outreach.relationships.models import Promise
from tests import ledger_factories
from tests.factories import NOON
from tests.ledger_factories import TODAY
from tests.outreach import hostile

FORM = {"whose": "mine", "what": "Send the benchmark", "made_on": "2026-11-18", "due_on": "2026-11-27"}


def promise(alice, leader: int, **more: str):
    alice.get(f"/people/{leader}/promises/new")
    return alice.post(f"/people/{leader}/promises/new", {**FORM, **more})


def the_one(inside) -> Promise:
    with inside() as session:
        return session.query(Promise).one()


@pytest.fixture
def made(inside, leader) -> int:
    with inside() as session:
        return ledger_factories.make_promise(session, session.get_one(Person, leader)).id


@pytest.mark.parametrize(("whose", "says"), [("mine", "You promised"), ("theirs", "They promised")])
def test_a_promise_of_either_side_stands_on_the_person_s_page(alice, inside, leader, whose, says):
    page = alice.get(promise(alice, leader, whose=whose).location).text
    row = the_one(inside)
    assert f'{says}: <a href="/promises/{row.id}">Send the benchmark</a>' in page
    assert f"{says}: Send the benchmark" in page  # in the timeline, hollow
    assert 'class="planned"' in page


def test_a_promise_pressed_twice_is_made_once(alice, inside, leader, clock):
    promise(alice, leader)
    clock.move(seconds=5)
    assert "noted already" in alice.get(promise(alice, leader).location).text
    assert the_one(inside).what == "Send the benchmark"


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"due_on": "2026-11-01"}, "before the day on which it was promised"),
        ({"due_on": "9999-12-31"}, "within ten years"),
        ({"due_on": "2027-02-29"}, "Enter a day"),
        ({"made_on": "2026-12-24", "due_on": ""}, "is yet to come"),
        ({"what": "  "}, "Say what was promised"),
        ({"what": "x" * 501}, "at most 500"),
        ({"whose": "ours"}, "Choose one of these"),
    ],
)
def test_what_cannot_be_promised_is_told_and_nothing_typed_is_lost(alice, inside, leader, more, says):
    answer = promise(alice, leader, **more)
    assert answer.status_code == 422
    assert says in answer.text
    with inside() as session:
        assert session.query(Promise).count() == 0


@pytest.mark.parametrize(("state", "says"), [("kept", "Kept"), ("let_go", "Let go")])
def test_it_is_kept_or_let_go_with_day_and_words_and_opened_again(alice, inside, made, state, says):
    alice.get(f"/promises/{made}")
    form = {"state": state, "on": "2026-11-20", "words": "By mail, with a note"}
    closed = alice.post(f"/promises/{made}/close", form)
    page = alice.get(closed.location).text
    assert f"{says}: Send the benchmark" in page
    assert f'action="/promises/{made}/open-again"' in page
    assert "By mail, with a note" in alice.get(f"/promises/{made}").text
    alice.post(f"/promises/{made}/open-again")
    row = the_one(inside)
    assert (row.state, row.closed_on, row.closed_words) == ("open", None, "")


@pytest.mark.parametrize(("on", "says"), [("2026-11-19", "when it began"), ("2026-12-24", "yet to come")])
def test_a_day_on_which_it_cannot_have_been_kept_is_refused(alice, inside, made, on, says):
    alice.get(f"/promises/{made}")
    answer = alice.post(f"/promises/{made}/close", {"state": "kept", "on": on, "words": "By mail"})
    assert answer.status_code == 422
    assert says in answer.text
    assert "By mail" in answer.text
    assert the_one(inside).state == "open"


def test_it_is_corrected_and_of_two_windows_none_loses_its_text(alice, inside, made):
    alice.get(f"/promises/{made}/edit")
    first = {"version": "1", "what": "Send both benchmarks", "made_on": "2026-11-20", "due_on": ""}
    assert alice.post(f"/promises/{made}/edit", first).status_code == 303
    row = the_one(inside)
    assert (row.what, row.due_on) == ("Send both benchmarks", None)
    answer = alice.post(f"/promises/{made}/edit", {**first, "what": "Send none"})
    assert answer.status_code == 409
    assert "Send both benchmarks" in answer.text
    assert "Send none" in answer.text


def test_a_closed_one_cannot_be_made_after_it_was_closed(alice, inside, leader):
    with inside() as session:
        person = session.get_one(Person, leader)
        made = ledger_factories.make_promise(
            session, person, made_on=TODAY.replace(day=1), state="kept", closed_on=TODAY.replace(day=3)
        ).id
    alice.get(f"/promises/{made}/edit")
    form = {"version": "1", "what": "Send it", "made_on": "2026-11-10", "due_on": ""}
    answer = alice.post(f"/promises/{made}/edit", form)
    assert answer.status_code == 422
    assert "closed before this day" in answer.text


def test_it_is_deleted_and_brought_back(alice, made):
    assert "can be brought back until" in alice.get(f"/promises/{made}/delete/ask").text
    gone = alice.post(f"/promises/{made}/delete")
    assert f'action="/promises/{made}/bring-back"' in alice.get(gone.location).text
    assert alice.get(f"/promises/{made}").status_code == 404
    alice.post(f"/promises/{made}/bring-back")
    assert alice.get(f"/promises/{made}").status_code == 200


def test_the_promise_to_somebody_who_was_deleted_is_kept_for_their_return(alice, inside, made, leader):
    alice.get(f"/people/{leader}")
    with inside() as session:
        session.get_one(Person, leader).deleted_at = NOON
    assert alice.get(f"/promises/{made}").status_code == 404
    assert "Send the benchmark" not in alice.get("/ledger").text
    alice.post(f"/people/{leader}/bring-back")
    assert "Send the benchmark" in alice.get(f"/people/{leader}").text


def test_whatever_is_sent_is_no_error_of_ours(alice, leader):
    alice.get(f"/people/{leader}/promises/new")
    for said, body in hostile.bodies(FORM):
        assert alice.post(f"/people/{leader}/promises/new", body).status_code < 500, said
