"""Sessions commit once and only when all went well; SQLite is set up to lose and lock nothing."""

from __future__ import annotations

import threading
import time

import pytest
from sqlalchemy import select, text

from outreach.db import Database
from outreach.jobs.table import Job, enqueue
from tests.outreach.guarded_tables import MINE, Leader, fill


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_in_memory_is_refused(url):
    with pytest.raises(ValueError, match="needs a file"):
        Database(url)


def test_a_bare_postgresql_address_is_for_our_driver(postgres_url):
    database = Database(postgres_url)
    assert database.url.drivername == "postgresql+psycopg"
    assert not database.is_sqlite
    database.close()


def test_sqlite_keeps_what_it_has_acknowledged(sqlite_url):
    database = Database(sqlite_url)
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "trusted_schema": 1}
    for opened in (database.open_session, database.open_reader):
        with opened() as session:
            assert {name: session.execute(text(f"PRAGMA {name}")).scalar() for name in wanted} == wanted
    with database.open_reader() as session:
        assert session.execute(text("PRAGMA query_only")).scalar() == 1
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


def test_six_that_read_and_then_write_do_not_lock_each_other_out(tmp_path):
    """Each adds one to a number that it has read: none is lost, and none is told that the database is locked."""
    database = Database(f"sqlite:///{tmp_path / 'count.sqlite3'}")
    fill(database)
    errors = []

    def add() -> None:
        try:
            for _ in range(10):
                with database.session_for(MINE) as session:
                    leader = session.scalars(select(Leader)).one()
                    leader.details = {"count": (leader.details or {"count": 0})["count"] + 1}
        except Exception as error:  # noqa: BLE001 (told to the test)
            errors.append(error)

    threads = [threading.Thread(target=add) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with database.reader_for(MINE) as session:
        assert session.scalars(select(Leader)).one().details == {"count": 60}
    database.close()


def test_one_that_reads_waits_for_no_writer(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'read.sqlite3'}", busy_timeout_s=5)
    fill(database)
    with database.session_for(MINE) as writer:
        writer.add(Leader(name="not saved yet"))
        writer.flush()
        start = time.monotonic()
        with database.reader_for(MINE) as reader:
            assert reader.scalars(select(Leader.name)).all() == ["mine"]
        assert time.monotonic() - start < 1
    database.close()
