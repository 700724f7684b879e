"""Is this record our person? SAME, UNSURE or DIFFERENT, each with its scored, named reasons.

Nobody is joined on a name alone. Hard signs decide: a user's word, an identifier that is already ours. Otherwise the
name must agree and something else must speak: the organization (named in the same item), the post, the place, an
earlier employer that is known. Another middle initial, Jr. against Sr., another number in one scheme are vetoes. The
weights follow the disambiguation of faculty publications in ReCiter, with the organization as the strong sign.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from research.gather import Known, questions
from research.hosts import host_of
from research.names import NameMatch, compare, fold_letters
from research.organization_identity import is_bare, is_holder, judge_organizations, relation
from research.organizations import comparable, distinctive, is_telling
from research.posts import same_post
from research.types import Candidate, Claim, Identifier, Judgement, Query, Reason, Record, Source, is_scheme

JOINS_AT = 2.5
"""The least score that joins a record to the person."""

DIFFERENT_AT = -0.3

COMMON_NAME = 5
"""From so many bearers of the name in one source on, two independent signs are needed."""

_PERSON_SCHEMES = frozenset({"orcid", "npi", "openalex", "nih_profile", "qid"})
_ONE_NUMBER_A_PERSON = frozenset({"orcid", "npi"})

_NAME_SCORES = {"equal": 1.0, "compatible": 0.8, "initial": 0.2}


@dataclass(slots=True)
class _Entry:
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


def _entries(claims: Iterable[Claim]) -> list[_Entry]:
    entries: dict[Record, _Entry] = {}
    for claim in claims:
        if claim.record.kind != "person":
            continue
        entry = entries.setdefault(claim.record, _Entry(claim.record, names={claim.record.label}))
        entry.claims.append(claim)
        _note(entry, claim)
    return list(entries.values())


def _note(entry: _Entry, claim: Claim) -> None:
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
    if claim.predicate == "education" and (claim.end or claim.start):
        entry.degree_years.append((claim.end or claim.start).year)  # type: ignore[union-attr]
    entry.states.discard("")
    entry.cities.discard("")


@dataclass(frozen=True, slots=True)
class _Person:
    """What is known of the person who is asked for, growing as records are accepted.

    `identifiers`: (scheme, number, the record that brought it or "" for the user). A record's own number is no
    evidence for itself.
    """

    query: Query
    organizations: tuple[str, ...]
    earlier: tuple[str, ...] = ()
    identifiers: frozenset[tuple[str, str, str]] = frozenset()
    first_degree: int | None = None


def judge_people(
    query: Query,
    claims: Sequence[Claim],
    verdicts: Mapping[str, bool],
    organization_names: Iterable[str] = (),
) -> tuple[Candidate, ...]:
    """Every person record that bears a like name, with its judgement; the accepted ones first.

    `organization_names` are the names of the person's organization as its own records give them. Records of people
    with other surnames are left out altogether: they are no candidates.
    """
    entries = [e for e in _entries(claims) if _bears_the_name(query, e) or e.record.key in verdicts]
    organizations = tuple(dict.fromkeys(name for name in (query.organization, *organization_names) if name))
    person = _Person(query, organizations, identifiers=frozenset((i.scheme, i.value, "") for i in query.identifiers))
    bearers = _bearers(entries)
    judged = _judge_all(entries, person, bearers, verdicts)
    # A second walk with what the first has learnt: earlier employers, numbers, the year of the first degree.
    for _ in range(3):
        learnt = _learnt(person, judged)
        if learnt == person:
            break
        person = learnt
        judged = _judge_all(entries, person, bearers, verdicts)
    order = {Judgement.SAME: 0, Judgement.UNSURE: 1, Judgement.DIFFERENT: 2}
    return tuple(sorted(judged, key=lambda c: (order[c.judgement], -c.score, c.record.key)))


def decided_records(query: Query, claims: Sequence[Claim], verdicts: Mapping[str, bool]) -> Mapping[str, bool]:
    """The verdicts by record key, those that name a page or file by its address turned into its records.

    An address stands for the records of the subject's name in that page: "not" for all of them, "the same" only where
    there is one, since a page can name a father and a son.
    """
    by_key = dict(verdicts)
    at: dict[str, set[str]] = {}
    for record in {claim.record for claim in claims}:
        if record.kind == query.kind and record.url in verdicts and _is_like(query, record):
            at.setdefault(record.url, set()).add(record.key)
    for address, keys in at.items():
        if len(keys) == 1 or not verdicts[address]:
            by_key.update((key, verdicts[address]) for key in keys if key not in verdicts)
    return by_key


def _is_like(query: Query, record: Record) -> bool:
    if query.kind == "organization":
        return relation(query.name, record.label) != "other"
    match = compare(query.name, record.label)
    return match.verdict != "different" or match.veto


def _bearers(entries: list[_Entry]) -> Mapping[str, int]:
    """How many people of the name a source seems to know: its records, those at one organization counted once.

    A paper or a study is a record of its own, and eight papers by one author are no crowd.
    """
    return Counter(
        source
        for source, _ in {
            (entry.record.source, tuple(sorted(map(comparable, entry.organizations))) or entry.record.id)
            for entry in entries
        }
    )


def _bears_the_name(query: Query, entry: _Entry) -> bool:
    matches = [compare(query.name, name) for name in entry.names]
    return any(match.verdict != "different" or match.veto for match in matches)


def _judge_all(
    entries: list[_Entry], person: _Person, bearers: Mapping[str, int], verdicts: Mapping[str, bool]
) -> tuple[Candidate, ...]:
    judged = [_judge(entry, person, bearers[entry.record.source], verdicts) for entry in entries]
    return tuple(_without_contradictions(judged))


def _without_contradictions(judged: Sequence[Candidate]) -> Iterable[Candidate]:
    """When accepted records cannot all be one person, only those with a hard sign stay; the others become questions."""
    accepted = [c for c in judged if c.judgement is Judgement.SAME]
    clash = _clash(accepted)
    for candidate in judged:
        if candidate.judgement is not Judgement.SAME or _is_hard(candidate):
            yield candidate
            continue
        why = clash or next(filter(None, (_mistakable(candidate, other) for other in judged)), "")
        if not why:
            yield candidate
            continue
        reason = Reason("contradiction", -1.0, f"two people may bear this name here: {why}")
        yield replace(
            candidate,
            judgement=Judgement.UNSURE,
            score=round(candidate.score + reason.score, 2),
            reasons=(*candidate.reasons, reason),
        )


def _is_hard(candidate: Candidate) -> bool:
    return candidate.by_user or any(r.feature == "identifier" for r in candidate.reasons)


def _mistakable(candidate: Candidate, other: Candidate) -> str:
    """Why the one may be mistaken for the other, where nothing speaks for it more than for the other; else ""."""
    if other.record == candidate.record or other.judgement is Judgement.DIFFERENT:
        return ""
    if _weight(candidate) > _weight(other) and not _is_hard(other):
        return ""
    match = compare(candidate.record.label, other.record.label)
    one_page = (candidate.record.source, candidate.record.url) == (other.record.source, other.record.url)
    if one_page and match.veto and not any(r.feature == "organization" and r.score < 0 for r in other.reasons):
        return match.detail
    if one_page and other.judgement is Judgement.SAME and _told_apart(candidate) and _told_apart(other):
        return "the page tells them apart"
    if match.verdict == "different" and not match.veto and other.judgement is Judgement.SAME:
        return match.detail  # one short name for both: Pat for Patrick and Patricia, an initial for James and John
    if match.by_nickname and _titles(candidate) and _titles(other) and not _share_a_post(candidate, other):
        return f"{match.detail}, and they hold different posts"
    return ""


def _weight(candidate: Candidate) -> tuple[bool, ...]:
    """What tells a person from a namesake at the same house: the first name as asked, the post, the middle name."""
    features = {reason.feature for reason in candidate.reasons if reason.score > 0}
    exact = any(r.feature == "name" and r.score >= _NAME_SCORES["equal"] for r in candidate.reasons)
    return (exact, "post" in features, "middle name" in features)


def _told_apart(candidate: Candidate) -> bool:
    return any("namesakes" in claim.details for claim in candidate.claims if claim.predicate == "name")


_POSTS = frozenset({"role", "former_role", "board_seat"})


def _titles(candidate: Candidate) -> list[str]:
    return [str(claim.value) for claim in candidate.claims if claim.predicate in _POSTS]


def _share_a_post(candidate: Candidate, other: Candidate) -> bool:
    return any(same_post(mine, theirs) for mine in _titles(candidate) for theirs in _titles(other))


def _clash(accepted: Sequence[Candidate]) -> str:
    numbers: dict[str, set[str]] = {}
    for candidate in accepted:
        for claim in candidate.claims:
            if claim.predicate == "identifier" and claim.details.get("scheme") in _ONE_NUMBER_A_PERSON:
                numbers.setdefault(str(claim.details["scheme"]), set()).add(str(claim.value))
    for scheme, values in sorted(numbers.items()):
        if len(values) > 1:
            return f"{scheme.upper()} {' and '.join(sorted(values))}"
    labels = sorted({candidate.record.label for candidate in accepted})
    for number, first in enumerate(labels):
        for second in labels[number + 1 :]:
            match = compare(first, second)
            if match.veto:
                return match.detail
    return ""


def _judge(entry: _Entry, person: _Person, bearers: int, verdicts: Mapping[str, bool]) -> Candidate:
    if entry.record.key in verdicts:
        same = verdicts[entry.record.key]
        reason = Reason("user", 5.0 if same else -5.0, "you decided so")
        judgement = Judgement.SAME if same else Judgement.DIFFERENT
        return Candidate(entry.record, judgement, reason.score, (reason,), tuple(entry.claims), by_user=True)
    match = _best_match(person.query, entry)
    reasons = tuple(_reasons(entry, person, match, bearers))
    score = round(sum(reason.score for reason in reasons), 2)
    return Candidate(entry.record, _judgement(reasons, match, score, bearers), score, reasons, tuple(entry.claims))


def _judgement(reasons: tuple[Reason, ...], match: NameMatch, score: float, bearers: int) -> Judgement:
    if any(reason.veto for reason in reasons):
        return Judgement.DIFFERENT
    features = {reason.feature for reason in reasons if reason.score >= _A_SIGN and reason.feature != "name"}
    if "identifier" in features:
        return Judgement.SAME
    out_of_place = any(reason.feature == "place" and reason.score < 0 for reason in reasons)
    strong = bool(features & {"organization", "earlier organization"})
    # The place is the organization's own: beside it, it is no second sign. A surname by itself never joins.
    independent = features - {"place"} if strong else features
    needed = 2 if match.surname_in_part or match.verdict == "initial" or bearers > COMMON_NAME else 1
    if score >= JOINS_AT and strong and len(independent) >= needed and not out_of_place and match.has_given:
        return Judgement.SAME
    return Judgement.DIFFERENT if score <= DIFFERENT_AT else Judgement.UNSURE


_A_SIGN = 0.4
"""The least score of a feature that counts as a sign of its own."""


def _best_match(query: Query, entry: _Entry) -> NameMatch:
    order = {"equal": 0, "compatible": 1, "initial": 2, "different": 3}
    matches = [compare(query.name, name) for name in sorted(entry.names)]
    vetoes = [match for match in matches if match.veto]
    return vetoes[0] if vetoes else min(matches, key=lambda match: order[match.verdict])


def _reasons(entry: _Entry, person: _Person, match: NameMatch, bearers: int) -> Iterable[Reason]:
    if match.veto or match.verdict == "different":
        yield Reason("name", -5.0, match.detail, veto=True)
        return
    yield Reason("name", _NAME_SCORES[match.verdict], match.detail)
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


def _identifier_reasons(entry: _Entry, person: _Person) -> Iterable[Reason]:
    from_elsewhere = {(s, v) for s, v, record in person.identifiers if record != entry.record.key}
    shared = sorted(pair for pair in entry.identifiers & from_elsewhere if pair[0] in _PERSON_SCHEMES)
    if shared:
        yield Reason("identifier", 5.0, f"bears the same {shared[0][0].upper()} {shared[0][1]}")
        return
    for scheme in sorted(_ONE_NUMBER_A_PERSON):
        ours = {value for s, value, record in person.identifiers if s == scheme and not record}
        theirs = {value for s, value in entry.identifiers if s == scheme}
        if ours and theirs and not ours & theirs:
            yield Reason("identifier", -5.0, f"has another {scheme.upper()}: {min(theirs)}", veto=True)


_PARTS_OF_A_HOUSE = frozenset(
    """
    board boards trustees trustee directors commissioners governors regents campus medical group
    staff physicians physician partners department division center institute office executive committee council
    leadership team
    """.split()
)
"""What may stand behind a house's name and still be the house or a part of it."""
_BODIES_OF_THEIR_OWN = frozenset(
    """
    foundation auxiliary radio union bank bakery club school college university museum church press magazine newspaper
    store shop gift insurance league society association fund academy guild station television hotel restaurant realty
    federation cooperative chamber alumni cafe pharmacy
    """.split()
)
"""Nouns that make another body of what stands behind a house's name: "Larkspur Health – Credit Union"."""
_LONGEST_BODY = 3
"""Words behind a separator that may name such a body; more of them name a place or another house."""
_SEPARATED = re.compile(r"\s{0,3}(?:[-–—|/,:(]|\bat\b)")
_OF = re.compile(r"\b(?:of|at|for)\s")


def related_organizations(asked: str, found: str) -> bool:
    """Whether a person's organization is the asked one, or a part of it by its name: its board, a campus.

    Weaker than being the same (see `organization_identity.relation`): "Larkspur Health Board of Trustees", "Board of
    Larkspur Health", "Larkspur Health – Hill Campus". A name that merely begins alike ("Larkspur Health Solutions"), or
    with a noun of another kind of body behind it ("Larkspur Health Foundation"), is another organization.
    """
    if relation(asked, found) in ("same", "within"):
        return True
    mine, theirs = comparable(asked), comparable(found)
    if len(mine) < _SHORTEST_NAME or not distinctive(asked):
        return False
    if theirs.startswith(f"{mine} "):
        behind_it = theirs.removeprefix(mine).split()
        if behind_it[-1] in _BODIES_OF_THEIR_OWN and len(behind_it) <= _LONGEST_BODY:
            return False
        separated = fold_letters(found).startswith(fold_letters(asked)) and _SEPARATED.match(found[len(asked) :])
        return bool(separated) or set(behind_it) - {"of", "the", "and"} <= _PARTS_OF_A_HOUSE
    before, _, behind = theirs.rpartition(f" of {mine}")
    return bool(before) and not behind and set(before.split()) - {"of", "the", "and"} <= _PARTS_OF_A_HOUSE


_SHORTEST_NAME = 4


def _organization_reasons(entry: _Entry, person: _Person) -> Iterable[Reason]:
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


def _organization_sign(entry: _Entry, person: _Person) -> Reason | None:
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
"""Score of a name without any word of care: less than a sign (`_A_SIGN`), so that it never joins by itself."""


def _leads_in_care(entry: _Entry, organization: str) -> bool:
    """Whether a page says of a post at an organization that it is one of health care."""
    return any(claim.organization == organization and claim.details.get("leader") == "yes" for claim in entry.claims)


def _place_reasons(entry: _Entry, person: _Person) -> Iterable[Reason]:
    query = person.query
    if not query.state or not entry.states:
        return
    if query.state not in entry.states:
        yield Reason("place", -0.6, f"is in {', '.join(sorted(entry.states))}, not {query.state}")
    elif query.city and query.city.casefold() in entry.cities:
        yield Reason("place", 0.8, f"is in {query.city}, {query.state}")
    else:
        yield Reason("place", 0.4, f"is in {query.state}")


def _learnt(person: _Person, judged: Iterable[Candidate]) -> _Person:
    """What the accepted records add. Earlier employers are learnt from records accepted without one: one step only."""
    earlier: set[str] = set()
    identifiers = {item for item in person.identifiers if not item[2]}
    degrees = []
    for candidate in judged:
        if candidate.judgement is not Judgement.SAME:
            continue
        entry = _entries(candidate.claims)[0]
        identifiers |= {(s, v, candidate.record.key) for s, v in entry.identifiers if s in _PERSON_SCHEMES}
        degrees.extend(entry.degree_years)
        if any(reason.feature == "earlier organization" for reason in candidate.reasons):
            continue
        earlier |= {
            claim.organization
            for claim in candidate.claims
            if claim.predicate in ("former_role", "role") and is_telling(claim.organization)
        }
    return replace(
        person,
        earlier=tuple(sorted(earlier)),
        identifiers=frozenset(identifiers),
        first_degree=min(degrees) if degrees else None,
    )


# --- what a running research has learnt -------------------------------------------------------------------------------


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
