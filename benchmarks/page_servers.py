"""The servers that `pages.py` measures, and a client of them: the application's own, and one that does the least."""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.page_rows import EMAIL, PASSWORD

ROOT = Path(__file__).resolve().parents[1]

FLOOR = """
import sqlite3, sys, waitress
from jinja2 import Environment
page = Environment(autoescape=True).from_string(
    "<table>{% for row in rows %}<tr><td>{{ row[0] }}<td>{{ row[1] }}<td>{{ row[2] }}</tr>{% endfor %}</table>")
def app(environ, start):
    connection = sqlite3.connect(sys.argv[1])
    rows = connection.execute(
        "SELECT id, name, sort_key FROM person WHERE workspace_id = 1 ORDER BY sort_key, id LIMIT 50").fetchall()
    connection.close()
    start("200 OK", [("Content-Type", "text/html")])
    return [page.render(rows=rows).encode()]
waitress.serve(app, host="127.0.0.1", port=int(sys.argv[2]), threads=8, ident=None)
"""


@dataclass(frozen=True)
class Measured:
    """A server's process."""

    pid: int

    def cpu_ms(self) -> float:
        """Processor time of all its threads so far: the clock of a process, as clock_getcpuclockid(3) numbers it."""
        return time.clock_gettime((~self.pid << 3) | 2) * 1000


@dataclass(frozen=True)
class Floor:
    """The server that does the least that a list can do, and a client of it."""

    client: Client
    server: Measured

    def call(self) -> int:
        """One request."""
        return self.client.get("/")


@contextmanager
def application_server(folder: Path) -> Iterator[tuple[int, subprocess.Popen[bytes], float]]:
    """The application on the database of a folder: its port, its process, and the seconds until its first page."""
    port = _free_port()
    environment = {
        **os.environ, "GROUNDWORK_DATA": str(folder), "GROUNDWORK_ENVIRONMENT": "development",
        "GROUNDWORK_DATABASE_URL": f"sqlite:///{folder / 'groundwork.sqlite3'}", "GROUNDWORK_LOG_LEVEL": "ERROR",
    }  # fmt: skip
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "serve", "--port", str(port)]
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        _wait_for(port, "/sign-in")
        yield port, process, time.perf_counter() - begun
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def floor_server(folder: Path) -> Iterator[Floor]:
    """The server that does the least, on the same database."""
    port = _free_port()
    process = subprocess.Popen([sys.executable, "-c", FLOOR, str(folder / "groundwork.sqlite3"), str(port)])
    try:
        _wait_for(port, "/")
        yield Floor(Client(port), Measured(process.pid))
    finally:
        process.terminate()
        process.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, path: str) -> None:
    end = time.perf_counter() + 30
    while True:
        try:
            Client(port).get(path)
            return
        except OSError:
            if time.perf_counter() > end:
                raise
            time.sleep(0.02)


def memory_mib(pid: int) -> float:
    """What a process holds in memory, in MiB."""
    return int(re.findall(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[0]) / 1024


class Client:
    """One browser: a connection that is kept, and its cookies."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.cookie = cookie
        self._port = port
        self.body = b""

    def get(self, path: str) -> int:
        """Asks for a page; the status of the answer."""
        return self._ask("GET", path, None)

    def post(self, path: str, fields: dict[str, str]) -> int:
        """Sends a form; the status of the answer."""
        return self._ask("POST", path, fields)

    def token(self, path: str) -> str:
        """The token of the forms on a page."""
        self.get(path)
        return re.findall(rb'name="csrf_token"[^>]*value="([^"]+)"', self.body)[0].decode()

    def sign_in(self, email: str = EMAIL) -> None:
        """Signs somebody in."""
        token = self.token("/sign-in")
        status = self.post("/sign-in", {"csrf_token": token, "email": email, "password": PASSWORD})
        if status != 303:
            raise SystemExit(f"signing in answered {status}")

    def _ask(self, method: str, path: str, fields: dict[str, str] | None) -> int:
        headers = {"Cookie": self.cookie, "Host": f"127.0.0.1:{self._port}"}
        if fields is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{self._port}"}
        self._connection.request(method, path, urlencode(fields) if fields is not None else None, headers)
        answer = self._connection.getresponse()
        self.body = answer.read()
        for value in answer.headers.get_all("Set-Cookie") or ():
            name, _, _ = value.partition("=")
            kept = [one for one in self.cookie.split("; ") if one and not one.startswith(name + "=")]
            self.cookie = "; ".join([*kept, value.split(";")[0]])
        return answer.status
