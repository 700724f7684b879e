"""The network is closed (pytest-socket, see pyproject.toml). A test marked `loopback` may talk to its own server."""

from __future__ import annotations

import gc
import signal
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import needs

# How long an example takes is a matter of the machine and its load; speed is measured in benchmarks/.
# `--hypothesis-profile=thorough` looks longer.
for profile, examples in (("groundwork", 20), ("thorough", 1_000)):
    settings.register_profile(
        profile, deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples
    )
settings.load_profile("groundwork")

_NEW_OBJECTS = 20_000
"""After so many new objects garbage is searched for; Python's own 700 take a tenth of the time of the tests."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden cases are written anew with this, and then read by a person."""
    parser.addoption("--accept", action="store_true", help="write what golden cases expect anew; then read the change")


def pytest_configure() -> None:
    """Take what ends a process as from a keyboard: a shell starts what runs in its background deaf to it, and whatever
    that starts. Search for garbage more rarely: nearly all of what is collected stays, and a test is soon over."""
    gc.set_threshold(_NEW_OBJECTS, 10, 10)
    for number in (signal.SIGINT, getattr(signal, "SIGHUP", signal.SIGINT)):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """Leave ten thousand tests and all modules out of each later search for garbage: they stay to the end."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether this run writes what golden cases expect."""
    return bool(request.config.getoption("--accept"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Open 127.0.0.1, and nothing else, for tests with the marker or the fixture `loopback`."""
    for item in items:
        names = getattr(item, "fixturenames", [])
        if "loopback" in names or item.get_closest_marker("loopback"):
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1"]))
            if "_no_name_is_looked_up" not in names:  # examples of one test share the list
                names.insert(0, "_no_name_is_looked_up")


@pytest.fixture
def _no_name_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """pytest-socket leaves look-ups open where it opens hosts; here nothing but the literal address is resolved."""
    look_up = socket.getaddrinfo

    def only_loopback(host, port, *arguments, **named):
        if host in ("127.0.0.1", b"127.0.0.1"):
            return look_up(host, port, *arguments, **named)
        raise socket.gaierror(socket.EAI_NONAME, f"a test tried to look up {host!r}")

    monkeypatch.setattr(socket, "getaddrinfo", only_loopback)


@pytest.fixture
def loopback() -> str:
    """The address that a test may listen on and talk to."""
    return "127.0.0.1"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of recordings and labelled texts that lies outside the project, or a skip that says why."""
    return needs.shared_folder()
