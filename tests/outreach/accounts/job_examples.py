"""What each job of accounts needs to run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from outreach.accounts import members, operations
from outreach.db import Database

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def _user(database: Database) -> int:
    return operations.create_first_account(database, "Alice Ferreira", "alice@example.org", "no hash", NOW)


def _reset(database: Database) -> tuple[None, Mapping[str, int]]:
    return None, {"user_id": _user(database)}


def _notice(database: Database) -> tuple[None, Mapping[str, int]]:
    return None, {"user_id": _user(database), "notice": 0}


def _invitation(database: Database) -> tuple[int, Mapping[str, int]]:
    user_id = _user(database)
    with database.session_for(1) as session:
        invitation = members.invite_by_mail(session, "reviewer", "ben@example.org", user_id, NOW)
        return 1, {"invitation_id": invitation.id}


def _nothing(_database: Database) -> tuple[None, Mapping[str, int]]:
    return None, {}


EXAMPLES = {
    "accounts.mail_reset": _reset,
    "accounts.mail_notice": _notice,
    "accounts.mail_invitation": _invitation,
    "accounts.forget_old": _nothing,
}
