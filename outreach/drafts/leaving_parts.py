"""What the editor shows of leaving: the ways out with the good times to send, and the question whether it was sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import Flask

from outreach import page_parts
from outreach.accounts import own_mail
from outreach.db import WorkspaceSession
from outreach.drafts import departures, own_account, queries, send_windows
from outreach.drafts.models import WAYS, Draft
from outreach.drafts.send_windows import Window
from outreach.page_parts import Here, Part
from outreach.people.models import Person
from outreach.time_zones import zone_of
from outreach.words import clock, clock_there, day


@dataclass(frozen=True, slots=True)
class Times:
    """When it is good to send, in words. `here` is the same time where the user is; "" where nobody has said where."""

    windows: tuple[tuple[str, str], ...] = ()
    """(there, here) of each."""
    doubt: str = ""
    """Why now is no good time, as it goes on from "It is"."""
    zone_known: bool = True


def join(app: Flask) -> None:
    """Puts both on the page of a draft."""
    page_parts.add(app, "draft", Part("asked", "", "next", 10, "drafts/_asked.html", _asked))
    page_parts.add(app, "draft", Part("leaving", "", "main", 10, "drafts/_leaving.html", _leaving))


def _asked(here: Here) -> Mapping[str, Any] | None:
    draft = queries.draft_here(here.session, here.subject_id)
    row = departures.open_of(here.session, draft) or departures.latest_of(here.session, draft)
    if row is None or (row.state == "not_sent" and not row.problem):
        return None
    return {"departure": row, "ways": WAYS, "today": today_of(here.session, here.user_id, here.now)}


def _leaving(here: Here) -> Mapping[str, Any] | None:
    draft = queries.draft_here(here.session, here.subject_id)
    if draft.state != "writing":
        return None
    reader = queries.reader_of(draft)
    assistant = queries.assistant_of(here.session, draft.person_id)
    return {
        "times": times_of(here.session, reader, here.user_id, here.now),
        "reader": reader,
        "has_account": own_account.is_set_up(here.session, here.user_id),
        "assistant": assistant if assistant and assistant.email and assistant.id != reader.id else None,
        "is_spoken": draft.kind == "phone-script",
    }


def today_of(session: WorkspaceSession, user_id: int, now: datetime) -> str:
    """Today where the user is, as a date field wants it."""
    zone = zone_of(own_mail.signature_of(session, user_id).time_zone)
    return now.astimezone(zone or UTC).date().isoformat()


def times_of(session: WorkspaceSession, reader: Person, user_id: int, now: datetime) -> Times:
    """The good times to write to somebody."""
    there = zone_of(reader.time_zone)
    if there is None:
        return Times(zone_known=False)
    here = zone_of(own_mail.signature_of(session, user_id).time_zone)
    found = send_windows.windows(there, now)
    said = tuple(
        (_words(one, there, now), _words(one, here, now) if here and here.key != there.key else "") for one in found
    )
    return Times(said, send_windows.doubt(there, now))


def _words(window: Window, zone: ZoneInfo, now: datetime) -> str:
    """ "Tue, Dec 1, 8:00 AM to 11:00 AM CST"."""
    starts = window.starts.astimezone(zone)
    return f"{day(starts.date(), now.date())}, {clock(starts, zone)} to {clock_there(window.ends, zone)}"


def reader_lines(session: WorkspaceSession, draft: Draft) -> tuple[str, ...]:
    """The head of a printed letter: who gets it, the post, the house."""
    from outreach.dossiers.subjects import present_position

    reader = queries.reader_of(draft)
    position = present_position(session, reader.id)
    name = f"{reader.name}, {reader.credentials}" if reader.credentials else reader.name
    return (name, position.title, position.organization_name) if position else (name,)
