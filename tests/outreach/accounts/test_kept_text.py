"""The text of an ended sign-in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import time_machine
from hypothesis import given
from hypothesis import strategies as st

from outreach.accounts import kept_text
from outreach.accounts.rules import KEPT_TEXT_MAX

KEYS = ["the present key"]
TEXT = st.text(st.characters(codec="utf-8"), max_size=50)


@given(st.lists(st.tuples(st.sampled_from(["name", "what_happened", "person_id", "tags"]), TEXT), max_size=8))
def test_what_is_kept_is_read_as_it_was_sent(fields):
    kept = kept_text.read(KEYS, kept_text.keep(KEYS, 7, "/people/3?x=1", fields))
    if any(value.strip() for _, value in fields):
        assert kept == kept_text.KeptText(7, "/people/3?x=1", tuple(fields))
    else:
        assert kept is None


def test_secrets_are_left_out():
    fields = [
        ("password", "a"),
        ("present_password", "b"),
        ("csrf_token", "c"),
        ("code", "d"),
        ("kept", "e"),
        ("note", "f"),
    ]
    assert kept_text.read(KEYS, kept_text.keep(KEYS, 7, "/x", fields)).fields == (("note", "f"),)


def test_too_much_is_not_kept():
    assert kept_text.keep(KEYS, 7, "/x", [("note", "x" * (KEPT_TEXT_MAX + 1))]) == ""
    assert kept_text.keep(KEYS, 7, "/x", [("note", "x" * (KEPT_TEXT_MAX - 10))]) != ""


def test_another_key_a_change_or_twelve_hours_make_it_worthless():
    signed = kept_text.keep(KEYS, 7, "/x", [("note", "words")])
    assert kept_text.read(["another key"], signed) is None
    assert kept_text.read(["a new key", *KEYS], signed) is not None, "a key that was replaced still counts"
    other = "A" if signed[-2] != "A" else "B"  # not the last letter: of its bits some count for nothing
    assert kept_text.read(KEYS, signed[:-2] + other + signed[-1]) is None
    assert kept_text.read(KEYS, "") is None
    assert kept_text.read(KEYS, "x" * 10_000_000) is None
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=13), tick=False):
        assert kept_text.read(KEYS, signed) is None


def test_fields_are_shown_by_their_names_and_numbers_stay_hidden():
    kept = kept_text.KeptText(
        1, "/x", (("what_happened", "one\ntwo"), ("title", "short"), ("person_id", "7"), ("", "y"))
    )
    shown = [(field.label, field.kind) for field in kept_text.shown(kept)]
    assert shown == [("What happened", "text"), ("Title", "line"), ("Person id", "hidden"), ("Text", "line")]
