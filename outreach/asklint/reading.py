"""A message as the rules read it: parts, sentences and words, each with its place. Read once, shared by all rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from outreach.asklint.parts import Parts, parts_of
from outreach.asklint.types import Circumstances, Kind, Known, Message, Span

# A sentence ends at . ? ! with what closes behind it, or at an empty line; not behind an abbreviation or an initial.
_END = re.compile(r"[.?!…]{1,3}[\"'”’)\]]{0,2}(?=\s|$)|\n[ \t]*\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Mx|Prof|Rev|Sr|Jr|St|Hon|Capt|Col|Gen|Lt|Maj|Sgt|Fr|vs|e\.g|i\.e|etc|approx|No|Inc|Ltd|Co"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z]|\b[ap]\.m)\.$"
)
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+){0,8}")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case with straight apostrophes, and its place in the message's text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its place in the message's text. `part` is "subject", "greeting", "body", "closing" ..."""

    text: str
    start: int
    end: int
    part: str
    words: tuple[Word, ...]

    @property
    def lower(self) -> str:
        """Lower case, straight apostrophes, blanks for line ends: as long as `text`, so that offsets agree."""
        return _plain(self.text)

    @property
    def is_question(self) -> bool:
        """Whether it ends with a question mark."""
        return "?" in self.text[-3:]


class Reading:
    """A message read. Everything is made when first asked for and kept."""

    def __init__(self, message: Message) -> None:
        self.message = message

    @property
    def kind(self) -> Kind:
        """What the message is for."""
        return self.message.kind

    @property
    def text(self) -> str:
        """The whole text, as it leaves."""
        return self.message.text

    @property
    def known(self) -> Known:
        """What is confirmed of the reader."""
        return self.message.known

    @property
    def circumstances(self) -> Circumstances:
        """What else is known."""
        return self.message.circumstances

    @cached_property
    def lower(self) -> str:
        """The whole text in lower case with straight apostrophes, exactly as long as `text`."""
        return _plain(self.text)

    @cached_property
    def parts(self) -> Parts:
        """Where subject, greeting, body, closing and attachments stand."""
        return parts_of(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in order of place: those of the subject and the signature too."""
        return tuple(sentence for name, span in self.parts.named() for sentence in _sentences_in(self.text, span, name))

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences of the body alone."""
        return tuple(sentence for sentence in self.sentences if sentence.part == "body")

    @cached_property
    def body_words(self) -> tuple[Word, ...]:
        """The words that count for length: those of the body, without greeting and signature."""
        return tuple(word for sentence in self.body for word in sentence.words)


def _plain(text: str) -> str:
    """Lower case, letter by letter: the few letters whose lower case is longer stay, or offsets would slip."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lowered.translate(_STRAIGHT)


_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " ", "\t": " ", "\r": " "}
)


def _sentences_in(text: str, span: Span, part: str) -> Iterator[Sentence]:
    start = span.start
    for end in (*_ends(text, span), span.end):
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = left + len(piece.strip())
        if right > left:
            yield Sentence(text[left:right], left, right, part, _words_in(text, left, right))
        start = end


def _ends(text: str, span: Span) -> Iterator[int]:
    for match in _END.finditer(text, span.start, span.end):
        if not _ABBREVIATION.search(text, max(span.start, match.end() - 12), match.end()):
            yield match.end()


def _words_in(text: str, start: int, end: int) -> tuple[Word, ...]:
    return tuple(Word(_plain(m.group()), m.start(), m.end()) for m in _WORD.finditer(text, start, end))
