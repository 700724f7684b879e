"""How much following up a user wants, and the days on which they write to nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.errors import NotFound, Refused
from outreach.followups import rhythm_rules
from outreach.followups.models import OwnPace, TimeAway
from outreach.followups.rhythm_plan import replan_days
from outreach.people.operations import By
from outreach.relationships.rules import BadDay
from outreach.sent_twice import just_made

LONGEST_AWAY = timedelta(days=366)


def be_away(session: WorkspaceSession, first_on: date, last_on: date, words: str, by: By, today: date) -> TimeAway:
    """Notes days on which the user writes to nobody. Raises: BadDay."""
    if last_on < first_on:
        raise BadDay("The last day lies before the first one.")
    if last_on < today:
        raise BadDay("These days have passed.")
    if last_on - first_on > LONGEST_AWAY or first_on > today + 2 * LONGEST_AWAY:
        raise BadDay("Enter a year at most, within the next two years.")
    told = {"user_id": by.user_id, "first_on": first_on, "last_on": last_on, "words": words}
    twin = just_made(session, TimeAway, by.now, **told)
    if twin is not None:
        return twin
    row = TimeAway(**told, created_at=by.now)
    session.add(row)
    session.flush()
    replan_days(session, today)
    return row


def away_here(session: WorkspaceSession, user_id: int, number: int) -> TimeAway:
    """A user's own days away. Raises: NotFound."""
    row = session.get(TimeAway, number)
    if row is None or row.user_id != user_id:
        raise NotFound
    return row


def be_there(session: WorkspaceSession, row: TimeAway) -> None:
    """Takes days away back."""
    session.delete(row)
    session.flush()


def times_away(session: WorkspaceSession, user_id: int, today: date) -> Sequence[TimeAway]:
    """A user's days away that are not over, the next first."""
    mine = select(TimeAway).where(TimeAway.user_id == user_id, TimeAway.last_on >= today)
    return session.scalars(mine.order_by(TimeAway.first_on, TimeAway.id)).all()


def own_pace(session: WorkspaceSession, user_id: int) -> OwnPace | None:
    """What a user has said of their own pace."""
    return session.scalar(select(OwnPace).where(OwnPace.user_id == user_id))


def set_pace(session: WorkspaceSession, weekly_most: int, weekdays: str, by: By, today: date) -> OwnPace:
    """Keeps how many letters a week a user wants, and on which days. Raises: Refused for none."""
    if not 1 <= weekly_most <= rhythm_rules.MOST_WEEKLY:
        raise Refused(f"Choose between 1 and {rhythm_rules.MOST_WEEKLY} letters a week.")
    if not weekdays or not set(weekdays) <= set("1234567"):
        raise Refused("Choose at least one day of the week.")
    row = own_pace(session, by.user_id)
    if row is None:
        row = OwnPace(user_id=by.user_id, weekly_most=weekly_most, updated_at=by.now)
        session.add(row)
    row.weekly_most, row.weekdays, row.updated_at = weekly_most, "".join(sorted(set(weekdays))), by.now
    session.flush()
    replan_days(session, today)
    return row
