"""The places that a fact of a dossier's file rests on, as lines of the list of sources. Pure."""

from __future__ import annotations

from outreach.briefs.gathered_sources import claim_source
from outreach.briefs.model import Source
from research.types import Candidate, Claim, Fact


def sources_of(said: Fact | Candidate) -> tuple[Source, ...]:
    """Who says it, the latest first and each place once."""
    claims = sorted(said.claims, key=_recency, reverse=True)
    found = {source.key: source for source in map(_source, claims)}
    return tuple(found.values())


def _recency(claim: Claim) -> tuple[str, str]:
    return str(claim.citation.published or ""), claim.citation.retrieved_at.isoformat()


def _source(claim: Claim) -> Source:
    citation = claim.citation
    published = str(citation.published or "")
    return claim_source(citation.source, citation.title, citation.url, citation.retrieved_at, published)
