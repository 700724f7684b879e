"""The pages of a person's posts: a move, a further post, an earlier one, a correction."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from outreach.errors import NotFound
from outreach.notices import GONE_ALREADY, tell
from outreach.organizations.rules import read_workplace
from outreach.people import operations, queries
from outreach.people.forms import PostChangeForm, PostForm
from outreach.people.models import Person, Position
from outreach.people.operations import HELD, MOVES, NewPost, PostChange
from outreach.people.person_page import UNPROCESSABLE, bp, by, hint, status_of, to_person
from outreach.people.rules import BadDates
from outreach.request_session import now, session
from outreach.security import requires

_DONE = {MOVES: "Noted the move", HELD: "Added the earlier post"}


@bp.route("/people/<int:number>/posts/new", methods=["GET", "POST"])
@requires("editor")
def new_post(number: int) -> ResponseReturnValue:
    """Enters a post. A move ends the present one in the same act."""
    person = queries.person(session(), number)
    present = queries.current_positions(session(), number)
    form = PostForm(now().date(), data={"what": MOVES if present else operations.ADDS})
    if not form.validate_on_submit():
        return _new_page(person, form), status_of(form)
    ended = form.ended.read if form.what.data == HELD else ""
    post = NewPost(
        form.title.data, read_workplace(form.workplace.data or ""), form.started.read, ended, form.note.data or ""
    )
    try:
        with session().begin_nested():
            operations.add_post(session(), number, post, form.what.data, by())
    except BadDates as error:
        field = form.ended if form.what.data == HELD else form.started
        field.errors = [str(error)]
        return _new_page(person, form), UNPROCESSABLE
    tell(f"{_DONE.get(form.what.data, 'Added the post')}: {post.title}.")
    return to_person(number, "posts")


def _new_page(person: Person, form: PostForm) -> str:
    return render_template("people/new_post.html", person=person, form=form, hint=hint())


@bp.route("/people/<int:number>/posts/<int:position_id>", methods=["GET", "POST"])
@requires("editor")
def post(number: int, position_id: int) -> ResponseReturnValue:
    """Corrects a post, or ends it."""
    position = queries.position(session(), number, position_id)
    form = PostChangeForm(
        now().date(), obj=position,
        data={"how": "now" if position.is_current else "over", "workplace": position.organization_name},
    )  # fmt: skip
    if not form.validate_on_submit():
        return _post_page(position, form), status_of(form)
    changed = PostChange(
        title=form.title.data,
        workplace=read_workplace(form.workplace.data or ""),
        started=form.started.read,
        ended=form.ended.read,
        is_current=form.how.data == "now",
        note=form.note.data or "",
    )
    try:
        operations.change_post(session(), number, position_id, changed, by())
    except BadDates as error:
        form.ended.errors = [str(error)]
        return _post_page(position, form), UNPROCESSABLE
    tell("Saved the post.")
    return to_person(number, "posts")


def _post_page(position: Position, form: PostChangeForm) -> str:
    return render_template("people/post.html", person=position.person, position=position, form=form, hint=hint())


@bp.post("/people/<int:number>/posts/<int:position_id>/confirm")
@requires("editor")
def confirm_post(number: int, position_id: int) -> ResponseReturnValue:
    """Notes that a present post still holds."""
    operations.confirm_post(session(), number, position_id, by())
    tell("Noted that the post still holds.")
    return to_person(number, "posts")


@bp.post("/people/<int:number>/posts/<int:position_id>/remove")
@requires("editor")
def remove_post(number: int, position_id: int) -> ResponseReturnValue:
    """Takes a post away that was entered by mistake."""
    try:
        removed = operations.remove_post(session(), number, position_id)
    except NotFound:
        queries.person(session(), number)
        tell(GONE_ALREADY)
    else:
        tell(f"Removed the post {removed.title or removed.organization_name}.")
    return to_person(number, "posts")
