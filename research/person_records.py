"""What the claims say of each person record, gathered by what tells people apart: names, houses, places, numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from research.types import Claim, Query, Record


@dataclass(slots=True)
class Entry:
    """A person record with its claims, and what they say that tells one bearer of a name from another."""

    record: Record
    claims: list[Claim] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    organizations: dict[str, Claim] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    states: set[str] = field(default_factory=set)
    cities: set[str] = field(default_factory=set)
    identifiers: set[tuple[str, str]] = field(default_factory=set)
    mail_domains: set[str] = field(default_factory=set)
    work_years: list[int] = field(default_factory=list)
    degree_years: list[int] = field(default_factory=list)


def entries_of(claims: Iterable[Claim]) -> list[Entry]:
    """The person records among the claims, each with all that is claimed of it."""
    entries: dict[Record, Entry] = {}
    for claim in claims:
        if claim.record.kind != "person":
            continue
        entry = entries.setdefault(claim.record, Entry(claim.record, names={claim.record.label}))
        entry.claims.append(claim)
        _note(entry, claim)
    return list(entries.values())


def _note(entry: Entry, claim: Claim) -> None:
    if claim.predicate == "name":
        entry.names.add(str(claim.value))
    if claim.predicate == "identifier":
        entry.identifiers.add((str(claim.details.get("scheme", "")), str(claim.value)))
    if claim.organization and claim.predicate not in ("education", "award", "membership"):
        entry.organizations.setdefault(claim.organization, claim)
    if domain := claim.details.get("email_domain"):
        entry.mail_domains.add(str(domain).casefold())
    if claim.predicate in ("role", "former_role", "board_seat"):
        entry.titles.append(str(claim.value))
    if claim.place:
        entry.states.add(claim.place.state)
        entry.cities.add(claim.place.city.casefold())
    if claim.start and claim.predicate in ("publication", "trial", "grant"):
        entry.work_years.append(claim.start.year)
    if claim.predicate == "education" and (finished := claim.end or claim.start):
        entry.degree_years.append(finished.year)
    entry.states.discard("")
    entry.cities.discard("")


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of the person who is asked for, growing as records are accepted.

    `identifiers`: (scheme, number, the record that brought it or "" for the user). A record's own number is no
    evidence for itself.
    """

    query: Query
    organizations: tuple[str, ...]
    earlier: tuple[str, ...] = ()
    identifiers: frozenset[tuple[str, str, str]] = frozenset()
    first_degree: int | None = None
