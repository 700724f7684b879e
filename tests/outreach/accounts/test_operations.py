"""Accounts as rows."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from outreach.accounts import operations
from outreach.accounts.models import Membership, PasswordReset, User


def test_of_twenty_first_accounts_at_the_same_moment_one_is_made(database, clock):
    barrier = threading.Barrier(20)

    def sign_up(number):
        barrier.wait()
        try:
            return operations.create_first_account(database, "Alice", f"a{number}@example.org", "no hash", clock())
        except operations.SignUpClosed:
            return None

    with ThreadPoolExecutor(20) as pool:
        made = [user for user in pool.map(sign_up, range(20)) if user is not None]
    assert len(made) == 1
    with database.system_reader("counting accounts") as session:
        assert session.query(User).count() == 1
        assert session.query(Membership).count() == 1


def test_when_the_only_account_is_removed_the_page_for_the_first_one_opens_again(database, clock):
    user_id = operations.create_first_account(database, "Alice", "a@example.org", "no hash", clock())
    with database.system_session("removing an account") as session:
        session.delete(session.get(User, user_id))
    assert operations.create_first_account(database, "Alice", "a@example.org", "no hash", clock()) != user_id


def test_a_new_password_withdraws_every_open_link(database, clock):
    user_id = operations.create_first_account(database, "Alice", "a@example.org", "no hash", clock())
    with database.open_session() as session:
        token = operations.new_reset_token(session, user_id, clock())
        operations.set_password(session, user_id, "another hash", clock())
        with pytest.raises(operations.ResetExpired):
            operations.user_of_reset(session, token, clock())


def test_two_windows_with_one_link_set_one_password(database, clock):
    user_id = operations.create_first_account(database, "Alice", "a@example.org", "no hash", clock())
    with database.open_session() as session:
        token = operations.new_reset_token(session, user_id, clock())

    def use(number):
        try:
            with database.open_session() as session:
                operations.reset_password(session, token, f"hash {number}", clock())
        except operations.ResetExpired:
            return 0
        return 1

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(use, range(8))) == 1


def test_old_links_are_removed(database, clock):
    user_id = operations.create_first_account(database, "Alice", "a@example.org", "no hash", clock())
    with database.open_session() as session:
        operations.new_reset_token(session, user_id, clock())
    clock.move(hours=3)
    with database.open_session() as session:
        operations.forget_old_resets(session, clock())
        assert session.query(PasswordReset).count() == 0
