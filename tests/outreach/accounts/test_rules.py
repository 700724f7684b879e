"""Limits, addresses, devices, codes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.accounts import rules
from outreach.accounts.rules import Limit, SessionLimits

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@given(st.lists(st.floats(0, 10_000), max_size=200), st.integers(1, 20), st.integers(1, 3000))
def test_no_stretch_of_the_window_holds_more_than_the_limit(moments, guesses, window_s):
    limit, let = Limit(guesses, timedelta(seconds=window_s)), []
    for moment in sorted(moments):
        if rules.wait_of(limit, let, moment) == timedelta(0):
            let.append(moment)
    assert all(sum(start <= other < start + window_s for other in let) <= guesses for start in let)


@given(st.lists(st.floats(0, 1000), min_size=5, max_size=20))
def test_after_the_wait_the_next_guess_is_allowed(times):
    limit = Limit(3, timedelta(seconds=60))
    wait = rules.wait_of(limit, sorted(times), 1000.0)
    assert rules.wait_of(limit, sorted(times), 1000.0 + wait.total_seconds() + 0.001) == timedelta(0)


def test_a_session_ends_by_idleness_or_age():
    limits = SessionLimits(timedelta(hours=2), timedelta(days=1))
    assert not limits.ended(NOON, NOON, NOON + timedelta(hours=2))
    assert limits.ended(NOON, NOON, NOON + timedelta(hours=2, seconds=1))
    assert limits.ended(NOON, NOON + timedelta(hours=23), NOON + timedelta(days=1, seconds=1))
    assert not limits.ended(NOON, NOON, NOON - timedelta(hours=5)), "a clock that was set back ends nothing"


@pytest.mark.parametrize(("one", "other"), [("A@X.org", "a@x.org"), (" a@x.org ", "a@x.org"), ("ａ@x.org", "a@x.org")])
def test_an_address_is_one_account_however_it_is_written(one, other):
    assert rules.email_key(one) == rules.email_key(other)


@pytest.mark.parametrize(
    "email", ["", "a", "a@", "@b", "a@b@c.org", "a b@c.org", "a@c.org\r\nBcc: x@y.org", "a" * 250 + "@c.org"]
)
def test_what_is_no_address_is_told(email):
    assert rules.email_problem(email)


@pytest.mark.parametrize("email", ["a@example.org", "o'brien+x@example.co.uk", "a@müller.example", "x@host.test"])
def test_an_address_needs_no_network_to_be_right(email):
    assert rules.email_problem(email) == ""


@pytest.mark.parametrize(
    ("address", "bucket", "prefix"),
    [
        ("192.0.2.7", "192.0.2.7", "192.0.2.x"),
        ("::ffff:192.0.2.7", "192.0.2.7", "192.0.2.x"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::", "2001:db8:1::/48"),
        ("fe80::1%eth0", "fe80::", "fe80::/48"),
        ("", "unknown", ""),
        ("nonsense", "unknown", ""),
    ],
)
def test_addresses_are_counted_by_customer_and_shown_in_part(address, bucket, prefix):
    assert rules.address_bucket(address) == bucket
    assert rules.address_prefix(address) == prefix


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Windows"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605 Version/18 Safari/605", "Safari on Mac"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/140 Safari/537 Edg/140", "Edge on Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140 Safari/604", "Chrome on iPhone"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537 Chrome/140 Mobile Safari/537", "Chrome on Android"),
        ("curl/8", "Another device"),
        ("", "Another device"),
    ],
)
def test_a_browser_is_told_in_words(header, words):
    assert rules.device_words(header) == words


def test_a_recovery_code_is_the_same_however_it_is_typed():
    assert rules.recovery_form("ABCD-efgh 2345-67AB ") == "abcdefgh234567ab"
