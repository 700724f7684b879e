"""What each job of following up needs to run."""

from __future__ import annotations

from collections.abc import Mapping

from outreach.db import Database


def _nothing(_database: Database) -> tuple[None, Mapping[str, int]]:
    return None, {}


EXAMPLES = {
    "followups.plan_rhythms": _nothing,
    "followups.pick_due": _nothing,
    "followups.look_over": _nothing,
}
