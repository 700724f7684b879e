"""Rhythms through their pages: said, put off, ended and brought back; groups; what is on a person's page."""

from __future__ import annotations

from datetime import date

import pytest

from outreach.followups import rhythms
from outreach.followups.models import Rhythm
from tests import factories, ledger_factories
from tests.outreach import hostile

TODAY = date(2026, 11, 20)


@pytest.fixture
def inside(app, alice):
    database = app.extensions["database"]
    return lambda: database.session_for(1)


@pytest.fixture
def leader(inside) -> int:
    with inside() as session:
        return factories.make_person(session, name="Inés Okafor-Lindqvist").id


def say(alice, leader: int, **told: str):
    alice.get(f"/people/{leader}/rhythm")
    return alice.post(f"/people/{leader}/rhythm", {"how": "steady", "ideal": "", "latest": "", **told})


def test_a_rhythm_is_said_on_the_persons_page(alice, leader):
    assert "You have not said how often" in alice.get(f"/people/{leader}").text
    assert say(alice, leader).status_code == 303
    page = alice.get(f"/people/{leader}").text
    assert "Every 3 months, at the latest after 6 months." in page
    assert "Feb 18" in page


def test_own_numbers_are_taken_and_said_when_they_are_none(alice, leader):
    for ideal, latest, says in (("3", "90", "between 7 and 730"), ("90", "30", "after the ideal"), ("", "", "both"),
                                ("²", "90", "between"), ("9" * 4000, "90", "between")):  # fmt: skip
        answer = say(alice, leader, how="own", ideal=ideal, latest=latest)
        assert answer.status_code == 422
        assert says in answer.text
    assert say(alice, leader, how="own", ideal="45", latest="60").status_code == 303
    assert "Every 45 days" in alice.get(f"/people/{leader}").text


@pytest.mark.parametrize(
    ("path", "good"),
    [
        ("/people/1/rhythm", {"how": "own", "ideal": "45", "latest": "60"}),
        ("/people/1/rhythm/later", {"to": "day", "day": "2026-12-01"}),
        ("/rhythm/groups/new", {"name": "Mentors", "ideal": "45", "latest": "60"}),
        ("/settings/pace", {"weekly": "3", "days": "1"}),
        ("/settings/pace/away", {"first": "2026-12-01", "last": "2026-12-02", "words": "Leave"}),
    ],
)
def test_whatever_is_sent_is_answered(alice, leader, path, good):
    say(alice, leader)
    for name, body in hostile.bodies(good):
        answer = alice.post(path, body)
        assert answer.status_code < 500, name
        assert "<script>alert" not in answer.text


def test_putting_off_and_waking(alice, inside, leader):
    with inside() as session:
        ledger_factories.make_rhythm(session, session.get(type(factories.make_person(session)), leader),
                                     planned_on=TODAY)  # fmt: skip
    assert "Inés Okafor-Lindqvist" in alice.get("/rhythm").text
    alice.get(f"/people/{leader}/rhythm/later")
    assert alice.post(f"/people/{leader}/rhythm/later", {"to": "month", "day": ""}).status_code == 303
    page = alice.get("/rhythm").text
    assert "Put off until Sun, Dec 20." in page
    assert alice.post(f"/people/{leader}/rhythm/wake", {}).status_code == 303
    assert "is back in the list" in alice.get("/rhythm").text


@pytest.mark.parametrize("day", ["", "soon", "2020-01-01", "2029-01-01", "2026-11-20"])
def test_a_day_to_put_off_to_has_to_be_ahead(alice, inside, leader, day):
    say(alice, leader)
    alice.get(f"/people/{leader}/rhythm/later")
    answer = alice.post(f"/people/{leader}/rhythm/later", {"to": "day", "day": day})
    assert answer.status_code == 422
    assert day in answer.text


def test_ended_and_brought_back_as_it_was(alice, inside, leader):
    say(alice, leader, how="own", ideal="45", latest="60")
    alice.get(f"/people/{leader}/rhythm")
    assert [alice.post(f"/people/{leader}/rhythm/end", {}).status_code for _ in range(2)] == [303, 303]
    page = alice.get(f"/people/{leader}").text
    assert "is not brought up by a rhythm any more" in page
    assert "You have not said how often" in page
    alice.post(f"/people/{leader}/rhythm/again?ideal=45&latest=60", {})
    assert "Every 45 days" in alice.get(f"/people/{leader}").text
    assert alice.post(f"/people/{leader}/rhythm/again?ideal=1&latest=x", {}).status_code == 404


def test_a_group_is_added_changed_deleted_and_back(alice, inside, leader):
    assert alice.get("/rhythm/groups/new").status_code == 200
    alice.post("/rhythm/groups/new", {"name": "Mentors", "ideal": "60", "latest": "120"})
    with inside() as session:
        group = rhythms.groups(session)[0]
        number, version = group.id, group.version
    assert say(alice, leader, how=f"group-{number}").status_code == 303
    assert "as the group Mentors" in alice.get(f"/people/{leader}").text
    told = {"name": "Mentors", "ideal": "30", "latest": "60"}
    assert alice.post(f"/rhythm/groups/{number}", {**told, "version": str(version)}).status_code == 303
    late = alice.post(f"/rhythm/groups/{number}", {**told, "name": "Guides", "version": str(version)})
    assert late.status_code == 409
    assert "Guides" in late.text
    alice.post(f"/rhythm/groups/{number}/delete", {})
    assert "The group Mentors is gone. 1 person keeps the rhythm." in alice.get("/rhythm").text
    alice.post(f"/rhythm/groups/{number}/again", {})
    assert "The group Mentors is back." in alice.get("/rhythm").text


def test_a_reviewer_reads_and_changes_nothing(invite, alice, inside, leader):
    say(alice, leader)
    reviewer = invite("reviewer")
    assert reviewer.get("/rhythm").status_code == 200
    assert reviewer.post(f"/people/{leader}/rhythm/end", {}).status_code in (400, 403)
    with inside() as session:
        assert session.query(Rhythm).count() == 1


def test_an_empty_list_says_how_it_begins(alice):
    assert "Nobody is planned in the next 30 days" in alice.get("/rhythm").text
