"""A QR code as squares on a grid, drawn as one filled path: black on white, error correction M.

The mask is chosen here, not searched: any of the eight makes a valid code (ISO/IEC 18004, 7.8), and trying all of them
takes longer than the whole page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import segno

MASK = 3
_BLACK = re.compile(rb"\x01+")
LONGEST = 300
"""Characters of an address; longer ones make squares of less than a point on 54 points."""


@dataclass(frozen=True, slots=True)
class Code:
    """`side` modules; `bars` of black ones as (column, row from the top, length)."""

    side: int
    bars: tuple[tuple[int, int, int], ...]


@lru_cache(maxsize=16)
def code(address: str) -> Code | None:
    """The code of an address; None for one that is too long to be read from paper.

    Raises: nothing; letters outside Latin 1 are written as UTF-8.
    """
    if not address or len(address) > LONGEST:
        return None
    made = segno.make_qr(address, error="m", mask=MASK, boost_error=False)
    rows = [bytes(row) for row in made.matrix]
    return Code(len(rows), tuple(bar for number, row in enumerate(rows) for bar in _bars(row, number)))


def _bars(row: bytes, number: int) -> list[tuple[int, int, int]]:
    return [(black.start(), number, len(black[0])) for black in _BLACK.finditer(row)]


def path(drawn: Code, x: float, y: float, side: float) -> str:
    """PDF operators that fill the code with its lower left corner at (x, y), `side` points wide."""
    step = side / drawn.side
    bars = "\n".join(f"{column} {drawn.side - row - 1} {length} 1 re" for column, row, length in drawn.bars)
    return f"q\n0 0 0 rg\n{step:.5f} 0 0 {step:.5f} {x:.3f} {y:.3f} cm\n{bars}\nf\nQ"
