"""The pages of requests that are followed up: the list, one with its steps, their answer, a note, another day, the end.

Nothing is sent here: a note becomes a draft, and a person sends it.
"""

from __future__ import annotations

from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.accounts.here import today_here, zone_here
from outreach.accounts.whereabouts import day_in
from outreach.drafts import queries as drafts
from outreach.drafts.models import Draft
from outreach.errors import NotFound, Refused
from outreach.followups import advance, ladder_facts, ladder_files, note_drafts, operations, queries, rules
from outreach.followups import sequence_words as words
from outreach.followups.forms import AnswerForm, GiftForm, MoveForm, NewSinceForm, answer_form
from outreach.followups.ladder_facts import Look
from outreach.followups.models import FollowUp
from outreach.followups.note_drafts import Adds
from outreach.notices import tell
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.relationships import operations as ledger_operations
from outreach.relationships.operations import NewTouch
from outreach.relationships.rules import BadDay, check_day
from outreach.request_session import now, session
from outreach.security import requires, signed_in
from outreach.words import day

bp = Blueprint("sequences", __name__)

UNPROCESSABLE = 422


def by() -> By:
    """Who sends this request."""
    return By(current_user.user_id, now())


def to_sequence(number: int) -> ResponseReturnValue:
    """Leads to a ladder's page after a change."""
    return redirect(url_for(".sequence", follow_up_id=number), 303)


def _look(row: FollowUp) -> Look:
    return operations.look_at(session(), row, now())


# --- the list, and one ----------------------------------------------------------------------------------------------


@bp.get("/sequences")
@signed_in
def sequences() -> ResponseReturnValue:
    """The requests that are followed up, or those where that has ended, the latest first."""
    asked = request.args.get("show", "")
    show = asked if asked in queries.SHOWN else "running"
    page = queries.follow_ups(session(), show, request.args.get("after"))
    today = today_here()
    looks = ladder_facts.looks(session(), page.rows, now())
    return render_template(
        "followups/sequences.html",
        lines=[(look, words.next_words(look, today), words.waits_for(look, today)) for look in looks],
        show=show,
        shown=queries.SHOWN,
        not_begun=queries.not_begun(session(), now()) if show == "running" else 0,
        problems=ladder_files.problems(),
        newer=_address(show, page.previous_cursor),
        older=_address(show, page.next_cursor),
    )


def _address(show: str, cursor: str | None) -> str:
    return url_for(".sequences", show=show, after=cursor) if cursor else ""


@bp.post("/sequences/look")
@requires("editor")
def look_again() -> ResponseReturnValue:
    """Brings all up to this moment, without waiting for the background work."""
    found = advance.advance(session(), now())
    tell("Looked. Requests that were sent are followed up." if found.begun else "Looked. Everything is up to date.")
    return redirect(url_for(".sequences"), 303)


@bp.get("/sequences/<int:follow_up_id>")
@signed_in
def sequence(follow_up_id: int) -> ResponseReturnValue:
    """One request: what was sent, what comes when, and what stops it."""
    look = _look(queries.follow_up_here(session(), follow_up_id))
    today = today_here()
    step = look.course.open_step
    return render_template(
        "followups/sequence.html",
        look=look,
        person=look.row.person,
        lines=words.lines(look),
        step=step,
        name=words.note_name(step) if step is not None else "",
        note=_draft_of(step.draft_id) if step is not None else None,
        waits_for=words.waits_for(look, today),
        where=words.where(look),
        ended=words.ended(look),
        silence=words.silence(look, now()),
        is_late=words.is_late(look, today),
        again_problem=rules.again_problem(look.course, look.facts),
    )


def _draft_of(number: int | None) -> Draft | None:
    row = session().get(Draft, number) if number is not None else None
    return row if row is not None and row.deleted_at is None and row.state != "put_away" else None


# --- did they answer? -----------------------------------------------------------------------------------------------


@bp.route("/sequences/<int:follow_up_id>/answered", methods=["GET", "POST"])
@requires("editor")
def answered(follow_up_id: int) -> ResponseReturnValue:
    """Notes their answer in the ledger; what it means for the notes, the next look sees."""
    row = queries.follow_up_here(session(), follow_up_id)
    form = answer_form(_helpers(row.person))
    if request.method == "GET":
        form.on.data = today_here().isoformat()
    elif form.validate() and _note_answer(row, form):
        look = operations.held(session(), row, now())
        tell(f"Noted. {words.waits_for(look, today_here()) or _after_answer(look)}")
        return to_sequence(row.id)
    page = render_template("followups/sequence_answered.html", row=row, person=row.person, form=form)
    return page, UNPROCESSABLE if form.errors else 200


def _after_answer(look: Look) -> str:
    return "No further note is planned." if look.course.state != "running" else "The next note waits for its day."


def _helpers(person: Person) -> list[tuple[str, str]]:
    assistant = drafts.assistant_of(session(), person.id)
    return [("", person.name), *([(str(assistant.id), f"{assistant.name}, for them")] if assistant else [])]


def _note_answer(row: FollowUp, form: AnswerForm) -> bool:
    """Notes it; False with the words beside the field where the day cannot be."""
    on = form.on.read or today_here()
    sent_on = day_in(row.started_at, zone_here())
    if on < sent_on:
        form.on.errors = [f"The request was sent on {day(sent_on, today_here())}. Enter that day or a later one."]
        return False
    if form.answer.data == "out_of_office" and form.back_on.read is not None and form.back_on.read < on:
        form.back_on.errors = ["They cannot be back before they were away. Check the day."]
        return False
    told = NewTouch(
        person_id=row.person_id, kind="answered", happened_on=on, what=form.what.data or "", channel="",
        helper_id=int(form.helper.data) if form.helper.data else None, answer=form.answer.data,
        back_on=form.back_on.read if form.answer.data == "out_of_office" else None, answers_id=_look(row).ask_id,
    )  # fmt: skip
    try:
        check_day(on, today_here())
        ledger_operations.note(session(), told, by())
    except BadDay as error:
        form.on.errors = [str(error)]
        return False
    return True


# --- the note -------------------------------------------------------------------------------------------------------


@bp.route("/sequences/<int:follow_up_id>/write", methods=["GET", "POST"])
@requires("editor")
def write_note(follow_up_id: int) -> ResponseReturnValue:
    """Asks what the note adds, then begins its draft in the thread of the request."""
    row = queries.follow_up_here(session(), follow_up_id)
    look = _look(row)
    step = look.course.open_step
    if step is None or step.state != "due":
        tell("No note is due now. See what is planned.", tone="warn")
        return to_sequence(row.id)
    known = _draft_of(step.draft_id)
    if known is not None:
        return redirect(url_for("drafts.draft", draft_id=known.id), 303)
    form = NewSinceForm() if step.kind == "note" else GiftForm()
    if request.method == "POST" and form.validate():
        try:
            draft = note_drafts.begin(session(), row, step.place, _adds(form), by())
            tell("Begun. Read it over; every word can be changed, and nothing leaves before you press.")
            return redirect(url_for("drafts.draft", draft_id=draft.id), 303)
        except Refused as refused:
            form.adds.errors = list(refused.reasons)
    return _write_page(look, form), UNPROCESSABLE if form.errors else 200


def _adds(form: NewSinceForm | GiftForm) -> Adds:
    said = form.adds.data or ""
    return Adds(gift=said) if isinstance(form, GiftForm) else Adds(new_since=said)


def _write_page(look: Look, form: NewSinceForm | GiftForm) -> str:
    step = look.course.open_step
    assert step is not None
    told = look.ladder.step(step.place) if look.ladder is not None else None
    request_ = session().get_one(Draft, look.row.draft_id)
    reader = note_drafts.note_reader(session(), request_, to_assistant=told is not None and told.to_assistant)
    return render_template(
        "followups/sequence_write.html", look=look, person=look.row.person, form=form, name=words.note_name(step),
        told=told, reader=reader or look.row.person, thread=note_drafts.thread_of(session(), look),
        news=note_drafts.news_since(session(), look, today_here()),
    )  # fmt: skip


# --- leaving out, moving, ending ------------------------------------------------------------------------------------


@bp.post("/sequences/<int:follow_up_id>/skip")
@requires("editor")
def skip(follow_up_id: int) -> ResponseReturnValue:
    """Leaves the next note out."""
    row = queries.follow_up_here(session(), follow_up_id)
    place = request.form.get("place", "")
    look = operations.skip(session(), row, int(place) if place in ("1", "2") else 0, by())
    tell(f"Left out. {words.next_words(look, today_here())}.")
    return to_sequence(row.id)


@bp.route("/sequences/<int:follow_up_id>/move", methods=["GET", "POST"])
@requires("editor")
def move(follow_up_id: int) -> ResponseReturnValue:
    """The next note waits until another day. Never earlier than its time."""
    row = queries.follow_up_here(session(), follow_up_id)
    look = _look(row)
    earliest = operations.earliest_day(look)
    if earliest is None:
        tell("Nothing is planned any more, so nothing can be moved.", tone="warn")
        return to_sequence(row.id)
    form = MoveForm()
    if request.method == "POST" and form.validate():
        problem = _moved(row, form.day.read)
        if not problem:
            tell(f"Moved. {words.next_words(_look(row), today_here())}.")
            return to_sequence(row.id)
        form.day.errors = [problem]
    page = render_template(
        "followups/sequence_move.html", row=row, person=row.person, form=form,
        earliest=max(earliest, today_here()),
    )  # fmt: skip
    return page, UNPROCESSABLE if form.errors else 200


def _moved(row: FollowUp, to: date | None) -> str:
    if to is None:
        return "Enter a day."
    try:
        operations.move(session(), row, to, today_here(), by())
    except Refused as refused:
        return " ".join(refused.reasons)
    return ""


@bp.post("/sequences/<int:follow_up_id>/stop")
@requires("editor")
def stop(follow_up_id: int) -> ResponseReturnValue:
    """Ends it."""
    row = queries.follow_up_here(session(), follow_up_id)
    operations.stop(session(), row, by())
    tell("Stopped. No note is proposed any more.", undo=url_for(".again", follow_up_id=row.id))
    return to_sequence(row.id)


@bp.post("/sequences/<int:follow_up_id>/again")
@requires("editor")
def again(follow_up_id: int) -> ResponseReturnValue:
    """Begins again where it was. Raises: Refused where that is not sound."""
    row = queries.follow_up_here(session(), follow_up_id)
    look = operations.go_on(session(), row, by())
    tell(f"It goes on. {words.next_words(look, today_here())}.")
    return to_sequence(row.id)


@bp.post("/drafts/<int:draft_id>/follow-up")
@requires("editor")
def follow_up_draft(draft_id: int) -> ResponseReturnValue:
    """Follows a request up that was sent a moment ago, without waiting for the background work."""
    row = operations.begin(session(), drafts.draft_here(session(), draft_id), now())
    if row is None:
        raise NotFound
    return to_sequence(row.id)
