"""The list of people, and the pages that add, change, delete and bring back a person."""

from __future__ import annotations

from typing import Any

from flask import current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach import page_parts
from outreach.notices import tell
from outreach.organizations import queries as organizations
from outreach.organizations.rules import read_workplace
from outreach.page_parts import Here
from outreach.people import operations, queries, rules
from outreach.people.forms import DoNotContactForm, NewPersonForm, PersonForm
from outreach.people.models import CHANNELS, KINDS, Person
from outreach.people.operations import ChangedElsewhere, Details, NewPost
from outreach.people.person_page import bp, by, hint, status_of, to_person
from outreach.people.queries import Wanted
from outreach.request_session import now, session
from outreach.search import search
from outreach.security import requires, signed_in

MOST_FOUND = 200
"""People whom a search may find when they are narrowed down further; without that one more than a page."""


@bp.get("/people")
@signed_in
def people() -> ResponseReturnValue:
    """The people, by name; or those whom a search finds, best first."""
    chosen, wanted = _wanted()
    page = queries.people(session(), wanted, None if wanted.ids is not None else request.args.get("after"))
    columns = page_parts.columns(current_app, "people", session(), [line.id for line in page.rows], now())
    place = organizations.organization(session(), wanted.organization_id) if wanted.organization_id else None
    return render_template(
        "people/list.html",
        page=page,
        chosen=chosen,
        kinds=KINDS,
        filters=page_parts.filters(current_app, "people"),
        columns=columns,
        place=place,
        is_anybody_here=bool(page.rows) or queries.is_anybody_here(session()),
        more_found=wanted.ids is not None and len(wanted.ids) > queries.PAGE_SIZE,
        newer=_address(chosen, page.previous_cursor),
        older=_address(chosen, page.next_cursor),
    )


def _wanted() -> tuple[dict[str, str], Wanted]:
    """What the address asks for; what it cannot mean is left out. Raises: NotFound for an organization there is not."""
    asked = {key: request.args.get(key, "") for key in ("q", "kind", "show", "org")}
    words, kind = asked["q"][:200].strip(), asked["kind"] if asked["kind"] in KINDS else ""
    filters = {one.key: one for one in page_parts.filters(current_app, "people")}
    show = asked["show"] if asked["show"] in filters else ""
    org = asked["org"] if asked["org"].isascii() and asked["org"].isdigit() and len(asked["org"]) <= 18 else ""
    most = MOST_FOUND if kind or show or org else queries.PAGE_SIZE + 1
    found = tuple(one.ref_id for one in search(session(), words, kinds=("person",), limit=most)) if words else None
    wanted = Wanted(
        kind=kind,
        organization_id=int(org) if org else None,
        conditions=(filters[show].condition(now()),) if show else (),
        ids=found,
    )
    return {"q": words, "kind": kind, "show": show, "org": org}, wanted


def _address(chosen: dict[str, str], cursor: str | None) -> str:
    if not cursor:
        return ""
    kept: dict[str, Any] = {key: value for key, value in chosen.items() if value}
    return url_for(".people", **kept, after=cursor)


# --- adding -------------------------------------------------------------------------------------------------------


@bp.route("/people/new", methods=["GET", "POST"])
@requires("editor")
def new() -> ResponseReturnValue:
    """Adds a person with their workplace; asks first when somebody of that name is there already."""
    if request.method == "GET":
        form = NewPersonForm(formdata=None, data={"name": request.args.get("name", "")[: rules.NAME_MAX]})
        return _new_page(form), 200
    form = NewPersonForm()
    if not form.validate():
        return _new_page(form), status_of(form)
    parts = rules.name_parts(form.name.data)
    alike = queries.of_same_name(session(), rules.sort_key(parts.name, parts.given, parts.family, ""))
    if alike and form.again.data != "yes":
        return _new_page(form, alike), 409
    workplace = read_workplace(form.workplace.data or "")
    person = operations.add(session(), Details(form.name.data, kind=form.kind.data, email=form.email.data or ""), by())
    if workplace.name or form.title.data:
        operations.add_post(session(), person.id, NewPost(form.title.data or "", workplace), operations.ADDS, by())
    tell(f"Added {person.name}.")
    return to_person(person.id)


def _new_page(form: NewPersonForm, alike: tuple[queries.Line, ...] = ()) -> str:
    return render_template("people/new.html", form=form, alike=alike, hint=hint(), kinds=KINDS)


# --- changing -----------------------------------------------------------------------------------------------------


@bp.route("/people/<int:number>/edit", methods=["GET", "POST"])
@requires("editor")
def edit(number: int) -> ResponseReturnValue:
    """Changes a person. When another window was faster, both texts are shown and nothing is lost."""
    person = queries.person(session(), number)
    form = PersonForm(obj=person)
    if not form.validate_on_submit():
        return _edit_page(person, form), status_of(form)
    try:
        operations.change(session(), number, _details(form), form.version.data, by())
    except ChangedElsewhere as error:
        theirs = rules.differences(_compared(person, form))
        form.version.data = person.version
        return _edit_page(person, form, theirs), error.status
    tell(f"Saved {person.name}.")
    return to_person(number)


def _details(form: PersonForm) -> Details:
    told = {name: form[name].data or "" for name in Details.__dataclass_fields__}
    return Details(**{**told, "website": form.website.read})


def _compared(person: Person, form: PersonForm) -> list[tuple[str, str, str, str]]:
    said = {"kind": KINDS, "preferred_channel": CHANNELS, "time_zone": rules.TIME_ZONES}
    fields = []
    for name in Details.__dataclass_fields__:
        mine, theirs = form[name].data or "", getattr(person, name)
        words = said.get(name, {})
        fields.append((name, form[name].label.text, words.get(mine, mine), words.get(theirs, theirs)))
    return fields


def _edit_page(person: Person, form: PersonForm, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    return render_template("people/edit.html", person=person, form=form, theirs=theirs)


@bp.route("/people/<int:number>/do-not-contact", methods=["GET", "POST"])
@requires("editor")
def do_not_contact(number: int) -> ResponseReturnValue:
    """Notes that the person does not want to be written to, and why."""
    person = queries.person(session(), number)
    form = DoNotContactForm(data={"reason": person.do_not_contact_reason})
    if not form.validate_on_submit():
        return render_template("people/do_not_contact.html", person=person, form=form), status_of(form)
    operations.ask_not_to_contact(session(), number, form.reason.data, by())
    tell(f"{person.name} is not to be contacted.", undo=url_for(".may_be_contacted", number=number))
    return to_person(number)


@bp.post("/people/<int:number>/may-be-contacted")
@requires("editor")
def may_be_contacted(number: int) -> ResponseReturnValue:
    """Takes that back."""
    person = operations.allow_contact(session(), number, by())
    tell(f"{person.name} may be contacted.")
    return to_person(number)


# --- going and coming back ----------------------------------------------------------------------------------------


@bp.get("/people/<int:number>/delete/ask")
@requires("editor")
def ask_delete(number: int) -> ResponseReturnValue:
    """Says what deleting does, what of other rooms goes with it, and until when it can be undone."""
    person = queries.person(session(), number)
    here = Here(session(), person.id, current_user.user_id, now())
    found = page_parts.loaded(current_app, "person deletion", here).main
    goes_too = [sentence for one in found for sentence in one.values["sentences"]]
    return render_template("people/delete.html", person=person, goes_too=goes_too, until=now() + rules.UNDO_FOR)


@bp.post("/people/<int:number>/delete")
@requires("editor")
def delete(number: int) -> ResponseReturnValue:
    """Takes the person out of every list."""
    person = queries.person_or_deleted(session(), number)
    words = f"{person.name} was deleted already." if person.deleted_at else f"Deleted {person.name}."
    operations.remove(session(), person, now())
    tell(words, undo=url_for(".bring_back", number=number))
    return redirect(url_for(".people"), 303)


@bp.post("/people/<int:number>/bring-back")
@requires("editor")
def bring_back(number: int) -> ResponseReturnValue:
    """Brings a deleted person back."""
    person = operations.bring_back(session(), number, now())
    tell(f"{person.name} is back.")
    return to_person(number)
