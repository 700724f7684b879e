"""How the boxes of a page hold the lines of its cards: what stands beside, above or under a name in one of them.

A box is an element of the markup: a card, a row of a table, a cell of it. Plain text has none.
"""

from __future__ import annotations

from research.pages.card_lines import Entry

_NEAR = 12
"""Lines above a name in which the name of the card before is looked for."""


class CardBoxes:
    """Tells of each entry what shares its boxes. `entries` may change while cards are read, their boxes do not."""

    def __init__(self, entries: list[Entry]) -> None:
        self.entries = entries

    def edge(self, at: int, stop: int) -> int:
        """Where the card of the name at `at` ends: at the end of the last box that holds no other name."""
        boxes = self.entries[at].line.boxes
        if not boxes or stop >= len(self.entries):
            return stop
        shared = [box for box in boxes if box in self.entries[stop].line.boxes]
        own = [box for box in boxes if box not in shared]
        if not own or own[0] not in self.entries[at + 1].line.boxes:
            return stop  # the box holds the name alone: its title stands beside it
        for number in range(at + 1, stop):
            if own[0] not in self.entries[number].line.boxes:
                return number
        return stop

    def same(self, a: int, b: int) -> bool:
        """Whether two entries stand in one box, or nearly: a line of its own has a box or two more."""
        x, y = self.entries[a].line, self.entries[b].line
        if not x.boxes or not y.boxes:
            return True
        return len(set(x.boxes) & set(y.boxes)) >= min(len(x.boxes), len(y.boxes)) - 2

    def titled_in_row(self, name: int) -> bool:
        """Whether the cells of one row of a table are a name, first, and its title, whatever other tables do."""
        if name + 1 >= len(self.entries) or self.entries[name + 1].kind != "title":
            return False
        row = self._row(name)
        return bool(row) and self._row(name + 1) == row and (name == 0 or self._row(name - 1) != row)

    def _row(self, at: int) -> tuple[int, ...]:
        """The boxes around the cell of an entry; empty where it stands in none."""
        line = self.entries[at].line
        return line.boxes[:-1] if line.role == "cell" else ()

    def holds_title_above(self, name: int, title: int, after: int) -> bool:
        """Whether the box of a name holds the title above it, and what stands behind the name is in another."""
        box = self.entries[name].line.boxes[-1:]
        behind = self.entries[after].line.boxes if after < len(self.entries) else ()
        return bool(box) and self.entries[title].line.boxes[-1:] == box and box[0] not in behind

    def is_of_another_card(self, title: int, name: int) -> bool:
        """Whether a title stands under other words in a box that does not hold the name: "Vacant", "Madonna"."""
        if title < 1:
            return False
        if self.entries[title].line.role == "item" and self.entries[name].line.role == "heading":
            return True  # the end of a list in the profile before
        boxes, others = self.entries[title].line.boxes, self.entries[title - 1].line
        own = [box for box in boxes if box not in self.entries[name].line.boxes]
        return bool(own) and own[0] in others.boxes and others.boxes[-1] in own

    def follows_headed_card(self, name: int) -> bool:
        """Whether the name above is a heading as this one is: what stands between the two is of the one above."""
        line = self.entries[name].line
        if line.role != "heading":
            return False
        names = (e for e in reversed(self.entries[max(0, name - _NEAR) : name]) if e.kind in {"name", "pair"})
        above = next(names, None)
        return above is not None and above.line.role == "heading" and above.line.level == line.level

    def holds_alone(self, name: int, title: Entry) -> bool:
        """Whether a box holds this name and the title right under it, and no other name beside them."""
        box = self.entries[name].line.boxes[-1:]
        if not box or title.line.boxes[-1:] != box or self.entries[name + 1] is not title:
            return False
        near = (*self.entries[max(0, name - 3) : name], *self.entries[name + 2 : name + 5])
        return not any(e.kind in {"name", "pair"} and e.line.boxes[-1:] == box for e in near)
