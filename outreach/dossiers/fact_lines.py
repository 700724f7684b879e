"""Facts as pages print them: the words, who says them in which words, how old they are. Never a query for each row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import aliased

from outreach import partial_dates
from outreach.db import WorkspaceSession
from outreach.dossiers import fact_rules
from outreach.dossiers.fact_rules import Support
from outreach.dossiers.models import Claim, Fact, FactClaim, SourceDocument
from outreach.dossiers.one_text import Place, first_of_each_text
from outreach.dossiers.subjects import Subject
from outreach.errors import NotFound
from outreach.record_words import fields_of
from research.hosts import host_of
from research.investigation import described_sources
from research.vocabulary import PREDICATES

ROUND = 400
"""Facts that are looked through for the few that a page shows; a leader has some dozens, a researcher some hundreds."""

_FactLike = TypeVar("_FactLike", bound=Any)
"""A fact, or a row with the columns of one that tell a dispute."""

HAS_SOURCE = select(FactClaim.id).where(FactClaim.fact_id == Fact.id).exists()
"""A fact whose last claim is gone, as with a note that was deleted, is not shown as a fact."""

STANDS = and_(Fact.state == "current", HAS_SOURCE)

NO_FAMILIES: Mapping[str, str] = MappingProxyType({})

ALL_HOLD = "Settled by you: all of them hold."
"""Why a fact is said though another stands against it; a value that comes later is asked about all the same."""

_OWN_SOURCE = "Your notes"


@dataclass(frozen=True, slots=True)
class Words:
    """Where a fact is said: the words of one source, with the link to the stored copy."""

    claim_id: int
    source: str
    """What the page is called and, where it is on no register's site, the site; or the source where it has no title."""
    publisher: str
    address: str
    """Of the stored copy, with the quote marked; of a note, the note."""
    quote: str
    published: str
    """A partial date for reading, or ""."""
    read_at: datetime
    record_key: tuple[str, str]
    record_label: str
    is_own: bool
    trouble: str
    """That the page is gone or has changed since; else ""."""
    is_copy: bool = False
    """Whether an earlier one in the list stands in the same text."""

    @property
    def words(self) -> str:
        """The source with the date it was published."""
        return f"{self.source}, {self.published}" if self.published else self.source

    @property
    def date(self) -> datetime | None:
        """When it was read, where it says no date of its own."""
        return None if self.published else self.read_at


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact of a page."""

    id: int
    predicate: str
    label: str
    value: str
    sources: tuple[Words, ...]
    tags: tuple[tuple[str, str], ...]
    is_own: bool
    is_disputed: bool
    stale: str
    dated: str
    organization_id: int | None
    details: Mapping[str, object]
    """Named parts of the value: a program's result and period."""

    @property
    def statement(self) -> str:
        """The fact with its kind, where the words alone would not tell it."""
        return self.value if self.predicate in ("said", "mention", "news") else f"{self.label}: {self.value}"

    @property
    def links(self) -> tuple[Words, ...]:
        """The sources with one link for each text."""
        return tuple(one for one in self.sources if not one.is_copy)

    @property
    def quote(self) -> str:
        """The first source's words, where they say more than the statement does."""
        first = self.sources[0].quote if self.sources else ""
        told = [value for _, value in fields_of(first)] or [first]
        return "" if all(one.casefold() in self.value.casefold() for one in told) else first


# --- finding --------------------------------------------------------------------------------------------------------


def fact_here(session: WorkspaceSession, fact_id: int) -> Fact:
    """A fact about somebody or something that is here. Raises: NotFound."""
    fact = session.scalar(select(Fact).where(Fact.id == fact_id))
    if fact is None:
        raise NotFound
    about = fact.person or fact.organization
    if about is None or about.deleted_at is not None or getattr(about, "merged_into_id", None) is not None:
        raise NotFound
    return fact


def of(subject: Subject) -> ColumnElement[bool]:
    """The facts of the person alone where there is one, else of the organization."""
    if subject.person_id is not None:
        return Fact.person_id == subject.person_id
    return Fact.organization_id == subject.organization_id


def counts(session: WorkspaceSession, subject: Subject) -> dict[str, int]:
    """How many facts stand, by kind."""
    rows = session.execute(
        select(Fact.predicate, func.count(Fact.id)).where(of(subject), STANDS).group_by(Fact.predicate)
    )
    return {predicate: int(number) for predicate, number in rows}


def newest_briefly(subject: Subject) -> Select[Any]:
    """What a choice among the facts that stand looks at, the newest first within their kind."""
    return (
        select(
            Fact.id, Fact.predicate, Fact.standing, Fact.starts, Fact.ends, Fact.details, Fact.why,
            Fact.person_id, Fact.organization_id,
        )
        .where(of(subject), STANDS, Fact.predicate.not_in(fact_rules.NOT_SAID))
        .order_by(Fact.dated.desc(), Fact.id.desc())
    )  # fmt: skip


def undisputed(rows: Iterable[Fact]) -> list[Fact]:
    """The facts that nothing speaks against any more."""
    rows = list(rows)
    open_ids = {row.id for group in disputes_among(rows) for row in group}
    return [row for row in rows if row.id not in open_ids]


def disputes_among(rows: Iterable[_FactLike]) -> list[list[_FactLike]]:
    """The facts that dispute each other and that the user has not settled, in groups."""
    groups = fact_rules.disputes((dispute_key(row), row) for row in rows if row.standing == "disputed")
    return [group for group in groups if any(row.why != ALL_HOLD for row in group)]


def dispute_key(row: Any) -> tuple[str, ...]:
    """Which dispute a fact belongs to."""
    about = (str(row.person_id), str(row.organization_id))
    return (*about, *fact_rules.dispute_key(row.predicate, row.starts, row.ends, row.details))


def disputed(session: WorkspaceSession, whose: ColumnElement[bool]) -> list[list[Fact]]:
    """The open disputes among these facts."""
    rows = select(Fact).where(whose, STANDS, Fact.standing == "disputed").order_by(Fact.id)
    return disputes_among(session.scalars(rows))


def only_in_note(note_id: int) -> Select[Fact]:
    """The facts that stand in one note of the user's and nowhere else, the oldest first."""
    here = select(FactClaim.id).join(Claim, Claim.id == FactClaim.claim_id).where(FactClaim.fact_id == Fact.id)
    elsewhere = here.where(Claim.note_id.is_distinct_from(note_id)).exists()
    in_note = here.where(Claim.note_id == note_id).exists()
    return select(Fact).where(Fact.state == "current", in_note, ~elsewhere).order_by(Fact.id)


# --- printing -------------------------------------------------------------------------------------------------------


def lines(
    session: WorkspaceSession, rows: Sequence[Fact], today: date, families: Mapping[str, str] = NO_FAMILIES
) -> list[FactLine]:
    """The facts with their sources, in their order.

    families: which documents copy one another, by SHA-256, where a page has looked for it.
    """
    said = words_of(session, [row.id for row in rows], families)
    open_ids = {row.id for group in disputes_among(rows) for row in group}
    return [_line(row, said.get(row.id, ()), today, is_disputed=row.id in open_ids) for row in rows]


def _line(row: Fact, said: Sequence[Words], today: date, *, is_disputed: bool) -> FactLine:
    sources = described_sources()
    kinds = [sources[one.record_key[0]] for one in said if one.record_key[0] in sources]
    support = Support(
        sources=row.sources_count,
        is_official=any(fact_rules.is_official(kind.access, kind.trust) for kind in kinds),
        is_own=row.is_own_note,
        is_correction=row.corrected_from_id is not None,
    )
    read_on = max((one.read_at.date() for one in said), default=None)
    stale = fact_rules.stale_words(row.predicate, row.as_of, read_on, today)
    predicate = PREDICATES.get(row.predicate)
    return FactLine(
        id=row.id,
        predicate=row.predicate,
        label=predicate.label if predicate else row.predicate,
        value=row.value_words,
        sources=tuple(said),
        tags=fact_rules.tags(row.predicate, support, stale, is_disputed=is_disputed),
        is_own=row.is_own_note,
        is_disputed=is_disputed,
        stale=stale,
        dated=partial_dates.say(row.dated),
        organization_id=row.organization_id,
        details=row.details,
    )


def words_of(
    session: WorkspaceSession, fact_ids: Sequence[int], families: Mapping[str, str] = NO_FAMILIES
) -> dict[int, list[Words]]:
    """Fact -> the words of its sources, the latest first; one query for all."""
    if not fact_ids:
        return {}
    document = aliased(SourceDocument)
    rows = session.execute(
        select(FactClaim.fact_id, Claim, document.title, document.dead_since, document.changed_since)
        .join(Claim, Claim.id == FactClaim.claim_id)
        .outerjoin(document, document.id == Claim.document_id)
        .where(FactClaim.fact_id.in_(list(fact_ids)))
        .order_by(Claim.published.desc(), Claim.retrieved_at.desc(), Claim.id)
    )
    found: dict[int, list[Words]] = {}
    places: dict[int, list[Place]] = {}
    for fact_id, claim, title, dead_since, changed_since in rows:
        trouble = "the page is gone" if dead_since else "the page has changed" if changed_since else ""
        found.setdefault(fact_id, []).append(words_of_claim(claim, title or "", trouble))
        text = families.get(claim.document_sha256, claim.document_sha256)
        places.setdefault(fact_id, []).append(Place(claim.source_key, text, claim.quote, claim.cited_url))
    return {fact_id: _copies_marked(said, places[fact_id]) for fact_id, said in found.items()}


def _copies_marked(said: Sequence[Words], places: Sequence[Place]) -> list[Words]:
    firsts = first_of_each_text(places)
    return [one if firsts[index] == index else replace(one, is_copy=True) for index, one in enumerate(said)]


def words_of_claim(claim: Claim, title: str = "", trouble: str = "") -> Words:
    """One claim's words; `title` is that of its document."""
    is_own = claim.origin == "own_note"
    source = described_sources().get(claim.source_key)
    publisher = _OWN_SOURCE if is_own else source.title if source else claim.source_key
    return Words(
        claim_id=claim.id,
        source=publisher if is_own else _page_name(claim, title) or publisher,
        publisher=publisher,
        address=_note_address(claim) if is_own else f"/claims/{claim.id}/source#quote",
        quote=claim.quote,
        published=partial_dates.say(claim.published),
        read_at=claim.retrieved_at,
        record_key=(claim.source_key, claim.record_id),
        record_label=claim.record_label,
        is_own=is_own,
        trouble=trouble,
    )


def _page_name(claim: Claim, title: str) -> str:
    """What the page is called, with the site where that is anybody's: a biography is often titled by the name alone."""
    name = claim.cited_title or title
    source = described_sources().get(claim.source_key)
    site = host_of(claim.cited_url) if claim.cited_url.startswith(("https://", "http://")) else ""
    is_anybodys = source is None or "*" in source.hosts
    return f"{name} ({site})" if name and site and is_anybodys else name


def _note_address(claim: Claim) -> str:
    return f"/people/{claim.person_id}#notes" if claim.note_id is not None else ""
