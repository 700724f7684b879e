"""Reads a Word file that came back: every insertion, deletion, move and comment in order, and both texts. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from outreach.articles.word_in.body import Body
from outreach.articles.word_in.comments import Comment, ThreadReader, comments
from outreach.articles.word_in.container import Container
from outreach.articles.word_in.grouping import Key, comment_change, mark_of, suggestions
from outreach.articles.word_in.markup import Handler, walk
from outreach.articles.word_in.model import Aside, Change, WordFile
from outreach.articles.word_in.numbering import Lists, NumberingReader, StyleReader
from outreach.articles.word_in.parts import main_part, related, warnings
from outreach.articles.word_in.story import Anchor, Found

_BEHIND = 1_000_000_000
"""Added to the place of what stands behind the running text: headers, footers, notes that nothing refers to."""

_NOTES = (
    ("w:altChunk", "The file includes a text of another format, which was not read."),
    ("w:subDoc", "The file includes another document, which was not read."),
    ("picture", "Pictures are not part of the text that was read."),
    ("formula", "Formulas are not part of the text that was read."),
    ("embedded object", "Embedded objects are not part of the text that was read."),
    ("text box", "Text boxes were read beside the running text."),
    ("hidden", "The file has hidden text, which was read with the rest."),
)


@dataclass(frozen=True)
class _Part:
    """A part that was read, and where its places lie among those of the document."""

    body: Body
    number: int
    notes: dict[str, int]

    def key(self, note: str, order: int) -> Key:
        if note:
            return (self.notes.get(note, _BEHIND + self.number), order + 1)
        return (order, 0) if self.number == 0 else (_BEHIND + self.number, order)


def read(content: bytes) -> WordFile:
    """The changes, comments and texts of a .docx. Raises Refused, whose text tells the user what to do.

    Nothing is executed, fetched or written. Memory and time are bounded by the limits of `container` and `body`.
    """
    container = Container(content)
    main = main_part(container)
    near = related(container, main)
    lists = _lists(container, near)
    parts = _parts(container, main, near, lists)
    found = sorted(_found(parts), key=lambda pair: pair[0])
    changes = suggestions(found) + _commented(parts, _comments(container, near, lists))
    story = parts[0].body.main
    return WordFile(
        changes=tuple(change for _, change in sorted(changes, key=lambda pair: pair[0])),
        marks=tuple(mark_of(mark) for _, mark in found),
        accepted_paragraphs=tuple(story.accepted.paragraphs),
        rejected_paragraphs=tuple(story.rejected.paragraphs),
        asides=tuple(_asides(parts)),
        notes=(*warnings(container), *_left_out(parts)),
    )


def _lists(container: Container, near: dict[str, list[str]]) -> Lists:
    lists = Lists()
    for kind, reader in (("numbering", NumberingReader(lists)), ("styles", StyleReader(lists))):
        _walk_first(container, near.get(kind, []), reader)
    return lists


def _walk_first(container: Container, names: list[str], handler: Handler) -> None:
    if names:
        walk(container.chunks(names[0]), handler)


def _parts(container: Container, main: str, near: dict[str, list[str]], lists: Lists) -> list[_Part]:
    """The document, its notes, its headers and footers."""
    first = _part(container, main, "text", lists)
    found = [_Part(first, 0, {})]
    for kind, place in (("footnotes", "footnote"), ("endnotes", "endnote"), ("header", "header"), ("footer", "footer")):
        orders = {number: order for (known, number), order in first.references.items() if known == place}
        for name in near.get(kind, []):
            found.append(_Part(_part(container, name, place, lists), len(found), orders))
    return found


def _part(container: Container, name: str, place: str, lists: Lists) -> Body:
    body = Body(place, lists)
    walk(container.chunks(name), body)
    body.main.settle()
    return body


def _comments(container: Container, near: dict[str, list[str]], lists: Lists) -> list[Comment]:
    body, threads = Body("comment", lists), ThreadReader()
    _walk_first(container, near.get("comments", []), body)
    _walk_first(container, near.get("commentsExtended", []), threads)
    return comments(body, threads.threads)


def _found(parts: list[_Part]) -> list[tuple[Key, Found]]:
    return [(part.key(found.story.note, found.order), found) for part in parts for found in part.body.found]


def _commented(parts: list[_Part], read_comments: list[Comment]) -> list[tuple[Key, Change]]:
    anchors: dict[str, tuple[Key, Anchor]] = {}
    for part in parts:
        for number, anchor in part.body.anchors.items():
            anchors.setdefault(number, (part.key(anchor.story.note, anchor.order), anchor))
    made = []
    for place, comment in enumerate(read_comments):
        key, anchor_found = anchors.get(comment.number, ((2 * _BEHIND, place), None))
        made.append((key, comment_change(comment, anchor_found)))
    return made


def _asides(parts: list[_Part]) -> list[Aside]:
    running = parts[0].body.main
    stories = [story for part in parts for story in part.body.stories if story is not running]
    texts = [
        Aside(story.place, "\n".join(story.accepted.paragraphs), "\n".join(story.rejected.paragraphs))
        for story in stories
    ]
    return [text for text in texts if text.accepted.strip() or text.rejected.strip()]


def _left_out(parts: list[_Part]) -> list[str]:
    counts: Counter[str] = Counter()
    for part in parts:
        counts.update(part.body.counts)
    return [sentence for what, sentence in _NOTES if counts[what]]
