"""Reads a message as the frames and the learned judge do: what each sentence holds for and against an ask."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from outreach.asklint.career.asks import Frame, frames, frames_after_denial, label_frames
from outreach.asklint.career.features import features
from outreach.asklint.career.learned import learned
from outreach.asklint.career.rows import Lexicon, Row
from outreach.asklint.career.scoring import Scorer
from outreach.asklint.career.tables import read_table
from outreach.asklint.career.templates import BREAK, COMMA, Marks, Template, TemplateSet, compile_template
from outreach.asklint.career.verdicts import THRESHOLD, Ask, Heard, Seen, verdicts
from outreach.asklint.reading import Reading, Sentence, sentence_of
from outreach.asklint.remembering import remembered

_UNLESS = 2
_TOPIC = 2
_NEGATED = 4
_BEHIND = 8
_LABEL_PARTS = frozenset({"subject", "closing", "attachment"})
_TOLD_PARTS = frozenset({"subject", "body"})
_FEWEST_WORDS = 2
_LONG, _AROUND = 40, 6
"""In a sentence of so many tokens the learned judge also hears the words around the frame: nothing hides in length."""
_SILENT_PARTS = frozenset({"greeting", "to", "cc", "bcc", "from", "date"})
_GENERAL = frozenset(
    "health healthcare hospital system center medical clinic of the and for at in care regional community general "
    "services service group university county state city foundation network memorial department".split()
)
_MOST_KEPT = 2048
"""Sentences whose hearing is kept: those of several long texts."""

_NEGATES = (" not ", "not|", " no ", "no|", "without", "nothing", "never")


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
        self._fields = {letter: name for name, letter in marks.letters.items() if name.isupper()}
        self._fields_of = cache(self._fields_of_marks)
        self._heard_in = remembered(_MOST_KEPT)(self._hear)

    @cached_property
    def _scorer(self) -> Scorer:
        """Made when first asked for: the weights are made with a judge that has none yet."""
        return Scorer(learned(), self._fields_of)

    def asks(self, reading: Reading) -> Iterator[Ask]:
        """The asks of a message, in order of place, one a sentence at most."""
        yield from verdicts(tuple(self.heard(reading)))

    def heard(self, reading: Reading) -> Iterator[Heard]:
        """What stands for an ask in each sentence of a message."""
        organization = frozenset(reading.known.organization.lower().split()) - _GENERAL
        denied = False
        for sentence in reading.sentences:
            if sentence.part not in _SILENT_PARTS:
                found, denied = self._heard_in(sentence.text, sentence.part, organization, denied)
                yield from (one.moved(sentence.start) for one in found)

    def _hear(
        self,
        text: str,
        part: str,
        organization: frozenset[str],
        denied: bool,  # noqa: FBT001
    ) -> tuple[tuple[Heard, ...], bool]:
        """What stands for an ask in a sentence, by its places in it, and whether it denies one."""
        sentence = sentence_of(text, 0, part)
        found = []
        for row in self._rows(sentence, organization):
            seen, denied = self._seen(row, is_label=part in _LABEL_PARTS, denied=denied)
            found.append(self._heard(sentence, row, seen))
        return tuple(found), denied

    def _heard(self, sentence: Sentence, row: Row, seen: Sequence[Seen]) -> Heard:
        """What the frames see in a row, and how the learned judge hears it: labels are for the frames alone."""
        start, end = row.tokens[0].start, row.tokens[-1].end
        if sentence.part not in _TOLD_PARTS or len(sentence.words) < _FEWEST_WORDS:
            return Heard(tuple(seen), None, start, end)
        score = self._score(sentence, row)
        if seen and len(row.tokens) > _LONG:
            strongest = max(seen, key=lambda one: one.weight)
            near = Row.of(row.tokens[max(0, strongest.first - _AROUND) : strongest.last + _AROUND])
            score = max(score, self._score(sentence, near))
        if score >= THRESHOLD:
            start, end = self._clause_heard(sentence, row)
        return Heard(tuple(seen), score, start, end)

    def _clause_heard(self, sentence: Sentence, row: Row) -> tuple[int, int]:
        """Where the clause stands that sounds most like an ask."""
        clauses = [row]
        breaks = [at for at, token in enumerate(row.tokens) if token.marks == BREAK]
        if breaks:
            ends = zip([0, *(at + 1 for at in breaks)], [*breaks, len(row.tokens)], strict=True)
            clauses = [Row.of(row.tokens[first:last]) for first, last in ends if last - first >= _FEWEST_WORDS]
        best = max(clauses or [row], key=lambda clause: self._score(sentence, clause))
        return best.tokens[0].start, best.tokens[-1].end

    def features(self, sentence: Sentence, row: Row) -> list[str]:
        """What the learned judge sees of a row of a sentence."""
        fields = [self._fields_of(token.marks) for token in row.tokens]
        return features(_words_of(sentence, row), fields, is_question=sentence.is_question)

    def _score(self, sentence: Sentence, row: Row) -> float:
        """How much a row sounds like an ask."""
        marks = [token.marks for token in row.tokens]
        return self._scorer.score(_words_of(sentence, row), marks, is_question=sentence.is_question)

    def rows(self, sentence: Sentence) -> Iterator[Row]:
        """The rows of a sentence that stands alone."""
        return self._rows(sentence, frozenset())

    def _fields_of_marks(self, marks: str) -> tuple[str, ...]:
        if marks in (BREAK, COMMA):
            return (marks,)
        return tuple(sorted(self._fields[mark] for mark in marks if mark in self._fields))

    def _rows(self, sentence: Sentence, organization: frozenset[str]) -> Iterator[Row]:
        return self._lexicon.rows(sentence, organization, lines_break=sentence.part in _LABEL_PARTS)

    def _seen(self, row: Row, *, is_label: bool, denied: bool) -> tuple[list[Seen], bool]:
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

    def _weighed(self, row: Row, ways: Sequence[TemplateSet[_Way]]) -> list[Seen]:
        """The strongest place of each frame in a row."""
        topics = self._topic_places(row)
        best: dict[str, Seen] = {}
        for way_set in ways:
            for way, first, last in way_set.matches(row, lambda way: way.is_about(row)):
                weight = way.frame.weight - self._against(way, row, first, last, topics)
                known = best.get(way.frame.name)
                if weight > 0 and (known is None or weight > known.weight):
                    best[way.frame.name] = Seen(way.frame, weight, *row.clause(first, last), first, last)
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


def _words_of(sentence: Sentence, row: Row) -> list[str]:
    """The words of a sentence that stand in a row; searched for, since a long sentence has many rows."""
    first = bisect_left(sentence.words, row.tokens[0].start, key=_begin)
    last = bisect_left(sentence.words, row.tokens[-1].end, first, key=_begin)
    return [word for word, _, _ in sentence.words[first:last]]


def _begin(word: tuple[str, int, int]) -> int:
    return word[1]


def _places(templates: TemplateSet[str], row: Row) -> frozenset[int]:
    return frozenset(at for _, first, last in templates.matches(row) for at in range(first, last))
