"""Lines of a program: of pasted text, of a page, of Markdown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProgramLine:
    """One line; level: of a heading, 0 for none; gap: whether a blank line or another box stands before it."""

    text: str
    level: int = 0
    bullet: bool = False
    strong: bool = False
    gap: bool = False
