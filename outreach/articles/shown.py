"""What a reviewer is shown of a version: what their scope covers, their own words marked, those of others left out.

Pure. The page, the Word copy and the plain copy for a reviewer are all made of a `Shown`, and an approval is bound to
its hash: what was approved is what was shown.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from outreach.articles import article_text, hiding
from outreach.articles.article_text import Paragraph, Quotation
from outreach.articles.hiding import at_word
from outreach.articles.versions import Marks, QuoteMeant

HIDDEN = "[words of somebody else, who sees them first]"
"""Stands for the quotation of another, who has not agreed that others read it before publication (product.md, A8)."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: the person (None once deleted), their name, the scope, and whether the words of others are shown.

    joined: the ids of people who were found to be the same person since; a version keeps the ids that were known then.
    """

    person_id: int | None
    name: str
    scope: str
    sees_all: bool = False
    joined: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a paragraph. quote: the position of the viewer's quotation that it is, counted from 1; 0 for none."""

    text: str
    quote: int = 0
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph as it is shown."""

    kind: str
    level: int
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class OwnQuote:
    """A quotation of the viewer's own. position: as on the page, from 1; number: that of its mark; words: as quoted."""

    position: int
    number: int
    words: str
    exact: str
    minute: int | None
    told_in: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What a viewer sees. `is_part`: paragraphs that the scope does not cover were left out.

    `is_unsure`: words of the viewer stand in the text in a way that cannot be marked, such as over two paragraphs.
    """

    title: str
    paragraphs: tuple[ShownParagraph, ...]
    quotes: tuple[OwnQuote, ...]
    is_part: bool
    is_unsure: bool = False

    @property
    def words(self) -> int:
        """How many words."""
        return sum(len(paragraph.text.split()) for paragraph in self.paragraphs)

    @property
    def hash(self) -> str:
        """SHA-256 of all that is shown, 64 hexadecimal digits."""
        told = [self.title, [(one.kind, one.level, [(p.text, p.quote) for p in one.parts]) for one in self.paragraphs]]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def shown_to(title: str, body: str, marks: Marks, viewer: Viewer) -> Shown:
    """What `viewer` sees of a version."""
    quotations = article_text.quotations(body)
    positions = _own_positions(quotations, marks, viewer)
    own_numbers = {one.number for one in marks.quotes if is_own(one, viewer)}
    secret = frozenset[int]() if viewer.sees_all else _numbers_of_others(body, marks, own_numbers)
    paragraphs = article_text.paragraphs(body)
    hidden = hiding.whole_paragraphs(body, paragraphs, secret)
    cited = hiding.cited(body, paragraphs)
    kept: list[ShownParagraph] = []
    for at, (paragraph, inside) in enumerate(hiding.with_quotations(paragraphs, quotations)):
        if _is_covered(inside, positions, viewer.scope, cites=at in cited):
            parts = _parts(paragraph, inside, secret, positions, is_hidden=at in hidden)
            kept.append(ShownParagraph(paragraph.kind, paragraph.level, parts))
    own = _own_quotes(quotations, positions, marks)
    unsure = bool(hiding.strays(body, frozenset(own_numbers))) or _is_any_unmarked(kept, own, viewer.scope)
    return Shown(title, tuple(kept), own, len(kept) < len(paragraphs), unsure)


def _numbers_of_others(body: str, marks: Marks, own: set[int]) -> frozenset[int]:
    """The marks in a text of words that the viewer may not see: somebody else's, or of nobody known."""
    public = {one.number for one in marks.quotes if one.source == "source"}
    return frozenset(one.number for one in article_text.marks(body) if one.is_quote) - own - public


def _is_any_unmarked(kept: list[ShownParagraph], own: tuple[OwnQuote, ...], scope: str) -> bool:
    marked = {part.quote for paragraph in kept for part in paragraph.parts}
    return scope == "whole" and any(one.position not in marked for one in own)


def is_own(meant: QuoteMeant, viewer: Viewer) -> bool:
    """Whether exact words are the viewer's."""
    if meant.person_id is not None and viewer.person_id is not None:
        return meant.person_id == viewer.person_id or meant.person_id in viewer.joined
    return meant.speaker.casefold() == viewer.name.casefold()


def _own_positions(quotations: tuple[Quotation, ...], marks: Marks, viewer: Viewer) -> dict[int, int]:
    """Where a quotation of the viewer's own begins in the body -> its position, from 1."""
    own: dict[int, int] = {}
    for one in quotations:
        meant = marks.quote(one.number)
        if meant is not None and is_own(meant, viewer):
            own[one.start] = len(own) + 1
    return own


def _own_quotes(quotations: tuple[Quotation, ...], positions: dict[int, int], marks: Marks) -> tuple[OwnQuote, ...]:
    found: list[OwnQuote] = []
    for one in quotations:
        meant = marks.quote(one.number)
        if one.start in positions and meant is not None:
            found.append(
                OwnQuote(positions[one.start], meant.number, one.words, meant.words, meant.minute, meant.told_in)
            )
    return tuple(found)


def _is_covered(inside: list[Quotation], positions: dict[int, int], scope: str, *, cites: bool) -> bool:
    return scope == "whole" or cites or (scope == "quotes" and any(one.start in positions for one in inside))


def _parts(
    paragraph: Paragraph, inside: list[Quotation], secret: frozenset[int], positions: dict[int, int], *, is_hidden: bool
) -> tuple[Part, ...]:
    """The paragraph cut at the quotations in it; of one that is hidden as a whole the viewer's own words alone."""
    parts: list[Part] = []
    done = 0

    def between(end: int) -> list[Part]:
        return [_HIDDEN] if is_hidden else [Part(paragraph.text[done:end])]

    for one in inside:
        start, end = at_word(paragraph, one.start), at_word(paragraph, one.end)
        if one.start in positions and hiding.is_there(paragraph, one):
            start, end = start - 1, end + 1
            parts += [*between(start), Part(paragraph.text[start:end], positions[one.start])]
        elif one.number in secret and not is_hidden:
            parts += [*between(start), _HIDDEN]
        else:
            continue
        done = end
    return tuple(part for part in (*parts, *between(len(paragraph.text))) if part.text)


_HIDDEN = Part(HIDDEN, is_hidden=True)
