"""The pages of appointments: a new one, moving it, confirming, calling off, deleting, its calendar file."""

from __future__ import annotations

from typing import Any

from flask import Response, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.accounts.here import today_here
from outreach.accounts.whereabouts import zone_of_user
from outreach.calendar_entries import CONTENT_TYPE
from outreach.dossiers.subjects import person_here
from outreach.drafts import confirmed
from outreach.drafts import queries as drafts
from outreach.interviews import appointments, calendar_file, queries, rules, talk_queries, thanks
from outreach.interviews.appointment_forms import AppointmentForm, CallOffForm, Offered, appointment_form
from outreach.interviews.appointment_times import at_in_words, clock_in_words
from outreach.interviews.appointments import NewAppointment, day_of, zone_of_talk
from outreach.interviews.guide_pages import UNPROCESSABLE, bp, by, number_in
from outreach.interviews.talk_models import Interview
from outreach.notices import tell
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.people.operations import ChangedElsewhere
from outreach.projects import queries as projects
from outreach.relationships.rules import BadDay
from outreach.request_session import now, session
from outreach.security import requires, signed_in
from outreach.time_zones import TIME_ZONES

USUAL_MINUTES = 20
LONGEST_WORD = 30


def to_talk(row: Interview, anchor: str | None = None) -> ResponseReturnValue:
    """Leads to a talk's page after a change."""
    return redirect(url_for("interviews.talk", interview_id=row.id, _anchor=anchor), 303)


def when_in_words(row: Interview) -> str:
    """ "Tue, Dec 1, 9:30 AM Central time"."""
    return at_in_words(row.starts_at, zone_of_talk(row), today_here())


# --- making -----------------------------------------------------------------------------------------------------------


@bp.route("/people/<int:person_id>/interviews/new", methods=["GET", "POST"])
@requires("editor")
def new_appointment(person_id: int) -> ResponseReturnValue:
    """An appointment, from a request that was granted or by hand. Raises: NotFound."""
    person = person_here(session(), person_id)
    draft_id = _asked("draft")
    ask = appointments.open_request(session(), person.id, draft_id)
    form = _form(person, None, _first(person, draft_id))
    if ask is None:
        del form.said_yes_on
    if request.method == "POST" and form.validate():
        try:
            made = appointments.make(
                session(), _new(form, person), by(), form.said_yes_on.read if ask is not None else None
            )
        except BadDay as error:
            form.said_yes_on.errors = [str(error)]
        else:
            tell(_made_words(made, noted=ask is not None))
            return to_talk(made)
    page = render_template("interviews/appointment.html", person=person, form=form, talk=None, ask=ask, theirs=())
    return page, UNPROCESSABLE if form.errors else 200


def _asked(name: str) -> int | None:
    """An id in the address that belongs to somebody here; whatever else stands there is nothing."""
    text = request.args.get(name, "")
    return number_in(text) if text.isdigit() and text.isascii() and len(text) < LONGEST_WORD else None


def _made_words(row: Interview, *, noted: bool) -> str:
    said = f"Noted: {when_in_words(row)}."
    if row.starts_at < now():
        said += " That day has passed, so it is kept as a talk that was held, or still to be told of."
    return f"{said} Their yes is in the ledger." if noted else said


def _first(person: Person, draft_id: int | None) -> dict[str, Any]:
    """What is chosen at first: the leader's clock, who keeps the calendar, what the letter says."""
    here = str(zone_of_user(session(), current_user.user_id))
    zone = next((one for one in (person.time_zone, here) if one in TIME_ZONES), "")
    assistant = drafts.assistant_of(session(), person.id)
    letter = next((one for one in _letters(person) if one.id == draft_id), None)
    draft = drafts.draft_here(session(), letter.id) if letter is not None else None
    guide = _guide_first(person, draft_id)
    return {
        "zone": zone, "minutes": str(draft.minutes if draft is not None and draft.minutes else USUAL_MINUTES),
        "helper": str(assistant.id) if assistant else "", "letter": str(letter.id) if letter else "",
        "project": str(draft.project_id or "") if draft is not None else "",
        "program": str(draft.program_id or "") if draft is not None else "",
        "guide": guide, "said_yes_on": today_here().isoformat(), "place": person.office_phone,
    }  # fmt: skip


def _guide_first(person: Person, draft_id: int | None) -> str:
    lines = queries.of_draft(session(), draft_id) if draft_id is not None else ()
    asked = _asked("guide")
    known = [one.id for one in (*lines, *queries.of_person(session(), person.id))]
    return str(asked if asked in known else known[0]) if known else ""


def _letters(person: Person) -> list[drafts.Line]:
    return [one for one in drafts.of_person(session(), person.id) if one.state == "sent"]


def _offered(person: Person, row: Interview | None) -> Offered:
    helpers = {line.person_id: line.name for line in people.contacts_of(session(), person.id)[0] if not line.is_over}
    own = {one.id: one.title for one in projects.open_projects(session())}
    programs = {one.id: one.name for one in confirmed.programs(session(), person, today_here())}
    letters = {one.id: one.title for one in _letters(person)}
    guides = {one.id: one.title for one in queries.of_person(session(), person.id)}
    if row is not None:
        helpers |= {row.helper_id: row.helper.name} if row.helper is not None and row.helper_id else {}
        own |= {row.project_id: row.project.title} if row.project is not None and row.project_id else {}
        programs |= {row.program_id: row.program.name} if row.program is not None and row.program_id else {}
        letters |= {row.draft_id: drafts.title_of(row.draft)} if row.draft is not None and row.draft_id else {}
    return Offered(*(tuple(one.items()) for one in (helpers, own, programs, letters, guides)))


def _form(person: Person, row: Interview | None, values: dict[str, Any]) -> AppointmentForm:
    named: dict[str, Any] = {"formdata": None, "data": values} if request.method == "GET" else {}
    zone = row.zone if row is not None else ""
    return appointment_form(_offered(person, row), today_here(), zone, **named)


def _new(form: AppointmentForm, person: Person) -> NewAppointment:
    assert form.moment is not None
    return NewAppointment(
        person_id=person.id, starts_at=form.moment, zone=form.zone.data, minutes=form.minutes.read,
        way=form.way.data, place=form.place.data or "", us_state=form.us_state.data,
        helper_id=number_in(form.helper.data), project_id=number_in(form.project.data),
        program_id=number_in(form.program.data), draft_id=number_in(form.letter.data),
        guide_id=number_in(form.guide.data),
    )  # fmt: skip


# --- changing ---------------------------------------------------------------------------------------------------------


@bp.route("/interviews/<int:interview_id>/edit", methods=["GET", "POST"])
@requires("editor")
def edit_appointment(interview_id: int) -> ResponseReturnValue:
    """Moves an appointment, or changes what it is about. When another window was faster, nothing is lost."""
    row = talk_queries.talk_here(session(), interview_id)
    form = _form(row.person, row, _values(row))
    del form.said_yes_on
    if request.method == "GET" or not form.validate():
        return _edit_page(row, form), UNPROCESSABLE if form.errors else 200
    try:
        moved = appointments.change(session(), row, _new(form, row.person), form.version.data, by())
    except ChangedElsewhere as error:
        return _edit_page(row, form, _differences(row)), error.status
    tell(f"Now: {when_in_words(row)}. Save the calendar file again." if moved else "Saved.")
    return to_talk(row)


def _values(row: Interview) -> dict[str, Any]:
    zone = zone_of_talk(row)
    there = row.starts_at.astimezone(zone)
    twice = there.replace(fold=0).utcoffset() != there.replace(fold=1).utcoffset()
    ids = ("helper", "project", "program", "guide")
    chosen = {name: str(getattr(row, f"{name}_id") or "") for name in ids}
    return {
        "version": row.version, "on": day_of(row).isoformat(), "at": clock_in_words(row.starts_at, zone),
        "which": ("second" if there.fold else "first") if twice else "", "zone": str(zone) if row.zone else "",
        "minutes": str(row.minutes), "way": row.way, "place": row.place, "us_state": row.us_state,
        "letter": str(row.draft_id or ""), **chosen,
    }  # fmt: skip


def _edit_page(row: Interview, form: AppointmentForm, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    if theirs:
        form.version.data = row.version
    return render_template(
        "interviews/appointment.html", person=row.person, form=form, talk=row, ask=None, theirs=theirs
    )


def _differences(row: Interview) -> tuple[tuple[str, str], ...]:
    """What stands there now: (words of the field, text)."""
    return (
        ("When", when_in_words(row)),
        ("Minutes", str(row.minutes)),
        ("Number, address or room", row.place or "none"),
        ("With whose help", row.helper.name if row.helper is not None else "nobody’s"),
    )


# --- what becomes of it -----------------------------------------------------------------------------------------------


@bp.post("/interviews/<int:interview_id>/confirm")
@requires("editor")
def confirm_appointment(interview_id: int) -> ResponseReturnValue:
    """Notes that both know of it. Raises: Refused for one that was called off."""
    row = talk_queries.talk_here(session(), interview_id)
    appointments.confirm(session(), row, by())
    tell("Noted as confirmed.", undo=url_for(".take_confirmation_back", interview_id=row.id))
    return to_talk(row)


@bp.post("/interviews/<int:interview_id>/not-confirmed")
@requires("editor")
def take_confirmation_back(interview_id: int) -> ResponseReturnValue:
    """It is not confirmed after all."""
    row = talk_queries.talk_here(session(), interview_id)
    appointments.take_confirmation_back(session(), row, by())
    tell("It is not confirmed.")
    return to_talk(row)


@bp.post("/interviews/<int:interview_id>/questions-sent")
@requires("editor")
def questions_sent(interview_id: int) -> ResponseReturnValue:
    """Notes that the questions went out today, or that they did not."""
    row = talk_queries.talk_here(session(), interview_id)
    were_sent = request.form.get("sent", "yes") == "yes"
    appointments.note_questions_sent(session(), row, today_here() if were_sent else None, by())
    tell("Noted: the questions were sent." if were_sent else "Noted: the questions are still to be sent.")
    return to_talk(row)


@bp.post("/interviews/<int:interview_id>/confirmation")
@requires("editor")
def write_confirmation(interview_id: int) -> ResponseReturnValue:
    """Begins the letter that confirms the appointment, or goes on with it. Raises: Refused."""
    row = talk_queries.talk_here(session(), interview_id)
    draft = thanks.begin_confirmation(session(), row, by())
    return redirect(url_for("drafts.draft", draft_id=draft.id), 303)


@bp.route("/interviews/<int:interview_id>/call-off", methods=["GET", "POST"])
@requires("editor")
def call_off_appointment(interview_id: int) -> ResponseReturnValue:
    """Says what calling off does; then it is kept as called off, with the reason. Raises: Refused."""
    row = talk_queries.talk_here(session(), interview_id)
    form = CallOffForm()
    if request.method == "POST" and form.validate():
        appointments.call_off(session(), row, form.why.data or "", by())
        tell("Called off. It is kept as that.", undo=url_for(".put_appointment_on_again", interview_id=row.id))
        return to_talk(row)
    page = render_template("interviews/call_off.html", talk=row, form=form, when=when_in_words(row))
    return page, UNPROCESSABLE if form.errors else 200


@bp.post("/interviews/<int:interview_id>/on-again")
@requires("editor")
def put_appointment_on_again(interview_id: int) -> ResponseReturnValue:
    """It takes place after all."""
    row = talk_queries.talk_here(session(), interview_id)
    appointments.put_on_again(session(), row, by())
    tell(f"It is on again: {when_in_words(row)}.")
    return to_talk(row)


@bp.get("/interviews/<int:interview_id>/appointment.ics")
@signed_in
def appointment_file(interview_id: int) -> ResponseReturnValue:
    """The appointment as a calendar file."""
    row = talk_queries.talk_here(session(), interview_id)
    body = calendar_file.file_of(row, current_app.extensions["settings"].address)
    headers = {"Content-Disposition": 'attachment; filename="appointment.ics"'}
    return Response(body, content_type=CONTENT_TYPE, headers=headers)


# --- going and coming back --------------------------------------------------------------------------------------------


@bp.get("/interviews/<int:interview_id>/delete/ask")
@requires("editor")
def ask_delete_talk(interview_id: int) -> ResponseReturnValue:
    """Says what deleting does, and until when it can be undone."""
    row = talk_queries.talk_here(session(), interview_id)
    until = now() + rules.UNDO_FOR
    return render_template("interviews/delete_talk.html", talk=row, when=when_in_words(row), until=until)


@bp.post("/interviews/<int:interview_id>/delete")
@requires("editor")
def delete_talk(interview_id: int) -> ResponseReturnValue:
    """Takes a talk out of every list."""
    row = talk_queries.deleted_or_not(session(), interview_id)
    said = "It was deleted already." if row.deleted_at else f"Deleted: the talk with {row.person.name}."
    appointments.remove(session(), row, by())
    tell(said, undo=url_for(".bring_talk_back", interview_id=row.id))
    return redirect(url_for("people.person", number=row.person_id), 303)


@bp.post("/interviews/<int:interview_id>/bring-back")
@requires("editor")
def bring_talk_back(interview_id: int) -> ResponseReturnValue:
    """Brings a deleted talk back. Raises: NotFound; Refused after 30 days."""
    row = talk_queries.deleted_or_not(session(), interview_id)
    appointments.bring_back(session(), row, by())
    tell(f"The talk with {row.person.name} is back.")
    return to_talk(row)
