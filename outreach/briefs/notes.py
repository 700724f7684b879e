"""Numbers of sources: given to what is left on the page, in the order in which it cites them. Pure.

Every number that stands on the page is in the list, and nothing is listed that no number on the page leads to.
"""

from __future__ import annotations

from collections.abc import Iterator

from outreach.briefs.model import (
    Brief,
    Checklist,
    Dated,
    Facts,
    Labeled,
    NoteLines,
    Numbered,
    Paragraphs,
    Part,
    Source,
    Text,
    Ways,
    sources_of,
)


def numbered(brief: Brief) -> Numbered:
    """The brief with its sources in the order of their first citation: head, card, left column, right column."""
    found: dict[str, Source] = {}
    for text in texts_of(brief):
        for source in sources_of(text):
            found.setdefault(source.key, source)
    return Numbered(brief, tuple(found.values()), {key: number for number, key in enumerate(found, start=1)})


def texts_of(brief: Brief) -> Iterator[Text]:
    """Every text of a page that can cite, in the order in which it is read."""
    yield brief.head.role_line
    for row in brief.card.rows:
        yield row.text
    for block in (*brief.left, *brief.right):
        yield from texts_of_part(block.part)


def texts_of_part(part: Part) -> Iterator[Text]:
    """The texts of a part, in the order in which they are read."""
    match part:
        case Ways():
            yield from (way.text for way in part.items)
        case Facts():
            yield part.intro
            yield from (fact.label for fact in part.items)
            if part.chart is not None:
                yield part.chart.name
        case Dated() | Labeled():
            yield from (text for _, text in part.items)
        case Checklist() | Paragraphs():
            yield from part.items
        case NoteLines():
            return
