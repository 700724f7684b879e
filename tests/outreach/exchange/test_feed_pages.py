"""The calendar feed from outside: read by a second parser, secret, ended at once, and empty of what is paused."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from outreach.accounts.models import Membership
from outreach.exchange.models import CalendarFeed
from outreach.security import hash_of
from tests import factories, ledger_factories
from tests.outreach import strict_calendar

TODAY = date(2026, 11, 20)


@pytest.fixture
def address(alice) -> str:
    """The path of Alice's feed."""
    alice.get("/settings/calendar")
    page = alice.post("/settings/calendar/new", {}).text
    return re.search(r"(/calendar/[\w-]+\.ics)<", page)[1]


@pytest.fixture
def leader(app, alice) -> int:
    with app.extensions["database"].session_for(1) as session:
        person = factories.make_person(session, name="Inés; Okafor,\nLindqvist")
        ledger_factories.make_rhythm(session, person, planned_on=TODAY + timedelta(days=9))
        return person.id


def read(app, address: str) -> strict_calendar.Part:
    answer = app.test_client().get(address)
    assert answer.status_code == 200
    assert answer.content_type == "text/calendar; charset=utf-8"
    return strict_calendar.read(answer.data)


def test_without_sign_in_it_tells_what_is_coming(app, address, leader):
    events = read(app, address).of("VEVENT")
    event = next(one for one in events if one.text("SUMMARY").startswith("Think of"))
    assert event.text("SUMMARY").replace("\n", " ") == "Think of Inés; Okafor, Lindqvist"
    assert event.properties["DTSTART"][1] == "20261129"
    (alarm,) = event.of("VALARM")
    assert strict_calendar.duration(alarm.properties["TRIGGER"][1]) == timedelta(hours=9)


def test_what_is_paused_is_left_out(app, address, leader):
    with app.extensions["database"].session_for(1) as session:
        ledger_factories.make_pause(session, session.get(type(factories.make_person(session)), leader))
    told = [one.text("SUMMARY") for one in read(app, address).of("VEVENT")]
    assert not any(words.startswith("Think of") for words in told)


def test_the_secret_is_kept_nowhere_and_not_logged(app, address, caplog):
    token = address.removeprefix("/calendar/").removesuffix(".ics")
    app.test_client().get(address)
    with app.extensions["database"].session_for(1) as session:
        assert session.query(CalendarFeed).one().token_hash == hash_of(token)
    assert token not in caplog.text


def test_an_ended_or_replaced_address_answers_like_one_that_never_was(app, alice, address):
    alice.get("/settings/calendar")
    page = alice.post("/settings/calendar/new", {}).text
    newer = re.search(r"(/calendar/[\w-]+\.ics)<", page)[1]
    never = app.test_client().get("/calendar/never-was.ics")
    assert app.test_client().get(address).status_code == never.status_code == 404
    assert app.test_client().get(newer).status_code == 200
    alice.get("/settings/calendar")
    alice.post("/settings/calendar/end", {})
    assert app.test_client().get(newer).status_code == 404


def test_it_is_shown_once(alice, address):
    assert address not in alice.get("/settings/calendar").text


def test_an_unchanged_feed_is_not_sent_again(app, address, leader):
    first = app.test_client().get(address)
    again = app.test_client().get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("token", ["", "x" * 5000, "%00", "..%2f..", "a b"])
def test_whatever_is_asked_for_is_answered(app, alice, token):
    assert app.test_client().get(f"/calendar/{token}.ics").status_code == 404


def test_nothing_is_changed_through_it(app, address):
    for method in ("post", "put", "delete"):
        assert getattr(app.test_client(), method)(address).status_code in (400, 401, 403, 405)


def test_of_who_has_left_the_workspace_it_tells_nothing(app, address):
    with app.extensions["database"].session_for(1) as session:
        session.query(Membership).delete()
    assert app.test_client().get(address).status_code == 404
