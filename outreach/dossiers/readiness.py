"""Gathers what the checks of readiness look at, with the passages that show it. Reads only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, bindparam, select

from outreach import partial_dates, record_words
from outreach.db import WorkspaceSession
from outreach.dossiers import fact_lines, fact_rules, program_queries, readiness_rules
from outreach.dossiers.fact_lines import STANDS, FactLine
from outreach.dossiers.models import Claim, Fact, FactClaim
from outreach.dossiers.program_queries import PROGRAM_KINDS
from outreach.dossiers.queries import count_open_questions
from outreach.dossiers.readiness_rules import Close, Confirmed, Item, Passage, Seen, Ways
from outreach.dossiers.subjects import Subject, held, present_position
from outreach.dossiers.words import at_place
from outreach.kept_statements import kept
from outreach.organizations.models import Figure, Organization
from outreach.people.models import Person, Position
from outreach.people.operations import ChangedElsewhere
from research.investigation import described_sources
from research.merge import same_house
from research.posts import same_post
from research.vocabulary import PREDICATES

_PEOPLE = bindparam("people", expanding=True, type_=Integer)

_HELD = ("", "current", "interim", "acting")
"""What a source says of a post that is held now."""

_FEW = 20
_MANY = 100
"""Facts about an organization that are looked through for one to talk about."""


def items(session: WorkspaceSession, person: Person, now: datetime) -> tuple[Item, ...]:
    """The six checks for a person."""
    position = present_position(session, person.id)
    subject = Subject(person.id, position.organization_id if position else None)
    today = now.date()
    program, sources, program_id = _program(session, person, today)
    own_disputes, house_disputes = _disputes(session, subject)
    questions = count_open_questions(session, subject)
    seen = Seen(
        role=_role(session, person, position, today),
        program=program,
        program_sources=sources,
        quotation=_quotation(session, person, today),
        organization=_organization(session, subject.organization_id, today),
        reason=person.reason,
        unsettled=own_disputes + house_disputes + questions,
    )
    here = own_disputes + questions > 0
    ways = _ways(person.id, position, program_id, has_program=program is not None, unsettled_here=here)
    return readiness_rules.check(seen, ways, today, fact_rules.pronouns(person.pronouns).possessive)


def _ways(
    person_id: int, position: Position | None, program_id: int | None, *, has_program: bool, unsettled_here: bool
) -> Ways:
    path = f"/people/{person_id}"
    house = f"/orgs/{position.organization_id}" if position and position.organization_id else ""
    role = Close("Enter the present post", f"{path}/posts/new")
    if position is not None and not position.title:
        role = Close("Say which post it is", f"{path}/posts/{position.id}")
    elif position is not None:
        role = Close("Note that the post still holds", f"{path}/posts/{position.id}/confirm", posts=True)
    more = Close("Add something to read", f"{path}/research/add")
    return Ways(
        role=role,
        program=Close("Record a program", f"{path}/programs") if has_program else more,
        second_source=Close("Add a source", f"/programs/{program_id}#add-source") if program_id else more,
        quotation=more,
        organization=Close("Research the organization", f"{house}/research") if house else role,
        reason=Close("Write the reason", f"{path}/readiness#reason"),
        unsettled=Close("Settle it", f"{path if unsettled_here else house or path}#unsettled"),
    )


def first_open(session: WorkspaceSession, reasons: Mapping[int, str], now: datetime) -> Mapping[int, tuple[str, Close]]:
    """Of each of these people whose post or whose reason is open: its key, the post first, and the way to close it.

    reasons: why the user wants to ask them, by person. Two questions to the database for all. Whoever is left out has
    both, and `items` tells what else is open.
    """
    today, people = now.date(), {"people": list(reasons)}
    posts: dict[int, Position] = {}
    for row in session.scalars(_held_now(), people):
        posts.setdefault(row.person_id, row)
    said: dict[int, list[Any]] = {}
    for one in session.execute(_roles_of_people(), people):
        said.setdefault(one.person_id, []).append(one)
    found = {}
    for number, reason in reasons.items():
        post = posts.get(number)
        ways = _ways(number, post, None, has_program=False, unsettled_here=False)
        if readiness_rules.is_role_open(_role_said_on(post, said.get(number, ()), today), today):
            found[number] = ("role", ways.role)
        elif not reason.strip():
            found[number] = ("reason", ways.reason)
    return found


@kept
def _held_now() -> Select[Position]:
    held_now = select(Position).where(Position.person_id.in_(_PEOPLE), Position.is_current.is_(True))
    return held_now.order_by(Position.started.desc(), Position.id.desc())


@kept
def _roles_of_people() -> Select[*tuple[Any, ...]]:
    columns = (Fact.person_id, Fact.value, Fact.organization_name, Claim.published, Claim.seen_at)
    return _roles(Fact.person_id.in_(_PEOPLE), *columns)


def _role_said_on(position: Position | None, rows: Iterable[Any], today: date) -> date | None:
    """The latest day on which somebody said of the post that it is held, as `_role` finds it."""
    days = [said_on(row, today) for row in rows if position is None or is_that_post(row, position)]
    if position is not None and position.title and position.confirmed_on is not None:
        days.append(position.confirmed_on.date())
    return max(days, default=None)


# --- the role -------------------------------------------------------------------------------------------------------


def _role(session: WorkspaceSession, person: Person, position: Position | None, today: date) -> Confirmed | None:
    """The latest that somebody said of the post that is held now: the user, or a source that gives the same post."""
    said = list(_confirmed_by_sources(session, person, position, today))
    if position is not None and position.title and position.confirmed_on is not None:
        words = at_place(position.title, position.organization_name)
        source = position.source_title or "Confirmed by you"
        said.append(Confirmed(position.confirmed_on.date(), Passage(words, source, position.url)))
    return max(said, key=lambda one: one.on, default=None)


def _confirmed_by_sources(
    session: WorkspaceSession, person: Person, position: Position | None, today: date
) -> Iterable[Confirmed]:
    if not held(session, Subject(person.id, None)).facts:
        return
    for fact, claim in session.execute(_roles(Fact.person_id == person.id)):
        if position is not None and not is_that_post(fact, position):
            continue
        said = fact_lines.words_of_claim(claim)
        yield Confirmed(said_on(claim, today), Passage(record_words.said(said.quote), said.words, said.address))


def _roles(whose: ColumnElement[bool], *columns: Any) -> Select[Any]:
    """Posts that sources say are held now, with the claims that say so; or these columns of both."""
    return (
        select(*(columns or (Fact, Claim)))
        .select_from(Fact)
        .join(FactClaim, FactClaim.fact_id == Fact.id)
        .join(Claim, Claim.id == FactClaim.claim_id)
        .where(whose, Fact.state == "current", Fact.predicate == "role")
        .where(Fact.ends == "", Fact.status.in_(_HELD), Claim.status.in_(_HELD))
        .order_by(Claim.id)
    )


def is_that_post(fact: Any, position: Position) -> bool:
    """Whether a source speaks of this post: of the same house, by a title that names the same."""
    names = (fact.organization_name, position.organization_name)
    if all(names) and not same_house(*names):
        return False
    return not position.title or same_post(str(fact.value), position.title)


def said_on(claim: Any, today: date) -> date:
    """When a claim was said: when its page was published; of a page without a date, when it last said so."""
    published = partial_dates.last_day(claim.published)
    return min(published or claim.seen_at.date(), today)


# --- the others -----------------------------------------------------------------------------------------------------


def _program(session: WorkspaceSession, person: Person, today: date) -> tuple[Passage | None, int, int | None]:
    """The passage of the best known program, how many tell of it, and the number of its record."""
    program, number = program_queries.best(session, Subject(person.id, None))
    told = (
        select(Fact)
        .where(Fact.person_id == person.id, STANDS, Fact.predicate.in_(PROGRAM_KINDS), Fact.is_own_note.is_(False))
        .order_by(Fact.sources_count.desc(), Fact.dated.desc(), Fact.id)
        .limit(1)
    )
    fact = session.scalar(told) if held(session, Subject(person.id, None)).facts else None
    if program is not None and (fact is None or number >= fact.sources_count):
        first = program_queries.first_passage(program)
        passage = Passage(record_words.said(first.quote), first.words, first.address) if first else None
        return passage, number, program.id
    if fact is None:
        return None, 0, None
    (line,) = fact_lines.lines(session, [fact], today)
    return _passage(line), fact.sources_count, None


def _quotation(session: WorkspaceSession, person: Person, today: date) -> Passage | None:
    if not held(session, Subject(person.id, None)).facts:
        return None
    rows = session.scalars(
        select(Fact)
        .where(Fact.person_id == person.id, STANDS, Fact.predicate == "said", Fact.is_own_note.is_(False))
        .order_by(Fact.dated.desc(), Fact.id.desc())
        .limit(_FEW)
    ).all()
    for line in fact_lines.lines(session, rows, today):
        printed = next((one for one in line.sources if _prints_quotations(one)), None)
        if printed is not None:
            return Passage(line.value, printed.words, printed.address)
    return None


def _prints_quotations(words: fact_lines.Words) -> bool:
    """Whether it is a page or a text that can quote somebody: a field of a register is no quotation, nor is a note."""
    source = described_sources().get(words.record_key[0])
    return not words.is_own and not (source is not None and fact_rules.is_official(source.access, source.trust))


def _organization(session: WorkspaceSession, organization_id: int | None, today: date) -> Passage | None:
    """A fact about the house that one can talk about and that still holds, else one of its figures."""
    house = session.get(Organization, organization_id) if organization_id is not None else None
    if house is None:
        return None
    rows = session.scalars(
        select(Fact)
        .where(Fact.organization_id == house.id, STANDS, Fact.predicate.in_(readiness_rules.TALKED_OF))
        .order_by(Fact.dated.desc(), Fact.id.desc())
        .limit(_MANY)
    ).all()
    reasons = {row.id: reason for row in fact_lines.undisputed(rows) if (reason := _reason_to_mention(row, house.name))}
    worth = sorted((row for row in rows if row.id in reasons), key=lambda row: fact_rules.rank(row.predicate))[:_FEW]
    fresh = next((line for line in fact_lines.lines(session, worth, today) if not line.stale), None)
    if fresh is None:
        return _figure(session, house, today)
    return replace(_passage(fresh), reason=reasons[fresh.id])


def _reason_to_mention(row: Fact, house: str) -> str:
    return readiness_rules.worth_mentioning(row.predicate, row.value_words, row.ends or row.starts or row.as_of, house)


def _figure(session: WorkspaceSession, house: Organization, today: date) -> Passage | None:
    rows = session.scalars(
        select(Figure)
        .where(Figure.organization_id == house.id, Figure.quote != "")
        .order_by(Figure.period.desc(), Figure.id.desc())
        .limit(_FEW)
    )
    for row in rows:
        reason = readiness_rules.worth_mentioning(row.key, row.words, row.period, house.name)
        if reason and not fact_rules.stale_words(row.key, row.period, row.retrieved_at.date(), today):
            label = PREDICATES[row.key].label if row.key in PREDICATES else row.key
            when = f", {row.period_words}" if row.period_words else ""
            return Passage(f"{label}{when}: {record_words.said(row.quote)}", row.source_title, row.url, reason)
    return None


def _passage(line: FactLine) -> Passage:
    first = line.sources[0]
    return Passage(line.value, first.words, first.address)


def _disputes(session: WorkspaceSession, subject: Subject) -> tuple[int, int]:
    """Open disputes about the person, and about their organization."""
    has_facts = held(session, Subject(subject.person_id, None)).facts
    own = len(fact_lines.disputed(session, Fact.person_id == subject.person_id)) if has_facts else 0
    if subject.organization_id is None:
        return own, 0
    return own, len(fact_lines.disputed(session, Fact.organization_id == subject.organization_id))


# --- the reason -----------------------------------------------------------------------------------------------------


def say_why(session: WorkspaceSession, person: Person, reason: str, version: int, now: datetime) -> None:
    """Keeps why this leader and not another. Raises: ChangedElsewhere when another window was faster."""
    if person.version != version:
        raise ChangedElsewhere
    person.reason, person.updated_at = reason, now
    session.flush()
