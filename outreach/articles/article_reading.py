"""An article as its rules read it: sentences with the marks behind them, quotations with what was said. Pure.

A sentence knows its place in the body, so that what stands behind it there (a mark) and around it (quotation marks) can
be asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from outreach.articles import article_text
from outreach.articles.article_text import Paragraph, Quotation
from outreach.articles.versions import Marks, QuoteMeant


@dataclass(frozen=True, slots=True)
class QuoteState:
    """What is known now of exact words that were put in.

    gone: the note was deleted. changed: it reads otherwise now. may_quote: a key of `talk_models.CONSENTS`, "" where
    the words are from a public source.
    """

    is_gone: bool = False
    is_changed: bool = False
    may_quote: str = "yes"
    is_of_reviewer: bool = True
    """Whether who said it is asked for approval."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beside the text. Empty or None means: not known, and rules about it keep silent.

    fact_trouble: why a fact that the text cites holds no more, by its number. said: notes of the talks, which no
    public source repeats. known: sentences that are confirmed about the people and houses in it.
    """

    shortest_words: int | None = None
    longest_words: int | None = None
    source_review: str = ""
    fact_trouble: dict[int, str] = field(default_factory=dict)
    quote_states: dict[int, QuoteState] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    leader: str = ""
    title: str = ""
    organization: str = ""
    programs: tuple[str, ...] = ()
    writer: str = ""
    writer_organization: str = ""


@dataclass(frozen=True, slots=True)
class ArticleSentence:
    """A sentence. cites: the numbers of the facts behind it; in_quote: its share between quotation marks, 0 to 1."""

    text: str
    lower: str
    kind: str
    cites: tuple[int, ...]
    quotes: tuple[int, ...]
    in_quote: float
    outside: str
    """What of it stands outside of quotation marks, in lower case."""


_END = re.compile(r"(?<=[.!?])[”\"’)]{0,2}\s+(?=[“\"(A-Z0-9])")
_SHORT = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|vs|No|Inc|Co|Ltd|[A-Z])\.$")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"\n]*\"")


class ArticleReading:
    """One article, read."""

    def __init__(self, title: str, body: str, marks: Marks, around: Around | None = None) -> None:
        self.title, self.body, self.marks = title, body, marks
        self.around = around or Around()

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """What a reader reads."""
        return article_text.paragraphs(self.body)

    @cached_property
    def text(self) -> str:
        """The same as one text."""
        return "\n\n".join(one.text for one in self.paragraphs)

    @cached_property
    def words(self) -> int:
        """How many words a reader reads; what still stands for missing ones does not count."""
        return sum(len(article_text.PLACEHOLDER.sub(" ", one.text).split()) for one in self.paragraphs)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What stands between quotation marks."""
        return article_text.quotations(self.body)

    @cached_property
    def sentences(self) -> tuple[ArticleSentence, ...]:
        """All sentences but those of headings."""
        marks = article_text.marks(self.body)
        found: list[ArticleSentence] = []
        for paragraph in self.paragraphs:
            if paragraph.kind == "heading":
                continue
            for start, end in _cut(paragraph.text):
                first, last = self._places(paragraph, start, end)
                behind = [one for one in marks if first <= one.start <= last]
                found.append(_sentence(paragraph, start, end, behind))
        return tuple(found)

    def _places(self, paragraph: Paragraph, start: int, end: int) -> tuple[int, int]:
        """From where to where a mark belongs to a sentence: up to the first letter of the next one."""
        if not paragraph.at:
            return 0, -1
        first = paragraph.at[start]
        following = [spot for at, spot in enumerate(paragraph.at[end:], end) if not paragraph.text[at].isspace()]
        return first, (following[0] - 1 if following else self._end_of_block(paragraph.at[-1]))

    def _end_of_block(self, spot: int) -> int:
        end = self.body.find("\n", spot)
        return len(self.body) if end < 0 else end

    def quote(self, number: int | None) -> QuoteMeant | None:
        """The exact words with a number."""
        return self.marks.quote(number)


def _cut(text: str) -> Iterable[tuple[int, int]]:
    """From where to where each sentence of a paragraph goes."""
    start = 0
    for gap in _END.finditer(text):
        if _SHORT.search(text[start : gap.start()]):
            continue
        end = gap.start() + len(gap.group().rstrip())
        yield start, end
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def _sentence(paragraph: Paragraph, start: int, end: int, behind: list[article_text.Mark]) -> ArticleSentence:
    text = paragraph.text[start:end]
    quoted = [_overlap(one.span(), start, end) for one in _QUOTED.finditer(paragraph.text)]
    inside = [(first - start, last - start) for first, last in quoted if first < last]
    outside = list(text)
    for first, last in inside:
        outside[first:last] = " " * (last - first)
    return ArticleSentence(
        text, text.casefold(), paragraph.kind,
        tuple(one.number for one in behind if not one.is_quote), tuple(one.number for one in behind if one.is_quote),
        sum(last - first for first, last in inside) / max(1, len(text)), "".join(outside).casefold(),
    )  # fmt: skip


def _overlap(span: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    return max(span[0], start), min(span[1], end)
