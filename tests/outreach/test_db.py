"""Sessions commit once and only when all went well."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from outreach.db import Database
from outreach.jobs.table import Job, enqueue


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_in_memory_is_refused(url):
    with pytest.raises(ValueError, match="needs a file"):
        Database(url)


def test_a_bare_postgresql_address_is_for_our_driver(postgres_url):
    database = Database(postgres_url)
    assert database.url.drivername == "postgresql+psycopg"
    assert not database.is_sqlite
    database.close()


def test_nothing_is_saved_after_an_error(each_database):
    with pytest.raises(TypeError), each_database.open_session() as session:  # noqa: PT012 (in the session, not before)
        enqueue(session, "tests.note")
        enqueue(session, "tests.note", thing_id="no id")
    with each_database.open_reader() as session:
        assert session.scalars(select(Job)).all() == []


def test_what_waits_for_a_commit_is_called_once(each_database):
    called = []
    with each_database.open_session() as session:
        session.when_committed(lambda: called.append("dropped"))
        session.rollback()
        session.when_committed(lambda: called.append("kept"))
        session.execute(select(Job.id))
        session.commit()
        assert called == ["kept"]
    assert called == ["kept"]
