"""What happened, and what was promised, is found by its words, and not once it is out of sight."""

from __future__ import annotations

import pytest

from outreach.search import search
from tests import factories, ledger_factories
from tests.factories import NOON


@pytest.fixture
def session(each_database):
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        yield session


def found(session, question):
    return {(one.kind, one.path) for one in search(session, question, kinds=("touch", "promise"))}


def test_a_touch_and_a_promise_are_found_by_their_words(session):
    leader = factories.make_person(session, name="Inés Okafor-Lindqvist")
    touch = ledger_factories.make_give(session, leader, what="Figures on boarding", helped_words="Used at the retreat")
    promise = ledger_factories.make_promise(session, leader, what="Send the transfer form")
    assert found(session, "boarding") == {("touch", f"/touches/{touch.id}")}
    assert found(session, "retreat") == {("touch", f"/touches/{touch.id}")}
    assert found(session, "transfer form") == {("promise", f"/promises/{promise.id}")}


def test_what_was_deleted_or_is_about_somebody_deleted_is_not_found(session):
    leader = factories.make_person(session)
    touch = ledger_factories.make_give(session, leader, what="Figures on boarding")
    promise = ledger_factories.make_promise(session, leader, what="Send the boarding form")
    touch.deleted_at = NOON
    session.flush()
    assert found(session, "boarding") == {("promise", f"/promises/{promise.id}")}
    leader.deleted_at = NOON
    session.flush()
    assert found(session, "boarding") == set()
    leader.deleted_at = None
    session.flush()
    assert found(session, "boarding") == {("promise", f"/promises/{promise.id}")}


def test_advice_and_recommendations_are_found_by_what_came_of_them(session):
    leader = factories.make_person(session)
    advice = ledger_factories.make_advice(
        session, leader, tried="Sat in", tried_on=NOON.date(), outcome="Fewer huddles"
    )
    book = ledger_factories.make_recommendation(session, leader, read_on=NOON.date(), thoughts="Begin at the door")
    asked = {"kinds": ("advice", "recommendation")}
    assert [one.path for one in search(session, "huddles", **asked)] == [f"/advice/{advice.id}"]
    (found_book,) = search(session, "begin at the door", **asked)
    assert found_book.path == f"/recommendations/{book.id}"
    assert found_book.beside.startswith("Read · ")
    advice.deleted_at = book.deleted_at = NOON
    session.flush()
    assert search(session, "huddles", **asked) == search(session, "door", **asked) == ()
