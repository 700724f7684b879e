"""What each job of question guides needs to run."""

from __future__ import annotations

from collections.abc import Mapping

from outreach.db import Database


def _nothing(_database: Database) -> tuple[None, Mapping[str, int]]:
    return None, {}


EXAMPLES = {"interviews.forget_deleted": _nothing}
