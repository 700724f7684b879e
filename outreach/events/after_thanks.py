"""Thanks after an event: one letter for one person who was met, begun by a press; for nobody else, nor in bulk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.drafts import beginning, compose, heard
from outreach.drafts import queries as drafts
from outreach.drafts.beginning import Chosen
from outreach.drafts.letter_values import Occasion
from outreach.drafts.letter_values import Promise as PromiseWords
from outreach.drafts.models import Draft
from outreach.errors import Refused
from outreach.events import after
from outreach.events.models import Appearance, Event
from outreach.people.operations import By
from outreach.time_zones import zone_of

LETTER = "thank-you"
VERY_LATE = timedelta(hours=72)
HEARD_FOR = timedelta(days=90)
"""How long what was said at an event is known to the check of a thank-you."""

_BEGINNINGS = frozenset(
    "A An The This That These Those There It Its She He They We You Her His Their Our Your My No Not All Most Many "
    "Some Each Every One Two When Where What Who How Why After Before In On At With For".split()
)
"""First words of a note that are no names, whatever comes after."""


def begin(session: WorkspaceSession, event: Event, row: Appearance, by: By, today: date) -> Draft:
    """The thank-you, begun from what was said; the one that is there goes on.

    Raises: Refused for somebody who was not met, before it is said, and for somebody who is not to be contacted.
    """
    if row.outcome != "met":
        raise Refused(
            f"You have not met {row.person.name} at this event, so there is nothing to thank for. "
            "They return to their rhythm, and nothing is sent."
        )
    if row.after_done_at is None:
        raise Refused("Say first what was said: the letter gives one thing of it back.")
    there = letter_of(session, row)
    if there is not None:
        return there
    letter = compose.letters().get(LETTER)
    if letter is None:
        raise Refused("The letter for this is not there; its file was removed or cannot be read.")
    on = after.met_on(event, row, today)
    mine = [one for one in after.in_ledger(session, row)[1] if one.is_mine and one.state == "open"]
    first = min(mine, key=lambda one: one.due_on or date.max, default=None)
    occasion = Occasion(
        interview_at=datetime.combine(on, time(12), zone_of(event.time_zone) or by.now.tzinfo),
        they_said=said_that(row.said),
        promises=(PromiseWords(first.what, first.due_on),) if first is not None else (),
        comes_late=(today - max(on, event.ends_on)) > VERY_LATE,
    )
    assistant = drafts.assistant_of(session, row.person_id)
    chosen = Chosen(
        letter=letter, person=row.person, assistant_id=assistant.id if assistant else None, occasion=occasion
    )
    return beginning.begin(session, chosen, by)


def said_that(words: str) -> str:
    """The first line of a note as it goes on after "that": "She tried it" begins small, a name does not.

    >>> said_that("She tried it on 4 West")
    'she tried it on 4 West'
    """
    lines = words.strip().splitlines()
    line = lines[0].strip() if lines else ""
    return line[:1].lower() + line[1:] if line.partition(" ")[0] in _BEGINNINGS else line


def letter_of(session: WorkspaceSession, row: Appearance) -> Draft | None:
    """The latest thank-you to this person since it was said that they met; None for none."""
    return letters_of(session, [row]).get(row.id)


def letters_of(session: WorkspaceSession, rows: Sequence[Appearance]) -> Mapping[int, Draft]:
    """Meeting -> the latest thank-you since it was said that they met; one query for all."""
    met = [(row, row.after_done_at) for row in rows if row.after_done_at is not None and row.outcome == "met"]
    if not met:
        return {}
    theirs = select(Draft).where(
        Draft.person_id.in_([row.person_id for row, _ in met]), Draft.kind == LETTER, Draft.deleted_at.is_(None),
        Draft.state != "put_away", Draft.created_at >= min(said_at for _, said_at in met),
    )  # fmt: skip
    found = session.scalars(theirs.order_by(Draft.id)).all()
    latest = {(one.person_id, row.id): one for row, said_at in met for one in found
              if one.person_id == row.person_id and one.created_at >= said_at}  # fmt: skip
    return {row.id: latest[row.person_id, row.id] for row, _ in met if (row.person_id, row.id) in latest}


def notes_for(session: WorkspaceSession, draft: Draft) -> Sequence[str]:
    """What was said at the last event before a thank-you, for its check."""
    since = draft.created_at - HEARD_FOR
    met = select(Appearance).where(
        Appearance.person_id == draft.person_id, Appearance.outcome == "met", Appearance.said != "",
        Appearance.after_done_at <= draft.created_at, Appearance.after_done_at >= since,
    )  # fmt: skip
    row = session.scalar(met.order_by(Appearance.after_done_at.desc(), Appearance.id.desc()).limit(1))
    return (row.said,) if row is not None else ()


heard.told_by("events", notes_for)
