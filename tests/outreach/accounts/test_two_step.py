"""Codes of an authenticator app."""

from __future__ import annotations

import base64
import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from outreach.accounts import two_step

NOON = datetime(2026, 11, 20, 12, 0, 5, tzinfo=UTC)
KEY = "the server's key"


def _code(moment, key=KEY):
    return pyotp.TOTP(two_step.secret_of(key, "salt")).at(moment)


@pytest.mark.parametrize(("seconds", "is_right"), [(0, True), (-30, True), (30, True), (-65, False), (65, False)])
def test_a_code_counts_one_step_to_both_sides(seconds, is_right):
    step = two_step.step_of([KEY], "salt", _code(NOON + timedelta(seconds=seconds)), NOON, after=None)
    assert (step is not None) is is_right


def test_a_code_and_every_one_before_it_count_once():
    step = two_step.step_of([KEY], "salt", _code(NOON), NOON, after=None)
    assert two_step.step_of([KEY], "salt", _code(NOON), NOON, after=step) is None
    assert two_step.step_of([KEY], "salt", _code(NOON - timedelta(seconds=30)), NOON, after=step) is None


@pytest.mark.parametrize(
    "code", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "12 34 5", "-12345", "1" * 100_000, "\x00" * 6]
)
def test_what_is_no_code_is_wrong(code):
    assert two_step.step_of([KEY], "salt", code, NOON, after=None) is None


def test_after_a_change_of_the_servers_key_the_old_one_counts_while_it_is_kept():
    assert two_step.step_of(["new", KEY], "salt", _code(NOON), NOON, after=None) is not None
    assert two_step.step_of(["new"], "salt", _code(NOON), NOON, after=None) is None


def test_secrets_differ_by_salt_and_key_and_have_160_bits():
    secrets = {two_step.secret_of(key, salt) for key in ("a", "b") for salt in ("x", "y")}
    assert len(secrets) == 4
    assert all(len(base64.b32decode(secret)) == 20 for secret in secrets)
    assert len({two_step.new_salt() for _ in range(100)}) == 100


def test_the_picture_is_plain_drawing():
    svg = two_step.picture_of(two_step.setup_address("A" * 32, 'x"><script>@example.org'))
    root = ET.fromstring(svg)
    assert {element.tag for element in root.iter()} == {"svg", "title", "path", "g"} - (
        {"g"} if "<g" not in svg else set()
    )
    assert "style" not in svg
    assert "script" not in svg


def test_recovery_codes_are_ten_and_long_and_of_letters_that_can_be_typed():
    codes = two_step.new_recovery_codes()
    assert len(set(codes)) == 10
    assert all(len(code.replace("-", "")) == 16 for code in codes)


@pytest.mark.timeout(60)
def test_a_code_of_a_million_characters_is_wrong_before_any_is_computed(monkeypatch):
    monkeypatch.setattr(two_step, "secret_of", lambda *_: pytest.fail("a code was computed"))
    assert two_step.step_of([KEY], "salt", "1 " * 500_000, NOON, after=None) is None
