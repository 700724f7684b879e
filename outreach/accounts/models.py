"""Users, their workspaces, and what lets them in: sessions, devices, invitations, codes, counted guesses.

No token is stored here, only its SHA-256; no password, only its argon2 hash; and of a two-step sign-in only the salt
from which, with the server's key, the secret is derived again (`two_step.py`).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach.db import Base, Id, Json, Owned


class User(Base):
    """Somebody who can sign in. What belongs to the work belongs to a workspace, not to the user."""

    __tablename__ = "user_account"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(254))
    email_key: Mapped[str] = mapped_column(String(300), unique=True)
    """`rules.email_key(email)`: one account for an address, however it is written."""
    password_hash: Mapped[str] = mapped_column(String(300))
    password_changed_at: Mapped[datetime]
    created_at: Mapped[datetime]
    two_step_salt: Mapped[str | None] = mapped_column(String(64))
    two_step_since: Mapped[datetime | None]
    """When the first code was given; while it is empty the salt is only offered and nothing is asked at sign-in."""
    two_step_last: Mapped[int | None]
    """The number of the last 30 seconds whose code was used, so that no code counts twice."""

    memberships: Mapped[list[Membership]] = relationship(back_populates="user", passive_deletes=True)


class FirstAccount(Base):
    """One row at most: two browsers that make the first account at the same moment cannot both succeed."""

    __tablename__ = "first_account"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"))


class Workspace(Base):
    """What one newcomer works in, alone or with those whom they invited. Everything owned belongs to one."""

    __tablename__ = "workspace"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime]


class Membership(Owned, Base):
    """A user in a workspace, with a role."""

    __tablename__ = "membership"
    __table_args__ = (
        UniqueConstraint("workspace_id", "user_id"),
        CheckConstraint("role IN ('owner', 'editor', 'reviewer')", name="role"),
    )

    id: Mapped[Id]
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), index=True)
    role: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[datetime]

    user: Mapped[User] = relationship(back_populates="memberships")


class Invitation(Owned, Base):
    """A link that lets one person into a workspace, once."""

    __tablename__ = "invitation"
    __table_args__ = (CheckConstraint("role IN ('editor', 'reviewer')", name="role"),)

    id: Mapped[Id]
    token_sha256: Mapped[str | None] = mapped_column(String(64), unique=True)
    """Empty while a link that goes by mail has not been made: the job that mails it makes it."""
    role: Mapped[str] = mapped_column(String(20))
    email: Mapped[str | None] = mapped_column(String(254))
    """Whom it is mailed to; empty for a link that is handed over in another way."""
    invited_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    mailed_at: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]


class SessionRecord(Base):
    """A sign-in on one browser. The cookie is worth what this row says, so it can be ended from elsewhere."""

    __tablename__ = "sign_in_session"

    id: Mapped[Id]
    token_sha256: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), index=True)
    open_workspace_id: Mapped[int | None] = mapped_column(ForeignKey("workspace.id", ondelete="SET NULL"))
    """The workspace that is open in this browser; a session belongs to its user, so it has no `workspace_id`."""
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    address_prefix: Mapped[str] = mapped_column(String(50))
    device: Mapped[str] = mapped_column(String(60))
    revoked_at: Mapped[datetime | None]


class KnownDevice(Base):
    """A browser in which this user has signed in with the right password before."""

    __tablename__ = "known_device"

    id: Mapped[Id]
    token_sha256: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), index=True)
    seen_at: Mapped[datetime]


class PasswordReset(Base):
    """A link to set a new password without the old one, once."""

    __tablename__ = "password_reset"

    id: Mapped[Id]
    token_sha256: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class RecoveryCode(Base):
    """One of the codes that replace the second step when the telephone is lost, each once."""

    __tablename__ = "recovery_code"

    id: Mapped[Id]
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), index=True)
    code_sha256: Mapped[str] = mapped_column(String(64))
    used_at: Mapped[datetime | None]


class LoginAttempt(Base):
    """The times of the latest guesses at one account, from one address or in one device."""

    __tablename__ = "login_attempt"
    __table_args__ = (Index("ix_login_attempt_updated_at", "updated_at"),)

    bucket: Mapped[str] = mapped_column(String(64), primary_key=True)
    """The SHA-256 of what is counted, so that this table lists no addresses and no accounts that do not exist."""
    times: Mapped[list[Any]] = mapped_column(Json)
    """Seconds since 1970 of each guess let through, oldest first; at most as many as the limit."""
    updated_at: Mapped[datetime]


class SenderProfile(Base):
    """How a user signs letters. It is the user's, in whatever workspace they write, and shown to nobody else."""

    __tablename__ = "sender_profile"

    user_id: Mapped[int] = mapped_column(
        ForeignKey("user_account.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    name: Mapped[str] = mapped_column(String(200))
    """As they sign; the name of the account may be another one."""
    credentials: Mapped[str] = mapped_column(String(100), default="")
    """Degrees and titles after the name: "MHA, RN"."""
    title: Mapped[str] = mapped_column(String(300), default="")
    organization: Mapped[str] = mapped_column(String(300), default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    address: Mapped[str] = mapped_column(String(600), default="")
    """The postal address, a line a line."""
    time_zone: Mapped[str] = mapped_column(String(60), default="")
    """A name of the time zone database, or ""."""
    updated_at: Mapped[datetime]


class OwnMailAccount(Base):
    """The server through which a user's own letters leave, one at a time and only when the user presses."""

    __tablename__ = "own_mail_account"
    __table_args__ = (
        CheckConstraint("encryption IN ('tls', 'starttls', 'none')", name="encryption"),
        CheckConstraint("port BETWEEN 1 AND 65535", name="port"),
    )

    user_id: Mapped[int] = mapped_column(
        ForeignKey("user_account.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    host: Mapped[str] = mapped_column(String(253))
    port: Mapped[int]
    encryption: Mapped[str] = mapped_column(String(10))
    user_name: Mapped[str] = mapped_column(String(254), default="")
    sealed_password: Mapped[str] = mapped_column(String(2000), default="")
    """Encrypted under a key that is derived from the server's (`own_mail.py`): a stolen database does not open it."""
    sender: Mapped[str] = mapped_column(String(254))
    """The address that letters come from."""
    tested_at: Mapped[datetime | None]
    """When a test was last taken by the server."""
    updated_at: Mapped[datetime]
