"""The brief of one person: as a page that prints on one sheet, as a PDF, as words to say, and what changed since."""

from __future__ import annotations

from dataclasses import dataclass

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlalchemy import select

from outreach import words
from outreach.briefs import build, differences, gathering, here, pdf, printings, spoken
from outreach.briefs.forms import PaperForm
from outreach.briefs.material import Material
from outreach.briefs.model import Block, Facts, Series
from outreach.briefs.models import PAPERS
from outreach.briefs.pack_pages import bp, number_in
from outreach.dossiers.subjects import person_here
from outreach.errors import NotFound
from outreach.events import queries as events
from outreach.events.models import Appearance, Event
from outreach.people.models import Person
from outreach.request_session import session
from outreach.security import requires, signed_in


@bp.get("/people/<int:person_id>/brief")
@signed_in
def brief(person_id: int) -> ResponseReturnValue:
    """What the printed page says, fitted to the paper as the PDF is, with what can be said in half a minute."""
    person = person_here(session(), person_id)
    appearance = _appearance(person)
    material = _material(person, appearance)
    paper = _paper()
    page = pdf.fitted(build.build(material), paper)
    last = printings.last_brief(session(), person.id)
    since = (
        differences.compared(session(), last, user=here.user(), now=here.now_here())
        if last is not None and last.erased_at is None
        else None
    )
    return render_template(
        "briefs/brief.html",
        person=person,
        event=appearance.event if appearance is not None else None,
        page=page,
        left=[shown_block(one) for one in page.brief.left],
        right=[shown_block(one) for one in page.brief.right],
        spoken=spoken.spoken_form(material),
        paper=paper,
        papers=PAPERS,
        since=since,
    )


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block as the template draws it: what kind of part it has, and the values of its chart in words."""

    block: Block
    kind: str
    chart: str


def shown_block(block: Block) -> ShownBlock:
    """A block with what a template cannot tell of it."""
    chart = block.part.chart if isinstance(block.part, Facts) else None
    return ShownBlock(block, type(block.part).__name__.lower(), _values(chart) if chart is not None else "")


def _values(chart: Series) -> str:
    """ "$281 million in 2020, $302 million in 2022, $318 million in 2024": the first, the middle one, the last."""
    rows = chart.values
    told = [rows[0], rows[len(rows) // 2], rows[-1]] if len(rows) > 2 else list(rows)
    return ", ".join(f"{_value(value, chart.unit)} in {year}" for year, value in dict.fromkeys(told))


def _value(value: float, unit: str) -> str:
    if unit == "$":
        return words.money(value)
    return f"{words.number(value)}%" if unit == "%" else words.number(value)


@bp.post("/people/<int:person_id>/brief")
@requires("editor")
def print_brief(person_id: int) -> ResponseReturnValue:
    """The brief as a PDF, kept as well."""
    person = person_here(session(), person_id)
    appearance = _appearance(person)
    form = PaperForm()
    paper = form.paper.data if form.validate() else _paper()
    material = _material(person, appearance)
    event = appearance.event if appearance is not None else None
    made = printings.printed_brief(person, material, build.build(material), paper, event)
    row = printings.keep(session(), made, here.by())
    return redirect(url_for("briefs.printed_file", printing_id=row.id), 303)


def _material(person: Person, appearance: Appearance | None) -> Material:
    return gathering.material_of(
        session(), person, user=here.user(), now=here.now_here(), appearance=appearance, site=here.site()
    )


def _paper() -> str:
    asked = request.args.get("paper", "")
    return asked if asked in PAPERS else printings.last_paper(session(), current_user.user_id)


def _appearance(person: Person) -> Appearance | None:
    """The meeting at the event that the address names. Raises: NotFound for an event at which they are not met."""
    text = request.args.get("event", "")
    if not text:
        return None
    number = number_in(text)
    if number is None:
        raise NotFound
    event: Event = events.event_here(session(), number)
    row = session().scalar(select(Appearance).where(Appearance.event_id == event.id, Appearance.person_id == person.id))
    if row is None:
        raise NotFound
    return row
