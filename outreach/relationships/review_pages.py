"""The review of the quarter: a page of relationships with their facts, one press for each decision, and its undo."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.accounts.here import today_here as today
from outreach.errors import Refused
from outreach.notices import tell
from outreach.people import queries as people
from outreach.relationships import policy, queries, review, standings
from outreach.relationships.blueprint import UNPROCESSABLE, bp, by
from outreach.relationships.review_forms import DecisionForm
from outreach.request_session import session
from outreach.security import requires, signed_in
from outreach.words import day

SAID = {
    "active": "{name}: it goes on.",
    "resting": "{name}: it rests until {until}. Nothing reminds you until then.",
    "let_go": "{name}: let go, with thanks for what was. Nothing reminds you any more.",
}


@bp.get("/review")
@signed_in
def quarterly_review() -> ResponseReturnValue:
    """The relationships of this page, those with something open first; `?part=` is a number from 1."""
    return _draw(_part(request.args.get("part", "")))


def _part(text: str) -> int:
    """A number of a part as it stands in an address; the first for anything else."""
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) <= 6 else 1


def _draw(part: int, refused: DecisionForm | None = None, refused_id: int = 0) -> ResponseReturnValue:
    seen = review.overview(session(), today())
    parts = max(1, -(-len(seen.ids) // review.PAGE))
    part = min(part, parts)
    shown = seen.ids[(part - 1) * review.PAGE : part * review.PAGE]
    resting = queries.resting_people(session(), today()).keys()
    load = review.load(session(), seen, resting)
    page = render_template(
        "relationships/review.html",
        rows=review.relationships(session(), shown, today()),
        seen=seen,
        part=part,
        parts=parts,
        quarter=review.named(today()),
        ends_on=review.ends(today()),
        decisions=review.DECISIONS,
        load=review.load_words(load) if load is not None else "",
        rest_days=policy.REST.days,
        newer=url_for(".quarterly_review", part=part - 1) if part > 1 else "",
        older=url_for(".quarterly_review", part=part + 1) if part < parts else "",
        refused=refused,
        refused_id=refused_id,
    )
    return page, UNPROCESSABLE if refused is not None else 200


@bp.post("/people/<int:person_id>/review")
@requires("editor")
def decide(person_id: int) -> ResponseReturnValue:
    """Notes what was decided about a relationship this quarter. It can be changed until the quarter ends."""
    person = people.person(session(), person_id)
    part = _part(request.args.get("part", ""))
    form = DecisionForm()
    if not form.validate():
        return _draw(part, form, person.id)
    before = standings.before(session(), person.id, today())
    row = standings.decide(session(), person.id, form.decision.data, form.words.data or "", by(), today())
    until = day(today() + policy.REST.span, today())
    address: dict[str, Any] = {"person_id": person.id, "part": part, **(before or {})}
    undo = url_for(".take_back_decision", **address) if before is not None else ""
    tell(SAID[row.decision].format(name=person.name, until=until), undo=undo)
    return _to_review(part, person.id)


@bp.post("/people/<int:person_id>/review/take-back")
@requires("editor")
def take_back_decision(person_id: int) -> ResponseReturnValue:
    """The undo of a decision: the relationship stands as it did before, as the address says."""
    person = people.person(session(), person_id)
    part = _part(request.args.get("part", ""))
    try:
        standings.take_back(session(), person.id, request.args, by(), today())
    except ValueError:
        raise Refused("This decision cannot be taken back any more. Decide it anew.") from None
    tell(f"{person.name}: taken back.")
    return _to_review(part, person.id)


def _to_review(part: int, person_id: int) -> ResponseReturnValue:
    return redirect(url_for(".quarterly_review", part=part, _anchor=f"person-{person_id}"), 303)
