"""What speaks for and against a record being our person, each sign with a score and words of its own.

The weights follow the disambiguation of faculty publications in ReCiter, with the organization as the strong sign.
"""

from __future__ import annotations

from collections.abc import Iterable

from research.hosts import host_of
from research.name_matching import NameMatch
from research.organization_relations import is_bare, relation
from research.organization_ties import related_organizations
from research.organizations import is_telling
from research.person_records import Entry, Person
from research.posts import same_post
from research.types import Reason

COMMON_NAME = 5
"""From so many bearers of the name in one source on, two independent signs are needed."""

A_SIGN = 0.4
"""The least score of a feature that counts as a sign of its own."""

PERSON_SCHEMES = frozenset({"orcid", "npi", "openalex", "nih_profile", "qid"})
ONE_NUMBER_A_PERSON = frozenset({"orcid", "npi"})

NAME_SCORES = {"equal": 1.0, "compatible": 0.8, "initial": 0.2}


def reasons_for(entry: Entry, person: Person, match: NameMatch, bearers: int) -> Iterable[Reason]:
    """The signs for and against the record being the person, the name first; a veto stands alone.

    `match`: how the names compare. `bearers`: how many people of the name the record's source knows.
    """
    if match.veto or match.verdict == "different":
        yield Reason("name", -5.0, match.detail, veto=True)
        return
    yield Reason("name", NAME_SCORES[match.verdict], match.detail)
    if match.middle_agrees:
        yield Reason("middle name", 0.4, "the middle name or initial agrees")
    yield from _identifier_reasons(entry, person)
    yield from _organization_reasons(entry, person)
    if person.query.role and any(same_post(person.query.role, title) for title in entry.titles):
        yield Reason("post", 0.8, f"the post agrees: {person.query.role}")
    yield from _place_reasons(entry, person)
    if person.first_degree and entry.work_years and min(entry.work_years) < person.first_degree - 10:
        yield Reason(
            "years", -3.0, f"works of {min(entry.work_years)}, long before the degree of {person.first_degree}"
        )
    if bearers > COMMON_NAME:
        yield Reason("common name", -0.5, f"{bearers} bearers of the name in this source")


def _identifier_reasons(entry: Entry, person: Person) -> Iterable[Reason]:
    from_elsewhere = {(s, v) for s, v, record in person.identifiers if record != entry.record.key}
    shared = sorted(pair for pair in entry.identifiers & from_elsewhere if pair[0] in PERSON_SCHEMES)
    if shared:
        yield Reason("identifier", 5.0, f"bears the same {shared[0][0].upper()} {shared[0][1]}")
        return
    for scheme in sorted(ONE_NUMBER_A_PERSON):
        ours = {value for s, value, record in person.identifiers if s == scheme and not record}
        theirs = {value for s, value in entry.identifiers if s == scheme}
        if ours and theirs and not ours & theirs:
            yield Reason("identifier", -5.0, f"has another {scheme.upper()}: {min(theirs)}", veto=True)


def _organization_reasons(entry: Entry, person: Person) -> Iterable[Reason]:
    website = host_of(person.query.website) if person.query.website else ""
    if website and any(website == domain or domain.endswith(f".{website}") for domain in entry.mail_domains):
        yield Reason("organization", 2.0, f"writes from the organization's mail domain, {website}")
        return
    if not entry.organizations:
        return
    found = _organization_sign(entry, person)
    if found:
        yield found
    elif person.organizations:
        yield Reason("organization", -1.0, f"named with {min(entry.organizations)}, not {person.organizations[0]}")


def _organization_sign(entry: Entry, person: Person) -> Reason | None:
    """The strongest tie between the record's organizations and the person's; a name that many bear ties less."""
    pairs = [(ours, theirs) for ours in person.organizations for theirs in sorted(entry.organizations)]
    here = bool(person.query.state) and person.query.state in entry.states
    bare: Reason | None = None
    for ours, theirs in pairs:
        if relation(ours, theirs) == "same":
            if is_telling(ours) or here:
                return Reason("organization", 2.0, f"named with {theirs}")
            return Reason("organization", 1.2, f"named with {theirs}, a name that several houses bear")
    for ours, theirs in pairs:
        if related_organizations(ours, theirs):
            if is_bare(ours, theirs) and not _leads_in_care(entry, theirs):
                bare = Reason("organization", _BARE, f"named with {theirs}, which may not be {ours}")
                continue
            score = 1.6 if is_telling(ours) or here else 0.8
            return Reason("organization", score, f"named with {theirs}, which says {ours}")
    for ours in person.earlier:
        for theirs in sorted(entry.organizations):
            if relation(ours, theirs) == "same":
                return Reason("earlier organization", 1.6, f"named with {theirs}, an earlier employer")
    return bare


_BARE = 0.3
"""Score of a name without any word of care: less than a sign (`A_SIGN`), so that it never joins by itself."""


def _leads_in_care(entry: Entry, organization: str) -> bool:
    """Whether a page says of a post at an organization that it is one of health care."""
    return any(claim.organization == organization and claim.details.get("leader") == "yes" for claim in entry.claims)


def _place_reasons(entry: Entry, person: Person) -> Iterable[Reason]:
    query = person.query
    if not query.state or not entry.states:
        return
    if query.state not in entry.states:
        yield Reason("place", -0.6, f"is in {', '.join(sorted(entry.states))}, not {query.state}")
    elif query.city and query.city.casefold() in entry.cities:
        yield Reason("place", 0.8, f"is in {query.city}, {query.state}")
    else:
        yield Reason("place", 0.4, f"is in {query.state}")
