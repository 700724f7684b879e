"""Background work about events: fetching the page of a program, forgetting what was deleted."""

from __future__ import annotations

import logging
from datetime import timedelta

from sqlalchemy import select

from outreach.dossiers import fetching
from outreach.events import agenda_documents, agendas, operations
from outreach.events.agenda_in.model import CannotRead
from outreach.events.models import Agenda, Event
from outreach.jobs.registry import job
from outreach.jobs.run import JobRun
from research.errors import InputError

log = logging.getLogger(__name__)


@job("events.forget_deleted", every=timedelta(days=1))
def forget_deleted(run: JobRun) -> None:
    """Removes events for good that were deleted more than 30 days ago, with all that belongs to them."""
    with run.database.system_session("forgetting deleted events of all workspaces") as session:
        forgotten = operations.forget_deleted(session, run.now())
    log.info("event=events_forgotten count=%d", forgotten)


@job("events.read_page", most_attempts=2)
def read_page(run: JobRun, agenda_id: int) -> None:
    """Fetches the page of a program through research's own door, and reads it. What does not work is said in words."""
    wanted = select(Agenda).where(Agenda.id == agenda_id, Agenda.state == "waiting")
    with run.reader() as session:
        known = session.scalar(wanted)
        event = session.get(Event, known.event_id) if known is not None else None
        if known is None or event is None:
            return
        url, place = known.url, agendas.place_of(event)
    try:
        document = agenda_documents.fetched(fetching.fetcher_of(run.settings, run.now()), url)
        reading = agendas.read(document.body, place, document.url, document.media_type)
    except (CannotRead, InputError) as error:
        with run.session() as session:
            agenda = session.scalar(wanted)
            if agenda is not None:
                agendas.note_failure(session, agenda, str(error), run.now())
        return
    with run.session() as session:
        agenda = session.scalar(wanted)
        if agenda is not None:
            agendas.note_page(session, agenda, document, reading, run.now())
