"""Who works in a workspace: invitations, roles, leaving."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from outreach.accounts.models import Invitation, Membership, SessionRecord, User, Workspace
from outreach.accounts.operations import add_account
from outreach.accounts.rules import INVITATION_DAYS
from outreach.db import WorkspaceSession
from outreach.errors import Expired, NotFound, Refused
from outreach.security import hash_of, new_token
from outreach.sent_twice import hold, just_made


class InvitationExpired(Expired):
    """An invitation that is over, was used or withdrawn, or never was: all told alike."""

    advice = "Nothing was changed. Ask whoever invited you for a new link."


@dataclass(frozen=True, slots=True)
class Invited:
    """What the page behind an invitation's link says."""

    workspace_id: int
    workspace_name: str
    role: str
    invited_by: str
    email: str


def invite(session: WorkspaceSession, role: str, invited_by_id: int, now: datetime) -> str:
    """Makes an invitation that is handed over as a link, and returns the link's token: it cannot be shown again."""
    token = new_token()
    _add(session, role, invited_by_id, now, token=token)
    return token


def invite_by_mail(
    session: WorkspaceSession, role: str, email: str, invited_by_id: int, now: datetime
) -> Invitation | None:
    """Makes an invitation whose link the job that mails it will make; None when it was made a moment ago."""
    hold(session, User.id, invited_by_id)
    said = {"role": role, "email": email, "invited_by_id": invited_by_id, "accepted_at": None, "withdrawn_at": None}
    same = just_made(session, Invitation, now, **said)
    return None if same is not None else _add(session, role, invited_by_id, now, email=email)


def _add(
    session: WorkspaceSession,
    role: str,
    invited_by_id: int,
    now: datetime,
    *,
    token: str = "",
    email: str | None = None,
) -> Invitation:
    invitation = Invitation(
        token_sha256=hash_of(token) if token else None,
        role=role,
        email=email,
        invited_by_id=invited_by_id,
        created_at=now,
        expires_at=now + timedelta(days=INVITATION_DAYS),
    )
    session.add(invitation)
    session.flush()
    return invitation


def new_link(session: WorkspaceSession, invitation_id: int, now: datetime) -> tuple[Invitation, str] | None:
    """A new token for an invitation that is still open (the one before stops working), or None."""
    invitation = session.get(Invitation, invitation_id)
    if invitation is None or not is_open(invitation, now):
        return None
    token = new_token()
    invitation.token_sha256 = hash_of(token)
    session.flush()
    return invitation, token


def is_open(invitation: Invitation, now: datetime) -> bool:
    """Whether somebody can still come in by it."""
    return invitation.accepted_at is None and invitation.withdrawn_at is None and invitation.expires_at > now


def withdraw(session: WorkspaceSession, invitation_id: int, now: datetime) -> None:
    """Makes a link worthless. Raises: NotFound."""
    invitation = session.get(Invitation, invitation_id)
    if invitation is None:
        raise NotFound
    if invitation.accepted_at is None and invitation.withdrawn_at is None:
        invitation.withdrawn_at = now


def invited_by_link(session: WorkspaceSession, token: str, now: datetime) -> Invited:
    """What a link leads to. session: a system session. Raises: InvitationExpired."""
    invitation = _open_invitation(session, token, now)
    workspace = session.get_one(Workspace, invitation.workspace_id)
    inviter = session.get_one(User, invitation.invited_by_id)
    return Invited(workspace.id, workspace.name, invitation.role, inviter.name, invitation.email or "")


def _open_invitation(session: WorkspaceSession, token: str, now: datetime) -> Invitation:
    query = select(Invitation).where(Invitation.token_sha256 == hash_of(token))
    invitation = session.scalars(query).one_or_none()
    if invitation is None or not is_open(invitation, now):
        raise InvitationExpired
    return invitation


def join(session: WorkspaceSession, token: str, user_id: int, now: datetime) -> int:
    """Lets a user in by a link, once, and returns the workspace's number.

    session: a system session. Raises: InvitationExpired; Refused for somebody who is a member already.
    """
    invitation = _open_invitation(session, token, now)
    unused = (Invitation.id == invitation.id, Invitation.accepted_at.is_(None), Invitation.withdrawn_at.is_(None))
    taken = session.execute(update(Invitation).where(*unused).values(accepted_at=now))
    if not getattr(taken, "rowcount", 0):
        raise InvitationExpired
    member = Membership(workspace_id=invitation.workspace_id, user_id=user_id, role=invitation.role, created_at=now)
    session.add(member)
    try:
        session.flush()
    except IntegrityError as error:
        raise Refused("You are a member of this workspace already.") from error
    return invitation.workspace_id


def join_with_new_account(
    session: WorkspaceSession, token: str, name: str, email: str, new_hash: str, now: datetime
) -> tuple[int, int]:
    """Makes an account and lets it in, both or neither; returns the numbers of user and workspace.

    session: a system session. Raises: InvitationExpired, AddressTaken.
    """
    user = add_account(session, name, email, new_hash, now)
    return user.id, join(session, token, user.id, now)


def change_role(session: WorkspaceSession, membership_id: int, role: str) -> None:
    """Gives a member another role. Raises: NotFound; Refused for the last owner."""
    member = _member(session, membership_id)
    if member.role == "owner" and role != "owner":
        _keep_an_owner(session)
    member.role = role


def remove(session: WorkspaceSession, membership_id: int) -> None:
    """Lets a member go; their open windows go on in a workspace of their own. Raises: NotFound; Refused."""
    member = _member(session, membership_id)
    if member.role == "owner":
        _keep_an_owner(session)
    here = (SessionRecord.user_id == member.user_id, SessionRecord.open_workspace_id == member.workspace_id)
    session.execute(update(SessionRecord).where(*here).values(open_workspace_id=None))
    session.delete(member)
    session.flush()


def _member(session: WorkspaceSession, membership_id: int) -> Membership:
    member = session.get(Membership, membership_id)
    if member is None:
        raise NotFound
    return member


def _keep_an_owner(session: WorkspaceSession) -> None:
    owners = session.scalar(select(func.count()).select_from(Membership).where(Membership.role == "owner"))
    if (owners or 0) < 2:
        raise Refused("A workspace needs an owner. Make somebody else an owner first.")


def is_member(session: WorkspaceSession, user_id: int, workspace_id: int) -> bool:
    """Whether the user belongs to that workspace. session: a system session."""
    query = select(Membership.id).where(Membership.user_id == user_id, Membership.workspace_id == workspace_id)
    return session.scalar(query) is not None


def rename(session: WorkspaceSession, workspace_id: int, name: str) -> None:
    """Gives the workspace another name."""
    session.get_one(Workspace, workspace_id).name = name
