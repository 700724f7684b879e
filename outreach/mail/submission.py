"""Hands one message of a user to the user's own mail server, and says what became of it without ever guessing.

    hand_over(server, envelope, message, nearby=False) -> Outcome

A message that the server may have taken is "unknown": the caller asks the user and never sends it again by itself. The
host was typed by a user of this site, so it is judged like any other address from outside: it is asked only where every
address of it is public, unless the setting lets mail servers lie nearby, as on one's own machine.
"""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from outreach.mail.personal import Mailbox
from research import address
from research.errors import Refused

TIMEOUT_S = 15.0
"""For each step of the conversation."""

CONVERSATION_S = 120.0
"""After which nothing more that the server says is read."""

MOST_SAID = 200_000
"""Bytes that a server may say between two encryptions; a dozen answers have some thousand."""

LONGEST_S = 600
"""Longer than a whole conversation lasts, with its dozen steps: what is still "recorded" then was broken off."""

PORTS = frozenset({25, 465, 587, 2525})
"""Ports at which mail servers on the Internet take mail (RFC 6409, RFC 8314; 2525 is offered by many)."""

ENCRYPTIONS = {
    "tls": "From the start (TLS, usually port 465)",
    "starttls": "After the greeting (STARTTLS, usually port 587)",
    "none": "None: only for a program on this very machine",
}
"""How the connection is encrypted -> the words on the screen."""

Resolve = Callable[[str, int], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Server:
    """A user's mail server. Without `user` nobody signs in."""

    host: str
    port: int
    encryption: str
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        return f"Server({self.host!r}, {self.port}, {self.encryption!r})"


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who sends it, and who gets it."""

    sender: Mailbox
    to: tuple[Mailbox, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message: "sent", "failed" (surely not sent) or "unknown".

    `problem` is a sentence for the user.
    """

    state: str
    problem: str = ""


class _NotNow(Exception):
    """It was surely not sent; the words say why."""


def resolved(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a host, in the order of the system. Raises: OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(one[4][0]) for one in found))


def problem_of(server: Server, *, nearby: bool) -> str:
    """Why this server cannot be asked at all, as a sentence, without asking anybody; "" where it may be tried."""
    if not _HOST.fullmatch(server.host):
        return "This is not the name of a mail server, such as smtp.example.org."
    if not nearby:
        if server.port not in PORTS:
            return f"Mail servers answer at port {', '.join(map(str, sorted(PORTS)))}."
        if server.encryption == "none":
            return "Without encryption your password would travel readable. Choose TLS or STARTTLS."
        try:
            address.refuse_local_name(server.host)
        except Refused:
            return "This name leads to a machine nearby. Use the name of a mail server on the Internet."
    return ""


_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")


def hand_over(
    server: Server,
    envelope: Envelope,
    message: bytes,
    *,
    nearby: bool = False,
    resolve: Resolve = resolved,
    context: ssl.SSLContext | None = None,
) -> Outcome:
    """Hands a message over, once. `message`: bytes with CRLF. Nothing that the server says is shown but its codes."""
    try:
        connection = _connected(server, _judged(server, resolve, nearby=nearby), context)
    except _NotNow as error:
        return Outcome("failed", str(error))
    try:
        with_it = _Conversation(connection)
        return with_it.send(server, envelope, message)
    finally:
        connection.close()


def _judged(server: Server, resolve: Resolve, *, nearby: bool) -> str:
    """The address to connect to: the first of the host's, where all may be asked. Raises: _NotNow."""
    problem = problem_of(server, nearby=nearby)
    if problem:
        raise _NotNow(problem)
    try:
        found = resolve(server.host, server.port)
        if not found:
            raise OSError("no address")
        if not nearby:
            address.judged_answers(server.host, found)
    except Refused:
        raise _NotNow("This name leads to a machine nearby. Use the name of a mail server on the Internet.") from None
    except (OSError, UnicodeError):
        raise _NotNow(f"There is no server of the name {server.host}.") from None
    if server.encryption == "none" and not _is_loopback(found[0]):
        raise _NotNow("Without encryption your password would travel readable. Choose TLS or STARTTLS.")
    return found[0]


def _is_loopback(text: str) -> bool:
    found = address.literal_address(text)
    return found is not None and found.is_loopback


def _connected(server: Server, at: str, context: ssl.SSLContext | None) -> smtplib.SMTP:
    """A connection to this very address, which was judged: the name is not looked up again. Raises: _NotNow."""
    secure = context or ssl.create_default_context()
    kind = _PinnedTls if server.encryption == "tls" else _Pinned
    named: dict[str, Any] = {"context": secure} if server.encryption == "tls" else {}
    connection = kind(timeout=TIMEOUT_S, local_hostname="localhost", **named)
    connection.pinned = at
    try:
        connection._host = server.host  # type: ignore[union-attr]  # noqa: SLF001 (whose certificate is asked for)
        code, _ = connection.connect(server.host, server.port)
        if code != 220:
            raise _NotNow(f"The mail server does not take mail now: it answered {code}. Nothing was sent.")
        if server.encryption == "starttls":
            connection.starttls(context=secure)
    except ssl.SSLError:
        connection.close()
        raise _NotNow("The mail server's certificate does not hold, or its encryption is another one.") from None
    except (OSError, smtplib.SMTPException, ValueError):
        connection.close()
        raise _NotNow(f"{server.host} cannot be reached, or does not encrypt. Nothing was sent.") from None
    except BaseException:
        connection.close()
        raise
    return connection


class _Replies:
    """What a server says, read until the conversation must end: a server can neither flood nor trickle for ever."""

    def __init__(self, connection: socket.socket, ends: float) -> None:
        self._connection, self._ends = connection, ends
        self._held, self._left = b"", MOST_SAID

    def readline(self, limit: int) -> bytes:
        """The next line, of at most so many bytes; b"" where the server hung up. Raises: OSError."""
        while b"\n" not in self._held and len(self._held) < limit:
            seconds = self._ends - time.monotonic()
            if seconds <= 0 or self._left <= 0:
                raise TimeoutError("the conversation lasts too long")
            self._connection.settimeout(min(TIMEOUT_S, seconds))
            more = self._connection.recv(min(4_096, self._left))
            if not more:
                break
            self._held, self._left = self._held + more, self._left - len(more)
        end = min(self._held.find(b"\n") + 1 or len(self._held), limit)
        line, self._held = self._held[:end], self._held[end:]
        return line

    def close(self) -> None:
        """Lets go of the connection, which its owner closes."""
        self._held = b""


class _Bounded(smtplib.SMTP):
    """Reads what the server says through `_Replies`."""

    def getreply(self) -> tuple[int, bytes]:
        if not hasattr(self, "ends"):
            self.ends = time.monotonic() + CONVERSATION_S
        if self.file is None and self.sock is not None:
            self.file = _Replies(self.sock, self.ends)
        return super().getreply()


class _Pinned(_Bounded):
    """Connects to an address that was judged, whatever the name leads to by now."""

    pinned = ""

    def _get_socket(self, _host: str, port: int, timeout: float) -> socket.socket:
        return socket.create_connection((self.pinned, port), timeout)


class _PinnedTls(_Bounded, smtplib.SMTP_SSL):
    """The same, encrypted from the start."""

    pinned = ""

    def _get_socket(self, _host: str, port: int, timeout: float) -> Any:
        plain = socket.create_connection((self.pinned, port), timeout)
        return self.context.wrap_socket(plain, server_hostname=self._host)  # type: ignore[attr-defined]


class _Conversation:
    """The steps with a server. Until the first byte of the text is on its way, every fault means: not sent."""

    def __init__(self, connection: smtplib.SMTP) -> None:
        self._connection = connection

    def send(self, server: Server, envelope: Envelope, message: bytes) -> Outcome:
        try:
            self._begin(server, envelope)
        except _NotNow as error:
            return Outcome("failed", str(error))
        except smtplib.SMTPAuthenticationError:
            return Outcome("failed", "The mail server does not take this name and password. Nothing was sent.")
        except smtplib.SMTPNotSupportedError:
            return Outcome("failed", "The mail server offers no sign-in that is known here. Nothing was sent.")
        except smtplib.SMTPResponseException as error:
            return Outcome("failed", f"The mail server answered {error.smtp_code}. Nothing was sent.")
        except (OSError, smtplib.SMTPException, UnicodeError, ValueError):
            return Outcome("failed", "The connection to the mail server broke off. Nothing was sent.")
        return self._finish(message)

    def _begin(self, server: Server, envelope: Envelope) -> None:
        connection = self._connection
        connection.ehlo_or_helo_if_needed()
        if server.user:
            connection.login(server.user, server.password)
        self._expect(connection.mail(envelope.sender.address), (250,), "does not let you send from this address")
        for box in envelope.to:
            self._expect(connection.rcpt(box.address), (250, 251), f"does not take mail for {box.address}")
        self._expect(connection.docmd("DATA"), (354,), "does not take the letter")

    @staticmethod
    def _expect(answer: tuple[int, bytes], good: tuple[int, ...], otherwise: str) -> None:
        if answer[0] not in good:
            raise _NotNow(f"The mail server {otherwise}: it answered {answer[0]}. Nothing was sent.")

    def _finish(self, message: bytes) -> Outcome:
        """From here on only the server's own answer says what became of it (RFC 5321, section 4.5.3.2.6)."""
        connection = self._connection
        data = re.sub(rb"(?m)^\.", b"..", message)
        try:
            connection.send(data + (b"" if data.endswith(b"\r\n") else b"\r\n") + b".\r\n")
            code, _ = connection.getreply()
        except (OSError, smtplib.SMTPException):
            return Outcome("unknown", "The connection broke off before the server said whether it has the letter.")
        if code == 250:
            return Outcome("sent")
        if code >= 400:
            return Outcome("failed", f"The mail server did not take the letter: it answered {code}. Nothing was sent.")
        return Outcome("unknown", f"The mail server answered {code}, which does not say whether it has the letter.")
