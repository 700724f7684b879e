"""What is known when a draft is composed or checked, gathered from the rooms that keep it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any, get_args

from sqlalchemy import select

from outreach.accounts import own_mail
from outreach.asklint.types import Circumstances, Kind, Known, Message, SourceReview
from outreach.db import WorkspaceSession
from outreach.dossiers.models import Claim, Fact, FactClaim
from outreach.dossiers.subjects import present_position
from outreach.drafts import compose, confirmed, heard, outgoing, queries, send_windows
from outreach.drafts.compose import CitedFact
from outreach.drafts.letter_dates import partial
from outreach.drafts.models import Departure, Draft
from outreach.organizations.models import Organization
from outreach.people.models import Person, Position
from outreach.projects.venues import Venue, venue_of
from outreach.time_zones import zone_of

EARLIER_NOTES = 10
"""Letters sent before that a new one is compared with (product.md, T7)."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that the check knows to be confirmed, and whence: a fact, a program's record, or the post."""

    sentence: str
    fact_id: int | None = None
    program_id: int | None = None


@dataclass(frozen=True, slots=True)
class Grounds:
    """What is known when a draft is checked, whatever its text. `said` are the sentences of `known.facts`, in order."""

    kind: Kind
    known: Known
    circumstances: Circumstances
    said: tuple[Said, ...]
    confirmed: int
    """How many facts hold."""

    def message(self, subject: str, body: str) -> Message:
        """A text with its marks as the whole bundle that would leave."""
        text = outgoing.for_the_check(outgoing.plain(body))
        line = " ".join(outgoing.plain(subject).split())
        whole = f"Subject: {line}\n\n{text}" if line else text
        return Message(self.kind, whole, self.known, self.circumstances)


def grounds_of(session: WorkspaceSession, draft: Draft, now: datetime) -> Grounds:
    """All that is known of the reader and of what the letter is for; each thing is read once."""
    leader, reader = draft.person, queries.reader_of(draft)
    position = present_position(session, leader.id)
    holds, contested = confirmed.standing_briefly(session, leader)
    programs = confirmed.records_briefly(session, leader)
    house = position.organization_name if position else ""
    said = (
        *_post(leader, position),
        *(_fact(row, leader, house) for row in holds),
        *_records(programs),
        *_of_pages(session, draft),
    )
    known = Known(
        person=reader.name,
        credentials=tuple(part.strip() for part in reader.credentials.split(",") if part.strip()),
        title=position.title if position and reader is leader else "",
        organization=house,
        facts=tuple(one.sentence for one in said),
        greeted_as=reader.addressed_as,
        programs=tuple(row.name for row in programs),
        contested=tuple(_fact(row, leader, house).sentence for row in contested),
        leader=leader.name if reader is not leader else "",
        pronouns=leader.pronouns,
        other_names=_other_names(session, draft),
    )
    around = circumstances_of(session, draft, now)
    return Grounds(Kind.of(draft.kind), known, around, said, len(holds))


def _other_names(session: WorkspaceSession, draft: Draft) -> tuple[str, ...]:
    """How a letter may call others than its reader: the leader, who keeps the calendar, and the writer's own post."""
    assistant = queries.assistant_of(session, draft.person_id)
    keeper = session.get(Person, assistant.id) if assistant else None
    signs = own_mail.signature_of(session, draft.written_by_id) if draft.written_by_id is not None else None
    called = [draft.person.addressed_as, keeper.addressed_as if keeper else "", keeper.name if keeper else ""]
    return tuple(one for one in (*called, signs.title if signs else "", signs.organization if signs else "") if one)


# --- of the reader --------------------------------------------------------------------------------------------------


def _post(leader: Person, position: Position | None) -> Iterator[Said]:
    if position is not None and position.title:
        house = f" of {position.organization_name}" if position.organization_name else ""
        yield Said(f"{leader.name} is {position.title}{house}.")


def _fact(row: Any, leader: Person, house: str) -> Said:
    name, where = (leader.name, row.organization_name) if row.person_id is not None else (house, house)
    return Said(_sentence(_letter_fact(row, 1, where), name), row.id)


@lru_cache(maxsize=4096)
def _sentence(fact: CitedFact, name: str) -> str:
    """Kept, since the same facts are told with each pause in somebody's typing."""
    return compose.sentence_of(fact, name)


def _records(programs: Sequence[Any]) -> Iterator[Said]:
    """What records of programs say; without a source that is the user's own words, and nothing rests on it."""
    for row in programs:
        if row.is_sourced:
            for text in (row.problem, row.action, f"{row.result} {row.period}".strip(), row.leader_part):
                if text:
                    yield Said(f"{row.name}: {text}", program_id=row.id)


def _of_pages(session: WorkspaceSession, draft: Draft) -> Iterator[Said]:
    """The pages that say what the draft cites: a letter names them, with the month they are of."""
    ids = [row.fact_id for row in queries.facts_of(session, draft) if row.fact_id is not None]
    for fact_id, (title, published) in pages_of(session, ids).items():
        if title and published:
            yield Said(f"“{title}” is of {partial(published)}.", fact_id)


def pages_of(session: WorkspaceSession, fact_ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Fact -> title and date of the latest page that says it; the user's own notes are no page to name."""
    if not fact_ids:
        return {}
    said = (
        select(FactClaim.fact_id, Claim.cited_title, Claim.published)
        .join(Claim, Claim.id == FactClaim.claim_id)
        .where(FactClaim.fact_id.in_(list(fact_ids)), Claim.origin != "own_note")
        .order_by(Claim.published, Claim.id)
    )
    return {fact_id: (title, published) for fact_id, title, published in session.execute(said)}


def sentence_of(session: WorkspaceSession, row: Fact) -> str:
    """A fact as a sentence about its person or house, as the check reads it."""
    about = session.get(Person, row.person_id) if row.person_id is not None else None
    house = session.get(Organization, row.organization_id) if row.organization_id is not None else None
    where = house.name if house else ""
    return compose.sentence_of(letter_fact(row, 1, where), about.name if about else where)


def letter_fact(row: Fact, number: int, house: str, told: tuple[str, str] = ("", "")) -> CitedFact:
    """A fact as letters take it. `house`: the organization that it is about; `told`: its page's title and date."""
    return _letter_fact(row, number, house or row.organization_name, told)


def _letter_fact(row: Any, number: int, where: str, told: tuple[str, str] = ("", "")) -> CitedFact:
    details = MappingProxyType(dict(row.details))
    return CitedFact(number, row.predicate, row.value, where, row.starts, row.ends, details, *told)


# --- of everything else ---------------------------------------------------------------------------------------------


def circumstances_of(session: WorkspaceSession, draft: Draft, now: datetime) -> Circumstances:
    """What else is known: the sender, the project and what its venue allows, the assistant, earlier letters.

    A letter that was sent is read as of that day, and nothing more is said of its hour.
    """
    signs = own_mail.signature_of(session, draft.written_by_id) if draft.written_by_id is not None else None
    there = zone_of(queries.reader_of(draft).time_zone)
    assistant = queries.assistant_of(session, draft.person_id)
    venue = venue_of(session, draft.project) if draft.project else None
    return Circumstances(
        sender=signs.name if signs else "",
        sender_organization=signs.organization if signs else "",
        project=draft.project.title if draft.project else "",
        venue=venue.name if venue else "",
        source_review=_source_review(venue),
        assistant=assistant.name if assistant else "",
        earlier_messages=_earlier(session, draft),
        is_reply=draft.answers_id is not None,
        today=(draft.sent_at or now).date(),
        leaves_at=now.astimezone(there) if there and draft.sent_at is None else None,
        holidays=send_windows.holidays_around(now.date()),
        said_in_interview=heard.heard(session, draft),
    )


def _source_review(venue: Venue | None) -> SourceReview | None:
    """What the venue lets sources see; None where nobody has noted it, and no promise is held against it."""
    return next((one for one in get_args(SourceReview) if venue is not None and one == venue.source_review), None)


def _earlier(session: WorkspaceSession, draft: Draft) -> tuple[str, ...]:
    """The latest letters that were sent, of other drafts."""
    sent = select(Departure.text).where(Departure.state == "sent", Departure.draft_id != draft.id)
    return tuple(session.scalars(sent.order_by(Departure.begun_at.desc(), Departure.id.desc()).limit(EARLIER_NOTES)))
