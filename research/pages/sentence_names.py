"""Sentences with their titles and names; a surname alone stands for a whole name of the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from research.pages.lexicon import AUXILIARIES, HEAD_CLASS, HONORIFICS, STOPPERS, VERBS
from research.pages.person_names import NameSpan, find_names, is_name_line
from research.pages.sentences import sentence_spans
from research.pages.titles import TitleReader, TitleSpan
from research.pages.tokens import Token, slice_text, tokenize

ENTRY = 60
"""Characters of a name with credentials that opens an entry."""
SUBJECT = 200
"""Characters of a sentence without a title in which its subject is looked for."""
_TO_BLANKS = str.maketrans(dict.fromkeys(".,;:!?()[]{}/&|“”\"'’*_–—", " "))
_TITLE_WORDS = frozenset(part for head in HEAD_CLASS for part in head.replace("/", " ").split()) | {
    "member",
    "members",
    "board",
    "co-chair",
    "vice-chair",
}
_APPOSED = frozenset({"who", "the", "its", "an", "a"})
"""What begins the words that a comma puts beside a surname: "Roe, who is president"."""
_PRONOUNS = frozenset({"he", "she"})
_CLAUSES = frozenset({"where", "until", "when", "before", "after", "since", "while"})
"""What joins a clause to that of its subject."""
_MARKS = frozenset({"“", '"', "("})
_BEFORE_SURNAME = STOPPERS | HONORIFICS


@dataclass(frozen=True, slots=True)
class Known:
    """The people of a page by the short names that stand for them, and the one last spoken of."""

    short: dict[str, str]
    people: frozenset[str] = frozenset()
    current: str = ""


@dataclass(frozen=True, slots=True, eq=False)  # one sentence is like no other, and can be a key
class Sentence:
    """One sentence with its titles and whole names; read once, bound as often as more names become known."""

    text: str
    line: int
    tokens: list[Token]
    titles: list[TitleSpan]
    spans: list[NameSpan]
    covered: list[bool]
    alone: tuple[int, ...]
    """The words outside of titles and whole names by which a known person may be called: a name, "he" or "she"."""

    def name(self, span: NameSpan) -> str:
        """The name as printed, without honorific and credentials."""
        return slice_text(self.text, self.tokens, span.start, span.end)


def read_sentences(text: str, line: int) -> list[Sentence]:
    """The sentences of a paragraph with their titles and names.

    Of a sentence without any title only the beginning is read: its subject is whom the next one may call "she".
    """
    spans = list(sentence_spans(text))
    if len(spans) > 1 and spans[0][1] - spans[0][0] < ENTRY and is_name_line(text[spans[0][0] : spans[0][1]]):
        spans = [(spans[0][0], spans[1][1]), *spans[2:]]  # a directory's entry: "Jane Roe, MD. President of Oak."
    return [_read_sentence(piece, line) for start, end in spans if (piece := text[start:end].strip())]


def _read_sentence(text: str, line: int) -> Sentence:
    words = text.lower()
    untitled = _TITLE_WORDS.isdisjoint(words.translate(_TO_BLANKS).split()) and "-in-chief" not in words
    tokens = tokenize(text[:SUBJECT] if untitled else text)
    titles = [] if untitled else TitleReader(text, tokens).find()
    covered = [False] * len(tokens)
    for title in titles:
        for at in range(title.start, title.end):
            covered[at] = True
    spans = find_names(tokens, covered)
    titles = [title for title in titles if not _inside_name(title, spans)]
    for span in spans:
        for at in range(span.outer_start, span.outer_end):
            covered[at] = True
    alone = tuple(
        at
        for at, token in enumerate(tokens)
        if not covered[at] and token.is_word and (token.is_capital or token.lower in _PRONOUNS)
    )
    return Sentence(text, line, tokens, titles, spans, covered, alone)


def names_of(sentence: Sentence, known: Known) -> list[tuple[NameSpan, str]]:
    """The names of a sentence with the whole name that each stands for, in order."""
    names = [(span, _full(sentence.name(span), known)) for span in sentence.spans]
    if not known.short and not known.current:
        return names
    for at in sentence.alone:
        token = sentence.tokens[at]
        if token.is_capital and token.lower in known.short and not _part_of_more(sentence.tokens, at, sentence.covered):
            names.append((_single(at), known.short[token.lower]))
        elif token.lower in _PRONOUNS and (spoken := _spoken_of(sentence, at) or known.current):
            names.append((_single(at), spoken))
    names.sort(key=lambda pair: pair[0].start)
    return names


def _spoken_of(sentence: Sentence, at: int) -> str:
    """Whom a pronoun means that begins a clause of a sentence about one person: "Ann Vale trained until she joined"."""
    whole = [span for span in sentence.spans if span.end - span.start > 1]
    if len(whole) != 1 or whole[0].outer_start > 0 or not at or sentence.tokens[at - 1].lower not in _CLAUSES:
        return ""
    return sentence.name(whole[0])


def _inside_name(title: TitleSpan, spans: list[NameSpan]) -> bool:
    return any(span.start <= title.start < span.end for span in spans)


def _single(at: int) -> NameSpan:
    return NameSpan(at, at + 1, at, at + 1, "", (), certain=False)


def _part_of_more(tokens: list[Token], at: int, covered: list[bool]) -> bool:
    """A surname inside a longer capitalized group is the group's: "Roe Family Practice"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    before = tokens[at - 1] if at else None
    if after is not None and after.is_word and after.is_capital and not covered[at + 1] and after.lower not in STOPPERS:
        return True
    return bool(
        before is not None
        and before.is_word
        and before.is_capital
        and before.lower not in _BEFORE_SURNAME
        and at > 1
        and not covered[at - 1]
    )


def _full(name: str, known: Known) -> str:
    words = name.split()
    if len(words) == 1:
        return known.short.get(words[0].lower(), name)
    return name


def called_again(paragraphs: list[list[Sentence]]) -> list[str]:
    """Whole names told without a post whose surname another sentence gives one: "Mr Doe is the chief executive"."""
    alone: set[str] = set()
    for sentence in (s for read in paragraphs for s in read if s.titles):
        alone.update(s.lower for s in _alone(sentence))
    return [
        s.name(span)
        for read in paragraphs
        for s in read
        for span in s.spans
        if alone and span.end - span.start > 1 and not alone.isdisjoint(_short(s, span))
    ] + [name for read in paragraphs if len(read) > 1 and (name := _goes_on(read))]


def _goes_on(read: list[Sentence]) -> str:
    """The one person whom a paragraph names, at its beginning, where it goes on with a post of "she"; or ""."""
    first = read[0]
    if not first.spans or first.spans[0].outer_start or len(first.tokens) <= first.spans[0].outer_end:
        return ""
    span = first.spans[0]
    if span.end - span.start < 2 or first.tokens[span.outer_end].lower not in AUXILIARIES | VERBS:
        return ""
    if not any(s.titles and s.tokens[0].lower in _PRONOUNS for s in read[1:]):
        return ""
    name = first.name(span)
    others = (s.name(other) for s in read for other in s.spans)
    return name if all(other == name or other in name.split() for other in others) else ""


def _short(sentence: Sentence, span: NameSpan) -> Iterable[str]:
    """By what a sentence may call again whom it names: the surname, and the nickname between marks."""
    yield sentence.tokens[span.end - 1].lower
    for mark, token in pairwise(sentence.tokens[span.start : span.end]):
        if mark.text in _MARKS:
            yield token.lower


def _alone(sentence: Sentence) -> Iterable[Token]:
    """The surnames of a sentence that stand alone, behind an honorific or at its beginning before a verb."""
    tokens = sentence.tokens
    yield from (tokens[span.start] for span in sentence.spans if span.prefix and span.end - span.start == 1)
    if len(tokens) < 2 or not tokens[0].is_capital:
        return
    beside = len(tokens) > 2 and tokens[1].text == "," and tokens[2].lower in _APPOSED
    if beside or tokens[1].lower in AUXILIARIES | VERBS:
        yield tokens[0]
