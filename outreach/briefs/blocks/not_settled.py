"""What must not be stated as a fact: sources that disagree, posts not confirmed for long, records of a namesake."""

from __future__ import annotations

from outreach.briefs.material import Material
from outreach.briefs.model import Block, Paragraphs
from outreach.briefs.shortening import whole_sentences
from outreach.briefs.telling import text
from outreach.drafts.letter_grammar import sentence

KEY = "unsettled"
PLACE = "right"
ORDER = 40

MOST = 3
LONGEST = 230
"""Characters of one point: five lines of the right column."""

HEADING = "Not settled: do not state as fact"
_TOO_LONG = "What is not settled is too long for this page; it stands in the dossier."


def build(material: Material) -> Block | None:
    """None where nothing is open. A point that no sentence of fits is counted, and never silently gone."""
    if not material.unsettled:
        return None
    told = [(one, whole_sentences(sentence(one.words), LONGEST)) for one in material.unsettled]
    shown = [(one, words) for one, words in told if words][:MOST]
    items = tuple(text(words, one.sources) for one, words in shown) or (text(_TOO_LONG),)
    return Block(KEY, HEADING, Paragraphs(items), left_out=len(material.unsettled) - len(shown))
