"""Engines for SQLite: set up to lose nothing that was acknowledged, and to lock nobody out half-way.

The file has a write-ahead log, so that reading waits for no writer. A transaction that will write begins as one
(`BEGIN IMMEDIATE`): taking the write lock only after a read would fail whenever another one wrote between the two.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import cast

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL


def sqlite_file(url: URL) -> Path:
    """The file of an SQLite database."""
    return Path(cast("str", url.database))


def writing_engine(url: URL, busy_timeout_s: float, pool_size: int) -> Engine:
    """An engine whose transactions take the write lock as they begin, waiting for it `busy_timeout_s` at most."""
    return _engine(url, busy_timeout_s, pool_size, begin="BEGIN IMMEDIATE")


def reading_engine(url: URL, busy_timeout_s: float, pool_size: int) -> Engine:
    """An engine whose connections refuse to write."""
    engine = _engine(url, busy_timeout_s, pool_size, begin="BEGIN")
    event.listen(engine, "connect", _only_query)
    return engine


def _engine(url: URL, busy_timeout_s: float, pool_size: int, *, begin: str) -> Engine:
    engine = create_engine(
        url, connect_args={"timeout": busy_timeout_s, "check_same_thread": False},
        pool_size=pool_size, max_overflow=0,
    )  # fmt: skip
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say it, not where the driver guesses
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",  # a commit survives the power going; NORMAL may lose the last ones
        "foreign_keys = ON",
        "secure_delete = ON",  # what is erased is overwritten in the file
        "trusted_schema = ON",  # triggers keep the search index, and FTS5 counts as unsafe in them
        "temp_store = MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _only_query(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA query_only = ON")
