"""The pages of venues: those that come with Groundwork, to read; the user's own, to add, change and delete."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from outreach.notices import tell
from outreach.people.operations import ChangedElsewhere
from outreach.projects import operations, queries, rules, venues
from outreach.projects.forms import VenueForm
from outreach.projects.models import PROJECT_KINDS, PROJECT_STATES, SOURCE_REVIEWS, OwnVenue
from outreach.projects.operations import VenueDetails
from outreach.projects.project_pages import bp, by, status_of
from outreach.projects.venue_files import VENUE_KINDS, Venue
from outreach.request_session import now, session
from outreach.security import requires, signed_in

WORDS_OF_FIELDS = {
    "name": "Name", "readers": "Who reads it", "source_review": "What people may see",
    "shortest_words": "Fewest words", "longest_words": "Most words", "query_rule": "Ask first",
    "exclusivity": "Exclusive", "lead_time_days": "Days to publication", "rule_url": "The page",
    "rule_read_on": "When it was read", "note": "Notes",
}  # fmt: skip
"""Fields that the form of two windows compares."""


@bp.get("/venues")
@signed_in
def all_venues() -> ResponseReturnValue:
    """Every venue: the user's own, and those that come along."""
    found = venues.all_venues(session())
    return render_template(
        "projects/venues.html",
        own=[_row(venue) for venue in found if venue.is_own],
        listed=[_row(venue) for venue in found if not venue.is_own],
        kinds=VENUE_KINDS,
        reviews=SOURCE_REVIEWS,
    )


def _row(venue: Venue) -> tuple[Venue, str, str]:
    """A venue, its address and its length in words."""
    return venue, _address(venue), rules.length_words(venue.shortest_words, venue.longest_words)


def _address(venue: Venue) -> str:
    if venue.is_own:
        return url_for("projects.venue", venue_id=int(venue.key))
    return url_for("projects.listed_venue", key=venue.key)


@bp.get("/venues/listed/<key>")
@signed_in
def listed_venue(key: str) -> ResponseReturnValue:
    """A venue that comes with Groundwork."""
    return _page(queries.listed_venue(key))


@bp.get("/venues/<int:venue_id>")
@signed_in
def venue(venue_id: int) -> ResponseReturnValue:
    """A venue of the user's own."""
    return _page(venues.own_venue(queries.venue_here(session(), venue_id)))


def _page(found: Venue) -> str:
    return render_template(
        "projects/venue.html",
        venue=found,
        kind=VENUE_KINDS.get(found.kind, ""),
        lines=rules.lines(found),
        sources=rules.sources(found),
        promise=rules.promise(found),
        projects=queries.projects_for(session(), found),
        project_kinds=PROJECT_KINDS,
        states=PROJECT_STATES,
    )


# --- adding and changing --------------------------------------------------------------------------------------------


@bp.route("/venues/new", methods=["GET", "POST"])
@requires("editor")
def new_venue() -> ResponseReturnValue:
    """Adds a venue of the user's own."""
    form = VenueForm(today=now().date())
    if not form.validate_on_submit():
        return render_template("projects/new_venue.html", form=form), status_of(form)
    added = operations.add_venue(session(), _details(form), by())
    tell(f"Added {added.name}.")
    return redirect(url_for("projects.venue", venue_id=added.id), 303)


@bp.route("/venues/<int:venue_id>/edit", methods=["GET", "POST"])
@requires("editor")
def edit_venue(venue_id: int) -> ResponseReturnValue:
    """Changes a venue. When another window was faster, both texts are shown and nothing is lost."""
    found = queries.venue_here(session(), venue_id)
    form = VenueForm(today=now().date(), data=_values(found))
    if not form.validate_on_submit():
        return _edit_page(found, form), status_of(form)
    try:
        operations.change_venue(session(), found, _details(form), form.version.data, by())
    except ChangedElsewhere as error:
        return _edit_page(found, form, _differences(found, form)), error.status
    tell(f"Saved {found.name}.")
    return redirect(url_for("projects.venue", venue_id=found.id), 303)


def _values(found: OwnVenue) -> dict[str, Any]:
    """What the form shows at first: everything as text, but for the version."""
    told = {name: "" if (value := getattr(found, name)) is None else str(value) for name in WORDS_OF_FIELDS}
    return {**told, "version": found.version}


def _details(form: VenueForm) -> VenueDetails:
    return VenueDetails(
        name=form.name.data or "",
        readers=form.readers.data or "",
        shortest_words=form.shortest_words.read,
        longest_words=form.longest_words.read,
        query_rule=form.query_rule.data or "",
        exclusivity=form.exclusivity.data or "",
        lead_time_days=form.lead_time_days.read,
        source_review=form.source_review.data,
        rule_url=form.rule_url.read,
        rule_read_on=form.rule_read_on.read,
        note=form.note.data or "",
    )


def _edit_page(found: OwnVenue, form: VenueForm, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    if theirs:
        form.version.data = found.version
    return render_template("projects/edit_venue.html", venue=found, form=form, theirs=theirs)


def _differences(latest: OwnVenue, form: VenueForm) -> tuple[tuple[str, str], ...]:
    """What the other window has saved, where it differs from this form: (words of the field, their text)."""
    saved = _values(latest)
    said = {"source_review": SOURCE_REVIEWS[latest.source_review]}
    found = [
        (label, said.get(name, saved[name]) or "(empty)")
        for name, label in WORDS_OF_FIELDS.items()
        if (form[name].data or "") != saved[name]
    ]
    return tuple(found) or (("Saved", "the same as in this window"),)


# --- going and coming back ------------------------------------------------------------------------------------------


@bp.get("/venues/<int:venue_id>/delete/ask")
@requires("editor")
def ask_delete_venue(venue_id: int) -> ResponseReturnValue:
    """Says what deleting does, and until when it can be undone."""
    found = queries.venue_here(session(), venue_id)
    used = len(queries.projects_for(session(), venues.own_venue(found)))
    return render_template("projects/delete_venue.html", venue=found, used=used, until=now() + rules.UNDO_FOR)


@bp.post("/venues/<int:venue_id>/delete")
@requires("editor")
def delete_venue(venue_id: int) -> ResponseReturnValue:
    """Takes a venue off the list."""
    found = queries.venue_or_deleted(session(), venue_id)
    said = f"{found.name} was deleted already." if found.deleted_at else f"Deleted {found.name}."
    operations.remove_venue(session(), found, by())
    tell(said, undo=url_for("projects.bring_venue_back", venue_id=found.id))
    return redirect(url_for("projects.all_venues"), 303)


@bp.post("/venues/<int:venue_id>/bring-back")
@requires("editor")
def bring_venue_back(venue_id: int) -> ResponseReturnValue:
    """Brings a deleted venue back. Raises: NotFound; Refused after 30 days."""
    found = queries.venue_or_deleted(session(), venue_id)
    operations.bring_venue_back(session(), found, by())
    tell(f"{found.name} is back.")
    return redirect(url_for("projects.venue", venue_id=found.id), 303)
