"""Is this record our person? SAME, UNSURE or DIFFERENT, each with its scored, named reasons.

Nobody is joined on a name alone. Hard signs decide: a user's word, an identifier that is already ours. Otherwise the
name must agree and something else must speak: the organization (named in the same item), the post, the place, an
earlier employer that is known. Another middle initial, Jr. against Sr., another number in one scheme are vetoes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from research.contradictions import without_contradictions
from research.name_matching import NameMatch, compare
from research.organizations import comparable, is_telling
from research.person_reasons import A_SIGN, COMMON_NAME, PERSON_SCHEMES, reasons_for
from research.person_records import Entry, Person, entries_of
from research.types import Candidate, Claim, Judgement, Query, Reason

JOINS_AT = 2.5
"""The least score that joins a record to the person."""

DIFFERENT_AT = -0.3


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
    entries = [e for e in entries_of(claims) if _bears_the_name(query, e) or e.record.key in verdicts]
    organizations = tuple(dict.fromkeys(name for name in (query.organization, *organization_names) if name))
    person = Person(query, organizations, identifiers=frozenset((i.scheme, i.value, "") for i in query.identifiers))
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


def _bearers(entries: list[Entry]) -> Mapping[str, int]:
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


def _bears_the_name(query: Query, entry: Entry) -> bool:
    matches = [compare(query.name, name) for name in entry.names]
    return any(match.verdict != "different" or match.veto for match in matches)


def _judge_all(
    entries: list[Entry], person: Person, bearers: Mapping[str, int], verdicts: Mapping[str, bool]
) -> tuple[Candidate, ...]:
    judged = [_judge(entry, person, bearers[entry.record.source], verdicts) for entry in entries]
    return tuple(without_contradictions(judged))


def _judge(entry: Entry, person: Person, bearers: int, verdicts: Mapping[str, bool]) -> Candidate:
    if entry.record.key in verdicts:
        same = verdicts[entry.record.key]
        reason = Reason("user", 5.0 if same else -5.0, "you decided so")
        judgement = Judgement.SAME if same else Judgement.DIFFERENT
        return Candidate(entry.record, judgement, reason.score, (reason,), tuple(entry.claims), by_user=True)
    match = _best_match(person.query, entry)
    reasons = tuple(reasons_for(entry, person, match, bearers))
    score = round(sum(reason.score for reason in reasons), 2)
    return Candidate(entry.record, _judgement(reasons, match, score, bearers), score, reasons, tuple(entry.claims))


def _judgement(reasons: tuple[Reason, ...], match: NameMatch, score: float, bearers: int) -> Judgement:
    if any(reason.veto for reason in reasons):
        return Judgement.DIFFERENT
    features = {reason.feature for reason in reasons if reason.score >= A_SIGN and reason.feature != "name"}
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


def _best_match(query: Query, entry: Entry) -> NameMatch:
    order = {"equal": 0, "compatible": 1, "initial": 2, "different": 3}
    matches = [compare(query.name, name) for name in sorted(entry.names)]
    vetoes = [match for match in matches if match.veto]
    return vetoes[0] if vetoes else min(matches, key=lambda match: order[match.verdict])


def _learnt(person: Person, judged: Iterable[Candidate]) -> Person:
    """What the accepted records add. Earlier employers are learnt from records accepted without one: one step only."""
    earlier: set[str] = set()
    identifiers = {item for item in person.identifiers if not item[2]}
    degrees = []
    for candidate in judged:
        if candidate.judgement is not Judgement.SAME:
            continue
        entry = entries_of(candidate.claims)[0]
        identifiers |= {(s, v, candidate.record.key) for s, v in entry.identifiers if s in PERSON_SCHEMES}
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
