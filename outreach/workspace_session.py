"""Sessions that belong to one workspace, and the hooks by which the guard holds them to it.

`_add_criteria` is the first step of `workspace_guard` and `_check_statement` the second; `_stamp` gives new rows their
workspace and refuses what is another's, and `_guard_unit_of_work` adds the workspace to what a flush writes by key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any, cast

from sqlalchemy import (
    Connection,
    Engine,
    Select,
    Table,
    TextClause,
    TextualSelect,
    event,
    func,
    inspect,
    select,
    text,
)  # fmt: skip
from sqlalchemy.orm import LoaderCriteriaOption, Mapper, ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.sql.dml import Delete, Update

from outreach import row_security, workspace_guard
from outreach.kept_statements import KEPT
from outreach.tables import Owned, owned_tables
from outreach.workspace_guard import WorkspaceLeak


class ReadOnly(Exception):
    """A session that only reads was told to write. Always our mistake."""


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


def watch(engine: Engine) -> None:
    """Reads every statement of this engine before the database does, and lets none pass that forgets the workspace."""
    event.listen(engine, "before_cursor_execute", _check_statement)
    event.listen(engine, "before_execute", _guard_unit_of_work, retval=True)


# --- the hooks ------------------------------------------------------------------------------------------------------


@event.listens_for(WorkspaceSession, "after_begin", propagate=True)
def _on_begin(session: WorkspaceSession, _transaction: object, connection: Connection) -> None:
    connection.info["session"] = session
    if connection.dialect.name == "postgresql" and session.reads_only:
        connection.execute(text("SET TRANSACTION READ ONLY"))
    _tell_row_security(session, connection)


def _tell_row_security(session: WorkspaceSession, connection: Connection) -> None:
    number = row_security.EVERY_WORKSPACE if session.reason else str(session.workspace_id or "")
    row_security.say_workspace(connection, number)


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
        if state.execution_options.get(KEPT) and not state.is_relationship_load:
            state.statement = _kept_with_criterion(cast("Select[Any]", state.statement), workspace_id)
            return
        state.statement = state.statement.options(_criterion(workspace_id))


@lru_cache(maxsize=1024)
def _kept_with_criterion(statement: Select[Any], workspace_id: int) -> Select[Any]:
    """A statement that is put together once is given its workspace once as well: it is the same object each time."""
    return statement.options(_criterion(workspace_id))


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
