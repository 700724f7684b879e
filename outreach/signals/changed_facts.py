"""What a run changed, with the passages: its notes of changes joined to the facts and the claims they rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.dossiers import changes, fact_lines
from outreach.dossiers.models import Claim, Fact, FactClaim, ResearchRun, SourceDocument, Verdict
from outreach.dossiers.subjects import subject_of
from outreach.signals.sentences import KIND_OF, NOWHERE, Change, Passage
from research.hosts import host_of
from research.investigation import described_sources
from research.vocabulary import PREDICATES

_MOST_AT_ONCE = 400

MOST = 300
"""Changes of one run that are looked at; a run that changes more has read a new register, and no news."""

_BY_THE_USER = frozenset({"own_note", "document"})
"""Where claims come from that the user knows: they wrote them, or brought the text."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """Which sources had answered before the run, and which answered in it."""

    earlier: frozenset[str]
    now: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Said:
    claim: Claim
    title: str
    is_dead: bool


def said_before(facts_before: Mapping[str, Any]) -> Mapping[str, Sequence[str]]:
    """Label of a kind -> what was said of it before a run, as `changes.noted` keeps it."""
    labels = {f"{kind.label}: ": kind.label for kind in PREDICATES.values()}
    found: dict[str, list[str]] = {}
    for words, _ in facts_before.values():
        label, sign, rest = str(words).partition(": ")
        if sign and f"{label}: " in labels:
            found.setdefault(label, []).append(rest)
    return found


def changes_of(session: WorkspaceSession, run: ResearchRun, sources: Subjects) -> list[Change]:
    """The changes of a run that can be news, each with the passage that says it; what the user brought is left out."""
    found = changes.from_json(run.changes)
    told = [("new", one.fact_id, one.words, "") for one in found.new]
    told += [("changed", one.fact_id, one.after, one.before) for one in found.changed if one.before != one.after]
    told += [("gone", one.fact_id, one.words, "") for one in found.gone]
    ids = [number for _, number, _, _ in told]
    facts = _facts(session, ids)
    told = [one for one in told if one[1] in facts][:MOST]
    said = _said(session, [number for _, number, _, _ in told])
    denied = _denied(session, run)
    made = []
    for how, number, words, before in told:
        claims = [one for one in said.get(number, ()) if (one.claim.source_key, one.claim.record_id) not in denied]
        if claims and not all(one.claim.origin in _BY_THE_USER for one in claims):
            made.append(_change(facts[number], claims, how, (words, before), run, sources))
    return made


def _facts(session: WorkspaceSession, ids: Sequence[int]) -> Mapping[int, Fact]:
    """The facts that make signals by their kind and that the user has not put right or withdrawn."""
    found: dict[int, Fact] = {}
    for start in range(0, len(ids), _MOST_AT_ONCE):
        rows = select(Fact).where(
            Fact.id.in_(ids[start : start + _MOST_AT_ONCE]), Fact.predicate.in_(list(KIND_OF)),
            Fact.state.in_(("current", "gone")), Fact.is_own_note.is_(False), Fact.corrected_from_id.is_(None),
        )  # fmt: skip
        found.update((row.id, row) for row in session.scalars(rows))
    return found


def _said(session: WorkspaceSession, ids: Sequence[int]) -> Mapping[int, list[_Said]]:
    """Fact -> its claims, that which was published last first."""
    found: dict[int, list[_Said]] = {}
    for start in range(0, len(ids), _MOST_AT_ONCE):
        rows = session.execute(
            select(FactClaim.fact_id, Claim, SourceDocument.title, SourceDocument.dead_since)
            .join(Claim, Claim.id == FactClaim.claim_id)
            .outerjoin(SourceDocument, SourceDocument.id == Claim.document_id)
            .where(FactClaim.fact_id.in_(ids[start : start + _MOST_AT_ONCE]))
            .order_by(Claim.published.desc(), Claim.retrieved_at.desc(), Claim.id)
        )
        for fact_id, claim, title, dead_since in rows:
            found.setdefault(fact_id, []).append(_Said(claim, title or "", dead_since is not None))
    return found


def _denied(session: WorkspaceSession, run: ResearchRun) -> set[tuple[str, str]]:
    """Records of which the user said that they are somebody else's: that their facts are gone is the user's doing."""
    standing = select(Verdict.source_key, Verdict.record_id).where(
        subject_of(run).rows(Verdict), Verdict.undone_at.is_(None), Verdict.answer != "same"
    )
    return {(source_key, record_id) for source_key, record_id in session.execute(standing)}


def _change(
    fact: Fact, claims: Sequence[_Said], how: str, words: tuple[str, str], run: ResearchRun, sources: Subjects
) -> Change:
    of_run = [one for one in claims if one.claim.run_id == run.id]
    keys = {one.claim.source_key for one in claims}
    label = f"{PREDICATES[fact.predicate].label}: "
    now, before = (one.removeprefix(label) for one in words)
    return Change(
        how=how,
        predicate=fact.predicate,
        words=now,
        before=before,
        organization=fact.organization_name,
        value=fact.value if isinstance(fact.value, str) else "",
        starts=fact.starts,
        ends=fact.ends,
        dated=fact.dated,
        passage=_passage((of_run or claims)[0]) if claims else NOWHERE,
        fact_id=fact.id,
        is_first_answer=keys.isdisjoint(sources.earlier),
        is_known_page=any(one.claim.source_key in sources.now and not one.is_dead for one in claims),
    )


def _passage(said: _Said) -> Passage:
    claim = said.claim
    url = claim.cited_url if claim.cited_url.startswith(("https://", "http://")) else ""
    title = fact_lines.words_of_claim(claim, said.title).source
    return Passage(claim.quote, source_key_of(claim.source_key, url), title, url)


def source_key_of(source_key: str, url: str) -> str:
    """What "not relevant" learns about: the source, or the site of a page where a source reads those of anybody."""
    source = described_sources().get(source_key)
    site = host_of(url) if url else ""
    return site if site and (source is None or "*" in source.hosts) else source_key
