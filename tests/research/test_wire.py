"""F9: whatever a server does, the question ends in time, within bounds, with the fault's name."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from research.address import parse_url
from research.errors import RateLimited, SourceError, Unavailable
from research.http import Client, Policy
from research.types import Request
from research.wire import Limits, Question, exchange
from tests import needs
from tests.research import fault_server
from tests.research.fault_server import listening, make_certificate, over_tls
from tests.research.sources import a_source

pytestmark = [pytest.mark.loopback, pytest.mark.timeout(120)]

SHORT_S = 0.4
"""The deadline of what never answers; what answers at once has long enough for a busy machine."""
LONG_S = 30.0
MAX_BYTES = 2_000_000

EXPECTED = {
    "error_500": "server-error",
    "error_503_now_and_later": "server-error",
    "too_many_requests": "rate-limited",
    "too_many_requests_for_seconds": "rate-limited",
    "too_many_requests_until_a_date": "rate-limited",
    "too_many_requests_for_ever": "rate-limited",
    "too_many_requests_in_nonsense": "rate-limited",
    "forbidden": "refused",
    "redirect_to_itself": "redirect-loop",
    "redirect_without_end": "redirect-loop",
    "redirect_nowhere": "bad-http",
    "redirect_to_a_file": "scheme",
    "slow_status_line": "timeout",
    "slow_headers": "timeout",
    "slow_body": "timeout",
    "slow_body_without_length": "timeout",
    "slow_chunks": "timeout",
    "silence": "timeout",
    "silence_in_the_body": "timeout",
    "endless_continue": "timeout",
    "endless_trailers": "timeout",
    "never_ends": "too-large",
    "ten_gigabytes_announced": "too-large",
    "ten_gigabytes_in_chunks": "too-large",
    "length_too_long": "incomplete",
    "two_lengths": "bad-http",
    "length_in_words": "bad-http",
    "negative_length": "bad-http",
    "chunk_in_words": "incomplete",
    "chunks_broken_off": "incomplete",
    "gzip_bomb": "too-large",
    "nested_gzip": "decompression",
    "endless_empty_gzip": "decompression",
    "brotli_bomb": "decompression",
    "zstd_bomb": "decompression",
    "gzip_that_is_none": "decompression",
    "gzip_broken_off": "incomplete",
    "gzip_damaged": "decompression",
    "reset_at_once": "reset",
    "reset_in_the_body": "reset",
    "closed_without_a_word": "reset",
    "http_0_9": "bad-http",
    "another_protocol": "bad-http",
    "http_2": "bad-http",
    "status_in_words": "bad-http",
    "status_999": "bad-http",
    "ten_thousand_headers": "bad-http",
    "header_of_a_megabyte": "bad-http",
    "header_without_end": "bad-http",
    "partial_unasked": "bad-http",
    "not_modified_unasked": "bad-http",
}

HARMLESS = {
    "good": b"all is well",
    "no_length": b"until the end",
    "length_too_short": b"short",
    "hundred_cookies": b"sweet",
    "empty_200": b"",
    "strange_media_type": b"ok",
}


def client(port: int, **policy) -> Client:
    return Client(Policy(ports=frozenset({port}), loopback_for_tests=True, retries=0, **policy))


def deadline_s(path: str) -> float:
    return SHORT_S if EXPECTED.get(path) == "timeout" else LONG_S


def ask(port: int, path: str, asker: Client | None = None, scheme: str = "http", seconds: float | None = None):
    source = a_source(max_bytes=MAX_BYTES)
    request = Request(f"{scheme}://127.0.0.1:{port}/{path}")
    return (asker or client(port)).fetch(source, request, time.monotonic() + (seconds or deadline_s(path)))


@pytest.fixture
def broken():
    with listening(fault_server.by_path) as port:
        yield port


def test_every_way_to_be_broken_is_tested():
    assert set(EXPECTED) | set(HARMLESS) == set(fault_server.FAULTS)
    assert len(EXPECTED) >= 40


@pytest.mark.parametrize(("path", "fault"), EXPECTED.items())
def test_a_broken_server_costs_its_own_answer_only_and_is_named(path, fault, broken):
    asker = client(broken)
    with pytest.raises(SourceError) as problem:
        ask(broken, path, asker)
    assert problem.value.fault == fault, problem.value
    assert problem.value.source == "made_up"
    if fault != "rate-limited" and path != "error_503_now_and_later":  # there the host asked to be left alone
        assert ask(broken, "good", asker).body == b"all is well"


@pytest.mark.parametrize(("path", "body"), HARMLESS.items())
def test_a_harmless_oddity_is_read(path, body, broken):
    assert ask(broken, path).body == body


@pytest.mark.parametrize(
    ("path", "low", "high"),
    [
        ("too_many_requests_for_seconds", 120, 120),
        ("too_many_requests_for_ever", 1e9, 1e9),
        ("too_many_requests_until_a_date", 1e9, 1e10),
    ],
)
def test_a_long_wait_is_an_answer_and_not_a_sleep(path, low, high, broken):
    with pytest.raises(RateLimited) as problem:
        ask(broken, path)
    assert low <= problem.value.retry_after_s <= high


@pytest.mark.parametrize("path", ["too_many_requests", "too_many_requests_in_nonsense"])
def test_a_429_without_a_readable_time_says_so(path, broken):
    with pytest.raises(RateLimited) as problem:
        ask(broken, path)
    assert problem.value.retry_after_s is None


def test_all_kinds_at_once_leave_the_good_one_alone(broken):
    found: dict[str, str] = {}

    def run(path: str) -> None:
        try:
            found[path] = ask(broken, path).body.decode()
        except SourceError as problem:
            found[path] = problem.fault

    threads = [threading.Thread(target=run, args=(path,)) for path in [*EXPECTED, "good"]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert found.pop("good") == "all is well"
    assert set(found) == set(EXPECTED)


def test_a_refused_connection_is_named(loopback):
    with socket.socket() as unused:
        unused.bind((loopback, 0))
        port = unused.getsockname()[1]
        with pytest.raises(SourceError) as problem:
            ask(port, "good")
    assert problem.value.fault == "connect"


@pytest.fixture
def hanging_look_up(monkeypatch):
    """A look-up that ends when it is told to; the fixture's value tells whether one has ended."""
    release, ended = threading.Event(), threading.Event()

    def look_up(*_):
        release.wait(60)
        ended.set()
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    yield ended
    release.set()


def test_a_look_up_that_hangs_is_not_waited_for(hanging_look_up):
    with pytest.raises(Unavailable) as problem:
        exchange(Question(parse_url("http://slow.example/")), Limits(1000, 0.2))
    assert not hanging_look_up.is_set()
    assert problem.value.fault == "timeout"


def test_a_host_that_cannot_be_reached_costs_less_than_the_whole_time(hanging_look_up):
    with pytest.raises(Unavailable, match=r"within 0\.2 s"):
        exchange(Question(parse_url("http://slow.example/")), Limits(1000, 30, connect_s=0.2))
    assert not hanging_look_up.is_set()


def test_an_unknown_name_is_named():
    with pytest.raises(Unavailable) as problem:
        exchange(Question(parse_url("http://unknown.example/")), Limits(1000, 0.5))
    assert problem.value.fault == "dns"


def reset_in_the_handshake(connection):
    connection.recv(1)  # so that the connection was made, however late the other side notices
    fault_server.reset(connection)


@pytest.mark.parametrize(
    ("handle", "fault"),
    [
        (fault_server.tls_that_never_finishes, "timeout"),
        (fault_server.tls_silence, "timeout"),
        (fault_server.tls_is_plain, "tls"),
        (reset_in_the_handshake, "reset"),
    ],
)
def test_a_handshake_that_fails_or_hangs_ends_in_time(handle, fault):
    with listening(handle) as port, pytest.raises(SourceError) as problem:
        ask(port, "good", scheme="https", seconds=SHORT_S if fault == "timeout" else LONG_S)
    assert problem.value.fault == fault


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    if fault_server.openssl() is None:
        needs.is_missing("openssl", "openssl is not installed, and certificates cannot be made without it")
    folder = tmp_path_factory.mktemp("certificates")
    return {
        "right": make_certificate(folder, "right"),
        "expired": make_certificate(folder, "expired", days=-1),
        "other-name": make_certificate(folder, "other-name", address="DNS:other.example"),
    }


@pytest.mark.parametrize("kind", ["expired", "other-name"])
def test_a_bad_certificate_is_refused_even_when_its_maker_is_trusted(kind, certificates):
    certificate, key = certificates[kind]
    with listening(over_tls(certificate, key)) as port, pytest.raises(SourceError) as problem:
        ask(port, "good", client(port, ca_file=str(certificate)), "https")
    assert problem.value.fault == "tls"


def test_a_self_signed_certificate_is_refused(certificates):
    with listening(over_tls(*certificates["right"])) as port, pytest.raises(SourceError) as problem:
        ask(port, "good", scheme="https")
    assert problem.value.fault == "tls"


@pytest.mark.parametrize(
    ("path", "fault"), [("good", ""), ("slow_headers", "timeout"), ("slow_body", "timeout"), ("gzip_bomb", "too-large")]
)
def test_an_encrypted_server_is_read_under_the_same_deadline(path, fault, certificates):
    certificate, key = certificates["right"]
    with listening(over_tls(certificate, key)) as port:
        asker = client(port, ca_file=str(certificate))
        if not fault:
            assert ask(port, path, asker, "https").body == b"all is well"
            return
        with pytest.raises(SourceError) as problem:
            ask(port, path, asker, "https")
    assert problem.value.fault == fault
