"""Makes rows of the ledger, of following up, of signals, talks and feeds; the rest as in `factories`."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from outreach.db import WorkspaceSession
from outreach.exchange.models import CalendarFeed
from outreach.followups.models import FollowUp, FollowUpStep, OwnPace, Rhythm, RhythmGroup, TimeAway
from outreach.interviews.talk_models import Interview, InterviewConsent, InterviewNote, InterviewNoteWording
from outreach.people.models import Person
from outreach.relationships.models import (
    Advice,
    LearningPlan,
    Pause,
    Promise,
    QuarterlyReview,
    Recommendation,
    Standing,
    Touch,
)
from outreach.signals.models import Signal, Watch
from outreach.today.models import DigestWish
from tests.factories import NOON, make_draft, make_person, make_user, sha256

TODAY = NOON.date()

_number = count(1)


def _kept(session: WorkspaceSession, row: Any) -> Any:
    session.add(row)
    session.flush()
    return row


# --- relationships --------------------------------------------------------------------------------------------------


def make_touch(session: WorkspaceSession, person: Person | None = None, **named: Any) -> Touch:
    """A talk by telephone."""
    person = person or make_person(session)
    defaults = {
        "kind": "met", "channel": "phone", "happened_on": TODAY, "what": "Talked about the short-stay unit.",
        "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, Touch(person_id=person.id, **{**defaults, **named}))


def make_give(session: WorkspaceSession, person: Person | None = None, **named: Any) -> Touch:
    """A benchmark that was sent."""
    return make_touch(
        session,
        person,
        **{"kind": "gave", "give_kind": "benchmark", "channel": "email", "what": "A benchmark", **named},
    )


def make_ask(session: WorkspaceSession, person: Person | None = None, **named: Any) -> Touch:
    """An interview that was asked for, with no answer yet."""
    defaults = {
        "kind": "asked", "ask_kind": "interview", "ask_state": "open", "channel": "email", "what": "Twenty minutes",
    }  # fmt: skip
    return make_touch(session, person, **{**defaults, **named})


def make_answer(session: WorkspaceSession, person: Person | None = None, **named: Any) -> Touch:
    """They said yes."""
    return make_touch(session, person, **{"kind": "answered", "answer": "yes", "channel": "email", **named})


def make_promise(session: WorkspaceSession, person: Person | None = None, **named: Any) -> Promise:
    """Something that the user said they would send within a week."""
    person = person or make_person(session)
    defaults = {
        "is_mine": True, "what": "Send the benchmark", "made_on": TODAY, "due_on": TODAY + timedelta(days=7),
        "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, Promise(person_id=person.id, **{**defaults, **named}))


def make_advice(session: WorkspaceSession, person: Person | None = None, **named: Any) -> Advice:
    """Advice that nothing was done with yet."""
    person = person or make_person(session)
    defaults = {"words": "Shadow a bed meeting", "given_on": TODAY, "created_at": NOON, "updated_at": NOON}
    return _kept(session, Advice(person_id=person.id, **{**defaults, **named}))


def make_pause(session: WorkspaceSession, person: Person | None = None, **named: Any) -> Pause:
    """Thirty days, because of layoffs; of a person unless an organization is named."""
    if "organization_id" not in named:
        named["person_id"] = (person or make_person(session)).id
    defaults = {
        "reason": "layoffs", "begins_on": TODAY, "until": TODAY + timedelta(days=30), "created_at": NOON,
        "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, Pause(**{**defaults, **named}))


def make_standing(session: WorkspaceSession, person: Person | None = None, **named: Any) -> Standing:
    """A relationship that rests for ninety days."""
    person = person or make_person(session)
    defaults = {
        "state": "resting", "since": TODAY, "until": TODAY + timedelta(days=90), "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, Standing(person_id=person.id, **{**defaults, **named}))


def make_review(session: WorkspaceSession, person: Person | None = None, **named: Any) -> QuarterlyReview:
    """It goes on."""
    person = person or make_person(session)
    defaults = {
        "quarter": "2026-Q4", "decision": "active", "decided_on": TODAY, "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, QuarterlyReview(person_id=person.id, **{**defaults, **named}))


def make_learning_plan(session: WorkspaceSession, person: Person | None = None, **named: Any) -> LearningPlan:
    """What the user wants to learn."""
    person = person or make_person(session)
    defaults = {"wants": "How she wins agreement among physicians", "created_at": NOON, "updated_at": NOON}
    return _kept(session, LearningPlan(person_id=person.id, **{**defaults, **named}))


def make_recommendation(session: WorkspaceSession, person: Person | None = None, **named: Any) -> Recommendation:
    """A book that was not read yet."""
    person = person or make_person(session)
    defaults = {
        "title": "A book on flow in hospitals", "recommended_on": TODAY, "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, Recommendation(person_id=person.id, **{**defaults, **named}))


# --- following up ---------------------------------------------------------------------------------------------------


def make_follow_up(session: WorkspaceSession, person: Person | None = None, **named: Any) -> FollowUp:
    """A request that was sent a moment ago, with no steps yet."""
    if "draft_id" not in named:
        draft = make_draft(session, person or make_person(session), state="sent", sent_at=NOON)
        named["draft_id"], named["person_id"] = draft.id, draft.person_id
    elif person is not None:
        named["person_id"] = person.id
    defaults = {
        "ladder_key": "interview-request", "zone": "America/Chicago", "started_at": NOON, "created_at": NOON,
        "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, FollowUp(**{**defaults, **named}))


def make_step(session: WorkspaceSession, follow_up: FollowUp | None = None, **named: Any) -> FollowUpStep:
    """The first note, planned."""
    follow_up = follow_up or make_follow_up(session)
    defaults = {
        "place": 1, "kind": "note", "letter_key": "reminder", "due_at": NOON + timedelta(days=11), "created_at": NOON,
        "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, FollowUpStep(follow_up_id=follow_up.id, **{**defaults, **named}))


def make_group(session: WorkspaceSession, **named: Any) -> RhythmGroup:
    """Two to four times a year."""
    defaults = {
        "name": f"Mentors {next(_number)}", "ideal_days": 90, "latest_days": 180, "created_at": NOON,
        "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, RhythmGroup(**{**defaults, **named}))


def make_rhythm(session: WorkspaceSession, person: Person | None = None, **named: Any) -> Rhythm:
    """A rhythm of its own."""
    person = person or make_person(session)
    if "group_id" not in named:
        named = {"ideal_days": 90, "latest_days": 180, **named}
    defaults = {"counted_from": TODAY, "planned_on": TODAY + timedelta(days=90), "created_at": NOON, "updated_at": NOON}
    return _kept(session, Rhythm(person_id=person.id, **{**defaults, **named}))


def make_time_away(session: WorkspaceSession, **named: Any) -> TimeAway:
    """A week of leave."""
    if "user_id" not in named:
        named["user_id"] = make_user(session).id
    defaults = {"first_on": TODAY, "last_on": TODAY + timedelta(days=6), "created_at": NOON}
    return _kept(session, TimeAway(**{**defaults, **named}))


def make_own_pace(session: WorkspaceSession, **named: Any) -> OwnPace:
    """Three letters a week."""
    if "user_id" not in named:
        named["user_id"] = make_user(session).id
    return _kept(session, OwnPace(**{"weekly_most": 3, "updated_at": NOON, **named}))


# --- signals --------------------------------------------------------------------------------------------------------


def make_watch(session: WorkspaceSession, person: Person | None = None, **named: Any) -> Watch:
    """A person who is looked up every month."""
    person = person or make_person(session)
    defaults = {"every_days": 30, "next_at": NOON + timedelta(days=30), "created_at": NOON, "updated_at": NOON}
    return _kept(session, Watch(person_id=person.id, **{**defaults, **named}))


def make_signal(session: WorkspaceSession, person: Person | None = None, **named: Any) -> Signal:
    """An award."""
    person = person or make_person(session)
    defaults = {
        "kind": "award", "sentence": "She received the Rural Care Award.", "quote": "the 2026 Rural Care Award",
        "source_key": "news.example.org", "source_title": "News", "url": "https://news.example.org/award",
        "fingerprint": sha256(f"signal {next(_number)}"), "found_at": NOON,
    }  # fmt: skip
    return _kept(session, Signal(person_id=person.id, **{**defaults, **named}))


# --- talks ----------------------------------------------------------------------------------------------------------


def make_interview(session: WorkspaceSession, person: Person | None = None, **named: Any) -> Interview:
    """A talk by telephone in a week."""
    person = person or make_person(session)
    defaults = {
        "starts_at": NOON + timedelta(days=7), "zone": "America/Chicago", "minutes": 20,
        "uid": f"interview-{next(_number)}@groundwork.example", "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, Interview(person_id=person.id, **{**defaults, **named}))


def make_interview_note(session: WorkspaceSession, interview: Interview | None = None, **named: Any) -> InterviewNote:
    """Exact words."""
    interview = interview or make_interview(session)
    defaults = {
        "kind": "exact", "text": "We let the pharmacists write the script first.", "said_at": interview.starts_at,
        "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, InterviewNote(interview_id=interview.id, **{**defaults, **named}))


def make_consent(session: WorkspaceSession, interview: Interview | None = None, **named: Any) -> InterviewConsent:
    """Yes to recording, and to quoting after the words were checked."""
    interview = interview or make_interview(session)
    defaults = {"recording": "yes", "quoting": "after_check", "told_at": NOON}
    return _kept(session, InterviewConsent(interview_id=interview.id, **{**defaults, **named}))


def make_wording(session: WorkspaceSession, note: InterviewNote | None = None, **named: Any) -> InterviewNoteWording:
    """How a note read before."""
    note = note or make_interview_note(session)
    defaults = {"kind": "exact", "text": "We let the pharmacists write it.", "changed_at": NOON}
    return _kept(session, InterviewNoteWording(note_id=note.id, **{**defaults, **named}))


# --- feeds and digests ----------------------------------------------------------------------------------------------


def make_feed(session: WorkspaceSession, **named: Any) -> CalendarFeed:
    """A feed with an address of its own."""
    if "user_id" not in named:
        named["user_id"] = make_user(session).id
    return _kept(session, CalendarFeed(**{"token_hash": sha256(f"feed {next(_number)}"), "created_at": NOON, **named}))


def make_digest_wish(session: WorkspaceSession, **named: Any) -> DigestWish:
    """A digest on Mondays."""
    if "user_id" not in named:
        named["user_id"] = make_user(session).id
    return _kept(session, DigestWish(**{"every": "weekly", "updated_at": NOON, **named}))


def long_ago(days: int) -> tuple[date, datetime]:
    """A day so many days before today, and its noon."""
    return TODAY - timedelta(days=days), NOON - timedelta(days=days)
