"""The card for the pocket: the rows of the card in 30 seconds, without numbers, short enough for a quarter sheet."""

from __future__ import annotations

from outreach.briefs.blocks import card
from outreach.briefs.material import Material
from outreach.briefs.model import Brief, PocketCard, plain
from outreach.briefs.shortening import whole_sentences
from outreach.drafts.letter_grammar import clean

LONGEST_ROW = 140
"""Characters of a row: three lines of 46 (ux.md, section 13, "Pocket cards")."""


def card_of(brief: Brief, material: Material) -> PocketCard:
    """The card of a brief as it was built; texts are shortened at sentences, a single long one stays whole."""
    leader, meeting = material.leader, material.meeting
    role = ", ".join(part for part in (clean(leader.title), clean(leader.organization)) if part)
    is_known = bool(clean(leader.title))
    return PocketCard(
        name=brief.head.name.partition(",")[0] if clean(leader.credentials) else brief.head.name,
        role=role if is_known else plain(brief.head.role_line),
        event_line=" · ".join(
            part for part in (clean(meeting.time) or clean(meeting.day), clean(meeting.place)) if part
        ),
        say_line=brief.head.say_line,
        rows=tuple((row.label, _short(plain(row.text))) for row in brief.card.rows if row.key in card.LABELS),
    )


def _short(words: str) -> str:
    return whole_sentences(words, LONGEST_ROW) or words
