from __future__ import annotations

from contextlib import suppress

import pytest

from research.errors import Refused, SourceError
from research.http import get_bytes
from tests.research.closed_world import BODY, World, closed_world
from tests.research.guarded_urls import GOOD, ODD_PORTS, REBINDING, REFUSED, WORKING

pytestmark = pytest.mark.loopback


@pytest.fixture
def world(monkeypatch):
    with closed_world(monkeypatch) as world:
        yield world


def test_the_table_is_large_enough_to_mean_something():
    groups = {group for group, _ in REFUSED}
    assert len(REFUSED) >= 200
    assert len(set(REFUSED)) == len(REFUSED)
    assert groups >= {"plain-v4", "odd-v4", "v6", "names", "mixed", "unicode", "confused", "schemes", "redirects"}


@pytest.mark.parametrize(("group", "url"), REFUSED, ids=[f"{group}-{url!a}" for group, url in REFUSED])
def test_an_address_that_must_not_be_asked_is_refused_without_a_try(group, url, world: World):
    with pytest.raises(SourceError) as refusal:
        get_bytes(url)
    assert world.leaks == []
    assert isinstance(refusal.value, Refused), refusal.value
    assert refusal.value.fault in {
        *("address", "bad-url", "credentials", "port", "redirect-loop", "scheme"),
    }


@pytest.mark.parametrize("url", WORKING)
def test_a_public_address_works(url, world: World):
    assert get_bytes(url) == BODY
    assert world.leaks == []
    assert world.reached


@pytest.mark.parametrize("host", [host for host in REBINDING if "redirect" not in host])
def test_a_name_that_changes_its_answer_is_looked_up_once_a_hop_and_never_leaks(host, world: World):
    for turn in range(1, 4):
        with suppress(Refused):
            get_bytes(f"http://{host}/")
        assert world.looked_up[host] == turn
        assert world.leaks == []


def test_every_hop_is_looked_up_anew(world: World):
    assert get_bytes(f"http://{GOOD}/away") == BODY
    assert world.looked_up == {GOOD: 1, f"www.{GOOD}": 1}
    assert world.asked == [(GOOD, "/away"), (f"www.{GOOD}", "/page?x=1")]


def test_five_redirects_are_followed_and_six_are_not(world: World):
    assert get_bytes(f"http://{GOOD}/far2") == BODY
    with pytest.raises(Refused) as refusal:
        get_bytes(f"http://{GOOD}/far1")
    assert refusal.value.fault == "redirect-loop"


@pytest.mark.parametrize("url", ODD_PORTS)
def test_an_odd_port_or_credentials_reach_nobody(url, world: World):
    with pytest.raises(Refused):
        get_bytes(url)
    assert world.reached == []
    assert not world.looked_up


def test_proxies_of_the_environment_are_not_used(world: World, monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    assert get_bytes(f"http://{GOOD}/") == BODY
    assert world.leaks == []


def test_an_encrypted_address_is_connected_to_and_its_certificate_demanded(world: World):
    with pytest.raises(SourceError) as problem:
        get_bytes(f"https://{GOOD}/")
    assert problem.value.fault == "tls"
    assert world.leaks == []


def test_an_address_of_this_machine_itself_is_refused(world: World, monkeypatch):
    monkeypatch.setattr("research.wire._can_be_bound", lambda address: address != "192.0.2.1")
    with pytest.raises(Refused) as refusal:
        get_bytes(f"http://{GOOD}/")
    assert refusal.value.fault == "address"
    assert world.reached == []


def test_a_machine_that_can_bind_anything_does_not_refuse_everything(world: World, monkeypatch):
    monkeypatch.setattr("research.wire._can_be_bound", lambda address: True)
    assert get_bytes(f"http://{GOOD}/") == BODY
