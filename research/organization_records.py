"""What the claims say of each organization's record, gathered by what tells houses apart: names, places, numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from research.hosts import host_of
from research.identifiers import one_form
from research.organization_relations import Relation, relation
from research.types import Claim, Judgement, Reason, Record

FACILITY_SCHEMES = ("ccn",)
"""Numbers that name one facility: another number of the scheme is another hospital."""

_OF_MANY = ("parent", "group", "operator")
"""How claims call a number that stands for more than one house (in `details["names"]`)."""


@dataclass(slots=True)
class Entry:
    """One record with what its claims say of it."""

    record: Record
    claims: list[Claim] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    cities: set[str] = field(default_factory=set)
    identifiers: set[tuple[str, str]] = field(default_factory=set)
    hosts: set[str] = field(default_factory=set)
    judgement: Judgement | None = None
    reasons: list[Reason] = field(default_factory=list)
    by_user: bool = False
    holder_of: str = ""
    """Set when this record is the holder of a number that many share: "parent", "group return"."""

    def decide(self, judgement: Judgement, *reasons: Reason) -> None:
        """Judge the record, for these reasons beside those it has."""
        self.judgement = judgement
        self.reasons.extend(reasons)

    def relation_to(self, asked: str) -> Relation:
        """How the nearest of the record's names stands to the asked one."""
        found = {relation(asked, name) for name in self.names}
        order: tuple[Relation, ...] = ("same", "within", "beyond", "other")
        return next((r for r in order if r in found), "other")

    def numbers(self, scheme: str) -> set[str]:
        """The record's numbers of one scheme."""
        return {value for s, value in self.identifiers if s == scheme}


def entries_of(claims: Sequence[Claim]) -> list[Entry]:
    """The organizations' records among the claims, each with all that is claimed of it, in the order of their keys."""
    entries: dict[Record, Entry] = {}
    for claim in claims:
        if claim.record.kind != "organization":
            continue
        entry = entries.setdefault(claim.record, Entry(claim.record, names={claim.record.label}))
        entry.claims.append(claim)
        if claim.predicate == "organization_name":
            entry.names.add(str(claim.value))
        elif claim.predicate == "organization_identifier":
            scheme = str(claim.details.get("scheme", ""))
            entry.identifiers.add((scheme, one_form(scheme, str(claim.value))))
        elif claim.predicate == "organization_website":
            entry.hosts.add(host_of(str(claim.value)))
        elif claim.predicate == "location" and claim.place:
            entry.states.add(claim.place.state)
            entry.cities.add(claim.place.city)
    for entry in entries.values():
        entry.states.discard("")
        entry.cities.discard("")
        entry.hosts.discard("")
    return sorted(entries.values(), key=lambda entry: (entry.record.key, entry.record.url))


def numbers_of_many(entries: Sequence[Entry]) -> dict[tuple[str, str], str]:
    """The numbers that stand for more than one house, with what they name ("parent", "group return")."""
    many: dict[tuple[str, str], str] = {}
    facilities: dict[tuple[str, str], set[str]] = {}
    for entry in entries:
        for claim in entry.claims:
            if claim.predicate != "organization_identifier":
                continue
            scheme = str(claim.details.get("scheme", ""))
            number = (scheme, one_form(scheme, str(claim.value)))
            names = str(claim.details.get("names", ""))
            houses = claim.details.get("hospitals", 1)
            if names.startswith(_OF_MANY) or (isinstance(houses, int) and houses > 1):
                many[number] = names or "parent"
            if number[0] not in FACILITY_SCHEMES:
                facilities.setdefault(number, set()).update(entry.numbers("ccn"))
    for number, houses_with_it in facilities.items():
        if len(houses_with_it) > 1:
            many.setdefault(number, "parent")
    return many
