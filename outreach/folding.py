"""Spelling laid aside for searching and sorting: "lukasik" finds Łukasik, and Łukasik finds "lukasik"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ł": "l", "đ": "d", "ð": "d", "ø": "o", "þ": "th", "ı": "i", "ŋ": "n", "ħ": "h", "ŧ": "t", "ƙ": "k", "ɓ": "b",
        "ɗ": "d", "ɛ": "e", "ɔ": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ʻ": "", "ʼ": "", "’": "", "‘": "", "'": "",
        "`": "", "´": "",
    }
)  # fmt: skip
"""Letters that do not decompose into one without a mark; and signs inside names that people leave out."""

_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff]")
"""Marks on letters. Those of scripts in which they are vowels lie elsewhere and stay."""

_BETWEEN_WORDS = re.compile(r"(?:[^\w\u0900-\u0dff\u0e00-\u0eff]|_)+")


_MOST_KEPT, _LONGEST_KEPT = 4096, 100
"""Short texts of which the folded form is kept: names are folded again and again while a letter is checked."""


def fold(text: str) -> str:
    """Words in small letters without marks, one space between them; "" for a text without letters or digits.

    >>> fold("  Núñez-Łukasik, O’Þór ")
    'nunez lukasik othor'
    """
    return _kept(text) if len(text) <= _LONGEST_KEPT else _folded(text)


def _folded(text: str) -> str:
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    plain = unicodedata.normalize("NFC", plain).casefold().translate(_LETTERS)
    return _BETWEEN_WORDS.sub(" ", plain).strip()


_kept = lru_cache(maxsize=_MOST_KEPT)(_folded)
