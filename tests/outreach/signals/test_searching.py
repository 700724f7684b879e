"""Changes are found by their sentence and their passage."""

from __future__ import annotations

from outreach.db import Database
from outreach.search import search
from tests import factories, ledger_factories
from tests.factories import NOON


def found(session, words: str) -> list[str]:
    return [one.path for one in search(session, words, kinds=("signal",))]


def test_a_change_is_found_until_it_is_put_aside_or_its_person_deleted(database: Database):
    with database.session_for(factories.make_workspace(database)) as session:
        row = ledger_factories.make_signal(session, quote="the hazelwood committee chose her")
        path = f"/signals/{row.id}"
        assert found(session, "rural care") == [path]
        assert found(session, "hazelwood") == [path]
        row.state, row.judged_at = "not_relevant", NOON
        session.flush()
        assert found(session, "hazelwood") == []
        row.state, row.judged_at = "new", None
        session.flush()
        row.person.deleted_at = NOON
        session.flush()
        assert found(session, "hazelwood") == []
