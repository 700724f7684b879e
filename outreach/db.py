"""The database: tables' base class, engines, and sessions that belong to one workspace.

    database = Database("sqlite:////path/groundwork.sqlite3")
    with database.session_for(workspace_id) as session:       # writes; commits at the end, or rolls back on an error
    with database.reader_for(workspace_id) as session:        # cannot write
    with database.open_session() as session:                  # no workspace: only tables that belong to none
    with database.system_session("why it may see all") as session:

SQLite runs with a write-ahead log; a session that writes takes the write lock before its first read, so that it never
fails half-way for having read an older state. PostgreSQL is chosen by its URL.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, ClassVar, cast

from sqlalchemy import (
    Connection,
    Engine,
    ForeignKey,
    MetaData,
    Select,
    Table,
    TextClause,
    TextualSelect,
    create_engine,
    event,
    func,
    inspect,
    make_url,
    select,
    text,
)  # fmt: skip
from sqlalchemy.engine import URL
from sqlalchemy.orm import (
    DeclarativeBase,
    LoaderCriteriaOption,
    Mapped,
    Mapper,
    ORMExecuteState,
    Session,
    declared_attr,
    mapped_column,
    sessionmaker,
    with_loader_criteria,
)
from sqlalchemy.sql.dml import Delete, Update

from outreach import workspace_guard
from outreach.columns import ID_TYPE, LARGEST_ID, FrozenDict, FrozenList, Id, Json, UtcDateTime, thawed
from outreach.workspace_guard import WorkspaceLeak

__all__ = [
    "ID_TYPE", "LARGEST_ID", "Base", "Database", "FrozenDict", "FrozenList", "Id", "Json", "Owned", "ReadOnly",
    "UtcDateTime", "WorkspaceLeak", "WorkspaceSession", "mark_owned", "owned_tables", "sqlite_file", "thawed",
]  # fmt: skip

log = logging.getLogger(__name__)

BUSY_TIMEOUT_S = 15
"""How long a writer waits for another one on SQLite before it gives up."""

POOL_SIZE = 20
"""Connections kept open by a process: the web server's threads and the workers' together stay below it."""

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class ReadOnly(Exception):
    """A session that only reads was told to write. Always our mistake."""


class Base(DeclarativeBase):
    """The base of all tables. Constraints get names by a rule, so that migrations can name them."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: UtcDateTime(), int: ID_TYPE}


class Owned:
    """Mixin of every table whose rows belong to one workspace: `class Person(Owned, Base)`.

    The session stamps new rows; all others of the class are invisible to it. See `workspace_guard`.
    """

    @declared_attr
    @classmethod
    def workspace_id(cls) -> Mapped[int]:
        """The workspace the row belongs to. Its rows go when it goes.

        No index of its own: every query asks for the workspace and something else, and SQLite, which knows nothing of
        how many rows a workspace has, takes such an index for the best and reads the whole workspace through it.
        Where a list needs one, it begins with this column and goes on with what the list is ordered by.
        """
        return mapped_column(ID_TYPE, ForeignKey("workspace.id", ondelete="CASCADE"))


_owned: frozenset[str] = frozenset()


def owned_tables() -> frozenset[str]:
    """The names of all tables mapped with `Owned` or marked by `mark_owned`."""
    return _owned


def mark_owned(table: Table) -> Table:
    """Puts a table that has no class (a search index, say) under the guard. It must have a column `workspace_id`."""
    global _owned  # noqa: PLW0603 (what is mapped is known to the whole process)
    if workspace_guard.COLUMN not in table.c:
        raise ValueError(f"{table.name} has no column {workspace_guard.COLUMN}")
    _owned |= {table.name.lower()}
    return table


@event.listens_for(Mapper, "after_mapper_constructed")
def _mark_class(mapper: Mapper[Any], class_: type) -> None:
    if issubclass(class_, Owned) and isinstance(mapper.local_table, Table):
        mark_owned(mapper.local_table)


@event.listens_for(Table, "before_create")
def _count_ids_on(table: Table, _connection: Connection, **_named: Any) -> None:
    """SQLite gives the id of a removed last row to the next one, unless told not to: an old link would find another."""
    if table.autoincrement_column is not None:
        table.dialect_options["sqlite"]["autoincrement"] = True


class WorkspaceSession(Session):
    """A session that knows for whom it works. Made by `Database`, which also says whether it may write.

    `workspace_id` is None until `enter`; `reason` is set on system sessions only, which see every workspace.
    """

    reads_only: bool = False
    workspace_id: int | None = None
    reason: str = ""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._when_committed: list[Callable[[], None]] = []
        self._writes_by_unit_of_work = False

    def enter(self, workspace_id: int) -> None:
        """From here on the session sees and writes this workspace's rows only.

        Raises: WorkspaceLeak when it already works for another one, or for all.
        """
        if self.reason or self.workspace_id not in (None, workspace_id):
            raise WorkspaceLeak("a session works for one workspace only: open another one")
        self.workspace_id = workspace_id
        if self.in_transaction():
            _tell_row_security(self, self.connection())

    def when_committed(self, call: Callable[[], None]) -> None:
        """Calls this after the session's next commit, and never if it is rolled back."""
        self._when_committed.append(call)

    def commit(self) -> None:
        """Commits, then calls what waited for it."""
        super().commit()
        waiting, self._when_committed = self._when_committed, []
        for call in waiting:
            call()

    def rollback(self) -> None:
        """Rolls back; what waited for the commit is dropped."""
        self._when_committed.clear()
        super().rollback()

    def flush(self, objects: Any = None) -> None:
        """Writes what is new, changed and removed. Raises: ReadOnly, WorkspaceLeak."""
        try:
            super().flush(objects)
        finally:
            self._writes_by_unit_of_work = False


class ReadingSession(WorkspaceSession):
    """A session that cannot write; the database refuses it as well."""

    reads_only = True


class Database:
    """One database and its sessions. `url` is SQLAlchemy's: sqlite:///file or postgresql://...

    Raises: ValueError for SQLite in memory, which a second connection could not see.
    """

    def __init__(self, url: str, *, busy_timeout_s: float = BUSY_TIMEOUT_S, pool_size: int = POOL_SIZE) -> None:
        self.url: URL = make_url(url)
        if self.is_sqlite and self.url.database in (None, "", ":memory:"):
            raise ValueError("SQLite needs a file: in memory, each connection would have a database of its own")
        if self.is_sqlite:
            self.engine = _sqlite_engine(self.url, busy_timeout_s, pool_size, begin="BEGIN IMMEDIATE")
            self._reading_engine = _sqlite_engine(self.url, busy_timeout_s, pool_size, begin="BEGIN")
            event.listen(self._reading_engine, "connect", _only_query)
        else:
            if self.url.drivername == "postgresql":
                self.url = self.url.set(drivername="postgresql+psycopg")
            self.engine = create_engine(self.url, pool_size=pool_size, max_overflow=0, pool_pre_ping=True)
            self._reading_engine = self.engine
        for engine in {self.engine, self._reading_engine}:
            event.listen(engine, "before_cursor_execute", _check_statement)
            event.listen(engine, "before_execute", _guard_unit_of_work, retval=True)
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
            if not self.is_sqlite:
                connection.execute(_SET_WORKSPACE, {"number": EVERY_WORKSPACE})
            yield connection

    def close(self) -> None:
        """Closes all connections that are not in use."""
        self.engine.dispose()
        self._reading_engine.dispose()


def _tell_nobody(_job_id: int) -> None:
    """Nobody waits for jobs: they lie in their table."""


def sqlite_file(url: URL) -> Path:
    """The file of an SQLite database."""
    return Path(cast("str", url.database))


def _open_to_all(session: WorkspaceSession, reason: str) -> None:
    if not reason.strip():
        raise ValueError("a session that sees every workspace needs a reason")
    log.debug("event=system_session reason=%r", reason)
    session.reason = reason


# --- SQLite -------------------------------------------------------------------------------------------------------


def _sqlite_engine(url: URL, busy_timeout_s: float, pool_size: int, *, begin: str) -> Engine:
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


# --- the guard's three hooks and PostgreSQL's row security ----------------------------------------------------------

EVERY_WORKSPACE = "*"
"""What `app.workspace_id` says in a system session; see `row_security`."""

_SET_WORKSPACE = text("SELECT set_config('app.workspace_id', :number, true)")
"""For the transaction only, so that a pooled connection carries nothing over to the next one."""


@event.listens_for(WorkspaceSession, "after_begin", propagate=True)
def _on_begin(session: WorkspaceSession, _transaction: object, connection: Connection) -> None:
    connection.info["session"] = session
    if connection.dialect.name == "postgresql":
        if session.reads_only:
            connection.execute(text("SET TRANSACTION READ ONLY"))
        _tell_row_security(session, connection)


def _tell_row_security(session: WorkspaceSession, connection: Connection) -> None:
    if connection.dialect.name != "postgresql":
        return
    number = EVERY_WORKSPACE if session.reason else str(session.workspace_id or "")
    connection.execute(_SET_WORKSPACE, {"number": number})


@event.listens_for(Engine, "checkin")
def _forget_session(_connection: object, record: Any) -> None:
    record.info.pop("session", None)


@event.listens_for(WorkspaceSession, "do_orm_execute", propagate=True)
def _add_criteria(state: ORMExecuteState) -> None:
    session = cast("WorkspaceSession", state.session)
    if session.workspace_id is None or session.reason or not state.is_orm_statement:
        return
    if state.is_select or state.is_update or state.is_delete:
        workspace_id = session.workspace_id
        mapper = state.bind_mapper
        if state.is_column_load and mapper is not None and issubclass(mapper.class_, Owned):
            # Columns of a row that is in the session already: criteria of loaders are not heeded there.
            state.statement = cast("Select[Any]", state.statement).where(mapper.class_.workspace_id == workspace_id)
            return
        state.statement = state.statement.options(_criterion(workspace_id))


@lru_cache(maxsize=64)
def _criterion(workspace_id: int) -> LoaderCriteriaOption:
    """What every statement of a workspace is given. Kept: to make it costs more than many a statement."""
    return with_loader_criteria(
        Owned, lambda cls: cls.workspace_id == workspace_id, include_aliases=True, propagate_to_loaders=True
    )


@event.listens_for(WorkspaceSession, "before_flush", propagate=True)
def _stamp(session: WorkspaceSession, _context: object, _instances: object) -> None:
    """Gives new rows their workspace and refuses rows of another one."""
    touched = [*session.new, *session.dirty, *session.deleted]
    if touched and session.reads_only:
        raise ReadOnly(f"a session that only reads holds a changed {type(touched[0]).__name__}")
    for row in touched:
        if not isinstance(row, Owned) or session.reason:
            continue
        if session.workspace_id is None:
            raise WorkspaceLeak(f"{type(row).__name__} belongs to a workspace and the session to none")
        if row in session.new and getattr(row, "workspace_id", None) is None:
            row.workspace_id = session.workspace_id
        if row.workspace_id != session.workspace_id:
            raise WorkspaceLeak(f"{type(row).__name__} belongs to another workspace than the session")
    if session.workspace_id is not None and not session.reason:
        _check_links(session, [row for row in touched if isinstance(row, Owned) and row not in session.deleted])
    session._writes_by_unit_of_work = True  # noqa: SLF001 (the session's own hook)


def _check_links(session: WorkspaceSession, rows: list[Owned]) -> None:
    """Refuses a row whose foreign key holds the id of another workspace's row, as a form might have sent it."""
    wanted: dict[Mapper[Any], set[int]] = {}
    for row in rows:
        state = inspect(row)
        for name, target in _owned_links(state.mapper):
            added = state.attrs[name].history.added
            if not added or added[0] is None:
                continue
            if target.identity_key_from_primary_key(added) not in session.identity_map:
                wanted.setdefault(target, set()).add(added[0])
    for target, ids in wanted.items():
        column = target.primary_key[0]
        for some in _in_pieces(sorted(ids), 500):
            found = session.scalar(select(func.count()).select_from(target.class_).where(column.in_(some)))
            if found != len(some):
                raise WorkspaceLeak(f"a row is linked to a {target.class_.__name__} that is not in its workspace")


@cache
def _owned_links(mapper: Mapper[Any]) -> tuple[tuple[str, Mapper[Any]], ...]:
    """The attributes that are foreign keys to the one primary key of an owned class, with that class."""
    owned = [other for other in mapper.registry.mappers if issubclass(other.class_, Owned)]
    return tuple(
        (mapper.get_property_by_column(column).key, target)
        for column in mapper.local_table.c
        for key in column.foreign_keys
        for target in owned
        if key.column.table is target.local_table and key.column.primary_key
    )


def _in_pieces(ids: list[int], size: int) -> Iterator[list[int]]:
    """The ids in pieces that a statement can hold."""
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


def _guard_unit_of_work(
    connection: Connection, statement: Any, many: Any, parameters: Any, _options: Any
) -> tuple[Any, Any, Any]:
    """A flush changes and removes rows by their primary key alone; here the workspace is added to it.

    A row of another workspace that got into the session then matches nothing, which the ORM reports as stale.
    """
    session = connection.info.get("session")
    if session is None or session.reason or not session._writes_by_unit_of_work:  # noqa: SLF001
        return statement, many, parameters
    if isinstance(statement, (Update, Delete)) and cast("Table", statement.table).name.lower() in owned_tables():
        statement = statement.where(statement.table.c.workspace_id == session.workspace_id)
    return statement, many, parameters


def _check_statement(
    connection: Connection, _cursor: object, sql: str, _parameters: object, context: Any, _many: object
) -> None:
    """Raises: WorkspaceLeak for a statement on an owned table without its workspace."""
    if connection.get_execution_options().get("system_reason"):
        return
    session: WorkspaceSession | None = connection.info.get("session")
    if session is not None and session.reason:
        return
    owned = owned_tables()
    compiled = getattr(context, "compiled", None)
    workspace_id = session.workspace_id if session is not None else None
    if getattr(context, "isddl", False):
        return
    if compiled is None or isinstance(compiled.statement, (TextClause, TextualSelect)):
        open_tables = workspace_guard.mentioned(sql, owned)
    else:
        open_tables = workspace_guard.unguarded(sql, owned)
    if open_tables:
        raise WorkspaceLeak(f"a statement reaches {', '.join(open_tables)} without saying which workspace")
    if workspace_id is not None and compiled is not None and workspace_guard.mentioned(sql, owned):
        foreign = workspace_guard.foreign_numbers(context.compiled_parameters, workspace_id)
        if foreign:
            raise WorkspaceLeak("a statement names another workspace than the session's")
