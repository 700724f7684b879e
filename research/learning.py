"""What a running research has learnt of its subject, for the questions that come next: numbers, the web site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from research.gather import Known, questions
from research.organization_identity import is_holder, judge_organizations
from research.resolve import judge_people
from research.types import Candidate, Claim, Identifier, Judgement, Query, Source, is_scheme
from research.verdicts import decided_records


def organization_query(query: Query) -> Query | None:
    """The question about the organization that goes with a query; None for a person without one."""
    return next((q for q in questions(query) if q.kind == "organization"), None)


def accepted_names(candidates: Iterable[Candidate]) -> tuple[str, ...]:
    """The names that the accepted records of an organization give it."""
    names: dict[str, None] = {}
    for candidate in candidates:
        if candidate.judgement is Judgement.SAME and not is_holder(candidate):
            names[candidate.record.label] = None
            for claim in candidate.claims:
                if claim.predicate == "organization_name":
                    names[str(claim.value)] = None
    return tuple(names)


def learn(query: Query, claims: Sequence[Claim], sources: Mapping[str, Source], verdicts: Mapping[str, bool]) -> Known:
    """What the claims so far tell of the subject: identifiers and web site of accepted records only."""
    about = organization_query(query)
    verdicts = decided_records(query, claims, verdicts)
    organizations = judge_organizations(about, claims, sources, verdicts) if about else ()
    house = _identifiers(organizations, "organization_identifier")
    website = query.website or _website(organizations)
    if query.kind == "organization":
        return Known(identifiers=_joined(query.identifiers, house), website=website)
    people = judge_people(query, claims, verdicts, accepted_names(organizations))
    return Known(
        identifiers=_joined(query.identifiers, _identifiers(people, "identifier")),
        organization_identifiers=_joined(query.organization_identifiers, house),
        website=website,
    )


def _identifiers(candidates: Iterable[Candidate], predicate: str) -> tuple[Identifier, ...]:
    found = []
    for candidate in candidates:
        if candidate.judgement is not Judgement.SAME:
            continue
        for claim in candidate.claims:
            scheme = str(claim.details.get("scheme", ""))
            if claim.predicate == predicate and is_scheme(scheme):
                found.append(Identifier(scheme, str(claim.value), str(claim.details.get("names", ""))))
    return tuple(found)


def _joined(first: tuple[Identifier, ...], second: tuple[Identifier, ...]) -> tuple[Identifier, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _website(candidates: Iterable[Candidate]) -> str:
    for candidate in candidates:
        if candidate.judgement is Judgement.SAME:
            for claim in candidate.claims:
                if claim.predicate == "organization_website":
                    return str(claim.value)
    return ""
