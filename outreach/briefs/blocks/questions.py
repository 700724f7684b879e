"""Questions worth their time, to tick; one that is too long to be said gives way to a shorter one."""

from __future__ import annotations

from outreach.briefs.allowed import ENOUGH, that_hold
from outreach.briefs.material import Asked, Material
from outreach.briefs.model import Block, Checklist
from outreach.briefs.telling import text
from outreach.drafts.letter_grammar import clean

KEY = "questions"
PLACE = "left"
ORDER = 20

MOST = 5
SHORT = 125
"""Characters of two lines of the left column."""

LONGEST = 260
"""What is longer is a text, and no question."""


def build(material: Material) -> Block | None:
    """None without questions, and where nothing is to be asked. Of somebody unknown only what has a ground."""
    is_researched = that_hold(material) >= ENOUGH
    asked = [
        one for one in material.questions if 0 < len(clean(one.words)) <= LONGEST and (one.sources or is_researched)
    ]
    if not asked or material.stopped:
        return None
    chosen = _chosen(asked)
    items = tuple(text(clean(one.words), one.sources) for one in chosen)
    return Block(KEY, "Questions worth their time", Checklist(items), "tick as you go")


def _chosen(asked: list[Asked]) -> list[Asked]:
    """The first five that are short, filled up with longer ones; in the order in which they came."""
    by_length = sorted(asked, key=lambda one: len(clean(one.words)) > SHORT)[:MOST]
    return [one for one in asked if one in by_length]
