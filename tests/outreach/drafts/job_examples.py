"""What each job of drafts needs to run."""

from __future__ import annotations

from collections.abc import Mapping

from outreach.db import Database


def _nothing(_database: Database) -> tuple[None, Mapping[str, int]]:
    return None, {}


EXAMPLES = {"drafts.ask_about_broken_off": _nothing, "drafts.forget_deleted": _nothing}
