"""What differs between two texts: paragraph by paragraph, and word by word within those that changed. Pure.

    compared("The first week", "One.\n\nTwo three.", "The first week", "Two four.\n\nOne.")

A paragraph that only moved is shown once, where it stands now, and not as removed and added. Costs are bounded: what
would take too long to weigh, such as ten thousand times the same word, is shown as removed and added as a whole.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from outreach.articles import article_text
from outreach.articles.article_text import Paragraph

Piece = tuple[str, str]
"""("same" or "removed" or "added", text)"""

ChangeKind = Literal["same", "changed", "added", "removed", "moved"]

MOST_PAIRS = 300_000
"""Pairs of equal words that are weighed against each other: about 100 ms."""

MOST_PAIRED = 40_000
"""Pairs of paragraphs whose likeness is measured."""

ALIKE = 0.4
"""Share of words in common from which one paragraph is another one changed, in the place where it stood."""

ALIKE_FAR = 0.75
"""The same for a paragraph that stands elsewhere now."""

_WORDS = re.compile(r"\s{0,200}\S{1,400}|\s{1,200}")
_JOINTS = 4
"""A word of so few letters between two changes is shown as changed with them: single "the" are hard to read."""


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph of the comparison. kind_of_paragraph and level as in `Paragraph`; is_moved: it stood elsewhere."""

    kind: ChangeKind
    pieces: tuple[Piece, ...]
    kind_of_paragraph: str = "text"
    level: int = 0
    is_moved: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two texts."""

    title: tuple[Piece, ...]
    changes: tuple[Change, ...]

    @property
    def is_same(self) -> bool:
        """Whether readers see no difference."""
        return all(kind == "same" for kind, _ in self.title) and all(one.kind == "same" for one in self.changes)

    @property
    def changed(self) -> tuple[Change, ...]:
        """Without the paragraphs that are the same."""
        return tuple(one for one in self.changes if one.kind != "same")

    def counts(self) -> dict[ChangeKind, int]:
        """How many paragraphs of each kind."""
        return dict(Counter(one.kind for one in self.changes))


def compared(old_title: str, old_body: str, new_title: str, new_body: str) -> Difference:
    """What differs between two texts, as readers see them: marks do not count."""
    before, after = article_text.paragraphs(old_body), article_text.paragraphs(new_body)
    return Difference(words_apart(old_title, new_title), _paragraphs_apart(before, after))


# --- paragraphs -------------------------------------------------------------------------------------------------------


def _paragraphs_apart(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> tuple[Change, ...]:
    """The comparison in the order of the new text; what was removed stands where it stood."""
    pairs = _pairs(before, after)
    old_of = {new: old for old, new in pairs}
    kept = {old for old, _ in pairs}
    far = _moved(before, after, [at for at in range(len(before)) if at not in kept],
                 [at for at in range(len(after)) if at not in old_of])  # fmt: skip
    moved = set(far.values())
    gone = [at for at in range(len(before)) if at not in kept and at not in moved]
    changes: list[Change] = []
    shown = 0
    for at, paragraph in enumerate(after):
        if at in old_of:
            while shown < len(gone) and gone[shown] < old_of[at]:
                changes.append(_whole("removed", before[gone[shown]]))
                shown += 1
            changes.append(_against(before[old_of[at]], paragraph))
        elif at in far:
            changes.append(_against(before[far[at]], paragraph, is_moved=True))
        else:
            changes.append(_whole("added", paragraph))
    return (*changes, *(_whole("removed", before[one]) for one in gone[shown:]))


def _whole(kind: Literal["added", "removed"], paragraph: Paragraph) -> Change:
    return Change(kind, ((kind, paragraph.text),), paragraph.kind, paragraph.level)


def _against(old: Paragraph, new: Paragraph, *, is_moved: bool = False) -> Change:
    pieces = words_apart(old.text, new.text)
    is_same = all(kind == "same" for kind, _ in pieces)
    kind: ChangeKind = "changed" if not is_same else "moved" if is_moved else "same"
    return Change(kind, pieces, new.kind, new.level, is_moved)


def _pairs(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """Which paragraphs stand for each other in the same place, as positions in both texts, in order."""
    old, new = [one.text for one in before], [one.text for one in after]
    pairs: list[tuple[int, int]] = []
    for kind, a, b, c, d in _opcodes(old, new):
        if kind == "equal":
            pairs += zip(range(a, b), range(c, d), strict=True)
        elif kind == "replace":
            pairs += [(a + one, c + other) for one, other in _alike(old[a:b], new[c:d])]
    return pairs


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """As `SequenceMatcher.get_opcodes`, with what is equal at both ends set aside, and bounded."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    old_end, new_end = len(old) - end, len(new) - end
    inner_old, inner_new = old[start:old_end], new[start:new_end]
    counted = Counter(inner_new)
    if sum(number * counted[one] for one, number in Counter(inner_old).items()) > MOST_PAIRS:
        inner = [("replace", start, old_end, start, new_end)]
    else:
        # Without `autojunk`: it takes words that come often for noise, and then shows half a text as changed.
        codes = SequenceMatcher(None, inner_old, inner_new, autojunk=False).get_opcodes()
        inner = [(kind, a + start, b + start, c + start, d + start) for kind, a, b, c, d in codes]
    return [("equal", 0, start, 0, start), *inner, ("equal", old_end, len(old), new_end, len(new))]


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many are the same from the beginning."""
    same = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        same += 1
    return same


def _alike(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Which of these follow from one another, in order: the pairing with most words in common."""
    if len(old) * len(new) > MOST_PAIRED:
        return []
    bags_old, bags_new = [Counter(one.split()) for one in old], [Counter(one.split()) for one in new]
    likeness = [[_likeness(one, other) for other in bags_new] for one in bags_old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            together = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] >= ALIKE else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    return _walked(best, likeness)


def _walked(best: Sequence[Sequence[float]], likeness: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(likeness) and j < len(likeness[0]):
        if likeness[i][j] >= ALIKE and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Share of the words in common: 0 to 1."""
    whole = max(one.total(), other.total())
    return (one & other).total() / whole if whole else 0.0


def _moved(
    before: Sequence[Paragraph], after: Sequence[Paragraph], left: Sequence[int], come: Sequence[int]
) -> dict[int, int]:
    """New position -> old position of paragraphs that stood elsewhere; the same words first, then much alike."""
    found: dict[int, int] = {}
    by_text: dict[str, deque[int]] = {}
    for at in left:
        by_text.setdefault(before[at].text, deque()).append(at)
    for at in come:
        if by_text.get(after[at].text):
            found[at] = by_text[after[at].text].popleft()
    taken = set(found.values())
    rest_left = [at for at in left if at not in taken]
    rest_come = [at for at in come if at not in found]
    if len(rest_left) * len(rest_come) > MOST_PAIRED:
        return found
    bags = {at: Counter(before[at].text.split()) for at in rest_left}
    for at in rest_come:
        bag = Counter(after[at].text.split())
        scored = [(_likeness(old, bag), -place) for place, old in bags.items()]
        score, place = max(scored, default=(0.0, 0))
        if score >= ALIKE_FAR:
            found[at] = -place
            del bags[-place]
    return found


# --- words ------------------------------------------------------------------------------------------------------------


def words_apart(old: str, new: str) -> tuple[Piece, ...]:
    """What was removed from `old` and added in `new`. Taken together, same and added are `new`, to the letter."""
    if old == new:
        return (("same", new),) if new else ()
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    pieces: list[Piece] = []
    for kind, a, b, c, d in _opcodes(before, after):
        if kind == "equal":
            pieces.append(("same", "".join(after[c:d])))
        else:
            pieces += [("removed", "".join(before[a:b])), ("added", "".join(after[c:d]))]
    return _readable([piece for piece in pieces if piece[1]])


def _readable(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighboring changes as one removal and one addition, with a short word between them taken in."""
    flat: list[Piece] = []
    for at, (kind, text) in enumerate(pieces):
        is_joint = kind == "same" and len(text.strip()) < _JOINTS and 0 < at < len(pieces) - 1
        flat += [("removed", text), ("added", text)] if is_joint else [(kind, text)]
    found: list[Piece] = []
    for is_same, group in groupby(flat, key=lambda piece: piece[0] == "same"):
        run = list(group)
        kinds = ("same",) if is_same else ("removed", "added")
        found += [(kind, text) for kind in kinds if (text := "".join(t for k, t in run if k == kind))]
    return tuple(found)


# --- who wrote what ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Written:
    """A paragraph of a text with the number of the version in which it came, word for word as it stands."""

    text: str
    number: int


def who_wrote(bodies: Sequence[tuple[int, str]]) -> tuple[Written, ...]:
    """The paragraphs of the last text, each with the version in which it came.

    bodies: (number of the version, its text), the first version first.
    """
    came: dict[str, int] = {}
    last: tuple[Written, ...] = ()
    for number, body in bodies:
        blocks = [" ".join(block.split()) for block in article_text.without_marks(body).split("\n\n")]
        last = tuple(Written(block, came.get(block, number)) for block in blocks if block)
        came = {one.text: one.number for one in last}
    return last
