"""The head: the meeting, the name, the post and how far it is confirmed, how to say the name, the assistant."""

from __future__ import annotations

from datetime import date, timedelta

from outreach.briefs.material import Leader, Material
from outreach.briefs.model import Head, Run, Text
from outreach.briefs.naming import shown
from outreach.briefs.telling import cited
from outreach.drafts.letter_dates import partial
from outreach.drafts.letter_grammar import clean
from outreach.words import MONTHS

KEY = "head"
PLACE = "head"
ORDER = 0

CONFIRMED_WITHIN = timedelta(days=90)
"""Age after which it is said when the post was last confirmed (product.md, P6)."""


def build(material: Material) -> Head:
    """Always there: whoever it is has a name."""
    leader, meeting = material.leader, material.meeting
    named = shown(leader)
    credentials = clean(leader.credentials)
    when = ", ".join(part for part in (clean(meeting.day), clean(meeting.time)) if part)
    return Head(
        name=f"{named.name}, {credentials}" if credentials else named.name,
        event_line=" · ".join(part for part in (clean(meeting.event), when, clean(meeting.place)) if part),
        role_line=_role_line(leader, material.made_on),
        say_line=" ".join(part for part in (_say(leader, named.name), named.note) if part),
        dossier_address=material.dossier_address,
    )


def _role_line(leader: Leader, made_on: date) -> Text:
    title, house = clean(leader.title), clean(leader.organization)
    if not title:
        return (Run(f"Post at {house} not confirmed" if house else "No present post is confirmed"),)
    begin = partial(leader.since[:7])
    words = ", ".join(part for part in (title, house, f"since {begin}" if begin else "") if part)
    return (Run(words, sources=cited(leader.post_sources)), *_confirmed(leader, made_on))


def _confirmed(leader: Leader, made_on: date) -> Text:
    """When the post was last confirmed, where that is long ago; that nobody else says it, where no source does."""
    if not leader.post_sources:
        return (Run(" (as you noted it)"),)
    if leader.post_confirmed_on is None:
        return (Run(" (not confirmed)"),)
    if made_on - leader.post_confirmed_on <= CONFIRMED_WITHIN:
        return ()
    return (Run(f" (last confirmed {day_words(leader.post_confirmed_on)})"),)


def _say(leader: Leader, name: str) -> str:
    said, called, assistant = clean(leader.pronunciation), clean(leader.goes_by), clean(leader.assistant)
    parts = (
        f"Say “{said}”." if said else "",
        f"Goes by {called}." if called and called != name else "",
        f"Assistant: {assistant}." if assistant else "",
    )
    return " ".join(part for part in parts if part)


def day_words(day: date) -> str:
    """ "Nov 6, 2026"."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
