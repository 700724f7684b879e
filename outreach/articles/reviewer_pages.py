"""The pages of who has to be asked: those there are, who could be, what each is asked, what the venue allows."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.articles import ending, queries, reviewers
from outreach.articles.approval_models import SCOPES, Reviewer
from outreach.articles.article_pages import UNPROCESSABLE, bp, by
from outreach.articles.models import Article
from outreach.articles.request_forms import NONE, EditorsForm, ReviewerForm, reviewer_form
from outreach.articles.reviewers import NewReviewer
from outreach.columns import LARGEST_ID
from outreach.errors import NotFound, Refused
from outreach.notices import tell
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.people.operations import ChangedElsewhere
from outreach.request_session import session
from outreach.search import search
from outreach.security import requires, signed_in

MOST_FOUND = 20


def to_reviewers(article_id: int) -> ResponseReturnValue:
    """Leads to the list of reviewers after a change."""
    return redirect(url_for("articles.article_reviewers", article_id=article_id), 303)


@bp.get("/articles/<int:article_id>/reviewers")
@signed_in
def article_reviewers(article_id: int) -> ResponseReturnValue:
    """Who is asked and for what, who could be, and what the venue lets one promise."""
    return _page(queries.article_here(session(), article_id), EditorsForm(formdata=None))


def _page(row: Article, editors: EditorsForm, status: int = 200) -> ResponseReturnValue:
    words = request.args.get("q", "")[:200].strip()
    may = reviewers.allowed(session(), row)
    if request.method == "GET":
        editors.words.data = may.editors_said
    rows = reviewers.of_article(session(), row)
    page = render_template(
        "articles/reviewers.html", article=row, rows=rows, proposed=reviewers.proposed(session(), row), may=may,
        scopes=SCOPES, words=words, found=_found(words, {one.person_id for one in rows}), form=editors,
    )  # fmt: skip
    return page, status


def _found(words: str, there: set[int | None]) -> list[people.Line]:
    if not words:
        return []
    ids = [one.ref_id for one in search(session(), words, kinds=("person",), limit=MOST_FOUND)]
    lines = people.people(session(), people.Wanted(ids=tuple(ids))).rows if ids else ()
    return [line for line in lines if line.id not in there]


@bp.post("/articles/<int:article_id>/reviewers/editors")
@requires("editor")
def note_editors(article_id: int) -> ResponseReturnValue:
    """Keeps what the editors said of what people may see."""
    row, form = queries.article_here(session(), article_id), EditorsForm()
    if not form.validate():
        return _page(row, form, UNPROCESSABLE)
    reviewers.note_editors(session(), row, form.words.data or "", by())
    tell("Noted what the editors said." if form.words.data else "Taken back.")
    return to_reviewers(row.id)


# --- one reviewer -----------------------------------------------------------------------------------------------------


@bp.route("/articles/<int:article_id>/reviewers/new", methods=["GET", "POST"])
@requires("editor")
def new_reviewer(article_id: int) -> ResponseReturnValue:
    """Asks what somebody approves, and with whose help."""
    row = queries.article_here(session(), article_id)
    if not request.args.get("person"):
        return to_reviewers(row.id)  # where somebody is chosen
    person = _person(request.args["person"])
    form = _form(row, person, None)
    if request.method == "POST" and form.validate():
        try:
            made = reviewers.add(session(), row, _new(form, person), by())
        except Refused as refused:
            return _one(row, person, form, None, refused)
        tell(
            f"{made.name} is asked to approve {SCOPES[made.scope].lower()}.",
            undo=url_for("articles.take_reviewer_off", article_id=row.id, reviewer_id=made.id),
        )
        return to_reviewers(row.id)
    return _one(row, person, form, None)


@bp.route("/articles/<int:article_id>/reviewers/<int:reviewer_id>", methods=["GET", "POST"])
@requires("editor")
def edit_reviewer(article_id: int, reviewer_id: int) -> ResponseReturnValue:
    """Changes what somebody is asked. A link that showed something else ends."""
    row = queries.article_here(session(), article_id)
    known = reviewers.reviewer_here(session(), row, reviewer_id)
    if known.person is None or known.removed_at is not None:
        raise Refused(f"{known.name} is not on this list any more, or was deleted from your people.")
    form = _form(row, known.person, known)
    if request.method == "POST" and form.validate():
        try:
            ended = reviewers.change(session(), row, known, _new(form, known.person), form.version.data, by())
        except ChangedElsewhere:
            return _one(row, known.person, form, known, theirs=_theirs(known, form))
        except Refused as refused:
            return _one(row, known.person, form, known, refused)
        tell(f"Saved. {ending.in_words(ended)}".strip())
        return to_reviewers(row.id)
    return _one(row, known.person, form, known)


def _one(
    row: Article, person: Person, form: ReviewerForm, known: Reviewer | None, refused: Refused | None = None,
    theirs: tuple[tuple[str, str], ...] = (),
) -> ResponseReturnValue:  # fmt: skip
    page = render_template(
        "articles/reviewer.html", article=row, person=person, form=form, reviewer=known, theirs=theirs,
        may=reviewers.allowed(session(), row), reasons=refused.reasons if refused else (),
    )  # fmt: skip
    return page, UNPROCESSABLE if form.errors or refused or theirs else 200


def _theirs(known: Reviewer, form: ReviewerForm) -> tuple[tuple[str, str], ...]:
    form.version.data = known.version
    helper = known.helper.name if known.helper is not None else "They themselves"
    return (("What they approve", SCOPES[known.scope]), ("Who gets the letter", helper),
            ("Who agreed that their words are read", known.sees_all_words or "Nobody"))  # fmt: skip


def _person(text: str) -> Person:
    """The person in the address. Raises: NotFound."""
    is_id = text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_ID)) and int(text) <= LARGEST_ID
    if not is_id:
        raise NotFound
    return people.person(session(), int(text))


def _form(row: Article, person: Person, known: Reviewer | None) -> ReviewerForm:
    may = reviewers.allowed(session(), row)
    answering, _ = people.contacts_of(session(), person.id)
    helpers = {line.person_id: line.name for line in answering if not line.is_over}
    offered = dict.fromkeys([*may.scopes, *([known.scope] if known else [])]) or SCOPES
    named: dict[str, Any] = {}
    if request.method == "GET":
        first = {"scope": may.usual, "helper": NONE, "agreed": "", "version": 0}
        if known is not None:
            helper = str(known.helper_id) if known.helper_id in helpers else NONE
            first = {"scope": known.scope, "helper": helper, "agreed": known.sees_all_words or "",
                     "version": known.version}  # fmt: skip
        named = {"formdata": None, "data": first}
    return reviewer_form([(one, SCOPES[one]) for one in offered], list(helpers.items()), **named)


def _new(form: ReviewerForm, person: Person) -> NewReviewer:
    helper = form["helper"].data
    return NewReviewer(person.id, form["scope"].data, int(helper) if helper else None, form.agreed.data or "")


@bp.post("/articles/<int:article_id>/reviewers/<int:reviewer_id>/take-off")
@requires("editor")
def take_reviewer_off(article_id: int, reviewer_id: int) -> ResponseReturnValue:
    """Takes somebody off the list; their open links end, what they decided stays."""
    row = queries.article_here(session(), article_id)
    known = reviewers.reviewer_here(session(), row, reviewer_id)
    ended = reviewers.remove(session(), known, by())
    tell(
        f"{known.name} need not be asked any more. {ending.in_words(ended)}".strip(),
        undo=url_for("articles.put_reviewer_back", article_id=row.id, reviewer_id=known.id),
    )
    return to_reviewers(row.id)


@bp.post("/articles/<int:article_id>/reviewers/<int:reviewer_id>/put-back")
@requires("editor")
def put_reviewer_back(article_id: int, reviewer_id: int) -> ResponseReturnValue:
    """Puts somebody back on the list. A link that has ended stays ended."""
    row = queries.article_here(session(), article_id)
    known = reviewers.reviewer_here(session(), row, reviewer_id)
    reviewers.bring_back(session(), row, known, by())
    tell(f"{known.name} is on the list again. Links that have ended stay ended.")
    return to_reviewers(row.id)
