"""A site on this machine, a clock that jumps, and names that all lead here."""

from __future__ import annotations

import socket

import pytest

from tests.research.site import Clock, open_site


@pytest.fixture
def site():
    with open_site() as site:
        yield site


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def names(monkeypatch):
    """Every name leads to this machine, and the test's policy lets it."""

    def look_up(host, port, *_):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
