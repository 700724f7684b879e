"""A pack as it would be printed now, for looking at before it is made: its pages as pictures, how many, how large.

Made on asking and kept nowhere. A pack of many people is looked at after it was made, page by page of the kept file.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from outreach.accounts.models import User
from outreach.briefs import packs, pdf, pdf_pages
from outreach.db import WorkspaceSession
from outreach.errors import NotFound
from outreach.events.models import Event

MOST_PEOPLE = 12
"""People up to which a pack is put together while somebody waits: about a second, a tenth of one for each.

More are printed by a job, since nobody waits so long for a page, and since on SQLite nobody else could write meanwhile.
"""

_FIRST_PAGE, _EACH_PAGE = 47_000, 15_000
"""Bytes of a file: its typefaces and first page, and each page more, as packs of the demonstration have them."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a pack would be."""

    people: int
    pages: int
    size: int
    """Bytes, about."""


def estimate(people: int, parts: Collection[str]) -> Estimate:
    """How many pages, and about how large, before anything is drawn."""
    pages = max(1, packs.pages_at_least(min(people, packs.MOST_PEOPLE), parts))
    return Estimate(people, pages, _FIRST_PAGE + _EACH_PAGE * (pages - 1))


def is_small(people: int) -> bool:
    """Whether a pack is made while somebody waits."""
    return people <= MOST_PEOPLE


def page_of_pack(
    session: WorkspaceSession,
    event: Event,
    number: int,
    *,
    user: User,
    now: datetime,
    paper: str,
    parts: Collection[str],
    site: str,
) -> bytes:
    """A page of the pack as PNG. Raises: NotFound for a page that is not there, and for a pack of too many people."""
    if not is_small(len(packs.people_in_pack(session, event))):
        raise NotFound
    pack = packs.pack_of(session, event, user=user, now=now, paper=paper, parts=parts, site=site)
    if pack.run_sheet is None and not pack.briefs and not pack.cards:
        raise NotFound
    return picture(pdf.pack(pack, paper), number)


def picture(file: bytes, number: int) -> bytes:
    """A page of a file as PNG. Raises: NotFound."""
    try:
        return pdf_pages.picture(file, number)
    except pdf_pages.NoSuchPage:
        raise NotFound from None
