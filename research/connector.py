"""What a connector is: a module in `research/connectors/` with SOURCE, start() and read(). Read this page first.

A connector never fetches and never waits. `start` says which documents to ask for; `gather` has `http.py` fetch
them (politely, within the source's budget, from the source's own hosts only) and hands each to `read`, which says
what the document claims and what else to ask for. So a connector is tested with a saved document and no network, and
it cannot forget a timeout, an address guard or a cache.

Rules for `read`:
- One `Claim` says one thing about one `Record`, with a citation made by `parse.cite` or `parse.cite_field`: their
  quote is checked to stand in the document.
- Records about somebody else are welcome too (an officer's name is an `officer` claim of the organization, and a
  person record of its own): `resolve` decides who is whom, a connector never does.
- Strict inwards: unknown shapes raise `Unreadable`; a field that is not known is reported by `Row.nothing_left`.
- "Nothing found" is no claim and no error. A refusal dressed as an answer (HTTP 200 with an error inside) raises
  `Refused`, `RateLimited` or `Unavailable` as the answer says.
- Never collect homes, private telephones and e-mails, families, ages, health, religion, politics.

`CHECK` is the known record that `python -m research sources --check` asks the live source for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from research.types import Claim, Document, Query, Request, Source


@dataclass(frozen=True, slots=True)
class Check:
    """A question with a known answer: asking `query` must bring a claim with one of these predicates."""

    query: Query
    expects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Drift:
    """`read` may yield this: the document held something that the reader does not know, without harm to the rest.

    Loud in tests and in `--check`, a warning in a user's run.
    """

    message: str


class Connector(Protocol):
    """The protocol that a module in `research/connectors/` satisfies."""

    SOURCE: Source
    CHECK: Check

    def start(self, query: Query) -> Iterable[Request]:
        """The first documents to ask for; none if this source cannot help with the query.

        Called for a person query and for an organization query alike (see `Source.subjects`), and called again
        when identifiers in `Source.wants` have become known.
        """

    def read(self, document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
        """What the document says, and what else to fetch (next page, detail). Raises: SourceError."""
