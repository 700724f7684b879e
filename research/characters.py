"""Characters that do harm where a text is stored or shown, and what stands in their place.

Half characters (lone surrogates) cannot be written as UTF-8; control characters steer a terminal; the marks that
override the direction of writing (Trojan Source, CVE-2021-42574) show a reader other words than those that are there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_HARMFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_DIRECTIONS = dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "")
_BREAKS = dict.fromkeys("\x1c\x1d\x1e\x1f\x85\u2028\u2029", " ")
# What pages mean by the characters from 0x80: those of cp1252 (HTML, 13.2.5.80, numeric character references).
_MEANT = {
    chr(number): bytes([number]).decode("cp1252")
    for number in range(0x80, 0xA0)
    if number not in (0x81, 0x85, 0x8D, 0x8F, 0x90, 0x9D)
}
_INSTEAD = _MEANT | _DIRECTIONS | _BREAKS


def harmless(text: str) -> str:
    """The text without half characters, control characters (but tab and line feed) and direction overrides.

    What means another character becomes that one, a mark without width goes, and the rest becomes U+FFFD. The answer
    is never longer than the text.
    """
    if text.isprintable() or text.replace("\n", " ").replace("\t", " ").isprintable():
        return text  # almost always, and much faster
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _HARMFUL.sub(lambda match: _INSTEAD.get(match.group(), "\ufffd"), text)


def harmless_values(value: Any) -> Any:
    """The same for every text of a JSON value, the names of its fields too. Tuples become lists."""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, Mapping):
        return {harmless(str(key)): harmless_values(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [harmless_values(inner) for inner in value]
    return value
