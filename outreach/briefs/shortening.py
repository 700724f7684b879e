"""Texts made to fit by leaving out whole sentences: never a word inside one, never an ellipsis. Pure.

>>> whole_sentences("Opened a unit. It has 24 beds.", 20)
'Opened a unit.'
>>> whole_sentences("A sentence that is longer than there is room for.", 20)
''
"""

from __future__ import annotations

from collections.abc import Iterable

from outreach.drafts.letter_grammar import clean
from research.pages.sentences import sentences

CARD_ROW = 180
"""Characters of a row of the card: two lines of about 95, some of which the last word of a line and the numbers of
sources take (ux.md, section 13)."""


def whole_sentences(text: str, most: int) -> str:
    """As many whole sentences from the beginning as have at most so many characters; "" where the first has more."""
    kept = ""
    for piece in sentences(clean(text)):
        longer = f"{kept} {piece}" if kept else piece
        if len(longer) > most:
            break
        kept = longer
    return kept


def first_that_fits(candidates: Iterable[str], most: int) -> str:
    """The first text that is there and has at most so many characters; "" where none has."""
    return next((one for one in candidates if one and len(one) <= most), "")
