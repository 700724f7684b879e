"""Background work on what is printed: packs of many people, and files in which somebody was forgotten."""

from __future__ import annotations

import logging
from collections.abc import Collection
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from outreach.accounts.models import User
from outreach.accounts.whereabouts import zone_of_user
from outreach.briefs import packs, printings
from outreach.briefs.models import PAPERS
from outreach.briefs.packs import PARTS
from outreach.db import WorkspaceSession
from outreach.events.models import Event
from outreach.jobs.registry import job
from outreach.jobs.run import JobRun
from outreach.jobs.table import OPEN, Job, enqueue
from outreach.people.operations import By
from outreach.sent_twice import hold

log = logging.getLogger(__name__)

MAKE_PACK = "briefs.make_pack"

LEASE = timedelta(minutes=1)
"""After this long without a sign the pack is begun anew; a hundred pages are drawn in a tenth of it, in silence."""

_PART_KEYS, _PAPER_KEYS = tuple(PARTS), tuple(PAPERS)


def ask_for_pack(session: WorkspaceSession, event_id: int, paper: str, parts: tuple[str, ...], by: By) -> int:
    """Writes the job that makes a pack; its number. While one is at work on the same, that is the one."""
    hold(session, Event.id, event_id)
    ids: dict[str, Any] = {"event_id": event_id, "user_id": by.user_id, "choice": choice_number(paper, parts)}
    ours = (Job.name == MAKE_PACK, Job.workspace_id == session.workspace_id, Job.state.in_(OPEN))
    for open_one in session.scalars(select(Job).where(*ours).order_by(Job.id)):
        if open_one.ids == ids and not open_one.cancel_asked:
            return open_one.id
    return enqueue(session, MAKE_PACK, at=by.now, **ids).id


def choice_number(paper: str, parts: Collection[str]) -> int:
    """Paper and parts as one number: jobs keep numbers only."""
    choice = sum(1 << place for place, key in enumerate(_PART_KEYS) if key in parts)
    return choice + (_PAPER_KEYS.index(paper) << len(_PART_KEYS))


def choice_of(number: int) -> tuple[str, tuple[str, ...]]:
    """Paper and parts of such a number."""
    parts = tuple(key for place, key in enumerate(_PART_KEYS) if number >> place & 1)
    return _PAPER_KEYS[number >> len(_PART_KEYS)], parts


@job(MAKE_PACK, lease=LEASE)
def make_pack(run: JobRun, event_id: int, user_id: int, choice: int) -> None:
    """Makes a pack and keeps it. Read in one go, drawn without a lock, written in one short step."""
    paper, parts = choice_of(choice)
    with run.reader() as session:
        user = session.get(User, user_id)
        event = session.get(Event, event_id)
        if user is None or event is None or event.deleted_at is not None:
            return  # deleted while it waited: there is nothing to print, and trying again finds nothing either
        here = run.now().astimezone(zone_of_user(session, user_id))
        gathered = packs.gathered_pack(
            session, event, user=user, now=here, paper=paper, parts=parts, site=run.settings.address,
            progress=run.progress,
        )  # fmt: skip
        printed = printings.printed_pack(event, gathered, paper, parts)
    with run.session() as session:
        row = printings.keep(session, printed, By(user_id, run.now()))
        log.info("event=pack_made printing=%d pages=%d", row.id, row.pages)


@job("briefs.erase_forgotten", every=timedelta(hours=1))
def erase_forgotten(run: JobRun) -> None:
    """Drops files in which somebody stands who was forgotten since: what is on paper is the user's to shred."""
    with run.database.system_session("dropping printed files of forgotten people, of all workspaces") as session:
        erased = printings.erase_forgotten(session, run.now())
    if erased:
        log.info("event=printed_files_erased count=%d", erased)
