"""Claims to facts: the same predicate and the same value make one fact; rivals are kept, with their sources.

Only claims of records judged to be the subject come in here. When two claims agree depends on the predicate's kind
of value; a title agrees by `posts.same_post` at the same organization and in the same years. Two sources that copy
one text count as one. The result does not depend on the order in which the claims came: they are put in a fixed order
first, and a claim joins a group only if it agrees with every member.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from research.confidence import claim_weight, combined
from research.names import fold_letters
from research.organization_relations import relation
from research.posts import fuller, same_post, title_heads
from research.types import Claim, Fact, PartialDate, Scalar, Source
from research.vocabulary import PREDICATES, Predicate

_NUMBER_TOLERANCE = 0.005
"""Rounding: 4,312 employees and "about 4,300" agree; 4,312 and 4,500 do not."""

_SUPERSEDED_AFTER = timedelta(days=300)
"""A figure that is so much newer replaces the older one instead of disputing it: registers report once a year."""

_BUNDLES = frozenset({"given_pages", "trade_press", "gdelt", "searxng", "brave_search"})
"""Sources whose documents come from many publishers, so that each document is a source of its own."""


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


@dataclass(slots=True)
class _Publishers:
    """Which claims come from one publisher: a register is one, and so is whoever prints the same text (union-find)."""

    families: Mapping[str, str]
    parents: dict[str, str] = field(default_factory=dict)

    def _root(self, node: str) -> str:
        self.parents.setdefault(node, node)
        while self.parents[node] != node:
            node = self.parents[node]
        return node

    def take(self, claim: Claim) -> None:
        """Note that the claim's document family belongs to its source, unless the source bundles many publishers."""
        family = self._family(claim)
        if claim.record.source not in _BUNDLES:
            one, two = sorted((self._root(f"source {claim.record.source}"), self._root(family)))
            self.parents[two] = one

    def of(self, claim: Claim) -> str:
        return self._root(self._family(claim))

    def _family(self, claim: Claim) -> str:
        document = claim.citation.document
        return f"text {self.families.get(document, document)}"


def merge(weighed: Sequence[Weighed], evidence: Evidence) -> tuple[Fact, ...]:
    """All facts, in the vocabulary's order, the newest and surest first within a predicate."""
    publishers = _Publishers(evidence.families)
    by_predicate: dict[str, list[Weighed]] = {}
    for item in sorted(weighed, key=_fixed_order):
        publishers.take(item.claim)
        by_predicate.setdefault(item.claim.predicate, []).append(item)
    facts: list[Fact] = []
    for key in PREDICATES:
        if key in by_predicate:
            facts.extend(_facts_of(PREDICATES[key], by_predicate[key], evidence, publishers))
    return _settle_roles(tuple(facts))


def _fixed_order(item: Weighed) -> tuple[object, ...]:
    """The newest first, those that name an organization before the others, the fuller title before the shorter."""
    claim = item.claim
    day = said_on(claim)
    heads = sum(map(len, title_heads(str(claim.value)))) if PREDICATES[claim.predicate].kind == "title" else 0
    return (
        claim.predicate,
        not claim.organization,
        -(day.first_day().toordinal() if day else 0),
        -heads,
        str(claim.value),
        claim.organization,
        claim.record.key,
        claim.citation.url,
        claim.citation.document,
        claim.citation.quote,
        str(claim.start),
        str(claim.end),
        claim.status,
        sorted((key, str(value)) for key, value in claim.details.items()),
    )


def said_on(claim: Claim) -> PartialDate | None:
    """The day that a claim speaks of: the end of its period, else when it was published, else its start."""
    return claim.end or claim.citation.published or claim.start


def _facts_of(predicate: Predicate, items: list[Weighed], evidence: Evidence, publishers: _Publishers) -> list[Fact]:
    groups = _grouped(predicate, items)
    if not predicate.many:
        groups = _newest_of_each_source(groups)
    facts = [_fact(predicate, group, _rivals(predicate, group, groups), evidence, publishers) for group in groups]
    return sorted(_mark_superseded(predicate, facts), key=_order)


def _order(fact: Fact) -> tuple[object, ...]:
    day = fact.end or fact.as_of or fact.start
    return (-(day.first_day().toordinal()) if day else 0, -fact.confidence, str(fact.value), fact.organization)


def _grouped(predicate: Predicate, items: list[Weighed]) -> list[list[Weighed]]:
    """Claims that agree, each with every other of its group. Claims that cannot agree never meet: see `_bucket`."""
    agree = _agreement(predicate)
    buckets: dict[Hashable, list[list[Weighed]]] = {}
    for item in items:
        groups = buckets.setdefault(_bucket(predicate, item.claim), [])
        home = next((group for group in groups if all(agree(other.claim, item.claim) for other in group)), None)
        if home is None:
            groups.append([item])
        else:
            home.append(item)
    return [group for groups in buckets.values() for group in groups]


def _bucket(predicate: Predicate, claim: Claim) -> Hashable:
    """What agreeing claims have in common: the folded text where agreement needs it equal, the figure's owner else."""
    if predicate.kind in ("number", "money", "rating"):
        return (
            _measured(claim) if predicate.many else (claim.details.get("names", ""), claim.details.get("measure", ""))
        )
    if predicate.kind in ("title", "flag"):
        return ""
    if predicate.kind == "link":
        return _link(str(claim.value))
    if predicate.key in ("identifier", "organization_identifier"):
        return claim.details.get("scheme"), claim.value
    return _words(str(claim.value))


def _measured(claim: Claim) -> tuple[Hashable, ...]:
    """Whose figure of what and when: two figures are rivals only where all of it is the same."""
    details = claim.details
    return (details.get("names", ""), details.get("measure", ""), str(claim.end or claim.start or ""))


def _rivals(predicate: Predicate, group: list[Weighed], groups: list[list[Weighed]]) -> tuple[Scalar, ...]:
    """The values that cannot be true beside this one."""
    if predicate.many and predicate.kind not in ("money", "number"):
        return ()
    lead = group[0].claim
    if predicate.many and not (lead.end or lead.start):
        return ()
    others = [other for other in groups if other is not group and _are_rivals(predicate, lead, other[0].claim)]
    return tuple(other[0].claim.value for other in others)


def _are_rivals(predicate: Predicate, a: Claim, b: Claim) -> bool:
    if predicate.kind in ("number", "money", "rating") and _bucket(predicate, a) != _bucket(predicate, b):
        return False
    if a.details.get("names", "") != b.details.get("names", ""):
        return False
    one, two = said_on(a), said_on(b)
    return not (one and two) or abs(one.first_day() - two.first_day()) <= _SUPERSEDED_AFTER


def _mark_superseded(predicate: Predicate, facts: list[Fact]) -> list[Fact]:
    """Of a figure that can have one value only, whatever is older than the newest is shown as of its date."""
    if predicate.many:
        return facts
    newest = max((fact.as_of for fact in facts if fact.as_of), default=None)
    return [
        replace(fact, stale=True)
        if newest and fact.as_of and newest.first_day() - fact.as_of.first_day() > _SUPERSEDED_AFTER
        else fact
        for fact in facts
    ]


def _newest_of_each_source(groups: list[list[Weighed]]) -> list[list[Weighed]]:
    """Of a single-valued figure a source that reports every year speaks with its newest report only."""
    newest: dict[tuple[str, Scalar], PartialDate] = {}
    for item in (item for group in groups for item in group):
        key, day = _reporter(item.claim), said_on(item.claim)
        if day and (key not in newest or newest[key] < day):
            newest[key] = day
    kept = []
    for group in groups:
        current = [i for i in group if said_on(i.claim) in (None, newest.get(_reporter(i.claim)))]
        if current:
            kept.append(current)
    return kept


def _reporter(claim: Claim) -> tuple[str, Scalar]:
    return claim.record.key, claim.details.get("names", "")


def _agreement(predicate: Predicate) -> Callable[[Claim, Claim], bool]:
    if predicate.kind == "title":
        return _same_title
    if predicate.kind in ("number", "money", "rating"):
        return _same_number
    if predicate.kind == "flag":
        return _same_value
    if predicate.key in ("education", "affiliation", "membership", "officer"):
        return _same_place
    return _always


def _always(_a: Claim, _b: Claim) -> bool:
    """The bucket has said it."""
    return True


def _same_value(a: Claim, b: Claim) -> bool:
    return a.value == b.value


def _same_title(a: Claim, b: Claim) -> bool:
    if not same_post(str(a.value), str(b.value)) or not _same_place(a, b):
        return False
    if "former" in (a.status, b.status) and a.status != b.status and a.predicate == "role":
        return False
    return _same_years(a, b)


def _same_years(a: Claim, b: Claim) -> bool:
    """Whether two spells can be one: they start alike where both say, and neither ends before the other begins."""
    if a.start and b.start and not a.start.agrees_with(b.start):
        return False
    if a.end and b.end and not a.end.agrees_with(b.end):
        return False
    return not any(x.end and y.start and x.end.last_day() < y.start.first_day() for x, y in ((a, b), (b, a)))


def _same_place(a: Claim, b: Claim) -> bool:
    return not (a.organization and b.organization) or same_house(a.organization, b.organization)


@lru_cache(maxsize=8192)
def same_house(a: str, b: str) -> bool:
    """Whether two names stand for one organization in one person's life: the same, or with plain words more or less."""
    return relation(a, b) in ("same", "within")


def _same_number(a: Claim, b: Claim) -> bool:
    x, y = _figure(a.value), _figure(b.value)
    return x == y or abs(x - y) <= _NUMBER_TOLERANCE * max(abs(x), abs(y))


def _figure(value: Scalar) -> float:
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def _link(value: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", value.casefold()).rstrip("/")


@lru_cache(maxsize=16_384)
def _words(value: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold_letters(value)))


def _fact(
    predicate: Predicate,
    group: list[Weighed],
    rivals: tuple[Scalar, ...],
    evidence: Evidence,
    publishers: _Publishers,
) -> Fact:
    weights: dict[str, list[float]] = {}
    for item in group:
        trust = evidence.sources[item.claim.record.source].trust
        weight = claim_weight(item.claim.citation.confidence, trust, item.identity)
        weights.setdefault(publishers.of(item.claim), []).append(weight)
    claims = sorted((item.claim for item in group), key=_age)
    as_of = max((day for claim in claims if (day := claim.citation.published or claim.end)), default=None)
    starts = [claim.start for claim in claims if claim.start]
    leading = max(claims, key=lambda c: c.citation.confidence)
    return Fact(
        subject=predicate.subject,
        predicate=predicate.key,
        value=fuller([str(c.value) for c in claims]) if predicate.kind == "title" else leading.value,
        claims=tuple(claims),
        confidence=combined(weights, disputed=bool(rivals)),
        standing="disputed" if rivals else "settled" if len(weights) > 1 else "single",
        start=max(starts, key=lambda d: (len(str(d)), str(d))) if starts else None,
        end=max((claim.end for claim in claims if claim.end), default=None),
        organization=next((c.organization for c in (leading, *claims) if c.organization), ""),
        status=_status(claims),
        stale=_is_stale(predicate, as_of, claims, evidence.today),
        as_of=as_of,
        rivals=rivals,
        details=leading.details,
    )


def _age(claim: Claim) -> int:
    day = said_on(claim)
    return -(day.first_day().toordinal() if day else 0)


def _status(claims: Iterable[Claim]) -> str:
    """What the newest of the claims says of the post; an undated one is heard only where no dated one speaks."""
    spoken = [claim for claim in claims if claim.status]
    dated = [claim for claim in spoken if said_on(claim)]
    return (dated or spoken)[0].status if spoken else ""


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
    return gap > timedelta(days=30) and same_house(newer.organization, older.organization)
