"""What is known when a draft is composed or checked, gathered from the rooms that keep it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import get_args

from sqlalchemy import select

from outreach.accounts.models import User
from outreach.asklint.types import Circumstances, Kind, Known, Message, SourceReview
from outreach.db import WorkspaceSession
from outreach.dossiers.models import Fact
from outreach.dossiers.subjects import present_position
from outreach.drafts import compose, confirmed, outgoing, queries
from outreach.drafts.compose import CitedFact
from outreach.drafts.models import Departure, Draft
from outreach.organizations.models import Organization
from outreach.people.models import Person
from outreach.projects.venues import Venue, venue_of

EARLIER_NOTES = 10
"""Letters sent before that a new one is compared with (product.md, T7)."""


def message_of(session: WorkspaceSession, draft: Draft, subject: str, body: str, now: datetime) -> Message:
    """A text as the whole bundle that would leave, with what is known of its reader. `subject`, `body`: with marks."""
    text = outgoing.plain(body)
    line = " ".join(outgoing.plain(subject).split())
    whole = f"Subject: {line}\n\n{text}" if line else text
    return Message(Kind.of(draft.kind), whole, known_of(session, draft), circumstances_of(session, draft, now))


# --- of the reader --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that the check knows to be confirmed, and whence: a fact, a program's record, or the post."""

    sentence: str
    fact_id: int | None = None
    program_id: int | None = None


def known_of(session: WorkspaceSession, draft: Draft) -> Known:
    """What is confirmed of the leader and of the house. To an assistant the greeting is the assistant's."""
    leader, reader = draft.person, queries.reader_of(draft)
    position = present_position(session, leader.id)
    contested = confirmed.standing(session, leader).contested
    return Known(
        person=reader.name,
        credentials=tuple(part.strip() for part in reader.credentials.split(",") if part.strip()),
        title=position.title if position and reader is leader else "",
        organization=position.organization_name if position else "",
        facts=tuple(one.sentence for one in said_of(session, leader)),
        greeted_as=reader.addressed_as,
        programs=tuple(row.name for row in confirmed.recorded_programs(session, leader)),
        contested=tuple(sentence_of(session, row) for row in contested),
    )


def said_of(session: WorkspaceSession, leader: Person) -> tuple[Said, ...]:
    """Everything confirmed of a leader and of the house, in the order of `Known.facts`."""
    posts = [Said(words) for words in _post(session, leader)]
    facts = [Said(sentence_of(session, row), row.id) for row in confirmed.standing(session, leader).holds]
    records = [
        Said(f"{row.name}: {text}", program_id=row.id)
        for row in confirmed.recorded_programs(session, leader)
        # Without a source the record is the user's own words, and nothing rests on it.
        if row.sources
        for text in (row.problem, row.action, f"{row.result} {row.period}".strip(), row.leader_part)
        if text
    ]
    return (*posts, *facts, *records)


def _post(session: WorkspaceSession, leader: Person) -> Iterator[str]:
    position = present_position(session, leader.id)
    if position is not None and position.title:
        house = f" of {position.organization_name}" if position.organization_name else ""
        yield f"{leader.name} is {position.title}{house}."


def sentence_of(session: WorkspaceSession, row: Fact) -> str:
    """A fact as a sentence about its person or house, as the check reads it."""
    about = session.get(Person, row.person_id) if row.person_id is not None else None
    house = session.get(Organization, row.organization_id) if row.organization_id is not None else None
    return compose.sentence_of(letter_fact(row, 1, house), about.name if about else house.name if house else "")


def letter_fact(row: Fact, number: int, house: Organization | None, told: tuple[str, str] = ("", "")) -> CitedFact:
    """A fact as letters take it. `told`: title and date of the page that says it."""
    return CitedFact(
        number, row.predicate, row.value, house.name if house else row.organization_name, row.starts, row.ends,
        MappingProxyType(dict(row.details)), *told,
    )  # fmt: skip


# --- of everything else ---------------------------------------------------------------------------------------------


def circumstances_of(session: WorkspaceSession, draft: Draft, now: datetime) -> Circumstances:
    """What else is known: the sender, the project and what its venue allows, the assistant, earlier letters."""
    writer = session.get(User, draft.written_by_id) if draft.written_by_id is not None else None
    assistant = queries.assistant_of(session, draft.person_id)
    venue = venue_of(session, draft.project) if draft.project else None
    return Circumstances(
        sender=writer.name if writer else "",
        project=draft.project.title if draft.project else "",
        venue=venue.name if venue else "",
        source_review=_source_review(venue),
        assistant=assistant.name if assistant else "",
        earlier_messages=_earlier(session, draft),
        is_reply=draft.answers_id is not None,
        today=now.date(),
    )


def _source_review(venue: Venue | None) -> SourceReview | None:
    """What the venue lets sources see; None where nobody has noted it, and no promise is held against it."""
    return next((one for one in get_args(SourceReview) if venue is not None and one == venue.source_review), None)


def _earlier(session: WorkspaceSession, draft: Draft) -> tuple[str, ...]:
    """The latest letters that were sent, of other drafts."""
    sent = select(Departure.text).where(Departure.state == "sent", Departure.draft_id != draft.id)
    return tuple(session.scalars(sent.order_by(Departure.begun_at.desc(), Departure.id.desc()).limit(EARLIER_NOTES)))
