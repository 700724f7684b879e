"""An article that has appeared: when and where, the pack, thanks to each, the share-kit, and what it has done."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.accounts.here import today_here
from outreach.articles import effect, published, queries, share_lines, submission
from outreach.articles.article_pages import UNPROCESSABLE, bp, by
from outreach.articles.manuscripts import KINDS
from outreach.articles.models import Article
from outreach.articles.publication_forms import EffectForm, PublishedForm
from outreach.articles.published import Appeared
from outreach.errors import Refused
from outreach.notices import tell
from outreach.people.operations import ChangedElsewhere
from outreach.projects.venues import venue_of
from outreach.request_session import now, session
from outreach.security import requires, signed_in
from outreach.words import counted

_CHANGED = "This was changed in another window since the page was opened. Look at it, then note it again."


def _to_pack(article: Article, anchor: str | None = None) -> ResponseReturnValue:
    return redirect(url_for(".publication_pack", article_id=article.id, _anchor=anchor), 303)


def _not_yet(article: Article) -> ResponseReturnValue:
    """Leads to where it is noted that an article has appeared."""
    return redirect(url_for(".publication", article_id=article.id), 303)


# --- appearing --------------------------------------------------------------------------------------------------------


@bp.route("/articles/<int:article_id>/published", methods=["GET", "POST"])
@requires("editor")
def publication(article_id: int) -> ResponseReturnValue:
    """When and where it appeared, and its link. Raises: Refused for one that was not handed in."""
    row = queries.article_here(session(), article_id)
    if request.method == "GET":
        return _publication_page(row, PublishedForm(formdata=None, data=_first(row)))
    form = PublishedForm()
    if not form.validate():
        return _publication_page(row, form)
    assert form.on.read is not None
    appeared = Appeared(form.on.read, form.where.data or "", form.address)
    try:
        is_new = published.publish(session(), row, appeared, form.version.data or 0, today_here(), by())
    except (Refused, ChangedElsewhere) as refused:
        form.version.data = row.version
        form.on.errors = [*form.on.errors, *(refused.reasons if isinstance(refused, Refused) else (_CHANGED,))]
        return _publication_page(row, form)
    if is_new:
        tell("Noted that it has appeared. Now those who helped can hear of it.",
             undo=url_for(".take_publication_back", article_id=row.id))  # fmt: skip
    else:
        tell("Noted where and when it appeared.")
    return _to_pack(row)


def _first(row: Article) -> dict[str, Any]:
    there = submission.standing(session(), row)
    on = row.published_on or today_here()
    where = row.published_in or (there.venue if there is not None else "")
    return {"version": row.version, "on": on.isoformat(), "where": where, "link": row.published_url}


def _publication_page(row: Article, form: PublishedForm) -> ResponseReturnValue:
    page = render_template("articles/published.html", article=row, form=form, version=_version_number(row))
    return page, UNPROCESSABLE if form.errors else 200


def _version_number(row: Article) -> int | None:
    version = published.version_of(session(), row)
    return version.number if version is not None else None


@bp.post("/articles/<int:article_id>/published/take-back")
@requires("editor")
def take_publication_back(article_id: int) -> ResponseReturnValue:
    """It has not appeared after all. Raises: Refused once it is noted what it has done."""
    row = queries.article_here(session(), article_id)
    published.not_published(session(), row, by())
    tell("Noted that it has not appeared yet. It is handed in, as before.")
    return redirect(url_for(".article", article_id=row.id), 303)


# --- the pack ---------------------------------------------------------------------------------------------------------


@bp.get("/articles/<int:article_id>/pack")
@signed_in
def publication_pack(article_id: int) -> ResponseReturnValue:
    """What there is to pass on, and whom to thank: link, PDF, letters, terms of use, the share-kit."""
    row = queries.article_here(session(), article_id)
    if row.state != "published":
        return _not_yet(row)
    version = published.version_of(session(), row)
    against = submission.against_approvals(session(), row, version, now()) if version is not None else ()
    lines = share_lines.kit(session(), row, now())
    return render_template(
        "articles/pack.html", article=row, version=version, kinds=KINDS, against=against,
        people=published.people(session(), row), effect_from=effect.asked_from(row), today=today_here(),
        terms=_terms(row), lines=[one.text for one in lines if not one.refusal],
        left_out=sum(bool(one.refusal) for one in lines),
    )  # fmt: skip


def _terms(row: Article) -> str:
    """What others may do with it, in a sentence that claims no rights which nobody has noted."""
    has_venue = row.project is not None and venue_of(session(), row.project) is not None
    shared = "The link and the sentences of the kit may be shared as they stand"
    if not row.published_url:
        shared = "The sentences of the kit may be shared as they stand"
    if has_venue:
        return f"{shared}, with {row.published_in} named. For the whole text or the PDF, ask its editors first."
    return f"{shared}, with the source named. So may the PDF, whole and unchanged."


@bp.post("/articles/<int:article_id>/pack/thanks/<int:person_id>")
@requires("editor")
def thank_for_article(article_id: int, person_id: int) -> ResponseReturnValue:
    """Begins the letter that tells somebody, or goes on with it. Raises: NotFound; Refused."""
    row = queries.article_here(session(), article_id)
    draft = published.thank(session(), row, person_id, by())
    return redirect(f"/drafts/{draft.id}", 303)


# --- the share-kit ----------------------------------------------------------------------------------------------------


@bp.route("/articles/<int:article_id>/share", methods=["GET", "POST"])
@requires("editor")
def share_kit(article_id: int) -> ResponseReturnValue:
    """Which sentences may be passed on; of the others, why not."""
    row = queries.article_here(session(), article_id)
    if row.state != "published":
        return _not_yet(row)
    if request.method == "GET":
        chosen = [one.text for one in share_lines.kit(session(), row, now())]
        return _share_page(row, chosen)
    lines = [one for one in request.form.getlist("line") if isinstance(one, str)]
    try:
        many = share_lines.choose(session(), row, lines, by())
    except Refused as refused:
        return _share_page(row, lines, refused.reasons)
    tell(f"The kit has {counted(many, 'sentence', 'sentences')} now." if many else "The kit is empty now.")
    return _to_pack(row, "kit")


def _share_page(row: Article, chosen: list[str], reasons: tuple[str, ...] = ()) -> ResponseReturnValue:
    found = share_lines.offered(session(), row, now())
    page = render_template(
        "articles/share.html", article=row, allowed=[one for one in found if not one.refusal],
        others=[one for one in found if one.refusal], chosen={" ".join(one.split()) for one in chosen},
        reasons=reasons, most=share_lines.MOST_LINES,
    )  # fmt: skip
    return page, UNPROCESSABLE if reasons else 200


# --- what it has done -------------------------------------------------------------------------------------------------


@bp.route("/articles/<int:article_id>/effect", methods=["GET", "POST"])
@requires("editor")
def article_effect(article_id: int) -> ResponseReturnValue:
    """What has come of it; then a short letter to each, which asks for nothing."""
    row = queries.article_here(session(), article_id)
    if row.state != "published":
        return _not_yet(row)
    if request.method == "GET":
        return _effect_page(row, EffectForm(formdata=None, data={"words": row.effect_words}))
    form = EffectForm()
    if not form.validate():
        return _effect_page(row, form)
    try:
        effect.note(session(), row, form.words.data or "", today_here(), by())
    except Refused as refused:
        form.words.errors = [*form.words.errors, *refused.reasons]
        return _effect_page(row, form)
    tell("Kept. Now those who helped can hear of it.", undo=url_for(".take_effect_back", article_id=row.id))
    return redirect(url_for(".article_effect", article_id=row.id), 303)


def _effect_page(row: Article, form: EffectForm) -> ResponseReturnValue:
    told = published.people(session(), row, "effect") if row.effect_noted_at is not None else ()
    page = render_template("articles/effect.html", article=row, form=form, people=told)
    return page, UNPROCESSABLE if form.errors else 200


@bp.post("/articles/<int:article_id>/effect/take-back")
@requires("editor")
def take_effect_back(article_id: int) -> ResponseReturnValue:
    """It is not known yet what it has done."""
    row = queries.article_here(session(), article_id)
    effect.take_back(session(), row, by())
    tell("Taken back. It will be asked again.")
    return redirect(url_for(".article", article_id=row.id), 303)


@bp.post("/articles/<int:article_id>/effect/letter/<int:person_id>")
@requires("editor")
def tell_effect_of_article(article_id: int, person_id: int) -> ResponseReturnValue:
    """Begins the short letter about what it has done, or goes on with it. Raises: NotFound; Refused."""
    row = queries.article_here(session(), article_id)
    draft = published.tell_effect(session(), row, person_id, by())
    return redirect(f"/drafts/{draft.id}", 303)
