from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.robots import LONGEST_CRAWL_DELAY_S, MAX_BYTES, rules_from, unreachable

PAGE = "https://hospital.example/about/people"


def rules(text: str):
    return rules_from(200, text.encode())


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/about", True),
        ("User-agent: *\nDisallow:", "/about", True),
        ("User-agent: *\nDisallow: /", "/about", False),
        ("User-agent: *\nDisallow: /search\nAllow: /search/about", "/search/about", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", True),
        ("User-agent: groundwork\nDisallow: /\n\nUser-agent: *\nAllow: /", "/about", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Groundwork\nAllow: /", "/about", True),
        ("User-agent: other\nDisallow: /", "/about", True),
        ("<html>a page that says yes to everything</html>", "/about", True),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/caf%C3%A9/menu", False),
    ],
)
def test_the_rules_that_are_written_are_kept(text, path, allowed):
    assert rules(text).allow("https://hospital.example" + path) is allowed


@pytest.mark.parametrize(
    ("status", "allowed", "readable"),
    [
        (404, True, True),
        (401, True, True),
        (403, True, True),
        (429, False, False),
        (500, False, False),
        (304, False, False),
    ],
)
def test_without_rules_the_status_decides(status, allowed, readable):
    found = rules_from(status, b"User-agent: *\nDisallow: /")
    assert (found.allow(PAGE), found.readable, found.crawl_delay_s) == (allowed, readable, 0.0)


def test_while_the_rules_cannot_be_read_nothing_is_allowed():
    assert not unreachable().allow(PAGE)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("2.5", 2.5), ("0", 0.0), ("-3", 0.0), ("soon", 0.0), ("999999999", LONGEST_CRAWL_DELAY_S), ("nan", 0.0)],
)
def test_the_crawl_delay_is_a_sensible_number(written, seconds):
    assert rules(f"User-agent: *\nCrawl-delay: {written}\n").crawl_delay_s == seconds


@given(st.binary(max_size=300))
def test_any_bytes_are_rules(body):
    found = rules_from(200, b"User-agent: *\nDisallow: " + body)
    assert found.allow(PAGE) in (True, False)
    assert 0 <= found.crawl_delay_s <= LONGEST_CRAWL_DELAY_S


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\n" + "Disallow: /*a*b$\n" * 25_000,
        "User-agent: *\nDisallow: /" + "*a" * 50_000 + "*b$",
        "\n" * MAX_BYTES,
    ],
)
def test_hostile_rules_are_read_and_forbid_only_what_they_name(text):
    assert rules(text).allow("https://hospital.example/" + "a" * 5_000)
