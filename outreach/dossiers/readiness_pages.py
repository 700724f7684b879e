"""The page of readiness: six checks, each with its passage or with the shortest way to close it. It locks nothing."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from outreach.dossiers import readiness, readiness_rules
from outreach.dossiers.dossier_forms import ReasonForm
from outreach.dossiers.fact_pages import about, status_of
from outreach.dossiers.run_pages import bp
from outreach.dossiers.subjects import Subject, person_here
from outreach.notices import tell
from outreach.people.models import Person
from outreach.people.operations import ChangedElsewhere
from outreach.request_session import now, session
from outreach.security import requires, signed_in


@bp.get("/people/<int:person_id>/readiness")
@signed_in
def readiness_of_person(person_id: int) -> ResponseReturnValue:
    """What is known and what is missing before a leader is asked for their time."""
    person = person_here(session(), person_id)
    return _draw(person, ReasonForm(formdata=None, obj=person))


def _draw(
    person: Person, form: ReasonForm, theirs: tuple[tuple[str, str], ...] = (), status: int = 0
) -> ResponseReturnValue:
    items = readiness.items(session(), person, now())
    drawn = render_template(
        "dossiers/readiness.html",
        about=about(Subject(person.id, None)),
        items=items,
        met=readiness_rules.met(items),
        form=form,
        theirs=theirs,
    )
    return drawn, status or status_of(form)


@bp.post("/people/<int:person_id>/reason")
@requires("editor")
def say_why(person_id: int) -> ResponseReturnValue:
    """Keeps why this leader and not another. When another window was faster, both texts are shown."""
    person = person_here(session(), person_id)
    form = ReasonForm()
    if not form.validate():
        return _draw(person, form)
    try:
        readiness.say_why(session(), person, form.reason.data, form.version.data, now())
    except ChangedElsewhere as error:
        form.version.data = person.version
        return _draw(person, form, (("Why this leader and not another", person.reason or "(empty)"),), error.status)
    tell("Saved the reason.")
    return redirect(url_for(".readiness_of_person", person_id=person_id), 303)
