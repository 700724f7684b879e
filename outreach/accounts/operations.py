"""What happens to accounts: made, changed, given a new password, secured by a second step. `now` is an argument.

Slow work (hashing) is done before the session that writes, on which others wait: `new_hash` comes as an argument.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import IntegrityError

from outreach.accounts import sessions, two_step
from outreach.accounts.models import FirstAccount, Membership, PasswordReset, RecoveryCode, User, Workspace
from outreach.accounts.rules import RESET_FOR, email_key, recovery_form
from outreach.db import Database, WorkspaceSession
from outreach.errors import AppError, Expired
from outreach.security import hash_of, new_token


class SignUpClosed(AppError):
    """There is an account already, so further ones are made by invitation only."""

    status = 403
    title = "This Groundwork has its first account already"
    advice = "Sign in, or ask its owner for an invitation."


class AddressTaken(Exception):
    """Another account has this e-mail address; the form says so."""


class ResetExpired(Expired):
    """A link for a new password that is over, was used, or never was."""

    advice = "Nothing was changed. Ask for a new link on the page to sign in."


def create_first_account(database: Database, name: str, email: str, new_hash: str, now: datetime) -> int:
    """Makes the first account and its workspace and returns the user's number.

    Raises: SignUpClosed when there is one, also when another browser was a moment quicker.
    """
    try:
        with database.system_session("making the first account") as session:
            if not sign_up_is_open(session):
                raise SignUpClosed
            user = add_account(session, name, email, new_hash, now)
            session.add(FirstAccount(id=1, user_id=user.id))
            session.flush()
            return user.id
    except IntegrityError as error:
        raise SignUpClosed from error


def sign_up_is_open(session: WorkspaceSession) -> bool:
    """Whether nobody has an account yet."""
    return session.scalar(select(User.id).limit(1)) is None


def add_account(session: WorkspaceSession, name: str, email: str, new_hash: str, now: datetime) -> User:
    """Adds a user with a workspace of their own.

    session: a system session, since the new workspace is not the session's. Raises: AddressTaken.
    """
    if user_by_email(session, email) is not None:
        raise AddressTaken
    user = User(
        name=name,
        email=email,
        email_key=email_key(email),
        password_hash=new_hash,
        password_changed_at=now,
        created_at=now,
    )
    workspace = Workspace(name=_workspace_name(name), created_at=now)
    session.add_all([user, workspace])
    session.flush()
    session.add(Membership(workspace_id=workspace.id, user_id=user.id, role="owner", created_at=now))
    session.flush()
    return user


def _workspace_name(name: str) -> str:
    return f"{name[:180]}’s workspace"


def user_by_email(session: WorkspaceSession, email: str) -> User | None:
    """The account with this address, however it is written."""
    return session.scalars(select(User).where(User.email_key == email_key(email))).one_or_none()


def change_details(session: WorkspaceSession, user_id: int, name: str, email: str) -> None:
    """Changes name and address. Raises: AddressTaken."""
    user = session.get_one(User, user_id)
    other = user_by_email(session, email)
    if other is not None and other.id != user_id:
        raise AddressTaken
    user.name, user.email, user.email_key = name, email, email_key(email)
    try:
        session.flush()
    except IntegrityError as error:
        raise AddressTaken from error


# --- passwords ----------------------------------------------------------------------------------------------------


def set_password(
    session: WorkspaceSession,
    user_id: int,
    new_hash: str,
    now: datetime,
    *,
    keep: int | None = None,
    device_token: str = "",
) -> str:
    """Sets a new password, ends all other sign-ins, forgets the other devices and withdraws open links.

    keep: the sign-in that goes on; its new token is returned ("" without one).
    """
    changed = {"password_hash": new_hash, "password_changed_at": now}
    session.execute(update(User).where(User.id == user_id).values(changed))
    sessions.end_all(session, user_id, now, except_id=keep)
    sessions.forget_devices(session, user_id, except_token=device_token)
    is_open = (PasswordReset.user_id == user_id, PasswordReset.used_at.is_(None))
    session.execute(update(PasswordReset).where(*is_open).values(used_at=now))
    return sessions.renew(session, keep) if keep is not None else ""


def new_reset_token(session: WorkspaceSession, user_id: int, now: datetime) -> str:
    """The token of a link that sets a new password once, within an hour."""
    token = new_token()
    session.add(PasswordReset(token_sha256=hash_of(token), user_id=user_id, created_at=now, expires_at=now + RESET_FOR))
    session.flush()
    return token


def user_of_reset(session: WorkspaceSession, token: str, now: datetime) -> User:
    """Whose password a link sets. Raises: ResetExpired, the same for one that is over and one that never was."""
    query = select(User).join(PasswordReset, PasswordReset.user_id == User.id)
    user = session.scalars(
        query.where(
            PasswordReset.token_sha256 == hash_of(token),
            PasswordReset.used_at.is_(None),
            PasswordReset.expires_at > now,
        )
    ).one_or_none()
    if user is None:
        raise ResetExpired
    return user


def reset_password(session: WorkspaceSession, token: str, new_hash: str, now: datetime) -> User:
    """Uses a link up and sets the password; every sign-in of the user ends. Raises: ResetExpired."""
    user = user_of_reset(session, token, now)
    own = (PasswordReset.token_sha256 == hash_of(token), PasswordReset.used_at.is_(None))
    used = session.execute(update(PasswordReset).where(*own).values(used_at=now))
    if not getattr(used, "rowcount", 0):
        raise ResetExpired
    set_password(session, user.id, new_hash, now)
    return user


def forget_old_resets(session: WorkspaceSession, now: datetime) -> None:
    """Removes links that are over."""
    session.execute(delete(PasswordReset).where(PasswordReset.expires_at < now - RESET_FOR))


# --- two-step sign-in ---------------------------------------------------------------------------------------------


def confirm_two_step(session: WorkspaceSession, user_id: int, salt: str, step: int, now: datetime) -> tuple[str, ...]:
    """Turns the second step on and returns the recovery codes; () if it was on already.

    salt: that of the secret which the app was shown; step: the 30 seconds whose code it gave.
    """
    user = session.get_one(User, user_id)
    if user.two_step_since is not None:
        return ()
    user.two_step_salt, user.two_step_since, user.two_step_last = salt, now, step
    return new_recovery_codes(session, user_id)


def new_recovery_codes(session: WorkspaceSession, user_id: int) -> tuple[str, ...]:
    """Ten new codes instead of all earlier ones. Stored as hashes, so this is the only time they can be shown."""
    session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user_id))
    codes = two_step.new_recovery_codes()
    session.add_all(RecoveryCode(user_id=user_id, code_sha256=hash_of(recovery_form(code))) for code in codes)
    session.flush()
    return codes


def turn_off_two_step(session: WorkspaceSession, user_id: int) -> None:
    """Asks for the password alone again."""
    off = {"two_step_salt": None, "two_step_since": None, "two_step_last": None}
    session.execute(update(User).where(User.id == user_id).values(off))
    session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user_id))


def recovery_codes_left(session: WorkspaceSession, user_id: int) -> int:
    """How many recovery codes were not used yet."""
    query = select(func.count()).select_from(RecoveryCode)
    own = (RecoveryCode.user_id == user_id, RecoveryCode.used_at.is_(None))
    return session.scalar(query.where(*own)) or 0
