"""The pages of pauses: one for a person, one for an organization; ending, and taking either back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.accounts.here import today_here as today
from outreach.notices import tell
from outreach.organizations import queries as organizations
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.people.operations import ChangedElsewhere
from outreach.relationships import pauses, policy
from outreach.relationships.blueprint import bp, by, status_of
from outreach.relationships.models import PAUSE_REASONS, Pause
from outreach.relationships.pause_forms import ON_A_DAY, PauseForm, pause_form
from outreach.relationships.pauses import LETTERS, SMALL_THINGS, NewPause
from outreach.relationships.rules import BadDay
from outreach.relationships.standing_still import standing_still
from outreach.request_session import session
from outreach.security import requires
from outreach.words import day

USUAL_REASON = "hard_times"


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom or what a pause is about, and where it is drawn. One of the two ids is there."""

    name: str
    back: str
    address: str
    person_id: int | None = None
    organization_id: int | None = None

    @property
    def ids(self) -> dict[str, int | None]:
        """As the functions of `pauses` take it."""
        return {"person_id": self.person_id, "organization_id": self.organization_id}


@bp.route("/people/<int:person_id>/pause", methods=["GET", "POST"])
@requires("editor")
def pause_person(person_id: int) -> ResponseReturnValue:
    """Pauses everything about a person, or changes the pause. `?reason=` says what is chosen at first."""
    person = people.person(session(), person_id)
    back = url_for("people.person", number=person.id)
    return _page(Subject(person.name, back, url_for(".pause_person", person_id=person.id), person.id), [person])


@bp.route("/orgs/<int:organization_id>/pause", methods=["GET", "POST"])
@requires("editor")
def pause_organization(organization_id: int) -> ResponseReturnValue:
    """Pauses everything about the people of an organization, or changes the pause."""
    house = organizations.organization(session(), organization_id)
    back = url_for("organizations.organization", number=house.id)
    address = url_for(".pause_organization", organization_id=house.id)
    there = list(pauses.people_at(session(), house.id))
    return _page(Subject(house.name, back, address, organization_id=house.id), there)


def _page(subject: Subject, there: list[Person]) -> ResponseReturnValue:
    standing = pauses.standing_of(session(), today(), **subject.ids)
    form = _form(standing)
    if request.method == "GET" or not form.validate():
        return _drawn(subject, there, standing, form), status_of(form)
    if form.until is None:
        form.day.errors = ["Enter the day on which things go on."]
        return _drawn(subject, there, standing, form), status_of(form)
    new = NewPause(form.reason.data, form.until, words=form.words.data or "", **subject.ids)
    try:
        row, is_new = pauses.set_from_form(session(), new, form.version.data, by(), today())
    except BadDay as error:
        form.day_field.errors = [str(error)]
        return _drawn(subject, there, standing, form), status_of(form)
    except ChangedElsewhere as error:
        form.version.data = standing.version if standing is not None else 0
        return _drawn(subject, there, standing, form, theirs=_said(standing)), error.status
    undo = url_for(".take_back_pause", pause_id=row.id) if is_new else ""
    tell(f"Everything about {subject.name} is paused until {day(row.until, today())}.", undo=undo)
    return redirect(subject.back, 303)


def _form(standing: Pause | None) -> PauseForm:
    asked = request.args.get("reason", "")
    values: dict[str, Any] = {"reason": asked if asked in PAUSE_REASONS else USUAL_REASON, "how_long": "month"}
    if standing is not None:
        reason = values["reason"] if asked in PAUSE_REASONS else standing.reason
        until = standing.until.isoformat()
        values = {"reason": reason, "how_long": ON_A_DAY, "day": until, "words": standing.words,
                  "version": standing.version}  # fmt: skip
    named: dict[str, Any] = {"formdata": None, "data": values} if request.method == "GET" else {}
    return pause_form(today(), **named)


def _said(standing: Pause | None) -> tuple[tuple[str, str], ...]:
    if standing is None:
        return ()
    words = standing.words or "(nothing)"
    return ("Why", PAUSE_REASONS[standing.reason]), ("Until", day(standing.until, today())), ("To remember", words)


def _drawn(
    subject: Subject,
    there: list[Person],
    standing: Pause | None,
    form: PauseForm,
    theirs: tuple[tuple[str, str], ...] = (),
) -> str:
    reason = form.reason.data if form.reason.data in SMALL_THINGS else USUAL_REASON
    others = pauses.all_standing_over(session(), subject.person_id, today()) if subject.person_id else ()
    return render_template(
        "relationships/pause.html",
        subject=subject,
        people=there,
        standing=standing,
        houses=[one for one in others if one.organization_id is not None],
        form=form,
        theirs=theirs,
        still=standing_still(session(), [one.id for one in there]),
        small_thing=SMALL_THINGS[reason][1],
        letter=LETTERS.get(SMALL_THINGS[reason][0], ""),
        small_things=[(PAUSE_REASONS[key], words) for key, (_, words) in SMALL_THINGS.items()],
        history=pauses.history_of(session(), today(), **subject.ids),
        reasons=PAUSE_REASONS,
        why_a_month=policy.PAUSE.why,
    )


# --- ending, and taking back ----------------------------------------------------------------------------------------


@bp.post("/pauses/<int:pause_id>/end")
@requires("editor")
def end_pause(pause_id: int) -> ResponseReturnValue:
    """Things go on from now. A second press is told that they do already."""
    row = pauses.pause_here(session(), pause_id)
    name = pauses.subject_of(row)
    if not pauses.stands(row, today()):
        tell(f"Everything about {name} goes on already.")
        return _to_subject(row)
    pauses.end(session(), row, by())
    tell(f"Everything about {name} goes on.", undo=url_for(".take_up_pause", pause_id=row.id))
    return _to_subject(row)


@bp.post("/pauses/<int:pause_id>/take-up")
@requires("editor")
def take_up_pause(pause_id: int) -> ResponseReturnValue:
    """The undo of ending. Raises: Refused where it would be over by now."""
    row = pauses.pause_here(session(), pause_id)
    pauses.take_up(session(), row, by(), today())
    tell(f"Everything about {pauses.subject_of(row)} is paused again, until {day(row.until, today())}.")
    return _to_subject(row)


@bp.post("/pauses/<int:pause_id>/take-back")
@requires("editor")
def take_back_pause(pause_id: int) -> ResponseReturnValue:
    """The undo of beginning."""
    row = pauses.pause_here(session(), pause_id)
    name, answer = pauses.subject_of(row), _to_subject(row)
    pauses.take_back(session(), row, by())
    tell(f"Everything about {name} goes on.")
    return answer


def _to_subject(row: Pause) -> ResponseReturnValue:
    if row.person_id is not None:
        return redirect(url_for("people.person", number=row.person_id), 303)
    house = row.organization
    if house is None or house.deleted_at is not None:
        return redirect(url_for("organizations.organizations"), 303)
    return redirect(url_for("organizations.organization", number=house.id), 303)
