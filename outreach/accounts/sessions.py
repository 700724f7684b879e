"""Sign-ins as rows: who is behind a cookie, which sign-ins a user has open, and how they end."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Row, bindparam, case, delete, or_, select, update
from sqlalchemy.exc import OperationalError

from outreach.accounts.models import KnownDevice, Membership, SessionRecord, User, Workspace
from outreach.accounts.rules import SEEN_EVERY, SessionLimits, address_prefix, device_words
from outreach.db import Database, WorkspaceSession
from outreach.kept_statements import kept_statement
from outreach.security import ROLES, hash_of, new_token

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Client:
    """Where a request comes from: address and `User-Agent` as the server saw them, and the device cookie or ""."""

    address: str = ""
    user_agent: str = ""
    device_token: str = ""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The user of a request, in the workspace that is open in this browser: what `flask_login.current_user` is."""

    token: str
    session_id: int
    user_id: int
    name: str
    email: str
    workspace_id: int
    workspace_name: str
    role: str
    is_authenticated: bool = True
    is_active: bool = True
    is_anonymous: bool = False

    def get_id(self) -> str:
        """What the cookie holds: the session's token, not the user's number."""
        return self.token

    def may(self, role: str) -> bool:
        """Whether this member's role includes that one."""
        return ROLES.index(self.role) >= ROLES.index(role)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who is not signed in."""

    workspace_id: None = None
    role: str = ""
    is_authenticated: bool = False
    is_active: bool = False
    is_anonymous: bool = True

    def get_id(self) -> None:
        """Nobody has no number."""

    def may(self, _role: str) -> bool:
        """Nothing."""
        return False


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a cookie's token stands for: somebody signed in, somebody whose sign-in has ended, or nobody (both None)."""

    signed_in: SignedIn | None = None
    ended_user_id: int | None = None


def identify(database: Database, token: str, now: datetime, limits: SessionLimits) -> Identity:
    """Looks the token up and notes, once a minute, that it was used."""
    with database.open_reader() as session:
        found = session.execute(_BEHIND_TOKEN, {"token": hash_of(token)}).one_or_none()
        if found is None:
            return Identity()
        if found.revoked_at is not None or limits.ended(found.created_at, found.seen_at, now):
            return Identity(ended_user_id=found.user_id)
        opened = _opened(session, found.user_id, found.open_workspace_id)
    if opened is None:
        opened = _open_another(database, found.id, found.user_id)
    if opened is None:
        return Identity(ended_user_id=found.user_id)
    if now - found.seen_at >= SEEN_EVERY:
        _note_seen(database, found.id, now)
    return Identity(
        SignedIn(token, found.id, found.user_id, found.name, found.email, opened.id, opened.name, opened.role), None
    )


# Columns and not whole rows, and put together once: every request asks these two.
_BEHIND_TOKEN = kept_statement(select(
    SessionRecord.id, SessionRecord.user_id, SessionRecord.open_workspace_id, SessionRecord.created_at,
    SessionRecord.seen_at, SessionRecord.revoked_at, User.name, User.email,
).join(User, User.id == SessionRecord.user_id).where(SessionRecord.token_sha256 == bindparam("token")))  # fmt: skip
_OPEN_TO = kept_statement(
    select(Workspace.id, Workspace.name, Membership.role)
    .join(Membership, Membership.workspace_id == Workspace.id)
    .where(Membership.user_id == bindparam("user_id"))
)


def _opened(session: WorkspaceSession, user_id: int, workspace_id: int | None) -> Row[int, str, str] | None:
    """Id and name of the open workspace and the user's role there; None when the user is no member (any more)."""
    if workspace_id is None:
        return None
    session.enter(workspace_id)
    return session.execute(_OPEN_TO, {"user_id": user_id}).one_or_none()


def _open_another(database: Database, session_id: int, user_id: int) -> Row[int, str, str] | None:
    """For a member who was removed: goes on in a workspace of their own, so that nobody is shut out altogether."""
    with database.system_session("opening a workspace of a user at sign-in") as session:
        workspace_id = first_workspace_id(session, user_id)
        if workspace_id is None:
            return None
        open_workspace(session, session_id, workspace_id)
    with database.open_reader() as session:
        return _opened(session, user_id, workspace_id)


def first_workspace_id(session: WorkspaceSession, user_id: int) -> int | None:
    """The workspace that is opened for a user: their own first one, else the one they joined first.

    session: a system session, since the user's memberships lie in several workspaces.
    """
    owned_first = case((Membership.role == "owner", 0), else_=1)
    query = select(Membership.workspace_id).where(Membership.user_id == user_id).order_by(owned_first, Membership.id)
    return session.scalars(query.limit(1)).first()


def _last_open_workspace_id(session: WorkspaceSession, user_id: int) -> int | None:
    """The workspace in which the user worked last, if they still belong to it. session: as above."""
    still = (Membership.workspace_id == SessionRecord.open_workspace_id) & (Membership.user_id == user_id)
    query = select(SessionRecord.open_workspace_id).join(Membership, still).where(SessionRecord.user_id == user_id)
    return session.scalars(query.order_by(SessionRecord.seen_at.desc(), SessionRecord.id.desc()).limit(1)).first()


def _note_seen(database: Database, session_id: int, now: datetime) -> None:
    """Only the time, and only while the sign-in stands: it must not bring back one that was ended in between."""
    is_open = (SessionRecord.id == session_id, SessionRecord.revoked_at.is_(None), SessionRecord.seen_at < now)
    try:
        with database.open_session() as session:
            session.execute(update(SessionRecord).where(*is_open).values(seen_at=now))
    except OperationalError:
        # A full disk or a busy database must not cost anybody a page that only reads.
        log.warning("event=session_not_noted session=%d", session_id)


@dataclass(frozen=True, slots=True)
class NewSession:
    """The two tokens for the browser: of the sign-in, and of the device by which it is known next time."""

    token: str
    device_token: str


def start(
    database: Database, user_id: int, client: Client, now: datetime, workspace_id: int | None = None
) -> NewSession:
    """Opens a sign-in, in this workspace, the one last worked in or the first one, and remembers the device.

    Always with a new token, whatever the browser held before.
    """
    token = new_token()
    with database.system_session("opening a workspace of a user at sign-in") as session:
        session.add(
            SessionRecord(
                token_sha256=hash_of(token),
                user_id=user_id,
                open_workspace_id=workspace_id
                or _last_open_workspace_id(session, user_id)
                or first_workspace_id(session, user_id),
                created_at=now,
                seen_at=now,
                address_prefix=address_prefix(client.address),
                device=device_words(client.user_agent),
            )
        )
        return NewSession(token, _remember_device(session, user_id, client.device_token, now))


def _remember_device(session: WorkspaceSession, user_id: int, device_token: str, now: datetime) -> str:
    known = device_of(session, user_id, device_token)
    if known is not None:
        known.seen_at = now
        return device_token
    token = new_token()
    session.add(KnownDevice(token_sha256=hash_of(token), user_id=user_id, seen_at=now))
    return token


def device_of(session: WorkspaceSession, user_id: int, device_token: str) -> KnownDevice | None:
    """The device with this token, if this user has signed in with it."""
    if not device_token:
        return None
    query = select(KnownDevice).where(KnownDevice.token_sha256 == hash_of(device_token), KnownDevice.user_id == user_id)
    return session.scalars(query).one_or_none()


def end(session: WorkspaceSession, user_id: int, session_id: int, now: datetime) -> bool:
    """Ends one sign-in of this user; False when there is no such one open."""
    own = (SessionRecord.id == session_id, SessionRecord.user_id == user_id, SessionRecord.revoked_at.is_(None))
    result = session.execute(update(SessionRecord).where(*own).values(revoked_at=now))
    return bool(getattr(result, "rowcount", 0))


def end_all(session: WorkspaceSession, user_id: int, now: datetime, except_id: int | None = None) -> None:
    """Ends every sign-in of this user, or every other one, and lets the other devices count as unknown."""
    own = [SessionRecord.user_id == user_id, SessionRecord.revoked_at.is_(None)]
    if except_id is not None:
        own.append(SessionRecord.id != except_id)
    session.execute(update(SessionRecord).where(*own).values(revoked_at=now))


def forget_devices(session: WorkspaceSession, user_id: int, except_token: str = "") -> None:
    """After a new password, only the browser that set it is known."""
    query = delete(KnownDevice).where(KnownDevice.user_id == user_id)
    if except_token:
        query = query.where(KnownDevice.token_sha256 != hash_of(except_token))
    session.execute(query)


def renew(session: WorkspaceSession, session_id: int) -> str:
    """Gives an open sign-in a new token; the old one is worth nothing from then on."""
    token = new_token()
    session.execute(update(SessionRecord).where(SessionRecord.id == session_id).values(token_sha256=hash_of(token)))
    return token


def open_workspace(session: WorkspaceSession, session_id: int, workspace_id: int) -> None:
    """Lets this sign-in go on in another workspace. Whether the user is a member was asked before."""
    session.execute(update(SessionRecord).where(SessionRecord.id == session_id).values(open_workspace_id=workspace_id))


def forget_old(session: WorkspaceSession, now: datetime, limits: SessionLimits) -> int:
    """Removes sign-ins that ended a while ago, and devices whose cookie is gone by now; returns how many sign-ins."""
    kept_from = now - 2 * limits.absolute
    over = or_(SessionRecord.revoked_at < kept_from, SessionRecord.seen_at < kept_from)
    result = session.execute(delete(SessionRecord).where(over))
    session.execute(delete(KnownDevice).where(KnownDevice.seen_at < now - timedelta(days=400)))
    return int(getattr(result, "rowcount", 0))
