"""Sign-ins as rows."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from outreach.accounts import operations, sessions
from outreach.accounts.models import SessionRecord
from outreach.accounts.rules import SessionLimits
from outreach.accounts.sessions import Client, Identity
from outreach.security import hash_of

LIMITS = SessionLimits(idle=timedelta(hours=12), absolute=timedelta(days=14))


@pytest.fixture
def user_id(database, clock):
    return operations.create_first_account(database, "Alice", "a@example.org", "no hash", clock())


def test_a_cookie_stands_for_its_user_until_its_sign_in_ends(database, clock, user_id):
    opened = sessions.start(database, user_id, Client("192.0.2.7", "Firefox on Linux"), clock())
    found = sessions.identify(database, opened.token, clock(), LIMITS).signed_in
    assert (found.user_id, found.role, found.workspace_name) == (user_id, "owner", "Alice’s workspace")
    with database.open_session() as session:
        assert sessions.end(session, user_id, found.session_id, clock())
        assert not sessions.end(session, user_id, found.session_id, clock())
    assert sessions.identify(database, opened.token, clock(), LIMITS) == Identity(ended_user_id=user_id)


def test_an_unknown_cookie_stands_for_nobody(database, clock, user_id):
    for token in ("", "x", "\x00", "é" * 1000):
        assert sessions.identify(database, token, clock(), LIMITS) == Identity()


def test_only_the_hash_of_a_cookie_is_stored(database, clock, user_id):
    opened = sessions.start(database, user_id, Client(), clock())
    with database.open_reader() as session:
        assert session.query(SessionRecord).one().token_sha256 == hash_of(opened.token)


def test_a_request_that_runs_while_another_signs_out_brings_nothing_back(database, clock, user_id):
    for _ in range(10):
        opened = sessions.start(database, user_id, Client(), clock())
        number = sessions.identify(database, opened.token, clock(), LIMITS).signed_in.session_id
        later = clock() + timedelta(minutes=2)

        def leave(number=number):
            with database.open_session() as session:
                sessions.end(session, user_id, number, clock())

        with ThreadPoolExecutor(5) as pool:
            jobs = [pool.submit(sessions.identify, database, opened.token, later, LIMITS) for _ in range(4)]
            jobs.append(pool.submit(leave))
            for job in jobs:
                job.result()
        assert sessions.identify(database, opened.token, later, LIMITS).signed_in is None


def test_the_last_use_is_noted_once_a_minute(database, clock, user_id):
    opened = sessions.start(database, user_id, Client(), clock())
    for seconds, noted in ((30, 0), (59, 0), (60, 60), (90, 60), (125, 125)):
        sessions.identify(database, opened.token, clock() + timedelta(seconds=seconds), LIMITS)
        with database.open_reader() as session:
            assert session.query(SessionRecord).one().seen_at == clock() + timedelta(seconds=noted)


def test_a_known_device_keeps_its_token_and_another_users_is_not_taken(database, clock, user_id):
    first = sessions.start(database, user_id, Client(), clock())
    again = sessions.start(database, user_id, Client(device_token=first.device_token), clock())
    assert again.device_token == first.device_token
    with database.system_session("making another account") as session:
        other = operations.add_account(session, "Ben", "b@example.org", "no hash", clock()).id
    assert (
        sessions.start(database, other, Client(device_token=first.device_token), clock()).device_token
        != first.device_token
    )
