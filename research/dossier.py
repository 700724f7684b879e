"""Puts a dossier together from what the sources answered. Pure: correct the merging, and every old dossier improves.

`assemble` judges identity, merges the accepted claims into facts, lists what stays undecided and what is missing, and
numbers the sources. `dossier_json` turns it into JSON and back, and `dossier_file` keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from research.confidence import identity_confidence
from research.copies import families
from research.gaps import find_gaps
from research.learning import accepted_names, organization_query
from research.merge import Evidence, Weighed, merge
from research.organization_identity import judge_organizations
from research.resolve import judge_people
from research.types import Candidate, Claim, Fact, Gap, Judgement, Outcome, Query, Source
from research.verdicts import decided_records


@dataclass(frozen=True, slots=True)
class CitedSource:
    """One place that facts cite, with its number. `kept`: the SHA-256 of the document that was read."""

    number: int
    source: str
    title: str
    url: str
    retrieved_at: datetime
    kept: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something that only a person can settle: which of these records is meant?"""

    subject: str
    text: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What public sources say of a person or an organization, and how far it goes.

    `outcomes` are without their documents: these are kept by whoever ran the research, under their SHA-256.
    """

    query: Query
    built_at: datetime
    people: tuple[Candidate, ...]
    organizations: tuple[Candidate, ...]
    facts: tuple[Fact, ...]
    gaps: tuple[Gap, ...]
    outcomes: tuple[Outcome, ...]
    sources: tuple[CitedSource, ...]
    questions: tuple[Question, ...]
    verdicts: tuple[tuple[str, bool], ...] = ()

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """All records that came into question, of the person first."""
        return (*self.people, *self.organizations)

    def judged(self, judgement: Judgement) -> tuple[Candidate, ...]:
        """The candidates with this judgement."""
        return tuple(c for c in self.candidates if c.judgement is judgement)

    def about(self, subject: str, *predicates: str) -> tuple[Fact, ...]:
        """The facts about the person or the organization, of these predicates if any are named."""
        return tuple(f for f in self.facts if f.subject == subject and (not predicates or f.predicate in predicates))

    def number_of(self, claim: Claim) -> int:
        """The number of the source that a claim cites; 0 when it is none of the dossier's."""
        wanted = (claim.citation.document, claim.citation.url)
        return next((s.number for s in self.sources if (s.kept, s.url) == wanted), 0)


def assemble(
    query: Query,
    outcomes: Sequence[Outcome],
    sources: Mapping[str, Source],
    now: datetime,
    verdicts: Mapping[str, bool] | None = None,
) -> Dossier:
    """The dossier of a query. `sources` are the descriptions of all sources in `outcomes`, by key; `verdicts` the
    user's own decisions by record key (True = the same person or organization)."""
    decided = dict(verdicts or {})
    claims = [claim for outcome in outcomes for claim in outcome.claims]
    cited = {claim.citation.document for claim in claims}
    by_record = decided_records(query, claims, decided)
    about = organization_query(query)
    organizations = judge_organizations(about, claims, sources, by_record) if about else ()
    people: tuple[Candidate, ...] = ()
    if query.kind == "person":
        people = judge_people(query, claims, by_record, accepted_names(organizations))
    evidence = Evidence(
        sources=sources,
        # Only what claims rest on is compared: a large file that says nothing of use costs no time here.
        families=families(
            document for outcome in outcomes for document in outcome.documents if document.sha256 in cited
        ),
        today=now.date(),
    )
    facts = merge(_weighed((*people, *organizations)), evidence)
    return Dossier(
        query=query,
        built_at=now,
        people=people,
        organizations=organizations,
        facts=facts,
        gaps=find_gaps(query, facts, outcomes, sources),
        outcomes=tuple(replace(outcome, documents=()) for outcome in outcomes),
        sources=_numbered(facts, sources),
        questions=tuple(_questions(query, people, organizations)),
        verdicts=tuple(sorted(decided.items())),
    )


def _weighed(candidates: Iterable[Candidate]) -> list[Weighed]:
    return [
        Weighed(claim, identity_confidence(candidate.score, by_user=candidate.by_user))
        for candidate in candidates
        if candidate.judgement is Judgement.SAME
        for claim in candidate.claims
    ]


def _numbered(facts: Iterable[Fact], sources: Mapping[str, Source]) -> tuple[CitedSource, ...]:
    seen: dict[tuple[str, str], CitedSource] = {}
    for fact in facts:
        for claim in fact.claims:
            citation = claim.citation
            place = (citation.document, citation.url)
            if place not in seen:
                title = citation.title or sources[citation.source].title
                seen[place] = CitedSource(
                    len(seen) + 1, citation.source, title, citation.url, citation.retrieved_at, citation.document
                )
    return tuple(seen.values())


def _questions(query: Query, people: Sequence[Candidate], organizations: Sequence[Candidate]) -> Iterable[Question]:
    open_houses = [c for c in organizations if c.judgement is Judgement.UNSURE]
    if open_houses and not any(c.judgement is Judgement.SAME for c in organizations):
        name = query.organization if query.kind == "person" else query.name
        place = "" if query.city else "city" if query.state else "state or city"
        way = f"Name its {place}, or settle" if place else "Settle"
        yield Question(
            "organization",
            f"Which {name} do you mean? {way} it with --same RECORD.",
            tuple(c.record.key for c in open_houses),
        )
    open_people = [c for c in people if c.judgement is Judgement.UNSURE]
    if open_people:
        yield Question(
            "person",
            f"Is this the {query.name} you mean? Settle it with --same or --not and the record, file or address shown.",
            tuple(c.record.key for c in open_people),
        )
