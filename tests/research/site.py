"""A small web site on 127.0.0.1 that answers as it is told and remembers what it was asked; and a clock to turn."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from research.http import Client, Policy
from research.types import Request
from tests.research.sources import a_source


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]


@dataclass(frozen=True)
class Reply:
    """What to answer."""

    body: bytes = b"hello"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=UTF-8"),)


Page = Reply | Callable[[Asked], Reply]


@dataclass
class Site:
    """Pages by path; what is not there is a 404. `names` in a test's look-up lead here."""

    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    port: int = 0
    most_at_once: int = 0
    _at_once: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def reply(self, asked: Asked) -> Reply:
        with self._lock:
            self.asked.append(asked)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            page = self.pages.get(asked.path, Reply(b"nothing here", 404))
            return page if isinstance(page, Reply) else page(asked)
        finally:
            with self._lock:
                self._at_once -= 1


def redirect(location: str, status: int = 302) -> Reply:
    return Reply(b"", status, (("Location", location),))


def in_turn(*replies: Reply) -> Callable[[Asked], Reply]:
    """The first reply first, then the next; the last one from then on."""
    left = list(replies)

    def page(_: Asked) -> Reply:
        return left.pop(0) if len(left) > 1 else left[0]

    return page


@contextmanager
def open_site() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            reply = site.reply(Asked(self.command, self.path, headers, body))
            self.send_response(reply.status)
            for name, value in reply.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            if reply.status != 304:
                self.wfile.write(reply.body)

        do_GET = do_POST = _answer  # noqa: N815  the names that http.server calls

        def log_message(self, *_: object) -> None:
            pass

    class QuietServer(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """A client that hung up is no news."""

    server = QuietServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


@dataclass
class Clock:
    """Time that moves only when somebody sleeps or turns it."""

    seconds: float = 1_000.0
    slept: list[float] = field(default_factory=list)
    start: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return self.start + timedelta(seconds=self.seconds - 1_000.0)

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.seconds += seconds


def client(site: Site, clock: Clock, **more) -> Client:
    retries = more.pop("retries", 1)
    policy = Policy(
        "mailto:someone@example.org", ports=frozenset({site.port}), loopback_for_tests=True, retries=retries
    )
    return Client(policy, now=clock.now, clock=clock.monotonic, sleep=clock.sleep, **more)


def fetch(asker: Client, clock: Clock, request: Request, source=None, seconds: float = 60.0):
    return asker.fetch(source or a_source(), request, clock.monotonic() + seconds)
