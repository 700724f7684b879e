"""All that was printed: when, for what, how many pages; the same file again, its pages as pictures, taking it away."""

from __future__ import annotations

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.briefs import previews, printings
from outreach.briefs.models import PAPERS, PRINTING_KINDS, Printing
from outreach.briefs.pack_pages import LARGEST_PAGE, bp, number_in
from outreach.briefs.packs import PARTS
from outreach.briefs.printing_files import as_download, as_picture
from outreach.briefs.printings import PLACE, Damaged, Erased
from outreach.dossiers import uses
from outreach.errors import Refused
from outreach.notices import tell
from outreach.request_session import session
from outreach.security import requires, signed_in

GONE = (
    "The file of this print is gone: somebody in it is no longer kept here, and nothing of them is kept. Shred the "
    "pages that you printed, and make a new pack."
)
NOT_AS_IT_WAS = (
    "This file is not as it was printed: its bytes have changed in the database since, so it is not handed out. Make "
    "it anew, and tell whoever looks after this installation."
)


@bp.get("/briefs")
@signed_in
def printed() -> ResponseReturnValue:
    """What was printed, the latest first."""
    page = printings.printings(session(), request.args.get("after"))
    return render_template(
        "briefs/list.html",
        page=page,
        kinds=PRINTING_KINDS,
        papers=PAPERS,
        newer=_address(page.previous_cursor),
        older=_address(page.next_cursor),
    )


def _address(cursor: str | None) -> str:
    return url_for("briefs.printed", after=cursor) if cursor else ""


@bp.get("/briefs/<int:printing_id>")
@signed_in
def printing(printing_id: int) -> ResponseReturnValue:
    """One print: what is in it, its pages as pictures, which facts have changed since."""
    row = printings.printing_here(session(), printing_id)
    page = number_in(request.args.get("page", ""), LARGEST_PAGE) or 1
    return render_template(
        "briefs/printing.html",
        printing=row,
        trouble=_trouble(row),
        number=min(page, row.pages),
        kinds=PRINTING_KINDS,
        papers=PAPERS,
        parts=[PARTS[key] for key in row.parts if key in PARTS],
        waiting=uses.waiting_at(session(), PLACE, row.id),
    )


def _trouble(row: Printing) -> str:
    """Why the file cannot be had; "" where it can."""
    try:
        printings.file_of(session(), row)
    except Erased:
        return GONE
    except Damaged:
        return NOT_AS_IT_WAS
    return ""


@bp.get("/briefs/<int:printing_id>/file")
@signed_in
def printed_file(printing_id: int) -> Response:
    """The file as it was printed, byte for byte. Raises: NotFound; Refused where it is gone or was damaged."""
    row = printings.printing_here(session(), printing_id)
    return as_download(row, _file(row))


@bp.get("/briefs/<int:printing_id>/page.png")
@signed_in
def printed_page(printing_id: int) -> Response:
    """A page of the file as a picture. Raises: NotFound; Refused."""
    row = printings.printing_here(session(), printing_id)
    number = number_in(request.args.get("page", ""), LARGEST_PAGE) or 1
    return as_picture(previews.picture(_file(row), number))


def _file(row: Printing) -> bytes:
    try:
        return printings.file_of(session(), row)
    except Erased:
        raise Refused(GONE) from None
    except Damaged:
        raise Refused(NOT_AS_IT_WAS) from None


@bp.post("/briefs/<int:printing_id>/looked-at")
@requires("editor")
def looked_at_printing(printing_id: int) -> ResponseReturnValue:
    """Notes that somebody has looked at what changed in the facts of a print."""
    row = printings.printing_here(session(), printing_id)
    uses.looked_at(session(), PLACE, row.id)
    tell("Noted that you have looked at it.")
    return redirect(url_for("briefs.printing", printing_id=row.id), 303)


@bp.get("/briefs/<int:printing_id>/delete/ask")
@requires("editor")
def ask_delete_printing(printing_id: int) -> ResponseReturnValue:
    """Says what deleting does."""
    row = printings.printing_here(session(), printing_id)
    return render_template("briefs/delete.html", printing=row, kinds=PRINTING_KINDS)


@bp.post("/briefs/<int:printing_id>/delete")
@requires("editor")
def delete_printing(printing_id: int) -> ResponseReturnValue:
    """Takes the file and what is kept of its pages away for good. Raises: NotFound."""
    row = printings.printing_here(session(), printing_id)
    said = f"Deleted: {printings.label_of(row)}."
    back = url_for("briefs.printed") if row.event_id is None else url_for("briefs.pack", event_id=row.event_id)
    printings.remove(session(), row)
    tell(said)
    return redirect(back, 303)
