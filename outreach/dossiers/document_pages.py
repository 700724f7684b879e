"""The page of one kept document, to which the search leads."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from outreach.dossiers.documents import document_page
from outreach.dossiers.run_pages import bp
from outreach.request_session import session
from outreach.security import signed_in


@bp.get("/sources/<int:document_id>")
@signed_in
def document(document_id: int) -> ResponseReturnValue:
    """What was read: its words, never its markup, and what was taken from it."""
    return render_template("dossiers/document.html", page=document_page(session(), document_id))
