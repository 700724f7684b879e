"""From claims to facts: judges whose records the claims are, merges them, and brings the rows up to date.

What is derived is derived again from all claims each time, so the order in which sources answer does not matter, and a
verdict changes everything that hangs on it. A fact keeps its row, and so its number, as long as it shares a claim with
what was concluded before: texts that use it go on using it. What the user has corrected or withdrawn is left alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.dossiers import convert, uses
from outreach.dossiers.changes import Said
from outreach.dossiers.clashing_posts import clashing
from outreach.dossiers.judging import MANY_PUBLISHERS, Judged, claims_about, identity, judge, verdicts_about
from outreach.dossiers.models import Candidate, Fact, FactClaim, ResearchRun
from outreach.dossiers.one_text import Joined, Place, count_publishers, publishers_by_text, text_name
from outreach.dossiers.subjects import Subject, subject_of
from outreach.organizations.models import Organization
from outreach.people.models import Person
from research import types
from research.vocabulary import PREDICATES

__all__ = ["MANY_PUBLISHERS", "claims_about", "refresh", "said_about", "told", "verdicts_about"]


def refresh(session: WorkspaceSession, run: ResearchRun, now: datetime) -> None:
    """Concludes anew what is known about the run's subject, and writes it."""
    subject = subject_of(run)
    _lock(session, subject)
    before = uses.told(session, subject)
    judged = judge(session, run, subject, now)
    _write_candidates(session, run, subject, judged.candidates, now)
    _write_facts(session, subject, judged, now)
    uses.mark_changed(session, subject, before, now)


def _lock(session: WorkspaceSession, subject: Subject) -> None:
    """One at a time concludes about a subject. SQLite has one writer anyway."""
    if subject.person_id is not None:
        session.execute(select(Person.id).where(Person.id == subject.person_id).with_for_update())
    if subject.organization_id is not None:
        session.execute(select(Organization.id).where(Organization.id == subject.organization_id).with_for_update())


# --- candidates -----------------------------------------------------------------------------------------------------


def _write_candidates(
    session: WorkspaceSession,
    run: ResearchRun,
    subject: Subject,
    candidates: Sequence[types.Candidate],
    now: datetime,
) -> None:
    known = {
        (row.record_kind, row.source_key, row.record_id): row
        for row in session.scalars(select(Candidate).where(subject.rows(Candidate)))
    }
    for candidate in candidates:
        values = convert.candidate_values(candidate)
        row = known.pop((values["record_kind"], values["source_key"], values["record_id"]), None)
        if row is None:
            columns = subject.columns(candidate.record.kind)
            session.add(Candidate(**values, **columns, run_id=run.id, created_at=now, updated_at=now))
        elif any(getattr(row, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(row, name, value)
            row.updated_at = now
    for row in known.values():
        session.delete(row)
    session.flush()


# --- facts ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Concluded:
    """A fact with the ids of its claims and how many sources say it."""

    fact: types.Fact
    claims: frozenset[int]
    sources_count: int
    is_disputed: bool

    @property
    def standing(self) -> str:
        """Disputed; else settled by two sources, copies of one text being one, as `sources_count` has it."""
        return "disputed" if self.is_disputed else "settled" if self.sources_count > 1 else "single"


def _write_facts(session: WorkspaceSession, subject: Subject, judged: Judged, now: datetime) -> None:
    rows = list(session.scalars(select(Fact).where(subject.rows(Fact)).order_by(Fact.id)))
    links = _links(session, subject)
    rows_of_claim: dict[int, list[Fact]] = {}
    for row in rows:
        for claim_id in links.get(row.id, {}):
            rows_of_claim.setdefault(claim_id, []).append(row)
    by_key = {row.fact_key: row for row in rows}
    taken: set[int] = set()
    said = [claim for fact in judged.facts for claim in fact.claims]
    publishers = publishers_by_text(said, judged.families, MANY_PUBLISHERS)
    names = [str(fact.value) for fact in judged.facts if fact.predicate == "organization_name"]
    against = clashing(judged.facts, judged.families, names)
    concluded = (
        _concluded(fact, judged, publishers, is_against=place in against) for place, fact in enumerate(judged.facts)
    )
    for one in concluded:
        known = _row_for(one, rows_of_claim, by_key, taken)
        if known is not None:
            _update(known, one, now)
        kept = known or _new_row(session, subject, one, by_key, now)
        taken.add(kept.id)
        _link(session, kept, one.claims, links.get(kept.id, {}))
    for row in rows:
        if row.id not in taken and row.state == "current" and not _is_the_users(row):
            row.state, row.updated_at = "gone", now
    session.flush()


def _links(session: WorkspaceSession, subject: Subject) -> Mapping[int, Mapping[int, FactClaim]]:
    found: dict[int, dict[int, FactClaim]] = {}
    links = select(FactClaim).join(Fact, Fact.id == FactClaim.fact_id).where(subject.rows(Fact))
    for link in session.scalars(links):
        found.setdefault(link.fact_id, {})[link.claim_id] = link
    return found


def _concluded(fact: types.Fact, judged: Judged, publishers: Joined, *, is_against: bool) -> _Concluded:
    ids = {row.id for claim in fact.claims for row in judged.rows.get(identity(claim), ())}
    places = [_place(claim, judged, publishers) for claim in fact.claims]
    disputed = is_against or fact.standing == "disputed"
    return _Concluded(fact, frozenset(ids), count_publishers(places), disputed)


def _place(claim: types.Claim, judged: Judged, publishers: Joined) -> Place:
    text = text_name(claim, judged.families)
    return Place(publishers.of(text), text, claim.citation.quote, claim.citation.url)


def _is_the_users(row: Fact) -> bool:
    """Whether the user wrote it, and no source has to say it."""
    return row.is_own_note or row.corrected_from_id is not None


def _row_for(
    one: _Concluded, rows_of_claim: Mapping[int, Sequence[Fact]], by_key: Mapping[str, Fact], taken: set[int]
) -> Fact | None:
    """The row that this fact had before: that which shares most claims with it; without any, that of its key."""
    shared: dict[int, tuple[int, Fact]] = {}
    for claim_id in one.claims:
        for row in rows_of_claim.get(claim_id, ()):
            if row.id not in taken and row.predicate == one.fact.predicate:
                shared[row.id] = (shared.get(row.id, (0, row))[0] + 1, row)
    if shared:
        return max(shared.values(), key=lambda pair: (pair[0], -pair[1].id))[1]
    same = by_key.get(_key(one.fact))
    return same if same is not None and same.id not in taken and same.predicate == one.fact.predicate else None


def _key(fact: types.Fact, salt: str = "") -> str:
    value = " ".join(fact.value.casefold().split()) if isinstance(fact.value, str) else fact.value
    said = [fact.subject, fact.predicate, value, fact.organization.casefold(), convert.partial(fact.start), salt]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _new_row(
    session: WorkspaceSession, subject: Subject, one: _Concluded, by_key: dict[str, Fact], now: datetime
) -> Fact:
    key = _key(one.fact)
    if key in by_key:
        # Two facts that differ in their end, their place or their details only.
        key = _key(one.fact, salt=f"{one.fact.end} {sorted(one.claims)[:1]} {len(by_key)}")
    row = Fact(
        **_values(one),
        **subject.columns(one.fact.subject),
        fact_key=key,
        state="current",
        created_at=now,
        updated_at=now,
    )
    session.add(row)
    session.flush()
    by_key[key] = row
    return row


def _values(one: _Concluded) -> dict[str, Any]:
    return {
        **convert.fact_values(one.fact), "standing": one.standing, "sources_count": max(1, one.sources_count)
    }  # fmt: skip


def _update(row: Fact, one: _Concluded, now: datetime) -> None:
    if row.state in ("corrected", "withdrawn") or _is_the_users(row):
        return
    values = {**_values(one), "state": "current"}
    if any(getattr(row, name) != value for name, value in values.items()):
        for name, value in values.items():
            setattr(row, name, value)
        row.updated_at = now


def _link(session: WorkspaceSession, row: Fact, claims: frozenset[int], links: Mapping[int, FactClaim]) -> None:
    for claim_id in sorted(claims - links.keys()):
        session.add(FactClaim(fact_id=row.id, claim_id=claim_id))
    if _is_the_users(row):
        return
    for claim_id, link in links.items():
        if claim_id not in claims:
            session.delete(link)


def said_about(session: WorkspaceSession, subject: Subject) -> list[Said]:
    """Every present fact about a subject, as it is told."""
    rows = session.scalars(select(Fact).where(subject.rows(Fact), Fact.state == "current").order_by(Fact.id))
    return [Said(row.id, told(row), row.standing) for row in rows]


def told(row: Fact) -> str:
    """A fact with its label: "Post: Chief Operating Officer, Harrow Lake"."""
    predicate = PREDICATES.get(row.predicate)
    return f"{predicate.label}: {row.value_words}" if predicate else row.value_words
