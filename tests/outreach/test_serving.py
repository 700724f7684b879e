"""`flask --app wsgi serve`, as a process of its own: it answers, works, and ends when it is told."""

from __future__ import annotations

import gc
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from outreach import migrations, serving
from outreach.db import Database
from outreach.jobs.table import Job, enqueue
from tests import source_tree


@pytest.fixture
def port(loopback: str) -> int:
    """A port that was free a moment ago."""
    with socket.create_server((loopback, 0)) as server:
        return int(server.getsockname()[1])


@pytest.fixture
def served(sqlite_url: str, tmp_path: Path, port: int) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts the command on the test's database; what still runs after the test is ended."""
    begun: list[subprocess.Popen[str]] = []

    def serve(**settings: str) -> subprocess.Popen[str]:
        named = {"DATA": str(tmp_path / "data"), "DATABASE_URL": sqlite_url, "LOG_LEVEL": "WARNING"} | settings
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GROUNDWORK_")}
        begun.append(subprocess.Popen(
            [sys.executable, "-m", "flask", "--app", "wsgi", "serve", "--port", str(port)],
            cwd=source_tree.REPOSITORY, env=kept | {f"GROUNDWORK_{name}": value for name, value in named.items()},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        ))  # fmt: skip
        return begun[-1]

    yield serve
    for one in begun:
        one.kill()
        one.communicate()


def wait_until(true: Callable[[], bool], server: subprocess.Popen[str]) -> None:
    end = time.monotonic() + 240
    while not true():
        assert server.poll() is None, server.communicate()[0]
        if time.monotonic() > end:
            pytest.fail("the server did not come to it in time")
        time.sleep(0.05)


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/static/site.css", timeout=120) as answer:
            return bool(answer.status == 200)
    except urllib.error.URLError:
        return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_answers_does_waiting_work_before_anybody_asks_and_ends_when_told(served, sqlite_url, port, number):
    database = Database(sqlite_url)
    with database.open_session() as session:
        enqueue(session, "jobs.forget_finished")

    def job_is_done() -> bool:
        with database.open_reader() as session:
            return session.scalar(select(Job.state).where(Job.unique_key.is_(None))) == "done"

    server = served()
    try:
        wait_until(job_is_done, server)
    finally:
        database.close()
    wait_until(lambda: answers(port), server)
    server.send_signal(number)
    told = server.communicate(timeout=240)[0]
    assert (server.returncode, told) == (0, "")


def test_the_check_of_letters_is_made_ready_when_the_server_runs_and_not_before(monkeypatch, new_app, settings):
    begun: list[str] = []

    class Timer:
        daemon = False

        def __init__(self, after_s, what):
            assert after_s > 0
            self.what = what

        def start(self):
            assert self.daemon
            begun.append("asked")

        def cancel(self):
            begun.append("called off")

    class Server:
        def run(self):
            begun.append("runs")

        def close(self):
            begun.append("closed")

    app = new_app(settings)
    monkeypatch.setattr(serving.waitress, "create_server", lambda *_, **__: Server())
    monkeypatch.setattr(serving.signal, "signal", lambda *_: None)
    monkeypatch.setattr(serving.threading, "Timer", Timer)
    serving.serve(app, 0)
    assert begun == ["asked", "runs", "called off", "closed"]


def test_what_the_check_has_loaded_is_not_searched_for_garbage():
    before = gc.get_freeze_count()  # tests leave out all that was collected: see tests/conftest.py
    serving._prepare_check()
    assert gc.get_freeze_count() > before


def test_an_empty_database_gets_its_tables_first(served, tmp_path, port):
    file = tmp_path / "empty.sqlite3"
    wait_until(lambda: answers(port), served(DATABASE_URL=f"sqlite:///{file}"))
    database = Database(f"sqlite:///{file}")
    assert not migrations.is_behind(database)
    database.close()


def test_what_is_too_large_is_told_on_a_page_of_the_application(served, port):
    wait_until(lambda: answers(port), served(UPLOAD_MB="1"))
    sent = urllib.request.Request(f"http://127.0.0.1:{port}/sign-in", data=b"x" * 3_000_000)
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(sent, timeout=240)
    assert refused.value.code == 413
    assert "This is too large" in refused.value.read().decode()


def test_a_port_that_is_taken_is_one_sentence(served, port, loopback):
    with socket.create_server((loopback, port)):
        server = served()
        told = server.communicate(timeout=240)[0]
    assert server.returncode == 1
    assert told == f"Error: Port {port} of this machine cannot be had: Address already in use.\n"


def test_a_data_folder_that_is_a_file_is_one_sentence(served, tmp_path):
    (tmp_path / "data").write_text("in the way")
    server = served()
    told = server.communicate(timeout=240)[0]
    assert server.returncode == 1
    assert told == f"Error: The data folder {tmp_path / 'data'} cannot be written: File exists.\n"
