"""A Word file that came back, read against a version: each change with its place, and what differs without a mark.

Nothing is kept here and nothing decided; the page shows it, and a person records what is to be recorded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from outreach.articles import placing, versions
from outreach.articles.approval_models import Reviewer
from outreach.articles.models import ArticleVersion
from outreach.articles.opened import viewer_of
from outreach.articles.placing import Placed
from outreach.articles.shown import Shown, Viewer, shown_to
from outreach.articles.word_in.comparing import compare
from outreach.articles.word_in.model import WordFile
from outreach.articles.word_in.story import CONTEXT
from outreach.words import counted

MOST_CHANGES = 2_000
"""Suggestions of one file: more than anybody goes through one by one."""


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file read against a version. changes: in the order of the text; sentence: how it compares with what was sent.

    unmarked: how many of them have no mark in the file. formatting: changes that change no word. notes: what was not
    read.
    """

    changes: tuple[Placed, ...]
    sentence: str
    unmarked: int
    formatting: int
    authors: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def counted_words(self) -> str:
        """ "11 suggestions: 6 insertions, 3 deletions, 2 comments"."""
        return in_words([one.change.kind for one in self.changes])


def read_against(found: WordFile, version: ArticleVersion, reviewer: Reviewer | None) -> FileRead:
    """The changes of a file, as suggestions for a version that this reviewer was shown."""
    marked = [one for one in found.changes if one.kind != "formatting"]
    sent = sent_text(version, reviewer)
    compared = compare(sent, found, f"version {version.number}")
    own = placing.place(version.title, version.body, found.rejected_paragraphs, marked)
    unmarked = placing.place(version.title, version.body, sent.split("\n"), compared.changes)
    return FileRead(
        tuple(map(_in_whole_words, _in_order([*own, *unmarked]))), compared.sentence, len(compared.changes),
        len(found.changes) - len(marked), found.authors, found.notes,
    )  # fmt: skip


def _in_whole_words(one: Placed) -> Placed:
    """The change with the words around it whole: the reader of files cuts them after so many letters."""
    left, right = one.change.context_before, one.change.context_after
    left = left.partition(" ")[2] if len(left) == CONTEXT else left
    right = right.rpartition(" ")[0] if len(right) == CONTEXT else right
    return replace(one, change=replace(one.change, context_before=left, context_after=right))


def sent_text(version: ArticleVersion, reviewer: Reviewer | None) -> str:
    """A version as the Word copy for a reviewer says it: the title, then a paragraph a line."""
    seen = _shown(version, reviewer)
    return "\n".join([seen.title, *(one.text for one in seen.paragraphs)])


def _shown(version: ArticleVersion, reviewer: Reviewer | None) -> Shown:
    viewer = viewer_of(reviewer, reviewer.scope) if reviewer is not None else Viewer(None, "", "whole", sees_all=True)
    return shown_to(version.title, version.body, versions.marks_of(version), viewer)


def _in_order(changes: Sequence[Placed]) -> list[Placed]:
    """By place; what has none stays behind what stood before it in the file."""
    keyed, last = [], -1
    for number, one in enumerate(changes):
        last = -1 if one.in_title else one.span.starts if one.span is not None else last
        keyed.append((last, number, one))
    return [one for _, _, one in sorted(keyed, key=lambda key: key[:2])]


_NOUNS = {
    "insertion": ("insertion", "insertions"), "deletion": ("deletion", "deletions"), "move": ("move", "moves"),
    "comment": ("comment", "comments"), "quote": ("changed quotation", "changed quotations"),
    "leave_out": ("quotation to leave out", "quotations to leave out"), "general": ("remark", "remarks"),
}  # fmt: skip


def in_words(kinds: Sequence[str]) -> str:
    """Suggestions counted by kind: "11 suggestions: 6 insertions, 3 deletions, 2 comments".

    A replacement is one line of the list, and counts as an insertion and a deletion.
    """
    counts = dict.fromkeys(_NOUNS, 0)
    for kind in kinds:
        for counting in ("insertion", "deletion") if kind == "replacement" else (kind,):
            counts[counting] = counts.get(counting, 0) + 1
    told = [counted(counts[kind], *nouns) for kind, nouns in _NOUNS.items() if counts[kind]]
    total = counted(sum(counts.values()), "suggestion", "suggestions")
    return f"{total}: {', '.join(told)}" if told else "No suggestions"
