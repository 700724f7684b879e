"""What is done with appointments: made, moved, confirmed, called off and put on again, deleted and brought back.

Making one notes in the ledger that the request was granted, once. Deleting one takes back what it noted there, for it
was a mistake then; a talk that does not take place is called off, and stays.
"""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.drafts.models import Departure
from outreach.errors import Refused
from outreach.interviews import rules, talk_queries
from outreach.interviews.models import QuestionGuide
from outreach.interviews.talk_models import Interview
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.people.operations import By, ChangedElsewhere
from outreach.relationships import operations as ledger
from outreach.relationships import queries as relationships
from outreach.relationships.models import Touch
from outreach.relationships.operations import NewTouch
from outreach.relationships.rules import BadDay, check_day, latest_today
from outreach.sent_twice import hold, just_made
from outreach.time_zones import zone_of

SOURCE = "interview"
"""What the ledger calls this room where it notes something."""

CHANNELS = {"phone": "phone", "video": "video", "in_person": "in_person", "written": "email"}
"""How a talk is held -> the channel in the ledger."""

_TIME_AND_PLACE = ("starts_at", "zone", "minutes", "way", "place")


@dataclass(frozen=True, slots=True)
class NewAppointment:
    """When, how, about what. Names of fields are those of `talk_models.Interview`; `starts_at` in UTC."""

    person_id: int
    starts_at: datetime
    zone: str
    minutes: int
    way: str = "phone"
    place: str = ""
    us_state: str = ""
    helper_id: int | None = None
    project_id: int | None = None
    program_id: int | None = None
    draft_id: int | None = None
    guide_id: int | None = None


# --- making and moving ------------------------------------------------------------------------------------------------


def make(session: WorkspaceSession, new: NewAppointment, by: By, said_yes_on: date | None = None) -> Interview:
    """A new appointment; the same form pressed twice makes one. `said_yes_on`: notes that the request was granted.

    Raises: NotFound; BadDay where they answered before they were asked, or on a day that is yet to come.
    """
    person = people.person(session, new.person_id)
    hold(session, Person.id, person.id)
    told = asdict(new)
    twin = just_made(session, Interview, by.now, **told, deleted_at=None)
    if twin is not None:
        return twin
    ask = _granted(session, new, said_yes_on, by) if said_yes_on is not None else None
    row = Interview(
        **told, uid=f"{secrets.token_hex(12)}@interviews.groundwork", made_by_id=by.user_id, created_at=by.now,
        updated_at=by.now,
    )  # fmt: skip
    session.add(row)
    session.flush()
    if ask is not None and said_yes_on is not None:
        _note_yes(session, row, ask, said_yes_on, by)
    _tell_guide(session, row, by)
    return row


def _granted(session: WorkspaceSession, new: NewAppointment, on: date, by: By) -> Touch | None:
    """The request that was granted on a day. Raises: BadDay, before anything is kept."""
    ask = open_request(session, new.person_id, new.draft_id)
    if ask is None:
        return None
    if on < ask.happened_on:
        raise BadDay("This is before the day on which you asked. Check the date.")
    check_day(on, latest_today(by.now))
    return ask


def open_request(session: WorkspaceSession, person_id: int, draft_id: int | None = None) -> Touch | None:
    """The request for a talk that has no answer yet: that of this letter, else the latest one."""
    asks = [one for one in relationships.open_asks(session, person_id) if one.ask_kind == "interview"]
    if draft_id is not None and asks:
        left = set(session.scalars(select(Departure.id).where(Departure.draft_id == draft_id)))
        of_letter = [one for one in asks if one.source == "letter" and one.source_id in left]
        return (of_letter or asks)[0]
    return asks[0] if asks else None


def _note_yes(session: WorkspaceSession, row: Interview, ask: Touch, on: date, by: By) -> None:
    ledger.note(
        session,
        NewTouch(
            row.person_id, "answered", on, what="They agreed to a talk.", helper_id=row.helper_id,
            project_id=row.project_id, answer="yes", answers_id=ask.id, source=SOURCE, source_id=row.id,
        ),
        by,
    )  # fmt: skip


def change(session: WorkspaceSession, row: Interview, new: NewAppointment, version: int, by: By) -> bool:
    """Writes what the form says; whether time or place are others now. Calendars then take it for newer.

    Raises: ChangedElsewhere when the form was made from another state.
    """
    if row.version != version:
        raise ChangedElsewhere
    told = asdict(new)
    del told["person_id"]
    has_moved = any(getattr(row, name) != told[name] for name in _TIME_AND_PLACE)
    is_later = row.starts_at != new.starts_at
    for name, value in told.items():
        setattr(row, name, value)
    if has_moved:
        row.sequence += 1
    if is_later and row.state == "confirmed":
        row.state, row.confirmed_at = "planned", None
    row.updated_at = by.now
    session.flush()
    _tell_guide(session, row, by)
    return has_moved


def _tell_guide(session: WorkspaceSession, row: Interview, by: By) -> None:
    """The questions know the day of their talk, and say when they go out."""
    guide = session.get(QuestionGuide, row.guide_id) if row.guide_id is not None else None
    on = day_of(row)
    if guide is not None and guide.meets_on != on:
        guide.meets_on, guide.updated_at = on, by.now
        session.flush()


def zone_of_talk(row: Interview) -> ZoneInfo:
    """In whose clock it was agreed; UTC where nobody knows that zone any more."""
    return zone_of(row.zone) or ZoneInfo("UTC")


def day_of(row: Interview) -> date:
    """The day of the talk where it was agreed."""
    try:
        return row.starts_at.astimezone(zone_of_talk(row)).date()
    except OverflowError:
        return row.starts_at.date()


# --- what becomes of it -----------------------------------------------------------------------------------------------


def confirm(session: WorkspaceSession, row: Interview, by: By) -> None:
    """Notes that both know of it. Raises: Refused for one that was called off."""
    check_is_on(row)
    if row.state == "planned":
        row.state, row.confirmed_at, row.updated_at = "confirmed", by.now, by.now
        session.flush()


def take_confirmation_back(session: WorkspaceSession, row: Interview, by: By) -> None:
    """It is not confirmed after all."""
    if row.state == "confirmed":
        row.state, row.confirmed_at, row.updated_at = "planned", None, by.now
        session.flush()


def check_is_on(row: Interview) -> None:
    """Raises: Refused for an appointment that was called off."""
    if row.state == "canceled":
        raise Refused("This appointment was called off. Put it on again first; nothing was changed.")


def note_questions_sent(session: WorkspaceSession, row: Interview, on: date | None, by: By) -> None:
    """Notes on which day the questions went out; None: they did not."""
    row.questions_sent_on, row.updated_at = on, by.now
    session.flush()


def call_off(session: WorkspaceSession, row: Interview, why: str, by: By) -> None:
    """It does not take place; it is kept, with the reason. Raises: Refused for a talk that was held."""
    if row.state == "held":
        raise Refused("This talk was held; it cannot be called off any more.")
    if row.state != "canceled":
        row.state, row.called_off_at, row.called_off_words = "canceled", by.now, why or None
        row.sequence += 1
        row.updated_at = by.now
        session.flush()


def put_on_again(session: WorkspaceSession, row: Interview, by: By) -> None:
    """It takes place after all, as it stood before."""
    if row.state == "canceled":
        row.state = "confirmed" if row.confirmed_at is not None else "planned"
        row.called_off_at = row.called_off_words = None
        row.sequence += 1
        row.updated_at = by.now
        session.flush()


# --- deleting ---------------------------------------------------------------------------------------------------------


def remove(session: WorkspaceSession, row: Interview, by: By) -> None:
    """Takes it out of every list for 30 days, and what it noted in the ledger with it; promises and advice stay."""
    if row.deleted_at is None:
        ledger.withdraw_noted(session, SOURCE, row.id, by)
        row.deleted_at = row.updated_at = by.now
        session.flush()


def bring_back(session: WorkspaceSession, row: Interview, by: By) -> None:
    """Brings a deleted appointment back, and what it had noted. Raises: Refused after 30 days."""
    if row.deleted_at is None:
        return
    if row.deleted_at < by.now - rules.UNDO_FOR:
        raise Refused("This appointment was deleted more than 30 days ago.")
    noted = select(Touch).where(
        Touch.source == SOURCE, Touch.source_id == row.id, Touch.deleted_at == row.deleted_at,
        Touch.person_id == row.person_id,
    )  # fmt: skip
    row.deleted_at, row.updated_at = None, by.now
    for touch in session.scalars(noted).all():
        ledger.bring_back(session, touch, by)
    session.flush()


def forget_deleted(session: WorkspaceSession, now: datetime) -> int:
    """Removes for good what was deleted too long ago to be brought back, appointments and lines of notes; how many."""
    gone = 0
    for rows in talk_queries.deleted_before(session, now - rules.UNDO_FOR):
        for row in rows:
            session.delete(row)
            gone += 1
        session.flush()
    return gone
