"""The marks of a part while it is read: which are open, whose words stand in which, which move is going on. Pure."""

from __future__ import annotations

from outreach.articles.word_in.container import Refused
from outreach.articles.word_in.markup import Attributes, moment, told
from outreach.articles.word_in.model import MarkKind
from outreach.articles.word_in.story import Found, Story

MOST_MARKS_DEEP = 12
"""Marks within one another. Word needs three."""

MOST_MARKS = 200_000
"""Single marks in a part. A book that two people revised has some thousands."""

TOO_MANY_MARKS = (
    f"This file has more than {MOST_MARKS:,} tracked changes. It was not read. "
    "Accept the changes of formatting in Word, save the file, and upload that copy."
)
TOO_TANGLED = (
    "The changes in this file lie within one another deeper than Word makes them. It was not read. "
    "Copy the text into a new document and upload that one."
)

KINDS: dict[str, MarkKind] = {
    "w:ins": "insertion", "w:del": "deletion", "w:moveFrom": "moved away", "w:moveTo": "moved here",
    "w:cellIns": "insertion", "w:cellDel": "deletion",
}  # fmt: skip


class Marking:
    """Opens, fills and closes marks; `found` are all of them in their order."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.order = 0
        self.paragraph = 0
        self._open: list[Found] = []
        self._formats: list[Found] = []
        self._bases = [(0, 0)]
        self._inserted = self._deleted = 0
        self._moves: dict[str, dict[str, str]] = {"w:moveFrom": {}, "w:moveTo": {}}

    @property
    def inserted(self) -> bool:
        """Whether what is read now is there only when changes are accepted."""
        return self._inserted > 0

    @property
    def deleted(self) -> bool:
        """Whether what is read now is there only when changes are rejected."""
        return self._deleted > 0

    @property
    def within(self) -> list[Found]:
        """The open marks of the story that is read, the outermost first."""
        return self._open[self._bases[-1][0] :]

    def next_order(self) -> int:
        """The place in the document of what is met now."""
        self.order += 1
        return self.order

    def enter(self) -> None:
        """A story within the story begins: the words of it are no words of the marks around it."""
        self._bases.append((len(self._open), len(self._formats)))

    def leave(self) -> None:
        """The inner story ends."""
        self._bases.pop()

    def point(self, kind: MarkKind, what: str, attributes: Attributes, story: Story, move: str = "") -> Found:
        """A mark that begins here, and ends here unless something follows in it."""
        if len(self.found) >= MOST_MARKS:
            raise Refused(TOO_MANY_MARKS)
        place, within = story.rejected.place(), self.within
        found = Found(
            kind, what, told(attributes, "w:author").strip(), moment(told(attributes, "w:date")), story,
            self.next_order(), place, place, story.plain, story.plain, self.paragraph,
            within[-1] if within else None, move,
        )  # fmt: skip
        self.found.append(found)
        return found

    def begin(self, name: str, attributes: Attributes, story: Story) -> None:
        """A mark around words begins. Raises Refused where marks lie deeper in one another than Word makes them."""
        if len(self._open) >= MOST_MARKS_DEEP:
            raise Refused(TOO_TANGLED)
        found = self.point(KINDS[name], "words", attributes, story, self.move_name(name))
        self._open.append(found)
        self._inserted += found.inserts
        self._deleted += found.deletes

    def end(self) -> None:
        """The innermost mark around words ends."""
        if not self.within:
            return
        found = self._open.pop()
        self._inserted -= found.inserts
        self._deleted -= found.deletes
        _finish(found)

    def write(self, text: str) -> int:
        """Text within the open marks; tells how many there are."""
        within = self.within
        for depth, found in enumerate(within):
            found.pieces.append(text)
            if not _is_taken_back(found, within, depth):
                found.kept.append(text)
        for found in self._formats[self._bases[-1][1] :]:
            found.pieces.append(text)
        return len(within)

    def show(self, what: str) -> bool:
        """Something that is no text: it says what a mark is about. Tells whether it stands in any."""
        for found in self.within:
            found.what = what if found.what == "words" else found.what
        return bool(self.within)

    # --- formatting: it lasts until its run or its paragraph ends

    @property
    def formats(self) -> int:
        """How many changes of formatting are going on."""
        return len(self._formats)

    def begin_format(self, found: Found) -> None:
        """What follows in the run or the paragraph has a new look."""
        self._formats.append(found)

    def end_formats(self, number: int) -> None:
        """All but the first `number` end here."""
        while len(self._formats) > max(number, self._bases[-1][1]):
            _finish(self._formats.pop())

    def end_paragraph(self, formats: int) -> bool:
        """A paragraph ends: all but the first `formats` changes of its look end. Tells whether marks go on."""
        within = self.within
        for found in within:
            found.pieces.append("\n")
            found.kept.append("\n")
        self.end_formats(formats)
        return bool(within)

    def end_format_of_run(self) -> None:
        """A run ends, and what is told of its look."""
        if self._formats and self._formats[-1].what == "words":
            self.end_formats(len(self._formats) - 1)

    # --- moves: their ranges have names, the marks within them have none

    def begin_move(self, name: str, attributes: Attributes) -> None:
        """The range of a move begins."""
        self._moves[name.removesuffix("RangeStart")][told(attributes, "w:id")] = told(attributes, "w:name")

    def end_move(self, name: str, attributes: Attributes) -> None:
        """The range of a move ends."""
        self._moves[name.removesuffix("RangeEnd")].pop(told(attributes, "w:id"), None)

    def move_name(self, name: str) -> str:
        """The name of the move that a mark belongs to; empty outside of ranges."""
        ranges = self._moves.get(name)
        return next(reversed(ranges.values())) if ranges else ""

    def move_before(self, kind: MarkKind, story: Story) -> str:
        """The name of the move that the last mark of a kind belongs to, when nothing else stands after it."""
        for found in reversed(self.found[-3:]):
            if found.kind == kind and found.story is story and found.plain_end == story.plain:
                return found.move
        return ""


def _finish(found: Found) -> None:
    if found.kept == found.pieces:
        found.kept = found.pieces  # one list, since there may be very many marks
    found.end, found.plain_end = found.story.rejected.place(), found.story.plain


def _is_taken_back(found: Found, within: list[Found], depth: int) -> bool:
    """Whether the author of a mark said the opposite of the same words: inserted, and deleted again."""
    if found.inserts:
        return any(other.deletes and other.author == found.author for other in within[depth + 1 :])
    return any(other.kind == "insertion" and other.author == found.author for other in within)
