"""Keeps the file, text or page that a program was read from, so that its words can be cited and looked up."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

from sqlalchemy import ColumnElement, select

from outreach.db import WorkspaceSession
from outreach.dossiers import keeping, words
from outreach.dossiers.convert import storable
from outreach.dossiers.forgetting import rests_on_documents
from outreach.dossiers.models import SourceDocument
from outreach.dossiers.plain_text import kept_text
from outreach.events.agenda_in.model import CannotRead, Reading
from outreach.events.models import Agenda
from research.connectors import given_pages
from research.errors import SourceError
from research.gather import Fetcher
from research.types import Document, Request

_ACCEPT = "text/html,text/calendar,text/csv;q=0.9,application/xml;q=0.9,text/plain;q=0.9,*/*;q=0.5"
_ASKED_AS = replace(given_pages.SOURCE, keep_for=timedelta(0))
"""Programs change until the last day: never answered from the kept copy alone."""

_TITLE = 200
_MEDIA_TYPES = {
    "ics": "text/calendar", "csv": "text/csv", "xml": "application/xml", "page": "text/html", "text": "text/plain",
    "sheet": "application/vnd.ms-excel",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Given:
    """A file or a pasted text, with its bytes. origin: "uploaded" or "pasted"; name: of the file, or ""."""

    origin: str
    name: str
    body: bytes
    sha256: str

    @property
    def title(self) -> str:
        """What it is called on the screen."""
        if self.origin == "pasted":
            return "Pasted program"
        shown = storable(" ".join(PurePosixPath(self.name.replace("\\", "/")).name.split()))
        return shown[:_TITLE] or "A file"

    @property
    def url(self) -> str:
        """By which address it is kept; no page answers there."""
        if self.origin == "pasted":
            return f"note:{self.sha256[:24]}"
        return f"file:{quote(self.title[:120])}#{self.sha256[:24]}"


def keep_given(session: WorkspaceSession, given: Given, reading: Reading, user_id: int | None, now: datetime) -> None:
    """Keeps a file or text of the user's own. The same given again is kept once."""
    known = select(SourceDocument.id).where(SourceDocument.sha256 == given.sha256, SourceDocument.url == given.url)
    if session.scalar(known) is not None:
        return
    session.add(
        SourceDocument(
            sha256=given.sha256, url=given.url, source_key=given_pages.SOURCE.key, origin=given.origin,
            title=given.title, media_type=_MEDIA_TYPES[reading.format], own_body=given.body,
            own_text=_text_of(given.body, reading), added_by_id=user_id, retrieved_at=now,
        )
    )  # fmt: skip
    session.flush()


def keep_page(session: WorkspaceSession, document: Document, reading: Reading, now: datetime) -> None:
    """Keeps a page that was fetched, as research keeps those that it reads."""
    text = _text_of(document.body, reading)
    keeping.keep_document(session, keeping.Kept(document, text, reading.title, None), now)


def _text_of(body: bytes, reading: Reading) -> str:
    """What a reader sees of it; of a spreadsheet the lines that were read."""
    if reading.format == "sheet":
        return storable("\n".join(dict.fromkeys(one.quote for one in reading.sessions if one.quote)))
    return storable(kept_text(body, media_type=_MEDIA_TYPES[reading.format]))


# --- fetching ---------------------------------------------------------------------------------------------------------


def fetched(fetcher: Fetcher, url: str) -> Document:
    """The page behind an address. Raises: CannotRead, in words, for whatever the page or the network does."""
    try:
        deadline = time.monotonic() + _ASKED_AS.timeout_s
        return fetcher.fetch(_ASKED_AS, Request(url, accept=_ACCEPT), deadline)
    except SourceError as error:
        reason = words.reason_of(error.fault, str(error))
        host = urlsplit(url).hostname or "the page"
        raise CannotRead(
            f"The program at {host} was not read: {_as_clause(reason)}. Nothing was changed. Try again later, or open "
            "the page yourself, copy the program and paste it here."
        ) from error


def _as_clause(reason: str) -> str:
    return reason if reason.startswith(("its ", "the ", "you ")) else f"it {reason}"


# --- staying ----------------------------------------------------------------------------------------------------------


def _is_program() -> ColumnElement[bool]:
    """Documents that a copy of an event's program was read from."""
    mine = select(Agenda.id).where(
        Agenda.sha256 == SourceDocument.sha256, Agenda.workspace_id == SourceDocument.workspace_id
    )
    return mine.correlate(SourceDocument).exists()


rests_on_documents(_is_program)


def document_id_of(session: WorkspaceSession, agenda_id: int) -> int | None:
    """The kept document of a copy of a program, if it is there."""
    told = session.execute(select(Agenda.sha256, Agenda.url).where(Agenda.id == agenda_id)).one()
    if not told.sha256:
        return None
    mine = select(SourceDocument.id).where(SourceDocument.sha256 == told.sha256)
    return session.scalar(mine.order_by(SourceDocument.url != told.url, SourceDocument.id).limit(1))
