"""A mail server on this machine that keeps what it is given, counts it by Message-ID, and misbehaves as it is told."""

from __future__ import annotations

import re
import socketserver
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Sink:
    """`answers` replaces what is said to a command ("MAIL" -> b"550 no"); `dies_at` closes the connection there:
    a command, "text" (after the whole text, before an answer) or "connect".
    """

    port: int = 0
    answers: dict[str, bytes] = field(default_factory=dict)
    dies_at: str = ""
    taken: list[bytes] = field(default_factory=list)
    envelopes: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    connections: int = 0
    at: dict[str, threading.Event] = field(default_factory=dict)
    """Events that are set when the conversation comes to a command."""
    holds: dict[str, threading.Event] = field(default_factory=dict)
    """Events that are waited for before a command is answered."""

    @property
    def by_id(self) -> Counter[str]:
        """How often each Message-ID was taken."""
        found = (re.search(rb"(?mi)^Message-ID:\s*(\S+)", one) for one in self.taken)
        return Counter(one[1].decode() for one in found if one)


class _Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        sink: Sink = self.server.sink  # type: ignore[attr-defined]
        sink.connections += 1
        if not self._say(sink, "connect", b"220 here"):
            return
        sender, to = "", []
        while line := self.rfile.readline(10_000):
            word = line.split()[0].decode().upper() if line.split() else ""
            if word == "MAIL":
                sender, to = _address(line), []
            if word == "RCPT":
                to.append(_address(line))
            if not self._say(sink, word, {"DATA": b"354 go on", "QUIT": b"221 bye"}.get(word, b"250 fine")):
                return
            if word == "DATA" and not sink.answers.get("DATA"):
                text = b""
                while not text.endswith(b"\r\n.\r\n"):
                    more = self.rfile.readline(1_000_000)
                    if not more:
                        return
                    text += more
                if sink.answers.get("text", b"250").startswith(b"250"):
                    sink.taken.append(re.sub(rb"(?m)^\.", b"", text[:-3]))
                    sink.envelopes.append((sender, tuple(to)))
                if not self._say(sink, "text", b"250 taken"):
                    return
            if word == "QUIT":
                return

    def _say(self, sink: Sink, word: str, usual: bytes) -> bool:
        if word in sink.at:
            sink.at[word].set()
        if word in sink.holds:
            sink.holds[word].wait(30)
        if sink.dies_at == word:
            return False
        try:
            self.wfile.write(sink.answers.get(word, usual) + b"\r\n")
        except OSError:
            return False
        return True


def _address(line: bytes) -> str:
    return line[line.index(b"<") + 1 : line.index(b">")].decode()


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@contextmanager
def running_sink() -> Iterator[Sink]:
    """A sink on a free port."""
    sink = Sink()
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.sink, sink.port = sink, server.server_address[1]  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield sink
        server.shutdown()
        thread.join()
