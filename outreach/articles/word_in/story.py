"""One text of a Word file (the running text, a footnote, a text box) in its two states, written as it is read. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from outreach.articles.word_in.model import Mark, MarkKind
from outreach.articles.word_in.numbering import Counting, Item, Lists

LONGEST_QUOTE = 1_000
"""Characters that are quoted of what a comment is about: some are about the whole text."""

CONTEXT = 40
"""Characters shown before and after a change."""


@dataclass(slots=True)
class Place:
    """A place in one state of a text: between characters, `offset` of them after the label of the paragraph."""

    paragraph: int
    offset: int


class Lines:
    """The paragraphs of one state."""

    def __init__(self, lists: Lists) -> None:
        self.paragraphs: list[str] = []
        self.labels: list[int] = []
        self._counting = Counting(lists)
        self._pieces: list[str] = []
        self._length = 0
        self._held: Item | None = None
        self._rows: list[tuple[int, int]] = []
        self._places: list[Place] = []

    def add(self, text: str) -> None:
        """Text of the paragraph that is being written."""
        self._pieces.append(text)
        self._length += len(text)

    def place(self) -> Place:
        """Where the writing is."""
        place = Place(len(self.paragraphs), self._length)
        if self._rows:
            self._places.append(place)
        return place

    def begin(self) -> None:
        """A paragraph begins; after one without its mark it goes on in the same line."""
        self._held = None

    def end(self, item: Item) -> None:
        """The paragraph ends."""
        label = self._counting.label(item)
        self.paragraphs.append(label + "".join(self._pieces))
        self.labels.append(len(label))
        self._pieces, self._length = [], 0

    def hold(self, item: Item) -> None:
        """The paragraph ends without its mark: what follows joins it, unless no paragraph follows."""
        self._held = item

    def settle(self) -> None:
        """No paragraph follows. One held then stands for itself; held and empty, it is gone."""
        if self._held is not None and self._pieces:
            self.end(self._held)
        self._held = None

    def begin_row(self) -> None:
        """A table row begins."""
        self._rows.append((len(self.paragraphs), len(self._places)))

    def end_row(self, *, gone: bool) -> None:
        """A table row ends. One that is gone in this state takes its empty lines along; words in it stay.

        A row whose own mark says deleted, and whose words are not marked, keeps them: no word is lost by a mark that
        the writer of the words did not make. pandoc and LibreOffice do the same.
        """
        first, first_place = self._rows.pop()
        if gone and all(len(self.paragraphs[at]) == self.labels[at] for at in range(first, len(self.paragraphs))):
            del self.paragraphs[first:], self.labels[first:]
            for place in self._places[first_place:]:
                place.paragraph, place.offset = first, 0
        if not self._rows:
            self._places = []

    def between(self, begin: Place, end: Place) -> str:
        """The text from one place to another, at most LONGEST_QUOTE of it."""
        if begin.paragraph == end.paragraph:
            return self._words(begin.paragraph)[begin.offset : end.offset][:LONGEST_QUOTE]
        found = self._words(begin.paragraph)[begin.offset :]
        for number in range(begin.paragraph + 1, min(end.paragraph, len(self.paragraphs) - 1) + 1):
            if len(found) > LONGEST_QUOTE:
                break
            words = self._words(number)
            found += "\n" + (words[: end.offset] if number == end.paragraph else words)
        return found[:LONGEST_QUOTE]

    def before(self, place: Place) -> str:
        """What stands before a place in its paragraph, at most CONTEXT characters."""
        return self._words(place.paragraph)[: place.offset][-CONTEXT:]

    def after(self, place: Place) -> str:
        """What stands after a place in its paragraph, at most CONTEXT characters."""
        return self._words(place.paragraph)[place.offset :][:CONTEXT]

    def column(self, place: Place) -> int:
        """Characters before a place in its line, its label counted."""
        return place.offset + (self.labels[place.paragraph] if place.paragraph < len(self.labels) else 0)

    def _words(self, number: int) -> str:
        return self.paragraphs[number][self.labels[number] :] if number < len(self.paragraphs) else ""


@dataclass(slots=True)
class Row:
    """A table row that is being read."""

    inserted: bool = False
    deleted: bool = False

    @property
    def tracked(self) -> bool:
        """Whether the row itself is marked."""
        return self.inserted or self.deleted


class Story:
    """One text in both states. `plain` counts what is unmarked: where it stays the same, two marks touch."""

    def __init__(self, place: str, lists: Lists, note: str = "") -> None:
        self.place = place
        self.note = note
        self.accepted = Lines(lists)
        self.rejected = Lines(lists)
        self.plain = 0
        self.rows: list[Row] = []

    def add(self, text: str, *, inserted: bool, deleted: bool) -> None:
        """Text, in the states that have it."""
        if not deleted:
            self.accepted.add(text)
        if not inserted:
            self.rejected.add(text)

    def begin_paragraph(self) -> None:
        """A paragraph begins in both states."""
        self.accepted.begin()
        self.rejected.begin()

    def end_paragraph(self, now: Item, then: Item, *, inserted: bool, deleted: bool) -> None:
        """A paragraph ends: `now` and `then` say which list it is in after and before the changes."""
        (self.accepted.hold if deleted else self.accepted.end)(now)
        (self.rejected.hold if inserted else self.rejected.end)(then)

    def settle(self) -> None:
        """No paragraph follows here."""
        self.accepted.settle()
        self.rejected.settle()

    def begin_row(self) -> None:
        """A table row begins."""
        self.settle()
        self.rows.append(Row())
        self.accepted.begin_row()
        self.rejected.begin_row()

    def end_row(self) -> None:
        """A table row ends."""
        self.settle()
        if not self.rows:
            return
        row = self.rows.pop()
        self.accepted.end_row(gone=row.deleted)
        self.rejected.end_row(gone=row.inserted)

    @property
    def in_tracked_row(self) -> bool:
        """Whether the innermost row is marked itself."""
        return bool(self.rows) and self.rows[-1].tracked


@dataclass(slots=True, eq=False)
class Found:
    """A mark while it is read. `begin` and `end` are places of the rejected text."""

    kind: MarkKind
    what: str
    author: str
    made_at: datetime | None
    story: Story
    order: int
    begin: Place
    end: Place
    plain_begin: int
    plain_end: int
    paragraph: int
    """Number of the paragraph in the part, for telling lines apart."""

    outer: Found | None = None
    move: str = ""
    pieces: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """The pieces without what the same author took back within the mark."""

    mark: Mark | None = None

    @property
    def inserts(self) -> bool:
        """Whether its words are there only when it is accepted."""
        return self.kind in ("insertion", "moved here")

    @property
    def deletes(self) -> bool:
        """Whether its words are there only when it is rejected."""
        return self.kind in ("deletion", "moved away")


@dataclass(slots=True, eq=False)
class Anchor:
    """What a comment is about: a range, or a mere place."""

    story: Story
    order: int
    accepted: tuple[Place, Place]
    rejected: tuple[Place, Place]
    is_open: bool = False
