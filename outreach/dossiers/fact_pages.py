"""The pages of facts: all of a person or an organization, one with its sources and history, a new one of the user's."""

from __future__ import annotations

from dataclasses import dataclass

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from wtforms import Form

from outreach.dossiers import dossier_page, fact_changes, fact_history, fact_lines, fact_rules
from outreach.dossiers.dossier_forms import OwnFactForm
from outreach.dossiers.fact_changes import OwnFact
from outreach.dossiers.models import Fact
from outreach.dossiers.run_pages import bp, organization_subject, person_subject
from outreach.dossiers.subjects import Subject, organization_here, path_of, person_here, subject_of_person
from outreach.errors import NotFound
from outreach.notices import tell
from outreach.people.operations import By
from outreach.request_session import now, session
from outreach.security import requires, signed_in
from research.vocabulary import PREDICATES

UNPROCESSABLE = 422


def by() -> By:
    """Who sends this request."""
    return By(current_user.user_id, now())


def status_of(form: Form) -> int:
    """200 for a form that is shown, 422 for one that was refused."""
    return UNPROCESSABLE if form.errors else 200


@dataclass(frozen=True, slots=True)
class About:
    """Whom a page is about: their name, the address of their page, and how one speaks of them."""

    subject: Subject
    name: str
    path: str
    them: str
    """her, him, them, or "this organization"."""
    they: str


def about(subject: Subject) -> About:
    """Whom a page is about. Raises: NotFound."""
    if subject.person_id is not None:
        person = person_here(session(), subject.person_id)
        said = fact_rules.pronouns(person.pronouns)
        return About(subject, person.name, path_of(subject), said.object, said.subject)
    if subject.organization_id is None:
        raise NotFound
    house = organization_here(session(), subject.organization_id)
    return About(subject, house.name, path_of(subject), "this organization", "it")


def about_fact(fact: Fact) -> About:
    """Whom a fact is about: of a person with their organization. Raises: NotFound."""
    if fact.person_id is not None:
        return about(subject_of_person(session(), person_here(session(), fact.person_id)))
    return about(Subject(None, fact.organization_id))


def to_facts(whom: About, anchor: str = "") -> ResponseReturnValue:
    """Leads to all facts of somebody after a change."""
    return redirect(f"{whom.path}/facts{f'#{anchor}' if anchor else ''}", 303)


# --- all of them ----------------------------------------------------------------------------------------------------


@bp.get("/people/<int:person_id>/facts")
@signed_in
def facts_of_person(person_id: int) -> ResponseReturnValue:
    """Everything that is known of a person, with its sources."""
    return _facts(person_subject(person_id))


@bp.get("/orgs/<int:organization_id>/facts")
@signed_in
def facts_of_organization(organization_id: int) -> ResponseReturnValue:
    """Everything that is known of an organization, with its sources."""
    return _facts(organization_subject(organization_id))


def _facts(subject: Subject) -> ResponseReturnValue:
    whom, kind = about(subject), request.args.get("kind", "")
    if kind:
        return _facts_of_kind(whom, kind)
    page = dossier_page.facts_page(session(), subject, now())
    return render_template("dossiers/facts.html", page=page, about=whom)


def _facts_of_kind(whom: About, kind: str) -> ResponseReturnValue:
    if kind not in PREDICATES:
        raise NotFound
    cursor = request.args.get("after")
    page, lines = dossier_page.facts_of_kind(session(), whom.subject, kind, cursor, now().date())
    label = PREDICATES[kind].label
    return render_template("dossiers/facts_of_kind.html", page=page, lines=lines, about=whom, kind=kind, label=label)


# --- one ------------------------------------------------------------------------------------------------------------


@bp.get("/facts/<int:fact_id>")
@signed_in
def fact(fact_id: int) -> ResponseReturnValue:
    """One fact: who says it in which words, what disputes it, where it is used, what became of it."""
    row = fact_lines.fact_here(session(), fact_id)
    page = fact_history.fact_page(session(), row, now().date())
    return render_template("dossiers/fact.html", page=page, about=about_fact(row))


# --- a new one of the user's ----------------------------------------------------------------------------------------


@bp.route("/people/<int:person_id>/facts/new", methods=["GET", "POST"])
@requires("editor")
def new_fact_of_person(person_id: int) -> ResponseReturnValue:
    """Something that the user knows of a person."""
    return _new_fact(person_subject(person_id))


@bp.route("/orgs/<int:organization_id>/facts/new", methods=["GET", "POST"])
@requires("editor")
def new_fact_of_organization(organization_id: int) -> ResponseReturnValue:
    """Something that the user knows of an organization."""
    return _new_fact(organization_subject(organization_id))


def _new_fact(subject: Subject) -> ResponseReturnValue:
    whom = about(subject)
    kind = "person" if subject.person_id is not None else "organization"
    form = OwnFactForm("person" if kind == "person" else "organization", now().date())
    if not form.validate_on_submit():
        return render_template("dossiers/new_fact.html", form=form, about=whom), status_of(form)
    own = OwnFact(
        predicate=form.kind.data,
        value=form.read,
        how_known=form.how_known.data,
        organization=form.organization.data or "",
        starts=form.starts.read,
        ends=form.ends.read,
    )
    made = fact_changes.add_own(session(), subject, own, by())
    tell("Saved the fact, marked as your notes.")
    return redirect(url_for(".fact", fact_id=made.id), 303)
