"""Claims to facts: the same predicate and the same value make one fact; rivals are kept, with their sources.

Only claims of records judged to be the subject come in here. When two claims agree depends on the predicate's kind
of value; a title agrees by `posts.same_post` at the same organization. Two sources that copy one text count as one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from research.confidence import claim_weight, combined
from research.names import fold_letters
from research.organizations import same_name
from research.posts import fuller, same_post, title_words
from research.types import Claim, Fact, PartialDate, Scalar, Source
from research.vocabulary import PREDICATES, Predicate

_NUMBER_TOLERANCE = 0.005
"""Rounding: 4,312 employees and "about 4,300" agree; 4,312 and 4,500 do not."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim of our subject with how sure we are that its record is the subject (0..1)."""

    claim: Claim
    identity: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What merging needs besides the claims: the sources' trust, which documents copy one another, and the day."""

    sources: Mapping[str, Source]
    families: Mapping[str, str]
    today: date

    def family_of(self, claim: Claim) -> str:
        """The independent source that a claim belongs to: its text's family, else the source itself."""
        document = claim.citation.document
        family = self.families.get(document, document)
        # A register's many pages are one register; a crawl of one site is one publisher.
        return claim.record.source if family == document and claim.record.source not in _BUNDLES else family


_BUNDLES = frozenset({"given_texts", "given_pages", "trade_press", "gdelt", "searxng", "brave_search"})
"""Sources whose documents come from many publishers, so that each document is a source of its own."""


def merge(weighed: Sequence[Weighed], evidence: Evidence) -> tuple[Fact, ...]:
    """All facts, in the vocabulary's order, the newest and surest first within a predicate."""
    by_predicate: dict[str, list[Weighed]] = {}
    for item in weighed:
        by_predicate.setdefault(item.claim.predicate, []).append(item)
    facts: list[Fact] = []
    for key in PREDICATES:
        if key in by_predicate:
            facts.extend(_facts_of(PREDICATES[key], by_predicate[key], evidence))
    return _settle_roles(tuple(facts))


def _facts_of(predicate: Predicate, items: list[Weighed], evidence: Evidence) -> list[Fact]:
    groups = _grouped(items, _agreement(predicate))
    if predicate.many:
        facts = [_fact(predicate, group, (), evidence) for group in groups]
    else:
        groups = _newest_of_each_source(groups)
        values = [group[0].claim.value for group in groups]
        facts = [
            _fact(predicate, group, tuple(v for v in values if v is not group[0].claim.value), evidence)
            for group in groups
        ]
    return sorted(facts, key=_order)


def _order(fact: Fact) -> tuple[int, float]:
    day = fact.end or fact.as_of or fact.start
    return (-(day.first_day().toordinal()) if day else 0, -fact.confidence)


def _grouped(items: list[Weighed], agree: Callable[[Claim, Claim], bool]) -> list[list[Weighed]]:
    groups: list[list[Weighed]] = []
    for item in items:
        home = next((group for group in groups if any(agree(other.claim, item.claim) for other in group)), None)
        if home is None:
            groups.append([item])
        else:
            home.append(item)
    return groups


def _newest_of_each_source(groups: list[list[Weighed]]) -> list[list[Weighed]]:
    """Of a single-valued figure a source that reports every year speaks with its newest report only."""
    newest: dict[str, PartialDate] = {}
    for group in groups:
        for item in group:
            day = _said_on(item.claim)
            if day and (item.claim.record.source not in newest or newest[item.claim.record.source] < day):
                newest[item.claim.record.source] = day
    kept = []
    for group in groups:
        current = [i for i in group if (_said_on(i.claim) or newest.get(i.claim.record.source))
                   == newest.get(i.claim.record.source)]  # fmt: skip
        if current:
            kept.append(current)
    return kept


def _said_on(claim: Claim) -> PartialDate | None:
    return claim.end or claim.citation.published or claim.start


def _agreement(predicate: Predicate) -> Callable[[Claim, Claim], bool]:
    if predicate.kind == "title":
        return _same_title
    if predicate.kind in ("number", "money", "rating"):
        return _same_number
    if predicate.key in ("identifier", "organization_identifier"):
        return _same_identifier
    if predicate.kind == "flag":
        return lambda a, b: a.value == b.value
    if predicate.kind == "link":
        return lambda a, b: _link(a.value) == _link(b.value)
    if predicate.key in ("education", "affiliation", "membership", "officer"):
        return _same_text_and_place
    return _same_text


def _same_title(a: Claim, b: Claim) -> bool:
    if not same_post(str(a.value), str(b.value)):
        return False
    if a.organization and b.organization and not _same_organization(a.organization, b.organization):
        return False
    if "former" in (a.status, b.status) and a.status != b.status and a.predicate == "role":
        return False
    return (
        not (a.start and b.start)
        or a.start.agrees_with(b.start)
        or title_words(str(a.value)) == title_words(str(b.value))
    )


def _same_organization(a: str, b: str) -> bool:
    x, y = fold_letters(a), fold_letters(b)
    return x == y or same_name(a, b) or x.startswith(y) or y.startswith(x)


def _same_number(a: Claim, b: Claim) -> bool:
    if a.details.get("measure") != b.details.get("measure"):
        return False
    if (_period(a) or _period(b)) and _period(a) != _period(b) and PREDICATES[a.predicate].many:
        return False
    x, y = float(a.value), float(b.value)
    return x == y or abs(x - y) <= _NUMBER_TOLERANCE * max(abs(x), abs(y))


def _period(claim: Claim) -> str:
    return str(claim.end or claim.start or "")


def _same_identifier(a: Claim, b: Claim) -> bool:
    return a.details.get("scheme") == b.details.get("scheme") and a.value == b.value


def _link(value: Scalar) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", str(value).casefold()).rstrip("/")


def _words(value: Scalar) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold_letters(str(value))))


def _same_text(a: Claim, b: Claim) -> bool:
    return _words(a.value) == _words(b.value)


def _same_text_and_place(a: Claim, b: Claim) -> bool:
    if _words(a.value) != _words(b.value):
        return False
    return not (a.organization and b.organization) or _same_organization(a.organization, b.organization)


def _fact(predicate: Predicate, group: list[Weighed], rivals: tuple[Scalar, ...], evidence: Evidence) -> Fact:
    weights: dict[str, list[float]] = {}
    for item in group:
        trust = evidence.sources[item.claim.record.source].trust
        weight = claim_weight(item.claim.citation.confidence, trust, item.identity)
        weights.setdefault(evidence.family_of(item.claim), []).append(weight)
    claims = sorted((item.claim for item in group), key=lambda c: _said_on(c) or PartialDate(1000), reverse=True)
    as_of = max((day for claim in claims if (day := claim.citation.published or claim.end)), default=None)
    starts = [claim.start for claim in claims if claim.start]
    ends = [claim.end for claim in claims if claim.end]
    leading = max(claims, key=lambda c: c.citation.confidence)
    value = fuller([str(c.value) for c in claims]) if predicate.kind == "title" else leading.value
    organization = next((c.organization for c in (leading, *claims) if c.organization), "")
    return Fact(
        subject=predicate.subject,
        predicate=predicate.key,
        value=value,
        claims=tuple(claims),
        confidence=combined(weights, disputed=bool(rivals)),
        standing="disputed" if rivals else "settled" if len(weights) > 1 else "single",
        start=max(starts, key=lambda d: len(str(d))) if starts else None,
        end=max(ends) if ends else None,
        organization=organization,
        status=next((c.status for c in claims if c.status), ""),
        stale=_is_stale(predicate, as_of, claims, evidence.today),
        as_of=as_of,
        rivals=rivals,
        details=leading.details,
    )


def _is_stale(predicate: Predicate, as_of: PartialDate | None, claims: list[Claim], today: date) -> bool:
    if predicate.fresh_days is None:
        return False
    last = as_of.last_day() if as_of else max(claim.citation.retrieved_at.date() for claim in claims)
    return today - last > timedelta(days=predicate.fresh_days)


def _settle_roles(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """A post that only older texts give, where newer ones give another at the same place, is shown "as of" its date.

    Nobody said that it has ended, so its status stays as it was said.
    """
    roles = [fact for fact in facts if fact.predicate == "role" and fact.as_of and fact.status in ("", "current")]
    settled = []
    for fact in facts:
        newer = [r for r in roles if r is not fact and fact in roles and _succeeds(r, fact)]
        if newer:
            fact = replace(fact, stale=True)  # noqa: PLW2901 - the same fact, seen with the newer one
        settled.append(fact)
    return tuple(settled)


def _succeeds(newer: Fact, older: Fact) -> bool:
    if not newer.as_of or not older.as_of or not newer.organization or not older.organization:
        return False
    gap = newer.as_of.first_day() - older.as_of.last_day()
    return gap > timedelta(days=30) and _same_organization(newer.organization, older.organization)
