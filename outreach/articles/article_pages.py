"""The pages of articles: the list with who must still say yes, one article, withdrawing, deleting and coming back.

Every page module of the room adds its routes to `bp` and is named in `views.py`. Later modules of the room put
themselves on an article's page as on any other (`outreach/page_parts.py`, page "article", places next, main, side):

    page_parts.add(app, "article", Part("approvals", "Approvals", "side", 10, "articles/_approvals.html", _approvals))
    page_parts.add_action(app, "article", 20, _ask_for_approval)       # the main button: the first that is not None
    where_it_stands.told_by(app, standings_of.of_articles)             # "waiting for 1 of 3 · next: ..."

A part's template sees its values as `part`, and the row as `article`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach import page_parts
from outreach.articles import article_text, operations, queries, rendered, resting, rules, versions, where_it_stands
from outreach.articles.models import ARTICLE_VERSION_ORIGINS, Article
from outreach.dossiers import uses
from outreach.notices import tell
from outreach.page_parts import Here
from outreach.people.operations import By
from outreach.request_session import now, session
from outreach.security import requires, signed_in

bp = Blueprint("articles", __name__)

UNPROCESSABLE = 422


def by() -> By:
    """Who sends this request."""
    return By(current_user.user_id, now())


def to_article(article_id: int, anchor: str | None = None) -> ResponseReturnValue:
    """Leads to an article's page after a change."""
    return redirect(url_for("articles.article", article_id=article_id, _anchor=anchor), 303)


def to_editor(article_id: int, anchor: str | None = None, **more: Any) -> ResponseReturnValue:
    """Leads to the editor of an article after a change."""
    return redirect(url_for("articles.edit_article", article_id=article_id, _anchor=anchor, **more), 303)


# --- the list ---------------------------------------------------------------------------------------------------------


@bp.get("/articles")
@signed_in
def articles() -> ResponseReturnValue:
    """The articles of one list, the one worked on last first: where each stands, and who must still say yes."""
    asked = request.args.get("show", "")
    show = asked if asked in queries.SHOWN else "open"
    page = queries.articles(session(), show, request.args.get("after"))
    stands = where_it_stands.stands(current_app, session(), [line.id for line in page.rows], now())
    return render_template(
        "articles/list.html",
        page=page,
        show=show,
        shown=queries.SHOWN,
        counts=queries.counts(session()),
        stands=stands,
        nobody=where_it_stands.NOBODY,
        newer=_address(show, page.previous_cursor),
        older=_address(show, page.next_cursor),
    )


def _address(show: str, cursor: str | None) -> str:
    return url_for("articles.articles", show=show, after=cursor) if cursor else ""


# --- one article ------------------------------------------------------------------------------------------------------


@bp.get("/articles/<int:article_id>")
@signed_in
def article(article_id: int) -> ResponseReturnValue:
    """One article: where it stands, its text with its quotes and facts, its approvals and versions."""
    row = queries.article_here(session(), article_id)
    marks = versions.present_marks(session(), row)
    rests = resting.rests(session(), row, now().date()).only(
        {one.number for one in marks.quotes}, {one.number for one in marks.facts}
    )
    stand = where_it_stands.stand(current_app, session(), row.id, now())
    return render_template(
        "articles/article.html",
        article=row,
        stand=stand,
        said=stand.words(row.state),
        steps=_steps(row, stand.step(row.state)),
        text=rendered.rendered(row.body, marks),
        words=article_text.word_count(row.body),
        missing=article_text.placeholders(row.body),
        quotes=rests.quotes,
        facts=rests.facts,
        lines=queries.version_lines(session(), row),
        origins=ARTICLE_VERSION_ORIGINS,
        is_kept=versions.is_kept(session(), row),
        waiting=uses.waiting_at(session(), operations.PLACE, row.id),
        parts=page_parts.loaded(current_app, "article", Here(session(), row.id, current_user.user_id, now())),
    )


def _steps(row: Article, here: rules.Step) -> list[tuple[str, bool]]:
    """The steps of an article in words, and which one it is at; withdrawn only where it is."""
    shown = [step for step in rules.STEP_WORDS if step != "withdrawn" or row.state == "withdrawn"]
    return [(rules.STEP_WORDS[step], step == here) for step in shown]


@bp.post("/articles/<int:article_id>/looked-at")
@requires("editor")
def looked_at_article(article_id: int) -> ResponseReturnValue:
    """Notes that somebody has looked at what changed below an article."""
    row = queries.article_here(session(), article_id)
    uses.looked_at(session(), operations.PLACE, row.id)
    tell("Noted that you have looked at it.")
    return to_article(article_id)


# --- withdrawing and deleting -----------------------------------------------------------------------------------------


@bp.get("/articles/<int:article_id>/withdraw/ask")
@requires("editor")
def ask_withdraw_article(article_id: int) -> ResponseReturnValue:
    """Says what withdrawing does."""
    row = queries.article_here(session(), article_id)
    stand = where_it_stands.stand(current_app, session(), row.id, now())
    return render_template("articles/withdraw.html", article=row, stand=stand)


@bp.post("/articles/<int:article_id>/withdraw")
@requires("editor")
def withdraw_article(article_id: int) -> ResponseReturnValue:
    """Says that it will not appear. Raises: Refused for a text that has appeared."""
    row = queries.article_here(session(), article_id)
    operations.withdraw(session(), row, by())
    tell("Withdrawn. The text and what was decided stay.", undo=url_for("articles.take_up_article", article_id=row.id))
    return to_article(row.id)


@bp.post("/articles/<int:article_id>/take-up")
@requires("editor")
def take_up_article(article_id: int) -> ResponseReturnValue:
    """Goes on with an article that was withdrawn."""
    row = queries.article_here(session(), article_id)
    operations.take_up(session(), row, by())
    tell("It is being written again.")
    return to_article(row.id)


@bp.get("/articles/<int:article_id>/delete/ask")
@requires("editor")
def ask_delete_article(article_id: int) -> ResponseReturnValue:
    """Says what deleting does, and until when it can be undone."""
    row = queries.article_here(session(), article_id)
    return render_template("articles/delete.html", article=row, until=_until())


def _until() -> date:
    return (now() + operations.UNDO_FOR).date()


@bp.post("/articles/<int:article_id>/delete")
@requires("editor")
def delete_article(article_id: int) -> ResponseReturnValue:
    """Takes an article out of every list, so that it can be brought back."""
    row = queries.deleted_or_not(session(), article_id)
    words = f"Deleted {row.title}." if row.deleted_at is None else f"{row.title} was deleted already."
    operations.remove(session(), row, by())
    tell(words, undo=url_for("articles.bring_article_back", article_id=row.id))
    return redirect(url_for("articles.articles"), 303)


@bp.post("/articles/<int:article_id>/bring-back")
@requires("editor")
def bring_article_back(article_id: int) -> ResponseReturnValue:
    """Brings a deleted article back. Raises: NotFound; Refused after 30 days."""
    row = queries.deleted_or_not(session(), article_id)
    operations.bring_back(session(), row, by())
    tell(f"{row.title} is back.")
    return to_article(row.id)
