"""From what was chosen to a composed draft: the values that a letter takes, gathered from the rooms that keep them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import select

from outreach.accounts import own_mail
from outreach.asklint.types import Kind
from outreach.db import WorkspaceSession
from outreach.dossiers import program_queries
from outreach.dossiers.models import Fact, Program
from outreach.dossiers.subjects import present_position
from outreach.drafts import compose, materials, operations, queries
from outreach.drafts.compose import (
    Assistant,
    CitedFact,
    Letter,
    LetterError,
    Materials,
    Occasion,
    ProgramBrief,
    ProjectBrief,
    Reader,
    Sender,
)
from outreach.drafts.fact_marks import numbers_in
from outreach.drafts.letter_facts import beside_the_present_post
from outreach.drafts.models import Draft
from outreach.drafts.operations import CitedIn, NewDraft
from outreach.drafts.rules import REQUESTS
from outreach.errors import Refused
from outreach.organizations.models import Organization
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.projects import rules as venue_rules
from outreach.projects.models import Project
from outreach.projects.venues import venue_of


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a letter is to be composed from."""

    letter: Letter
    person: Person
    assistant_id: int | None = None
    project: Project | None = None
    program: Program | None = None
    facts: tuple[Fact, ...] = ()
    minutes: int | None = None
    way: str = ""
    window_from: date | None = None
    window_until: date | None = None
    occasion: Occasion = field(default_factory=Occasion)
    """What else the letter is about: an appointment, what was said. What is chosen above goes before it."""
    to_person_id: int | None = None
    """Who gets a letter that tells of the leader and greets the assistant by itself."""
    to: Person | None = None
    """Who gets it in the leader's place, and is greeted: the assistant who answers for them."""
    goes_on_with: Draft | None = None
    """The letter of ours whose thread it goes on with; None for the latest one that was sent."""
    goes_on: bool = True
    """Whether it goes on with a letter at all."""
    brief: ProjectBrief | None = None
    """What the letter is for, where another room says it; None for what the project says."""


def begin(session: WorkspaceSession, chosen: Chosen, by: By, sender: Sender | None = None) -> Draft:
    """A draft composed from what was chosen; a reminder or a closing note goes on with the latest letter that was sent.

    It is signed by the user as they are kept, or by another `sender`.

    Raises: Refused where the letter's file fails, or nobody may be written to.
    """
    earlier = chosen.goes_on_with
    if earlier is None and chosen.goes_on and chosen.letter.kind.value in _GOES_ON:
        earlier = queries.latest_sent(session, chosen.person.id)
    gathered = _materials(session, chosen, earlier, sender or sender_of(session, by.user_id), by.now.date())
    try:
        composed = compose.compose(chosen.letter, gathered)
    except LetterError as error:
        raise Refused(str(error)) from error
    new = NewDraft(
        person_id=chosen.person.id,
        letter_key=chosen.letter.key,
        kind=chosen.letter.kind.value,
        subject=composed.subject,
        body=composed.body,
        to_person_id=_other_reader(chosen),
        project_id=chosen.project.id if chosen.project else None,
        program_id=chosen.program.id if chosen.program else None,
        answers_id=earlier.id if earlier else None,
        minutes=chosen.minutes,
        window_from=chosen.window_from,
        window_until=chosen.window_until,
        facts=_in_order(_citable(session, chosen, gathered), composed.facts_used),
    )
    return operations.create(session, new, by)


def _other_reader(chosen: Chosen) -> int | None:
    """The id of who gets it, where that is not the leader."""
    if chosen.to is not None:
        return chosen.to.id
    if chosen.to_person_id is not None:
        return chosen.to_person_id
    return chosen.assistant_id if chosen.letter.kind.value == "assistant-request" else None


def left_out_of(session: WorkspaceSession, draft: Draft) -> int:
    """How many of the facts chosen for a request stand nowhere in its text."""
    if Kind.of(draft.kind) not in REQUESTS:
        return 0
    return len({row.number for row in queries.facts_of(session, draft)} - set(numbers_in(draft.body)))


def _citable(session: WorkspaceSession, chosen: Chosen, gathered: Materials) -> dict[int, CitedIn]:
    """What the letter could cite, by its number in the materials."""
    rows = enumerate(chosen.facts, start=1)
    found: dict[int, CitedIn] = {number: (row.id, None, materials.sentence_of(session, row)) for number, row in rows}
    if gathered.program is not None and gathered.program.number is not None and chosen.program is not None:
        told = f"{chosen.program.name}: {chosen.program.result}".strip()
        found[gathered.program.number] = (None, chosen.program.id, told)
    return found


def _in_order(citable: dict[int, CitedIn], used: Sequence[int]) -> tuple[CitedIn, ...]:
    """What the letter cites in the order of its marks, then what it left out."""
    first = [number for number in used if number in citable]
    return tuple(citable[number] for number in (*first, *(one for one in citable if one not in first)))


_GOES_ON = frozenset({"reminder", "closing-note", "follow-up"})


def _materials(
    session: WorkspaceSession, chosen: Chosen, earlier: Draft | None, sender: Sender, today: date
) -> Materials:
    person = chosen.to or chosen.person
    position = present_position(session, chosen.person.id)
    title, house = (position.title, position.organization_name) if position else ("", "")
    since = position.started if position else ""
    return Materials(
        sender=sender,
        reader=Reader(
            person.name, person.given_name, person.family_name, person.addressed_as, None, person.pronouns,
            _credentials(person), title if person is chosen.person else "", house, person.time_zone,
        ),
        today=today,
        project=chosen.brief or brief_of(session, chosen.project),
        program=_program(chosen.program, len(chosen.facts) + 1),
        facts=tuple(beside_the_present_post(one, house, since) for one in _facts(session, chosen.facts)),
        assistant=_assistant(session, chosen.assistant_id),
        occasion=_occasion(chosen, earlier),
    )  # fmt: skip


def _occasion(chosen: Chosen, earlier: Draft | None) -> Occasion:
    told = chosen.occasion
    return replace(
        told,
        minutes=chosen.minutes or told.minutes,
        form=chosen.way or told.form,
        window_from=chosen.window_from or told.window_from,
        window_until=chosen.window_until or told.window_until,
        wrote_on=earlier.sent_at.date() if earlier and earlier.sent_at else told.wrote_on,
    )


def sender_of(session: WorkspaceSession, user_id: int) -> Sender:
    """The user as their signature says it."""
    said = own_mail.signature_of(session, user_id)
    credentials = tuple(part.strip() for part in said.credentials.split(",") if part.strip())
    return Sender(said.name, said.title, said.organization, credentials, said.phone, said.email, said.address)


def _credentials(person: Person) -> tuple[str, ...]:
    return tuple(part.strip() for part in person.credentials.split(",") if part.strip())


def _assistant(session: WorkspaceSession, assistant_id: int | None) -> Assistant | None:
    row = session.get(Person, assistant_id) if assistant_id is not None else None
    if row is None:
        return None
    is_office = row.kind == "communications_office"
    return Assistant(
        row.name, row.family_name, row.addressed_as, None, row.pronouns, _credentials(row), is_office
    )  # fmt: skip


def brief_of(session: WorkspaceSession, project: Project | None) -> ProjectBrief | None:
    """A project as letters take it, with what its venue lets one promise."""
    if project is None:
        return None
    venue = venue_of(session, project)
    promise = venue_rules.promise(venue)
    # That questions come beforehand, the letters say themselves.
    promises = tuple(one for one in promise.sentences if "questions beforehand" not in one)
    return ProjectBrief(
        project.kind, project.title, project.topic, project.readers, venue.name if venue else "", project.question,
        promises, promise.disclosure,
    )  # fmt: skip


def _program(program: Program | None, number: int) -> ProgramBrief | None:
    """The program; without a source that others can read the letter names it and tells nothing more of it."""
    if program is None:
        return None
    if program_queries.first_passage(program) is None:
        return ProgramBrief(program.name)
    return ProgramBrief(program.name, program.result, program.period, program.leader_part, number)


def _facts(session: WorkspaceSession, rows: Sequence[Fact]) -> tuple[CitedFact, ...]:
    """The facts with their numbers from 1, and the page that says each."""
    told = materials.pages_of(session, [row.id for row in rows])
    ids = {row.organization_id for row in rows if row.organization_id is not None}
    houses = {house.id: house.name for house in session.scalars(select(Organization).where(Organization.id.in_(ids)))}
    return tuple(
        materials.letter_fact(row, number, houses.get(row.organization_id or 0, ""), told.get(row.id, ("", "")))
        for number, row in enumerate(rows, start=1)
    )
