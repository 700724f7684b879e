"""A PostgreSQL server of the tests' own: in a folder that is thrown away, reached by a socket in it."""

from __future__ import annotations

import getpass
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

from tests import needs

ROLE = "groundwork"
_numbers = count(1)

_COPIES_FILES = 150_000
"""From this version on a database can be made by copying files, which without fsync takes a third of the time."""

_TABLES = """
    SELECT concat_ws(
        ' ',
        (SELECT concat_ws(' ', count(*), max(xmin::text::bigint)) FROM pg_class),
        (SELECT concat_ws(' ', count(*), max(xmin::text::bigint)) FROM pg_attribute),
        (SELECT string_agg(version_num, ',') FROM public.alembic_version)
    )
"""
"""What tells whether tables, indexes, columns and sequences are those that a database was lent with, at the same step:
how many there are, and which transaction was the last to write one."""

_END_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND pid <> ALL(%s)
"""

_EMPTY = """
    DO $$
    DECLARE one record;
    BEGIN
        SET LOCAL session_replication_role = replica;  -- no foreign key is looked at, no trigger runs
        FOR one IN SELECT c.oid::regclass AS name, c.relkind, s.seqstart
            FROM pg_class c LEFT JOIN pg_sequence s ON s.seqrelid = c.oid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'S') AND c.relname <> 'alembic_version'
        LOOP
            IF one.relkind = 'S' THEN
                PERFORM setval(one.name, one.seqstart, false);  -- RESTART makes a new file for each
            ELSIF pg_relation_size(one.name) > 0 THEN
                EXECUTE format('DELETE FROM %s', one.name);
            END IF;
        END LOOP;
    END $$
"""


class Server:
    """The running server. Its databases belong to a role without special rights, as in a good production."""

    def __init__(self, programs: Path, folder: Path, user: str | None) -> None:
        self._programs = programs
        self._folder = folder
        self._user = user
        self._strategy = ""
        self._free: list[str] = []
        self._tables: dict[str, str] = {}
        self._watched: dict[str, psycopg.Connection[tuple[object, ...]]] = {}
        self.owner = user or getpass.getuser()

    def run(self, program: str, *arguments: str) -> str:
        """Runs one of PostgreSQL's programs as the server's owner and returns what it printed."""
        environment = {**os.environ, "PGHOST": str(self._folder), "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            [str(self._programs / program), *arguments], check=True, capture_output=True, encoding="utf-8",
            user=self._user, cwd=self._folder, env=environment, timeout=300,
        ).stdout  # fmt: skip

    def start(self) -> None:
        self.run("initdb", "--auth=trust", "--encoding=UTF8", "--no-sync", "--pgdata=data")
        options = f"-c listen_addresses= -c unix_socket_directories={self._folder} -c fsync=off -c max_connections=60"
        self.run("pg_ctl", "start", "--pgdata=data", "--wait", "--silent", "--log=log", f"--options={options}")
        self.sql("postgres", f"CREATE ROLE {ROLE} LOGIN")
        if int(self.sql("postgres", "SHOW server_version_num")) >= _COPIES_FILES:
            self._strategy = "STRATEGY FILE_COPY"

    def stop(self) -> None:
        for connection in self._watched.values():
            connection.close()
        self.run("pg_ctl", "stop", "--pgdata=data", "--mode=immediate", "--wait", "--silent")

    def sql(self, database: str, statement: str) -> str:
        """Runs a statement as the superuser."""
        with self._connection(database) as connection:
            return _only(connection.execute(statement))

    def _connection(self, database: str) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(f"host={self._folder} dbname={database} user={self.owner}", autocommit=True)

    def new_database(self, template: str = "template0") -> str:
        """Makes a database and returns its name."""
        name = f"test_{next(_numbers)}"
        self.sql("postgres", f"CREATE DATABASE {name} OWNER {ROLE} TEMPLATE {template} {self._strategy}")
        return name

    def drop_database(self, name: str) -> None:
        self.sql("postgres", f"DROP DATABASE {name} WITH (FORCE)")

    def lend(self, template: str) -> str:
        """A database as the template is: one that was given back, or a new one."""
        if self._free:
            return self._free.pop()
        name = self.new_database(template)
        self._watched[name] = self._connection(name)
        self._tables[name] = _only(self._watched[name].execute(_TABLES))
        return name

    def give_back(self, name: str, held: Sequence[int] = ()) -> None:
        """Empties a lent database for the next test; one whose tables were changed is dropped.

        To make and drop one takes two checkpoints, and each new one is strange to every process of the server. All
        processes of the database are ended but those that are `held`.
        """
        watched = self._watched[name]
        watched.execute(_END_OTHERS, [list(held)])
        try:
            is_as_lent = _only(watched.execute(_TABLES)) == self._tables[name]
        except psycopg.errors.UndefinedTable:
            is_as_lent = False
        if is_as_lent:
            watched.execute(_EMPTY)
            self._free.append(name)
        else:
            self._watched.pop(name).close()
            self.drop_database(name)

    def url(self, name: str, role: str = ROLE) -> str:
        return f"postgresql://{role}@/{name}?host={self._folder}"


def _only(answer: psycopg.Cursor[tuple[object, ...]]) -> str:
    """The first field of the first row; "" for none."""
    row = answer.fetchone() if answer.description else None
    return str(row[0]) if row else ""


@contextmanager
def running_server() -> Iterator[Server]:
    """A server for as long as the block lasts; ends the test when PostgreSQL is not here."""
    programs = _programs()
    user = "postgres" if os.geteuid() == 0 else None
    if user is not None and user not in {entry.pw_name for entry in pwd.getpwall()}:
        needs.is_missing("postgresql", "PostgreSQL does not run as root, and there is no user postgres")
    folder = Path(tempfile.mkdtemp(prefix="groundwork-pg-"))
    try:
        if user is not None:
            shutil.chown(folder, user)
        server = Server(programs, folder, user)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """The folder of the newest PostgreSQL that is installed."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[4]))
    found = str(installed[-1]) if installed else shutil.which("initdb")
    if found is None:
        needs.is_missing("postgresql", "PostgreSQL is not installed here")
    return Path(found).resolve().parent
