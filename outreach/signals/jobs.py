"""Background work about signals: looking again at watched people, and reading what their research changed."""

from __future__ import annotations

import logging
from datetime import timedelta

from outreach.dossiers import fetching
from outreach.dossiers.operations import Plan
from outreach.jobs.registry import job
from outreach.jobs.run import JobRun
from outreach.signals import due, reading
from research.errors import InputError

log = logging.getLogger(__name__)

ROUND = timedelta(minutes=5)
"""How often it is looked who is due, and what is over."""


@job("signals.look_again", every=ROUND)
def look_again(run: JobRun) -> None:
    """Begins the research of watched people whose moment has come, a few at a time."""
    try:
        sources = tuple(connector.SOURCE for connector in fetching.connectors_of(run.settings))
    except InputError as error:
        log.warning("event=watches_wait reason=%r", str(error))
        return
    now = run.now()
    begun = due.look_again(run.database, Plan(sources, run.settings.research_seconds), now)
    with run.database.system_session("putting the moments of watches right in all workspaces") as session:
        moved = due.put_right(session, now)
    if begun or moved:
        log.info("event=watches_looked begun=%d put_right=%d", begun, moved)


@job("signals.read", every=ROUND)
def read(run: JobRun) -> None:
    """Makes signals of what research about watched people changed."""
    made = reading.read_all(run.database, run.now())
    if made:
        log.info("event=signals_made count=%d", made)
