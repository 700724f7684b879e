"""What the command `brief` asks for: a file, a person or an event in, a PDF out; each fault is one clear sentence."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from outreach import migrations
from outreach.accounts import own_mail
from outreach.accounts.models import Membership, User, Workspace
from outreach.briefs import build, dossier_material, gathering, packs, pdf
from outreach.db import LARGEST_ID, Database, WorkspaceSession
from outreach.events.models import Event
from outreach.people.models import Person
from outreach.people.queries import HERE
from outreach.time_zones import zone_of
from outreach.words import counted, size
from research import dossier_file
from research.errors import InputError


class CannotMake(Exception):
    """What cannot be made and why, in a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file, and what it is in words: "1 page, 48 kB"."""

    body: bytes
    words: str


@dataclass(frozen=True, slots=True)
class Where:
    """Where people are kept: the database, the present moment, the address of the site, perhaps a workspace."""

    database: Database
    now: datetime
    site: str = ""
    workspace: int | None = None


def check_one_of(asked: Mapping[str, object]) -> None:
    """Make sure that one thing is asked for. Raises: CannotMake."""
    named = [option for option, value in asked.items() if value is not None]
    if len(named) == 1:
        return
    if not named:
        raise CannotMake("Name what to print: --from DOSSIER.json, --person NUMBER or --event NUMBER.")
    raise CannotMake(f"Name one thing to print, not {' and '.join(named)}.")


def brief_of_file(path: Path, paper: str) -> Made:
    """The brief of a saved dossier: nothing else is read, and its day is the dossier's. Raises: CannotMake."""
    try:
        material = dossier_material.material_of(dossier_file.load(path))
    except InputError as error:
        raise CannotMake(f"No brief was made. {error}") from error
    return _made(pdf.brief(build.build(material), paper), 1)


def brief_of_person(where: Where, person_id: int, paper: str) -> Made:
    """The brief of somebody whom a workspace keeps, for its owner, without an event. Raises: CannotMake."""
    with _reading(where) as (session, user, now):
        kept = select(Person).where(Person.id == person_id, HERE)
        person = session.scalar(kept) if 0 < person_id <= LARGEST_ID else None
        if person is None:
            raise CannotMake(f"There is nobody with the number {person_id} in this workspace.")
        material = gathering.material_of(session, person, user=user, now=now, site=where.site)
        return _made(pdf.brief(build.build(material), paper), 1)


def pack_of_event(where: Where, event_id: int, paper: str) -> Made:
    """The pack of an event: run sheet, a page each, pocket cards. Raises: CannotMake."""
    with _reading(where) as (session, user, now):
        kept = select(Event).where(Event.id == event_id, Event.deleted_at.is_(None))
        event = session.scalar(kept) if 0 < event_id <= LARGEST_ID else None
        if event is None:
            raise CannotMake(f"There is no event with the number {event_id} in this workspace.")
        parts = packs.USUAL_PARTS
        pack = packs.pack_of(session, event, user=user, now=now, paper=paper, parts=parts, site=where.site)
        if not pack.briefs:
            raise CannotMake(f"Nobody is on the list for {event.name} yet: choose whom you will meet there first.")
        return _made(pdf.pack(pack, paper), None)


def _made(body: bytes, pages: int | None) -> Made:
    told = counted(pages, "page", "pages") if pages is not None else "the whole pack"
    return Made(body, f"{told}, {size(len(body))}.")


# --- the database -----------------------------------------------------------------------------------------------------


@contextmanager
def _reading(where: Where) -> Iterator[tuple[WorkspaceSession, User | None, datetime]]:
    """A reading session for the workspace that is meant, its owner, and the present moment by the owner's clock."""
    if not migrations.current(where.database):
        raise CannotMake("There is no database with people here yet. With --from a saved dossier is enough.")
    if migrations.is_behind(where.database):
        raise CannotMake("The database is older than this release: run `flask --app wsgi db upgrade` first.")
    with where.database.reader_for(_workspace(where)) as session:
        user = _owner(session)
        zone = zone_of(own_mail.signature_of(session, user.id).time_zone) if user is not None else None
        yield session, user, where.now.astimezone(zone) if zone is not None else where.now


def _workspace(where: Where) -> int:
    with where.database.system_reader("finding the workspace that a brief is printed from") as session:
        known = {row.id: row.name for row in session.scalars(select(Workspace).order_by(Workspace.id))}
    if where.workspace is not None and where.workspace in known:
        return where.workspace
    told = ", ".join(f"{number} ({name})" for number, name in known.items())
    if where.workspace is not None:
        raise CannotMake(f"There is no workspace {where.workspace}. There are: {told or 'none'}.")
    if len(known) == 1:
        return next(iter(known))
    if not known:
        raise CannotMake("There is no workspace here yet: sign up first.")
    raise CannotMake(f"There are several workspaces; name one with --workspace: {told}.")


def _owner(session: WorkspaceSession) -> User | None:
    owners = select(User).join(Membership, Membership.user_id == User.id).where(Membership.role == "owner")
    return session.scalar(owners.order_by(Membership.id).limit(1))


# --- writing ----------------------------------------------------------------------------------------------------------


def write(body: bytes, path: Path) -> None:
    """Write the file whole or not at all. Raises: CannotMake."""
    aside = ""
    try:
        if path.is_dir():
            raise IsADirectoryError(21, "that is a folder")
        handle, aside = tempfile.mkstemp(dir=path.resolve().parent, prefix=".brief-", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(body)
        Path(aside).chmod(0o644)
        Path(aside).replace(path)
    except (OSError, ValueError) as error:
        if aside:
            with suppress(OSError):
                Path(aside).unlink()
        reason = getattr(error, "strerror", None) or "this is no usable file name"
        raise CannotMake(f"{path.name or path} could not be written: {reason}. Nothing was changed.") from error
