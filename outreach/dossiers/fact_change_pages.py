"""The pages on which facts are corrected, withdrawn, settled or said again, and records turned away."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach import partial_dates
from outreach.dossiers import fact_changes, fact_history, fact_lines, not_them, uses
from outreach.dossiers.dossier_forms import CorrectionForm, WithdrawForm
from outreach.dossiers.fact_changes import Correction, FactChanged
from outreach.dossiers.fact_pages import about, about_fact, by, status_of, to_facts
from outreach.dossiers.models import Fact
from outreach.dossiers.run_pages import bp
from outreach.dossiers.subjects import Subject
from outreach.errors import NotFound, Refused
from outreach.notices import GONE_ALREADY, tell
from outreach.request_session import now, session
from outreach.security import requires
from outreach.words import counted
from research.vocabulary import PREDICATES

_CONFLICT = 409
_NO_DISPUTE = "This is settled already: no other value stands against it any more."


def _fact(fact_id: int) -> Fact:
    return fact_lines.fact_here(session(), fact_id)


def _to_fact(fact_id: int) -> ResponseReturnValue:
    return redirect(url_for(".fact", fact_id=fact_id), 303)


def _marked(places: int) -> str:
    return f" {counted(places, 'place that used it needs', 'places that used it need')} a look." if places else ""


# --- correcting -----------------------------------------------------------------------------------------------------


@bp.route("/facts/<int:fact_id>/correct", methods=["GET", "POST"])
@requires("editor")
def correct_fact(fact_id: int) -> ResponseReturnValue:
    """Puts another value in a fact's place, with the reason."""
    row = _fact(fact_id)
    form = CorrectionForm(PREDICATES[row.predicate], now().date(), data=_present(row))
    if not form.validate_on_submit():
        return _correction(row, form), status_of(form)
    if row.state != "current" or (form.was.data or "") != row.value_words:
        form.was.data = row.value_words
        return _correction(row, form, theirs=_theirs(row)), _CONFLICT
    correction = Correction(
        form.read, form.why.data, form.organization.data or "", form.starts.read, form.ends.read
    )  # fmt: skip
    made = fact_changes.correct(session(), row, correction, by())
    places = sum(use.needs_look_since is not None for use in uses.uses_of(session(), row.id))
    tell(f"Corrected.{_marked(places)}", undo=url_for(".restore_fact", fact_id=row.id))
    return _to_fact(made.id)


def _present(row: Fact) -> dict[str, str]:
    """What the form shows at first: the fact as it is."""
    is_flag = isinstance(row.value, bool)
    return {
        "was": row.value_words,
        "value": ("yes" if row.value else "no") if is_flag else str(row.value),
        "organization": row.organization_name,
        "starts": partial_dates.say(row.starts),
        "ends": partial_dates.say(row.ends),
    }


def _theirs(row: Fact) -> tuple[tuple[str, str], ...]:
    """What became of the fact while the form lay open."""
    said = [("The fact", row.value_words)]
    if row.state != "current":
        said.append(("What became of it", fact_history.STATE_WORDS[row.state]))
    if row.why:
        said.append(("Why", row.why))
    return tuple(said)


def _correction(row: Fact, form: CorrectionForm, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    return render_template("dossiers/correct.html", fact=row, form=form, about=about_fact(row), theirs=theirs)


# --- withdrawing ----------------------------------------------------------------------------------------------------


@bp.get("/facts/<int:fact_id>/withdraw/ask")
@requires("editor")
def ask_withdraw_fact(fact_id: int) -> ResponseReturnValue:
    """Says what withdrawing does, and asks why."""
    return _withdrawal(_fact(fact_id), WithdrawForm(formdata=None))


@bp.post("/facts/<int:fact_id>/withdraw")
@requires("editor")
def withdraw_fact(fact_id: int) -> ResponseReturnValue:
    """Takes a fact out of what is said."""
    row = _fact(fact_id)
    form = WithdrawForm()
    if not form.validate():
        return _withdrawal(row, form), status_of(form)
    try:
        places = fact_changes.withdraw(session(), row, form.why.data, by())
    except FactChanged as error:
        return _withdrawal(row, form, theirs=_theirs(row)), error.status
    tell(f"Withdrawn. It stays in the history.{_marked(places)}", undo=url_for(".restore_fact", fact_id=fact_id))
    return _to_fact(fact_id)


def _withdrawal(row: Fact, form: WithdrawForm, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    page = fact_history.fact_page(session(), row, now().date())
    return render_template("dossiers/withdraw.html", page=page, form=form, about=about_fact(row), theirs=theirs)


@bp.post("/facts/<int:fact_id>/restore")
@requires("editor")
def restore_fact(fact_id: int) -> ResponseReturnValue:
    """Says a corrected or withdrawn fact again."""
    row = _fact(fact_id)
    fact_changes.restore(session(), row, by())
    if row.state == "current":
        tell("This is said again.")
    else:
        tell("No source says this any more, so it is not said again.", tone="warn")
    return _to_fact(fact_id)


# --- settling -------------------------------------------------------------------------------------------------------


@bp.post("/facts/<int:fact_id>/settle")
@requires("editor")
def settle_fact(fact_id: int) -> ResponseReturnValue:
    """Lets one of several disputed values hold. Raises: Refused where nothing is disputed any more."""
    row = _fact(fact_id)
    rivals = fact_history.rivals_of(session(), row)
    if not rivals:
        raise Refused(_NO_DISPUTE)
    fact_changes.settle(session(), row, rivals, by())
    tell("Settled. The other values stay in the history, and can be said again from there.")
    return to_facts(about_fact(row))


@bp.post("/facts/<int:fact_id>/all-hold")
@requires("editor")
def let_all_hold(fact_id: int) -> ResponseReturnValue:
    """Lets all posts hold that stand against each other. Raises: Refused for no dispute of posts, or a settled one."""
    row = _fact(fact_id)
    rivals = fact_history.rivals_of(session(), row)
    if not rivals or row.predicate != "role":
        raise Refused(_NO_DISPUTE)
    fact_changes.let_all_hold(session(), rivals, by())
    tell("Settled: all of them hold, and are said side by side.")
    return to_facts(about_fact(row))


@bp.post("/facts/<int:fact_id>/leave-out")
@requires("editor")
def leave_out_fact(fact_id: int) -> ResponseReturnValue:
    """Lets none of several disputed values be said. Raises: Refused where nothing is disputed any more."""
    row = _fact(fact_id)
    rivals = fact_history.rivals_of(session(), row)
    if not rivals:
        raise Refused(_NO_DISPUTE)
    fact_changes.leave_out(session(), rivals, by())
    tell("Left out. The values stay in the history, and can be said again from there.")
    return to_facts(about_fact(row))


# --- not them -------------------------------------------------------------------------------------------------------


@bp.route("/facts/<int:fact_id>/claims/<int:claim_id>/not-them", methods=["GET", "POST"])
@requires("editor")
def not_them_of_fact(fact_id: int, claim_id: int) -> ResponseReturnValue:
    """Says what leaves with a record; then keeps that it is somebody else's."""
    row = _fact(fact_id)
    whom = about_fact(row)
    try:
        claim = not_them.claim_here(session(), row, claim_id)
    except NotFound:
        if request.method == "GET":
            raise
        tell(GONE_ALREADY)
        return to_facts(whom)
    if request.method == "GET":
        leaving = not_them.leaving(session(), claim, now())
        return render_template("dossiers/not_them.html", fact=row, claim=claim, leaving=leaving, about=whom)
    verdict, changes = not_them.turn_away(session(), claim, by())
    gone = counted(len(changes.gone), "fact has left", "facts have left")
    tell(f"Kept: this is not {whom.them}. {gone}.", undo=url_for(".take_back_verdict", verdict_id=verdict.id))
    return to_facts(whom)


@bp.post("/verdicts/<int:verdict_id>/undo")
@requires("editor")
def take_back_verdict(verdict_id: int) -> ResponseReturnValue:
    """Takes the user's word on a record back. Raises: NotFound, Refused after 30 days."""
    verdict = not_them.take_back(session(), verdict_id, by())
    tell("Your word is taken back. What left with it is here again.")
    return to_facts(about(Subject(verdict.person_id, verdict.organization_id)))
