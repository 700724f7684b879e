"""Reads people for pages: the list by keyset, one person with all that belongs to them; no query for each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, func, or_, select

from outreach.accounts.models import User
from outreach.db import WorkspaceSession
from outreach.errors import NotFound
from outreach.kept_statements import kept_statement
from outreach.once import once
from outreach.organizations.models import Organization
from outreach.page_parts import Step
from outreach.pagination import Key, Page, page_of
from outreach.partial_dates import first_day
from outreach.people import rules
from outreach.people.models import Contact, Person, PersonIdentifier, PersonNote, Position
from outreach.people.rules import Post

PAGE_SIZE = 50
NOTES_ON_A_PAGE = 10
_NOTE_IN_TIMELINE = 120
_BY_NAME = (Key(Person.sort_key), Key(Person.id))
_NEWEST_NOTE = (Key(PersonNote.created_at, descending=True), Key(PersonNote.id, descending=True))

HERE = and_(Person.deleted_at.is_(None), Person.merged_into_id.is_(None))
"""People who are neither deleted nor joined to another."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of people shows: a kind, those at one organization, and further conditions; empty for all.

    `ids` are those that a search found, best first; None where nothing was searched for.
    """

    kind: str = ""
    organization_id: int | None = None
    conditions: tuple[ColumnElement[bool], ...] = ()
    ids: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list."""

    id: int
    name: str
    credentials: str
    kind: str
    post: Post | None
    do_not_contact: bool

    @property
    def path(self) -> str:
        """The address of the person's page."""
        return f"/people/{self.id}"


@dataclass(frozen=True, slots=True)
class ContactLine:
    """Somebody who answers for a leader, or the leader whom somebody answers for."""

    id: int
    person_id: int
    name: str
    part: str
    note: str
    email: str
    phone: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note with its author's name; "" for one whose account is gone."""

    id: int
    text: str
    author: str
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What the page of one person prints."""

    person: Person
    posts: tuple[Post, ...]
    main_post: Post | None
    contacts: tuple[ContactLine, ...]
    leaders: tuple[ContactLine, ...]
    identifiers: Sequence[PersonIdentifier]
    notes: Page[NoteLine]


# --- the list -----------------------------------------------------------------------------------------------------


def people(session: WorkspaceSession, wanted: Wanted, cursor: str | None = None) -> Page[Line]:
    """The people who are wanted: by name, or in the order that a search found them in. Raises: BadCursor."""
    statement = _wanted(wanted)
    if wanted.ids is None:
        page = page_of(session, statement, _BY_NAME, cursor=cursor, size=PAGE_SIZE)
        return Page(_lines(session, page.rows), page.next_cursor, page.previous_cursor)
    found = {row.id: row for row in session.execute(statement.where(Person.id.in_(wanted.ids)))}
    best = [found[number] for number in wanted.ids if number in found]
    return Page(_lines(session, best[:PAGE_SIZE]), None, None)


def _wanted(wanted: Wanted) -> Select[*tuple[Any, ...]]:
    statement = select(*_OF_A_LINE).where(HERE, *wanted.conditions)
    if wanted.kind:
        statement = statement.where(Person.kind == wanted.kind)
    if wanted.organization_id is not None:
        there = select(Position.person_id).where(
            Position.organization_id == wanted.organization_id, Position.is_current.is_(True)
        )
        statement = statement.where(Person.id.in_(there))
    return statement


_OF_A_LINE = (Person.id, Person.name, Person.credentials, Person.kind, Person.do_not_contact_since, Person.sort_key)
"""What a line shows and is ordered by: a list has no need of whole people."""


def _lines(session: WorkspaceSession, rows: Sequence[Row[Any]]) -> tuple[Line, ...]:
    posts = posts_of(session, [row.id for row in rows])
    return tuple(
        Line(
            row.id, row.name, row.credentials, row.kind, rules.main_post(posts.get(row.id, ())),
            row.do_not_contact_since is not None,
        )
        for row in rows
    )  # fmt: skip


def is_anybody_here(session: WorkspaceSession) -> bool:
    """Whether the workspace has people at all."""
    return session.scalar(select(Person.id).where(HERE).limit(1)) is not None


def at_organization(session: WorkspaceSession, organization_id: int, limit: int = 20) -> tuple[Line, ...]:
    """The people of the workspace who work there now, by name."""
    statement = _wanted(Wanted(organization_id=organization_id)).order_by(Person.sort_key, Person.id).limit(limit)
    return _lines(session, session.execute(statement).all())


# --- one person ---------------------------------------------------------------------------------------------------


@once
def _row(session: WorkspaceSession, number: int) -> Person | None:
    return session.get(Person, number)


def person(session: WorkspaceSession, number: int) -> Person:
    """Raises: NotFound, also for one who was deleted or joined to another."""
    found = person_or_deleted(session, number)
    if found.deleted_at is not None:
        raise NotFound
    return found


def person_or_deleted(session: WorkspaceSession, number: int) -> Person:
    """One who can be brought back as well. Raises: NotFound, also for one who was joined to another."""
    found = _row(session, number)
    if found is None or found.merged_into_id is not None:
        raise NotFound
    return found


def joined_to(session: WorkspaceSession, number: int) -> int | None:
    """The person whom this one turned out to be, if so: an old address leads there."""
    found = _row(session, number)
    return found.merged_into_id if found is not None and found.deleted_at is None else None


def names_joined_to(session: WorkspaceSession, number: int) -> Sequence[str]:
    """The names of those who turned out to be this person."""
    return session.scalars(select(Person.name).where(Person.merged_into_id == number).limit(50)).all()


def person_page(session: WorkspaceSession, number: int, notes_after: str | None = None) -> PersonPage:
    """One person with posts, contacts, numbers and the latest notes. Raises: NotFound, BadCursor."""
    found = person(session, number)
    posts = rules.in_order(posts_of(session, [number]).get(number, ()))
    contacts, leaders = contacts_of(session, number)
    return PersonPage(
        person=found,
        posts=posts,
        main_post=rules.main_post(posts),
        contacts=contacts,
        leaders=leaders,
        identifiers=sorted(session.scalars(_NUMBERS, {"number": number}), key=lambda one: one.id),
        notes=notes(session, number, notes_after),
    )


_NUMBERS = kept_statement(select(PersonIdentifier).where(PersonIdentifier.person_id == bindparam("number")))


def posts_of(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, list[Post]]:
    """The posts of several people, with their organizations' present names; one query for all."""
    if not ids:
        return {}
    found: dict[int, list[Post]] = {}
    # Put in order here: asked to, SQLite reads every post of the workspace in the order of their ids instead.
    for row in sorted(session.execute(_POSTS, {"people": ids})):
        post = Post(*row)
        found.setdefault(post.person_id, []).append(post)
    return found


_POSTS = kept_statement(select(
    Position.id, Position.person_id, Position.title, Organization.id,
    func.coalesce(Organization.name, Position.organization_name), Position.started, Position.ended,
    Position.is_current, Position.note, Position.origin, Position.source_title, Position.url, Position.confirmed_on,
).outerjoin(
    Organization, and_(Organization.id == Position.organization_id, Organization.deleted_at.is_(None))
).where(Position.person_id.in_(bindparam("people", expanding=True))))  # fmt: skip
"""The fields of `Post` in their order; an organization that was deleted is a name only."""


def position(session: WorkspaceSession, number: int, position_id: int) -> Position:
    """A post of a person. Raises: NotFound, also for a post of another one."""
    person(session, number)
    found = session.get(Position, position_id)
    if found is None or found.person_id != number:
        raise NotFound
    return found


def current_positions(session: WorkspaceSession, number: int) -> Sequence[Position]:
    """The posts that a person holds now."""
    held = (Position.person_id == number, Position.is_current.is_(True))
    return sorted(session.scalars(select(Position).where(*held)), key=lambda one: one.id)


def contacts_of(session: WorkspaceSession, number: int) -> tuple[tuple[ContactLine, ...], tuple[ContactLine, ...]]:
    """Those who answer for a person, and those whom the person answers for; who do so no more stand last."""
    # Two questions, each by its own index: asked as one with "or", SQLite goes through all people.
    return _contact_lines(session, _ANSWERING, number), _contact_lines(session, _ANSWERED_FOR, number)


def _contact_lines(
    session: WorkspaceSession, statement: Select[*tuple[Any, ...]], number: int
) -> tuple[ContactLine, ...]:
    rows = session.execute(statement, {"number": number})
    return tuple(sorted((ContactLine(*row) for row in rows), key=lambda line: (line.is_over, line.id)))


# Put together once, as posts are: every page of a person asks both.
_CONTACT_LINE = select(
    Contact.id, Person.id, Person.name, Contact.part, Contact.note, Person.email, Person.office_phone,
    Contact.ended_at.is_not(None),
).where(HERE)  # fmt: skip
_ANSWERING = kept_statement(
    _CONTACT_LINE.join(Person, Person.id == Contact.person_id).where(Contact.leader_id == bindparam("number"))
)
_ANSWERED_FOR = kept_statement(
    _CONTACT_LINE.join(Person, Person.id == Contact.leader_id).where(Contact.person_id == bindparam("number"))
)


def contact(session: WorkspaceSession, number: int, contact_id: int) -> Contact:
    """A contact of a leader. Raises: NotFound."""
    person(session, number)
    found = session.get(Contact, contact_id)
    if found is None or found.leader_id != number:
        raise NotFound
    return found


def identifier(session: WorkspaceSession, number: int, identifier_id: int) -> PersonIdentifier:
    """A number of a person. Raises: NotFound."""
    person(session, number)
    found = session.get(PersonIdentifier, identifier_id)
    if found is None or found.person_id != number:
        raise NotFound
    return found


def by_identifier(session: WorkspaceSession, scheme: str, value: str) -> Person | None:
    """The person with this number, also one who was deleted."""
    number = (PersonIdentifier.scheme == scheme, PersonIdentifier.value == value)
    return session.scalar(select(Person).join(PersonIdentifier).where(*number))


def by_email(session: WorkspaceSession, key: str) -> Sequence[Person]:
    """The people with this address, now or earlier; at most 20."""
    if not key:
        return []
    formerly = select(PersonIdentifier.person_id).where(
        PersonIdentifier.scheme == "former_email", PersonIdentifier.value == key
    )
    either = or_(Person.email_key == key, Person.id.in_(formerly))
    return session.scalars(select(Person).where(HERE, either).order_by(Person.id).limit(20)).all()


def of_same_name(session: WorkspaceSession, key: str) -> tuple[Line, ...]:
    """The people of this sort key: perhaps the one who is about to be added. At most 10."""
    statement = _wanted(Wanted()).where(Person.sort_key == key).order_by(Person.id).limit(10)
    return _lines(session, session.execute(statement).all())


def by_exact_name(session: WorkspaceSession, name: str) -> Person | None:
    """The only person of this name, however it is spelled; None when there are none or several."""
    found = of_same_name(session, _sort_key_of(name))
    return session.get(Person, found[0].id) if len(found) == 1 else None


def _sort_key_of(name: str) -> str:
    parts = rules.name_parts(name)
    return rules.sort_key(parts.name, parts.given, parts.family, "")


# --- notes --------------------------------------------------------------------------------------------------------


def notes(session: WorkspaceSession, number: int, cursor: str | None = None) -> Page[NoteLine]:
    """The notes about a person, newest first. Raises: BadCursor."""
    statement = select(PersonNote).where(PersonNote.person_id == number, PersonNote.deleted_at.is_(None))
    page = page_of(session, statement, _NEWEST_NOTE, cursor=cursor, size=NOTES_ON_A_PAGE)
    authors = author_names(session, {row.author_id for row in page.rows if row.author_id is not None})
    lines = tuple(
        NoteLine(row.id, row.text, authors.get(row.author_id or 0, ""), row.created_at, row.updated_at)
        for row in page.rows
    )
    return Page(lines, page.next_cursor, page.previous_cursor)


def author_names(session: WorkspaceSession, ids: set[int]) -> dict[int, str]:
    """The names of users."""
    if not ids:
        return {}
    return {row.id: row.name for row in session.execute(select(User.id, User.name).where(User.id.in_(ids)))}


def note(session: WorkspaceSession, number: int, note_id: int) -> PersonNote:
    """A note about a person. Raises: NotFound, also for one that was deleted."""
    found = note_or_deleted(session, number, note_id)
    if found.deleted_at is not None:
        raise NotFound
    return found


def note_or_deleted(session: WorkspaceSession, number: int, note_id: int) -> PersonNote:
    """A note about a person, also one that can be brought back. Raises: NotFound."""
    person(session, number)
    found = session.get(PersonNote, note_id)
    if found is None or found.person_id != number:
        raise NotFound
    return found


# --- the timeline -------------------------------------------------------------------------------------------------


def steps(session: WorkspaceSession, page: PersonPage, today: date, most: int) -> list[Step]:
    """Posts that began and ended, and notes, as lines of the timeline; the newest, at most so many of each."""
    found = [step for post in page.posts for step in _steps_of_post(post, today)]
    on_page = {note.id for note in page.notes.rows}
    for number, text, made in session.execute(_LATEST_NOTES, {"number": page.person.id, "most": most}):
        address = f"#note-{number}" if number in on_page else ""
        found.append(Step(made.date(), _beginning(text), "your note", address=address))
    return sorted(found, key=lambda step: step.date, reverse=True)[:most]


_LATEST_NOTES = kept_statement(select(PersonNote.id, PersonNote.text, PersonNote.created_at).where(
    PersonNote.person_id == bindparam("number"), PersonNote.deleted_at.is_(None)
).order_by(PersonNote.created_at.desc(), PersonNote.id.desc()).limit(bindparam("most")))  # fmt: skip


def _steps_of_post(post: Post, today: date) -> list[Step]:
    """A date known to the year or month stands at its first day, and is shown as it is known."""
    found = []
    for text, verb in ((post.started, "Began as"), (post.ended, "Ended as")):
        day = first_day(text)
        if day is not None:
            known = text if len(text) < len("2024-03-15") else ""
            found.append(Step(day, f"{verb} {post.words}", "post", done=day <= today, known=known))
    return found


def _beginning(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _NOTE_IN_TIMELINE else line[:_NOTE_IN_TIMELINE].rpartition(" ")[0] + " …"


def deleted_before(moment: datetime) -> Select[Person]:
    """People whose time to be brought back is over."""
    return select(Person).where(Person.deleted_at < moment - rules.UNDO_FOR)
