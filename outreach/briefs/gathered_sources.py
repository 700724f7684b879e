"""Where the lines of a brief can be looked up: a claim, a figure or a page as one line of the list of sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from outreach import partial_dates
from outreach.briefs.model import Source
from outreach.db import WorkspaceSession
from outreach.dossiers.models import Claim, FactClaim, SourceDocument
from outreach.words import MONTHS
from research.hosts import host_of
from research.investigation import described_sources

OWN_NOTE = "own_note"
"""Origin of a claim that nothing but the user's own notes says."""

MOST_CITED = 2
"""Sources that a line cites: more numbers than these behind it nobody follows."""

_PUBLIC = ("https://", "http://")
_PLAIN = dict.fromkeys(("nppes_individuals", "nppes_organizations"), "National provider registry (NPI)")
"""Sources whose own name says nothing to those who do not work with them."""

_HOW_ASKED = re.compile(r"\s\([a-z]{1,20}\)\Z")
"""What parts our ways of asking one source, such as "(feeds)"."""

_LONGEST_TITLE = 160
"""Characters of a page's title: beyond it a title is a whole paragraph, and no line of a list."""


@dataclass(frozen=True, slots=True)
class Said:
    """One source of a fact: where, in which words, when it was read, of when it is."""

    source: Source
    quote: str
    read_at: datetime
    published: str
    """A partial date, or ""."""
    seen_at: datetime
    status: str
    """What it says of a post: "current", "acting", "former", or ""."""


def sources_of_facts(session: WorkspaceSession, fact_ids: Sequence[int]) -> dict[int, list[Said]]:
    """Fact -> who says it besides the user's notes: pages before files, the latest first, each place once.

    One query for all.
    """
    if not fact_ids:
        return {}
    rows = session.execute(
        select(
            FactClaim.fact_id, Claim.source_key, Claim.cited_title, SourceDocument.title, Claim.cited_url, Claim.quote,
            Claim.retrieved_at, Claim.published, Claim.seen_at, Claim.status,
        )
        .join(Claim, Claim.id == FactClaim.claim_id)
        .outerjoin(SourceDocument, SourceDocument.id == Claim.document_id)
        .where(FactClaim.fact_id.in_(list(fact_ids)), Claim.origin != OWN_NOTE)
        .order_by(Claim.published.desc(), Claim.retrieved_at.desc(), Claim.id)
    )  # fmt: skip
    found: dict[int, dict[str, Said]] = {}
    for fact_id, key, cited_title, title, url, quote, read_at, published, seen_at, status in rows:
        source = claim_source(key, cited_title or title or "", url, read_at, published)
        found.setdefault(fact_id, {}).setdefault(
            source.key, Said(source, quote, read_at, published, seen_at, status)
        )  # fmt: skip
    return {fact_id: sorted(said.values(), key=lambda one: not one.source.address) for fact_id, said in found.items()}


def claim_source(source_key: str, title: str, url: str, read_at: datetime, published: str = "") -> Source:
    """The place that a claim stands in. A file of the user's own is named by its title, without an address."""
    described = described_sources().get(source_key)
    is_anybodys = described is None or "*" in described.hosts
    publisher = "" if is_anybodys else source_name(source_key)
    name = title or source_name(source_key) or source_key
    return page_source(publisher, name, url, read_at, published)


def source_name(source_key: str) -> str:
    """What a source is called where somebody reads of it on paper, without how it is asked; "" for an unknown one.

    >>> source_name("trade_press")
    'Health-care trade press'
    """
    described = described_sources().get(source_key)
    return _PLAIN.get(source_key) or (_HOW_ASKED.sub("", described.title) if described is not None else "")


def page_source(publisher: str, title: str, url: str, read_at: datetime, published: str = "") -> Source:
    """A page as one line: publisher and title, when it was published, the site, the day it was read."""
    address = url if url.startswith(_PUBLIC) else ""
    words = source_words(publisher, title, host_of(address) if address else "", published, read_at.date())
    return Source(key=address.partition("#")[0] or f"{url or title}", words=words, address=address)


def source_words(publisher: str, title: str, site: str, published: str, read_on: date) -> str:
    """One line of the list of sources: "Harrow Lake, Leadership page, Mar 2026. harrowlake.example. Nov 6, 2026".

    published: a partial date. What is empty is left out; a publisher that the title names already is not said twice.
    """
    title = _one_line(title)
    publisher = "" if publisher.casefold() in title.casefold() else _one_line(publisher)
    named = ", ".join(part.rstrip(" .") for part in (publisher, title, partial_dates.say(published)) if part)
    parts = (named, site, day_words(read_on))
    return ". ".join(part for part in parts if part)


def day_words(day: date) -> str:
    """A day with its year, for paper: "Nov 6, 2026"."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_TITLE else line[:_LONGEST_TITLE].rpartition(" ")[0] or line[:_LONGEST_TITLE]
