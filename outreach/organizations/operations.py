"""What is done with organizations: added, changed, numbered, given figures, deleted and brought back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from outreach.errors import AppError, NotFound
from outreach.organizations import queries, rules
from outreach.organizations.models import (
    DirectoryHospital,
    DirectoryLoad,
    Figure,
    Organization,
    OrganizationIdentifier,
)
from outreach.organizations.rules import Workplace
from research.connectors.cms_hospitals import SOURCE as CMS_HOSPITALS


class ChangedElsewhere(AppError):
    """The organization was changed after the form was opened."""

    status = 409
    title = "This was changed in another window"


class NumberTaken(AppError):
    """A number that stands for another organization of the workspace."""

    status = 422
    title = "Another organization has this number"

    def __init__(self, other: Organization) -> None:
        super().__init__(f"{other.name} has this number.")
        self.other = other


@dataclass(frozen=True, slots=True)
class Details:
    """What the form of an organization says."""

    name: str
    kind: str = "hospital"
    other_names: str = ""
    description: str = ""
    city: str = ""
    state: str = ""
    website: str = ""
    parent_id: int | None = None


def add(session: Session, details: Details, now: datetime) -> Organization:
    """A new organization."""
    organization = Organization(created_at=now)
    _write(organization, details, now)
    session.add(organization)
    session.flush()
    return organization


def change(session: Session, number: int, details: Details, version: int, now: datetime) -> Organization:
    """Writes what the form says. Raises: NotFound; ChangedElsewhere when the form was made from another state."""
    organization = queries.organization(session, number)
    check_version(organization, version)
    _write(organization, details, now)
    session.flush()
    return organization


def check_version(organization: Organization, version: int) -> None:
    """Raises: ChangedElsewhere when a form was made from another state than the present one."""
    if organization.version != version:
        raise ChangedElsewhere


def _write(organization: Organization, details: Details, now: datetime) -> None:
    organization.name = details.name
    organization.kind = details.kind
    organization.other_names = details.other_names
    organization.description = details.description
    organization.city, organization.state = details.city, details.state
    organization.website = details.website
    organization.parent_id = details.parent_id if details.parent_id != organization.id else None
    organization.sort_key = rules.sort_key(details.name)
    organization.search_key = rules.search_key(details.name, details.other_names, details.city, details.state)
    organization.updated_at = now


def at(session: Session, workplace: Workplace, now: datetime) -> Organization | None:
    """The organization that a form's line names: one that is kept, or a new one; None for an empty line.

    A line without a place means the only organization of that name; of several the first that was added.
    """
    if workplace.ccn:
        found = from_directory(session, workplace.ccn, now)
        if found is not None:
            return found
    if not workplace.name:
        return None
    exact = queries.by_name_and_place(session, workplace.name, workplace.city, workplace.state)
    if exact is not None:
        return exact
    same = queries.by_name(session, workplace.name) if not workplace.state else []
    return same[0] if same else add(session, Details(workplace.name, city=workplace.city, state=workplace.state), now)


def from_directory(session: Session, ccn: str, now: datetime) -> Organization | None:
    """The organization that is this hospital of the directory: the one kept already, or a new one with its figures.

    None when the directory has no such number.
    """
    known = queries.by_identifier(session, "ccn", ccn)
    if known is not None:
        known.deleted_at = None
        return known
    hospital = queries.hospital(session, ccn)
    if hospital is None:
        return None
    organization = queries.by_name_and_place(session, hospital.name, hospital.city, hospital.state)
    if organization is None:
        organization = add(session, Details(hospital.name, city=hospital.city, state=hospital.state), now)
    add_identifier(session, organization.id, "ccn", ccn, now)
    load = session.get(DirectoryLoad, hospital.load_id)
    read_at = (load.retrieved_at if load else None) or now
    for key, value, words in (("ownership", None, hospital.ownership), ("overall_rating", hospital.rating, "")):
        if value is not None or words:
            _keep_figure(session, organization.id, _of_directory(hospital, key, value, words, read_at))
    session.flush()
    return organization


def _of_directory(hospital: DirectoryHospital, key: str, value: int | None, words: str, read_at: datetime) -> Figure:
    number = None if value is None else float(value)
    url = CMS_HOSPITALS.home
    period = read_at.date().isoformat()[:7]
    return Figure(
        key=key, value=number, words=words, unit="", period=period, period_words="", origin="directory",
        source_title=CMS_HOSPITALS.title, url=url, quote=hospital.quote, retrieved_at=read_at,
        fingerprint=rules.fingerprint(key, number, words, period, url),
    )  # fmt: skip


def _keep_figure(session: Session, number: int, figure: Figure) -> None:
    """Adds a figure unless the same one is there."""
    same = [one for one in queries.figures(session, number) if _is_same(one, figure)]
    if not same:
        figure.organization_id = number
        session.add(figure)


def _is_same(known: rules.KnownFigure, figure: Figure) -> bool:
    told = rules.fingerprint(known.key, known.value, known.words, known.period, known.url)
    return told == figure.fingerprint


# --- numbers and figures ----------------------------------------------------------------------------------------------


def add_identifier(session: Session, number: int, scheme: str, value: str, now: datetime) -> OrganizationIdentifier:
    """Gives an organization a number (already tidied). Raises: NotFound; NumberTaken.

    A number of a deleted organization goes over to this one.
    """
    queries.organization(session, number)
    other = queries.by_identifier(session, scheme, value)
    if other is not None and other.id != number and other.deleted_at is None:
        raise NumberTaken(other)
    mine = (OrganizationIdentifier.scheme == scheme, OrganizationIdentifier.value == value)
    if other is not None:
        session.execute(delete(OrganizationIdentifier).where(*mine))
    identifier = OrganizationIdentifier(organization_id=number, scheme=scheme, value=value, created_at=now)
    session.add(identifier)
    session.flush()
    return identifier


def remove_identifier(session: Session, number: int, identifier_id: int) -> OrganizationIdentifier:
    """Takes a number away. Raises: NotFound, also for a number of another organization."""
    found = session.get(OrganizationIdentifier, identifier_id)
    if found is None or found.organization_id != number:
        raise NotFound
    session.delete(found)
    session.flush()
    return found


@dataclass(frozen=True, slots=True)
class EnteredFigure:
    """A figure that a user entered; title and address of the source may be empty."""

    key: str
    value: float
    period: str
    source_title: str = ""
    url: str = ""


def add_figure(session: Session, number: int, entered: EnteredFigure, now: datetime) -> None:
    """Keeps a figure entered by hand; the same one again changes nothing. Raises: NotFound."""
    queries.organization(session, number)
    unit = rules.FIGURES[entered.key].unit if entered.key in rules.FIGURES else ""
    _keep_figure(
        session,
        number,
        Figure(
            key=entered.key, value=entered.value, words="", unit=unit, period=entered.period, period_words="",
            origin="hand", source_title=entered.source_title, url=entered.url, quote="", retrieved_at=now,
            fingerprint=rules.fingerprint(entered.key, entered.value, "", entered.period, entered.url),
        ),
    )  # fmt: skip
    session.flush()


def remove_figure(session: Session, number: int, figure_id: int) -> Figure:
    """Takes one value away. Raises: NotFound."""
    found = session.get(Figure, figure_id)
    if found is None or found.organization_id != number:
        raise NotFound
    session.delete(found)
    session.flush()
    return found


# --- going and coming back --------------------------------------------------------------------------------------------


def remove(session: Session, organization: Organization, now: datetime) -> None:
    """Takes an organization out of every list, for 30 days; one that is deleted stays as it is."""
    if organization.deleted_at is None:
        organization.deleted_at = organization.updated_at = now
        session.flush()


def bring_back(session: Session, number: int, now: datetime) -> Organization:
    """Brings a deleted organization back. Raises: NotFound when it is gone for good."""
    organization = session.get(Organization, number)
    if organization is None:
        raise NotFound
    organization.deleted_at, organization.updated_at = None, now
    session.flush()
    return organization


def forget_deleted(session: Session, now: datetime) -> int:
    """Removes for good what was deleted more than 30 days ago; returns how many."""
    gone = session.scalars(queries.deleted_before(now)).all()
    for organization in gone:
        session.delete(organization)
    session.flush()
    return len(gone)


# --- the directory of hospitals ---------------------------------------------------------------------------------------


def keep_directory(session: Session, load: DirectoryLoad, hospitals: Iterable[dict[str, object]]) -> None:
    """Puts the hospitals of a load in place of those before it, all in one transaction."""
    session.execute(delete(DirectoryHospital))
    session.execute(delete(DirectoryLoad))
    session.add(load)
    session.flush()
    rows = [{**hospital, "load_id": load.id} for hospital in hospitals]
    for start in range(0, len(rows), 500):
        session.execute(insert(DirectoryHospital), rows[start : start + 500])
    load.hospitals = len(rows)
    session.flush()


def note_failure(session: Session, load: DirectoryLoad) -> None:
    """Keeps why the directory could not be loaded, in place of earlier failures."""
    session.execute(delete(DirectoryLoad).where(DirectoryLoad.state == "failed"))
    session.add(load)
    session.flush()
