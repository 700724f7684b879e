"""The sections of a page's cards: what the heading over a name says of those under it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from research.pages.card_lines import Entry, Named
from research.pages.group_headings import heading_of_group, heads_management, post_heading
from research.pages.mention import WEIGHT, Mention
from research.pages.model import Line
from research.pages.name_lists import BOARD_SEAT, introduces_board
from research.pages.titles import PostSpan
from research.types import QUOTE_LIMIT

_BOARD_WORD = re.compile(r"\b(?:board|trustees|commissioners)\b", re.IGNORECASE)
_PAST_SECTION = re.compile(r"(?:our\s|the\s)?(?:previous|former|past|retired)\s", re.IGNORECASE)
_ROLES = re.compile(
    r"(?:(?:current|professional|leadership|academic|clinical|hospital|administrative|and|&)\s){0,4}"
    r"(?:roles?|positions?|appointments?|posts?|titles?)(?:\s(?:held|and affiliations))?:?",
    re.IGNORECASE,
)
_SEATS = frozenset({"Director", "Board Member", "Officer"})
_GIVERS = frozenset({"donors", "our donors", "sponsors", "supporters", "contributors", "volunteers", "our supporters"})
"""Lines over the names of those who give to a house, behind those of its board."""
REACH = 400
"""Lines above a name in which the heading of its section is looked for."""


def tells_of_board(entries: list[Entry], lines: tuple[Line, ...]) -> bool:
    """Whether a heading or an introducing sentence of the page speaks of a board."""
    return any(
        _BOARD_WORD.search(e.line.text)
        for e in entries
        if introduces_board(e.line.text, lines[e.number - 1].text if e.number else "")
        or (len(e.line.text) < 90 and (e.line.role == "heading" or e.number == 0 or heading_of_group(e.line.text)))
    )


def listed_roles(name: Named, entries: Iterable[Entry]) -> Iterator[Mention]:
    """The posts of today that the page of one person lists under a heading, such as "Professional Roles".

    They stand far below the name, so that the line of each is quoted alone.
    """
    within = False
    for entry in entries:
        if entry.line.role == "heading":
            within = _ROLES.fullmatch(entry.line.text) is not None
        elif within and entry.line.role == "item" and entry.kind == "title" and entry.status != "former":
            quote = entry.line.text[:QUOTE_LIMIT]
            yield Mention(
                name.name, entry.number, "card", entry.posts, name.prefix, name.credentials,
                quote=quote, weight=WEIGHT["card"],
            )  # fmt: skip


class CardSections:
    """Tells of each entry under which heading it stands. `entries` may change while cards are read."""

    def __init__(self, entries: list[Entry], texts: Counter[str], *, board: bool) -> None:
        self.entries = entries
        self.texts = texts
        self.board = board
        self.groups: frozenset[int] = frozenset(at for at in range(len(entries)) if self._heads_group(at))

        self.givers = [at for at, entry in enumerate(entries) if entry.line.text.lower().rstrip(":") in _GIVERS]

    def _floor(self, at: int) -> int:
        """The line above an entry at which the search for the heading of its section stops."""
        return max((giver for giver in self.givers if giver < at), default=max(-1, at - 1 - REACH))

    def is_past(self, at: int) -> bool:
        """Whether the heading over a name says that the people below held their posts once."""
        for number in range(at - 1, max(-1, at - 1 - REACH), -1):
            entry = self.entries[number]
            if entry.kind in {"name", "pair"}:
                continue
            if entry.line.role == "heading" or number in self.groups:
                return _PAST_SECTION.match(entry.line.text) is not None
        return False

    def is_of_management(self, at: int) -> bool:
        """Whether the nearest heading above that is no name and no title of a card speaks of a house's management."""
        level = self.entries[at].line.level
        for number in range(at - 1, max(-1, at - 1 - REACH), -1):
            entry = self.entries[number]
            if entry.kind in {"name", "pair", "title"} or entry.line.role != "heading":
                continue
            if not level or entry.line.level < level:
                return heads_management(entry.line.text)
        return False

    def post_over(self, at: int) -> PostSpan | None:
        """The post that the heading over an entry gives to those under it; None where it gives none."""
        group: PostSpan | None = None
        apart = False  # a line that may be another list's heading stands between
        for number in range(at - 1, self._floor(at), -1):
            entry = self.entries[number]
            if entry.kind == "pair" and entry.line.role == "heading":
                if entry.line.level != self.entries[at].line.level:
                    return None
                continue
            if entry.kind == "name":
                if entry.line.role == "heading" and self.entries[at].line.role != "heading":
                    return None
                continue
            if self._titles_card(number):
                continue
            if entry.kind == "text" and number not in self.groups:
                apart = apart or self._follows_introduction(number)
            if not apart and group is None and number in self.groups:
                group = self._post_of_group(entry.line.text, self.above(number))
                if group is None or group.title not in _SEATS:
                    return group
                continue  # the heading above may name the board
            if (
                entry.line.role == "heading"
                or (entry.line.emphasis and entry.kind != "pair")
                or (entry.kind == "title" and number == 0)
            ):
                post = self._post_of_group(entry.line.text)
                if post is not None and (group is None or post.kind == "board"):
                    return post
                if entry.line.role == "heading":
                    return group
            if self.groups and not apart:
                apart = self._may_open_list(number)
        return group

    def _titles_card(self, at: int) -> bool:
        """Whether a heading is the title of the name right above it, which is a heading of the same box and level."""
        entry, above = self.entries[at], self.entries[at - 1] if at else None
        if above is None or entry.kind != "title" or entry.line.role != "heading" or above.kind != "name":
            return False
        same = above.line.role == "heading" and above.line.level == entry.line.level
        return same and entry.line.boxes[-1:] == above.line.boxes[-1:] != ()

    def _follows_introduction(self, at: int) -> bool:
        """Whether running text ends the list that a sentence above it introduced."""
        above = next((n for n in range(at - 1, max(-1, at - 1 - REACH), -1) if n in self.groups), -1)
        return above >= 0 and introduces_board(self.entries[above].line.text, self.above(above))

    def _heads_group(self, at: int) -> bool:
        """Whether a line that is no heading by its markup stands over a list: "Board of Trustees", "Members"."""
        entry = self.entries[at]
        if introduces_board(entry.line.text, self.above(at)):
            return True
        if entry.kind in {"name", "pair", "text"} or entry.line.role not in {"paragraph", "item"}:
            return False
        return self.texts[entry.line.text] == 1 and heading_of_group(entry.line.text)

    def _may_open_list(self, at: int) -> bool:
        """Whether a short line stands over a name and belongs to no card above it: "Our Nurses"."""
        entry = self.entries[at]
        if entry.kind in {"name", "pair", "text"} or entry.line.text.endswith(".") or at + 1 >= len(self.entries):
            return False
        if at == 0 or self.entries[at + 1].kind not in {"name", "pair"}:
            return at == 0
        above, below = self.entries[at - 1], self.entries[at + 1]
        parted = above.line.container != entry.line.container == below.line.container
        return parted or above.kind in {"text", "department"} or above.line.text.endswith(".")

    def above(self, at: int) -> str:
        """The line above an entry, "" for the first."""
        return self.entries[at - 1].line.text if at else ""

    def _post_of_group(self, text: str, above: str = "") -> PostSpan | None:
        """The post of a heading; on a board's page "Members" and "Officers" sit on it."""
        if introduces_board(text, above):
            return BOARD_SEAT
        post = post_heading(text)
        if not self.board:
            return post
        if post is None:
            return PostSpan("Officer", "", "board", "officer") if heading_of_group(text) else None
        if post.head in {"member", "members"}:
            return BOARD_SEAT
        return replace(post, kind="board") if post.title == "Director" else post
