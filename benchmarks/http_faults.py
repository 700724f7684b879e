"""How a broken server is got over: for each of its ways, the time taken, the fault's name, and the memory it cost.

    python benchmarks/http_faults.py [deadline in seconds]

The pass figures: ends within its deadline + 1 s, at most 64 MiB more memory, the fault named. Memory is that of a
fresh process for each case: its peak after the question less its peak before it, the server being another process.
Also asked is how many questions a second a good server on this machine gets answered, one after the other.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from research.errors import SourceError
from research.http import Client, Policy
from research.types import Request, Source
from tests.research import fault_server

SOURCE = Source(
    key="made_up",
    title="The Made-up Register",
    home="https://register.example/",
    terms="",
    access="api",
    hosts=("127.0.0.1",),
    subjects=frozenset({"person"}),
    covers=frozenset(),
    trust=0.5,
    keep_for=timedelta(0),
    min_interval_s=0.0,
)
MOST_MORE_KIB = 64 * 1024
GRACE_S = 1.0


def serve(reply: Connection) -> None:
    with fault_server.listening(fault_server.by_path) as port:
        reply.send(port)
        reply.recv()


def peak_kib() -> int:
    """The peak of this process; Linux hands a new process its parent's figure in `getrusage`, so ask the kernel."""
    status = Path("/proc/self/status")
    if status.is_file():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def ask(port: int, path: str, deadline_s: float, reply: Connection) -> None:
    client = Client(Policy(ports=frozenset({port}), loopback_for_tests=True, retries=0))
    client.fetch(SOURCE, Request(f"http://127.0.0.1:{port}/good"), time.monotonic() + 5)
    before, begun = peak_kib(), time.monotonic()
    try:
        found = (
            f"{len(client.fetch(SOURCE, Request(f'http://127.0.0.1:{port}/{path}'), begun + deadline_s).body)} bytes"
        )
    except SourceError as error:
        found = error.fault
    reply.send((found, time.monotonic() - begun, peak_kib() - before))


def rate(port: int, seconds: float = 2.0) -> float:
    client = Client(Policy(ports=frozenset({port}), loopback_for_tests=True))
    begun, asked = time.monotonic(), 0
    while time.monotonic() - begun < seconds:
        client.fetch(SOURCE, Request(f"http://127.0.0.1:{port}/good", (("n", asked),)), begun + 60)
        asked += 1
    return asked / (time.monotonic() - begun)


def main() -> int:
    deadline_s = float(sys.argv[1]) if len(sys.argv) > 1 else 2.0
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    server = spawn.Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    port = ours.recv()
    late = heavy = 0
    print(f"{'case':36} {'found':16} {'seconds':>8} {'MiB more':>9}   (deadline {deadline_s} s)")
    for path in fault_server.FAULTS:
        near, far = spawn.Pipe()
        asker = spawn.Process(target=ask, args=(port, path, deadline_s, far))
        asker.start()
        found, elapsed_s, more_kib = near.recv()
        asker.join()
        late += elapsed_s > deadline_s + GRACE_S
        heavy += more_kib > MOST_MORE_KIB
        print(f"{path:36} {found:16} {elapsed_s:8.2f} {more_kib / 1024:9.1f}")
    print(f"{len(fault_server.FAULTS)} cases, {late} late, {heavy} too heavy; {rate(port):.0f} good questions a second")
    ours.send("stop")
    server.join(5)
    return 1 if late or heavy else 0


if __name__ == "__main__":
    sys.exit(main())
