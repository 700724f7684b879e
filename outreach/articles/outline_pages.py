"""Beginning an article: about whose work, then which outline, for which project, about which program."""

from __future__ import annotations

from collections.abc import Sequence

from flask import render_template, request
from flask.typing import ResponseReturnValue

from outreach.articles import material, operations, outline_files, outlines
from outreach.articles.article_pages import UNPROCESSABLE, bp, by, to_editor
from outreach.articles.forms import OutlineForm, outline_form
from outreach.articles.material import Sources
from outreach.articles.operations import NewArticle
from outreach.articles.outline_files import Outline
from outreach.columns import LARGEST_ID
from outreach.dossiers.models import Program
from outreach.dossiers.program_queries import program_here
from outreach.dossiers.program_rules import Ranked
from outreach.dossiers.subjects import person_here
from outreach.drafts import confirmed
from outreach.drafts import queries as drafts
from outreach.errors import NotFound, Refused
from outreach.interviews import talk_queries
from outreach.notices import tell
from outreach.people.models import Person
from outreach.projects import queries as projects
from outreach.projects.models import Project
from outreach.request_session import now, session
from outreach.search import search
from outreach.security import requires

MOST_FOUND = 30


@bp.route("/articles/new", methods=["GET", "POST"])
@requires("editor")
def new_article() -> ResponseReturnValue:
    """Asks about whose work, then for outline, project and program; composes the outline when all is said."""
    project = _project(_number(request.args.get("project", "")))
    person = _person(project)
    if person is None:
        return _choose_person(project)
    programs = confirmed.programs(session(), person, now().date())
    form = _form(person, project, programs)
    if request.method == "POST" and form.validate():
        return _begin(person, form, {one.id for one in programs})
    page = render_template(
        "articles/new.html", person=person, form=form, asked_project=project.id if project else None,
        outlines=outline_files.read_folder()[0].values(), problems=outline_files.read_folder()[1],
        programs=programs, talks=[row for row in talk_queries.of_person(session(), person.id) if row.state == "held"],
    )  # fmt: skip
    return page, UNPROCESSABLE if form.errors else 200


def _number(text: str) -> int | None:
    """An id as it stands in an address; None for none. Raises: NotFound for what can be no id."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_ID)) and int(text) <= LARGEST_ID):
        raise NotFound
    return int(text)


def _project(number: int | None) -> Project | None:
    return projects.project_here(session(), number) if number is not None else None


def _person(project: Project | None) -> Person | None:
    """The leader in the address, else the only one who was talked with for the project. Raises: NotFound."""
    asked = _number(request.args.get("person", ""))
    if asked is not None:
        return person_here(session(), asked)
    if project is None:
        return None
    talked_with = {row.person_id for row in talk_queries.of_project(session(), project.id)}
    return person_here(session(), talked_with.pop()) if len(talked_with) == 1 else None


def _choose_person(project: Project | None) -> ResponseReturnValue:
    words = request.args.get("q", "")[:200].strip()
    found = [one.ref_id for one in search(session(), words, kinds=("person",), limit=MOST_FOUND)] if words else None
    return render_template(
        "articles/choose_person.html", leaders=drafts.leaders(session(), found), words=words,
        asked_project=project.id if project else None,
    )  # fmt: skip


def _form(person: Person, project: Project | None, programs: Sequence[Ranked]) -> OutlineForm:
    offered = list(projects.open_projects(session()))
    if project is not None and project.id not in {one.id for one in offered}:
        offered.insert(0, project)
    chosen = project or _project_of_talk(person) or (offered[0] if offered else None)
    found = outline_files.read_folder()[0]
    if not found:
        raise Refused("No outline can be read. Look at the files in templates/outlines.")
    first = {
        "project": str(chosen.id) if chosen else "",
        "program": str(programs[0].id) if programs else "",
        "outline": _first_outline(list(found.values()), chosen).key,
    }
    named = {"formdata": None, "data": first} if request.method == "GET" else {}
    return outline_form(
        [(one.key, one.name) for one in found.values()], [(one.id, one.title) for one in offered],
        [(one.id, one.name) for one in programs], **named,
    )  # fmt: skip


def _project_of_talk(person: Person) -> Project | None:
    """The project for which the leader was talked with last, while it is under way."""
    rows = talk_queries.of_person(session(), person.id)
    latest = next((row.project for row in rows if row.project is not None and row.state != "canceled"), None)
    return latest if latest is not None and latest.state == "open" and latest.deleted_at is None else None


def _first_outline(found: Sequence[Outline], project: Project | None) -> Outline:
    return next((one for one in found if project is not None and project.kind in one.kinds), found[0])


def _begin(person: Person, form: OutlineForm, offered: set[int]) -> ResponseReturnValue:
    project = _project(_number(form.project.data))
    number = _number(form.program.data)
    program: Program | None = program_here(session(), number) if number in offered and number is not None else None
    sources = Sources(person, project, program)
    composed = outlines.compose(_outline(form.outline.data, project), material.gather(session(), sources, by()))
    new = NewArticle(
        title=composed.title or f"About the work of {person.name}", body=composed.body, outline_key=form.outline.data,
        project_id=project.id if project else None, program_id=program.id if program else None, person_id=person.id,
        quotes=composed.quotes, facts=composed.facts,
    )  # fmt: skip
    row = operations.begin(session(), new, by())
    tell(" ".join(("Composed from what is known. What is missing says so, in double brackets.", *composed.remarks)))
    return to_editor(row.id)


def _outline(key: str, project: Project | None) -> Outline:
    """An outline with the words that the project's venue asks for."""
    venue = material.venue_for(session(), project)
    outline = outline_files.read_folder()[0][key]
    return outlines.spread(outline, venue.shortest_words, venue.longest_words) if venue is not None else outline
