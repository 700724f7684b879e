from __future__ import annotations

import ipaddress
import random
import string
from urllib.parse import urlsplit

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from research.address import (
    MAX_URL_LENGTH,
    host_is_listed,
    is_public,
    join_url,
    judged_answers,
    literal_address,
    parse_url,
    refuse_local_name,
)
from research.errors import Refused

# IANA IPv4 Special-Purpose Address Registry and multicast, all that is not globally reachable, and our own additions.
CLOSED_V4 = [
    *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"),
    *("192.0.0.0/29", "192.0.0.8/32", "192.0.0.170/31", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16"),
    *("198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "255.255.255.255/32"),
    "168.63.129.16/32",
]
OPEN_V4 = ["192.31.196.0/24", "192.52.193.0/24", "192.175.48.0/24"]
"""In the registry, but globally reachable."""

# IANA IPv6 Special-Purpose Address Registry, whatever lies outside global unicast, and our own additions.
CLOSED_V6 = [
    *("::1/128", "::/128", "::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64"),
    *("100:0:0:1::/64", "2001::/23", "2001::/32", "2001:1::1/128", "2001:1::2/128", "2001:2::/48", "2001:3::/32"),
    *("2001:4:112::/48", "2001:10::/28", "2001:20::/28", "2001:30::/28", "2001:db8::/32", "2002::/16", "3fff::/20"),
    *("5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "::/3", "4000::/2", "8000::/1"),
]
OPEN_V6 = ["2620:4f:8000::/48", "2000::/3"]


def ranges(networks):
    found = [ipaddress.ip_network(text) for text in networks]
    return [(int(network.network_address), int(network.broadcast_address)) for network in found]


def expected(number: int, closed: list[tuple[int, int]]) -> bool:
    return not any(first <= number <= last for first, last in closed)


def boundaries(networks, bits):
    edges = {edge for first, last in ranges(networks) for edge in (first - 1, first, last, last + 1)}
    return sorted(edge for edge in edges if 0 <= edge < 1 << bits)


@pytest.mark.parametrize(
    "number", boundaries(CLOSED_V4 + OPEN_V4, 32), ids=lambda number: str(ipaddress.IPv4Address(number))
)
def test_the_boundaries_of_every_special_ipv4_block_are_right(number):
    assert is_public(ipaddress.IPv4Address(number)) is expected(number, ranges(CLOSED_V4))


@pytest.mark.parametrize(
    "number", boundaries(CLOSED_V6 + OPEN_V6, 128), ids=lambda number: str(ipaddress.IPv6Address(number))
)
def test_the_boundaries_of_every_special_ipv6_block_are_right(number):
    assert is_public(ipaddress.IPv6Address(number)) is expected(number, ranges(CLOSED_V6))


def test_a_hundred_thousand_random_addresses_are_judged_as_the_registries_say():
    chance = random.Random(20260302)
    closed_v4, closed_v6 = ranges(CLOSED_V4), ranges(CLOSED_V6)
    public = 0
    for _ in range(50_000):
        v4 = ipaddress.IPv4Address(chance.getrandbits(32))
        # Half of them where the web lives, or nearly all would be closed.
        v6 = ipaddress.IPv6Address(
            chance.getrandbits(128) if chance.random() < 0.5 else (1 << 125) + chance.getrandbits(125)
        )
        for address, closed in ((v4, closed_v4), (v6, closed_v6)):
            judged = is_public(address)
            assert judged is expected(int(address), closed), address
            assert not judged or (address.is_global and not address.is_multicast), address
            public += judged
    assert 40_000 < public < 90_000


@given(st.ip_addresses(v=4))
def test_no_way_to_put_an_ipv4_address_into_an_ipv6_one_is_public(inner):
    high, low = int(inner) >> 16, int(inner) & 0xFFFF
    for form in (
        f"::ffff:{high:x}:{low:x}",
        f"::{high:x}:{low:x}",
        f"::ffff:0:{high:x}:{low:x}",
        f"64:ff9b::{high:x}:{low:x}",
        f"64:ff9b:1::{high:x}:{low:x}",
        f"2002:{high:x}:{low:x}::1",
        f"2001:0:{high:x}:{low:x}::",
    ):
        assert not is_public(ipaddress.IPv6Address(form))


def test_an_address_with_a_zone_is_not_public():
    assert not is_public(ipaddress.IPv6Address("2606:2800:21f::1%eth0"))
    with pytest.raises(Refused):
        judged_answers("x.example", ("fe80::1%eth0",))


def test_one_bad_answer_spoils_a_name():
    assert [str(address) for address in judged_answers("x.example", ("93.184.215.14", "93.184.215.14"))] == [
        "93.184.215.14"
    ]
    for answers in (("93.184.215.14", "10.0.0.1"), ("::1", "93.184.215.14"), ("nonsense",), ()):
        with pytest.raises(Refused) as refusal:
            judged_answers("x.example", answers)
        assert refusal.value.fault == "address"


LABEL = st.from_regex(r"[a-z](?:[a-z0-9\-]{0,10}[a-z0-9])?", fullmatch=True).filter(lambda label: label[2:4] != "--")
HOST = st.lists(LABEL, min_size=2, max_size=4).map(".".join)
PATH = st.text(string.ascii_letters + string.digits + "/-._~:@!$&'()*+,;=%[]", max_size=20).map(lambda text: "/" + text)


@given(st.sampled_from(["http", "https", "HTTP"]), HOST, st.none() | st.integers(1, 65_535), PATH)
@example("http", "a.b", 80, "/")
def test_a_plain_address_is_read_as_the_standard_library_reads_it(scheme, host, port, path):
    text = f"{scheme}://{host}{'' if port is None else f':{port}'}{path}"
    url, split = parse_url(text), urlsplit(text)
    assert (url.scheme, url.host) == (split.scheme, split.hostname)
    assert url.port == (split.port or {"http": 80, "https": 443}[url.scheme])
    assert parse_url(str(url)) == url


AWKWARD = st.text(
    st.sampled_from(
        [*"htp:/@\\?#%[]. \t\r\n\x00:127.0.0.1localhost0x7f", "。", "．", "①", "\u200b", "\u00ad", "é", "ß", "\ud800"]
    ),
    max_size=30,
)


@settings(max_examples=400)
@given(AWKWARD | AWKWARD.map(lambda text: "http://" + text) | AWKWARD.map(lambda text: "http://good.example" + text))
@example("http://good.example\\@127.0.0.1/")
@example("http://127.0.0.1 @good.example/")
def test_whatever_is_accepted_every_reader_reads_alike(text):
    try:
        url = parse_url(text)
    except Refused:
        return
    plain = str(url)
    split = urlsplit(plain)
    assert plain.isascii()
    assert plain.isprintable()
    assert " " not in plain
    assert "\\" not in plain
    assert split.hostname == url.host
    assert split.username is None
    assert parse_url(plain) == url


@given(st.integers(0, 2**32 - 1))
def test_no_odd_spelling_of_an_ipv4_address_is_accepted(number):
    a, b, c, d = number.to_bytes(4, "big")
    assume(number > 255)
    odd_forms = [
        *(str(number), hex(number), f"0{number:o}", f"0x{a:x}.{b}.{c}.{d}", f"0{a:03o}.{b}.{c}.{d}"),
        *(f"{a}.{(b << 16) + (c << 8) + d}", f"{a}.{b}.{(c << 8) + d}", f"{a}.{b}.{c}.{d}."),
    ]
    for odd in odd_forms:
        with pytest.raises(Refused):
            parse_url(f"http://{odd}/")
    assert parse_url(f"http://{a}.{b}.{c}.{d}/").host == f"{a}.{b}.{c}.{d}"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("http://Good.Example", "http://good.example/"),
        ("https://good.example:443/a?b#c", "https://good.example/a?b"),
        ("http://good.example:8080?x=1", "http://good.example:8080/?x=1"),
        ("http://good.example./", "http://good.example/"),
        ("http://bücher.example/ä?ö=ü", "http://xn--bcher-kva.example/%C3%A4?%C3%B6=%C3%BC"),
        ("http://good.example/a b/100%?c d", "http://good.example/a%20b/100%25?c%20d"),
        ("http://good.example/%E4%20x", "http://good.example/%E4%20x"),
        ("http://good.example/?mail=someone@example.org", "http://good.example/?mail=someone@example.org"),
        ("http://good.example/?q=%0A", "http://good.example/?q=%0A"),
        ("http://a_b.good.example/@someone", "http://a_b.good.example/@someone"),
        ("http://[2606:2800:021F::0001]/", "http://[2606:2800:21f::1]/"),
        ("http://ｇｏｏｄ。example/", "http://good.example/"),
    ],
)
def test_an_address_is_brought_into_its_one_form(text, read):
    assert str(parse_url(text)) == read


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("http://good.example/" + "x" * MAX_URL_LENGTH, "bad-url"),
        ("http://" + "a" * 64 + ".example/", "bad-url"),
        ("http://" + "a." * 127 + "example/", "bad-url"),
        ("http://good.example:0/", "bad-url"),
        ("http://good.example:65536/", "bad-url"),
        ("http://good.example:/", "bad-url"),
        ("http://good.example:８０/", "bad-url"),
        ("http://good.example:+80/", "bad-url"),
        ("ftp://good.example/", "scheme"),
        ("http://someone@good.example/", "credentials"),
        ("http://1.2.3/", "address"),
    ],
)
def test_a_refusal_has_a_name(text, fault):
    with pytest.raises(Refused) as refusal:
        parse_url(text)
    assert refusal.value.fault == fault


@pytest.mark.parametrize(
    ("location", "leads_to"),
    [
        ("https://other.example/x", "https://other.example/x"),
        ("//other.example/x", "http://other.example/x"),
        ("/x", "http://good.example:8080/x"),
        ("x", "http://good.example:8080/a/x"),
        ("?x", "http://good.example:8080/a/b?x"),
        ("#x", "http://good.example:8080/a/b"),
        ("/ü x", "http://good.example:8080/%C3%BC%20x"),
    ],
)
def test_a_redirect_is_read_from_where_it_stands(location, leads_to):
    assert str(join_url(parse_url("http://good.example:8080/a/b?c"), location)) == leads_to


@pytest.mark.parametrize(
    "location", ["", " /x", "/\\x", "///x", "http:x", "http:/x", "javascript:x", "/x\r\nY: z", "//a@b/"]
)
def test_a_redirect_that_two_would_read_differently_is_refused(location):
    with pytest.raises(Refused):
        join_url(parse_url("http://good.example/a"), location)


@pytest.mark.parametrize(
    "name", ["intranet", "x.localhost", "printer.local", "a.internal", "b.home.arpa", "db.svc.cluster.local"]
)
def test_a_name_from_nearby_is_refused(name):
    with pytest.raises(Refused, match="public"):
        refuse_local_name(name)


@pytest.mark.parametrize("name", ["good.example", "local.example", "internal.org", "93.184.215.14", "2606:2800:21f::1"])
def test_a_name_from_afar_is_not_refused(name):
    refuse_local_name(name)


def test_hosts_are_listed_exactly_below_a_dot_or_all():
    assert host_is_listed("a.example", ("A.example",))
    assert not host_is_listed("b.a.example", ("a.example",))
    assert host_is_listed("b.a.example", (".a.example",))
    assert host_is_listed("a.example", (".a.example",))
    assert not host_is_listed("ba.example", (".a.example",))
    assert host_is_listed("anything.example", ("*",))
    assert literal_address("good.example") is None
