"""Names with the surname first, as directories print them: "Roe, Jane A., RN", "Roe, Jane, RN - Chief Nurse"."""

from __future__ import annotations

import re
from dataclasses import replace

from research.names import is_credential
from research.pages.card_lines import MOST_NAME_WORDS, Named
from research.pages.lexicon import HONORIFICS
from research.pages.person_names import is_name_line
from research.pages.title_lines import read_title_line
from research.pages.titles import PostSpan

_DASH = re.compile(r"\s{0,2}(?:[–—:|]|\s-)\s{1,2}")
_COMMA = re.compile(r",\s{1,2}")


def read_turned_name(text: str) -> Named | None:
    """The name of a line "Roe, Jane A., RN", as it is spoken: Jane A. Roe."""
    parts = text.split(", ")
    if not 2 <= len(parts) <= MOST_NAME_WORDS or not all(is_credential(part) for part in parts[2:]):
        return None
    surname, given = parts[0].split(), parts[1].split()
    if not (0 < len(surname) <= 2 and 0 < len(given) <= 2) or is_credential(parts[1]):
        return None
    name = " ".join((*given, *surname))
    return Named(name, "", tuple(parts[2:]), "", "", len(name.split())) if is_name_line(name) else None


def read_turned_pair(text: str) -> tuple[Named, tuple[PostSpan, ...], str] | None:
    """The name and posts of a line "Roe, Jane, RN - Chief Nurse" or "Dr. Roe, Jane, Chief Nurse"."""
    prefix, _, behind = text.partition(" ")
    prefix = prefix if prefix.lower() in HONORIFICS else ""
    text = behind if prefix else text
    dash = _DASH.search(text)
    ends = [dash] if dash is not None else list(_COMMA.finditer(text))[1:3] if prefix else []
    for end in ends:
        name = read_turned_name(text[: end.start()])
        read = read_title_line(text[end.end() :]) if name is not None else None
        if name is not None and read is not None:
            return replace(name, prefix=prefix), *read
    return None
