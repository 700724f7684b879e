"""The commands, as one types them: what they print, and with which status they end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from flask.testing import FlaskCliRunner
from sqlalchemy import select, text

from outreach import migrations
from outreach.cli import make_backup, restore
from outreach.db import Database
from outreach.jobs.table import Job, enqueue
from tests import source_tree


@pytest.fixture
def run(app):
    """Runs a command of the application, e.g. run("db", "current")."""
    runner = FlaskCliRunner(app)
    return lambda *words: runner.invoke(args=list(words))


def flask(data: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Runs `flask --app wsgi ...` as a process of its own."""
    variables = {f"GROUNDWORK_{name}": value for name, value in {"DATA": str(data), **settings}.items()}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GROUNDWORK_")}
    return subprocess.run(
        [sys.executable, "-m", "flask", "--app", "wsgi", *words],
        cwd=source_tree.REPOSITORY, env={**kept, **variables}, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


def test_check_says_that_all_is_well(run):
    done = run("check")
    assert done.exit_code == 0
    assert migrations.head() in done.output


def test_check_says_that_a_new_database_is_empty(run, monkeypatch):
    monkeypatch.setattr(migrations, "current", lambda _database: "")
    assert "an empty database, which gets its tables" in run("check").output


def test_check_says_what_is_wrong_with_the_database(app, run):
    with app.extensions["database"].system_connection("coming from the future") as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    done = run("check")
    assert done.exit_code == 1
    assert "newer" in done.output


def test_check_says_when_the_database_does_not_answer(app, run, monkeypatch):
    def fail(_database):
        raise OSError("refused: password=hidden")

    monkeypatch.setattr(migrations, "current", fail)
    done = run("check")
    assert done.exit_code == 1
    assert "does not answer" in done.output
    assert "hidden" not in done.output


def test_an_unsafe_production_is_refused_with_every_reason(tmp_path):
    done = flask(tmp_path, "check", ENVIRONMENT="production", JOBS="sometimes", ADDRESS="http://groundwork.example.org")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for name in ("SECRET_KEY", "JOBS", "ADDRESS"):
        assert f"GROUNDWORK_{name}" in done.stderr


def test_a_production_that_is_behind_is_brought_up_to_date_by_the_command(tmp_path):
    production = {"ENVIRONMENT": "production", "SECRET_KEY": "0123456789abcdef" * 3}
    behind = flask(tmp_path, "check", **production)
    assert (behind.returncode, "db upgrade" in behind.stderr) == (1, True)
    assert flask(tmp_path, "db", "upgrade", **production).returncode == 0
    after = flask(tmp_path, "check", **production)
    assert (after.returncode, after.stderr) == (0, "")


def test_the_database_goes_back_a_step_and_forward(run):
    assert run("db", "downgrade", "0001").output == "The database is at 0001.\n"
    assert run("db", "current").output == f"0001 of {migrations.head()}\n"
    assert run("db", "upgrade").output == f"The database is at {migrations.head()}.\n"


def test_a_backup_is_made_and_put_back(run, app, tmp_path):
    made = run("backup", str(tmp_path / "kept"))
    assert made.exit_code == 0
    assert "secret key is not in it" in made.output
    file = made.output.splitlines()[0]
    assert run("restore", file).exit_code == 0


def test_a_folder_that_takes_no_backup_is_named_in_a_sentence(run, tmp_path):
    (tmp_path / "in the way").write_text("a file")
    done = run("backup", str(tmp_path / "in the way" / "backups"))
    assert done.exit_code == 1
    assert "cannot be written" in done.output
    assert "Errno" not in done.output


def test_a_backup_that_cannot_be_put_back_is_said_in_a_sentence(run, tmp_path):
    done = run("restore", str(tmp_path / "missing.zip"))
    assert done.exit_code == 1
    assert "Nothing was put back" in done.output
    assert {make_backup.name, restore.name} == {"backup", "restore"}


def test_a_worker_does_what_waits_and_stops_when_told(sqlite_url, tmp_path):
    database = Database(sqlite_url)
    with database.open_session() as session:
        enqueue(session, "jobs.forget_finished")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GROUNDWORK_")}
    worker = subprocess.Popen(
        [sys.executable, "-m", "flask", "--app", "wsgi", "work"], cwd=source_tree.REPOSITORY,
        env={**kept, "GROUNDWORK_DATA": str(tmp_path)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        end = time.monotonic() + 240
        states: set[str] = set()
        while "done" not in states and time.monotonic() < end:
            time.sleep(0.1)
            with database.open_reader() as session:
                states = set(session.scalars(select(Job.state).where(Job.unique_key.is_(None))))
        assert states == {"done"}
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(120) == 0
    finally:
        worker.kill()
        worker.wait()
        database.close()
