"""What is known when a draft is composed or checked, gathered from the rooms that keep it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from outreach.accounts.models import User
from outreach.asklint.types import Circumstances, Kind, Known, Message
from outreach.db import WorkspaceSession
from outreach.dossiers.models import Fact
from outreach.dossiers.subjects import present_position
from outreach.drafts import confirmed, outgoing, queries
from outreach.drafts.models import Departure, Draft
from outreach.people.models import Person
from research.vocabulary import PREDICATES

EARLIER_NOTES = 10
"""Letters sent before that a new one is compared with (product.md, T7)."""


def message_of(session: WorkspaceSession, draft: Draft, subject: str, body: str, now: datetime) -> Message:
    """A text as the whole bundle that would leave, with what is known of its reader. `subject`, `body`: with marks."""
    text = outgoing.plain(body)
    line = " ".join(outgoing.plain(subject).split())
    whole = f"Subject: {line}\n\n{text}" if line else text
    return Message(Kind.of(draft.kind), whole, known_of(session, draft), circumstances_of(session, draft, now))


# --- of the reader --------------------------------------------------------------------------------------------------


def known_of(session: WorkspaceSession, draft: Draft) -> Known:
    """What is confirmed of the leader and of the house. To an assistant the greeting is the assistant's."""
    leader, reader = draft.person, queries.reader_of(draft)
    position = present_position(session, leader.id)
    house = position.organization_name if position else ""
    standing = confirmed.standing(session, leader)
    return Known(
        person=reader.name,
        credentials=tuple(part.strip() for part in reader.credentials.split(",") if part.strip()),
        title=position.title if position and reader is leader else "",
        organization=house,
        facts=(*_posts(leader, position.title if position else "", house),
               *(_sentence(row, leader, house) for row in standing.holds),
               *_of_programs(session, leader)),
        greeted_as=reader.addressed_as,
        programs=tuple(row.name for row in confirmed.recorded_programs(session, leader)),
        contested=tuple(_sentence(row, leader, house) for row in standing.contested),
    )  # fmt: skip


def _posts(leader: Person, title: str, house: str) -> tuple[str, ...]:
    return (f"{leader.name} is {title} of {house}." if house else f"{leader.name} is {title}.",) if title else ()


def _sentence(row: Fact, leader: Person, house: str) -> str:
    kind = PREDICATES.get(row.predicate)
    whose = leader.name if row.person_id is not None else house
    when = " to ".join(part for part in (row.starts, row.ends) if part)
    told = ", ".join(part for part in (row.value_words, row.organization_name, when) if part)
    return f"{whose}, {kind.label if kind else row.predicate}: {told}."


def _of_programs(session: WorkspaceSession, leader: Person) -> tuple[str, ...]:
    """What records of programs say that have a source: without one they are the user's own words."""
    told = [row for row in confirmed.recorded_programs(session, leader) if row.sources]
    return tuple(
        f"{row.name}: {text}"
        for row in told
        for text in (row.problem, row.action, f"{row.result} {row.period}".strip(), row.leader_part)
        if text
    )


# --- of everything else ---------------------------------------------------------------------------------------------


def circumstances_of(session: WorkspaceSession, draft: Draft, now: datetime) -> Circumstances:
    """What else is known: the sender, the project and what its venue allows, the assistant, earlier letters."""
    writer = session.get(User, draft.written_by_id) if draft.written_by_id is not None else None
    assistant = queries.assistant_of(session, draft.person_id)
    return Circumstances(
        sender=writer.name if writer else "",
        project=draft.project.title if draft.project else "",
        assistant=assistant.name if assistant else "",
        earlier_messages=_earlier(session, draft),
        is_reply=draft.answers_id is not None,
        today=now.date(),
    )


def _earlier(session: WorkspaceSession, draft: Draft) -> tuple[str, ...]:
    """The latest letters that were sent, of other drafts."""
    sent = select(Departure.text).where(Departure.state == "sent", Departure.draft_id != draft.id)
    return tuple(session.scalars(sent.order_by(Departure.begun_at.desc(), Departure.id.desc()).limit(EARLIER_NOTES)))
