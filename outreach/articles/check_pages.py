"""The check on the pages of an article: what it finds, and the page on which a finding is let stand with a reason."""

from __future__ import annotations

from typing import Any

from flask import Flask, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.utils import redirect

from outreach import page_parts
from outreach.articles import checking, queries
from outreach.articles.article_pages import UNPROCESSABLE, bp, by
from outreach.articles.models import Article
from outreach.db import WorkspaceSession, thawed
from outreach.drafts.forms import ReasonForm
from outreach.drafts.rules import Remark
from outreach.errors import NotFound, Refused
from outreach.notices import tell
from outreach.page_parts import Here, Part
from outreach.people.operations import By
from outreach.request_session import session
from outreach.security import requires, signed_in

AT_ONCE = 5
"""Findings shown beside the text; the page of the check has all."""


def join(app: Flask) -> None:
    """Puts the check beside an article's text, where it is read and where it is written."""
    for page in ("article", "article editor"):
        page_parts.add(app, page, Part("check", "", "side", 20, "articles/_check.html", _beside))


def _beside(here: Here) -> dict[str, Any] | None:
    article = here.session.get(Article, here.subject_id)
    if article is None or article.state != "writing" or not article.body.strip():
        return None
    remarks = checking.findings(here.session, article)
    return {"remarks": remarks[:AT_ONCE], "more": len(remarks) - AT_ONCE, "stopping": checking.stopping(remarks)}


@bp.get("/articles/<int:article_id>/check")
@signed_in
def article_check(article_id: int) -> ResponseReturnValue:
    """Everything that the check finds in an article."""
    row = queries.article_here(session(), article_id)
    remarks = checking.findings(session(), row)
    return render_template("articles/check.html", article=row, remarks=remarks, stopping=checking.stopping(remarks))


@bp.route("/articles/<int:article_id>/check/let-stand", methods=["GET", "POST"])
@requires("editor")
def let_article_stand(article_id: int) -> ResponseReturnValue:
    """Asks why the findings of a rule may stand, and keeps the reason."""
    row = queries.article_here(session(), article_id)
    rule = request.args.get("rule", "")
    found = [one for one in checking.findings(session(), row) if one.rule == rule and one.tone == "bad"]
    if not found or not all(one.can_pass for one in found):
        tell("There is nothing that a reason could let stand." if not found else "This has to be fixed.", tone="warn")
        return _to_check(article_id)
    form = ReasonForm()
    if not form.validate_on_submit():
        page = render_template("articles/let_stand.html", article=row, form=form, found=found, rule=rule)
        return page, UNPROCESSABLE if form.errors else 200
    let_stand(session(), row, found, form.why.data, by())
    tell("Kept your reason with the article.")
    return _to_check(article_id)


@bp.post("/articles/<int:article_id>/check/reasons/remove")
@requires("editor")
def take_article_reason_back(article_id: int) -> ResponseReturnValue:
    """Takes a reason back: the finding has to be fixed again."""
    row = queries.article_here(session(), article_id)
    rule = request.form.get("rule", "")[:60]
    if rule in row.passed:
        row.passed = {name: given for name, given in thawed(row.passed).items() if name != rule}
        row.updated_at = by().now
    tell("Took the reason back.")
    return _to_check(article_id)


def let_stand(session: WorkspaceSession, article: Article, found: list[Remark], why: str, by: By) -> None:
    """Keeps why the findings of a rule are let stand, for the words that they are about now.

    Raises: NotFound without findings; Refused for one that no reason lets stand.
    """
    if not found:
        raise NotFound
    if not all(one.can_pass for one in found):
        raise Refused("This has to be fixed; no reason lets it stand.")
    given = {"why": why, "about": [one.phrase for one in found], "at": by.now.isoformat(), "by": by.user_id}
    article.passed, article.updated_at = {**thawed(article.passed), found[0].rule: given}, by.now
    session.flush()


def _to_check(article_id: int) -> ResponseReturnValue:
    return redirect(url_for("articles.article_check", article_id=article_id), 303)
