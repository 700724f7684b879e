"""An SQLite database that is up to date, made once and copied for whoever needs one."""

from __future__ import annotations

from pathlib import Path

from outreach import app as application
from outreach import migrations
from outreach.db import Database


def make_file(folder: Path) -> Path:
    """A closed database file with every table and no row; it can be copied."""
    application.load_models()
    file = folder / "template.sqlite3"
    database = Database(f"sqlite:///{file}")
    migrations.upgrade(database)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return file
