"""Relationships of the demonstration: what was given, asked and promised, requests that wait, talks, advice, a rhythm.

A quiet Tuesday can be lived in it: advice that was tried and is to be told, a request with one note left, one that has
been out for nine working days, a talk to thank for, and a few people to think of in time.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from outreach.accounts.models import User
from outreach.db import WorkspaceSession
from outreach.demo import USER_EMAIL, USER_NAME, cast
from outreach.demo.cast import Member
from outreach.demo.stage import Stage
from outreach.drafts import beginning, compose, operations, outgoing, sent_letters, versions
from outreach.drafts.beginning import Chosen
from outreach.drafts.compose import Sender
from outreach.drafts.models import Departure, Draft
from outreach.followups import advance, note_drafts, rhythms
from outreach.followups.models import FollowUp
from outreach.followups.note_drafts import Adds
from outreach.followups.rhythms import Interval
from outreach.interviews import appointments, consent, talk_notes, talks
from outreach.interviews.appointments import NewAppointment
from outreach.interviews.consent import Answer
from outreach.interviews.talk_notes import NewLine
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.projects.queries import open_projects
from outreach.relationships import advice, learning, standings
from outreach.relationships import operations as ledger
from outreach.relationships.advice import Done, NewAdvice
from outreach.relationships.learning import NewRecommendation, Plan
from outreach.relationships.operations import NewPromise, NewTouch
from outreach.us_holidays import holiday_on

REQUEST = """Dear {name},

Your {what} is why I write. I am preparing an article on short-stay units for operations staff of smaller hospitals, and
would like to ask how you won agreement to the order of events.

Could we talk for 20 minutes by phone, on a day that suits you in the next eight weeks? You would see the questions
beforehand. If this is not the season for it, a word is enough.

With thanks for your time,
{me}"""


def fill(stage: Stage) -> None:
    """All of it, in the order in which it happened."""
    with stage.database.session_for(stage.workspace_id) as session:
        _abara(session, stage)
        _asked_twice_written(session, stage)
        _at_cedar_ridge(session, stage)
        _tom(session, stage)
        _others(session, stage)
        advance.advance(session, stage.now)


def _day(stage: Stage, days_ago: float) -> date:
    return stage.ago(days_ago).date()


def _number(stage: Stage, member: Member) -> int:
    return stage.people[member.details.name]


def _touch(session: WorkspaceSession, stage: Stage, member: Member, kind: str, days_ago: int, what: str,
           **named: str) -> int:  # fmt: skip
    new = NewTouch(_number(stage, member), kind, _day(stage, days_ago), what, **named)  # type: ignore[arg-type]
    return ledger.note(session, new, stage.by(days_ago)).id


# --- advice that was tried -------------------------------------------------------------------------------------------


def _abara(session: WorkspaceSession, stage: Stage) -> None:
    """Five gives, two requests, a promise that is open, and advice that was tried: he has not been told."""
    told = (
        ("gave", 400, "Sent him the readers’ letters on his piece about bed rounds", {"give_kind": "readers_response"}),
        ("asked", 380, "Twenty minutes on bed rounds", {"ask_kind": "interview", "channel": "email"}),
        ("answered", 372, "Gladly, on a Thursday.", {"answer": "yes", "channel": "email"}),
        ("met", 360, "Talked for half an hour about who decides at seven in the morning", {"channel": "phone"}),
        ("gave", 350, "The article, with his team named", {"give_kind": "credit", "channel": "email"}),
        ("gave", 300, "Our figures on discharge before noon", {"give_kind": "benchmark", "channel": "email"}),
        ("asked", 230, "What he would ask first in a new house", {"ask_kind": "advice", "channel": "email"}),
        ("answered", 226, "Call me.", {"answer": "yes", "channel": "email"}),
        ("received", 225, "His advice: shadow a bed meeting", {"channel": "phone"}),
        ("gave", 140, "Brought him together with the night desk at Harrow Lake", {"give_kind": "introduction"}),
        ("gave", 60, "A paper on bed meetings in small hospitals", {"give_kind": "article", "channel": "email"}),
        ("they_wrote", 57, "Thanks; he has passed the paper on to his team", {"channel": "email"}),
    )  # fmt: skip
    for kind, days_ago, what, named in told:
        _touch(session, stage, cast.ABARA, kind, days_ago, what, **named)
    number = _number(stage, cast.ABARA)
    new = NewPromise(number, True, "Send the benchmark on bed meetings", _day(stage, 57), _day(stage, -4))
    ledger.promise(session, new, stage.by(57))
    words = "Before you draw a plan, shadow one bed meeting and write down who is not asked."
    row = advice.note(session, NewAdvice(number, words, _day(stage, 225), is_exact=True), stage.by(225),
                      _day(stage, 225))  # fmt: skip
    tried = "Shadowed three bed meetings and wrote down who spoke"
    advice.set_tried(session, row, Done(tried, _day(stage, 190), row.version), stage.by(190), _day(stage, 190))
    outcome = "The night desk has a seat now; two transfers a week are settled before seven"
    advice.set_outcome(session, row, Done(outcome, _day(stage, 8), row.version), stage.by(8), _day(stage, 8))
    plan = Plan("How he keeps a meeting short when everybody is late", "Who decides at seven?", _day(stage, 225),
                "What did you stop measuring?")  # fmt: skip
    learning.save_plan(session, number, plan, 0, stage.by(220), _day(stage, 220))
    reading = NewRecommendation(number, "A book on queues and waiting rooms", _day(stage, 225))
    learning.recommend(session, reading, stage.by(225), _day(stage, 225))


# --- requests that wait ----------------------------------------------------------------------------------------------


def _asked_twice_written(session: WorkspaceSession, stage: Stage) -> None:
    """A request and one note without an answer: one note is left, or rest."""
    first = _working_day(stage, 29)
    about = "observation unit at Heronsgate"
    request = _sent(session, stage, cast.ASTRID, first, "Interview request: your observation unit", about)
    advance.begin_missing(session, first + timedelta(hours=1))
    at = _working_day(stage, 15)
    advance.advance(session, at)
    ladder = session.scalars(select(FollowUp).where(FollowUp.draft_id == request.id)).one()
    new = "The editors have moved the piece to the summer, so that a talk in a later month would serve just as well."
    note = note_drafts.begin(session, ladder, 1, Adds(new_since=new), _by_at(stage, at))
    # Until all is told the owner has another address.
    present = session.get_one(User, stage.user_id).email
    by = _by_at(stage, at)
    operations.save(session, note, note.subject, note.body.replace(present, USER_EMAIL), note.version, by)
    _leaves(session, stage, note, at)
    advance.advance(session, at + timedelta(hours=1))


def _at_cedar_ridge(session: WorkspaceSession, stage: Stage) -> None:
    """A request nine working days out, at a house that has just announced layoffs."""
    at = _working_day(stage, 13)
    about = "transfer center at Cedar Ridge"
    _sent(session, stage, cast.RENATA, at, "Interview request: your transfer center", about)
    advance.begin_missing(session, at + timedelta(hours=1))


def _working_day(stage: Stage, days_ago: int) -> datetime:
    """Ten in the morning in Chicago on a working day, so many days ago or a little more."""
    moment = datetime.combine(_day(stage, days_ago), time(16), stage.now.tzinfo)
    while moment.isoweekday() > 5 or holiday_on(moment.date()):
        moment -= timedelta(days=1)
    return moment


def _by_at(stage: Stage, at: datetime) -> By:
    return By(stage.user_id, at)


def _sent(session: WorkspaceSession, stage: Stage, member: Member, at: datetime, subject: str, what: str) -> Draft:
    """A request that was copied and sent, as its writer said."""
    person, by = session.get_one(Person, _number(stage, member)), _by_at(stage, at)
    letter = compose.letters()["interview-request-email"]
    chosen = Chosen(letter=letter, person=person, project=open_projects(session)[0], minutes=20)
    draft = beginning.begin(session, chosen, by, Sender(USER_NAME, email=USER_EMAIL))
    body = REQUEST.format(name=person.addressed_as or person.name, me=USER_NAME, what=what)
    operations.save(session, draft, subject, body, draft.version, by)
    _leaves(session, stage, draft, at)
    return draft


def _leaves(session: WorkspaceSession, stage: Stage, draft: Draft, at: datetime) -> None:
    """The letter leaves, and the ledger knows of it."""
    by = _by_at(stage, at)
    versions.keep(session, draft, "written", by)
    row = Departure(
        draft_id=draft.id, way="copied", state="sent", subject=draft.subject, text=outgoing.text_to_send(draft),
        sent_to=draft.person.email, pressed_by_id=by.user_id, begun_at=at, settled_at=at,
    )  # fmt: skip
    session.add(row)
    draft.state, draft.sent_at, draft.updated_at = "sent", at, at
    session.flush()
    sent_letters.note(session, row, at.date(), by)


# --- talks -----------------------------------------------------------------------------------------------------------


def _tom(session: WorkspaceSession, stage: Stage) -> None:
    """A talk that was held yesterday, with its notes: the debrief and the thanks are due. And one that is ahead."""
    began = stage.ago(0.9)
    new = NewAppointment(_number(stage, cast.INGRID), began, "America/Chicago", 25, "phone", "She calls.", "WI")
    row = appointments.make(session, new, stage.by(9))
    by = stage.by(0.9)
    consent.note(session, row, Answer("no", "after_check", "Send me the words before you print them."), row.version, by)
    talks.begin(session, row, by)
    lines = (
        ("exact", "We let the charge nurses draw the plan before anybody spoke of beds."),
        ("paraphrase", "The budget came last; she would do it so again."),
        ("own", "Ask our own night desk to draw first."),
    )
    for place, (kind, text) in enumerate(lines):
        talk_notes.add(session, row, NewLine(kind, text), f"demo-{place}", stage.by(0.895 - place / 300))
    talks.end(session, row, stage.by(0.88))
    ahead = NewAppointment(
        _number(stage, cast.MARISOL), _working_day(stage, -13), "America/Chicago", 20, "video",
        "Her office sends the link.", "MN",
    )  # fmt: skip
    appointments.make(session, ahead, stage.by(1))


def _others(session: WorkspaceSession, stage: Stage) -> None:
    """What passed with some of the others, a rhythm for most, and one relationship that rests."""
    _touch(session, stage, cast.MARISOL, "met", 150, "Met at the spring forum", channel="event")
    _touch(session, stage, cast.MARISOL, "gave", 40, "A reading list on short-stay units", give_kind="article")
    _touch(session, stage, cast.INGRID, "gave", 30, "Two figures on night desks", give_kind="benchmark")
    _touch(session, stage, cast.ENIOLA, "met", 95, "Spoke after her lecture", channel="event")
    _touch(session, stage, cast.BARNABY, "received", 70, "Showed us his patient-flow board", channel="in_person")
    their = NewPromise(_number(stage, cast.BARNABY), False, "Send a photograph of the board", _day(stage, 70),
                       _day(stage, 20))  # fmt: skip
    ledger.promise(session, their, stage.by(70))
    by, today = stage.by(0.5), _day(stage, 0)
    group = rhythms.add_group(session, "Teachers", 90, 180, by)
    for member in (cast.ENIOLA, cast.BARNABY, cast.ABARA):
        rhythms.set_rhythm(session, _number(stage, member), Interval(group.id), by, today)
    rhythms.set_rhythm(session, _number(stage, cast.MARISOL), Interval(None, 45, 75), by, today)
    standings.rest(session, _number(stage, cast.HOLLIS), stage.by(12), "Nothing to ask before the spring.")
