"""What each job of events needs to run."""

from __future__ import annotations

from collections.abc import Mapping

from outreach.db import Database


def _nothing(_database: Database) -> tuple[None, Mapping[str, int]]:
    return None, {}


def _no_copy(_database: Database) -> tuple[None, Mapping[str, int]]:
    return None, {"agenda_id": 1}


EXAMPLES = {"events.forget_deleted": _nothing, "events.read_page": _no_copy}
