"""The pages of a draft's versions: the list, one compared with the text as it is now, keeping and putting back."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from outreach.drafts import editor, operations, queries, versions
from outreach.drafts.editor import bp, by, to_draft
from outreach.drafts.models import Draft
from outreach.notices import tell
from outreach.request_session import session
from outreach.security import requires, signed_in


@bp.get("/drafts/<int:draft_id>/versions")
@signed_in
def versions_of_draft(draft_id: int) -> ResponseReturnValue:
    """All versions, the latest first."""
    row = queries.draft_here(session(), draft_id)
    return render_template("drafts/versions.html", draft=row, lines=versions.all_of(session(), row))


@bp.post("/drafts/<int:draft_id>/versions")
@requires("editor")
def keep_version(draft_id: int) -> ResponseReturnValue:
    """Keeps the text as it stands in the window as a version."""
    return editor.after_saving(draft_id, _kept)


def _kept(row: Draft) -> ResponseReturnValue:
    kept = versions.keep(session(), row, "written", by())
    tell(f"Kept as version {kept.number}.")
    return to_draft(row.id)


@bp.get("/drafts/<int:draft_id>/versions/<int:version_id>")
@signed_in
def version(draft_id: int, version_id: int) -> ResponseReturnValue:
    """What differs between a version and the text as it is now, word by word."""
    row = queries.draft_here(session(), draft_id)
    found = versions.version_here(session(), row, version_id)
    return render_template(
        "drafts/version.html", draft=row, version=found, compared=versions.compared(found, row),
        origin=versions.ORIGIN_WORDS[found.origin],
    )  # fmt: skip


@bp.post("/drafts/<int:draft_id>/versions/<int:version_id>/put-back")
@requires("editor")
def put_version_back(draft_id: int, version_id: int) -> ResponseReturnValue:
    """Makes an earlier text the draft's again; the present one is kept as a version."""
    row = queries.draft_here(session(), draft_id)
    found = versions.version_here(session(), row, version_id)
    operations.check_is_written(row)
    versions.put_back(session(), row, found, by())
    operations.note_uses(session(), row, by())
    tell(f"Version {found.number} is the text again. What stood there is kept as a version, too.")
    return to_draft(draft_id)
