"""The user's people as a program's speakers are compared with them: names, present houses, posts. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import or_, select

from outreach import partial_dates
from outreach.db import WorkspaceSession
from outreach.events.matching import Directory, House, Kept, Spoken
from outreach.organizations.models import Organization
from outreach.people.models import Person, Position
from outreach.people.queries import HERE

_PIECE = 500
MOST_PARTS = 200
"""Parts of one health system whose names count as its own."""

Houses = Mapping[int, tuple[House, ...]]


def directory(session: WorkspaceSession) -> Directory:
    """All people by their names alone, so that few need be read with their houses."""
    names = _names(session)
    return Directory([Kept(number, tuple(forms)) for number, forms in names.items()])


def near(session: WorkspaceSession, speakers: Iterable[Spoken]) -> list[tuple[Spoken, tuple[Kept, ...]]]:
    """Each speaker with those people whom it could be; all people are looked up together."""
    by_name = directory(session)
    found = [(speaker, by_name.near(speaker.name)) for speaker in speakers]
    whole = {one.person_id: one for one in with_houses(session, {k.person_id: k for _, ks in found for k in ks})}
    return [(speaker, tuple(whole[one.person_id] for one in people)) for speaker, people in found]


def people(session: WorkspaceSession, ids: Collection[int]) -> list[Kept]:
    """These people with their names and houses; those who are not here are left out."""
    names = _names(session, ids)
    return with_houses(session, {number: Kept(number, tuple(forms)) for number, forms in names.items()})


def _names(session: WorkspaceSession, ids: Collection[int] | None = None) -> dict[int, list[str]]:
    """Person -> the names they go by, the own one first; with those of people who turned out to be them."""
    columns = (Person.id, Person.name, Person.given_name, Person.family_name, Person.goes_by, Person.credentials)
    own = select(*columns).where(HERE, Person.kind != "communications_office")
    joined = select(Person.merged_into_id, Person.name).where(Person.merged_into_id.is_not(None))
    if ids is not None:
        own, joined = own.where(Person.id.in_(ids)), joined.where(Person.merged_into_id.in_(ids))
    names: dict[int, list[str]] = {}
    for row in session.execute(own.order_by(Person.id)):
        names[row.id] = list(dict.fromkeys(_forms(row)))
    for number, name in session.execute(joined.order_by(Person.id)):
        if number in names and name not in names[number]:
            names[number].append(name)
    return names


def _forms(row: Any) -> Iterator[str]:
    yield row.name
    if row.goes_by and " " not in row.goes_by.strip() and row.family_name:
        yield f"{row.goes_by} {row.family_name}"
    elif row.goes_by and " " in row.goes_by.strip():
        yield row.goes_by


# --- where they work --------------------------------------------------------------------------------------------------


def with_houses(session: WorkspaceSession, kept: Mapping[int, Kept]) -> list[Kept]:
    """The same people with the names of their present houses, and with their former ones."""
    posts = _posts(session, list(kept))
    ids = {row.organization_id for rows in posts.values() for row in rows if row.organization_id is not None}
    houses = _houses(session, sorted(ids))
    return [_with_posts(one, posts.get(number, ()), houses) for number, one in kept.items()]


def _with_posts(one: Kept, rows: Sequence[Any], houses: Houses) -> Kept:
    now = [row for row in rows if row.is_current]
    over = [row for row in rows if not row.is_current]
    present = [house for row in now for house in _names_of_post(row, houses)]
    former = [(house.name, partial_dates.say(row.ended)) for row in over for house in _names_of_post(row, houses)]
    titles = tuple(row.title for row in now if row.title)
    return Kept(one.person_id, one.names, tuple(dict.fromkeys(present)), titles, tuple(dict.fromkeys(former)))


def _names_of_post(row: Any, houses: Houses) -> Iterator[House]:
    if row.organization_name:
        yield House(row.organization_name)
    if row.organization_id is not None:
        yield from houses.get(row.organization_id, ())


def _posts(session: WorkspaceSession, ids: Sequence[int]) -> Mapping[int, list[Any]]:
    columns = (
        Position.person_id, Position.organization_id, Position.organization_name, Position.title, Position.is_current,
        Position.ended,
    )  # fmt: skip
    found: dict[int, list[Any]] = defaultdict(list)
    for start in range(0, len(ids), _PIECE):
        wanted = select(*columns).where(Position.person_id.in_(ids[start : start + _PIECE]))
        for row in session.execute(wanted.order_by(Position.started.desc(), Position.id.desc())):
            found[row.person_id].append(row)
    return found


def _houses(session: WorkspaceSession, ids: Sequence[int]) -> Houses:
    """Organization -> the names under which somebody who works there may stand in a program."""
    found: dict[int, tuple[House, ...]] = {}
    for start in range(0, len(ids), _PIECE):
        piece = ids[start : start + _PIECE]
        own = {row.id: row for row in session.scalars(_here().where(Organization.id.in_(piece)))}
        parents = {row.parent_id for row in own.values() if row.parent_id is not None}
        related = _here().where(or_(Organization.id.in_(parents), Organization.parent_id.in_(piece)))
        others = session.scalars(related.order_by(Organization.id)).all()
        for number, row in own.items():
            found[number] = tuple(_names_of_house(row, others))
    return found


def _here() -> Any:
    return select(Organization).where(Organization.deleted_at.is_(None))


def _names_of_house(row: Organization, others: Sequence[Organization]) -> Iterator[House]:
    yield from _own_names(row, "")
    for other in others:
        if other.id == row.parent_id:
            yield from _own_names(other, f"to which {row.name} belongs")
    for other in [one for one in others if one.parent_id == row.id][:MOST_PARTS]:
        yield from _own_names(other, f"which belongs to {row.name}")


def _own_names(row: Organization, how: str) -> Iterator[House]:
    yield House(row.name, how)
    for name in row.other_names.splitlines():
        if name.strip():
            yield House(name.strip(), how or f"another name of {row.name}")
