"""What stands on a person's page and is sent from there: who answers for them, numbers, notes."""

from __future__ import annotations

from flask import current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach import page_parts
from outreach.errors import NotFound
from outreach.notices import GONE_ALREADY, tell
from outreach.page_parts import Here
from outreach.people import notes, operations, queries, rules
from outreach.people.forms import ContactForm, NoteForm, NumberForm
from outreach.people.models import IDENTIFIER_SCHEMES, PersonNote
from outreach.people.operations import ChangedElsewhere, NewContact, NumberTaken
from outreach.people.person_page import bp, by, draw, status_of, to_person
from outreach.request_session import now, session
from outreach.security import requires

# --- who answers for a leader -------------------------------------------------------------------------------------


@bp.post("/people/<int:number>/contacts")
@requires("editor")
def add_contact(number: int) -> ResponseReturnValue:
    """Ties an assistant or an office to a leader."""
    queries.person(session(), number)
    form = ContactForm()
    if not form.validate():
        return draw(number, contact=form)
    new = NewContact(
        name=form.name.data,
        kind=form.kind.data,
        part=form.part.data,
        email=form.email.data or "",
        phone=form.phone.data or "",
        note=form.note.data or "",
    )
    operations.add_contact(session(), number, new, by())
    tell(f"Saved {new.name}.")
    return to_person(number, "contacts")


@bp.post("/people/<int:number>/contacts/<int:contact_id>/end")
@requires("editor")
def end_contact(number: int, contact_id: int) -> ResponseReturnValue:
    """Notes that somebody answers for a leader no more."""
    operations.end_contact(session(), number, contact_id, by())
    tell("Noted that they do this no more.")
    return to_person(number, "contacts")


@bp.post("/people/<int:number>/contacts/<int:contact_id>/remove")
@requires("editor")
def remove_contact(number: int, contact_id: int) -> ResponseReturnValue:
    """Takes a tie away that was entered by mistake; both people stay."""
    try:
        operations.remove_contact(session(), number, contact_id)
    except NotFound:
        queries.person(session(), number)
        tell(GONE_ALREADY)
    else:
        tell("Removed the tie. Both people stay in your list.")
    return to_person(number, "contacts")


# --- numbers ------------------------------------------------------------------------------------------------------


@bp.post("/people/<int:number>/numbers")
@requires("editor")
def add_identifier(number: int) -> ResponseReturnValue:
    """Gives the person a number."""
    queries.person(session(), number)
    form = NumberForm()
    if not form.validate():
        return draw(number, number_form=form)
    try:
        operations.add_identifier(session(), number, form.scheme.data, form.number.read, now())
    except NumberTaken as error:
        form.number.errors = [f"{error.detail} Perhaps they are one person, or the number has a slip."]
        return draw(number, number_form=form)
    tell("Saved the number.")
    return to_person(number, "numbers")


@bp.post("/people/<int:number>/numbers/<int:identifier_id>/remove")
@requires("editor")
def remove_identifier(number: int, identifier_id: int) -> ResponseReturnValue:
    """Takes a number away."""
    try:
        removed = operations.remove_identifier(session(), number, identifier_id)
    except NotFound:
        queries.person(session(), number)
        tell(GONE_ALREADY)
    else:
        tell(f"Removed {IDENTIFIER_SCHEMES[removed.scheme]} {removed.value}.")
    return to_person(number, "numbers")


# --- notes --------------------------------------------------------------------------------------------------------


@bp.post("/people/<int:number>/notes")
@requires("editor")
def add_note(number: int) -> ResponseReturnValue:
    """Keeps a note; where htmx asked, only the notes are drawn again."""
    form = NoteForm()
    is_taken = form.validate()
    if is_taken:
        notes.write(session(), number, form.text.data, by())
    if request.headers.get("HX-Request") == "true":
        return _notes(number, NoteForm(formdata=None) if is_taken else form)
    if not is_taken:
        return draw(number, note=form)
    tell("Saved the note.")
    return to_person(number, "notes")


def _notes(number: int, form: NoteForm) -> ResponseReturnValue:
    page = queries.notes(session(), number)
    person = queries.person(session(), number)
    drawn = render_template("people/_notes.html", person=person, notes=page, note=form)
    return drawn, status_of(form)


@bp.route("/people/<int:number>/notes/<int:note_id>", methods=["GET", "POST"])
@requires("editor")
def note(number: int, note_id: int) -> ResponseReturnValue:
    """Changes a note. When another window was faster, both texts are shown."""
    kept = queries.note(session(), number, note_id)
    form = NoteForm(obj=kept)
    if not form.validate_on_submit():
        return _note_page(kept, form), status_of(form)
    try:
        notes.change(session(), number, note_id, form.text.data, form.version.data, by())
    except ChangedElsewhere as error:
        form.version.data = kept.version
        theirs = rules.differences([("text", "Note", form.text.data, kept.text)])
        return _note_page(kept, form, theirs), error.status
    tell("Saved the note.")
    return to_person(number, f"note-{note_id}")


def _note_page(kept: PersonNote, form: NoteForm, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    return render_template("people/note.html", person=kept.person, kept=kept, form=form, theirs=theirs)


@bp.get("/people/<int:number>/notes/<int:note_id>/delete/ask")
@requires("editor")
def ask_delete_note(number: int, note_id: int) -> ResponseReturnValue:
    """Shows the note once more before it goes, what goes with it, and until when it can be undone."""
    kept = queries.note(session(), number, note_id)
    parts = page_parts.loaded(current_app, "deleting a note", Here(session(), note_id, by().user_id, now()))
    until = now() + rules.UNDO_FOR
    return render_template("people/delete_note.html", person=kept.person, kept=kept, parts=parts, until=until)


@bp.post("/people/<int:number>/notes/<int:note_id>/delete")
@requires("editor")
def delete_note(number: int, note_id: int) -> ResponseReturnValue:
    """Takes a note away, so that it can be brought back. A second press, here or in another window, is told so."""
    kept = queries.note_or_deleted(session(), number, note_id)
    words = "Deleted the note." if kept.deleted_at is None else "The note was deleted already."
    notes.remove(session(), kept, by())
    tell(words, undo=url_for(".bring_note_back", number=number, note_id=note_id))
    return to_person(number)  # to its head, where the undo stands


@bp.post("/people/<int:number>/notes/<int:note_id>/bring-back")
@requires("editor")
def bring_note_back(number: int, note_id: int) -> ResponseReturnValue:
    """Brings a deleted note back, and what rested on it. Raises: NotFound; Refused after 30 days."""
    kept = queries.note_or_deleted(session(), number, note_id)
    notes.bring_back(session(), kept, by())
    tell("The note is back.")
    return to_person(number, f"note-{note_id}")
