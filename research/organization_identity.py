"""Which records are the organization asked for: identifiers first, names with the place next, never likeness.

A name alone joins only within a complete register (`Source.names_decide`) and only where it is the one of its name
there; "MEMORIAL HOSPITAL" is twelve hospitals and becomes a question. From an accepted record the walk goes on by its
numbers. What a number names (facility, legal entity, parent, group return) stays with the claim and is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from research.organizations import comparable, distinctive, same_name
from research.types import Candidate, Claim, Judgement, Query, Reason, Record, Source

Relation = Literal["same", "within", "beyond", "other"]

_FACILITY_SCHEMES = ("ccn",)
"""Numbers that name one facility: another number of the scheme is another hospital."""

_JOINING_SCHEMES = ("ccn", "npi", "cik", "ror", "qid", "ein", "pecos", "object_id")

_DECISIVE = 5.0
_NAME_AND_PLACE = 3.0
_NAME_ALONE_UNIQUE = 2.6

_PLAIN_WORDS = frozenset(
    """
    hospital hospitals medical center health care system systems clinic inc the of and network group services service
    main campus
    """.split()  # noqa: SIM905 - a table that people read
)
"""Words that a name may have more or less of and still be used for one house: "Larkspur Health" in daily speech is
"Larkspur Health Medical Center" in the register."""


def relation(asked: str, found: str) -> Relation:
    """How a found name stands to the asked one.

    `same`: one name. `within`: it says the asked name and only plain words more ("... Medical Center"). `beyond`: the
    asked name is part of it or it of the asked one, with words that may tell another house. `other`.
    """
    if same_name(asked, found):
        return "same"
    mine, theirs = comparable(asked).split(), comparable(found).split()
    if not distinctive(asked) or not mine or not theirs:
        return "other"
    if set(mine) <= set(theirs):
        return "within" if set(theirs) - set(mine) <= _PLAIN_WORDS else "beyond"
    if set(theirs) <= set(mine) and distinctive(found):
        return "within" if set(mine) - set(theirs) <= _PLAIN_WORDS else "beyond"
    shared = distinctive(asked) & distinctive(found)
    return "beyond" if shared and distinctive(asked) == distinctive(found) else "other"


@dataclass(slots=True)
class _Entry:
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

    def decide(self, judgement: Judgement, *reasons: Reason) -> None:
        self.judgement = judgement
        self.reasons.extend(reasons)

    def relation_to(self, asked: str) -> Relation:
        found = {relation(asked, name) for name in self.names}
        order: tuple[Relation, ...] = ("same", "within", "beyond", "other")
        return next((r for r in order if r in found), "other")

    def numbers(self, scheme: str) -> set[str]:
        return {value for s, value in self.identifiers if s == scheme}


def host_of(link: str) -> str:
    """The host of an address without "www.", lower case; "" for none."""
    host = urlsplit(link if "://" in link else f"https://{link}").hostname or ""
    return host.removeprefix("www.").casefold()


def _is_root(link: str) -> bool:
    """Whether the address is a whole site: a page below it may tell of one house among many on a system's site."""
    return urlsplit(link if "://" in link else f"https://{link}").path in ("", "/")


def _entries(claims: Sequence[Claim]) -> list[_Entry]:
    entries: dict[Record, _Entry] = {}
    for claim in claims:
        if claim.record.kind != "organization":
            continue
        entry = entries.setdefault(claim.record, _Entry(claim.record, names={claim.record.label}))
        entry.claims.append(claim)
        if claim.predicate == "organization_name":
            entry.names.add(str(claim.value))
        elif claim.predicate == "organization_identifier":
            entry.identifiers.add((str(claim.details.get("scheme", "")), str(claim.value)))
        elif claim.predicate == "organization_website" and _is_root(str(claim.value)):
            entry.hosts.add(host_of(str(claim.value)))
        elif claim.predicate == "location" and claim.place:
            entry.states.add(claim.place.state)
            entry.cities.add(claim.place.city.casefold())
    for entry in entries.values():
        entry.states.discard("")
        entry.cities.discard("")
    return list(entries.values())


def judge_organizations(
    query: Query, claims: Sequence[Claim], sources: Mapping[str, Source], verdicts: Mapping[str, bool]
) -> tuple[Candidate, ...]:
    """Every organization record among the claims with its judgement, the accepted ones first.

    `query` is of kind organization. `verdicts` are a user's own decisions by record key (True = the same); they win.
    """
    entries = _entries(claims)
    known = {(i.scheme, i.value) for i in query.identifiers}
    website = host_of(query.website) if query.website else ""
    for entry in entries:
        if entry.record.key in verdicts:
            same = verdicts[entry.record.key]
            entry.by_user = True
            entry.decide(
                Judgement.SAME if same else Judgement.DIFFERENT,
                Reason("user", _DECISIVE if same else -_DECISIVE, "you decided so"),
            )
    _veto_by_place(query, entries)
    changed = True
    while changed:
        for entry in entries:
            if entry.judgement is Judgement.SAME:
                known |= {pair for pair in entry.identifiers if pair[0] in _JOINING_SCHEMES}
                website = website or next(iter(sorted(entry.hosts)), "")
        changed = _join_by_number(query, entries, known, website) or _join_by_name(query, entries, sources)
    _leave_the_rest(query, entries)
    order = {Judgement.SAME: 0, Judgement.UNSURE: 1, Judgement.DIFFERENT: 2}
    candidates = [_candidate(entry) for entry in entries]
    return tuple(sorted(candidates, key=lambda c: (order[c.judgement], -c.score, c.record.key)))


def _candidate(entry: _Entry) -> Candidate:
    score = sum(reason.score for reason in entry.reasons)
    judgement = entry.judgement or Judgement.UNSURE
    return Candidate(entry.record, judgement, score, tuple(entry.reasons), tuple(entry.claims), entry.by_user)


def _veto_by_place(query: Query, entries: list[_Entry]) -> None:
    for entry in entries:
        if entry.judgement or not query.state or not entry.states or query.state in entry.states:
            continue
        if entry.relation_to(query.name) == "other":
            continue
        where = ", ".join(sorted(entry.states))
        entry.decide(
            Judgement.DIFFERENT, Reason("place", -_DECISIVE, f"is in {where}; asked for {query.state}", veto=True)
        )


def _join_by_number(query: Query, entries: list[_Entry], known: set[tuple[str, str]], website: str) -> bool:
    """Join records that bear a known number; a facility's own number that differs is a veto."""
    joined = False
    for entry in entries:
        if entry.judgement:
            continue
        clash = _other_facility(entry, known)
        shared = sorted(pair for pair in entry.identifiers & known if pair[0] in _JOINING_SCHEMES)
        if clash:
            if shared or entry.relation_to(query.name) != "other":
                entry.decide(Judgement.DIFFERENT, Reason("facility", -_DECISIVE, clash, veto=True))
            continue
        if shared:
            scheme, value = shared[0]
            entry.decide(Judgement.SAME, Reason("identifier", _DECISIVE, f"bears the same {scheme.upper()} {value}"))
            joined = True
        elif website and website in entry.hosts and not _shares_its_site(entry, entries, website):
            entry.decide(Judgement.SAME, Reason("website", _DECISIVE, f"is the house of {website}"))
            joined = True
    return joined


def _shares_its_site(entry: _Entry, entries: list[_Entry], website: str) -> bool:
    """Whether its source gives the same site to another house: a system and its hospitals often share one."""
    return any(
        other.record.source == entry.record.source and other.record.id != entry.record.id and website in other.hosts
        for other in entries
    )


def _other_facility(entry: _Entry, known: set[tuple[str, str]]) -> str:
    for scheme in _FACILITY_SCHEMES:
        ours = {value for s, value in known if s == scheme}
        theirs = entry.numbers(scheme)
        if ours and theirs and not ours & theirs:
            return f"has its own {scheme.upper()} {min(theirs)}: another facility"
    return ""


def _join_by_name(query: Query, entries: list[_Entry], sources: Mapping[str, Source]) -> bool:
    """Join the one record of the asked name in a register whose names decide, where the place agrees or is open."""
    joined = False
    ambiguous = _is_ambiguous(query, entries, sources)
    for key in sorted({entry.record.source for entry in entries}):
        source = sources.get(key)
        of_source = [e for e in entries if e.record.source == key and e.judgement is not Judgement.DIFFERENT]
        if source is None or not source.names_decide:
            continue
        if source.access in ("html", "feed"):
            joined = (not ambiguous and _join_pages(query, of_source)) or joined
            continue
        if any(e.judgement is Judgement.SAME for e in of_source):
            continue
        pick = _the_one(query, [e for e in of_source if e.judgement is None], ambiguous=ambiguous)
        if pick:
            entry, reason = pick
            entry.decide(Judgement.SAME, reason)
            joined = True
    return joined


def _join_pages(query: Query, entries: list[_Entry]) -> bool:
    """Pages name the house in its own words: the same name, where no register knows two of it, is the house."""
    joined = False
    for entry in entries:
        if entry.judgement is None and entry.relation_to(query.name) == "same":
            entry.decide(Judgement.SAME, Reason("name", _NAME_ALONE_UNIQUE, "the page names this organization"))
            joined = True
    return joined


def _the_one(query: Query, entries: list[_Entry], *, ambiguous: bool) -> tuple[_Entry, Reason] | None:
    equal = [e for e in entries if e.relation_to(query.name) == "same"]
    if query.city and len(equal) > 1:
        equal = [e for e in equal if query.city.casefold() in e.cities]
    if len(equal) == 1:
        entry = equal[0]
        if query.state and query.state in entry.states:
            return entry, Reason("name and state", _NAME_AND_PLACE, f"the only one of this name in {query.state}")
        if ambiguous:
            return None
        return entry, Reason("name", _NAME_ALONE_UNIQUE, "the only one of this name in this register")
    if equal:
        return None
    within = [e for e in entries if e.relation_to(query.name) == "within" and query.state and query.state in e.states]
    if len(within) == 1:
        return within[0], Reason(
            "name and state", _NAME_ALONE_UNIQUE, f"the only one in {query.state} whose name is this and plain words"
        )
    return None


def _is_ambiguous(query: Query, entries: list[_Entry], sources: Mapping[str, Source]) -> bool:
    """Whether some register knows several houses of exactly this name and nothing tells which is meant."""
    for key in {entry.record.source for entry in entries}:
        source = sources.get(key)
        equal = [
            e
            for e in entries
            if e.record.source == key and e.judgement is not Judgement.DIFFERENT and e.relation_to(query.name) == "same"
        ]
        is_register = source is not None and source.names_decide and source.access not in ("html", "feed")
        if is_register and len(equal) > 1:
            return True
    return False


_OPEN_DETAIL = {
    "same": "bears the name, but nothing else ties it to the one that was asked for",
    "within": "its name is the asked one with plain words more or less",
    "beyond": "its name holds the asked one, with words that may tell another house",
}


def _leave_the_rest(query: Query, entries: list[_Entry]) -> None:
    for entry in entries:
        if entry.judgement:
            continue
        how = entry.relation_to(query.name)
        if how == "other":
            entry.decide(Judgement.DIFFERENT, Reason("name", -_DECISIVE, "bears another name"))
        else:
            score = {"same": 1.0, "within": 0.6, "beyond": 0.3}[how]
            entry.decide(Judgement.UNSURE, Reason("name", score, _OPEN_DETAIL[how]))
