"""The database: its engines, and sessions that belong to one workspace.

    database = Database("sqlite:////path/groundwork.sqlite3")
    with database.session_for(workspace_id) as session:       # writes; commits at the end, or rolls back on an error
    with database.reader_for(workspace_id) as session:        # cannot write
    with database.open_session() as session:                  # no workspace: only tables that belong to none
    with database.system_session("why it may see all") as session:

The URL says whether it is SQLite (`sqlite_engine`) or PostgreSQL. Tables and sessions are `tables` and
`workspace_session`; what the rest of the application needs of them has its names here as well.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine, make_url
from sqlalchemy.engine import URL
from sqlalchemy.orm import sessionmaker

from outreach import row_security, sqlite_engine
from outreach.columns import ID_TYPE, LARGEST_ID, FrozenDict, FrozenList, Id, Json, UtcDateTime, thawed
from outreach.sqlite_engine import sqlite_file
from outreach.tables import NAMING, Base, Owned, mark_owned, owned_tables
from outreach.workspace_guard import WorkspaceLeak
from outreach.workspace_session import ReadingSession, ReadOnly, WorkspaceSession, watch

__all__ = [
    "ID_TYPE", "LARGEST_ID", "NAMING", "Base", "Database", "FrozenDict", "FrozenList", "Id", "Json", "Owned",
    "ReadOnly", "UtcDateTime", "WorkspaceLeak", "WorkspaceSession", "mark_owned", "owned_tables", "sqlite_file",
    "thawed",
]  # fmt: skip

log = logging.getLogger(__name__)

BUSY_TIMEOUT_S = 15
"""How long a writer waits for another one on SQLite before it gives up."""

POOL_SIZE = 20
"""Connections kept open by a process: the web server's threads and the workers' together stay below it."""


class Database:
    """One database and its sessions. `url` is SQLAlchemy's: sqlite:///file or postgresql://...

    Raises: ValueError for SQLite in memory, which a second connection could not see.
    """

    def __init__(self, url: str, *, busy_timeout_s: float = BUSY_TIMEOUT_S, pool_size: int = POOL_SIZE) -> None:
        self.url: URL = make_url(url)
        if self.is_sqlite and self.url.database in (None, "", ":memory:"):
            raise ValueError("SQLite needs a file: in memory, each connection would have a database of its own")
        if self.is_sqlite:
            self.engine = sqlite_engine.writing_engine(self.url, busy_timeout_s, pool_size)
            self._reading_engine = sqlite_engine.reading_engine(self.url, busy_timeout_s, pool_size)
        else:
            if self.url.drivername == "postgresql":
                self.url = self.url.set(drivername="postgresql+psycopg")
            self.engine = create_engine(self.url, pool_size=pool_size, max_overflow=0, pool_pre_ping=True)
            self._reading_engine = self.engine
        for engine in {self.engine, self._reading_engine}:
            watch(engine)
        self._writing = sessionmaker(
            self.engine, class_=WorkspaceSession, expire_on_commit=False, info={"database": self}
        )
        self._reading = sessionmaker(self._reading_engine, class_=ReadingSession, expire_on_commit=False)
        self.announce: Callable[[int], None] = _tell_nobody
        """Is told the id of every new job after its commit; whoever runs jobs puts itself here."""

    @property
    def is_sqlite(self) -> bool:
        """Whether this is SQLite; else it is PostgreSQL."""
        return self.url.get_backend_name() == "sqlite"

    def new_session(self) -> WorkspaceSession:
        """A writing session without a workspace, for a caller that commits and closes it."""
        return self._writing()

    def new_reader(self) -> WorkspaceSession:
        """A reading session without a workspace, for a caller that closes it."""
        return self._reading()

    @contextmanager
    def open_session(self) -> Iterator[WorkspaceSession]:
        """A writing session without a workspace (`enter` gives it one). Commits at the end, rolls back on an error."""
        with self._writing() as session:
            try:
                yield session
                session.commit()
            except BaseException:
                session.rollback()
                raise

    @contextmanager
    def open_reader(self) -> Iterator[WorkspaceSession]:
        """A reading session without a workspace (`enter` gives it one)."""
        with self._reading() as session:
            yield session

    @contextmanager
    def session_for(self, workspace_id: int) -> Iterator[WorkspaceSession]:
        """A writing session for one workspace."""
        with self.open_session() as session:
            session.enter(workspace_id)
            yield session

    @contextmanager
    def reader_for(self, workspace_id: int) -> Iterator[WorkspaceSession]:
        """A reading session for one workspace."""
        with self.open_reader() as session:
            session.enter(workspace_id)
            yield session

    @contextmanager
    def system_session(self, reason: str) -> Iterator[WorkspaceSession]:
        """A writing session that sees every workspace; the reason is logged. For jobs and commands only."""
        with self.open_session() as session:
            _open_to_all(session, reason)
            yield session

    @contextmanager
    def system_reader(self, reason: str) -> Iterator[WorkspaceSession]:
        """A reading session that sees every workspace; the reason is logged."""
        with self.open_reader() as session:
            _open_to_all(session, reason)
            yield session

    @contextmanager
    def system_connection(self, reason: str) -> Iterator[Connection]:
        """A bare connection in a transaction of its own that sees every workspace, for migrations and backups."""
        with self._connection_to_all(self.engine, reason) as connection:
            yield connection

    @contextmanager
    def system_reading_connection(self, reason: str) -> Iterator[Connection]:
        """The same for what is only read: on SQLite it waits for no writer."""
        with self._connection_to_all(self._reading_engine, reason) as connection:
            yield connection

    @contextmanager
    def _connection_to_all(self, engine: Engine, reason: str) -> Iterator[Connection]:
        log.debug("event=system_connection reason=%r", reason)
        with engine.connect().execution_options(system_reason=reason) as connection, connection.begin():
            row_security.say_workspace(connection, row_security.EVERY_WORKSPACE)
            yield connection

    def close(self) -> None:
        """Closes all connections that are not in use."""
        self.engine.dispose()
        self._reading_engine.dispose()


def _tell_nobody(_job_id: int) -> None:
    """Nobody waits for jobs: they lie in their table."""


def _open_to_all(session: WorkspaceSession, reason: str) -> None:
    if not reason.strip():
        raise ValueError("a session that sees every workspace needs a reason")
    log.debug("event=system_session reason=%r", reason)
    session.reason = reason
