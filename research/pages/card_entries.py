"""The lines of cards set right before they are read: what the lines beside a line make of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from research.names import is_credential
from research.pages.card_lines import (
    CONTACT,
    Entry,
    read_placed_name,
    read_soft_name,
)
from research.pages.model import Line
from research.pages.title_lines import read_title_line
from research.pages.turned_names import read_turned_name, read_turned_pair

HOUSES = 2
"""Cards with an organization between name and title that make it the place of one."""
TURNED = 2
"""Names with the surname first that make it the way of a page."""
LONGEST_HOUSE = 90
"""Characters of such a line."""


def with_credentials(entries: list[Entry]) -> list[Entry]:
    """Credentials on a line of their own under a name belong to it."""
    kept: list[Entry] = []
    for entry in entries:
        before = kept[-1] if kept else None
        if before is not None and before.kind == "name" and before.name is not None and entry.kind != "name":
            words = entry.line.text.replace(",", " ").split()
            if (
                words
                and len(words) <= 10
                and all((is_credential(w) and w.upper() == w) or w in {"PhD", "PharmD", "DrPH", "EdD"} for w in words)
            ):
                kept[-1] = replace(before, name=replace(before.name, credentials=(*before.name.credentials, *words)))
                continue
        kept.append(entry)
    return kept


def take_organizations(entries: list[Entry]) -> None:
    """A line in the shape of a name between a title and an address is the organization's."""
    for at in range(2, len(entries)):
        entry = entries[at]
        if entry.kind != "name" or entry.name is None or entry.name.credentials or entry.name.prefix:
            continue
        after = entries[at + 1] if at + 1 < len(entries) else None
        if (
            entries[at - 1].kind == "title"
            and entries[at - 2].kind == "name"
            and after is not None
            and after.kind == "other"
            and CONTACT.search(after.line.text)
        ):
            entries[at] = Entry(entry.number, entry.line, "organization")


def take_houses_of_layout(entries: list[Entry]) -> None:
    """Between name and title a line is the house of the card where it is that in other cards of the layout."""
    between = [
        at
        for at in range(1, len(entries) - 1)
        if entries[at].kind in {"other", "organization"}
        and entries[at - 1].kind == "name"
        and entries[at + 1].kind == "title"
    ]
    sure = Counter(layout_of(entries[at].line) for at in between if entries[at].kind == "organization")
    for at in between:
        entry = entries[at]
        if entry.kind == "other" and sure[layout_of(entry.line)] >= HOUSES and len(entry.line.text) < LONGEST_HOUSE:
            entries[at] = replace(entry, kind="organization")


def turn_surnames(entries: list[Entry]) -> None:
    """Where a directory puts surnames first, "Roe, Jane" over or beside a title is the name Jane Roe."""
    turned = {
        at: read
        for at in range(len(entries) - 1)
        if entries[at].kind in {"other", "organization", "name"}
        and entries[at + 1].kind == "title"
        and (read := read_turned_name(entries[at].line.text)) is not None
    }
    _turn_pairs(entries)
    layouts = Counter(layout_of(entries[at].line) for at in turned)
    for at, name in turned.items():
        if layouts[layout_of(entries[at].line)] >= TURNED:
            entries[at] = Entry(entries[at].number, entries[at].line, "name", name)


def _turn_pairs(entries: list[Entry]) -> None:
    """Turns "Roe, Jane, RN - Chief Nurse", where credentials, an honorific or several such lines make it sure."""
    read = {
        at: pair
        for at, entry in enumerate(entries)
        if "," in entry.line.text[:40]
        and entry.kind not in {"department", "label"}
        and (pair := read_turned_pair(entry.line.text)) is not None
    }
    for at, (name, posts, status) in read.items():
        if len(read) >= TURNED or name.credentials or name.prefix:
            entries[at] = Entry(entries[at].number, entries[at].line, "pair", name, posts, status)


def take_names_of_layout(entries: list[Entry]) -> None:
    """Ordinary words that are names as well are one where names stand in the same layout.

    Two such names are enough. Of one it is enough that it opens a card over a title, and the words do so too.
    """
    named = [at for at, e in enumerate(entries) if e.kind == "name" and (e.line.layout or e.line.role == "heading")]
    layouts = Counter(layout_of(entries[at].line) for at in named)
    titled = {layout_of(entries[at].line) for at in named if _opens_card(entries, at)}
    for at, entry in enumerate(entries):
        layout = layout_of(entry.line)
        if entry.kind not in {"other", "organization", "title"} or not layouts[layout]:
            continue
        soft = layouts[layout] > 1 and entry.kind != "title"
        name = read_soft_name(entry.line.text) if soft else None
        if name is None and layout in titled and _opens_card(entries, at):
            name = read_placed_name(entry.line.text, titled=entry.kind == "title")
        if name is not None:
            entries[at] = Entry(entry.number, entry.line, "name", name)


def _opens_card(entries: list[Entry], at: int) -> bool:
    """Whether a line stands over a title, and is set off from the line above as a card's first is."""
    if at + 1 >= len(entries) or entries[at + 1].kind != "title":
        return False
    line, above = entries[at].line, entries[at - 1] if at else None
    if line.role == "heading":
        return line.level != entries[at + 1].line.level
    return above is not None and above.line.container != line.container == entries[at + 1].line.container


def take_employers(entries: list[Entry]) -> None:
    """In a table of names and employers the second cell of a row is no person, even in the shape of a name."""
    rows = [
        at
        for at in range(len(entries) - 1)
        if entries[at].kind == "name"
        and entries[at].line.role == entries[at + 1].line.role == "cell"
        and entries[at].line.boxes[:-1] == entries[at + 1].line.boxes[:-1]
    ]
    if not any(entries[at + 1].kind == "organization" for at in rows):
        return
    for at in rows:
        entry = entries[at + 1]
        if entry.kind == "name" and entry.name is not None and not (entry.name.credentials or entry.name.prefix):
            entries[at + 1] = Entry(entry.number, entry.line, "organization")


def turn_back(entries: list[Entry]) -> None:
    """Under a name a line "CEO, Roe Doe" gives the name's title and organization, not another person."""
    for at in range(1, len(entries)):
        entry, before = entries[at], entries[at - 1]
        if (
            entry.kind != "pair"
            or entry.name is None
            or before.kind != "name"
            or entry.line.text.startswith(entry.name.name)
        ):
            continue
        read = read_title_line(entry.line.text)
        if read is not None and not entry.name.credentials and not entry.name.prefix:
            entries[at] = Entry(entry.number, entry.line, "title", None, *read)


def layout_of(line: Line) -> tuple[str, int, str, bool]:
    """What two lines of one layout have in common."""
    return line.role, line.level, line.layout, line.emphasis
