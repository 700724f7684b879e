"""What a rule of the article check is, and what it finds. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from outreach.articles.article_reading import Around, ArticleReading
from outreach.articles.versions import Marks
from outreach.asklint.types import Severity


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """Words that a rule stops at; the rule's own sentence unless `message` says more."""

    words: str
    message: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class ArticleExample:
    """A text with what has to be known for it."""

    body: str
    marks: Marks = field(default_factory=Marks)
    around: Around = field(default_factory=Around)
    title: str = "The keys of a short-stay unit"

    def reading(self) -> ArticleReading:
        """The text, read."""
        return ArticleReading(self.title, self.body, self.marks, self.around)


ArticleCheck = Callable[[ArticleReading], Iterator[ArticleHit]]


@dataclass(frozen=True, slots=True)
class ArticleRule:
    """One rule, as data. `id` is stable; `source` says where it comes from; each example is a case of its test."""

    id: str
    severity: Severity
    message: str
    why: str
    source: str
    check: ArticleCheck
    bad: tuple[ArticleExample, ...]
    good: tuple[ArticleExample, ...]
