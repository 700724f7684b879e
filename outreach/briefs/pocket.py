"""The card for the pocket: the rows of the card in 30 seconds, without numbers, short enough for a quarter sheet."""

from __future__ import annotations

import re

from outreach.briefs.blocks import card
from outreach.briefs.material import Material, Meeting
from outreach.briefs.model import Brief, CardRow, PocketCard, plain
from outreach.briefs.shortening import whole_sentences
from outreach.drafts.letter_grammar import clean, sentence

LONGEST_ROW = 140
"""Characters of a row: three lines of 46 (ux.md, section 13, "Pocket cards")."""

_NAMESAKES = frozenset({"candidate", "candidates"})
"""Beginnings of the keys of records of which nobody has decided whose they are."""


def card_of(brief: Brief, material: Material) -> PocketCard:
    """The card of a brief as it was built; texts are shortened at sentences, a single long one stays whole."""
    leader, meeting = material.leader, material.meeting
    role = ", ".join(part for part in (clean(leader.title), clean(leader.organization)) if part)
    is_known = bool(clean(leader.title))
    return PocketCard(
        name=brief.head.name.partition(",")[0] if clean(leader.credentials) else brief.head.name,
        role=role if is_known else plain(brief.head.role_line),
        event_line=" · ".join(part for part in (_when(meeting), clean(meeting.place)) if part),
        say_line=brief.head.say_line,
        rows=tuple((row.label, words) for row in brief.card.rows if (words := _row(row, material))),
    )


def _when(meeting: Meeting) -> str:
    """ "Thu, Nov 12, 10:40–11:00 AM": several days are carried in one pocket. The year is on the other pages."""
    day = re.sub(r", \d{1,4}$", "", clean(meeting.day))
    return ", ".join(part for part in (day, clean(meeting.time)) if part)


def _row(row: CardRow, material: Material) -> str:
    """The words of a row; one that leads to a part of the page says what stands there, since no page is at hand."""
    if row.key not in card.LABELS:
        return ""
    words = plain(row.text)
    named = words.replace(card.NOT_SETTLED, _not_settled(material)) if card.NOT_SETTLED in words else words
    return _short(named.strip())


def _not_settled(material: Material) -> str:
    """The first thing that one could say by mistake, or "": that records may be a namesake's nobody says aloud."""
    for one in material.unsettled:
        if one.key.partition(":")[0] in _NAMESAKES:
            continue
        words = f"Taking this as settled: {sentence(clean(one.words))}"
        if whole_sentences(words, LONGEST_ROW):
            return words
    return ""


def _short(words: str) -> str:
    return whole_sentences(words, LONGEST_ROW) or words
