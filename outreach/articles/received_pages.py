"""Other ways in: a file, a message, pasted words, a call. What was read is shown; a person records what it says."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote

from flask import Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from outreach.accounts.here import today_here, zone_here
from outreach.articles import (
    call_notes,
    queries,
    received,
    received_guesses,
    received_recording,
    suggestions,
    versions,
)
from outreach.articles.approval_models import (
    DECISIONS,
    RECEIVED_KINDS,
    WAYS_TO_ANSWER,
    Decision,
    ReceivedAnswer,
    Reviewer,
)
from outreach.articles.article_pages import UNPROCESSABLE, bp, by
from outreach.articles.call_notes import Said
from outreach.articles.models import Article, ArticleVersion
from outreach.articles.received import Given, Taken
from outreach.articles.received_forms import (
    AboutForm,
    FileForm,
    RecordForm,
    SaidForm,
    WordsForm,
    about_fields,
    of_these,
)
from outreach.articles.received_recording import NewRecord, Recorded
from outreach.errors import NotFound, Refused
from outreach.folding import fold
from outreach.notices import tell
from outreach.request_session import now, session
from outreach.security import requires, signed_in
from outreach.words import counted, day

UNSAID = "As it tells by itself"
NOT_CHOSEN = "Not chosen yet"

_DOWNLOAD_POLICY = "default-src 'none'; sandbox"


# --- taking in --------------------------------------------------------------------------------------------------------


@bp.get("/articles/<int:article_id>/receive")
@requires("editor")
def receive(article_id: int) -> ResponseReturnValue:
    """The ways in beside the page, and what came back so far."""
    return _receive_page(queries.article_here(session(), article_id))


@bp.post("/articles/<int:article_id>/receive/file")
@requires("editor")
def receive_file(article_id: int) -> ResponseReturnValue:
    """Takes in a Word file or a message; one that is refused is not kept."""
    row = queries.article_here(session(), article_id)
    form: FileForm = of_these(FileForm, _about(row, UNSAID, "file"))
    if not form.validate():
        return _receive_page(row, file=form)
    given = Given(form.name, form.content, form.reviewer_id, form.version_id)
    try:
        taken = received.take_file(session(), row, given, by())
    except Refused as error:
        form.file.errors = [*form.file.errors, *error.reasons]
        return _receive_page(row, file=form)
    return _to_taken(row, taken)


@bp.post("/articles/<int:article_id>/receive/words")
@requires("editor")
def receive_words(article_id: int) -> ResponseReturnValue:
    """Takes in an answer that was pasted."""
    row = queries.article_here(session(), article_id)
    form: WordsForm = of_these(WordsForm, _about(row, UNSAID, "words"))
    if not form.validate():
        return _receive_page(row, words=form)
    given = Given("", b"", form.reviewer_id, form.version_id)
    return _to_taken(row, received.take_words(session(), row, form.text.data or "", given, by()))


@bp.post("/articles/<int:article_id>/receive/said")
@requires("editor")
def receive_said(article_id: int) -> ResponseReturnValue:
    """Notes a call, or a letter on paper."""
    row = queries.article_here(session(), article_id)
    form = _said_form(row)
    if not form.validate():
        return _receive_page(row, said=form)
    said = Said(
        form.way.data, form.by_name.data or "", form.day.read or today_here(), form.said.data or "", form.reviewer_id,
        form.version_id,
    )  # fmt: skip
    return _to_taken(row, call_notes.note(session(), row, said, zone_here(), by()))


def _to_taken(article: Article, taken: Taken) -> ResponseReturnValue:
    if taken.was_there is not None:
        tell(f"This came on {day(taken.was_there.date(), today_here())} already. It is kept once.", tone="warn")
    for words in taken.refused:
        tell(f"A file that came with it was not read. {words}"[:600], tone="warn")
    if taken.others:
        tell(f"{counted(len(taken.others), 'Word file', 'Word files')} came with it. Look at each below “So far”.")
    return redirect(url_for(".received_answer", article_id=article.id, received_id=taken.row.id), 303)


def _receive_page(article: Article, **forms: Any) -> ResponseReturnValue:
    blank: dict[str, Any] = {"formdata": None}
    shown = {
        "file": forms.get("file") or of_these(FileForm, _about(article, UNSAID, "file"), **blank),
        "words": forms.get("words") or of_these(WordsForm, _about(article, UNSAID, "words"), **blank),
        "said": forms.get("said") or _said_form(article, **blank, data={"way": "phone"}),
    }
    wrong = next(iter(forms.values()), None)
    page = render_template(
        "articles/receive.html", article=article, forms=shown, wrong=wrong, so_far=_so_far(article),
        nobody_asked=received_recording.nobody_asked(session(), article), most_mb=10,
    )  # fmt: skip
    return page, UNPROCESSABLE if wrong is not None else 200


def _said_form(article: Article, **named: Any) -> SaidForm:
    begun = article.created_at.astimezone(zone_here()).date()
    form: SaidForm = of_these(SaidForm, _about(article, NOT_CHOSEN, "said"), today=today_here(), begun=begun, **named)
    return form


def _about(article: Article, unsaid: str, form: str) -> dict[str, Any]:
    rows = received_guesses.reviewers_of(session(), article)
    return about_fields(rows, versions.all_of(session(), article), unsaid, form)


def _so_far(article: Article) -> list[dict[str, Any]]:
    names = {one.id: one.name for one in received_guesses.reviewers_of(session(), article)}
    return [
        {
            "row": one, "kind": RECEIVED_KINDS[one.kind], "way": WAYS_TO_ANSWER[one.way],
            "who": names.get(one.reviewer_id or 0, "") or one.from_name,
            "path": url_for(".received_answer", article_id=article.id, received_id=one.id),
        }
        for one in received.of_article(session(), article)
    ]  # fmt: skip


# --- one that came back -----------------------------------------------------------------------------------------------


@bp.get("/articles/<int:article_id>/received/<int:received_id>")
@signed_in
def received_answer(article_id: int, received_id: int) -> ResponseReturnValue:
    """What was read, what was taken for what, what it seems to say; nothing is recorded by looking."""
    row = queries.article_here(session(), article_id)
    one = received.received_here(session(), row, received_id)
    return _received_page(row, one)


@bp.post("/articles/<int:article_id>/received/<int:received_id>/about")
@requires("editor")
def about_received(article_id: int, received_id: int) -> ResponseReturnValue:
    """Sets whose answer it is, and about which version. Raises: Refused once something was recorded from it."""
    row = queries.article_here(session(), article_id)
    one = received.received_here(session(), row, received_id)
    form = _about_form(row, one)
    if not form.validate():
        return _received_page(row, one, about=form)
    received.set_about(session(), one, form.reviewer_id, form.version_id)
    return _to(row, one)


@bp.post("/articles/<int:article_id>/received/<int:received_id>/person-wrote-it")
@requires("editor")
def person_wrote_it(article_id: int, received_id: int) -> ResponseReturnValue:
    """A person says that somebody wrote it, whatever it looked like."""
    row = queries.article_here(session(), article_id)
    one = received.received_here(session(), row, received_id)
    received.take_for_answer(session(), one)
    return _to(row, one)


@bp.post("/articles/<int:article_id>/received/<int:received_id>/record")
@requires("editor")
def record_received(article_id: int, received_id: int) -> ResponseReturnValue:
    """Records the decision and the suggestions that a person reads from it."""
    row = queries.article_here(session(), article_id)
    one = received.received_here(session(), row, received_id)
    form = RecordForm()
    if not form.validate():
        return _received_page(row, one, record=form)
    try:
        done = received_recording.record(session(), one, _new(form), by())
    except Refused as error:
        form.form_errors = [*form.form_errors, *error.reasons]
        return _received_page(row, one, record=form)
    _tell_recorded(done)
    if done.suggestions:
        return redirect(url_for(".suggestion_list", article_id=row.id), 303)
    return _to(row, one)


def _new(form: RecordForm) -> NewRecord:
    points = tuple(" ".join(line.split()) for line in (form.points.data or "").splitlines() if line.strip())
    return NewRecord(
        form.answer.data, form.conditions.data or "", form.by_name.data or "", form.answers_for.data,
        form.takes_file.data, points, form.in_place.data,
    )  # fmt: skip


def _tell_recorded(done: Recorded) -> None:
    if not done.is_new:
        tell("This was recorded already. Nothing was added.")
        return
    told = [f"Recorded: {DECISIONS[done.decision.answer].lower()}."] if done.decision is not None else []
    if done.suggestions:
        told.append(f"{counted(done.suggestions, 'line is', 'lines are')} new on the list.")
    tell(" ".join(told))


def _to(article: Article, one: ReceivedAnswer) -> ResponseReturnValue:
    return redirect(url_for(".received_answer", article_id=article.id, received_id=one.id), 303)


def _about_form(article: Article, one: ReceivedAnswer, **named: Any) -> Any:
    first = {"reviewer": str(one.reviewer_id or ""), "about": str(one.version_id or "")}
    return of_these(AboutForm, _about(article, NOT_CHOSEN, "set"), data=first, **named)


def _received_page(article: Article, one: ReceivedAnswer, **forms: Any) -> ResponseReturnValue:
    reviewer = session().get(Reviewer, one.reviewer_id) if one.reviewer_id is not None else None
    version = session().get(ArticleVersion, one.version_id) if one.version_id is not None else None
    found = None
    if one.kind == "file" and version is not None:
        found = received_recording.file_read(session(), one, version, reviewer)
    told = received.told_of(one)
    listed = suggestions.made_from(session(), one)
    first = {
        "answer": "", "by_name": one.from_name, "takes_file": bool(found and found.changes) and not listed,
        "answers_for": bool(reviewer and one.from_name and fold(one.from_name) != fold(reviewer.name)),
        "points": "" if listed else "\n".join(str(line["words"]) for line in told["requests"]),
    }  # fmt: skip
    page = render_template(
        "articles/received.html", article=article, one=one, told=told, reviewer=reviewer, version=version, found=found,
        kind=RECEIVED_KINDS[one.kind], way=WAYS_TO_ANSWER[one.way], decided=DECISIONS,
        is_answer=one.kind not in received.NOT_ANSWERS, recorded=_recorded(one), listed=listed,
        there=received_recording.answered(one, reviewer, version),
        about=forms.get("about") or _about_form(article, one, formdata=None),
        record=forms.get("record") or RecordForm(formdata=None, data=first), latest=versions.latest(session(), article),
    )  # fmt: skip
    return page, UNPROCESSABLE if forms else 200


def _recorded(one: ReceivedAnswer) -> list[dict[str, Any]]:
    rows = received.decisions_from(session(), one)
    confirmed = call_notes.confirmed_words(session(), rows)
    return [
        {
            "row": row, "said": DECISIONS[row.answer], "confirmed": confirmed.get(row.id, ""),
            "letter": row.confirmation_id if row.id in confirmed else None,
            "may_confirm": row.way == "phone" and row.ended_at is None and row.id not in confirmed,
        }
        for row in rows
    ]  # fmt: skip


@bp.post("/articles/<int:article_id>/decisions/<int:decision_id>/confirm")
@requires("editor")
def confirm_decision(article_id: int, decision_id: int) -> ResponseReturnValue:
    """Begins the letter that confirms what was said on the telephone. Raises: NotFound; Refused."""
    row = queries.article_here(session(), article_id)
    decision = session().get(Decision, decision_id)
    if decision is None or decision.article_id != row.id:
        raise NotFound
    draft = call_notes.confirm(session(), decision, by())
    return redirect(f"/drafts/{draft.id}", 303)


# --- the file ---------------------------------------------------------------------------------------------------------


@bp.get("/articles/<int:article_id>/received/<int:received_id>/file")
@signed_in
def received_file(article_id: int, received_id: int) -> ResponseReturnValue:
    """The file as it came: to be kept on a disk, never shown here, whatever it says it is. Raises: NotFound."""
    row = queries.article_here(session(), article_id)
    one = received.received_here(session(), row, received_id)
    content = received.content_of(session(), one)
    headers = {
        "Content-Disposition": _disposition(one.name or "answer"),
        "Content-Security-Policy": _DOWNLOAD_POLICY,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return Response(content, mimetype="application/octet-stream", headers=headers)


def _disposition(name: str) -> str:
    """The name for a download, for old browsers in ASCII."""
    plain = "".join(one if one.isascii() and (one.isalnum() or one in " ._-") else "_" for one in name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


@bp.get("/articles/<int:article_id>/received/<int:received_id>/delete/ask")
@requires("editor")
def ask_delete_received(article_id: int, received_id: int) -> ResponseReturnValue:
    """Says what deleting does."""
    row = queries.article_here(session(), article_id)
    one = received.received_here(session(), row, received_id)
    return render_template("articles/delete_received.html", article=row, one=one, until=_until())


def _until() -> date:
    return (now() + received.UNDO_FOR).date()


@bp.post("/articles/<int:article_id>/received/<int:received_id>/delete")
@requires("editor")
def delete_received(article_id: int, received_id: int) -> ResponseReturnValue:
    """Deletes what came back; what was recorded from it stays."""
    row = queries.article_here(session(), article_id)
    one = received.received_here(session(), row, received_id, deleted=True)
    words = "Deleted." if one.deleted_at is None else "It was deleted already."
    received.remove(session(), one, by())
    tell(words, undo=url_for(".bring_received_back", article_id=row.id, received_id=one.id))
    return redirect(url_for(".receive", article_id=row.id), 303)


@bp.post("/articles/<int:article_id>/received/<int:received_id>/bring-back")
@requires("editor")
def bring_received_back(article_id: int, received_id: int) -> ResponseReturnValue:
    """Brings it back. Raises: Refused where the same file was taken in again since."""
    row = queries.article_here(session(), article_id)
    one = received.received_here(session(), row, received_id, deleted=True)
    received.bring_back(session(), one)
    tell("It is back.")
    return _to(row, one)
