"""Letters of symbol fonts (`w:sym`), which a file names by font and place in the font. Pure."""

from __future__ import annotations

UNKNOWN = "\N{WHITE SQUARE}"
"""Stands for a sign of a font whose signs are not known here."""

_PRIVATE = range(0xF000, 0xF100)
_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = {
    **{ord("a") + place: letter for place, letter in enumerate(_GREEK)},
    **{ord("A") + place: letter.upper() for place, letter in enumerate(_GREEK) if letter not in "ϕϖ"},
    0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…",
    0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xA5: "∞", 0xE4: "™", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√",
    0xE5: "∑",
}  # fmt: skip
_WINGDINGS = {
    0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(font: str, place: str) -> str:
    """The letter at a place of a font, `place` as four hexadecimal digits; `UNKNOWN` when it is not known."""
    try:
        number = int(place, 16) if len(place) <= 6 else 0
    except ValueError:
        return UNKNOWN
    if number in _PRIVATE:
        number -= _PRIVATE.start
        return _FONTS.get(font.casefold(), {}).get(number, UNKNOWN)
    known = _FONTS.get(font.casefold())
    if known is not None:
        return known.get(number, UNKNOWN)
    return chr(number) if number >= 0x20 and not 0xD800 <= number <= 0xDFFF and number <= 0x10FFFF else UNKNOWN
