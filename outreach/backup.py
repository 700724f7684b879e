"""One file that holds everything, made while work goes on, and put back in one transaction.

A backup is a zip: `manifest.json`, the database (SQLite's file, or pg_dump's), and the folder of stored documents. The
secret key is not in it, nor any setting: keep `secret-key` of the data folder, or your setting, somewhere else.

The file appears under its name only when it is whole and on the disk: written under another, synchronized, renamed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import inspect, text
from sqlalchemy.engine import URL

from outreach import migrations, row_security
from outreach.db import Database, sqlite_file

FORMAT = 1
SQLITE, POSTGRESQL = "sqlite", "postgresql"
DATABASE = {SQLITE: "database.sqlite3", POSTGRESQL: "database.dump"}
DOCUMENTS = "documents"
_PIECE = 1 << 20
_PAGES_AT_ONCE = 2_000
"""SQLite copies so many pages under one lock: 8 MB. Writers wait no longer than that takes."""


class BackupFailed(Exception):
    """No backup was made, or nothing was put back; the sentence says why."""


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself. `schema` is the number of its newest migration step."""

    format: int
    kind: str
    schema: str
    made_at: str
    database_sha256: str
    documents: int


# --- making one ---------------------------------------------------------------------------------------------------


def make(database: Database, data: Path, folder: Path, now: datetime) -> Path:
    """Writes a backup into the folder and returns its path. Writers are not stopped; it holds one moment's state.

    Raises: BackupFailed; OSError when the disk does not take it.
    """
    kind = SQLITE if database.is_sqlite else POSTGRESQL
    folder.mkdir(parents=True, exist_ok=True)
    final = folder / f"groundwork-{now:%Y%m%d-%H%M%S}.zip"
    if final.exists():
        raise BackupFailed(f"{final} is there already; it was not touched.")
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=folder) as scratch:
        copy = Path(scratch) / DATABASE[kind]
        schema = migrations.current(database)
        if kind == SQLITE:
            _copy_sqlite(sqlite_file(database.url), copy)
        else:
            options = ["--format=custom", "--no-owner", "--no-acl", "--enable-row-security", f"--file={copy}"]
            _run(["pg_dump", *options], database.url)
        documents = sorted(path for path in (data / DOCUMENTS).rglob("*") if path.is_file())
        manifest = Manifest(FORMAT, kind, schema, now.isoformat(), _sha256_of(copy), len(documents))
        unfinished = Path(scratch) / "backup.zip"
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
            archive.writestr("manifest.json", json.dumps(asdict(manifest), indent=1))
            archive.write(copy, copy.name)
            for path in documents:
                archive.write(path, f"{DOCUMENTS}/{path.relative_to(data / DOCUMENTS).as_posix()}")
        _put_in_place(unfinished, final)
    return final


def _copy_sqlite(source: Path, target: Path) -> None:
    """SQLite's online backup: writers go on, and the copy is one committed state."""
    with closing(sqlite3.connect(source, timeout=30)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy, pages=_PAGES_AT_ONCE)
    _check_sqlite(target)


def _check_sqlite(path: Path) -> None:
    """Raises: BackupFailed unless the file is a whole SQLite database."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as copy:
            told = copy.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise BackupFailed(f"The database in it is damaged: {error}.") from error
    if told != "ok":
        raise BackupFailed(f"The database in it is damaged: {told}.")


def _put_in_place(made: Path, final: Path) -> None:
    """Makes sure the file is on the disk, then gives it its name, for good."""
    with made.open("rb+") as file:
        os.fsync(file.fileno())
    made.chmod(0o600)
    made.replace(final)
    if os.name != "nt":  # Windows has no handle for a folder, and writes names at once
        handle = os.open(final.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


# --- putting one back ---------------------------------------------------------------------------------------------


def restore(database: Database, data: Path, file: Path, *, replace: bool = False) -> Manifest:
    """Puts a backup back in the place of what is there, then brings its tables up to date.

    replace: allow it where there are accounts already, whose data then are gone. The backup is checked as a whole
    before anything is touched. Raises: BackupFailed.
    """
    with _opened(file) as archive, tempfile.TemporaryDirectory(prefix=".restore-", dir=data) as scratch:
        manifest = _checked_manifest(archive, database)
        if not replace and _holds_accounts(database):
            raise BackupFailed("There are accounts here already: make a backup of them, then restore with --replace.")
        copy = Path(scratch) / DATABASE[manifest.kind]
        with archive.open(copy.name) as packed, copy.open("wb") as unpacked:
            shutil.copyfileobj(packed, unpacked, _PIECE)
        if _sha256_of(copy) != manifest.database_sha256:
            raise BackupFailed("The database in it is not the one that was backed up.")
        documents = Path(scratch) / DOCUMENTS
        _unpack_documents(archive, documents, manifest.documents)
        if manifest.kind == SQLITE:
            _check_sqlite(copy)
            _copy_into_sqlite(copy, sqlite_file(database.url))
        else:
            options = ["--clean", "--if-exists", "--no-owner", "--no-acl", "--single-transaction", "--exit-on-error"]
            _run(["pg_restore", *options, f"--dbname={database.url.database}", str(copy)], database.url)
        _put_documents(documents, data / DOCUMENTS)
    database.close()
    migrations.upgrade(database)
    return manifest


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except FileNotFoundError:
        raise BackupFailed(f"There is no file {file}.") from None
    except (zipfile.BadZipFile, KeyError, EOFError) as error:
        raise BackupFailed(f"{file} is no whole backup: {error}.") from error


def _checked_manifest(archive: zipfile.ZipFile, database: Database) -> Manifest:
    try:
        manifest = Manifest(**json.loads(archive.read("manifest.json")))
    except (ValueError, TypeError) as error:
        raise BackupFailed("Its manifest cannot be read.") from error
    if manifest.format != FORMAT or manifest.kind not in DATABASE:
        raise BackupFailed("It was made by a newer Groundwork.")
    if manifest.schema and manifest.schema not in migrations.steps():
        raise BackupFailed("Its database was made by a newer Groundwork: restore it with that one.")
    here = SQLITE if database.is_sqlite else POSTGRESQL
    if manifest.kind != here:
        raise BackupFailed(f"It holds a database of {manifest.kind} and this one is of {here}.")
    return manifest


def _holds_accounts(database: Database) -> bool:
    with database.system_reading_connection("looking whether a restore would overwrite anything") as connection:
        if not inspect(connection).has_table("user_account"):
            return False
        return connection.execute(text("SELECT 1 FROM user_account LIMIT 1")).first() is not None


def _copy_into_sqlite(copy: Path, target: Path) -> None:
    """Over the pages of the database that is there, in one transaction: readers see the old or the new one."""
    with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(target, timeout=30)) as live:
        source.backup(live, progress=_give_up_when_locked)
        live.execute("PRAGMA journal_mode = WAL")


def _give_up_when_locked(status: int, _left: int, _pages: int) -> None:
    """Python's `backup` tries again for ever, beyond the connection's own patience. Raises: BackupFailed."""
    if status & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise BackupFailed("The database is in use: stop Groundwork, then restore again.")


def _unpack_documents(archive: zipfile.ZipFile, target: Path, count: int) -> None:
    """Raises: BackupFailed for a name that leads elsewhere, or when some are missing."""
    target.mkdir()
    names = [name for name in archive.namelist() if name.startswith(f"{DOCUMENTS}/") and not name.endswith("/")]
    if len(names) != count:
        raise BackupFailed("Documents are missing from it.")
    for name in names:
        path = (target.parent / name).resolve()
        if not path.is_relative_to(target.resolve()) or "\\" in name:
            raise BackupFailed("It holds a file that would be written elsewhere.")
        path.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(name) as packed, path.open("wb") as unpacked:
            shutil.copyfileobj(packed, unpacked, _PIECE)


def _put_documents(made: Path, final: Path) -> None:
    if final.exists():
        shutil.rmtree(final)
    made.replace(final)


# --- PostgreSQL's own programs, and sums ---------------------------------------------------------------------------


def _run(command: list[str], url: URL) -> None:
    """Runs one of PostgreSQL's programs for this database; the password goes by the environment, not the command."""
    program = _program(command[0])
    settings = {
        "PGHOST": url.host or url.query.get("host"), "PGPORT": str(url.port or url.query.get("port") or ""),
        "PGUSER": url.username, "PGDATABASE": url.database, "PGPASSWORD": url.password,
        "PGOPTIONS": f"-c app.workspace_id={row_security.EVERY_WORKSPACE}", "PGCONNECT_TIMEOUT": "10",
    }  # fmt: skip
    environment = {**os.environ, **{name: str(value) for name, value in settings.items() if value}}
    done = subprocess.run(  # noqa: S603 (our own words, and a path made here)
        [program, *command[1:]], env=environment, capture_output=True, text=True, check=False, timeout=3600,
    )  # fmt: skip
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["it gave no reason"]
        raise BackupFailed(f"{command[0]} failed: {lines[0]}.")


def _program(name: str) -> str:
    """PostgreSQL's program, from the newest release that Debian has installed, or from the path."""
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: float(path.parts[4]))
    found = str(installed[-1]) if installed else shutil.which(name)
    if found is None:
        raise BackupFailed(f"{name} is not installed here: it comes with PostgreSQL's client programs.")
    return found


def _sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
