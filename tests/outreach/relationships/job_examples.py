"""What each job of the ledger needs to run."""

from __future__ import annotations

from collections.abc import Mapping

from outreach.db import Database


def _nothing(_database: Database) -> tuple[None, Mapping[str, int]]:
    return None, {}


EXAMPLES = {"relationships.forget_deleted": _nothing}
