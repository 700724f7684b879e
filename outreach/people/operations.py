"""What is done with people: added, changed, moved to another post, deleted and brought back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete

from outreach.accounts.rules import email_key
from outreach.db import WorkspaceSession
from outreach.errors import AppError, NotFound
from outreach.organizations import operations as organizations
from outreach.organizations.rules import Workplace
from outreach.people import queries, rules
from outreach.people.models import Contact, Person, PersonIdentifier, PersonNote, Position
from outreach.sent_twice import hold, just_made

MOVES, ADDS, HELD = "moves", "adds", "held"
"""What a new post means: the present ones end, it comes beside them, or it is an earlier one."""


class ChangedElsewhere(AppError):
    """The person or note was changed after the form was opened."""

    status = 409
    title = "This was changed in another window"


class NumberTaken(AppError):
    """A number that stands for another person of the workspace."""

    status = 422
    title = "Somebody else has this number"

    def __init__(self, other: Person) -> None:
        super().__init__(f"{other.name} has this number.")
        self.other = other


@dataclass(frozen=True, slots=True)
class By:
    """Who does something, and when."""

    user_id: int
    now: datetime


@dataclass(frozen=True, slots=True)
class Details:
    """What the form of a person says. Names of fields are those of `models.Person`."""

    name: str
    kind: str = "leader"
    given_name: str = ""
    family_name: str = ""
    sort_as: str = ""
    credentials: str = ""
    goes_by: str = ""
    addressed_as: str = ""
    pronunciation: str = ""
    pronouns: str = ""
    time_zone: str = ""
    preferred_channel: str = ""
    email: str = ""
    office_phone: str = ""
    website: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NewPost:
    """A post to be entered. `ended` counts for an earlier one only."""

    title: str
    workplace: Workplace
    started: str = ""
    ended: str = ""
    note: str = ""


# --- the person ---------------------------------------------------------------------------------------------------


def add(session: WorkspaceSession, details: Details, by: By) -> Person:
    """A new person; a typed name is taken apart where its parts are not given."""
    person = Person(created_at=by.now)
    parts = rules.name_parts(details.name)
    _write(person, details, by.now)
    person.name = parts.name
    person.given_name = details.given_name or parts.given
    person.family_name = details.family_name or parts.family
    person.credentials = details.credentials or parts.credentials
    person.addressed_as = details.addressed_as or parts.addressed_as
    _write_keys(person)
    session.add(person)
    session.flush()
    return person


def change(session: WorkspaceSession, number: int, details: Details, version: int, by: By) -> Person:
    """Writes what the form says; an address that is replaced stays as an earlier one.

    Raises: NotFound, ChangedElsewhere.
    """
    person = queries.person(session, number)
    check_version(person, version)
    _remember_address(session, person, details.email, by.now)
    joined = queries.names_joined_to(session, number)  # asked first: it would save a person that is half written
    _write(person, details, by.now)
    _write_keys(person, *joined)
    session.flush()
    return person


def check_version(row: Person | PersonNote, version: int) -> None:
    """Raises: ChangedElsewhere when a form was made from another state than the present one."""
    if row.version != version:
        raise ChangedElsewhere


_FIELDS = tuple(Details.__dataclass_fields__)


def _write(person: Person, details: Details, now: datetime) -> None:
    for name in _FIELDS:
        setattr(person, name, getattr(details, name))
    person.updated_at = now


def _write_keys(person: Person, *joined: str) -> None:
    """`joined` are names of people who were joined to this one: they find it too."""
    person.sort_key = rules.sort_key(person.name, person.given_name, person.family_name, person.sort_as)
    person.search_key = rules.search_key(
        person.name, person.given_name, person.family_name, person.goes_by, person.sort_as, *joined
    )
    person.email_key = email_key(person.email) if person.email else ""


def _remember_address(session: WorkspaceSession, person: Person, new: str, now: datetime) -> None:
    """An old address still finds the person, when a mail from it turns up."""
    key = person.email_key
    if not key or (new and email_key(new) == key):
        return
    if queries.by_identifier(session, "former_email", key) is None:
        session.add(PersonIdentifier(person_id=person.id, scheme="former_email", value=key[:254], created_at=now))


def ask_not_to_contact(session: WorkspaceSession, number: int, reason: str, by: By) -> Person:
    """Notes that the person does not want to be written to. Raises: NotFound."""
    person = queries.person(session, number)
    person.do_not_contact_since = person.do_not_contact_since or by.now
    person.do_not_contact_reason, person.updated_at = reason, by.now
    session.flush()
    return person


def allow_contact(session: WorkspaceSession, number: int, by: By) -> Person:
    """Takes that back. Raises: NotFound."""
    person = queries.person(session, number)
    person.do_not_contact_since, person.do_not_contact_reason, person.updated_at = None, "", by.now
    session.flush()
    return person


# --- posts --------------------------------------------------------------------------------------------------------


def add_post(session: WorkspaceSession, number: int, post: NewPost, what: str, by: By) -> Position:
    """Enters a post, once however often its form is sent. A move ends the present ones in the same act.

    Raises: NotFound; BadDates when it would begin before the post that it ends, or end before it began.
    """
    person = queries.person(session, number)
    if what == HELD:
        rules.check_period(post.started, post.ended)
    organization = organizations.at(session, post.workplace, by.now)
    said = {
        "person_id": person.id,
        "organization_id": organization.id if organization else None,
        "title": post.title,
        "started": post.started,
        "ended": post.ended if what == HELD else "",
        "is_current": what != HELD,
        "note": post.note,
        "known_by_id": by.user_id,
    }
    hold(session, Person.id, person.id)
    if (same := just_made(session, Position, by.now, **said)) is not None:
        return same
    if what == MOVES:
        _end_present_posts(session, number, post.started, by)
    position = Position(
        **said,
        organization_name=organization.name if organization else "",
        confirmed_on=by.now if what != HELD else None,
        created_at=by.now,
        updated_at=by.now,
    )
    # Through the relationship, so that what is made of a person's posts (the search) sees this one at once.
    position.person = person
    session.add(position)
    session.flush()
    return position


def _end_present_posts(session: WorkspaceSession, number: int, ended: str, by: By) -> None:
    for present in queries.current_positions(session, number):
        present.ended = rules.ends_by_move(present.started, ended)
        present.is_current, present.updated_at = False, by.now


@dataclass(frozen=True, slots=True)
class PostChange:
    """What the form of a post says."""

    title: str
    workplace: Workplace
    started: str
    ended: str
    is_current: bool
    note: str


def change_post(session: WorkspaceSession, number: int, position_id: int, change_: PostChange, by: By) -> Position:
    """Corrects a post, or ends it. Raises: NotFound; BadDates."""
    position = queries.position(session, number, position_id)
    ended = "" if change_.is_current else change_.ended
    rules.check_period(change_.started, ended)
    if change_.workplace.name != position.organization_name or change_.workplace.ccn:
        organization = organizations.at(session, change_.workplace, by.now)
        position.organization_id = organization.id if organization else None
        position.organization_name = organization.name if organization else ""
    position.title, position.started, position.note = change_.title, change_.started, change_.note
    position.is_current, position.ended = change_.is_current, ended
    position.confirmed_on = by.now if change_.is_current else position.confirmed_on
    position.updated_at = by.now
    session.flush()
    return position


def confirm_post(session: WorkspaceSession, number: int, position_id: int, by: By) -> Position:
    """Notes that a present post still holds, as of now. Raises: NotFound, also for a post that has ended."""
    position = queries.position(session, number, position_id)
    if not position.is_current:
        raise NotFound
    position.confirmed_on = position.updated_at = by.now
    session.flush()
    return position


def remove_post(session: WorkspaceSession, number: int, position_id: int) -> Position:
    """Takes a post away that was entered by mistake. Raises: NotFound."""
    position = queries.position(session, number, position_id)
    session.delete(position)
    session.flush()
    return position


# --- who answers for a leader -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NewContact:
    """Somebody who answers for a leader: a person of the workspace by name, or a new one."""

    name: str
    kind: str
    part: str
    email: str = ""
    phone: str = ""
    note: str = ""


def add_contact(session: WorkspaceSession, number: int, new: NewContact, by: By) -> Contact:
    """Ties an assistant or an office to a leader; the same one again changes what they do. Raises: NotFound."""
    leader = queries.person(session, number)
    person = queries.by_exact_name(session, new.name)
    if person is None or person.id == leader.id:
        person = add(session, Details(new.name, kind=new.kind, email=new.email, office_phone=new.phone), by)
    elif new.email and not person.email:
        person.email, person.email_key = new.email, email_key(new.email)
    known = next((one for one in _contacts(session, leader.id) if one.person_id == person.id), None)
    contact = known or Contact(leader_id=leader.id, person_id=person.id, created_at=by.now)
    contact.part, contact.note, contact.ended_at = new.part, new.note, None
    session.add(contact)
    session.flush()
    return contact


def _contacts(session: WorkspaceSession, leader_id: int) -> list[Contact]:
    lines, _ = queries.contacts_of(session, leader_id)
    return [queries.contact(session, leader_id, line.id) for line in lines]


def end_contact(session: WorkspaceSession, number: int, contact_id: int, by: By) -> Contact:
    """Notes that somebody answers for a leader no more. Raises: NotFound."""
    contact = queries.contact(session, number, contact_id)
    contact.ended_at = contact.ended_at or by.now
    session.flush()
    return contact


def remove_contact(session: WorkspaceSession, number: int, contact_id: int) -> None:
    """Takes a tie away that was entered by mistake; both people stay. Raises: NotFound."""
    session.delete(queries.contact(session, number, contact_id))
    session.flush()


# --- numbers ------------------------------------------------------------------------------------------------------


def add_identifier(session: WorkspaceSession, number: int, scheme: str, value: str, now: datetime) -> PersonIdentifier:
    """Gives a person a number (already tidied). Raises: NotFound; NumberTaken.

    A number of a deleted person goes over to this one.
    """
    queries.person(session, number)
    other = queries.by_identifier(session, scheme, value)
    if other is not None and other.id != number and other.deleted_at is None:
        raise NumberTaken(other)
    if other is not None:
        mine = (PersonIdentifier.scheme == scheme, PersonIdentifier.value == value)
        session.execute(delete(PersonIdentifier).where(*mine))
    identifier = PersonIdentifier(person_id=number, scheme=scheme, value=value, created_at=now)
    session.add(identifier)
    session.flush()
    return identifier


def remove_identifier(session: WorkspaceSession, number: int, identifier_id: int) -> PersonIdentifier:
    """Takes a number away. Raises: NotFound."""
    identifier = queries.identifier(session, number, identifier_id)
    session.delete(identifier)
    session.flush()
    return identifier


# --- going and coming back ----------------------------------------------------------------------------------------


def remove(session: WorkspaceSession, person: Person, now: datetime) -> None:
    """Takes a person out of every list; they can be brought back for 30 days. Who is deleted stays as they are."""
    if person.deleted_at is None:
        person.deleted_at = person.updated_at = now
        session.flush()


def bring_back(session: WorkspaceSession, number: int, now: datetime) -> Person:
    """Brings a deleted person back. Raises: NotFound when they are gone for good, or were joined to another."""
    person = session.get(Person, number)
    if person is None or person.merged_into_id is not None:
        raise NotFound
    person.deleted_at, person.updated_at = None, now
    session.flush()
    return person


def forget_deleted(session: WorkspaceSession, now: datetime) -> int:
    """Removes for good who was deleted more than 30 days ago; returns how many."""
    gone = session.scalars(queries.deleted_before(now)).all()
    for person in gone:
        session.delete(person)
    session.flush()
    return len(gone)
