"""What a board's list puts into brackets behind its members: their calling or employer, no post of the board.

"Jane Roe, Chair (Retired: Union Organizer)" chairs, "Bob Doe (Lawyer, Doe Law Firm)" has a seat and nothing else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from research.pages.card_entries import layout_of
from research.pages.card_lines import MOST_NAME_WORDS, Entry, classify, read_name
from research.pages.person_names import is_name_line
from research.pages.title_lines import read_title_line

_BRACKETED = re.compile(r"([^()]{4,90}?)\s?\(([^()]{3,90})\)\.?")
BRACKETED = 3
"""Lines of one layout with brackets that make it a list's way to tell callings."""
NAME_WORDS = 2
"""Fewest words of a name."""


def take_bracketed_callings(entries: list[Entry], sits: Callable[[int], bool]) -> None:
    """Reads the lines of a board's list, changed in place, without the callings in their brackets.

    `sits` tells of an entry whether it stands under the board's heading. Brackets with an office of the board stay, and
    so do those that place their holder in a house of which other lines speak: that is the page's own chief.
    """
    found = {
        at: (parted.group(1).rstrip(" ,"), parted.group(2))
        for at, entry in enumerate(entries)
        if entry.line.role != "heading" and (parted := _BRACKETED.fullmatch(entry.line.text))
    }
    layouts = Counter(layout_of(entries[at].line) for at in found)
    texts = " ".join(entry.line.text for entry in entries if "(" not in entry.line.text)
    for at, (before, inside) in found.items():
        entry = entries[at]
        if layouts[layout_of(entry.line)] < BRACKETED or not sits(at) or _tells_post(inside, texts):
            continue
        read = _without(entry, before)
        if read is not None:
            entries[at] = read


def _tells_post(inside: str, texts: str) -> bool:
    """Whether brackets hold an office of the board, or a post in a house that the page speaks of."""
    read = read_title_line(inside)
    if read is None:
        return False
    return any(post.kind == "board" or (post.organization and post.organization in texts) for post in read[0])


def _without(entry: Entry, before: str) -> Entry | None:
    """The entry as it would be without brackets: a name, with the office behind it; None where no name begins it."""
    bare = replace(entry.line, text=before)
    read = classify(entry.number, bare)
    if read.kind not in {"name", "pair"}:
        read = _name_and_office(entry, before) or read
    begins = read.name is not None and before.removeprefix(f"{read.name.prefix} ").startswith(read.name.name)
    return replace(read, line=entry.line) if begins else None  # not "President, Roe Doe (an Oak Company)"


def _name_and_office(entry: Entry, text: str) -> Entry | None:
    """The reading of a name and an office of the board that no mark parts: "Jane Roe Finance Chair"."""
    words = text.split()
    for end in range(NAME_WORDS, min(MOST_NAME_WORDS, len(words) - 1) + 1):
        name, office = " ".join(words[:end]), " ".join(words[end:])
        read = read_title_line(office) if is_name_line(name) else None
        named = read_name(name) if read is not None and read[0][0].kind == "board" else None
        if read is not None and named is not None:
            posts = tuple(replace(post, title=office, organization="") for post in read[0][:1])
            return Entry(entry.number, entry.line, "pair", named, posts, read[1])
    return None
