"""Signing in: the guess that is counted, the password, and the second step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, select, update

from outreach.accounts import passwords, throttle, two_step
from outreach.accounts.models import RecoveryCode, User
from outreach.accounts.rules import (
    CODES_PER_ACCOUNT,
    CODES_PER_DAY,
    PER_ACCOUNT,
    PER_ADDRESS,
    PER_DEVICE,
    address_bucket,
    email_key,
    recovery_form,
)  # fmt: skip
from outreach.accounts.sessions import Client, device_of
from outreach.accounts.throttle import Counted
from outreach.db import Database
from outreach.security import hash_of


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a guess: a user, or nobody; and when it was not even looked at, how long to wait."""

    user: User | None = None
    wait: timedelta | None = None


def check_password(database: Database, email: str, password: str, client: Client, now: datetime) -> Answer:
    """Takes a guess, in the same time whether there is such an account or not."""
    key = email_key(email)
    with database.open_reader() as session:
        user = session.scalars(select(User).where(User.email_key == key)).one_or_none()
        known = user is not None and device_of(session, user.id, client.device_token) is not None
    counted = _counted(key, client, is_known=known)
    place = throttle.take(database, counted, now)
    if place.wait is not None:
        return Answer(wait=place.wait)
    right = passwords.is_right(user.password_hash if user else None, password)
    if user is None or not right:
        return Answer()
    throttle.give_back(database, counted, place, now)
    if passwords.is_outdated(user.password_hash):
        _hash_anew(database, user, password)
    return Answer(user=user)


def _counted(key: str, client: Client, *, is_known: bool) -> tuple[Counted, ...]:
    if is_known:
        return (Counted("device", hash_of(client.device_token), PER_DEVICE),)
    return (
        Counted("account", key, PER_ACCOUNT),
        Counted("address", address_bucket(client.address), PER_ADDRESS),
    )


def check_own_password(database: Database, user_id: int, password: str, now: datetime) -> Answer:
    """Whether somebody signed in knows the password of this account; counted, since a browser may stand open."""
    with database.open_reader() as session:
        user = session.get(User, user_id)
    counted = (Counted("own", str(user_id), PER_ACCOUNT),)
    place = throttle.take(database, counted, now)
    if place.wait is not None:
        return Answer(wait=place.wait)
    if not passwords.is_right(user.password_hash if user else None, password):
        return Answer()
    throttle.give_back(database, counted, place, now)
    return Answer(user=user)


def _hash_anew(database: Database, user: User, password: str) -> None:
    """Stores the hash with today's parameters, unless the password was changed at the same moment."""
    unchanged = (User.id == user.id, User.password_hash == user.password_hash)
    renewed = passwords.hash_of_password(password)
    with database.open_session() as session:
        session.execute(update(User).where(*unchanged).values(password_hash=renewed))
    user.password_hash = renewed


def check_code(database: Database, user_id: int, code: str, keys: Sequence[str], now: datetime) -> Answer:
    """The second step: a code of the app, or a recovery code; each works once."""
    counted = (
        Counted("code", str(user_id), CODES_PER_ACCOUNT),
        Counted("code of the day", str(user_id), CODES_PER_DAY),
    )
    place = throttle.take(database, counted, now)
    if place.wait is not None:
        return Answer(wait=place.wait)
    with database.open_session() as session:
        user = session.get(User, user_id)
        if user is None or user.two_step_salt is None:
            return Answer()
        step = two_step.step_of(keys, user.two_step_salt, code, now, after=user.two_step_last)
        if step is not None:
            unused = (User.id == user_id, or_(User.two_step_last.is_(None), User.two_step_last < step))
            used = session.execute(update(User).where(*unused).values(two_step_last=step))
        else:
            own = (RecoveryCode.user_id == user_id, RecoveryCode.code_sha256 == hash_of(recovery_form(code)))
            used = session.execute(update(RecoveryCode).where(*own, RecoveryCode.used_at.is_(None)).values(used_at=now))
        if not getattr(used, "rowcount", 0):
            return Answer()
    throttle.give_back(database, counted, place, now)
    return Answer(user=user)
