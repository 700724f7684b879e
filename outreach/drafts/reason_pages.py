"""The page on which a finding is let stand, with a reason that is kept."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from outreach.drafts import operations, queries
from outreach.drafts.editor import UNPROCESSABLE, bp, by, to_draft
from outreach.drafts.forms import ReasonForm
from outreach.notices import tell
from outreach.request_session import now, session
from outreach.security import requires


@bp.route("/drafts/<int:draft_id>/let-stand", methods=["GET", "POST"])
@requires("editor")
def let_stand(draft_id: int) -> ResponseReturnValue:
    """Asks why the findings of a rule may stand, and keeps the reason. Leads back where there is nothing to fix."""
    row = queries.draft_here(session(), draft_id)
    operations.check_is_written(row)
    rule = request.args.get("rule", "")
    remarks = operations.check(session(), row, row.subject, row.body, now()).remarks
    found = [one for one in remarks if one.rule == rule and one.tone == "bad"]
    if not found or not all(one.can_pass for one in found):
        tell("There is nothing that a reason could let stand." if not found else "This has to be fixed.", tone="warn")
        return to_draft(draft_id, "findings")
    form = ReasonForm()
    if not form.validate_on_submit():
        page = render_template("drafts/let_stand.html", draft=row, form=form, found=found, rule=rule)
        return page, UNPROCESSABLE if form.errors else 200
    operations.let_stand(session(), row, rule, form.why.data, by())
    tell("Kept your reason. The finding stands, and the letter may leave.")
    return to_draft(draft_id, "findings")


@bp.post("/drafts/<int:draft_id>/reasons/remove")
@requires("editor")
def take_reason_back(draft_id: int) -> ResponseReturnValue:
    """Takes a reason back: the finding has to be fixed again."""
    row = queries.draft_here(session(), draft_id)
    operations.take_back_reason(session(), row, request.form.get("rule", "")[:60], by())
    tell("Took the reason back.")
    return to_draft(draft_id, "findings")
