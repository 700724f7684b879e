"""What each job of articles needs to run."""

from __future__ import annotations

from collections.abc import Mapping

from outreach.db import Database
from tests import article_factories, factories


def _nothing(_database: Database) -> tuple[None, Mapping[str, int]]:
    return None, {}


def _decision(database: Database) -> tuple[int, Mapping[str, int]]:
    workspace = factories.make_workspace(database)
    with database.session_for(workspace) as session:
        return workspace, {"decision_id": article_factories.make_decision(session).id}


EXAMPLES = {"articles.forget_deleted": _nothing, "articles.mail_answer": _decision}
