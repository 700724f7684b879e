"""Plain text and Markdown cut into lines that stand by themselves."""

from __future__ import annotations

import re
from dataclasses import replace

from research.pages.model import Line, PageText

_FRONT_MATTER = re.compile(r"\A---\n.{0,5000}?\n---\n", re.DOTALL)
_HEADING = re.compile(r"\A(#{1,6})\s{1,3}(.{1,400}?)\s{0,3}#*$")
_ITEM = re.compile(r"(?:[-*+•◦▪]|\d{1,3}[.)])\s{1,3}(?=\S)")
_EMPHASIS = re.compile(r"(?:\*\*|__)(.{1,200}?)(?:\*\*|__):?")
MAX_LINES = 20_000
LONG_LINE = 100_000
"""Characters of one line that are read; a text has no such paragraph."""


def read_text(text: str, url: str = "") -> PageText:
    """A plain text or Markdown as lines. The headline is its first heading or first line; kind stays unknown."""
    body = _FRONT_MATTER.sub("", text.replace("\x00", " ").replace("\r\n", "\n").replace("\r", "\n"))
    lines: list[Line] = []
    box = 0
    for raw in body.split("\n")[:MAX_LINES]:
        stripped = " ".join(raw[:LONG_LINE].split())
        if not stripped or set(stripped) <= set("-=*_#|: "):
            box += 1
            continue
        lines.extend(_table_row(stripped, box) if _is_row(stripped) else [_line(stripped, box)])
        box += _is_row(stripped)
    headline = next((line.text for line in lines if line.role == "heading"), lines[0].text if lines else "")
    if lines and lines[0].role == "paragraph" and lines[0].text == headline and len(headline) < 200:
        lines[0] = replace(lines[0], role="heading", level=1)
    return PageText("unknown", tuple(lines), "\n".join(line.text for line in lines), url, headline=headline)


def _line(text: str, box: int) -> Line:
    heading = _HEADING.fullmatch(text[:420]) if text[0] == "#" else None
    if heading:
        return Line(heading.group(2), "heading", len(heading.group(1)), box)
    item = _ITEM.match(text)
    if item:
        return Line(text[item.end() :], "item", 0, box)
    strong = _EMPHASIS.fullmatch(text[:210]) if text[0] in "*_" and len(text) < 210 else None
    return Line(text, "paragraph", 0, box, emphasis=strong is not None)


def _is_row(text: str) -> bool:
    return text.startswith("|") and text.endswith("|") and text.count("|") > 2


def _table_row(text: str, box: int) -> list[Line]:
    cells = [cell.strip() for cell in text.strip("|").split("|")]
    return [Line(cell, "cell", 0, box, layout="row") for cell in cells if cell and set(cell) - set("-: ")]
