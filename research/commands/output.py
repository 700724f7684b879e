"""Writes to standard output, whatever it is: a terminal, a file, a pipe, with or without UTF-8.

JSON loses nothing anywhere: without UTF-8 its characters are escaped. In text a character that the output does not
know becomes the nearest that it does know, else a question mark.
"""

from __future__ import annotations

import codecs
import io
import json
import sys
import unicodedata
from typing import Any

_NEAREST = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "·": "-", "›": ">"})


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end].translate(_NEAREST)
    plain = (
        c if c.isascii() else (unicodedata.normalize("NFKD", c)[:1].encode("ascii", "replace")).decode() for c in lost
    )
    return "".join(plain), error.end


codecs.register_error("nearest", _nearest)


def allow_every_character() -> None:
    """Let standard output and standard error take characters that their encoding does not know."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="nearest" if _ascii_below(stream.encoding) else "replace")


def _ascii_below(encoding: str) -> bool:
    """Whether the encoding has the characters of ASCII at least: what is nearest must be writable."""
    try:
        return codecs.encode("?", encoding) == b"?"
    except (LookupError, ValueError, TypeError):
        return False


def print_json(value: Any) -> None:
    """One JSON value on one line."""
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("_", "-")
    sys.stdout.write(json.dumps(value, ensure_ascii=encoding not in ("utf-8", "utf8", "utf-8-sig")) + "\n")


def print_text(text: str) -> None:
    """A text as it is, with a line break at its end."""
    sys.stdout.write(text.removesuffix("\n") + "\n")


def plain(text: str) -> str:
    """Text from a source made harmless on a terminal: no control or direction-changing characters, one line."""
    kept = (c if c.isprintable() or c in _JOINERS else " " for c in text)
    return " ".join("".join(kept).split())


_JOINERS = "\u200c\u200d"
"""Without width, and part of how words of many scripts are spelled."""
