"""PostgreSQL itself shows and takes rows of the transaction's workspace only, also where the guard is passed by."""

# ruff: noqa: PT012 (what is refused may be refused at the session's end)

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import make_url

from outreach import row_security
from outreach.db import Database, WorkspaceSession
from tests.outreach.guarded_tables import MINE, THEIRS, fill


@pytest.fixture
def one_connection(empty_postgres_url) -> Iterator[Database]:
    database = Database(empty_postgres_url, pool_size=1)
    fill(database)
    yield database
    database.close()


def names_by_the_driver(session: WorkspaceSession) -> set[str]:
    """All names that the database itself lets this session see: by the driver's cursor, past the guard."""
    cursor = session.connection().connection.cursor()
    return {name for (name,) in cursor.execute("SELECT name FROM guarded_leader").fetchall()}


def test_row_security_holds_where_the_guard_is_passed_by(one_connection):
    for workspace_id, name in ((MINE, "mine"), (THEIRS, "theirs")) * 3:
        with one_connection.session_for(workspace_id) as session:
            assert names_by_the_driver(session) == {name}


def test_a_pooled_connection_carries_no_workspace_over(one_connection):
    with one_connection.session_for(MINE) as session:
        assert names_by_the_driver(session) == {"mine"}
    with one_connection.open_session() as session:
        assert names_by_the_driver(session) == set()
    with one_connection.system_session("seeing all") as session:
        assert names_by_the_driver(session) == {"mine", "theirs"}
    with one_connection.open_session() as session:
        assert names_by_the_driver(session) == set()


def test_a_workspace_that_failed_is_not_carried_over_either(one_connection):
    with pytest.raises(ZeroDivisionError), one_connection.session_for(MINE) as session:
        names_by_the_driver(session)
        raise ZeroDivisionError
    with one_connection.open_session() as session:
        assert names_by_the_driver(session) == set()


def test_row_security_refuses_to_write_for_others(one_connection):
    with one_connection.session_for(MINE) as session:
        cursor = session.connection().connection.cursor()
        assert cursor.execute("UPDATE guarded_leader SET name = 'x' WHERE name = 'theirs'").rowcount == 0
        with pytest.raises(Exception, match="row-level security"):
            cursor.execute("INSERT INTO guarded_leader (name, workspace_id) VALUES ('x', 2)")
        session.rollback()


def test_the_role_of_the_tests_is_not_above_row_security(one_connection):
    with one_connection.system_connection("looking at the role") as connection:
        assert not row_security.passes_by(connection)


def test_a_superuser_is_told_to_be_above_it(postgresql_server, empty_postgres_url):
    name = make_url(empty_postgres_url).database
    superuser = postgresql_server.owner
    database = Database(postgresql_server.url(name, role=superuser))
    with database.system_connection("looking at the role") as connection:
        assert row_security.passes_by(connection)
    database.close()
