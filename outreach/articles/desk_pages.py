"""The pages of the approval desk, of the decision record, and of conditions that were met."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from flask import Response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.accounts.here import today_here
from outreach.articles import conditions, desk, queries, record, versions
from outreach.articles.approval_models import DECISIONS, REQUEST_KINDS, SCOPES, WAYS_TO_ANSWER
from outreach.articles.article_pages import UNPROCESSABLE, bp, by, to_article
from outreach.articles.request_forms import condition_form
from outreach.errors import Refused
from outreach.mail.personal import plain_name
from outreach.notices import tell
from outreach.request_session import now, session
from outreach.security import requires, signed_in


@bp.get("/articles/desk")
@signed_in
def approval_desk() -> ResponseReturnValue:
    """What is out, since when, with whom, by when, and what is polite next."""
    lines = desk.lines(session(), now(), today_here())
    groups = [(words, [line for line in lines if line.group == key]) for key, words in desk.GROUPS.items()]
    return render_template("articles/desk.html", groups=[one for one in groups if one[1]], lines=lines)


# --- the record -------------------------------------------------------------------------------------------------------


@bp.get("/articles/<int:article_id>/record")
@signed_in
def decision_record(article_id: int) -> ResponseReturnValue:
    """Every request and every decision about an article, as it can be printed."""
    row = queries.article_here(session(), article_id)
    return render_template(
        "articles/record.html", article=row, entries=record.entries(session(), row), scopes=SCOPES,
        kinds=REQUEST_KINDS, answers=DECISIONS, ways=WAYS_TO_ANSWER,
    )  # fmt: skip


@bp.get("/articles/<int:article_id>/record.json")
@signed_in
def record_as_json(article_id: int) -> ResponseReturnValue:
    """The record for other programs."""
    row = queries.article_here(session(), article_id)
    told: Mapping[str, Any] = record.to_json(row, record.entries(session(), row))
    return _file(json.dumps(told, ensure_ascii=False, indent=2), "application/json", f"record-of-article-{row.id}.json")


@bp.get("/articles/<int:article_id>/record.csv")
@signed_in
def record_as_table(article_id: int) -> ResponseReturnValue:
    """The record for a spreadsheet."""
    row = queries.article_here(session(), article_id)
    return _file(record.to_csv(record.entries(session(), row)), "text/csv", f"record-of-article-{row.id}.csv")


def _file(text: str, kind: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{plain_name(name)}"'}
    return Response(text.encode("utf-8"), content_type=f"{kind}; charset=utf-8", headers=headers)


# --- conditions -------------------------------------------------------------------------------------------------------


@bp.route("/articles/<int:article_id>/decisions/<int:decision_id>/condition", methods=["GET", "POST"])
@requires("editor")
def condition_met(article_id: int, decision_id: int) -> ResponseReturnValue:
    """Notes in which version a condition is met, and who confirmed it."""
    row = queries.article_here(session(), article_id)
    decision = conditions.decision_here(session(), row, decision_id)
    since = conditions.versions_since(session(), row, decision)
    named: dict[str, Any] = {}
    if request.method == "GET":
        met_in = str(decision.met_in_id or (since[0].id if since else ""))
        named = {"formdata": None, "data": {"words": decision.met_words, "met_in": met_in}}
    form = condition_form([(one.id, _version_words(one)) for one in since], **named)
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.validate():
        try:
            conditions.meet(session(), row, decision, int(form["met_in"].data), form.words.data or "", by())
        except Refused as refused:
            reasons = refused.reasons
        else:
            tell(
                "Noted that the condition is met.",
                undo=url_for("articles.condition_not_met", article_id=row.id, decision_id=decision.id),
            )
            return to_article(row.id, "approvals")
    page = render_template(
        "articles/condition.html", article=row, decision=decision, form=form, reasons=reasons,
        is_kept=versions.is_kept(session(), row),
    )  # fmt: skip
    return page, UNPROCESSABLE if form.errors or reasons else 200


def _version_words(one: Any) -> str:
    return f"Version {one.number}" + (f": {one.milestone}" if one.milestone else "")


@bp.post("/articles/<int:article_id>/decisions/<int:decision_id>/condition/not-met")
@requires("editor")
def condition_not_met(article_id: int, decision_id: int) -> ResponseReturnValue:
    """Takes it back: the condition is still to be met."""
    row = queries.article_here(session(), article_id)
    conditions.unmeet(session(), conditions.decision_here(session(), row, decision_id))
    tell("Noted that the condition is still to be met.")
    return to_article(row.id, "approvals")
