"""A sentence of the text with all that judging it needs: of whom each word speaks, and what is confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from outreach.asklint.grounding.job_titles import JobTitle, titles_in
from outreach.asklint.grounding.known_text import KnownText, known_text
from outreach.asklint.grounding.signs import LEADER, NOBODY, REQUEST, WRITER, Owner
from outreach.asklint.grounding.speech import Speech, speech_of
from outreach.asklint.grounding.tokens import Token, tokens_of
from outreach.asklint.grounding.words import stem
from outreach.asklint.reading import Reading, Sentence


@dataclass(frozen=True, slots=True)
class Claim:
    """A place of the text that nothing confirmed carries. `kind`: "figure", "date", "name", "title", "award"."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Line:
    """A sentence with all that judging it needs; token offsets count from its own start."""

    sentence: Sentence
    speech: Speech
    known: KnownText
    before: Owner = NOBODY
    """Of whom the sentence before spoke last."""
    today: date | None = None
    before_owns: bool = False
    """Whether the sentence before told of something of the writer's own: "our count for March"."""

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of the sentence."""
        return frozenset(token.low for token in self.speech.tokens)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words of the sentence."""
        return frozenset(stem(token.bare) for token in self.speech.tokens if token.kind == "w")

    @cached_property
    def titles(self) -> tuple[JobTitle, ...]:
        """The titles in the sentence."""
        return tuple(titles_in(self.speech.tokens))

    @cached_property
    def touches_facts(self) -> bool:
        """Whether the sentence as a whole speaks of what a fact tells."""
        return any(len(self.stems & stems) >= 2 for stems in self.known.facts)

    @cached_property
    def speaks_for_writer(self) -> bool:
        """Whether any clause is the writer's, or a request."""
        return WRITER in self.speech.owners or REQUEST in self.speech.owners

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.speech.tokens

    def owner(self, at: int) -> Owner:
        """Of whom the token speaks; a draft quoted for approval speaks of the leader."""
        owner = self.speech.owner(at)
        if owner is LEADER:
            return owner
        is_record = self.records and (owner is not WRITER or not self.is_named(at))
        return LEADER if is_record or (self.quotes_draft and is_in_quotes(self, at)) else owner

    @cached_property
    def records(self) -> bool:
        """Whether the sentence tells what a box or a caption of the article lists of the leader."""
        return not self.words.isdisjoint(_RECORDS) and self.words.isdisjoint(("our", "my", "we", "words"))

    @property
    def quotes_draft(self) -> bool:
        """Whether the sentence tells how the draft words something."""
        return not self.words.isdisjoint(_DRAFT_WORDS)

    def is_named(self, at: int) -> bool:
        """Whether the clause of the token itself says of whom it speaks."""
        return self.speech.named[at]


_RECORDS = frozenset("sidebar caption".split())
_DRAFT_WORDS = frozenset(
    "print caption proof draft opens reads headline paragraph text describe described heading says line wording".split()
)


# Tokens of a clause to either side, characters of a quotation: more are not looked through, so that all stays linear.
_LONGEST_CLAUSE = 60
_LONGEST_QUOTE = 1_000


def is_in_quotes(line: Line, at: int) -> bool:
    """Whether a token stands between quotation marks."""
    start = line.tokens[at].start
    text, place = (
        line.sentence.text[max(0, start - _LONGEST_QUOTE) : start + _LONGEST_QUOTE],
        min(start, _LONGEST_QUOTE),
    )
    left = max(text.rfind(mark, 0, place) for mark in '"“')
    right = min((found for mark in '"”' if (found := text.find(mark, place)) >= 0), default=-1)
    opens = left >= 0 and (text[left] == "“" or text.count('"', 0, place) % 2 == 1)
    return opens and right > place and "”" not in text[left:place]


class Before(NamedTuple):
    """What the sentences before leave behind: of whom the last one spoke, and whether of something of its writer's."""

    owner: Owner = NOBODY
    owns: bool = False


def lines_of(reading: Reading) -> Iterator[Line]:
    """The sentences of subject and body, with owners; nothing where nothing is known."""
    known, before = known_of(reading), Before()
    for piece in pieces_of(reading, known):
        line = line_of(piece, known, before, reading.circumstances.today)
        yield line
        before = left_behind(line, before)


def line_of(piece: Sentence, known: KnownText, before: Before, today: date | None) -> Line:
    """A sentence behind others, with owners."""
    speech = speech_of(tokens_of(piece.text), known, before.owner)
    return Line(piece, speech, known, before.owner, today, before.owns)


def left_behind(line: Line, before: Before) -> Before:
    """What a sentence leaves behind for the next one; one that names nobody leaves what is the writer's as it was."""
    if before.owns and set(line.speech.owners) <= {NOBODY}:
        return before
    owner = NOBODY if line.sentence.part == "subject" else _spoken_of(line.speech.owners)
    owns = owner is WRITER and not line.words.isdisjoint(("our", "ours", "we")) and LEADER not in line.speech.signs
    return Before(owner, owns)


def pieces_of(reading: Reading, known: KnownText) -> Iterator[Sentence]:
    """The sentences of subject and body, overlong ones in pieces; nothing where nothing is known."""
    if not (known.known.facts or known.known.organization or known.known.person):
        return
    for sentence in reading.sentences:
        if sentence.part in ("subject", "body"):
            yield from _pieces(sentence)


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    """The sentence; one longer than anybody writes in pieces, or judging it would take for ever."""
    text, start = sentence.text, 0
    while len(text) - start > _LONGEST_SENTENCE:
        end = text.rfind(" ", start, start + _LONGEST_SENTENCE)
        end = end if end > start else start + _LONGEST_SENTENCE
        yield replace(sentence, text=text[start:end], start=sentence.start + start, end=sentence.start + end)
        start = end
    yield replace(sentence, text=text[start:], start=sentence.start + start) if start else sentence


_LONGEST_SENTENCE = 4_000


def known_of(reading: Reading) -> KnownText:
    """What is confirmed, with what was said in the interview and the names of the writer's own side."""
    about = reading.circumstances
    known = replace(reading.known, facts=reading.known.facts + about.said_in_interview)
    also = (about.sender, about.sender_organization, about.project, about.venue, about.assistant, *about.introduced_by)
    return known_text(known, tuple(text for text in also if text))


def _spoken_of(owners: Sequence[Owner]) -> Owner:
    """Whom the next sentence goes on about: the leader if anything was said of them, else the last."""
    if LEADER in owners:
        return LEADER
    return owners[-1] if owners else NOBODY


def clause_bounds(line: Line, first: int, after: int) -> tuple[int, int]:
    """From which token up to which the clause around some tokens reaches, between marks, "and" and "but"."""
    parting = (",", ";", ":", "(", ")", "—", "–", "and", "while", "but")
    lowest, highest = max(0, first - _LONGEST_CLAUSE), min(len(line.tokens), after + _LONGEST_CLAUSE)
    while first > lowest and line.tokens[first - 1].low not in parting:
        first -= 1
    while after < highest and line.tokens[after].low not in parting:
        after += 1
    return first, after


def touches_facts(line: Line, tokens: Sequence[Token]) -> bool:
    """Whether words speak of what a fact tells: two telling words of one fact among them."""
    said = {stem(token.bare) for token in tokens if token.kind == "w"}
    return any(len(said & stems) >= 2 for stems in line.known.facts)
