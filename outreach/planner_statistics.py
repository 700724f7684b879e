"""What SQLite's planner is told of the tables: one workspace may hold almost all rows, its number narrows nothing.

Every query asks for its workspace. Knowing nothing else, SQLite takes any index that begins with the workspace for the
best and reads the whole workspace through it, even where the rows are asked for by their ids (30 to 190 ms a query with
100,000 people, measured). So the table that ANALYZE fills is filled here, for a large workspace, the same for every
database: the plans of today are those of next year. SQLite allows it (https://sqlite.org/lang_analyze.html, section 4).
PostgreSQL counts by itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, text

ROWS = 100_000
"""Rows of a table, as assumed: those of a large workspace."""

OF_ONE_OTHER = 20
"""Rows that belong to one row of another table: a person's notes, an organization's people."""

OF_ONE_TEXT = 5
"""Rows that share a name, a key or a moment."""

FEW_VALUES = frozenset(
    {"kind", "state", "is_current", "standing", "judgement", "source_key", "predicate", "key", "used_in"}
)
"""Columns with a handful of values: each is shared by a quarter of what is left."""


def assume(connection: Connection) -> None:
    """Writes the assumptions for every table and index there is. Nothing on PostgreSQL.

    New connections heed them. Safe to repeat, as after each step of the tables.
    """
    if connection.dialect.name != "sqlite":
        return
    connection.exec_driver_sql("ANALYZE sqlite_schema")  # makes the table, should it not be there
    connection.exec_driver_sql("DELETE FROM sqlite_stat1")
    tables = connection.exec_driver_sql(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%VIRTUAL%'"
    ).scalars()
    for table in sorted(tables):
        for index, is_unique in _indexes(connection, table):
            columns = connection.execute(
                text("SELECT name FROM pragma_index_info(:index) ORDER BY seqno"), {"index": index}
            ).scalars()
            _write(connection, table, index, rows_shared(list(columns), is_unique=is_unique))


def _indexes(connection: Connection, table: str) -> list[tuple[str, bool]]:
    found = connection.execute(
        text('SELECT name, "unique" AND NOT partial FROM pragma_index_list(:table)'), {"table": table}
    )
    return [(row[0], bool(row[1])) for row in found]


def _write(connection: Connection, table: str, index: str, shared: Iterable[int]) -> None:
    told = " ".join(str(count) for count in (ROWS, *shared))
    connection.execute(
        text("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (:tbl, :idx, :stat)"),
        {"tbl": table, "idx": index, "stat": told},
    )


def rows_shared(columns: list[str | None], *, is_unique: bool) -> list[int]:
    """How many rows share the first one, two, three columns of an index; 1 for all of a unique one."""
    left, shared = ROWS, []
    for column in columns:
        left = _left(left, column)
        shared.append(left)
    if is_unique and shared:
        shared[-1] = 1
    return shared


def _left(before: int, column: str | None) -> int:
    if column == "workspace_id":
        return before
    if column == "id":
        return 1
    if column in FEW_VALUES:
        return max(1, before // 4)
    return min(before, OF_ONE_OTHER if column is not None and column.endswith("_id") else OF_ONE_TEXT)
