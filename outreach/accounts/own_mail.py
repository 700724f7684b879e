"""How a user signs, and the user's own mail server: kept, read, sealed and opened again.

The password is encrypted (Fernet: AES-128-CBC with HMAC-SHA256) under a key that is derived from the server's key and
the user's number. A stolen database or backup does not open it, and a row put under another user does not open either.
With a new server key (without keeping the old one in SECRET_KEY_FALLBACKS) it has to be typed again.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from outreach.accounts.models import OwnMailAccount, SenderProfile, User
from outreach.db import WorkspaceSession
from outreach.mail.personal import Mailbox, mailbox
from outreach.mail.submission import Server
from outreach.once import once


class Sealed(Exception):
    """The password cannot be opened: the server's key is another one since."""


@dataclass(frozen=True, slots=True)
class Signature:
    """How a user signs. `address` are the lines of the postal address."""

    name: str
    credentials: str = ""
    title: str = ""
    organization: str = ""
    phone: str = ""
    email: str = ""
    address: tuple[str, ...] = ()
    time_zone: str = ""


@once
def signature_of(session: WorkspaceSession, user_id: int) -> Signature:
    """How a user signs: as they said, or by the name and the address of the account."""
    row = session.get(SenderProfile, user_id)
    if row is None:
        user = session.get_one(User, user_id)
        return Signature(user.name, email=user.email)
    lines = tuple(line.strip() for line in row.address.splitlines() if line.strip())
    return Signature(
        row.name, row.credentials, row.title, row.organization, row.phone, row.email, lines, row.time_zone
    )  # fmt: skip


def keep_signature(session: WorkspaceSession, user_id: int, signature: Signature, now: datetime) -> None:
    """Keeps how a user signs."""
    row = session.get(SenderProfile, user_id)
    if row is None:
        row = SenderProfile(user_id=user_id, name="", updated_at=now)
        session.add(row)
    for name in ("name", "credentials", "title", "organization", "phone", "email", "time_zone"):
        setattr(row, name, getattr(signature, name))
    row.address, row.updated_at = "\n".join(signature.address), now
    session.flush()


# --- the mail server ------------------------------------------------------------------------------------------------


def account_of(session: WorkspaceSession, user_id: int) -> OwnMailAccount | None:
    """The mail server that a user has set up."""
    return session.get(OwnMailAccount, user_id)


def keep_account(
    session: WorkspaceSession, user_id: int, server: Server, sender: str, keys: Sequence[str], now: datetime
) -> OwnMailAccount:
    """Keeps a user's mail server; an empty password leaves the one that is kept, for the same server and name alone."""
    row = session.get(OwnMailAccount, user_id)
    if row is None:
        row = OwnMailAccount(user_id=user_id, sealed_password="")
        session.add(row)
    is_same = (row.host, row.port, row.user_name) == (server.host, server.port, server.user)
    if server.password:
        row.sealed_password = seal(keys[0], user_id, server.password)
    elif not is_same:
        row.sealed_password = ""
    row.host, row.port, row.encryption, row.user_name = server.host, server.port, server.encryption, server.user
    row.sender, row.updated_at, row.tested_at = sender, now, None
    session.flush()
    return row


def forget_account(session: WorkspaceSession, user_id: int) -> None:
    """Takes a user's mail server away, with its password."""
    row = session.get(OwnMailAccount, user_id)
    if row is not None:
        session.delete(row)
        session.flush()


def server_of(row: OwnMailAccount, keys: Sequence[str]) -> Server:
    """The server with its password. Raises: Sealed."""
    password = unseal(keys, row.user_id, row.sealed_password) if row.sealed_password else ""
    return Server(row.host, row.port, row.encryption, row.user_name, password)


def sender_of(row: OwnMailAccount, signature: Signature) -> Mailbox:
    """What stands after "From". Raises: BadAddress."""
    return mailbox(signature.name, row.sender)


# --- sealing --------------------------------------------------------------------------------------------------------


def seal(key: str, user_id: int, password: str) -> str:
    """The password encrypted for one user. key: the server's."""
    from cryptography.fernet import Fernet  # takes long to load, and few requests need it

    return Fernet(_key_of(key, user_id)).encrypt(password.encode("utf-8", "replace")).decode("ascii")


def unseal(keys: Sequence[str], user_id: int, sealed: str) -> str:
    """The password again. keys: the server's, then earlier ones that still count. Raises: Sealed."""
    from cryptography.fernet import Fernet, InvalidToken, MultiFernet

    try:
        opener = MultiFernet([Fernet(_key_of(key, user_id)) for key in keys])
        return opener.decrypt(sealed.encode("ascii", "replace")).decode("utf-8")
    except (InvalidToken, UnicodeDecodeError) as error:
        raise Sealed from error


def _key_of(key: str, user_id: int) -> bytes:
    derived = hmac.digest(key.encode("utf-8"), f"own mail account\0{user_id}".encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(derived)
