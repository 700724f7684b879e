"""Makes a brief fit one page by leaving out, in a fixed order; type never shrinks, and no text is cut. Pure.

    fitted(brief, measure, room, widths)

`measure(block, width)` says how high a block is in points, with its rule, its heading, the space below it, and for
lines to write on the fewest that make sense. `room(brief)` says how much height the two columns have beside the head,
the card and the sources that this brief cites: it grows when something that cites is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from outreach.briefs.blocks.ways import heading_for
from outreach.briefs.model import (
    Block,
    Brief,
    CardRow,
    Checklist,
    Dated,
    Facts,
    Labeled,
    NoteLines,
    Paragraphs,
    Part,
    Run,
    Text,
    Way,
    Ways,
)

Measure = Callable[[Block, float], float]
Room = Callable[[Brief], float]


@dataclass(frozen=True, slots=True)
class Step:
    """Leaves of one block so many items; 0 leaves the block out."""

    key: str
    most: int


STEPS = (
    Step("changes", 2), Step("organization", 4), Step("questions", 4), Step("between", 2), Step("ways", 2),
    Step("notes", 0),
)  # fmt: skip
"""What gives way, in this order (ux.md, section 13, "Fit"); that the notes have three lines only is in their height."""

FURTHER = (
    Step("unsettled", 2), Step("questions", 3), Step("changes", 1), Step("chart", 0), Step("organization", 3),
    Step("between", 1), Step("unsettled", 1), Step("ways", 1), Step("questions", 2), Step("organization", 2),
    Step("changes", 0), Step("questions", 1), Step("organization", 0), Step("between", 0), Step("questions", 0),
    Step("ways", 0), Step("unsettled", 0),
)  # fmt: skip
"""And then, until it fits. What is not settled goes last: it keeps somebody from stating it."""

CARD_ORDER = ("why_now", "give", "who", "avoid", "ask")
"""Rows of the card, in the order in which they go where even the card alone is too much for a page."""


def fitted(brief: Brief, measure: Measure, room: Room, widths: tuple[float, float]) -> Brief:
    """The brief with as much left out as it takes. widths: of the left and the right column, in points.

    What is returned fits, as far as there is room for its head alone. Where a large thing had to go, small ones that
    went before it come back as far as they fit.
    """

    def too_full(one: Brief) -> frozenset[Column]:
        return _too_full(one, measure, room, widths)

    changes = tuple(_changes())
    once, used = _applied(brief, changes, too_full)
    if too_full(once):
        return _by_items(once, measure, room, widths)
    needed = list(used)
    for place in reversed(used[:-1]):
        fewer = [one for one in needed if one != place]
        trial, _ = _applied(brief, [changes[one] for one in fewer], too_full)
        if not too_full(trial):
            once, needed = trial, fewer
    return once


def _applied(
    brief: Brief, changes: Sequence[Change], too_full: Callable[[Brief], frozenset[Column]]
) -> tuple[Brief, list[int]]:
    """The brief after as many changes as it takes, and the places of those that changed something."""
    used: list[int] = []
    for place, change in enumerate(changes):
        full = too_full(brief)
        if not full:
            break
        changed = change(brief, full)
        if changed != brief:
            used.append(place)
        brief = changed
    return brief, used


Column = str
Change = Callable[[Brief, frozenset[Column]], Brief]


def _changes() -> Iterator[Change]:
    for step in STEPS:
        yield _by_step(step)
    yield _one_source_each
    for step in FURTHER:
        yield _by_step(step)


def _by_step(step: Step) -> Change:
    def change(brief: Brief, too_full: frozenset[Column]) -> Brief:
        left = _stepped(brief.left, step) if "left" in too_full else brief.left
        right = _stepped(brief.right, step) if "right" in too_full else brief.right
        return replace(brief, left=left, right=right)

    return change


def _too_full(brief: Brief, measure: Measure, room: Room, widths: tuple[float, float]) -> frozenset[Column]:
    height = room(brief)
    columns = {"left": (brief.left, widths[0]), "right": (brief.right, widths[1])}
    return frozenset(
        name for name, (blocks, width) in columns.items() if sum(measure(one, width) for one in blocks) > max(height, 0)
    ) or (frozenset(columns) if height < 0 else frozenset())


def _by_items(brief: Brief, measure: Measure, room: Room, widths: tuple[float, float]) -> Brief:
    """Leaves out the last item of the last block, one after the other, then rows of the card."""
    while too_full := _too_full(brief, measure, room, widths):
        if "left" in too_full and brief.left:
            brief = replace(brief, left=_without_last(brief.left))
        elif "right" in too_full and brief.right:
            brief = replace(brief, right=_without_last(brief.right))
        elif brief.card.rows:
            brief = replace(brief, card=replace(brief.card, rows=_without_row(brief.card.rows)))
        else:
            break
    return brief


def _without_last(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    last = cut(blocks[-1], size_of(blocks[-1].part) - 1)
    return blocks[:-1] if last is None else (*blocks[:-1], last)


def _without_row(rows: tuple[CardRow, ...]) -> tuple[CardRow, ...]:
    order = {key: place for place, key in enumerate(CARD_ORDER)}
    first = min(rows, key=lambda row: order.get(row.key, -1))
    return tuple(row for row in rows if row is not first)


# --- one block --------------------------------------------------------------------------------------------------------


def _stepped(blocks: tuple[Block, ...], step: Step) -> tuple[Block, ...]:
    if step.key == "chart":
        return tuple(_without_chart(one) for one in blocks)
    cuts = ((cut(one, step.most) if one.key == step.key else one) for one in blocks)
    return tuple(one for one in cuts if one is not None)


def _without_chart(block: Block) -> Block:
    part = block.part
    return replace(block, part=replace(part, chart=None)) if isinstance(part, Facts) and part.chart else block


def size_of(part: Part) -> int:
    """How many items a part has."""
    return 0 if isinstance(part, NoteLines) else len(part.items)


def cut(block: Block, most: int) -> Block | None:
    """The block with at most so many items, and the others counted; None with none."""
    part, gone = block.part, size_of(block.part) - most
    if most <= 0:
        return None
    if gone <= 0 or isinstance(part, NoteLines):
        return block
    heading = heading_for(most) if block.key == "ways" else block.heading
    kept = _shortened(part, most)
    return replace(block, part=kept, heading=heading, left_out=block.left_out + gone)


def _shortened(part: Part, most: int) -> Part:
    match part:
        case Ways():
            return replace(part, items=part.items[:most])
        case Facts():
            return replace(part, items=part.items[:most])
        case Dated():
            return replace(part, items=part.items[:most])
        case Labeled():
            return replace(part, items=part.items[:most])
        case Checklist():
            return replace(part, items=part.items[:most])
        case Paragraphs():
            return replace(part, items=part.items[:most])
        case NoteLines():
            return part


# --- sources ----------------------------------------------------------------------------------------------------------


def _one_source_each(brief: Brief, _too_full: frozenset[Column]) -> Brief:
    """The brief with one source behind each statement: a long list of them takes the room of what they stand for."""
    rows = tuple(replace(row, text=_thinned(row.text)) for row in brief.card.rows)
    return replace(
        brief,
        head=replace(brief.head, role_line=_thinned(brief.head.role_line)),
        card=replace(brief.card, rows=rows),
        left=tuple(replace(one, part=_thin(one.part)) for one in brief.left),
        right=tuple(replace(one, part=_thin(one.part)) for one in brief.right),
    )


def _thinned(text: Text) -> Text:
    return tuple(Run(run.text, run.strong, run.sources[:1]) for run in text)


def _thin(part: Part) -> Part:
    match part:
        case Ways():
            return Ways(tuple(Way(way.lead, _thinned(way.text)) for way in part.items))
        case Facts():
            chart = part.chart and replace(part.chart, name=_thinned(part.chart.name))
            items = tuple(replace(fact, label=_thinned(fact.label)) for fact in part.items)
            return Facts(_thinned(part.intro), items, chart)
        case Dated():
            return Dated(tuple((when, _thinned(text)) for when, text in part.items))
        case Labeled():
            return Labeled(tuple((label, _thinned(text)) for label, text in part.items))
        case Checklist():
            return Checklist(tuple(map(_thinned, part.items)))
        case Paragraphs():
            return Paragraphs(tuple(map(_thinned, part.items)))
        case NoteLines():
            return part
