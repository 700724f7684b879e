"""From facts about an organization to the figures of its snapshot and charts, each with its period, words and address.

Figures follow the facts: what research says no longer is taken away; what was entered by hand, or came with the
directory of hospitals, is left alone. Figures of a parent or a group, which are not the house's own, are left out.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.dossiers.models import Claim, Fact, FactClaim
from outreach.organizations.models import Figure
from outreach.organizations.rules import FIGURES, fingerprint
from research.investigation import described_sources
from research.vocabulary import PREDICATES

_WORDS = 500


def bring(session: WorkspaceSession, organization_id: int, now: datetime) -> None:
    """Makes the research figures of an organization those that its present facts say."""
    wanted: dict[str, Figure] = {}
    for fact, claim in _sourced(session, organization_id):
        figure = _figure(organization_id, fact, claim, now)
        wanted.setdefault(figure.fingerprint, figure)
    known = session.scalars(select(Figure).where(Figure.organization_id == organization_id)).all()
    for figure in known:
        if figure.origin == "research" and figure.fingerprint not in wanted:
            session.delete(figure)
    there = {figure.fingerprint for figure in known}
    session.add_all(figure for key, figure in wanted.items() if key not in there)
    session.flush()


def _sourced(session: WorkspaceSession, organization_id: int) -> list[tuple[Fact, Claim]]:
    """The present facts that are figures, each with the claim that says it most plainly."""
    rows = session.execute(
        select(Fact, Claim)
        .join(FactClaim, FactClaim.fact_id == Fact.id)
        .join(Claim, Claim.id == FactClaim.claim_id)
        .where(
            Fact.organization_id == organization_id,
            Fact.state == "current",
            Fact.predicate.in_(sorted(FIGURES)),
            Claim.origin != "own_note",
        )
        .order_by(Fact.id, Claim.confidence.desc(), Claim.id)
    )
    best: dict[int, tuple[Fact, Claim]] = {}
    for fact, claim in rows:
        if not fact.details.get("names") and claim.cited_url.startswith(("http://", "https://")):
            best.setdefault(fact.id, (fact, claim))
    return list(best.values())


def _figure(organization_id: int, fact: Fact, claim: Claim, now: datetime) -> Figure:
    is_number = isinstance(fact.value, (int, float)) and not isinstance(fact.value, bool)
    value = float(fact.value) if is_number else None
    words = "" if is_number else fact.value_words[:_WORDS]
    period = fact.ends or fact.starts or fact.as_of
    source = described_sources().get(claim.source_key)
    return Figure(
        organization_id=organization_id,
        key=fact.predicate,
        value=value,
        words=words,
        unit=PREDICATES[fact.predicate].unit,
        period=period,
        origin="research",
        source_title=(claim.cited_title or (source.title if source else claim.source_key))[:300],
        url=claim.cited_url,
        quote=claim.quote,
        retrieved_at=claim.retrieved_at or now,
        fingerprint=fingerprint(fact.predicate, value, words, period, claim.cited_url),
    )
