"""Handing in: the list of points, the comparison with what was approved, the files, and what the editors said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach import page_parts
from outreach.accounts.here import today_here
from outreach.articles import handed_files, manuscripts, queries, submission, venue_list, versions, where_it_stands
from outreach.articles.article_pages import UNPROCESSABLE, bp, by
from outreach.articles.handed_files import FileCompared
from outreach.articles.manuscripts import KINDS
from outreach.articles.models import SUBMISSION_OUTCOMES, Article, ArticleVersion, Submission
from outreach.articles.record import HASH_SHOWN
from outreach.articles.submission import NewSubmission
from outreach.articles.submission_forms import HandedFileForm, OutcomeForm, SubmitForm, submit_form
from outreach.articles.venue_list import Point
from outreach.errors import Refused
from outreach.notices import tell
from outreach.page_parts import Here, NextAction, Part
from outreach.people.queries import author_names
from outreach.projects.venues import Venue, venue_of
from outreach.request_session import now, session
from outreach.security import requires, signed_in


def join(app: Flask) -> None:
    """Puts what was handed in beside an article, and the button that hands it in above it."""
    page_parts.add(app, "article", Part("handed-in", "", "side", 15, "articles/_submission.html", _beside))
    page_parts.add_action(app, "article", 30, _next)


def _beside(here: Here) -> Mapping[str, Any] | None:
    article = here.session.get_one(Article, here.subject_id)
    rows = submission.of_article(here.session, article)
    if not rows and (article.state == "withdrawn" or not article.body.strip()):
        return None
    numbers = {one.id: one.number for one in versions.all_of(here.session, article)}
    return {"rows": rows, "pairs": [(one, numbers[one.version_id]) for one in rows], "outcomes": SUBMISSION_OUTCOMES}


def _next(here: Here) -> NextAction | None:
    article = here.session.get_one(Article, here.subject_id)
    if article.state == "submitted":
        return NextAction("Note what became of it", f"/articles/{article.id}/submit")
    if article.state == "published":
        return NextAction("Open the pack", f"/articles/{article.id}/pack")
    if article.state != "writing" or versions.latest(here.session, article) is None:
        return None
    # While somebody has still to say yes, the list stays a link beside the text.
    missing = where_it_stands.stand(current_app, here.session, article.id, here.now).missing
    return None if missing else NextAction("Hand it in", f"/articles/{article.id}/submit")


def _to_submit(article: Article) -> ResponseReturnValue:
    return redirect(url_for(".submit_article", article_id=article.id), 303)


# --- the list ---------------------------------------------------------------------------------------------------------


@bp.route("/articles/<int:article_id>/submit", methods=["GET", "POST"])
@requires("editor")
def submit_article(article_id: int) -> ResponseReturnValue:
    """The venue's list with where, when and why not; or, once it is handed in, what was and what became of it."""
    row = queries.article_here(session(), article_id)
    there = submission.standing(session(), row)
    if request.method == "POST":
        return _hand_in(row, there)
    if there is not None:
        return _handed_in_page(row, there)
    return _list_page(row)


def _hand_in(row: Article, there: Submission | None) -> ResponseReturnValue:
    version = submission.version_to_hand_in(session(), row)
    if there is not None or version is None or row.state != "writing":
        about = request.form.get("about", "")
        if there is not None and about == str(there.version_id):
            tell("This was handed in already. It is noted once.")
        elif there is not None:
            tell(f"It was handed in to {there.venue} already. Nothing was changed.", tone="warn")
        else:
            tell("The text was changed since that page was opened. Nothing was handed in.", tone="warn")
        return _to_submit(row)
    points = venue_list.points(session(), row, version, now(), today_here())
    form = submit_form(points)
    if not form.validate():
        return _list_page(row, form)
    new = _new(form)
    lacking = submission.missing(points, new)
    if lacking:
        form.say(lacking)
        return _list_page(row, form)
    try:
        made = submission.hand_in(session(), row, new, today_here(), by())
    except Refused as refused:
        form.form_errors = [*form.form_errors, *refused.reasons]
        return _list_page(row, form)
    tell(f"Noted: version {version.number} was handed in to {made.venue}. Its text stays as it is from now on.")
    return _to_submit(row)


def _new(form: SubmitForm) -> NewSubmission:
    assert form.on.read is not None
    about = form.about.data or 0
    return NewSubmission(about, form.venue.data or "", form.on.read, form.ticked, form.reasons, form.note.data or "")


def _list_page(row: Article, form: SubmitForm | None = None) -> ResponseReturnValue:
    venue = venue_of(session(), row.project) if row.project is not None else None
    version = submission.version_to_hand_in(session(), row) if row.state == "writing" else None
    points = venue_list.points(session(), row, version, now(), today_here()) if version is not None else ()
    if form is None and version is not None:
        name = venue.name if venue is not None else ""
        first = {"about": version.id, "venue": name, "on": today_here().isoformat()}
        form = submit_form(points, formdata=None, data=first)
    page = render_template(
        "articles/submit.html", article=row, version=version, points=points, form=form, venue=venue,
        remark=_venue_remark(row, venue), groups=_groups(points), file_form=HandedFileForm(formdata=None),
        earlier=_lines(row), outcomes=SUBMISSION_OUTCOMES, **_approved(row, version),
    )  # fmt: skip
    return page, UNPROCESSABLE if form is not None and form.errors else 200


def _venue_remark(row: Article, venue: Venue | None) -> str:
    if row.project is None:
        return "This article belongs to no project, so no venue's rules are on this list."
    if row.project.deleted_at is not None:
        return f"The project “{row.project.title}” was deleted. Its venue's rules are still on this list."
    if venue is None:
        return "No venue is chosen in the project, so no venue's rules are on this list."
    if not venue.name:
        return "The venue that was chosen is no longer here, so its rules are not on this list. Ask its editors."
    return "This venue was deleted from your venues. Its rules are still on this list." if venue.is_deleted else ""


def _groups(points: tuple[Point, ...]) -> list[tuple[str, str, list[Point]]]:
    """The points by what there is to do: open, to be ticked, met."""
    words = {"open": "Not met", "ask": "For you to say", "met": "Met"}
    tones = {"open": "warn", "ask": "plain", "met": "good"}
    found = [(said, tones[state], [one for one in points if one.state == state]) for state, said in words.items()]
    return [one for one in found if one[2]]


def _approved(row: Article, version: ArticleVersion | None) -> dict[str, Any]:
    """How a version compares with what was approved, for both pages."""
    against = submission.against_approvals(session(), row, version, now()) if version is not None else ()
    said_yes = [one for one in against if one.version is not None]
    return {
        "against": against,
        "is_approved": bool(said_yes) and all(one.is_same for one in said_yes),
        "digits": HASH_SHOWN,
        "kinds": KINDS,
    }


def _lines(row: Article) -> list[tuple[Submission, int]]:
    numbers = {one.id: one.number for one in versions.all_of(session(), row)}
    return [(one, numbers[one.version_id]) for one in submission.of_article(session(), row)]


@bp.post("/articles/<int:article_id>/submit/keep")
@requires("editor")
def keep_to_submit(article_id: int) -> ResponseReturnValue:
    """Keeps the text as it stands as a version, and leads back to the list. Raises: Refused for no words."""
    row = queries.article_here(session(), article_id)
    kept = versions.keep(session(), row, "written", by())
    tell(f"Kept as version {kept.number}.")
    return _to_submit(row)


# --- once it is handed in ---------------------------------------------------------------------------------------------


def _handed_in_page(
    row: Article, there: Submission, *, outcome: OutcomeForm | None = None, file_form: HandedFileForm | None = None,
    found: FileCompared | None = None,
) -> ResponseReturnValue:  # fmt: skip
    version = session().get_one(ArticleVersion, there.version_id)
    first = {"on": today_here().isoformat(), "note": there.note, "outcome": "accepted"}
    page = render_template(
        "articles/handed_in.html", article=row, one=there, version=version, found=found,
        outcomes=SUBMISSION_OUTCOMES, outcome=outcome or OutcomeForm(formdata=None, data=first),
        file_form=file_form or HandedFileForm(formdata=None), earlier=_lines(row), file_key=submission.FILE,
        most_shown=handed_files.MOST_SHOWN, **_approved(row, version),
    )  # fmt: skip
    wrong = (outcome is not None and outcome.errors) or (file_form is not None and file_form.errors)
    return page, UNPROCESSABLE if wrong else 200


@bp.post("/articles/<int:article_id>/submissions/<int:submission_id>/outcome")
@requires("editor")
def submission_outcome(article_id: int, submission_id: int) -> ResponseReturnValue:
    """Notes what the editors said, or that it was taken back."""
    row = queries.article_here(session(), article_id)
    one = submission.submission_here(session(), row, submission_id)
    form = OutcomeForm()
    if not form.validate():
        return _handed_in_page(row, one, outcome=form)
    assert form.on.read is not None
    try:
        submission.set_outcome(
            session(), row, one, form.outcome.data, form.on.read, form.note.data or "", today_here(), by()
        )
    except Refused as refused:
        form.on.errors = [*form.on.errors, *refused.reasons]
        return _handed_in_page(row, one, outcome=form)
    words = f"Noted: {SUBMISSION_OUTCOMES[one.outcome].lower()}."
    if one.outcome != "accepted":
        words += " The article is being written again, for another venue or another try."
    tell(words, undo=url_for(".undo_submission_outcome", article_id=row.id, submission_id=one.id))
    if one.outcome == "accepted":
        return _to_submit(row)
    return redirect(url_for(".article", article_id=row.id), 303)


@bp.post("/articles/<int:article_id>/submissions/<int:submission_id>/outcome/undo")
@requires("editor")
def undo_submission_outcome(article_id: int, submission_id: int) -> ResponseReturnValue:
    """It is still with the editors. Raises: Refused where that cannot be any more."""
    row = queries.article_here(session(), article_id)
    one = submission.submission_here(session(), row, submission_id)
    submission.undo_outcome(session(), row, one, by())
    tell(f"It is with {one.venue or 'the editors'} still.")
    return _to_submit(row)


# --- files ------------------------------------------------------------------------------------------------------------


@bp.post("/articles/<int:article_id>/submit/file")
@requires("editor")
def compare_handed_file(article_id: int) -> ResponseReturnValue:
    """Compares a file with the version that is handed in, or would be; of one that was, its SHA-256 is kept."""
    row = queries.article_here(session(), article_id)
    there = submission.standing(session(), row)
    version = session().get_one(ArticleVersion, there.version_id) if there else versions.latest(session(), row)
    if version is None:
        raise Refused("There is no version yet that a file could be compared with. Keep one first.")
    form = HandedFileForm()
    found = _file_compared(form, version)
    if found is not None and there is not None:
        submission.keep_file(session(), there, found, by())
    if there is not None:
        return _handed_in_page(row, there, file_form=form, found=found)
    page = render_template(
        "articles/file_compared.html", article=row, version=version, found=found, file_form=form,
        most_shown=handed_files.MOST_SHOWN,
    )  # fmt: skip
    return page, 200 if found is not None else UNPROCESSABLE


def _file_compared(form: HandedFileForm, version: ArticleVersion) -> FileCompared | None:
    """What a file says, or None with the words at the form's field."""
    if not form.validate():
        return None
    try:
        return handed_files.compared(form.name, form.content, version)
    except Refused as refused:
        form.file.errors = [*form.file.errors, *refused.reasons]
        return None


@bp.get("/articles/<int:article_id>/versions/<int:version_id>/manuscript.<ending>")
@signed_in
def manuscript(article_id: int, version_id: int, ending: str) -> ResponseReturnValue:
    """A version as a file: docx, pdf (paper=letter or a4), md, txt. Raises: NotFound; Refused."""
    row = queries.article_here(session(), article_id)
    version = queries.version_here(session(), row, version_id)
    names = author_names(session(), {row.written_by_id} if row.written_by_id is not None else set())
    byline = names.get(row.written_by_id or 0, "")
    made = manuscripts.manuscript(version, ending, byline, request.args.get("paper", "letter"))
    return Response(made.content, content_type=made.media_type, headers=made.headers)
