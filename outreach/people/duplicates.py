"""Finds people of a workspace who are perhaps one: in the whole workspace by name, or those like one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations, groupby
from typing import Any

from sqlalchemy import bindparam, func, select

from outreach.db import WorkspaceSession
from outreach.folding import fold
from outreach.kept_statements import kept_statement
from outreach.people import queries, rules
from outreach.people.likeness import Known, Likeness, Workplace, likeness
from outreach.people.models import NotSame, Person, PersonIdentifier, PersonMerge, Position
from outreach.people.queries import HERE, Line
from outreach.search import search
from research.name_matching import same_given
from research.names import parse_name

AT_ONCE = 2_000
"""People of neighboring names who are looked through for one page."""

MOST_PAIRS = 50
"""Pairs on a page; what stands behind them is found when these are settled."""

MOST_COMPARED = 20_000
"""Pairs of first names of one surname that are compared: a tenth of a second."""

MOST_WEIGHED = 1_000
"""Pairs of which all is read that speaks for and against them; each takes a third of a millisecond."""

_AT_ONE_PLACE = 200
_ALIKE_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who are perhaps one, with why."""

    one: Line
    other: Line
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Suspects:
    """What looking through some names has brought. `go_on` is where to look further, "" at the end."""

    pairs: tuple[Pair, ...]
    go_on: str
    people: int


# --- in the whole workspace ---------------------------------------------------------------------------------------


def suspects(session: WorkspaceSession, start: str = "") -> Suspects:
    """Pairs among the people whose sort key is at or behind `start`; at most `AT_ONCE` people are looked through.

    Who shares an e-mail address is told with the first ones. Pairs that the user told apart are left out.
    """
    rows, go_on = _next_rows(session, start[:300])
    wanted = {pair for block in _blocks(rows) for pair in _alike_in(block)}
    if not start:
        wanted |= set(_of_one_address(session))
    pairs = _weighed(session, wanted)
    return Suspects(pairs[:MOST_PAIRS], go_on, len(rows))


def _next_rows(session: WorkspaceSession, start: str) -> tuple[list[Any], str]:
    """The next people by name, cut where a surname ends; and the first surname behind them."""
    columns = (Person.id, Person.sort_key, Person.given_name, Person.goes_by, Person.name)
    statement = select(*columns).where(HERE, Person.sort_key >= start).order_by(Person.sort_key, Person.id)
    rows = list(session.execute(statement.limit(AT_ONCE + 1)))
    if len(rows) <= AT_ONCE:
        return rows, ""
    last = _surname(rows[-1])
    whole = [row for row in rows if _surname(row) != last]
    # More people of one surname than are looked through at once: the first of them, and on with the next surname.
    return (whole, last) if whole else (rows[:AT_ONCE], f"{last} \U0010ffff")


def _surname(row: Any) -> str:
    """The first word that a person is sorted by."""
    return str(row.sort_key).partition(" ")[0]


def _blocks(rows: Sequence[Any]) -> Iterator[list[Any]]:
    for _, block in groupby(rows, key=_surname):
        yield list(block)


def _alike_in(block: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """Pairs of people of one surname whose first names are used for one another, or agree by an initial."""
    by_given: dict[str, list[int]] = {}
    for row in block:
        for given in {_first(row.given_name or row.name), _first(row.goes_by)} - {""}:
            by_given.setdefault(given, []).append(row.id)
    left = MOST_COMPARED
    for ids in by_given.values():
        yield from _ordered(combinations(ids[:_AT_ONE_PLACE], 2))
    for one, other in combinations(by_given, 2):
        left -= 1
        if left < 0:
            return
        is_initial = 1 in (len(one), len(other)) and one[0] == other[0]
        if is_initial or same_given(one, other):
            pairs = ((a, b) for a in by_given[one][:_ALIKE_SHOWN] for b in by_given[other][:_ALIKE_SHOWN] if a != b)
            yield from _ordered(pairs)


def _first(name: str) -> str:
    return fold(name).partition(" ")[0]


def _ordered(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for one, other in pairs:
        yield (one, other) if one < other else (other, one)


def _of_one_address(session: WorkspaceSession) -> Iterator[tuple[int, int]]:
    several = (
        select(Person.email_key)
        .where(HERE, Person.email_key != "")
        .group_by(Person.email_key)
        .having(func.count() > 1)
        .limit(MOST_PAIRS)
    )
    shared = session.scalars(several).all()
    rows = session.execute(select(Person.email_key, Person.id).where(HERE, Person.email_key.in_(shared)))
    by_address: dict[str, list[int]] = {}
    for address, number in rows:
        by_address.setdefault(address, []).append(number)
    for ids in by_address.values():
        yield from _ordered(combinations(sorted(ids)[:_ALIKE_SHOWN], 2))


# --- like one person ----------------------------------------------------------------------------------------------


def like(session: WorkspaceSession, number: int) -> tuple[Pair, ...]:
    """The people who are perhaps this one, likeliest first; `one` of each pair is this person. Raises: NotFound."""
    person = queries.person(session, number)
    ids = {one.ref_id for word in _words_of(person) for one in search(session, word, kinds=("person",), limit=50)}
    ids |= {one.id for one in queries.by_email(session, person.email_key)}
    ids |= _colleagues(session, number)
    pairs = _weighed(session, set(_ordered((number, other) for other in ids if other != number)))
    turned = (one if one.one.id == number else Pair(one.other, one.one, one.likeness) for one in pairs)
    return tuple(turned)[:_ALIKE_SHOWN]


def _words_of(person: Person) -> list[str]:
    surname = fold(person.family_name) or fold(person.name)
    words = [word for word in surname.split() if len(word) > 2][:4]
    return words or [surname]


def _colleagues(session: WorkspaceSession, number: int) -> set[int]:
    houses = select(Position.organization_id).where(Position.person_id == number, Position.organization_id.is_not(None))
    there = select(Position.person_id).where(Position.organization_id.in_(houses)).distinct().limit(_AT_ONE_PLACE)
    return set(session.scalars(there))


# --- weighing -----------------------------------------------------------------------------------------------------


def compared(session: WorkspaceSession, one: int, other: int) -> Likeness:
    """What speaks for and against these two being one. Raises: NotFound."""
    for number in (one, other):
        queries.person(session, number)
    known = known_of(session, [one, other])
    return likeness(known[one], known[other])


def _weighed(session: WorkspaceSession, wanted: set[tuple[int, int]]) -> tuple[Pair, ...]:
    apart = told_apart(session)
    weighed = sorted(wanted - apart)[:MOST_WEIGHED]
    known = known_of(session, sorted({number for pair in weighed for number in pair}))
    found = []
    for one, other in weighed:
        if one not in known or other not in known:
            continue
        how = likeness(known[one], known[other])
        if how.is_likely:
            found.append((one, other, how))
    found.sort(key=lambda pair: (-pair[2].weight, pair[0], pair[1]))
    best = found[:MOST_PAIRS]
    lines = _lines(session, sorted({number for pair in best for number in pair[:2]}))
    return tuple(Pair(lines[one], lines[other], how) for one, other, how in best)


def _lines(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, Line]:
    posts = queries.posts_of(session, ids)
    return {
        row.id: Line(
            row.id, row.name, row.credentials, row.kind, rules.main_post(posts.get(row.id, ())),
            row.do_not_contact_since is not None,
        )
        for row in session.scalars(select(Person).where(Person.id.in_(ids)))
    }  # fmt: skip


def told_apart(session: WorkspaceSession) -> set[tuple[int, int]]:
    """The pairs that the user told apart. What was said of somebody holds for the one they were joined to."""
    joined = select(Person.id, Person.merged_into_id).where(Person.merged_into_id.is_not(None))
    into: dict[int, int] = {number: kept for number, kept in session.execute(joined) if kept is not None}
    return {
        _in_order(_at_last(into, row.person_id), _at_last(into, row.other_id))
        for row in session.scalars(select(NotSame))
    }


def _in_order(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _at_last(into: dict[int, int], number: int) -> int:
    for _ in range(len(into)):
        if number not in into:
            break
        number = into[number]
    return number


def known_of(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, Known]:
    """What is compared of these people, in three queries for each few hundred; who is not here is left out."""
    found: dict[int, Known] = {}
    for start in range(0, len(ids), 400):
        some = ids[start : start + 400]
        numbers = _numbers_of(session, some)
        places = _places_of(session, some)
        for row in session.scalars(select(Person).where(HERE, Person.id.in_(some))):
            identifiers = numbers.get(row.id, frozenset())
            found[row.id] = Known(
                row.id, row.name, parse_name(row.name), row.goes_by, row.kind,
                addresses=frozenset({row.email_key} | {v for scheme, v in identifiers if scheme == "former_email"}),
                identifiers=identifiers, workplaces=places.get(row.id, ()),
            )  # fmt: skip
    return found


def _numbers_of(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, frozenset[tuple[str, str]]]:
    columns = (PersonIdentifier.person_id, PersonIdentifier.scheme, PersonIdentifier.value)
    found: dict[int, set[tuple[str, str]]] = {}
    for person_id, scheme, value in session.execute(select(*columns).where(PersonIdentifier.person_id.in_(ids))):
        found.setdefault(person_id, set()).add((scheme, value))
    return {number: frozenset(pairs) for number, pairs in found.items()}


def _places_of(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, tuple[Workplace, ...]]:
    return {
        number: tuple(Workplace(post.organization_id, post.organization, post.title, post.is_current) for post in posts)
        for number, posts in queries.posts_of(session, ids).items()
    }


# --- what was settled ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Joined:
    """A merge that can still be taken back."""

    id: int
    kept_id: int
    kept: str
    merged: str
    merged_at: datetime
    undo_until: datetime


def standing_merges(session: WorkspaceSession, now: datetime, kept_id: int | None = None) -> tuple[Joined, ...]:
    """The merges that can be undone, latest first: of one person, or the latest fifty of all."""
    statement = _STANDING if kept_id is None else _STANDING_OF
    rows = session.scalars(statement, {"now": now, "kept": kept_id}).all()
    return tuple(
        Joined(row.id, row.kept_id, row.kept.name, row.merged.name, row.merged_at, row.undo_until) for row in rows
    )


_STANDING = kept_statement(
    select(PersonMerge)
    .where(PersonMerge.undone_at.is_(None), PersonMerge.undo_until >= bindparam("now"))
    .order_by(PersonMerge.merged_at.desc(), PersonMerge.id.desc())
    .limit(50)
)
_STANDING_OF = _STANDING.where(PersonMerge.kept_id == bindparam("kept"))
