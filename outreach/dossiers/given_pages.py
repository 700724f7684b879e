"""The page on which a user brings something to be read: a text, an address, a file."""

from __future__ import annotations

from collections.abc import Callable

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.accounts.browser import settings
from outreach.dossiers import operations, run_page
from outreach.dossiers.forms import GivenForm
from outreach.dossiers.run_pages import bp, organization_subject, person_subject, plan
from outreach.dossiers.subjects import Subject
from outreach.request_session import now, session
from outreach.security import requires

UNPROCESSABLE = 422


@bp.route("/people/<int:person_id>/research/add", methods=["GET", "POST"])
@requires("editor")
def add_for_person(person_id: int) -> ResponseReturnValue:
    """Something to read about a person."""
    return _add(lambda: person_subject(person_id))


@bp.route("/orgs/<int:organization_id>/research/add", methods=["GET", "POST"])
@requires("editor")
def add_for_organization(organization_id: int) -> ResponseReturnValue:
    """Something to read about an organization."""
    return _add(lambda: organization_subject(organization_id))


def _add(find_subject: Callable[[], Subject]) -> ResponseReturnValue:
    form = GivenForm(settings().upload_mb * 1_000_000)
    is_good = (
        form.validate_on_submit()
    )  # reads the file, which can take seconds: before the database is asked and locked
    subject = find_subject()
    if is_good:
        run = operations.read_given(
            session(), subject, plan(), current_user.user_id, now(), documents=form.documents, urls=form.urls
        )
        return redirect(url_for(".run", run_id=run.id), 303)
    name, path = run_page.heading(session(), subject)
    page = render_template("dossiers/add.html", form=form, name=name, path=path, upload_mb=settings().upload_mb)
    return page, UNPROCESSABLE if form.errors else 200
