"""The second line on PostgreSQL: each owned table shows and takes rows of the transaction's workspace only.

A session says its workspace with SET LOCAL (`app.workspace_id`), so it ends with the transaction and a pooled
connection carries nothing over. Without it no row is seen; "*" is said by system sessions, migrations and backups.
FORCE makes the policy hold for the tables' owner too; only a superuser passes it by, so the application must not
connect as one.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, text

EVERY_WORKSPACE = "*"
"""What a system session says instead of a workspace's number."""

_SAY = text("SELECT set_config('app.workspace_id', :number, true)")
"""For the transaction only, so that a pooled connection carries nothing over to the next one."""

_POLICY = """\
CREATE POLICY workspace ON {table} USING (
    current_setting('app.workspace_id', true) = '*'
    OR workspace_id = nullif(nullif(current_setting('app.workspace_id', true), '*'), '')::bigint
)"""


def say_workspace(connection: Connection, number: str) -> None:
    """Tells the transaction its workspace: the number, EVERY_WORKSPACE, or "" for none. Nothing on SQLite."""
    if connection.dialect.name == "postgresql":
        connection.execute(_SAY, {"number": number})


def protect(connection: Connection, tables: Iterable[str]) -> list[str]:
    """Puts the policy on those of these tables that exist and lack it; returns their names. Nothing on SQLite."""
    if connection.dialect.name != "postgresql":
        return []
    done = []
    for table in sorted(set(tables) & _unprotected(connection)):
        quoted = connection.dialect.identifier_preparer.quote(table)
        for statement in (
            f"ALTER TABLE {quoted} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {quoted} FORCE ROW LEVEL SECURITY",
            _POLICY.format(table=quoted),
        ):
            connection.execute(text(statement))
        done.append(table)
    return done


def _unprotected(connection: Connection) -> set[str]:
    """The tables of the present schema without the policy."""
    query = text(
        "SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace "
        "AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'workspace')"
    )
    return set(connection.execute(query).scalars())


def passes_by(connection: Connection) -> bool:
    """Whether the role that is connected is above row security (a superuser, or with BYPASSRLS)."""
    if connection.dialect.name != "postgresql":
        return False
    query = text("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
    return bool(connection.execute(query).scalar())
