"""What each job of events needs to run."""

from __future__ import annotations

from collections.abc import Mapping

from outreach.db import Database
from tests.event_factories import make_agenda
from tests.factories import make_workspace


def _nothing(_database: Database) -> tuple[None, Mapping[str, int]]:
    return None, {}


def _page(database: Database) -> tuple[int, Mapping[str, int]]:
    workspace = make_workspace(database)
    with database.session_for(workspace) as session:
        # An address that is refused before anything is asked.
        return workspace, {"agenda_id": make_agenda(session, state="waiting", url="http://127.0.0.1/program").id}


EXAMPLES = {"events.forget_deleted": _nothing, "events.read_page": _page}
