"""The pages of research runs: starting one, watching it, answering its questions."""

from __future__ import annotations

from zlib import crc32

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.accounts.browser import settings
from outreach.dossiers import fetching, operations, queries, run_page
from outreach.dossiers.forms import AnswerForm
from outreach.dossiers.operations import Plan
from outreach.dossiers.run_page import RunPage
from outreach.dossiers.subjects import Subject, organization_here, person_here, subject_of_person
from outreach.errors import Refused
from outreach.notices import tell
from outreach.request_session import now, session
from outreach.security import requires, signed_in
from research.errors import InputError

bp = Blueprint("dossiers", __name__)

REGIONS = ("said", "questions", "sources", "found")
"""The parts of a run's page that fetch themselves again while it goes on."""


def plan() -> Plan:
    """Which sources a run asks here. Raises: Refused when the settings name a source that there is not."""
    try:
        sources = tuple(connector.SOURCE for connector in fetching.connectors_of(settings()))
    except InputError as error:
        raise Refused(f"Research cannot start with these settings. {error}") from error
    return Plan(sources, settings().research_seconds)


def person_subject(person_id: int) -> Subject:
    """The person as whom research is about. Raises: NotFound."""
    return subject_of_person(session(), person_here(session(), person_id))


def organization_subject(organization_id: int) -> Subject:
    """The organization as what research is about. Raises: NotFound."""
    return Subject(None, organization_here(session(), organization_id).id)


# --- starting -------------------------------------------------------------------------------------------------------


@bp.get("/people/<int:person_id>/research")
@signed_in
def research_person(person_id: int) -> ResponseReturnValue:
    """The latest run about a person; where there is none, what it would do."""
    return _latest_or_start(person_subject(person_id))


@bp.post("/people/<int:person_id>/research")
@requires("editor")
def start_person(person_id: int) -> ResponseReturnValue:
    """Starts a run about a person."""
    return _start(person_subject(person_id))


@bp.get("/orgs/<int:organization_id>/research")
@signed_in
def research_organization(organization_id: int) -> ResponseReturnValue:
    """The latest run about an organization; where there is none, what it would do."""
    return _latest_or_start(organization_subject(organization_id))


@bp.post("/orgs/<int:organization_id>/research")
@requires("editor")
def start_organization(organization_id: int) -> ResponseReturnValue:
    """Starts a run about an organization."""
    return _start(organization_subject(organization_id))


def _latest_or_start(subject: Subject) -> ResponseReturnValue:
    latest = next(iter(queries.runs_about(session(), subject, most=1)), None)
    if latest is not None:
        return redirect(url_for(".run", run_id=latest.id), 303)
    name, path = run_page.heading(session(), subject)
    return render_template("dossiers/start.html", name=name, path=path, sources=plan().sources, seconds=plan().seconds)


def _start(subject: Subject) -> ResponseReturnValue:
    run_ = operations.start(session(), subject, plan(), current_user.user_id, now())
    return redirect(url_for(".run", run_id=run_.id), 303)


# --- watching -------------------------------------------------------------------------------------------------------


@bp.get("/research/<int:run_id>")
@signed_in
def run(run_id: int) -> ResponseReturnValue:
    """A run: its sources, what was found so far, its questions; at its end what it changed."""
    page = _page(run_id)
    return render_template("dossiers/run.html", page=page, marks=_marks(page), all_questions=_wants_all())


@bp.get("/research/<int:run_id>/<any(said, questions, sources, found):region>")
@signed_in
def run_region(run_id: int, region: str) -> ResponseReturnValue:
    """One part of a run's page; nothing (204) while it is as it was shown, so that no button moves under a finger."""
    page = _page(run_id)
    marks = _marks(page)
    if request.args.get("shown", "") == marks[region] and not page.is_over:
        return "", 204
    return render_template(f"dossiers/_{region}.html", page=page, marks=marks, all_questions=_wants_all())


def _page(run_id: int) -> RunPage:
    row = queries.run_here(session(), run_id)
    return run_page.run_page(session(), row, now(), all_questions=_wants_all())


def _wants_all() -> bool:
    return request.args.get("all", "") == "1"


def _marks(page: RunPage) -> dict[str, str]:
    """Tells for each part whether it is as it was."""
    shown = {
        "said": (page.title, page.context, page.note, page.done, page.fared),
        "questions": page.shown_questions,
        "sources": page.sources,
        "found": (page.found, page.found_count),
    }
    return {region: f"{crc32(repr(value).encode()):08x}" for region, value in shown.items()}


# --- stopping and going on ------------------------------------------------------------------------------------------


@bp.post("/research/<int:run_id>/stop")
@requires("editor")
def stop(run_id: int) -> ResponseReturnValue:
    """Ends a run with what it has."""
    row = queries.run_here(session(), run_id)
    was_over = row.is_over
    operations.stop(session(), row, now())
    tell(
        "Research was over already. All of it is kept." if was_over else "Research stops here. What was found is kept."
    )
    return redirect(url_for(".run", run_id=run_id), 303)


@bp.post("/research/<int:run_id>/ask-again")
@requires("editor")
def ask_again(run_id: int) -> ResponseReturnValue:
    """Asks the sources once more that have not answered."""
    operations.ask_again(session(), queries.run_here(session(), run_id), now())
    return redirect(url_for(".run", run_id=run_id), 303)


@bp.post("/research/<int:run_id>/go-on")
@requires("editor")
def go_on(run_id: int) -> ResponseReturnValue:
    """Sets a run going again that was given up."""
    operations.revive(session(), queries.run_here(session(), run_id), now())
    return redirect(url_for(".run", run_id=run_id), 303)


# --- questions ------------------------------------------------------------------------------------------------------

_TOLD = {
    "same": "{name} counts as yours now.",
    "not_same": "{name} in this source is somebody else.",
    "cannot_tell": "{name} is set aside as not settled.",
}


@bp.post("/research/<int:run_id>/candidates/<int:candidate_id>")
@requires("editor")
def answer(run_id: int, candidate_id: int) -> ResponseReturnValue:
    """Keeps the user's word on whose a record is."""
    row = queries.run_here(session(), run_id)
    candidate = queries.candidate_here(session(), row, candidate_id)
    form = AnswerForm()
    if not form.validate():
        tell("Choose one of the three answers.", tone="bad")
        return redirect(url_for(".run", run_id=run_id), 303)
    word = form.answer.data
    told = _TOLD[word].format(name=candidate.record_label[:80])
    verdict = operations.answer(session(), row, candidate, word, current_user.user_id, now())
    tell(told, undo=url_for(".undo_answer", run_id=run_id, verdict_id=verdict.id))
    return redirect(url_for(".run", run_id=run_id), 303)


@bp.post("/research/<int:run_id>/verdicts/<int:verdict_id>/undo")
@requires("editor")
def undo_answer(run_id: int, verdict_id: int) -> ResponseReturnValue:
    """Takes the user's word back."""
    operations.undo(session(), queries.run_here(session(), run_id), verdict_id, now())
    tell("Your answer is taken back. The question is open again.")
    return redirect(url_for(".run", run_id=run_id), 303)
