"""Pages on which two people turn out to be one: likely pairs, the two side by side, joining and parting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.notices import tell
from outreach.page_parts import Here
from outreach.people import duplicates, merging, queries
from outreach.people.forms import MergeForm
from outreach.people.merging import Wanted
from outreach.people.operations import ChangedElsewhere
from outreach.people.person_page import UNPROCESSABLE, bp, by, to_person
from outreach.people.queries import Wanted as WantedPeople
from outreach.request_session import now, session
from outreach.search import search
from outreach.security import requires

_MOST_FOUND = 20


def joined_part(here: Here) -> Mapping[str, Any]:
    """For the person's page: who was joined to this one and can still be parted, and the way to say it is another."""
    return {"merges": duplicates.standing_merges(here.session, here.now, here.subject_id), "number": here.subject_id}


@bp.get("/people/duplicates")
@requires("editor")
def suspects() -> ResponseReturnValue:
    """Pairs of people who are perhaps one, and merges that can still be taken back."""
    start = request.args.get("from", "").replace("\x00", "")
    found = duplicates.suspects(session(), start)
    merges = duplicates.standing_merges(session(), now())
    return render_template("people/duplicates.html", found=found, merges=merges, start=start)


@bp.get("/people/<int:number>/same")
@requires("editor")
def same(number: int) -> ResponseReturnValue:
    """Who is this person too? Those who are like them, and a search."""
    person = queries.person(session(), number)
    words = request.args.get("q", "")[:200].replace("\x00", "").strip()
    lines: tuple[queries.Line, ...] = ()
    if words:
        found = search(session(), words, kinds=("person",), limit=_MOST_FOUND)
        wanted = WantedPeople(ids=tuple(one.ref_id for one in found if one.ref_id != number))
        lines = tuple(queries.people(session(), wanted).rows)
    pairs = duplicates.like(session(), number)
    return render_template("people/same.html", person=person, pairs=pairs, words=words, lines=lines)


@bp.route("/people/<int:number>/merge/<int:other>", methods=["GET", "POST"])
@requires("editor")
def merge(number: int, other: int) -> ResponseReturnValue:
    """The two side by side with what will stand; joins them when the button is pressed."""
    form = MergeForm()
    if not form.validate_on_submit():
        return _side_by_side(number, other, form), UNPROCESSABLE if form.errors else 200
    taken = frozenset(form.take.data or ()) & frozenset(merging.FIELDS)
    wanted = Wanted(number, other, form.kept_version.data, form.merged_version.data, taken)
    try:
        made = merging.merge(session(), wanted, by())
    except ChangedElsewhere as error:
        tell("One of them was changed in another window. This is how they are now; nothing was joined.", tone="warn")
        return _side_by_side(number, other, MergeForm(formdata=None)), error.status
    tell(f"{made.merged.name} and {made.kept.name} are one person now.", undo=url_for(".part", merge_id=made.id))
    return to_person(number)


def _side_by_side(number: int, other: int, form: MergeForm) -> str:
    return render_template("people/merge.html", preview=merging.preview(session(), number, other, now()), form=form)


@bp.post("/people/<int:number>/merge/<int:other>/not-same")
@requires("editor")
def not_same(number: int, other: int) -> ResponseReturnValue:
    """Remembers that they are two people."""
    row = merging.tell_apart(session(), number, other, by())
    words = "They are two people. You will not be asked about them again."
    tell(words, undo=url_for(".perhaps_same", number=row.person_id, other=row.other_id))
    return redirect(url_for(".suspects"), 303)


@bp.post("/people/<int:number>/merge/<int:other>/perhaps-same")
@requires("editor")
def perhaps_same(number: int, other: int) -> ResponseReturnValue:
    """Takes that back."""
    merging.take_back(session(), number, other)
    tell("They may be one person again, for all we know.")
    return redirect(url_for(".suspects"), 303)


@bp.post("/people/merges/<int:merge_id>/undo")
@requires("editor")
def part(merge_id: int) -> ResponseReturnValue:
    """Parts two people who were joined."""
    undone = merging.undo(session(), merge_id, by())
    tell(f"{undone.merged.name} and {undone.kept.name} are two people again.")
    return to_person(undone.merged_id)
