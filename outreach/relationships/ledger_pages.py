"""The ledger: whom one gave what and asked for what; and all that happened with one person."""

from __future__ import annotations

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.accounts.here import today_here
from outreach.people import queries as people
from outreach.relationships import ideas, ledger, touch_words
from outreach.relationships.blueprint import bp
from outreach.relationships.ledger import Year
from outreach.relationships.models import ASK_STATES
from outreach.request_session import session
from outreach.security import signed_in
from outreach.words import counted, in_words, listed


@bp.get("/ledger", endpoint="ledger")
@signed_in
def ledger_page() -> ResponseReturnValue:
    """The people with whom something happened, by name; above them the year in a sentence, beside them ideas."""
    asked = request.args.get("show", "")
    show, cursor, today = asked if asked in ledger.SHOWN else "", request.args.get("after"), today_here()
    page = ledger.ledger(session(), show, today, cursor)
    is_first = not cursor and not show
    return render_template(
        "relationships/ledger.html",
        page=page,
        show=show,
        shown=ledger.SHOWN,
        summary=year_in_words(ledger.year_of(session(), today)),
        ideas=ideas.ideas(session(), today) if is_first else (),
        is_anybody_here=bool(page.rows) or people.is_anybody_here(session()),
        today=today,
        told=touch_words,
        newer=_address(show, page.previous_cursor),
        older=_address(show, page.next_cursor),
    )


def _address(show: str, cursor: str | None) -> str:
    return url_for("relationships.ledger", show=show or None, after=cursor) if cursor else ""


def year_in_words(year: Year) -> str:
    """ "You gave 14 times and asked five times this year. Nobody was asked without having been given to first." """
    if not year.gave and not year.asked:
        return "Nothing given and nothing asked this year."
    said = f"You {touch_words.gave_and_asked(year.gave, year.asked)} this year."
    if not year.asked:
        return said
    return f"{said} {_asked_first(year)}"


def _asked_first(year: Year) -> str:
    names = year.before_giving
    if not names:
        return "Nobody was asked without having been given to first."
    if year.more_before_giving:
        count = in_words(len(names) + year.more_before_giving)
        return f"{count[:1].upper()}{count[1:]} people were asked before anything was given to them."
    return f"Nobody was asked without having been given to first, but for {listed(names)}."


@bp.get("/people/<int:person_id>/between")
@signed_in
def between(person_id: int) -> ResponseReturnValue:
    """All that happened with one person, newest first, and the promises."""
    person = people.person(session(), person_id)
    page = ledger.entries(session(), person_id, request.args.get("after"))
    line = ledger.lines_of(session(), [person_id])[person_id]
    return render_template(
        "relationships/ledger_person.html",
        person=person,
        page=page,
        line=line,
        counts=_counts(line),
        promises=ledger.promises(session(), person_id),
        states=ASK_STATES,
        told=touch_words,
        today=today_here(),
        newer=_further(person_id, page.previous_cursor),
        older=_further(person_id, page.next_cursor),
    )


def _further(person_id: int, cursor: str | None) -> str:
    return url_for("relationships.between", person_id=person_id, after=cursor) if cursor else ""


def _counts(line: ledger.Line) -> str:
    """ "You gave three times and asked once." with what is open."""
    said = f"You {touch_words.gave_and_asked(line.gave, line.asked)}."
    if line.open_asks:
        said += f" {counted(line.open_asks, 'request is', 'requests are')} open."
    return said
