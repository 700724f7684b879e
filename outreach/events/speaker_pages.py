"""The pages of a program's speakers: is this somebody you keep, and keeping one as a person, one at a time."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.events import matches, queries
from outreach.events.event_pages import UNPROCESSABLE, bp, by, to_event
from outreach.events.models import EventSpeaker
from outreach.notices import tell
from outreach.organizations.rules import read_workplace
from outreach.organizations.views import workplace_hint
from outreach.people import operations as people
from outreach.people import queries as people_queries
from outreach.people import rules as people_rules
from outreach.people.forms import NewPersonForm
from outreach.people.models import KINDS, Person, Position
from outreach.people.operations import Details, NewPost
from outreach.request_session import now, session
from outreach.security import requires, signed_in
from outreach.words import counted

_TITLE = 300


@bp.get("/events/<int:event_id>/questions")
@signed_in
def questions(event_id: int) -> ResponseReturnValue:
    """The questions that are open: is this somebody you keep?"""
    row = queries.event_here(session(), event_id)
    return render_template(
        "events/questions.html",
        event=row,
        questions=matches.questions(session(), row),
        total=matches.count_questions(session(), row),
    )


@bp.post("/events/<int:event_id>/speakers/<int:speaker_id>/answer")
@requires("editor")
def answer_speaker(event_id: int, speaker_id: int) -> ResponseReturnValue:
    """Keeps the user's word on who a speaker is. Raises: Refused for a word that is none."""
    row = queries.event_here(session(), event_id)
    speaker = queries.speaker_here(session(), row, speaker_id)
    text = request.form.get("person", "")
    person_id = int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else 0
    said = matches.answer(session(), speaker, person_id, request.form.get("answer", ""), by())
    tell(said, undo=url_for("events.ask_speaker_again", event_id=row.id, speaker_id=speaker.id))
    if request.form.get("from") == "questions" and matches.count_questions(session(), row):
        return redirect(url_for("events.questions", event_id=row.id), 303)
    return to_event(row.id, "questions")


@bp.post("/events/<int:event_id>/speakers/<int:speaker_id>/ask-again")
@requires("editor")
def ask_speaker_again(event_id: int, speaker_id: int) -> ResponseReturnValue:
    """Forgets what was answered about a speaker, and looks again."""
    row = queries.event_here(session(), event_id)
    speaker = queries.speaker_here(session(), row, speaker_id)
    matches.ask_again(session(), speaker, by())
    tell(f"What was said about {speaker.name} is taken back.")
    return to_event(row.id, "questions")


@bp.post("/events/<int:event_id>/speakers/<int:speaker_id>/not-them")
@requires("editor")
def speaker_is_another(event_id: int, speaker_id: int) -> ResponseReturnValue:
    """Notes that a speaker is not the person whom they were taken for."""
    row = queries.event_here(session(), event_id)
    speaker = queries.speaker_here(session(), row, speaker_id)
    tell(
        matches.not_them(session(), speaker, by()),
        undo=url_for("events.ask_speaker_again", event_id=row.id, speaker_id=speaker.id),
    )
    return to_event(row.id, "program")


@bp.post("/events/<int:event_id>/look-again")
@requires("editor")
def look_for_people_again(event_id: int) -> ResponseReturnValue:
    """Compares the speakers with the user's people once more, since these have grown."""
    row = queries.event_here(session(), event_id)
    asked = matches.look(session(), row, now())
    tell(f"Looked again. {counted(asked, 'question', 'questions')} for you." if asked else "Looked again: no question.")
    return to_event(row.id, "questions" if asked else "program")


# --- keeping one ------------------------------------------------------------------------------------------------------


@bp.route("/events/<int:event_id>/speakers/<int:speaker_id>/keep", methods=["GET", "POST"])
@requires("editor")
def keep_speaker(event_id: int, speaker_id: int) -> ResponseReturnValue:
    """Adds a speaker as a person, with the program as where the post is known from."""
    row = queries.event_here(session(), event_id)
    speaker = queries.speaker_here(session(), row, speaker_id)
    if speaker.match_state == "matched" and speaker.person is not None and speaker.person.deleted_at is None:
        tell(f"You keep {speaker.person.name} already.")
        return redirect(url_for("people.person", number=speaker.person.id), 303)
    if request.method == "GET":
        return _keep_page(row.id, speaker, NewPersonForm(formdata=None, data=_first(speaker))), 200
    form = NewPersonForm()
    if not form.validate():
        return _keep_page(row.id, speaker, form), UNPROCESSABLE
    parts = people_rules.name_parts(form.name.data)
    alike = people_queries.of_same_name(session(), people_rules.sort_key(parts.name, parts.given, parts.family, ""))
    if alike and form.again.data != "yes":
        return _keep_page(row.id, speaker, form, alike), 409
    person = _add(speaker, form)
    tell(f"Added {person.name}, as the program of {row.name} has them.")
    return redirect(url_for("people.person", number=person.id), 303)


def _first(speaker: EventSpeaker) -> dict[str, str]:
    name = ", ".join(filter(None, (speaker.name, speaker.credentials)))
    return {"name": name[: people_rules.NAME_MAX], "workplace": speaker.organization_name, "title": speaker.title}


def _keep_page(
    event_id: int, speaker: EventSpeaker, form: NewPersonForm, alike: tuple[people_queries.Line, ...] = ()
) -> str:
    event = queries.event_here(session(), event_id)
    return render_template(
        "events/keep.html", event=event, speaker=speaker, form=form, alike=alike, hint=workplace_hint(), kinds=KINDS
    )


def _add(speaker: EventSpeaker, form: NewPersonForm) -> Person:
    details = Details(form.name.data, kind=form.kind.data, email=form.email.data or "")
    person = people.add(session(), details, by())
    workplace = read_workplace(form.workplace.data or "")
    if workplace.name or form.title.data:
        post = people.add_post(session(), person.id, NewPost(form.title.data or "", workplace), people.ADDS, by())
        _note_source(speaker, post)
    matches.settle(session(), speaker, person, matches.KEPT_FROM_HERE, by())
    return person


def _note_source(speaker: EventSpeaker, post: Position) -> None:
    """The program as where the post is known from."""
    address = queries.address_of_program(session(), speaker)
    post.source_title = f"Program of {speaker.event.name}"[:_TITLE]
    post.url = address
    session().flush()
