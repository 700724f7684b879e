"""What changed lately: within a year, the newest first."""

from __future__ import annotations

from datetime import date, timedelta

from outreach.briefs.blocks import _choosing
from outreach.briefs.material import Material
from outreach.briefs.model import Block, Dated
from outreach.briefs.shortening import whole_sentences
from outreach.briefs.telling import text
from outreach.drafts.letter_dates import MONTHS as FULL_MONTHS
from outreach.words import MONTHS

KEY = "changes"
PLACE = "right"
ORDER = 20

MOST = 3
_NEAR = timedelta(days=330)
"""Within it a month needs no year: it cannot be mistaken for that of the year before."""


def build(material: Material) -> Block | None:
    """None where nothing changed within a year."""
    found = _choosing.news(material)
    told = [(one, whole_sentences(one.words, _choosing.LONGEST_CHANGE)) for one in found]
    shown = [(one, words) for one, words in told if words][:MOST]
    if not shown:
        return None
    items = tuple((when(one.on, material.made_on), text(words, one.sources)) for one, words in shown)
    return Block(KEY, "What changed lately", Dated(items), left_out=len(found) - len(shown))


def when(dated: str, made_on: date) -> str:
    """ "Oct 22", "June", "2026"; with the year where it is long ago: "Oct 2025"."""
    first = _choosing.day_of(dated)
    if first is None:
        return ""
    is_near = made_on - first <= _NEAR
    parts = dated[:10].split("-")
    if len(parts) == 1:
        return parts[0]
    month = int(parts[1])
    if not is_near:
        return f"{MONTHS[month - 1]} {parts[0]}"
    return f"{MONTHS[month - 1]} {int(parts[2])}" if len(parts) > 2 else FULL_MONTHS[month - 1]
