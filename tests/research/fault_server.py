"""A server on 127.0.0.1 that is broken in every way that public servers are, one way a path.

`FAULTS` names each way. A fault is a function that gets the open connection (the request has been read) and writes
what it likes; endless ones stop when the client hangs up. `start(...)` runs it.
"""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import struct
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MEGABYTE = 1_000_000
Fault = Callable[[socket.socket], None]
FAULTS: dict[str, Fault] = {}


def fault(function: Fault) -> Fault:
    """Register a way to be broken under its own name."""
    FAULTS[function.__name__] = function
    return function


def head(status: str = "200 OK", *headers: str) -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", "Content-Type: text/plain", *headers, "", ""]).encode("latin-1")


def answer(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    return head(status, f"Content-Length: {len(body)}", *headers) + body


def drip(connection: socket.socket, data: bytes, seconds: float = 0.2) -> None:
    """One byte at a time until the client has gone; after the data, spaces for ever."""
    sent = 0
    while True:
        connection.sendall(data[sent : sent + 1] or b" ")
        sent += 1
        time.sleep(seconds)


@fault
def good(connection):
    connection.sendall(answer(b"all is well"))


@fault
def error_500(connection):
    connection.sendall(answer(b"the database is down", status="500 Internal Server Error"))


@fault
def error_503_now_and_later(connection):
    connection.sendall(answer(b"", "Retry-After: 3600", status="503 Service Unavailable"))


@fault
def too_many_requests(connection):
    connection.sendall(answer(b"slow down", status="429 Too Many Requests"))


@fault
def too_many_requests_for_seconds(connection):
    connection.sendall(answer(b"", "Retry-After: 120", status="429 Too Many Requests"))


@fault
def too_many_requests_until_a_date(connection):
    connection.sendall(answer(b"", "Retry-After: Fri, 31 Dec 2099 23:59:59 GMT", status="429 Too Many Requests"))


@fault
def too_many_requests_for_ever(connection):
    connection.sendall(answer(b"", "Retry-After: 1000000000", status="429 Too Many Requests"))


@fault
def too_many_requests_in_nonsense(connection):
    connection.sendall(answer(b"", "Retry-After: soon, -5 \x80", status="429 Too Many Requests"))


@fault
def forbidden(connection):
    connection.sendall(answer(b"<html>no robots</html>", status="403 Forbidden"))


@fault
def redirect_to_itself(connection):
    connection.sendall(answer(b"", "Location: /redirect_to_itself", status="301 Moved Permanently"))


@fault
def redirect_without_end(connection):
    connection.sendall(answer(b"", f"Location: /redirect_without_end?{time.monotonic_ns()}", status="302 Found"))


@fault
def redirect_nowhere(connection):
    connection.sendall(answer(b"", status="302 Found"))


@fault
def redirect_to_a_file(connection):
    connection.sendall(answer(b"", "Location: file:///etc/passwd", status="302 Found"))


@fault
def slow_status_line(connection):
    drip(connection, b"HTTP/1.1 200 OK" + b"." * 1000)


@fault
def slow_headers(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    drip(connection, b"X-Slow: " + b"y" * 10_000)


@fault
def slow_body(connection):
    connection.sendall(head("200 OK", "Content-Length: 1000"))
    drip(connection, b"z" * 1000)


@fault
def slow_body_without_length(connection):
    connection.sendall(head("200 OK"))
    drip(connection, b"z" * 1000)


@fault
def slow_chunks(connection):
    connection.sendall(head("200 OK", "Transfer-Encoding: chunked"))
    drip(connection, b"1\r\nz\r\n" * 200)


@fault
def silence(connection):
    connection.settimeout(30)
    connection.recv(1)


@fault
def silence_in_the_body(connection):
    connection.sendall(head("200 OK", "Content-Length: 1000") + b"half")
    connection.settimeout(30)
    connection.recv(1)


@fault
def endless_continue(connection):
    while True:
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        time.sleep(0.02)


@fault
def endless_trailers(connection):
    connection.sendall(head("200 OK", "Transfer-Encoding: chunked") + b"1\r\nz\r\n0\r\n")
    while True:
        connection.sendall(b"X-More: and more\r\n")
        time.sleep(0.02)


@fault
def never_ends(connection):
    connection.sendall(head("200 OK"))
    piece = b"x" * 65_536
    while True:
        connection.sendall(piece)


@fault
def ten_gigabytes_announced(connection):
    connection.sendall(head("200 OK", "Content-Length: 10000000000"))
    piece = b"x" * 65_536
    for _ in range(10_000_000_000 // len(piece)):
        connection.sendall(piece)


@fault
def ten_gigabytes_in_chunks(connection):
    connection.sendall(head("200 OK", "Transfer-Encoding: chunked"))
    piece = b"10000\r\n" + b"x" * 65_536 + b"\r\n"
    for _ in range(10_000_000_000 // 65_536):
        connection.sendall(piece)


@fault
def no_length(connection):
    connection.sendall(head("200 OK") + b"until the end")


@fault
def length_too_long(connection):
    connection.sendall(head("200 OK", "Content-Length: 1000") + b"short")


@fault
def length_too_short(connection):
    connection.sendall(head("200 OK", "Content-Length: 5") + b"short and more")


@fault
def two_lengths(connection):
    connection.sendall(head("200 OK", "Content-Length: 5", "Content-Length: 9") + b"short and")


@fault
def length_in_words(connection):
    connection.sendall(head("200 OK", "Content-Length: many") + b"words")


@fault
def negative_length(connection):
    connection.sendall(head("200 OK", "Content-Length: -1") + b"words")


@fault
def chunk_in_words(connection):
    connection.sendall(head("200 OK", "Transfer-Encoding: chunked") + b"many\r\nwords\r\n")


@fault
def chunks_broken_off(connection):
    connection.sendall(head("200 OK", "Transfer-Encoding: chunked") + b"100\r\nshort")


@fault
def gzip_bomb(connection):
    """A gigabyte of zeros, 1:1000, as one member of 20 MB after the other."""
    connection.sendall(head("200 OK", "Content-Encoding: gzip"))
    member = gzip.compress(bytes(20 * MEGABYTE), 1)
    for _ in range(50):
        connection.sendall(member)


@fault
def nested_gzip(connection):
    connection.sendall(answer(gzip.compress(gzip.compress(b"twice")), "Content-Encoding: gzip, gzip"))


@fault
def endless_empty_gzip(connection):
    connection.sendall(head("200 OK", "Content-Encoding: gzip"))
    member = gzip.compress(b"") * 3_000
    while True:
        connection.sendall(member)


@fault
def brotli_bomb(connection):
    connection.sendall(answer(b"\x1b\xff\xff\x0f" + b"\x00" * 1000, "Content-Encoding: br"))


@fault
def zstd_bomb(connection):
    connection.sendall(answer(b"\x28\xb5\x2f\xfd" + b"\x00" * 1000, "Content-Encoding: zstd"))


@fault
def gzip_that_is_none(connection):
    connection.sendall(answer(b"plain words" * 10, "Content-Encoding: gzip"))


@fault
def gzip_broken_off(connection):
    packed = gzip.compress(bytes(range(256)) * 100)
    connection.sendall(answer(packed[: len(packed) // 2], "Content-Encoding: gzip"))


@fault
def gzip_damaged(connection):
    packed = bytearray(gzip.compress(b"".join(b"%d " % (n * n) for n in range(5000))))
    packed[len(packed) // 2] ^= 0xFF
    packed[-6] ^= 0xFF
    connection.sendall(answer(bytes(packed), "Content-Encoding: gzip"))


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


@fault
def reset_at_once(connection):
    reset(connection)


@fault
def reset_in_the_body(connection):
    connection.sendall(head("200 OK", "Content-Length: 1000") + b"half")
    time.sleep(0.05)
    reset(connection)


@fault
def closed_without_a_word(connection):
    connection.shutdown(socket.SHUT_RDWR)


@fault
def http_0_9(connection):
    connection.sendall(b"<html>good old days</html>")


@fault
def another_protocol(connection):
    connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n" * 50)


@fault
def http_2(connection):
    connection.sendall(b"HTTP/2 200\r\n\r\n\x00\x00\x12\x04\x00\x00")


@fault
def status_in_words(connection):
    connection.sendall(b"HTTP/1.1 OK fine\r\n\r\n")


@fault
def status_999(connection):
    connection.sendall(answer(b"", status="999 Request denied"))


@fault
def ten_thousand_headers(connection):
    connection.sendall(head("200 OK", *(f"X-{number}: y" for number in range(10_000))))


@fault
def header_of_a_megabyte(connection):
    connection.sendall(head("200 OK", "X-Long: " + "y" * MEGABYTE))


@fault
def header_without_end(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        connection.sendall(b"y" * 65_536)


@fault
def hundred_cookies(connection):
    cookies = (f"Set-Cookie: c{number}={'v' * 100}; Path=/" for number in range(90))
    connection.sendall(answer(b"sweet", *cookies))


@fault
def empty_200(connection):
    connection.sendall(answer(b""))


@fault
def partial_unasked(connection):
    connection.sendall(answer(b"half", "Content-Range: bytes 0-3/100", status="206 Partial Content"))


@fault
def not_modified_unasked(connection):
    connection.sendall(head("304 Not Modified"))


@fault
def strange_media_type(connection):
    connection.sendall(b'HTTP/1.1 200 OK\r\nContent-Type: ; =;;charset="\x80\xff;x\r\nContent-Length: 2\r\n\r\nok')


def _request_path(connection: socket.socket) -> str:
    """Read one request's head (and ignore its body); its path."""
    received = b""
    while b"\r\n\r\n" not in received and len(received) < 100_000:
        piece = connection.recv(65_536)
        if not piece:
            break
        received += piece
    words = received.split(b" ", 2)
    return words[1].decode("latin-1") if len(words) == 3 else ""


def _serve(listener: socket.socket, handle: Callable[[socket.socket], None]) -> None:
    def guarded(connection: socket.socket) -> None:
        with suppress(OSError, ssl.SSLError), connection:
            handle(connection)

    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=guarded, args=(connection,), daemon=True).start()


@contextmanager
def listening(handle: Callable[[socket.socket], None]) -> Iterator[int]:
    """Run `handle` on every connection to a new port of 127.0.0.1; the port."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.bind(("127.0.0.1", 0))
    listener.listen(64)
    thread = threading.Thread(target=_serve, args=(listener, handle), daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)


def by_path(connection: socket.socket) -> None:
    """Answer as the path names: /slow_body is broken in that way."""
    path = _request_path(connection).partition("?")[0].strip("/")
    FAULTS.get(path, good)(connection)


def tls_that_never_finishes(connection: socket.socket) -> None:
    """Take the client's first words and drip a record that never ends."""
    connection.recv(4096)
    drip(connection, b"\x16\x03\x03\x3f\xff\x02" + b"\x00" * 16_000)


def tls_silence(connection: socket.socket) -> None:
    """Take the connection and say nothing."""
    connection.settimeout(30)
    while connection.recv(4096):
        pass


def tls_is_plain(connection: socket.socket) -> None:
    """Answer an encrypted hello in plain text."""
    connection.recv(4096)
    connection.sendall(answer(b"plain"))


def over_tls(certificate: Path, key: Path) -> Callable[[socket.socket], None]:
    """`by_path` behind this certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    def handle(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as encrypted:
            by_path(encrypted)

    return handle


def openssl() -> str | None:
    """The program that makes the certificates, where there is one."""
    return shutil.which("openssl")


def make_certificate(folder: Path, name: str, *, days: int = 2, address: str = "IP:127.0.0.1") -> tuple[Path, Path]:
    """A self-signed certificate and its key. `days` below zero: one that has run out."""
    certificate, key = folder / f"{name}.pem", folder / f"{name}.key"
    program = openssl()
    assert program, "openssl is needed"
    dates = ["-days", str(days)] if days > 0 else ["-not_before", "20200101000000Z", "-not_after", "20200102000000Z"]
    new_key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", str(key)]
    names = ["-subj", f"/CN={name}", "-addext", f"subjectAltName={address}"]
    if days > 0:
        command = [program, "req", "-x509", *new_key, *names, *dates, "-out", str(certificate)]
        subprocess.run(command, check=True, capture_output=True)
        return certificate, key
    request, extensions = folder / f"{name}.csr", folder / f"{name}.ext"
    extensions.write_text(f"subjectAltName={address}\n")
    subprocess.run(
        [program, "req", "-new", *new_key, *names[:2], "-out", str(request)], check=True, capture_output=True
    )
    signing = [program, "x509", "-req", "-in", str(request), "-signkey", str(key), "-extfile", str(extensions)]
    # OpenSSL 3.0 knows no dates here, only a number of days, which may be below zero.
    subprocess.run([*signing, "-days", str(days), "-out", str(certificate)], check=True, capture_output=True)
    return certificate, key
