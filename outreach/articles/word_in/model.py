"""What is found in a Word file that came back: its text in two states, its changes, its comments. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

MarkKind = Literal["insertion", "deletion", "moved away", "moved here", "formatting"]
ChangeKind = Literal["insertion", "deletion", "replacement", "move", "comment", "formatting"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark as the file holds it: one `w:ins`, `w:del`, `w:moveFrom`, `w:moveTo` or change of formatting.

    `what` says what is marked: "words", "paragraph mark", "table row", "table cell", "picture", "formula", "footnote",
    "content control", and for formatting also "paragraph", "section", "table", "numbering".
    `text` is all that stands inside the mark, a paragraph mark as a line break.
    """

    kind: MarkKind
    what: str
    author: str
    made_at: datetime | None
    text: str


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a comment."""

    author: str
    made_at: datetime | None
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One suggestion of a reviewer: what belongs together, with the single marks that it is made of.

    author: empty where the file names nobody; made_at: aware; None where the file tells none or an impossible one.
    before, after: the words without and with the suggestion. Of a comment and of formatting both are the words that
    it is about. paragraph_index, start, end_paragraph, end: where `before` stands in the rejected text, counted in
    `WordFile.rejected_paragraphs`; of what stands elsewhere (`place` says where: "text box", "footnote", ...) counted
    in that text; None where it is unknown.
    moved_to_paragraph, moved_to_start: where the words of a move arrive, also in the rejected text.
    inside_of: author of the suggestion that this one lies in, such as a deletion within somebody's insertion.
    """

    kind: ChangeKind
    author: str = ""
    made_at: datetime | None = None
    before: str = ""
    after: str = ""
    comment: str = ""
    replies: tuple[Reply, ...] = ()
    resolved: bool = False
    parts: tuple[Mark, ...] = ()
    place: str = "text"
    paragraph_index: int | None = None
    start: int | None = None
    end_paragraph: int | None = None
    end: int | None = None
    moved_to_paragraph: int | None = None
    moved_to_start: int | None = None
    context_before: str = ""
    context_after: str = ""
    inside_of: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """Text beside the running text: a footnote, a header, a text box."""

    place: str
    accepted: str
    rejected: str


@dataclass(frozen=True, slots=True)
class WordFile:
    """What a Word file says. `accepted` and `rejected` are the running text after all changes and before any.

    A paragraph is a line in them; a line break within a paragraph makes one more line, so that offsets count in
    `accepted_paragraphs` and `rejected_paragraphs`. A list item begins with its number, as on the page ("2. ", "a. ",
    for bullets "- "). Footnotes, headers and text boxes are in `asides`. `marks` are the single marks in the order of
    the document; `changes` are the same marks as suggestions, with the comments among them. `notes` tell the user what
    was not read.
    """

    changes: tuple[Change, ...]
    marks: tuple[Mark, ...]
    accepted_paragraphs: tuple[str, ...]
    rejected_paragraphs: tuple[str, ...]
    asides: tuple[Aside, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def accepted(self) -> str:
        """The running text with every change taken."""
        return "\n".join(self.accepted_paragraphs)

    @property
    def rejected(self) -> str:
        """The running text with no change taken."""
        return "\n".join(self.rejected_paragraphs)

    @property
    def authors(self) -> tuple[str, ...]:
        """Everybody who changed or commented, in the order of the document, each once."""
        named = [
            name for change in self.changes for name in (change.author, *(reply.author for reply in change.replies))
        ]
        return tuple(dict.fromkeys(name for name in named if name))

    @property
    def has_tracked_changes(self) -> bool:
        """Whether words were inserted, deleted or moved with their marks kept."""
        return any(mark.kind != "formatting" for mark in self.marks)
