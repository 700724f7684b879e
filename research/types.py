"""Every value that passes between the parts of the research engine. All are frozen and check themselves when made.

A *claim* is what one source says; a *fact* is what we conclude. A *record* is a source's own entry for somebody.
Times are aware UTC datetimes, dates are `PartialDate` (a source may know the year only), durations end in `_s`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import total_ordering
from types import MappingProxyType
from typing import Literal, Self

from research.characters import harmless

Subject = Literal["person", "organization"]
Scalar = str | int | float | bool

QUOTE_LIMIT = 300
"""Longest quote of a citation, in characters: two or three sentences, the ordinary length of an extract."""


def _require(condition: object, message: str) -> None:
    if not condition:
        raise ValueError(message)


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precisely as the source states it: a year, a year and month, or a full day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        _require(1000 <= self.year <= 9999, f"year {self.year} is out of range")
        _require(self.day is None or self.month is not None, "a day needs a month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "2019", "2019-01" or "2019-01-10" (a time after the day is cut off). Raises: ValueError."""
        match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].{0,40})?)?)?", text.strip())
        if not match:
            raise ValueError(f"not a date: {text[:40]!r}")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def of(cls, day: date) -> Self:
        """The full date of a `datetime.date`."""
        return cls(day.year, day.month, day.day)

    def first_day(self) -> date:
        """The first day that this date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """The last day that this date can mean."""
        if self.month is None:
            return date(self.year, 12, 31)
        if self.day is None:
            following = date(self.year + self.month // 12, self.month % 12 + 1, 1)
            return following - timedelta(days=1)
        return date(self.year, self.month, self.day)

    def agrees_with(self, other: PartialDate) -> bool:
        """Whether one of the two is the other, only less precise."""
        return self.first_day() <= other.last_day() and other.first_day() <= self.last_day()

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    def __lt__(self, other: PartialDate) -> bool:
        return (self.year, self.month or 0, self.day or 0) < (other.year, other.month or 0, other.day or 0)


@dataclass(frozen=True, slots=True)
class Place:
    """A town and a US state (two letters); no street ever."""

    city: str = ""
    state: str = ""


def is_scheme(text: str) -> bool:
    """Whether the text can be the name of a scheme of identifiers."""
    return bool(re.fullmatch(r"[a-z_]{2,20}", text))


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number in a scheme, as text. Schemes: ccn, npi, ein, cik, ror, qid, orcid, openalex,
    nih_profile, ticker, pecos.

    `names` says what the number names (facility, legal entity, parent, group return), since the same EIN or NPI
    may stand for more than the hospital that was asked for.
    """

    scheme: str
    value: str
    names: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        _require(is_scheme(self.scheme), f"unknown scheme {self.scheme!r}")
        _require(self.value, f"an empty {self.scheme}")


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: a person (with the organization) or an organization.

    For a person the organization is where the person is said to work. `identifiers` are those already known to
    belong to the *subject of this query*. `urls` are pages that the user named as being about the subject.
    """

    kind: Subject
    name: str
    organization: str = ""
    role: str = ""
    state: str = ""
    city: str = ""
    identifiers: tuple[Identifier, ...] = ()
    organization_identifiers: tuple[Identifier, ...] = ()
    website: str = ""
    urls: tuple[str, ...] = ()
    include_pay: bool = False

    def __post_init__(self) -> None:
        _require(self.kind in ("person", "organization"), f"unknown kind {self.kind!r}")
        _require(self.name.strip(), "a query needs a name")
        _require(not self.state or re.fullmatch(r"[A-Z]{2}", self.state), "state is two capital letters")

    def identifier(self, scheme: str) -> str | None:
        """The subject's known number in this scheme."""
        return next((i.value for i in self.identifiers if i.scheme == scheme), None)

    def all_identifiers(self, scheme: str) -> tuple[str, ...]:
        """All known numbers of the subject in this scheme (a hospital can have several NPIs)."""
        return tuple(i.value for i in self.identifiers if i.scheme == scheme)

    def organization_identifier(self, scheme: str) -> str | None:
        """For a person: the number of the person's organization in this scheme."""
        return next((i.value for i in self.organization_identifiers if i.scheme == scheme), None)

    def key(self) -> str:
        """The same text for the same question, whatever the case and spacing."""
        parts = [self.kind, self.name, self.organization, self.role, self.state, self.city]
        parts += sorted(f"{i.scheme}:{i.value}" for i in self.identifiers)
        return "|".join(" ".join(part.casefold().split()) for part in parts)


@dataclass(frozen=True, slots=True)
class Secret:
    """Stands for a setting's value in a request; `http.py` puts the value in at the last moment.

    Cache keys, logs, citations and saved cases see the name only.
    """

    name: str

    def __str__(self) -> str:
        return f"<{self.name}>"


@dataclass(frozen=True, slots=True)
class Source:
    """What a connector says about the public source it reads. Written out in the connector's own file."""

    key: str
    title: str
    home: str
    terms: str
    """Address of the terms, or "" when none are known."""
    access: Literal["api", "html", "feed", "bulk"]
    """`html` and `feed` are asked for only where robots.txt allows; `bulk` is one big file kept as a local index."""
    hosts: tuple[str, ...]
    """The only hosts that may be asked; ".example.org" allows subdomains; ("*",) means the address given by the user
    or found on the organization's site (then every guard of http.py still applies)."""
    subjects: frozenset[Subject]
    covers: frozenset[str]
    """Predicates of `vocabulary` that an answer can hold: what is a gap when nothing was found."""
    trust: float
    """How much a plain statement of it weighs, 0..1: a register 0.9, a release of the house 0.8, a wiki 0.6."""
    keep_for: timedelta
    min_interval_s: float = 1.0
    budget: int = 5
    """Requests a query."""
    wants: frozenset[str] = frozenset()
    """Identifier schemes of which at least one must be known before `start` can ask anything.
    `gather` waits with the source until another source has given one."""
    gives: frozenset[str] = frozenset()
    """Identifier schemes that its answers can add."""
    needs: frozenset[str] = frozenset()
    """Settings without which it cannot run at all (an API key)."""
    optional: frozenset[str] = frozenset()
    """Settings that it can use."""
    names_decide: bool = False
    """Whether an entry's name with the place is enough to join it to an organization: only for complete, curated
    registers. Elsewhere (NPPES above all) an identifier or a person decides."""
    default_on: bool = True
    terms_note: str = ""
    """What a user must know about the terms before turning it on, in one sentence."""
    attribution: str = ""
    """The credit line that the source asks for."""
    max_bytes: int = 10_000_000
    timeout_s: float = 20.0

    def __post_init__(self) -> None:
        _require(re.fullmatch(r"[a-z][a-z0-9_]{1,40}", self.key), f"bad source key {self.key!r}")
        _require(0 < self.trust <= 1, "trust is in (0, 1]")
        _require(self.hosts, "a source names its hosts")
        _require(self.budget >= 1, "a source may ask at least once")


Param = str | int | Secret


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a source. `carry` comes back with the document, so that `read` knows what it asked for.

    `not_found_is_empty`: a 404 is an answer ("no such record") and reaches `read` as a document with status 404.
    """

    url: str
    params: tuple[tuple[str, Param], ...] = ()
    headers: tuple[tuple[str, str | Secret], ...] = ()
    method: Literal["GET", "POST"] = "GET"
    json: str | None = None
    """Body of a POST, as JSON text."""
    accept: str = ""
    carry: tuple[tuple[str, str], ...] = ()
    not_found_is_empty: bool = False

    def carried(self, name: str) -> str:
        """The value carried under this name, or ""."""
        return next((value for key, value in self.carry if key == name), "")


@dataclass(frozen=True, slots=True)
class Document:
    """One answer of a source, as bytes. `sha256` is the hash of `body`, hexadecimal."""

    source: str
    request: Request
    url: str
    """The final address, without secrets."""
    status: int
    media_type: str
    """Without parameters, lower case: "text/html"."""
    charset: str
    """As declared by the server, or ""."""
    retrieved_at: datetime
    body: bytes
    sha256: str
    from_cache: bool = False
    etag: str = ""
    last_modified: str = ""

    def __post_init__(self) -> None:
        _require(self.retrieved_at.tzinfo is not None, "retrieved_at needs a time zone")


@dataclass(frozen=True, slots=True)
class Record:
    """A source's own entry for somebody, e.g. NPI 1234567893. One person in one text is a record of that text too."""

    source: str
    id: str
    label: str
    """The name as the source gives it."""
    url: str
    kind: Subject
    """What the entry is about."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", _shown(self.id))
        object.__setattr__(self, "label", _shown(self.label))

    @property
    def key(self) -> str:
        """Names the record for verdicts: `--same nppes:1234567893`."""
        return f"{self.source}:{self.id}"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim stands, in which words. The quote is literally in the stored document (see `parse.cite`)."""

    source: str
    url: str
    retrieved_at: datetime
    quote: str
    confidence: float
    """How plainly the quote says it, 0..1."""
    document: str
    """SHA-256 of the stored document."""
    title: str = ""
    published: PartialDate | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "quote", _shown(self.quote))
        object.__setattr__(self, "title", harmless(self.title))
        _require(self.quote.strip(), "no quote, no citation")
        _require(len(self.quote) <= QUOTE_LIMIT, f"a quote has at most {QUOTE_LIMIT} characters")
        plain = self.url.isprintable() and " " not in self.url
        proper = plain and re.match(r"(https?|file|note):", self.url)
        _require(proper, f"a citation needs an address, not {self.url[:60]!r}")
        _require(0 < self.confidence <= 1, "confidence is in (0, 1]")


def _shown(text: str) -> str:
    """A source's text, safe to store and show; one of harmful characters alone is not empty for that."""
    return harmless(text) or (text and "\ufffd")


def _scalar(value: Scalar) -> Scalar:
    return _shown(value) if isinstance(value, str) else value


def _frozen_details(details: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    return MappingProxyType({key: _scalar(value) for key, value in details.items()})


@dataclass(frozen=True, slots=True)
class Claim:
    """One source says one thing about one of its records.

    `value` is in the predicate's kind (see `vocabulary`). `organization` is where a post or a degree is held.
    `details` holds named parts of a composite value, e.g. a program's result and period, an identifier's scheme.
    `status` tells a post: current, interim, acting, incoming, outgoing, former; "" where it is not about a post.
    """

    record: Record
    predicate: str
    value: Scalar
    citation: Citation
    start: PartialDate | None = None
    end: PartialDate | None = None
    place: Place | None = None
    organization: str = ""
    status: str = ""
    details: Mapping[str, Scalar] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        from research.vocabulary import PREDICATES  # the vocabulary imports these types

        object.__setattr__(self, "value", _scalar(self.value))
        object.__setattr__(self, "organization", harmless(self.organization))
        predicate = PREDICATES.get(self.predicate)
        if predicate is None:
            raise ValueError(f"{self.predicate!r} is not in the vocabulary")
        _require(predicate.subject == self.record.kind, f"{self.predicate} is not said of a {self.record.kind}")
        _require(predicate.accepts(self.value), f"{self.predicate} cannot be {self.value!r}")
        _require(self.citation.source == self.record.source, "a citation and its record come from the same source")
        _require(self.status in STATUSES, f"unknown status {self.status!r}")
        object.__setattr__(self, "details", _frozen_details(self.details))


STATUSES = frozenset({"", "current", "interim", "acting", "incoming", "outgoing", "former"})


class Judgement(StrEnum):
    """Is this record our subject? Unsure is an answer, and never reaches a fact."""

    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Reason:
    """One named feature of an identity decision. A positive score speaks for the same, a negative one against."""

    feature: str
    score: float
    detail: str
    veto: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be our subject, with the judgement and why."""

    record: Record
    judgement: Judgement
    score: float
    reasons: tuple[Reason, ...]
    claims: tuple[Claim, ...]
    by_user: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """What we conclude, from at least one claim of a record judged to be the subject: cited by construction."""

    subject: Subject
    predicate: str
    value: Scalar
    claims: tuple[Claim, ...]
    confidence: float
    standing: Literal["settled", "single", "disputed"]
    start: PartialDate | None = None
    end: PartialDate | None = None
    organization: str = ""
    status: str = ""
    stale: bool = False
    """Older than its kind stays fresh (see `vocabulary`): say "as of"."""
    as_of: PartialDate | None = None
    rivals: tuple[Scalar, ...] = ()
    """The other values, where sources dispute it; each has a fact of its own with its sources."""
    details: Mapping[str, Scalar] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        _require(self.claims, "a fact has at least one claim")
        _require(0 < self.confidence <= 1, "confidence is in (0, 1]")
        object.__setattr__(self, "details", _frozen_details(self.details))


GapKind = Literal["not_found", "not_looked", "failed"]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something a dossier should hold and does not: sought and not found, not looked for, or its sources failed."""

    subject: Subject
    predicate: str
    kind: GapKind
    sources: tuple[str, ...]
    note: str


OutcomeStatus = Literal["found", "nothing", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one source fared in one run: one per source, always."""

    source: str
    status: OutcomeStatus
    claims: tuple[Claim, ...] = ()
    documents: tuple[Document, ...] = ()
    fault: str = ""
    """Short stable name of the fault when failed or skipped."""
    message: str = ""
    """One sentence for the user."""
    warnings: tuple[str, ...] = ()
    """Drift that did not cost the answer, e.g. "unread fields: ['new']"."""
    requests: int = 0
    elapsed_s: float = 0.0


def utc_now() -> datetime:
    """The time, in UTC; called only at the edge (CLI, gather's caller), never by a reader."""
    return datetime.now(UTC)
