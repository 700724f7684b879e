"""How long one person's research takes: 24 sources on this machine with log-normal delays, all good and with 7 bad.

    python benchmarks/research_gather.py [--rounds N] [--json]

Printed per round and as a median: the slowest good source (the floor), the time to the first result, to all good
results, to the end of the run, and the same sources asked one after the other. The bad seven: two hang, one drips a
byte a tenth of a second, one answers 500, one 429, one sends 200 MB, one a gzip bomb. The sources are served by a
process of their own, through the real HTTP client with its guards (loopback allowed by the benchmark's policy).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import socket
import statistics
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from research.cache import NoCache
from research.connector import Check
from research.errors import SourceError
from research.gather import Known, gather
from research.http import Client, Policy
from research.parse import cite
from research.types import Claim, Query, Record, Request, Source

SOURCES = 24
BAD = ("hang", "hang", "drip", "500", "429", "huge", "bomb")
DEADLINE_S = 5.0
QUERY = Query("person", "Ann Roe")
BODY = b"Ann Roe is chief nursing officer of Larkspur Health. " * 400


def serve() -> None:
    """The sources, a port each; the path says how to behave: /good/0.412, /hang, /drip, ..."""
    bomb = gzip.compress(b"\0" * 200_000_000, 1)
    servers = [socket.create_server(("127.0.0.1", 0), backlog=128) for _ in range(SOURCES)]
    for server in servers:
        threading.Thread(target=listen, args=(server, bomb), daemon=True).start()
    print(*(server.getsockname()[1] for server in servers), flush=True)
    threading.Event().wait()


def listen(server: socket.socket, bomb: bytes) -> None:
    """Answer each connection in a thread of its own."""
    while True:
        connection, _ = server.accept()
        threading.Thread(target=answer, args=(connection, bomb), daemon=True).start()


def answer(connection: socket.socket, bomb: bytes) -> None:
    """Behave as the path says; a client that goes away ends it."""
    try:
        path = connection.recv(65536).split(b" ")[1].decode()
        behave(connection, path.strip("/").split("/"), bomb)
    except (OSError, IndexError):
        pass
    finally:
        connection.close()


def behave(connection: socket.socket, words: list[str], bomb: bytes) -> None:
    """One answer."""
    head = b"HTTP/1.1 %s\r\nConnection: close\r\nContent-Type: text/plain\r\n"
    if words[0] == "good":
        time.sleep(float(words[1]))
        connection.sendall(head % b"200 OK" + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY)
    elif words[0] == "hang":
        time.sleep(60)
    elif words[0] == "drip":
        connection.sendall(head % b"200 OK" + b"Content-Length: 1000\r\n\r\n")
        for _ in range(1000):
            connection.sendall(b"x")
            time.sleep(0.1)
    elif words[0] == "huge":
        connection.sendall(head % b"200 OK" + b"Content-Length: 200000000\r\n\r\n")
        for _ in range(200):
            connection.sendall(b"x" * 1_000_000)
    elif words[0] == "bomb":
        connection.sendall(
            head % b"200 OK" + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(bomb) + bomb
        )
    else:
        reason = {"500": b"500 Internal Server Error", "429": b"429 Too Many Requests"}[words[0]]
        connection.sendall(head % reason + b"Content-Length: 0\r\n\r\n")


class LoopbackSource:
    """A connector for one path of the server."""

    def __init__(self, number: int, port: int, path: str) -> None:
        self.url = f"http://127.0.0.1:{port}/{path}"
        self.path = path
        self.CHECK = Check(QUERY, frozenset())
        self.SOURCE = Source(
            key=f"loopback_{number}", title=path, home=self.url, terms="", access="api", hosts=("127.0.0.1",),
            subjects=frozenset({"person"}), covers=frozenset({"role"}), trust=0.5, keep_for=timedelta(0),
            min_interval_s=0.0, budget=1,
        )  # fmt: skip

    def start(self, _query: Query):
        yield Request(self.url)

    def read(self, document, _query: Query):
        person = Record(self.SOURCE.key, "1", "Ann Roe", document.url, "person")
        yield Claim(person, "role", "chief nursing officer", cite(document, "chief nursing officer"))


def delays(count: int, chance: random.Random) -> list[float]:
    """Log-normal: half of the sources answer within 0.25 s, one in twenty needs more than 1 s."""
    return [min(4.0, chance.lognormvariate(-1.4, 0.85)) for _ in range(count)]


def client(ports: list[int]) -> Client:
    return Client(Policy(loopback_for_tests=True, ports=frozenset(ports), retries=0), cache=NoCache())


def side_by_side(connectors: list[LoopbackSource], ports: list[int]) -> dict[str, float]:
    """One run as a user has it: seconds to the first result, to all good ones, to the end."""
    begun = time.monotonic()
    arrivals: list[float] = []

    def show(event) -> None:
        if event.outcome and event.outcome.status == "found":
            arrivals.append(time.monotonic() - begun)

    outcomes = gather(QUERY, connectors, client(ports), deadline_s=DEADLINE_S, learn=lambda _claims: Known(), show=show)
    ended = time.monotonic() - begun
    good = sum(connector.path.startswith("good") for connector in connectors)
    if len(arrivals) != good:
        lost = [
            o for o, c in zip(outcomes, connectors, strict=True) if c.path.startswith("good") and o.status != "found"
        ]
        sys.exit(f"only {len(arrivals)} of {good} good sources were found: {lost[:2]}")
    return {"first": min(arrivals), "all good": max(arrivals), "end": ended}


def one_after_the_other(connectors: list[LoopbackSource], ports: list[int]) -> float:
    """The same sources in turn, each with the same deadline as a whole run."""
    asking = client(ports)
    begun = time.monotonic()
    for connector in connectors:
        try:
            asking.fetch(connector.SOURCE, Request(connector.url), time.monotonic() + DEADLINE_S)
        except SourceError:
            continue
    return time.monotonic() - begun


def round_of(ports: list[int], chance: random.Random, bad: tuple[str, ...], *, sequential: bool) -> dict[str, float]:
    slow = delays(SOURCES - len(bad), chance)
    paths = [f"good/{delay:.3f}" for delay in slow] + list(bad)
    chance.shuffle(paths)
    connectors = [LoopbackSource(number, ports[number], path) for number, path in enumerate(paths)]
    figures = {"floor": max(slow)} | side_by_side(connectors, ports)
    figures["all good / floor"] = figures["all good"] / figures["floor"]
    if sequential:
        figures["one by one"] = one_after_the_other(connectors, ports)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.serve:
        serve()
        return
    server = subprocess.Popen([sys.executable, __file__, "--serve"], stdout=subprocess.PIPE, text=True)
    try:
        ports = [int(word) for word in server.stdout.readline().split()]
        chance = random.Random(args.seed)
        report: dict[str, object] = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "sources": SOURCES}
        for name, bad in (("all good", ()), ("7 bad", BAD)):
            rounds = [round_of(ports, chance, bad, sequential=number == 0) for number in range(args.rounds)]
            report[name] = {key: round(statistics.median(r[key] for r in rounds if key in r), 3) for key in rounds[0]}
            report[f"{name}, worst"] = {
                key: round(max(r[key] for r in rounds if key in r), 3) for key in ("all good / floor", "end")
            }
    finally:
        server.kill()
    if args.json:
        print(json.dumps(report))
        return
    for name, figures in report.items():
        print(f"{name}: {figures}")


if __name__ == "__main__":
    main()
