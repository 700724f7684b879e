"""Which facts about a leader and their house may stand in a brief, and what is not settled.

What may stand in a letter may stand in a brief (`drafts.confirmed`): it is told at all, nothing disputes it, and
somebody says it besides the user. A post that was last seen long ago is not stated either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from outreach import partial_dates
from outreach.briefs.gathered_sources import MOST_CITED, Said, day_words, page_source, source_name, sources_of_facts
from outreach.briefs.material import KnownFact, Unsettled
from outreach.briefs.model import Source
from outreach.db import WorkspaceSession
from outreach.dossiers import fact_lines, fact_rules, queries
from outreach.dossiers.models import Candidate, Fact
from outreach.dossiers.subjects import Subject
from outreach.dossiers.words import at_place
from outreach.drafts import confirmed
from outreach.people.models import Person
from outreach.words import listed
from research.vocabulary import PREDICATES

POSTS = frozenset({"role", "board_seat", "affiliation"})
"""What somebody holds now: told of as a fact only while it is fresh."""

MOST_UNSETTLED = 12
"""More than a page has room for."""

_LONGEST_VALUE = 240
"""Characters of one side of a dispute: beyond it, only the kind of fact is named."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The facts about a leader and their house. `rows` and `said` are those of the facts that hold, by id."""

    facts: tuple[KnownFact, ...]
    unsettled: tuple[Unsettled, ...]
    rows: Mapping[int, Fact]
    said: Mapping[int, Sequence[Said]]
    contested: tuple[Fact, ...]
    count: int
    """All that is told, settled or not."""

    def sources(self, fact_id: int | None) -> tuple[Source, ...]:
        """Who says a fact that holds; () for another."""
        return tuple(one.source for one in self.said.get(fact_id or 0, ())[:MOST_CITED])


def gathered(session: WorkspaceSession, person: Person, house: tuple[int, str] | None, today: date) -> Gathered:
    """The facts about a leader and, where the workspace keeps it, their house. house: its id and name."""
    standing = confirmed.standing(session, person)
    rows = [*standing.holds, *standing.contested]
    said = sources_of_facts(session, [row.id for row in rows])
    known: list[KnownFact] = []
    not_held: list[Unsettled] = []
    for row in sorted(standing.holds, key=lambda one: fact_rules.rank(one.predicate)):
        fact = _known(row, said.get(row.id, ()), house[1] if house else "", today)
        reason = _why_not(row, fact, said.get(row.id, ()))
        if reason:
            not_held.append(Unsettled(fact.key, reason, fact.sources))
        else:
            known.append(fact)
    names = {fact.key for fact in known}
    kept = {row.id: row for row in standing.holds if f"fact:{row.id}" in names}
    disputes = list(_disputes(standing.contested, said))
    # Records of a namesake last: nobody says those aloud, and a page has room for three.
    open_ones = (*(one for one, is_own in disputes if is_own), *not_held,
                 *(one for one, is_own in disputes if not is_own), *_namesakes(session, person))  # fmt: skip
    return Gathered(
        facts=tuple(known),
        unsettled=open_ones[:MOST_UNSETTLED],
        rows=kept,
        said={number: said[number] for number in kept if number in said},
        contested=standing.contested,
        count=len(rows),
    )


def _known(row: Fact, said: Sequence[Said], house: str, today: date) -> KnownFact:
    predicate = PREDICATES.get(row.predicate)
    read_on = max((one.read_at.date() for one in said), default=None)
    is_of_person = row.person_id is not None
    return KnownFact(
        key=f"fact:{row.id}",
        predicate=row.predicate,
        label=predicate.label if predicate else row.predicate,
        value=row.value_words,
        sources=tuple(one.source for one in said[:MOST_CITED]),
        about="person" if is_of_person else "organization",
        starts=row.starts,
        ends=row.ends,
        dated=row.dated,
        organization_name=row.organization_name if is_of_person else house,
        quote=said[0].quote if said else "",
        details=MappingProxyType(dict(row.details)),
        sources_count=row.sources_count,
        bare=row.value if isinstance(row.value, str | int | float | bool) else "",
        is_stale=bool(fact_rules.stale_words(row.predicate, row.as_of, read_on, today)),
    )


def _why_not(row: Fact, fact: KnownFact, said: Sequence[Said]) -> str:
    """Why a fact that nothing disputes must not be stated all the same, as a sentence; "" where it may be."""
    told = f"{fact.label}: {at_place(fact.value, row.organization_name).rstrip(' .')}."
    if row.is_own_note or not said:
        return f"{told} Only your notes say so."
    if fact.is_stale and row.predicate in POSTS and not row.ends:
        last = partial_dates.say(row.as_of) or day_words(max(one.read_at.date() for one in said))
        return f"{told} Last confirmed {last}."
    return ""


def _disputes(contested: Sequence[Fact], said: Mapping[int, Sequence[Said]]) -> Iterator[tuple[Unsettled, bool]]:
    """What sources disagree about, the most useful kind first, and whether it is the leader's own."""
    groups = fact_lines.disputes_among(sorted(contested, key=lambda row: row.id))
    groups.sort(key=lambda group: fact_rules.rank(group[0].predicate))
    for group in groups:
        sources = tuple({one.source.key: one.source for row in group for one in said.get(row.id, ())[:1]}.values())
        number = min(row.id for row in group)
        yield Unsettled(f"dispute:{number}", _disagreement(group), sources), group[0].person_id is not None


def _disagreement(group: Sequence[Fact]) -> str:
    """ "Post: sources disagree, “Chief Nursing Officer” or “Vice President, Nursing”."."""
    kind = PREDICATES.get(group[0].predicate)
    label = str(group[0].details.get("names") or group[0].details.get("measure") or "") or (
        kind.label if kind else group[0].predicate
    )
    values = list(dict.fromkeys(at_place(row.value_words, row.organization_name).rstrip(" .") for row in group))
    if any(len(value) > _LONGEST_VALUE for value in values) or len(values) < 2:
        return f"{label}: sources disagree."
    return f"{label}: sources disagree, {listed([f'“{value}”' for value in values], 'or')}."


def _namesakes(session: WorkspaceSession, person: Person) -> Iterator[Unsettled]:
    """Records of which nobody has said whether they are this person, each page once."""
    seen: set[str] = set()
    for row in queries.open_candidates(session, Subject(person.id, None)):
        if row.record_kind == "person" and (not row.record_url or row.record_url not in seen):
            seen.add(row.record_url)
            yield Unsettled(f"candidate:{row.id}", _namesake(row), _where(row))


def _namesake(row: Candidate) -> str:
    name = source_name(row.source_key)
    where = f" in {name}" if name else ""
    return f"“{row.record_label}”{where} may be another person of this name."


def _where(row: Candidate) -> tuple[Source, ...]:
    if not row.record_url:
        return ()
    return (page_source(source_name(row.source_key), row.record_label, row.record_url, row.updated_at),)
