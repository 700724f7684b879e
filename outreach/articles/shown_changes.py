"""What differs between two versions as a reviewer is shown them: the changed paragraphs alone, word by word. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from outreach.articles.shown import Shown
from outreach.drafts.word_changes import Part, words_apart


@dataclass(frozen=True, slots=True)
class ChangedParagraph:
    """A paragraph that was changed, added or left out: its words as ("same" or "removed" or "added", text)."""

    parts: tuple[Part, ...]


def between(old: Shown, new: Shown) -> tuple[ChangedParagraph, ...]:
    """The title if it changed, then the paragraphs that differ, in the order of the newer text."""
    found: list[ChangedParagraph] = []
    if old.title != new.title:
        found.append(ChangedParagraph(words_apart(old.title, new.title)))
    before, after = [one.text for one in old.paragraphs], [one.text for one in new.paragraphs]
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            found += _pairs(before[a:b], after[c:d])
    return tuple(found)


def _pairs(before: Sequence[str], after: Sequence[str]) -> list[ChangedParagraph]:
    return [ChangedParagraph(words_apart(old, new)) for old, new in zip_longest(before, after, fillvalue="")]
