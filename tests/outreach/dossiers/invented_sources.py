"""Twelve sources that say something of Jane Q. Roe, each in a document of its own, under the names of real ones.

Jane, her hospital and all that is said of them are invented. `slow` makes an answer take a while.
"""

from __future__ import annotations

import hashlib
import random
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from research import registry
from research.connector import Connector
from research.errors import SourceError
from research.gather import Fetcher
from research.parse import cite
from research.types import Claim, Document, Query, Record, Request, Source
from tests.research.cast import FakeConnector

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
JANE, HOUSE, OTHER_HOUSE = "Jane Q. Roe", "Larkspur Valley Health", "Quillfeather Clinic"

KEYS = (
    "clinicaltrials", "crossref", "europe_pmc", "federal_register", "itunes_podcasts", "nih_reporter",
    "nppes_individuals", "openalex", "orcid", "organization_site", "pubmed", "wikidata",
)  # fmt: skip

Says = Mapping[str, str]
"""Source -> the text of its document; a source without one says the usual."""


def page_of(key: str, award: str = "", house: str = HOUSE) -> str:
    """What a source says: post and house, and an award that only it knows of."""
    prize = award or f"Prize of {key.replace('_', ' ')}"
    return f"{JANE}\nChief Medical Officer\n{house}\n{prize}\n"


def read(document: Document, _query: Query) -> Iterable[Claim]:
    """Name, post, house and award, one a line; an empty document says nothing."""
    lines = document.body.decode().splitlines()
    if len(lines) < 4:
        return
    name, post, house, award = lines[:4]
    number = "1" if house == HOUSE else "2"
    record = Record(document.source, number, name, f"https://{document.source}.example/{number}", "person")
    yield Claim(record, "name", name, cite(document, name))
    yield Claim(record, "role", post, cite(document, post), organization=house, status="current")
    yield Claim(record, "award", award, cite(document, award), organization=house)


def connector(key: str, **more: object) -> Connector:
    """A source that is asked for one document."""
    real = registry.all_connectors()[key].SOURCE
    source = replace(real, wants=frozenset(), gives=frozenset(), subjects=frozenset({"person"}), timeout_s=5.0, **more)
    address = f"https://{key}.example/1"
    return FakeConnector(source, starts=lambda _query: (Request(address),), reads=read)


def connectors(keys: Sequence[str] = KEYS) -> tuple[Connector, ...]:
    return tuple(connector(key) for key in keys)


class Sources:
    """The fetcher: `says` are texts, or errors, by source; `wait` is called before each answer."""

    def __init__(self, says: Mapping[str, object] | None = None, wait: Callable[[], object] = lambda: None) -> None:
        self.says = dict(says or {})
        self.wait = wait
        self.asked: list[str] = []

    def fetch(self, source: Source, request: Request, deadline: float) -> Document:
        self.wait()
        self.asked.append(source.key)
        said = self.says.get(source.key, page_of(source.key))
        if isinstance(said, SourceError):
            raise said
        if callable(said):
            said = said()
        body = str(said).encode()
        sha = hashlib.sha256(body).hexdigest()
        return Document(source.key, request, request.url, 200, "text/plain", "utf-8", NOW, body, sha)

    def held(self, source: Source, query: Query) -> Sequence[Document]:
        return ()


def slow(longest_s: float) -> Fetcher:
    """Each answer takes a random while."""
    return Sources(wait=lambda: time.sleep(random.uniform(0, longest_s)))
