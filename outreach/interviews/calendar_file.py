"""The calendar file of one appointment: its title, what to bear in mind, and when the calendar reminds of it. Pure."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from outreach import calendar_entries
from outreach.interviews import appointments
from outreach.interviews.talk_models import WAYS_TO_TALK, Interview
from outreach.waiting import Coming

ALARMS = (timedelta(days=1), timedelta(minutes=30))
"""A day before, to read the questions once more, and half an hour before."""

KIND = "interview"


def coming_of(row: Interview) -> Coming:
    """An appointment as the first page and calendars take it."""
    return coming_with(row.person.name, row)


def coming_with(name: str, row: Any) -> Coming:
    """The same where the name is known. row: a talk, or a line of one."""
    return Coming(
        uid=row.uid,
        on=appointments.day_of(row),
        words=f"Talk with {name}",
        kind=KIND,
        address=f"/interviews/{row.id}",
        at=row.starts_at,
        minutes=row.minutes,
        zone=row.zone,
        place=row.place,
        sequence=row.sequence,
        person_id=row.person_id,
    )


def file_of(row: Interview, site: str) -> bytes:
    """The file of an appointment. `site`: where the application answers, for the link back."""
    told = [f"{WAYS_TO_TALK[row.way]}, {row.minutes} minutes."]
    if row.project is not None and row.project.deleted_at is None:
        told.append(f"For: {row.project.title}")
    if row.helper is not None and row.helper.deleted_at is None:
        told.append(f"Arranged with {row.helper.name}.")
    one = calendar_entries.entry(
        coming_of(row), row.updated_at, site=site, words="\n".join(told), alarms=ALARMS,
        is_canceled=row.state == "canceled", is_tentative=row.state == "planned",
    )  # fmt: skip
    return calendar_entries.file([one])
