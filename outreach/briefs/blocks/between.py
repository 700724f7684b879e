"""What is between the user and the leader: the last meeting, what is owed, what was given each way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from outreach.briefs.blocks import _choosing
from outreach.briefs.blocks.head import day_words
from outreach.briefs.material import Between, Material
from outreach.briefs.model import Block, Labeled, Paragraphs, Run
from outreach.briefs.naming import Spoken
from outreach.briefs.shortening import whole_sentences
from outreach.drafts.letter_grammar import clean, sentence

KEY = "between"
PLACE = "right"
ORDER = 30

MOST = 3
LONGEST = 110
"""Characters of one entry: two lines of the right column, and a little."""

HEADING = "Between you"

_ORDER = (
    "paused", "met", "promised", "gave", "they_gave", "they_promised", "answered", "they_asked", "they_wrote",
    "advised", "asked", "thanked", "wrote",
)  # fmt: skip
"""Which kinds stand first: what one should not forget in front of somebody. Of each kind the latest comes first."""

_LABELS = {
    "paused": "Paused:",
    "met": "Met:",
    "promised": "You promised:",
    "gave": "You gave:",
    "they_gave": "{They} gave:",
    "they_promised": "{They} promised:",
    "answered": "{They} answered:",
    "they_asked": "{They} asked:",
    "they_wrote": "{They} wrote:",
    "advised": "{They} advised:",
    "asked": "You asked:",
    "thanked": "You thanked:",
    "wrote": "You wrote:",
}


def build(material: Material) -> Block | None:
    """ "First contact" where nothing passed between them; None where nobody has looked."""
    if not material.knows_ledger:
        return None
    known = [one for one in material.between if one.kind in _LABELS]
    if not known:
        return Block(KEY, HEADING, Paragraphs(((Run("First contact.", strong=True),),)))
    chosen = _chosen(known)
    spoken = _choosing.spoken(material)
    items = tuple((_label(one, known, spoken), (Run(_words(one)),)) for one in chosen)
    return Block(KEY, HEADING, Labeled(items), left_out=len(known) - len(chosen))


def _chosen(known: Sequence[Between]) -> list[Between]:
    """The latest of each kind in their order, then the latest of all."""
    latest = sorted(known, key=lambda one: one.on or date.min, reverse=True)
    firsts = {one.kind: one for one in reversed(latest)}
    first = sorted(firsts.values(), key=lambda one: _ORDER.index(one.kind))
    return [*first, *(one for one in latest if firsts[one.kind] is not one)][:MOST]


def _label(one: Between, known: Sequence[Between], spoken: Spoken) -> str:
    if one.kind == "met" and sum(other.kind == "met" for other in known) == 1:
        return "Met once:"
    return _LABELS[one.kind].format(They=spoken.subject)


def _words(one: Between) -> str:
    when = day_words(one.on) if one.on is not None else ""
    what = whole_sentences(sentence(clean(one.words)), LONGEST)
    return f"{when}. {what}" if when and what else what or (f"{when}." if when else "See the ledger.")
