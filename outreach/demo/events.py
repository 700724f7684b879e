"""Two events of the demonstration: a forum in eighteen days, printed once and moved since, and an evening just over.

The forum's program was pasted, five people are to be met, a pack was printed; then a newer copy of the program moved
one of them. At the evening two of three were met, as the notes on the phone say; what came of it is still to be said.
"""

from __future__ import annotations

import hashlib
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from outreach.accounts.models import User
from outreach.briefs import packs, printings
from outreach.db import WorkspaceSession
from outreach.demo import cast, programs
from outreach.demo.cast import Member
from outreach.demo.stage import Stage
from outreach.events import agendas, meetings, operations, taking_over
from outreach.events.agenda_documents import Given
from outreach.events.meetings import MeetingDetails
from outreach.events.models import Appearance, Event, EventSession, FloorNote
from outreach.events.operations import EventDetails
from outreach.people.models import Person
from outreach.people.operations import By

PLACE = "Lakeside Conference Center, Bluestem City"
ZONE = "America/Chicago"
PARTS = ("run_sheet", "briefs", "cards")

MEETINGS: tuple[tuple[Member, str, str, str, dict[str, str]], ...] = (
    (cast.MARISOL, "Opening: Who is waiting for whom", "Main hall, row 2",
     "Say what changed on our night list since her question in spring.",
     {"give": "Your one-page summary of the three discharge-lounge studies she asked about. It is in your folder."}),
    (cast.OYELARAN, "The second day after discharge", "",
     "20 minutes by phone in January, about the first ten calls.",
     {"avoid": "The article that is with her for approval. Let her bring it up."}),
    (cast.SERIFE, "", "Lobby, after lunch", "Ask who else the sepsis piece should hear from.", {}),
    (cast.ASTRID, "A clinic that answers the phone", "", "Hear how the phone rota began.", {}),
    (cast.TRAM, "", "", "Her view on short-stay payment. Listen.", {}),
)  # fmt: skip
"""Whom one means to meet at the forum: session or none, place, aim, own words for rows of the card."""

CARRY = (
    "Five copies of the discharge-lounge summary",
    "Two printed drafts, for Dr. Çelik",
    "Thank-you cards and a pen",
)


def hold(stage: Stage) -> None:
    """Both events, as of some days ago."""
    stage.say("- two events, with a pack that was printed")
    with stage.database.session_for(stage.workspace_id) as session:
        _evening(session, stage)
        _forum(session, stage)


def _forum(session: WorkspaceSession, stage: Stage) -> None:
    first = (stage.now + timedelta(days=18)).date()
    days = EventDetails("Prairie Lakes Health Leaders Forum", PLACE, ZONE, first, first + timedelta(days=2))
    event = operations.add(session, days, stage.by(12))
    _bring(session, event, programs.forum(first, programs.TALK_WAS), stage.by(12))
    event.carry = list(CARRY)
    for member, title, place, aim, card in MEETINGS:
        _meet(session, event, stage, member, title, place, aim, card)
    _star(session, event, "Sepsis at three in the morning", stage.ago(11))
    _print(session, event, stage)
    _bring(session, event, programs.forum(first, programs.TALK_IS), stage.by(1))


def _bring(session: WorkspaceSession, event: Event, text: str, by: By) -> None:
    """Pastes a program and takes it over."""
    body = text.encode()
    given = Given("pasted", "", body, hashlib.sha256(body).hexdigest())
    reading = agendas.read(body, agendas.place_of(event))
    agenda = agendas.bring(session, event, given, reading, by)
    taking_over.take_over(session, event, agenda, by)


def _meet(
    session: WorkspaceSession, event: Event, stage: Stage, member: Member, title: str, place: str, aim: str,
    card: dict[str, str],
) -> Appearance:  # fmt: skip
    held = _session_called(session, event, title) if title else None
    person = session.get_one(Person, stage.people[member.details.name])
    row = meetings.meet(session, event, person, held, stage.by(10))
    details = MeetingDetails(aim, held.id if held else None, meeting_place=place, card=card)
    meetings.change(session, row, details, row.version, stage.by(10))
    return row


def _session_called(session: WorkspaceSession, event: Event, title: str) -> EventSession:
    return session.scalars(
        select(EventSession).where(EventSession.event_id == event.id, EventSession.title == title)
    ).one()


def _star(session: WorkspaceSession, event: Event, title: str, at: datetime) -> None:
    _session_called(session, event, title).starred_at = at
    session.flush()


def _print(session: WorkspaceSession, event: Event, stage: Stage) -> None:
    user = session.get_one(User, stage.user_id)
    gathered = packs.gathered_pack(session, event, user=user, now=stage.ago(2), paper="letter", parts=PARTS)
    printings.keep(session, printings.printed_pack(event, gathered, "letter", PARTS), stage.by(2))


# --- the evening ------------------------------------------------------------------------------------------------------


def _evening(session: WorkspaceSession, stage: Stage) -> None:
    day = (stage.now - timedelta(days=1)).date()
    details = EventDetails("Upper Plains Chapter, autumn evening", "Hall A, Bluestem City", ZONE, day, day)
    event = operations.add(session, details, stage.by(20))
    _bring(session, event, programs.evening(day), stage.by(20))
    renata = _meet(session, event, stage, cast.RENATA, "Short stays, long arguments", "",
                   "Hear what the argument was about.", {})  # fmt: skip
    abara = _meet(session, event, stage, cast.ABARA, "Bed meetings", "", "Ask how long his bed meeting takes now.", {})
    hollis = _meet(session, event, stage, cast.HOLLIS, "", "By the door", "Say hello. No ask.", {})
    _note(session, stage, renata, day, time(18, 52), "met", "She argued for two years. A surgeon changed his mind.")
    _note(
        session, stage, renata, day, time(18, 53), "promised", "Send her the one-page summary", day + timedelta(days=3)
    )
    _note(session, stage, abara, day, time(19, 20), "met", "Nine minutes now. Everybody stands.")
    _note(session, stage, hollis, day, time(19, 40), "not_met", "")


def _note(
    session: WorkspaceSession, stage: Stage, row: Appearance, day: date, at: time, kind: str, words: str,
    due_on: date | None = None,
) -> None:  # fmt: skip
    noted = datetime.combine(day, at, ZoneInfo(ZONE))
    session.add(
        FloorNote(
            event_id=row.event_id,
            appearance_id=row.id,
            device_key=f"demo-{row.id}-{kind}",
            kind=kind,
            words=words,
            due_on=due_on,
            noted_at=noted,
            noted_by_id=stage.user_id,
            created_at=noted,
        )
    )
    if kind in ("met", "not_met"):
        row.outcome, row.outcome_at = kind, noted
    session.flush()
