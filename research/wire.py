"""One question on one guarded connection: look up once, judge every answer, connect to what was judged, read it whole.

Every connection is used once. That costs a handshake now and then, and buys that no connection outlives the
judgement of its address, none is shared between threads, and the one deadline holds for everything: the look-up,
the handshake, slow headers and a slow body. The deadline works by giving the socket the time that is left before
every single read; a time limit per read, as HTTP libraries have it, never ends for a server that drips.
"""

from __future__ import annotations

import http.client
import io
import queue
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from email.message import Message
from functools import lru_cache
from typing import Any, Never, cast

import certifi

from research.address import IPAddress, Url, judged_answers, literal_address, refuse_local_name
from research.decompression import decoder_for
from research.errors import Refused, Unavailable

PIECE = 65_536
MOST_ADDRESSES = 4
"""Addresses of one name that are tried in turn, so that a broken IPv6 route does not cost a source."""
MOST_LOOK_UPS = 32
"""Look-ups under way at once; a look-up cannot be interrupted, so a stuck one is left behind."""

_look_ups = threading.BoundedSemaphore(MOST_LOOK_UPS)
_TEST_NETWORK = "192.0.2.1"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one exchange may cost: bytes after decompression, seconds in all, and which ports and addresses.

    `connect_s`: of these, how long finding and reaching the host may take. A host that can be reached is reached
    within 3 s (the first repetition of a lost SYN comes after 1 s, the second after 3, RFC 6298); without a network
    nothing is worth waiting longer for.
    `keep_start`: a longer body is cut to its first `max_bytes` instead of being refused.
    `loopback`: this machine may be asked; for a test's own server, and for what the owner of a site has named as
    running here. Never for an address that a source or a user gave.
    """

    max_bytes: int
    timeout_s: float
    ports: frozenset[int] = frozenset({80, 443})
    keep_start: bool = False
    loopback: bool = False
    ca_file: str = ""
    connect_s: float = 5.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: the status, its headers, the whole body after decompression."""

    status: int
    headers: Message
    body: bytes

    def header(self, name: str) -> str:
        """The first header of this name, "" without one; bytes beyond ASCII are read as UTF-8 where they are that."""
        value = str(self.headers.get(name, "")).strip()
        try:
            return value.encode("latin-1").decode("utf-8")
        except UnicodeError:
            return value


@dataclass(frozen=True, slots=True)
class Question:
    """What is sent to one address. Host, encoding and length headers are added by `exchange`."""

    url: Url
    headers: Mapping[str, str] = field(default_factory=dict)
    method: str = "GET"
    body: bytes | None = None


def exchange(question: Question, limits: Limits) -> Answer:
    """Ask once, with no redirect followed and nothing tried again.

    Raises: SourceError; its text names the host and nothing else of the question, since that may hold a key.
    """
    url = question.url
    deadline = time.monotonic() + limits.timeout_s
    if url.port not in limits.ports:
        raise Refused(f"Port {url.port} of {url.host} is not asked.", fault="port")
    reaching = replace(limits, timeout_s=min(limits.timeout_s, limits.connect_s))
    reach_by = time.monotonic() + reaching.timeout_s
    addresses = _judged_addresses(url, reaching, reach_by)
    with _faults_named(url, reaching):
        connection = _connected(url, addresses, reach_by)
    with _faults_named(url, limits):
        try:
            if url.scheme == "https":
                connection = _encrypted(connection, url.host, limits.ca_file, deadline)
            return _asked(connection, question, limits, deadline)
        finally:
            connection.close()


@contextmanager
def _faults_named(url: Url, limits: Limits) -> Iterator[None]:
    """Turn what sockets, TLS and the HTTP reader raise into our errors, by name."""
    host = url.host
    try:
        yield
    except TimeoutError:
        raise Unavailable(f"{host} did not answer within {limits.timeout_s:.3g} s.", fault="timeout") from None
    except ssl.SSLCertVerificationError as error:
        message = f"The certificate of {host} is not valid: {error.verify_message}."
        raise Unavailable(message, fault="tls") from None
    except ssl.SSLError as error:
        raise Unavailable(f"No secure connection to {host}: {error.reason or 'broken off'}.", fault="tls") from None
    except http.client.IncompleteRead:
        raise Unavailable(f"{host} broke off in the middle of its answer.", fault="incomplete") from None
    except (http.client.RemoteDisconnected, ConnectionError):
        raise Unavailable(f"{host} closed the connection.", fault="reset") from None
    except http.client.HTTPException as error:
        raise Unavailable(f"{host} does not speak proper HTTP ({type(error).__name__}).", fault="bad-http") from None
    except OSError as error:
        message = f"The connection to {host} failed: {error.strerror or type(error).__name__}."
        raise Unavailable(message, fault="connect") from None


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _judged_addresses(url: Url, limits: Limits, deadline: float) -> tuple[IPAddress, ...]:
    literal = literal_address(url.host)
    if literal is not None:
        answers: tuple[str, ...] = (url.host,)
    else:
        refuse_local_name(url.host)
        with _faults_named(url, limits):
            answers = _looked_up(url.host, url.port, deadline)
    if limits.loopback and all(answer in ("127.0.0.1", "::1") for answer in answers):
        return tuple(address for answer in answers if (address := literal_address(answer)) is not None)
    addresses = judged_answers(url.host, answers)
    if any(_is_this_machine(address) for address in addresses):
        raise Refused(f"{url.host} leads to this machine itself.", fault="address")
    return addresses


def _looked_up(host: str, port: int, deadline: float) -> tuple[str, ...]:
    """The addresses of a name, asked for exactly once. Raises: Unavailable ("dns"), TimeoutError."""
    if not _look_ups.acquire(timeout=_left(deadline)):
        raise TimeoutError
    box: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            box.put(socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM))
        except Exception as error:  # noqa: BLE001  carried over to the thread that asked, and raised there
            box.put(error)
        finally:
            _look_ups.release()

    threading.Thread(target=look_up, name=f"look-up {host}", daemon=True).start()
    try:
        found = box.get(timeout=_left(deadline))
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(found, OSError | UnicodeError):
        raise Unavailable(f"There is no address for the name {host}.", fault="dns") from None
    if isinstance(found, Exception):
        raise found
    return tuple(str(sockaddr[0]) for *_, sockaddr in found)


def _is_this_machine(address: IPAddress) -> bool:
    """Whether the address is one of this machine's own: only those can be bound.

    Systems that let anything be bound (a fail-over set-up) are noticed by binding an address nobody can own.
    """
    return _can_be_bound(str(address)) and not _can_be_bound(_TEST_NETWORK)


def _can_be_bound(address: str) -> bool:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.bind((address, 0))
    except OSError:
        return False
    return True


def _connected(url: Url, addresses: tuple[IPAddress, ...], deadline: float) -> socket.socket:
    """A connection to the first of the judged addresses that takes one. Raises: OSError."""
    problem: OSError = ConnectionRefusedError()
    tried = addresses[:MOST_ADDRESSES]
    for number, address in enumerate(tried):
        family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
        share = _left(deadline) / (len(tried) - number)
        connection: socket.socket | None = None
        try:
            connection = socket.socket(family, socket.SOCK_STREAM)
            connection.settimeout(share)
            connection.connect((str(address), url.port))
        except OSError as error:
            if connection is not None:
                connection.close()
            problem = error
            continue
        except BaseException:
            if connection is not None:
                connection.close()
            raise
        return connection
    if isinstance(problem, TimeoutError):
        raise problem
    message = f"{url.host} cannot be reached: {problem.strerror or type(problem).__name__}."
    raise Unavailable(message, fault="connect")


@lru_cache(maxsize=4)
def _tls_context(ca_file: str) -> ssl.SSLContext:
    """Verification is always on. Both the system's certificates (a hospital's own proxy) and certifi's are trusted."""
    context = ssl.create_default_context(cafile=ca_file or None)
    if not ca_file:
        context.load_verify_locations(cafile=certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    return context


def _encrypted(connection: socket.socket, host: str, ca_file: str, deadline: float) -> ssl.SSLSocket:
    try:
        encrypted = _tls_context(ca_file).wrap_socket(connection, server_hostname=host, do_handshake_on_connect=False)
    except BaseException:
        connection.close()
        raise
    try:
        encrypted.settimeout(_left(deadline))
        encrypted.do_handshake()
    except BaseException:
        encrypted.close()
        raise
    return encrypted


class _TimedReader(io.RawIOBase):
    """Reads a socket; each read has what is left of the whole time."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        super().__init__()
        self._connection = connection
        self._deadline = deadline

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read what is there into the buffer; 0 at the end. Raises: TimeoutError, OSError."""
        self._connection.settimeout(_left(self._deadline))
        return self._connection.recv_into(buffer)


class _Wire:
    """The three calls that `http.client` makes on its socket, with the deadline in each."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        self._connection = connection
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        """Send everything within the time that is left (Python counts it over the whole call)."""
        self._connection.settimeout(_left(self._deadline))
        self._connection.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """The reading end."""
        return io.BufferedReader(_TimedReader(self._connection, self._deadline), PIECE)

    def close(self) -> None:
        """Do nothing: `exchange` closes the connection when the body is read."""


def _asked(connection: socket.socket, question: Question, limits: Limits, deadline: float) -> Answer:
    url, body = question.url, question.body
    talk = http.client.HTTPConnection(url.host, url.port)
    talk.auto_open = 0
    talk.sock = cast("Any", _Wire(connection, deadline))
    talk.putrequest(question.method, url.target, skip_host=True, skip_accept_encoding=True)
    sent = {"Host": url.authority, **question.headers, "Accept-Encoding": "gzip, deflate", "Connection": "close"}
    if body is not None:
        sent["Content-Length"] = str(len(body))
    for name, value in sent.items():
        talk.putheader(name, value)
    talk.endheaders(body)
    response = talk.getresponse()
    return Answer(response.status, response.headers, _body(response, url, limits))


def _body(response: http.client.HTTPResponse, url: Url, limits: Limits) -> bytes:
    declared = _declared_length(response)
    if declared is not None and declared > limits.max_bytes and not limits.keep_start:
        _too_large(url, limits)
    decoder = decoder_for(response.headers.get_all("Content-Encoding") or [], url.host)
    whole = bytearray()
    raw = 0
    for piece in _pieces(response, declared):
        raw += len(piece)
        for plain in decoder.plain(piece):
            whole += plain
            if len(whole) > limits.max_bytes:
                break
        # Counted before decompression too: endless compressed nothing is an attack as well.
        if max(raw, len(whole)) > limits.max_bytes:
            if limits.keep_start:
                return bytes(whole[: limits.max_bytes])
            _too_large(url, limits)
    if whole or declared:
        decoder.check_complete()
    return bytes(whole)


def _declared_length(response: http.client.HTTPResponse) -> int | None:
    """The body's length as announced. Raises: HTTPException when the server announces two, or none that is a number."""
    if response.chunked:
        return None
    if response.length == 0:
        return 0
    if response.headers.get("Transfer-Encoding"):
        raise http.client.UnknownTransferEncoding
    announced = {value.strip() for value in response.headers.get_all("Content-Length") or []}
    if not announced:
        return None
    value = announced.pop()
    if announced or not (value.isascii() and value.isdigit() and len(value) < 20):
        raise http.client.HTTPException("unclear length")
    return int(value)


def _pieces(response: http.client.HTTPResponse, declared: int | None) -> Iterator[bytes]:
    """The body as it comes. Raises: IncompleteRead when it ends before the announced length."""
    left = declared
    while left is None or left > 0:
        piece = response.read1(PIECE if left is None else min(PIECE, left))
        if not piece:
            if left is not None:
                raise http.client.IncompleteRead(b"", left)
            return
        if left is not None:
            left -= len(piece)
        yield piece


def _too_large(url: Url, limits: Limits) -> Never:
    size = f"{limits.max_bytes / 1_000_000:.3g} MB"
    raise Refused(f"The answer of {url.host} is larger than {size}.", fault="too-large")
