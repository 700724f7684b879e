"""The stored copy of a source, as plain text with the cited words marked; never the source's own markup."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.dossiers import operations, queries
from outreach.dossiers.plain_text import MOST_CHARACTERS, passage, passage_in_markup
from outreach.dossiers.run_pages import bp
from outreach.notices import tell
from outreach.request_session import now, session
from outreach.security import requires, signed_in


@bp.get("/claims/<int:claim_id>/source")
@signed_in
def source(claim_id: int) -> ResponseReturnValue:
    """The document that a claim stands in, at the time it was read."""
    copy = queries.copy_of(session(), claim_id)
    whole = request.args.get("whole", "") == "1"
    shown = passage(copy.text, copy.claim.quote, MOST_CHARACTERS) if whole else passage(copy.text, copy.claim.quote)
    markup = None
    if not shown.marked and copy.document is not None:
        markup = passage_in_markup(copy.document.body, copy.document.charset, copy.claim.quote)
    return render_template("dossiers/source.html", copy=copy, passage=shown, markup=markup, whole=whole)


@bp.post("/claims/<int:claim_id>/look-again")
@requires("editor")
def look_again(claim_id: int) -> ResponseReturnValue:
    """Asks the page's address whether it still stands, and still says so."""
    copy = queries.copy_of(session(), claim_id)
    operations.look_again(session(), copy.document, now())
    tell("We look at the page again now. What comes of it stands here in a moment.")
    return redirect(url_for(".source", claim_id=claim_id), 303)
