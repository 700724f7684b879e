"""Password hashes."""

from __future__ import annotations

import pytest

from outreach.accounts import passwords

HASHER = passwords.HASHER
"""The real one: other tests hash with a cheap one, which is put there after the modules of tests are read."""


@pytest.fixture(autouse=True)
def _passwords_are_hashed_as_in_earnest(monkeypatch):
    monkeypatch.setattr(passwords, "HASHER", HASHER)


def test_a_hash_belongs_to_its_password_alone():
    stored = passwords.hash_of_password("river table ochre lantern")
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert passwords.is_right(stored, "river table ochre lantern")
    assert not passwords.is_right(stored, "river table ochre lanterN")
    assert stored != passwords.hash_of_password("river table ochre lantern")


def test_one_password_typed_on_two_systems_is_the_same():
    assert passwords.is_right(passwords.hash_of_password("Nu\u0301n\u0303ez ﬁne words"), "Núñez fine words")


def test_no_account_and_a_damaged_hash_have_no_right_password():
    for stored in (None, "", "nonsense", "$argon2id$v=19$m=1"):
        assert not passwords.is_right(stored, "nobody")


def test_any_characters_are_taken():
    for password in ("\x00" * 20, "\ud800" * 20, "x" * 100_000):
        assert passwords.is_right(passwords.hash_of_password(password), password)
