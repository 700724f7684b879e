"""Which records are the organization asked for: identifiers first, names with the place next, never likeness.

A name joins only within a complete register (`Source.names_decide`) and only where it is the one of its name there;
"MEMORIAL HOSPITAL" is twelve hospitals and becomes a question. A place that is given must agree. From an accepted
record the walk goes on by its numbers. A number that names more than one house (the EIN of a parent or of a group
return) joins nothing to the house: its record is kept as the *holder*, and its figures are said to be the holder's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from research.hosts import host_of
from research.identifiers import one_form
from research.organization_records import FACILITY_SCHEMES, Entry, entries_of, numbers_of_many
from research.organization_relations import same_town
from research.organizations import comparable, is_telling
from research.types import Candidate, Claim, Judgement, Query, Reason, Source

_JOINING_SCHEMES = ("ccn", "npi", "cik", "ror", "qid", "ein", "pecos", "object_id")

HOLDER_PREDICATES = frozenset(
    {
        "revenue",
        "expenses",
        "net_income",
        "assets",
        "employees",
        "volunteers",
        "mission",
        "officer",
        "community_benefit",
    }
)
"""What a holder's record may say in a house's dossier, always as the holder's."""

_HOSTS_OF_MANY = frozenset(
    {
        "sites.google.com",
        "facebook.com",
        "linkedin.com",
        "github.io",
        "wordpress.com",
        "wixsite.com",
        "blogspot.com",
        "squarespace.com",
        "weebly.com",
        "medium.com",
        "youtube.com",
        "wikipedia.org",
    }
)
"""Hosts on which strangers live side by side."""

_DECISIVE = 5.0
_NAME_AND_PLACE = 3.0
_NAME_ALONE_UNIQUE = 2.6


class _Judging:
    """One judgement of all organization records of a run."""

    def __init__(
        self, query: Query, claims: Sequence[Claim], sources: Mapping[str, Source], verdicts: Mapping[str, bool]
    ) -> None:
        self.query = query
        self.sources = sources
        self.entries = entries_of(claims)
        self.of_many = numbers_of_many(self.entries)
        asked = {(i.scheme, one_form(i.scheme, i.value)) for i in query.identifiers}
        self.known = asked - set(self.of_many)
        self.asked_of_many = asked & set(self.of_many)
        self.website = host_of(query.website) if query.website else ""
        for entry in self.entries:
            if entry.record.key in verdicts:
                self._take_verdict(entry, same=verdicts[entry.record.key])

    def _take_verdict(self, entry: Entry, *, same: bool) -> None:
        entry.by_user = True
        reason = Reason("user", _DECISIVE if same else -_DECISIVE, "you decided so")
        entry.decide(Judgement.SAME if same else Judgement.DIFFERENT, reason)

    def all(self) -> tuple[Candidate, ...]:
        self._veto_by_place()
        changed = True
        while changed:
            self._learn()
            changed = (
                self._join_by_number() or self._join_by_website() or self._join_by_name() or self._join_by_two_lists()
            )
        self._keep_holders()
        self._leave_the_rest()
        order = {Judgement.SAME: 0, Judgement.UNSURE: 1, Judgement.DIFFERENT: 2}
        candidates = [_candidate(entry) for entry in self.entries]
        return tuple(sorted(candidates, key=lambda c: (order[c.judgement], -c.score, c.record.key)))

    def _open(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.judgement is None]

    def _learn(self) -> None:
        for entry in self.entries:
            if entry.judgement is Judgement.SAME:
                own = {pair for pair in entry.identifiers if pair[0] in _JOINING_SCHEMES}
                self.known |= own - set(self.of_many)
                self.website = self.website or min(entry.hosts, default="")

    def _out_of_place(self, entry: Entry) -> str:
        """Why the record's place is not the asked one; "" where it agrees or one of them is open."""
        if self.query.state and entry.states and self.query.state not in entry.states:
            return f"is in {', '.join(sorted(entry.states))}; asked for {self.query.state}"
        if self.query.city and entry.cities and not any(same_town(self.query.city, c) for c in entry.cities):
            return f"is in {', '.join(sorted(entry.cities))}; asked for {self.query.city}"
        return ""

    def _veto_by_place(self) -> None:
        for entry in self._open():
            if entry.relation_to(self.query.name) == "other":
                continue
            if self.query.state and entry.states and self.query.state not in entry.states:
                detail = self._out_of_place(entry)
                entry.decide(Judgement.DIFFERENT, Reason("place", -_DECISIVE, detail, veto=True))

    def _join_by_number(self) -> bool:
        """Join the records that bear a known number of one house; a facility's own other number is a veto."""
        joined = False
        for entry in self._open():
            clash = _other_facility(entry, self.known)
            shared = sorted(pair for pair in entry.identifiers & self.known if pair[0] in _JOINING_SCHEMES)
            if clash:
                if shared or entry.relation_to(self.query.name) != "other":
                    entry.decide(Judgement.DIFFERENT, Reason("facility", -_DECISIVE, clash, veto=True))
                continue
            if not shared:
                continue
            scheme, value = shared[0]
            reason = Reason("identifier", _DECISIVE, f"bears the same {scheme.upper()} {value}")
            own_facility = entry.numbers("ccn") and not entry.numbers("ccn") & {v for s, v in self.known if s == "ccn"}
            displaced = self._out_of_place(entry)
            if displaced or own_facility:
                why = displaced or "a facility of its own; the number alone does not tell which house is meant"
                entry.decide(Judgement.UNSURE, reason, Reason("place", -_DECISIVE, why))
                continue
            entry.decide(Judgement.SAME, reason)
            joined = True
        return joined

    def _join_by_website(self) -> bool:
        if not self.website or self.website in _HOSTS_OF_MANY:
            return False
        joined = False
        for entry in self._open():
            if self.website not in entry.hosts or entry.numbers("ccn") or self._out_of_place(entry):
                continue
            is_the_site = entry.record.id == self.website or entry.record.label == self.website
            if is_the_site or entry.relation_to(self.query.name) in ("same", "within"):
                entry.decide(Judgement.SAME, Reason("website", _DECISIVE, f"is the house of {self.website}"))
                joined = True
        return joined

    def _join_by_name(self) -> bool:
        """Join the one record of the asked name in a register whose names decide, where the place agrees or is open."""
        joined = False
        ambiguous = self._is_ambiguous()
        for key in sorted({entry.record.source for entry in self.entries}):
            source = self.sources.get(key)
            if source is None or not source.names_decide:
                continue
            mine = [e for e in self.entries if e.record.source == key and e.judgement is not Judgement.DIFFERENT]
            if source.access in ("html", "feed"):
                joined = (not ambiguous and self._join_pages(mine)) or joined
                continue
            if any(e.judgement is Judgement.SAME for e in mine):
                continue
            pick = self._the_one(mine, ambiguous=ambiguous)
            if pick:
                entry, reason = pick
                entry.decide(Judgement.SAME, reason)
                joined = True
        return joined

    def _join_by_two_lists(self) -> bool:
        """Join the hospital that one list calls by the asked name and the register, under its number, by a longer one.

        The register must know no other house of the state that holds the asked words.
        """
        query = self.query
        if not query.state or not is_telling(query.name):
            return False
        here = [e for e in self._open() if e.numbers("ccn") and query.state in e.states and not self._out_of_place(e)]
        named = [e for e in here if e.relation_to(query.name) == "same"]
        registered = [e for e in here if (s := self.sources.get(e.record.source)) and s.names_decide]
        held = [e for e in registered if e.relation_to(query.name) in ("within", "beyond")]
        numbers = {ccn for e in named for ccn in e.numbers("ccn")}
        longer = [e for e in held if e.numbers("ccn") == numbers]
        if len(numbers) != 1 or len(longer) != 1 or self._namesakes(registered) > 1:
            return False
        for entry in (*longer, *named):
            detail = f"a list of {query.state} has this name under CCN {min(numbers)}"
            entry.decide(Judgement.SAME, Reason("name and state", _NAME_AND_PLACE, detail))
        return True

    def _join_pages(self, entries: list[Entry]) -> bool:
        """Pages name the house in its own words: the same name, where no register knows two of it, is the house."""
        joined = False
        telling = is_telling(self.query.name) or bool(self.query.state or self.known)
        for entry in entries:
            if entry.judgement is None and telling and entry.relation_to(self.query.name) == "same":
                entry.decide(Judgement.SAME, Reason("name", _NAME_ALONE_UNIQUE, "the page names this organization"))
                joined = True
        return joined

    def _the_one(self, entries: list[Entry], *, ambiguous: bool) -> tuple[Entry, Reason] | None:
        query = self.query
        undecided = [e for e in entries if e.judgement is None and not self._is_elsewhere(e)]
        equal = [e for e in undecided if e.relation_to(query.name) == "same" and not self._out_of_place(e)]
        if len(equal) == 1:
            return self._equal(equal[0], entries, ambiguous=ambiguous)
        if equal or not query.state or not is_telling(query.name):
            return None
        within = [
            e
            for e in undecided
            if e.relation_to(query.name) == "within" and query.state in e.states and not self._out_of_place(e)
        ]
        others = self._namesakes(entries) - 1
        if len(within) == 1 and (others == 0 or (query.city and within[0].cities) or others == 1):
            detail = f"the only one in {query.state} whose name is this and plain words"
            return within[0], Reason("name and state", _NAME_ALONE_UNIQUE, detail)
        return None

    def _equal(self, entry: Entry, entries: list[Entry], *, ambiguous: bool) -> tuple[Entry, Reason] | None:
        query = self.query
        if query.state and query.state in entry.states:
            settled_by_town = query.city and entry.cities
            if not settled_by_town and not is_telling(query.name) and self._namesakes(entries) > 1:
                return None
            return entry, Reason("name and state", _NAME_AND_PLACE, f"the only one of this name in {query.state}")
        if ambiguous or not is_telling(query.name) or self._names_a_system(entry, entries):
            return None
        return entry, Reason("name", _NAME_ALONE_UNIQUE, "the only one of this name in this register")

    def _accepted_states(self) -> set[str]:
        return {state for e in self.entries if e.judgement is Judgement.SAME for state in e.states}

    def _is_elsewhere(self, entry: Entry) -> bool:
        """Whether what is accepted so far lies in another state: then a name alone joins nothing more."""
        accepted = self._accepted_states()
        return bool(accepted and entry.states and not accepted & entry.states)

    def _names_a_system(self, entry: Entry, entries: list[Entry]) -> bool:
        """Whether hospitals in other states bear the asked name and more, so that it may be their system's name.

        Where the town was asked for, or an accepted record lies in the same state, the house is settled.
        """
        if (self.query.city and entry.cities) or self._accepted_states() & entry.states or not entry.numbers("ccn"):
            return False
        begin = comparable(self.query.name) + " "
        return any(
            other.numbers("ccn")
            and not other.states & entry.states
            and any(comparable(name).startswith(begin) for name in other.names)
            for other in entries
        )

    def _namesakes(self, entries: list[Entry]) -> int:
        """How many houses of the register hold all words of the asked name."""
        asked = set(comparable(self.query.name).split())
        return sum(any(asked <= set(comparable(name).split()) for name in e.names) for e in entries)

    def _is_ambiguous(self) -> bool:
        """Whether some register knows several houses of exactly this name and nothing tells which is meant."""
        counts: dict[str, int] = {}
        for entry in self.entries:
            source = self.sources.get(entry.record.source)
            if source is None or not source.names_decide or source.access in ("html", "feed"):
                continue
            if entry.judgement is not Judgement.DIFFERENT and entry.relation_to(self.query.name) == "same":
                counts[entry.record.source] = counts.get(entry.record.source, 0) + 1
        return any(count > 1 for count in counts.values())

    def _keep_holders(self) -> None:
        """Keep the record of a number that many share as its holder, where it is the only one and no facility."""
        bearing = {
            pair
            for entry in self.entries
            if entry.judgement is Judgement.SAME
            for pair in entry.identifiers
            if pair in self.of_many
        }
        for number in sorted(bearing | (self.asked_of_many if bearing else set())):
            holders = [e for e in self._open() if number in e.identifiers and not e.numbers("ccn")]
            if len(holders) != 1:
                continue
            what = self.of_many[number]
            holders[0].holder_of = what
            scheme, value = number
            detail = f"bears {scheme.upper()} {value}, that of the {what}: its figures are not the house's own"
            holders[0].decide(Judgement.SAME, Reason("holder", _NAME_AND_PLACE, detail))

    def _leave_the_rest(self) -> None:
        for entry in self._open():
            how = entry.relation_to(self.query.name)
            if how == "other":
                entry.decide(Judgement.DIFFERENT, Reason("name", -_DECISIVE, "bears another name"))
                continue
            score = {"same": 1.0, "within": 0.6, "beyond": 0.3}[how]
            displaced = self._out_of_place(entry)
            entry.decide(Judgement.UNSURE, Reason("name", score, displaced or _OPEN_DETAIL[how]))


_OPEN_DETAIL = {
    "same": "bears the name, but nothing else ties it to the one that was asked for",
    "within": "its name is the asked one with plain words more or less",
    "beyond": "its name holds the asked one, with words that may tell another house",
}


def judge_organizations(
    query: Query, claims: Sequence[Claim], sources: Mapping[str, Source], verdicts: Mapping[str, bool]
) -> tuple[Candidate, ...]:
    """Every organization record among the claims with its judgement, the accepted ones first.

    `query` is of kind organization. `verdicts` are a user's own decisions by record key (True = the same); they win.
    Of a holder's record (see above) only what may be said of a holder is kept, marked with what it holds.
    """
    return _Judging(query, claims, sources, verdicts).all()


def _candidate(entry: Entry) -> Candidate:
    score = sum(reason.score for reason in entry.reasons)
    claims = tuple(entry.claims)
    if entry.holder_of:
        claims = tuple(
            replace(claim, details={**claim.details, "names": entry.holder_of})
            for claim in claims
            if claim.predicate in HOLDER_PREDICATES
        )
    judgement = entry.judgement or Judgement.UNSURE
    return Candidate(entry.record, judgement, score, tuple(entry.reasons), claims, entry.by_user)


def is_holder(candidate: Candidate) -> bool:
    """Whether the record was kept as the holder of a number that many share, and not as the house itself."""
    return any(reason.feature == "holder" for reason in candidate.reasons)


def _other_facility(entry: Entry, known: set[tuple[str, str]]) -> str:
    for scheme in FACILITY_SCHEMES:
        ours = {value for s, value in known if s == scheme}
        theirs = entry.numbers(scheme)
        if ours and theirs and not ours & theirs:
            return f"has its own {scheme.upper()} {min(theirs)}: another facility"
    return ""
