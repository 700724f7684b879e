"""What a reviewer is shown of a version: what their scope covers, their own words marked, those of others left out.

Pure. The page, the Word copy and the plain copy for a reviewer are all made of a `Shown`, and an approval is bound to
its hash: what was approved is what was shown.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from outreach.articles import article_text
from outreach.articles.article_text import Paragraph, Quotation
from outreach.articles.versions import Marks, QuoteMeant

HIDDEN = "[words of somebody else, who sees them first]"
"""Stands for the quotation of another, who has not agreed that others read it before publication (product.md, A8)."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: the person (None once deleted), their name, the scope, and whether the words of others are shown."""

    person_id: int | None
    name: str
    scope: str
    sees_all: bool = False


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
    """What a viewer sees. `is_part`: paragraphs that the scope does not cover were left out."""

    title: str
    paragraphs: tuple[ShownParagraph, ...]
    quotes: tuple[OwnQuote, ...]
    is_part: bool

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
    kept: list[ShownParagraph] = []
    all_paragraphs = article_text.paragraphs(body)
    cited = [mark.start for mark in article_text.marks(body) if not mark.is_quote]
    for paragraph in all_paragraphs:
        inside = [one for one in quotations if _holds(paragraph, one.start)]
        if _is_covered(paragraph, inside, cited, positions, viewer.scope):
            parts = _parts(paragraph, inside, marks, positions, viewer)
            kept.append(ShownParagraph(paragraph.kind, paragraph.level, parts))
    return Shown(title, tuple(kept), _own_quotes(quotations, positions, marks), len(kept) < len(all_paragraphs))


def is_own(meant: QuoteMeant, viewer: Viewer) -> bool:
    """Whether exact words are the viewer's."""
    if meant.person_id is not None and viewer.person_id is not None:
        return meant.person_id == viewer.person_id
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


def _holds(paragraph: Paragraph, spot: int) -> bool:
    return bool(paragraph.at) and paragraph.at[0] <= spot <= paragraph.at[-1]


def _is_covered(
    paragraph: Paragraph, inside: list[Quotation], cited: list[int], positions: dict[int, int], scope: str
) -> bool:
    if scope == "whole":
        return True
    if scope == "quotes" and any(one.start in positions for one in inside):
        return True
    # The mark of a fact stands behind the last letter of its sentence.
    return bool(paragraph.at) and any(paragraph.at[0] <= spot <= paragraph.at[-1] + 1 for spot in cited)


def _parts(
    paragraph: Paragraph, inside: list[Quotation], marks: Marks, positions: dict[int, int], viewer: Viewer
) -> tuple[Part, ...]:
    """The paragraph cut at the quotations in it."""
    parts: list[Part] = []
    done = 0
    for one in inside:
        start = next((at for at, spot in enumerate(paragraph.at) if spot >= one.start), len(paragraph.text))
        end = next((at for at, spot in enumerate(paragraph.at) if spot >= one.end), len(paragraph.text))
        meant = marks.quote(one.number)
        if one.start in positions:
            start, end, new = start - 1, end + 1, positions[one.start]
            parts += [Part(paragraph.text[done:start]), Part(paragraph.text[start:end], new)]
        elif meant is not None and meant.source != "source" and not viewer.sees_all:
            parts += [Part(paragraph.text[done:start]), Part(HIDDEN, is_hidden=True)]
        else:
            continue
        done = end
    return tuple(part for part in (*parts, Part(paragraph.text[done:])) if part.text)
