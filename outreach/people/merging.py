"""Joins two people into one and parts them again: fields are filled in, and rows of every room come over.

Later rooms keep rows about people too, and `people` may not import them. So each room says in a module `merging` which
of its rows go with a person (`follows`), and what it has to conclude anew afterwards (`concludes`):

    follows(Claim, "person_id", "passages", same=lambda claim: claim.fingerprint)

A row that has its like with the kept person (`same`) stays where it is, out of sight. Only what came over goes back.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar, cast

from sqlalchemy import inspect, select
from sqlalchemy.orm import ONETOMANY

from outreach.columns import thawed
from outreach.db import WorkspaceSession
from outreach.errors import NotFound, Refused
from outreach.folding import fold
from outreach.identifiers import LONGEST_ADDRESS
from outreach.people import duplicates, queries, rules
from outreach.people.models import (
    CHANNELS,
    Contact,
    NotSame,
    Person,
    PersonIdentifier,
    PersonMerge,
    PersonNote,
    Position,
)
from outreach.people.operations import By, ChangedElsewhere

Row = TypeVar("Row", bound=Any)

UNDO_FOR = timedelta(days=30)
"""How long two people can be parted again (ux.md, principle 6)."""

_MOST_AT_ONCE = 400

FIELDS = {
    "credentials": "Degrees",
    "goes_by": "Goes by",
    "addressed_as": "Addressed as",
    "pronunciation": "How to say it",
    "pronouns": "Pronouns",
    "time_zone": "Time zone",
    "preferred_channel": "Likes to be reached",
    "email": "E-mail",
    "office_phone": "Office telephone",
    "website": "Website",
    "reason": "Why this person",
}
"""Fields of a person of which one value stands -> the words on the screen. An empty one is filled from the other."""


# --- the seam -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Follower:
    """Rows that go with a person: their table's class, the attribute that holds the person's id, and their words."""

    model: Any
    attribute: str
    words: str
    same: Callable[[Any], Hashable]
    """Equal for two rows of which a person can have one; None for a row that never has its like."""

    @property
    def key(self) -> str:
        """Its name in a snapshot."""
        return f"{self.model.__tablename__}.{self.attribute}"


class Conclusions(Protocol):
    """What a room concludes from rows that go with a person."""

    def before(self, session: WorkspaceSession, kept_id: int, merged_id: int) -> Mapping[str, Any]:
        """What was concluded about the two, as JSON: enough to put it back."""

    def after(self, session: WorkspaceSession, kept_id: int, before: Mapping[str, Any], now: datetime) -> None:
        """Concludes anew, when all rows have come over."""

    def undo(self, session: WorkspaceSession, merge: PersonMerge, before: Mapping[str, Any], now: datetime) -> None:
        """Puts back what was concluded, when all rows have gone back."""


_followers: dict[str, Follower] = {}
_conclusions: dict[str, Conclusions] = {}


def _never(_row: Any) -> None:
    return None


def follows(model: type[Row], attribute: str, words: str, *, same: Callable[[Row], Hashable] = _never) -> None:
    """Says that rows of a table go with the person whose id this attribute holds."""
    follower = Follower(model, attribute, words, same)
    _followers[follower.key] = follower


def concludes(name: str, conclusions: Conclusions) -> None:
    """Says that a room has to conclude something anew; `name` keys its part of a snapshot."""
    _conclusions[name] = conclusions


def followed() -> frozenset[str]:
    """ "table.column" of everything that goes with a person."""
    return frozenset(_followers)


follows(
    Position, "person_id", "posts",
    same=lambda post: (fold(post.title), post.organization_id or fold(post.organization_name), post.is_current),
)  # fmt: skip
follows(PersonIdentifier, "person_id", "numbers")
follows(PersonNote, "person_id", "notes")
follows(Contact, "leader_id", "people who answer for them", same=lambda contact: contact.person_id)
follows(Contact, "person_id", "people they answer for", same=lambda contact: contact.leader_id)


# --- before -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FieldShown:
    """A field of the two, and what will stand. `is_open` where both say something, and not the same."""

    name: str
    words: str
    kept: str
    merged: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What joining two people would do."""

    kept: Person
    merged: Person
    reasons: tuple[str, ...]
    against: tuple[str, ...]
    fields: tuple[FieldShown, ...]
    moves: tuple[tuple[str, int, int], ...]
    """(words, how many come over, how many the kept one has already) of each kind of rows that there are."""
    are_told_apart: bool
    until: datetime


def preview(session: WorkspaceSession, kept_id: int, merged_id: int, now: datetime) -> Preview:
    """What would come of it. Raises: NotFound; Refused for one person."""
    kept, merged = _two(session, kept_id, merged_id)
    how = duplicates.compared(session, kept_id, merged_id)
    counted = []
    for follower in _followers.values():
        coming, staying = _coming(session, follower, kept_id, merged_id)
        if coming or staying:
            counted.append((follower.words, len(coming), len(staying)))
    apart = (min(kept_id, merged_id), max(kept_id, merged_id)) in duplicates.told_apart(session)
    fields = tuple(_shown(name, words, kept, merged) for name, words in FIELDS.items())
    shown = tuple(field for field in fields if field.kept or field.merged)
    return Preview(kept, merged, how.reasons, how.against, shown, tuple(counted), apart, now + UNDO_FOR)


def _shown(name: str, words: str, kept: Person, merged: Person) -> FieldShown:
    said: Mapping[str, Mapping[str, str]] = {"preferred_channel": CHANNELS, "time_zone": rules.TIME_ZONES}
    mine, theirs = (getattr(person, name) for person in (kept, merged))
    told = said.get(name, {})
    return FieldShown(
        name, words, told.get(mine, mine) if mine else "", told.get(theirs, theirs) if theirs else "",
        bool(mine and theirs and mine != theirs),
    )  # fmt: skip


def _two(session: WorkspaceSession, kept_id: int, merged_id: int) -> tuple[Person, Person]:
    kept, merged = queries.person(session, kept_id), queries.person(session, merged_id)
    if kept.id == merged.id:
        raise Refused("These are one person already.")
    return kept, merged


# --- joining ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user pressed: which one is kept, in which state both were shown, and whose fields are taken over."""

    kept_id: int
    merged_id: int
    kept_version: int
    merged_version: int
    taken: frozenset[str] = frozenset()


def merge(session: WorkspaceSession, wanted: Wanted, by: By) -> PersonMerge:
    """Joins two people: the merged one's rows go over to the kept one, and its address leads there.

    Raises: NotFound; Refused for one person; ChangedElsewhere when one of them was changed since they were shown.
    """
    kept, merged = _two(session, wanted.kept_id, wanted.merged_id)
    if (kept.version, merged.version) != (wanted.kept_version, wanted.merged_version):
        raise ChangedElsewhere
    reasons = duplicates.compared(session, kept.id, merged.id).reasons
    before = {name: dict(one.before(session, kept.id, merged.id)) for name, one in _conclusions.items()}
    added: list[int] = []
    moved = {follower.key: _move(session, follower, kept, merged) for follower in _followers.values()}
    fields = _fill(session, kept, merged, wanted.taken, added, by)
    merged.merged_into_id, merged.updated_at, kept.updated_at = kept.id, by.now, by.now
    session.flush()
    session.expire_all()
    snapshot = {"fields": fields, "moved": moved, "added": added, "concluded": before}
    made = PersonMerge(
        kept_id=kept.id, merged_id=merged.id, reasons=list(reasons), snapshot=snapshot, merged_by_id=by.user_id,
        merged_at=by.now, undo_until=by.now + UNDO_FOR,
    )  # fmt: skip
    session.add(made)
    session.flush()
    for name, one in _conclusions.items():
        one.after(session, kept.id, before[name], by.now)
    session.flush()
    return made


def _rows(session: WorkspaceSession, follower: Follower, person_id: int) -> Sequence[Any]:
    column = getattr(follower.model, follower.attribute)
    # Put in order here: asked to, SQLite walks the workspace's rows by their ids instead.
    return sorted(session.scalars(select(follower.model).where(column == person_id)), key=lambda row: row.id)


def _coming(session: WorkspaceSession, follower: Follower, kept_id: int, merged_id: int) -> tuple[list[Any], list[Any]]:
    """The rows that come over, and those that stay since the kept one has their like."""
    has = {follower.same(row) for row in _rows(session, follower, kept_id)} - {None}
    coming: list[Any] = []
    staying: list[Any] = []
    for row in _rows(session, follower, merged_id):
        key = follower.same(row)
        is_own = isinstance(row, Contact) and kept_id in (row.leader_id, row.person_id)
        (staying if is_own or (key is not None and key in has) else coming).append(row)
        has |= {key} - {None}
    return coming, staying


def _move(session: WorkspaceSession, follower: Follower, kept: Person, merged: Person) -> list[int]:
    coming, _ = _coming(session, follower, kept.id, merged.id)
    _hand_over(follower, coming, kept)
    session.flush()
    return [row.id for row in coming]


def _hand_over(follower: Follower, rows: Iterable[Any], person: Person) -> None:
    """Through the relationship where there is one, so that what is made of a row (the search) sees the new person."""
    mapper = inspect(follower.model)
    column = mapper.columns[follower.attribute]
    link = next(
        (one.key for one in mapper.relationships if one.direction is not ONETOMANY and one.local_columns == {column}),
        None,
    )
    for row in rows:
        if link is None:
            setattr(row, follower.attribute, person.id)
        else:
            setattr(row, link, person)


def _fill(
    session: WorkspaceSession, kept: Person, merged: Person, taken: Iterable[str], added: list[int], by: By
) -> dict[str, list[Any]]:
    """Writes the kept one's fields; returns name -> [before, after] of those that changed."""
    names = [*FIELDS, "email_key", "search_key", "do_not_contact_since", "do_not_contact_reason"]
    before = {name: _as_json(getattr(kept, name)) for name in names}
    other_address = merged.email_key
    for name in FIELDS:
        if getattr(merged, name) and (not getattr(kept, name) or name in taken):
            if name == "email":
                other_address, kept.email_key = kept.email_key, merged.email_key
            setattr(kept, name, getattr(merged, name))
    if merged.do_not_contact_since is not None and kept.do_not_contact_since is None:
        kept.do_not_contact_since = merged.do_not_contact_since
        kept.do_not_contact_reason = merged.do_not_contact_reason
    kept.search_key = rules.search_key(kept.search_key, kept.goes_by, merged.search_key)
    _keep_address(session, kept, other_address, added, by)
    after = {name: _as_json(getattr(kept, name)) for name in names}
    return {name: [before[name], after[name]] for name in names if before[name] != after[name]}


def _keep_address(session: WorkspaceSession, kept: Person, address: str, added: list[int], by: By) -> None:
    """The address that does not stand still finds the person."""
    address = address[: LONGEST_ADDRESS // 2]
    if not address or address == kept.email_key or queries.by_identifier(session, "former_email", address) is not None:
        return
    row = PersonIdentifier(person_id=kept.id, scheme="former_email", value=address, created_at=by.now)
    session.add(row)
    session.flush()
    added.append(row.id)


def _as_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


# --- parting ------------------------------------------------------------------------------------------------------


def merge_here(session: WorkspaceSession, merge_id: int) -> PersonMerge:
    """The merge. Raises: NotFound."""
    found = session.get(PersonMerge, merge_id)
    if found is None:
        raise NotFound
    return found


def undo(session: WorkspaceSession, merge_id: int, by: By) -> PersonMerge:
    """Parts two people again: what came over goes back, and fields that nobody changed since are as before.

    Raises: NotFound; Refused after 30 days, and while one of the two is deleted or joined to a third.
    """
    merge = merge_here(session, merge_id)
    if merge.undone_at is not None:
        return merge
    kept, merged = merge.kept, merge.merged
    _may_be_undone(merge, kept, merged, by.now)
    snapshot = cast("dict[str, Any]", thawed(merge.snapshot))
    merged.merged_into_id = None
    session.flush()
    for key, ids in snapshot["moved"].items():
        if key in _followers:
            _give_back(session, _followers[key], ids, kept, merged)
    _unfill(session, kept, snapshot)
    kept.updated_at = merged.updated_at = by.now
    merge.undone_at, merge.undone_by_id = by.now, by.user_id
    session.flush()
    session.expire_all()
    for name, one in _conclusions.items():
        one.undo(session, merge, snapshot["concluded"].get(name, {}), by.now)
    session.flush()
    return merge


def _may_be_undone(merge: PersonMerge, kept: Person, merged: Person, now: datetime) -> None:
    if merge.undo_until < now:
        raise Refused("These two were joined more than 30 days ago, so they cannot be parted any more.")
    if kept.merged_into_id is not None:
        raise Refused(f"{kept.name} was joined to somebody else since. Part those two first.")
    if kept.deleted_at is not None:
        raise Refused(f"{kept.name} was deleted since. Bring them back first.")
    if merged.merged_into_id != kept.id:
        raise Refused("These two are not joined any more.")


def _give_back(session: WorkspaceSession, follower: Follower, ids: list[int], kept: Person, merged: Person) -> None:
    """Only what is still with the kept one: a row that was removed since, or went elsewhere, is left alone."""
    column = getattr(follower.model, follower.attribute)
    for start in range(0, len(ids), _MOST_AT_ONCE):
        chosen = follower.model.id.in_(ids[start : start + _MOST_AT_ONCE])
        _hand_over(follower, session.scalars(select(follower.model).where(column == kept.id, chosen)).all(), merged)
        session.flush()


def _unfill(session: WorkspaceSession, kept: Person, snapshot: Mapping[str, Any]) -> None:
    for number in snapshot["added"]:
        row = session.get(PersonIdentifier, number)
        if row is not None and row.person_id == kept.id:
            session.delete(row)
    session.flush()
    for name, (before, after) in snapshot["fields"].items():
        if _as_json(getattr(kept, name)) == after:
            is_moment = name == "do_not_contact_since" and before is not None
            setattr(kept, name, datetime.fromisoformat(before) if is_moment else before)


# --- telling apart ------------------------------------------------------------------------------------------------


def tell_apart(session: WorkspaceSession, one: int, other: int, by: By) -> NotSame:
    """Remembers that two people are two: they are not offered again. Raises: NotFound; Refused for one person."""
    _two(session, one, other)
    low, high = sorted((one, other))
    known = session.scalar(select(NotSame).where(NotSame.person_id == low, NotSame.other_id == high))
    if known is not None:
        return known
    how = duplicates.compared(session, one, other)
    row = NotSame(
        person_id=low, other_id=high, reasons=[*how.reasons, *how.against], told_by_id=by.user_id, told_at=by.now
    )
    session.add(row)
    session.flush()
    return row


def take_back(session: WorkspaceSession, one: int, other: int) -> None:
    """Forgets that the user told two people apart. Raises: NotFound."""
    low, high = sorted((one, other))
    row = session.scalar(select(NotSame).where(NotSame.person_id == low, NotSame.other_id == high))
    if row is None:
        raise NotFound
    session.delete(row)
    session.flush()
