"""The cast of the research tests: invented people, houses and sources, and a fetcher that behaves like one."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from research.connector import Check, Drift
from research.parse import cite
from research.types import (
    Claim,
    Document,
    Identifier,
    PartialDate,
    Place,
    Query,
    Record,
    Request,
    Source,
)

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ALICE = Query("person", "Alice B. Larkin", organization="Larkspur Health", role="chief nursing officer", state="OH")
LARKSPUR = Query("organization", "Larkspur Health", state="OH")


def source(key: str = "register", **more: object) -> Source:
    """A source like any other; say only what matters."""
    fields: dict[str, object] = {
        "key": key,
        "title": f"The {key}",
        "home": "https://register.example",
        "terms": "https://register.example/terms",
        "access": "api",
        "hosts": ("register.example",),
        "subjects": frozenset({"person", "organization"}),
        "covers": frozenset({"role"}),
        "trust": 0.9,
        "keep_for": timedelta(days=1),
    }
    return Source(**(fields | more))  # type: ignore[arg-type]


def document(
    text: str, key: str = "register", url: str = "https://register.example/1", media: str = "text/plain"
) -> Document:
    """A document with this text."""
    body = text.encode()
    return Document(key, Request(url), url, 200, media, "utf-8", NOW, body, hashlib.sha256(body).hexdigest())


def record(name: str, key: str = "register", number: str = "1", kind: str = "person") -> Record:
    """A source's entry."""
    return Record(key, number, name, "https://register.example/1", kind)  # type: ignore[arg-type]


def claim(
    of: Record,
    predicate: str,
    value: object,
    *,
    text: str = "",
    published: str = "",
    confidence: float = 0.9,
    **more: object,
) -> Claim:
    """A claim with a citation out of a document of its own (or `text`)."""
    words = str(value) if not isinstance(value, bool) else "Yes"
    said = document(text or f"{of.label}: {words}", of.source, f"https://register.example/{of.id}")
    citation = cite(said, words, confidence, published=PartialDate.parse(published) if published else None)
    for key in ("start", "end"):
        if isinstance(more.get(key), str):
            more[key] = PartialDate.parse(str(more[key]))
    return Claim(of, predicate, value, citation, **more)  # type: ignore[arg-type]


def house(
    name: str, key: str = "register", number: str = "1", state: str = "", city: str = "", **numbers: str
) -> list[Claim]:
    """The claims of an organization's entry: its name, place and numbers (`ccn="999001"`)."""
    entry = record(name, key, number, "organization")
    claims = [claim(entry, "organization_name", name)]
    if state or city:
        claims.append(claim(entry, "location", f"{city}, {state}", place=Place(city, state)))
    for scheme, value in numbers.items():
        if scheme == "website":
            claims.append(claim(entry, "organization_website", value))
        else:
            claims.append(claim(entry, "organization_identifier", value, details={"scheme": scheme}))
    return claims


@dataclass
class FakeConnector:
    """A connector whose start and read are given as functions; it also notes what it was asked."""

    SOURCE: Source
    starts: Callable[[Query], Iterable[Request]] = lambda query: (Request("https://register.example/1"),)
    reads: Callable[[Document, Query], Iterable[Claim | Request | Drift]] = lambda document, query: ()
    CHECK: Check = field(default_factory=lambda: Check(ALICE, frozenset({"role"})))
    asked: list[Query] = field(default_factory=list)

    def start(self, query: Query) -> Iterable[Request]:
        self.asked.append(query)
        return self.starts(query)

    def read(self, document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
        return self.reads(document, query)


class FakeFetcher:
    """Answers by address; an exception is raised, a number is waited for (seconds, cut at the deadline)."""

    def __init__(self, answers: dict[str, object] | None = None, held: Sequence[Document] = ()) -> None:
        self.answers = answers or {}
        self.documents = held
        self.requests: list[Request] = []
        self.never = threading.Event()

    def fetch(self, source: Source, request: Request, deadline: float) -> Document:
        self.requests.append(request)
        answer = self.answers.get(request.url, "nothing here")
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, (int, float)):
            self.never.wait(min(answer, max(0.0, deadline - time.monotonic()) + 5))
            answer = "late"
        return document(str(answer), source.key, request.url)

    def held(self, source: Source, query: Query) -> Sequence[Document]:
        return self.documents


def identifier(scheme: str, value: str) -> Identifier:
    """A number in a scheme."""
    return Identifier(scheme, value)
