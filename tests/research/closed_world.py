"""A world in which nothing leaves the process: look-ups and connects are replaced, and every try is counted."""

from __future__ import annotations

import socket
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.research.guarded_urls import NAMES, PUBLIC, PUBLIC_V6, REBINDING, REDIRECTS

BODY = b"what the public server says"


@dataclass
class World:
    """What was tried: names looked up, public addresses reached, and leaks, which must stay empty."""

    looked_up: Counter[str] = field(default_factory=Counter)
    reached: list[str] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    world: World

    def do_GET(self) -> None:
        self.world.asked.append((self.headers["Host"], self.path))
        status, location = REDIRECTS.get(self.path, (200, ""))
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def closed_world(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """Replace look-ups and connects; the public test address leads to a server of our own."""
    world = World()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"world": world}))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.001}, daemon=True)
    thread.start()
    connect = socket.socket.connect

    def answers(host: str) -> list[str]:
        world.looked_up[host] += 1
        if host in REBINDING:
            turns = REBINDING[host]
            return turns[min(world.looked_up[host], len(turns)) - 1]
        if host in NAMES:
            return NAMES[host]
        raise socket.gaierror(socket.EAI_NONAME, "unknown name")

    def look_up(host, port, family=0, kind=0, proto=0, flags=0):
        return [
            (socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
            for address in answers(host)
        ]

    def guarded_connect(self, address):
        if address[0] == PUBLIC:
            world.reached.append(address[0])
            return connect(self, server.server_address)
        if address[0] == PUBLIC_V6:
            raise ConnectionRefusedError
        world.leaks.append(address[0])
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", look_up)
        patch.setattr(socket.socket, "connect", guarded_connect)
        yield world
    server.shutdown()
    server.server_close()
    thread.join(5)
