"""Joins the lines of a text that was broken at a fixed width, as mail programs and PDF files do.

Whether a line was broken or ended can be told: it was broken where the next line's first word would not have fit on
it. Only a text most of whose lines are nearly full is taken for a broken one, so that cards and lists stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

NARROWEST, WIDEST = 50, 140
"""Widths at which texts are broken: mail at 72, terminals at 80, pages of a PDF at up to 130 characters."""

_FULL = 0.8
"""A line of so much of the width is full."""
_LEAST_TORN = 2
"""Places where a sentence goes on in the next line that tell a text of torn paragraphs."""
_SHARE_FULL = 0.4
_LEAST_FULL = 3
_BEGINS_ANEW = re.compile(r"(?:[-*+•◦▪#>|]|\d{1,3}[.)]\s)")


def unwrapped(text: str) -> str:
    """The text with broken lines joined by a blank; a text that was not broken is returned as it is."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines = _without_margin(lines)
    if _is_list(lines):
        return text
    width = _width([len(line) for line in lines if line])
    return "\n".join(_joined(lines, width) if width else _sewn(lines)) if width or _is_torn(lines) else text


def _is_torn(lines: list[str]) -> bool:
    """Whether here and there a sentence goes on in the next line, as where paragraphs were pasted from letters."""
    return sum(_goes_on(line, following) for line, following in pairwise(lines)) >= _LEAST_TORN


def _goes_on(line: str, following: str) -> bool:
    """Whether running text goes on in small letters in the next line; a title under a name is short."""
    return (
        len(following) >= NARROWEST
        and following[0].islower()
        and bool(line)
        and line[-1] not in '.!?:;”"’'
        and not _BEGINS_ANEW.match(line)
    )


def _sewn(lines: list[str]) -> Iterator[str]:
    """The lines with those joined that go on: in small letters, or behind such a one that breaks off."""
    held, last, torn = "", "", False
    for line in lines:
        stripped = line.strip()
        breaks_off = torn and len(last) >= NARROWEST and last[-1].isalpha()
        goes_on = _goes_on(last, stripped) or (breaks_off and not _BEGINS_ANEW.match(stripped))
        if held and stripped and goes_on:
            held, last, torn = f"{held} {stripped}", stripped, True
            continue
        if held:
            yield held
        if not stripped:
            yield ""
        held, last, torn = stripped, stripped, False
    if held:
        yield held


def _without_margin(lines: list[str]) -> list[str]:
    """The lines without the blanks that all of them begin with: a paragraph's own indent takes room on its line."""
    lines = [line.rstrip() for line in lines]
    margin = min((len(line) - len(line.lstrip()) for line in lines if line), default=0)
    return [line[margin:] for line in lines]


def _is_list(lines: list[str]) -> bool:
    """Whether nearly all lines begin with a capital: so do entries of a list, of broken prose every fourth line."""
    filled = [line.strip() for line in lines if line.strip()]
    return 10 * sum(line[0].isupper() for line in filled) >= 7 * len(filled)


def _width(lengths: list[int]) -> int:
    """The width at which the text was broken; 0 when it was not."""
    if not lengths:
        return 0
    width = max(lengths)
    full = sum(length >= _FULL * width for length in lengths)
    broken = NARROWEST <= width <= WIDEST and full >= _LEAST_FULL and full >= _SHARE_FULL * len(lengths)
    return width if broken else 0


def _joined(lines: list[str], width: int) -> Iterator[str]:
    held: list[str] = []
    for line in lines:
        stripped = line.strip()
        if held and stripped and not _BEGINS_ANEW.match(stripped) and _was_broken(held[-1], stripped, width):
            held.append(line)
            continue
        if held:
            yield " ".join(map(str.strip, held))
        held = [line] if stripped else []
        if not stripped:
            yield ""
    if held:
        yield " ".join(map(str.strip, held))


def _was_broken(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
