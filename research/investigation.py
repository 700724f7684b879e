"""The whole walk from a question to a dossier, for whoever runs it: the command line, a job of the application."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from research import registry
from research.connector import Connector
from research.dossier import Dossier, assemble
from research.gather import Event, Fetcher, Known, Show, gather
from research.learning import learn
from research.types import Claim, Document, Outcome, Query, Source


@dataclass(frozen=True, slots=True)
class Investigation:
    """A dossier with what it rests on: the outcomes hold the documents themselves."""

    dossier: Dossier
    outcomes: tuple[Outcome, ...]

    @property
    def documents(self) -> Mapping[str, Document]:
        """Every document that was read, by SHA-256."""
        return {document.sha256: document for outcome in self.outcomes for document in outcome.documents}


def described_sources(connectors: Iterable[Connector] = ()) -> Mapping[str, Source]:
    """The descriptions of all sources by key: those of the package and of the given connectors."""
    everything = [*registry.all_connectors().values(), *connectors]
    return {connector.SOURCE.key: connector.SOURCE for connector in everything}


def _quiet(_event: Event) -> None:
    """Show nothing."""


def investigate(
    query: Query,
    fetcher: Fetcher,
    *,
    now: datetime,
    connectors: Sequence[Connector],
    deadline_s: float = 30.0,
    given: Mapping[str, Sequence[Document]] | None = None,
    verdicts: Mapping[str, bool] | None = None,
    show: Show = _quiet,
) -> Investigation:
    """Ask the connectors, judge, merge and assemble. Never raises for what a source does.

    `given`: documents that the user brought, by the key of the source that reads them. `deadline_s`: seconds for the
    whole gathering.
    """
    sources = described_sources(connectors)
    decided = dict(verdicts or {})

    def learnt(claims: Sequence[Claim]) -> Known:
        return learn(query, claims, sources, decided)

    outcomes = gather(query, connectors, fetcher, deadline_s=deadline_s, learn=learnt, given=given, show=show)
    return Investigation(assemble(query, outcomes, sources, now, decided), outcomes)
