"""Ideas what to give: from what leaders did in public lately, with its source, and from advice that was followed.

They are ideas and say so. Nobody gets one who is not to be written to, is paused, or rests.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, bindparam, func, literal, select, union_all

from outreach.db import WorkspaceSession
from outreach.dossiers import fact_lines
from outreach.dossiers.models import Fact
from outreach.kept_statements import kept
from outreach.people.models import Person
from outreach.people.queries import HERE
from outreach.relationships import policy, queries, touch_words
from outreach.relationships.models import Advice, Recommendation, Touch

RESPONDED_TO = ("publication", "talk", "said", "award", "grant", "program")
"""Kinds of facts that a reader's response, or congratulations, can be about."""

MOST = 6
"""Ideas shown at once."""

_LOOKED_AT = 24
"""Ideas of a kind that are looked through for the few that are shown."""

_MAY = (HERE, Person.do_not_contact_since.is_(None))


@dataclass(frozen=True, slots=True)
class Idea:
    """Something that could be given. `source` and `address` say where it rests; `give_kind` is one of GIVE_KINDS."""

    key: str
    person_id: int
    name: str
    words: str
    reason: str
    give_kind: str
    source: str = ""
    address: str = ""
    quote: str = ""

    @property
    def note_address(self) -> str:
        """Where it is noted, once it was given."""
        return f"/people/{self.person_id}/happened?kind=gave&give={self.give_kind}"


def ideas(
    session: WorkspaceSession, today: date, most: int = MOST, left_alone: Collection[int] | None = None
) -> tuple[Idea, ...]:
    """The best ideas: reports on advice first, then what was read, then the latest that they did; one a person.

    left_alone: who is paused or rests, where the caller knows it.
    """
    if left_alone is None:
        left_alone = {*queries.paused_people(session, today), *queries.resting_people(session, today)}
    reports = tuple(_one_each(_reports(session), left_alone))[:most]
    return (*reports, *_public(session, today, {*left_alone, *(one.person_id for one in reports)}, most - len(reports)))


def best_to_give(session: WorkspaceSession, today: date, left_alone: Collection[int]) -> Idea | None:
    """The first of the ideas that is no report on advice; only its own source is read. None for no such idea."""
    reports = tuple(_one_each(_reports(session), left_alone))
    if len(reports) >= MOST:
        return None
    return next(iter(_public(session, today, {*left_alone, *(one.person_id for one in reports)}, 1)), None)


def _one_each(found: Iterable[Idea], left_alone: Collection[int]) -> Iterable[Idea]:
    seen = set(left_alone)
    for idea in found:
        if idea.person_id not in seen:
            seen.add(idea.person_id)
            yield idea


def _reports(session: WorkspaceSession) -> list[Idea]:
    """Advice that was tried, then what was recommended and read, of which they were not told."""
    rows = sorted(session.execute(_untold()), key=lambda row: (row.on, row.id))
    tried = [_of_advice(row) for row in rows if row.kind == "advice"]
    return [*tried, *(_of_reading(row) for row in reversed(rows) if row.kind == "read")]


def _of_advice(row: Any) -> Idea:
    return Idea(
        f"advice:{row.id}", row.person_id, row.name, f"Tell {row.name} what came of their advice",
        f"They said “{touch_words.short(row.words, 80)}”, and you tried it.", "report_back",
    )  # fmt: skip


def _of_reading(row: Any) -> Idea:
    return Idea(
        f"read:{row.id}", row.person_id, row.name, f"Tell {row.name} what you took from what they recommended",
        f"You have read “{touch_words.short(row.words, 80)}”.", "report_back",
    )  # fmt: skip


@kept
def _untold() -> CompoundSelect[*tuple[Any, ...]]:
    tried = (Advice.told_on.is_(None), Advice.set_aside_on.is_(None), Advice.tried_on.is_not(None))
    read = (Recommendation.told_on.is_(None), Recommendation.read_on.is_not(None))
    parts = (
        _part("advice", Advice, Advice.words, Advice.tried_on, *tried).order_by(Advice.tried_on, Advice.id),
        _part("read", Recommendation, Recommendation.title, Recommendation.read_on, *read)
        .order_by(Recommendation.read_on.desc(), Recommendation.id.desc()),
    )  # fmt: skip
    return union_all(*(select(part.limit(_LOOKED_AT).subquery()) for part in parts))


def _part(kind: str, table: Any, words: Any, on: Any, *which: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    told = (literal(kind).label("kind"), table.id, Person.id.label("person_id"), Person.name)
    rows = select(*told, words.label("words"), on.label("on")).join(Person, Person.id == table.person_id)
    return rows.where(*_MAY, table.deleted_at.is_(None), *which)


def _public(session: WorkspaceSession, today: date, taken: Collection[int], most: int) -> list[Idea]:
    """The latest that others did in public, to which nothing was given since, at most so many."""
    if most < 1:
        return []
    open_ones = [one for one in _firsts(session, today) if one[0].person_id not in taken]
    found = _responses(session, open_ones[:most], today)
    # Nearly always each has its source; only where one has lost it, those of the others are read as well.
    if len(found) < most and len(open_ones) > most:
        found += _responses(session, open_ones[most:], today)
    return found[:most]


def _firsts(session: WorkspaceSession, today: date) -> list[tuple[Fact, str]]:
    """The latest that each did, with their name, the latest of all first."""
    begin = today - policy.IDEA_IS_FRESH.span
    said = {"begin": begin, "begin_said": begin.isoformat(), "today": today.isoformat()}
    rows: Sequence[tuple[Fact, str]] = [(row[0], row[1]) for row in session.execute(_did_lately(), said)]
    firsts = {row.person_id: (row, name) for row, name in reversed(rows)}
    return [(row, name) for row, name in rows if firsts[row.person_id][0] is row]


@kept
def _did_lately() -> Select[Fact, str]:
    known = select(Touch.id).where(queries.COUNTS, Touch.person_id == Fact.person_id)
    given = select(Touch.id).where(
        queries.COUNTS, Touch.person_id == Fact.person_id, Touch.kind == "gave",
        Touch.happened_on >= bindparam("begin"),
    )  # fmt: skip
    return (
        select(Fact, Person.name)
        .join(Person, Person.id == Fact.person_id)
        .where(
            *_MAY, fact_lines.STANDS, known.exists(), Fact.dated >= bindparam("begin_said"),
            Fact.dated <= bindparam("today"),
            func.length(Fact.dated) >= len("2026-11"), Fact.predicate.in_(RESPONDED_TO),
            Fact.standing != "disputed", Fact.is_own_note.is_(False), Fact.stale.is_(False), ~given.exists(),
        )
        .order_by(Fact.dated.desc(), Fact.id.desc())
        .limit(_LOOKED_AT)
    )  # fmt: skip


def _responses(session: WorkspaceSession, chosen: Sequence[tuple[Fact, str]], today: date) -> list[Idea]:
    """An idea for each of these facts whose source is known."""
    lines = {line.id: line for line in fact_lines.lines(session, [row for row, _ in chosen], today)}
    return [_response(row, name, lines) for row, name in chosen if lines[row.id].sources]


def _response(row: Fact, name: str, lines: Mapping[int, fact_lines.FactLine]) -> Idea:
    line = lines[row.id]
    first = line.sources[0]
    words = f"Congratulate {name}" if row.predicate in ("award", "grant") else f"Send {name} a reader’s response"
    assert row.person_id is not None
    return Idea(
        f"fact:{row.id}", row.person_id, name, words, touch_words.short(line.statement, 200), "readers_response",
        first.words, first.address, first.quote,
    )  # fmt: skip
