"""Bytes of a mail as text, whatever the message says of their character set: never raises, never loses a letter."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from types import MappingProxyType

from research.characters import harmless

_MEANT: Mapping[str, str] = MappingProxyType(
    {
        "ascii": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030",
        "shift_jis": "cp932", "euc_kr": "cp949", "ks_c_5601-1987": "cp949", "johab": "cp949",
        "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    }
)  # fmt: skip
"""The set that programs mean by a narrower one that they name (WHATWG Encoding Standard, section 4.2)."""

_NO_TEXT = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7", "utf_7", "mbcs", "oem", "palmos"}
)
"""Sets of Python that are no charset of a mail, or that hide letters from whoever reads the bytes."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decoded(content: bytes, charset: str) -> tuple[str, str]:
    """The text, and a note in words when it is not in the set that was named; "" when it is.

    Bytes that are strict UTF-8 with letters beyond ASCII are taken for it whatever was named: other sets do not look
    like it by chance. What fits no named set is read as Windows-1252.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return harmless(content.decode(name, "replace").lstrip("\ufeff")), ""
    named = _codec(charset)
    if named not in ("cp1252", "utf-8") and named:
        text = _strictly(content, named)
        if text is not None:
            return harmless(text), ""
    strict = _strictly(content, "utf-8")
    if strict is not None and not named.startswith(("utf-16", "utf-32")):
        return harmless(strict), "" if named or not charset else _unknown(charset)
    if named == "cp1252":
        return harmless(_as_windows(content)), ""
    if named and named != "utf-8":
        return harmless(content.decode(named, "replace")), _broken(charset)
    return harmless(_as_windows(content)), _broken(charset) if charset and named else _unknown(charset)


def _codec(charset: str) -> str:
    """Python's name of the set that is meant; "" for none that is known."""
    wanted = charset.strip().strip("\"'").lower()[:60]
    wanted = _MEANT.get(wanted, wanted)
    if not wanted or not wanted.isascii() or "\0" in wanted:
        return ""
    try:
        found = codecs.lookup(wanted)
    except (LookupError, ValueError, UnicodeError):
        return ""
    if found.name in _NO_TEXT or not getattr(found, "_is_text_encoding", True):
        return ""
    return _MEANT.get(found.name, found.name)


def _strictly(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except (UnicodeError, ValueError):
        return None


def _as_windows(content: bytes) -> str:
    strict = _strictly(content, "cp1252")
    return content.decode("latin-1") if strict is None else strict


def _unknown(charset: str) -> str:
    named = harmless(charset.strip()[:40])
    return f'The message names no character set that is known ("{named}"): accents may be wrong.' if named else ""


def _broken(charset: str) -> str:
    return f'Some letters do not fit the character set that the message names ("{harmless(charset[:40])}").'
