"""SQLite is set up to lose and lock nothing."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import select, text

from outreach.db import Database
from tests.outreach.guarded_tables import MINE, Leader, fill


def test_sqlite_keeps_what_it_has_acknowledged(sqlite_url):
    database = Database(sqlite_url)
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "trusted_schema": 1}
    for opened in (database.open_session, database.open_reader):
        with opened() as session:
            assert {name: session.execute(text(f"PRAGMA {name}")).scalar() for name in wanted} == wanted
    with database.open_reader() as session:
        assert session.execute(text("PRAGMA query_only")).scalar() == 1
    database.close()


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


@pytest.mark.timeout(60)
def test_one_that_reads_waits_for_no_writer(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'read.sqlite3'}", busy_timeout_s=5)
    fill(database)
    with database.session_for(MINE) as writer:
        writer.add(Leader(name="not saved yet"))
        writer.flush()
        with database.reader_for(MINE) as reader:
            assert reader.scalars(select(Leader.name)).all() == ["mine"]
    database.close()
