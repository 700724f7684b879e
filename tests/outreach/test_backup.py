"""A backup holds one moment's state, is made while others write, and comes back whole or not at all."""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
import zipfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from outreach import app as application
from outreach import backup, migrations
from outreach.backup import BackupFailed
from outreach.db import Database
from outreach.jobs.table import Job, enqueue

application.load_models()
from outreach.accounts.models import FirstAccount, User, Workspace  # noqa: E402 (after all tables are known)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "documents" / "ab").mkdir(parents=True)
    (folder / "documents" / "ab" / "cd.html").write_bytes(b"<p>kept</p>")
    (folder / "secret-key").write_text("must not be in a backup")
    return folder


def names(database: Database) -> list[str]:
    with database.open_reader() as session:
        return list(session.scalars(select(Job.name).order_by(Job.id)))


def add(database: Database, name: str) -> None:
    with database.open_session() as session:
        enqueue(session, name)


def add_account(database: Database, clock) -> None:
    with database.open_session() as session:
        user = User(
            name="Alice", email="alice@example.org", email_key="alice@example.org", password_hash="x",
            password_changed_at=clock.now, created_at=clock.now,
        )  # fmt: skip
        session.add_all([user, Workspace(name="Alice's", created_at=clock.now)])
        session.flush()
        session.add(FirstAccount(id=1, user_id=user.id))


def test_what_was_backed_up_comes_back(each_database, data, tmp_path, clock):
    add_account(each_database, clock)
    add(each_database, "before.it")
    file = backup.make(each_database, data, tmp_path / "kept", clock.now)
    add(each_database, "after.it")
    (data / "documents" / "ab" / "cd.html").write_bytes(b"changed")
    (data / "documents" / "new").write_bytes(b"new")
    manifest = backup.restore(each_database, data, file, replace=True)
    assert manifest.made_at == clock.now.isoformat()
    assert names(each_database) == ["before.it"]
    assert [path.name for path in (data / "documents").rglob("*") if path.is_file()] == ["cd.html"]
    assert (data / "documents" / "ab" / "cd.html").read_bytes() == b"<p>kept</p>"
    assert migrations.differences(each_database) == []
    add(each_database, "goes.on")


def test_a_backup_comes_back_on_another_machine(database, data, tmp_path, clock):
    if not database.is_sqlite:
        pytest.skip("PostgreSQL's is the test above, in place")
    add_account(database, clock)
    file = backup.make(database, data, tmp_path / "kept", clock.now)
    there = Database(f"sqlite:///{tmp_path / 'there.sqlite3'}")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    backup.restore(there, elsewhere, file)
    with there.open_reader() as session:
        assert session.scalars(select(User.name)).all() == ["Alice"]
    assert (elsewhere / "documents" / "ab" / "cd.html").is_file()
    there.close()


def test_accounts_that_are_here_are_not_overwritten_by_mistake(each_database, data, tmp_path, clock):
    add_account(each_database, clock)
    file = backup.make(each_database, data, tmp_path / "kept", clock.now)
    add(each_database, "after.it")
    with pytest.raises(BackupFailed, match="--replace"):
        backup.restore(each_database, data, file)
    assert names(each_database) == ["after.it"]


def test_no_secret_is_in_a_backup(database, data, tmp_path, clock):
    file = backup.make(database, data, tmp_path / "kept", clock.now)
    with zipfile.ZipFile(file) as archive:
        assert not [name for name in archive.namelist() if "secret" in name]
        assert not any(b"must not be" in archive.read(name) for name in archive.namelist())
    assert file.stat().st_mode & 0o077 == 0


def test_nothing_else_is_left_in_the_folder_and_none_is_overwritten(database, data, tmp_path, clock):
    folder = tmp_path / "kept"
    file = backup.make(database, data, folder, clock.now)
    whole = file.read_bytes()
    with pytest.raises(BackupFailed, match="is there already"):
        backup.make(database, data, folder, clock.now)
    assert list(folder.iterdir()) == [file]
    assert file.read_bytes() == whole


def test_a_backup_that_fails_leaves_nothing(database, data, tmp_path, clock, monkeypatch):
    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "_put_in_place", fail)
    with pytest.raises(OSError, match="No space"):
        backup.make(database, data, tmp_path / "kept", clock.now)
    assert list((tmp_path / "kept").iterdir()) == []


def test_backups_made_while_others_write_hold_a_beginning_of_what_was_written(sqlite_url, data, tmp_path, clock):
    """Each job's name says its number: what a backup holds is 0, 1, 2 ... without a hole."""
    database = Database(sqlite_url)
    stop = threading.Event()
    written: list[int] = []

    def write() -> None:
        while not stop.is_set():
            with database.open_session() as session:
                enqueue(session, "tests.note", number=len(written))
            written.append(len(written))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(4):
            acknowledged = len(written)
            file = backup.make(database, data, tmp_path / "kept", clock.now + timedelta(seconds=number))
            there = Database(f"sqlite:///{tmp_path / f'there{number}.sqlite3'}")
            backup.restore(there, data, file)
            with there.open_reader() as session:
                numbers = [ids["number"] for ids in session.scalars(select(Job.ids).order_by(Job.id))]
            there.close()
            assert numbers == list(range(len(numbers)))
            assert len(numbers) >= acknowledged
    finally:
        stop.set()
        writer.join()
        database.close()


# --- what is no backup --------------------------------------------------------------------------------------------


@pytest.fixture
def made(sqlite_url, data, tmp_path, clock):
    """(the database, its data, a backup of it)"""
    database = Database(sqlite_url)
    add(database, "before.it")
    yield database, data, backup.make(database, data, tmp_path / "kept", clock.now)
    database.close()


def rewritten(file: Path, target: Path, **changes: bytes | None) -> Path:
    """The backup with other content under some names, or without them."""
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = changes.pop(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, content in changes.items():
            new.writestr(name, content)
    return target


def changed_manifest(file: Path, **changes: object) -> bytes:
    with zipfile.ZipFile(file) as archive:
        return json.dumps({**json.loads(archive.read("manifest.json")), **changes}).encode()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda file, to: shutil.copyfile(file, to).write_bytes(file.read_bytes()[:1000]) and to, "no whole backup"),
        (lambda file, to: to.write_bytes(b"no zip") and to, "no whole backup"),
        (lambda file, to: to.with_name("missing"), "There is no file"),
        (lambda file, to: rewritten(file, to, **{"manifest.json": None}), "no whole backup"),
        (lambda file, to: rewritten(file, to, **{"manifest.json": b"[]"}), "manifest"),
        (lambda file, to: rewritten(file, to, **{"manifest.json": b"{"}), "manifest"),
        (lambda file, to: rewritten(file, to, **{"manifest.json": changed_manifest(file, format=9)}), "newer"),
        (lambda file, to: rewritten(file, to, **{"manifest.json": changed_manifest(file, schema="9999")}), "newer"),
        (lambda file, to: rewritten(file, to, **{"manifest.json": changed_manifest(file, kind="postgresql")}), "this"),
        (lambda file, to: rewritten(file, to, **{"database.sqlite3": b"other"}), "not the one"),
        (lambda file, to: rewritten(file, to, **{"database.sqlite3": None}), "no whole backup"),
        (lambda file, to: rewritten(file, to, **{"documents/ab/cd.html": None}), "missing"),
        (lambda file, to: rewritten(file, to, **{"documents/ab/cd.html": None, "documents/../../x": b""}), "elsew"),
    ],
)  # fmt: skip
def test_what_is_no_backup_is_refused_and_nothing_is_touched(spoil, words, made, tmp_path):
    database, data, file = made
    spoiled = spoil(file, tmp_path / "spoiled.zip")
    add(database, "after.it")
    with pytest.raises(BackupFailed, match=words):
        backup.restore(database, data, spoiled)
    assert names(database) == ["before.it", "after.it"]
    assert (data / "documents" / "ab" / "cd.html").read_bytes() == b"<p>kept</p>"
    assert not [path for path in data.iterdir() if path.name.startswith(".")]


def test_a_damaged_database_is_not_put_back(made, tmp_path):
    database, data, file = made
    with zipfile.ZipFile(file) as archive:
        content = bytearray(archive.read("database.sqlite3"))
    content[4096:12288] = b"\xff" * 8192
    damaged = tmp_path / "damaged.sqlite3"
    damaged.write_bytes(content)
    manifest = changed_manifest(file, database_sha256=backup._sha256_of(damaged))
    spoiled = rewritten(file, tmp_path / "s.zip", **{"database.sqlite3": bytes(content), "manifest.json": manifest})
    with pytest.raises(BackupFailed, match="damaged"):
        backup.restore(database, data, spoiled)
    assert names(database) == ["before.it"]


def test_a_restore_waits_for_no_writer_forever(made, monkeypatch):
    database, data, file = made
    connect = sqlite3.connect
    monkeypatch.setattr(backup.sqlite3, "connect", lambda *a, **n: connect(*a, **{**n, "timeout": 0.1}))
    with database.open_session() as session:
        enqueue(session, "tests.note")
        with pytest.raises(BackupFailed, match="in use"):
            backup.restore(database, data, file)
    assert names(database) == ["before.it", "tests.note"]


def test_an_older_release_s_backup_is_brought_up_to_date(tmp_path, data, clock):
    old = Database(f"sqlite:///{tmp_path / 'old.sqlite3'}")
    migrations.upgrade(old, "0001")
    file = backup.make(old, data, tmp_path / "kept", clock.now)
    old.close()
    with closing(sqlite3.connect(tmp_path / "new.sqlite3")):
        new = Database(f"sqlite:///{tmp_path / 'new.sqlite3'}")
    backup.restore(new, data, file)
    assert not migrations.is_behind(new)
    new.close()
