from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.characters import harmless, harmless_values

HARMFUL = {
    *map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *map(chr, range(0xD800, 0xE000)),
    *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A)),
} - {"\t", "\n"}  # fmt: skip


@given(st.text(st.characters() | st.sampled_from(sorted(HARMFUL))))
def test_nothing_harmful_is_left_and_nothing_grows(text):
    clean = harmless(text)
    assert HARMFUL.isdisjoint(clean)
    assert len(clean) <= len(text)
    assert harmless(clean) == clean
    clean.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\x1b[31mb", "a\ufffd[31mb"),
        ("St. Mary\x92s", "St. Mary’s"),
        ("a\u202ecba\u202c d", "acba d"),
        ("half \ud800", "half \ufffd"),
        ("one\r\ntwo\rthree\x85four\u2028five", "one\ntwo\nthree four five"),
        ("Ñandú 李明 علی\u200cرضا 👩\u200d⚕️", "Ñandú 李明 علی\u200cرضا 👩\u200d⚕️"),
    ],
)
def test_what_was_meant_stays(text, clean):
    assert harmless(text) == clean


def test_every_text_of_a_value_is_made_harmless():
    value = {"a\x00": ["b\u202e", ("c\x9b", 1)], "d": {"e": None, "f": True}}
    assert harmless_values(value) == {"a\ufffd": ["b", ["c›", 1]], "d": {"e": None, "f": True}}
    escaped = json.loads('{"a": "\\ud800\\u001b"}')
    assert json.dumps(harmless_values(escaped), ensure_ascii=False) == '{"a": "\ufffd\ufffd"}'
