"""A message as the rules read it: parts, sentences and words, each with its place. Read once, shared by all rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from outreach.asklint.parts import Parts, parts_of
from outreach.asklint.remembering import remembered
from outreach.asklint.types import Circumstances, Kind, Known, Message, Span
from outreach.folding import fold

if TYPE_CHECKING:
    from outreach.asklint.grounding.resting import Support

# A sentence ends at . ? ! with what closes behind it, at a blank line, and before the next entry of a list; not behind
# an abbreviation or an initial, and not at dots that go on in small letters. Other scripts have other full stops.
_END = re.compile(
    r"(?:\.{4,20}|[.?!…]{1,3})[\"'”’)\]]{0,2}(?:\[\d{1,3}\])?(?=\s|$)|[。！？｡][」』”]?|[।؟](?=\s|$)|\r?\n[ \t]*\r?\n"
    r"|\r?\n(?=[ \t]{0,8}(?:[-*•·–‣▪]|\(?\d{1,2}[.)]|\(?[a-h]\))[ \t])"
)
_DOTS = re.compile(r"(?:\.{3,20}|…)[\"'”’)\]]{0,2}$")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Mx|Prof|Rev|Sr|Jr|St|Hon|Capt|Col|Gen|Lt|Maj|Sgt|Fr|vs|[eE]\.g|[iI]\.e|etc|approx|dept|ext|cf|al|Inc"
    r"|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Ave|Blvd|Rd)|\b[A-HJ-Z]"
    r"|\b[ap]\.m|\bPh\.D|\b[A-Z]\.[A-Z])\.$"
)
_NUMBER = re.compile(r"\b[Nn]os?\.$")
_BULLET = re.compile(r"(?:[-*•·–‣▪]|\(?\d{1,2}[.)]|\(?[a-h]\))[ \t]+")
_WORD = re.compile(r"\[\d{1,3}\]|([^\W_]+(?:['’\-][^\W_]+){0,8})")
"""Words; what stands for a fact ("[3]") is none."""


class Word(NamedTuple):
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
    lower: str
    """Lower case, straight apostrophes, blanks for line ends: as long as `text`, so that offsets agree."""
    vocabulary: frozenset[str]
    """Its words, and the parts of those with a hyphen: for rules that first ask whether a word occurs at all."""

    @property
    def is_question(self) -> bool:
        """Whether it ends with a question mark."""
        return bool(set("?？؟") & set(self.text[-4:]))


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
        return parts_of(self.text, self.reader_names)

    @cached_property
    def reader_names(self) -> frozenset[str]:
        """The parts of the reader's name, in small letters without marks: "fernandez", "roa"."""
        return frozenset(word for word in fold(self.known.person).split() if len(word) > 1)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in order of place: those of the subject and the signature too."""
        return tuple(sentence for name, span in self.parts.named() for sentence in _sentences_in(self.text, span, name))

    @cached_property
    def supports(self) -> tuple[Support, ...]:
        """Which sentences rest on which confirmed facts."""
        from outreach.asklint.grounding.resting import rests_on  # it reads what this module makes

        return rests_on(self)

    @cached_property
    def rested(self) -> frozenset[int]:
        """Where the sentences begin that rest on a confirmed fact."""
        return frozenset(support.start for support in self.supports)

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
    {
        "’": "'", "‘": "'", "ʼ": "'", "´": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\u2011": "-",
        "\n": " ", "\t": " ", "\r": " ",
    }
)  # fmt: skip


def _sentences_in(text: str, span: Span, part: str) -> Iterator[Sentence]:
    start = span.start
    for end in (*_ends(text, span, part), span.end):
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = left + len(piece.strip())
        if right > left:
            yield sentence_of(text[left:right], left, part)
        start = end


def _ends(text: str, span: Span, part: str) -> Iterator[int]:
    """Where sentences end. In a signature and an address that is at the end of each line."""
    if part in ("closing", "address"):
        yield from (match.end() for match in _LINE_END.finditer(text, span.start, span.end))
        return
    if part != "body" and part != "quoted":
        return
    for match in _END.finditer(text, span.start, span.end):
        if not match.group().strip() or not _goes_on(text, span, match):
            yield match.end()


_LINE_END = re.compile(r"\r\n?|\n")


def _goes_on(text: str, span: Span, match: re.Match[str]) -> bool:
    """Whether a sentence goes on behind what looks like its end."""
    begin = max(span.start, match.end() - 12)
    behind = text[match.end() : match.end() + 3].lstrip()[:1]
    if _DOTS.search(text, begin, match.end()):
        return behind.islower()
    if _NUMBER.search(text, begin, match.end()):
        return behind.isdigit()
    if _BULLET.fullmatch(text[begin : match.end()].rsplit("\n", 1)[-1].strip() + " "):
        return True
    return bool(_ABBREVIATION.search(text, begin, match.end()))


def sentence_of(text: str, start: int, part: str) -> Sentence:
    """A sentence that begins at a place of the message's text."""
    alone = _alone(text, part)
    if not start:
        return alone
    words = tuple([Word(word, start + begin, start + end) for word, begin, end in alone.words])
    return Sentence(text, start, start + len(text), part, words, alone.lower, alone.vocabulary)


@remembered(2048)
def _alone(text: str, part: str) -> Sentence:
    """A sentence that is all of the text."""
    lower = _plain(text)
    words = tuple([Word(match[1], *match.span()) for match in _WORD.finditer(lower) if match[1]])
    vocabulary = {word for word, _, _ in words}
    vocabulary.update(part for word, _, _ in words if "-" in word for part in word.split("-"))
    return Sentence(text, 0, len(text), part, words, lower, frozenset(vocabulary))
