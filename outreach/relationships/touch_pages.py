"""The pages of what happened: noting it, one entry, correcting it, deleting it, and an answer by one press."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.accounts.here import today_here
from outreach.errors import NotFound
from outreach.notices import tell
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.people.operations import ChangedElsewhere
from outreach.projects import queries as projects
from outreach.projects.models import Project
from outreach.relationships import forms, operations, policy, queries, rules, touch_words
from outreach.relationships.blueprint import bp, by, status_of, to_person
from outreach.relationships.forms import Chosen, TouchForm, touch_form
from outreach.relationships.models import ANSWERS, ASK_STATES, GIVE_KINDS, HELPED, TOUCH_CHANNELS, TOUCH_KINDS, Touch
from outreach.relationships.operations import NewTouch
from outreach.request_session import now, session
from outreach.search import search
from outreach.security import requires, signed_in
from outreach.words import day

AGAIN = 409
MOST_FOUND = 30
FIRST_KIND = "gave"


# --- about whom -----------------------------------------------------------------------------------------------------


@bp.get("/ledger/note")
@requires("editor")
def choose_for_note() -> ResponseReturnValue:
    """Asks with whom something happened; the kind goes along in the address."""
    words = request.args.get("q", "")[:200].strip()
    found = (
        tuple(one.ref_id for one in search(session(), words, kinds=("person",), limit=MOST_FOUND)) if words else None
    )
    page = people.people(session(), people.Wanted(ids=found))
    is_cut = bool(page.next_cursor)
    return render_template(
        "relationships/touch_person.html", lines=page.rows, words=words, kind=_kind_asked(), is_cut=is_cut
    )


def _kind_asked(otherwise: str = FIRST_KIND) -> str:
    asked = request.args.get("kind", "")
    return asked if asked in TOUCH_KINDS else otherwise


# --- noting ---------------------------------------------------------------------------------------------------------


@bp.route("/people/<int:person_id>/happened", methods=["GET", "POST"])
@requires("editor")
def new_touch(person_id: int) -> ResponseReturnValue:
    """Notes what happened. A present is noted when its reminder was seen."""
    person = people.person(session(), person_id)
    kind = _kind_asked()
    form = _form(person, kind, _first(kind))
    if request.method == "GET" or not form.validate():
        return _new_page(person, kind, form), status_of(form)
    if form.says("give_kind") == "goods" and request.form.get("knows") != "yes":
        return _new_page(person, kind, form, is_present=True), AGAIN
    known = now()
    row = operations.note(session(), _new(form, person.id, kind), by())
    _tell_noted(row, person, is_new=row.created_at == known)
    return to_person(person.id, "between")


def _tell_noted(row: Touch, person: Person, *, is_new: bool) -> None:
    if not is_new:
        tell("That was noted already. What you wrote is kept with it.", tone="warn")
        return
    said = [f"Noted: {touch_words.kind_of(row).lower()}, {day(row.happened_on, today_here())}."]
    if row.happened_on < person.created_at.date():
        said.append(f"It lies before the day on which you added {person.name}; check the date if that is not meant.")
    tell(" ".join(said), undo=url_for("relationships.delete_touch", touch_id=row.id))


def _first(kind: str) -> dict[str, Any]:
    """What is chosen before anybody has chosen: today, and what the address says."""
    give, to = request.args.get("give", ""), request.args.get("to", "")
    first = {"happened_on": today_here().isoformat(), "to": to, "answer": request.args.get("answer", "")}
    return {**first, "give_kind": give if give in GIVE_KINDS else ""} if kind == "gave" else first


def _form(person: Person, kind: str, first: dict[str, Any], row: Touch | None = None) -> TouchForm:
    today = today_here()
    named: dict[str, Any] = {"formdata": None, "data": first} if request.method == "GET" else {}
    asks = queries.asks_to_answer(session(), person.id) if kind == "answered" else ()
    to = [(one.id, f"{touch_words.headline(one)}, {day(one.happened_on, today)}") for one in asks]
    return touch_form(kind, today, _helpers(person, row), _projects(kind, row), to if row is None else (), **named)


def _helpers(person: Person, row: Touch | None) -> Chosen:
    """Who answers for them; of an entry also who did then."""
    answering, _ = people.contacts_of(session(), person.id)
    found = {line.person_id: line.name for line in answering if not line.is_over}
    if row is not None and row.helper is not None:
        found.setdefault(row.helper.id, row.helper.name)
    return list(found.items())


def _projects(kind: str, row: Touch | None) -> Chosen:
    if kind not in ("asked", "met"):
        return []
    offered: list[Project] = list(projects.open_projects(session()))
    if row is not None and row.project is not None and row.project not in offered:
        offered.insert(0, row.project)
    return [(one.id, one.title) for one in offered]


def _new(form: TouchForm, person_id: int, kind: str) -> NewTouch:
    return NewTouch(
        person_id=person_id,
        kind=kind,
        happened_on=form.day("happened_on") or today_here(),
        what=form.says("what"),
        channel=form.says("channel"),
        helper_id=form.number("helper"),
        project_id=form.number("project"),
        give_kind=form.says("give_kind"),
        helped=form.says("helped"),
        helped_words=form.says("helped_words"),
        ask_kind=form.says("ask_kind"),
        answer=form.says("answer"),
        back_on=form.day("back_on"),
        answers_id=form.number("to"),
        url=getattr(form.url, "read", "") if "url" in form else "",
    )


def _new_page(person: Person, kind: str, form: TouchForm, *, is_present: bool = False) -> str:
    return render_template(
        "relationships/touch_new.html",
        person=person,
        kind=kind,
        form=form,
        kinds=[(key, TOUCH_KINDS[key]) for key in forms.KINDS_OFFERED],
        is_present=is_present,
        gift_words=policy.GIFT_LIMIT_WORDS,
        objections=_objections(person) if kind == "asked" else (),
    )


def _objections(person: Person) -> tuple[rules.Objection, ...]:
    today = today_here()
    return rules.objections(queries.history_of(session(), person, today), today)


# --- one entry ------------------------------------------------------------------------------------------------------


@bp.get("/touches/<int:touch_id>")
@signed_in
def touch(touch_id: int) -> ResponseReturnValue:
    """One entry, with what can be done about it."""
    row = queries.touch_here(session(), touch_id)
    return render_template(
        "relationships/touch.html",
        touch=row,
        title=touch_words.headline(row),
        answered=queries.answers_to(session(), row) if row.kind == "asked" else (),
        asked=session().get(Touch, row.answers_id) if row.answers_id is not None else None,
        words=_words_of_lists(),
        today=today_here(),
    )


@dataclass(frozen=True, slots=True)
class ListsOfWords:
    """The words for what the tables keep as keys."""

    kinds: Any
    channels: Any
    helped: Any
    states: Any
    answers: Any
    sources: Any
    gate: Any


SOURCES = {
    "hand": "Noted by hand",
    "letter": "From a letter that was sent",
    "interview": "From an interview",
    "article": "From an article",
    "event": "From an event",
    "import": "From an import",
}
"""Who noted it -> the words on the screen."""


def _words_of_lists() -> ListsOfWords:
    return ListsOfWords(TOUCH_KINDS, TOUCH_CHANNELS, HELPED, ASK_STATES, ANSWERS, SOURCES, rules.GATE)


@bp.route("/touches/<int:touch_id>/edit", methods=["GET", "POST"])
@requires("editor")
def edit_touch(touch_id: int) -> ResponseReturnValue:
    """Corrects an entry. When another window was faster, nothing is lost."""
    row = queries.touch_here(session(), touch_id)
    kind = _kind_asked(row.kind) if row.source == "hand" else row.kind
    form = _form(row.person, kind, _values(row), row)
    if request.method == "GET" or not form.validate():
        return _edit_page(row, kind, form), status_of(form)
    try:
        operations.correct(session(), row, _new(form, row.person_id, kind), form.version.data, by())
    except ChangedElsewhere as error:
        theirs = _compared(row)
        form.version.data = row.version
        return _edit_page(row, kind, form, theirs), error.status
    tell("Corrected.")
    return redirect(url_for("relationships.touch", touch_id=row.id), 303)


def _values(row: Touch) -> dict[str, Any]:
    same = {name: getattr(row, name) for name in ("version", "what", "channel", "helped", "helped_words", "url")}
    days = {name: value.isoformat() if (value := getattr(row, name)) else "" for name in ("happened_on", "back_on")}
    numbers = {"helper": str(row.helper_id or ""), "project": str(row.project_id or "")}
    return {**same, **days, **numbers, "give_kind": row.give_kind, "ask_kind": row.ask_kind, "answer": row.answer}


def _compared(row: Touch) -> tuple[tuple[str, str], ...]:
    return (
        ("When", day(row.happened_on, today_here())),
        ("What happened", touch_words.headline(row)),
        ("How", TOUCH_CHANNELS[row.channel]),
    )


def _edit_page(row: Touch, kind: str, form: TouchForm, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    kinds = [(key, TOUCH_KINDS[key]) for key in forms.KINDS_OFFERED] if row.source == "hand" else []
    return render_template(
        "relationships/touch_edit.html", touch=row, kind=kind, form=form, theirs=theirs, kinds=kinds,
        gift_words=policy.GIFT_LIMIT_WORDS,
    )  # fmt: skip


# --- answers and closing --------------------------------------------------------------------------------------------


@bp.post("/touches/<int:touch_id>/answered")
@requires("editor")
def answer_touch(touch_id: int) -> ResponseReturnValue:
    """They answered, today, by one press. The answer to a letter to the assistant came through the assistant."""
    asked = queries.touch_here(session(), touch_id)
    answer = request.form.get("answer", "")
    if asked.kind != "asked" or answer not in ANSWERS or answer == "out_of_office":
        raise NotFound
    known, on = now(), max(today_here(), asked.happened_on)
    new = NewTouch(
        asked.person_id, "answered", on, channel=asked.channel, answer=answer, answers_id=asked.id,
        helper_id=asked.helper_id, project_id=asked.project_id,
    )  # fmt: skip
    row = operations.note(session(), new, by())
    if row.created_at != known:
        tell("That answer was noted already.", tone="warn")
    else:
        through = f" through {row.helper.name}" if row.helper is not None else ""
        words = f"Noted: {asked.person.name} answered{through}. {ANSWERS[answer]}."
        tell(words, undo=url_for("relationships.delete_touch", touch_id=row.id))
    return to_person(asked.person_id, "between")


@bp.post("/touches/<int:touch_id>/close")
@requires("editor")
def close_request(touch_id: int) -> ResponseReturnValue:
    """Closes a request that nobody answered, takes one back, or opens it again."""
    row = queries.touch_here(session(), touch_id)
    state = request.form.get("state", "")
    if row.kind != "asked" or state not in ASK_STATES:
        raise NotFound
    operations.close_ask(session(), row, state, _not_before(row.happened_on), by())
    tell(f"{touch_words.headline(row)}: {ASK_STATES[state][:1].lower()}{ASK_STATES[state][1:]}.")
    return redirect(url_for("relationships.touch", touch_id=row.id), 303)


def _not_before(day_of_request: date) -> date:
    return max(today_here(), day_of_request)


# --- going and coming back ------------------------------------------------------------------------------------------


@bp.get("/touches/<int:touch_id>/delete/ask")
@requires("editor")
def ask_delete_touch(touch_id: int) -> ResponseReturnValue:
    """Says what deleting does, and until when it can be undone."""
    row = queries.touch_here(session(), touch_id)
    title = touch_words.headline(row)
    return render_template("relationships/touch_delete.html", touch=row, title=title, until=now() + rules.UNDO_FOR)


@bp.post("/touches/<int:touch_id>/delete")
@requires("editor")
def delete_touch(touch_id: int) -> ResponseReturnValue:
    """Takes an entry out of the ledger."""
    row = queries.touch_or_deleted(session(), touch_id)
    words = "It was deleted already." if row.deleted_at else f"Deleted: {touch_words.headline(row)}."
    operations.remove(session(), row, by())
    tell(words, undo=url_for("relationships.bring_touch_back", touch_id=row.id))
    return to_person(row.person_id, "between")


@bp.post("/touches/<int:touch_id>/bring-back")
@requires("editor")
def bring_touch_back(touch_id: int) -> ResponseReturnValue:
    """Brings a deleted entry back. Raises: Refused after 30 days."""
    row = queries.touch_or_deleted(session(), touch_id)
    operations.bring_back(session(), row, by())
    tell(f"{touch_words.headline(row)}: back again.")
    return to_person(row.person_id, "between")
