"""The pages of suggestions: the list in the order of the text, one of them, taking many at once, the new version."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.accounts.here import today_here
from outreach.articles import (
    differences,
    new_version,
    queries,
    received_files,
    requests,
    suggestion_answers,
    suggestion_places,
    suggestions,
    versions,
)
from outreach.articles.approval_models import (
    SUGGESTION_KINDS,
    SUGGESTION_STATES,
    WAYS_TO_ANSWER,
    Reviewer,
    Suggestion,
)
from outreach.articles.article_pages import UNPROCESSABLE, bp, by
from outreach.articles.models import Article, ArticleVersion
from outreach.articles.suggestion_answers import Passage
from outreach.articles.suggestion_forms import AdaptForm, KeepForm, SettleForm, discuss_form
from outreach.articles.suggestion_places import REMARKS, Around, Text
from outreach.drafts.word_changes import Part as Piece
from outreach.errors import Refused
from outreach.notices import tell
from outreach.people.operations import ChangedElsewhere
from outreach.request_session import session
from outreach.security import requires, signed_in
from outreach.words import counted

MOST_SHOWN = 100
"""Suggestions of one page of the list."""

SHOWN = {"open": "To decide", "taken": "Taken, not in a version yet", "all": "All"}
_STATES = {"open": {"open", "discussed"}, "taken": {"accepted", "adapted"}}


@dataclass(frozen=True, slots=True)
class Line:
    """A suggestion as the list shows it. parts: what would be struck and added with the words around.

    lost: its place is not in the text of today; to: where the words of a move arrive; why_not: why it cannot be taken
    as it is, "" where it can; rivals: the numbers of others for the same words.
    """

    row: Suggestion
    kind: str
    state: str
    way: str
    who: str
    number: int
    parts: tuple[Piece, ...]
    lost: bool
    to: Around | None
    why_not: str
    rivals: tuple[int, ...]
    made_in: int | None
    is_figure: bool


# --- the list ---------------------------------------------------------------------------------------------------------


@bp.get("/articles/<int:article_id>/suggestions")
@signed_in
def suggestion_list(article_id: int) -> ResponseReturnValue:
    """What is wished, in the order of the text, with what can be done with each."""
    row = queries.article_here(session(), article_id)
    asked = request.args.get("show", "")
    text = suggestion_places.text_of(session(), row.id)
    all_rows = suggestion_places.in_order(suggestions.of_article(session(), row), text)
    show = asked if asked in SHOWN else "open"
    rows = [one for one in all_rows if _is_in(one, show)]
    first = _first(len(rows))
    lines = _lines(text, rows[first : first + MOST_SHOWN], all_rows)
    return render_template(
        "articles/suggestions.html", article=row, lines=lines, show=show, shown=SHOWN, first=first, total=len(rows),
        counts={name: sum(_is_in(one, name) for one in all_rows) for name in SHOWN},
        told=received_files.in_words([one.kind for one in all_rows]), easy=len(suggestions.easy(session(), row)),
        to_go_in=len(suggestions.to_go_in(session(), row)), replies=_replies(row, all_rows), step=MOST_SHOWN,
    )  # fmt: skip


def _is_in(row: Suggestion, show: str) -> bool:
    if show == "taken":
        return row.state in _STATES["taken"] and row.made_in_id is None
    return show == "all" or row.state in _STATES[show]


def _first(total: int) -> int:
    asked = request.args.get("from", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= 6 else 0
    return min(number, max(0, total - 1)) // MOST_SHOWN * MOST_SHOWN


def _lines(text: Text, rows: Sequence[Suggestion], all_rows: Sequence[Suggestion]) -> list[Line]:
    numbers = {one.id: one.number for one in _versions(all_rows)}
    names = {one.id: one.name for one in _reviewers(rows)}
    return [_line(text, one, numbers, names) for one in rows]


def _versions(rows: Sequence[Suggestion]) -> Sequence[ArticleVersion]:
    ids = {one.version_id for one in rows} | {one.made_in_id for one in rows if one.made_in_id is not None}
    return [row for number in sorted(ids) if (row := session().get(ArticleVersion, number)) is not None]


def _reviewers(rows: Sequence[Suggestion]) -> Sequence[Reviewer]:
    ids = {one.reviewer_id for one in rows if one.reviewer_id is not None}
    return [row for number in sorted(ids) if (row := session().get(Reviewer, number)) is not None]


def _line(text: Text, row: Suggestion, numbers: dict[int, int], names: dict[int, str]) -> Line:
    place = text.place(row)
    is_done = row.made_in_id is not None
    target = text.target(row) if row.kind == "move" else None
    return Line(
        row=row, kind=SUGGESTION_KINDS[row.kind], state=SUGGESTION_STATES[row.state], way=WAYS_TO_ANSWER[row.way],
        who=row.author or names.get(row.reviewer_id or 0, "Somebody"), number=numbers.get(row.version_id, 0),
        parts=_parts(text, row), lost=place is None and not is_done and row.kind not in REMARKS,
        to=text.around(target) if target is not None else None,
        why_not="" if is_done else suggestions.why_not(session(), row, row.after, text),
        rivals=tuple(one.id for one in text.rivals(row)), made_in=numbers.get(row.made_in_id or 0),
        is_figure=text.touches_figure(row),
    )  # fmt: skip


def _parts(text: Text, row: Suggestion) -> tuple[Piece, ...]:
    """Before and after with the words around; of a remark, the words that it is about."""
    place = text.place(row)
    if place is None or row.made_in_id is not None:
        around, before = Around("", ""), row.before
    elif place.in_title:
        head, _, tail = text.title.partition(row.before)
        around, before = Around(head, tail), row.before
    else:
        around, before = text.around(place.span), text.plain[place.span.starts : place.span.ends]
    if row.kind in REMARKS:
        pieces = [("same", around.before + before + around.behind)]
    else:
        after = "" if row.kind == "move" else row.after
        pieces = [("same", around.before), ("removed", before), ("added", after), ("same", around.behind)]
    return tuple(piece for piece in pieces if piece[1])


def _replies(article: Article, rows: Sequence[Suggestion]) -> list[tuple[str, str]]:
    """Name -> a reply to copy, for each who is owed one: somebody whose wish was answered or left as it was."""
    found: dict[str, list[Suggestion]] = {}
    for row in rows:
        found.setdefault(row.author or "Somebody", []).append(row)
    return [
        (name, suggestion_answers.reply(mine, article.title))
        for name, mine in found.items()
        if any(one.answer and one.state in ("discussed", "kept") for one in mine)
    ]


# --- one of them ------------------------------------------------------------------------------------------------------


@bp.get("/articles/<int:article_id>/suggestions/<int:suggestion_id>")
@requires("editor")
def suggestion(article_id: int, suggestion_id: int) -> ResponseReturnValue:
    """One suggestion with its three other answers: own words, an answer to them, leaving it."""
    article, row = _here(article_id, suggestion_id)
    return _one_page(article, row)


def _here(article_id: int, suggestion_id: int) -> tuple[Article, Suggestion]:
    article = queries.article_here(session(), article_id)
    return article, suggestions.suggestion_here(session(), article, suggestion_id)


def _one_page(article: Article, row: Suggestion, status: int = 200, **forms: Any) -> ResponseReturnValue:
    text = suggestion_places.text_of(session(), article.id)
    found = suggestion_answers.passages(session(), text.facts_near(row), today_here())
    near = found[0] if found and text.touches_figure(row) else None
    first = {"version": row.version, "answer": row.answer or suggestion_answers.proposed(row, near)}
    adapt = AdaptForm(formdata=None, data={"version": row.version, "words": row.settled_text or row.after})
    page = render_template(
        "articles/suggestion.html", article=article, line=_lines(text, [row], [row])[0], passages=found, near=near,
        adapt=forms.get("adapt") or adapt, problem=forms.get("problem"), wrong=forms.get("wrong"),
        discuss=forms.get("discuss") or discuss_form(
            found, formdata=None, data={**first, "passage": str(near.number) if near else ""}
        ),
        keep=forms.get("keep") or KeepForm(formdata=None, data={"version": row.version}),
    )  # fmt: skip
    return page, status


@bp.post("/articles/<int:article_id>/suggestions/<int:suggestion_id>/accept")
@requires("editor")
def accept_suggestion(article_id: int, suggestion_id: int) -> ResponseReturnValue:
    """Takes it as it is. Raises: Refused in words where that cannot be."""
    article, row = _here(article_id, suggestion_id)
    form = SettleForm()
    return _settled(article, row, "Taken.", lambda: suggestions.accept(session(), row, form.version.data, by()))


@bp.post("/articles/<int:article_id>/suggestions/<int:suggestion_id>/adapt")
@requires("editor")
def adapt_suggestion(article_id: int, suggestion_id: int) -> ResponseReturnValue:
    """Takes it in the user's own words."""
    article, row = _here(article_id, suggestion_id)
    form = AdaptForm()
    if not form.validate():
        return _one_page(article, row, UNPROCESSABLE, adapt=form, wrong=form)
    words = form.words.data or ""
    return _settled(
        article, row, "Taken in your words.",
        lambda: suggestions.adapt(session(), row, words, form.version.data, by()), adapt=form,
    )  # fmt: skip


@bp.post("/articles/<int:article_id>/suggestions/<int:suggestion_id>/discuss")
@requires("editor")
def discuss_suggestion(article_id: int, suggestion_id: int) -> ResponseReturnValue:
    """Keeps an answer to them, with the passage that they are shown."""
    article, row = _here(article_id, suggestion_id)
    text = suggestion_places.text_of(session(), article.id)
    found = suggestion_answers.passages(session(), text.facts_near(row), today_here())
    form = discuss_form(found)
    if not form.validate():
        return _one_page(article, row, UNPROCESSABLE, discuss=form, wrong=form)
    shown = next((one for one in found if str(one.number) == form.passage.data), None)
    answer = _with_passage(form.answer.data or "", shown)
    return _settled(
        article, row, "Your answer is kept. It goes to them when you send it.",
        lambda: suggestions.discuss(
            session(), row, answer, shown.fact_id if shown else None, form.version.data, by()
        ), discuss=form,
    )  # fmt: skip


def _with_passage(answer: str, shown: Passage | None) -> str:
    """The answer with the passage that was chosen, unless it holds it already."""
    if shown is None or (shown.quote or shown.sentence).strip() in answer:
        return answer
    return f"{answer}\n{shown.words}"


@bp.post("/articles/<int:article_id>/suggestions/<int:suggestion_id>/keep")
@requires("editor")
def keep_as_it_was(article_id: int, suggestion_id: int) -> ResponseReturnValue:
    """Leaves the text as it was, with a reason."""
    article, row = _here(article_id, suggestion_id)
    form = KeepForm()
    if not form.validate():
        return _one_page(article, row, UNPROCESSABLE, keep=form, wrong=form)
    reason = form.reason.data or ""
    return _settled(
        article, row, "It stays as it was.",
        lambda: suggestions.keep(session(), row, reason, form.version.data, by()), keep=form,
    )  # fmt: skip


@bp.post("/articles/<int:article_id>/suggestions/<int:suggestion_id>/take-up")
@requires("editor")
def take_suggestion_up(article_id: int, suggestion_id: int) -> ResponseReturnValue:
    """Opens it again. Raises: Refused for one that stands in a version."""
    article, row = _here(article_id, suggestion_id)
    tell("It is open again." if suggestions.take_up(session(), row) else "It is open already.")
    return _to_list(article, row)


def _settled(
    article: Article, row: Suggestion, words: str, settle: Callable[[], bool], **forms: Any
) -> ResponseReturnValue:
    """Does it, and leads back to the list; what cannot be comes back with what was typed."""
    try:
        done = settle()
    except Refused as error:
        return _one_page(article, row, UNPROCESSABLE, problem=" ".join(error.reasons), **forms)
    except ChangedElsewhere as error:
        told = f"In another window this was settled: {SUGGESTION_STATES[row.state].lower()}. What you wrote is here."
        for form in forms.values():
            form.version.data = row.version
        return _one_page(article, row, error.status, problem=told, **forms)
    undo = url_for(".take_suggestion_up", article_id=article.id, suggestion_id=row.id)
    tell(words if done else "This was settled so already.", undo=undo if done else "")
    return _to_list(article, row)


def _to_list(article: Article, row: Suggestion) -> ResponseReturnValue:
    return redirect(url_for(".suggestion_list", article_id=article.id, _anchor=f"suggestion-{row.id}"), 303)


# --- many at once -----------------------------------------------------------------------------------------------------


@bp.get("/articles/<int:article_id>/suggestions/accept/ask")
@requires("editor")
def ask_accept_suggestions(article_id: int) -> ResponseReturnValue:
    """Lists what would be taken at once: no figure, nobody's words, nothing that another one stands against."""
    row = queries.article_here(session(), article_id)
    text = suggestion_places.text_of(session(), row.id)
    easy = suggestions.easy(session(), row)[:MOST_SHOWN]
    lying_open = [one for one in suggestions.of_article(session(), row) if one.state == "open"]
    return render_template(
        "articles/accept_suggestions.html", article=row, lines=_lines(text, easy, easy),
        others=len(lying_open) - len(easy),
    )  # fmt: skip


@bp.post("/articles/<int:article_id>/suggestions/accept")
@requires("editor")
def accept_suggestions(article_id: int) -> ResponseReturnValue:
    """Takes those that the page listed, as far as nobody has settled them since."""
    row = queries.article_here(session(), article_id)
    chosen = _chosen(request.form.getlist("chosen"))
    taken = suggestions.accept_all(session(), row, chosen, by())
    left = len(chosen) - taken
    told = f"{counted(taken, 'suggestion was', 'suggestions were')} taken."
    tell(told + (f" {counted(left, 'was', 'were')} settled or changed meanwhile, and left." if left else ""))
    return redirect(url_for(".suggestion_list", article_id=row.id), 303)


def _chosen(values: Sequence[str]) -> dict[int, int]:
    """Id of a suggestion -> version of its row, as the page listed them."""
    found: dict[int, int] = {}
    for value in values[:MOST_SHOWN]:
        number, _, version = value.partition("-")
        if all(part.isascii() and part.isdigit() and len(part) <= 18 for part in (number, version)):
            found[int(number)] = int(version)
    return found


# --- a new version ----------------------------------------------------------------------------------------------------


@bp.post("/articles/<int:article_id>/suggestions/new-version")
@requires("editor")
def make_new_version(article_id: int) -> ResponseReturnValue:
    """Makes a version of what was taken. Raises: Refused where nothing was, or nothing can be put in."""
    row = queries.article_here(session(), article_id)
    made = new_version.make(session(), row, by())
    tell(f"Version {made.version.number} has {counted(len(made.taken), 'suggestion', 'suggestions')} in it.")
    if made.left_out:
        tell(
            f"{counted(len(made.left_out), 'suggestion', 'suggestions')} could not be put in by itself; it is still "
            "on the list. Put it in by hand.",
            tone="warn",
        )
    return redirect(url_for(".made_version", article_id=row.id), 303)


@bp.get("/articles/<int:article_id>/suggestions/made")
@signed_in
def made_version(article_id: int) -> ResponseReturnValue:
    """What the version that was made last changed, and who has to be asked again; without one, the list."""
    row = queries.article_here(session(), article_id)
    found = new_version.latest_made(session(), row)
    before = versions.numbered(session(), row, found.number - 1) if found is not None else None
    if found is None or before is None:
        return redirect(url_for(".suggestion_list", article_id=row.id), 303)
    difference = differences.compared(before.title, before.body, found.title, found.body)
    return render_template(
        "articles/made_version.html", article=row, version=found, before=before, found=difference,
        wishes=requests.plan(session(), row, by()),
    )  # fmt: skip
