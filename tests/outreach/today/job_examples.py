"""What each job of the first page needs to run."""

from __future__ import annotations

from collections.abc import Mapping

from outreach.db import Database
from tests import factories, ledger_factories


def _nothing(_database: Database) -> tuple[None, Mapping[str, int]]:
    return None, {}


def _wish(database: Database) -> tuple[int, Mapping[str, int]]:
    workspace = factories.make_workspace(database)
    with database.session_for(workspace) as session:
        return workspace, {"wish_id": ledger_factories.make_digest_wish(session).id}


EXAMPLES = {"today.pick_digests": _nothing, "today.mail_digest": _wish}
