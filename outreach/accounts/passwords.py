"""Password hashes: argon2id, renewed at sign-in when its parameters have changed, and equally slow for no account."""

from __future__ import annotations

import threading
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from outreach.accounts.password_rules import password_form

HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""19 MiB, two passes, one lane: what OWASP's Password Storage Cheat Sheet asks at least (read 2026-11). Less memory
than argon2-cffi's default of 64 MiB, because the server of one laptop should stay below 100 MiB."""

_AT_ONCE = threading.BoundedSemaphore(4)
"""So that a hundred sign-ins at the same moment wait for each other instead of taking 2 GiB."""


def hash_of_password(password: str) -> str:
    """The argon2id hash that is stored, with its parameters and salt in it."""
    with _AT_ONCE:
        return HASHER.hash(_bytes(password))


def is_right(password_hash: str | None, password: str) -> bool:
    """Whether the password belongs to the hash. Without a hash, False after the same work: no clock says who exists."""
    with _AT_ONCE:
        try:
            return HASHER.verify(password_hash or _nobodys_hash(), _bytes(password)) and bool(password_hash)
        except (VerificationError, InvalidHashError):
            return False


def is_outdated(password_hash: str) -> bool:
    """Whether the hash was made with other parameters than today's."""
    return HASHER.check_needs_rehash(password_hash)


def _bytes(password: str) -> bytes:
    return password_form(password).encode("utf-8", "surrogatepass")


@cache
def _nobodys_hash() -> str:
    return HASHER.hash(b"nobody")
