"""Weighs what speaks for and against an ask, and names the clause that asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from outreach.asklint.career.asks import Frame, frames, frames_after_denial, label_frames
from outreach.asklint.career.rows import Lexicon, Row
from outreach.asklint.career.tables import read_table
from outreach.asklint.career.templates import BREAK, Marks, Template, TemplateSet, compile_template
from outreach.asklint.reading import Reading, Sentence

THRESHOLD = 3
"""The weight from which an ask is reported."""

_HINT = 2
_UNLESS = 2
_TOPIC = 2
_NEGATED = 4
_BEHIND = 8
_LABEL_PARTS = frozenset({"subject", "closing", "attachment"})
_SILENT_PARTS = frozenset({"greeting", "to", "cc", "bcc", "from", "date"})
_GENERAL = frozenset(
    "health healthcare hospital system center medical clinic of the and for at in care regional community general "
    "services service group university county state city foundation network memorial department".split()
)
_NEGATES = (" not ", "not|", " no ", "no|", "without", "nothing", "never")


@dataclass(frozen=True, slots=True)
class Ask:
    """An ask: the clause from `start` to `end` of the message's text, and what would be gained."""

    start: int
    end: int
    gain: str
    weight: int


@dataclass(frozen=True, slots=True)
class _Seen:
    frame: Frame
    weight: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Way:
    """A template of a frame, whether it holds a negation of its own, and the marks that take its ground away."""

    frame: Frame
    template: Template
    negates: bool
    unless: frozenset[str]
    present: tuple[frozenset[str], ...]
    absent: frozenset[str]

    def is_about(self, row: Row) -> bool:
        """Whether the sentence holds what the frame wants in it, and nothing that it does not."""
        return self.absent.isdisjoint(row.held) and not any(row.held.isdisjoint(need) for need in self.present)


class Judge:
    """The frames and the lexicon, read once. Knows nothing of any message."""

    def __init__(self) -> None:
        marks = Marks()
        self._negation = marks.of("NEG")
        self._project = frozenset(marks.of(name) for name in ("PURPOSE", "LOGISTICS", "COURTESY"))
        self._self = frozenset(marks.of(name) for name in ("I", "ME", "MY"))
        named, innocent = read_table("named"), read_table("innocent")
        self._frames = _ways(frames(), marks, named)
        self._after_denial = _ways(frames_after_denial(), marks, named)
        self._labels = _ways(label_frames(), marks, named)
        self._masks = _plain(innocent["masks"], marks, named)
        self._denials = _plain(innocent["denials"], marks, named)
        self._pseudo = _plain(innocent["pseudo_negation"], marks, named)
        self._topics = _plain(innocent["topics"], marks, named)
        self._lexicon = Lexicon(marks)

    def asks(self, reading: Reading) -> Iterator[Ask]:
        """The asks of a message, in order of place, one a sentence at most."""
        organization = frozenset(reading.known.organization.lower().split()) - _GENERAL
        seen: list[list[_Seen]] = []
        denied = False
        for sentence in reading.sentences:
            if sentence.part not in _SILENT_PARTS:
                for row in self._rows(sentence, organization):
                    found, denied = self._seen(row, is_label=sentence.part in _LABEL_PARTS, denied=denied)
                    seen.append(found)
        yield from _verdicts(seen)

    def _rows(self, sentence: Sentence, organization: frozenset[str]) -> Iterator[Row]:
        return self._lexicon.rows(sentence, organization, lines_break=sentence.part in _LABEL_PARTS)

    def _seen(self, row: Row, *, is_label: bool, denied: bool) -> tuple[list[_Seen], bool]:
        """What the frames see in a row, and whether the row denies an ask."""
        row = row.without(_places(self._masks, row), self._project)
        row = row.unmarked(_places(self._pseudo, row), self._negation)
        shielded = frozenset(
            at for _, first, last in self._denials.matches(row) for at in range(first, row.next_break(last))
        )
        row = row.without(shielded)
        ways = [self._frames]
        if is_label:
            ways.append(self._labels)
        if denied or shielded:
            ways.append(self._after_denial)
        return self._weighed(row, ways), bool(shielded)

    def _weighed(self, row: Row, ways: Sequence[TemplateSet[_Way]]) -> list[_Seen]:
        """The strongest place of each frame in a row."""
        topics = self._topic_places(row)
        best: dict[str, _Seen] = {}
        for way_set in ways:
            for way, first, last in way_set.matches(row, lambda way: way.is_about(row)):
                weight = way.frame.weight - self._against(way, row, first, last, topics)
                known = best.get(way.frame.name)
                if weight > 0 and (known is None or weight > known.weight):
                    best[way.frame.name] = _Seen(way.frame, weight, *row.clause(first, last))
        return list(best.values())

    def _topic_places(self, row: Row) -> frozenset[int]:
        """Where the row talks about a topic: up to a turn, or to the writer's own "I" and "my"."""
        places: set[int] = set()
        for _, _, last in self._topics.matches(row):
            for at in range(last, len(row.tokens)):
                marks = row.tokens[at].marks
                if marks == BREAK or not self._self.isdisjoint(marks):
                    break
                places.add(at)
        return frozenset(places)

    def _against(self, way: _Way, row: Row, first: int, last: int, topics: frozenset[int]) -> int:
        """What speaks against a match: another purpose near by, a topic around it, a negation before it."""
        against = 0
        if way.unless:
            reach = min(last + _BEHIND, row.next_break(last))
            if any(not way.unless.isdisjoint(token.marks) for token in row.tokens[first:reach]):
                against += _UNLESS
        if last - 1 in topics:
            against += _TOPIC
        begin = row.clause_begin(first)
        if not way.negates and any(self._negation in token.marks for token in row.tokens[begin:last]):
            against += _NEGATED
        return against


@cache
def judge() -> Judge:
    """The one judge: making it reads all tables."""
    return Judge()


def _ways(frames: Sequence[Frame], marks: Marks, named: Mapping[str, str]) -> TemplateSet[_Way]:
    ways = []
    for frame in frames:
        unless = frozenset(marks.of(name) for name in frame.unless)
        present = tuple(frozenset(marks.of(name) for name in names.split("|")) for names in frame.present)
        absent = frozenset(marks.of(name) for name in frame.absent)
        for text in frame.templates:
            template = compile_template(text, marks, named)
            negates = any(word in text for word in _NEGATES)
            ways.append((_Way(frame, template, negates, unless, present, absent), template))
    return TemplateSet(ways)


def _plain(texts: Sequence[str], marks: Marks, named: Mapping[str, str]) -> TemplateSet[str]:
    return TemplateSet([(text, compile_template(text, marks, named)) for text in texts])


def _places(templates: TemplateSet[str], row: Row) -> frozenset[int]:
    return frozenset(at for _, first, last in templates.matches(row) for at in range(first, last))


def _verdicts(seen: Sequence[Sequence[_Seen]]) -> Iterator[Ask]:
    """An ask where a frame is strong enough, or where two hints in a letter make one."""
    hints = {one.frame.name for found in seen for one in found if one.weight >= _HINT}
    for at, found in enumerate(seen):
        strongest = max(found, key=lambda one: one.weight, default=None)
        if strongest is None or strongest.weight < _HINT:
            continue
        near = {one.frame.name for beside in seen[max(0, at - 1) : at + 2] for one in beside}
        weight = strongest.weight + bool((hints | near) - {strongest.frame.name})
        if weight >= THRESHOLD:
            yield Ask(strongest.start, strongest.end, strongest.frame.gain, weight)
