"""A key goes where it is meant to go, and stands in nothing that is shown, kept or logged."""

from __future__ import annotations

import logging
import traceback
from datetime import timedelta

import pytest

from research.cache import FolderCache, MemoryCache
from research.errors import Refused, SourceError
from research.http import Client, Policy
from research.types import Request, Secret
from tests.research.site import Reply, client, fetch, redirect
from tests.research.sources import a_source

pytestmark = pytest.mark.loopback

KEY = "s3cr+t/Key=9"


def with_key(site, path="/data", **more):
    return Request(
        site.url(path),
        (("q", "x"), ("api_key", Secret("REGISTER_KEY"))),
        (("X-Token", Secret("REGISTER_KEY")),),
        **more,
    )


def secrets_in(text: str) -> list[str]:
    return [form for form in (KEY, "s3cr", "Key%3D", "key%3d") if form in text]


def test_a_secret_is_sent_and_shown_nowhere(site, clock, caplog, tmp_path):
    caplog.set_level(logging.DEBUG)
    site.pages["/data"] = Reply(b"{}")
    asker = client(site, clock, settings={"REGISTER_KEY": KEY + "\n"}, cache=FolderCache(tmp_path))
    document = fetch(asker, clock, with_key(site))
    assert site.asked[0].target == "/data?q=x&api_key=s3cr%2Bt%2FKey%3D9"
    assert site.asked[0].headers["x-token"] == KEY
    assert document.url == site.url("/data?q=x")
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert kept
    assert caplog.text
    for shown in (repr(document), caplog.text, kept.decode()):
        assert secrets_in(shown) == []


@pytest.mark.parametrize(
    "echo",
    [
        "/there?api_key=s3cr%2Bt%2FKey%3D9&q=x",
        "/there?q=x&key=s3cr%2bt%2fKey%3d9",
        "/there?q=x&next=%2Fdata%3Fapi_key%3Ds3cr%252Bt%252FKey%253D9",
        "/s3cr+t/Key=9/there?q=x",
    ],
)
def test_a_redirect_that_echoes_the_secret_does_not_give_it_away(echo, site, clock):
    site.pages["/data"] = redirect(echo)
    site.pages["/there"] = site.pages["/s3cr+t/Key=9/there"] = Reply(b"{}")
    document = fetch(client(site, clock, settings={"REGISTER_KEY": KEY}), clock, with_key(site))
    assert document.url.endswith("there?q=x")
    assert secrets_in(repr(document)) == []


@pytest.mark.parametrize(
    "reply",
    [
        Reply(f"the key {KEY} is not known".encode(), 403, (("Content-Type", "text/plain"),)),
        Reply(f'{{"error": "bad key {KEY}"}}'.encode(), 500, (("Content-Type", "application/json"),)),
        Reply(f"{KEY} asked too often".encode(), 429, (("Content-Type", "text/plain"),)),
        redirect(f"ftp://{KEY}/"),
        redirect(f"http://{KEY}.example/"),
        redirect(f"/data?api_key={KEY}"),
    ],
)
def test_an_error_does_not_give_the_secret_away_not_even_in_its_trace(reply, site, clock, caplog):
    caplog.set_level(logging.DEBUG)
    site.pages["/data"] = reply
    with pytest.raises(SourceError) as problem:
        fetch(client(site, clock, settings={"REGISTER_KEY": KEY}, retries=0), clock, with_key(site))
    trace = "".join(traceback.format_exception(problem.value))
    for shown in (str(problem.value), problem.value.url, trace, caplog.text):
        assert secrets_in(shown) == []
    assert problem.value.__context__ is None


def test_a_secret_header_is_not_sent_on_to_another_host(site, clock, names):
    site.pages["/data"] = redirect(site.url("/there", "two.example"))
    site.pages["/there"] = Reply()
    asker = client(site, clock, settings={"REGISTER_KEY": KEY})
    request = Request(site.url("/data", "one.example"), headers=(("X-Token", Secret("REGISTER_KEY")),))
    fetch(asker, clock, request, a_source(hosts=("one.example", "two.example")))
    assert site.asked[0].headers["x-token"] == KEY
    assert "x-token" not in site.asked[1].headers


def test_a_secret_is_not_sent_unencrypted(clock):
    asker = Client(Policy(), {"REGISTER_KEY": KEY}, now=clock.now, clock=clock.monotonic, sleep=clock.sleep)
    request = Request("http://register.example/", (("key", Secret("REGISTER_KEY")),))
    with pytest.raises(Refused) as problem:
        fetch(asker, clock, request, a_source(hosts=("register.example",)))
    assert problem.value.fault == "scheme"


def test_a_setting_that_is_not_set_is_left_out_when_optional_and_named_when_needed(site, clock):
    site.pages["/data"] = Reply()
    asker = client(site, clock)
    fetch(asker, clock, with_key(site), a_source(optional=frozenset({"REGISTER_KEY"})))
    assert site.asked[0].target == "/data?q=x"
    assert "x-token" not in site.asked[0].headers
    with pytest.raises(Refused, match="REGISTER_KEY") as problem:
        fetch(asker, clock, with_key(site), a_source(needs=frozenset({"REGISTER_KEY"})))
    assert (problem.value.fault, problem.value.source) == ("setting", "made_up")


def test_with_and_without_a_key_are_two_questions(site, clock):
    site.pages["/data"] = lambda asked: Reply(asked.target.encode())
    cache, source = MemoryCache(), a_source(keep_for=timedelta(hours=1))
    without = fetch(client(site, clock, cache=cache), clock, with_key(site), source)
    with_one = fetch(client(site, clock, cache=cache, settings={"REGISTER_KEY": KEY}), clock, with_key(site), source)
    assert without.body != with_one.body
