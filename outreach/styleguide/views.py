"""The pages of the style guide: the components, a form with errors, the other skeletons, the error pages."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from outreach.errors import NotFound
from outreach.notices import tell
from outreach.security import public
from outreach.styleguide import samples
from outreach.styleguide.forms import SampleForm

bp = Blueprint("styleguide", __name__, url_prefix="/styleguide")


@bp.get("")
@public()
def components() -> str:
    """Every component in every state."""
    return render_template("styleguide/components.html", **samples.page_values(datetime.now(UTC)))


@bp.route("/form", methods=["GET", "POST"])
@public()
def form() -> ResponseReturnValue:
    """A form; with `?wrong=1` as it looks after it was refused. Nothing that is sent is kept."""
    if "wrong" in request.args:
        refused = SampleForm(MultiDict({"year": "20226", "kind": "hospital"}), meta={"csrf": False})
        refused.validate()
        return render_template("styleguide/form.html", form=refused)
    sample = SampleForm()
    if sample.validate_on_submit():
        tell(f"Added {sample.name.data}.", undo=url_for(".form"))
        return redirect(url_for(".form"))
    return render_template("styleguide/form.html", form=sample), 422 if request.method == "POST" else 200


@bp.get("/public")
@public()
def public_page() -> str:
    """The skeleton for people without an account, with its answer buttons."""
    return render_template("styleguide/public.html", person=samples.PERSON)


@bp.get("/print")
@public()
def print_page() -> str:
    """The skeleton of printed pages."""
    return render_template("styleguide/print.html", person=samples.PERSON, facts=samples.FACTS)


@bp.get("/found")
@public()
def found() -> str:
    """What the search dialog shows, for any words."""
    return render_template("styleguide/_found.html", groups=samples.FOUND)


@bp.get("/suggested")
@public()
def suggested() -> str:
    """What a suggesting field is answered with, for any letters."""
    return render_template("styleguide/_suggested.html", lines=samples.WORKPLACES)


@bp.get("/errors/<int:status>")
@public()
def error(status: int) -> ResponseReturnValue:
    """An error page, answered with 200 so that tools look at it. Raises: NotFound for a status without a sample."""
    if status not in samples.ERRORS:
        raise NotFound
    return render_template("errors/page.html", error=samples.ERRORS[status])
