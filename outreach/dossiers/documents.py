"""Reads one kept document: what it says, of whom, and its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.dossiers.models import Claim, SourceDocument
from outreach.dossiers.plain_text import readable
from outreach.errors import NotFound
from outreach.organizations.models import Organization
from outreach.people.models import Person
from research.investigation import described_sources
from research.vocabulary import PREDICATES

MOST_CLAIMS = 50

MOST_TEXT = 12_000
"""Characters of a document that are shown; a passage in it shows its own surroundings."""

_ORIGINS = {"pasted": "A text of yours", "uploaded": "A file of yours", "address": "A page that you named"}


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One thing that the document says, with the words that say it, and whom it is about."""

    claim_id: int
    words: str
    quote: str
    about: str
    path: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """What the page of a document prints. `address` is where the public can read it, or ""."""

    document: SourceDocument
    title: str
    origin: str
    address: str
    claims: tuple[ClaimLine, ...]
    text: str
    is_cut: bool


def document_page(session: WorkspaceSession, document_id: int) -> DocumentPage:
    """A kept document. Raises: NotFound."""
    document = session.scalar(select(SourceDocument).where(SourceDocument.id == document_id))
    if document is None:
        raise NotFound
    source = described_sources().get(document.source_key)
    text = readable(document.plain_text)
    is_public = document.url.startswith(("http://", "https://"))
    return DocumentPage(
        document=document,
        title=document.title or document.url,
        origin=_ORIGINS.get(document.origin) or (source.title if source else document.source_key),
        address=document.url if is_public else "",
        claims=_claims(session, document_id),
        text=text[:MOST_TEXT],
        is_cut=len(text) > MOST_TEXT,
    )


def _claims(session: WorkspaceSession, document_id: int) -> tuple[ClaimLine, ...]:
    """What stands in it of people and organizations that are here, in the order in which it was found."""
    rows = list(session.scalars(select(Claim).where(Claim.document_id == document_id).limit(MOST_CLAIMS)))
    names = _names(session, rows)
    found = []
    for row in sorted(rows, key=lambda one: one.id):
        key = ("people", row.person_id) if row.person_id is not None else ("orgs", row.organization_id)
        if key not in names:
            continue
        predicate = PREDICATES.get(row.predicate)
        words = f"{predicate.label if predicate else row.predicate}: {row.value_words}"
        found.append(ClaimLine(row.id, words, row.quote, names[key], f"/{key[0]}/{key[1]}"))
    return tuple(found)


def _names(session: WorkspaceSession, rows: Sequence[Claim]) -> dict[tuple[str, int | None], str]:
    people = {row.person_id for row in rows if row.person_id is not None}
    houses = {row.organization_id for row in rows if row.organization_id is not None}
    here = (Person.deleted_at.is_(None), Person.merged_into_id.is_(None))
    named = session.execute(select(Person.id, Person.name).where(Person.id.in_(people), *here))
    found: dict[tuple[str, int | None], str] = {("people", number): name for number, name in named}
    listed = select(Organization.id, Organization.name)
    listed = listed.where(Organization.id.in_(houses), Organization.deleted_at.is_(None))
    return found | {("orgs", number): name for number, name in session.execute(listed)}
