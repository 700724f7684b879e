"""Beginning a letter: to whom, which letter, then what it is composed from. Each step has an address of its own."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.asklint.types import Kind
from outreach.columns import LARGEST_ID
from outreach.dossiers.models import Program
from outreach.dossiers.program_rules import Ranked
from outreach.dossiers.subjects import person_here
from outreach.drafts import beginning, compose, confirmed, gate, operations, queries, rules
from outreach.drafts.beginning import Chosen
from outreach.drafts.compose import Letter
from outreach.drafts.confirmed import Offer
from outreach.drafts.editor import UNPROCESSABLE, bp, by, to_draft
from outreach.drafts.letter_forms import NEW, LetterForm, first_values, letter_form
from outreach.drafts.models import Draft
from outreach.errors import NotFound, Refused
from outreach.notices import tell
from outreach.people.models import Person
from outreach.projects import operations as project_operations
from outreach.projects import queries as projects
from outreach.projects.models import Project
from outreach.projects.operations import ProjectDetails
from outreach.relationships.rules import Objection
from outreach.request_session import now, session
from outreach.search import search
from outreach.security import requires
from outreach.words import counted

MOST_FOUND = 30


@bp.route("/drafts/new", methods=["GET", "POST"])
@requires("editor")
def new_draft() -> ResponseReturnValue:
    """Asks to whom, then which letter, then what it is composed from; writes it when all is said."""
    person = _person()
    if person is None:
        return _choose_person()
    allowed = operations.may_write_to(person)
    if not allowed.allowed:
        raise Refused(*allowed.reasons)
    letter = compose.letters().get(request.args.get("letter", ""))
    if letter is None:
        return _choose_letter(person)
    return _compose(person, letter)


def _person() -> Person | None:
    """The leader in the address; None where none is. Raises: NotFound."""
    number = _number(request.args.get("person", ""))
    return person_here(session(), number) if number is not None else None


def _number(text: str) -> int | None:
    """An id as it stands in an address; None for none. Raises: NotFound for what can be no id."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_ID)) and int(text) <= LARGEST_ID):
        raise NotFound
    return int(text)


# --- to whom, which letter ------------------------------------------------------------------------------------------


def _choose_person() -> ResponseReturnValue:
    words = request.args.get("q", "")[:200].strip()
    found = [one.ref_id for one in search(session(), words, kinds=("person",), limit=MOST_FOUND)] if words else None
    leaders = queries.leaders(session(), found)
    return render_template("drafts/choose_person.html", leaders=leaders, words=words, asked_project=_asked_project())


def _asked_project() -> str | None:
    """The project that somebody comes from, as it goes along from step to step; None where none is."""
    asked = request.args.get("project", "")
    return asked if asked.isascii() and asked.isdigit() and len(asked) <= len(str(LARGEST_ID)) else None


def _choose_letter(person: Person) -> ResponseReturnValue:
    """The letters, the one for the assistant first where somebody keeps the calendar."""
    assistant = queries.assistant_of(session(), person.id)
    before = _before_asking(person)
    is_paused = any(one.rule == "paused" for one in before)
    letters = _letters_that_may_leave(before)
    return render_template(
        "drafts/choose_letter.html",
        person=person,
        letters=[one for one in letters if assistant or one.kind.value != "assistant-request"],
        before=before,
        is_paused=is_paused,
        assistant=assistant if not is_paused else None,
        problems=compose.problems(),
        asked_project=_asked_project(),
        facts=len(confirmed.standing(session(), person).holds),
    )


def _before_asking(person: Person) -> tuple[Objection, ...]:
    """What stands against asking them for something new today."""
    asks = Kind.INTERVIEW_REQUEST.value
    return gate.objections(session(), person, asks, asks, current_user.user_id, now())


def _letters_that_may_leave(before: tuple[Objection, ...]) -> list[Letter]:
    """All of them; in a pause those that are right then."""
    letters = compose.letters().values()
    if not any(one.rule == "paused" for one in before):
        return list(letters)
    return [one for one in letters if gate.leaves_in_a_pause(one.kind.value, one.key)]


# --- what it is composed from ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Choice:
    """What there is to choose from for a letter."""

    projects: tuple[Project, ...]
    programs: tuple[Ranked, ...]
    offer: Offer


def _compose(person: Person, letter: Letter) -> ResponseReturnValue:
    before = gate.objections(session(), person, letter.kind.value, letter.key, current_user.user_id, now())
    holds = [one.words for one in before if not one.can_pass]
    if holds:
        raise Refused(*holds)
    choice = _choice(person)
    form = _form(choice, letter)
    if request.method == "POST" and form.validate():
        chosen = _chosen(person, letter, form)
        row = beginning.begin(session(), chosen, by())
        tell(_composed(row))
        return to_draft(row.id)
    page = render_template(
        "drafts/compose.html", person=person, letter=letter, form=form, choice=choice,
        assistant=queries.assistant_of(session(), person.id), is_request=letter.kind in rules.REQUESTS,
        asked_project=_asked_project(), before=before,
    )  # fmt: skip
    return page, UNPROCESSABLE if form.errors else 200


def _composed(row: Draft) -> str:
    left_out = beginning.left_out_of(session(), row)
    if not left_out:
        return "Composed from what is confirmed. Read it over; every word can be changed."
    facts = counted(left_out, "chosen fact is", "chosen facts are")
    return f"Composed from what is confirmed. To keep it short, {facts} left out; put in beside the text what you miss."


def _choice(person: Person) -> Choice:
    today = now().date()
    programs = confirmed.programs(session(), person, today)
    first = session().get(Program, programs[0].id) if programs else None
    offer = confirmed.offer(session(), person, first, today)
    return Choice(tuple(projects.open_projects(session())), programs, offer)


def _form(choice: Choice, letter: Letter) -> LetterForm:
    named = {"formdata": None, "data": _first(choice)} if request.method == "GET" else {}
    return letter_form(
        [(one.id, one.title) for one in choice.projects],
        [(one.id, one.name) for one in choice.programs],
        [line.id for line in choice.offer.lines],
        needs_project=letter.kind in rules.REQUESTS,
        today=now().date(),
        **named,
    )


def _first(choice: Choice) -> dict[str, object]:
    """What is chosen already: the project worked on last, the program to ask about, the best two or three facts."""
    asked = request.args.get("project", "")
    known = {str(one.id) for one in choice.projects}
    chosen = asked if asked in known else str(choice.projects[0].id) if choice.projects else NEW
    program = str(choice.programs[0].id) if choice.programs else ""
    facts = [str(number) for number in choice.offer.best]
    return {**first_values(now().date()), "project": chosen, "program": program, "facts": facts}


def _chosen(person: Person, letter: Letter, form: LetterForm) -> Chosen:
    assistant = queries.assistant_of(session(), person.id)
    offered = {row.id: row for row in confirmed.standing(session(), person).holds}
    program = _number(form.program.data)
    is_request = letter.kind in rules.REQUESTS
    return Chosen(
        letter=letter,
        person=person,
        assistant_id=assistant.id if assistant else None,
        project=_project(form),
        program=session().get(Program, program) if program is not None else None,
        facts=tuple(offered[number] for number in form.facts.ids if number in offered),
        minutes=form.minutes.read if is_request else None,
        way=form.way.data if is_request else "",
        window_from=form.window_from.read if is_request else None,
        window_until=form.window_until.read if is_request else None,
    )


def _project(form: LetterForm) -> Project | None:
    if form.project.data == NEW:
        details = ProjectDetails(
            title=form.new_title.data or "",
            kind=form.new_kind.data,
            topic=form.new_topic.data or "",
            readers=form.new_readers.data or "",
            question=form.new_question.data or "",
        )
        return project_operations.begin(session(), details, by())
    number = _number(form.project.data)
    return projects.project_here(session(), number) if number is not None else None
