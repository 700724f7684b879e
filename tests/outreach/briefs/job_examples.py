"""What each job of printed briefs needs to run."""

from __future__ import annotations

from collections.abc import Mapping

from outreach.briefs import jobs
from outreach.briefs.packs import USUAL_PARTS
from outreach.db import Database
from tests import event_factories, factories


def _nothing(_database: Database) -> tuple[None, Mapping[str, int]]:
    return None, {}


def _pack(database: Database) -> tuple[int, Mapping[str, int]]:
    with database.open_session() as session:
        user_id = factories.make_user(session).id
    number = factories.make_workspace(database)
    with database.session_for(number) as session:
        event_id = event_factories.make_appearance(session).event_id
    return number, {"event_id": event_id, "user_id": user_id, "choice": jobs.choice_number("letter", USUAL_PARTS)}


EXAMPLES = {"briefs.make_pack": _pack, "briefs.erase_forgotten": _nothing}
