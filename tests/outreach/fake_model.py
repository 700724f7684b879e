"""A language model on this machine, in both shapes, that answers what a test tells it to, well or badly.

with fake_model() as model:
    model.says({"sentences": [...]})          # in the shape that it is asked in
    model.answers(429, b"", {"Retry-After": "7"})
    model.url                                 # for the settings
    model.asked[-1].data                      # what it was shown
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Asked:
    """One question as it came."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def instructions(self) -> str:
        return self.body["system"] if "system" in self.body else self.body["messages"][0]["content"]

    @property
    def data(self) -> str:
        return self.body["messages"][-1]["content"]


@dataclass
class FakeModel:
    """`drips`: one byte at a time, for ever. `waits`: what is waited for before it answers."""

    url: str = ""
    words: str = '{"sentences": []}'
    stops: str = ""
    whole: tuple[int, bytes, Mapping[str, str]] | None = None
    drips: bool = False
    waits: threading.Event | None = None
    asked: list[Asked] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    begun: threading.Event = field(default_factory=threading.Event)
    """Set when it is asked."""

    def forget(self) -> None:
        """As new, at the same address."""
        self.says({"sentences": []})
        self.waits = None
        self.asked.clear()
        self.begun.clear()

    def says(self, what: object, stops: str = "") -> None:
        """The model's words, JSON unless they are text; `stops` is why it stopped, in the words of either shape."""
        self.words, self.stops, self.whole = what if isinstance(what, str) else json.dumps(what), stops, None

    def answers(self, status: int, body: bytes, headers: Mapping[str, str] | None = None) -> None:
        """The whole answer."""
        self.whole = (status, body, headers or {})

    def answer_to(self, path: str) -> tuple[int, bytes, Mapping[str, str]]:
        if self.whole is not None:
            return self.whole
        if path.endswith("/messages"):
            told: Any = {"content": [{"type": "thinking"}, {"type": "text", "text": self.words}]}
            told["stop_reason"] = self.stops or "end_turn"
        else:
            told = {"choices": [{"message": {"content": self.words}, "finish_reason": self.stops or "stop"}]}
        return 200, json.dumps(told).encode(), {"Content-Type": "application/json"}


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        model: FakeModel = self.server.model  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers["Content-Length"]))
        model.asked.append(Asked(self.path, dict(self.headers), json.loads(body)))
        model.begun.set()
        if model.waits is not None:
            model.waits.wait(20)
        status, told, headers = model.answer_to(self.path)
        with suppress(OSError):  # whoever asked has gone
            self.send_response(status)
            for name, value in {"Content-Length": str(len(told)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            if not model.drips:
                self.wfile.write(told)
            while model.drips and not model.over.wait(0.02):
                self.wfile.write(b" ")

    def log_message(self, *_arguments: object) -> None:
        """Nothing is printed."""


@contextmanager
def fake_model() -> Iterator[FakeModel]:
    """A running one; it ends with the block."""
    model = FakeModel()
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.model = model  # type: ignore[attr-defined]
        server.daemon_threads = True
        model.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield model
        finally:
            model.over.set()
            if model.waits is not None:
                model.waits.set()
            server.shutdown()
            thread.join()
