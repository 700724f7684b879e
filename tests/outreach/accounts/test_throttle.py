"""Counting in the database."""

from __future__ import annotations

from datetime import timedelta

from outreach.accounts import throttle
from outreach.accounts.models import LoginAttempt
from outreach.accounts.rules import Limit
from outreach.accounts.throttle import Counted

TWO = Limit(2, timedelta(minutes=1))


def test_a_place_is_taken_in_all_or_in_none(database, clock):
    a, b = Counted("a", "x", TWO), Counted("b", "y", Limit(1, timedelta(minutes=1)))
    assert throttle.take(database, (a, b), clock()).wait is None
    refused = throttle.take(database, (a, b), clock())
    assert refused.wait == timedelta(minutes=1)
    assert throttle.take(database, (a,), clock()).wait is None, "the refused one took no place"


def test_what_is_counted_is_stored_as_a_hash(database, clock):
    throttle.take(database, (Counted("account", "alice@example.org", TWO),), clock())
    with database.open_reader() as session:
        row = session.query(LoginAttempt).one()
    assert "alice" not in row.bucket
    assert len(row.bucket) == 64


def test_giving_back_frees_one_place(database, clock):
    counted = (Counted("a", "x", TWO),)
    first = throttle.take(database, counted, clock())
    throttle.take(database, counted, clock())
    throttle.give_back(database, counted, first, clock())
    assert throttle.take(database, counted, clock()).wait is None
    assert throttle.take(database, counted, clock()).wait is not None


def test_a_clock_that_was_set_back_frees_nothing(database, clock):
    counted = (Counted("a", "x", TWO),)
    throttle.take(database, counted, clock())
    throttle.take(database, counted, clock())
    clock.move(hours=-5)
    refused = throttle.take(database, counted, clock())
    assert timedelta(0) < refused.wait <= timedelta(minutes=1)


def test_old_counts_are_removed(database, clock):
    throttle.take(database, (Counted("a", "x", TWO),), clock())
    clock.move(days=3)
    with database.open_session() as session:
        assert throttle.forget_old(session, clock()) == 1


def test_what_is_refused_leaves_no_row(database, clock):
    address = Counted("address", "192.0.2.1", TWO)
    for number in range(50):
        throttle.take(database, (Counted("account", str(number), TWO), address), clock())
    with database.open_reader() as session:
        assert session.query(LoginAttempt).count() == 3
