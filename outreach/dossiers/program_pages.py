"""The pages of programs: which to ask about, one record with its passages, recording, changing, giving sources."""

from __future__ import annotations

from collections.abc import Sequence

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Form

from outreach import partial_dates
from outreach.columns import LARGEST_ID
from outreach.dossiers import fact_lines, program_changes, program_queries, program_rules, uses
from outreach.dossiers.dossier_forms import ProgramForm, SourceForm
from outreach.dossiers.fact_pages import About, about, by, status_of
from outreach.dossiers.models import Claim, Fact, Program
from outreach.dossiers.operations import UNDO_FOR
from outreach.dossiers.program_changes import PLACE, ChangedElsewhere, HandPassage, Told
from outreach.dossiers.run_pages import bp
from outreach.dossiers.subjects import Subject, organization_here, person_here
from outreach.errors import NotFound
from outreach.notices import GONE_ALREADY, tell
from outreach.people import rules as people_rules
from outreach.request_session import now, session
from outreach.security import requires, signed_in
from outreach.words import counted

_LONGEST_NUMBER = len(str(LARGEST_ID))


def _person(person_id: int) -> Subject:
    return Subject(person_here(session(), person_id).id, None)


def _organization(organization_id: int) -> Subject:
    return Subject(None, organization_here(session(), organization_id).id)


# --- which to ask about ---------------------------------------------------------------------------------------------


@bp.get("/people/<int:person_id>/programs")
@signed_in
def programs_of_person(person_id: int) -> ResponseReturnValue:
    """The programs of a leader, the one to ask about first, with the reasons."""
    return _programs(_person(person_id))


@bp.get("/orgs/<int:organization_id>/programs")
@signed_in
def programs_of_organization(organization_id: int) -> ResponseReturnValue:
    """The programs of an organization, the one to ask about first, with the reasons."""
    return _programs(_organization(organization_id))


def _programs(subject: Subject) -> ResponseReturnValue:
    programs = program_queries.programs_of(session(), subject)
    return render_template(
        "dossiers/programs.html",
        about=about(subject),
        picked=program_queries.picked(session(), programs, now().date()),
        programs={one.id: one for one in programs},
        found=program_queries.not_recorded(session(), subject, programs, now().date()),
    )


# --- one ------------------------------------------------------------------------------------------------------------


@bp.get("/programs/<int:program_id>")
@signed_in
def program(program_id: int) -> ResponseReturnValue:
    """A program: problem, action, result, the leader's part, who is credited, and the passages."""
    return _draw(program_queries.program_here(session(), program_id), SourceForm(formdata=None))


def _draw(row: Program, form: SourceForm, refused: Form | None = None) -> ResponseReturnValue:
    today = now().date()
    page = program_queries.program_page(session(), row, uses.waiting_at(session(), PLACE, row.id), today)
    subject = Subject(row.person_id, row.organization_id)
    found = program_queries.not_recorded(session(), subject, program_queries.programs_of(session(), subject), today)
    drawn = render_template(
        "dossiers/program.html", page=page, program=row, form=form, refused=refused, found=found, about=_about(row)
    )
    return drawn, status_of(form)


def _about(row: Program) -> About:
    return about(Subject(row.person_id, row.organization_id if row.person_id is None else None))


@bp.post("/programs/<int:program_id>/looked-at")
@requires("editor")
def looked_at_program(program_id: int) -> ResponseReturnValue:
    """Notes that somebody has looked at what changed below a program."""
    row = program_queries.program_here(session(), program_id)
    uses.looked_at(session(), PLACE, row.id)
    tell("Noted that you have looked at it.")
    return _to(row)


def _to(row: Program, anchor: str | None = None) -> ResponseReturnValue:
    return redirect(url_for(".program", program_id=row.id, _anchor=anchor), 303)


# --- recording ------------------------------------------------------------------------------------------------------


@bp.route("/people/<int:person_id>/programs/new", methods=["GET", "POST"])
@requires("editor")
def new_program_of_person(person_id: int) -> ResponseReturnValue:
    """Records a program of a leader, from what sources tell or by hand."""
    return _new(_person(person_id))


@bp.route("/orgs/<int:organization_id>/programs/new", methods=["GET", "POST"])
@requires("editor")
def new_program_of_organization(organization_id: int) -> ResponseReturnValue:
    """Records a program of an organization, from what sources tell or by hand."""
    return _new(_organization(organization_id))


def _new(subject: Subject) -> ResponseReturnValue:
    whom, made_of = about(subject), None
    form = ProgramForm(now().date())
    if request.method == "GET":
        made_of = _asked_for(subject)
        form = ProgramForm(now().date(), formdata=None, data=_prefilled(made_of))
    claims = program_queries.claims_about(session(), subject, form.claims.data or ())
    if not form.validate_on_submit():
        return _form_page("dossiers/new_program.html", form, whom, claims), status_of(form)
    row = program_changes.record(session(), subject, _told(form), claims, by())
    tell(f"Recorded {row.name}.")
    return _to(row)


def _asked_for(subject: Subject) -> Fact | None:
    """The fact that a record is to be made of; none for one by hand. Raises: NotFound."""
    number = request.args.get("fact", "")
    if not number:
        return None
    if not number.isascii() or not number.isdigit() or len(number) > _LONGEST_NUMBER or int(number) > LARGEST_ID:
        raise NotFound
    row = fact_lines.fact_here(session(), int(number))
    if row.person_id != subject.person_id or row.organization_id != subject.organization_id:
        raise NotFound
    return row


def _prefilled(row: Fact | None) -> dict[str, object]:
    """What sources say of a program, for the fields of the form; what they do not say stays empty."""
    if row is None:
        return {}
    return {
        "claims": tuple(claim.id for claim in program_queries.claims_of_fact(session(), row)),
        "name": str(row.value)[:300],
        "result": str(row.details.get("result", "")),
        "period": str(row.details.get("period", ""))[:100],
        "starts": partial_dates.say(row.starts),
        "ends": partial_dates.say(row.ends),
    }


def _told(form: ProgramForm) -> Told:
    texts = ("problem", "action", "result", "period", "leader_part")
    return Told(
        name=form.name.data,
        starts=form.starts.read,
        ends=form.ends.read,
        credits=form.credited.read,
        **{name: form[name].data or "" for name in texts},
    )


def _form_page(
    template: str,
    form: ProgramForm,
    whom: About,
    claims: Sequence[Claim],
    row: Program | None = None,
    theirs: tuple[tuple[str, str], ...] = (),
) -> str:
    said = [fact_lines.words_of_claim(claim) for claim in claims]
    return render_template(
        template, form=form, about=whom, said=said, hints=_hints(form, said), program=row, theirs=theirs
    )


def _hints(form: ProgramForm, said: Sequence[fact_lines.Words]) -> dict[str, fact_lines.Words]:
    """Field -> the words of a source that it stands in."""
    passages = [program_rules.Passage(place, one.quote) for place, one in enumerate(said)]
    found = {}
    for name in ("name", "problem", "action", "result", "period", "leader_part"):
        passage = program_rules.passage_for(form[name].data or "", passages)
        if passage is not None:
            found[name] = said[passage.key]
    return found


# --- changing -------------------------------------------------------------------------------------------------------


@bp.route("/programs/<int:program_id>/edit", methods=["GET", "POST"])
@requires("editor")
def edit_program(program_id: int) -> ResponseReturnValue:
    """Changes a record. When another window was faster, both are shown."""
    row = program_queries.program_here(session(), program_id)
    claims = [one.claim for one in row.sources if one.claim is not None]
    form = ProgramForm(now().date(), data=_present(row))
    whom = _about(row)
    if not form.validate_on_submit():
        return _form_page("dossiers/edit_program.html", form, whom, claims, row), status_of(form)
    try:
        program_changes.change(session(), row, _told(form), form.version.data, by())
    except ChangedElsewhere as error:
        form.version.data = row.version
        theirs = people_rules.differences(_compared(form, row))
        return _form_page("dossiers/edit_program.html", form, whom, claims, row, theirs), error.status
    tell(f"Saved {row.name}.")
    return _to(row)


def _present(row: Program) -> dict[str, object]:
    texts = ("version", "name", "problem", "action", "result", "period", "leader_part")
    return {
        **{name: getattr(row, name) for name in texts},
        "starts": partial_dates.say(row.starts),
        "ends": partial_dates.say(row.ends),
        "credited": program_rules.say_credits((one.name, one.part) for one in row.credits),
    }


def _compared(form: ProgramForm, row: Program) -> list[tuple[str, str, str, str]]:
    theirs = _present(row)
    names = ("name", "problem", "action", "result", "period", "starts", "ends", "leader_part", "credited")
    return [(name, form[name].label.text, form[name].data or "", str(theirs[name])) for name in names]


@bp.get("/programs/<int:program_id>/delete/ask")
@requires("editor")
def ask_delete_program(program_id: int) -> ResponseReturnValue:
    """Says what deleting a record does."""
    row = program_queries.program_here(session(), program_id)
    return render_template("dossiers/delete_program.html", program=row, about=_about(row), until=now() + UNDO_FOR)


@bp.post("/programs/<int:program_id>/delete")
@requires("editor")
def delete_program(program_id: int) -> ResponseReturnValue:
    """Takes a record away, so that it can be brought back; the facts stay."""
    row = program_queries.deleted_or_not(session(), program_id)
    words = f"Deleted the record {row.name}. What sources say of it stays."
    if row.deleted_at is not None:
        words = f"The record {row.name} was deleted already."
    program_changes.remove(session(), row, by())
    tell(words, undo=url_for(".bring_program_back", program_id=program_id))
    return redirect(f"{program_queries.path_of_program(row)}/programs", 303)


@bp.post("/programs/<int:program_id>/bring-back")
@requires("editor")
def bring_program_back(program_id: int) -> ResponseReturnValue:
    """Brings a deleted record back. Raises: NotFound; Refused after 30 days."""
    row = program_queries.deleted_or_not(session(), program_id)
    program_changes.bring_back(session(), row, by())
    tell(f"The record {row.name} is back.")
    return _to(row)


# --- sources --------------------------------------------------------------------------------------------------------


@bp.post("/programs/<int:program_id>/sources")
@requires("editor")
def add_source_to_program(program_id: int) -> ResponseReturnValue:
    """Adds a passage by hand."""
    row = program_queries.program_here(session(), program_id)
    form = SourceForm()
    if not form.validate():
        return _draw(row, form, refused=form)
    passage = HandPassage(form.title.data or "", form.address, " ".join((form.quote.data or "").split()))
    program_changes.add_passage(session(), row, passage, by())
    tell("Added the source.")
    return _to(row, "sources")


@bp.post("/programs/<int:program_id>/facts/<int:fact_id>")
@requires("editor")
def add_fact_to_program(program_id: int, fact_id: int) -> ResponseReturnValue:
    """Adds what the sources of a fact say. Raises: NotFound for a fact about somebody else."""
    row = program_queries.program_here(session(), program_id)
    fact_row = fact_lines.fact_here(session(), fact_id)
    if (fact_row.person_id, fact_row.organization_id) not in ((row.person_id, None), (None, row.organization_id)):
        raise NotFound
    claims = program_queries.claims_of_fact(session(), fact_row)
    number = program_changes.add_claims(session(), row, claims, by())
    tell(f"Added {counted(number, 'source', 'sources')}." if number else "These sources were there already.")
    return _to(row, "sources")


@bp.post("/programs/<int:program_id>/sources/<int:source_id>/remove")
@requires("editor")
def remove_source_of_program(program_id: int, source_id: int) -> ResponseReturnValue:
    """Takes a source away from a record. Raises: NotFound."""
    row = program_queries.program_here(session(), program_id)
    try:
        program_changes.remove_source(session(), row, source_id, by())
    except NotFound:
        tell(GONE_ALREADY)
    else:
        tell("Removed the source from this record. What it says stays in the dossier.")
    return _to(row, "sources")
