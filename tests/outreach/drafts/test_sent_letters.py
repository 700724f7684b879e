"""A letter that was sent stands in the ledger: as what it was, on its day, once; taken back it is withdrawn."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.drafts import departures, gate, sent_letters
from outreach.drafts.departures import Leaving
from outreach.mail.submission import Outcome
from outreach.people.operations import By
from outreach.relationships.models import Touch
from tests import factories, ledger_factories
from tests.factories import NOON
from tests.ledger_factories import TODAY
from tests.outreach.drafts.test_gate import ALICE, WHY


def sent(session, draft, by, way="copied", on=TODAY) -> Touch | None:
    row = departures.begin(session, draft, Leaving(way, ALICE), by)
    departures.say_sent(session, row, on, By(by.user_id, NOON + timedelta(minutes=5)))
    return session.query(Touch).filter_by(source="letter", source_id=row.id).one_or_none()


@pytest.mark.parametrize(
    ("kind", "noted"),
    [
        ("thank-you", ("thanked", "", "", "")),
        ("advice-report", ("gave", "", "report_back", "")),
        ("published-note", ("gave", "", "credit", "")),
        ("approval-request", ("asked", "approval", "", "open")),
        ("condolence", ("wrote", "", "", "")),
        ("reminder", ("wrote", "", "", "")),
        ("other", ("wrote", "", "", "")),
        ("interview-request", ("asked", "interview", "", "open")),
    ],
)
def test_a_letter_that_was_sent_is_noted_as_what_it_was(session, plain, by, kind, noted):
    row = departures.begin(session, plain, Leaving("printed", ALICE), by)
    plain.kind = kind
    tom = factories.make_person(session, name="Tom Marsh", kind="assistant")
    plain.to_person_id = tom.id
    session.flush()
    session.expire(plain, ["to_person"])
    touch = sent_letters.note(session, row, TODAY, by)
    assert (touch.kind, touch.ask_kind, touch.give_kind, touch.ask_state) == noted
    assert (touch.channel, touch.helper_id, touch.what) == ("letter", tom.id, "A question")
    assert sent_letters.note(session, row, TODAY, by).id == touch.id


def test_saying_that_it_was_sent_notes_it_on_the_day_that_was_said_and_taking_back_withdraws_it(session, plain, by):
    touch = sent(session, plain, by, on=TODAY - timedelta(days=1))
    assert touch is not None
    assert touch.happened_on == TODAY - timedelta(days=1)
    departure = departures.latest_of(session, plain)
    assert departure is not None
    departures.take_back(session, departure, by)
    assert touch.deleted_at is not None
    again = sent(session, plain, By(by.user_id, NOON + timedelta(hours=1)))
    assert again is not None
    assert again.id != touch.id


def test_what_the_own_server_took_is_noted_also_to_somebody_who_was_deleted_meanwhile(session, plain, by):
    row = departures.begin(session, plain, Leaving("own_account", ALICE), by)
    plain.person.deleted_at = NOON
    session.flush()
    departures.settle(session, row, Outcome("sent", ""), NOON)
    assert plain.state == "sent"
    assert session.query(Touch).filter_by(source_id=row.id).one().kind == "wrote"


def test_the_reasons_go_along_and_one_s_own_request_is_no_objection_to_itself(session, cast, asked_before, by):
    cast.draft.passed = {"give-first": {"why": WHY, "about": [""]}, "tired-phrase": {"why": "mine", "about": ["x"]}}
    row = factories.make_departure(session, cast.draft, pressed_by_id=by.user_id)
    departures.say_sent(session, row, TODAY, by)
    touch = session.query(Touch).filter_by(source="letter").one()
    assert touch.passed == {"give-first": WHY}
    assert gate.remarks(session, cast.draft, NOON) == ()
    assert [one.rule for one in gate.objections(session, cast.leader, "interview-request", "x", None, NOON)] == [
        "open-request", "give-first"
    ]  # fmt: skip


def test_a_report_that_was_sent_tells_its_advice_and_taken_back_it_does_not(session, plain, by):
    row = ledger_factories.make_advice(session, plain.person, tried="Shadowed a bed meeting", tried_on=TODAY)
    other = ledger_factories.make_advice(session, plain.person, tried="Read the plan", tried_on=TODAY)
    plain.kind, plain.advice_id = "advice-report", row.id
    departure = departures.begin(session, plain, Leaving("printed", ALICE), by)
    touch = sent_letters.note(session, departure, TODAY, by)
    assert (row.told_on, row.told_touch_id) == (TODAY, touch.id)
    assert other.told_on is None
    sent_letters.take_back(session, departure, by)
    assert (row.told_on, row.told_touch_id) == (None, None)
