"""The pages of organizations."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Flask, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from wtforms import Form

from outreach import page_parts, partial_dates
from outreach.errors import NotFound
from outreach.notices import GONE_ALREADY, tell
from outreach.organizations import operations, queries, rules
from outreach.organizations.forms import FigureForm, IdentifierForm, NewOrganizationForm, OrganizationForm
from outreach.organizations.models import IDENTIFIER_SCHEMES, KINDS, Organization
from outreach.organizations.operations import ChangedElsewhere, Details, EnteredFigure, NumberTaken
from outreach.organizations.queries import Wanted
from outreach.organizations.rules import Workplace, read_workplace
from outreach.page_parts import Here
from outreach.request_session import now, session
from outreach.security import requires, signed_in

bp = Blueprint("organizations", __name__)

UNPROCESSABLE = 422
SUGGESTING = ("workplace", "part_of")
"""Fields that suggest organizations while one types."""

WORDS_OF_FIELDS = {
    "name": "Name", "kind": "Kind of place", "other_names": "Other names", "description": "How it describes itself",
    "city": "Town", "state": "State", "website": "Web site",
}  # fmt: skip
"""Fields that a form of two windows compares."""


def init_app(app: Flask) -> None:
    """Teaches the templates how dates are said that are not known to the day."""
    app.jinja_env.filters["partial_date"] = partial_dates.say


def status_of(form: Form) -> int:
    """200 for a form that is shown, 422 for one that was refused."""
    return UNPROCESSABLE if form.errors else 200


def here(number: int) -> Here:
    """The page that is being drawn."""
    return Here(session(), number, current_user.user_id, now())


# --- lists --------------------------------------------------------------------------------------------------------


@bp.get("/orgs")
@signed_in
def organizations() -> ResponseReturnValue:
    """The organizations, by name."""
    wanted = Wanted(
        words=request.args.get("q", "")[:200],
        kind=request.args.get("kind", "") if request.args.get("kind") in KINDS else "",
        state=request.args.get("state", "") if request.args.get("state") in rules.STATES else "",
    )
    page = queries.organizations(session(), wanted, request.args.get("after"))
    chosen = {
        key: value for key, value in (("q", wanted.words), ("kind", wanted.kind), ("state", wanted.state)) if value
    }
    return render_template(
        "organizations/list.html",
        page=page,
        wanted=wanted,
        kinds=KINDS,
        states=rules.STATES,
        total=queries.count(session()),
        newer=_address(chosen, page.previous_cursor),
        older=_address(chosen, page.next_cursor),
    )


def _address(chosen: dict[str, Any], cursor: str | None) -> str:
    return url_for(".organizations", **chosen, after=cursor) if cursor else ""


@bp.get("/organizations/suggest")
@signed_in
def suggest() -> ResponseReturnValue:
    """Lines for a workplace field, for what was typed so far under the name of the field."""
    field, typed = next(iter(request.args.items()), ("", ""))
    lines = queries.suggestions(session(), typed)
    again = ""
    if field in SUGGESTING and typed.strip() and not lines and queries.directory_state(session()).is_on_its_way:
        again = f"{url_for('.suggest')}?{urlencode({field: typed[:200]})}"
    return render_template("organizations/_suggested.html", lines=lines, again=again, field=field)


@bp.get("/organizations/suggest/hint")
@signed_in
def suggest_hint() -> ResponseReturnValue:
    """What stands below a workplace field by now; asked for again until the list of hospitals is here."""
    return render_template("organizations/_suggest_hint.html", hint=workplace_hint())


def workplace_hint() -> dict[str, str]:
    """The words below a workplace field, and where a page asks for them again while the list is on its way."""
    state = queries.directory_state(session())
    return {"words": state.hint, "again": url_for("organizations.suggest_hint") if state.is_on_its_way else ""}


# --- adding and changing ------------------------------------------------------------------------------------------


@bp.route("/orgs/new", methods=["GET", "POST"])
@requires("editor")
def new() -> ResponseReturnValue:
    """Adds an organization: a hospital of the directory with its figures, or any other by its name."""
    form = NewOrganizationForm()
    if not form.validate_on_submit():
        return render_template("organizations/new.html", form=form, hint=workplace_hint()), status_of(form)
    workplace = read_workplace(form.workplace.data)
    known = _known(workplace)
    if known is not None:
        tell(f"You have {known.name} already.", tone="warn")
        return redirect(url_for(".organization", number=known.id), 303)
    organization = operations.at(session(), workplace, now())
    if organization is None:
        form.workplace.errors = ["Enter the organization's name."]
        return render_template("organizations/new.html", form=form, hint=""), UNPROCESSABLE
    if not workplace.ccn:
        organization.kind = form.kind.data
    tell(f"Added {organization.name}.")
    return redirect(url_for(".organization", number=organization.id), 303)


def _known(workplace: Workplace) -> Organization | None:
    if workplace.ccn:
        found = queries.by_identifier(session(), "ccn", workplace.ccn)
        return found if found is not None and found.deleted_at is None else None
    return queries.by_name_and_place(session(), workplace.name, workplace.city, workplace.state)


@bp.get("/orgs/<int:number>")
@signed_in
def organization(number: int) -> ResponseReturnValue:
    """One organization."""
    return _page(number)


def _page(
    number: int, figure: FigureForm | None = None, identifier: IdentifierForm | None = None
) -> ResponseReturnValue:
    page = queries.organization_page(session(), number)
    forms = [form for form in (figure, identifier) if form is not None]
    shown = render_template(
        "organizations/organization.html",
        page=page,
        organization=page.organization,
        kinds=KINDS,
        schemes=IDENTIFIER_SCHEMES,
        place=rules.place_words(page.organization.city, page.organization.state),
        figure=figure or FigureForm(now().date(), formdata=None),
        identifier=identifier or IdentifierForm(formdata=None),
        refused=forms[0] if forms else None,
        parts=page_parts.loaded(current_app, "organization", here(number)),
    )
    return shown, UNPROCESSABLE if forms else 200


@bp.route("/orgs/<int:number>/edit", methods=["GET", "POST"])
@requires("editor")
def edit(number: int) -> ResponseReturnValue:
    """Changes an organization. When another window was faster, both texts are shown and nothing is lost."""
    found = queries.organization(session(), number)
    parent = queries.parent_of(session(), found)
    form = OrganizationForm(obj=found, data={"part_of": _line(parent)})
    if not form.validate_on_submit():
        return _edit_page(found, form), status_of(form)
    try:
        operations.check_version(found, form.version.data)
    except ChangedElsewhere as error:
        return _edit_page(found, form, _differences(found, form)), error.status
    operations.change(session(), number, _details(form, parent), form.version.data, now())
    tell(f"Saved {found.name}.")
    return redirect(url_for(".organization", number=number), 303)


def _line(found: Organization | None) -> str:
    return rules.workplace_line(Workplace(found.name, found.city, found.state)) if found is not None else ""


def _details(form: OrganizationForm, parent: Organization | None) -> Details:
    above = (
        parent
        if form.part_of.data == _line(parent)
        else operations.at(session(), read_workplace(form.part_of.data), now())
    )
    return Details(
        name=form.name.data,
        kind=form.kind.data,
        other_names=form.other_names.data or "",
        description=form.description.data or "",
        city=form.city.data or "",
        state=form.state.data,
        website=form.website.read,
        parent_id=above.id if above is not None else None,
    )


def _edit_page(found: Organization, form: OrganizationForm, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    if theirs:
        form.version.data = found.version
    return render_template("organizations/edit.html", organization=found, form=form, theirs=theirs)


def _differences(latest: Organization, form: OrganizationForm) -> tuple[tuple[str, str], ...]:
    """What the other window has saved, where it differs from this form: (words of the field, their text)."""
    said = {"kind": KINDS[latest.kind]}
    found = [
        (words, said.get(name, getattr(latest, name)) or "(empty)")
        for name, words in WORDS_OF_FIELDS.items()
        if (form[name].data or "") != getattr(latest, name)
    ]
    return tuple(found) or (("Saved", "the same as in this window"),)


# --- numbers and figures ------------------------------------------------------------------------------------------


@bp.post("/orgs/<int:number>/numbers")
@requires("editor")
def add_identifier(number: int) -> ResponseReturnValue:
    """Gives the organization a number."""
    queries.organization(session(), number)
    form = IdentifierForm()
    if not form.validate():
        return _page(number, identifier=form)
    try:
        operations.add_identifier(session(), number, form.scheme.data, form.number.read, now())
    except NumberTaken as error:
        form.number.errors = [f"{error.detail} Open it instead, or look the number over."]
        return _page(number, identifier=form)
    tell("Saved the number.")
    return _to_part(number, "numbers")


@bp.post("/orgs/<int:number>/numbers/<int:identifier_id>/remove")
@requires("editor")
def remove_identifier(number: int, identifier_id: int) -> ResponseReturnValue:
    """Takes a number away."""
    try:
        removed = operations.remove_identifier(session(), number, identifier_id)
    except NotFound:
        queries.organization(session(), number)
        tell(GONE_ALREADY)
    else:
        tell(f"Removed {IDENTIFIER_SCHEMES[removed.scheme]} {removed.value}.")
    return _to_part(number, "numbers")


@bp.post("/orgs/<int:number>/figures")
@requires("editor")
def add_figure(number: int) -> ResponseReturnValue:
    """Keeps a figure that was entered by hand."""
    queries.organization(session(), number)
    form = FigureForm(now().date())
    if not form.validate():
        return _page(number, figure=form)
    entered = EnteredFigure(
        form.key.data, form.value.read, form.period.read, form.source_title.data or "", form.url.read
    )
    operations.add_figure(session(), number, entered, now())
    tell(f"Saved {rules.label_of(entered.key)}.")
    return _to_part(number, "figures")


@bp.post("/orgs/<int:number>/figures/<int:figure_id>/remove")
@requires("editor")
def remove_figure(number: int, figure_id: int) -> ResponseReturnValue:
    """Takes one value away."""
    try:
        removed = operations.remove_figure(session(), number, figure_id)
    except NotFound:
        queries.organization(session(), number)
        tell(GONE_ALREADY)
    else:
        tell(f"Removed a value of {rules.label_of(removed.key)}.")
    return _to_part(number, "figures")


def _to_part(number: int, part: str) -> ResponseReturnValue:
    return redirect(url_for(".organization", number=number, _anchor=part), 303)


# --- going and coming back ----------------------------------------------------------------------------------------


@bp.get("/orgs/<int:number>/delete/ask")
@requires("editor")
def ask_delete(number: int) -> ResponseReturnValue:
    """Says what deleting does, and until when it can be undone."""
    found = queries.organization(session(), number)
    return render_template("organizations/delete.html", organization=found, until=now() + rules.UNDO_FOR)


@bp.post("/orgs/<int:number>/delete")
@requires("editor")
def delete(number: int) -> ResponseReturnValue:
    """Takes the organization out of every list."""
    found = queries.organization_or_deleted(session(), number)
    words = f"{found.name} was deleted already." if found.deleted_at else f"Deleted {found.name}."
    operations.remove(session(), found, now())
    tell(words, undo=url_for(".bring_back", number=number))
    return redirect(url_for(".organizations"), 303)


@bp.post("/orgs/<int:number>/bring-back")
@requires("editor")
def bring_back(number: int) -> ResponseReturnValue:
    """Brings a deleted organization back."""
    found = operations.bring_back(session(), number, now())
    tell(f"{found.name} is back.")
    return redirect(url_for(".organization", number=number), 303)


def context() -> dict[str, Any]:
    """What the fields that suggest organizations need in any room's page."""
    return {"suggest_address": url_for("organizations.suggest"), "hint": workplace_hint()}
