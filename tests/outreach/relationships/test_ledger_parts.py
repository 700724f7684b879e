"""The ledger on the pages of people and organizations, and in the list of people."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.drafts.models import Departure
from outreach.people.models import Person
from outreach.relationships.models import Touch
from tests import factories, ledger_factories
from tests.ledger_factories import TODAY, long_ago


@pytest.fixture
def filled(inside, leader) -> int:
    """A give in May, a request that is open, and a promise of theirs."""
    with inside() as session:
        person = session.get_one(Person, leader)
        on, at = long_ago(193)
        ledger_factories.make_give(session, person, happened_on=on, created_at=at)
        ledger_factories.make_ask(session, person, what="20 minutes")
        ledger_factories.make_promise(session, person, is_mine=False, what="Name a nurse")
    return leader


def test_beside_a_person_stands_what_is_between_you(alice, filled):
    page = " ".join(alice.get(f"/people/{filled}").text.split())
    assert "You gave once, the last time" in page
    assert "Last contact Fri, Nov 20, today:" in page
    assert "An interview: 20 minutes" in page
    assert "They said yes" in page
    assert "They promised: <a" in page
    assert f"/people/{filled}/happened" in page


def test_with_nothing_between_you_giving_is_proposed_and_an_assistant_has_no_ledger(alice, inside, leader):
    assert "Give something of use to them before you ask." in alice.get(f"/people/{leader}").text
    with inside() as session:
        tom = session.query(Person).filter_by(name="Tom Marsh").one().id
    assert "Between you" not in alice.get(f"/people/{tom}").text


def test_the_timeline_has_what_happened_and_open_promises_hollow(alice, filled):
    page = alice.get(f"/people/{filled}").text
    timeline = page[page.index('<ol class="timeline">') :]
    assert "A benchmark or figures: A benchmark" in timeline
    planned = timeline[timeline.index('<li class="planned">') :]
    assert "They promised: Name a nurse" in planned[:400]


def test_the_list_of_people_says_how_you_stand(alice, inside, filled):
    page = alice.get("/people").text
    assert "gave 1, asked 1" in page
    assert "Fri, Nov 20" in page
    with inside() as session:
        quiet = factories.make_person(session, name="Long Ago")
        on, at = long_ago(400)
        ledger_factories.make_touch(session, quiet, happened_on=on, created_at=at)
    found = alice.get("/people?show=quiet").text
    assert "Long Ago" in found
    assert "Okafor" not in found


def test_an_organization_says_who_was_asked_there_lately(alice, inside, leader):
    with inside() as session:
        house = factories.make_organization(session)
        factories.make_position(session, session.get_one(Person, leader), house)
        number = house.id
    assert "Asked here lately" not in alice.get(f"/orgs/{number}").text
    with inside() as session:
        ledger_factories.make_ask(session, session.get_one(Person, leader), happened_on=TODAY - timedelta(days=3))
    page = alice.get(f"/orgs/{number}").text
    assert "Asked here lately" in page
    assert "Inés Okafor-Lindqvist" in page


def test_a_letter_that_was_sent_stands_once_in_the_timeline(alice, inside, leader):
    with inside() as session:
        person = session.get_one(Person, leader)
        person.addressed_as = "Inés"
        draft = factories.make_draft(
            session, person, kind="other", subject="A question",
            body="Dear Inés,\n\nThank you for your note.\n\nSincerely,\nJordan Ellis",
        ).id  # fmt: skip
    alice.get(f"/drafts/{draft}")
    alice.post(f"/drafts/{draft}/leave", {"way": "copied"})
    with inside() as session:
        departure = session.query(Departure).one().id
    alice.post(f"/drafts/{draft}/departures/{departure}/answer", {"answer": "yes"})
    page = alice.get(f"/people/{leader}").text
    assert page.count(">Sent “A question”</a>") == 1
    with inside() as session:
        (row,) = session.query(Touch).all()
        assert (row.kind, row.url) == ("wrote", f"/drafts/{draft}")
    assert "From a letter that was sent" in alice.get(f"/touches/{row.id}").text
