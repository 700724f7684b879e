"""What each job of organizations needs to run."""

from __future__ import annotations

from collections.abc import Mapping

from outreach.db import Database
from research.connectors.cms_hospitals import SOURCE
from tests.factories import make_directory_load


def _nothing(_database: Database) -> tuple[None, Mapping[str, int]]:
    return None, {}


def _loaded_directory(database: Database) -> tuple[None, Mapping[str, int]]:
    """A directory that is fresh: `test_jobs.py` loads one twice from a file, and no network is open here."""
    with database.open_session() as session:
        make_directory_load(session, origin=SOURCE.home)
    return None, {}


EXAMPLES = {"organizations.load_directory": _loaded_directory, "organizations.forget_deleted": _nothing}
