"""The pack of an event: what goes in, a look at each page, the file, and what has changed since the last print.

Every page module of the room adds its routes to `bp` and is named in `views.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.briefs import differences, here, jobs, packs, previews, printings
from outreach.briefs.forms import PackForm, PaperForm, chosen
from outreach.briefs.models import PAPERS, Printing
from outreach.briefs.previews import Estimate
from outreach.briefs.printing_files import as_picture
from outreach.columns import LARGEST_ID
from outreach.errors import NotFound, Refused
from outreach.events import queries as events
from outreach.events.models import Event
from outreach.jobs.table import DEAD, DONE, OPEN, RUNNING, Job, job_of
from outreach.notices import tell
from outreach.request_session import now, session
from outreach.security import requires, signed_in

bp = Blueprint("briefs", __name__)

UNPROCESSABLE = 422
LARGEST_PAGE = 999

SILENT = timedelta(seconds=15)
"""A pack of which nothing was heard for so long may have been interrupted; each person put on a page is a sign."""


def number_in(text: str, most: int = LARGEST_ID) -> int | None:
    """A number as it stands in an address; None for none, or for what can be none."""
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(most))
    return int(text) if is_number and 0 < int(text) <= most else None


# --- what goes in ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shown:
    """What is chosen on the page, and what it comes to."""

    parts: tuple[str, ...]
    paper: str
    page: int
    estimate: Estimate

    @property
    def words(self) -> str:
        """The parts as an address names them."""
        return ",".join(self.parts)

    @property
    def can_be_seen(self) -> bool:
        """Whether a page is shown before the pack is made."""
        return 0 < self.estimate.people <= previews.MOST_PEOPLE


@bp.get("/events/<int:event_id>/pack")
@signed_in
def pack(event_id: int) -> ResponseReturnValue:
    """The choice, a page of it as a picture, what was printed before, and what has changed since."""
    event = events.event_here(session(), event_id)
    shown = _shown(event)
    form = PackForm(formdata=None, data={"paper": shown.paper, **dict.fromkeys(shown.parts, True)})
    return _page(event, shown, form)


def _shown(event: Event) -> Shown:
    last = printings.last_pack(session(), event.id)
    usual = tuple(last.parts) if last is not None else packs.USUAL_PARTS
    parts, paper = chosen(request.args, usual, printings.last_paper(session(), current_user.user_id))
    estimate = previews.estimate(len(packs.people_in_pack(session(), event)), parts)
    page = number_in(request.args.get("page", ""), LARGEST_PAGE) or 1
    return Shown(parts, paper, min(page, max(1, estimate.pages)), estimate)


def _page(event: Event, shown: Shown, form: PackForm) -> ResponseReturnValue:
    last = printings.last_pack(session(), event.id)
    page = render_template(
        "briefs/pack.html",
        event=event,
        shown=shown,
        form=form,
        papers=PAPERS,
        last=last,
        since=since_last(last),
        making=_making(event),
        printings=printings.of_event(session(), event.id),
        most_people=packs.MOST_PEOPLE,
    )
    return page, UNPROCESSABLE if form.errors else 200


def since_last(last: Printing | None) -> differences.Compared | None:
    """What has changed since a print, where it is small enough to be compared while somebody waits."""
    if last is None or int(last.content.get("people", 0)) > previews.MOST_PEOPLE:
        return None
    return differences.compared(session(), last, user=here.user(), now=here.now_here())


@dataclass(frozen=True, slots=True)
class Making:
    """A pack that is being made: `printing` is there once it is done; `seen_at` is when the page asks."""

    job: Job
    printing: Printing | None
    seen_at: datetime

    @property
    def is_open(self) -> bool:
        """Whether it is still at work."""
        return self.job.state in OPEN

    @property
    def begins_anew_at(self) -> datetime | None:
        """When it begins again by itself, where nothing was heard of it for a while; else None."""
        heard_at = self.job.due_at - jobs.LEASE
        is_silent = self.job.state == RUNNING and self.seen_at - heard_at > SILENT
        return self.job.due_at if is_silent else None

    @property
    def has_failed(self) -> bool:
        """Whether it was given up."""
        return self.job.state == DEAD


def _making(event: Event) -> Making | None:
    number = number_in(request.args.get("making", ""))
    job = job_of(session(), number) if number is not None else None
    if job is None or job.name != jobs.MAKE_PACK or job.ids.get("event_id") != event.id:
        return None
    last = printings.last_pack(session(), event.id) if job.state == DONE else None
    is_of_it = last is not None and job.started_at is not None and last.made_at >= job.started_at
    return Making(job, last if is_of_it else None, now())


@bp.get("/events/<int:event_id>/pack/making")
@signed_in
def pack_making(event_id: int) -> ResponseReturnValue:
    """How far a pack is that is being made, for the page to put in place. Raises: NotFound for no such job."""
    event = events.event_here(session(), event_id)
    if "making" not in request.args:
        return redirect(url_for("briefs.pack", event_id=event.id), 303)
    making = _making(event)
    if making is None:
        raise NotFound
    people = len(packs.people_in_pack(session(), event))
    return render_template("briefs/_making.html", event=event, making=making, people=people)


@bp.get("/events/<int:event_id>/pack/preview.png")
@signed_in
def pack_preview(event_id: int) -> Response:
    """A page of the pack as it would be printed now. Raises: NotFound."""
    event = events.event_here(session(), event_id)
    shown = _shown(event)
    number = number_in(request.args.get("page", ""), LARGEST_PAGE) or 1
    body = previews.page_of_pack(
        session(), event, number, user=here.user(), now=here.now_here(), paper=shown.paper, parts=shown.parts,
        site=here.site(),
    )  # fmt: skip
    return as_picture(body)


# --- making it ------------------------------------------------------------------------------------------------------


@bp.post("/events/<int:event_id>/pack")
@requires("editor")
def make_pack(event_id: int) -> ResponseReturnValue:
    """Shows the choice, or makes the pack of it and keeps it; a pack of many people is made by a job."""
    event = events.event_here(session(), event_id)
    form = PackForm()
    if not form.validate():
        return _page(event, _shown(event), form)
    parts, paper = form.parts, form.paper.data
    if request.form.get("do") == "look":
        seen = url_for("briefs.pack", event_id=event.id, parts=",".join(parts), paper=paper, _anchor="preview")
        return redirect(seen, 303)
    people = len(packs.people_in_pack(session(), event))
    if people == 0:
        raise Refused("Nobody is in this pack. Choose on the event's page whom you will meet, and make it then.")
    if people > packs.MOST_PEOPLE:
        raise Refused(f"A pack holds {packs.MOST_PEOPLE} people at most. Leave some out of it on the event's page.")
    if previews.is_small(people):
        return _made(event, paper, parts)
    number = jobs.ask_for_pack(session(), event.id, paper, parts, here.by())
    return redirect(url_for("briefs.pack", event_id=event.id, making=number, _anchor="making"), 303)


def _made(event: Event, paper: str, parts: tuple[str, ...]) -> ResponseReturnValue:
    gathered = packs.gathered_pack(
        session(), event, user=here.user(), now=here.now_here(), paper=paper, parts=parts, site=here.site()
    )
    row = printings.keep(session(), printings.printed_pack(event, gathered, paper, parts), here.by())
    return redirect(url_for("briefs.printed_file", printing_id=row.id), 303)


# --- since the last print -------------------------------------------------------------------------------------------


@bp.get("/events/<int:event_id>/pack/changes")
@signed_in
def pack_changes(event_id: int) -> ResponseReturnValue:
    """What has changed since the last print of the pack, or that there is none. Raises: NotFound for no such event."""
    event = events.event_here(session(), event_id)
    last = printings.last_pack(session(), event.id)
    if last is None:
        return render_template("briefs/changes.html", event=event, printing=None)
    compared = differences.compared(session(), last, user=here.user(), now=here.now_here())
    form = PaperForm(formdata=None, data={"paper": last.paper})
    return render_template("briefs/changes.html", event=event, printing=last, since=compared, form=form)


@bp.post("/events/<int:event_id>/pack/changes")
@requires("editor")
def print_pack_changes(event_id: int) -> ResponseReturnValue:
    """The difference sheet as a file, kept as well. Raises: NotFound for no such event."""
    event = events.event_here(session(), event_id)
    last = printings.last_pack(session(), event.id)
    if last is None:
        return redirect(url_for("briefs.pack_changes", event_id=event.id), 303)
    form = PaperForm()
    paper = form.paper.data if form.validate() else last.paper
    compared = differences.compared(session(), last, user=here.user(), now=here.now_here())
    if compared.count == 0:
        tell(compared.sheet.summary)
        return redirect(url_for("briefs.pack", event_id=event.id), 303)
    made = printings.printed_difference(last, compared.sheet, paper, compared.people)
    row = printings.keep(session(), made, here.by())
    return redirect(url_for("briefs.printed_file", printing_id=row.id), 303)
