"""The pages of projects: their lists, one of them with what its venue allows, the form, deleting and coming back."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from wtforms import Form

from outreach import page_parts, words
from outreach.notices import tell
from outreach.page_parts import Here
from outreach.people.operations import By, ChangedElsewhere
from outreach.projects import operations, queries, rules, venues
from outreach.projects.forms import ProjectForm, project_form
from outreach.projects.models import PROJECT_KINDS, PROJECT_STATES, Project
from outreach.projects.operations import ProjectDetails
from outreach.projects.venue_files import Venue
from outreach.request_session import now, session
from outreach.security import requires, signed_in

bp = Blueprint("projects", __name__)

UNPROCESSABLE = 422

TO_STATE = {"open": "Take it up again", "done": "Mark as done", "dropped": "Put it away"}
"""State -> the words of the button that leads to it."""

SAID_OF_STATE = {
    "open": "It is under way again.",
    "done": "Well done. It is among those that are done.",
    "dropped": "Put away. It is kept as it is.",
}

WORDS_OF_FIELDS = {
    "title": "Working title", "kind": "What it is", "topic": "What it is about", "readers": "For which readers",
    "question": "What you want to learn", "venue": "Where it will appear", "due_on": "To be handed in on",
    "note": "Notes",
}  # fmt: skip
"""Fields that the form of two windows compares."""


def status_of(form: Form) -> int:
    """200 for a form that is shown, 422 for one that was refused."""
    return UNPROCESSABLE if form.errors else 200


def by() -> By:
    """Who does it, and when."""
    return By(current_user.user_id, now())


# --- lists ----------------------------------------------------------------------------------------------------------


@bp.get("/projects")
@signed_in
def projects() -> ResponseReturnValue:
    """The projects of one state, the one worked on last first."""
    asked = request.args.get("show", "")
    show = asked if asked in PROJECT_STATES else "open"
    page = queries.projects(session(), show, request.args.get("after"))
    return render_template(
        "projects/list.html",
        page=page,
        show=show,
        states=PROJECT_STATES,
        counts=queries.counts(session()),
        kinds=PROJECT_KINDS,
        newer=_address(show, page.previous_cursor),
        older=_address(show, page.next_cursor),
    )


def _address(show: str, cursor: str | None) -> str:
    return url_for(".projects", show=show, after=cursor) if cursor else ""


# --- one project ----------------------------------------------------------------------------------------------------


@bp.get("/projects/<int:project_id>")
@signed_in
def project(project_id: int) -> ResponseReturnValue:
    """One project: what it is, what its venue asks for, what may be promised."""
    found = queries.project_here(session(), project_id)
    venue = venues.venue_of(session(), found)
    today = now().date()
    return render_template(
        "projects/project.html",
        project=found,
        kind=PROJECT_KINDS[found.kind],
        state=PROJECT_STATES[found.state],
        to_state={key: said for key, said in TO_STATE.items() if key != found.state},
        venue=venue,
        lines=rules.lines(venue) if venue is not None and venue.name else (),
        sources=rules.sources(venue) if venue is not None else (),
        promise=rules.promise(venue),
        lacking=words.listed(rules.lacking(found, venue)) if found.state == "open" else "",
        left=rules.days_left(found.due_on, today),
        appears_on=rules.appears_on(found.due_on, venue),
        parts=page_parts.loaded(current_app, "project", Here(session(), found.id, current_user.user_id, now())),
    )


# --- beginning and changing -----------------------------------------------------------------------------------------


@bp.route("/projects/new", methods=["GET", "POST"])
@requires("editor")
def new_project() -> ResponseReturnValue:
    """Begins a project."""
    offered = venues.all_venues(session())
    asked = request.args.get("venue", "")
    chosen = {"venue": asked} if any(asked == venue.choice for venue in offered) else {}
    form = project_form(offered, now().date(), data=chosen)
    if not form.validate_on_submit():
        return render_template("projects/new.html", form=form), status_of(form)
    begun = operations.begin(session(), _details(form), by())
    tell(f"Begun: {begun.title}.")
    return redirect(url_for(".project", project_id=begun.id), 303)


@bp.route("/projects/<int:project_id>/edit", methods=["GET", "POST"])
@requires("editor")
def edit_project(project_id: int) -> ResponseReturnValue:
    """Changes a project. When another window was faster, both texts are shown and nothing is lost."""
    found = queries.project_here(session(), project_id)
    form = project_form(_offered_for(found), now().date(), data=_values(found))
    if not form.validate_on_submit():
        return _edit_page(found, form), status_of(form)
    try:
        operations.change(session(), found, _details(form), form.version.data, by())
    except ChangedElsewhere as error:
        return _edit_page(found, form, _differences(found, form)), error.status
    tell(f"Saved {found.title}.")
    return redirect(url_for(".project", project_id=found.id), 303)


def _offered_for(project: Project) -> tuple[Venue, ...]:
    """The venues to choose from, and the project's own one where that was deleted meanwhile."""
    offered = tuple(venues.all_venues(session()))
    own = venues.venue_of(session(), project)
    is_missing = own is not None and own.is_deleted
    return (own, *offered) if own is not None and is_missing else offered


def _values(project: Project) -> dict[str, Any]:
    """What the form shows at first."""
    named = ("version", "title", "kind", "topic", "readers", "question", "note")
    told = {name: getattr(project, name) for name in named}
    venue = venues.venue_of(session(), project)
    told["venue"] = venue.choice if venue is not None and venue.name else ""
    told["due_on"] = project.due_on.isoformat() if project.due_on else ""
    return told


def _details(form: ProjectForm) -> ProjectDetails:
    venue = str(form.venue.data)
    is_own = venue.startswith("own-")
    return ProjectDetails(
        title=form.title.data or "",
        kind=form.kind.data,
        topic=form.topic.data or "",
        readers=form.readers.data or "",
        question=form.question.data or "",
        venue_key="" if is_own else venue,
        venue_id=int(venue.removeprefix("own-")) if is_own else None,
        due_on=form.due_on.read,
        note=form.note.data or "",
    )


def _edit_page(found: Project, form: ProjectForm, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    if theirs:
        form.version.data = found.version
    return render_template("projects/edit.html", project=found, form=form, theirs=theirs)


def _differences(latest: Project, form: ProjectForm) -> tuple[tuple[str, str], ...]:
    """What the other window has saved, where it differs from this form: (words of the field, their text)."""
    saved = _values(latest)
    venue = venues.venue_of(session(), latest)
    said = {"kind": PROJECT_KINDS[latest.kind], "venue": venue.name if venue is not None else ""}
    found = [
        (label, said.get(name, saved[name]) or "(empty)")
        for name, label in WORDS_OF_FIELDS.items()
        if (form[name].data or "") != saved[name]
    ]
    return tuple(found) or (("Saved", "the same as in this window"),)


@bp.post("/projects/<int:project_id>/state")
@requires("editor")
def set_project_state(project_id: int) -> ResponseReturnValue:
    """Notes that a project is done, put away, or under way again. Raises: Refused for another state."""
    found = queries.project_here(session(), project_id)
    operations.set_state(session(), found, request.form.get("state", ""), by())
    tell(SAID_OF_STATE[found.state])
    return redirect(url_for(".project", project_id=found.id), 303)


# --- going and coming back ------------------------------------------------------------------------------------------


@bp.get("/projects/<int:project_id>/delete/ask")
@requires("editor")
def ask_delete_project(project_id: int) -> ResponseReturnValue:
    """Says what deleting does, and until when it can be undone."""
    found = queries.project_here(session(), project_id)
    return render_template("projects/delete.html", project=found, until=now() + rules.UNDO_FOR)


@bp.post("/projects/<int:project_id>/delete")
@requires("editor")
def delete_project(project_id: int) -> ResponseReturnValue:
    """Takes a project out of every list."""
    found = queries.project_or_deleted(session(), project_id)
    said = f"{found.title} was deleted already." if found.deleted_at else f"Deleted {found.title}."
    operations.remove(session(), found, by())
    tell(said, undo=url_for(".bring_project_back", project_id=found.id))
    return redirect(url_for(".projects"), 303)


@bp.post("/projects/<int:project_id>/bring-back")
@requires("editor")
def bring_project_back(project_id: int) -> ResponseReturnValue:
    """Brings a deleted project back. Raises: NotFound; Refused after 30 days."""
    found = queries.project_or_deleted(session(), project_id)
    operations.bring_back(session(), found, by())
    tell(f"{found.title} is back.")
    return redirect(url_for(".project", project_id=found.id), 303)
