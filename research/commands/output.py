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

from rich.console import Console
from rich.text import Text

LEAST_WIDTH, USUAL_WIDTH, MOST_WIDTH = 30, 80, 400
"""Columns. Narrower than the least is no terminal but a setting gone wrong (`COLUMNS=0`)."""

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


class _Terminal(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the command line, which ends quietly. Raises: BrokenPipeError."""
        raise BrokenPipeError


def console(*, stderr: bool = False) -> Console:
    """A console of a width in which words can be read."""
    made = _Terminal(stderr=stderr, highlight=False, emoji=False, markup=False)
    if made.width < LEAST_WIDTH:
        made.width = USUAL_WIDTH
    made.width = min(made.width, MOST_WIDTH)
    return made


def print_wrapped(on: Console, text: Text, indent: int = 0, hanging: int = 0) -> None:
    """The text wrapped at the console's width, every line indented (those after the first by `hanging` more).

    No line has blanks at its end.
    """
    margin = indent
    for line in text.wrap(on, max(on.width - indent - hanging, LEAST_WIDTH - 10)):
        line.rstrip()
        on.print(Text(" " * margin).append_text(line), soft_wrap=True)
        margin = indent + hanging
