"""How fast the pages are with 100,000 people in one workspace, beside the floor of the same machine in the same run.

    python benchmarks/pages.py [--people 100000] [--requests 200] [--writers 8] [--relationships 12 1000]

The floor is one SELECT of 50 rows and a Jinja table under the same web server. It is asked in turns with each page, so
that both see the same machine. Each line shows the median and the worst of a hundred, the multiple of the floor, and
the processor time of the server a request, with its multiple of the floor's: on a machine that others use as well, this
last figure is the steadiest. Two more workspaces of the same database hold a ledger of five years (`ledger_rows.py`):
their first page and their ledger are held to 12 times the floor, the other pages of these rooms are only told.
Everything lies in a folder that is thrown away. The rows are those of `page_rows.py`, the servers of `page_servers.py`.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # as the repository is no installed package

from benchmarks.page_rows import LEDGER_EMAIL, NOTES, fill_ledger, fill_people
from benchmarks.page_servers import Client, Floor, Measured, application_server, floor_server, memory_mib

MOST_OF_FLOOR = 8
MOST_OF_FLOOR_WITH_A_LEDGER = 12
LEDGER_PAGES = ("/rhythm", "/sequences", "/advice", "/signals", "/interviews", "/review", "/people")
MOST_CPU_MS = 10
LEAST_WRITES = 150
LONGEST_START_S = 1.5
MOST_MEMORY_MIB = 100


@dataclass(frozen=True)
class Line:
    """One measured thing. `bar` is what it is held to, in words; `holds` whether it does."""

    what: str
    figures: str
    bar: str
    holds: bool
    times: float = 0.0
    """How often the floor its median is."""


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
    somebody, names, late = fill_people(folder, people)
    leaders = {size: fill_ledger(folder, size) for size in sizes}
    print(f"{people:,} people made in {time.perf_counter() - started:.0f} s", flush=True)
    with floor_server(folder) as floor, application_server(folder) as (port, process, start_s):
        memory = memory_mib(process.pid)
        yield Line("cold start to first page", f"{start_s:.2f} s", f"{LONGEST_START_S} s", start_s <= LONGEST_START_S)
        yield Line("resident after it", f"{memory:.0f} MiB", f"{MOST_MEMORY_MIB} MiB", memory <= MOST_MEMORY_MIB)
        client, server = Client(port), Measured(process.pid)
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
    client = Client(port)
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
        client = Client(port, cookie)
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


if __name__ == "__main__":
    sys.exit(main())
