"""Inks that a black-and-white printer and a copier can print: letters far darker than the paper and the strip."""

from __future__ import annotations

import pytest

from outreach.pdf.inks import ACCENT, BLACK, INK, SOFT, TINT, WHITE


def light(color: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ink", [INK, SOFT, ACCENT, BLACK])
@pytest.mark.parametrize("paper", [WHITE, TINT])
def test_letters_stand_out_seven_times(ink: str, paper: str):
    assert (light(paper) + 0.05) / (light(ink) + 0.05) > 7
