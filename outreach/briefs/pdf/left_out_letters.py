"""Letters that no typeface here holds (Chinese, Arabic ...): they are never printed as boxes, and the page tells it.

    told(brief) -> the brief with a name that can be printed, and with a sentence about what was left out

A name of which nothing is left is replaced by words that say so; where other texts lost letters the foot says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from outreach.briefs.model import (
    Block,
    Brief,
    Checklist,
    Dated,
    Facts,
    Labeled,
    NoteLines,
    Paragraphs,
    Text,
    Ways,
    plain,
)
from outreach.briefs.naming import NO_LETTERS
from outreach.pdf import runs

NAME_NOTE = "The name is also written in another script, which could not be printed here."
NO_NAME_NOTE = "The name is written in another script, which could not be printed here."
FOOT_NOTE = "Letters of another script were left out."


def left_out(brief: Brief) -> tuple[str, ...]:
    """The letters that printing the brief leaves out, each once, in order of place."""
    return runs.left_out(*words_of(brief))


def told(brief: Brief) -> Brief:
    """See the module. The brief itself where nothing is left out."""
    lost = left_out(brief)
    if not lost:
        return brief
    head, name = brief.head, runs.printable(brief.head.name)
    if name.left_out:
        has_letters = any(letter.isalpha() for letter in name.text)
        note = NAME_NOTE if has_letters else NO_NAME_NOTE
        said = head.say_line if "another script" in head.say_line else f"{head.say_line} {note}".strip()
        head = replace(head, name=name.text if has_letters else NO_LETTERS, say_line=said)
    elsewhere = runs.left_out(*words_of(replace(brief, head=head)))
    foot = f"{brief.foot} {FOOT_NOTE}".strip() if elsewhere and FOOT_NOTE not in brief.foot else brief.foot
    return replace(brief, head=head, foot=foot)


def words_of(brief: Brief) -> Iterator[str]:
    """Every text of a brief that stands on its page, in the order of reading, but for its sources."""
    head, card = brief.head, brief.card
    yield from (head.event_line, head.name, plain(head.role_line), head.say_line, card.title, card.aside)
    for row in card.rows:
        yield row.label
        yield plain(row.text)
    for block in (*brief.left, *brief.right):
        yield from _of_block(block)
    yield brief.foot


def _of_block(block: Block) -> Iterator[str]:
    yield block.heading
    yield block.aside
    match block.part:
        case Ways(items):
            for way in items:
                yield way.lead
                yield plain(way.text)
        case Checklist(items) | Paragraphs(items):
            yield from _plain(items)
        case Dated(items) | Labeled(items):
            for label, text in items:
                yield label
                yield plain(text)
        case Facts():
            yield from _of_facts(block.part)
        case NoteLines():
            return


def _of_facts(part: Facts) -> Iterator[str]:
    yield plain(part.intro)
    for fact in part.items:
        yield plain(fact.label)
        yield fact.value
    if part.chart is not None:
        yield plain(part.chart.name)


def _plain(texts: tuple[Text, ...]) -> Iterator[str]:
    return (plain(text) for text in texts)
