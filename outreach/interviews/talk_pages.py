"""The pages of talks: all of them, one of them, what was agreed to, when it was, and the thanks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.accounts.here import today_here
from outreach.accounts.whereabouts import day_in, zone_of_user
from outreach.interviews import consent, debrief, recording_laws, talk_notes, talk_queries, talks, thanks
from outreach.interviews.appointment_forms import ConsentForm, HeldForm
from outreach.interviews.appointment_pages import to_talk, when_in_words
from outreach.interviews.appointment_times import at_in_words, clock_in_words, questions_due, working_day_before
from outreach.interviews.appointments import day_of, zone_of_talk
from outreach.interviews.consent import Answer
from outreach.interviews.guide_pages import UNPROCESSABLE, bp, by
from outreach.interviews.talk_models import CONSENTS, INTERVIEW_STATES, RECORDING, WAYS_TO_TALK, Interview
from outreach.interviews.talk_queries import NO_THANKS, Thanks
from outreach.notices import tell
from outreach.people.operations import ChangedElsewhere
from outreach.relationships.rules import BadDay
from outreach.request_session import now, session
from outreach.security import requires, signed_in

LATELY = timedelta(days=30)
"""How far back a talk that is not told of is asked about on the list."""


@dataclass(frozen=True, slots=True)
class TalkLine:
    """A talk in a list. `next_words` and `next_address`: what it waits for, "" for nothing."""

    id: int
    person: str
    when: str
    how: str
    state: str
    next_words: str = ""
    next_address: str = ""

    @property
    def path(self) -> str:
        """Its address."""
        return f"/interviews/{self.id}"


# --- all --------------------------------------------------------------------------------------------------------------


@bp.get("/interviews")
@signed_in
def all_talks() -> ResponseReturnValue:
    """What is coming, what waits to be told of, and every talk there was."""
    cursor = request.args.get("after") or None
    page = talk_queries.all_talks(session(), cursor)
    coming = () if cursor else talk_queries.coming(session(), now())
    over = () if cursor else talk_queries.unfinished(session(), now(), now() - LATELY)
    told = talk_queries.thanks_of(session(), [*over, *page.rows])
    waiting = [line for line in lines_of(over, told) if line.next_words]
    return render_template(
        "interviews/talks.html",
        coming=lines_of(coming, told),
        waiting=waiting,
        lines=lines_of(page.rows, told),
        newer=url_for(".all_talks", after=page.previous_cursor) if page.previous_cursor else "",
        older=url_for(".all_talks", after=page.next_cursor) if page.next_cursor else "",
    )


def lines_of(rows: Sequence[Interview], told: Any) -> list[TalkLine]:
    """The lines of some talks."""
    return [_line(row, told.get(row.id, NO_THANKS)) for row in rows]


def _line(row: Interview, told: Thanks) -> TalkLine:
    how = f"{WAYS_TO_TALK[row.way]}, {row.minutes} minutes"
    step, address = _next(row, told)
    return TalkLine(row.id, row.person.name, when_in_words(row), how, INTERVIEW_STATES[row.state], step, address)


def _next(row: Interview, told: Thanks) -> tuple[str, str]:
    """What a talk waits for, and where that is done."""
    if row.state == "canceled":
        return "", ""
    if row.ended_at is None and row.starts_at + timedelta(minutes=row.minutes) > now():
        is_today = day_in(row.starts_at, zone_of_talk(row)) <= day_in(now(), zone_of_talk(row))
        return ("Open the notes", url_for("interviews.notes", interview_id=row.id)) if is_today else ("", "")
    if row.debriefed_at is None:
        return "Write the debrief", url_for("interviews.debrief_talk", interview_id=row.id)
    if told.sent_on is None:
        return "Write the thank-you", url_for("interviews.thank", interview_id=row.id)
    return "", ""


# --- one --------------------------------------------------------------------------------------------------------------


@bp.get("/interviews/<int:interview_id>")
@signed_in
def talk(interview_id: int) -> ResponseReturnValue:
    """One talk: when, how, what was agreed to, what comes next, and what came of it."""
    row = talk_queries.talk_here(session(), interview_id)
    told = talk_queries.thanks_of(session(), [row]).get(row.id, NO_THANKS)
    on, lines = day_of(row), talk_notes.lines_of(session(), row)
    step, address = _next(row, told)
    return render_template(
        "interviews/talk.html",
        talk=row,
        when=when_in_words(row),
        here=_here_in_words(row),
        way=WAYS_TO_TALK[row.way],
        state=INTERVIEW_STATES[row.state],
        is_over=row.starts_at + timedelta(minutes=row.minutes) <= now(),
        next_words=step,
        next_address=address,
        helper=thanks.helper_here(row),
        project=thanks.project_here(row),
        confirmation=thanks.confirmation_of(session(), row),
        confirm_on=working_day_before(on),
        questions_on=questions_due(on, day_in(row.created_at, zone_of_talk(row))),
        consents=(RECORDING, CONSENTS),
        remark=consent.remark_on(row),
        lines=len(lines),
        lasted=talks.time_in_words(row, now()),
        ended=at_in_words(row.ended_at, zone_of_talk(row), today_here()) if row.ended_at else "",
        said=debrief.read(row),
        parts=debrief.PARTS,
        thanked_on=told.sent_on,
        clock=_clock(row),
        today=today_here(),
    )


def _here_in_words(row: Interview) -> str:
    """The time where the user is, where that is another one; else ""."""
    here, there = zone_of_user(session(), current_user.user_id), zone_of_talk(row)
    try:
        if row.starts_at.astimezone(here).utcoffset() == row.starts_at.astimezone(there).utcoffset():
            return ""
        local = row.starts_at.astimezone(here)
    except OverflowError:
        return ""
    return f"{clock_in_words(row.starts_at, there)} there is {_clock_of(local)} where you are"


def _clock_of(local: datetime) -> str:
    return f"{local.hour % 12 or 12}:{local.minute:02d} {'AM' if local.hour < 12 else 'PM'}"


def _clock(row: Interview) -> dict[str, Any] | None:
    """Until when the thanks are in time, in words; None while there is nothing to thank for."""
    if row.ended_at is None:
        return None
    found = thanks.clock(row.ended_at, now())
    here = zone_of_user(session(), current_user.user_id)
    due: date = day_in(found.due, here)
    return {"due": due, "at": _clock_of(found.due.astimezone(here)), "state": found.state, "words": found.words}


# --- when it was ------------------------------------------------------------------------------------------------------


@bp.post("/interviews/<int:interview_id>/start")
@requires("editor")
def start_talk(interview_id: int) -> ResponseReturnValue:
    """The notes begin. Raises: Refused."""
    row = talk_queries.talk_here(session(), interview_id)
    talks.begin(session(), row, by())
    return redirect(url_for(".notes", interview_id=row.id), 303)


@bp.post("/interviews/<int:interview_id>/stop")
@requires("editor")
def stop_talk(interview_id: int) -> ResponseReturnValue:
    """The talk is over. Raises: Refused."""
    row = talk_queries.talk_here(session(), interview_id)
    talks.end(session(), row, by())
    tell("The talk is over. Take ten minutes for the debrief now.", undo=url_for(".go_on", interview_id=row.id))
    return redirect(url_for(".debrief_talk", interview_id=row.id), 303)


@bp.post("/interviews/<int:interview_id>/go-on")
@requires("editor")
def go_on(interview_id: int) -> ResponseReturnValue:
    """The talk is not over after all. Raises: Refused."""
    row = talk_queries.talk_here(session(), interview_id)
    talks.go_on(session(), row, by())
    tell("The talk goes on.")
    return redirect(url_for(".notes", interview_id=row.id), 303)


@bp.route("/interviews/<int:interview_id>/held", methods=["GET", "POST"])
@requires("editor")
def held(interview_id: int) -> ResponseReturnValue:
    """Notes afterwards from when until when the talk was."""
    row = talk_queries.talk_here(session(), interview_id)
    named: dict[str, Any] = {"formdata": None, "data": _held_first(row)} if request.method == "GET" else {}
    form = HeldForm(**named)
    if request.method == "POST" and form.validate():
        try:
            talks.note_held(session(), row, *form.moments(zone_of_talk(row)), by())
        except (BadDay, ValueError) as error:
            form.ended.errors = [str(error)]
        else:
            tell("Noted when it was.")
            return to_talk(row)
    page = render_template("interviews/held.html", talk=row, form=form, when=when_in_words(row))
    return page, UNPROCESSABLE if form.errors else 200


def _held_first(row: Interview) -> dict[str, str]:
    zone = zone_of_talk(row)
    began = row.started_at or row.starts_at
    ended = row.ended_at or began + timedelta(minutes=row.minutes)
    return {"on": day_in(began, zone).isoformat(), "began": clock_in_words(began, zone),
            "ended": clock_in_words(ended, zone)}  # fmt: skip


# --- consent ----------------------------------------------------------------------------------------------------------


@bp.route("/interviews/<int:interview_id>/consent", methods=["GET", "POST"])
@requires("editor")
def consent_to_talk(interview_id: int) -> ResponseReturnValue:
    """What to say aloud, and what they agree to; earlier answers stay to be seen."""
    row = talk_queries.talk_here(session(), interview_id)
    first = {"version": row.version, "recording": row.recording, "quoting": row.quoting, "words": row.consent_words}
    named: dict[str, Any] = {"formdata": None, "data": first} if request.method == "GET" else {}
    form = ConsentForm(**named)
    theirs: tuple[tuple[str, str], ...] = ()
    if request.method == "POST" and form.validate():
        answer = Answer(form.recording.data, form.quoting.data, form.words.data or "")
        try:
            is_new = consent.note(session(), row, answer, form.version.data, by())
        except ChangedElsewhere:
            form.version.data, theirs = row.version, _consent_now(row)
        else:
            tell("Noted, with the time." if is_new else "That stands already.")
            return to_talk(row, "consent")
    page = render_template(
        "interviews/consent.html", talk=row, form=form, theirs=theirs, aloud=consent.ALOUD,
        reminder=recording_laws.reminder(row.us_state), source=(recording_laws.SOURCE, recording_laws.SOURCE_ADDRESS),
        earlier=consent.earlier(session(), row), consents=(RECORDING, CONSENTS),
    )  # fmt: skip
    return page, ChangedElsewhere.status if theirs else UNPROCESSABLE if form.errors else 200


def _consent_now(row: Interview) -> tuple[tuple[str, str], ...]:
    return (
        ("May it be recorded?", RECORDING[row.recording]),
        ("May they be quoted?", CONSENTS[row.quoting]),
        ("Their words", row.consent_words or "none"),
    )


# --- thanks -----------------------------------------------------------------------------------------------------------


@bp.route("/interviews/<int:interview_id>/thanks", methods=["GET", "POST"])
@requires("editor")
def thank(interview_id: int) -> ResponseReturnValue:
    """The thank-you desk: until when it is in time, what goes into it. A press begins the note. Raises: Refused."""
    row = talk_queries.talk_here(session(), interview_id)
    if request.method == "POST":
        is_second = request.form.get("to", "") == "helper"
        draft = (thanks.begin_for_helper if is_second else thanks.begin)(session(), row, by())
        return redirect(url_for("drafts.draft", draft_id=draft.id), 303)
    told = talk_queries.thanks_of(session(), [row]).get(row.id, NO_THANKS)
    said = debrief.read(row)
    exact = [line for line in talk_notes.lines_of(session(), row) if line.kind == "exact"]
    return render_template(
        "interviews/thanks.html", talk=row, when=when_in_words(row), clock=_clock(row), told=told, said=said,
        promise=debrief.first_dated(said.of("mine")), exact=exact[:3], helper=thanks.helper_here(row),
        may_write=row.person.may_be_contacted,
    )  # fmt: skip
