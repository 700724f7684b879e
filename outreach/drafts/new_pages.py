"""Beginning a letter: to whom, which letter, then what it is composed from. Each step has an address of its own."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from outreach.drafts import queries
from outreach.drafts.editor import bp
from outreach.request_session import session
from outreach.search import search
from outreach.security import requires

MOST_FOUND = 30


@bp.get("/drafts/new")
@requires("editor")
def new_draft() -> ResponseReturnValue:
    """Asks to whom; leaders by name, or those whom a search finds."""
    words = request.args.get("q", "")[:200].strip()
    found = [one.ref_id for one in search(session(), words, kinds=("person",), limit=MOST_FOUND)] if words else None
    return render_template("drafts/choose_person.html", leaders=queries.leaders(session(), found), words=words)
