"""Two verdicts "not relevant" one after the other teach, by source and kind; a keep between unteaches."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from outreach.db import Database, WorkspaceSession
from outreach.signals.learning import is_learned
from tests import factories, ledger_factories
from tests.factories import NOON

HERE = "news.example.org"


@pytest.fixture
def session(database: Database) -> Iterator[WorkspaceSession]:
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


def judged(session: WorkspaceSession, *states: str, **named) -> None:
    for number, state in enumerate(states):
        at = NOON + timedelta(hours=number) if state != "new" else None
        ledger_factories.make_signal(session, **{"source_key": HERE, "state": state, "judged_at": at, **named})


@pytest.mark.parametrize(
    ("states", "learned"),
    [
        (["not_relevant"], False),
        (["not_relevant", "not_relevant"], True),
        (["kept", "not_relevant", "not_relevant"], True),
        (["not_relevant", "kept", "not_relevant"], False),
        (["not_relevant", "not_relevant", "kept"], False),
        (["not_relevant", "not_relevant", "used"], False),
        (["not_relevant", "new", "not_relevant"], True),
        ([], False),
    ],
)
def test_two_in_a_row_teach(session: WorkspaceSession, states: list[str], learned: bool):
    judged(session, *states)
    assert is_learned(session, HERE, "award") is learned


def test_another_source_or_kind_or_workspace_learns_nothing(database: Database, session: WorkspaceSession):
    judged(session, "not_relevant", "not_relevant")
    assert not is_learned(session, "other.example.org", "award")
    assert not is_learned(session, HERE, "role")
    session.commit()
    with database.session_for(factories.make_workspace(database)) as other:
        assert not is_learned(other, HERE, "award")


def test_what_has_no_source_teaches_nothing(session: WorkspaceSession):
    judged(session, "not_relevant", "not_relevant", source_key="")
    assert not is_learned(session, "", "award")
