"""What the pages of accounts show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from outreach.accounts.members import is_open
from outreach.accounts.models import Invitation, Membership, SessionRecord, User, Workspace
from outreach.accounts.rules import SessionLimits
from outreach.db import WorkspaceSession


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One line of the list of sign-ins."""

    id: int
    device: str
    address_prefix: str
    created_at: datetime
    seen_at: datetime
    is_this: bool


@dataclass(frozen=True, slots=True)
class Member:
    """One line of the list of members; `id` is the membership's."""

    id: int
    user_id: int
    name: str
    email: str
    role: str
    since: datetime


@dataclass(frozen=True, slots=True)
class WorkspaceChoice:
    """A workspace that a user can go on in."""

    id: int
    name: str
    role: str


def open_sessions(
    session: WorkspaceSession, user_id: int, this_id: int, now: datetime, limits: SessionLimits
) -> list[OpenSession]:
    """A user's sign-ins that are still good: this one first, then the latest used."""
    query = select(SessionRecord).where(SessionRecord.user_id == user_id, SessionRecord.revoked_at.is_(None))
    lines = [
        OpenSession(row.id, row.device, row.address_prefix, row.created_at, row.seen_at, row.id == this_id)
        for row in session.scalars(query.order_by(SessionRecord.seen_at.desc(), SessionRecord.id.desc()))
        if not limits.ended(row.created_at, row.seen_at, now)
    ]
    return sorted(lines, key=lambda line: not line.is_this)


def members(session: WorkspaceSession) -> list[Member]:
    """The members of the session's workspace, in the order in which they came."""
    query = select(Membership, User).join(User, User.id == Membership.user_id).order_by(Membership.id)
    return [
        Member(member.id, user.id, user.name, user.email, member.role, member.created_at)
        for member, user in session.execute(query)
    ]


def member(session: WorkspaceSession, membership_id: int) -> Member | None:
    """One member of the session's workspace."""
    return next((one for one in members(session) if one.id == membership_id), None)


def open_invitations(session: WorkspaceSession, now: datetime) -> list[Invitation]:
    """The links that still let somebody into the session's workspace, newest first."""
    rows = session.scalars(select(Invitation).order_by(Invitation.id.desc()))
    return [row for row in rows if is_open(row, now)]


def workspaces_of(session: WorkspaceSession, user_id: int) -> list[WorkspaceChoice]:
    """All workspaces of a user, their own first. session: a system session."""
    query = (
        select(Workspace, Membership.role)
        .join(Membership, Membership.workspace_id == Workspace.id)
        .where(Membership.user_id == user_id)
        .order_by(Membership.id)
    )
    return [WorkspaceChoice(workspace.id, workspace.name, role) for workspace, role in session.execute(query)]


def user(session: WorkspaceSession, user_id: int) -> User:
    """The account itself. Raises: NoResultFound."""
    return session.get_one(User, user_id)
