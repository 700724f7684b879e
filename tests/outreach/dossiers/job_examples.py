"""What each job of dossiers needs to run, without a source."""

from __future__ import annotations

from collections.abc import Mapping

from outreach.db import Database
from outreach.dossiers import fetching, operations
from outreach.dossiers.given import pasted
from outreach.dossiers.operations import Plan
from tests import factories
from tests.factories import NOON
from tests.outreach.dossiers.conftest import make_workspace

TEXT = "Jane Q. Roe, chief medical officer of Larkspur Valley Health, opened a short-stay unit on May 3, 2026."


def _run(database: Database) -> tuple[int, Mapping[str, int]]:
    workspace = make_workspace(database)
    plan = Plan((fetching.given().SOURCE,), 30)
    with workspace.session() as session:
        run = operations.read_given(session, workspace.subject, plan, workspace.user_id, NOON, documents=[pasted(TEXT)])
        return workspace.id, {"run_id": run.id}


def _document(database: Database) -> tuple[int, Mapping[str, int]]:
    workspace = make_workspace(database)
    with workspace.session() as session:
        # An address that is refused before anything is asked.
        document = factories.make_document(session, url="http://127.0.0.1/page")
        return workspace.id, {"document_id": document.id}


EXAMPLES = {
    "dossiers.investigate": _run,
    "dossiers.look_again": _document,
    "dossiers.forget_documents": lambda _database: (None, {}),
    "dossiers.forget_programs": lambda _database: (None, {}),
}
