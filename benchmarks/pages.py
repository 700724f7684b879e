"""How fast the pages are with 100,000 people in one workspace, beside the floor of the same machine in the same run.

    python benchmarks/pages.py [--people 100000] [--requests 200] [--writers 8] [--relationships 12 1000]

The floor is one SELECT of 50 rows and a Jinja table under the same web server. It is asked in turns with each page, so
that both see the same machine. Each line shows the median and the worst of a hundred, the multiple of the floor, and
the processor time of the server a request, with its multiple of the floor's: on a machine that others use as well, this
last figure is the steadiest. Two more workspaces of the same database hold a
ledger of five years (`ledger_rows.py`): their first page and their ledger are held to 12 times the floor, the other
pages of these rooms are only told. Everything lies in a folder that is thrown away.
"""

from __future__ import annotations

import argparse
import http.client
import itertools
import os
import random
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # as the repository is no installed package

from sqlalchemy import insert

from benchmarks.ledger_rows import Filling, fill
from outreach import app as application
from outreach import migrations, search
from outreach.accounts.models import Membership
from outreach.accounts.operations import add_account, create_first_account
from outreach.accounts.passwords import hash_of_password
from outreach.db import Database
from outreach.folding import fold
from outreach.people.models import Person, PersonNote, Position

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
EMAIL, PASSWORD = "alice@harborpoint.example.org", "a long walk by the harbor"
SYLLABLES = ["ka", "lo", "mi", "ra", "ten", "sor", "bel", "wi", "dan", "ur", "pe", "qua", "lin", "fa", "gor", "shi"]
TITLES = ("Chief nursing officer", "Chief executive officer", "Vice president of quality", "Director of pharmacy")
NOTES = 50
MOST_OF_FLOOR = 8
MOST_OF_FLOOR_WITH_A_LEDGER = 12
LEDGER_EMAIL = "ledger{}@harborpoint.example.org"
LEDGER_PAGES = ("/rhythm", "/sequences", "/advice", "/signals", "/interviews", "/review", "/people")
MOST_CPU_MS = 10
LEAST_WRITES = 150
LONGEST_START_S = 1.5
MOST_MEMORY_MIB = 100

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
class Line:
    """One measured thing. `bar` is what it is held to, in words; `holds` whether it does."""

    what: str
    figures: str
    bar: str
    holds: bool
    times: float = 0.0
    """How often the floor its median is."""


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

    client: _Client
    server: Measured

    def call(self) -> int:
        """One request."""
        return self.client.get("/")


def main() -> int:
    """Measures and prints; 1 when a bar is missed."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--people", type=int, default=100_000)
    reader.add_argument("--requests", type=int, default=200)
    reader.add_argument("--writers", type=int, default=8)
    reader.add_argument("--relationships", type=int, nargs="*", default=[12, 1_000])
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lines = list(_measure(Path(folder), asked.people, asked.requests, asked.writers, asked.relationships))
    width = max(len(line.what) for line in lines)
    for line in lines:
        print(f"{line.what:<{width}}  {line.figures:<84}  bar: {line.bar}  {'ok' if line.holds else 'MISSED'}")
    return 0 if all(line.holds for line in lines) else 1


def _measure(folder: Path, people: int, requests: int, writers: int, sizes: list[int]) -> Iterator[Line]:
    started = time.perf_counter()
    somebody, names, late = _fill(folder, people)
    leaders = {size: _fill_ledger(folder, size) for size in sizes}
    print(f"{people:,} people made in {time.perf_counter() - started:.0f} s", flush=True)
    with _floor(folder) as floor, _server(folder) as (port, process, start_s):
        memory = _memory_mib(process.pid)
        yield Line("cold start to first page", f"{start_s:.2f} s", f"{LONGEST_START_S} s", start_s <= LONGEST_START_S)
        yield Line("resident after it", f"{memory:.0f} MiB", f"{MOST_MEMORY_MIB} MiB", memory <= MOST_MEMORY_MIB)
        client, server = _Client(port), Measured(process.pid)
        client.sign_in()
        parts = [name[1:6].lower() for name in names]
        reads: dict[str, Callable[[int], str]] = {
            "list, page 1": lambda _n: "/people",
            "list, page 1,000": lambda _n: f"/people?after={late}",
            f"one person, {NOTES} entries": lambda _n: f"/people/{somebody}",
            "search, part of a name": lambda n: "/people?" + urlencode({"q": parts[n % len(parts)]}),
        }
        for what, address in reads.items():
            yield _line(what, server, floor, lambda n, to=address: client.get(to(n)), requests)
        token = client.token(f"/people/{somebody}")
        path = f"/people/{somebody}/notes"
        # Each with its own words: what is sent twice is kept once.

        def write(number):
            return client.post(path, {"csrf_token": token, "text": f"Spoke about {number} night shifts."})

        yield _line("add a note", server, floor, write, requests)
        for size, leader in leaders.items():
            yield from _with_a_ledger(port, server, floor, size, leader, requests)
        yield _writing(port, client.cookie, token, [path], writers)


def _with_a_ledger(port: int, server: Measured, floor: Floor, size: int, leader: int, requests: int) -> Iterator[Line]:
    """The pages of a workspace with so many relationships."""
    client = _Client(port)
    client.sign_in(LEDGER_EMAIL.format(size))
    for path in ("/", "/ledger"):
        line = _line(f"{path} of {size:,}", server, floor, lambda _n, to=path: client.get(to), requests)
        yield replace(line, bar=f"{MOST_OF_FLOOR_WITH_A_LEDGER} x",
                      holds=line.times <= MOST_OF_FLOOR_WITH_A_LEDGER)  # fmt: skip
    for path in (f"/people/{leader}", *LEDGER_PAGES):
        line = _line(f"{path} of {size:,}", server, floor, lambda _n, to=path: client.get(to), requests)
        yield replace(line, bar="told", holds=True)


def _line(what: str, server: Measured, floor: Floor, call: Callable[[int], int], count: int) -> Line:
    """So many calls, in turns with the floor."""
    call(0)
    floor.call()
    times: list[float] = []
    floor_times: list[float] = []
    cpu, floor_cpu = server.cpu_ms(), floor.server.cpu_ms()
    for number in range(count):
        status = _timed(times, lambda at=number: call(at))
        _timed(floor_times, floor.call)
        if status >= 400:
            raise SystemExit(f"{what}: answered {status}")
    cpu, floor_cpu = (server.cpu_ms() - cpu) / count, (floor.server.cpu_ms() - floor_cpu) / count
    median, floor_ms = statistics.median(times), statistics.median(floor_times)
    worst = statistics.quantiles(times, n=100)[-1]
    figures = (
        f"p50 {median:6.2f} ms  p99 {worst:6.2f} ms  floor {floor_ms:5.2f} ms  {median / floor_ms:4.1f} x"
        f"  cpu {cpu:5.2f} ms  {cpu / floor_cpu:4.1f} x"
    )
    holds = median <= MOST_OF_FLOOR * floor_ms and cpu <= MOST_CPU_MS
    return Line(what, figures, f"{MOST_OF_FLOOR} x, {MOST_CPU_MS} ms", holds, median / floor_ms)


def _timed(times: list[float], call: Callable[[], int]) -> int:
    """Calls, and notes the milliseconds."""
    begun = time.perf_counter()
    status = call()
    times.append((time.perf_counter() - begun) * 1000)
    return status


def _writing(port: int, cookie: str, token: str, paths: list[str], writers: int) -> Line:
    """Notes by several clients at once, for five seconds."""
    done, failed = [0] * writers, [0] * writers
    end = time.perf_counter() + 5

    def write(place: int) -> None:
        client = _Client(port, cookie)
        while time.perf_counter() < end:
            words = f"Note {done[place] + failed[place]} of {place}."
            status = client.post(paths[place % len(paths)], {"csrf_token": token, "text": words})
            done[place] += status < 400
            failed[place] += status >= 400

    threads = [threading.Thread(target=write, args=(place,)) for place in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rate = sum(done) / 5
    figures = f"{rate:.0f} notes/s, {sum(failed)} errors"
    holds = rate >= LEAST_WRITES and not sum(failed)
    return Line(f"{writers} clients writing", figures, f"{LEAST_WRITES}/s, 0 errors", holds)


# --- the data -----------------------------------------------------------------------------------------------------


def _fill(folder: Path, people: int) -> tuple[int, list[str], str]:
    """Makes the database; returns a person with notes, some names, and the cursor of the thousandth page."""
    application.load_models()
    database = Database(f"sqlite:///{folder / 'groundwork.sqlite3'}")
    migrations.upgrade(database)
    user = create_first_account(database, "Alice Ferreira", EMAIL, hash_of_password(PASSWORD), NOW)
    with database.system_reader("finding the workspace") as session:
        workspace = session.query(Membership).filter_by(user_id=user).one().workspace_id
    chance = random.Random(7)
    rows = [_person(chance, workspace) for _ in range(people)]
    with database.session_for(workspace) as session:
        for start in range(0, people, 5_000):
            ids = list(session.scalars(insert(Person).returning(Person.id), rows[start : start + 5_000]))
            session.execute(insert(Position), [_post(chance, workspace, number) for number in ids])
        somebody = ids[0]
        session.execute(insert(PersonNote), [_note(workspace, somebody, number) for number in range(NOTES)])
        search.rebuild(session)
    late = _cursor(database, workspace, people)
    database.close()
    return somebody, [row["name"] for row in rows[:200]], late


def _fill_ledger(folder: Path, size: int) -> int:
    """Makes a workspace of its own with so many relationships; one of its people."""
    database, now, chance = Database(f"sqlite:///{folder / 'groundwork.sqlite3'}"), datetime.now(UTC), random.Random(7)
    with database.system_session("making an account") as session:
        user = add_account(session, "Bea Ferreira", LEDGER_EMAIL.format(size), hash_of_password(PASSWORD), NOW)
        workspace = session.query(Membership).filter_by(user_id=user.id).one().workspace_id
    with database.session_for(workspace) as session:
        filling = Filling(session, workspace, chance, now, itertools.count(workspace * 10_000_000))
        ids = fill(filling, [_person(chance, workspace) for _ in range(size)])
    database.close()
    return ids[0]


def _person(chance: random.Random, workspace: int) -> dict[str, object]:
    given, family = (("".join(chance.choice(SYLLABLES) for _ in range(n))).title() for n in (2, 3))
    return {
        "workspace_id": workspace, "name": f"{given} {family}", "sort_key": fold(f"{family} {given}"),
        "search_key": fold(f"{given} {family}"), "created_at": NOW, "updated_at": NOW,
    }  # fmt: skip


def _post(chance: random.Random, workspace: int, person: int) -> dict[str, object]:
    return {
        "workspace_id": workspace, "person_id": person, "title": chance.choice(TITLES),
        "organization_name": f"{chance.choice(SYLLABLES).title()}port Health", "started": "2021",
        "created_at": NOW, "updated_at": NOW,
    }  # fmt: skip


def _note(workspace: int, person: int, number: int) -> dict[str, object]:
    at = NOW - timedelta(days=number)
    return {
        "workspace_id": workspace, "person_id": person, "text": f"Note {number}: asked about night shifts.",
        "created_at": at, "updated_at": at,
    }  # fmt: skip


def _cursor(database: Database, workspace: int, people: int) -> str:
    """The cursor behind the 999th page, or behind the middle of fewer people."""
    from outreach.pagination import Key, _encoded

    with database.reader_for(workspace) as session:
        behind = min(999 * 50, people // 2)
        row = session.query(Person).order_by(Person.sort_key, Person.id).offset(behind - 1).limit(1).one()
        return _encoded((Key(Person.sort_key), Key(Person.id)), row, backward=False)


# --- the servers --------------------------------------------------------------------------------------------------


@contextmanager
def _server(folder: Path) -> Iterator[tuple[int, subprocess.Popen[bytes], float]]:
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
def _floor(folder: Path) -> Iterator[Floor]:
    port = _free_port()
    process = subprocess.Popen([sys.executable, "-c", FLOOR, str(folder / "groundwork.sqlite3"), str(port)])
    try:
        _wait_for(port, "/")
        yield Floor(_Client(port), Measured(process.pid))
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
            _Client(port).get(path)
            return
        except OSError:
            if time.perf_counter() > end:
                raise
            time.sleep(0.02)


def _memory_mib(pid: int) -> float:
    return int(re.findall(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[0]) / 1024


class _Client:
    """One browser: a connection that is kept, and its cookies."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.cookie = cookie
        self._port = port
        self.body = b""

    def get(self, path: str) -> int:
        return self._ask("GET", path, None)

    def post(self, path: str, fields: dict[str, str]) -> int:
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


if __name__ == "__main__":
    sys.exit(main())
