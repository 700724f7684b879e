"""The lists of a board among the cards of a page: names on one line, under an introduction, or with employers.

What is read is a seat for each; entries that only list a board are changed in place, so that no card is read of them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from research.pages.bracketed_callings import take_bracketed_callings
from research.pages.card_entries import layout_of
from research.pages.card_lines import Entry, Named, read_listed_name, read_name
from research.pages.card_sections import CardSections
from research.pages.mention import WEIGHT, Mention
from research.pages.name_lists import BOARD_SEAT, board_list, board_sentence, introduces_board, members_listed
from research.pages.titles import PostSpan
from research.types import QUOTE_LIMIT

LISTED = 3
"""Lines of one layout that make a list."""


@dataclass(slots=True)
class BoardSeats:
    """Who has a seat by a list, in the order of the page, and the numbers of the lines that are nothing but a list."""

    mentions: list[Mention] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    used: set[int] = field(default_factory=set)


def take_board_lists(entries: list[Entry], sections: CardSections) -> BoardSeats:
    """The seats that lists of names give: names side by side on one line under a board's heading sit on it."""
    seats = BoardSeats()
    for at, entry in enumerate(entries):
        listed = board_list(entry.line.text, entries[at - 1].line.text if at else "")
        if listed is None and (members := members_listed(entry.line.text)) and _sits(sections, at):
            listed = BOARD_SEAT, members
        told = board_sentence(entry.line.text) if listed is None else listed
        if told is None:
            continue
        _seat(seats, entry, *told)
        if listed is None:
            continue  # the sentences around it are read as well
        seats.used.add(entry.number)
        entries[at] = replace(entry, kind="text", name=None, posts=())
    for at in sorted(sections.groups):
        if introduces_board(entries[at].line.text, sections.above(at)):
            _take_introduced(seats, entries, at + 1)
    return seats


def take_listed_names(entries: list[Entry], sections: CardSections) -> None:
    """Turns into names the lines of a board's list that begin with one, whatever employer or place stands behind it."""
    take_bracketed_callings(entries, lambda at: _sits(sections, at))
    read = {
        at: named
        for at, e in enumerate(entries)
        if e.kind in {"other", "organization", "title", "text"}
        and e.line.role != "heading"
        and (named := read_listed_name(e.line.text)) is not None
    }
    layouts = Counter(layout_of(entries[at].line) for at in read)
    layouts.update(layout_of(e.line) for e in entries if e.kind in {"name", "pair"})
    for at, named in read.items():
        if layouts[layout_of(entries[at].line)] >= LISTED and sections.post_over(at) is not None:
            entries[at] = Entry(entries[at].number, entries[at].line, "name", named)


def _sits(sections: CardSections, at: int) -> bool:
    """Whether the heading over an entry gives those under it a seat on the board."""
    post = sections.post_over(at)
    return post is not None and post.kind == "board"


def _take_introduced(seats: BoardSeats, entries: list[Entry], at: int) -> None:
    """The items right under the sentence that introduces a board sit on it, whatever else they are told to be."""
    while at < len(entries) and entries[at].line.role == "item":
        entry, named = entries[at], read_name(entries[at].line.text)
        if named is not None and named.words > 1 and named.mark == "," and named.rest:
            seats.mentions.append(_seat_beside(entry, named))
        at += 1


def _seat_beside(entry: Entry, named: Named) -> Mention:
    """The seat of somebody whose own post the same line tells; a leader's post of today outweighs it."""
    quote = entry.line.text if len(entry.line.text) <= QUOTE_LIMIT else named.name
    weight = WEIGHT["apposition"] - 1
    return Mention(named.name, entry.number, "event", (BOARD_SEAT,), quote=quote, weight=weight, seated=True)


def _seat(seats: BoardSeats, entry: Entry, post: PostSpan, names: tuple[str, ...]) -> None:
    """Gives everybody of one line a seat on the board."""
    text = entry.line.text
    for name in names:
        start = max(0, text.find(name))
        quote = text if len(text) <= QUOTE_LIMIT else text[start : start + len(name)]
        seats.mentions.append(
            Mention(name, entry.number, "heading", (post,), quote=quote, weight=WEIGHT["heading"], seated=True)
        )
    seats.names.extend(names)
