"""The database's tables, step by step. Steps are numbered files in `versions/`: 0001_first.py, 0002_...

    migrations.upgrade(database)        to the newest step, in one transaction: all of it or nothing
    migrations.is_behind(database)

A step has to run while the release before it still serves: dropping a column takes two releases.

Alembic does the steps, and is loaded by what does one: a start whose tables are up to date has no need of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import IntegrityError

from outreach import planner_statistics, row_security
from outreach.db import Base, Database, owned_tables

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent
_DIGITS = 4
_LOCK = 4_710_217
"""Number of the lock on PostgreSQL under which one process migrates while others wait. Any number would do."""


class NotAtNewest(Exception):
    """A step was to be written for a database that lacks earlier ones; the sentence says what to do."""


def head() -> str:
    """The number of the newest step."""
    return steps()[-1]


def steps() -> list[str]:
    """The numbers of all steps, first to last: the name of each one's file begins with it."""
    return sorted(file.name[:_DIGITS] for file in (FOLDER / "versions").glob("[0-9]*.py"))


def current(database: Database) -> str:
    """The number of the step that the database is at; "" for an empty one."""
    with database.system_reading_connection("reading the schema's number") as connection:
        if not inspect(connection).has_table("alembic_version"):
            return ""
        return connection.scalar(text("SELECT version_num FROM alembic_version")) or ""


def is_behind(database: Database) -> bool:
    """Whether steps are missing. A database of a newer release is not behind; see `is_ahead`."""
    at = current(database)
    return at != head() and (at == "" or at in steps())


def is_ahead(database: Database) -> bool:
    """Whether the database is at a step that this release does not know."""
    at = current(database)
    return at != "" and at not in steps()


def upgrade(database: Database, to: str = "head") -> None:
    """Brings the tables to a step, puts row security on every owned one, and tells SQLite what to expect of them."""
    from alembic import command

    with _migrating(database) as connection:
        command.upgrade(_config(connection), to)
        planner_statistics.assume(connection)
        row_security.protect(connection, owned_tables())


def downgrade(database: Database, to: str) -> None:
    """Takes the tables back to a step; "base" removes all."""
    from alembic import command

    with _migrating(database) as connection:
        command.downgrade(_config(connection), to)


def write_step(database: Database, words: str) -> Path:
    """Writes the file of a new step: what the models have and the database lacks. It has to be read and finished.

    Raises: NotAtNewest when the database lacks an earlier step, which would be taken for a part of this one.
    """
    if is_behind(database):
        raise NotAtNewest("The database is behind: bring it to the newest step with `db upgrade` first.")
    from alembic import command

    number = f"{len(steps()) + 1:0{_DIGITS}d}"
    with _migrating(database) as connection:
        command.revision(_config(connection), words, autogenerate=True, rev_id=number)
    return next((FOLDER / "versions").glob(f"{number}_*.py"))


def differences(database: Database) -> list[Any]:
    """What the models and the database's tables differ in; empty when they agree."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with database.system_reading_connection("comparing models and tables") as connection:
        opts = {"compare_type": True, "compare_server_default": True, "include_object": is_compared}
        return list(compare_metadata(MigrationContext.configure(connection, opts=opts), Base.metadata))


def is_compared(_thing: object, _name: str | None, kind: str, reflected: bool, model: object | None) -> bool:  # noqa: FBT001 (as Alembic calls it)
    """Whether models and database are compared in this. Not in tables and indexes that the database alone has.

    Those are made by hand in a step (a search index and what it consists of); a step written from the models would drop
    them.
    """
    return not (reflected and model is None and kind in ("table", "index"))


def _config(connection: Connection | None = None) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", FOLDER.as_posix().replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


@contextmanager
def _migrating(database: Database) -> Iterator[Connection]:
    """A connection in one transaction, alone at it, with foreign keys checked at the end instead of on the way.

    SQLite changes a table by making a new one and dropping the old, at which its keys would remove the rows of others.
    """
    with database.engine.connect().execution_options(system_reason="migration") as connection:
        if not database.is_sqlite:
            with connection.begin():
                connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})
                row_security.say_workspace(connection, row_security.EVERY_WORKSPACE)
                yield connection
            return
        driver: Any = connection.connection.dbapi_connection
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                yield connection
                broken = connection.execute(text("PRAGMA foreign_key_check")).all()
                if broken:
                    raise IntegrityError(f"rows of {broken[0][0]} would point to nothing", None, ValueError())
        finally:
            driver.execute("PRAGMA foreign_keys = ON")
