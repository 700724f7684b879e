"""Reads organizations for pages: lists by keyset, one with all that belongs to it, lines for a field that suggests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from outreach.errors import NotFound
from outreach.folding import fold
from outreach.organizations import rules
from outreach.organizations.models import (
    DirectoryHospital,
    DirectoryLoad,
    Figure,
    Organization,
    OrganizationIdentifier,
)
from outreach.organizations.rules import KnownFigure, ShownFigure, ShownSeries, Workplace
from outreach.pagination import Key, Page, page_of

PAGE_SIZE = 50
SUGGESTED = 12
_CANDIDATES = 200
_SHORTEST = 2
"""Letters from which on the directory is looked through."""

_BY_NAME = (Key(Organization.sort_key), Key(Organization.id))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of organizations shows: part of a name, a kind, a state; empty for all."""

    words: str = ""
    kind: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class OrganizationPage:
    """What the page of one organization prints."""

    organization: Organization
    parent: Organization | None
    units: Sequence[Organization]
    identifiers: Sequence[OrganizationIdentifier]
    figures: tuple[ShownFigure, ...]
    wordings: tuple[ShownFigure, ...]
    """What a source says of the house in words: who owns it, what it is for."""
    series: tuple[ShownSeries, ...]


def organizations(session: Session, wanted: Wanted, cursor: str | None = None) -> Page[Organization]:
    """The organizations of the workspace that are wanted, by name. Raises: BadCursor."""
    return page_of(session, _wanted(wanted), _BY_NAME, cursor=cursor, size=PAGE_SIZE)


def _wanted(wanted: Wanted) -> Select[Organization]:
    statement = select(Organization).where(Organization.deleted_at.is_(None))
    if wanted.kind:
        statement = statement.where(Organization.kind == wanted.kind)
    if wanted.state:
        statement = statement.where(Organization.state == wanted.state)
    for word in fold(wanted.words[:200]).split()[:8]:
        statement = statement.where(Organization.search_key.contains(word, autoescape=True))
    return statement


def count(session: Session) -> int:
    """How many organizations there are."""
    return session.scalar(select(func.count()).select_from(Organization).where(Organization.deleted_at.is_(None))) or 0


def organization(session: Session, number: int) -> Organization:
    """Raises: NotFound, also for one that was deleted."""
    found = organization_or_deleted(session, number)
    if found.deleted_at is not None:
        raise NotFound
    return found


def organization_or_deleted(session: Session, number: int) -> Organization:
    """One that can be brought back as well. Raises: NotFound."""
    found = session.get(Organization, number)
    if found is None:
        raise NotFound
    return found


def parent_of(session: Session, found: Organization) -> Organization | None:
    """What an organization is a part of; None also when that was deleted."""
    parent = session.get(Organization, found.parent_id) if found.parent_id else None
    return parent if parent is not None and parent.deleted_at is None else None


def organization_page(session: Session, number: int) -> OrganizationPage:
    """One organization with its numbers, figures and units. Raises: NotFound."""
    found = organization(session, number)
    of_it = OrganizationIdentifier.organization_id == number
    # Put in order here: asked to, SQLite reads the whole workspace's in the order of their ids instead.
    identifiers = sorted(session.scalars(select(OrganizationIdentifier).where(of_it)), key=lambda one: one.id)
    here = (Organization.parent_id == number, Organization.deleted_at.is_(None))
    units = session.scalars(select(Organization).where(*here).order_by(Organization.sort_key).limit(50)).all()
    known = figures(session, number)
    shown = rules.snapshot(known)
    return OrganizationPage(
        found,
        parent_of(session, found),
        units,
        identifiers,
        tuple(one for one in shown if not one.is_wording),
        tuple(one for one in shown if one.is_wording),
        rules.series_of(known),
    )


def figures(session: Session, number: int) -> tuple[KnownFigure, ...]:
    """All figures of an organization."""
    rows = sorted(session.scalars(select(Figure).where(Figure.organization_id == number)), key=lambda one: one.id)
    return tuple(
        KnownFigure(
            row.id, row.key, row.value, row.words, row.period, row.period_words, row.origin, row.source_title, row.url,
            row.retrieved_at,
        )
        for row in rows
    )  # fmt: skip


def by_name_and_place(session: Session, name: str, city: str, state: str) -> Organization | None:
    """The organization of exactly this name and place, however they are spelled."""
    same_name = (Organization.sort_key == rules.sort_key(name), Organization.deleted_at.is_(None))
    for found in session.scalars(select(Organization).where(*same_name).order_by(Organization.id).limit(20)):
        if fold(found.city) == fold(city) and found.state == state:
            return found
    return None


def by_name(session: Session, name: str) -> Sequence[Organization]:
    """The organizations of this name, at most 20."""
    same_name = (Organization.sort_key == rules.sort_key(name), Organization.deleted_at.is_(None))
    return session.scalars(select(Organization).where(*same_name).order_by(Organization.id).limit(20)).all()


def by_identifier(session: Session, scheme: str, value: str) -> Organization | None:
    """The organization with this number; also one that was deleted, which `deleted_at` says."""
    number = (OrganizationIdentifier.scheme == scheme, OrganizationIdentifier.value == value)
    of_it = OrganizationIdentifier.organization_id == Organization.id
    return session.scalar(select(Organization).join(OrganizationIdentifier, of_it).where(*number))


# --- the directory of hospitals ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DirectoryState:
    """How the directory of hospitals is: how many it holds, as of when, and what the last attempt met."""

    hospitals: int
    as_of: datetime | None
    error: str
    is_loading: bool

    @property
    def is_on_its_way(self) -> bool:
        """Whether the first list is being fetched, so that looking again in a moment is worth it."""
        return self.is_loading and not self.hospitals

    @property
    def hint(self) -> str:
        """What stands below a field that suggests hospitals."""
        if self.hospitals:
            return "Type three letters of the name, and choose it from the list; or write any other name."
        if self.error:
            return f"The list of hospitals is not here yet: {self.error} We will try again. Write the name by hand."
        return "The list of hospitals is being fetched. Until it is here, write the name by hand."


def directory_state(session: Session) -> DirectoryState:
    """Whether hospitals can be suggested."""
    done = session.scalar(
        select(DirectoryLoad).where(DirectoryLoad.state == "done").order_by(DirectoryLoad.id.desc()).limit(1)
    )
    last = session.scalar(select(DirectoryLoad).order_by(DirectoryLoad.id.desc()).limit(1))
    return DirectoryState(
        hospitals=done.hospitals if done else 0,
        as_of=done.retrieved_at if done else None,
        error=last.error if last and last.state == "failed" else "",
        is_loading=last is None or last.state == "running",
    )


def latest_load(session: Session) -> DirectoryLoad | None:
    """The last load of the directory that came through."""
    done = select(DirectoryLoad).where(DirectoryLoad.state == "done").order_by(DirectoryLoad.id.desc()).limit(1)
    return session.scalar(done)


def hospital(session: Session, ccn: str) -> DirectoryHospital | None:
    """The hospital of the directory with this number."""
    return session.get(DirectoryHospital, ccn)


def suggestions(session: Session, typed: str, limit: int = SUGGESTED) -> tuple[str, ...]:
    """Lines for what was typed so far: the workspace's own organizations, then hospitals of the directory."""
    words = fold(typed[:200]).split()[:8]
    if len("".join(words)) < _SHORTEST:
        return ()
    own = [rules.workplace_line(Workplace(row.name, row.city, row.state)) for row in _own_with(session, words, limit)]
    known = {fold(line) for line in own}
    found = [
        rules.workplace_line(Workplace(row.name, row.city, row.state, row.ccn))
        for row in _hospitals_with(session, words, limit)
        if fold(rules.workplace_line(Workplace(row.name, row.city, row.state))) not in known
    ]
    return tuple([*own, *found][:limit])


def _own_with(session: Session, words: Sequence[str], limit: int) -> Sequence[Organization]:
    statement = select(Organization).where(Organization.deleted_at.is_(None))
    for word in words:
        statement = statement.where(Organization.search_key.contains(word, autoescape=True))
    return session.scalars(statement.order_by(Organization.sort_key).limit(min(limit, 5))).all()


def _hospitals_with(session: Session, words: Sequence[str], limit: int) -> Sequence[DirectoryHospital]:
    """Those with a word that begins with each of these; names that begin with the first of them before others."""
    key = (" " + DirectoryHospital.search_key).label("key")
    statement = select(DirectoryHospital)
    for word in words:
        statement = statement.where(key.contains(f" {word}", autoescape=True))
    rows = session.scalars(statement.order_by(DirectoryHospital.sort_key, DirectoryHospital.ccn).limit(_CANDIDATES))
    whole = " ".join(words)
    ranked = sorted(rows, key=lambda row: (not row.sort_key.startswith(whole), not row.sort_key.startswith(words[0])))
    return ranked[:limit]


def deleted_before(moment: datetime) -> Select[Organization]:
    """Organizations whose time to be brought back is over."""
    return select(Organization).where(Organization.deleted_at < moment - rules.UNDO_FOR)


def is_fresh(load: DirectoryLoad, now: datetime, keep_for: timedelta) -> bool:
    """Whether the directory need not be asked for again."""
    return load.retrieved_at is not None and now - load.retrieved_at < keep_for
